#include "core/io/export.h"

#include <string.h>

#include "core/io/csv.h"
#include "core/io/heading.h"

/* Whether a spreadsheet takes a text for a formula.  The wide forms are =, +,
 * - and @ at U+FF1D, FF0B, FF0D and FF20. */
static bool is_formula(const char *words)
{
    static const char *const wide[] = { "\uff1d", "\uff0b", "\uff0d",
                                        "\uff20" };
    if (*words && strchr("=+-@\t\r\n", *words))
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (strncmp(words, wide[i], strlen(wide[i])) == 0)
            return true;
    }
    return false;
}

/* Behind any number of ': one more goes in front of such a text, and one
 * away again, so that every text comes back as it was. */
static bool is_formula_inside(const char *words)
{
    return is_formula(words + strspn(words, "'"));
}

const char *export_plain(const char *cell)
{
    return *cell == '\'' && is_formula_inside(cell) ? cell + 1 : cell;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool needs_quotes(const char *bytes, size_t size, char separator)
{
    return size == 0 || is_blank(bytes[0]) || is_blank(bytes[size - 1]) ||
           memchr(bytes, separator, size) || strpbrk(bytes, "\"\r\n");
}

/* Quote what has been added to out since start, if need be. */
static void quote_from(struct text *out, size_t start, char separator)
{
    const char *bytes = out->bytes + start;
    size_t size = out->size - start;
    if (!needs_quotes(bytes, size, separator))
        return;

    struct text cell = TEXT_INIT;
    text_put(&cell, bytes, size);
    out->size = start;
    text_put(out, "\"", 1);
    for (const char *at = cell.bytes; *at;) {
        size_t run = strcspn(at, "\"");
        text_put(out, at, run);
        at += run;
        if (*at == '"') {
            text_put(out, "\"\"", 2);
            at++;
        }
    }
    text_put(out, "\"", 1);
    text_release(&cell);
}

static char separator_of(const struct export_form *form)
{
    return form->separator ? form->separator : ',';
}

/* Put the ' in front of what has been added since start. */
static void neutralise(struct text *out, size_t start)
{
    if (!is_formula_inside(out->bytes + start))
        return;
    text_put(out, "'", 1);
    memmove(out->bytes + start + 1, out->bytes + start, out->size - start - 1);
    out->bytes[start] = '\'';
}

void export_text(const char *words, char separator, struct text *out)
{
    size_t start = out->size;
    text_put(out, words, strlen(words));
    neutralise(out, start);
    quote_from(out, start, separator);
}

static bool is_words(enum kind kind)
{
    return kind == KIND_TEXT || kind == KIND_CHOICE || kind == KIND_SET ||
           kind == KIND_REF;
}

void export_headings(const struct plan *plan, int table,
                     const struct export_form *form, struct text *out)
{
    const struct schema *schema = plan_schema(plan, table);
    char separator = separator_of(form);
    if (form->bom)
        text_put(out, "\xEF\xBB\xBF", 3);
    for (int f = 0; f < schema->nfields; f++) {
        if (field_calculated(&schema->field[f]))
            continue;
        if (f > 0)
            text_put(out, &separator, 1);
        size_t start = out->size;
        heading_write(&schema->field[f], out);
        quote_from(out, start, separator);
    }
    text_put(out, "\n", 1);
}

/* What export_cell() writes: a field of this row. */
struct source {
    const struct plan *plan;
    int table, row;
};

static bool export_cell(const struct source *from, int f,
                        const struct export_form *form, struct text *out,
                        struct err *err)
{
    const struct schema *schema = plan_schema(from->plan, from->table);
    const struct field *field = &schema->field[f];
    size_t start = out->size;
    plan_text(from->plan, from->table, from->row, f, out);
    if (out->size == start)
        return true;
    if (is_words(field->kind))
        neutralise(out, start);
    char *point =
        heading_is_number(field) ? strchr(out->bytes + start, '.') : NULL;
    if (point && form->decimal == DECIMAL_COMMA)
        *point = ',';
    if (out->size - start > CSV_CELL_MOST) {
        const struct table *table = plan_table(from->plan, from->table);
        return err_set(err, ERR_RANGE,
                       "%s '%s': %s has more than %d bytes, too many for CSV",
                       schema->name, table_key(table, from->row), field->name,
                       CSV_CELL_MOST);
    }
    quote_from(out, start, separator_of(form));
    return true;
}

bool export_row(const struct plan *plan, int table, int row,
                const struct export_form *form, struct text *out,
                struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    const struct source from = { plan, table, row };
    char separator = separator_of(form);
    size_t start = out->size;
    for (int f = 0; f < schema->nfields; f++) {
        if (field_calculated(&schema->field[f]))
            continue;
        if (f > 0)
            text_put(out, &separator, 1);
        if (!export_cell(&from, f, form, out, err)) {
            out->size = start;
            out->bytes[start] = '\0';
            return false;
        }
    }
    text_put(out, "\n", 1);
    return true;
}

bool export_table(const struct plan *plan, int table,
                  const struct export_form *form, struct text *out,
                  struct err *err)
{
    const struct table *rows = plan_table(plan, table);
    size_t start = out->size;
    export_headings(plan, table, form, out);
    for (int row = 0; row < table_rows(rows); row++) {
        if (!table_has(rows, row))
            continue;
        if (!export_row(plan, table, row, form, out, err)) {
            out->size = start;
            out->bytes[start] = '\0';
            return false;
        }
    }
    return true;
}
