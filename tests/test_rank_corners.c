/* Corners of rank: ties, one or none that is left, weights that cannot move,
 * limits that only rounding can meet. */
#include "tests/rank_world.h"

#include "core/base/rng.h"
#include "core/rank/dethrone.h"
#include "core/rank/dominance.h"
#include "core/rank/reversal.h"
#include "core/rank/stability.h"
#include "core/rank/worths.h"

static void all_excluded(struct world *w)
{
    w->gate[0] = (struct gate){ .name = "gate",
                                .column = w->column[0],
                                .least = 100,
                                .most = INFINITY,
                                .unknown = GATE_REFUSE };
    w->problem.gates = 1;
}

/* Ranking */

static void shares_are_those_of_who_is_not_excluded(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 3, 1, (double[]){ 1, 3, 60 }, NORMAL_SHARE);
    all_excluded(&w);
    w.gate[0].least = 0;
    w.gate[0].most = 50;
    world_rank(&w);
    assert_near(w.ranking.score[0], 0.25);
    assert_near(w.ranking.score[1], 0.75);
    assert_int_equal(w.ranking.rank[2], 0);
    ranking_release(&w.ranking);
}

static void what_has_no_weight_is_never_left_out(void **state)
{
    (void)state;
    struct world w;
    struct worths worths;
    world_fill(&w, 2, 3, (double[]){ 0.2, 0.5, NAN, NAN, 0.5, NAN },
               NORMAL_SCALE);
    world_scale(&w, MISSING_OUT);
    world_weigh(&w, (double[]){ 1, 1, 0 });
    world_rank(&w);
    worths_init(&worths, &w.ranking, &w.problem);
    for (size_t k = 0; k < 2; k++) {
        assert_near(worths.counts[k], w.ranking.order[k] == 1 ? 0 : 1);
        assert_near(worths.counts[2 + k], 1);
        assert_near(worths.counts[4 + k], 1);
    }
    worths_release(&worths);
    ranking_release(&w.ranking);
}

/* Dethroning and dominance */

static void a_shared_first_place_needs_no_move(void **state)
{
    (void)state;
    struct world w;
    struct dethrone d;
    world_fill(&w, 3, 2, (double[]){ 0.2, 0.1, 0.4, 0.8, 0.8, 0.4 },
               NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_rank(&w);
    assert_ok(dethrone_init(&d, &w.ranking, &w.problem, &err));
    assert_int_equal(d.first, 1);
    assert_int_equal(d.who, 2);
    assert_near(d.moved, 0);
    assert_near(d.weight[0], 0.5);
    dethrone_release(&d);
    ranking_release(&w.ranking);
}

/* Level by one or two criteria and worse by two: these two must lose all. */
static void who_is_only_level_needs_all_the_weight(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 300; round++) {
        struct rng rng = rng_new(11, round, 0);
        struct world w;
        struct dethrone d;
        double a = rng_number(&rng), b = rng_number(&rng);
        double c = rng_number(&rng), e = rng_number(&rng);
        double rows[] = { a, b, c, e, a, b, c / 3, e / 7 };
        world_fill(&w, 2, 4, rows, NORMAL_SCALE);
        world_scale(&w, MISSING_REFUSE);
        for (int j = 0; j < 4; j++)
            w.criterion[j].weight = 0.1 + rng_number(&rng);
        if (round % 2 == 0)
            w.criterion[1].weight = 0;
        world_rank(&w);
        assert_ok(dethrone_init(&d, &w.ranking, &w.problem, &err));
        assert_int_equal(d.who, 1);
        assert_near(d.moved,
                    w.ranking.norm[2].weight + w.ranking.norm[3].weight);
        assert_near(d.weight[2], 0);
        assert_near(d.weight[3], 0);
        dethrone_release(&d);
        ranking_release(&w.ranking);
    }
}

static void a_criterion_without_weight_saves_nobody(void **state)
{
    (void)state;
    struct world w;
    int64_t by[2];
    world_fill(&w, 2, 3, (double[]){ 0.5, 0.5, 0.1, 0.4, 0.4, 0.9 },
               NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_weigh(&w, (double[]){ 1, 1, 0 });
    world_rank(&w);
    assert_ok(ranking_dominance(&w.ranking, &w.problem, by, &err));
    assert_int_equal(by[0], -1);
    assert_int_equal(by[1], 0);
    ranking_release(&w.ranking);
}

/* Stability */

/* Many criteria, and all but the first behind it by just what still counts as a
 * tie, so that some tie with it and some, hardly lower, do not. */
static void nearly_tied(struct rng *rng, struct criterion *criterion,
                        double (*column)[ROOM], int criteria)
{
    long double total = 0, rest[ROOM] = { 0 };
    for (int j = 0; j < criteria; j++)
        total += criterion[j].weight = j ? 1 + rng_number(rng) : 300;
    for (int j = 1; j < criteria; j++) {
        for (int i = 0; i < ROOM; i++) {
            column[j][i] = 0.9 + 0.1 * rng_number(rng);
            rest[i] += criterion[j].weight * (long double)column[j][i];
        }
    }
    for (int i = 0; i < ROOM; i++) {
        double behind = i ? 1e-12 + 2e-15 * (rng_number(rng) - 0.5) : 0;
        column[0][i] = (double)(((0.95L - behind) * total - rest[i]) / 300);
    }
}

static void an_interval_holds_its_weight_however_near_the_scores(void **state)
{
    (void)state;
    enum { Q = 400 };
    static double column[Q][ROOM];
    struct criterion criterion[Q];
    struct stability out[Q];
    for (int j = 0; j < Q; j++)
        criterion[j] = (struct criterion){ .name = "one of many",
                                           .column = column[j],
                                           .scale = unit_scale,
                                           .missing = MISSING_REFUSE };
    for (uint64_t round = 0; round < 25; round++) {
        struct rng rng = rng_new(12, round, 0);
        struct ranking ranking;
        nearly_tied(&rng, criterion, column, Q);
        struct rank_problem problem = { .alternatives = ROOM,
                                        .criteria = Q,
                                        .criterion = criterion };
        assert_ok(ranking_init(&ranking, &problem, &err));
        assert_ok(ranking_stability(&ranking, &problem, 2, out, &err));
        for (int j = 0; j < Q; j++) {
            for (int kind = 0; kind < STAYS; kind++) {
                assert_true(out[j].stay[kind].low <= out[j].weight);
                assert_true(out[j].stay[kind].high >= out[j].weight);
            }
        }
        ranking_release(&ranking);
    }
}

/* By b alone, the same for all, TOPSIS tells nobody from another. */
static void an_interval_ends_where_no_order_can_be_made(void **state)
{
    (void)state;
    struct world w;
    struct stability out[2];
    world_fill(&w, 3, 2, (double[]){ 1, 5, 2, 5, 4, 5 }, NORMAL_VECTOR);
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 1, out, &err));
    for (int kind = 0; kind < STAYS; kind++) {
        assert_near(out[1].stay[kind].low, 0);
        assert_true(out[1].stay[kind].high < 1);
        assert_true(out[1].stay[kind].high > 1 - 1e-8);
        assert_near(out[0].stay[kind].high, 1);
    }
    ranking_release(&w.ranking);
}

static void the_only_weight_of_topsis_cannot_move(void **state)
{
    (void)state;
    struct world w;
    struct stability out[2];
    world_fill(&w, 2, 2, (double[]){ 0.2, 1, 0.5, 0 }, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_weigh(&w, (double[]){ 3, 0 });
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_ok(ranking_stability(&w.ranking, &w.problem, 1, out, &err));
    assert_near(out[0].stay[STAY_WINNER].low, 1);
    assert_near(out[0].stay[STAY_WINNER].high, 1);
    assert_true(out[1].stay[STAY_WINNER].high < 1);
    ranking_release(&w.ranking);
}

static void where_all_are_excluded_no_weight_matters(void **state)
{
    (void)state;
    for (int method = RANK_SUM; method <= RANK_TOPSIS; method++) {
        struct world w;
        struct stability out[2];
        struct reversals reversals;
        world_fill(&w, 2, 2, (double[]){ 0.2, 1, 0.5, 0 }, NORMAL_SCALE);
        world_scale(&w, MISSING_REFUSE);
        w.problem.method = (enum rank_method)method;
        all_excluded(&w);
        world_rank(&w);
        assert_ok(ranking_stability(&w.ranking, &w.problem, 1, out, &err));
        assert_near(out[1].stay[STAY_RANKING].low, 0);
        assert_near(out[1].stay[STAY_RANKING].high, 1);
        assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
        assert_int_equal(reversals.trials, 0);
        reversals_release(&reversals);
        ranking_release(&w.ranking);
    }
}

/* Rank reversal */

/* Neighbours of the old order that stand the other way round in a new one of
 * all but one. */
static long turned_without(const struct world *w, size_t left_out)
{
    struct world now = *w;
    size_t n = 0, kept[ROOM], place[ROOM] = { 0 };
    long turned = 0;
    for (size_t k = 0; k < w->ranking.ranked; k++) {
        size_t i = w->ranking.order[k];
        if (i == left_out)
            continue;
        for (int j = 0; j < w->problem.criteria; j++)
            now.column[j][n] = w->column[j][i];
        place[n] = (size_t)w->ranking.rank[i];
        kept[n] = n;
        n++;
    }
    for (int j = 0; j < w->problem.criteria; j++)
        now.criterion[j].column = now.column[j];
    now.problem.criterion = now.criterion;
    now.problem.alternatives = n;
    world_rank(&now);
    for (size_t k = 1; k < n; k++)
        turned += place[k - 1] < place[k] &&
                  now.ranking.rank[kept[k - 1]] > now.ranking.rank[kept[k]];
    ranking_release(&now.ranking);
    return turned;
}

static void every_pair_that_a_leaver_turns_is_counted(void **state)
{
    (void)state;
    long most = 0;
    for (uint64_t round = 0; round < 200; round++) {
        struct rng rng = rng_new(13, round, 0);
        struct world w;
        struct reversals reversals;
        double rows[ROOM * 3];
        for (int k = 0; k < ROOM * 3; k++)
            rows[k] = pow(rng_number(&rng), 4);
        world_fill(&w, ROOM, 3, rows, NORMAL_MINMAX);
        world_rank(&w);
        assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
        for (long i = 0; i < reversals.found; i++) {
            const struct reversal *r = &reversals.list[i];
            if (r->kind != TRIAL_LEAVE)
                continue;
            assert_int_equal(r->turned, turned_without(&w, (size_t)r->who));
            most = r->turned > most ? r->turned : most;
        }
        reversals_release(&reversals);
        ranking_release(&w.ranking);
    }
    assert_true(most > 1);
}

/* a and b tie for the second place; without c, who had the most by the first
 * criterion, b is ahead of a.  They did not stand one before the other, so no
 * pair is turned, but a is not first among those who stay. */
static void a_leaver_can_part_those_who_tied(void **state)
{
    (void)state;
    struct world w;
    struct reversals reversals;
    world_fill(&w, 4, 2, (double[]){ 0, 3, 6, 1.5, 12, 2, 0, 0 },
               NORMAL_MINMAX);
    world_rank(&w);
    assert_int_equal(w.ranking.rank[0], 2);
    assert_int_equal(w.ranking.rank[1], 2);
    assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
    long parted = 0;
    for (long i = 0; i < reversals.found; i++) {
        const struct reversal *r = &reversals.list[i];
        parted += r->kind == TRIAL_LEAVE && r->who == 2 && r->first_changed &&
                  r->turned == 0 && r->pair[0] == -1;
    }
    assert_int_equal(parted, 1);
    reversals_release(&reversals);
    ranking_release(&w.ranking);
}

/* A code is not made less, nor an unknown value, nor a ratio below 0; where a
 * scale is level nothing is worse. */
static void a_worse_one_is_still_one_that_can_be_ranked(void **state)
{
    (void)state;
    static const double codes[] = { 1, 2 }, level[] = { 0.5, 0.5 };
    static const double ends[] = { 0, 10 }, fall[] = { 1, 0 };
    struct world w;
    struct reversals reversals;
    const double rows[] = { 9, 9, 2, 1, 1,   1, 1, 5, 5, 2, 0, 2, 2,   2,
                            6, 7, 1, 1, 1.5, 5, 3, 0, 0, 1, 1, 3, NAN, 4 };
    world_fill(&w, 4, 7, rows, NORMAL_MINMAX);
    w.criterion[0].normal = NORMAL_RATIO;
    w.criterion[1].normal = NORMAL_SHARE;
    w.criterion[2].normal = w.criterion[3].normal = NORMAL_SCALE;
    w.criterion[2].scale = (struct scale){ SCALE_CODES, 2, codes, unit, 1 };
    w.criterion[3].scale = (struct scale){ SCALE_LINEAR, 2, unit, level, 1 };
    w.criterion[4].lower = true;
    w.criterion[6].normal = NORMAL_SCALE;
    w.criterion[6].scale = (struct scale){ SCALE_LINEAR, 2, ends, fall, 1 };
    w.criterion[5].missing = MISSING_WORST;
    world_rank(&w);
    assert_int_equal(w.ranking.order[3], 3);
    assert_ok(reversals_init(&reversals, &w.ranking, &w.problem, &err));
    assert_int_equal(reversals.trials, 6);
    for (long i = 0; i < reversals.found; i++)
        assert_int_equal(reversals.list[i].kind, TRIAL_LEAVE);
    reversals_release(&reversals);
    ranking_release(&w.ranking);
}

static void a_copy_that_cannot_be_ranked_is_an_error(void **state)
{
    (void)state;
    struct world w;
    struct reversals reversals;
    world_fill(&w, 1, 1, (double[]){ 4e307 }, NORMAL_SHARE);
    world_rank(&w);
    assert_false(reversals_init(&reversals, &w.ranking, &w.problem, &err));
    assert_string_equal(err.text,
                        "criterion 'a': the values are too large or too small "
                        "to be compared; take another unit");
    assert_null(reversals.list);
    assert_int_equal(reversals.trials, 0);
    ranking_release(&w.ranking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_those_of_who_is_not_excluded),
        cmocka_unit_test(what_has_no_weight_is_never_left_out),
        cmocka_unit_test(a_shared_first_place_needs_no_move),
        cmocka_unit_test(who_is_only_level_needs_all_the_weight),
        cmocka_unit_test(a_criterion_without_weight_saves_nobody),
        cmocka_unit_test(an_interval_holds_its_weight_however_near_the_scores),
        cmocka_unit_test(an_interval_ends_where_no_order_can_be_made),
        cmocka_unit_test(the_only_weight_of_topsis_cannot_move),
        cmocka_unit_test(where_all_are_excluded_no_weight_matters),
        cmocka_unit_test(every_pair_that_a_leaver_turns_is_counted),
        cmocka_unit_test(a_leaver_can_part_those_who_tied),
        cmocka_unit_test(a_worse_one_is_still_one_that_can_be_ranked),
        cmocka_unit_test(a_copy_that_cannot_be_ranked_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
