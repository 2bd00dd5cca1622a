/* Scheduling against exhaustive search, on thousands of tiny cases.
 *
 * Nothing here uses the engine's own checks: every choice of years and every
 * way to split every payment among the sources is tried, and the limits are
 * written once more from their definition. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/schedule/agree.h"
#include "core/schedule/labels.h"
#include "core/schedule/reason.h"
#include "core/schedule/schedule.h"
#include "core/schedule/sums.h"
#include "core/schedule/whole.h"

enum { P = 4, T = 3, S = 3, K = 2, CASES = 3000, PAYMENTS = 6 };

struct world {
    int phases, sources, payments, arcs, rows;
    int cluster[P], earliest[P], latest[P];
    unsigned char must[P], barred[S][P];
    struct schedule_payment payment[PAYMENTS];
    struct schedule_source source[S];
    int64_t budget[S][T];
    struct schedule_arc arc[4];
    int row_phase[2][P];
    int64_t row_amount[2][P];
    struct schedule_row row[2];
    double value[P * T], other[P * T];
    struct schedule_term term[2];
    struct schedule_problem problem;
};

static const char *const name[] = { "a", "b", "c", "d" };

static unsigned long long seed;

/* A number from 0 to most. */
static int dice(int most)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((seed >> 33) % (unsigned)(most + 1));
}

static bool one_in(int chance)
{
    return dice(chance - 1) == 0;
}

static void phases(struct world *w)
{
    w->phases = 1 + dice(P - 1);
    for (int p = 0; p < w->phases; p++) {
        w->cluster[p] = dice(1);
        w->earliest[p] = one_in(3) ? dice(T - 1) : 0;
        w->latest[p] = one_in(4) ? dice(T - 1) : T - 1;
        w->must[p] = one_in(8) && w->earliest[p] <= w->latest[p];
        for (int t = 0; t < T; t++) {
            w->value[p * T + t] = dice(9) + (one_in(4) ? 0.5 : 0);
            w->other[p * T + t] = dice(4) - 2;
        }
    }
    w->payments = dice(PAYMENTS);
    for (int i = 0; i < w->payments; i++)
        w->payment[i] =
            (struct schedule_payment){ dice(w->phases - 1), dice(K - 1),
                                       one_in(3) ? dice(1) : 0, dice(3) };
}

static void money(struct world *w)
{
    static const int shares[] = { SCHEDULE_PARTS, SCHEDULE_PARTS, 500000,
                                  300000 };
    bool weights = one_in(2);
    w->sources = dice(S);
    for (int s = 0; s < w->sources; s++) {
        for (int t = 0; t < T; t++)
            w->budget[s][t] = one_in(3) ? 0 : dice(4);
        for (int p = 0; p < w->phases; p++)
            w->barred[s][p] = one_in(6);
        w->source[s] = (struct schedule_source){
            .name = name[s],
            .budget = w->budget[s],
            .carry = one_in(2),
            .kinds = one_in(2) ? 3 : 1U << dice(1),
            .share = shares[dice(3)],
            .barred = one_in(3) ? w->barred[s] : NULL,
            .weight = weights ? 0.25 * dice(8) : 0.5,
        };
    }
}

static void limits(struct world *w)
{
    w->arcs = w->phases > 1 ? dice(3) : 0;
    for (int i = 0; i < w->arcs; i++) {
        int first = dice(w->phases - 2);
        w->arc[i] = (struct schedule_arc){
            first, first + 1 + dice(w->phases - 2 - first), dice(1)
        };
    }
    w->rows = one_in(2) ? 0 : 1 + dice(1);
    for (int r = 0; r < w->rows; r++) {
        bool spends = one_in(3);
        for (int i = 0; i < w->phases; i++) {
            w->row_phase[r][i] = i;
            w->row_amount[r][i] = spends ? dice(1) : dice(4) - 1;
        }
        int from = dice(T - 1), least = one_in(3) ? dice(2) : -1;
        w->row[r] = (struct schedule_row){
            name[r],
            spends ? ROW_SPENDS : ROW_OPENS,
            from,
            from + dice(T - 1 - from),
            w->phases,
            w->row_phase[r],
            w->row_amount[r],
            least < 0 ? -SCHEDULE_NO_LIMIT : least,
            one_in(4) ? SCHEDULE_NO_LIMIT : 2 + dice(3),
        };
    }
}

static void draw(struct world *w, int number)
{
    memset(w, 0, sizeof *w);
    seed = (unsigned long long)number * 977 + 5;
    phases(w);
    money(w);
    limits(w);
    w->term[0] = (struct schedule_term){ "value", 1, w->value };
    w->term[1] = (struct schedule_term){ "other", 0.5, w->other };
    w->problem = (struct schedule_problem){
        .phases = w->phases,
        .years = T,
        .first_year = 2027,
        .phase_key = name,
        .cluster = one_in(4) ? NULL : w->cluster,
        .earliest = w->earliest,
        .latest = w->latest,
        .must = w->must,
        .kinds = K,
        .payments = w->payments,
        .sources = w->sources,
        .arcs = w->arcs,
        .rows = w->rows,
        .terms = 2,
        .kind_name = name,
        .payment = w->payment,
        .source = w->source,
        .arc = w->arc,
        .row = w->row,
        .term = w->term,
    };
}

/* Exhaustive search */

struct split {
    const struct world *w;
    const int *year;
    int64_t paid[S][PAYMENTS];
    double least; /* weighted money */
};

static bool split_keeps(const struct split *split)
{
    const struct world *w = split->w;
    for (int s = 0; s < w->sources; s++) {
        int64_t rest = 0;
        for (int t = 0; t < T; t++) {
            rest = (w->source[s].carry ? rest : 0) + w->budget[s][t];
            for (int i = 0; i < w->payments; i++) {
                if (split->year[w->payment[i].phase] - w->payment[i].before ==
                    t)
                    rest -= split->paid[s][i];
            }
            if (rest < 0)
                return false;
        }
        for (int p = 0; p < w->phases; p++) {
            for (int before = 0; before < T; before++) {
                int64_t cost = 0, paid = 0;
                for (int i = 0; i < w->payments; i++) {
                    if (w->payment[i].phase != p ||
                        w->payment[i].before != before)
                        continue;
                    paid += split->paid[s][i];
                    if (w->source[s].kinds >> w->payment[i].kind & 1)
                        cost += w->payment[i].amount;
                }
                if (paid * SCHEDULE_PARTS > cost * w->source[s].share)
                    return false;
            }
        }
    }
    return true;
}

static void try_splits(struct split *split, int payment, int source,
                       int64_t left)
{
    const struct world *w = split->w;
    if (payment == w->payments) {
        double sum = 0;
        for (int s = 0; s < w->sources; s++) {
            for (int i = 0; i < w->payments; i++)
                sum += w->source[s].weight * (double)split->paid[s][i];
        }
        if (sum < split->least && split_keeps(split))
            split->least = sum;
        return;
    }
    if (source == w->sources) {
        int next = payment + 1;
        int64_t due =
            next < w->payments && split->year[w->payment[next].phase] < T
                ? w->payment[next].amount
                : 0;
        if (left == 0)
            try_splits(split, next, 0, due);
        return;
    }
    const struct schedule_source *s = &w->source[source];
    bool may = s->kinds >> w->payment[payment].kind & 1 &&
               !(s->barred && s->barred[w->payment[payment].phase]);
    for (int64_t amount = 0; amount <= (may ? left : 0); amount++) {
        split->paid[source][payment] = amount;
        try_splits(split, payment, source + 1, left - amount);
    }
}

/* The least weighted money, INFINITY: it is not enough. */
static double least_money(const struct world *w, const int *year)
{
    struct split split = { .w = w, .year = year, .least = INFINITY };
    int64_t due =
        w->payments && year[w->payment[0].phase] < T ? w->payment[0].amount : 0;
    try_splits(&split, 0, 0, due);
    return split.least;
}

static int64_t row_sum(const struct world *w, const struct schedule_row *row,
                       const int *year)
{
    int64_t sum = 0;
    for (int p = 0; p < w->phases; p++) {
        if (row->kind == ROW_OPENS && year[p] >= row->from &&
            year[p] <= row->to)
            sum += row->amount[p];
        for (int i = 0; row->kind == ROW_SPENDS && i < w->payments; i++) {
            int due = year[p] - w->payment[i].before;
            if (w->payment[i].phase == p && year[p] < T && due >= row->from &&
                due <= row->to)
                sum += row->amount[p] * w->payment[i].amount;
        }
    }
    return sum;
}

static bool years_keep(const struct world *w, const int *year)
{
    for (int p = 0; p < w->phases; p++) {
        if (year[p] == T ? w->must[p]
                         : year[p] < w->earliest[p] || year[p] > w->latest[p])
            return false;
    }
    for (int i = 0; i < w->payments; i++) {
        const struct schedule_payment *pay = &w->payment[i];
        if (pay->amount > 0 && year[pay->phase] < pay->before)
            return false;
    }
    for (int i = 0; i < w->arcs; i++) {
        const struct schedule_arc *arc = &w->arc[i];
        if (year[arc->then] < T &&
            (year[arc->first] == T ||
             year[arc->then] - year[arc->first] < arc->lag))
            return false;
    }
    for (int r = 0; r < w->rows; r++) {
        int64_t sum = row_sum(w, &w->row[r], year);
        if (sum > w->row[r].most || sum < w->row[r].least)
            return false;
    }
    return true;
}

static double worth(const struct world *w, const int *year)
{
    double sum = 0;
    for (int p = 0; p < w->phases; p++) {
        if (year[p] < T)
            sum += w->value[p * T + year[p]] + 0.5 * w->other[p * T + year[p]];
    }
    return sum;
}

/* The best total there is, -INFINITY: none. */
static double exhaustive(const struct world *w)
{
    int year[P], all = 1;
    double best = -INFINITY;
    for (int p = 0; p < w->phases; p++)
        all *= T + 1;
    for (int number = 0; number < all; number++) {
        for (int p = 0, rest = number; p < w->phases; p++, rest /= T + 1)
            year[p] = rest % (T + 1);
        if (years_keep(w, year) && worth(w, year) > best)
            best = fmax(best, worth(w, year) - least_money(w, year));
    }
    return best;
}

static void test_it_finds_the_best_and_proves_it(void **data)
{
    (void)data;
    int solved = 0;
    struct err err;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct schedule schedule;
        struct schedule_work work = { .steps = 4000, .seed = 1 };
        draw(&w, number);
        double best = exhaustive(&w);
        bool has = schedule_solve(&schedule, &w.problem, &work, &err);
        if (has != (best > -INFINITY))
            fail_msg("case %d: %s", number, has ? "there is none" : err.text);
        if (!has)
            continue;
        solved++;
        assert_ok(schedule_check(&schedule, &w.problem, &err));
        assert_true(years_keep(&w, schedule.year));
        if (fabs(schedule.total - best) > 1e-9)
            fail_msg("case %d: %g instead of %g", number, schedule.total, best);
        if (schedule.bound < best - 1e-9 || schedule.bound > best + 1e-6)
            fail_msg("case %d: bound %.12g, best %g", number, schedule.bound,
                     best);
        schedule_release(&schedule);
    }
    assert_true(solved > CASES / 2);
}

static void test_with_little_work_the_bound_still_holds(void **data)
{
    (void)data;
    struct err err;
    for (int number = 0; number < CASES; number += 3) {
        struct world w;
        struct schedule schedule;
        struct schedule_work work = { .steps = 1, .seed = 1 };
        draw(&w, number);
        if (!schedule_solve(&schedule, &w.problem, &work, &err))
            continue;
        double best = exhaustive(&w);
        assert_true(schedule.total <= best + 1e-9);
        assert_true(schedule.bound >= best - 1e-9);
        schedule_release(&schedule);
    }
}

static bool never(void *data)
{
    (void)data;
    return false;
}

static double no_attempt(void *data, const int *year)
{
    (void)year;
    return *(const double *)data;
}

/* The years of a best schedule, by the engine, whose total was checked. */
static void best_years(const struct world *w, int *year)
{
    struct schedule schedule;
    struct schedule_work work = { .steps = 4000, .seed = 1 };
    struct err err;
    assert_ok(schedule_solve(&schedule, &w->problem, &work, &err));
    memcpy(year, schedule.year, sizeof(int) * (size_t)w->phases);
    schedule_release(&schedule);
}

static void test_money_kept_whole_bounds_and_keeps_the_best(void **data)
{
    (void)data;
    int met = 0, tighter = 0;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct model model;
        struct dual dual;
        struct whole whole;
        draw(&w, number);
        double best = exhaustive(&w), known = best - 2;
        if (w.sources != 1 || best == -INFINITY)
            continue;
        struct whole_work how = { .known = known,
                                  .passes = 60,
                                  .threads = 1,
                                  .over = never,
                                  .attempt = no_attempt,
                                  .data = &known };
        model_init(&model, &w.problem);
        dual_init(&dual, &model);
        dual_run(&dual, model.years_of, 100, -INFINITY, false);
        price_clusters(&dual.price, dual.best_at, model.years_of);
        if (whole_run(&whole, &model, &dual, &how)) {
            int year[P];
            assert_true(whole.bound >= best - 1e-6);
            tighter += whole.bound < dual.bound - 1e-6;
            best_years(&w, year);
            for (int p = 0; p < w.phases; p++)
                assert_true(whole.years_of[p] >> year[p] & 1);
            whole_release(&whole);
            met++;
        }
        dual_release(&dual);
        model_release(&model);
    }
    if (met <= 300 || tighter <= 20)
        fail_msg("met %d, tighter %d", met, tighter);
}

/* A total that is had, and the best that was offered. */
struct offers {
    const struct model *model;
    double known, offered;
};

static double note_offer(void *data, const int *year)
{
    struct offers *offers = data;
    struct state state;
    state_init(&state, offers->model);
    for (int p = 0; p < offers->model->phases; p++)
        state_put(&state, p, year[p]);
    if (state_broken(&state) <= 0)
        offers->offered = fmax(offers->offered, state_total(&state));
    state_release(&state);
    return offers->known;
}

/* Returns the bound. */
static double go_through(struct offers *offers, const struct dual *dual,
                         int most, bool *made)
{
    struct knapsacks work = { .model = offers->model,
                              .dual = dual,
                              .known = offers->known,
                              .bound = dual->price.bound };
    struct whole_work how = { .passes = 60,
                              .threads = 2,
                              .over = never,
                              .attempt = note_offer,
                              .data = offers };
    *made = sums_make(&work) && knapsacks_lay_out(&work);
    if (*made) {
        agree(&work, &how, 0);
        labels_run(&work, &how, most);
    }
    sums_release(&work);
    return work.bound;
}

static void test_labels_find_the_best_or_bound_it(void **data)
{
    (void)data;
    int met = 0, dropped = 0;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct model model;
        struct dual dual;
        bool made;
        draw(&w, number);
        double best = exhaustive(&w);
        if (w.sources != 1 || best == -INFINITY)
            continue;
        model_init(&model, &w.problem);
        dual_init(&dual, &model);
        dual_run(&dual, model.years_of, 1, -INFINITY, false);
        price_clusters(&dual.price, dual.best_at, model.years_of);
        struct offers offers = { &model, best - 20, -INFINITY };
        double few = go_through(&offers, &dual, 1, &made);
        double all = go_through(&offers, &dual, 1000, &made);
        if (made) {
            assert_true(few >= best - 1e-6 && all >= best - 1e-6);
            bool plain = model.problem->rows == 0 && model.extras == 0;
            if (plain && (all > best + 1e-6 || offers.offered < best - 1e-6))
                fail_msg("case %d: best %g, bound %g, offered %g", number, best,
                         all, offers.offered);
            dropped += few > all + 1e-6;
            met += plain;
        }
        dual_release(&dual);
        model_release(&model);
    }
    if (met <= 100 || dropped <= 8)
        fail_msg("met %d, dropped %d", met, dropped);
}

/* What reasons say of a year agrees with trying it. */
static void test_reasons_agree_with_trying(void **data)
{
    (void)data;
    struct err err;
    for (int number = 0; number < CASES; number += 7) {
        struct world w;
        struct schedule schedule, other;
        struct schedule_work work = { .steps = 200, .seed = 1 };
        struct reasons reasons;
        draw(&w, number);
        if (!schedule_solve(&schedule, &w.problem, &work, &err))
            continue;
        reasons_init(&reasons, &w.problem, &schedule);
        for (int p = 0; p < w.phases; p++) {
            for (int t = 0; t <= T; t++) {
                struct schedule_reason reason;
                int year[P];
                memcpy(year, schedule.year, sizeof(int) * (size_t)w.phases);
                year[p] = t;
                reasons_at(&reasons, p, t, &reason);
                bool can = schedule_make(&other, &w.problem, year, &err);
                if (can != (reason.limits == 0))
                    fail_msg("case %d: phase %d in %d: %s", number, p, t,
                             can ? "can" : err.text);
                if (!can)
                    continue;
                assert_near(schedule.total - other.total, reason.loss);
                schedule_release(&other);
            }
        }
        reasons_release(&reasons);
        schedule_release(&schedule);
    }
}

/* The fewest demands to give up, by trying all sets of them. */
static int fewest(const struct world *w)
{
    struct world less = *w;
    int demands[P + 2], count = 0, least = 99;
    for (int p = 0; p < w->phases; p++) {
        if (w->must[p])
            demands[count++] = p;
    }
    for (int r = 0; r < w->rows; r++) {
        if (w->row[r].least > 0)
            demands[count++] = P + r;
    }
    for (int set = 0; set < 1 << count; set++) {
        int size = 0;
        less = *w;
        for (int i = 0; i < count; i++) {
            if (!(set >> i & 1))
                continue;
            size++;
            if (demands[i] < P)
                less.must[demands[i]] = 0;
            else
                less.row[demands[i] - P].least = -SCHEDULE_NO_LIMIT;
        }
        if (size < least && exhaustive(&less) > -INFINITY)
            least = size;
    }
    return least;
}

static void test_what_to_give_up_is_the_fewest(void **data)
{
    (void)data;
    int met = 0;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct schedule_demand demand[P + 2];
        struct schedule_work work = { .steps = 500, .seed = 1 };
        draw(&w, number);
        if (exhaustive(&w) > -INFINITY)
            continue;
        int count = schedule_relax(&w.problem, &work, demand);
        int least = fewest(&w);
        assert_int_equal(count, least == 99 ? -1 : least);
        met++;
    }
    assert_true(met > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_finds_the_best_and_proves_it),
        cmocka_unit_test(test_with_little_work_the_bound_still_holds),
        cmocka_unit_test(test_money_kept_whole_bounds_and_keeps_the_best),
        cmocka_unit_test(test_labels_find_the_best_or_bound_it),
        cmocka_unit_test(test_reasons_agree_with_trying),
        cmocka_unit_test(test_what_to_give_up_is_the_fewest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
