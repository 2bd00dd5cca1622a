/* Corners of rank acceptability: how many are calculated and how many sampled,
 * regions without a size, counts and threads beyond what there is, weights
 * that are drawn. */
#include "tests/rank_world.h"

#include "core/rank/exact.h"
#include "core/rank/sampler.h"
#include "core/rank/smaa.h"

enum { MANY = 33000 };

struct table {
    double weight[3], worth[3 * MANY], counts[3 * MANY];
    struct worths worths;
    struct smaa_problem problem;
    struct smaa smaa;
};

static struct table t;

/* Each row is worth less than the one before, by every criterion. */
static void falling(size_t n, int criteria)
{
    memset(&t, 0, sizeof t);
    for (int j = 0; j < criteria; j++) {
        t.weight[j] = 1.0 / criteria;
        for (size_t k = 0; k < n; k++)
            t.worth[(size_t)j * n + k] = 1 - (double)k / (double)n;
    }
    for (size_t k = 0; k < 3 * n; k++)
        t.counts[k] = 1;
    t.worths = (struct worths){
        .n = n, .criteria = criteria, .weight = t.weight, .worth = t.worth
    };
    t.problem = (struct smaa_problem){
        .worths = &t.worths, .samples = 64, .seed = 1, .threads = 1
    };
}

static void run(void)
{
    assert_ok(smaa_init(&t.smaa, &t.problem, &err));
}

/* Row k always has rank k + 1. */
static void assert_as_falling(void)
{
    for (size_t k = 0; k < t.smaa.n; k++) {
        assert_near(t.smaa.mean_rank[k], (double)k + 1);
        for (size_t r = 0; r < t.smaa.ranks; r++) {
            bool last = r + 1 == t.smaa.ranks && k > r;
            assert_near(t.smaa.share[k * t.smaa.ranks + r], r == k || last);
        }
    }
}

static void so_many_are_calculated_and_one_more_is_sampled(void **state)
{
    (void)state;
    const size_t most[] = { EXACT_LINE, EXACT_PLANE };
    for (int criteria = 2; criteria <= 3; criteria++) {
        for (size_t more = 0; more <= 1; more++) {
            falling(most[criteria - 2] + more, criteria);
            run();
            assert_int_equal(t.smaa.exact, more == 0);
            assert_as_falling();
            smaa_release(&t.smaa);
        }
    }
}

static void what_is_left_out_is_sampled(void **state)
{
    (void)state;
    falling(3, 2);
    t.worths.counts = t.counts;
    t.counts[1] = 0;
    run();
    assert_false(t.smaa.exact);
    assert_as_falling();
    smaa_release(&t.smaa);
}

/* One point is left of the triangle, and of the line not even that. */
static void limits_that_leave_one_point_give_its_ranks(void **state)
{
    (void)state;
    const double point[] = { 0.25, 0.25, 0.5 };
    const double over[] = { 0.5, 0.5 + 5e-13 };
    struct weight_limits limits = { .low = point };
    for (int criteria = 3; criteria >= 2; criteria--) {
        falling(2, criteria);
        t.worth[0] = 0.2; /* by the first criterion alone row 1 is first */
        t.problem.limits = &limits;
        run();
        assert_false(t.smaa.exact);
        assert_near(t.smaa.share[0], 1);
        assert_near(t.smaa.share[3], 1);
        for (int j = 0; j < criteria; j++)
            assert_near(t.smaa.centre[j], limits.low[j]);
        smaa_release(&t.smaa);
        limits.low = over;
    }
}

/* Row 1 is known by the first criterion alone, which may not weigh. */
static void what_only_counts_by_no_weight_is_worth_nothing(void **state)
{
    (void)state;
    const double high[] = { 0, 1 };
    const struct weight_limits limits = { .high = high };
    const struct norm norm[] = { { .best = 1 }, { .best = 1 } };
    const struct spread spread = { .row = 1, .kind = SPREAD_WORTH };
    falling(2, 2);
    t.worths.counts = t.counts;
    t.counts[3] = 0;
    t.problem.limits = &limits;
    t.problem.norm = norm;
    t.problem.spread = &spread;
    t.problem.spreads = 1;
    run();
    assert_as_falling();
    smaa_release(&t.smaa);
}

/* Calculated and sampled. */
static void the_first_are_told_from_the_rest_with_one_rank_too(void **state)
{
    (void)state;
    for (size_t n = 24; n <= 25; n++) {
        falling(n, 3);
        t.problem.ranks = 1;
        run();
        assert_int_equal(t.smaa.ranks, 2);
        assert_as_falling();
        assert_near(t.smaa.confidence[0], 1);
        assert_true(isnan(t.smaa.centre[3]));
        assert_true(isnan(t.smaa.confidence[1]));
        smaa_release(&t.smaa);
    }
    falling(1, 3);
    t.problem.ranks = 1;
    run();
    assert_int_equal(t.smaa.ranks, 1);
    assert_near(t.smaa.share[0], 1);
    smaa_release(&t.smaa);
}

static void ranks_beyond_the_last_are_not_counted(void **state)
{
    (void)state;
    falling(40, 3);
    t.problem.ranks = 45;
    run();
    assert_int_equal(t.smaa.ranks, 40);
    assert_as_falling();
    smaa_release(&t.smaa);
}

static void more_rows_than_a_chunk_holds_are_counted(void **state)
{
    (void)state;
    for (size_t n = 2000; n <= MANY; n += MANY - 2000) {
        falling(n, 3);
        t.problem.ranks = 2;
        t.problem.samples = 16;
        run();
        assert_as_falling();
        smaa_release(&t.smaa);
    }
}

/* Row 1 has anything from 0 to 1 by the first criterion, beside the same by
 * the second: half of the time it is first. */
static void many_rows_are_drawn_less_often_for_their_confidence(void **state)
{
    (void)state;
    enum { ROWS = 640 };
    const struct norm norm[] = { { .best = 1 }, { .best = 1 } };
    const struct spread spread = { .row = 1, .kind = SPREAD_WORTH };
    falling(ROWS, 2);
    for (size_t k = 0; k < ROWS; k++)
        t.worth[k] = t.worth[ROWS + k] = k < 2 ? 0.5 : 0.1;
    t.problem.norm = norm;
    t.problem.spread = &spread;
    t.problem.spreads = 1;
    t.problem.samples = 10000;
    t.problem.ranks = 2;
    run();
    assert_true(fabs(t.smaa.confidence[0] - 0.5) < 0.03);
    assert_true(fabs(t.smaa.confidence[1] - 0.5) < 0.03);
    assert_true(isnan(t.smaa.confidence[2]));
    smaa_release(&t.smaa);
}

static void no_thread_and_too_many_give_the_same(void **state)
{
    (void)state;
    enum { N = 30 };
    const int threads[] = { 1, 0, 1000 };
    double share[N * N];
    for (int i = 0; i < 3; i++) {
        falling(N, 3);
        for (size_t k = 0; k < N; k++)
            t.worth[k] = (double)(k * 7 % N) / N;
        t.problem.threads = threads[i];
        t.problem.samples = 2000;
        run();
        assert_false(t.smaa.exact);
        if (i > 0)
            assert_memory_equal(t.smaa.share, share, sizeof share);
        memcpy(share, t.smaa.share, sizeof share);
        smaa_release(&t.smaa);
    }
}

/* Drawing weights */

static void half_an_order_leaves_the_others_free(void **state)
{
    (void)state;
    const struct weight_ratio ratio[] = { { 0, 1, 1 }, { 1, 2, 1 } };
    const struct weight_limits limits = { .ratio = ratio, .ratios = 2 };
    const double weight[] = { 1, 1, 1, 1 };
    struct sampler sampler;
    int above = 0, below = 0;
    assert_ok(sampler_init(&sampler, weight, 4, &limits, 1, &err));
    for (uint64_t sample = 0; sample < 300; sample++) {
        double drawn[4];
        sampler_draw(&sampler, sample, drawn);
        assert_true(drawn[0] >= drawn[1] && drawn[1] >= drawn[2]);
        assert_near(drawn[0] + drawn[1] + drawn[2] + drawn[3], 1);
        above += drawn[3] > drawn[0];
        below += drawn[3] < drawn[2];
    }
    assert_true(above > 0);
    assert_true(below > 0);
}

static void the_only_weight_is_whole_whatever_rounding_took(void **state)
{
    (void)state;
    const double high = 1 - 5e-13, weight = 3;
    const struct weight_limits limits = { .high = &high };
    struct sampler sampler;
    double drawn;
    assert_ok(sampler_init(&sampler, &weight, 1, &limits, 1, &err));
    sampler_draw(&sampler, 0, &drawn);
    assert_near(drawn, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(so_many_are_calculated_and_one_more_is_sampled),
        cmocka_unit_test(what_is_left_out_is_sampled),
        cmocka_unit_test(limits_that_leave_one_point_give_its_ranks),
        cmocka_unit_test(what_only_counts_by_no_weight_is_worth_nothing),
        cmocka_unit_test(the_first_are_told_from_the_rest_with_one_rank_too),
        cmocka_unit_test(ranks_beyond_the_last_are_not_counted),
        cmocka_unit_test(more_rows_than_a_chunk_holds_are_counted),
        cmocka_unit_test(many_rows_are_drawn_less_often_for_their_confidence),
        cmocka_unit_test(no_thread_and_too_many_give_the_same),
        cmocka_unit_test(half_an_order_leaves_the_others_free),
        cmocka_unit_test(the_only_weight_is_whole_whatever_rounding_took),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
