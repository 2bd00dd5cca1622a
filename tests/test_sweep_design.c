/* Grids, blocks and trajectories are what they should be, any block of runs is
 * the same bytes, and nonsense is refused by name. */
#include "tests/design_world.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/sweep/design.h"

/* Grids */

static void a_factorial_has_every_combination_once(void **state)
{
    (void)state;
    static const double colour[] = { 7, 8, 9 };
    const struct factor factor[] = {
        { .name = "a", .kind = FACTOR_UNIFORM, .a = 2, .b = 4, .levels = 3 },
        { .name = "b", .kind = FACTOR_CHOICE, .value = colour, .count = 3 },
        { .name = "c", .kind = FACTOR_WHOLE, .a = 1, .b = 2 },
        { .name = "d", .kind = FACTOR_FIXED, .a = 5 },
    };
    double *x = rows_of((struct design_request){
        .kind = DESIGN_FACTORIAL, .factor = factor, .factors = 4 });
    assert_int_equal(design.runs, 18);
    for (int i = 0; i < 18; i++) {
        const double wanted[] = { 2 + i / 6, colour[i / 2 % 3], 1 + i % 2, 5 };
        assert_memory_equal(x + i * 4, wanted, sizeof wanted);
    }
    done(x);
}

static void one_at_a_time_leaves_the_others_at_their_base(void **state)
{
    (void)state;
    const struct factor factor[] = {
        { .name = "a", .kind = FACTOR_UNIFORM, .b = 4, .levels = 3 },
        { .name = "b",
          .kind = FACTOR_UNIFORM,
          .b = 2,
          .based = true,
          .base = 0.5 },
    };
    static const double wanted[][2] = { { 2, 0.5 }, { 0, 0.5 }, { 2, 0.5 },
                                        { 4, 0.5 }, { 2, 0 },   { 2, 2 } };
    double *x = rows_of((struct design_request){
        .kind = DESIGN_ONE, .factor = factor, .factors = 2 });
    assert_int_equal(design.runs, 6);
    assert_memory_equal(x, wanted, sizeof wanted);
    assert_int_equal(design_one_factor(&design, 0), -1);
    assert_int_equal(design_one_factor(&design, 3), 0);
    assert_int_equal(design_one_factor(&design, 4), 1);
    done(x);
}

/* Saltelli, Morris */

static void saltelli_blocks_exchange_one_factor(void **state)
{
    (void)state;
    factors_reset();
    enum { K = 3, N = 5, BLOCK = 2 * K + 2 };
    double *x = rows_of((struct design_request){ .kind = DESIGN_SALTELLI,
                                                 .factors = K,
                                                 .n = N,
                                                 .second = true,
                                                 .scramble = true });
    assert_int_equal(design.runs, N * BLOCK);
    for (int i = 0; i < N; i++) {
        const double *a = x + i * BLOCK * K, *b = a + (BLOCK - 1) * K;
        uint32_t point[2 * K];
        sobol_at(&design.sobol, (uint64_t)i, point);
        for (int j = 0; j < K; j++) {
            assert_true(a[j] == sobol_number(point[j]));
            assert_true(b[j] == sobol_number(point[K + j]));
            for (int f = 0; f < K; f++) {
                assert_true(a[(1 + j) * K + f] == (f == j ? b : a)[f]);
                assert_true(a[(1 + K + j) * K + f] == (f == j ? a : b)[f]);
            }
        }
    }
    done(x);
}

static void without_scrambling_saltelli_begins_behind_a_power_of_two(void **s)
{
    (void)s;
    assert_int_equal(design_skip(1), 1);
    assert_int_equal(design_skip(64), 64);
    assert_int_equal(design_skip(65), 128);
}

static void a_morris_step_changes_one_factor_by_delta(void **state)
{
    (void)state;
    enum { K = 5, N = 40 };
    factors_reset();
    double *x = rows_of((struct design_request){
        .kind = DESIGN_MORRIS, .factors = K, .n = N, .levels = 4, .seed = 2 });
    assert_int_equal(design.runs, N * (K + 1));
    for (int64_t run = 0; run < design.runs; run++) {
        int changed[K], step = (int)(run % (K + 1));
        double delta[K];
        design_morris_steps(&design, run / (K + 1), changed, delta);
        for (int f = 0; f < K; f++) {
            double now = x[run * K + f];
            assert_near(now * 3, round(now * 3));
            if (step > 0)
                assert_near(now - x[(run - 1) * K + f],
                            f == changed[step - 1] ? delta[step - 1] : 0);
        }
        if (step > 0)
            assert_near(fabs(delta[step - 1]), 2.0 / 3);
    }
    done(x);
}

static double spread_of(const double *x, int n, int k)
{
    double sum = 0;
    for (int a = 0; a < n; a++) {
        for (int b = 0; b < a; b++) {
            double far = 0;
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    double square = 0;
                    for (int f = 0; f < k; f++)
                        square += pow(x[(a * (k + 1) + i) * k + f] -
                                          x[(b * (k + 1) + j) * k + f],
                                      2);
                    far += sqrt(square);
                }
            }
            sum += far * far;
        }
    }
    return sum;
}

static void chosen_trajectories_lie_farther_apart(void **state)
{
    (void)state;
    enum { K = 4, N = 6 };
    factors_reset();
    struct design_request request = {
        .kind = DESIGN_MORRIS, .factors = K, .n = N, .seed = 5, .levels = 4
    };
    double *x = rows_of(request);
    double before = spread_of(x, N, K);
    done(x);
    request.candidates = 200;
    x = rows_of(request);
    assert_true(spread_of(x, N, K) > 1.2 * before);
    done(x);
}

/* Blocks, bad input */

static const double three[] = { 1, 2, 3 }, odds[] = { 1, 0, 3 };

static const struct factor every_kind[] = {
    { .name = "fixed", .kind = FACTOR_FIXED, .a = 4 },
    { .name = "uniform", .kind = FACTOR_UNIFORM, .a = -1, .b = 1 },
    { .name = "whole", .kind = FACTOR_WHOLE, .a = 2027, .b = 2031 },
    { .name = "triangular", .kind = FACTOR_TRIANGULAR, .b = 1, .c = 3 },
    { .name = "normal", .kind = FACTOR_NORMAL, .a = 10, .b = 2 },
    { .name = "lognormal",
      .kind = FACTOR_LOGNORMAL,
      .b = 1,
      .low = 0.5,
      .high = INFINITY },
    { .name = "choice",
      .kind = FACTOR_CHOICE,
      .value = three,
      .weight = odds,
      .count = 3 },
};

static void any_block_of_runs_is_the_same_bytes(void **state)
{
    (void)state;
    static double table[7 * 50];
    for (int kind = DESIGN_FACTORIAL; kind <= DESIGN_TABLE; kind++) {
        double *all =
            rows_of((struct design_request){ .kind = (enum design_kind)kind,
                                             .factor = every_kind,
                                             .factors = 7,
                                             .n = 50,
                                             .seed = 9,
                                             .scramble = true,
                                             .table = table,
                                             .levels = 4,
                                             .second = true });
        for (int64_t first = 0; first < design.runs; first += 13) {
            double block[5 * 7];
            int64_t count = design.runs - first < 5 ? design.runs - first : 5;
            design_rows(&design, first, count, block);
            assert_memory_equal(block, all + first * 7,
                                (size_t)count * 7 * sizeof *block);
        }
        done(all);
    }
}

/* Shares of a large sample below the distribution's own quantiles. */
static void values_follow_their_distributions(void **state)
{
    (void)state;
    enum { N = 10000, K = 7 };
    double *x = rows_of((struct design_request){
        .kind = DESIGN_LATIN, .factor = every_kind, .factors = K, .n = N });
    static const double below[K][2] = {
        { 4, 0 },
        { 0, 0.5 },
        { 2028.5, 0.4 },
        { 1, 1.0 / 3 }, /* left of the peak: 1/3 */
        { 12, 0.8413447460685429 },
        /* (F(1) - F(0.5)) / (1 - F(0.5)), F(0.5) = 0.2441086466 */
        { 1, 0.3385297270 },
        { 2, 0.25 },
    };
    for (int f = 0; f < K; f++) {
        int count = 0;
        for (int i = 0; i < N; i++) {
            count += x[i * K + f] < below[f][0];
            assert_true(f != 5 || x[i * K + f] >= 0.5);
            assert_true(f != 6 || x[i * K + f] != 2);
        }
        assert_true(fabs((double)count / N - below[f][1]) <= 1.0 / N);
    }
    done(x);
}

static void a_cut_far_in_the_tail_is_exact(void **state)
{
    (void)state;
    struct factor factor = {
        .name = "x", .kind = FACTOR_NORMAL, .b = 1, .low = 9, .high = INFINITY
    };
    struct quantile quantile;
    quantile_init(&quantile, &factor);
    /* where erfc(x / sqrt 2) is half of erfc(9 / sqrt 2) */
    assert_true(fabs(quantile_at(&quantile, 0.5) - 9.075787065492) < 1e-10);
    quantile_release(&quantile);
}

static void assert_refused(struct design_request request, const char *why)
{
    struct err said = { 0 };
    if (design_init(&design, &request, &said))
        fail_msg("not refused: %s", why);
    if (!strstr(said.text, why))
        fail_msg("'%s' does not say '%s'", said.text, why);
}

static void assert_factor_refused(struct factor factor, const char *why)
{
    assert_refused(
        (struct design_request){
            .kind = DESIGN_LATIN, .factor = &factor, .factors = 1, .n = 10 },
        why);
}

static void factors_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    static const double bad[] = { 1, NAN }, minus[] = { 1, -1, 1 },
                        none[] = { 0, 0, 0 };
    assert_factor_refused((struct factor){ "x", FACTOR_UNIFORM, .a = 2 },
                          "factor 'x': the range begins at 2 above its end 0");
    assert_factor_refused((struct factor){ "x", FACTOR_UNIFORM, .a = NAN },
                          "a range needs two numbers");
    assert_factor_refused((struct factor){ "x", FACTOR_WHOLE, .b = 0.5 },
                          "whole ends");
    assert_factor_refused(
        (struct factor){ "x", FACTOR_TRIANGULAR, .b = 5, .c = 3 },
        "the likeliest value 5 is not from 0 to 3");
    assert_factor_refused((struct factor){ "x", FACTOR_NORMAL, .a = 1 },
                          "a standard deviation above 0");
    assert_factor_refused(
        (struct factor){ "x", FACTOR_NORMAL, .b = 1, .low = 2, .high = 1 },
        "nothing is left");
    assert_factor_refused(
        (struct factor){ "x", FACTOR_NORMAL, .b = 1, .low = 50, .high = 51 },
        "too far from the mean");
    assert_factor_refused((struct factor){ "x", FACTOR_CHOICE, .value = bad },
                          "at least one value");
    assert_factor_refused(
        (struct factor){ "x", FACTOR_CHOICE, .value = bad, .count = 2 },
        "value 2 is not a number");
    assert_factor_refused((struct factor){ "x", FACTOR_CHOICE, .value = three,
                                           .weight = minus, .count = 3 },
                          "weight 2 must not be negative, got -1");
    assert_factor_refused((struct factor){ "x", FACTOR_CHOICE, .value = three,
                                           .weight = none, .count = 3 },
                          "sum to more than 0");
    assert_factor_refused((struct factor){ "x", FACTOR_FIXED, .a = INFINITY },
                          "a fixed value must be a number");
    assert_factor_refused(
        (struct factor){ "x", FACTOR_WHOLE, .b = 2, .levels = 4 },
        "4 levels of only 3 values");
}

static void designs_that_cannot_be_are_refused(void **state)
{
    (void)state;
    static struct factor many[2049];
    static const double table[] = { 1, NAN };
    factors_reset();
    for (int f = 0; f < 2049; f++)
        many[f] = unit[0];
    assert_refused((struct design_request){ .kind = DESIGN_LATIN, .n = 5 },
                   "at least one factor");
    struct design_request r = { .factor = many, .factors = 40 };
    r.kind = DESIGN_LATIN;
    assert_refused(r, "n must be at least 1, got 0");
    r.n = (int64_t)DESIGN_RUNS + 1;
    assert_refused(r, "more than 1073741824 runs");
    r.kind = DESIGN_FACTORIAL;
    assert_refused(r, "more than 1073741824 runs");
    r.kind = DESIGN_SALTELLI;
    r.n = INT64_MAX / 2;
    assert_refused(r, "more than 1073741824 runs");
    r.n = 10;
    r.factors = 1025;
    assert_refused(r, "up to 1024 factors here, got 1025");
    r.kind = DESIGN_SOBOL;
    r.factors = 2049;
    assert_refused(r, "up to 2048 factors here, got 2049");
    r.factors = 2;
    r.skip = UINT64_MAX;
    assert_refused(r, "skip must be at most");
    r.kind = DESIGN_MORRIS;
    r.levels = 5;
    assert_refused(r, "are even, got 5");
    r.levels = 4;
    r.candidates = 9;
    assert_refused(r, "candidates must be from n to 10000, got 9");
    r.candidates = 10000;
    r.factors = 500;
    assert_refused(r, "take fewer candidates");
    assert_refused((struct design_request){ .kind = DESIGN_TABLE,
                                            .factor = unit,
                                            .factors = 1,
                                            .n = 2,
                                            .table = table },
                   "row 2 of the table: 'x' is not a number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_factorial_has_every_combination_once),
        cmocka_unit_test(one_at_a_time_leaves_the_others_at_their_base),
        cmocka_unit_test(saltelli_blocks_exchange_one_factor),
        cmocka_unit_test(
            without_scrambling_saltelli_begins_behind_a_power_of_two),
        cmocka_unit_test(a_morris_step_changes_one_factor_by_delta),
        cmocka_unit_test(chosen_trajectories_lie_farther_apart),
        cmocka_unit_test(any_block_of_runs_is_the_same_bytes),
        cmocka_unit_test(values_follow_their_distributions),
        cmocka_unit_test(a_cut_far_in_the_tail_is_exact),
        cmocka_unit_test(factors_that_make_no_sense_are_refused),
        cmocka_unit_test(designs_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
