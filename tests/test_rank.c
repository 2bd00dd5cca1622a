#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/rank/rank.h"

enum { ROOM = 8 };

/* A problem with small columns, and its ranking. */
struct world {
    double column[ROOM][ROOM];
    struct criterion criterion[ROOM];
    struct gate gate[2];
    struct rank_problem problem;
    struct ranking ranking;
};

static struct err err;

static const double unit[] = { 0, 1 };
static const struct scale unit_scale = { SCALE_LINEAR, 2, unit, unit, 1 };

static const char *const names[ROOM] = {
    "a", "b", "c", "d", "e", "f", "g", "h"
};

/* rows is the matrix as papers print it; all criteria alike, higher better. */
static void world_fill(struct world *w, int alternatives, int criteria,
                       const double *rows, enum normal normal)
{
    memset(w, 0, sizeof *w);
    for (int j = 0; j < criteria; j++) {
        for (int i = 0; i < alternatives; i++)
            w->column[j][i] = rows[i * criteria + j];
        w->criterion[j] = (struct criterion){ .name = names[j],
                                              .column = w->column[j],
                                              .weight = 1,
                                              .normal = normal,
                                              .missing = MISSING_REFUSE };
    }
    w->problem = (struct rank_problem){ .alternatives = (size_t)alternatives,
                                        .criteria = criteria,
                                        .criterion = w->criterion,
                                        .gate = w->gate };
}

static void world_weigh(struct world *w, const double *weight)
{
    for (int j = 0; j < w->problem.criteria; j++)
        w->criterion[j].weight = weight[j];
}

static void world_rank(struct world *w)
{
    assert_ok(ranking_init(&w->ranking, &w->problem, &err));
}

/* The ranking fails and says so. */
static void world_fails(struct world *w, const char *text)
{
    assert_false(ranking_init(&w->ranking, &w->problem, &err));
    assert_string_equal(err.text, text);
    assert_null(w->ranking.score);
}

static void assert_scores(struct world *w, const double *score, const int *rank)
{
    for (size_t i = 0; i < w->problem.alternatives; i++) {
        assert_near(w->ranking.score[i], score[i]);
        assert_int_equal(w->ranking.rank[i], rank[i]);
    }
    ranking_release(&w->ranking);
}

/* Published cases.  The scores are recomputed to more digits than printed,
 * and agree with what the papers print. */

/* Hwang and Yoon's method; data of Celikbilek 2018. */
static void topsis_vector_as_published_by_celikbilek(void **state)
{
    (void)state;
    const double rows[] = { 9, 7, 6, 7, 8, 7, 9, 6, 7, 8, 6, 6 };
    struct world w;
    world_fill(&w, 3, 4, rows, NORMAL_VECTOR);
    world_weigh(&w, (double[]){ 4, 2, 6, 8 });
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_scores(
        &w,
        (double[]){ 0.387686954922118, 0.650323821885016, 0.0834767003033904 },
        (int[]){ 2, 1, 3 });
}

/* Tzeng and Huang 2011, Multiple Attribute Decision Making. */
static void topsis_vector_as_published_by_tzeng(void **state)
{
    (void)state;
    const double rows[] = { 5, 8, 4, 7, 6, 8, 8, 8, 6, 7, 4, 6 };
    struct world w;
    world_fill(&w, 4, 3, rows, NORMAL_VECTOR);
    world_weigh(&w, (double[]){ 0.3, 0.4, 0.3 });
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_scores(&w,
                  (double[]){ 0.503719658579519, 0.658084771961814,
                              0.748248659940624, 0.333997436943342 },
                  (int[]){ 3, 2, 1, 4 });
}

/* Opricovic and Tzeng 2004, EJOR 156(2), the mountain: the first and third
 * tie, one criterion is better when lower. */
static void topsis_minmax_as_published_by_opricovic(void **state)
{
    (void)state;
    const double rows[] = { 1, 3000, 2, 3750, 5, 4500 };
    struct world w;
    world_fill(&w, 3, 2, rows, NORMAL_MINMAX);
    w.criterion[0].lower = true;
    w.problem.method = RANK_TOPSIS;
    world_rank(&w);
    assert_int_equal(w.ranking.tied[0], 2);
    assert_int_equal(w.ranking.tied[1], 1);
    assert_scores(&w, (double[]){ 0.5, 0.617217781462681, 0.5 },
                  (int[]){ 2, 1, 2 });
}

/* Afshari, Mojahed and Yusuff 2010, personnel selection. */
static void sum_of_ratios_as_published_by_afshari(void **state)
{
    (void)state;
    const double rows[] = { 4, 7, 3, 2, 2, 2, 2, 4, 4, 6, 4, 4,
                            3, 7, 7, 6, 4, 2, 5, 5, 3, 3, 2, 5,
                            3, 3, 2, 5, 4, 2, 2, 5, 5, 3, 6 };
    struct world w;
    world_fill(&w, 5, 7, rows, NORMAL_RATIO);
    world_weigh(&w,
                (double[]){ 0.283, 0.162, 0.162, 0.07, 0.085, 0.162, 0.076 });
    world_rank(&w);
    assert_scores(&w,
                  (double[]){ 0.553228571428571, 0.713485714285714,
                              0.837428571428571, 0.514657142857143,
                              0.579342857142857 },
                  (int[]){ 4, 2, 1, 5, 3 });
}

/* Rizan et al. 2020, school admission: zeros in the columns. */
static void sum_of_ratios_as_published_by_rizan(void **state)
{
    (void)state;
    const double rows[] = { 0.75, 0.5,  0.75, 0, 0,   0,    1,
                            0.75, 1,    0.75, 0, 0,   0,    0.75,
                            0.75, 0.75, 0.75, 0, 0.5, 0.25, 1,
                            0.5,  0.5,  0.75, 1, 0.5, 0,    0.75 };
    struct world w;
    world_fill(&w, 4, 7, rows, NORMAL_RATIO);
    world_weigh(&w, (double[]){ 0.1, 0.1, 0.1, 0.15, 0.2, 0.25, 0.1 });
    world_rank(&w);
    assert_scores(&w, (double[]){ 0.35, 0.375, 0.825, 0.641666666666667 },
                  (int[]){ 4, 3, 1, 2 });
}

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
    for (int j = 0; j < 2; j++) {
        w.criterion[j].scale = unit_scale;
        w.criterion[j].missing = missing;
        w.criterion[j].assumed = assumed;
    }
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
        for (int j = 0; j < 3; j++) {
            w.criterion[j].missing = MISSING_OUT;
            w.criterion[j].scale = unit_scale;
        }
        w.problem.method = round % 2 ? RANK_TOPSIS : RANK_SUM;
        if (!ranking_init(&w.ranking, &w.problem, &err))
            continue; /* nothing known of an alternative */
        world_fill(&filled, 5, 3, rows, NORMAL_SCALE);
        for (int k = 0; k < 15; k++)
            if (isnan(rows[k]))
                filled.column[k % 3][k / 3] = rand() % 11 / 10.0;
        for (int j = 0; j < 3; j++)
            filled.criterion[j].scale = w.criterion[j].scale;
        filled.problem.method = w.problem.method;
        world_rank(&filled);
        for (int i = 0; i < 5; i++) {
            assert_true(filled.ranking.rank[i] >= w.ranking.rank_low[i]);
            assert_true(filled.ranking.rank[i] <= w.ranking.rank_high[i]);
            assert_true(filled.ranking.score[i] >= w.ranking.low[i] - 1e-9);
            assert_true(filled.ranking.score[i] <= w.ranking.high[i] + 1e-9);
        }
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
                    "between worst and best");
    world_fill(&w, 2, 1, (double[]){ 0, 0 }, NORMAL_RATIO);
    world_fails(&w, "criterion 'a': all values are 0, so no ratio can be "
                    "taken");
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
        cmocka_unit_test(topsis_vector_as_published_by_celikbilek),
        cmocka_unit_test(topsis_vector_as_published_by_tzeng),
        cmocka_unit_test(topsis_minmax_as_published_by_opricovic),
        cmocka_unit_test(sum_of_ratios_as_published_by_afshari),
        cmocka_unit_test(sum_of_ratios_as_published_by_rizan),
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
        cmocka_unit_test(the_size_of_the_numbers_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
