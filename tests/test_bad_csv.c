/* Bad input: every file of tests/bad is refused as it says. */
#include "tests/import_world.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/io/csv.h"
#include "core/io/file.h"
#include "core/io/import.h"
#include "core/model/model.h"

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

/* tests/bad: files that must be refused, and tests/bad/expected.csv, which
 * says for each the table, the declared decimal sign, where and why. */

static void check_bad(const char *const want[])
{
    enum { FILE_NAME, TABLE, DECIMAL, LINE, COLUMN, COUNT, REASON };
    struct text bytes = TEXT_INIT;
    char path[256];
    snprintf(path, sizeof path, "tests/bad/%s", want[FILE_NAME]);
    assert_ok(file_load(path, FILE_MOST, &bytes, &err));

    struct import_options options = { .file = want[FILE_NAME] };
    if (*want[DECIMAL])
        assert_ok(decimal_named(want[DECIMAL], &options.decimal, &err));
    int table = plan_table_named(plan, want[TABLE]);
    uint64_t before = plan_revision(plan);
    import_release(&result);
    if (import_csv(plan, table, &bytes, &options, &result, &err))
        fail_msg("%s was taken", want[FILE_NAME]);
    assert_true(plan_revision(plan) == before);
    const struct refusal *first = &result.refused[0];
    if (first->line != atoi(want[LINE]) ||
        first->column != atoi(want[COLUMN]) ||
        result.nrefused != atoi(want[COUNT]) ||
        !strstr(first->reason, want[REASON]))
        fail_msg("%s", refused());
    text_release(&bytes);
}

static void every_bad_file_is_refused_as_it_says(void **state)
{
    (void)state;
    struct text bytes = TEXT_INIT;
    struct csv csv;
    int n = 0;
    assert_ok(file_load("tests/bad/expected.csv", FILE_MOST, &bytes, &err));
    assert_ok(csv_open(&csv, bytes.bytes, bytes.size, ',', &err));
    enum csv_got got;
    for (; (got = csv_next(&csv, &err)) != CSV_END; n++) {
        assert_int_equal(got, CSV_ROW);
        check_bad(csv.cell);
    }
    assert_true(n >= 30);
    csv_close(&csv);
    text_release(&bytes);
}

static void a_million_characters_in_a_cell_are_refused(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    text_add(&text, "key,note\nC2,");
    for (int i = 0; i < 1000000; i++)
        text_put(&text, "x", 1);
    assert_false(take(CLUSTER, text.bytes));
    assert_non_null(strstr(err.text, "line 2, column 2 (note): a cell holds "
                                     "at most 524288 bytes"));
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_bad_file_is_refused_as_it_says,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_million_characters_in_a_cell_are_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
