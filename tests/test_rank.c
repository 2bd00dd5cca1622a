#include "tests/rank_world.h"

/* Reasons */

static void contributions_add_up_to_the_score(void **state)
{
    (void)state;
    srand(7);
    for (int round = 0; round < 400; round++) {
        double rows[ROOM * ROOM], part[ROOM];
        for (int k = 0; k < ROOM * ROOM; k++)
            rows[k] = 1 + rand() % 1000 / 10.0;
        struct world w;
        world_fill(&w, ROOM, ROOM, rows, (enum normal)(1 + round % 3));
        w.problem.method = round % 2 ? RANK_TOPSIS : RANK_SUM;
        w.criterion[2].lower = true;
        w.criterion[3].missing = MISSING_OUT;
        w.column[3][5] = NAN;
        world_rank(&w);
        for (size_t i = 0; i < ROOM; i++) {
            double sum = 0;
            ranking_explain(&w.ranking, &w.problem, i, part);
            for (int j = 0; j < ROOM; j++)
                sum += part[j];
            assert_true(fabs(sum - w.ranking.score[i]) <= 1e-12);
        }
        ranking_release(&w.ranking);
    }
}

static void ties_share_a_rank_and_stand_by_key(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 4, 1, (double[]){ 2, 5, 5, 1 }, NORMAL_MINMAX);
    w.problem.key = (const char *const[]){ "D", "C", "B", "A" };
    world_rank(&w);
    assert_int_equal(w.ranking.rank[1], 1);
    assert_int_equal(w.ranking.rank[2], 1);
    assert_int_equal(w.ranking.rank[0], 3);
    assert_int_equal(w.ranking.order[0], 2);
    assert_int_equal(w.ranking.order[1], 1);
    ranking_release(&w.ranking);
}

/* 0.1 + 0.2 and 0.3 differ in the last bit, which is nobody's reason. */
static void noise_of_rounding_is_a_tie(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 3, 1, (double[]){ 0.3, 0.1 + 0.2, 1 }, NORMAL_RATIO);
    world_rank(&w);
    assert_int_equal(w.ranking.rank[0], 2);
    assert_int_equal(w.ranking.rank[1], 2);
    ranking_release(&w.ranking);
}

static void a_gate_excludes_and_is_remembered(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 3, 1, (double[]){ 1, 9, 2 }, NORMAL_MINMAX);
    w.gate[0] =
        (struct gate){ "open", (double[]){ 1, 1, 1 }, 1, 1, GATE_REFUSE };
    w.gate[1] =
        (struct gate){ "clean", (double[]){ 1, 0, NAN }, 1, 1, GATE_PASS };
    w.problem.gates = 2;
    world_rank(&w);
    assert_int_equal(w.ranking.excluded[0], -1);
    assert_int_equal(w.ranking.excluded[1], 1);
    assert_int_equal(w.ranking.excluded[2], -1);
    assert_int_equal(w.ranking.rank[1], 0);
    assert_true(isnan(w.ranking.score[1]));
    assert_int_equal(w.ranking.ranked, 2);
    assert_near(w.ranking.score[2], 1); /* the bounds ignore the excluded */
    ranking_release(&w.ranking);
}

static void nobody_left_is_an_empty_order(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 1, 1, (double[]){ 1 }, NORMAL_MINMAX);
    w.gate[0] = (struct gate){ "open", (double[]){ 0 }, 1, 1, GATE_REFUSE };
    w.problem.gates = 1;
    world_rank(&w);
    assert_int_equal(w.ranking.ranked, 0);
    ranking_release(&w.ranking);
}

/* Unknown values */

static double score_under(enum missing missing, double assumed)
{
    struct world w;
    world_fill(&w, 2, 2, (double[]){ 0.4, NAN, 1, 0.5 }, NORMAL_SCALE);
    world_scale(&w, missing);
    w.criterion[0].assumed = w.criterion[1].assumed = assumed;
    world_rank(&w);
    double score = w.ranking.score[0];
    assert_near(w.ranking.coverage[0], 0.5);
    assert_near(w.ranking.coverage[1], 1);
    assert_near(w.ranking.low[0], 0.2);
    assert_near(w.ranking.high[0], 0.7);
    assert_near(w.ranking.low[1], 0.75);
    assert_near(w.ranking.high[1], 0.75);
    ranking_release(&w.ranking);
    return score;
}

static void unknown_values_follow_the_stated_policy(void **state)
{
    (void)state;
    assert_near(score_under(MISSING_WORST, 0), 0.2);
    assert_near(score_under(MISSING_BEST, 0), 0.7);
    assert_near(score_under(MISSING_VALUE, 0.6), 0.5);
    assert_near(score_under(MISSING_OUT, 0), 0.4);
}

static void assert_within(const struct ranking *filled,
                          const struct ranking *bounds)
{
    for (size_t i = 0; i < filled->alternatives; i++) {
        assert_true(filled->rank[i] >= bounds->rank_low[i]);
        assert_true(filled->rank[i] <= bounds->rank_high[i]);
        assert_true(filled->score[i] >= bounds->low[i] - 1e-9);
        assert_true(filled->score[i] <= bounds->high[i] + 1e-9);
    }
}

static void the_bounds_of_a_rank_hold_for_every_filling(void **state)
{
    (void)state;
    srand(11);
    for (int round = 0; round < 300; round++) {
        double rows[15];
        for (int k = 0; k < 15; k++)
            rows[k] = rand() % 11 / 10.0;
        rows[rand() % 15] = rows[rand() % 15] = NAN;
        struct world w, filled;
        world_fill(&w, 5, 3, rows, NORMAL_SCALE);
        world_scale(&w, MISSING_OUT);
        w.problem.method = round % 2 ? RANK_TOPSIS : RANK_SUM;
        if (!ranking_init(&w.ranking, &w.problem, &err))
            continue; /* nothing known of an alternative */
        world_fill(&filled, 5, 3, rows, NORMAL_SCALE);
        for (int k = 0; k < 15; k++)
            if (isnan(rows[k]))
                filled.column[k % 3][k / 3] = rand() % 11 / 10.0;
        world_scale(&filled, MISSING_REFUSE);
        filled.problem.method = w.problem.method;
        world_rank(&filled);
        assert_within(&filled.ranking, &w.ranking);
        ranking_release(&filled.ranking);
        ranking_release(&w.ranking);
    }
}

/* Refusals */

static void what_cannot_be_ranked_says_why(void **state)
{
    (void)state;
    struct world w;
    const double rows[] = { 1, 2, 3, 4 };
    world_fill(&w, 0, 1, rows, NORMAL_MINMAX);
    world_fails(&w, "no alternatives to rank");
    world_fill(&w, 2, 0, rows, NORMAL_MINMAX);
    world_fails(&w, "no criteria to rank by");
    world_fill(&w, 2, 2, rows, NORMAL_MINMAX);
    w.criterion[1].missing = MISSING_UNSTATED;
    world_fails(&w, "criterion 'b': what to do with unknown values is not "
                    "stated");
    world_fill(&w, 2, 2, rows, NORMAL_MINMAX);
    w.criterion[1].weight = -1;
    world_fails(&w, "criterion 'b': weight must not be negative, got -1");
    world_weigh(&w, (double[]){ 0, 0 });
    world_fails(&w, "the weights sum to 0");
    world_weigh(&w, (double[]){ 1, NAN });
    world_fails(&w, "criterion 'b': weight is not a finite number");
}

static void bad_values_are_named(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 2, 1, (double[]){ 1, INFINITY }, NORMAL_MINMAX);
    w.problem.key = names;
    world_fails(&w, "criterion 'a', alternative 'b': the value is not a "
                    "finite number");
    w.column[0][1] = NAN;
    world_fails(&w, "criterion 'a', alternative 'b': the value is not known");
    w.column[0][1] = 1;
    world_fails(&w, "criterion 'a': from 1 to 1 there is nothing to spread "
                    "between worst and best; give it a scale, or weight 0");
    world_fill(&w, 2, 1, (double[]){ 0, 0 }, NORMAL_RATIO);
    world_fails(&w, "criterion 'a': all values are 0, so no ratio can be "
                    "taken; give it a scale, or weight 0");
    w.criterion[0].lower = true;
    world_fails(&w, "criterion 'a', alternative '1': a ratio needs a value "
                    "above 0, got 0");
    w.criterion[0].weight = 0;
    world_fails(&w, "the weights sum to 0");
}

static void a_weight_of_nothing_switches_a_criterion_off(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 2, 2, (double[]){ 1, 7, 3, 7 }, NORMAL_MINMAX);
    world_weigh(&w, (double[]){ 5, 0 });
    world_rank(&w);
    assert_near(w.ranking.score[1], 1);
    ranking_release(&w.ranking);
}

/* Else what rounding leaves of the distances would decide. */
static void equal_values_are_at_no_distance(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 2, 2, (double[]){ 3, 1, 3, 2 }, NORMAL_VECTOR);
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_scores(&w, (double[]){ 0, 1 }, (int[]){ 2, 1 });
    world_fill(&w, 2, 2, (double[]){ 3, 2, 3, 2 }, NORMAL_VECTOR);
    w.problem.method = RANK_TOPSIS;
    world_fails(&w, "alternative '1': nothing that is known tells it from "
                    "others");
}

/* Values whose squares would overflow or vanish. */
static void the_size_of_the_numbers_does_not_matter(void **state)
{
    (void)state;
    const double size[] = { 1e-250, 1, 1e250 };
    for (int k = 0; k < 3; k++) {
        const double s = size[k];
        struct world w;
        world_fill(&w, 3, 1, (double[]){ 1 * s, 2 * s, 4 * s }, NORMAL_VECTOR);
        w.problem.method = RANK_TOPSIS;
        world_rank(&w);
        assert_scores(&w, (double[]){ 0, 1 / 3.0, 1 }, (int[]){ 3, 2, 1 });
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions_add_up_to_the_score),
        cmocka_unit_test(ties_share_a_rank_and_stand_by_key),
        cmocka_unit_test(noise_of_rounding_is_a_tie),
        cmocka_unit_test(a_gate_excludes_and_is_remembered),
        cmocka_unit_test(nobody_left_is_an_empty_order),
        cmocka_unit_test(unknown_values_follow_the_stated_policy),
        cmocka_unit_test(the_bounds_of_a_rank_hold_for_every_filling),
        cmocka_unit_test(what_cannot_be_ranked_says_why),
        cmocka_unit_test(bad_values_are_named),
        cmocka_unit_test(a_weight_of_nothing_switches_a_criterion_off),
        cmocka_unit_test(equal_values_are_at_no_distance),
        cmocka_unit_test(the_size_of_the_numbers_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
