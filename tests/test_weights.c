/* Weights: properties and bad input.  The published cases are in
 * test_methods.lua. */
#include "tests/test.h"

#include <string.h>

#include "core/base/rng.h"
#include "core/rank/weight_best_worst.h"
#include "core/rank/weight_data.h"
#include "core/rank/weight_group.h"
#include "core/rank/weight_pairs.h"
#include "core/rank/weight_points.h"

enum { MOST = 16 };

static struct err err;

static const char *const names[MOST] = {
    "a", "b", "c", "d", "e", "f", "g", "h",
    "i", "j", "k", "l", "m", "n", "o", "p"
};

static void assert_weights(const double *weight, const double *expected, int n,
                           double tolerance)
{
    for (int j = 0; j < n; j++)
        assert_true(fabs(weight[j] - expected[j]) <= tolerance);
}

static struct priorities priorities(int n, const double *judgement,
                                    enum priority priority,
                                    enum random_index index, double *weight)
{
    struct pairs pairs = { n, names, judgement, priority, index };
    struct priorities found = { .weight = weight };
    assert_ok(priorities_find(&pairs, &found, &err));
    return found;
}

/* Pairwise judgements */

/* Wang and Chin 2011, Information Sciences 181:5240-5248. */
/* Test matrix K of JMcDM, by the eigenvector. */
/* Cars of the tests of the R package MCDA: weights times local priorities. */

static const double sixth = 1.0 / 6, third = 1.0 / 3;

/* 2, 3 and 6 agree: nothing is wrong, and leaving one out changes nothing. */
static void consistent_judgements_need_not_be_complete(void **state)
{
    (void)state;
    double rows[] = { 1, 2, 6, 0.5, 1, 3, sixth, third, 1 };
    double weight[3];
    const double expected[] = { 0.6, 0.3, 0.1 };
    for (int round = 0; round < 2; round++) {
        for (int kind = 0; kind < 2; kind++) {
            struct priorities found =
                priorities(3, rows, (enum priority)kind, INDEX_SAATY, weight);
            assert_weights(weight, expected, 3, 1e-12);
            assert_true(found.cr < 1e-12);
            assert_int_equal(found.triad[0], -1);
            assert_int_equal(found.worst[0], -1);
            assert_int_equal(found.missing, round);
        }
        rows[2] = rows[6] = NAN;
    }
}

/* Harker: a missing judgement is the ratio of the weights, so putting that in
 * changes neither the weights nor the eigenvalue. */
static void a_missing_judgement_is_the_ratio_of_the_weights(void **state)
{
    (void)state;
    double rows[] = { 1,   3,    NAN, 5,       1 / 3.0, 1,   4, 2,
                      NAN, 0.25, 1,   1 / 3.0, 0.2,     0.5, 3, 1 };
    double weight[4], again[4];
    struct priorities found =
        priorities(4, rows, PRIORITY_EIGENVECTOR, INDEX_ALONSO_LAMATA, weight);
    assert_near(found.ri, 0.8815 * (1 - 2.0 / 6));
    rows[2] = weight[0] / weight[2];
    rows[8] = weight[2] / weight[0];
    struct priorities full =
        priorities(4, rows, PRIORITY_EIGENVECTOR, INDEX_ALONSO_LAMATA, again);
    assert_weights(again, weight, 4, 1e-12);
    assert_near(full.lambda_max, found.lambda_max);
}

/* a counts twice b, b twice c, and c twice a: all equal, and none of it. */
static void the_worst_triad_and_judgement_are_named(void **state)
{
    (void)state;
    const double rows[] = { 1,       2,   9, 0.25, 0.5, 1, 2, 1,
                            1 / 9.0, 0.5, 1, 0.5,  4,   1, 2, 1 };
    double weight[4];
    struct priorities found =
        priorities(4, rows, PRIORITY_EIGENVECTOR, INDEX_ALONSO_LAMATA, weight);
    assert_int_equal(found.triad[0], 0);
    assert_int_equal(found.triad[1], 2);
    assert_int_equal(found.triad[2], 3);
    assert_near(found.triad_product, 9 * 0.5 / 0.25);
    assert_int_equal(found.worst[0], 0);
    assert_int_equal(found.worst[1], 3);
    assert_near(found.worst_ratio, 0.25 * weight[3] / weight[0]);
    assert_true(found.cr > 0.1);
}

static void pairs_fail(int n, const double *rows, const char *text)
{
    double weight[MOST] = { -1 };
    struct pairs pairs = { n, names, rows, PRIORITY_EIGENVECTOR, INDEX_SAATY };
    struct priorities found = { .weight = weight };
    assert_false(priorities_find(&pairs, &found, &err));
    assert_string_equal(err.text, text);
    assert_true(weight[0] == -1);
}

static void wrong_judgements_are_named(void **state)
{
    (void)state;
    pairs_fail(2, (double[]){ 1, 2, 2, 1 },
               "judgement of 'a' against 'b': 2 one way and 2 the other do not "
               "multiply to 1");
    pairs_fail(2, (double[]){ 1, -2, -0.5, 1 },
               "judgement of 'a' against 'b': a judgement is a ratio above 0, "
               "got -2 and -0.5");
    pairs_fail(2, (double[]){ 1, 2, NAN, 1 },
               "judgement of 'a' against 'b': only one of the two directions "
               "is judged");
    pairs_fail(2, (double[]){ 1, 2, 0.5, 3 },
               "criterion 'b' is judged against itself: 3, not 1");
    pairs_fail(3, (double[]){ 1, 2, NAN, 0.5, 1, NAN, NAN, NAN, 1 },
               "no judgements link 'c' with 'a': judge one more pair");
    pairs_fail(0, NULL, "no criteria to weigh");
}

/* Best and worst */

static struct best_worst_weights best_worst(int n, const double *best_over,
                                            const double *over_worst,
                                            double *weight)
{
    struct best_worst given = { n, names, best_over, over_worst, -1, -1 };
    struct best_worst_weights found = { .weight = weight };
    assert_ok(best_worst_find(&given, &found, &err));
    return found;
}

/* Rezaei 2016, example 1: all judgements agree. */
/* Seven criteria, judgements that disagree; solved with HiGHS as well. */
static void best_worst_of_seven_that_disagree(void **state)
{
    (void)state;
    double weight[MOST];
    struct best_worst_weights found =
        best_worst(7, (double[]){ 1, 3, 5, 2, 7, 9, 4 },
                   (double[]){ 9, 2, 3, 7, 2, 1, 3 }, weight);
    assert_weights(weight,
                   (double[]){ 0.378677925847737, 0.120068610634648,
                               0.0849716321414435, 0.212429080353609,
                               0.0606940229581739, 0.0369441878875841,
                               0.106214540176804 },
                   7, 1e-09);
    assert_weights(weight,
                   (double[]){ 0.378677925847737, 0.120068610634648,
                               0.0849716321414435, 0.212429080353609,
                               0.0606940229581739, 0.0369441878875841,
                               0.106214540176804 },
                   7, 1e-9);
    assert_near(found.xi, 0.0461802348594802);
    assert_near(found.ratio, 0.0833333333333333);
    assert_true(found.unique);
}

/* Notes of the case library: 0.2295 0.4481 0.1148 0.1530 0.0546. */
static void best_worst_of_five(void **state)
{
    (void)state;
    double weight[MOST];
    struct best_worst_weights found = best_worst(
        5, (double[]){ 2, 1, 4, 3, 8 }, (double[]){ 4, 8, 2, 3, 1 }, weight);
    assert_weights(weight, (double[]){ 0.2295, 0.4481, 0.1148, 0.1530, 0.0546 },
                   5, 5e-5);
    assert_true(fabs(found.xi - 0.01093) < 5e-6);
    assert_int_equal(found.farthest, 3);
}

/* No point near the answer has a smaller xi, and the weights reach it. */
static void best_worst_is_never_beaten(void **state)
{
    (void)state;
    struct rng rng = rng_new(5, 0, 0);
    for (int round = 0; round < 300; round++) {
        int n = 2 + rng_below(&rng, 9);
        double over[MOST], under[MOST], weight[MOST], best = INFINITY;
        for (int j = 0; j < n; j++) {
            over[j] = 1 + rng_below(&rng, 9);
            under[j] = 1 + rng_below(&rng, 9);
        }
        over[0] = under[n - 1] = 1;
        over[n - 1] = under[0] = 2 + rng_below(&rng, 8);
        struct best_worst given = { n, names, over, under, 0, n - 1 };
        struct best_worst_weights found = { .weight = weight };
        assert_ok(best_worst_find(&given, &found, &err));
        for (int turn = 0; turn < 400; turn++) {
            double own[MOST], sum = 0, xi = 0;
            for (int j = 0; j < n; j++) {
                own[j] = weight[j];
                if (turn > 0)
                    own[j] *= 1 + 0.02 * (rng_below(&rng, 1001) / 500.0 - 1);
                sum += own[j];
            }
            for (int j = 0; j < n; j++)
                own[j] /= sum;
            for (int j = 0; j < n; j++) {
                xi = fmax(xi, fabs(own[0] - (j ? over[j] : 1) * own[j]));
                if (j < n - 1)
                    xi = fmax(xi, fabs(own[j] - under[j] * own[n - 1]));
            }
            if (turn == 0)
                assert_near(xi, found.xi);
            best = fmin(best, xi);
        }
        assert_true(best > found.xi - 1e-9);
    }
}

static void best_worst_fails(int n, const double *over, const double *under,
                             const char *text)
{
    double weight[MOST];
    struct best_worst given = { n, names, over, under, -1, -1 };
    struct best_worst_weights found = { .weight = weight };
    assert_false(best_worst_find(&given, &found, &err));
    assert_string_equal(err.text, text);
}

static void wrong_comparisons_are_named(void **state)
{
    (void)state;
    best_worst_fails(3, (double[]){ 1, 0.5, 4 }, (double[]){ 4, 2, 1 },
                     "best over others: criterion 'b': a comparison is 1 or "
                     "more, got 0.5");
    best_worst_fails(3, (double[]){ 1, 2, 4 }, (double[]){ 4, 2, 2 },
                     "others over worst: none is compared with itself (1)");
    best_worst_fails(3, (double[]){ 1, 2, 4 }, (double[]){ 5, 2, 1 },
                     "the best over the worst is 4 in one list and 5 in the "
                     "other");
    best_worst_fails(2, (double[]){ 1, 1 }, (double[]){ 1, 1 },
                     "criterion 'a' cannot be the best and the worst");
}

/* Orders and points */

static void weights_of_an_order(void **state)
{
    (void)state;
    double weight[MOST];
    const double rank[] = { 1, 2, 3, 4, 5 };
    assert_ok(weights_from_order(ORDER_CENTROID, 5, names, rank, weight, &err));
    assert_weights(weight, (double[]){ 0.4567, 0.2567, 0.1567, 0.09, 0.04 }, 5,
                   0.0001);
    assert_weights(weight,
                   (double[]){ 0.456666666666667, 0.256666666666667,
                               0.156666666666667, 0.09, 0.04 },
                   5, 1e-9);
    assert_ok(
        weights_from_order(ORDER_RECIPROCAL, 3, names, rank, weight, &err));
    assert_weights(
        weight,
        (double[]){ 0.545454545454546, 0.272727272727273, 0.181818181818182 },
        3, 1e-12);
    assert_ok(weights_from_order(ORDER_SUM, 3, names, rank, weight, &err));
    assert_weights(weight, (double[]){ 3 / 6.0, 2 / 6.0, 1 / 6.0 }, 3, 1e-15);
}

static void equals_share_the_mean_of_their_places(void **state)
{
    (void)state;
    double weight[3];
    assert_ok(weights_from_order(ORDER_SUM, 3, names, (double[]){ 7, 1, 7 },
                                 weight, &err));
    assert_weights(weight, (double[]){ 0.25, 0.5, 0.25 }, 3, 1e-15);
    assert_false(weights_from_order(ORDER_SUM, 2, names, (double[]){ 1, NAN },
                                    weight, &err));
    assert_string_equal(err.text,
                        "criterion 'b': the rank is not a finite number");
}

static void points_fail(enum points_kind kind, const double *points,
                        const char *text)
{
    double weight[2];
    assert_false(weights_from_points(kind, 2, names, points, weight, &err));
    assert_string_equal(err.text, text);
}

static void weights_of_points(void **state)
{
    (void)state;
    double weight[2];
    assert_ok(weights_from_points(POINTS_SWING, 2, names, (double[]){ 100, 60 },
                                  weight, &err));
    assert_weights(weight, (double[]){ 0.625, 0.375 }, 2, 1e-15);
    assert_ok(weights_from_points(POINTS_SMART, 2, names, (double[]){ 10, 30 },
                                  weight, &err));
    assert_weights(weight, (double[]){ 0.25, 0.75 }, 2, 1e-15);
    points_fail(POINTS_SWING, (double[]){ 80, 60 },
                "the largest swing has 100 points, here it has 80");
    points_fail(POINTS_SWING, (double[]){ 100, 160 },
                "criterion 'b': a swing is 0 to 100, got 160");
    points_fail(POINTS_SMART, (double[]){ 20, 30 },
                "the least important has 10 points, here it has 20");
    points_fail(POINTS_DIRECT, (double[]){ 1, -3 },
                "criterion 'b': points must not be negative, got -3");
    points_fail(POINTS_DIRECT, (double[]){ 0, 0 }, "the weights sum to 0");
}

/* Data */

static bool from_data(enum data_kind kind, int rows, int columns,
                      const double *matrix, const char *lower, double *weight)
{
    static double value[MOST][MOST];
    struct data_column column[MOST];
    for (int j = 0; j < columns; j++) {
        for (int i = 0; i < rows; i++)
            value[j][i] = matrix[i * columns + j];
        column[j] = (struct data_column){ names[j], value[j],
                                          lower && lower[j] == '-' };
    }
    return weights_from_data(kind, (size_t)rows, columns, column, weight, &err);
}

/* Xu 2004, EJOR 156:530-532. */
/* Lee and Chang 2018, Renewable and Sustainable Energy Reviews 92:883-896. */
/* Salabun, Watrobski and Shekhovtsov 2020, Symmetry 12:1549. */
/* Diakoulaki, Mavrotas and Papayannakis 1995. */
/* Keshavarz-Ghorabaee et al. 2021. */
/* A level column weighs nothing, whatever its level; critic of numpy gives
 * not-a-number for it. */
static void a_level_column_weighs_nothing(void **state)
{
    (void)state;
    const double rows[] = { 1, 0.1, 5, 2, 0.1, 4, 4, 0.1, 9 };
    for (int kind = 0; kind < 4; kind++) {
        double weight[3];
        assert_ok(from_data((enum data_kind)kind, 3, 3, rows, "++-", weight));
        assert_true(weight[1] == 0);
        assert_near(weight[0] + weight[2], 1);
    }
}

static void data_fail(enum data_kind kind, const double *rows, const char *text)
{
    double weight[2];
    assert_false(from_data(kind, 2, 2, rows, NULL, weight));
    assert_string_equal(err.text, text);
}

static void wrong_data_are_named(void **state)
{
    (void)state;
    data_fail(DATA_CRITIC, (double[]){ 1, 2, 3, NAN },
              "criterion 'b', alternative '2': the value is not known; weights "
              "from data need every value");
    data_fail(DATA_ENTROPY, (double[]){ 1, 2, -3, 4 },
              "criterion 'a', alternative '2': entropy is of shares, which -3 "
              "cannot have");
    data_fail(DATA_MEREC, (double[]){ 1, 0, 3, 4 },
              "criterion 'b', alternative '1': MEREC needs values above 0, got "
              "0");
    data_fail(DATA_DEVIATION, (double[]){ 1, INFINITY, 3, 4 },
              "criterion 'b', alternative '1': the value is not a finite "
              "number");
    data_fail(DATA_CRITIC, (double[]){ 1, 2, 3, 4 },
              "no criterion tells the alternatives apart in a way of its own: "
              "the data give no weights");
}

/* Groups */

static const struct group two = { 2, 3, names, names, NULL };

static void judgements_are_joined_by_their_geometric_mean(void **state)
{
    (void)state;
    const double given[] = { 1, 4, NAN, 0.25, 1, 2, NAN,     0.5,   1,
                             1, 1, 3,   1,    1, 8, 1 / 3.0, 0.125, 1 };
    double joint[9];
    assert_ok(group_judgements(&two, given, joint, &err));
    assert_near(joint[1], 2);
    assert_near(joint[3], 0.5);
    assert_near(joint[2], 3);
    assert_near(joint[5], 4);
    struct group group = two;
    group.voice = (double[]){ 3, 1 };
    assert_ok(group_judgements(&group, given, joint, &err));
    assert_near(joint[1], pow(4, 0.75));
    group.voice = (double[]){ 0, -1 };
    assert_false(group_judgements(&group, given, joint, &err));
    assert_string_equal(err.text, "expert 'b': what the expert counts must not "
                                  "be negative, got -1");
}

static void weights_are_joined(void **state)
{
    (void)state;
    const double given[] = { 0.8, 0.1, 0.1, 0.2, 0.4, 0.4 };
    double joint[3];
    assert_ok(group_weights(&two, MEAN_GEOMETRIC, given, joint, &err));
    assert_weights(joint, (double[]){ 0.5, 0.25, 0.25 }, 3, 1e-12);
    assert_ok(group_weights(&two, MEAN_ARITHMETIC, given, joint, &err));
    assert_weights(joint, (double[]){ 0.5, 0.25, 0.25 }, 3, 1e-12);
    assert_false(group_weights(&two, MEAN_GEOMETRIC,
                               (double[]){ 1, 0, 0, 0, 1, 0 }, joint, &err));
}

/* All alike, and as different as the scale allows. */
static void consensus_goes_from_0_to_1(void **state)
{
    (void)state;
    const double alike[] = { 0.5, 0.3, 0.2, 0.5, 0.3, 0.2 };
    const double apart[] = { 9 / 11.0, 1 / 11.0, 1 / 11.0,
                             1 / 11.0, 9 / 11.0, 1 / 11.0 };
    assert_near(group_consensus(&two, alike, 9), 1);
    assert_near(group_consensus(&two, apart, 9), 0);
    assert_true(group_consensus(&two, apart, INFINITY) > 0.1);
    assert_near(group_consensus(&two, (double[]){ 1, 0, 0, 0, 1, 0 }, INFINITY),
                0);
}

/* Kendall: m = 3, n = 4, sums 4, 6, 9, 11, so S = 29 and W = 12 29 / 540. */
static void concordance_of_kendall(void **state)
{
    (void)state;
    const double rank[] = { 1, 2, 3, 4, 1, 2, 4, 3, 2, 2, 2, 4 };
    struct group three = { 3, 4, names, names, NULL };
    /* the last expert ties three: places 2 2 2 4, t^3 - t = 24 */
    double sums[] = { 4, 6, 9, 11 }, squares = 0;
    for (int i = 0; i < 4; i++)
        squares += (sums[i] - 7.5) * (sums[i] - 7.5);
    assert_near(group_concordance(&three, rank),
                12 * squares / (9 * 60.0 - 3 * 24));
    assert_true(isnan(group_concordance(&two, (double[]){ 1, 1, 1, 1, 1, 1 })));
}

/* The paradox: Borda and the majority disagree. */
static void borda_and_copeland(void **state)
{
    (void)state;
    const double rank[] = { 1, 2, 3, 1, 2, 3, 3, 1, 2 };
    struct group three = { 3, 3, names, names, NULL };
    double score[3];
    group_borda(&three, rank, score);
    assert_weights(score, (double[]){ 4, 4, 1 }, 3, 0);
    group_copeland(&three, rank, score);
    assert_weights(score, (double[]){ 2, 0, -2 }, 3, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(consistent_judgements_need_not_be_complete),
        cmocka_unit_test(a_missing_judgement_is_the_ratio_of_the_weights),
        cmocka_unit_test(the_worst_triad_and_judgement_are_named),
        cmocka_unit_test(wrong_judgements_are_named),
        cmocka_unit_test(best_worst_of_seven_that_disagree),
        cmocka_unit_test(best_worst_of_five),
        cmocka_unit_test(best_worst_is_never_beaten),
        cmocka_unit_test(wrong_comparisons_are_named),
        cmocka_unit_test(weights_of_an_order),
        cmocka_unit_test(equals_share_the_mean_of_their_places),
        cmocka_unit_test(weights_of_points),
        cmocka_unit_test(a_level_column_weighs_nothing),
        cmocka_unit_test(wrong_data_are_named),
        cmocka_unit_test(judgements_are_joined_by_their_geometric_mean),
        cmocka_unit_test(weights_are_joined),
        cmocka_unit_test(consensus_goes_from_0_to_1),
        cmocka_unit_test(concordance_of_kendall),
        cmocka_unit_test(borda_and_copeland),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
