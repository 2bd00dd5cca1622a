/* Numbers, units and headings of files: exact or refused. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/fold.h"
#include "core/io/heading.h"
#include "core/io/number.h"
#include "core/io/unit.h"

static void assert_begins(const char *text, const char *start)
{
    if (strncmp(text, start, strlen(start)) != 0)
        fail_msg("'%s' does not begin with '%s'", text, start);
}

/* The number as digits and tens, or the reason why it is none. */
static const char *number_of(const char *text, enum decimal decimal)
{
    static char shown[512];
    struct number number;
    struct err err;
    if (!number_read(text, decimal, &number, &err))
        return err.text[0] ? strcpy(shown, err.text) : "no reason";
    snprintf(shown, sizeof shown, "%s%llue%d", number.negative ? "-" : "",
             (unsigned long long)number.digits, number.tens);
    return shown;
}

static void a_point_is_decimal_when_declared(void **state)
{
    (void)state;
    assert_string_equal(number_of("1.234", DECIMAL_POINT), "1234e-3");
    assert_string_equal(number_of("-12.50", DECIMAL_POINT), "-125e-1");
    assert_string_equal(number_of("+007", DECIMAL_POINT), "7e0");
    assert_string_equal(number_of("1200", DECIMAL_POINT), "12e2");
    assert_string_equal(number_of(".5", DECIMAL_POINT), "5e-1");
    assert_string_equal(number_of("1e-7", DECIMAL_POINT), "1e-7");
    assert_string_equal(number_of("0.000", DECIMAL_POINT), "0e0");
}

static void a_comma_beside_a_decimal_point_is_refused(void **state)
{
    (void)state;
    const char *start = "with a decimal point, no comma may stand";
    assert_begins(number_of("1,234", DECIMAL_POINT), start);
    assert_begins(number_of("1,234.5", DECIMAL_POINT), start);
    assert_begins(number_of("1.234,5", DECIMAL_POINT), start);
}

static void a_comma_is_decimal_when_declared(void **state)
{
    (void)state;
    assert_string_equal(number_of("1,234", DECIMAL_COMMA), "1234e-3");
    assert_string_equal(number_of("1.234,5", DECIMAL_COMMA), "12345e-1");
    assert_string_equal(number_of("1.234", DECIMAL_COMMA), "1234e0");
    assert_string_equal(number_of("12.345.678", DECIMAL_COMMA), "12345678e0");
    assert_string_equal(number_of("1,5e3", DECIMAL_COMMA), "15e2");
    assert_string_equal(number_of("abc", DECIMAL_COMMA), "not a number");
    assert_string_equal(number_of("1,2,3", DECIMAL_COMMA), "not a number");
}

static void points_that_do_not_group_thousands_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = { "12.5",    "1.23",     "1.2345",
                                         "0.123",   "1234.567", "1.234.56",
                                         "1..234",  ".123",     "1.234.",
                                         "012.345", "1.234e5" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_begins(number_of(wrong[i], DECIMAL_COMMA),
                      "with a decimal comma, points must group thousands");
}

static void an_undeclared_sign_is_never_guessed(void **state)
{
    (void)state;
    assert_string_equal(number_of("1234", DECIMAL_UNDECLARED), "1234e0");
    static const char *const unclear[] = { "1.234", "1,234", "12.5", "0,5" };
    for (size_t i = 0; i < sizeof unclear / sizeof *unclear; i++)
        assert_begins(number_of(unclear[i], DECIMAL_UNDECLARED),
                      "it is not said whether the decimal sign");
    assert_non_null(strstr(number_of("1.5", DECIMAL_UNDECLARED), "--decimal"));
    assert_string_equal(number_of("a.b", DECIMAL_UNDECLARED), "not a number");
}

static void what_is_no_number_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",    "-",   "nan",   "NaN",   "inf",    "Infinity", "0x10",  "1e",
        "1e+", "e5",  "5.",    "1 234", " 1",     "1 ",       "--1",   "1-",
        "(5)", "50%", "1.2.3", "1e5.5", "\u0661", "٣",        "1_000", "1'000"
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(number_of(wrong[i], DECIMAL_POINT), "not a number");
    assert_string_equal(number_of("1,2 ha", DECIMAL_POINT), "not a number");
}

static void more_digits_than_fit_are_refused(void **state)
{
    (void)state;
    assert_string_equal(number_of("9999999999999999999", DECIMAL_POINT),
                        "9999999999999999999e0");
    assert_string_equal(number_of("12345678901234567891", DECIMAL_POINT),
                        "more than 19 digits");
    assert_string_equal(number_of("1.00000000000000000000", DECIMAL_POINT),
                        "1e0");
    assert_begins(number_of("0.12345678901234567891", DECIMAL_POINT),
                  "more than 19 digits");
    char zeros[101];
    memset(zeros, '0', 100); /* more than are looked at, whatever they are */
    zeros[100] = '\0';
    assert_string_equal(number_of(zeros, DECIMAL_POINT), "more than 19 digits");
}

static void a_decimal_sign_has_a_name(void **state)
{
    (void)state;
    struct err err;
    enum decimal decimal;
    assert_ok(decimal_named("point", &decimal, &err));
    assert_int_equal(decimal, DECIMAL_POINT);
    assert_ok(decimal_named("comma", &decimal, &err));
    assert_int_equal(decimal, DECIMAL_COMMA);
    assert_false(decimal_named(".", &decimal, &err));
    assert_string_equal(err.text, "decimal must be point or comma, got '.'");
}

static bool whole_of(const char *text, uint64_t times, int tens, int64_t *whole,
                     struct err *err)
{
    struct number number;
    return number_read(text, DECIMAL_POINT, &number, err) &&
           number_whole(&number, times, tens, "0.1 m²", whole, err);
}

static void areas_are_exact_to_the_tenth(void **state)
{
    (void)state;
    struct err err;
    int64_t tenths;
    assert_ok(whole_of("12.345", 1, 5, &tenths, &err)); /* ha */
    assert_int_equal(tenths, 1234500);
    assert_ok(whole_of("5399.8", 1, 1, &tenths, &err)); /* m2 */
    assert_int_equal(tenths, 53998);
    assert_ok(whole_of("-0.00001", 1, 5, &tenths, &err));
    assert_int_equal(tenths, -1);
    assert_ok(whole_of("120", 1, -1, &tenths, &err));
    assert_int_equal(tenths, 12);
    assert_ok(whole_of("0", 1, -4, &tenths, &err));
    assert_int_equal(tenths, 0);
    assert_ok(whole_of("0", 1, 30, &tenths, &err));
    assert_int_equal(tenths, 0);
}

static void what_is_finer_is_refused_not_rounded(void **state)
{
    (void)state;
    struct err err;
    int64_t tenths = 7;
    assert_false(whole_of("1.000001", 1, 5, &tenths, &err));
    assert_string_equal(err.text, "finer than 0.1 m², and nothing is rounded");
    assert_false(whole_of("5399.85", 1, 1, &tenths, &err));
    assert_int_equal(tenths, 7);
    assert_ok(whole_of("2.5", 864, -1, &tenths, &err)); /* l/s in m3/day */
    assert_int_equal(tenths, 216);
    struct number number;
    assert_ok(number_read("2.5", DECIMAL_POINT, &number, &err));
    assert_false(number_whole(&number, 1, 0, NULL, &tenths, &err));
    assert_string_equal(err.text, "not a whole number");
}

static void whole_numbers_have_the_range_of_64_bits(void **state)
{
    (void)state;
    struct err err;
    int64_t whole;
    assert_ok(whole_of("9223372036854775807", 1, 0, &whole, &err));
    assert_true(whole == INT64_MAX);
    assert_false(whole_of("9223372036854775808", 1, 0, &whole, &err));
    assert_string_equal(err.text, "too large");
    assert_false(whole_of("9999999999999999999", 864, 13, &whole, &err));
    assert_false(whole_of("1", 1, 5000, &whole, &err));
}

static void an_exponent_is_refused_where_digits_may_be_lost(void **state)
{
    (void)state;
    struct err err;
    int64_t whole;
    assert_false(whole_of("1.23457E+13", 1, 0, &whole, &err));
    assert_begins(err.text, "written with an exponent");
}

static double real_of(const char *text, uint64_t times, int tens)
{
    struct err err;
    struct number number;
    double real = NAN;
    assert_ok(number_read(text, DECIMAL_POINT, &number, &err));
    assert_ok(number_real(&number, times, tens, &real, &err));
    return real;
}

static void reals_are_rounded_once(void **state)
{
    (void)state;
    assert_true(real_of("0.1", 1, 0) == 0.1);
    assert_true(real_of("-2.5", 1, 0) == -2.5);
    assert_true(real_of("0", 864, -400) == 0);
    assert_true(real_of("123.456", 1, -3) == 0.123456);
    assert_true(real_of("2.5", 864, -1) == 216.0);
    assert_true(real_of("1.7976931348623157e308", 1, 0) ==
                1.7976931348623157e308);
    assert_true(real_of("5e-324", 1, 0) == 5e-324);
    assert_true(real_of("9007199254740993", 1, 0) == 9007199254740992.0);
}

static void reals_beyond_a_double_are_refused(void **state)
{
    (void)state;
    struct err err;
    double real;
    struct number number;
    assert_ok(number_read("1e400", DECIMAL_POINT, &number, &err));
    assert_false(number_real(&number, 1, 0, &real, &err));
    assert_string_equal(err.text, "too large");
    assert_ok(number_read("1e-400", DECIMAL_POINT, &number, &err));
    assert_false(number_real(&number, 1, 0, &real, &err));
    assert_ok(number_read("1e99999999999", DECIMAL_POINT, &number, &err));
    assert_false(number_real(&number, 1, 0, &real, &err));
}

/* Random decimal texts against the C library's own reading. */
static void reals_agree_with_the_c_library(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < 200000; i++) {
        char text[64];
        int whole = rand() % 1000000, places = rand() % 10;
        snprintf(text, sizeof text, "%d.%0*d%se%d", whole, places + 1,
                 rand() % 10, rand() % 2 ? "37" : "", rand() % 60 - 30);
        assert_true(real_of(text, 1, 0) == strtod(text, NULL));
    }
}

/* Units and headings. */

static void check_factor(const char *from, const char *to, int times, int tens)
{
    struct err err;
    struct factor factor;
    assert_ok(unit_factor(from, to, &factor, &err));
    assert_int_equal(factor.times, times);
    assert_int_equal(factor.tens, tens);
}

static void units_are_joined_by_exact_factors(void **state)
{
    (void)state;
    check_factor("m2", "ha", 1, -4);
    check_factor("km²", "ha", 1, 2);
    check_factor("nghìn đồng", "VND", 1, 3);
    check_factor("1.000 đồng", "VND", 1, 3);
    check_factor("Triệu đồng", "VND", 1, 6);
    check_factor("TỶ ĐỒNG", "VND", 1, 9);
    check_factor("tỉ đồng", "VND", 1, 9);
    check_factor("billion VND", "VND", 1, 9);
    check_factor("m", "km", 1, -3);
    check_factor("m³/ngày đêm", "m3/day", 1, 0);
    check_factor("l/s", "m3/day", 864, -1);
    check_factor("m3/h", "m3/day", 24, 0);
    check_factor("MW", "kW", 1, 3);
    check_factor("%", "%", 1, 0);
    check_factor("m3/ha/day", "m3/ha/day", 1, 0);
}

static void units_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    struct err err;
    struct factor factor;
    assert_false(unit_factor("kW", "ha", &factor, &err));
    assert_string_equal(err.text, "kW cannot be converted to ha");
    assert_false(unit_factor("sào", "ha", &factor, &err));
    assert_string_equal(err.text, "no unit of measure is called 'sào'");
    assert_false(unit_factor("m3/day", "m3/h", &factor, &err));
    assert_false(unit_factor("kW", "lots", &factor, &err));
    assert_string_equal(err.text, "kW cannot be converted to lots");
    assert_false(unit_factor("kW", "", &factor, &err));
    assert_string_equal(err.text,
                        "kW cannot be converted to a number without unit");
}

static void letters_compare_however_they_are_written(void **state)
{
    (void)state;
    assert_true(fold_same("  Diện \n TÍCH ", "diện tích"));
    assert_true(fold_same("ĐẤT Ở ƯƠNG", "đất ở ương"));
    assert_true(fold_same("a\u0323\u0302", "\u1ead"));
    assert_true(fold_same("\u00e2\u0323", "\u1ead"));
    assert_true(fold_same("\u00ea\u0301", "\u1ebf"));
    assert_true(fold_same("o\u031b\u0301", "\u1edb"));
    assert_false(fold_same("đất", "dất"));
    assert_false(fold_same("dat", "đất"));
    assert_false(fold_same("tỷ", "tỉ"));
    assert_true(fold_same("a\u0306\u0301", "ắ"));
    assert_true(fold_same("\u00a0a\u00a0 b\v", "A B"));
    assert_true(fold_same("Ŋ Ŷ Ķ", "ŋ ŷ ķ"));
}

static void letters_of_others_stay_as_they_are(void **state)
{
    (void)state;
    static const char *const alone[] = { "×", "中文",    "\U0001F3ED", "\u1f00",
                                         "ſ", "đ\u0302", "ab\u0302",   "\1",
                                         "ĸ", "\u2010" };
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        struct text out = TEXT_INIT;
        fold_add(alone[i], &out);
        assert_string_equal(out.bytes, alone[i]);
        text_release(&out);
    }
    assert_true(fold_same("\xFF", "\uFFFD")); /* what is no character */
}

static void a_name_typed_without_its_marks_is_near(void **state)
{
    (void)state;
    struct text plain = TEXT_INIT;
    fold_plain(" Đầm  HỒNG a\u0323\u0302 \u01af \xff", &plain);
    assert_string_equal(plain.bytes, "dam hong a u \uFFFD");
    text_release(&plain);
}

static struct value not_known(const struct plan *plan, int row)
{
    (void)plan;
    (void)row;
    return value_none();
}

static const struct field fields[] = {
    { .name = "key", .kind = KIND_TEXT, .unit = "", .en = "Lot", .vi = "Lô" },
    { .name = "area",
      .kind = KIND_AREA,
      .unit = "ha",
      .en = "Area",
      .vi = "Diện tích",
      .aliases = "khu đất|land" },
    { .name = "price",
      .kind = KIND_MONEY,
      .unit = "VND",
      .en = "Price",
      .vi = "Giá",
      .aliases = "cost" },
    { .name = "fee",
      .kind = KIND_MONEY,
      .unit = "VND",
      .en = "Fee",
      .vi = "Phí",
      .aliases = "cost" },
    { .name = "power",
      .kind = KIND_REAL,
      .unit = "kW",
      .en = "Power",
      .vi = "Điện" },
    { .name = "fill",
      .kind = KIND_REAL,
      .unit = "%",
      .en = "Fill rate",
      .vi = "Tỷ lệ lấp đầy",
      .derive = not_known },
    { .name = "trees", .kind = KIND_WHOLE, .unit = "", .en = "Trees" },
};

static const struct schema lots = {
    .name = "lot", .plural = "lots", .field = fields, .nfields = 7
};

static void check_heading(const char *text, int field, int tens)
{
    struct err err;
    struct heading heading;
    assert_ok(heading_read(&lots, text, &heading, &err));
    assert_int_equal(heading.field, field);
    assert_int_equal(heading.factor.times, 1);
    assert_int_equal(heading.factor.tens, tens);
}

static void a_heading_is_a_name_a_label_or_an_alias(void **state)
{
    (void)state;
    check_heading("area", 1, 5);
    check_heading(" AREA ", 1, 5);
    check_heading("diện tích", 1, 5);
    check_heading("Land", 1, 5);
    check_heading("Khu Đất [m2]", 1, 1);
    check_heading("Giá [triệu đồng]", 2, 6);
    check_heading("power [MW]", 4, 3);
    check_heading("lô", 0, 0);
    check_heading("lot", 0, 0);
    check_heading("trees", 6, 0);
}

static const char *heading_error(const char *text)
{
    static struct err err;
    struct heading heading;
    assert_false(heading_read(&lots, text, &heading, &err));
    return err.text;
}

static void a_heading_that_means_nothing_is_refused(void **state)
{
    (void)state;
    assert_string_equal(heading_error("arae"),
                        "lot has no field 'arae'; is 'area' meant?");
    assert_string_equal(heading_error("Diện tích đ"),
                        "lot has no field 'Diện tích đ'; is 'area' meant?");
    assert_string_equal(heading_error("zzzzzz"),
                        "lot has no field 'zzzzzz'; rename the column or take "
                        "it out; ccn describe md lists the fields");
    assert_begins(heading_error("cost"), "'cost' may be price or fee");
    assert_string_equal(heading_error("fill"),
                        "fill is calculated; leave this column out");
    assert_string_equal(heading_error("area [kW]"),
                        "area: kW cannot be converted to ha");
    assert_begins(heading_error("key [m2]"), "key has no unit");
    assert_begins(heading_error("fe"),
                  "lot has no field 'fe'; is 'fee' meant?");
    assert_begins(heading_error("fil"),
                  "lot has no field 'fil'; rename the column");
    assert_begins(heading_error("area]"), "lot has no field 'area]'");
    assert_begins(heading_error("  "), "lot has no field ''");
}

/* As those that analysts add. */
static void a_field_without_labels_has_its_name(void **state)
{
    (void)state;
    static const struct field field = { .name = "x_depth",
                                        .kind = KIND_REAL,
                                        .unit = "m" };
    static const struct schema wells = {
        .name = "well", .plural = "wells", .field = &field, .nfields = 1
    };
    struct err err;
    struct heading heading;
    assert_ok(heading_read(&wells, "X_Depth [km]", &heading, &err));
    assert_int_equal(heading.factor.tens, 3);
    assert_false(heading_read(&wells, "x_deph", &heading, &err));
    assert_string_equal(err.text,
                        "well has no field 'x_deph'; is 'x_depth' meant?");
}

static void a_written_heading_is_read_back(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    heading_write(&fields[1], &out);
    assert_string_equal(out.bytes, "area [ha]");
    check_heading(out.bytes, 1, 5);
    for (int i = 0; i < 2; i++) {
        text_clear(&out);
        heading_write(&fields[i ? 6 : 0], &out);
        assert_string_equal(out.bytes, i ? "trees" : "key");
    }
    text_release(&out);
}

/* As lists in spreadsheets often write it. */
static void a_unit_may_stand_in_round_brackets(void **state)
{
    (void)state;
    check_heading("area (ha)", 1, 5);
    assert_begins(heading_error("area (kW)"), "lot has no field");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_is_decimal_when_declared),
        cmocka_unit_test(a_comma_beside_a_decimal_point_is_refused),
        cmocka_unit_test(a_comma_is_decimal_when_declared),
        cmocka_unit_test(points_that_do_not_group_thousands_are_refused),
        cmocka_unit_test(an_undeclared_sign_is_never_guessed),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(more_digits_than_fit_are_refused),
        cmocka_unit_test(areas_are_exact_to_the_tenth),
        cmocka_unit_test(what_is_finer_is_refused_not_rounded),
        cmocka_unit_test(whole_numbers_have_the_range_of_64_bits),
        cmocka_unit_test(an_exponent_is_refused_where_digits_may_be_lost),
        cmocka_unit_test(reals_are_rounded_once),
        cmocka_unit_test(reals_beyond_a_double_are_refused),
        cmocka_unit_test(a_decimal_sign_has_a_name),
        cmocka_unit_test(letters_of_others_stay_as_they_are),
        cmocka_unit_test(reals_agree_with_the_c_library),
        cmocka_unit_test(units_are_joined_by_exact_factors),
        cmocka_unit_test(units_that_do_not_fit_are_refused),
        cmocka_unit_test(letters_compare_however_they_are_written),
        cmocka_unit_test(a_name_typed_without_its_marks_is_near),
        cmocka_unit_test(a_heading_is_a_name_a_label_or_an_alias),
        cmocka_unit_test(a_heading_that_means_nothing_is_refused),
        cmocka_unit_test(a_field_without_labels_has_its_name),
        cmocka_unit_test(a_written_heading_is_read_back),
        cmocka_unit_test(a_unit_may_stand_in_round_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
