/* Every field of the model keeps the promises of core/data/field.h.  A new
 * entry in a .def file is tested here without a new line of test. */
#include "test.h"

#include <ctype.h>
#include <string.h>

#include "core/base/text.h"
#include "core/data/accept.h"
#include "core/model/model.h"

#define say_where(schema, field, promise)                                      \
    fail_msg("%s.%s: %s", (schema)->name, (field)->name, promise)

/* Run a check on every field; the message of a failure names the field. */
#define each_field(schema, field)                                              \
    for (int t_ = 0; t_ < MODEL_TABLES; t_++)                                  \
        for (const struct schema *schema = model_schema[t_]; schema;           \
             schema = NULL)                                                    \
            for (const struct field *field = schema->field;                    \
                 field < schema->field + schema->nfields; field++)

static bool is_name(const char *text)
{
    if (!islower((unsigned char)*text))
        return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") ==
           strlen(text);
}

/* A text for people: something, without blanks around it or a full stop. */
static bool is_label(const char *text)
{
    if (!text || !*text || isspace((unsigned char)*text))
        return false;
    char last = text[strlen(text) - 1];
    return last != '.' && !isspace((unsigned char)last);
}

static bool is_number(const struct field *field)
{
    return field->kind == KIND_REAL || field->kind == KIND_WHOLE ||
           field->kind == KIND_MONEY || field->kind == KIND_AREA;
}

static int count(const char *const *names)
{
    int n = 0;
    while (names && names[n])
        n++;
    return n;
}

static void every_table_has_its_names(void **state)
{
    (void)state;
    for (int t = 0; t < MODEL_TABLES; t++) {
        const struct schema *schema = model_schema[t];
        assert_true(is_name(schema->name));
        assert_true(is_name(schema->plural));
        assert_string_not_equal(schema->name, schema->plural);
        assert_true(is_label(schema->en));
        assert_true(is_label(schema->vi));
        assert_true(is_label(schema->doc));
        assert_in_range(schema->nfields, 1, FIELDS_MAX);
        for (int other = 0; other < t; other++) {
            assert_string_not_equal(schema->name, model_schema[other]->name);
            assert_string_not_equal(schema->plural,
                                    model_schema[other]->plural);
        }
    }
}

static void the_first_field_is_the_key(void **state)
{
    (void)state;
    for (int t = 0; t < MODEL_TABLES; t++) {
        assert_string_equal(model_schema[t]->field[0].name, "key");
        assert_int_equal(model_schema[t]->field[0].kind, KIND_TEXT);
    }
}

static void every_field_has_a_name_of_its_own(void **state)
{
    (void)state;
    each_field (schema, field) {
        if (!is_name(field->name))
            say_where(schema, field, "no name");
        if (strncmp(field->name, "x_", 2) == 0)
            say_where(schema, field, "x_ is for fields of analysts");
        if (schema_field(schema, field->name) != field - schema->field)
            say_where(schema, field, "the name stands twice");
    }
}

static void every_field_is_described_in_both_languages(void **state)
{
    (void)state;
    each_field (schema, field) {
        if (!is_label(field->doc))
            say_where(schema, field, "no doc, or one with a full stop");
        if (!is_label(field->en) || !is_label(field->vi))
            say_where(schema, field, "a label is missing");
    }
}

static void only_numbers_have_units_and_limits(void **state)
{
    (void)state;
    each_field (schema, field) {
        if (!field->unit)
            say_where(schema, field, "unit is NULL");
        if (!is_number(field) && (*field->unit || field->min < field->max))
            say_where(schema, field, "a unit or limits, but no number");
        if (field->min > field->max)
            say_where(schema, field, "limits the wrong way round");
    }
}

static void areas_and_money_say_their_unit(void **state)
{
    (void)state;
    each_field (schema, field) {
        bool ha_or_m2 =
            strcmp(field->unit, "ha") == 0 || strcmp(field->unit, "m2") == 0;
        if (field->kind == KIND_AREA && !ha_or_m2)
            say_where(schema, field, "an area is in ha or m2");
        if (field->kind == KIND_MONEY && strcmp(field->unit, "VND") != 0)
            say_where(schema, field, "money is in VND");
    }
}

static void stored_quantities_have_limits(void **state)
{
    (void)state;
    each_field (schema, field) {
        bool bare = field->kind == KIND_REAL && !*field->unit;
        if (is_number(field) && !bare && !field_calculated(field) &&
            !(field->min < field->max))
            say_where(schema, field, "any number would be plausible");
    }
}

static void choices_are_distinct_and_translated(void **state)
{
    (void)state;
    each_field (schema, field) {
        if ((field->kind == KIND_CHOICE) != (count(field->choices) > 1))
            say_where(schema, field, "a choice needs choices");
        if (field->choices_vi &&
            count(field->choices) != count(field->choices_vi))
            say_where(schema, field, "not each choice is in Vietnamese");
        for (int i = 0; i < count(field->choices); i++) {
            for (int j = 0; j < i; j++) {
                if (strcmp(field->choices[i], field->choices[j]) == 0)
                    say_where(schema, field, "a choice stands twice");
            }
        }
    }
}

static void references_lead_to_a_table(void **state)
{
    (void)state;
    each_field (schema, field) {
        bool may = field->kind == KIND_REF || field->kind == KIND_SET;
        if (field->refers && !may)
            say_where(schema, field, "refers, but is no reference");
        if (field->kind == KIND_REF && !field->refers)
            say_where(schema, field, "a reference to no table");
        if (field->refers < 0 || field->refers > MODEL_TABLES)
            say_where(schema, field, "refers to a table that is not there");
    }
}

static void check_total(int table, const struct schema *schema,
                        const struct field *field)
{
    const struct total *total = field->total;
    assert_in_range(total->table, 0, MODEL_TABLES - 1);
    const struct schema *from = model_schema[total->table];
    int by = schema_field(from, total->by);
    if (by < 0 || from->field[by].kind != KIND_REF ||
        from->field[by].refers != table + 1)
        say_where(schema, field, "the total's link does not lead here");
    if (!total->what) {
        assert_int_equal(field->kind, KIND_WHOLE);
        return;
    }
    int what = schema_field(from, total->what);
    if (what < 0 || from->field[what].kind != field->kind ||
        field_calculated(&from->field[what]))
        say_where(schema, field, "the total's summand is of another kind");
    if (field->kind == KIND_REAL)
        say_where(schema, field, "a total of reals is not exact");
}

static void totals_add_up_what_is_there(void **state)
{
    (void)state;
    for (int t = 0; t < MODEL_TABLES; t++) {
        for (int i = 0; i < model_schema[t]->nfields; i++) {
            const struct field *field = &model_schema[t]->field[i];
            if (field->derive && field->total)
                say_where(model_schema[t], field, "calculated in two ways");
            if (field->total)
                check_total(t, model_schema[t], field);
        }
    }
}

/* Whether a heading is one of aliases, which | separates. */
static bool among(const char *heading, const char *aliases)
{
    size_t size = strlen(heading);
    for (const char *at = aliases; at && *at;) {
        size_t length = strcspn(at, "|");
        if (length == size && strncmp(at, heading, size) == 0)
            return true;
        at += length + (at[length] == '|');
    }
    return false;
}

static bool known_as(const struct field *field, const char *heading)
{
    return strcmp(field->name, heading) == 0 ||
           strcmp(field->en, heading) == 0 || strcmp(field->vi, heading) == 0 ||
           among(heading, field->aliases);
}

static void a_heading_names_one_field(void **state)
{
    (void)state;
    each_field (schema, field) {
        for (const struct field *other = schema->field; other < field;
             other++) {
            if (known_as(other, field->en) || known_as(other, field->vi))
                say_where(schema, field, "another field has its label");
            if (other->aliases && among(field->name, other->aliases))
                say_where(schema, field, "is an alias of another field");
        }
    }
}

static void check_aliases(const struct schema *schema,
                          const struct field *field)
{
    char alias[200];
    for (const char *at = field->aliases; at && *at;) {
        size_t length = strcspn(at, "|");
        assert_in_range(length, 1, sizeof alias - 1);
        snprintf(alias, sizeof alias, "%.*s", (int)length, at);
        for (int i = 0; i < schema->nfields; i++) {
            if (&schema->field[i] != field &&
                known_as(&schema->field[i], alias))
                say_where(schema, field, "an alias belongs to two fields");
        }
        at += length + (at[length] == '|');
    }
}

static void an_alias_belongs_to_one_field(void **state)
{
    (void)state;
    each_field (schema, field)
        check_aliases(schema, field);
}

static void a_rule_is_named_by_its_id(void **state)
{
    (void)state;
    const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    each_field (schema, field) {
        if (field->rule && strspn(field->rule, letters) != strlen(field->rule))
            say_where(schema, field, "rule is no id");
    }
}

/* The error names the field, so that the line in a report can be found. */
static void a_wrong_value_is_refused_by_name(void **state)
{
    (void)state;
    each_field (schema, field) {
        struct err err = { .code = ERR_NONE };
        struct value value = { .kind = KINDS };
        if (field_accept(field, &value, &err))
            say_where(schema, field, "takes anything");
        if (!strstr(err.text, field->name))
            say_where(schema, field, err.text);
    }
}

static void limits_hold_at_both_ends(void **state)
{
    (void)state;
    struct err err;
    each_field (schema, field) {
        if (!(field->min < field->max) || field_calculated(field))
            continue;
        struct value low = value_real(field->min);
        struct value high = value_real(field->max);
        double step = fmax(1, field->max * 1e-6);
        struct value under = value_real(field->min - step);
        struct value over = value_real(field->max + step);
        if (!field_accept(field, &low, &err) ||
            !field_accept(field, &high, &err))
            say_where(schema, field, err.text);
        if (field_accept(field, &under, &err) ||
            field_accept(field, &over, &err))
            say_where(schema, field, "takes what is outside its limits");
        assert_int_equal(err.code, ERR_RANGE);
    }
}

/* What a field of a kind makes of a value, as text; else why it refuses. */
static const char *taken(enum kind kind, struct value value)
{
    static const char *const names[] = { "one", "two", NULL };
    static struct err err;
    static struct text out = TEXT_INIT;
    const struct field field = { .name = "f",
                                 .kind = kind,
                                 .unit = kind == KIND_AREA ? "m2" : "",
                                 .choices = names,
                                 .choices_vi = NULL };
    text_release(&out);
    if (!field_accept(&field, &value, &err))
        return err.text;
    field_text(&field, value, &out);
    return out.bytes;
}

static void a_flag_is_a_word_or_a_number(void **state)
{
    (void)state;
    static const char *const words[] = { "false", "no",  "không", "0",
                                         "true",  "yes", "có",    "1" };
    const char *no = taken(KIND_FLAG, value_whole(0));
    char written[16];
    snprintf(written, sizeof written, "%s", no);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(
            strcmp(taken(KIND_FLAG, value_text(words[i])), written) == 0,
            i < 4);
    const char *why = "f must be true or false";
    assert_string_equal(taken(KIND_FLAG, value_text("maybe")), why);
    assert_string_equal(taken(KIND_FLAG, value_whole(2)), why);
    assert_string_equal(taken(KIND_FLAG, value_real(0.5)), why);
}

static void numbers_have_the_range_of_their_kind(void **state)
{
    (void)state;
    const struct value least = value_whole(INT64_MIN);
    struct value money = value_money(INT64_MIN), area = value_area(INT64_MIN);
    assert_string_equal(taken(KIND_WHOLE, least), "f must be a whole number");
    assert_string_equal(taken(KIND_WHOLE, value_real(1e19)),
                        "f must be a whole number");
    assert_string_equal(taken(KIND_MONEY, money), "f must be whole VND");
    const char *why = "f must be an area in m2";
    assert_string_equal(taken(KIND_AREA, area), why);
    assert_string_equal(taken(KIND_AREA, value_real(1e15)), why);
    assert_string_equal(taken(KIND_AREA, value_real(NAN)), why);
    assert_string_equal(taken(KIND_AREA, value_text("1")), why);
    assert_string_equal(taken(KIND_AREA, value_real(-12.5)), "-12.5");
    assert_string_equal(taken(KIND_AREA, value_whole(12)), "12");
    assert_string_equal(taken(KIND_REAL, value_real(-0.0)), "0");
}

static void texts_choices_and_sets_hold_something(void **state)
{
    (void)state;
    assert_string_equal(taken(KIND_TEXT, value_text("")),
                        "f must not be an empty text");
    assert_string_equal(taken(KIND_TEXT, value_text("\xFF")), "f is not UTF-8");
    assert_string_equal(taken(KIND_SET, value_text(" ; ")),
                        "f must not be an empty text");
    assert_string_equal(taken(KIND_SET, value_text("\xFF")), "f is not UTF-8");
    assert_string_equal(taken(KIND_SET, value_text("b; a ;b")), "a;b");
    const struct value set = { .kind = KIND_SET, .text = "a;b" };
    assert_string_equal(taken(KIND_SET, set), "a;b");
    assert_string_equal(taken(KIND_SET, value_whole(1)),
                        "f must be names joined by ;");
    const struct value two = { .kind = KIND_CHOICE, .whole = 1 };
    assert_string_equal(taken(KIND_CHOICE, two), "two");
    assert_string_equal(taken(KIND_CHOICE, value_text("six")),
                        "f cannot be 'six'; it is one of: one, two");
    char name[4];
    const char *at = "long; b"; /* cut where there is no room */
    assert_string_equal(set_next(&at, name, sizeof name), "lon");
    assert_string_equal(set_next(&at, name, sizeof name), "b");
    assert_null(set_next(&at, name, sizeof name));
}

static void a_date_has_four_digits_of_a_year(void **state)
{
    (void)state;
    const char *why = "f must be a date such as 2026-09-15";
    assert_string_equal(taken(KIND_DATE, value_text("2026-09-15")),
                        "2026-09-15");
    assert_string_equal(taken(KIND_DATE, value_date(0)), "1970-01-01");
    assert_string_equal(taken(KIND_DATE, value_date(-800000)), why);
    assert_string_equal(taken(KIND_DATE, value_date(3000000)), why);
    assert_string_equal(taken(KIND_DATE, value_date(-799999)), why);
    assert_string_equal(taken(KIND_DATE, value_date(2999999)), why);
    assert_string_equal(taken(KIND_DATE, value_text("15.9.2026")), why);
}

static void a_long_list_of_choices_is_cut(void **state)
{
    (void)state;
    static const char *names[101];
    struct err err;
    struct value value = value_text("none of them");
    for (int i = 0; i < 100; i++)
        names[i] = "a name";
    const struct field field = {
        .name = "f", .kind = KIND_CHOICE, .unit = "", .choices = names
    };
    assert_false(field_accept(&field, &value, &err));
    assert_true(strlen(err.text) < 280);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_has_its_names),
        cmocka_unit_test(the_first_field_is_the_key),
        cmocka_unit_test(every_field_has_a_name_of_its_own),
        cmocka_unit_test(every_field_is_described_in_both_languages),
        cmocka_unit_test(only_numbers_have_units_and_limits),
        cmocka_unit_test(areas_and_money_say_their_unit),
        cmocka_unit_test(stored_quantities_have_limits),
        cmocka_unit_test(choices_are_distinct_and_translated),
        cmocka_unit_test(references_lead_to_a_table),
        cmocka_unit_test(totals_add_up_what_is_there),
        cmocka_unit_test(a_heading_names_one_field),
        cmocka_unit_test(an_alias_belongs_to_one_field),
        cmocka_unit_test(a_rule_is_named_by_its_id),
        cmocka_unit_test(a_wrong_value_is_refused_by_name),
        cmocka_unit_test(a_flag_is_a_word_or_a_number),
        cmocka_unit_test(numbers_have_the_range_of_their_kind),
        cmocka_unit_test(texts_choices_and_sets_hold_something),
        cmocka_unit_test(a_date_has_four_digits_of_a_year),
        cmocka_unit_test(a_long_list_of_choices_is_cut),
        cmocka_unit_test(limits_hold_at_both_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
