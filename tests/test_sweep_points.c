/* Sobol' points are those published and make nets; Latin hypercubes have one
 * point in each stratum, in any order. */
#include "tests/design_world.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/sweep/design.h"

/* Sobol' */

/* The first rows of new-joe-kuo-6: s, a, m_1..m_s of dimensions 2 to 10. */
static const int published[9][8] = {
    { 1, 0, 1 },
    { 2, 1, 1, 3 },
    { 3, 1, 1, 3, 1 },
    { 3, 2, 1, 1, 1 },
    { 4, 1, 1, 1, 3, 3 },
    { 4, 4, 1, 3, 5, 13 },
    { 5, 2, 1, 1, 5, 5, 17 },
    { 5, 4, 1, 1, 5, 5, 5 },
    { 5, 7, 1, 1, 7, 11, 19 },
};

static void direction_numbers_are_those_published(void **state)
{
    (void)state;
    struct sobol sobol;
    sobol_init(&sobol, 10, false, 0);
    for (int d = 1; d < 10; d++) {
        const int *row = published[d - 1];
        for (int k = 0; k < row[0]; k++) {
            uint32_t v = sobol.direction[k * 10 + d];
            assert_int_equal(v, (uint32_t)row[2 + k] << (31 - k));
        }
    }
    sobol_release(&sobol);
}

/* What their programme prints first for ten dimensions, in sixteenths. */
static const int printed[10][10] = {
    { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
    { 8, 8, 8, 8, 8, 8, 8, 8, 8, 8 },
    { 12, 4, 4, 4, 12, 12, 4, 12, 12, 12 },
    { 4, 12, 12, 12, 4, 4, 12, 4, 4, 4 },
    { 6, 6, 10, 14, 6, 2, 6, 14, 14, 10 },
    { 14, 14, 2, 6, 14, 10, 14, 6, 6, 2 },
    { 10, 2, 14, 10, 10, 14, 2, 2, 2, 6 },
    { 2, 10, 6, 2, 2, 6, 10, 10, 10, 14 },
    { 3, 5, 15, 7, 9, 5, 7, 15, 15, 5 },
    { 11, 13, 7, 15, 1, 13, 15, 7, 7, 13 },
};

static void sobol_points_are_those_published(void **state)
{
    (void)state;
    factors_reset();
    double *x = rows_of((struct design_request){
        .kind = DESIGN_SOBOL, .factors = 10, .n = 10 });
    for (int i = 0; i < 10; i++) {
        for (int d = 0; d < 10; d++)
            assert_true(fabs(x[i * 10 + d] - printed[i][d] / 16.0) < 2e-10);
    }
    done(x);
}

/* All dimensions of points 1 to 1000 are those of another programme that
 * reads these direction numbers (Boost.Random 1.74), by their FNV-1a hash. */
static void all_dimensions_are_those_of_another_programme(void **state)
{
    (void)state;
    struct sobol sobol;
    uint32_t x[SOBOL_DIMENSIONS];
    uint64_t hash = UINT64_C(1469598103934665603);
    sobol_init(&sobol, SOBOL_DIMENSIONS, false, 0);
    sobol_at(&sobol, 0, x);
    for (uint64_t i = 0; i < 1000; i++) {
        sobol_next(&sobol, i, x);
        for (int d = 0; d < SOBOL_DIMENSIONS; d++)
            hash = (hash ^ x[d]) * UINT64_C(1099511628211);
    }
    assert_true(hash == UINT64_C(0x68a81070d3540383));
    sobol_release(&sobol);
}

/* Each of 2^m consecutive points lies in another of 2^m parts. */
static void assert_net(const uint32_t *x, int m, int stride)
{
    unsigned char seen[1024] = { 0 };
    for (int i = 0; i < 1 << m; i++) {
        uint64_t part = (uint64_t)x[i * stride] >> (32 - m);
        assert_int_equal(seen[part], 0);
        seen[part] = 1;
    }
}

static void every_dimension_is_a_net(bool scramble)
{
    enum { M = 10, N = 1 << M };
    struct sobol sobol;
    sobol_init(&sobol, SOBOL_DIMENSIONS, scramble, 7);
    uint32_t *x = malloc(N * SOBOL_DIMENSIONS * sizeof *x);
    for (uint64_t i = 0; i < N; i++)
        sobol_at(&sobol, 3 * N + i, x + i * SOBOL_DIMENSIONS);
    for (int d = 0; d < SOBOL_DIMENSIONS; d++) {
        for (int m = 0; m <= M; m++)
            assert_net(x + d, m, SOBOL_DIMENSIONS);
    }
    free(x);
    sobol_release(&sobol);
}

static void every_projection_is_a_net(void **state)
{
    (void)state;
    every_dimension_is_a_net(false);
}

static void every_scrambled_projection_is_a_net(void **state)
{
    (void)state;
    every_dimension_is_a_net(true);
}

/* The first two dimensions are a (0, m, 2)-net, scrambled as well: each
 * elementary box 2^-a x 2^-(m - a) has one point. */
static void two_dimensions_are_a_net(void **state)
{
    (void)state;
    enum { M = 8, N = 1 << M };
    struct sobol sobol;
    for (uint64_t seed = 1; seed < 4; seed++) {
        sobol_init(&sobol, 2, true, seed);
        for (int a = 0; a <= M; a++) {
            unsigned char seen[N] = { 0 };
            for (uint64_t i = 0; i < N; i++) {
                uint32_t x[2];
                sobol_at(&sobol, i, x);
                unsigned box =
                    (unsigned)((uint64_t)x[0] >> (32 - a) << (M - a)) |
                    (unsigned)((uint64_t)x[1] >> (32 - (M - a)));
                assert_int_equal(seen[box]++, 0);
            }
        }
        sobol_release(&sobol);
    }
}

static void scrambled_points_are_uniform_over_seeds(void **state)
{
    (void)state;
    double sum = 0, square = 0;
    enum { SEEDS = 20000 };
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct sobol sobol;
        uint32_t x[3];
        sobol_init(&sobol, 3, true, seed);
        sobol_at(&sobol, 5, x);
        double u = sobol_number(x[2]);
        sum += u;
        square += u * u;
        sobol_release(&sobol);
    }
    assert_true(fabs(sum / SEEDS - 0.5) < 4 * sqrt(1.0 / 12 / SEEDS));
    assert_true(fabs(square / SEEDS - 1.0 / 3) < 4 * sqrt(4.0 / 45 / SEEDS));
}

/* Latin hypercubes */

static void every_stratum_has_one_point(void **state)
{
    (void)state;
    static const int64_t sizes[] = { 1, 2, 3, 5, 7, 64, 100, 1000, 4097 };
    factors_reset();
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        int64_t n = sizes[s];
        double *x = rows_of((struct design_request){
            .kind = DESIGN_LATIN, .factors = 6, .n = n, .seed = 3 + s });
        for (int f = 0; f < 6; f++) {
            unsigned char seen[4097] = { 0 };
            for (int64_t i = 0; i < n; i++) {
                double u = x[i * 6 + f];
                assert_true(u > 0 && u < 1);
                assert_int_equal(seen[(int)floor(u * (double)n)]++, 0);
            }
        }
        done(x);
    }
}

/* All 120 orders of five strata are as likely, of both of two factors: chi
 * square of 119 degrees is below 180 in all but 1 of 4,000 cases. */
static void strata_come_in_every_order(void **state)
{
    (void)state;
    enum { SEEDS = 24000, N = 5 };
    static int count[2][3125];
    factors_reset();
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double *x = rows_of((struct design_request){
            .kind = DESIGN_LATIN, .factors = 2, .n = N, .seed = seed });
        for (int f = 0; f < 2; f++) {
            int order = 0;
            for (int i = 0; i < N; i++)
                order = order * N + (int)(x[i * 2 + f] * N);
            count[f][order]++;
        }
        done(x);
    }
    for (int f = 0; f < 2; f++) {
        double chi = 0, wanted = SEEDS / 120.0;
        int orders = 0;
        for (int k = 0; k < 3125; k++) {
            orders += count[f][k] > 0;
            if (count[f][k] > 0)
                chi += pow(count[f][k] - wanted, 2) / wanted;
        }
        assert_int_equal(orders, 120);
        assert_true(chi < 180);
    }
}

/* Of n rows the correlation of two columns varies by 1 / sqrt(n - 1). */
static void columns_are_not_correlated(void **state)
{
    (void)state;
    enum { N = 1000, SEEDS = 200, K = 4 };
    double square = 0;
    factors_reset();
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double *x = rows_of((struct design_request){
            .kind = DESIGN_LATIN, .factors = K, .n = N, .seed = seed });
        for (int a = 0; a < K; a++) {
            double sum = 0;
            for (int i = 0; i < N; i++)
                sum += (x[i * K + a] - 0.5) * (x[i * K + (a + 1) % K] - 0.5);
            square += pow(sum * 12 / N, 2) * N;
        }
        done(x);
    }
    square /= SEEDS * K; /* mean of a chi square of one degree */
    assert_true(fabs(square - 1) < 4 * sqrt(2.0 / (SEEDS * K)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(direction_numbers_are_those_published),
        cmocka_unit_test(sobol_points_are_those_published),
        cmocka_unit_test(all_dimensions_are_those_of_another_programme),
        cmocka_unit_test(every_projection_is_a_net),
        cmocka_unit_test(every_scrambled_projection_is_a_net),
        cmocka_unit_test(two_dimensions_are_a_net),
        cmocka_unit_test(scrambled_points_are_uniform_over_seeds),
        cmocka_unit_test(every_stratum_has_one_point),
        cmocka_unit_test(strata_come_in_every_order),
        cmocka_unit_test(columns_are_not_correlated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
