/* Reading CSV: exact or refused; and whole files. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/io/csv.h"
#include "core/io/file.h"

/* The rows of a CSV as one text: cells in <>, rows ended by |, a row that is
 * refused as !line.column; for a file refused at its headings only that. */
static char *read_as(const char *bytes, size_t size, char separator)
{
    static char shown[4096];
    struct csv csv;
    struct err err;
    struct text out = TEXT_INIT;
    if (!csv_open(&csv, bytes, size, separator, &err)) {
        snprintf(shown, sizeof shown, "!%d.%d %s", csv.bad_line, csv.bad_column,
                 err.text);
        return shown;
    }
    for (int i = 0; i < csv.ncolumns; i++)
        text_add(&out, "<%s>", csv.heading[i]);
    enum csv_got got;
    while ((got = csv_next(&csv, &err)) != CSV_END) {
        text_add(&out, "|");
        for (int i = 0; got == CSV_ROW && i < csv.ncolumns; i++)
            text_add(&out, "<%s>", csv.cell[i]);
        if (got == CSV_BAD)
            text_add(&out, "!%d.%d %s", csv.bad_line, csv.bad_column, err.text);
    }
    snprintf(shown, sizeof shown, "%s", out.bytes);
    text_release(&out);
    csv_close(&csv);
    return shown;
}

static char *rows_of(const char *text)
{
    return read_as(text, strlen(text), 0);
}

static void assert_begins(const char *text, const char *start)
{
    if (strncmp(text, start, strlen(start)) != 0)
        fail_msg("'%s' does not begin with '%s'", text, start);
}

static void cells_and_rows_are_read(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n1,2\n3,4\n"), "<a><b>|<1><2>|<3><4>");
}

static void the_last_line_needs_no_end(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n1,2"), "<a><b>|<1><2>");
    assert_string_equal(rows_of("a,b\n1,"), "<a><b>|<1><>");
}

static void windows_line_ends_are_read(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\r\n1,2\r\n"), "<a><b>|<1><2>");
}

static void a_byte_order_mark_is_no_part_of_the_heading(void **state)
{
    (void)state;
    assert_string_equal(rows_of("\xEF\xBB\xBF"
                                "a,b\n1,2"),
                        "<a><b>|<1><2>");
}

static void the_separator_is_found_in_the_first_line(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n1,5;2"), "<a><b>|<1,5><2>");
    assert_string_equal(rows_of("a\tb\n1,5\t2;3"), "<a><b>|<1,5><2;3>");
    assert_string_equal(rows_of("\"a,x\";b\n1;2"), "<a,x><b>|<1><2>");
    assert_string_equal(rows_of("\n\r\na;b\n1;2"), "<a><b>|<1><2>");
}

static void two_possible_separators_are_refused(void **state)
{
    (void)state;
    assert_begins(rows_of("a;b,c\n1;2"), "!1.0 the first line has several of");
    const char *text = "a;b,c\n1;2";
    assert_string_equal(read_as(text, strlen(text), ';'), "<a><b,c>|<1><2>");
}

static void quotes_hold_separators_quotes_and_line_ends(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n\"x,y\",\"say \"\"no\"\"\"\n"),
                        "<a><b>|<x,y><say \"no\">");
    assert_string_equal(rows_of("a,b\n\"x\r\ny\nz\",2\n3,4"),
                        "<a><b>|<x\r\ny\nz><2>|<3><4>");
    assert_string_equal(rows_of("a\n\"Đầm, Hồng\"\n"), "<a>|<Đầm, Hồng>");
}

static void blanks_count_inside_quotes_only(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a, b\n  1\t,\" 2 \"\n  ,\" \""),
                        "<a><b>|<1>< 2 >|<>< >");
}

static void empty_lines_are_passed_over(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n\n1,2\n\n\r\n"), "<a><b>|<1><2>");
    assert_string_equal(rows_of("a\n\n\"\"\n1"), "<a>|<>|<1>");
}

static void ragged_rows_are_refused_one_by_one(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n1\n1,2\n1,2,3"),
                        "<a><b>|!2.0 expected 2 cells, got 1|<1><2>"
                        "|!4.0 expected 2 cells, got 3");
}

static void line_numbers_are_those_of_an_editor(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n\"1\n2\n3\",2\n\n1\n1,2"),
                        "<a><b>|<1\n2\n3><2>|!6.0 expected 2 cells, got 1"
                        "|<1><2>");
}

static void a_stray_quote_is_refused_where_it_stands(void **state)
{
    (void)state;
    assert_begins(rows_of("a,b\n1,5\" pipe\n3,4"),
                  "<a><b>|!2.2 a quote inside a cell without quotes");
    assert_non_null(strstr(rows_of("a,b\n1,5\" pipe\n3,4"), "|<3><4>"));
}

static void text_behind_a_closing_quote_is_refused(void **state)
{
    (void)state;
    const char *shown = rows_of("a,b\n\"1\" x,2\n3,4");
    assert_begins(shown, "<a><b>|!2.1 text behind a closing quote");
    assert_non_null(strstr(shown, "|<3><4>"));
    shown = rows_of("a,b\n\"1\"ô\"\r,2\n3,4");
    assert_begins(shown, "<a><b>|!2.1 text behind a closing quote");
    assert_non_null(strstr(shown, "|<3><4>"));
}

/* Only what is wrong first is said, with its place. */
static void the_first_thing_wrong_with_a_row_is_named(void **state)
{
    (void)state;
    assert_begins(rows_of("a,b\n\xFF,\"2"), "<a><b>|!2.1 byte 0xFF");
    struct csv csv;
    struct err err;
    struct text text = TEXT_INIT;
    text_add(&text, "a,b\n\xFF,");
    for (int i = 0; i <= CSV_CELL_MOST; i++)
        text_put(&text, "x", 1);
    assert_ok(csv_open(&csv, text.bytes, text.size, 0, &err));
    assert_int_equal(csv_next(&csv, &err), CSV_BAD);
    assert_int_equal(csv.bad_column, 1);
    assert_begins(err.text, "byte 0xFF");
    csv_close(&csv);
    text_release(&text);
}

static void a_quote_never_closed_is_refused_where_it_opens(void **state)
{
    (void)state;
    assert_begins(rows_of("a,b\n1,2\n3,\"4\n5,6\n"),
                  "<a><b>|<1><2>|!3.2 a quote is opened here");
}

static void bytes_that_are_not_utf8_are_named(void **state)
{
    (void)state;
    assert_begins(rows_of("a,b\n1,C\xF4m\n3,4"),
                  "<a><b>|!2.2 byte 0xF4 (number 8 of the file) is not UTF-8");
    assert_non_null(strstr(rows_of("a,b\n1,C\xF4m"), "TCVN3"));
    assert_begins(rows_of("t\xEAn,b\n"), "!1.1 byte 0xEA (number 2");
    assert_begins(rows_of("a\n\xC0\xAF\n"), "<a>|!2.1 byte 0xC0");
    assert_begins(rows_of("a\n\xED\xA0\x80\n"), "<a>|!2.1 byte 0xED");
}

static void utf16_and_workbooks_are_named(void **state)
{
    (void)state;
    assert_begins(read_as("\xFF\xFE"
                          "a\0,\0",
                          6, 0),
                  "!1.1 the file is UTF-16");
    assert_begins(read_as("\xFE\xFF\0a", 4, 0), "!1.1 the file is UTF-16");
    assert_begins(rows_of("PK\3\4xx"), "!1.1 the file is a workbook");
    assert_begins(rows_of("\xD0\xCF\x11\xE0xx"), "!1.1 the file is a workbook");
}

static void a_zero_byte_is_refused(void **state)
{
    (void)state;
    assert_begins(read_as("a,b\n1,\0\n3,4", 11, 0), "<a><b>|!2.2 a zero byte");
    assert_begins(read_as("a\0;b\n", 5, 0), "!1.1 a zero byte");
}

static void a_lone_carriage_return_is_refused(void **state)
{
    (void)state;
    assert_begins(rows_of("a,b\r1,2\r3,4"), "!1.2 a line ends with CR alone");
    assert_begins(rows_of("a,b\n1,2\r3,4\n5,6"), "<a><b>|!2.2 a line ends");
}

static void an_empty_file_is_refused(void **state)
{
    (void)state;
    assert_string_equal(rows_of(""), "!1.0 the file is empty");
    assert_string_equal(rows_of("\xEF\xBB\xBF"), "!1.0 the file is empty");
    assert_begins(rows_of("\n\n"), "!3.0 the file is empty");
}

static void a_file_of_headings_has_no_rows(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a,b\n"), "<a><b>");
}

/* "a,b\n", a cell of so many x, and an ordinary row. */
static char *with_long_cell(size_t size, bool quoted)
{
    struct text text = TEXT_INIT;
    text_add(&text, "a,b\n1,%s", quoted ? "\"" : "");
    for (size_t i = 0; i < size; i++)
        text_put(&text, "x", 1);
    text_add(&text, "%s\n3,4\n", quoted ? "\"" : "");
    return text.bytes;
}

static void check_long_cell(size_t size, bool quoted, const char *start)
{
    struct csv csv;
    struct err err = { .text = "" };
    char *bytes = with_long_cell(size, quoted);
    assert_ok(csv_open(&csv, bytes, strlen(bytes), 0, &err));
    enum csv_got want = *start ? CSV_BAD : CSV_ROW;
    assert_int_equal(csv_next(&csv, &err), want);
    assert_begins(err.text, start);
    assert_int_equal(csv_next(&csv, &err), CSV_ROW);
    assert_string_equal(csv.cell[0], "3");
    csv_close(&csv);
    free(bytes);
}

static void a_cell_has_a_limit_that_is_named(void **state)
{
    (void)state;
    check_long_cell(CSV_CELL_MOST, false, "");
    check_long_cell(CSV_CELL_MOST, true, "");
    check_long_cell(CSV_CELL_MOST + 1, false, "a cell holds at most 524288");
    check_long_cell(1000000, true, "a cell holds at most 524288 bytes");
}

static void a_row_has_a_limit_of_cells(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    for (int i = 0; i < CSV_COLUMNS_MOST; i++)
        text_add(&text, "c%d,", i);
    text_add(&text, "last\n");
    assert_begins(rows_of(text.bytes), "!1.0 a row holds at most 1024 cells");
    text.bytes[0] = '\xFF';
    assert_begins(rows_of(text.bytes), "!1.1 byte 0xFF");
    text_release(&text);
}

static void a_separator_has_names(void **state)
{
    (void)state;
    assert_int_equal(csv_separator_named("semicolon"), ';');
    assert_int_equal(csv_separator_named(","), ',');
    assert_int_equal(csv_separator_named("tab"), '\t');
    assert_int_equal(csv_separator_named("x"), 0);
}

static const char *place_of(const char *text)
{
    static struct err err;
    struct csv csv;
    if (csv_open(&csv, text, strlen(text), 0, &err)) {
        assert_int_equal(csv_next(&csv, &err), CSV_BAD);
        csv_place(&csv, &err);
        csv_close(&csv);
    } else {
        csv_place(&csv, &err);
    }
    return err.text;
}

static void an_error_is_put_in_its_place(void **state)
{
    (void)state;
    assert_begins(place_of("a,b\n1,\"2"), "line 2, column 2 (b): a quote is");
    assert_begins(place_of("a,b\n1"), "line 2: expected 2 cells");
    assert_begins(place_of("a\rb"), "line 1, column 1: a line ends with CR");
}

static void reading_can_begin_again(void **state)
{
    (void)state;
    struct csv csv;
    struct err err;
    assert_ok(csv_open(&csv, "a\n1\n\"2\n\"\n3", 11, 0, &err));
    while (csv_next(&csv, &err) != CSV_END)
        continue;
    csv_rewind(&csv);
    assert_int_equal(csv_next(&csv, &err), CSV_ROW);
    assert_string_equal(csv.cell[0], "1");
    assert_int_equal(csv.line, 2);
    csv_close(&csv);
}

/* Files. */

static void files_that_cannot_be_read_are_named(void **state)
{
    (void)state;
    struct err err;
    struct text out = TEXT_INIT;
    assert_false(file_load("no/such.csv", FILE_MOST, &out, &err));
    assert_string_equal(err.text, "there is no file 'no/such.csv'");
    assert_false(file_load("/", FILE_MOST, &out, &err));
    assert_string_equal(err.text, "'/' is no file");
    assert_false(file_load("/dev/zero", FILE_MOST, &out, &err));
    assert_int_equal(out.size, 0);
    assert_false(file_load("/dev/null/a.csv", FILE_MOST, &out, &err));
    assert_string_equal(err.text,
                        "cannot read '/dev/null/a.csv': Not a directory");
}

static void a_file_is_saved_whole_and_has_a_limit(void **state)
{
    (void)state;
    struct err err;
    struct text out = TEXT_INIT;
    char folder[256], path[300];
    const char *build = getenv("BUILD");
    snprintf(folder, sizeof folder, "%s/csv_XXXXXX", build ? build : "build");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.csv", folder);
    assert_ok(file_save(path, "abc", 3, &err));
    assert_ok(file_save(path, "abcdef", 6, &err));
    assert_false(file_load(path, 5, &out, &err));
    assert_int_equal(out.size, 0);
    assert_ok(file_load(path, 6, &out, &err));
    assert_string_equal(out.bytes, "abcdef");
    assert_ok(file_load(path, 6, &out, &err)); /* goes behind what is there */
    assert_string_equal(out.bytes, "abcdefabcdef");
    assert_false(file_load("no/such.csv", 6, &out, &err));
    assert_int_equal(out.size, 12);
    assert_false(file_save("/no/such/folder/a", "a", 1, &err));
    assert_string_equal(err.text, "cannot write '/no/such/folder/a': "
                                  "No such file or directory");
    assert_false(file_save(folder, "a", 1, &err));
    assert_non_null(strstr(err.text, "' is no file"));
    text_release(&out);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_and_rows_are_read),
        cmocka_unit_test(the_last_line_needs_no_end),
        cmocka_unit_test(windows_line_ends_are_read),
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_heading),
        cmocka_unit_test(the_separator_is_found_in_the_first_line),
        cmocka_unit_test(two_possible_separators_are_refused),
        cmocka_unit_test(quotes_hold_separators_quotes_and_line_ends),
        cmocka_unit_test(blanks_count_inside_quotes_only),
        cmocka_unit_test(empty_lines_are_passed_over),
        cmocka_unit_test(ragged_rows_are_refused_one_by_one),
        cmocka_unit_test(line_numbers_are_those_of_an_editor),
        cmocka_unit_test(a_stray_quote_is_refused_where_it_stands),
        cmocka_unit_test(text_behind_a_closing_quote_is_refused),
        cmocka_unit_test(the_first_thing_wrong_with_a_row_is_named),
        cmocka_unit_test(a_quote_never_closed_is_refused_where_it_opens),
        cmocka_unit_test(bytes_that_are_not_utf8_are_named),
        cmocka_unit_test(utf16_and_workbooks_are_named),
        cmocka_unit_test(a_zero_byte_is_refused),
        cmocka_unit_test(a_lone_carriage_return_is_refused),
        cmocka_unit_test(an_empty_file_is_refused),
        cmocka_unit_test(a_file_of_headings_has_no_rows),
        cmocka_unit_test(a_cell_has_a_limit_that_is_named),
        cmocka_unit_test(a_row_has_a_limit_of_cells),
        cmocka_unit_test(reading_can_begin_again),
        cmocka_unit_test(files_that_cannot_be_read_are_named),
        cmocka_unit_test(a_file_is_saved_whole_and_has_a_limit),
        cmocka_unit_test(a_separator_has_names),
        cmocka_unit_test(an_error_is_put_in_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
