/* Rankings as published.  The scores are recomputed to more digits than
 * printed, and agree with what the papers print. */
#include "tests/rank_world.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(topsis_vector_as_published_by_celikbilek),
        cmocka_unit_test(topsis_vector_as_published_by_tzeng),
        cmocka_unit_test(topsis_minmax_as_published_by_opricovic),
        cmocka_unit_test(sum_of_ratios_as_published_by_afshari),
        cmocka_unit_test(sum_of_ratios_as_published_by_rizan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
