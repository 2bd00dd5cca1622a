#include "test.h"

#include <string.h>

#include "core/data/change.h"
#include "core/model/model.h"

static int add(struct plan *plan, int table, const char *key, struct err *err)
{
    return plan_add_key(plan, table, key, err);
}

/* A cluster with one parcel of 2.5 ha and one enterprise. */
static struct plan *small(void)
{
    struct err err;
    struct plan *plan = model_new("Base");
    assert_ok(add(plan, CLUSTER, "Âu Lâu", &err) == 0);
    assert_ok(add(plan, PARCEL, "P-1", &err) == 0);
    assert_ok(add(plan, ENTERPRISE, "DH01", &err) == 0);
    assert_ok(
        plan_set(plan, PARCEL, 0, PARCEL_CLUSTER, value_text("Âu Lâu"), &err));
    assert_ok(plan_set(plan, PARCEL, 0, PARCEL_AREA, value_real(2.5), &err));
    return plan;
}

static double area(const struct plan *plan, int parcel)
{
    const struct field *field = &plan_schema(plan, PARCEL)->field[PARCEL_AREA];
    return field_number(field, plan_get(plan, PARCEL, parcel, PARCEL_AREA));
}

static bool set_area(struct plan *plan, double ha, struct err *err)
{
    return plan_set(plan, PARCEL, 0, PARCEL_AREA, value_real(ha), err);
}

static struct value total(const struct plan *plan)
{
    return plan_get(plan, CLUSTER, 0, CLUSTER_PARCEL_AREA);
}

static void a_fork_goes_its_own_way(void **state)
{
    (void)state;
    struct err err;
    struct plan *base = small();
    struct plan *fork = plan_fork(base, "Fork");

    assert_ok(set_area(fork, 7, &err));
    assert_near(area(base, 0), 2.5);
    assert_near(area(fork, 0), 7);
    assert_ok(set_area(base, 3, &err));
    assert_near(area(base, 0), 3);
    assert_near(area(fork, 0), 7);
    assert_near(area(plan_base(fork), 0), 2.5);

    plan_free(base);
    assert_near(area(fork, 0), 7);
    plan_free(fork);
}

static void a_fork_shares_what_it_has_not_written(void **state)
{
    (void)state;
    struct err err;
    struct plan *base = small();
    struct plan *fork = plan_fork(base, "Fork");

    assert_ok(set_area(fork, 7, &err));
    const struct table *a = plan_table(base, PARCEL);
    const struct table *b = plan_table(fork, PARCEL);
    assert_false(table_same_block(a, b, PARCEL_AREA, 0));
    assert_true(table_same_block(a, b, PARCEL_USE, 0));
    assert_ptr_equal(plan_table(base, UNIT), plan_table(fork, UNIT));
    plan_free(fork);
    plan_free(base);
}

static void a_value_outside_its_limits_changes_nothing(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    uint64_t before = plan_revision(plan);

    assert_false(set_area(plan, -1, &err));
    assert_int_equal(err.code, ERR_RANGE);
    assert_string_equal(
        err.text, "parcel 'P-1': area must be from 0 to 10000 ha, got -1");
    assert_near(area(plan, 0), 2.5);
    assert_true(plan_revision(plan) == before);
    plan_free(plan);
}

static void no_cell_holds_what_is_no_number(void **state)
{
    (void)state;
    const double bad[] = { NAN, INFINITY, -INFINITY };
    struct err err;
    struct plan *plan = small();
    for (int i = 0; i < 3; i++) {
        assert_false(set_area(plan, bad[i], &err));
        assert_false(plan_set(plan, ENTERPRISE, 0, ENTERPRISE_WATER,
                              value_real(bad[i]), &err));
        assert_false(plan_set(plan, ENTERPRISE, 0, ENTERPRISE_MOVING_COST,
                              value_real(bad[i]), &err));
    }
    plan_free(plan);
}

static void an_area_is_kept_to_a_tenth_of_a_square_metre(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_ok(set_area(plan, 0.53998, &err)); /* 5,399.8 m2 */
    assert_true(plan_get(plan, PARCEL, 0, PARCEL_AREA).whole == 53998);
    assert_false(set_area(plan, 0.539985, &err));
    assert_non_null(strstr(err.text, "finer than 0.1 m²"));
    plan_free(plan);
}

static void a_calculated_field_cannot_be_set(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_false(
        plan_set(plan, CLUSTER, 0, CLUSTER_FILL_RATE, value_real(1), &err));
    assert_int_equal(err.code, ERR_READONLY);
    plan_free(plan);
}

static void a_key_is_taken_once_and_never_changed(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_int_equal(add(plan, PARCEL, "P-1", &err), -1);
    assert_int_equal(err.code, ERR_EXISTS);
    assert_false(plan_set(plan, PARCEL, 0, PARCEL_KEY, value_text("P"), &err));
    assert_int_equal(err.code, ERR_READONLY);
    assert_int_equal(table_rows(plan_table(plan, PARCEL)), 1);
    plan_free(plan);
}

static void a_reference_to_nothing_is_refused(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_false(
        plan_set(plan, PARCEL, 0, PARCEL_HOLDER, value_text("DH99"), &err));
    assert_int_equal(err.code, ERR_UNKNOWN);
    assert_false(
        plan_set(plan, CLUSTER, 0, CLUSTER_TRADES, value_text("a;b"), &err));
    assert_ok(add(plan, TRADE, "a", &err) == 0);
    assert_ok(
        plan_set(plan, CLUSTER, 0, CLUSTER_TRADES, value_text("a"), &err));
    assert_ok(add(plan, ENTERPRISE, "DH02", &err) == 1);
    assert_ok(plan_remove(plan, ENTERPRISE, 1, &err));
    assert_false(plan_set(plan, PARCEL, 0, PARCEL_HOLDER, value_ref(1), &err));
    assert_string_equal(err.text, "parcel 'P-1': holder refers to a row that "
                                  "is removed");
    plan_free(plan);
}

static void a_new_row_needs_a_key(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    struct value values[FIELDS_MAX] = { 0 };
    assert_int_equal(add(plan, CLUSTER, NULL, &err), -1);
    assert_string_equal(err.text, "new cluster: key must be a text");
    assert_int_equal(plan_add(plan, CLUSTER, values, &err), -1);
    assert_string_equal(err.text, "new cluster: key must be a text");
    values[0] = value_text("C");
    values[CLUSTER_TOTAL_AREA] = value_real(-1);
    assert_int_equal(plan_add(plan, CLUSTER, values, &err), -1);
    assert_non_null(strstr(err.text, "new cluster 'C': total_area must be"));
    assert_int_equal(table_rows(plan_table(plan, CLUSTER)), 1);
    plan_free(plan);
}

static void totals_follow_every_change(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_true(total(plan).whole == 250000);
    assert_ok(add(plan, PARCEL, "P-2", &err) == 1);
    assert_ok(plan_set(plan, PARCEL, 1, PARCEL_AREA, value_real(1), &err));
    assert_true(total(plan).whole == 250000);
    assert_ok(plan_set(plan, PARCEL, 1, PARCEL_CLUSTER, value_ref(0), &err));
    assert_true(total(plan).whole == 350000);

    struct plan *fork = plan_fork(plan, "Fork");
    assert_ok(plan_set(fork, PARCEL, 1, PARCEL_AREA, value_none(), &err));
    assert_int_equal(total(fork).kind, KIND_NONE); /* one is not known */
    assert_true(total(plan).whole == 350000);
    assert_ok(plan_remove(fork, PARCEL, 1, &err));
    assert_true(total(fork).whole == 250000);
    assert_true(plan_get(fork, CLUSTER, 0, CLUSTER_PARCELS).whole == 1);
    plan_free(fork);
    plan_free(plan);
}

static void a_row_in_use_is_not_removed(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    assert_false(plan_remove(plan, CLUSTER, 0, &err));
    assert_string_equal(err.text, "cluster 'Âu Lâu': parcel 'P-1' still "
                                  "refers to it by cluster");
    assert_ok(plan_remove(plan, PARCEL, 0, &err));
    assert_ok(plan_remove(plan, CLUSTER, 0, &err));
    assert_int_equal(plan_find(plan, CLUSTER, "Âu Lâu"), -1);
    assert_ok(add(plan, CLUSTER, "Âu Lâu", &err) == 1);
    assert_int_equal(plan_find(plan, CLUSTER, "Âu Lâu"), 1);
    plan_free(plan);
}

static void a_fork_of_a_plan_that_moved_on_is_not_adopted(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    struct plan *fork = plan_fork(plan, "Fork");
    assert_ok(set_area(fork, 7, &err));
    assert_ok(plan_set(plan, ENTERPRISE, 0, ENTERPRISE_WORKERS, value_whole(9),
                       &err));
    assert_false(plan_adopt(plan, fork, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_near(area(plan, 0), 2.5);

    struct conflicts conflicts;
    struct plan *again =
        plan_rebase(fork, plan, REBASE_REFUSE, &conflicts, &err);
    assert_ok(again != NULL);
    assert_ok(plan_adopt(plan, again, &err));
    assert_near(area(plan, 0), 7);
    assert_true(plan_get(plan, ENTERPRISE, 0, ENTERPRISE_WORKERS).whole == 9);
    conflicts_release(&conflicts);
    plan_free(fork);
    plan_free(plan);
}

static void an_adopted_fork_is_the_plan(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    struct plan *fork = plan_fork(plan, "Fork");
    assert_ok(set_area(fork, 7, &err));
    assert_ok(plan_adopt(plan, fork, &err));
    assert_near(area(plan, 0), 7);
    assert_string_equal(plan_name(plan), "Base");
    plan_free(plan);
}

static void a_field_of_ones_own_behaves_like_any_other(void **state)
{
    (void)state;
    const struct field noise = { .name = "x_noise",
                                 .kind = KIND_REAL,
                                 .unit = "dBA",
                                 .min = 0,
                                 .max = 200 };
    struct err err;
    struct plan *plan = small();
    struct plan *fork = plan_fork(plan, "Fork");
    assert_ok(plan_define(fork, ENTERPRISE, &noise, &err));
    int field = schema_field(plan_schema(fork, ENTERPRISE), "x_noise");
    assert_int_equal(field, ENTERPRISE_NFIELDS);
    assert_int_equal(plan_get(fork, ENTERPRISE, 0, field).kind, KIND_NONE);
    assert_ok(plan_set(fork, ENTERPRISE, 0, field, value_whole(70), &err));
    assert_false(plan_set(fork, ENTERPRISE, 0, field, value_real(201), &err));
    assert_non_null(strstr(err.text, "x_noise must be from 0 to 200 dBA"));
    assert_int_equal(schema_field(plan_schema(plan, ENTERPRISE), "x_noise"),
                     -1);
    assert_false(plan_define(fork, ENTERPRISE, &noise, &err));
    assert_int_equal(err.code, ERR_EXISTS);
    plan_free(fork);
    plan_free(plan);
}

static void names_of_fields_of_ones_own_begin_with_x(void **state)
{
    (void)state;
    const char *const bad[] = { "noise",
                                "x_",
                                "x_Noise",
                                "x_a b",
                                "x_a;",
                                ("x_0123456789012345678901234567890123456789012"
                                 "3456789012345678") };
    struct err err;
    struct plan *plan = small();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const struct field field = { .name = bad[i],
                                     .kind = KIND_REAL,
                                     .unit = "" };
        assert_false(plan_define(plan, ENTERPRISE, &field, &err));
    }
    plan_free(plan);
}

static void check_no_field(struct field field, const char *why)
{
    struct err err;
    struct plan *plan = small();
    char text[120];
    field.name = "x_own";
    field.unit = field.unit ? field.unit : "";
    assert_false(plan_define(plan, ENTERPRISE, &field, &err));
    snprintf(text, sizeof text, "new field of enterprise: %s", why);
    assert_string_equal(err.text, text);
    plan_free(plan);
}

static void a_field_of_ones_own_must_make_sense(void **state)
{
    (void)state;
    static const char *const none[] = { NULL };
    static const struct total total = { PARCEL, "holder", "area" };
    const char *kind = "x_own cannot be of this kind";
    check_no_field((struct field){ .kind = KIND_NONE }, kind);
    check_no_field((struct field){ .kind = KIND_SHAPE }, kind);
    check_no_field((struct field){ .kind = KIND_WHOLE, .total = &total }, kind);
    const char *choices = "x_own needs its choices";
    check_no_field((struct field){ .kind = KIND_CHOICE }, choices);
    check_no_field((struct field){ .kind = KIND_CHOICE, .choices = none },
                   choices);
    check_no_field((struct field){ .kind = KIND_REF },
                   "x_own needs the table it refers to");
    check_no_field((struct field){ .kind = KIND_AREA, .unit = "km2" },
                   "x_own: an area is in ha or m2");
    check_no_field((struct field){ .kind = KIND_REAL, .min = 2, .max = 1 },
                   "x_own: its least is above its most");
}

static void fields_of_ones_own_of_any_kind_are_one_if_alike(void **state)
{
    (void)state;
    static const char *const ab[] = { "a", "b", NULL };
    static const char *const ac[] = { "a", "c", NULL };
    static const char *const a[] = { "a", NULL };
    const struct field kinds[] = {
        { .name = "x_f", .kind = KIND_CHOICE, .unit = "", .choices = ab },
        { .name = "x_f", .kind = KIND_CHOICE, .unit = "", .choices = ac },
        { .name = "x_f", .kind = KIND_CHOICE, .unit = "", .choices = a },
        { .name = "x_f", .kind = KIND_AREA, .unit = "ha" },
        { .name = "x_f", .kind = KIND_AREA, .unit = "m2" },
        { .name = "x_f", .kind = KIND_REF, .unit = "", .refers = CLUSTER + 1 },
        { .name = "x_f", .kind = KIND_REF, .unit = "", .refers = PARCEL + 1 },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .min = 0, .max = 1 },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .min = 0, .max = 2 },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .min = -1, .max = 2 },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .en = "F" },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .vi = "F" },
        { .name = "x_f", .kind = KIND_REAL, .unit = "", .doc = "F" },
        { .name = "x_f", .kind = KIND_DATE, .unit = "" },
    };
    enum { N = sizeof kinds / sizeof *kinds };
    const struct schema *made[N];
    for (int i = 0; i < 2 * N; i++) {
        struct err err;
        struct plan *plan = small();
        assert_ok(plan_define(plan, ENTERPRISE, &kinds[i % N], &err));
        const struct schema *schema = plan_schema(plan, ENTERPRISE);
        for (int k = 0; k < N && k < i; k++)
            assert_int_equal(made[k] == schema, k == i % N);
        made[i % N] = schema;
        plan_free(plan);
    }
}

static void a_table_holds_so_many_fields(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    char name[16], text[100];
    for (int i = ENTERPRISE_NFIELDS; i < FIELDS_MAX; i++) {
        snprintf(name, sizeof name, "x_%d", i);
        const struct field field = { .name = name,
                                     .kind = KIND_FLAG,
                                     .unit = "" };
        assert_ok(plan_define(plan, ENTERPRISE, &field, &err));
    }
    const struct field more = { .name = "x_more",
                                .kind = KIND_FLAG,
                                .unit = "" };
    assert_false(plan_define(plan, ENTERPRISE, &more, &err));
    snprintf(text, sizeof text,
             "new field of enterprise: enterprise has %d fields already",
             FIELDS_MAX);
    assert_string_equal(err.text, text);
    plan_free(plan);
}

static void many_rows_fit(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    struct plan *fork = plan_fork(plan, "Fork");
    for (int i = 2; i <= 5000; i++) {
        char key[16];
        snprintf(key, sizeof key, "P-%d", i);
        assert_ok(add(plan, PARCEL, key, &err) == i - 1);
    }
    assert_int_equal(plan_find(plan, PARCEL, "P-5000"), 4999);
    assert_int_equal(plan_find(fork, PARCEL, "P-5000"), -1);
    assert_int_equal(table_rows(plan_table(fork, PARCEL)), 1);
    plan_free(fork);
    plan_free(plan);
}

static void siblings_may_give_a_number_to_different_things(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = small();
    struct plan *a = plan_fork(plan, "A"), *b = plan_fork(plan, "B");
    assert_ok(add(a, PARCEL, "left", &err) == 1);
    assert_ok(add(b, PARCEL, "right", &err) == 1);
    assert_int_equal(plan_find(a, PARCEL, "right"), -1);
    assert_int_equal(plan_find(b, PARCEL, "left"), -1);

    struct changes *list = changes_between(a, b);
    assert_int_equal(list->n, 2);
    assert_int_equal(list->change[0].op, CHANGE_ADD);
    assert_string_equal(list->change[0].key, "right");
    assert_int_equal(list->change[1].op, CHANGE_REMOVE);
    assert_string_equal(list->change[1].key, "left");
    changes_free(list);
    plan_free(a);
    plan_free(b);
    plan_free(plan);
}

static void deep_forks_find_their_keys(void **state)
{
    (void)state;
    enum { DEEP = 40 };
    struct err err;
    struct plan *plan[DEEP] = { small() };
    for (int i = 1; i < DEEP; i++) {
        char key[16];
        snprintf(key, sizeof key, "D-%d", i);
        plan[i] = plan_fork(plan[i - 1], "Deeper");
        assert_ok(add(plan[i], PARCEL, key, &err) == i);
    }
    assert_int_equal(plan_find(plan[DEEP - 1], PARCEL, "D-1"), 1);
    assert_int_equal(plan_find(plan[DEEP - 1], PARCEL, "P-1"), 0);
    assert_int_equal(plan_find(plan[3], PARCEL, "D-4"), -1);
    for (int i = 0; i < DEEP; i++)
        plan_free(plan[i]);
}

/* Once the field that freezes is known; fields of one's own stay free. */
static void a_frozen_row_stays_as_it_is(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = model_new("Base");
    struct field own = { .name = "x_seen", .kind = KIND_FLAG };
    assert_ok(add(plan, CRITERIA_SET, "a 1", &err) == 0);
    assert_ok(plan_define(plan, CRITERIA_SET, &own, &err));
    assert_ok(plan_set(plan, CRITERIA_SET, 0, CRITERIA_SET_TEXT,
                       value_text("one"), &err));
    assert_ok(plan_set(plan, CRITERIA_SET, 0, CRITERIA_SET_APPROVED_ON,
                       value_text("2026-12-01"), &err));
    struct plan *fork = plan_fork(plan, "F");
    struct plan *both[] = { plan, fork };
    for (int k = 0; k < 2; k++) {
        assert_false(plan_set(both[k], CRITERIA_SET, 0, CRITERIA_SET_TEXT,
                              value_text("two"), &err));
        assert_string_equal(err.text, "criteria_set 'a 1': it is frozen "
                                      "(approved_on 2026-12-01); add a new "
                                      "version");
        assert_false(plan_set(both[k], CRITERIA_SET, 0,
                              CRITERIA_SET_APPROVED_ON, value_none(), &err));
        assert_false(plan_remove(both[k], CRITERIA_SET, 0, &err));
        assert_ok(plan_set(both[k], CRITERIA_SET, 0, CRITERIA_SET_TEXT,
                           value_text("one"), &err));
        assert_ok(plan_set(both[k], CRITERIA_SET, 0, CRITERIA_SET_NFIELDS,
                           value_flag(true), &err));
    }
    plan_free(fork);
    plan_free(plan);
}

static void
a_thawed_plan_changes_its_frozen_rows_and_its_forks_do_not(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = model_new("Base");
    assert_ok(add(plan, TRIGGER_SET, "a 1", &err) == 0);
    assert_ok(plan_set(plan, TRIGGER_SET, 0, TRIGGER_SET_APPROVED_ON,
                       value_text("2026-12-01"), &err));
    plan_thaw(plan);
    assert_ok(plan_set(plan, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                       value_text("two"), &err));
    struct plan *fork = plan_fork(plan, "F");
    assert_false(plan_set(fork, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                          value_text("three"), &err));
    assert_ok(plan_remove(plan, TRIGGER_SET, 0, &err));
    plan_free(fork);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fork_goes_its_own_way),
        cmocka_unit_test(a_fork_shares_what_it_has_not_written),
        cmocka_unit_test(a_value_outside_its_limits_changes_nothing),
        cmocka_unit_test(no_cell_holds_what_is_no_number),
        cmocka_unit_test(an_area_is_kept_to_a_tenth_of_a_square_metre),
        cmocka_unit_test(a_calculated_field_cannot_be_set),
        cmocka_unit_test(a_key_is_taken_once_and_never_changed),
        cmocka_unit_test(a_reference_to_nothing_is_refused),
        cmocka_unit_test(totals_follow_every_change),
        cmocka_unit_test(a_row_in_use_is_not_removed),
        cmocka_unit_test(a_fork_of_a_plan_that_moved_on_is_not_adopted),
        cmocka_unit_test(an_adopted_fork_is_the_plan),
        cmocka_unit_test(a_field_of_ones_own_behaves_like_any_other),
        cmocka_unit_test(names_of_fields_of_ones_own_begin_with_x),
        cmocka_unit_test(a_frozen_row_stays_as_it_is),
        cmocka_unit_test(
            a_thawed_plan_changes_its_frozen_rows_and_its_forks_do_not),
        cmocka_unit_test(a_field_of_ones_own_must_make_sense),
        cmocka_unit_test(fields_of_ones_own_of_any_kind_are_one_if_alike),
        cmocka_unit_test(a_table_holds_so_many_fields),
        cmocka_unit_test(a_new_row_needs_a_key),
        cmocka_unit_test(many_rows_fit),
        cmocka_unit_test(siblings_may_give_a_number_to_different_things),
        cmocka_unit_test(deep_forks_find_their_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
