/* Export, and the way there and back. */
#include "tests/import_world.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/data/change.h"
#include "core/io/csv.h"
#include "core/io/export.h"
#include "core/io/import.h"
#include "core/model/model.h"

/* Texts in cells. */

static const char *cell_of(const char *words)
{
    static char shown[256];
    struct text out = TEXT_INIT;
    export_text(words, ',', &out);
    snprintf(shown, sizeof shown, "%s", out.bytes);
    text_release(&out);
    return shown;
}

static void a_formula_is_neutralised_in_a_way_that_can_be_undone(void **state)
{
    (void)state;
    assert_string_equal(cell_of("=1+1"), "'=1+1");
    assert_string_equal(cell_of("+84 20"), "'+84 20");
    assert_string_equal(cell_of("-x"), "'-x");
    assert_string_equal(cell_of("@a"), "'@a");
    assert_string_equal(cell_of("\ta"), "'\ta");
    assert_string_equal(cell_of("\ra"), "\"'\ra\"");
    assert_string_equal(cell_of("\uff1dx"), "'\uff1dx");
    assert_string_equal(cell_of("'=1"), "''=1");
    assert_string_equal(cell_of("'quoted'"), "'quoted'");
    static const char *const words[] = { "=1", "'=1", "''=1", "'a", "a", "'" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_string_equal(export_plain(cell_of(words[i])), words[i]);
}

static void a_cell_is_quoted_only_where_it_must_be(void **state)
{
    (void)state;
    assert_string_equal(cell_of("a b"), "a b");
    assert_string_equal(cell_of("a,b"), "\"a,b\"");
    assert_string_equal(cell_of("a \"b\""), "\"a \"\"b\"\"\"");
    assert_string_equal(cell_of(" a"), "\" a\"");
    assert_string_equal(cell_of("a\nb"), "\"a\nb\"");
}

static void a_table_is_exported_with_names_and_units(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    const struct export_form form = { .separator = ';',
                                      .decimal = DECIMAL_COMMA,
                                      .bom = true };
    assert_ok(take(PHASE, "key,cluster,total_area,cost\nC1/1,C1,12.5,7\n"));
    assert_ok(export_table(plan, PHASE, &form, &out, &err));
    assert_non_null(strstr(out.bytes, "\xEF\xBB\xBFkey;cluster;number;"
                                      "total_area [ha];"));
    assert_non_null(strstr(out.bytes, "\nC1/1;C1;;12,5;"));
    text_release(&out);
}

static void fields_of_the_analyst_go_out_and_come_in(void **state)
{
    (void)state;
    static const char *const names[] = { "=loud", "still", NULL };
    const struct field noise = { .name = "x_noise",
                                 .kind = KIND_CHOICE,
                                 .unit = "",
                                 .en = "Noise",
                                 .vi = "Tiếng ồn",
                                 .doc = "Noise",
                                 .choices = names };
    const struct field depth = { .name = "x_depth",
                                 .kind = KIND_REAL,
                                 .unit = "m",
                                 .en = "Depth",
                                 .vi = "Độ sâu",
                                 .doc = "Depth" };
    struct text out = TEXT_INIT;
    const struct export_form form = { 0 };
    assert_ok(plan_define(plan, CLUSTER, &noise, &err));
    assert_ok(plan_define(plan, CLUSTER, &depth, &err));
    struct plan *base = plan_fork(plan, "base");
    assert_ok(take(CLUSTER, "key,tiếng ồn,x_depth [km]\nC2,'=loud,0.0015\n"
                            "C3,still,-0.002\n"));
    assert_ok(export_table(plan, CLUSTER, &form, &out, &err));
    assert_non_null(strstr(out.bytes, ",x_noise,x_depth [m]\n"));
    assert_non_null(strstr(out.bytes, ",'=loud,1.5\n"));
    assert_non_null(strstr(out.bytes, ",still,-2\n"));

    const struct import_options options = { .policy = IMPORT_BOTH,
                                            .decimal = DECIMAL_POINT };
    import_release(&result);
    assert_ok(import_csv(base, CLUSTER, &out, &options, &result, &err));
    struct changes *list = changes_between(plan, base);
    assert_int_equal(list->n, 0);
    changes_free(list);
    plan_free(base);
    text_release(&out);
}

static void a_removed_row_is_not_exported(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    const struct export_form form = { 0 };
    assert_ok(take(CLUSTER, "key\nC2\nC3\n"));
    int row = plan_find(plan, CLUSTER, "C2");
    assert_ok(plan_remove(plan, CLUSTER, row, &err));
    assert_ok(export_table(plan, CLUSTER, &form, &out, &err));
    assert_null(strstr(out.bytes, "C2"));
    assert_non_null(strstr(out.bytes, "\nC3,"));
    text_release(&out);
}

static void a_text_too_long_for_a_cell_is_not_exported(void **state)
{
    (void)state;
    struct text text = TEXT_INIT, out = TEXT_INIT;
    for (int i = 0; i <= CSV_CELL_MOST; i++)
        text_put(&text, "x", 1);
    int row = plan_find(plan, CLUSTER, "C1");
    assert_ok(plan_set(plan, CLUSTER, row, CLUSTER_NOTE, value_text(text.bytes),
                       &err));
    const struct export_form form = { 0 };
    assert_false(export_table(plan, CLUSTER, &form, &out, &err));
    assert_int_equal(out.size, 0);
    assert_non_null(strstr(err.text, "cluster 'C1': note has more than"));
    text_release(&text);
    text_release(&out);
}

/* Random tables, written and read back. */

static unsigned pick(unsigned below)
{
    static uint64_t seed = 88172645463325252u; /* xorshift64 */
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed >> 32) % below;
}

static const char *random_words(void)
{
    static const char *const parts[] = {
        "a",      " ",      "\"",         ",",   ";", "\t", "\n",
        "\r",     "\r\n",   "=",          "'",   "-", "+",  "@",
        "ấ",      "Âu Lâu", "1.5",        "1,5", "|", "\\", "\x01",
        "\u00a0", "\uff1d", "\U0001F600", "'=",  "#", "0"
    };
    static char words[256];
    words[0] = '\0';
    for (unsigned i = 0, n = 1 + pick(6); i < n; i++)
        strcat(words, parts[pick(sizeof parts / sizeof *parts)]);
    return words;
}

static double random_real(void)
{
    static const double nice[] = { 0.1, 1e-7, 123456.789, 1e15, 100, 1.0 / 3 };
    if (pick(2))
        return nice[pick(6)];
    union {
        uint64_t bits;
        double real;
    } any = { .bits = (uint64_t)pick(UINT32_MAX) << 32 | pick(UINT32_MAX) };
    return any.real;
}

static struct value random_value(const struct field *field)
{
    static char wkt[80];
    int64_t whole = (int64_t)pick(1000000) * (pick(4) ? 1 : 1000000007);
    switch (field->kind) {
    case KIND_REAL:
        return value_real(random_real());
    case KIND_WHOLE:
        return value_whole(field->max > 0 ? (int64_t)field->max - pick(30)
                                          : whole);
    case KIND_MONEY:
        return value_money(whole);
    case KIND_AREA:
        return value_area(whole % 100000000);
    case KIND_CHOICE:
        return value_text(field->choices[0]);
    case KIND_DATE:
        return value_date(pick(40000));
    case KIND_FLAG:
        return value_flag(pick(2));
    case KIND_SHAPE:
        snprintf(wkt, sizeof wkt, "POINT (%.17g %.17g)",
                 104 + pick(999999) / 1e6, 21 + pick(999999) / 7e5);
        return value_text(wkt);
    case KIND_REF:
        return value_text(field->refers == UNIT + 1 ? "U1" : "C1");
    default:
        return value_text(random_words());
    }
}

/* Whatever the door refuses stays unknown. */
static void fill_randomly(struct plan *into, int table)
{
    const struct schema *schema = plan_schema(into, table);
    for (unsigned i = 0, n = pick(12); i < n; i++) {
        int row = plan_add_key(into, table, random_words(), &err);
        for (int f = 1; row >= 0 && f < schema->nfields; f++) {
            if (pick(4) && !field_calculated(&schema->field[f]))
                plan_set(into, table, row, f, random_value(&schema->field[f]),
                         &err);
        }
    }
}

static void check_round_trip(int table, const struct export_form *form)
{
    struct plan *full = plan_fork(plan, "full");
    struct plan *back = plan_fork(plan, "back");
    struct text out = TEXT_INIT, again = TEXT_INIT;
    fill_randomly(full, table);
    assert_ok(export_table(full, table, form, &out, &err));

    const struct import_options options = { .file = "t.csv",
                                            .policy = IMPORT_BOTH,
                                            .decimal = form->decimal };
    import_release(&result);
    assert_ok(import_csv(back, table, &out, &options, &result, &err));
    assert_int_equal(result.separator, form->separator);
    struct changes *list = changes_between(full, back);
    assert_int_equal(list->n, 0);
    changes_free(list);
    assert_ok(export_table(back, table, form, &again, &err));
    assert_string_equal(out.bytes, again.bytes);

    text_release(&out);
    text_release(&again);
    plan_free(full);
    plan_free(back);
}

static void random_tables_are_read_back_to_the_bit(void **state)
{
    (void)state;
    static const int tables[] = { CLUSTER, ENTERPRISE, PHASE, UNIT };
    const char *rounds = getenv("CCN_ROUNDS");
    for (int i = 0, n = rounds ? atoi(rounds) : 3000; i < n; i++) {
        const struct export_form form = {
            .separator = ",;\t"[i % 3],
            .decimal = pick(2) ? DECIMAL_POINT : DECIMAL_COMMA,
            .bom = pick(2),
        };
        check_round_trip(tables[pick(4)], &form);
    }
}

/* Bytes at random must be refused or taken, and never more than that. */
static void damaged_files_are_refused_or_taken_whole(void **state)
{
    (void)state;
    static const char whole[] = "key,total_area,unit,note\nC2,1.5,U1,\"a,b\"\n"
                                "C3,2,U1,c\nC4,3,,\"d\"\"e\"\n";
    for (int i = 0; i < 20000; i++) {
        char text[sizeof whole];
        memcpy(text, whole, sizeof whole);
        for (unsigned k = 0; k < 1 + pick(3); k++)
            text[pick(sizeof whole - 1)] = "\",;\n\r\xC3\xA1x1'="[pick(12)];
        struct plan *base = plan;
        plan = plan_fork(base, "try");
        uint64_t before = plan_revision(plan);
        bool good = take(CLUSTER, text);
        assert_true(good == (result.nrefused == 0));
        assert_true(good || plan_revision(plan) == before);
        plan_free(plan);
        plan = base;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_table_is_exported_with_names_and_units, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_text_too_long_for_a_cell_is_not_exported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(random_tables_are_read_back_to_the_bit,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            damaged_files_are_refused_or_taken_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_removed_row_is_not_exported, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_formula_is_neutralised_in_a_way_that_can_be_undone, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(a_cell_is_quoted_only_where_it_must_be,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            fields_of_the_analyst_go_out_and_come_in, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
