/* Both modes of placing against brute force, on thousands of tiny cases.
 *
 * Nothing here uses the engine's own checks: the limits are written once more
 * from their definition, and every way to place everyone is tried. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/place/best.h"
#include "core/place/optimum.h"
#include "core/solver/solver.h"

enum { E = 4, C = 3, T = 3, CASES = 4000, SOLVED = 400, OWN = 1200 };

struct world {
    int64_t land[E], waste[E], cost[E];
    int64_t jobs[E], hands[T]; /* of the unit that has clusters 0 and 1 */
    int64_t room[C * T], plant[C * T], budget[T];
    int purse[C], unit[C];
    unsigned char shut[C * T], barred[E * C], out[E];
    int earliest[E], pin_cluster[E], pin_year[E], order[E];
    int together[E], apart[E], current_cluster[E], current_year[E];
    double left[E], far[E * C];
    int64_t kept[E], outside[C * T]; /* land of who is not of the class */
    struct place_resource resource[5];
    bool carry;
    struct place_term term[4];
    struct place_problem problem;
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

static void people(struct world *w)
{
    for (int e = 0; e < E; e++) {
        w->land[e] = dice(6);
        w->waste[e] = dice(3);
        w->cost[e] = dice(5);
        w->out[e] = one_in(12) ? 7 : 0;
        w->earliest[e] = one_in(3) ? dice(T - 1) : 0;
        w->pin_cluster[e] = one_in(8) ? dice(C - 1) : -1;
        w->pin_year[e] = one_in(12) ? dice(T - 1) : -1;
        w->jobs[e] = dice(3);
        w->kept[e] = one_in(2) ? 0 : w->land[e];
        w->together[e] = w->apart[e] = -1;
        w->current_cluster[e] = one_in(2) ? dice(C - 1) : -1;
        w->current_year[e] = one_in(2) ? dice(T - 1) : -1;
        w->order[e] = e;
        w->left[e] = 20 + dice(40);
        for (int c = 0; c < C; c++) {
            w->barred[e * C + c] = one_in(5) ? 3 : 0;
            w->far[e * C + c] = dice(4);
        }
    }
    for (int e = E - 1; e > 0; e--) {
        int other = dice(e), mine = w->order[e];
        w->order[e] = w->order[other];
        w->order[other] = mine;
    }
}

/* Land mostly grows, but a plan may take some back. */
static void places(struct world *w)
{
    for (int i = 0; i < C * T; i++) {
        bool grows = i % T > 0 && !one_in(6);
        w->room[i] = grows ? w->room[i - 1] + dice(4) : dice(6);
        w->plant[i] = one_in(4) ? PLACE_NO_LIMIT : dice(6);
        w->shut[i] = one_in(8);
    }
    for (int c = 0; c < C; c++)
        w->unit[c] = c < 2 ? 0 : -1;
    for (int t = 0; t < T; t++)
        w->hands[t] = one_in(2) ? PLACE_NO_LIMIT : dice(8);
    for (int t = 0; t < T; t++)
        w->budget[t] = one_in(5) ? PLACE_NO_LIMIT : dice(9);
}

/* Two who move together, and two who must be apart; not the same two. */
static void company(struct world *w)
{
    if (one_in(3))
        w->together[dice(1)] = w->together[2] = 1;
    if (one_in(3))
        w->apart[2] = w->apart[3] = 0;
}

/* Land, then those of the rest that this case has. */
static void resources(struct world *w)
{
    w->carry = one_in(2);
    w->resource[w->problem.resources++] = (struct place_resource){
        .name = "land", .need = w->land, .supply = w->room
    };
    if (one_in(2))
        w->resource[w->problem.resources++] = (struct place_resource){
            .name = "treatment", .need = w->waste, .supply = w->plant
        };
    else
        memset(w->waste, 0, sizeof w->waste);
    if (one_in(2))
        w->resource[w->problem.resources++] = (struct place_resource){
            .name = "money",
            .kind = w->carry ? RESOURCE_CARRIED : RESOURCE_SPENT,
            .need = w->cost,
            .supply = w->budget,
            .group = w->purse,
            .groups = 1,
        };
    else
        memset(w->cost, 0, sizeof w->cost);
    w->resource[w->problem.resources++] =
        (struct place_resource){ .name = "workers",
                                 .need = w->jobs,
                                 .supply = w->hands,
                                 .group = w->unit,
                                 .groups = 1 };
}

/* A share of the land is kept for those who need none of this. */
static void reserve(struct world *w)
{
    if (one_in(2)) {
        memset(w->kept, 0, sizeof w->kept);
        return;
    }
    for (int i = 0; i < C * T; i++)
        w->outside[i] = w->room[i] / 2;
    w->resource[w->problem.resources++] = (struct place_resource){
        .name = "land outside", .need = w->kept, .supply = w->outside
    };
}

static void world_make(struct world *w, int number)
{
    seed = (unsigned long long)number * 7919 + 1;
    memset(w, 0, sizeof *w);
    people(w);
    places(w);
    company(w);
    w->term[0] =
        (struct place_term){ .name = "wait", .kind = TERM_WAIT, .weight = 3 };
    w->term[1] = (struct place_term){
        .name = "left", .kind = TERM_LEFT, .weight = 1, .value = w->left
    };
    w->term[2] = (struct place_term){
        .name = "far", .kind = TERM_PAIR, .weight = 0.5, .value = w->far
    };
    w->term[3] = (struct place_term){ .name = "change",
                                      .kind = TERM_CHANGE,
                                      .weight = 5 };
    w->problem = (struct place_problem){
        .enterprises = E,
        .clusters = C,
        .years = T,
        .first_year = 2027,
        .enterprise_key = name,
        .cluster_key = name,
        .shut = w->shut,
        .out = w->out,
        .barred = w->barred,
        .earliest = w->earliest,
        .pin_cluster = w->pin_cluster,
        .pin_year = w->pin_year,
        .together = w->together,
        .apart = w->apart,
        .current_cluster = w->current_cluster,
        .current_year = w->current_year,
        .order = w->order,
        .resource = w->resource,
        .terms = 4,
        .term = w->term,
    };
    resources(w);
    reserve(w);
}

/* A way to place everyone: -1 or cluster * T + year. */

static bool may(const struct world *w, int e, int choice)
{
    if (choice < 0)
        return w->pin_cluster[e] < 0 && w->pin_year[e] < 0;
    int c = choice / T, t = choice % T;
    return !w->out[e] && !w->barred[e * C + c] && !w->shut[choice] &&
           t >= w->earliest[e] &&
           (w->pin_cluster[e] < 0 || w->pin_cluster[e] == c) &&
           (w->pin_year[e] < 0 || w->pin_year[e] == t);
}

/* Sums in the cluster of a cell until its year. */
static bool cell_holds(const struct world *w, const int *way, int cell)
{
    int64_t land = 0, waste = 0, kept = 0;
    for (int e = 0; e < E; e++) {
        if (way[e] < 0 || way[e] / T != cell / T || way[e] > cell)
            continue;
        land += w->land[e];
        waste += w->waste[e];
        kept += w->kept[e];
    }
    return (kept == 0 || kept <= w->room[cell] / 2) &&
           (land == 0 || land <= w->room[cell]) &&
           (waste == 0 || waste <= w->plant[cell]);
}

/* The money until the end of a year, or in it alone. */
static bool money_holds(const struct world *w, const int *way, int year)
{
    int64_t spent = 0, given = 0;
    for (int t = w->carry ? 0 : year; t <= year; t++) {
        if (w->budget[t] == PLACE_NO_LIMIT)
            return true;
        given += w->budget[t];
        for (int e = 0; e < E; e++)
            spent += way[e] >= 0 && way[e] % T == t ? w->cost[e] : 0;
    }
    return spent <= given;
}

static bool hands_hold(const struct world *w, const int *way, int year)
{
    int64_t jobs = 0;
    for (int e = 0; e < E; e++) {
        if (way[e] >= 0 && way[e] / T < 2 && way[e] % T <= year)
            jobs += w->jobs[e];
    }
    return jobs == 0 || jobs <= w->hands[year];
}

static bool company_holds(const struct world *w, const int *way)
{
    for (int a = 0; a < E; a++) {
        for (int b = a + 1; b < E; b++) {
            if (w->together[a] >= 0 && w->together[a] == w->together[b] &&
                way[a] != way[b])
                return false;
            if (w->apart[a] >= 0 && w->apart[a] == w->apart[b] && way[a] >= 0 &&
                way[b] >= 0 && way[a] / T == way[b] / T)
                return false;
        }
    }
    return true;
}

static bool stays(const struct world *w, int e, int choice)
{
    int there = w->current_cluster[e], then = w->current_year[e];
    return there < 0 || (choice >= 0 && choice / T == there &&
                         (then < 0 || choice % T == then));
}

/* Where terms are limited: how many change, how far they go. */
static bool terms_hold(const struct world *w, const int *way)
{
    double changes = 0, far = 0;
    for (int e = 0; e < E; e++) {
        changes += !stays(w, e, way[e]);
        far += way[e] < 0 ? 0 : w->far[e * C + way[e] / T];
    }
    return (!w->term[3].limited || changes <= w->term[3].most) &&
           (!w->term[2].limited || far <= w->term[2].most);
}

static bool holds(const struct world *w, const int *way)
{
    if (!terms_hold(w, way))
        return false;
    for (int cell = 0; cell < C * T; cell++) {
        if (!cell_holds(w, way, cell))
            return false;
    }
    for (int year = 0; year < T; year++) {
        if (!money_holds(w, way, year) || !hands_hold(w, way, year))
            return false;
    }
    return company_holds(w, way);
}

static double price(const struct world *w, int e, int choice)
{
    double change = stays(w, e, choice) ? 0 : 5;
    if (choice < 0)
        return w->left[e] + change;
    return 3.0 * (choice % T - w->earliest[e]) +
           0.5 * w->far[e * C + choice / T] + change;
}

static double total(const struct world *w, const int *way)
{
    double sum = 0;
    for (int e = 0; e < E; e++)
        sum += price(w, e, way[e]);
    return sum;
}

static bool with(const struct world *w, int e, int other)
{
    return e == other ||
           (w->together[e] >= 0 && w->together[e] == w->together[other]);
}

/* What all who move with e pay. */
static double price_of_all(const struct world *w, int e, int choice)
{
    double sum = 0;
    for (int other = 0; other < E; other++)
        sum += with(w, e, other) ? price(w, other, choice) : 0;
    return sum;
}

/* Whether e, and who moves with it, prefers its place in a to that in b. */
static bool prefers(const struct world *w, int e, int a, int b)
{
    if (a < 0 || b < 0)
        return b < 0 && a >= 0;
    double mine = price_of_all(w, e, a), other = price_of_all(w, e, b);
    if (mine != other)
        return mine < other;
    return a % T != b % T ? a % T < b % T : a < b;
}

/* 0 for those pinned to cluster and year, 1 for one of both, 2 for none. */
static int turn_of(const struct world *w, int e)
{
    bool cluster = false, year = false;
    for (int other = 0; other < E; other++) {
        cluster |= with(w, e, other) && w->pin_cluster[other] >= 0;
        year |= with(w, e, other) && w->pin_year[other] >= 0;
    }
    return 2 - cluster - year;
}

/* Whether a is better than b for the first who is not indifferent, asking the
 * fully pinned, then the pinned, then the others, each in order. */
static bool first_prefers(const struct world *w, const int *a, const int *b)
{
    for (int turn = 0; turn < 3; turn++) {
        for (int i = 0; i < E; i++) {
            int e = w->order[i];
            if (turn_of(w, e) == turn && a[e] != b[e])
                return prefers(w, e, a[e], b[e]);
        }
    }
    return false;
}

/* The best ways by both aims; returns whether there is any. */
static bool brute(const struct world *w, int *strict, double *least)
{
    int way[E] = { -1, -1, -1, -1 };
    bool any = false;
    for (;;) {
        bool good = true;
        for (int e = 0; e < E && good; e++)
            good = may(w, e, way[e]);
        if (good && holds(w, way)) {
            if (!any || first_prefers(w, way, strict))
                memcpy(strict, way, sizeof way);
            if (!any || total(w, way) < *least)
                *least = total(w, way);
            any = true;
        }
        int e = 0;
        while (e < E && ++way[e] == C * T)
            way[e++] = -1;
        if (e == E)
            return any;
    }
}

static void read_way(const struct placement *placement, int *way)
{
    for (int e = 0; e < E; e++)
        way[e] = placement->cluster[e] < 0
                     ? -1
                     : placement->cluster[e] * T + placement->year[e];
}

static void strict_order_is_what_brute_force_finds(void **state)
{
    (void)state;
    int possible = 0, left_out = 0;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct placement placement;
        struct err err;
        int expected[E], way[E];
        double least = 0;
        world_make(&w, number);
        bool any = brute(&w, expected, &least);
        assert_int_equal(place_strict(&placement, &w.problem, &err), any);
        if (!any)
            continue;
        possible++;
        left_out += placement.placed < E;
        read_way(&placement, way);
        assert_memory_equal(way, expected, sizeof way);
        assert_near(placement.total, total(&w, way));
        placement_release(&placement);
    }
    assert_true(possible > CASES / 3 && left_out > CASES / 10);
}

/* The path of the module, from the place of this test. */
static const char *module_path;

static bool solve(const struct world *w, const struct solver *solver,
                  struct placement *placement)
{
    struct place_model model;
    struct err err;
    if (!place_model_init(&model, &w->problem, &err))
        return false;
    double x[E * C * T] = { 0 };
    struct programme programme = { model.columns, model.rows,  model.cost,
                                   model.start,   model.index, model.element,
                                   model.least,   model.most };
    struct answer answer = { .x = x };
    bool solved = solver_solve(solver, &programme, 10, &answer, &err);
    if (solved)
        assert_ok(
            place_adopt(placement, &w->problem, &model, x, answer.bound, &err));
    place_model_release(&model);
    return solved;
}

static void best_total_is_what_brute_force_finds(void **state)
{
    (void)state;
    struct solver solver;
    struct err err;
    assert_ok(solver_open(&solver, module_path, &err));
    for (int number = 0; number < SOLVED; number++) {
        struct world w;
        struct placement placement;
        int strict[E], way[E];
        double least = 0;
        world_make(&w, number);
        bool any = brute(&w, strict, &least);
        assert_int_equal(solve(&w, &solver, &placement), any);
        if (!any)
            continue;
        read_way(&placement, way);
        for (int e = 0; e < E; e++)
            assert_true(may(&w, e, way[e]));
        assert_true(holds(&w, way));
        assert_true(fabs(placement.total - least) < 1e-6);
        assert_true(placement.bound <= least + 1e-6);
        assert_true(placement.bound >= least - 1e-6);
        placement_release(&placement);
    }
}

static void the_own_engine_finds_and_proves_it(void **state)
{
    (void)state;
    int possible = 0;
    for (int number = 0; number < OWN; number++) {
        struct world w;
        struct placement placement;
        struct err err;
        const struct place_work work = { .steps = 1200, .seed = 1 };
        int strict[E], way[E];
        double least = 0;
        world_make(&w, number);
        bool any = brute(&w, strict, &least);
        assert_int_equal(place_best(&placement, &w.problem, &work, &err), any);
        if (!any)
            continue;
        read_way(&placement, way);
        for (int e = 0; e < E; e++)
            assert_true(may(&w, e, way[e]));
        assert_true(holds(&w, way));
        assert_true(fabs(placement.total - least) < 1e-6);
        assert_true(fabs(placement.bound - least) < 1e-6);
        possible++;
        placement_release(&placement);
    }
    assert_true(possible > OWN / 3);
}

/* The world after something has changed: other room, another price of waiting.
 */
static void change(struct world *w)
{
    for (int i = 0; i < C * T; i++) {
        w->room[i] = i % T > 0 ? w->room[i - 1] + dice(3) : dice(6);
        w->outside[i] = w->room[i] / 2;
    }
    w->far[dice(E * C - 1)] = dice(4);
}

static void what_begins_with_an_earlier_placement_is_as_true(void **state)
{
    (void)state;
    int possible = 0, warm = 0;
    for (int number = 0; number < SOLVED; number++) {
        struct world w;
        struct placement first, placement;
        struct err err;
        struct place_work work = { .steps = 1000, .seed = 1 };
        int strict[E], way[E];
        double least = 0;
        world_make(&w, number);
        if (!place_best(&first, &w.problem, &work, &err))
            continue;
        warm += first.proof != NULL;
        work.from = &first;
        change(&w);
        bool any = brute(&w, strict, &least);
        assert_int_equal(place_best(&placement, &w.problem, &work, &err), any);
        placement_release(&first);
        if (!any)
            continue;
        read_way(&placement, way);
        assert_true(holds(&w, way));
        assert_true(fabs(placement.total - least) < 1e-6);
        assert_true(fabs(placement.bound - least) < 1e-6);
        possible++;
        placement_release(&placement);
    }
    assert_true(possible > SOLVED / 3);
    assert_true(warm > SOLVED / 10);
}

/* At most so many changes, at most so far. */
static void limit_terms(struct world *w)
{
    w->term[3].limited = one_in(2);
    w->term[3].most = dice(2);
    w->term[2].limited = !w->term[3].limited || one_in(2);
    w->term[2].most = dice(6);
}

static void limits_of_terms_are_kept_by_the_exact_solver(void **state)
{
    (void)state;
    struct solver solver;
    struct err err;
    int possible = 0;
    assert_ok(solver_open(&solver, module_path, &err));
    for (int number = 0; number < SOLVED; number++) {
        struct world w;
        struct placement placement;
        int strict[E], way[E];
        double least = 0;
        world_make(&w, number);
        limit_terms(&w);
        bool any = brute(&w, strict, &least);
        assert_int_equal(solve(&w, &solver, &placement), any);
        if (!any)
            continue;
        possible++;
        read_way(&placement, way);
        assert_true(holds(&w, way));
        assert_true(fabs(placement.total - least) < 1e-6);
        placement_release(&placement);
    }
    assert_in_range(possible, SOLVED / 4, SOLVED * 3 / 4);
}

static void limits_of_terms_are_kept_by_the_own_engine(void **state)
{
    (void)state;
    int possible = 0;
    for (int number = 0; number < SOLVED; number++) {
        struct world w;
        struct placement placement;
        struct err err;
        const struct place_work work = { .steps = 3000, .seed = 1 };
        int strict[E], way[E];
        double least = 0;
        world_make(&w, number);
        limit_terms(&w);
        bool any = brute(&w, strict, &least);
        bool some = place_best(&placement, &w.problem, &work, &err);
        assert_int_equal(some, any);
        if (!some)
            continue;
        possible++;
        read_way(&placement, way);
        assert_true(holds(&w, way));
        assert_true(fabs(placement.total - least) < 1e-6);
        assert_true(fabs(placement.bound - least) < 1e-6);
        placement_release(&placement);
    }
    assert_in_range(possible, SOLVED / 4, SOLVED * 3 / 4);
}

int main(int argc, char **argv)
{
    /* build/tests/test_place_brute -> build/ccn-cbc.so */
    static char path[4096];
    const char *self = argc > 0 ? argv[0] : "";
    const char *slash = strrchr(self, '/');
    snprintf(path, sizeof path, "%.*s../ccn-cbc.so",
             slash ? (int)(slash - self + 1) : 0, self);
    module_path = getenv("CCN_CBC") ? getenv("CCN_CBC") : path;

    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strict_order_is_what_brute_force_finds),
        cmocka_unit_test(best_total_is_what_brute_force_finds),
        cmocka_unit_test(the_own_engine_finds_and_proves_it),
        cmocka_unit_test(what_begins_with_an_earlier_placement_is_as_true),
        cmocka_unit_test(limits_of_terms_are_kept_by_the_exact_solver),
        cmocka_unit_test(limits_of_terms_are_kept_by_the_own_engine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
