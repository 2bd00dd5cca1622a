/* How far weights can go, what dethrones the first, who is dominated, and
 * what turns when somebody comes or goes. */
#include "tests/rank_world.h"

#include "core/base/rng.h"
#include "core/rank/dethrone.h"
#include "core/rank/dominance.h"
#include "core/rank/reversal.h"
#include "core/rank/stability.h"

/* Triantaphyllou and Sanchez 1997, Decision Sciences 28:151-194. */
static void intervals_as_recomputed_from_triantaphyllou(void **state)
{
    (void)state;
    const double rows[] = { 0.3088, 0.2897, 0.3867, 0.1922, 0.2163, 0.3458,
                            0.1755, 0.6288, 0.4509, 0.2473, 0.1194, 0.0575,
                            0.024,  0.1172, 0.3184, 0.1215 };
    const double ranking[4][2] = { { 0.0726981737248272, 0.366825002187583 },
                                   { 0.185849722934227, 0.592196284872509 },
                                   { 0.124171861367022, 0.551888506099389 },
                                   { 0.0549931122037269, 0.155231490793251 } };
    const double winner[4][2] = { { 0, 0.512586444350514 },
                                  { 0, 0.592196284872509 },
                                  { 0.124171861367022, 1 },
                                  { 0, 0.155231490793251 } };
    struct world w;
    struct stability out[4];
    world_fill(&w, 4, 4, rows, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_weigh(&w, (double[]){ 0.3277, 0.3058, 0.2876, 0.079 });
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 2, out, &err));
    for (int j = 0; j < 4; j++) {
        const struct stay *stay = out[j].stay;
        assert_near(stay[STAY_RANKING].low, ranking[j][0]);
        assert_near(stay[STAY_RANKING].high, ranking[j][1]);
        assert_near(stay[STAY_WINNER].low, winner[j][0]);
        assert_near(stay[STAY_WINNER].high, winner[j][1]);
        assert_true(stay[STAY_TOP].low <= stay[STAY_RANKING].low + 1e-12);
        assert_true(stay[STAY_TOP].high >= stay[STAY_RANKING].high - 1e-12);
    }
    assert_int_equal(out[0].stay[STAY_WINNER].at_low[0], -1);
    assert_int_equal(out[3].stay[STAY_WINNER].at_high[0], 0);
    assert_int_equal(out[3].stay[STAY_WINNER].at_high[1], 1);
    ranking_release(&w.ranking);
}

static void random_world(struct world *w, struct rng *rng, int n, int q,
                         bool coarse)
{
    double rows[ROOM * ROOM];
    for (int i = 0; i < n * q; i++)
        rows[i] = coarse ? rng_below(rng, 5) / 4.0 : rng_number(rng);
    world_fill(w, n, q, rows, NORMAL_SCALE);
    world_scale(w, MISSING_REFUSE);
    for (int j = 0; j < q; j++)
        w->criterion[j].weight = 0.05 + rng_number(rng);
}

/* The ranking when one weight is t and the others keep their proportions. */
static struct ranking moved(const struct world *w, int moves, double t)
{
    struct criterion criterion[ROOM];
    struct rank_problem problem = w->problem;
    struct ranking now;
    double total = 0, own = w->criterion[moves].weight;
    for (int j = 0; j < problem.criteria; j++)
        total += w->criterion[j].weight;
    for (int j = 0; j < problem.criteria; j++) {
        criterion[j] = w->criterion[j];
        criterion[j].weight *= (1 - t) / (total - own);
    }
    criterion[moves].weight = t;
    problem.criterion = criterion;
    assert_ok(ranking_init(&now, &problem, &err));
    return now;
}

/* Whether nobody who stood behind another stands before it now. */
static bool same_ranks(const struct ranking *was, const struct ranking *now)
{
    for (size_t a = 0; a < was->alternatives; a++) {
        for (size_t b = 0; b < was->alternatives; b++) {
            if (was->rank[a] < was->rank[b] && now->rank[a] > now->rank[b])
                return false;
        }
    }
    return true;
}

static bool same_first(const struct ranking *was, const struct ranking *now)
{
    for (size_t a = 0; a < was->alternatives; a++) {
        for (size_t b = 0; b < was->alternatives; b++) {
            if (was->rank[a] == 1 && was->rank[b] > 1 &&
                now->rank[a] > now->rank[b])
                return false;
        }
    }
    return true;
}

static bool same_top(const struct ranking *was, const struct ranking *now)
{
    for (size_t a = 0; a < was->alternatives; a++) {
        for (size_t b = 0; b < was->alternatives; b++) {
            if (was->rank[a] <= 3 && was->rank[b] > 3 &&
                now->rank[a] > now->rank[b])
                return false;
        }
    }
    return true;
}

static bool (*const same[STAYS])(const struct ranking *,
                                 const struct ranking *) = { same_ranks,
                                                             same_first,
                                                             same_top };

/* Inside the interval all stays as it is, and just outside it does not. */
static void assert_edges(const struct world *w, int j, enum stay_kind kind,
                         struct stay stay)
{
    const double step = 1e-6, width = stay.high - stay.low;
    const double inside[] = { stay.low + step, stay.low + 0.3 * width,
                              stay.low + 0.7 * width, stay.high - step };
    const double outside[] = { stay.low - step, stay.high + step };
    for (int i = 0; i < 4; i++) {
        if (!(inside[i] > 0 && inside[i] < 1) || width < 3 * step)
            continue;
        struct ranking now = moved(w, j, inside[i]);
        assert_true(same[kind](&w->ranking, &now));
        ranking_release(&now);
    }
    for (int i = 0; i < 2; i++) {
        if (!(outside[i] > 0 && outside[i] < 1))
            continue;
        struct ranking now = moved(w, j, outside[i]);
        assert_false(same[kind](&w->ranking, &now));
        ranking_release(&now);
    }
}

static void check_intervals(struct rng *rng, enum rank_method method,
                            bool coarse, bool left_out)
{
    struct world w;
    struct stability out[ROOM];
    random_world(&w, rng, 3 + rng_below(rng, 6), 2 + rng_below(rng, 4), coarse);
    w.problem.method = method;
    if (left_out) {
        world_scale(&w, MISSING_OUT);
        w.column[0][1] = w.column[1][0] = NAN;
    }
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 3, out, &err));
    for (int j = 0; j < w.problem.criteria; j++) {
        for (int kind = 0; kind < STAYS; kind++) {
            struct stay stay = out[j].stay[kind];
            assert_true(stay.low <= out[j].weight + 1e-9);
            assert_true(stay.high >= out[j].weight - 1e-9);
            assert_edges(&w, j, (enum stay_kind)kind, stay);
        }
    }
    ranking_release(&w.ranking);
}

static void the_order_holds_inside_an_interval_and_not_outside(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 1500; round++) {
        struct rng rng = rng_new(5, round, 0);
        check_intervals(&rng, RANK_SUM, round % 3 == 0, false);
    }
}

static void intervals_are_exact_where_values_are_left_out(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 500; round++) {
        struct rng rng = rng_new(6, round, 0);
        check_intervals(&rng, RANK_SUM, false, true);
    }
}

static void intervals_of_topsis_are_searched_for(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 20; round++) {
        struct rng rng = rng_new(7, round, 0);
        check_intervals(&rng, RANK_TOPSIS, false, false);
    }
}

static void the_only_weight_cannot_move(void **state)
{
    (void)state;
    struct world w;
    struct stability out[2];
    world_fill(&w, 2, 2, (double[]){ 0.2, 1, 0.5, 0 }, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_weigh(&w, (double[]){ 3, 0 });
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 1, out, &err));
    assert_near(out[0].stay[STAY_RANKING].low, 1);
    assert_near(out[1].stay[STAY_RANKING].low, 0);
    assert_near(out[1].stay[STAY_RANKING].high, 0.3 / 1.3);
    ranking_release(&w.ranking);
}

/* Dethroning */

static double distance(const struct dethrone *d, const struct ranking *r, int q)
{
    double sum = 0;
    for (int j = 0; j < q; j++)
        sum += fabs(d->weight[j] - r->norm[j].weight);
    return sum;
}

/* Whether with some weights the first is no longer before everybody. */
static bool is_level(const struct world *w, const double *weight)
{
    size_t first = w->ranking.order[0];
    for (size_t i = 0; i < w->problem.alternatives; i++) {
        double lead = 0;
        for (int j = 0; j < w->problem.criteria; j++)
            lead += weight[j] * (w->column[j][first] - w->column[j][i]);
        if (i != first && lead <= 1e-12)
            return true;
    }
    return false;
}

/* No random change that is smaller dethrones the first. */
static void assert_smallest(const struct world *w, struct rng *rng, double most)
{
    for (int trial = 0; trial < 200; trial++) {
        double weight[ROOM], sum = 0, far = 0;
        for (int j = 0; j < w->problem.criteria; j++)
            sum += weight[j] = -log(1 - rng_number(rng));
        for (int j = 0; j < w->problem.criteria; j++)
            far += fabs(weight[j] / sum - w->ranking.norm[j].weight);
        for (int j = 0; j < w->problem.criteria; j++) {
            double share = w->ranking.norm[j].weight;
            double part = far > most ? 0.999 * most / far : 1;
            weight[j] = share + part * (weight[j] / sum - share);
        }
        if (far > most)
            assert_false(is_level(w, weight));
    }
}

static void the_smallest_change_dethrones_and_no_smaller_one(void **state)
{
    (void)state;
    int reached = 0;
    for (uint64_t round = 0; round < 400; round++) {
        struct rng rng = rng_new(8, round, 0);
        struct world w;
        struct dethrone d;
        random_world(&w, &rng, 5, 4, false);
        world_rank(&w);
        assert_ok(dethrone_init(&d, &w.ranking, &w.problem, &err));
        assert_int_equal(d.first, w.ranking.order[0]);
        if (d.who < 0) {
            assert_smallest(&w, &rng, 1);
        } else {
            double most = distance(&d, &w.ranking, 4);
            assert_near(most, 2 * d.moved);
            assert_true(is_level(&w, d.weight));
            assert_smallest(&w, &rng, most);
            reached++;
        }
        dethrone_release(&d);
        ranking_release(&w.ranking);
    }
    assert_true(reached > 200);
}

static void who_dominates_all_is_not_dethroned(void **state)
{
    (void)state;
    struct world w;
    struct dethrone d;
    world_fill(&w, 3, 2, (double[]){ 0.9, 0.9, 0.5, 0.8, 0.8, 0.1 },
               NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_rank(&w);
    assert_ok(dethrone_init(&d, &w.ranking, &w.problem, &err));
    assert_int_equal(d.who, -1);
    dethrone_release(&d);
    w.problem.method = RANK_TOPSIS;
    assert_false(dethrone_init(&d, &w.ranking, &w.problem, &err));
    assert_string_equal(err.text, "only of the weighted sum (method 'sum') "
                                  "can that be said");
    ranking_release(&w.ranking);
}

/* Dominance */

static bool dominates(const struct world *w, size_t k, size_t i)
{
    bool more = false;
    for (int j = 0; j < w->problem.criteria; j++) {
        double a = w->column[j][k], b = w->column[j][i];
        a = isnan(a) ? 0 : a;
        b = isnan(b) ? 1 : b;
        if (a < b)
            return false;
        more = more || a > b;
    }
    return more;
}

static void the_dominated_are_all_found(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 2000; round++) {
        struct rng rng = rng_new(9, round, 0);
        struct world w;
        int64_t by[ROOM];
        random_world(&w, &rng, ROOM, 3, round % 2);
        if (round % 3 == 0) {
            w.column[1][4] = w.column[0][2] = NAN;
            world_scale(&w, MISSING_BEST);
        }
        world_rank(&w);
        assert_ok(ranking_dominance(&w.ranking, &w.problem, by, &err));
        for (size_t i = 0; i < ROOM; i++) {
            bool any = false;
            for (size_t k = 0; k < ROOM; k++)
                any = any || dominates(&w, k, i);
            assert_int_equal(by[i] >= 0, any);
            if (by[i] >= 0)
                assert_true(dominates(&w, (size_t)by[i], i));
        }
        ranking_release(&w.ranking);
    }
}

/* Rank reversal */

static void leaving_one_out_can_turn_two_others(void **state)
{
    (void)state;
    struct world w;
    struct reversals reversals;
    const double rows[] = { 10, 4, 6, 9, 0, 4.5, 11, 0 };
    world_fill(&w, 4, 2, rows, NORMAL_MINMAX);
    world_rank(&w);
    assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
    assert_int_equal(reversals.trials, 6);
    assert_true(reversals.found > 0);
    for (long i = 0; i < reversals.found; i++) {
        const struct reversal *r = &reversals.list[i];
        if (r->kind != TRIAL_LEAVE || r->turned == 0)
            continue;
        assert_true(w.ranking.rank[r->pair[0]] < w.ranking.rank[r->pair[1]]);
        assert_true(r->who != r->pair[0] && r->who != r->pair[1]);
    }
    reversals_release(&reversals);
    ranking_release(&w.ranking);
}

static void fixed_scales_never_turn_anything(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 300; round++) {
        struct rng rng = rng_new(10, round, 0);
        struct world w;
        struct reversals reversals;
        random_world(&w, &rng, ROOM, 3, round % 2);
        world_rank(&w);
        assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
        assert_int_equal(reversals.trials, ROOM + 2);
        assert_int_equal(reversals.found, 0);
        reversals_release(&reversals);
        ranking_release(&w.ranking);
    }
}

static void one_alternative_has_nothing_to_fear(void **state)
{
    (void)state;
    struct world w;
    struct stability out[2];
    struct dethrone d;
    int64_t by[1];
    world_fill(&w, 1, 2, (double[]){ 0.2, 0.4 }, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 3, out, &err));
    assert_near(out[0].stay[STAY_RANKING].low, 0);
    assert_near(out[1].stay[STAY_WINNER].high, 1);
    assert_ok(dethrone_init(&d, &w.ranking, &w.problem, &err));
    assert_int_equal(d.who, -1);
    assert_ok(ranking_dominance(&w.ranking, &w.problem, by, &err));
    assert_int_equal(by[0], -1);
    dethrone_release(&d);
    ranking_release(&w.ranking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_as_recomputed_from_triantaphyllou),
        cmocka_unit_test(the_order_holds_inside_an_interval_and_not_outside),
        cmocka_unit_test(intervals_are_exact_where_values_are_left_out),
        cmocka_unit_test(intervals_of_topsis_are_searched_for),
        cmocka_unit_test(the_only_weight_cannot_move),
        cmocka_unit_test(the_smallest_change_dethrones_and_no_smaller_one),
        cmocka_unit_test(who_dominates_all_is_not_dethroned),
        cmocka_unit_test(the_dominated_are_all_found),
        cmocka_unit_test(leaving_one_out_can_turn_two_others),
        cmocka_unit_test(fixed_scales_never_turn_anything),
        cmocka_unit_test(one_alternative_has_nothing_to_fear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
