#include "core/data/digest.h"

#include <math.h>
#include <sha256.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/text.h"

/* A text is its size and its bytes, a number eight bytes, the lowest first:
 * so nothing can be taken for something else. */

static void put_number(struct text *out, uint64_t number)
{
    char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(number >> (8 * i));
    text_put(out, bytes, sizeof bytes);
}

static void put_text(struct text *out, const char *kept)
{
    size_t size = intern_size(kept);
    put_number(out, size);
    text_put(out, kept, size);
}

static void put_name(struct text *out, const char *name)
{
    put_number(out, strlen(name));
    text_put(out, name, strlen(name));
}

/* A value as a change list holds it: choices and references by name. */
static void put_value(struct text *out, struct value value)
{
    uint64_t bits = 0;
    char kind = (char)value.kind;
    text_put(out, &kind, 1);
    if (kind_is_text(value.kind)) {
        put_text(out, value.text);
        return;
    }
    if (value.kind == KIND_REAL)
        memcpy(&bits, &value.real, sizeof bits);
    else
        bits = (uint64_t)value.whole;
    if (value.kind != KIND_NONE)
        put_number(out, bits);
}

/* One table */

struct line {
    const char *key;
    int row;
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct line *)a)->key, ((const struct line *)b)->key);
}

/* The rows of a table by their keys; the caller frees them. */
static struct line *lines_of(const struct table *table, int *n)
{
    struct line *lines = mem_raw((size_t)table_live(table) + 1, sizeof *lines);
    bool sorted = true;
    *n = 0;
    for (int row = 0; row < table_rows(table); row++) {
        if (!table_has(table, row))
            continue;
        lines[*n] = (struct line){ table_key(table, row), row };
        sorted = sorted && (*n == 0 || by_key(&lines[*n - 1], &lines[*n]) < 0);
        (*n)++;
    }
    if (!sorted)
        qsort(lines, (size_t)*n, sizeof *lines, by_key);
    return lines;
}

static bool is_none(enum kind kind, union cell cell)
{
    if (kind == KIND_REAL)
        return isnan(cell.real);
    return kind_is_text(kind) ? !cell.text : cell.whole == WHOLE_NONE;
}

/* Whether anything is known in a column.  Most columns are empty, so this is
 * asked of the memory itself. */
static bool is_known(const struct table *table, int field,
                     const struct line *lines, int n)
{
    union cell *room = NULL;
    const union cell *cells = table_column(table, field, &room);
    enum kind kind = table_schema(table)->field[field].kind;
    bool known = false;
    for (int i = 0; !known && i < n; i++)
        known = !is_none(kind, cells[lines[i].row]);
    free(room);
    return known;
}

static void put_column(const struct plan *plan, int table, int field,
                       const struct line *lines, int n, struct text *out)
{
    const struct field *about = &plan_schema(plan, table)->field[field];
    const struct table *rows = plan_table(plan, table);
    bool named = about->kind == KIND_CHOICE || about->kind == KIND_REF;
    put_name(out, about->name);
    for (int i = 0; i < n; i++)
        put_value(out, named ? plan_value(plan, table, lines[i].row, field)
                             : table_get(rows, lines[i].row, field));
}

/* A field of the analysts' own counts although nothing is known of it. */
static bool put_own(const struct field *field, struct text *out)
{
    if (strncmp(field->name, "x_", 2) != 0)
        return false;
    put_name(out, field->name);
    put_number(out, (uint64_t)field->kind);
    put_name(out, field->unit);
    for (int i = 0; field->choices && field->choices[i]; i++)
        put_name(out, field->choices[i]);
    return true;
}

static void add(SHA2_CTX *sum, struct text *bytes)
{
    SHA256Update(sum, (const uint8_t *)bytes->bytes, bytes->size);
    text_clear(bytes);
}

/* The fields of the model as they stand, then the analysts' own by name. */
static void order_fields(const struct schema *schema, int order[])
{
    for (int i = 0; i < schema->nfields; i++) {
        const char *name = schema->field[i].name;
        int at = i;
        while (at > 0 && strncmp(name, "x_", 2) == 0 &&
               strncmp(schema->field[order[at - 1]].name, "x_", 2) == 0 &&
               strcmp(schema->field[order[at - 1]].name, name) > 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
}

static void add_table(SHA2_CTX *sum, const struct plan *plan, int table,
                      struct text *bytes)
{
    const struct schema *schema = plan_schema(plan, table);
    int n;
    struct line *lines = lines_of(plan_table(plan, table), &n);
    if (n > 0) {
        put_name(bytes, schema->name);
        put_number(bytes, (uint64_t)n);
        for (int i = 0; i < n; i++)
            put_text(bytes, lines[i].key);
        add(sum, bytes);
    }
    int order[FIELDS_MAX];
    order_fields(schema, order);
    for (int i = 1; i < schema->nfields; i++) {
        int field = order[i];
        if (field_calculated(&schema->field[field]))
            continue;
        if (put_own(&schema->field[field], bytes))
            add(sum, bytes);
        if (n > 0 && is_known(plan_table(plan, table), field, lines, n)) {
            put_column(plan, table, field, lines, n, bytes);
            add(sum, bytes);
        }
    }
    free(lines);
}

const char *plan_digest(const struct plan *plan)
{
    SHA2_CTX sum;
    struct text bytes = TEXT_INIT;
    char digest[SHA256_DIGEST_STRING_LENGTH];
    SHA256Init(&sum);
    for (int table = 0; table < plan_tables(plan); table++)
        add_table(&sum, plan, table, &bytes);
    text_release(&bytes);
    return intern(SHA256End(&sum, digest));
}
