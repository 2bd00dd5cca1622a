#include "test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"

static void nothing_is_found_before_anything_is_kept(void **state)
{
    (void)state;
    assert_null(intern_find("area"));
}

/* Among so many some have the same hash of 32 bits. */
static void texts_that_hash_alike_stay_apart(void **state)
{
    (void)state;
    enum { MANY = 300000 };
    char text[24];
    const char **kept = calloc(MANY, sizeof *kept);
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "%d%s", i * 7, i % 2 ? " of these" : "");
        kept[i] = intern(text);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "%d%s", i * 7, i % 2 ? " of these" : "");
        assert_string_equal(kept[i], text);
        assert_ptr_equal(intern_find(text), kept[i]);
        assert_ptr_equal(intern(text), kept[i]);
    }
    free((void *)kept);
}

static void a_text_may_be_as_long_as_it_likes(void **state)
{
    (void)state;
    enum { LONG = 3000000 };
    char *text = calloc(LONG + 1, 1);
    memset(text, 'x', LONG);
    const char *kept = intern(text);
    text[0] = 'y';
    assert_ptr_not_equal(intern(text), kept);
    text[0] = 'x';
    assert_ptr_equal(intern(text), kept);
    assert_int_equal(intern_size(kept), LONG);
    free(text);
}

static void equal_texts_are_one(void **state)
{
    (void)state;
    char a[] = "Âu Lâu", b[] = "Âu Lâu";
    assert_ptr_equal(intern(a), intern(b));
    assert_ptr_not_equal(intern("a"), intern("b"));
    assert_int_equal(intern_size(intern("Âu")), 3);
    assert_null(intern(NULL));
}

static void looking_up_keeps_nothing(void **state)
{
    (void)state;
    assert_null(intern_find("never seen before"));
    assert_null(intern_find("never seen before"));
    const char *now = intern("now");
    assert_ptr_equal(now, intern_find("now"));
}

static void bytes_may_hold_zeros(void **state)
{
    (void)state;
    const char *a = intern_bytes("a\0b", 3), *c = intern_bytes("a\0c", 3);
    assert_ptr_not_equal(a, c);
    assert_ptr_equal(a, intern_bytes("a\0b", 3));
    assert_int_equal(intern_size(a), 3);
}

static void days_count_from_1970_and_come_back(void **state)
{
    (void)state;
    int64_t days;
    char text[11];
    assert_true(date_parse("1970-01-01", &days) && days == 0);
    assert_true(date_parse("2026-09-15", &days) && days == 20711);
    assert_true(date_parse("0001-01-01", &days) && days == -719162);
    for (int64_t day = -700000; day < 2900000; day += 37) {
        date_format(day, text);
        assert_true(date_parse(text, &days) && days == day);
    }
}

static void days_that_are_not_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "2026-02-29", "2026-13-01", "2026-00-10",  "2026-1-1",   "15/9/2026",
        "2026-09-31", "0000-01-01", "2026-09-15 ", "2026-09-00", "2026/09/15"
    };
    int64_t days;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_parse(bad[i], &days));
    assert_true(date_parse("2024-02-29", &days));
}

static void a_number_comes_back_to_the_bit(void **state)
{
    (void)state;
    const double numbers[] = { 0,     0.1,    1.0 / 3, 106284.4,
                               1e300, 5e-324, -2.5,    42911261351.0 };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char text[32];
        double back;
        text_number(numbers[i], text);
        assert_true(text_to_number(text, &back));
        assert_true(back == numbers[i]);
    }
    static const char *const written[] = { "+5", "-.5E+1", "5e-1", "5.",
                                           "7E2" };
    static const double meant[] = { 5, -5, 0.5, 5, 700 };
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        double back = 0;
        assert_true(text_to_number(written[i], &back));
        assert_true(back == meant[i]);
    }
    char text[32];
    text_number(0.1, text);
    assert_string_equal(text, "0.1");
    text_number(NAN, text);
    assert_string_equal(text, "nan");
}

static void what_is_no_number_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = { "",    " 1",    "1 ",  "1,5",
                                       "nan", "inf",   "0x1", "1e",
                                       ".e5", "-",     "1.x", "1e5x",
                                       ".",   "1.2.3", "--1", "1e999" };
    double number;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(text_to_number(bad[i], &number));
}

static void width_counts_columns_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(text_width("Đầm Hồng"), 8);
    assert_int_equal(text_width("a\xCC\x81"), 1); /* a and combining acute */
    assert_int_equal(text_width("中"), 2);
    assert_int_equal(text_width("\u200b\u200d\ufeff\u20dd\u0300"), 0);
    assert_int_equal(text_width("\u1100\ua000\uac00\uf900\uff01"), 10);
    assert_int_equal(text_width("\U0001F3ED"), 2);
    assert_int_equal(text_width("\u0370\u200c\u2010\u2100\u1200"), 5);
    assert_int_equal(text_width("\ua4d0\ud7b0\ufb00\uff61\U0001FB00"), 5);
    assert_int_equal(text_width("\xFF"
                                "a"),
                     2); /* a byte is a column */
    assert_int_equal(text_width(""), 0);
}

static void bad_utf8_has_no_size(void **state)
{
    (void)state;
    assert_int_equal(text_utf8("\xC0\x80", 2), 0);     /* overlong */
    assert_int_equal(text_utf8("\xED\xA0\x80", 3), 0); /* surrogate */
    assert_int_equal(text_utf8("\xF4\x90\x80\x80", 4), 0);
    assert_int_equal(text_utf8("\xE1\xBA", 2), 0); /* cut off */
    static const struct {
        const char *bytes;
        size_t left;
    } bad[] = { { "", 0 },
                { "\x80", 1 },
                { "\xC3", 1 },
                { "\xC3x", 2 },
                { "\xE0\x9F\xBF", 3 }, /* overlong */
                { "\xE1x\xBA", 3 },
                { "\xE1\xBAx", 3 },
                { "\xF0\x8F\xBF\xBF", 4 }, /* overlong */
                { "\xF0\x9F\x8F", 3 },
                { "\xF0x\x8F\xAD", 4 },
                { "\xF0\x9Fx\xAD", 4 },
                { "\xF0\x9F\x8Fx", 4 },
                { "\xF5\x80\x80\x80", 4 } };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(text_utf8(bad[i].bytes, bad[i].left), 0);
    assert_int_equal(text_utf8("ầ", 3), 3);
    assert_int_equal(text_utf8("\u0800", 3), 3);
    assert_int_equal(text_utf8("\uD7FF", 3), 3);
    assert_int_equal(text_utf8("\U0001F3ED", 4), 4);
    assert_int_equal(text_utf8("\U0010FFFF", 4), 4);
}

static void an_error_reads_from_place_to_cause(void **state)
{
    (void)state;
    struct err err;
    assert_false(err_set(&err, ERR_TYPE, "%s must be a number", "area"));
    assert_false(err_in(&err, "line %d", 7));
    assert_string_equal(err.text, "line 7: area must be a number");
}

static void two_neighbours_swapped_are_one_step(void **state)
{
    (void)state;
    assert_int_equal(text_distance("fork", "frok"), 1);
    assert_int_equal(text_distance("fork", "rfok"), 2);
    assert_int_equal(text_distance("ca", "abc"), 3);
    assert_int_equal(text_distance("ab", "ba"), 1);
    assert_int_equal(text_distance("abc", "xay"), 3);
    assert_int_equal(text_distance("aab", "axa"), 2);
}

static void a_long_error_is_cut_between_characters(void **state)
{
    (void)state;
    struct err err;
    char text[2000];
    for (size_t i = 0; i + 3 < sizeof text; i += 3)
        memcpy(text + i, "ầ", 4);
    char tails[600]; /* of characters that never began */
    memset(tails, '\x80', sizeof tails);
    err_set(&err, ERR_TYPE, "%.*s", (int)sizeof tails, tails);
    assert_int_equal(strlen(err.text), sizeof err.text - 1);
    for (int shift = 0; shift < 3; shift++) {
        err_set(&err, ERR_TYPE, "%.*s%s", shift, "ab", text);
        const char *at = err.text;
        while (*at) {
            int size = text_utf8(at, strlen(at));
            assert_true(size > 0);
            at += size;
        }
    }
}

static void a_text_is_said_in_the_language_chosen(void **state)
{
    (void)state;
    say_choose("vi_VN.UTF-8");
    assert_string_equal(say("%s must be a number"), "%s phải là một số");
    assert_string_equal(say("what has no translation"),
                        "what has no translation");
    assert_string_not_equal(err_system(ENOENT), "No such file or directory");
    assert_string_equal(err_system(ENOTTY), strerror(ENOTTY));
    say_choose("en_GB");
    assert_string_equal(err_system(ENOENT), "No such file or directory");
    say_choose("vi");
    say_choose(NULL);
    assert_string_equal(say("%s must be a number"), "%s must be a number");
}

static void distance_counts_steps(void **state)
{
    (void)state;
    assert_int_equal(text_distance("aeras", "area"), 2);
    assert_int_equal(text_distance("", "abc"), 3);
    assert_int_equal(text_distance("Area", "area"), 0);
    char words[66];
    memset(words, 'x', 65);
    words[65] = '\0';
    assert_int_equal(text_distance(words, "x"), 64); /* too long to look at */
    assert_int_equal(text_distance("x", words), 64);
}

/* The nearest of a list that ends with NULL. */
static const char *nearest_of(const char *name, const char *const *list)
{
    struct nearest nearest = nearest_to(name);
    while (*list)
        nearest_try(&nearest, *list++);
    return nearest.best;
}

static void a_beginning_is_nearer_than_a_slip(void **state)
{
    (void)state;
    const char *const options[] = { "read", "threads", NULL };
    assert_string_equal(nearest_of("thread", options), "threads");
    assert_string_equal(nearest_of("raed", options), "read");
    assert_string_equal(nearest_of("threads_most", options), "threads");
}

static void marks_do_not_count_for_what_is_near(void **state)
{
    (void)state;
    const char *const keys[] = { "Âu Lâu", "Báo Đáp", "Đầm Hồng", NULL };
    assert_string_equal(nearest_of("Dam Hong", keys), "Đầm Hồng");
    assert_string_equal(nearest_of("bao dap", keys), "Báo Đáp");
    assert_string_equal(nearest_of("A\u0302u La\u0302u", keys), "Âu Lâu");
}

static void what_has_nothing_in_common_is_not_near(void **state)
{
    (void)state;
    const char *const keys[] = { "A", "B", "", NULL };
    char longer[200];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_null(nearest_of("x", keys));
    assert_null(nearest_of("", keys));
    assert_null(nearest_of(longer, keys));
    assert_string_equal(nearest_of("a", keys), "A");
}

static void of_two_as_near_the_one_as_long_is_meant(void **state)
{
    (void)state;
    const char *const names[] = { "aread", "arex", "area", NULL };
    assert_string_equal(nearest_of("aera", names), "area");
    const char *const same[] = { "b2", "b1", NULL };
    assert_string_equal(nearest_of("b3", same), "b1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_beginning_is_nearer_than_a_slip),
        cmocka_unit_test(marks_do_not_count_for_what_is_near),
        cmocka_unit_test(what_has_nothing_in_common_is_not_near),
        cmocka_unit_test(of_two_as_near_the_one_as_long_is_meant),
        cmocka_unit_test(nothing_is_found_before_anything_is_kept),
        cmocka_unit_test(equal_texts_are_one),
        cmocka_unit_test(texts_that_hash_alike_stay_apart),
        cmocka_unit_test(a_text_may_be_as_long_as_it_likes),
        cmocka_unit_test(looking_up_keeps_nothing),
        cmocka_unit_test(bytes_may_hold_zeros),
        cmocka_unit_test(days_count_from_1970_and_come_back),
        cmocka_unit_test(days_that_are_not_are_refused),
        cmocka_unit_test(a_number_comes_back_to_the_bit),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(width_counts_columns_not_bytes),
        cmocka_unit_test(bad_utf8_has_no_size),
        cmocka_unit_test(an_error_reads_from_place_to_cause),
        cmocka_unit_test(a_long_error_is_cut_between_characters),
        cmocka_unit_test(a_text_is_said_in_the_language_chosen),
        cmocka_unit_test(distance_counts_steps),
        cmocka_unit_test(two_neighbours_swapped_are_one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
