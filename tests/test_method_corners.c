/* Corners of the methods and of weights: what is refused, and what nothing, one
 * or too many come to. */
#include "tests/test.h"

#include <string.h>

#include "core/base/rng.h"
#include "core/rank/method.h"
#include "core/rank/weight_best_worst.h"
#include "core/rank/weight_data.h"
#include "core/rank/weight_group.h"
#include "core/rank/weight_pairs.h"
#include "core/rank/weight_points.h"

enum { MANY = 201, PAIRS = PAIRS_MOST + 1 };

static struct err err;

static double ones[PAIRS * PAIRS];
static const char *names[PAIRS];
static const bool higher[PAIRS];

static int fill(void **state)
{
    (void)state;
    for (int k = 0; k < PAIRS * PAIRS; k++)
        ones[k] = 1;
    for (int k = 0; k < PAIRS; k++)
        names[k] = "x";
    return 0;
}

static struct method_problem problem_of(size_t n, size_t q, const double *x,
                                        const struct figures *params)
{
    return (struct method_problem){ .n = n,
                                    .q = q,
                                    .x = x,
                                    .weight = ones,
                                    .lower = higher,
                                    .params = params };
}

/* Three alternatives and two criteria. */
static const double plain[] = { 1, 6, 2, 5, 3, 1 };

/* The method refuses a problem, and says so; params are done with. */
static void refuses(const char *name, size_t n, size_t q, const double *x,
                    struct figures *params, const char *text)
{
    struct figures out = FIGURES_INIT;
    struct method_problem problem = problem_of(n, q, x, params);
    assert_false(method_run(name, &problem, &out, &err));
    assert_string_equal(err.text, text);
    figures_release(&out);
    figures_release(params);
}

/* Methods */

static void who_ranks_needs_weights(void **state)
{
    (void)state;
    struct figures out = FIGURES_INIT, params = FIGURES_INIT;
    struct method_problem problem = problem_of(3, 2, plain, &params);
    problem.weight = NULL;
    assert_false(method_run("saw", &problem, &out, &err));
    assert_string_equal(err.text, "weights are needed");
    figures_release(&out);
}

static void a_slip_in_a_name_is_told(void **state)
{
    (void)state;
    struct figures params = FIGURES_INIT;
    refuses("topsi", 3, 2, plain, &params,
            "there is no method 'topsi'; did you mean 'topsis'?");
    figures_text(&params, "normalisation", "vector");
    refuses("topsis", 3, 2, plain, &params,
            "params: there is no 'normalisation'; did you mean "
            "'normalization'?");
}

static void a_parameter_of_another_kind_is_not_taken_for_none(void **state)
{
    (void)state;
    struct figures params = FIGURES_INIT;
    figures_text(&params, "v", "half");
    assert_near(figures_get(&params, "v", 0.5), 0.5);
    refuses("vikor", 3, 2, plain, &params, "params: 'v' is of another kind");
    figures_vector(&params, "bounds", 2);
    refuses("spotis", 3, 2, plain, &params,
            "'bounds' must be rows of 2 numbers");
}

static void the_length_of_noughts_and_negatives_is_one(void **state)
{
    (void)state;
    const double x[] = { -3, 0, -4 };
    struct figures out = FIGURES_INIT, params = FIGURES_INIT;
    struct method_problem problem = problem_of(3, 1, x, &params);
    figures_text(&params, "normalization", "vector");
    assert_true(method_run("topsis", &problem, &out, &err));
    const double *away = figures_find(&out, "d_plus")->number;
    assert_near(away[0], 0.6);
    assert_near(away[1], 0);
    assert_near(away[2], 0.8);
    figures_release(&out);
    figures_release(&params);
}

static void weights_stand_inside_the_reference_point_unless_told(void **state)
{
    (void)state;
    struct figures out[3] = { FIGURES_INIT, FIGURES_INIT, FIGURES_INIT };
    const double *score[3];
    for (int told = 0; told < 3; told++) {
        struct figures params = FIGURES_INIT;
        struct method_problem problem = problem_of(3, 2, plain, &params);
        const double weight[] = { 1, 3 };
        problem.weight = weight;
        figures_text(&params, "kind", "reference_point");
        if (told > 0)
            figures_flag(&params, "weights_inside", told == 1);
        assert_ok(method_run("moora", &problem, &out[told], &err));
        score[told] = figures_find(&out[told], "scores")->number;
        figures_release(&params);
    }
    assert_memory_equal(score[0], score[1], 3 * sizeof **score);
    assert_memory_not_equal(score[0], score[2], 3 * sizeof **score);
    for (int told = 0; told < 3; told++)
        figures_release(&out[told]);
}

static void pairs_are_shown_of_two_hundred_and_no_more(void **state)
{
    (void)state;
    for (size_t n = MANY - 1; n <= MANY; n++) {
        struct figures out = FIGURES_INIT, params = FIGURES_INIT;
        struct method_problem problem = problem_of(n, 1, ones, &params);
        assert_ok(method_run("promethee", &problem, &out, &err));
        assert_int_equal(figures_find(&out, "pi") != NULL, n < MANY);
        assert_near(figures_find(&out, "ranks")->number[n - 1], 1);
        figures_release(&out);
    }
}

/* The ideal ends where its range does: what lies beyond is worth nothing. */
static void beyond_a_range_that_ends_with_its_ideal_is_no_worth(void **state)
{
    (void)state;
    const double x[] = { 12, 10, 4 };
    struct figures out = FIGURES_INIT, params = FIGURES_INIT;
    struct method_problem problem = problem_of(3, 1, x, &params);
    double *range = figures_matrix(&params, "range", 1, 2);
    range[1] = 10;
    double *ideal = figures_matrix(&params, "reference_ideal", 1, 2);
    ideal[0] = 8;
    ideal[1] = 10;
    assert_ok(method_run("rim", &problem, &out, &err));
    const double *score = figures_find(&out, "scores")->number;
    assert_near(score[0], 0);
    assert_near(score[1], 1);
    assert_near(score[2], 0.5);
    figures_release(&out);
    figures_release(&params);
}

static void judgements_of_nothing_or_of_too_many_are_refused(void **state)
{
    (void)state;
    struct figures params = FIGURES_INIT;
    const char *square = "the matrix must have as many columns as rows";
    const char *each = "the matrix must be the square judgements of each "
                       "expert, one below the other";
    const char *alternatives = "'alternatives' must be a square matrix of "
                               "judgements for each criterion";
    refuses("ahp", 0, 0, NULL, &params, square);
    refuses("electre3_distillation", 0, 0, NULL, &params, square);
    refuses("group_judgements", 0, 0, NULL, &params, each);
    refuses("group_judgements", 0, 2, NULL, &params, "no experts");
    refuses("group_judgements", PAIRS, PAIRS, ones, &params, each);
    refuses("ahp_hierarchy", 0, 0, NULL, &params, alternatives);
    figures_matrix(&params, "alternatives", PAIRS, PAIRS);
    refuses("ahp_hierarchy", 1, 1, ones, &params, alternatives);
    figures_matrix(&params, "alternatives", PAIRS, 1);
    refuses("ahp_hierarchy", PAIRS, PAIRS, ones, &params, alternatives);
}

/* Weights */

static void nothing_cannot_be_weighed(void **state)
{
    (void)state;
    const char *text = "no criteria to weigh";
    assert_false(weights_from_points(POINTS_DIRECT, 0, NULL, NULL, NULL, &err));
    assert_string_equal(err.text, text);
    assert_false(weights_from_order(ORDER_SUM, 0, NULL, NULL, NULL, &err));
    assert_string_equal(err.text, text);
    assert_false(weights_from_data(DATA_ENTROPY, 2, 0, NULL, NULL, &err));
    assert_string_equal(err.text, text);
}

static void pairs_refused(int n, const double *judgement, const char *text)
{
    double weight[PAIRS];
    struct pairs pairs = { .n = n, .name = names, .judgement = judgement };
    struct priorities found = { .weight = weight };
    assert_false(priorities_find(&pairs, &found, &err));
    assert_string_equal(err.text, text);
}

static void both_ways_of_a_judgement_are_ratios(void **state)
{
    (void)state;
    const char *one = "judgement of 'x' against 'x': only one of the two "
                      "directions is judged";
    pairs_refused(PAIRS, ones, "more than 30 criteria");
    pairs_refused(2, (double[]){ 1, NAN, 3, 1 }, one);
    pairs_refused(2, (double[]){ 1, 3, NAN, 1 }, one);
    pairs_refused(2, (double[]){ 1, INFINITY, 1, 1 },
                  "judgement of 'x' against 'x': a judgement is a ratio above "
                  "0, got inf and 1");
    pairs_refused(2, (double[]){ 1, 1, INFINITY, 1 },
                  "judgement of 'x' against 'x': a judgement is a ratio above "
                  "0, got 1 and inf");
    pairs_refused(2, (double[]){ 1, 1, 0, 1 },
                  "judgement of 'x' against 'x': a judgement is a ratio above "
                  "0, got 1 and 0");
}

static void judgements_out_of_all_proportion_do_not_settle(void **state)
{
    (void)state;
    const double x = 1e-30, y = 1e30;
    pairs_refused(3, (double[]){ 1, x, x, y, 1, x, y, y, 1 },
                  "the weights do not settle: the judgements contradict each "
                  "other");
}

/* As many as there can be: rounding alone keeps the weights moving. */
static void thirty_criteria_settle(void **state)
{
    (void)state;
    enum { N = PAIRS_MOST };
    for (uint64_t round = 0; round < 4; round++) {
        struct rng rng = rng_new(14, round, 0);
        double judgement[N * N], weight[N];
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                bool judged =
                    round % 2 == 0 || j <= i + 1; /* all, or a chain */
                double ratio = judged ? exp(4 * (rng_number(&rng) - 0.5)) : NAN;
                judgement[i * N + j] = i == j ? 1 : ratio;
                judgement[j * N + i] = i == j ? 1 : 1 / ratio;
            }
        }
        struct pairs pairs = { .n = N, .name = names, .judgement = judgement };
        struct priorities found = { .weight = weight };
        assert_ok(priorities_find(&pairs, &found, &err));
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                double given = judgement[i * N + j];
                sum += isnan(given) ? weight[i] : given * weight[j];
            }
            assert_near(sum, found.lambda_max * weight[i]);
        }
    }
}

static void beyond_fifteen_criteria_no_ratio_tells_consistency(void **state)
{
    (void)state;
    double weight[16], same[16 * 16];
    for (int k = 0; k < 16 * 16; k++)
        same[k] = 1;
    struct pairs pairs = { .n = 16, .name = names, .judgement = same };
    struct priorities found = { .weight = weight };
    assert_ok(priorities_find(&pairs, &found, &err));
    assert_true(isnan(found.cr));
    assert_near(found.ci, 0);
    assert_near(weight[15], 1 / 16.0);
}

static void what_no_expert_judged_stays_open(void **state)
{
    (void)state;
    const double judgement[] = { 1, NAN, NAN, 1, 1, NAN, NAN, 1 };
    double joint[4];
    struct group group = { 2, 2, names, names, NULL };
    assert_ok(group_judgements(&group, judgement, joint, &err));
    assert_near(joint[0], 1);
    assert_true(isnan(joint[1]) && isnan(joint[2]));
}

static void an_expert_without_a_voice_cannot_strike_a_criterion_out(void **s)
{
    (void)s;
    const double weight[] = { 0.25, 0.75, 0, 1 }, voice[] = { 1, 0 };
    double out[2];
    struct group group = { 2, 2, names, names, voice };
    assert_ok(group_weights(&group, MEAN_GEOMETRIC, weight, out, &err));
    assert_near(out[0], 0.25);
    assert_near(out[1], 0.75);
}

/* Best and worst */

static void best_worst_refused(int n, const double *over, const double *under,
                               int best, const char *text)
{
    double weight[PAIRS];
    struct best_worst given = { n, names, over, under, best, -1 };
    struct best_worst_weights found = { .weight = weight };
    assert_false(best_worst_find(&given, &found, &err));
    assert_string_equal(err.text, text);
}

static void the_best_counts_once_against_itself(void **state)
{
    (void)state;
    best_worst_refused(3, (double[]){ 2, 1, 4 }, (double[]){ 4, 2, 1 }, 0,
                       "best over others: criterion 'x' against itself is 1, "
                       "got 2");
}

static void criteria_that_count_the_same_weigh_the_same(void **state)
{
    (void)state;
    double weight[3], low[3], high[3];
    struct best_worst given = { 3, names, ones, ones, 0, 2 };
    struct best_worst_weights found = { .weight = weight,
                                        .low = low,
                                        .high = high };
    assert_ok(best_worst_find(&given, &found, &err));
    for (int j = 0; j < 3; j++) {
        assert_near(weight[j], 1 / 3.0);
        assert_near(low[j], 1 / 3.0);
        assert_near(high[j], 1 / 3.0);
    }
    assert_near(found.ratio, 0);
    assert_int_equal(found.farthest, -1);
}

/* Solved with such figures, rounding gave some criteria less than nothing. */
static void comparisons_out_of_all_proportion_are_refused(void **state)
{
    (void)state;
    best_worst_refused(5, (double[]){ 1, 10, 1, 1e11, 1e10 },
                       (double[]){ 10, 1, 1000, 1e8, 1e9 }, 0,
                       "best over others: criterion 'x': a comparison is at "
                       "most 1000000, got 1e+11");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_ranks_needs_weights),
        cmocka_unit_test(a_slip_in_a_name_is_told),
        cmocka_unit_test(a_parameter_of_another_kind_is_not_taken_for_none),
        cmocka_unit_test(the_length_of_noughts_and_negatives_is_one),
        cmocka_unit_test(weights_stand_inside_the_reference_point_unless_told),
        cmocka_unit_test(pairs_are_shown_of_two_hundred_and_no_more),
        cmocka_unit_test(beyond_a_range_that_ends_with_its_ideal_is_no_worth),
        cmocka_unit_test(judgements_of_nothing_or_of_too_many_are_refused),
        cmocka_unit_test(nothing_cannot_be_weighed),
        cmocka_unit_test(both_ways_of_a_judgement_are_ratios),
        cmocka_unit_test(judgements_out_of_all_proportion_do_not_settle),
        cmocka_unit_test(thirty_criteria_settle),
        cmocka_unit_test(beyond_fifteen_criteria_no_ratio_tells_consistency),
        cmocka_unit_test(what_no_expert_judged_stays_open),
        cmocka_unit_test(
            an_expert_without_a_voice_cannot_strike_a_criterion_out),
        cmocka_unit_test(the_best_counts_once_against_itself),
        cmocka_unit_test(criteria_that_count_the_same_weigh_the_same),
        cmocka_unit_test(comparisons_out_of_all_proportion_are_refused),
    };
    return cmocka_run_group_tests(tests, fill, NULL);
}
