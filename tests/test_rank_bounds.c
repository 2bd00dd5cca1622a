/* What ranking refuses and where it changes its way: constraints on weights,
 * spreads, long scales, values that are left out, and sizes. */
#include "tests/rank_world.h"

#include "core/rank/dethrone.h"
#include "core/rank/dominance.h"
#include "core/rank/sampler.h"
#include "core/rank/score_rows.h"
#include "core/rank/smaa.h"
#include "core/rank/spread.h"
#include "core/rank/stability.h"

/* Constraints on weights */

static const double even[SAMPLER_MOST + 1] = { 1, 1, 1 };

static void limits_refused(const struct weight_limits *limits, const char *text)
{
    struct sampler sampler;
    assert_false(sampler_init(&sampler, even, 3, limits, 1, &err));
    assert_string_equal(err.text, text);
}

static void bounds_refused(double low, double high, const char *text)
{
    const double lows[] = { low, 0, 0 }, highs[] = { high, 1, 1 };
    const struct weight_limits limits = { .low = lows, .high = highs };
    limits_refused(&limits, text);
}

static void shares_of_weight_are_within_nought_and_one(void **state)
{
    (void)state;
    const char *text = "a share of weight must be within 0 to 1, got %g to %g";
    const double bad[][2] = { { -0.1, 1 }, { 0.6, 0.5 }, { 0, 1.5 } };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char words[100];
        snprintf(words, sizeof words, text, bad[i][0], bad[i][1]);
        bounds_refused(bad[i][0], bad[i][1], words);
    }
    struct sampler sampler;
    assert_false(sampler_init(&sampler, even, SAMPLER_MOST + 1, NULL, 1, &err));
    assert_string_equal(err.text, "more than 64 criteria");
}

static void ratio_refused(struct weight_ratio ratio, const char *text)
{
    const struct weight_limits limits = { .ratio = &ratio, .ratios = 1 };
    limits_refused(&limits, text);
}

static void a_ratio_is_of_criteria_that_have_weight(void **state)
{
    (void)state;
    ratio_refused((struct weight_ratio){ 0, 1, -2 },
                  "a ratio of weights must not be negative, got -2");
    ratio_refused((struct weight_ratio){ 0, 1, INFINITY },
                  "a ratio of weights must not be negative, got inf");
    const char *none = "a constraint on a criterion that has no weight";
    ratio_refused((struct weight_ratio){ 0, 3, 1 }, none);
    ratio_refused((struct weight_ratio){ 3, 0, 1 }, none);
}

/* However it is written down, the weights meet it. */
static void every_chain_of_ratios_is_kept(void **state)
{
    (void)state;
    static const struct weight_ratio chain[][3] = {
        { { 0, 1, 1 }, { 1, 2, 1 } }, /* one order */
        { { 1, 2, 1 }, { 0, 1, 1 } }, { { 0, 1, 1 }, { 0, 2, 1 } },
        { { 0, 2, 1 }, { 1, 2, 1 } }, { { 0, 1, 2 }, { 1, 2, 1 } },
        { { 0, 1, 1 }, { 1, 0, 1 } }, /* equal, beside the third */
    };
    for (size_t k = 0; k < sizeof chain / sizeof *chain; k++) {
        struct sampler sampler;
        const struct weight_limits limits = { .ratio = chain[k], .ratios = 2 };
        assert_ok(sampler_init(&sampler, even, 3, &limits, 1, &err));
        for (uint64_t s = 0; s < 50; s++) {
            double w[3];
            sampler_draw(&sampler, s, w);
            assert_near(w[0] + w[1] + w[2], 1);
            for (int r = 0; r < 2; r++)
                assert_true(w[chain[k][r].more] + 1e-9 >=
                            chain[k][r].factor * w[chain[k][r].less]);
        }
    }
}

/* Spreads */

static void spread_refused(struct spread spread, const char *text)
{
    assert_false(spread_check(&spread, &err));
    assert_string_equal(err.text, text);
}

static void a_spread_has_parameters_that_make_sense(void **state)
{
    (void)state;
    static const double value[] = { 1, NAN }, chance[] = { 1.5, -0.5 },
                        one[] = { 1, 2 }, less[] = { 0.5, 0.4 };
    spread_refused((struct spread){ .kind = SPREAD_UNIFORM, .a = 2, .b = 1 },
                   "nothing is from 2 to 1");
    spread_refused(
        (struct spread){ .kind = SPREAD_UNIFORM, .a = 2, .b = INFINITY },
        "nothing is from 2 to inf");
    struct spread likely = {
        .kind = SPREAD_TRIANGULAR, .a = 1, .b = 4, .c = 3
    };
    spread_refused(likely, "the likeliest value 4 is not from 1 to 3");
    likely.b = 0;
    spread_refused(likely, "the likeliest value 0 is not from 1 to 3");
    likely.c = INFINITY;
    spread_refused(likely, "the likeliest value 0 is not from 1 to inf");
    likely.a = -INFINITY;
    spread_refused(likely, "the likeliest value 0 is not from -inf to inf");
    struct spread bell = { .kind = SPREAD_NORMAL, .a = 1, .b = -1 };
    spread_refused(bell, "a standard deviation must not be negative, got -1");
    bell.b = INFINITY;
    spread_refused(bell, "a standard deviation must not be negative, got inf");
    struct spread dice = {
        .kind = SPREAD_DISCRETE, .value = value, .chance = less, .count = 2
    };
    spread_refused(dice, "a value needs a chance that is not negative, got "
                         "0.4 for nan");
    dice.value = one;
    spread_refused(dice, "the chances sum to 0.9, not to 1");
    dice.chance = chance;
    spread_refused(dice, "a value needs a chance that is not negative, got "
                         "-0.5 for 2");
    const struct spread any = { .kind = SPREAD_WORTH };
    assert_ok(spread_check(&any, &err));
}

static void a_spread_of_no_width_is_its_value(void **state)
{
    (void)state;
    struct rng rng = rng_new(1, 0, 0);
    struct world w;
    const double rows[] = { 0, 1 };
    world_fill(&w, 2, 1, rows, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    world_rank(&w);
    const struct spread spread = {
        .kind = SPREAD_TRIANGULAR, .a = 0.3, .b = 0.3, .c = 0.3
    };
    assert_near(spread_draw(&spread, w.ranking.norm, &rng), 0.3);
    ranking_release(&w.ranking);
}

/* Scales */

enum { MARKS = 40 };

static double worth_of(const struct scale *scale, double x)
{
    double worth;
    scale_worth(scale, &x, &worth, 1);
    return worth;
}

/* A long scale is looked up, a short one worked through: by the same rules. */
static void a_long_scale_is_worth_what_a_short_one_is(void **state)
{
    (void)state;
    double at[MARKS], points[MARKS + 1];
    for (int i = 0; i <= MARKS; i++)
        points[i] = (double)(i * i);
    for (int i = 0; i < MARKS; i++)
        at[i] = 10 * i;
    struct scale scale = { SCALE_LINEAR, MARKS, at, points, MARKS * MARKS };
    assert_ok(scale_check(&scale, &err));
    const double whole = MARKS * MARKS;
    assert_near(worth_of(&scale, -5), 0);
    assert_near(worth_of(&scale, 0), 0);
    assert_near(worth_of(&scale, 15), (1 + 4) / 2.0 / whole);
    assert_near(worth_of(&scale, 390), 39 * 39 / whole);
    assert_near(worth_of(&scale, 1000), 39 * 39 / whole);
    assert_true(isnan(worth_of(&scale, NAN)));
    scale.kind = SCALE_BANDS;
    assert_near(worth_of(&scale, -5), 0);
    assert_near(worth_of(&scale, 0), 0);
    assert_near(worth_of(&scale, 10), 1 / whole);
    assert_near(worth_of(&scale, 10.5), 4 / whole);
    assert_near(worth_of(&scale, 391), 1);
    scale.kind = SCALE_CODES;
    assert_near(worth_of(&scale, 30), 9 / whole);
    assert_true(isnan(worth_of(&scale, 31)));
    assert_true(isnan(worth_of(&scale, 391)));
}

/* Values left out */

static void what_is_left_out_leaves_its_weight_to_the_others(void **state)
{
    (void)state;
    const double rows[] = { 0.8, NAN, 0.2, 0.5, 0.5, 0.5 };
    struct world w;
    struct worths worths;
    world_fill(&w, 2, 3, rows, NORMAL_SCALE);
    world_scale(&w, MISSING_OUT);
    world_rank(&w);
    worths_init(&worths, &w.ranking, &w.problem);
    assert_non_null(worths.counts);
    const double weight[] = { 0.3, 0.6, 0.1, 0, 1, 0 };
    double score[4];
    score_rows(&worths, weight, 2, score);
    size_t gap = w.ranking.order[0] == 0 ? 0 : 1; /* the row with the gap */
    assert_near(score[gap], (0.3 * 0.8 + 0.1 * 0.2) / 0.4);
    assert_near(score[1 - gap], 0.5);
    assert_near(score[2 + gap], 0); /* nothing counts that has weight */
    const struct spread spread = { .row = gap, .criterion = 0 };
    const double drawn = 0.4;
    assert_near(score_drawn(&worths, weight, &spread, &drawn, 1),
                (0.3 * 0.4 + 0.1 * 0.2) / 0.4);
    struct dethrone dethrone;
    assert_false(dethrone_init(&dethrone, &w.ranking, &w.problem, &err));
    assert_string_equal(err.text, "values are left out, so the weights are not "
                                  "the same for all");
    worths_release(&worths);
    ranking_release(&w.ranking);
}

/* Sizes and gates */

static void a_gate_needs_an_end_and_a_policy(void **state)
{
    (void)state;
    const double rows[] = { 0, 1 };
    const double bad[][2] = { { NAN, 1 }, { 0, NAN }, { 2, 1 } };
    struct world w;
    for (size_t i = 0; i < 4; i++) {
        char text[80];
        world_fill(&w, 2, 1, rows, NORMAL_MINMAX);
        w.problem.gates = 1;
        w.gate[0] = (struct gate){ .name = "g",
                                   .column = w.column[0],
                                   .least = i < 3 ? bad[i][0] : 0,
                                   .most = i < 3 ? bad[i][1] : 1 };
        if (i < 3)
            snprintf(text, sizeof text, "gate 'g': nothing is from %g to %g",
                     bad[i][0], bad[i][1]);
        world_fails(&w, i < 3 ? text
                              : "gate 'g': what to do with unknown values is "
                                "not stated");
    }
    world_fill(&w, 2, 1, rows, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    w.problem.gates = 1;
    w.gate[0] = (struct gate){ .name = "g",
                               .column = w.column[0],
                               .unknown = GATE_EXCLUDE };
    w.gate[0].most = 0.5; /* the second lies above */
    world_rank(&w);
    assert_int_equal(w.ranking.ranked, 1);
    ranking_release(&w.ranking);
}

static void weights_sum_to_a_number(void **state)
{
    (void)state;
    const double rows[] = { 0, 1, 1, 0 }, huge[] = { 1e308, 1e308 };
    struct world w;
    world_fill(&w, 2, 2, rows, NORMAL_MINMAX);
    world_weigh(&w, huge);
    world_fails(&w, "the weights sum to inf");
    world_fill(&w, 2, 2, rows, NORMAL_MINMAX);
    w.problem.alternatives = (size_t)INT32_MAX + 1;
    world_fails(&w, "too many alternatives: 2147483648");
}

/* n alternatives by one criterion, all apart. */
static struct criterion many(size_t n, double **column)
{
    *column = malloc(n * sizeof **column);
    for (size_t i = 0; i < n; i++)
        (*column)[i] = (double)i;
    return (struct criterion){ .name = "a",
                               .column = *column,
                               .weight = 1,
                               .normal = NORMAL_MINMAX,
                               .missing = MISSING_REFUSE };
}

static void what_takes_too_long_is_refused(void **state)
{
    (void)state;
    double *column;
    const size_t n = DOMINANCE_MOST + 1; /* more than any of the others */
    const struct criterion criterion = many(n, &column);
    const struct rank_problem problem = { .alternatives = n,
                                          .criteria = 1,
                                          .criterion = &criterion };
    struct ranking ranking;
    char text[200];
    int64_t *by = malloc(n * sizeof *by);
    assert_ok(ranking_init(&ranking, &problem, &err));
    assert_false(ranking_dominance(&ranking, &problem, by, &err));
    snprintf(text, sizeof text,
             "who is dominated is asked of up to %d alternatives",
             DOMINANCE_MOST);
    assert_string_equal(err.text, text);
    struct rank_problem topsis = problem;
    struct stability stability[1];
    topsis.method = RANK_TOPSIS;
    assert_false(ranking_stability(&ranking, &topsis, 1, stability, &err));
    assert_non_null(strstr(err.text, "the intervals of this method are "
                                     "searched for, which is done for up to"));
    struct worths worths;
    worths_init(&worths, &ranking, &problem);
    struct smaa_problem smaa_problem = { .worths = &worths,
                                         .samples = 10,
                                         .threads = 1 };
    struct smaa smaa;
    assert_false(smaa_init(&smaa, &smaa_problem, &err));
    assert_non_null(strstr(err.text, "ranks to count apart"));
    smaa_problem.ranks = 2;
    assert_ok(smaa_init(&smaa, &smaa_problem, &err));
    assert_int_equal(smaa.ranks, 2);
    assert_near(smaa.share[0], 1);
    smaa_release(&smaa);
    smaa_problem.samples = (long)SMAA_SAMPLES + 1;
    assert_false(smaa_init(&smaa, &smaa_problem, &err));
    worths_release(&worths);
    ranking_release(&ranking);
    free(by);
    free(column);
}

static void nobody_ranked_is_dominated_by_nobody(void **state)
{
    (void)state;
    const double rows[] = { 0, 1 };
    struct world w;
    world_fill(&w, 2, 1, rows, NORMAL_SCALE);
    world_scale(&w, MISSING_REFUSE);
    w.problem.gates = 1;
    w.gate[0] = (struct gate){ .name = "g",
                               .column = w.column[0],
                               .least = 5,
                               .most = 6,
                               .unknown = GATE_EXCLUDE };
    world_rank(&w);
    assert_int_equal(w.ranking.ranked, 0);
    int64_t by[2] = { 7, 7 };
    assert_ok(ranking_dominance(&w.ranking, &w.problem, by, &err));
    assert_true(by[0] == -1 && by[1] == -1);
    struct dethrone dethrone;
    assert_ok(dethrone_init(&dethrone, &w.ranking, &w.problem, &err));
    assert_true(dethrone.first == -1 && dethrone.who == -1);
    dethrone_release(&dethrone);
    ranking_release(&w.ranking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_of_weight_are_within_nought_and_one),
        cmocka_unit_test(a_ratio_is_of_criteria_that_have_weight),
        cmocka_unit_test(every_chain_of_ratios_is_kept),
        cmocka_unit_test(a_spread_has_parameters_that_make_sense),
        cmocka_unit_test(a_spread_of_no_width_is_its_value),
        cmocka_unit_test(a_long_scale_is_worth_what_a_short_one_is),
        cmocka_unit_test(what_is_left_out_leaves_its_weight_to_the_others),
        cmocka_unit_test(a_gate_needs_an_end_and_a_policy),
        cmocka_unit_test(weights_sum_to_a_number),
        cmocka_unit_test(what_takes_too_long_is_refused),
        cmocka_unit_test(nobody_ranked_is_dominated_by_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
