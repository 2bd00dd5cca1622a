/* Regression of known lines, and robustness measures of a known table. */
#include "tests/test.h"

#include <string.h>

#include "core/sweep/regress.h"
#include "core/sweep/regret.h"

static struct err err;

/* Regression */

static double deviation(const double *x, int n)
{
    double sum = 0, square = 0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        square += x[i] * x[i];
    }
    return sqrt(square / n - sum / n * sum / n);
}

static void coefficients_of_a_line_are_its_slopes_in_deviations(void **state)
{
    (void)state;
    enum { N = 200, K = 3 };
    double column[K][N], y[N];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < K; j++)
            column[j][i] = i * (3 + 4 * j) % 199;
    for (int i = 0; i < N; i++)
        y[i] = 100 + 3 * column[0][i] - 4 * column[1][i];
    const double *x[K] = { column[0], column[1], column[2] };
    const char *name[K] = { "a", "b", "c" };
    struct regress_problem p = {
        .y = y, .x = x, .name = name, .runs = N, .factors = K, .level = 0.95
    };
    struct regress r;
    assert_ok(regress_init(&r, &p, &err));
    double sd = deviation(y, N);
    assert_near(r.factor[0].value, 3 * deviation(column[0], N) / sd);
    assert_near(r.factor[1].value, -4 * deviation(column[1], N) / sd);
    assert_near(r.factor[2].value, 0);
    assert_near(r.share, 1);
    regress_release(&r);
    for (int i = 0; i < N; i++) /* rising, not straight */
        y[i] = exp(20 * column[0][i] / 199);
    assert_ok(regress_init(&r, &p, &err));
    assert_true(r.share < 0.5);
    regress_release(&r);
    p.ranks = true;
    assert_ok(regress_init(&r, &p, &err));
    assert_near(r.share, 1);
    assert_near(r.factor[0].value, 1);
    regress_release(&r);
}

/* One factor: r, and its standard error sqrt((1 - r^2) / (n - 2)). */
static void one_factor_is_a_correlation(void **state)
{
    (void)state;
    double u[] = { 1, 2, 3, 4, 5, NAN }, y[] = { 2, 1, 4, 3, 5, NAN };
    double same[] = { 1, 1, 1, 1, 1, 1 };
    const double *x[] = { u, same };
    const char *name[] = { "u", "same" };
    struct regress_problem p = {
        .y = y, .x = x, .name = name, .runs = 6, .factors = 2, .level = 0.95
    };
    struct regress r;
    assert_ok(regress_init(&r, &p, &err));
    assert_int_equal(r.failed, 1);
    assert_near(r.factor[0].value, 0.8);
    assert_near(r.share, 0.64);
    assert_near(r.factor[0].high - 0.8, 1.9599639845400545 * sqrt(0.36 / 3));
    assert_true(isnan(r.factor[1].value));
    regress_release(&r);
    x[1] = u;
    assert_false(regress_init(&r, &p, &err));
    assert_non_null(strstr(err.text, "factor 'same' follows from"));
    p.runs = 4;
    assert_false(regress_init(&r, &p, &err));
    assert_string_equal(err.text, "2 factors need at least 5 runs that have a "
                                  "result, got 4");
}

/* Robustness */

/* Three plans, four futures; the last future has a failed run. */
static const double table[] = {
    10, 20, 30, NAN, /* steady */
    0,  50, 60, 1,   /* bold */
    9,  19, 70, 2,
};

static void measures_are_those_of_the_table(void **state)
{
    (void)state;
    struct regret_problem p = { .value = table,
                                .plans = 3,
                                .futures = 4,
                                .alpha = 0.25,
                                .threshold = 19.5 };
    struct regret r;
    assert_ok(regret_init(&r, &p, &err));
    assert_int_equal(r.futures, 3);
    assert_int_equal(r.left_out, 1);
    static const double regret[] = { 0, 30, 40, 10, 0, 10, 1, 31, 0 };
    assert_memory_equal(r.regret, regret, sizeof regret);
    const struct regret_plan *steady = &r.plan[0], *bold = &r.plan[1];
    assert_near(steady->worst, 10);
    assert_near(steady->best, 30);
    assert_near(steady->hurwicz, 0.25 * 30 + 0.75 * 10);
    assert_near(steady->mean, 20);
    assert_near(steady->most_regret, 40);
    assert_int_equal(steady->worst_future, 2);
    assert_near(steady->satisfied, 2.0 / 3);
    assert_near(bold->most_regret, 10);
    assert_near(bold->mean_regret, 20.0 / 3);
    assert_int_equal(bold->best_in, 1);
    regret_release(&r);
}

static void where_less_is_better_all_turns(void **state)
{
    (void)state;
    struct regret_problem p = { .value = table,
                                .plans = 3,
                                .futures = 4,
                                .lower = true,
                                .alpha = 0.25,
                                .threshold = 19.5 };
    struct regret r;
    assert_ok(regret_init(&r, &p, &err));
    assert_near(r.plan[0].worst, 30);
    assert_near(r.plan[0].best, 10);
    assert_near(r.plan[0].hurwicz, 0.25 * 10 + 0.75 * 30);
    assert_near(r.plan[0].most_regret, 10);
    assert_near(r.plan[0].satisfied, 1.0 / 3);
    regret_release(&r);
}

static void the_best_plan_of_a_future_has_no_regret(void **state)
{
    (void)state;
    enum { PLANS = 7, FUTURES = 300 };
    double value[PLANS * FUTURES];
    for (int i = 0; i < PLANS * FUTURES; i++)
        value[i] = sin(i * i * 0.37) * 100;
    struct regret_problem p = {
        .value = value, .plans = PLANS, .futures = FUTURES, .threshold = NAN
    };
    struct regret r;
    assert_ok(regret_init(&r, &p, &err));
    for (int j = 0; j < FUTURES; j++) {
        double least = INFINITY, best = -INFINITY, of_best = NAN;
        for (int i = 0; i < PLANS; i++) {
            double regret = r.regret[i * FUTURES + j];
            least = fmin(least, regret);
            if (value[i * FUTURES + j] > best) {
                best = value[i * FUTURES + j];
                of_best = regret;
            }
        }
        assert_true(least == 0 && of_best == 0);
    }
    assert_true(isnan(r.plan[0].satisfied));
    regret_release(&r);
}

static void a_table_that_tells_nothing_is_refused(void **state)
{
    (void)state;
    static const double none[] = { 1, NAN, NAN, 1 };
    struct regret_problem p = { .value = none, .plans = 2, .futures = 2 };
    struct regret r;
    assert_false(regret_init(&r, &p, &err));
    assert_string_equal(err.text, "there is no future in which all plans have "
                                  "a result");
    p.alpha = 2;
    assert_false(regret_init(&r, &p, &err));
    assert_string_equal(err.text, "alpha must be from 0 to 1, got 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coefficients_of_a_line_are_its_slopes_in_deviations),
        cmocka_unit_test(one_factor_is_a_correlation),
        cmocka_unit_test(measures_are_those_of_the_table),
        cmocka_unit_test(where_less_is_better_all_turns),
        cmocka_unit_test(the_best_plan_of_a_future_has_no_regret),
        cmocka_unit_test(a_table_that_tells_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
