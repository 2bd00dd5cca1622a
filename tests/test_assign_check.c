/* What assign_check() and assignment_check() promise. */
#include "tests/test.h"

#include <string.h>

#include "core/base/mem.h"
#include "tests/assign_world.h"

enum { WORLDS = 3000, WAYS = 40 };

#define TOO_MUCH 1e16 /* beyond 2^53 */

static struct err err;

static struct assignment assignment_of(const struct world *w, struct way *way)
{
    struct assignment assignment = {
        .jobs = w->problem.jobs,
        .site = way->site,
        .year = way->year,
        .opens = way->chosen ? way->opens : NULL,
        .bound = -INFINITY,
    };
    for (int j = 0; j < w->problem.jobs; j++)
        assignment.left += way->site[j] < 0;
    return assignment;
}

static void test_every_random_world_is_sound(void **state)
{
    (void)state;
    for (uint64_t number = 0; number < WORLDS; number++) {
        struct world world;
        world_make(&world, number);
        assert_ok(assign_check(&world.problem, &err));
    }
}

/* The cost of a way that breaks a limit does not matter. */
static void test_a_way_passes_just_when_it_keeps_every_limit(void **state)
{
    (void)state;
    int kept = 0, broken = 0;
    for (uint64_t number = 0; number < WORLDS; number++) {
        struct world world;
        world_make(&world, number);
        for (uint64_t i = 0; i < WAYS; i++) {
            struct way way;
            world_way(&world, number * WAYS + i, &way);
            struct assignment assignment = assignment_of(&world, &way);
            bool holds = world_holds(&world, &way, world.problem.jobs);
            if (holds)
                assignment.total = world_cost(&world, &way);
            bool passes = assignment_check(&assignment, &world.problem, &err);
            if (passes != holds)
                fail_msg("world %d, way %d: %s", (int)number, (int)i,
                         holds ? err.text : "a limit is broken, unseen");
            kept += holds;
            broken += !holds;
        }
    }
    assert_true(kept > 10000 && broken > 10000);
}

/* Two jobs, two sites, two years, two resources, and everything there is. */
static void full_world(struct world *w)
{
    memset(w, 0, sizeof *w);
    w->problem = (struct assign_problem){
        .jobs = 2,
        .sites = 2,
        .years = 2,
        .resources = 2,
        .districts = 2,
        .ready = w->ready,
        .wait = w->wait,
        .penalty = w->penalty,
        .money = w->money,
        .hazard = w->hazard,
        .need = w->need,
        .start = w->start,
        .option = w->option,
        .room = w->room,
        .opening = w->opening,
        .open = w->open,
        .district = w->district,
        .limit = w->limit,
        .budget = w->budget,
        .phases = { w->first, w->earliest, w->price, w->adds, w->capital },
    };
    for (int i = 0; i < 4; i++) {
        w->option[i] = (struct assign_option){ i % 2, 3, 2 };
        w->need[i] = 1;
        w->room[i] = w->room[i + 4] = 2;
        w->adds[i] = 2;
    }
    for (int i = 0; i < 2; i++) {
        w->wait[i] = w->money[i] = w->hazard[i] = 1;
        w->penalty[i] = 100;
        w->limit[i] = w->budget[i] = w->capital[i] = 9;
        w->price[i] = 4;
        w->district[i] = i;
        w->start[i + 1] = (size_t)i * 2 + 2;
        w->first[i + 1] = i + 1;
    }
}

/* Each spoils one thing in a sound world and says what the error names. */

struct spoil {
    size_t place; /* of a double, in the world */
    double value;
    const char *says;
};

#define SPOILT(field, number, value, says)                                     \
    {                                                                          \
        offsetof(struct world, field) + (number) * sizeof(double), value, says \
    }

static const struct spoil spoilt[] = {
    SPOILT(wait, 1, -1, "number 2: weight: -1 is not"),
    SPOILT(wait, 0, NAN, "weight"),
    SPOILT(penalty, 0, -5, "penalty"),
    SPOILT(penalty, 1, INFINITY, "penalty"),
    SPOILT(money, 1, NAN, "money"),
    SPOILT(hazard, 0, -1, "hazard"),
    SPOILT(need, 3, -1, "number 4: demand: -1 is not"),
    SPOILT(need, 0, NAN, "demand"),
    SPOILT(need, 0, TOO_MUCH, "demand: 1e+16"),
    SPOILT(room, 2, 1, "site 1 has less room in year 2"),
    SPOILT(room, 0, -1, "capacity: -1"),
    SPOILT(room, 0, NAN, "capacity"),
    SPOILT(opening, 1, -1, "opening cost"),
    SPOILT(limit, 1, -1, "limit of a district"),
    SPOILT(budget, 0, NAN, "support budget"),
    SPOILT(capital, 0, -2, "capital budget"),
    SPOILT(price, 1, INFINITY, "cost of a phase"),
    SPOILT(adds, 1, -3, "capacity of a phase"),
};

static void test_a_spoilt_amount_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        struct world world;
        full_world(&world);
        assert_ok(assign_check(&world.problem, &err));
        memcpy((char *)&world + spoilt[i].place, &spoilt[i].value,
               sizeof(double));
        assert_false(assign_check(&world.problem, &err));
        if (!strstr(err.text, spoilt[i].says))
            fail_msg("'%s' is not in '%s'", spoilt[i].says, err.text);
    }
}

/* The rest of the spoiling, by whole numbers. */

#define REFUSED(change, says)                                                  \
    do {                                                                       \
        struct world w;                                                        \
        full_world(&w);                                                        \
        change;                                                                \
        assert_false(assign_check(&w.problem, &err));                          \
        if (!strstr(err.text, says))                                           \
            fail_msg("'%s' is not in '%s'", says, err.text);                   \
    } while (0)

static void test_sizes_out_of_range_are_named(void **state)
{
    (void)state;
    REFUSED(w.problem.jobs = -1, "jobs: -1");
    REFUSED(w.problem.sites = -1, "sites: -1");
    REFUSED(w.problem.years = 0, "years: 0");
    REFUSED(w.problem.years = ASSIGN_YEARS + 1, "years: 65");
    REFUSED(w.problem.resources = 0, "resources: 0");
    REFUSED(w.problem.resources = ASSIGN_RESOURCES + 1, "resources: 9");
    REFUSED(w.problem.by_option = true, "resources: 2");
    REFUSED(w.problem.districts = 0, "districts: 0");
}

static void test_options_that_point_nowhere_are_named(void **state)
{
    (void)state;
    REFUSED(w.option[2].site = 2, "job 2: site: 2");
    REFUSED(w.option[3].site = -1, "job 2: site: -1");
    REFUSED(w.option[1].site = 0, "job 1: it names site 1 twice");
    REFUSED(w.option[1].cost = NAN, "job 1: the cost");
    REFUSED(w.option[1].spend = -1, "job 1: subsidy");
    REFUSED(w.start[1] = 5, "job 2: its options begin behind");
}

static void test_years_out_of_order_are_named(void **state)
{
    (void)state;
    REFUSED(w.ready[1] = -1, "first year of an enterprise: -1");
    REFUSED(w.open[1] = -1, "first year of a cluster: -1");
    REFUSED(w.district[0] = 2, "district: 2");
    REFUSED(w.earliest[0] = -1, "year of a phase: -1");
    REFUSED((w.first[1] = 2, w.earliest[0] = 1),
            "site 1: a phase opens in year 1");
}

static void test_sums_that_would_not_be_exact_are_refused(void **state)
{
    (void)state;
    REFUSED(w.need[1] = w.need[3] = 9e15, "demand: together 1.8e+16");
    REFUSED(w.hazard[0] = w.hazard[1] = 9e15, "hazard: together");
}

static void test_an_empty_problem_is_sound(void **state)
{
    (void)state;
    struct world world;
    full_world(&world);
    world.problem.jobs = 0;
    assert_ok(assign_check(&world.problem, &err));
    full_world(&world);
    world.problem.sites = 0;
    world.start[1] = world.start[2] = 0;
    assert_ok(assign_check(&world.problem, &err));
}

/* Both jobs at their own site, in the first year: 3 + 3. */
static void good_way(const struct world *w, struct way *way,
                     struct assignment *assignment)
{
    *way = (struct way){ .site = { 0, 1 }, .chosen = true };
    *assignment = assignment_of(w, way);
    assignment->total = 6;
}

#define FALSE_CLAIM(change, says)                                              \
    do {                                                                       \
        struct world w;                                                        \
        struct way way;                                                        \
        struct assignment a;                                                   \
        full_world(&w);                                                        \
        good_way(&w, &way, &a);                                                \
        assert_ok(assignment_check(&a, &w.problem, &err));                     \
        change;                                                                \
        assert_false(assignment_check(&a, &w.problem, &err));                  \
        if (!strstr(err.text, says))                                           \
            fail_msg("'%s' is not in '%s'", says, err.text);                   \
    } while (0)

static void test_a_false_figure_is_named(void **state)
{
    (void)state;
    FALSE_CLAIM(a.total = 5, "the total is said to be 5, it is 6");
    FALSE_CLAIM(a.total = NAN, "the total is said");
    FALSE_CLAIM(a.bound = 7, "cost less than 7, this costs 6");
    FALSE_CLAIM(a.bound = NAN, "cost less than");
    FALSE_CLAIM(a.left = 1, "1 jobs are said to be left out, 0 are");
    FALSE_CLAIM(a.jobs = 1, "1 jobs are assigned, there are 2");
}

static void test_a_broken_limit_is_named(void **state)
{
    (void)state;
    FALSE_CLAIM(way.year[0] = 2, "job 1 goes to site 1 in year 3");
    FALSE_CLAIM(w.ready[1] = 1, "it is ready in year 2");
    FALSE_CLAIM(w.open[1] = 1, "the site open in year 2");
    FALSE_CLAIM(way.site[0] = 2, "job 1 may not go to site 3");
    FALSE_CLAIM(way.year[0] = -1, "job 1 goes to site 1 in year 0");
    FALSE_CLAIM(w.need[3] = 3, "site 2 has 1 too little of resource 2");
    FALSE_CLAIM(w.hazard[1] = 10, "district 2 bears 10, its limit is 9");
    FALSE_CLAIM(w.budget[0] = 3, "year 1 spends 4, its budget is 3");
    FALSE_CLAIM(way.opens[1] = -1, "phase 1 of site 2 opens too early");
    FALSE_CLAIM(w.earliest[0] = 1, "phase 1 of site 1 opens too early");
    FALSE_CLAIM(w.price[0] = 6, "up to year 1 cost 1 too much");
}

static void test_unspent_capital_is_carried_over(void **state)
{
    (void)state;
    struct world world;
    struct way way;
    struct assignment assignment;
    full_world(&world);
    good_way(&world, &way, &assignment);
    world.price[0] = 14;
    way.opens[0] = way.year[0] = 1;
    assignment.total = 7;
    assert_ok(assignment_check(&assignment, &world.problem, &err));
    world.price[0] = 15;
    assert_false(assignment_check(&assignment, &world.problem, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_random_world_is_sound),
        cmocka_unit_test(test_a_way_passes_just_when_it_keeps_every_limit),
        cmocka_unit_test(test_a_spoilt_amount_is_named),
        cmocka_unit_test(test_sizes_out_of_range_are_named),
        cmocka_unit_test(test_options_that_point_nowhere_are_named),
        cmocka_unit_test(test_years_out_of_order_are_named),
        cmocka_unit_test(test_sums_that_would_not_be_exact_are_refused),
        cmocka_unit_test(test_an_empty_problem_is_sound),
        cmocka_unit_test(test_a_false_figure_is_named),
        cmocka_unit_test(test_a_broken_limit_is_named),
        cmocka_unit_test(test_unspent_capital_is_carried_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
