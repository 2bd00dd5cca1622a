/* PRIM finds known boxes, and its figures are those of the boxes. */
#include "tests/test.h"

#include <string.h>

#include "core/sweep/design.h"
#include "core/sweep/prim.h"

static struct err err;

/* The sample: x_0, x_1, x_2 of 5,000 runs; 1 where 0.3 <= x_0 <= 0.7 and
 * x_2 >= 0.6. */
enum { N = 5000, K = 3 };

static double column[K][N], y[N];
static const double *x[K] = { column[0], column[1], column[2] };

static struct prim_problem sample(void)
{
    static struct factor factor[K];
    for (int j = 0; j < K; j++)
        factor[j] =
            (struct factor){ .name = "x", .kind = FACTOR_UNIFORM, .b = 1 };
    struct design_request request = {
        .kind = DESIGN_LATIN, .factor = factor, .factors = K, .n = N, .seed = 4
    };
    struct design design;
    assert_ok(design_init(&design, &request, &err));
    for (int i = 0; i < N; i++) {
        double row[K];
        design_rows(&design, i, 1, row);
        for (int j = 0; j < K; j++)
            column[j][i] = row[j];
        y[i] = row[0] >= 0.3 && row[0] <= 0.7 && row[2] >= 0.6;
    }
    design_release(&design);
    return (struct prim_problem){
        .y = y, .x = x, .runs = N, .factors = K, .alpha = 0.05, .least = 0.02
    };
}

static void a_known_box_is_found(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    struct prim prim;
    assert_ok(prim_init(&prim, &problem, &err));
    int last = prim.boxes - 1;
    const struct prim_box *box = &prim.box[last];
    const double *low = prim.low + last * K, *high = prim.high + last * K;
    assert_true(box->mean == 1);
    assert_true(box->coverage > 0.9);
    assert_int_equal(box->restricted, 2);
    /* to within a peel */
    assert_true(fabs(low[0] - 0.3) < 0.03 && fabs(high[0] - 0.7) < 0.03);
    assert_true(fabs(low[2] - 0.6) < 0.03);
    assert_true(isinf(low[1]) && isinf(high[1]) && isinf(high[2]));
    prim_release(&prim);
}

static void every_box_is_what_its_limits_say(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    struct prim prim;
    y[7] = NAN;
    assert_ok(prim_init(&prim, &problem, &err));
    assert_int_equal(prim.runs, N - 1);
    assert_int_equal(prim.failed, 1);
    for (int b = 0; b < prim.boxes; b++) {
        int64_t count = 0;
        double sum = 0, all = 0;
        for (int i = 0; i < N; i++) {
            bool in = !isnan(y[i]);
            all += in ? y[i] : 0;
            for (int j = 0; j < K; j++)
                in = in && column[j][i] >= prim.low[b * K + j] &&
                     column[j][i] <= prim.high[b * K + j];
            count += in;
            sum += in ? y[i] : 0;
        }
        const struct prim_box *box = &prim.box[b];
        assert_int_equal(box->count, count);
        assert_near(box->mean, sum / (double)count);
        assert_near(box->coverage, sum / all);
        assert_near(box->mass, (double)count / (N - 1));
        if (b > 0)
            assert_true(box->mean > prim.box[b - 1].mean &&
                        (double)box->count >=
                            0.9 * (double)prim.box[b - 1].count);
    }
    prim_release(&prim);
}

static void factors_of_few_values_lose_one_at_a_time(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    for (int i = 0; i < N; i++) {
        column[1][i] = floor(4 * column[1][i]);
        y[i] = column[1][i] == 2;
    }
    struct prim prim;
    assert_ok(prim_init(&prim, &problem, &err));
    int last = prim.boxes - 1;
    assert_true(prim.low[last * K + 1] == 2 && prim.high[last * K + 1] == 2);
    assert_true(prim.box[last].mean == 1 && prim.box[last].coverage == 1);
    assert_int_equal(prim.boxes, 4);
    prim_release(&prim);
}

static void pasting_takes_back_what_was_peeled_too_much(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    struct prim_box box;
    for (int i = 0; i < N;
         i++) /* a few misses within, so that more is better */
        y[i] = y[i] > 0 && i % 20 != 0;
    double low[K] = { 0.4, -INFINITY, 0.7 };
    double high[K] = { 0.7, INFINITY, INFINITY };
    /* all of the rim succeeds */
    for (int i = 0; i < N; i++) {
        bool rim = column[0][i] >= 0.3 && column[0][i] < 0.4;
        if (rim && column[2][i] > 0.7)
            y[i] = 1;
    }
    assert_true(prim_paste(&problem, low, high, &box) > 0);
    assert_true(fabs(low[0] - 0.3) < 0.02);
    assert_true(box.mean > 0.9);
}

static double binomial_tail(int k, int n, double p)
{
    double sum = 0;
    for (int i = k; i <= n; i++)
        sum += exp(lgamma(n + 1) - lgamma(i + 1) - lgamma(n - i + 1) +
                   i * log(p) + (n - i) * log(1 - p));
    return sum;
}

static void chances_are_binomial_tails(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    double low[K] = { 0.3, 0.5, 0.6 };
    double high[K] = { 0.7, INFINITY, INFINITY }, chance[K];
    prim_chances(&problem, low, high, chance);
    assert_true(chance[0] < 1e-9 && chance[2] < 1e-9);
    assert_near(chance[1], 1); /* the others make sure of it alone */
    problem.runs = 30;
    for (int i = 0; i < 30; i++) {
        column[0][i] = i;
        column[1][i] = i % 3;
        y[i] = i % 3 == 1 || i == 3;
    }
    const double from[K] = { -INFINITY, 1, -INFINITY };
    const double to[K] = { 8, 1, INFINITY };
    prim_chances(&problem, from, to, chance);
    /* in the box 1, 4, 7: all three; without the limit of x_1 4 of 9 */
    assert_near(chance[1], binomial_tail(3, 3, 4.0 / 9));
    /* without that of x_0 all: certain */
    assert_near(chance[0], 1);
    assert_near(chance[2], 1);
}

static void what_cannot_be_searched_is_refused(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    struct prim prim;
    y[3] = -1;
    assert_false(prim_init(&prim, &problem, &err));
    assert_non_null(strstr(err.text, "run 4 has -1"));
    problem.alpha = 0;
    assert_false(prim_init(&prim, &problem, &err));
    assert_string_equal(err.text, "alpha must be between 0 and 1, got 0");
    problem.alpha = 0.05;
    problem.least = 1;
    assert_false(prim_init(&prim, &problem, &err));
    problem.least = 0;
    for (int i = 0; i < N; i++)
        y[i] = NAN;
    assert_false(prim_init(&prim, &problem, &err));
    assert_string_equal(err.text, "no run has a result");
}

static void nothing_or_everything_is_one_box(void **state)
{
    (void)state;
    struct prim_problem problem = sample();
    struct prim prim;
    for (int all = 0; all < 2; all++) {
        for (int i = 0; i < N; i++)
            y[i] = all;
        assert_ok(prim_init(&prim, &problem, &err));
        assert_int_equal(prim.boxes, 1);
        prim_release(&prim);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_known_box_is_found),
        cmocka_unit_test(every_box_is_what_its_limits_say),
        cmocka_unit_test(factors_of_few_values_lose_one_at_a_time),
        cmocka_unit_test(pasting_takes_back_what_was_peeled_too_much),
        cmocka_unit_test(chances_are_binomial_tails),
        cmocka_unit_test(what_cannot_be_searched_is_refused),
        cmocka_unit_test(nothing_or_everything_is_one_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
