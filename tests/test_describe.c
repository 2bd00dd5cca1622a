/* A field described once appears everywhere: in the reference, in the
 * completion, as a heading, in the error that refuses a value; likewise a
 * field that an analyst adds.  (In the plan file: test_sql.c; in Lua:
 * test_fields.lua.) */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/say.h"
#include "core/data/describe.h"
#include "core/io/heading.h"
#include "core/model/model.h"

typedef void describe_all(const struct schema *const schemas[], int n,
                          FILE *out);

static char *described(describe_all *describe,
                       const struct schema *const schemas[])
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    describe(schemas, MODEL_TABLES, out);
    fclose(out);
    return text;
}

/* The line of a text that begins like this, or NULL; to be freed. */
static char *line_of(const char *text, const char *begin)
{
    const char *at = text;
    while (at && strncmp(at, begin, strlen(begin)) != 0) {
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return at ? strndup(at, strcspn(at, "\n")) : NULL;
}

static void assert_says(const char *line, const char *word)
{
    if (word && !strstr(line, word))
        fail_msg("'%s' is missing in: %s", word, line);
}

/* Where the part of a table begins; it ends where the next one begins. */
static char *part_of(const char *text, const char *before, const char *table)
{
    char begin[100];
    snprintf(begin, sizeof begin, "%s%s", before, table);
    const char *from = strstr(text, begin);
    if (!from)
        fail_msg("no '%s'", begin);
    const char *to = strstr(from + 1, before);
    return to ? strndup(from, (size_t)(to - from)) : strdup(from);
}

static void check_reference(const struct schema *schema,
                            const struct field *field, const char *part)
{
    char begin[100];
    snprintf(begin, sizeof begin, "| `%s` |", field->name);
    char *line = line_of(part, begin);
    if (!line)
        fail_msg("%s.%s is not in the reference", schema->name, field->name);
    assert_says(line, field->en);
    assert_says(line, field->vi);
    assert_says(line, describe_kind(field));
    assert_says(line, field->unit);
    assert_says(line, field->doc);
    assert_says(line, field->rule);
    for (int i = 0; field->choices && field->choices[i]; i++)
        assert_says(line, field->choices[i]);
    free(line);
}

static void check_completion(const struct schema *schema,
                             const struct field *field, const char *part)
{
    char begin[100];
    snprintf(begin, sizeof begin, "---@field %s ", field->name);
    char *line = line_of(part, begin);
    if (!line)
        fail_msg("%s.%s is not completed", schema->name, field->name);
    assert_says(line, field->unit);
    assert_says(line, field->doc);
    for (int i = 0; field->choices && field->choices[i]; i++)
        assert_says(line, field->choices[i]);
    free(line);
}

static void check_heading(const struct schema *schema,
                          const struct field *field)
{
    struct err err;
    struct heading heading;
    struct text text = TEXT_INIT;
    heading_write(field, &text);
    bool read = heading_read(schema, text.bytes, &heading, &err);
    if (field_calculated(field)) {
        assert_false(read);
        assert_int_equal(err.code, ERR_READONLY);
    } else if (!read) {
        fail_msg("%s.%s: %s", schema->name, field->name, err.text);
    } else {
        assert_int_equal(heading.field, field - schema->field);
    }
    text_release(&text);
}

static void check_all(const struct schema *const schemas[])
{
    char *reference = described(describe_markdown, schemas);
    char *completion = described(describe_luals, schemas);
    for (int t = 0; t < MODEL_TABLES; t++) {
        const struct schema *schema = schemas[t];
        char *page = part_of(reference, "## ", schema->name);
        char *class = part_of(completion, "---@class ccn.", schema->name);
        for (int i = 0; i < schema->nfields; i++) {
            check_reference(schema, &schema->field[i], page);
            check_completion(schema, &schema->field[i], class);
            check_heading(schema, &schema->field[i]);
        }
        free(page);
        free(class);
    }
    free(reference);
    free(completion);
}

static void a_field_of_the_model_appears_everywhere(void **state)
{
    (void)state;
    check_all(model_schema);
}

static void a_field_that_an_analyst_adds_appears_everywhere(void **state)
{
    (void)state;
    struct err err;
    const struct field noise = { .name = "x_noise",
                                 .kind = KIND_REAL,
                                 .unit = "dB",
                                 .en = "Noise",
                                 .vi = "Tiếng ồn",
                                 .doc = "Loudest hour of the day",
                                 .min = 0,
                                 .max = 200 };
    for (int t = 0; t < MODEL_TABLES; t++) {
        const struct schema *schemas[MODEL_TABLES];
        memcpy(schemas, model_schema, sizeof schemas);
        schemas[t] = schema_extend(model_schema[t], &noise, &err);
        if (!schemas[t])
            fail_msg("%s", err.text);
        check_all(schemas);
        struct value value = value_real(201);
        int last = schemas[t]->nfields - 1;
        assert_false(field_accept(&schemas[t]->field[last], &value, &err));
        assert_says(err.text, "x_noise must be from 0 to 200 dB");
    }
}

static void the_reference_speaks_the_language_chosen(void **state)
{
    (void)state;
    say_choose("vi");
    char *page = described(describe_markdown, model_schema);
    say_choose("en");
    assert_says(page, "ý nghĩa");
    assert_null(strstr(page, "meaning"));
    free(page);
}

/* A | in a text would end the cell of the table it stands in. */
static void a_bar_in_a_text_stays_in_its_cell(void **state)
{
    (void)state;
    const struct field bar = { .name = "bar",
                               .kind = KIND_TEXT,
                               .unit = "",
                               .en = "a|b",
                               .vi = "c",
                               .doc = "d|e" };
    const struct schema schema = { .name = "bars",
                                   .plural = "barses",
                                   .en = "Bars",
                                   .vi = "Bars",
                                   .doc = "Bars",
                                   .field = &bar,
                                   .nfields = 1 };
    const struct schema *const schemas[] = { &schema };
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    describe_markdown(schemas, 1, out);
    fclose(out);
    assert_says(text, "a\\|b");
    assert_says(text, "d\\|e");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_of_the_model_appears_everywhere),
        cmocka_unit_test(a_field_that_an_analyst_adds_appears_everywhere),
        cmocka_unit_test(the_reference_speaks_the_language_chosen),
        cmocka_unit_test(a_bar_in_a_text_stays_in_its_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
