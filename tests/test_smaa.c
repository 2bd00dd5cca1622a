/* Rank acceptability: exact cases, sampled cases within their error, any
 * number of threads the same bytes. */
#include "tests/rank_world.h"

#include "core/base/normal.h"
#include "core/base/rng.h"
#include "core/rank/smaa.h"
#include "core/rank/spread.h"

struct trial {
    struct world w;
    struct worths worths;
    struct weight_limits limits;
    struct smaa_problem problem;
    struct smaa smaa;
};

static void trial_init(struct trial *t, int n, int q, const double *rows)
{
    memset(t, 0, sizeof *t);
    world_fill(&t->w, n, q, rows, NORMAL_SCALE);
    world_scale(&t->w, MISSING_REFUSE);
    world_rank(&t->w);
    worths_init(&t->worths, &t->w.ranking, &t->w.problem);
    t->problem = (struct smaa_problem){ .worths = &t->worths,
                                        .norm = t->w.ranking.norm,
                                        .limits = &t->limits,
                                        .samples = 20000,
                                        .seed = 1,
                                        .threads = 1 };
}

static void trial_run(struct trial *t)
{
    assert_ok(smaa_init(&t->smaa, &t->problem, &err));
}

static void trial_release(struct trial *t)
{
    smaa_release(&t->smaa);
    worths_release(&t->worths);
    ranking_release(&t->w.ranking);
}

/* Rows of the result are in the order; these are in that of the table. */
static double share(const struct trial *t, size_t alternative, size_t rank)
{
    size_t k = 0;
    while (t->w.ranking.order[k] != alternative)
        k++;
    return t->smaa.share[k * t->smaa.ranks + rank];
}

static const double *centre(const struct trial *t, size_t alternative)
{
    size_t k = 0;
    while (t->w.ranking.order[k] != alternative)
        k++;
    return t->smaa.centre + k * (size_t)t->smaa.criteria;
}

static void assert_shares(const struct trial *t, const double *wanted,
                          double slack)
{
    size_t n = t->smaa.n;
    for (size_t i = 0; i < n; i++) {
        for (size_t r = 0; r < n; r++) {
            double b = wanted[i * n + r];
            double error =
                t->smaa.exact ? 0 : sqrt(b * (1 - b) / (double)t->smaa.samples);
            assert_true(fabs(share(t, i, r) - b) <= slack + 3 * error);
        }
    }
}

static void assert_centre(const struct trial *t, size_t i, const double *wanted,
                          double slack)
{
    for (int j = 0; j < t->smaa.criteria; j++)
        assert_true(fabs(centre(t, i)[j] - wanted[j]) <= slack);
}

/* Cases of two and three criteria whose shares are known (areas). */

static const double rows_3x2[] = { 1, 0, 0, 1, 0.6, 0.6 };
static const double shares_3x2[] = {
    0.4, 0.1, 0.5, 0.4, 0.1, 0.5, 0.2, 0.8, 0
};
static const double rows_4x3[] = { 0.9, 0.2, 0.4, 0.1, 0.8, 0.7,
                                   0.5, 0.5, 0.5, 0.3, 0.9, 0.1 };
static const double shares_4x3[] = {
    0.393823997784394, 0.0601042521834601, 0.194123698084094,
    0.351948051948052, 0.444387295872444,  0.171831468861172,
    0.16949552098067,  0.214285714285714,  0,
    0.596969696969697, 0.396536796536797,  0.00649350649350649,
    0.161788706343162, 0.171094581985671,  0.23984398439844,
    0.427272727272727
};
static const double rows_5x3[] = { 0.8,  0.3,  0.3,  0.2, 0.9, 0.2, 0.3, 0.2,
                                   0.95, 0.45, 0.55, 0.5, 0.7, 0.6, 0.1 };
static const double shares_5x3[] = { 0,
                                     0.0166666666666667,
                                     0.114837942313411,
                                     0.865436897328066,
                                     0.00305849369185676,
                                     0.6675,
                                     0.236666666666667,
                                     0.0546307506053269,
                                     0.0321545388895969,
                                     0.00904804383840958,
                                     0,
                                     0.0016,
                                     0.00333606898602438,
                                     0.00717046854424196,
                                     0.987893462469734,
                                     0.0427272727272727,
                                     0.0739393939393939,
                                     0.788095238095238,
                                     0.0952380952380952,
                                     0,
                                     0.289772727272727,
                                     0.671127272727273,
                                     0.0391,
                                     0,
                                     0 };
static const struct weight_ratio order_5x3[] = { { 1, 0, 1 }, { 0, 2, 1 } };

static void two_and_three_criteria_are_calculated(void **state)
{
    (void)state;
    struct trial t;
    trial_init(&t, 3, 2, rows_3x2);
    trial_run(&t);
    assert_true(t.smaa.exact);
    assert_shares(&t, shares_3x2, 1e-12);
    assert_centre(&t, 0, (double[]){ 0.8, 0.2 }, 1e-12);
    assert_centre(&t, 2, (double[]){ 0.5, 0.5 }, 1e-12);
    assert_near(t.smaa.confidence[0], 1);
    trial_release(&t);

    trial_init(&t, 4, 3, rows_4x3);
    trial_run(&t);
    assert_true(t.smaa.exact);
    assert_shares(&t, shares_4x3, 1e-12);
    assert_centre(
        &t, 1,
        (double[]){ 0.151913628862886, 0.351411480433758, 0.496674890703356 },
        1e-12);
    assert_true(isnan(centre(&t, 2)[0]));
    trial_release(&t);

    trial_init(&t, 5, 3, rows_5x3);
    t.limits = (struct weight_limits){ .ratio = order_5x3, .ratios = 2 };
    trial_run(&t);
    assert_true(t.smaa.exact);
    assert_shares(&t, shares_5x3, 1e-9);
    assert_centre(
        &t, 4,
        (double[]){ 0.394496434937611, 0.490084670231729, 0.11541889483066 },
        1e-9);
    trial_release(&t);
}

/* A value that is certain but said to be drawn makes it sample. */
static void make_it_sample(struct trial *t, struct spread *spread)
{
    *spread = (struct spread){ .kind = SPREAD_UNIFORM };
    spread->a = spread->b = worths_of(&t->worths, 0)[0];
    t->problem.spread = spread;
    t->problem.spreads = 1;
}

static void samples_meet_the_shares_within_three_errors(void **state)
{
    (void)state;
    struct trial t;
    struct spread spread;
    trial_init(&t, 3, 2, rows_3x2);
    make_it_sample(&t, &spread);
    trial_run(&t);
    assert_false(t.smaa.exact);
    assert_shares(&t, shares_3x2, 0);
    assert_centre(&t, 0, (double[]){ 0.8, 0.2 }, 0.01);
    trial_release(&t);

    trial_init(&t, 4, 3, rows_4x3);
    make_it_sample(&t, &spread);
    trial_run(&t);
    assert_shares(&t, shares_4x3, 0);
    trial_release(&t);

    trial_init(&t, 5, 3, rows_5x3);
    make_it_sample(&t, &spread);
    t.limits = (struct weight_limits){ .ratio = order_5x3, .ratios = 2 };
    trial_run(&t);
    assert_shares(&t, shares_5x3, 0);
    trial_release(&t);
}

/* Constraints by drawing again, and by walking, against the exact figures. */
static void each_way_to_draw_meets_the_exact_shares(void **state)
{
    (void)state;
    const double low[] = { 0.1, 0.2, 0 }, high[] = { 0.6, 0.7, 0.5 };
    const double tight_low[] = { 0.33, 0.32, 0 };
    const double tight_high[] = { 0.345, 0.34, 1 };
    for (int way = 0; way < 2; way++) {
        struct trial exact, drawn;
        struct spread spread;
        struct sampler sampler;
        struct weight_limits limits = { .low = way ? tight_low : low,
                                        .high = way ? tight_high : high };
        trial_init(&exact, 5, 3, rows_5x3);
        trial_init(&drawn, 5, 3, rows_5x3);
        make_it_sample(&drawn, &spread);
        exact.limits = drawn.limits = limits;
        assert_ok(
            sampler_init(&sampler, drawn.worths.weight, 3, &limits, 1, &err));
        assert_int_equal(sampler.way, way ? SAMPLER_WALK : SAMPLER_AGAIN);
        trial_run(&exact);
        trial_run(&drawn);
        assert_true(exact.smaa.exact && !drawn.smaa.exact);
        for (size_t i = 0; i < 25; i++) {
            double b = exact.smaa.share[i];
            double error = sqrt(b * (1 - b) / 20000);
            assert_true(fabs(drawn.smaa.share[i] - b) <= 3.5 * error + 1e-12);
        }
        trial_release(&exact);
        trial_release(&drawn);
    }
}

/* Every weight drawn meets the constraints, of any kind. */
static void weights_meet_their_constraints(void **state)
{
    (void)state;
    const double weight[] = { 1, 1, 1, 1, 1, 0 };
    const double low[] = { 0.25, 0, 0.05, 0, 0, 0 };
    const double high[] = { 0.35, 1, 0.4, 0.1, 1, 1 };
    const struct weight_ratio ratio[] = { { 1, 2, 2 }, { 4, 3, 1 } };
    struct weight_limits limits = { low, high, ratio, 2 };
    struct sampler sampler;
    assert_ok(sampler_init(&sampler, weight, 6, &limits, 3, &err));
    for (uint64_t s = 0; s < 500; s++) {
        double w[6], sum = 0;
        sampler_draw(&sampler, s, w);
        for (int j = 0; j < 6; j++) {
            sum += w[j];
            assert_true(w[j] >= low[j] - 1e-12 && w[j] <= high[j] + 1e-12);
        }
        assert_near(sum, 1);
        assert_true(w[5] == 0);
        assert_true(w[1] >= 2 * w[2] - 1e-12 && w[4] >= w[3] - 1e-12);
    }
}

/* On the simplex with 8 weights one exceeds a half in 8 / 2^7 of all draws;
 * not so with uniform numbers divided by their sum. */
static void the_corners_of_the_simplex_are_not_avoided(void **state)
{
    (void)state;
    double weight[8];
    struct sampler sampler;
    int over = 0, draws = 20000;
    for (int j = 0; j < 8; j++)
        weight[j] = 1;
    assert_ok(sampler_init(&sampler, weight, 8, NULL, 1, &err));
    for (int s = 0; s < draws; s++) {
        sampler_draw(&sampler, (uint64_t)s, weight);
        for (int j = 0; j < 8; j++)
            over += weight[j] > 0.5;
    }
    double p = 8 / 128.0, error = sqrt(p * (1 - p) / draws);
    assert_true(fabs(over / (double)draws - p) < 3 * error);
}

static void any_number_of_threads_gives_the_same_bytes(void **state)
{
    (void)state;
    double rows[ROOM * ROOM];
    struct rng rng = rng_new(2, 0, 0);
    for (int i = 0; i < ROOM * ROOM; i++)
        rows[i] = rng_number(&rng);
    struct spread spread[] = {
        { 0, 1, SPREAD_UNIFORM, 0.2, 0.8, 0, NULL, NULL, 0 },
        { 2, 3, SPREAD_NORMAL, 0.5, 0.2, 0, NULL, NULL, 0 },
        { 2, 5, SPREAD_WORTH, 0, 0, 0, NULL, NULL, 0 },
    };
    struct trial one, many;
    trial_init(&one, ROOM, ROOM, rows);
    one.problem.spread = spread;
    one.problem.spreads = 3;
    one.problem.samples = 5000;
    trial_run(&one);
    for (int threads = 2; threads <= 7; threads += 5) {
        trial_init(&many, ROOM, ROOM, rows);
        many.problem.spread = spread;
        many.problem.spreads = 3;
        many.problem.samples = 5000;
        many.problem.threads = threads;
        trial_run(&many);
        assert_memory_equal(one.smaa.share, many.smaa.share,
                            ROOM * ROOM * sizeof(double));
        assert_memory_equal(one.smaa.centre, many.smaa.centre,
                            ROOM * ROOM * sizeof(double));
        assert_memory_equal(one.smaa.confidence, many.smaa.confidence,
                            ROOM * sizeof(double));
        assert_memory_equal(one.smaa.mean_rank, many.smaa.mean_rank,
                            ROOM * sizeof(double));
        trial_release(&many);
    }
    trial_release(&one);
}

/* One certain at 0.5, one drawn: how often it is first is a probability. */
static void spreads_have_the_distribution_they_say(void **state)
{
    (void)state;
    const double value[] = { 0.2, 0.9 }, chance[] = { 0.3, 0.7 };
    const struct spread spreads[] = {
        { 1, 0, SPREAD_UNIFORM, 0.2, 0.6, 0, NULL, NULL, 0 },
        { 1, 0, SPREAD_TRIANGULAR, 0, 0.4, 1, NULL, NULL, 0 },
        { 1, 0, SPREAD_NORMAL, 0.4, 0.1, 0, NULL, NULL, 0 },
        { 1, 0, SPREAD_DISCRETE, 0, 0, 0, value, chance, 2 },
        { 1, 0, SPREAD_WORTH, 0, 0, 0, NULL, NULL, 0 },
    };
    const double above[] = { 0.25, 0.25 / 0.6, 0.15865525393145707, 0.7, 0.5 };
    for (int i = 0; i < 5; i++) {
        struct trial t;
        trial_init(&t, 2, 1, (double[]){ 0.5, 0.4 });
        t.problem.spread = &spreads[i];
        t.problem.spreads = 1;
        trial_run(&t);
        double error = sqrt(above[i] * (1 - above[i]) / 20000);
        assert_true(fabs(share(&t, 1, 0) - above[i]) < 3 * error);
        assert_true(fabs(t.smaa.confidence[1] - above[i]) < 3 * error);
        trial_release(&t);
    }
}

static void the_normal_quantile_is_right(void **state)
{
    (void)state;
    for (double x = -8; x <= 8; x += 0.0625) {
        double chance = erfc(-x / sqrt(2)) / 2;
        if (chance > 0.999)
            continue; /* 1 - chance has lost its digits */
        assert_true(fabs(normal_quantile(chance) - x) <
                    1e-13 * fmax(1, fabs(x)));
    }
}

/* Salmon et al. 2011: known answers of Philox4x32-10. */
static void philox_gives_its_known_answers(void **state)
{
    (void)state;
    const uint32_t zero[2] = { 0, 0 };
    uint32_t word[4] = { 0, 0, 0, 0 };
    rng_mix(zero, word);
    assert_int_equal(word[0], 0x6627e8d5);
    assert_int_equal(word[1], 0xe169c58d);
    assert_int_equal(word[2], 0xbc57ac4c);
    assert_int_equal(word[3], 0x9b00dbd8);
    const uint32_t ones[2] = { 0xffffffff, 0xffffffff };
    uint32_t full[4] = { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff };
    rng_mix(ones, full);
    assert_int_equal(full[0], 0x408f276d);
    assert_int_equal(full[1], 0x41c83b0e);
    assert_int_equal(full[2], 0xa20bc7c6);
    assert_int_equal(full[3], 0x6d5451fd);
}

static void equal_ones_share_the_better_rank(void **state)
{
    (void)state;
    struct trial t;
    const double rows[] = { 0.5, 0.5, 0.1, 0.9, 0.5, 0.5, 0.1, 0.9, 0.5, 0.5 };
    trial_init(&t, 5, 2, rows);
    trial_run(&t);
    for (size_t i = 0; i < 5; i += 2) {
        assert_near(share(&t, i, 0) + share(&t, i, 2), 1);
        assert_near(share(&t, i, 0), 0.5);
    }
    assert_near(share(&t, 1, 0), 0.5);
    assert_near(share(&t, 1, 3), 0.5);
    trial_release(&t);
}

static void nonsense_is_refused(void **state)
{
    (void)state;
    struct trial t;
    const double low[] = { 0.6, 0.6, 0 }, high[] = { 0.2, 0.2, 0.2 };
    const double half[] = { 1, 1, 0.5 };
    const struct weight_ratio circle[] = { { 0, 1, 2 }, { 1, 0, 2 } };
    struct spread spread = { 0, 0, SPREAD_NORMAL, 0, -1, 0, NULL, NULL, 0 };
    trial_init(&t, 4, 3, rows_4x3);
    t.problem.samples = 0;
    assert_false(smaa_init(&t.smaa, &t.problem, &err));
    assert_string_equal(err.text,
                        "samples must be from 1 to 1000000000, got 0");
    t.problem.samples = 10;
    t.limits = (struct weight_limits){ .low = low };
    assert_false(smaa_init(&t.smaa, &t.problem, &err));
    assert_string_equal(err.text, "no weights meet the constraints: together "
                                  "they are at least 1.2 and at most 3");
    t.limits = (struct weight_limits){ .high = high };
    assert_false(smaa_init(&t.smaa, &t.problem, &err));
    t.limits =
        (struct weight_limits){ .high = half, .ratio = circle, .ratios = 2 };
    assert_false(smaa_init(&t.smaa, &t.problem, &err));
    assert_string_equal(err.text, "no weights meet the constraints");
    t.limits = (struct weight_limits){ 0 };
    t.problem.spread = &spread;
    t.problem.spreads = 1;
    assert_false(smaa_init(&t.smaa, &t.problem, &err));
    assert_string_equal(err.text, "criterion 'a': a standard deviation must "
                                  "not be negative, got -1");
    assert_null(t.smaa.share);
    trial_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_and_three_criteria_are_calculated),
        cmocka_unit_test(samples_meet_the_shares_within_three_errors),
        cmocka_unit_test(each_way_to_draw_meets_the_exact_shares),
        cmocka_unit_test(weights_meet_their_constraints),
        cmocka_unit_test(the_corners_of_the_simplex_are_not_avoided),
        cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
        cmocka_unit_test(spreads_have_the_distribution_they_say),
        cmocka_unit_test(the_normal_quantile_is_right),
        cmocka_unit_test(philox_gives_its_known_answers),
        cmocka_unit_test(equal_ones_share_the_better_rank),
        cmocka_unit_test(nonsense_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
