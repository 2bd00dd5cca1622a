#include "tests/test.h"

#include <string.h>

#include "core/place/best.h"
#include "core/place/reason.h"
#include "core/solver/solver.h"

/* Three enterprises, two clusters, three years from 2027.  Land is in tenths
 * of a square metre, so 100000 is a hectare. */
enum { E = 3, C = 2, T = 3, HA = 100000 };

static const char *const people[] = { "DH01", "DH02", "DH03" };
static const char *const places[] = { "north", "south" };

struct world {
    int64_t land[E], waste[E], cost[E], room[C * T], plant[C * T], budget[T];
    unsigned char out[E], barred[E * C], shut[C * T];
    int purse[C], earliest[E], pin_cluster[E], pin_year[E], order[E];
    struct place_resource resource[3]; /* land, treatment, money */
    struct place_term term[1];
    struct place_problem problem;
    struct placement placement;
};

static struct err err;

/* Everyone wants one hectare; north has two from the start, south none. */
static void world_make(struct world *w)
{
    memset(w, 0, sizeof *w);
    for (int e = 0; e < E; e++) {
        w->land[e] = HA;
        w->pin_cluster[e] = w->pin_year[e] = -1;
        w->order[e] = e;
    }
    for (int t = 0; t < T; t++)
        w->room[t] = 2 * HA;
    w->resource[0] = (struct place_resource){ .name = "land",
                                              .need = w->land,
                                              .supply = w->room };
    w->resource[1] = (struct place_resource){ .name = "treatment",
                                              .need = w->waste,
                                              .supply = w->plant };
    w->resource[2] = (struct place_resource){ .name = "money",
                                              .kind = RESOURCE_SPENT,
                                              .need = w->cost,
                                              .supply = w->budget,
                                              .group = w->purse,
                                              .groups = 1 };
    for (int i = 0; i < C * T; i++)
        w->plant[i] = PLACE_NO_LIMIT;
    w->term[0] =
        (struct place_term){ .name = "wait", .kind = TERM_WAIT, .weight = 1 };
    w->problem = (struct place_problem){
        .enterprises = E,
        .clusters = C,
        .years = T,
        .first_year = 2027,
        .enterprise_key = people,
        .cluster_key = places,
        .resources = 1,
        .resource = w->resource,
        .out = w->out,
        .barred = w->barred,
        .shut = w->shut,
        .earliest = w->earliest,
        .pin_cluster = w->pin_cluster,
        .pin_year = w->pin_year,
        .order = w->order,
        .terms = 1,
        .term = w->term,
    };
}

static void world_place(struct world *w)
{
    assert_ok(place_strict(&w->placement, &w->problem, &err));
}

static void world_fails(struct world *w, const char *text)
{
    assert_false(place_strict(&w->placement, &w->problem, &err));
    assert_string_equal(err.text, text);
    assert_null(w->placement.cluster);
}

static void assert_there(const struct world *w, int e, int cluster, int year)
{
    assert_int_equal(w->placement.cluster[e], cluster);
    assert_int_equal(w->placement.year[e], year);
}

/* Land by year */

static void land_opened_in_a_year_serves_from_the_next(void **state)
{
    (void)state;
    int64_t room[4];
    const struct place_opening opening[] = { { 2028, 25 }, { 2026, 4 } };
    place_land_serving(3, 2, opening, 2027, 4, room);
    assert_int_equal(room[0], 7);
    assert_int_equal(room[1], 7);
    assert_int_equal(room[2], 32);
    assert_int_equal(room[3], 32);
}

/* Strict order */

static void the_order_decides_who_waits(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.order[0] = 2;
    w.order[2] = 0;
    world_place(&w);
    assert_there(&w, 2, 0, 0);
    assert_there(&w, 1, 0, 0);
    assert_there(&w, 0, -1, -1);
    assert_int_equal(w.placement.placed, 2);
    placement_release(&w.placement);
}

/* The second is too large for what the first leaves; the third is not. */
static void a_smaller_one_behind_takes_what_is_left(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.land[1] = HA + 1;
    world_place(&w);
    assert_there(&w, 1, -1, -1);
    assert_there(&w, 2, 0, 0);
    placement_release(&w.placement);
}

static void land_taken_early_is_gone_later(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.room[2] = HA; /* a hectare is taken back in 2029 */
    world_place(&w);
    assert_there(&w, 0, 0, 0);
    assert_there(&w, 1, -1, -1);
    placement_release(&w.placement);
}

static void a_pin_goes_before_the_order(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.pin_cluster[2] = 0;
    w.pin_year[2] = 1;
    world_place(&w);
    assert_there(&w, 2, 0, 1);
    assert_there(&w, 0, 0, 0);
    assert_there(&w, 1, -1, -1);
    placement_release(&w.placement);
}

static void money_not_spent_is_lost_unless_it_carries(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    for (int e = 0; e < E; e++)
        w.cost[e] = 10;
    w.budget[0] = 4;
    w.budget[1] = 6;
    w.problem.resources = 3;
    world_place(&w);
    assert_int_equal(w.placement.placed, 0);
    placement_release(&w.placement);
    w.resource[2].kind = RESOURCE_CARRIED;
    world_place(&w);
    assert_int_equal(w.placement.placed, 1);
    assert_there(&w, 0, 0, 1);
    placement_release(&w.placement);
}

static void treatment_limits_who_moves_in(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    for (int e = 0; e < E; e++)
        w.waste[e] = 5;
    w.plant[0] = 5;
    w.plant[1] = w.plant[2] = 10;
    w.problem.resources = 2;
    world_place(&w);
    assert_there(&w, 0, 0, 0);
    assert_there(&w, 1, 0, 1);
    placement_release(&w.placement);
}

/* Refusals */

static void unsound_problems_are_named(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.land[1] = -1;
    world_fails(&w, "enterprise 'DH02': land of -1");
    world_make(&w);
    w.order[1] = 0;
    world_fails(&w, "the order must name everyone once");
    world_make(&w);
    w.room[3] = -5;
    world_fails(&w, "land: must not be negative, got -5");
    world_make(&w);
    w.problem.years = 0;
    world_fails(&w, "no years to place in");
    world_make(&w);
    w.term[0].weight = NAN;
    world_fails(&w, "term 'wait': weight must not be negative, got nan");
}

static void pins_that_cannot_be_kept_are_named(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.pin_cluster[1] = 1;
    w.barred[1 * C + 1] = 3;
    world_fails(&w, "pin of enterprise 'DH02': it may not go to cluster "
                    "'south'");
    world_make(&w);
    w.pin_year[1] = 0;
    w.earliest[1] = 2;
    world_fails(&w, "pin of enterprise 'DH02': 2027 is before its earliest "
                    "year, 2029");
    world_make(&w);
    w.pin_cluster[0] = w.pin_cluster[1] = w.pin_cluster[2] = 0;
    world_fails(&w, "the pins contradict each other or a limit: enterprise "
                    "'DH03' does not fit as pinned; to release: 'DH03'");
}

/* The first pin could go early, but then the second has no year left. */
static void pins_give_way_to_each_other(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.cost[0] = 3;
    w.cost[1] = 9;
    w.budget[0] = 9;
    w.budget[1] = 3;
    w.problem.resources = 3;
    w.pin_cluster[0] = w.pin_cluster[1] = 0;
    world_place(&w);
    assert_there(&w, 0, 0, 1);
    assert_there(&w, 1, 0, 0);
    placement_release(&w.placement);
}

static void nobody_and_nowhere_are_an_empty_answer(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.problem.enterprises = 0;
    world_place(&w);
    assert_int_equal(w.placement.placed, 0);
    placement_release(&w.placement);
    world_make(&w);
    w.problem.clusters = 0;
    world_place(&w);
    assert_int_equal(w.placement.placed, 0);
    placement_release(&w.placement);
}

/* The checker */

static void a_broken_limit_does_not_pass_the_check(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    world_place(&w);
    assert_ok(placement_check(&w.placement, &w.problem, &err));
    w.placement.cluster[2] = 0;
    w.placement.year[2] = 2;
    assert_false(placement_check(&w.placement, &w.problem, &err));
    assert_string_equal(err.text,
                        "land, 'north' in 2029: 300000 taken of 200000");
    w.placement.cluster[2] = w.placement.year[2] = -1;
    w.shut[0] = 1;
    assert_false(placement_check(&w.placement, &w.problem, &err));
    assert_string_equal(err.text, "enterprise 'DH01' stands where it may not");
    placement_release(&w.placement);
}

/* Reasons */

static struct place_reason why_not(const struct world *w, int e, int cluster)
{
    struct ledger ledger;
    struct place_reason reason;
    ledger_init(&ledger, &w->problem);
    ledger_load(&ledger, &w->placement);
    reason_why_not(&ledger, &w->placement, e, cluster, &reason);
    ledger_release(&ledger);
    return reason;
}

static void learn_changes(const struct world *w, int e,
                          struct place_change change[CHANGES])
{
    struct ledger ledger;
    ledger_init(&ledger, &w->problem);
    ledger_load(&ledger, &w->placement);
    reason_changes(&ledger, &w->placement, e, change);
    ledger_release(&ledger);
}

static void who_waits_knows_how_much_land_is_short(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.land[2] = HA + 7;
    w.room[2] = 2 * HA + 3;
    world_place(&w);
    struct place_reason reason = why_not(&w, 2, 0);
    assert_int_equal(reason.limits, LIMIT_RESOURCE);
    assert_int_equal(reason.year, 2); /* where least is short */
    assert_int_equal(reason.missing[0], HA + 4);
    placement_release(&w.placement);
}

static void the_code_of_a_bar_comes_back(void **state)
{
    (void)state;
    struct world w;
    world_make(&w);
    w.barred[0 * C + 1] = 42;
    for (int t = 0; t < T; t++)
        w.room[T + t] = 2 * HA;
    world_place(&w);
    struct place_reason reason = why_not(&w, 0, 1);
    assert_int_equal(reason.limits, LIMIT_BARRED);
    assert_int_equal(reason.code, 42);
    placement_release(&w.placement);
}

/* Each change, made, places the one who waited. */
static void the_smallest_change_is_enough_and_no_less(void **state)
{
    (void)state;
    for (int less = 0; less < 2; less++) {
        struct world w;
        struct place_change change[CHANGES];
        world_make(&w);
        w.land[2] = HA + 7;
        world_place(&w);
        learn_changes(&w, 2, change);
        placement_release(&w.placement);
        assert_int_equal(change[0].cluster, 0);
        assert_int_equal(change[0].amount, HA + 7);
        assert_int_equal(change[2].cluster, -1);
        for (int t = change[0].year; t < T; t++)
            w.room[t] += change[0].amount - less;
        world_place(&w);
        assert_int_equal(w.placement.placed, less ? 2 : 3);
        placement_release(&w.placement);
    }
}

/* The solver */

static void an_absent_module_names_its_package(void **state)
{
    (void)state;
    struct solver solver;
    assert_false(solver_open(&solver, "/nowhere/ccn-cbc.so", &err));
    assert_string_equal(err.text,
                        "the module /nowhere/ccn-cbc.so is not there: install "
                        "coinor-libcbc-dev, then build again");
}

static void a_wrong_answer_is_not_adopted(void **state)
{
    (void)state;
    struct world w;
    struct place_model model;
    world_make(&w);
    assert_ok(place_model_init(&model, &w.problem, &err));
    double x[E * C * T] = { 0 };
    for (int i = 0; i < model.columns; i++)
        x[i] = model.year[i] == 0; /* all three at once */
    assert_false(place_adopt(&w.placement, &w.problem, &model, x, 0, &err));
    assert_string_equal(err.text,
                        "the answer of the solver breaks a limit: land, "
                        "'north' in 2027: 300000 taken of 200000");
    place_model_release(&model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(land_opened_in_a_year_serves_from_the_next),
        cmocka_unit_test(the_order_decides_who_waits),
        cmocka_unit_test(a_smaller_one_behind_takes_what_is_left),
        cmocka_unit_test(land_taken_early_is_gone_later),
        cmocka_unit_test(a_pin_goes_before_the_order),
        cmocka_unit_test(money_not_spent_is_lost_unless_it_carries),
        cmocka_unit_test(treatment_limits_who_moves_in),
        cmocka_unit_test(unsound_problems_are_named),
        cmocka_unit_test(pins_that_cannot_be_kept_are_named),
        cmocka_unit_test(pins_give_way_to_each_other),
        cmocka_unit_test(nobody_and_nowhere_are_an_empty_answer),
        cmocka_unit_test(a_broken_limit_does_not_pass_the_check),
        cmocka_unit_test(who_waits_knows_how_much_land_is_short),
        cmocka_unit_test(the_code_of_a_bar_comes_back),
        cmocka_unit_test(the_smallest_change_is_enough_and_no_less),
        cmocka_unit_test(an_absent_module_names_its_package),
        cmocka_unit_test(a_wrong_answer_is_not_adopted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
