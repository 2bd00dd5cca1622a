/* Every text has a translation that can stand in its place. */
#include "test.h"

#include <ctype.h>
#include <string.h>

#include "core/base/say.h"

/* The next conversion of a printf format, from its letter backwards to the
 * length: "ld", "s".  Width and precision may differ, unless they are *.
 * Returns where to go on, or NULL at the end. */
static const char *conversion(const char *format, char out[16])
{
    format = strchr(format, '%');
    if (!format)
        return NULL;
    size_t flags = strspn(++format, "-+ #0123456789.'");
    size_t length = strspn(format + flags, "*hljztL.0123456789");
    assert_in_range(length, 0, 12);
    snprintf(out, 16, "%.*s", (int)length + 1, format + flags);
    return format + flags + length + 1;
}

static void assert_same_arguments(const char *english, const char *vietnamese)
{
    const char *a = english, *b = vietnamese;
    for (;;) {
        char of_a[16] = "", of_b[16] = "";
        a = conversion(a, of_a);
        b = conversion(b, of_b);
        if (strcmp(of_a, of_b) != 0)
            fail_msg("'%s' and '%s' take different arguments", english,
                     vietnamese);
        if (!a || !b)
            return;
    }
}

static void a_translation_takes_the_arguments_of_its_text(void **state)
{
    (void)state;
    for (int i = 0; say_table[i]; i += 2)
        assert_same_arguments(say_table[i], say_table[i + 1]);
}

static void no_text_is_translated_twice(void **state)
{
    (void)state;
    for (int i = 0; say_table[i]; i += 2) {
        for (int j = i + 2; say_table[j]; j += 2) {
            if (strcmp(say_table[i], say_table[j]) == 0)
                fail_msg("'%s' has two translations", say_table[i]);
        }
    }
}

/* Whether anything is said beside the conversions. */
static bool has_words(const char *format)
{
    char skipped[16];
    while (format && *format) {
        size_t before = strcspn(format, "%");
        for (size_t i = 0; i < before; i++) {
            if (isalpha((unsigned char)format[i]))
                return true;
        }
        format = conversion(format, skipped);
    }
    return false;
}

static void no_translation_is_empty_or_left_in_english(void **state)
{
    (void)state;
    for (int i = 0; say_table[i]; i += 2) {
        assert_string_not_equal(say_table[i + 1], "");
        if (has_words(say_table[i]) &&
            strcmp(say_table[i], say_table[i + 1]) == 0)
            fail_msg("'%s' is not translated", say_table[i]);
    }
}

/* An error is one line without a full stop; other texts may have both. */
static void both_end_alike(void **state)
{
    (void)state;
    for (int i = 0; say_table[i]; i += 2) {
        const char *a = say_table[i], *b = say_table[i + 1];
        bool line_a = *a && a[strlen(a) - 1] == '\n';
        bool line_b = *b && b[strlen(b) - 1] == '\n';
        if (line_a != line_b)
            fail_msg("'%s' ends a line in one language only", a);
    }
}

static void vietnamese_is_chosen_by_the_beginning_of_a_name(void **state)
{
    (void)state;
    say_choose("vi_VN.UTF-8");
    assert_int_equal(say_language(), LANGUAGE_VI);
    assert_string_equal(say(say_table[0]), say_table[1]);
    say_choose("en_GB.UTF-8");
    assert_string_equal(say(say_table[0]), say_table[0]);
    say_choose(NULL);
    assert_int_equal(say_language(), LANGUAGE_EN);
}

static void a_text_without_translation_stays_english(void **state)
{
    (void)state;
    say_choose("vi");
    assert_string_equal(say("no such entry"), "no such entry");
    say_choose("en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_translation_takes_the_arguments_of_its_text),
        cmocka_unit_test(no_text_is_translated_twice),
        cmocka_unit_test(no_translation_is_empty_or_left_in_english),
        cmocka_unit_test(both_end_alike),
        cmocka_unit_test(vietnamese_is_chosen_by_the_beginning_of_a_name),
        cmocka_unit_test(a_text_without_translation_stays_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
