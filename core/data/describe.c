#include "core/data/describe.h"

#include <string.h>

#include "core/base/say.h"
#include "core/base/text.h"

/* Lua: NULL where the type depends on the field. */
static const struct {
    const char *name, *lua;
} kinds[KINDS] = {
    [KIND_NONE] = { "nothing", "nil" },
    [KIND_REAL] = { "number", "number" },
    [KIND_WHOLE] = { "whole", "integer" },
    [KIND_MONEY] = { "money", "integer" },
    [KIND_AREA] = { "area", "number" },
    [KIND_TEXT] = { "text", "string" },
    [KIND_CHOICE] = { "choice", NULL },
    [KIND_SET] = { "set", "string[]" },
    [KIND_DATE] = { "date", "string" },
    [KIND_FLAG] = { "flag", "boolean" },
    [KIND_REF] = { "reference", NULL },
    [KIND_SHAPE] = { "shape", "string" },
};

const char *describe_kind(const struct field *field)
{
    return kinds[field->kind].name;
}

/* Reference */

/* A text inside a cell of a Markdown table, where | would end the cell. */
static void cell(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            fputc('\\', out);
        fputc(*text, out);
    }
}

/* "from 0 to 100", so that limits read as the error that refuses. */
static void limits(FILE *out, const struct field *field)
{
    char min[32], max[32];
    text_number(field->min, min);
    text_number(field->max, max);
    fprintf(out, say("from %s to %s"), min, max);
}

static void choices(FILE *out, const struct field *field)
{
    for (int i = 0; field->choices[i]; i++) {
        fprintf(out, "%s`%s`", i ? ", " : "", field->choices[i]);
        if (field->choices_vi)
            fprintf(out, " (%s)", field->choices_vi[i]);
    }
}

static void total(FILE *out, const struct schema *const schemas[],
                  const struct total *total)
{
    const char *table = schemas[total->table]->name;
    if (total->what)
        fprintf(out, say("sum of `%s.%s` over `%s.%s`"), table, total->what,
                table, total->by);
    else
        fprintf(out, say("count of `%s` over `%s.%s`"), table, table,
                total->by);
}

/* What a value may be, or where it comes from. */
static void values(FILE *out, const struct schema *const schemas[],
                   const struct field *field)
{
    if (field->choices)
        choices(out, field);
    else if (field->refers)
        fprintf(out, say("keys of `%s`"), schemas[field->refers - 1]->name);
    else if (field->total)
        total(out, schemas, field->total);
    else if (field->derive)
        fputs(say("calculated"), out);
    else if (field->min < field->max)
        limits(out, field);
}

static void markdown_field(FILE *out, const struct schema *const schemas[],
                           const struct field *field)
{
    fprintf(out, "| `%s` | ", field->name);
    cell(out, field->en ? field->en : "");
    fputs(" | ", out);
    cell(out, field->vi ? field->vi : "");
    fprintf(out, " | %s | %s | ", describe_kind(field), field->unit);
    values(out, schemas, field);
    fputs(" | ", out);
    cell(out, field->doc ? field->doc : "");
    if (field->aliases && *field->aliases) {
        fputs(". ", out);
        fprintf(out, "%s: ", say("Also read as"));
        cell(out, field->aliases);
    }
    if (field->rule)
        fprintf(out, ". %s: %s", say("Rule"), field->rule);
    fputs(" |\n", out);
}

void describe_markdown(const struct schema *const schemas[], int n, FILE *out)
{
    for (int t = 0; t < n; t++) {
        const struct schema *schema = schemas[t];
        fprintf(out, "%s## %s\n\n%s, %s. %s.\n\n", t ? "\n" : "", schema->name,
                schema->en, schema->vi, schema->doc);
        fprintf(out, "| %s | English | Tiếng Việt | %s | %s | %s | %s |\n",
                say("field"), say("kind"), say("unit"), say("values"),
                say("meaning"));
        fputs("| --- | --- | --- | --- | --- | --- | --- |\n", out);
        for (int i = 0; i < schema->nfields; i++)
            markdown_field(out, schemas, &schema->field[i]);
    }
}

/* Completion */

static void luals_type(FILE *out, const struct schema *const schemas[],
                       const struct field *field)
{
    const char *lua = kinds[field->kind].lua;
    if (lua) {
        fputs(lua, out);
    } else if (field->kind == KIND_REF) {
        fprintf(out, "ccn.%s", schemas[field->refers - 1]->name);
    } else {
        for (int i = 0; field->choices[i]; i++)
            fprintf(out, "%s\"%s\"", i ? "|" : "", field->choices[i]);
    }
}

static void luals_field(FILE *out, const struct schema *const schemas[],
                        const struct field *field, bool key)
{
    fprintf(out, "---@field %s ", field->name);
    if (key) {
        fputs("string", out);
    } else {
        fputc('(', out);
        luals_type(out, schemas, field);
        fputs(")?", out);
    }
    fprintf(out, " %s%s%s\n", field->doc ? field->doc : "",
            *field->unit ? ", " : "", field->unit);
}

static void luals_table(FILE *out, const struct schema *const schemas[],
                        const struct schema *schema)
{
    fprintf(out, "---%s\n---@class ccn.%s: ccn.row\n", schema->doc,
            schema->name);
    for (int i = 0; i < schema->nfields; i++)
        luals_field(out, schemas, &schema->field[i], i == 0);
    fputc('\n', out);
}

static void luals_methods(FILE *out, const struct schema *schema)
{
    fprintf(out,
            "---%s with this key, or nil.\n"
            "---@param key string\n"
            "---@return ccn.%s?\n"
            "function plan:%s(key) end\n\n",
            schema->en, schema->name, schema->name);
    fprintf(out,
            "---Every %s, in the order in which they were added.\n"
            "---@return ccn.selection\n"
            "function plan:%s() end\n\n",
            schema->name, schema->plural);
}

void describe_luals(const struct schema *const schemas[], int n, FILE *out)
{
    fputs("---@meta\n\n", out);
    for (int t = 0; t < n; t++)
        luals_table(out, schemas, schemas[t]);
    fputs("---@class ccn.plan\nlocal plan = {}\n\n", out);
    for (int t = 0; t < n; t++)
        luals_methods(out, schemas[t]);
}
