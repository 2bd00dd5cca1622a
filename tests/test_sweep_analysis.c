/* Morris, PAWN: functions with known effects, failed runs, any
 * number of threads the same bytes. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/sweep/design.h"
#include "core/sweep/effects.h"
#include "core/sweep/pawn.h"

enum { MOST = 20 };

static struct err err;
static struct factor factor[MOST];
static struct design design;

static double *rows_of(enum design_kind kind, int k, int64_t n, int levels)
{
    for (int j = 0; j < k; j++)
        factor[j] =
            (struct factor){ .name = "x", .kind = FACTOR_UNIFORM, .b = 1 };
    struct design_request request = { .kind = kind,
                                      .factor = factor,
                                      .factors = k,
                                      .n = n,
                                      .seed = 3,
                                      .levels = levels };
    assert_ok(design_init(&design, &request, &err));
    double *x = malloc((size_t)design.runs * (size_t)k * sizeof *x);
    design_rows(&design, 0, design.runs, x);
    return x;
}

/* Morris */

struct morris {
    struct effects_problem problem;
    struct effects effects;
    double *x, *y, *delta;
    int *changed;
};

static void morris_init(struct morris *m, double (*f)(const double *, int),
                        int k, int64_t n)
{
    memset(m, 0, sizeof *m);
    m->x = rows_of(DESIGN_MORRIS, k, n, 4);
    m->y = malloc((size_t)design.runs * sizeof *m->y);
    m->delta = malloc((size_t)(n * k) * sizeof *m->delta);
    m->changed = malloc((size_t)(n * k) * sizeof *m->changed);
    for (int64_t i = 0; i < design.runs; i++)
        m->y[i] = f(m->x + i * k, k);
    for (int64_t t = 0; t < n; t++)
        design_morris_steps(&design, t, m->changed + t * k, m->delta + t * k);
    m->problem = (struct effects_problem){ .y = m->y,
                                           .trajectories = n,
                                           .factors = k,
                                           .changed = m->changed,
                                           .delta = m->delta,
                                           .level = 0.95 };
}

static void morris_release(struct morris *m)
{
    effects_release(&m->effects);
    design_release(&design);
    free(m->x);
    free(m->y);
    free(m->delta);
    free(m->changed);
}

static double line(const double *x, int k)
{
    double y = 7;
    for (int j = 0; j < k; j++)
        y += (j % 2 ? -1 : 1) * j * x[j];
    return y;
}

static void a_straight_line_has_its_slopes_as_effects(void **state)
{
    (void)state;
    struct morris m;
    morris_init(&m, line, 6, 10);
    assert_ok(effects_init(&m.effects, &m.problem, &err));
    for (int j = 0; j < 6; j++) {
        const struct effect *e = &m.effects.factor[j];
        assert_int_equal(e->used, 10);
        assert_near(e->mean.value, (j % 2 ? -1 : 1) * j);
        assert_near(e->strength.value, j);
        assert_true(e->spread < 1e-12);
        assert_true(e->strength.high - e->strength.low < 1e-12);
    }
    morris_release(&m);
}

/* The function of Morris (1991), 4: 20 inputs, of which 1 to 7 matter and are
 * not additive, 8 to 10 are straight with beta = 20 on w = 2 (x - 1/2), so an
 * effect of 40; the random coefficients of the rest are 0 here. */
static double morris_function(const double *x, int k)
{
    double w[MOST], y = 0;
    for (int j = 0; j < k; j++) {
        bool curved = j == 2 || j == 4 || j == 6;
        w[j] = 2 * ((curved ? 1.1 * x[j] / (x[j] + 0.1) : x[j]) - 0.5);
    }
    for (int i = 0; i < 10; i++)
        y += 20 * w[i];
    for (int i = 0; i < 6; i++)
        for (int j = i + 1; j < 6; j++)
            y += -15 * w[i] * w[j];
    for (int i = 0; i < 5; i++)
        for (int j = i + 1; j < 5; j++)
            for (int l = j + 1; l < 5; l++)
                y += -10 * w[i] * w[j] * w[l];
    for (int i = 0; i < 4; i++)
        for (int j = i + 1; j < 4; j++)
            for (int l = j + 1; l < 4; l++)
                for (int s = l + 1; s < 4; s++)
                    y += 5 * w[i] * w[j] * w[l] * w[s];
    return y;
}

static void the_function_of_morris_shows_its_three_groups(void **state)
{
    (void)state;
    struct morris m;
    morris_init(&m, morris_function, 20, 50);
    assert_ok(effects_init(&m.effects, &m.problem, &err));
    for (int j = 0; j < 20; j++) {
        const struct effect *e = &m.effects.factor[j];
        if (j < 7)
            assert_true(e->spread > 10 && e->strength.value > 10);
        else if (j < 10)
            assert_true(fabs(e->mean.value - 40) < 1e-9 && e->spread < 1e-6);
        else
            assert_true(e->strength.value < 1e-9);
    }
    morris_release(&m);
}

static double crossed(const double *x, int k)
{
    (void)k;
    return x[0] * x[1];
}

/* Effects of x_0 are the values of x_1: on the grid 0, 1/3, 2/3, 1. */
static void mean_spread_and_interval_are_those_of_the_effects(void **state)
{
    (void)state;
    struct morris m;
    morris_init(&m, crossed, 2, 1000);
    assert_ok(effects_init(&m.effects, &m.problem, &err));
    const struct effect *e = &m.effects.factor[0];
    double spread = sqrt(5.0) / 6; /* of the four levels */
    assert_true(fabs(e->mean.value - 0.5) < 4 * spread / sqrt(1000));
    assert_true(fabs(e->spread - spread) < 0.02);
    assert_near(e->mean.high - e->mean.value,
                1.9599639845400545 * e->spread / sqrt(1000));
    morris_release(&m);
}

static void a_failed_run_costs_only_the_effects_at_it(void **state)
{
    (void)state;
    struct morris m;
    morris_init(&m, line, 3, 4);
    m.y[1] = NAN; /* between the first two steps */
    assert_ok(effects_init(&m.effects, &m.problem, &err));
    assert_int_equal(m.effects.failed, 1);
    for (int j = 0; j < 3; j++) {
        bool lost = j == m.changed[0] || j == m.changed[1];
        assert_int_equal(m.effects.factor[j].used, lost ? 3 : 4);
        assert_near(m.effects.factor[j].strength.value, j);
    }
    effects_release(&m.effects);
    for (int i = 0; i < 16; i++)
        m.y[i] = NAN;
    assert_false(effects_init(&m.effects, &m.problem, &err));
    assert_int_equal(err.code, ERR_UNSOLVED);
    morris_release(&m);
}

/* PAWN */

static void column_of(const double *x, int k, int64_t n, int j, double *out)
{
    for (int64_t i = 0; i < n; i++)
        out[i] = x[i * k + j];
}

/* With y = x the distance of the slice a..b is max(a, 1 - b). */
static void the_distances_of_a_factor_that_is_the_result(void **state)
{
    (void)state;
    enum { N = 10000 };
    static double y[N];
    for (int i = 0; i < N; i++)
        y[i] = (i * 3001 % N + 0.5) / N;
    const double *x[] = { y };
    struct pawn_problem problem = {
        .y = y, .x = x, .runs = N, .factors = 1, .slices = 10, .threads = 1
    };
    struct pawn pawn;
    assert_ok(pawn_init(&pawn, &problem, &err));
    assert_int_equal(pawn.factor->slices, 10);
    for (int s = 0; s < 10; s++) {
        assert_near(pawn.factor->distance[s], fmax(s, 9 - s) / 10.0);
        assert_near(pawn.factor->from[s], (1000 * s + 0.5) / N);
    }
    assert_near(pawn.factor->median, 0.7);
    assert_near(pawn.factor->mean, 0.7);
    assert_near(pawn.factor->most, 0.9);
    assert_true(pawn.dummy.median < 0.08);
    pawn_release(&pawn);
}

/* By the definition: at every value of y. */
static double plain_distance(const double *y, const int *in, int n)
{
    double most = 0;
    int size = 0;
    for (int i = 0; i < n; i++)
        size += in[i];
    for (int i = 0; i < n; i++) {
        double all = 0, own = 0;
        for (int j = 0; j < n; j++) {
            all += y[j] <= y[i];
            own += in[j] && y[j] <= y[i];
        }
        most = fmax(most, fabs(own / size - all / n));
    }
    return most;
}

static void distances_are_those_of_the_definition(void **state)
{
    (void)state;
    enum { N = 60, K = 3 };
    double column[K][N], y[N];
    double *rows = rows_of(DESIGN_LATIN, K, N, 0);
    for (int j = 0; j < K; j++)
        column_of(rows, K, N, j, column[j]);
    for (int i = 0; i < N; i++) {
        column[2][i] = floor(3 * column[2][i]); /* three values */
        y[i] =
            floor(8 * (column[0][i] + column[1][i] * column[2][i])); /* ties */
    }
    const double *x[K] = { column[0], column[1], column[2] };
    struct pawn_problem problem = {
        .y = y, .x = x, .runs = N, .factors = K, .slices = 5, .threads = 1
    };
    struct pawn pawn;
    assert_ok(pawn_init(&pawn, &problem, &err));
    assert_int_equal(pawn.factor[2].slices, 3);
    for (int j = 0; j < K; j++) {
        const struct pawn_factor *f = &pawn.factor[j];
        for (int s = 0; s < f->slices; s++) {
            int in[N];
            double end = s + 1 < f->slices ? f->from[s + 1] : INFINITY;
            for (int i = 0; i < N; i++)
                in[i] = x[j][i] >= f->from[s] && x[j][i] < end;
            assert_near(f->distance[s], plain_distance(y, in, N));
        }
    }
    pawn_release(&pawn);
    design_release(&design);
    free(rows);
}

static void pawn_leaves_out_the_failed_and_needs_enough(void **state)
{
    (void)state;
    enum { N = 100 };
    double y[N], with[N + 2], other[N + 2];
    for (int i = 0; i < N + 2; i++)
        other[i] = with[i] = i * 37 % 101;
    memcpy(y, with + 2, sizeof y);
    with[0] = with[1] = NAN;
    const double *x[] = { other }, *x2[] = { other + 2 };
    struct pawn_problem p = { .y = with,
                              .x = x,
                              .runs = N + 2,
                              .factors = 1,
                              .slices = 4,
                              .threads = 1 };
    struct pawn a, b;
    assert_ok(pawn_init(&a, &p, &err));
    assert_int_equal(a.failed, 2);
    p.y = y;
    p.x = x2;
    p.runs = N;
    p.threads = 2;
    assert_ok(pawn_init(&b, &p, &err));
    assert_memory_equal(a.factor, b.factor, sizeof *a.factor);
    pawn_release(&a);
    pawn_release(&b);
    p.runs = 7;
    assert_false(pawn_init(&a, &p, &err));
    assert_string_equal(err.text, "4 slices need at least 8 runs that have a "
                                  "result, got 7");
    p.slices = 1;
    assert_false(pawn_init(&a, &p, &err));
    assert_int_equal(err.code, ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_straight_line_has_its_slopes_as_effects),
        cmocka_unit_test(the_function_of_morris_shows_its_three_groups),
        cmocka_unit_test(mean_spread_and_interval_are_those_of_the_effects),
        cmocka_unit_test(a_failed_run_costs_only_the_effects_at_it),
        cmocka_unit_test(the_distances_of_a_factor_that_is_the_result),
        cmocka_unit_test(distances_are_those_of_the_definition),
        cmocka_unit_test(pawn_leaves_out_the_failed_and_needs_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
