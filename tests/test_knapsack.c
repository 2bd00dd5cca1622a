/* The 0-1 knapsack against trying everything, and its margins. */
#include "tests/test.h"

#include <string.h>

#include "core/assign/knapsack.h"
#include "core/base/rng.h"

enum { CASES = 4000, MOST = 14, LONG = 300, LARGE = 200 };

static int weights[LONG];
static double profits[LONG];

/* Kinds: anything; profits near the weights; the same rate for all; few
 * weights; fractions. */
static void sack_make(struct sack *sack, int number, int most, int heavy)
{
    *sack = (struct sack){ .profit = profits, .weight = weights };
    struct rng rng = rng_new(1, (uint64_t)number, (uint32_t)most);
    int kind = number % 5;
    sack->count = rng_below(&rng, most + 1);
    int load = 0;
    for (int i = 0; i < sack->count; i++) {
        int weight =
            kind == 3 ? 3 + 4 * rng_below(&rng, 3) : rng_below(&rng, heavy);
        double profit = rng_below(&rng, heavy) - 2;
        if (kind == 1)
            profit = weight + heavy / 10 + rng_below(&rng, 3);
        if (kind == 2)
            profit = 2 * weight;
        if (kind == 4)
            profit = heavy * rng_number(&rng) - 1;
        weights[i] = weight;
        profits[i] = profit;
        load += weight;
    }
    sack->room = rng_below(&rng, load + 2);
}

static double pick(const struct sack *sack, const bool *taken)
{
    double value = 0;
    int load = 0;
    for (int i = 0; i < sack->count; i++) {
        value += taken[i] ? sack->profit[i] : 0;
        load += taken[i] ? sack->weight[i] : 0;
    }
    return load <= sack->room ? value : -INFINITY;
}

/* The best of all packings in which the item is as said; item -1: of all. */
static double try_all(const struct sack *sack, int item, bool in)
{
    double best = -INFINITY;
    for (int set = 0; set < 1 << sack->count; set++) {
        bool taken[MOST] = { false };
        for (int i = 0; i < sack->count; i++)
            taken[i] = set >> i & 1;
        if (item >= 0 && taken[item] != in)
            continue;
        double value = pick(sack, taken);
        best = value > best ? value : best;
    }
    return best;
}

static void test_the_best_packing_is_the_best_of_all(void **state)
{
    (void)state;
    struct knapsack *knapsack = knapsack_new();
    for (int number = 0; number < CASES; number++) {
        struct sack sack;
        bool taken[MOST];
        sack_make(&sack, number, MOST - 4, 20);
        double value = knapsack_solve(knapsack, &sack, taken);
        if (fabs(value - try_all(&sack, -1, false)) > 1e-9 ||
            fabs(value - pick(&sack, taken)) > 1e-9)
            fail_msg("case %d: %g instead of %g", number, value,
                     try_all(&sack, -1, false));
    }
    knapsack_free(knapsack);
}

static bool same(double a, double b)
{
    return a == b || fabs(a - b) < 1e-9;
}

static void test_margins_are_the_best_with_and_without_the_item(void **state)
{
    (void)state;
    struct knapsack *knapsack = knapsack_new();
    for (int number = 0; number < CASES / 4; number++) {
        struct sack sack;
        double without[MOST], with[MOST];
        sack_make(&sack, number, 8, 20);
        double value = knapsack_margins(knapsack, &sack, without, with);
        assert_true(same(value, try_all(&sack, -1, false)));
        for (int i = 0; i < sack.count; i++) {
            if (!same(without[i], try_all(&sack, i, false)) ||
                !same(with[i], try_all(&sack, i, true)))
                fail_msg("case %d, item %d: %g %g", number, i, without[i],
                         with[i]);
        }
    }
    knapsack_free(knapsack);
}

/* Two ways of working that share nothing. */
static void test_long_knapsacks_agree_with_the_table(void **state)
{
    (void)state;
    struct knapsack *knapsack = knapsack_new();
    for (int number = 0; number < LARGE; number++) {
        struct sack sack;
        double without[LONG], with[LONG];
        bool taken[LONG];
        sack_make(&sack, number, LONG, 90);
        double value = knapsack_solve(knapsack, &sack, taken);
        double other = knapsack_margins(knapsack, &sack, without, with);
        if (fabs(value - other) > 1e-7 ||
            fabs(value - pick(&sack, taken)) > 1e-7)
            fail_msg("case %d: %.9g and %.9g", number, value, other);
    }
    knapsack_free(knapsack);
}

static void
test_limits_of_large_knapsacks_are_no_less_than_a_packing(void **state)
{
    (void)state;
    struct knapsack *knapsack = knapsack_new();
    for (int number = 0; number < 20; number++) {
        struct sack sack;
        double without[LONG], with[LONG];
        bool taken[LONG];
        sack_make(&sack, number, LONG, 10000000);
        double limit = knapsack_solve(knapsack, &sack, taken);
        double above = knapsack_margins(knapsack, &sack, without, with);
        double value = pick(&sack, taken) * (1 - 1e-12);
        assert_true(limit >= value && above >= value);
        assert_true(limit <= value * 1.05 + 1);
        assert_true(above <= value * 1.05 + 1);
        for (int i = 0; i < sack.count; i++)
            assert_true((taken[i] ? with[i] : without[i]) >= value);
    }
    knapsack_free(knapsack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_best_packing_is_the_best_of_all),
        cmocka_unit_test(test_margins_are_the_best_with_and_without_the_item),
        cmocka_unit_test(test_long_knapsacks_agree_with_the_table),
        cmocka_unit_test(
            test_limits_of_large_knapsacks_are_no_less_than_a_packing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
