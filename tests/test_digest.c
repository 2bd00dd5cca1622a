/* The SHA-256 of what a plan says. */
#include "test.h"

#include <string.h>

#include "core/data/digest.h"
#include "core/model/model.h"

static void set(struct plan *plan, int table, int row, int field,
                struct value value)
{
    struct err err;
    assert_ok(plan_set(plan, table, row, field, value, &err));
}

static struct plan *world(const char *name, bool reversed)
{
    struct err err;
    struct plan *plan = model_new(name);
    for (int i = 0; i < 3; i++) {
        const char *const keys[] = { "A", "B", "C" };
        plan_add_key(plan, CLUSTER, keys[reversed ? 2 - i : i], &err);
    }
    int a = plan_find(plan, CLUSTER, "A"), b = plan_find(plan, CLUSTER, "B");
    set(plan, CLUSTER, a, CLUSTER_TOTAL_AREA, value_area(5000000));
    set(plan, CLUSTER, b, CLUSTER_STATE, value_text("closing"));
    set(plan, CLUSTER, b, CLUSTER_NOTE, value_text("đường"));
    assert_ok(plan_add_key(plan, ENTERPRISE, "E", &err) == 0);
    set(plan, ENTERPRISE, 0, ENTERPRISE_CLUSTER, value_text("B"));
    return plan;
}

static void neither_order_nor_name_counts(void **state)
{
    (void)state;
    struct plan *one = world("One", false), *two = world("Two", true);
    assert_int_equal(strlen(plan_digest(one)), 64);
    assert_ptr_equal(plan_digest(one), plan_digest(two));
    plan_free(one);
    plan_free(two);
}

/* Each change, and back. */
static void every_cell_and_row_counts(void **state)
{
    (void)state;
    static const struct {
        int field;
        struct value value;
    } changes[] = {
        { CLUSTER_TOTAL_AREA, { KIND_AREA, .whole = 5000001 } },
        { CLUSTER_TOTAL_AREA, { KIND_NONE, .whole = 0 } },
        { CLUSTER_COST, { KIND_MONEY, .whole = 5000000 } },
        { CLUSTER_STATE, { KIND_TEXT, .text = "closing" } },
        { CLUSTER_NOTE, { KIND_TEXT, .text = "đường" } },
        { CLUSTER_PROJECTS, { KIND_WHOLE, .whole = 0 } },
    };
    struct err err;
    struct plan *plan = world("P", false);
    const char *before = plan_digest(plan);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct plan *fork = plan_fork(plan, "fork");
        set(fork, CLUSTER, 0, changes[i].field, changes[i].value);
        assert_ptr_not_equal(plan_digest(fork), before);
        plan_free(fork);
    }
    struct plan *fork = plan_fork(plan, "fork");
    int row = plan_add_key(fork, CLUSTER, "D", &err);
    assert_ptr_not_equal(plan_digest(fork), before);
    set(fork, CLUSTER, row, CLUSTER_NOTE, value_text("gone again"));
    assert_ok(plan_remove(fork, CLUSTER, row, &err));
    assert_ptr_equal(plan_digest(fork), before);
    set(fork, ENTERPRISE, 0, ENTERPRISE_CLUSTER, value_text("A"));
    assert_ptr_not_equal(plan_digest(fork), before);
    assert_ptr_equal(plan_digest(plan), before);
    plan_free(fork);
    plan_free(plan);
}

static void a_field_of_ones_own_counts_before_it_is_filled(void **state)
{
    (void)state;
    struct err err;
    const char *const two[] = { "a", "b", NULL }, *const three[] = { "a", "b",
                                                                     "c",
                                                                     NULL };
    struct field field = {
        .name = "x_mark", .kind = KIND_CHOICE, .unit = "", .choices = two
    };
    struct plan *plan = world("P", false), *other = plan_fork(plan, "O");
    const char *before = plan_digest(plan);
    assert_ok(plan_define(plan, CLUSTER, &field, &err));
    field.choices = three;
    assert_ok(plan_define(other, CLUSTER, &field, &err));
    assert_ptr_not_equal(plan_digest(plan), before);
    assert_ptr_not_equal(plan_digest(plan), plan_digest(other));
    plan_free(other);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neither_order_nor_name_counts),
        cmocka_unit_test(every_cell_and_row_counts),
        cmocka_unit_test(a_field_of_ones_own_counts_before_it_is_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
