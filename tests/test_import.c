/* Import through the door: all or nothing. */
#include "tests/import_world.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/io/import.h"
#include "core/io/refuse.h"
#include "core/model/model.h"

static struct value cell(int table, const char *key, int field)
{
    int row = plan_find(plan, table, key);
    assert_true(row >= 0);
    return plan_get(plan, table, row, field);
}

/* What was refused, as it is printed. */
static const char *refused(void)
{
    static char shown[8192];
    struct text out = TEXT_INIT;
    import_print(&result, IMPORT_PRINTED, &out);
    snprintf(shown, sizeof shown, "%s", out.bytes);
    text_release(&out);
    return shown;
}

static void rows_come_in_with_exact_values(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key,total_area,registered_capital,power_capacity\n"
                            "C2,16.46,593940000000,12.5\n"));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_TOTAL_AREA).whole, 1646000);
    assert_true(cell(CLUSTER, "C2", CLUSTER_CAPITAL).whole == 593940000000);
    assert_true(cell(CLUSTER, "C2", CLUSTER_POWER_CAPACITY).real == 12.5);
    assert_int_equal(result.added, 1);
}

static void units_in_headings_are_converted(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key;total_area [m2];registered_capital [tỷ đồng];"
                            "power_capacity [MW]\nC2;5399.8;28.29;1.5\n"));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_TOTAL_AREA).whole, 53998);
    assert_true(cell(CLUSTER, "C2", CLUSTER_CAPITAL).whole == 28290000000);
    assert_true(cell(CLUSTER, "C2", CLUSTER_POWER_CAPACITY).real == 1500);
}

static void blank_cells_stay_unknown(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key,unit,total_area,note\nC2,,,\"\"\n"));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_UNIT).kind, KIND_NONE);
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_TOTAL_AREA).kind, KIND_NONE);
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_NOTE).kind, KIND_NONE);
}

static void rows_of_blanks_are_passed_over(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key,note\nC2,x\n,\n , \n"));
    assert_int_equal(result.added, 1);
}

static void choices_and_flags_are_read_by_any_name(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key,state,wastewater_plant\nC2,Hoạt động,có\n"
                            "C3,operating,0\nC4,OPERATING,TRUE\n"
                            "C5,hoạt động,KHÔNG\n"));
    int same = (int)cell(CLUSTER, "C3", CLUSTER_STATE).whole;
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_STATE).whole, same);
    assert_int_equal(cell(CLUSTER, "C4", CLUSTER_STATE).whole, same);
    assert_int_equal(cell(CLUSTER, "C5", CLUSTER_STATE).whole, same);
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_WASTEWATER_PLANT).whole, 1);
    assert_int_equal(cell(CLUSTER, "C3", CLUSTER_WASTEWATER_PLANT).whole, 0);
}

static void choices_of_ones_own_are_read_in_any_letters(void **state)
{
    (void)state;
    static const char *const names[] = { "dry", "wet", NULL };
    const struct field own = {
        .name = "x_soil", .kind = KIND_CHOICE, .unit = "", .choices = names
    };
    assert_ok(plan_define(plan, CLUSTER, &own, &err));
    assert_ok(take(CLUSTER, "key,x_soil\nC2,WET\nC3,dry\n"));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_NFIELDS).whole, 1);
    assert_int_equal(cell(CLUSTER, "C3", CLUSTER_NFIELDS).whole, 0);
    assert_false(take(CLUSTER, "key,x_soil\nC4,icy\n"));
    assert_non_null(strstr(refused(), "x_soil cannot be 'icy'; it is one of: "
                                      "dry, wet"));
}

static void a_decimal_comma_is_read_when_declared(void **state)
{
    (void)state;
    const struct import_options options = { .decimal = DECIMAL_COMMA };
    assert_ok(
        take_with(CLUSTER, "key;total_area [m2]\nC2;104.368,5\n", &options));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_TOTAL_AREA).whole, 1043685);
}

static void an_undeclared_decimal_sign_is_refused_once(void **state)
{
    (void)state;
    const struct import_options options = { .file = "t.csv" };
    assert_false(take_with(CLUSTER,
                           "key,total_area,projects,registered_capital,"
                           "water_demand\nC2,16,3,,\nC3,1.234,4,,\n"
                           "C4,1.5,-1,1.000,0.5\nC5,,1.000,,\n",
                           &options));
    assert_non_null(strstr(refused(), "t.csv: line 3, column 2 (total_area), "
                                      "'1.234': it is not said whether"));
    assert_non_null(strstr(refused(), "--decimal comma"));
    assert_int_equal(result.nrefused, 2);
    assert_non_null(strstr(refused(), "line 4, column 3"));
}

static void references_may_point_down_the_file(void **state)
{
    (void)state;
    assert_ok(take(UNIT, "key,parent\nU2,U3\nU3,U1\n"));
    assert_int_equal(cell(UNIT, "U2", UNIT_PARENT).whole,
                     plan_find(plan, UNIT, "U3"));
}

static void a_reference_to_nothing_is_refused(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,unit\nC2,U9\n"));
    assert_int_equal(result.refused[0].line, 2);
    assert_int_equal(result.refused[0].column, 2);
    assert_string_equal(result.refused[0].value, "U9");
    assert_non_null(strstr(refused(), "U9"));
}

static void one_bad_cell_takes_back_everything(void **state)
{
    (void)state;
    uint64_t before = plan_revision(plan);
    assert_false(take(CLUSTER, "key,total_area\nC2,10\nC3,-5\nC4,20\n"));
    assert_true(plan_revision(plan) == before);
    assert_int_equal(plan_find(plan, CLUSTER, "C2"), -1);
    assert_int_equal(result.added, 0);
    assert_non_null(strstr(err.text, "t.csv: line 3, column 2 (total_area), "
                                     "'-5': "));
    assert_non_null(strstr(err.text, "nothing was taken"));
}

static void everything_refused_is_listed_in_one_pass(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,total_area,unit,projects,colour,note\n"
                               ",1,U1,1,x,n\n"
                               "C2,nan,U7,1.5,x,n\n"
                               "C3,1\n"
                               "C1,-1,U1,1,x,n\n"
                               "C4,\"1\n\",U1,1,x,ch\xF4\n"));
    static const int place[][2] = { { 1, 5 }, { 2, 1 }, { 3, 2 },
                                    { 3, 3 }, { 3, 4 }, { 4, 0 },
                                    { 5, 1 }, { 5, 2 }, { 7, 6 } };
    assert_int_equal(result.nrefused, 9);
    for (int i = 0; i < 9; i++) {
        assert_int_equal(result.refused[i].line, place[i][0]);
        assert_int_equal(result.refused[i].column, place[i][1]);
    }
}

static void unknown_columns_are_named_with_the_nearest_field(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,totl_area,industrial_aera\nC2,1,1\n"));
    assert_string_equal(
        refused(),
        "t.csv: line 1, column 2 (totl_area): cluster has no field "
        "'totl_area'; is 'total_area' meant?\n"
        "t.csv: line 1, column 3 (industrial_aera): cluster has no field "
        "'industrial_aera'; is 'industrial_area' meant?\n");
}

static void headings_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,note,Note\nC2,a,b\n"));
    assert_non_null(strstr(err.text, "column 2 holds note already"));
    assert_false(take(CLUSTER, "key,note,\nC2,a,b\n"));
    assert_non_null(strstr(err.text, "the column has no heading"));
    assert_false(take(CLUSTER, "note\na\n"));
    assert_non_null(strstr(err.text, "no column holds key"));
    assert_false(take(CLUSTER, "key,fill_rate\nC2,50\n"));
    assert_non_null(strstr(err.text, "fill_rate is calculated"));
    assert_false(take(CLUSTER, "zzz\nC2\n"));
    assert_non_null(strstr(refused(), "cluster has no field 'zzz'"));
}

static void a_wrong_separator_is_guessed_from_one_column(void **state)
{
    (void)state;
    const struct import_options comma = { .separator = ',' };
    assert_false(take_with(CLUSTER, "key;note\nC2;a\n", &comma));
    assert_non_null(strstr(refused(), "only one column is found; is the "
                                      "separator right?"));
}

static void what_is_refused_stands_in_the_order_of_the_file(void **state)
{
    (void)state;
    import_release(&result);
    refuse(&result, 3, 2, NULL,
           "\xC2\x90\xC2\xB0\xC2"
           "A\x7F",
           "b");
    refuse(&result, 2, 1, "area", NULL, "a");
    refuse(&result, 3, 1, NULL, NULL, "c");
    refuse(&result, 4, 0, NULL, NULL, "d");
    refuse_sort(&result);
    result.file = strcpy(malloc(6), "t.csv");
    assert_string_equal(refused(), "t.csv: line 2, column 1 (area): a\n"
                                   "t.csv: line 3, column 1: c\n"
                                   "t.csv: line 3, column 2, "
                                   "'?\x3F\xC2\xB0\xC2"
                                   "A?': b\n"
                                   "t.csv: line 4: d\n");
    char words[60];
    memset(words, '\x80', sizeof words - 1); /* no character begins here */
    words[sizeof words - 1] = '\0';
    import_release(&result);
    refuse(&result, 1, 1, NULL, words, "e");
    assert_string_equal(result.refused[0].value, "...");
}

static void a_key_stands_in_a_file_once(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key\nC2\nC2\n"));
    assert_non_null(strstr(err.text, "line 3, column 1 (key), 'C2': this key "
                                     "stands in the file already"));
    const struct import_options update = { .policy = IMPORT_UPDATE };
    assert_false(take_with(CLUSTER, "key\nC1\nC1\n", &update));
}

static void a_key_the_plan_has_is_refused_unless_declared(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,total_area\nC1,75\n"));
    assert_non_null(strstr(err.text, "the plan has this cluster already"));
    const struct import_options update = { .policy = IMPORT_UPDATE,
                                           .decimal = DECIMAL_POINT };
    assert_ok(take_with(CLUSTER, "key,total_area\nC1,75\n", &update));
    assert_int_equal(cell(CLUSTER, "C1", CLUSTER_TOTAL_AREA).whole, 7500000);
    assert_int_equal(result.updated, 1);
    assert_false(take_with(CLUSTER, "key\nC2\n", &update));
    assert_non_null(strstr(err.text, "the plan has no such cluster"));
    const struct import_options both = { .policy = IMPORT_BOTH };
    assert_ok(take_with(CLUSTER, "key,note\nC1,a\nC2,b\n", &both));
    assert_int_equal(result.added, 1);
    assert_int_equal(result.updated, 1);
}

static void a_policy_has_a_name(void **state)
{
    (void)state;
    enum import_policy policy = IMPORT_ADD;
    assert_ok(import_policy_named("both", &policy, &err));
    assert_int_equal(policy, IMPORT_BOTH);
    assert_false(import_policy_named("replace", &policy, &err));
    assert_string_equal(err.text,
                        "policy must be add, update or both, got 'replace'");
}

static void an_update_clears_cells_only_when_told(void **state)
{
    (void)state;
    struct import_options update = { .policy = IMPORT_UPDATE };
    assert_ok(take_with(CLUSTER, "key,total_area\nC1,\n", &update));
    assert_int_equal(cell(CLUSTER, "C1", CLUSTER_TOTAL_AREA).whole, 5000000);
    update.clear = true;
    assert_ok(take_with(CLUSTER, "key,total_area\nC1,\n", &update));
    assert_int_equal(cell(CLUSTER, "C1", CLUSTER_TOTAL_AREA).kind, KIND_NONE);
}

static void a_mapping_gives_headings_a_meaning(void **state)
{
    (void)state;
    static const struct import_heading headings[] = {
        { "Tên cụm", "key" }, { "DT", "total_area [m2]" }, { "STT", "" }
    };
    const struct import_options options = { .headings = headings,
                                            .nheadings = 3 };
    assert_ok(take_with(CLUSTER, "STT,tên cụm,dt\n1,C2,500000\n", &options));
    assert_int_equal(cell(CLUSTER, "C2", CLUSTER_TOTAL_AREA).whole, 5000000);
    assert_false(take_with(CLUSTER, "STT,tên cụm\n1,C3\n", &options));
    assert_non_null(strstr(err.text, "the file has no column 'DT'"));
}

static void the_list_is_cut_but_everything_is_counted(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    text_add(&text, "key,total_area\n");
    for (int i = 0; i < 1500; i++)
        text_add(&text, "N%d,x\n", i);
    assert_false(take(CLUSTER, text.bytes));
    text_release(&text);
    assert_int_equal(result.nrefused, 1500);
    assert_int_equal(result.nlisted, IMPORT_KEPT);
    assert_non_null(strstr(refused(), "and 1400 more\n"));
    assert_non_null(strstr(err.text, "refused in all: 1500"));
}

static void what_is_shown_is_short_and_safe_on_a_terminal(void **state)
{
    (void)state;
    assert_false(take(CLUSTER, "key,total_area,\x1B[2J\n"
                               "C2,\x1B]0;\xC2\x9B"
                               "3456789012345678901234567890ấấấấ,"
                               "\n"));
    assert_null(strchr(refused(), '\x1B'));
    assert_null(strstr(refused(), "\xC2\x9B"));
    assert_non_null(strstr(refused(), "ấ..."));
}

static void a_neutralised_formula_comes_back_as_it_was(void **state)
{
    (void)state;
    assert_ok(take(CLUSTER, "key,note\nC2,'=1+1\nC3,'quoted'\nC4,=1\n"));
    assert_string_equal(cell(CLUSTER, "C2", CLUSTER_NOTE).text, "=1+1");
    assert_string_equal(cell(CLUSTER, "C3", CLUSTER_NOTE).text, "'quoted'");
    assert_string_equal(cell(CLUSTER, "C4", CLUSTER_NOTE).text, "=1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_come_in_with_exact_values, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(units_in_headings_are_converted, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(blank_cells_stay_unknown, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(rows_of_blanks_are_passed_over, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(choices_and_flags_are_read_by_any_name,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            choices_of_ones_own_are_read_in_any_letters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_decimal_comma_is_read_when_declared,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            an_undeclared_decimal_sign_is_refused_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(references_may_point_down_the_file,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_reference_to_nothing_is_refused,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_bad_cell_takes_back_everything,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            everything_refused_is_listed_in_one_pass, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            unknown_columns_are_named_with_the_nearest_field, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(headings_that_do_not_fit_are_refused,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_wrong_separator_is_guessed_from_one_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_is_refused_stands_in_the_order_of_the_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_key_stands_in_a_file_once, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_key_the_plan_has_is_refused_unless_declared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_update_clears_cells_only_when_told,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mapping_gives_headings_a_meaning,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            the_list_is_cut_but_everything_is_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_is_shown_is_short_and_safe_on_a_terminal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_neutralised_formula_comes_back_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_policy_has_a_name, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
