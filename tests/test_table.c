#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/data/table.h"
#include "core/model/model.h"

enum { ROWS = 3 * BLOCK + 17 };

static const struct schema *schema(void)
{
    return model_schema[PARCEL];
}

/* So many parcels, each as large as its number. */
static struct table *filled(int rows, bool in_one_piece)
{
    struct table *table = table_new(schema());
    if (in_one_piece)
        table_room(table, rows);
    for (int i = 0; i < rows; i++) {
        char key[16];
        snprintf(key, sizeof key, "P%d", i);
        int row = table_add(table, intern(key));
        table_put(table, row, PARCEL_AREA, value_area(i));
    }
    return table;
}

static void assert_column(const struct table *table, bool own_memory)
{
    union cell *room = NULL;
    const union cell *cell = table_column(table, PARCEL_AREA, &room);
    for (int i = 0; i < table_rows(table); i++)
        assert_true(cell[i].whole == i);
    assert_true((room == NULL) == own_memory);
    free(room);
}

static void a_column_in_one_piece_is_not_copied(void **state)
{
    (void)state;
    struct table *table = filled(ROWS, true);
    assert_column(table, true);
    table_drop(table);
}

static void a_column_in_pieces_is_copied(void **state)
{
    (void)state;
    struct table *table = filled(ROWS, false);
    assert_column(table, false);
    table_drop(table);
}

static void an_empty_column_is_nothing(void **state)
{
    (void)state;
    union cell *room = NULL;
    struct table *table = table_new(schema());
    assert_null(table_column(table, PARCEL_AREA, &room));
    assert_int_equal(table_find(table, "P1"), -1);
    table_drop(table);
}

static void a_writer_takes_one_block_and_leaves_the_rest(void **state)
{
    (void)state;
    struct table *table = filled(ROWS, true);
    struct table *own = table_own(table_share(table));
    assert_ptr_not_equal(own, table);
    table_put(own, BLOCK + 1, PARCEL_AREA, value_area(7));

    assert_true(table_same_block(table, own, PARCEL_AREA, 0));
    assert_false(table_same_block(table, own, PARCEL_AREA, 1));
    assert_true(table_same_block(table, own, PARCEL_AREA, 2));
    assert_true(table_get(own, BLOCK + 1, PARCEL_AREA).whole == 7);
    assert_column(table, true);
    table_drop(own);
    table_drop(table);
}

static void a_table_of_ones_own_stays_the_same(void **state)
{
    (void)state;
    struct table *table = filled(3, false);
    assert_ptr_equal(table_own(table), table);
    table_drop(table);
}

static void a_new_field_is_not_known_anywhere(void **state)
{
    (void)state;
    struct err err;
    const struct field field = { .name = "x_soil",
                                 .kind = KIND_TEXT,
                                 .unit = "" };
    struct table *table = filled(ROWS, false);
    const struct schema *wide = schema_extend(schema(), &field, &err);
    assert_ok(wide != NULL);
    assert_ptr_equal(wide, schema_extend(schema(), &field, &err));
    table_extend(table, wide);
    for (int i = 0; i < ROWS; i++)
        assert_int_equal(table_get(table, i, PARCEL_NFIELDS).kind, KIND_NONE);
    assert_true(table_get(table, 9, PARCEL_AREA).whole == 9);
    table_drop(table);
}

static void removed_rows_are_neither_found_nor_counted(void **state)
{
    (void)state;
    struct table *table = filled(5, false);
    table_remove(table, 2);
    assert_int_equal(table_live(table), 4);
    assert_int_equal(table_rows(table), 5);
    assert_int_equal(table_find(table, "P2"), -1);
    assert_int_equal(table_add(table, intern("P2")), 5);
    assert_int_equal(table_find(table, "P2"), 5);
    table_drop(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_in_one_piece_is_not_copied),
        cmocka_unit_test(a_column_in_pieces_is_copied),
        cmocka_unit_test(an_empty_column_is_nothing),
        cmocka_unit_test(a_writer_takes_one_block_and_leaves_the_rest),
        cmocka_unit_test(a_table_of_ones_own_stays_the_same),
        cmocka_unit_test(a_new_field_is_not_known_anywhere),
        cmocka_unit_test(removed_rows_are_neither_found_nor_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
