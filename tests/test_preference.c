/* Flows of PROMETHEE: one sweep against all pairs. */
#include "tests/test.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/rank/gauss.h"
#include "core/rank/preference.h"

static struct err err;

static double random_value(struct rng *rng, int kind)
{
    double x = rng_number(rng) * 20;
    return kind == 0 ? x : kind == 1 ? floor(x) : 1e12 + floor(x * 8) / 8;
}

static void assert_flows(const struct preference *preference,
                         const double *value, size_t n)
{
    struct flows flows;
    double *plus = mem_new(n, sizeof *plus), *minus = mem_new(n, sizeof *minus);
    flows_init(&flows, n);
    flows_add(&flows, preference, value, 1, plus, minus);
    for (size_t a = 0; a < n; a++) {
        double over = 0, under = 0;
        for (size_t b = 0; b < n; b++) {
            over += preference_of(preference, value[a] - value[b]);
            under += preference_of(preference, value[b] - value[a]);
        }
        assert_true(fabs(plus[a] - over / (double)(n - 1)) < 1e-13);
        assert_true(fabs(minus[a] - under / (double)(n - 1)) < 1e-13);
    }
    flows_release(&flows);
    free(plus);
    free(minus);
}

static void flows_of_one_sweep_are_those_of_all_pairs(void **state)
{
    (void)state;
    struct rng rng = rng_new(3, 0, 0);
    double value[700];
    for (int trial = 0; trial < 180; trial++) {
        size_t n = 2 + (size_t)rng_below(&rng, trial < 60 ? 10 : 699);
        struct preference preference = { (enum preference_kind)(trial % 6), 1,
                                         trial % 7 == 0 ? 1 : 4, 3 };
        assert_ok(preference_check(&preference, 0, &err));
        for (size_t i = 0; i < n; i++)
            value[i] = random_value(&rng, trial % 3);
        assert_flows(&preference, value, n);
    }
}

static void gaussian_sums_hold_far_and_near(void **state)
{
    (void)state;
    struct rng rng = rng_new(4, 0, 0);
    enum { N = 2000 };
    static double t[N], sum[N];
    for (double spread = 1e-6; spread < 1e9; spread *= 1000) {
        t[0] = -spread / 2;
        for (size_t i = 1; i < N; i++)
            t[i] = t[i - 1] + rng_number(&rng) * spread / N;
        gauss_below(t, N, 2, sum);
        for (size_t i = 0; i < N; i += 37) {
            double direct = 0;
            for (size_t k = 0; k < i; k++)
                direct += exp(-(t[i] - t[k]) * (t[i] - t[k]) / 8);
            assert_true(fabs(sum[i] - direct) < 1e-10);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flows_of_one_sweep_are_those_of_all_pairs),
        cmocka_unit_test(gaussian_sums_hold_far_and_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
