/* One room per site: the generalised assignment problem and single-source
 * facility location, against published values and against trying all. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/assign.h"
#include "core/base/rng.h"

enum { TINY = 800, JOBS = 6, SITES = 3 };

static struct err err;

static const struct published {
    const char *name;
    double best;
    long steps; /* enough to prove it */
} published[] = {
    /* proved optimal: data.csv of the source */
    { "gap1-0", 261, 2000000 },
    { "gap5-0", 403, 2000000 },
    { "gap12-0", 974, 2000000 },
    { "c05100", 1931, 2000000 },
    { "e05100", 12681, 2000000 },
    /* best known */
    { "delmaire-p1", 2014, 2000000 },
    { "holmberg-p1", 8848, 2000000 },
    { "holmberg-p41", 6589, 2000000 },
    /* where opening is nearly all the cost, and sites are full */
    { "delmaire-p37", 14668, 40000 },
    { "delmaire-p55", 69610, 40000 },
    { "holmberg-p57", 26039, 60000 },
};

enum { PUBLISHED = sizeof published / sizeof *published };

static void published_read(struct assign_problem *problem, int i)
{
    char path[100];
    snprintf(path, sizeof path, "tests/cases/assign/%s.txt", published[i].name);
    assert_ok(assign_read(problem, path, ASSIGN_GUESS, &err));
}

static void test_published_values_are_reached_and_proved(void **state)
{
    (void)state;
    for (int i = 0; i < PUBLISHED; i++) {
        struct assign_problem problem;
        struct assignment assignment;
        const struct assign_work work = { .steps = published[i].steps,
                                          .threads = 2 };
        published_read(&problem, i);
        assert_ok(assign_solve(&assignment, &problem, &work, &err));
        assert_ok(assignment_check(&assignment, &problem, &err));
        if (assignment.total != published[i].best ||
            assignment.bound != published[i].best)
            fail_msg("%s: %.15g, bound %.15g", published[i].name,
                     assignment.total, assignment.bound);
        assignment_release(&assignment);
        assign_problem_release(&problem);
    }
}

static void test_no_bound_is_above_a_published_value(void **state)
{
    (void)state;
    for (int i = 0; i < PUBLISHED; i++) {
        for (long steps = 1; steps < 3000; steps *= 3) {
            struct assign_problem problem;
            struct assignment assignment;
            const struct assign_work work = { .steps = steps };
            published_read(&problem, i);
            assert_ok(assign_solve(&assignment, &problem, &work, &err));
            assert_ok(assignment_check(&assignment, &problem, &err));
            assert_true(assignment.bound <= published[i].best);
            assignment_release(&assignment);
            assign_problem_release(&problem);
        }
    }
}

static void test_steps_give_the_same_answer_on_any_threads(void **state)
{
    (void)state;
    for (int i = 0; i < PUBLISHED; i++) {
        struct assign_problem problem;
        struct assignment one, two;
        struct assign_work work = { .steps = 9000, .threads = 1, .seed = 3 };
        published_read(&problem, i);
        assert_ok(assign_solve(&one, &problem, &work, &err));
        work.threads = 2;
        assert_ok(assign_solve(&two, &problem, &work, &err));
        assert_int_equal(one.steps, two.steps);
        assert_memory_equal(&one.total, &two.total, sizeof one.total);
        assert_memory_equal(&one.bound, &two.bound, sizeof one.bound);
        assert_memory_equal(one.site, two.site,
                            (size_t)problem.jobs * sizeof(int));
        assignment_release(&one);
        assignment_release(&two);
        assign_problem_release(&problem);
    }
}

/* Tiny ones, drawn */

struct tiny {
    struct assign_problem problem;
    size_t start[JOBS + 1];
    struct assign_option option[JOBS * SITES];
    double need[JOBS * SITES], penalty[JOBS], room[SITES], opening[SITES];
};

static void tiny_make(struct tiny *tiny, int number)
{
    struct rng rng = rng_new(9, (uint64_t)number, 0);
    *tiny = (struct tiny){ .problem.jobs = rng_below(&rng, JOBS + 1) };
    struct assign_problem *problem = &tiny->problem;
    problem->sites = rng_below(&rng, SITES + 1);
    problem->years = problem->resources = problem->districts = 1;
    problem->by_option = number % 2;
    problem->must = number % 3 == 0;
    problem->opening = number % 3 != 1 ? tiny->opening : NULL;
    size_t used = 0;
    for (int j = 0; j < problem->jobs; j++) {
        tiny->start[j] = used;
        for (int k = 0; k < problem->sites; k++) {
            if (rng_below(&rng, 6) == 0)
                continue;
            tiny->need[used] = rng_below(&rng, 7);
            tiny->option[used++] = (struct assign_option){
                .site = k, .cost = (float)rng_below(&rng, 30) / 4
            };
        }
        tiny->penalty[j] = problem->must ? 1000 : rng_below(&rng, 30);
    }
    tiny->start[problem->jobs] = used;
    for (int k = 0; k < SITES; k++) {
        tiny->room[k] = rng_below(&rng, 16);
        tiny->opening[k] = rng_below(&rng, 12);
    }
    problem->start = tiny->start;
    problem->option = tiny->option;
    problem->need = tiny->need;
    problem->penalty = tiny->penalty;
    problem->room = tiny->room;
}

/* What the places cost; INFINITY when they break a limit. */
static double tiny_total(const struct tiny *tiny, const int *site)
{
    double total = 0, load[SITES] = { 0 };
    bool used[SITES] = { false };
    for (int j = 0; j < tiny->problem.jobs; j++) {
        if (site[j] < 0) {
            total += tiny->penalty[j];
            continue;
        }
        size_t at = tiny->start[j], end = tiny->start[j + 1];
        while (at < end && tiny->option[at].site != site[j])
            at++;
        if (at == end)
            return INFINITY;
        total += (double)tiny->option[at].cost;
        load[site[j]] += tiny->need[tiny->problem.by_option ? at : (size_t)j];
        used[site[j]] = true;
    }
    for (int k = 0; k < tiny->problem.sites; k++) {
        if (load[k] > tiny->room[k])
            return INFINITY;
        total += used[k] && tiny->problem.opening ? tiny->opening[k] : 0;
    }
    return total;
}

static double tiny_best(const struct tiny *tiny)
{
    int site[JOBS], ways = 1;
    double best = INFINITY;
    for (int j = 0; j < tiny->problem.jobs; j++)
        ways *= tiny->problem.sites + 1;
    for (int way = 0; way < ways; way++) {
        int rest = way;
        for (int j = 0; j < tiny->problem.jobs; j++) {
            site[j] = rest % (tiny->problem.sites + 1) - 1;
            rest /= tiny->problem.sites + 1;
        }
        best = fmin(best, tiny_total(tiny, site));
    }
    return best;
}

/* The same with amounts so large that no table has a cell for each. */
static void tiny_scale(struct tiny *tiny, double unit)
{
    for (int at = 0; at < JOBS * SITES; at++)
        tiny->need[at] *= unit;
    for (int k = 0; k < SITES; k++)
        tiny->room[k] *= unit;
}

static void tiny_prove(int number, double unit)
{
    struct tiny tiny;
    struct assignment assignment;
    const struct assign_work work = { .steps = 60000 };
    tiny_make(&tiny, number);
    tiny_scale(&tiny, unit);
    if (tiny.problem.jobs == 0 || (!tiny.problem.must && !tiny.problem.opening))
        tiny.problem.opening = tiny.opening;
    double best = tiny_best(&tiny);
    assert_ok(assign_solve(&assignment, &tiny.problem, &work, &err));
    assert_ok(assignment_check(&assignment, &tiny.problem, &err));
    bool complete = !tiny.problem.must || best < 1000;
    if (assignment.bound > best + 1e-6 ||
        (complete && fabs(assignment.total - best) > 1e-6))
        fail_msg("case %d: %g, bound %g, the best is %g", number,
                 assignment.total, assignment.bound, best);
    assert_int_equal(assignment.impossible, !complete);
    assignment_release(&assignment);
}

static void test_tiny_ones_are_solved_as_by_trying_all(void **state)
{
    (void)state;
    for (int number = 0; number < TINY; number++)
        tiny_prove(number, 1);
}

static void test_tiny_ones_with_amounts_of_millions_are_too(void **state)
{
    (void)state;
    for (int number = 0; number < TINY; number++)
        tiny_prove(number, 3e6);
}

/* Three jobs of 4, 5 and 6 for 30 in the site that costs 1 each, or 3 in the
 * other; room 15 less one unit in the first. */
static void test_an_earlier_answer_is_begun_with_and_has_prices(void **state)
{
    (void)state;
    size_t start[] = { 0, 2, 4, 6 };
    struct assign_option option[] = { { 0, 1, 0 }, { 1, 3, 0 }, { 0, 1, 0 },
                                      { 1, 3, 0 }, { 0, 1, 0 }, { 1, 3, 0 } };
    double need[] = { 4, 5, 6 }, room[] = { 14, 20 };
    double penalty[] = { 100, 100, 100 };
    struct assign_problem problem = { .jobs = 3,
                                      .sites = 2,
                                      .years = 1,
                                      .resources = 1,
                                      .penalty = penalty,
                                      .need = need,
                                      .must = true,
                                      .start = start,
                                      .option = option,
                                      .room = room };
    struct assignment first, second;
    struct assign_work work = { .steps = 1000 };
    assert_ok(assign_solve(&first, &problem, &work, &err));
    assert_true(first.total == 5 && first.bound == 5);
    assert_int_equal(first.prices, 2);
    assert_true(first.price[0] > 0 && first.price[0] <= 2.0 / 4 + 1e-9);
    assert_true(first.price[1] == 0);
    int stay[] = { 1, 1, 0 };
    struct assignment from = { .jobs = 3, .site = stay };
    work = (struct assign_work){ .steps = 1, .gap = 1, .from = &from };
    assert_ok(assign_solve(&second, &problem, &work, &err));
    assert_true(second.total <= 7 && second.left == 0);
    assignment_release(&first);
    assignment_release(&second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_values_are_reached_and_proved),
        cmocka_unit_test(test_no_bound_is_above_a_published_value),
        cmocka_unit_test(test_steps_give_the_same_answer_on_any_threads),
        cmocka_unit_test(test_tiny_ones_are_solved_as_by_trying_all),
        cmocka_unit_test(test_an_earlier_answer_is_begun_with_and_has_prices),
        cmocka_unit_test(test_tiny_ones_with_amounts_of_millions_are_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
