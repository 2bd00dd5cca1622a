/* Planning instances: places, years, and the years of the phases. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "tests/assign_world.h"

enum { WORLDS = 3000 };

static struct err err;

static struct assign_work steps(long count, bool joint)
{
    return (struct assign_work){
        .steps = count, .threads = 1, .seed = 1, .joint = joint
    };
}

/* Solve world after world and compare with trying all. */
static void compare(bool joint, int *exact, int *solved)
{
    *exact = *solved = 0;
    for (uint64_t number = 0; number < WORLDS; number++) {
        struct world world;
        struct assignment assignment;
        world_make(&world, number);
        world.problem.opening = NULL;
        if (joint && !world.problem.phases.start)
            continue;
        const struct assign_work work = steps(400, joint);
        assert_ok(assign_solve(&assignment, &world.problem, &work, &err));
        assert_ok(assignment_check(&assignment, &world.problem, &err));
        assert_true(joint == (assignment.opens != NULL));
        double best = world_best(&world, joint);
        if (assignment.bound > best + 1e-6 || assignment.total < best - 1e-6)
            fail_msg("world %d: bound %g, best %g, total %g", (int)number,
                     assignment.bound, best, assignment.total);
        *exact += assignment.total <= best + 1e-6;
        ++*solved;
        assignment_release(&assignment);
    }
}

static void test_tiny_plans_are_solved_between_bound_and_best(void **state)
{
    (void)state;
    int exact, solved;
    compare(false, &exact, &solved);
    assert_int_equal(solved, WORLDS);
    assert_true(exact >= solved * 98 / 100);
}

static void
test_tiny_joint_plans_are_solved_between_bound_and_best(void **state)
{
    (void)state;
    int exact, solved;
    compare(true, &exact, &solved);
    assert_true(solved > WORLDS / 4);
    assert_true(exact >= solved * 98 / 100);
}

/* A plan of some size: 60 enterprises, 6 clusters of two phases, 5 years. */

enum { N = 60, K = 6, T = 5, R = 2 };

struct plan {
    struct assign_problem problem;
    int ready[N], open[K], first[K + 1], earliest[2 * K];
    size_t start[N + 1];
    struct assign_option option[N * K];
    double wait[N], penalty[N], need[N * R], room[K * T * R], cost[2 * K],
        adds[2 * K * R], capital[T], budget[T];
};

static void plan_sites(struct plan *plan, struct rng *rng)
{
    for (int p = 0; p < 2 * K; p++) {
        plan->earliest[p] = p % 2 + rng_below(rng, 2);
        plan->cost[p] = 50 + rng_below(rng, 50);
        for (int r = 0; r < R; r++)
            plan->adds[p * R + r] = 40 + rng_below(rng, 30);
    }
    for (int k = 0; k < K; k++) {
        plan->first[k + 1] = 2 * k + 2;
        plan->open[k] = plan->earliest[2 * k];
    }
    for (int t = 0; t < T; t++) {
        plan->capital[t] = 120;
        plan->budget[t] = 90;
    }
}

static void plan_make(struct plan *plan)
{
    struct rng rng = rng_new(3, 3, 0);
    memset(plan, 0, sizeof *plan);
    plan->problem = (struct assign_problem){
        .jobs = N,
        .sites = K,
        .years = T,
        .resources = R,
        .ready = plan->ready,
        .wait = plan->wait,
        .penalty = plan->penalty,
        .need = plan->need,
        .start = plan->start,
        .option = plan->option,
        .room = plan->room,
        .open = plan->open,
        .budget = plan->budget,
        .phases = { plan->first, plan->earliest, plan->cost, plan->adds,
                    plan->capital },
    };
    for (int j = 0; j < N; j++) {
        plan->ready[j] = rng_below(&rng, 3);
        plan->wait[j] = 5 + rng_below(&rng, 20);
        plan->penalty[j] = 300 + rng_below(&rng, 300);
        for (int r = 0; r < R; r++)
            plan->need[j * R + r] = 2 + rng_below(&rng, 15);
        for (int k = 0; k < K; k++)
            plan->option[j * K + k] =
                (struct assign_option){ k, (float)(20 + rng_below(&rng, 100)),
                                        (float)(1 + rng_below(&rng, 9)) };
        plan->start[j + 1] = (size_t)(j + 1) * K;
    }
    plan_sites(plan, &rng);
    assign_room(&plan->problem, plan->earliest, plan->room);
}

static bool same(const struct assignment *a, const struct assignment *b)
{
    return a->total == b->total && a->bound == b->bound &&
           memcmp(a->site, b->site, N * sizeof(int)) == 0 &&
           memcmp(a->year, b->year, N * sizeof(int)) == 0 &&
           (!a->opens || memcmp(a->opens, b->opens, 2 * K * sizeof(int)) == 0);
}

static void test_steps_give_the_same_answer_on_any_threads(void **state)
{
    (void)state;
    struct plan plan;
    plan_make(&plan);
    for (int joint = 0; joint < 2; joint++) {
        struct assignment one, more;
        struct assign_work work = steps(6000, joint);
        assert_ok(assign_solve(&one, &plan.problem, &work, &err));
        for (int threads = 2; threads <= 5; threads++) {
            work.threads = threads;
            assert_ok(assign_solve(&more, &plan.problem, &work, &err));
            assert_true(same(&one, &more));
            assignment_release(&more);
        }
        assignment_release(&one);
    }
}

/* The plan with each enterprise so many times: large enough that the sites are
 * dealt out to the threads. */
enum { TIMES_OVER = 84, CROWD = N * TIMES_OVER };

struct crowd {
    struct plan plan;
    int ready[CROWD];
    size_t start[CROWD + 1];
    struct assign_option option[CROWD * K];
    double wait[CROWD], penalty[CROWD], need[CROWD * R];
};

static void crowd_jobs(struct crowd *crowd)
{
    const struct plan *plan = &crowd->plan;
    struct rng rng = rng_new(5, 5, 0);
    for (int j = 0; j < CROWD; j++) {
        crowd->ready[j] = plan->ready[j % N];
        crowd->wait[j] = plan->wait[j % N];
        crowd->penalty[j] = plan->penalty[j % N];
        memcpy(crowd->need + j * R, plan->need + j % N * R, R * sizeof(double));
        for (int k = 0; k < K; k++) {
            crowd->option[j * K + k] = plan->option[j % N * K + k];
            crowd->option[j * K + k].cost += (float)rng_below(&rng, 40);
        }
        crowd->start[j + 1] = (size_t)(j + 1) * K;
    }
}

static void crowd_make(struct crowd *crowd)
{
    struct plan *plan = &crowd->plan;
    plan_make(plan);
    crowd_jobs(crowd);
    for (int i = 0; i < 2 * K * R; i++)
        plan->adds[i] *= TIMES_OVER;
    for (int t = 0; t < T; t++)
        plan->budget[t] *= TIMES_OVER;
    assign_room(&plan->problem, plan->earliest, plan->room);
    plan->problem.jobs = CROWD;
    plan->problem.ready = crowd->ready;
    plan->problem.wait = crowd->wait;
    plan->problem.penalty = crowd->penalty;
    plan->problem.need = crowd->need;
    plan->problem.start = crowd->start;
    plan->problem.option = crowd->option;
}

static void test_large_plans_are_dealt_out_alike_to_any_threads(void **state)
{
    (void)state;
    struct crowd *crowd = mem_new(1, sizeof *crowd);
    crowd_make(crowd);
    for (int joint = 0; joint < 2; joint++) {
        struct assignment one, more;
        struct assign_work work = steps(250, joint);
        assert_ok(assign_solve(&one, &crowd->plan.problem, &work, &err));
        assert_ok(assignment_check(&one, &crowd->plan.problem, &err));
        work.threads = 3;
        assert_ok(assign_solve(&more, &crowd->plan.problem, &work, &err));
        assert_memory_equal(one.site, more.site, CROWD * sizeof(int));
        assert_memory_equal(one.year, more.year, CROWD * sizeof(int));
        assert_true(one.total == more.total && one.bound == more.bound);
        assignment_release(&one);
        assignment_release(&more);
    }
    free(crowd);
}

/* Each has one place near by that takes little money, and others that take a
 * hundred times as much; there is money for four of five. */
static void crowd_poor(struct crowd *crowd)
{
    for (int j = 0; j < CROWD; j++) {
        for (int k = 0; k < K; k++) {
            struct assign_option *option = &crowd->option[j * K + k];
            option->cost = k == j % K ? 20 : 250;
            option->spend = k == j % K ? 1 : 100;
        }
    }
    for (int t = 0; t < T; t++)
        crowd->plan.budget[t] = 0.8 * CROWD / T;
    for (int i = 0; i < K * T * R; i++)
        crowd->plan.room[i] *= 10;
}

static void test_money_is_priced_by_what_the_near_places_take(void **state)
{
    (void)state;
    struct crowd *crowd = mem_new(1, sizeof *crowd);
    crowd_make(crowd);
    crowd_poor(crowd);
    struct assignment assignment;
    const struct assign_work work = steps(600, false);
    assert_ok(assign_solve(&assignment, &crowd->plan.problem, &work, &err));
    assert_ok(assignment_check(&assignment, &crowd->plan.problem, &err));
    if (assignment.total - assignment.bound > 0.01 * assignment.total)
        fail_msg("total %g, bound %g, left out %d", assignment.total,
                 assignment.bound, assignment.left);
    assignment_release(&assignment);
    free(crowd);
}

/* A trial is for those who lose little by moving: 20,000 are enough for many
 * enterprises, most of whom stay where they are best off. */
static void test_few_trials_bring_a_large_plan_near_its_bound(void **state)
{
    (void)state;
    struct crowd *crowd = mem_new(1, sizeof *crowd);
    crowd_make(crowd);
    struct assignment assignment;
    const struct assign_work work = steps(20000, false);
    assert_ok(assign_solve(&assignment, &crowd->plan.problem, &work, &err));
    assert_ok(assignment_check(&assignment, &crowd->plan.problem, &err));
    double above = assignment.total - assignment.bound;
    assert_true(above < 1.5e-4 * assignment.total);
    assignment_release(&assignment);
    free(crowd);
}

/* Everyone may go anywhere. */
enum { WIDE_JOBS = 3000, WIDE_SITES = 1000 };

static void wide_make(struct assign_problem *problem)
{
    struct rng rng = rng_new(7, 7, 0);
    size_t options = (size_t)WIDE_JOBS * WIDE_SITES;
    *problem = (struct assign_problem){
        .jobs = WIDE_JOBS, .sites = WIDE_SITES, .years = 1, .resources = 1
    };
    problem->penalty = mem_new(WIDE_JOBS, sizeof(double));
    problem->need = mem_new(WIDE_JOBS, sizeof(double));
    problem->start = mem_new(WIDE_JOBS + 1, sizeof(size_t));
    problem->option = mem_new(options, sizeof *problem->option);
    problem->room = mem_new(WIDE_SITES, sizeof(double));
    for (int k = 0; k < WIDE_SITES; k++)
        problem->room[k] = 30;
    for (size_t j = 0; j < WIDE_JOBS; j++) {
        problem->penalty[j] = 5000;
        problem->need[j] = 5 + rng_below(&rng, 10);
        problem->start[j + 1] = (j + 1) * WIDE_SITES;
        for (size_t k = 0; k < WIDE_SITES; k++)
            problem->option[j * WIDE_SITES + k] =
                (struct assign_option){ .site = (int)k,
                                        .cost = (float)rng_below(&rng, 4000) };
    }
}

/* In time of the processor, since others may keep it busy: with no look at the
 * clock one stage alone takes longer. */
static void test_a_time_limit_holds_where_there_are_very_many_options(void **s)
{
    (void)s;
    struct assign_problem problem;
    wide_make(&problem);
    for (int i = 0; i < 4; i++) {
        struct assignment assignment;
        struct assign_work work = { .seconds = 0.002 * pow(5, i), .seed = 1 };
        clock_t before = clock();
        assert_ok(assign_solve(&assignment, &problem, &work, &err));
        double took = (double)(clock() - before) / CLOCKS_PER_SEC;
        assert_true(took < work.seconds + 0.25);
        assert_ok(assignment_check(&assignment, &problem, &err));
        assert_true(isfinite(assignment.bound));
        assert_true(assignment.bound <= assignment.total);
        assignment_release(&assignment);
    }
    assign_problem_release(&problem);
}

static void
test_choosing_the_years_costs_no_less_than_all_phases_early(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment fixed, joint;
    plan_make(&plan);
    struct assign_work work = steps(20000, false);
    assert_ok(assign_solve(&fixed, &plan.problem, &work, &err));
    work.joint = true;
    assert_ok(assign_solve(&joint, &plan.problem, &work, &err));
    assert_ok(assignment_check(&joint, &plan.problem, &err));
    assert_true(fixed.bound <= joint.total);
    assert_true(joint.bound >= fixed.bound - 1);
    if (joint.total - joint.bound > 0.3 * joint.total)
        fail_msg("total %g, bound %g", joint.total, joint.bound);
    assignment_release(&fixed);
    assignment_release(&joint);
}

static void test_without_capital_no_phase_opens(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment assignment;
    plan_make(&plan);
    memset(plan.capital, 0, sizeof plan.capital);
    const struct assign_work work = steps(2000, true);
    assert_ok(assign_solve(&assignment, &plan.problem, &work, &err));
    assert_int_equal(assignment.left, N);
    for (int p = 0; p < 2 * K; p++)
        assert_int_equal(assignment.opens[p], T);
    assignment_release(&assignment);
}

static void test_unlimited_capital_opens_what_is_worth_it_at_once(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment fixed, joint;
    plan_make(&plan);
    struct assign_work work = steps(20000, false);
    assert_ok(assign_solve(&fixed, &plan.problem, &work, &err));
    plan.problem.phases.capital = NULL;
    work.joint = true;
    assert_ok(assign_solve(&joint, &plan.problem, &work, &err));
    assert_ok(assignment_check(&joint, &plan.problem, &err));
    assert_true(fabs(joint.total - fixed.total) < 0.03 * fixed.total);
    assignment_release(&fixed);
    assignment_release(&joint);
}

static bool stop(void *data, const struct assign_progress *progress)
{
    (void)progress;
    ++*(int *)data;
    return false;
}

static void test_a_stop_ends_with_the_best_so_far(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment assignment;
    plan_make(&plan);
    for (int joint = 0; joint < 2; joint++) {
        int asked = 0;
        const struct assign_work work = { .seconds = 60,
                                          .seed = 1,
                                          .joint = joint,
                                          .watch = stop,
                                          .data = &asked };
        assert_ok(assign_solve(&assignment, &plan.problem, &work, &err));
        assert_ok(assignment_check(&assignment, &plan.problem, &err));
        assert_int_equal(asked, 1);
        assert_true(assignment.seconds < 10);
        assignment_release(&assignment);
    }
}

/* The most that was told. */
struct told {
    int count;
    double bound, total; /* greatest; least */
};

static bool listen(void *data, const struct assign_progress *progress)
{
    struct told *told = data;
    told->count++;
    told->bound = fmax(told->bound, progress->bound);
    told->total = fmin(told->total, progress->total);
    return true;
}

static void test_no_stage_tells_more_than_the_end_keeps(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment assignment;
    struct told told = { 0, -INFINITY, INFINITY };
    plan_make(&plan);
    const struct assign_work work = {
        .seconds = 1.5, .seed = 1, .joint = true, .watch = listen, .data = &told
    };
    assert_ok(assign_solve(&assignment, &plan.problem, &work, &err));
    assert_true(told.count > 1);
    assert_true(told.bound <= assignment.bound);
    assert_true(told.total >= assignment.total);
    assignment_release(&assignment);
}

/* Beginning with an earlier answer. */

static int moved(const struct assignment *a, const struct assignment *b)
{
    int count = 0;
    for (int j = 0; j < N; j++)
        count += a->site[j] != b->site[j] || a->year[j] != b->year[j];
    return count;
}

static void test_a_high_tax_keeps_everyone_who_may_stay(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment before, after;
    plan_make(&plan);
    for (int joint = 0; joint < 2; joint++) {
        struct assign_work work = steps(3000, joint);
        assert_ok(assign_solve(&before, &plan.problem, &work, &err));
        work.from = &before;
        work.tax = 1e6;
        assert_ok(assign_solve(&after, &plan.problem, &work, &err));
        assert_ok(assignment_check(&after, &plan.problem, &err));
        for (int j = 0; j < N; j++)
            assert_true(before.site[j] < 0 || before.site[j] == after.site[j]);
        assert_true(after.total <= before.total);
        assignment_release(&before);
        assignment_release(&after);
    }
}

static void
test_only_those_without_room_move_when_one_cluster_shrinks(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment before, after;
    plan_make(&plan);
    struct assign_work work = steps(3000, false);
    assert_ok(assign_solve(&before, &plan.problem, &work, &err));
    for (int i = 0; i < T * R; i++)
        plan.room[i] = floor(plan.room[i] * 0.8);
    work.from = &before;
    work.tax = 200;
    assert_ok(assign_solve(&after, &plan.problem, &work, &err));
    assert_ok(assignment_check(&after, &plan.problem, &err));
    int few = moved(&before, &after);
    assert_true(few > 0 && few <= 8);
    assert_true(after.bound <= after.total);
    assignment_release(&before);
    assignment_release(&after);
}

static void test_an_earlier_answer_is_not_made_worse(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment before, after;
    plan_make(&plan);
    for (int joint = 0; joint < 2; joint++) {
        struct assign_work work = steps(4000, joint);
        assert_ok(assign_solve(&before, &plan.problem, &work, &err));
        work.from = &before;
        work.steps = 200;
        assert_ok(assign_solve(&after, &plan.problem, &work, &err));
        assert_ok(assignment_check(&after, &plan.problem, &err));
        assert_true(after.total <= before.total);
        assignment_release(&before);
        assignment_release(&after);
    }
}

static void test_the_prices_of_an_answer_give_its_bound_again(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment before, after;
    plan_make(&plan);
    struct assign_work work = steps(3000, false);
    assert_ok(assign_solve(&before, &plan.problem, &work, &err));
    work.from = &before;
    work.tax = 1e6;
    work.steps = 10; /* good from the first on */
    assert_ok(assign_solve(&after, &plan.problem, &work, &err));
    assert_true(after.bound > before.bound - 0.02 * fabs(before.bound));
    assignment_release(&before);
    assignment_release(&after);
}

static void test_prices_of_capital_are_taken_over_as_well(void **state)
{
    (void)state;
    struct plan plan;
    struct assignment cold, before, after;
    plan_make(&plan);
    struct assign_work work = steps(10, true);
    assert_ok(assign_solve(&cold, &plan.problem, &work, &err));
    work.steps = 3000;
    assert_ok(assign_solve(&before, &plan.problem, &work, &err));
    assert_non_null(before.capital_price);
    work.from = &before;
    work.tax = 1e6;
    work.steps = 10;
    assert_ok(assign_solve(&after, &plan.problem, &work, &err));
    double gained = after.bound - cold.bound;
    if (gained < 0.5 * (before.bound - cold.bound))
        fail_msg("%g, cold %g, before %g", after.bound, cold.bound,
                 before.bound);
    assignment_release(&cold);
    assignment_release(&before);
    assignment_release(&after);
}

/* What is not sound is named. */

static void refuse(struct plan *plan, const char *says)
{
    struct assignment assignment;
    const struct assign_work work = steps(10, true);
    assert_false(assign_solve(&assignment, &plan->problem, &work, &err));
    if (!strstr(err.text, says))
        fail_msg("'%s' does not say '%s'", err.text, says);
    plan_make(plan);
}

static void test_joint_plans_that_are_not_sound_are_refused(void **state)
{
    (void)state;
    struct plan plan;
    plan_make(&plan);
    plan.problem.phases.start = NULL;
    refuse(&plan, "no phases");
    plan.earliest[1] = 0;
    plan.earliest[0] = 1;
    refuse(&plan, "before the one in front of it");
    plan.capital[2] = -1;
    refuse(&plan, "capital budget");
    plan.cost[0] = plan.cost[1] = 9e15;
    refuse(&plan, "cost of a phase");
    plan.adds[0] = NAN;
    refuse(&plan, "capacity of a phase");
    plan.problem.years = ASSIGN_YEARS + 1;
    refuse(&plan, "years");
    double opening[K] = { 0, 7 };
    plan.problem.opening = opening;
    refuse(&plan, "opening cost");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiny_plans_are_solved_between_bound_and_best),
        cmocka_unit_test(
            test_tiny_joint_plans_are_solved_between_bound_and_best),
        cmocka_unit_test(test_steps_give_the_same_answer_on_any_threads),
        cmocka_unit_test(test_large_plans_are_dealt_out_alike_to_any_threads),
        cmocka_unit_test(test_money_is_priced_by_what_the_near_places_take),
        cmocka_unit_test(test_few_trials_bring_a_large_plan_near_its_bound),
        cmocka_unit_test(
            test_a_time_limit_holds_where_there_are_very_many_options),
        cmocka_unit_test(
            test_choosing_the_years_costs_no_less_than_all_phases_early),
        cmocka_unit_test(test_without_capital_no_phase_opens),
        cmocka_unit_test(test_unlimited_capital_opens_what_is_worth_it_at_once),
        cmocka_unit_test(test_a_stop_ends_with_the_best_so_far),
        cmocka_unit_test(test_no_stage_tells_more_than_the_end_keeps),
        cmocka_unit_test(test_a_high_tax_keeps_everyone_who_may_stay),
        cmocka_unit_test(
            test_only_those_without_room_move_when_one_cluster_shrinks),
        cmocka_unit_test(test_an_earlier_answer_is_not_made_worse),
        cmocka_unit_test(test_the_prices_of_an_answer_give_its_bound_again),
        cmocka_unit_test(test_prices_of_capital_are_taken_over_as_well),
        cmocka_unit_test(test_joint_plans_that_are_not_sound_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
