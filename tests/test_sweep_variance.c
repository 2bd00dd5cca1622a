/* Sobol' indices: closed forms to their sampling error, failed runs, any number
 * of threads the same bytes. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/sweep/design.h"
#include "core/sweep/variance.h"

enum { MOST = 8 };

static struct err err;
static struct factor factor[MOST];

/* The function of Ishigami and Homma (1990), a = 7, b = 0.1. */
static double ishigami(const double *x, int k)
{
    (void)k;
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) +
           0.1 * pow(x[2], 4) * sin(x[0]);
}

/* The g-function of Saltelli and Sobol' (1995). */
static const double a_of_g[MOST] = { 0, 1, 4.5, 9, 99, 99, 99, 99 };

static double g_function(const double *x, int k)
{
    double product = 1;
    for (int j = 0; j < k; j++)
        product *= (fabs(4 * x[j] - 2) + a_of_g[j]) / (1 + a_of_g[j]);
    return product;
}

struct trial {
    struct design design;
    double *y;
    struct variance_problem problem;
    struct variance variance;
};

static void trial_init(struct trial *t, double (*f)(const double *, int), int k,
                       int64_t n, bool second)
{
    const double pi = 3.14159265358979323846;
    struct design_request request = { .kind = DESIGN_SALTELLI,
                                      .factor = factor,
                                      .factors = k,
                                      .n = n,
                                      .second = second,
                                      .scramble = true,
                                      .seed = 11 };
    for (int j = 0; j < k; j++)
        factor[j] = (struct factor){ .name = "x",
                                     .kind = FACTOR_UNIFORM,
                                     .a = f == ishigami ? -pi : 0,
                                     .b = f == ishigami ? pi : 1 };
    assert_ok(design_init(&t->design, &request, &err));
    t->y = malloc((size_t)t->design.runs * sizeof *t->y);
    for (int64_t i = 0; i < t->design.runs; i++) {
        double x[MOST];
        design_rows(&t->design, i, 1, x);
        t->y[i] = f(x, k);
    }
    t->problem = (struct variance_problem){ .y = t->y,
                                            .blocks = n,
                                            .factors = k,
                                            .second = second,
                                            .resamples = 100,
                                            .level = 0.95,
                                            .seed = 5,
                                            .threads = 1 };
}

static void trial_run(struct trial *t)
{
    assert_ok(variance_init(&t->variance, &t->problem, &err));
}

static void trial_release(struct trial *t)
{
    variance_release(&t->variance);
    design_release(&t->design);
    free(t->y);
}

static void assert_index(struct estimate index, double wanted, double slack)
{
    if (fabs(index.value - wanted) > slack)
        fail_msg("%g is not %g", index.value, wanted);
    assert_true(index.low <= wanted + slack && wanted - slack <= index.high);
}

static const double pi4 = 97.40909103400244, pi8 = 9488.531016070574;

/* V1 = 1/2 (1 + b pi^4 / 5)^2, V2 = a^2 / 8, V13 = b^2 pi^8 8 / 225. */
static void ishigami_indices_are_those_of_its_formula(void **state)
{
    (void)state;
    struct trial t;
    trial_init(&t, ishigami, 3, 1 << 14, true);
    trial_run(&t);
    double v1 = 0.5 * pow(1 + 0.1 * pi4 / 5, 2), v2 = 49.0 / 8;
    double v13 = 0.01 * pi8 * 8 / 225, v = v1 + v2 + v13;
    const double first[] = { v1 / v, v2 / v, 0 };
    const double total[] = { (v1 + v13) / v, v2 / v, v13 / v };
    const double second[] = { 0, v13 / v, 0 };
    for (int j = 0; j < 3; j++) {
        assert_index(t.variance.first[j], first[j], 2e-3);
        assert_index(t.variance.total[j], total[j], 2e-3);
        assert_index(t.variance.second[j], second[j], 4e-3);
    }
    assert_true(fabs(t.variance.variance - v) < 0.01);
    assert_true(fabs(t.variance.mean - 3.5) < 1e-3);
    trial_release(&t);
}

/* V_j = 1/3 / (1 + a_j)^2, V = prod (1 + V_j) - 1. */
static void g_function_indices_are_those_of_its_formula(void **state)
{
    (void)state;
    struct trial t;
    trial_init(&t, g_function, MOST, 1 << 14, false);
    trial_run(&t);
    double v = 1;
    for (int j = 0; j < MOST; j++)
        v *= 1 + 1 / (3 * pow(1 + a_of_g[j], 2));
    for (int j = 0; j < MOST; j++) {
        double own = 1 / (3 * pow(1 + a_of_g[j], 2));
        assert_index(t.variance.first[j], own / (v - 1), 4e-3);
        assert_index(t.variance.total[j], own * v / (1 + own) / (v - 1), 4e-3);
    }
    assert_null(t.variance.second);
    trial_release(&t);
}

/* Of a random sample the interval must hold the truth as often as it says;
 * 400 samples of 512 blocks of x_0 + 2 x_1, drawn by a generator. */
static void intervals_hold_the_truth_as_often_as_they_say(void **state)
{
    (void)state;
    enum { TRIALS = 400, N = 512 };
    static double y[N * 4];
    int held = 0;
    uint64_t z = 1;
    for (int trial = 0; trial < TRIALS; trial++) {
        for (int i = 0; i < N; i++) {
            double u[4];
            for (int d = 0; d < 4; d++) {
                z = z * UINT64_C(6364136223846793005) + 1442695040888963407;
                u[d] = (double)(z >> 11) * 0x1p-53;
            }
            y[i * 4] = u[0] + 2 * u[1];
            y[i * 4 + 1] = u[2] + 2 * u[1];
            y[i * 4 + 2] = u[0] + 2 * u[3];
            y[i * 4 + 3] = u[2] + 2 * u[3];
        }
        struct variance_problem problem = { .y = y,
                                            .blocks = N,
                                            .factors = 2,
                                            .resamples = 200,
                                            .level = 0.9,
                                            .seed = (uint64_t)trial,
                                            .threads = 1 };
        struct variance v;
        assert_ok(variance_init(&v, &problem, &err));
        held += v.total[1].low <= 0.8 && 0.8 <= v.total[1].high;
        held += v.first[0].low <= 0.2 && 0.2 <= v.first[0].high;
        variance_release(&v);
    }
    double share = held / (2.0 * TRIALS);
    assert_true(share > 0.87 && share < 0.93);
}

static void any_number_of_threads_gives_the_same_bytes(void **state)
{
    (void)state;
    struct trial t;
    struct variance one;
    trial_init(&t, ishigami, 3, 3000, true);
    trial_run(&t);
    one = t.variance;
    for (int threads = 2; threads <= 5; threads++) {
        t.problem.threads = threads;
        trial_run(&t);
        assert_memory_equal(one.first, t.variance.first, 6 * sizeof *one.first);
        assert_memory_equal(one.second, t.variance.second,
                            3 * sizeof *one.second);
        assert_memory_equal(one.settling, t.variance.settling,
                            (size_t)one.steps * 6 * sizeof *one.settling);
        variance_release(&t.variance);
    }
    t.variance = one;
    trial_release(&t);
}

/* A failed run takes its whole block with it: the rest gives what it gives
 * alone. */
static void a_failed_run_takes_its_block_and_no_other(void **state)
{
    (void)state;
    struct trial t;
    trial_init(&t, ishigami, 3, 1000, false);
    t.problem.resamples = 0;
    t.y[0 * 5 + 2] = NAN;
    t.y[1 * 5 + 0] = INFINITY;
    trial_run(&t);
    assert_int_equal(t.variance.left_out, 2);
    assert_int_equal(t.variance.blocks, 998);
    struct variance with = t.variance;
    t.problem.y = t.y + 10;
    t.problem.blocks = 998;
    trial_run(&t);
    for (int j = 0; j < 3; j++) {
        assert_true(with.first[j].value == t.variance.first[j].value);
        assert_true(isnan(with.first[j].low));
    }
    variance_release(&with);
    trial_release(&t);
}

static void the_curve_ends_at_the_index(void **state)
{
    (void)state;
    struct trial t;
    trial_init(&t, ishigami, 3, 1000, false);
    trial_run(&t);
    int last = t.variance.steps - 1;
    assert_int_equal(t.variance.steps, 7);
    assert_int_equal(t.variance.step[last], 1000);
    assert_int_equal(t.variance.step[last - 1], 500);
    assert_memory_equal(t.variance.settling + last * 6, t.variance.first,
                        6 * sizeof *t.variance.first);
    struct estimate half = t.variance.settling[(last - 1) * 6];
    variance_release(&t.variance);
    t.problem.blocks = 500;
    trial_run(&t);
    /* but for the mean, which is that of all */
    assert_true(fabs(half.value - t.variance.first[0].value) < 1e-3);
    trial_release(&t);
}

static void what_cannot_be_judged_is_refused(void **state)
{
    (void)state;
    static double same[30], nothing[8] = { NAN, 1, 1, 1, 1, 2, 3, 4 };
    struct variance v;
    struct variance_problem p = {
        .y = same, .blocks = 7, .factors = 2, .level = 0.95, .threads = 1
    };
    assert_false(variance_init(&v, &p, &err));
    assert_string_equal(err.text, "the output is the same in all runs");
    p.y = nothing;
    p.blocks = 2;
    assert_false(variance_init(&v, &p, &err));
    assert_non_null(strstr(err.text, "fewer than two blocks"));
    p.blocks = 0;
    assert_false(variance_init(&v, &p, &err));
    p.blocks = 2;
    p.level = 1;
    assert_false(variance_init(&v, &p, &err));
    p.level = 0.9;
    p.resamples = -1;
    assert_false(variance_init(&v, &p, &err));
    assert_int_equal(err.code, ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ishigami_indices_are_those_of_its_formula),
        cmocka_unit_test(g_function_indices_are_those_of_its_formula),
        cmocka_unit_test(intervals_hold_the_truth_as_often_as_they_say),
        cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
        cmocka_unit_test(a_failed_run_takes_its_block_and_no_other),
        cmocka_unit_test(the_curve_ends_at_the_index),
        cmocka_unit_test(what_cannot_be_judged_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
