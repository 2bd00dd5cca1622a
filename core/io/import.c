#include "core/io/import.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/fold.h"
#include "core/base/mem.h"
#include "core/io/cell.h"
#include "core/io/csv.h"
#include "core/io/export.h"
#include "core/io/heading.h"
#include "core/io/refuse.h"

/* Two passes over the file: the first finds or adds the row of each key, so
 * that references may point down the file too; the second sets the cells and
 * tells what is refused, in the order of the file. */

/* What the first pass found instead of a row of the plan. */
enum {
    LINE_BLANK = -1,
    LINE_BAD = -2,
    NO_KEY = -3,
    KEY_TWICE = -4,
    KEY_THERE = -5,
    KEY_ABSENT = -6,
    KEY_WRONG = -7
};

enum { NOT_TAKEN = -1 }; /* field of a column that is left out */

struct import {
    const struct import_options *options;
    struct import_result *result;
    struct plan *plan; /* the fork that is filled */
    int table;
    const struct schema *schema;
    struct csv csv;
    struct heading *column; /* one for each */
    int key;                /* the column of the key */

    int first_new;       /* rows from here on are the file's */
    unsigned char *seen; /* rows below first_new that the file names */
    int *row;            /* of each row of the file */
    int nrows, room;
    bool decimal_told;
};

bool import_policy_named(const char *name, enum import_policy *policy,
                         struct err *err)
{
    static const char *const names[] = { "add", "update", "both" };
    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], name) == 0) {
            *policy = (enum import_policy)i;
            return true;
        }
    }
    return err_set(err, ERR_RANGE,
                   "policy must be add, update or both, got '%s'", name);
}

static void refuse_here(struct import *import, int column, const char *value,
                        const struct err *err)
{
    refuse(import->result, import->csv.line, column + 1,
           import->csv.heading[column], value, err->text);
}

/* Headings. */

static const char *meaning(const struct import *import, const char *heading)
{
    const struct import_options *options = import->options;
    for (int i = 0; i < options->nheadings; i++) {
        if (fold_same(options->headings[i].from, heading))
            return options->headings[i].to;
    }
    return heading;
}

static bool read_heading(struct import *import, int column, struct err *err)
{
    struct heading *heading = &import->column[column];
    const char *words = import->csv.heading[column];
    const char *means = meaning(import, words);
    heading->field = NOT_TAKEN;
    if (!*words)
        return err_set(err, ERR_FORMAT, "the column has no heading");
    if (!*means)
        return true;
    struct heading got;
    if (!heading_read(import->schema, means, &got, err)) {
        if (import->csv.ncolumns == 1 && strpbrk(words, ";,\t|"))
            err_set(err, ERR_FORMAT,
                    "only one column is found; is the separator right? It is "
                    "comma, semicolon or tab");
        return false;
    }
    for (int c = 0; c < column; c++) {
        if (import->column[c].field == got.field)
            return err_set(err, ERR_EXISTS, "column %d holds %s already", c + 1,
                           import->schema->field[got.field].name);
    }
    *heading = got;
    if (got.field == 0)
        import->key = column;
    return true;
}

/* Every heading that the caller gives a meaning must be in the file. */
static void check_meanings(struct import *import)
{
    struct err err;
    for (int i = 0; i < import->options->nheadings; i++) {
        const char *from = import->options->headings[i].from;
        bool found = false;
        for (int c = 0; c < import->csv.ncolumns && !found; c++)
            found = fold_same(from, import->csv.heading[c]);
        if (found)
            continue;
        err_set(&err, ERR_UNKNOWN, "the file has no column '%s'", from);
        refuse(import->result, import->csv.line, 0, NULL, NULL, err.text);
    }
}

static void read_headings(struct import *import)
{
    struct err err;
    size_t n = (size_t)import->csv.ncolumns;
    import->column = mem_new(n, sizeof *import->column);
    import->key = -1;
    for (int c = 0; c < import->csv.ncolumns; c++) {
        if (!read_heading(import, c, &err))
            refuse_here(import, c, NULL, &err);
    }
    check_meanings(import);
    if (import->key >= 0)
        return;
    err_set(
        &err, ERR_UNKNOWN,
        "no column holds %s, which names the rows; the first line must hold "
        "the headings",
        import->schema->field[0].name);
    refuse(import->result, import->csv.line, 0, NULL, NULL, err.text);
}

/* First pass: keys. */

static bool is_blank_line(const struct csv *csv)
{
    for (int c = 0; c < csv->ncolumns; c++) {
        if (*csv->cell[c])
            return false;
    }
    return true;
}

static int find_row(struct import *import, struct err *err)
{
    enum import_policy policy = import->options->policy;
    const char *key = export_plain(import->csv.cell[import->key]);
    if (is_blank_line(&import->csv))
        return LINE_BLANK;
    if (!*key)
        return NO_KEY;

    int row = plan_find(import->plan, import->table, key);
    if (row >= import->first_new || (row >= 0 && import->seen[row]))
        return KEY_TWICE;
    if (row >= 0 && policy == IMPORT_ADD)
        return KEY_THERE;
    if (row < 0 && policy == IMPORT_UPDATE)
        return KEY_ABSENT;
    if (row >= 0) {
        import->seen[row] = 1;
        import->result->updated++;
        return row;
    }
    row = plan_add_key(import->plan, import->table, key, err);
    import->result->added += row >= 0;
    return row >= 0 ? row : KEY_WRONG;
}

static void find_rows(struct import *import)
{
    struct err err;
    enum csv_got got;
    while ((got = csv_next(&import->csv, &err)) != CSV_END) {
        if (import->nrows == import->room) {
            import->room = import->room ? import->room * 2 : 1024;
            import->row = mem_grow(import->row, (size_t)import->room,
                                   sizeof *import->row);
        }
        int row = got == CSV_ROW ? find_row(import, &err) : LINE_BAD;
        import->row[import->nrows++] = row;
    }
    csv_rewind(&import->csv);
}

/* Second pass: cells. */

static void refuse_key(struct import *import, int row)
{
    struct err err;
    const char *cell = import->csv.cell[import->key];
    const char *table = import->schema->name;
    switch (row) {
    case NO_KEY:
        err_set(&err, ERR_FORMAT, "the key is blank");
        break;
    case KEY_TWICE:
        err_set(&err, ERR_EXISTS, "this key stands in the file already");
        break;
    case KEY_THERE:
        err_set(&err, ERR_EXISTS,
                "the plan has this %s already; to change it, policy=update",
                table);
        break;
    case KEY_ABSENT:
        err_set(&err, ERR_UNKNOWN,
                "the plan has no such %s; to add it too, policy=both", table);
        break;
    default:
        plan_add_key(import->plan, import->table, export_plain(cell), &err);
    }
    refuse_here(import, import->key, cell, &err);
}

/* An undeclared decimal sign is one mistake, not one for each cell. */
static bool tell_decimal_once(struct import *import, const struct field *field,
                              const char *cell)
{
    if (!heading_is_number(field) ||
        import->options->decimal != DECIMAL_UNDECLARED ||
        !number_needs_decimal(cell))
        return true;
    bool first = !import->decimal_told;
    import->decimal_told = true;
    return first;
}

/* Without a row (its key is refused) the cell is checked as far as it goes. */
static bool take_cell(struct import *import, int row, int column,
                      struct err *err)
{
    const struct heading *heading = &import->column[column];
    const struct field *field = &import->schema->field[heading->field];
    const char *cell = import->csv.cell[column];
    bool fresh = row >= import->first_new;
    struct value value;

    if (!*cell && (row < 0 || fresh || !import->options->clear))
        return true;
    if (!cell_read(field, heading->factor, import->options->decimal, cell,
                   &value, err))
        return false;
    if (row >= 0)
        return plan_set(import->plan, import->table, row, heading->field, value,
                        err);
    return field->kind == KIND_REF || field_accept(field, &value, err);
}

static void take_row(struct import *import, int row)
{
    struct err err;
    if (row < 0)
        refuse_key(import, row);
    for (int c = 0; c < import->csv.ncolumns; c++) {
        int f = import->column[c].field;
        if (f == NOT_TAKEN || f == 0 || take_cell(import, row, c, &err))
            continue;
        const char *cell = import->csv.cell[c];
        if (tell_decimal_once(import, &import->schema->field[f], cell))
            refuse_here(import, c, cell, &err);
    }
}

static void refuse_line(struct import *import, const struct err *err)
{
    const struct csv *csv = &import->csv;
    int column = csv->bad_column;
    bool named = column > 0 && column <= csv->ncolumns;
    refuse(import->result, csv->bad_line, column,
           named ? csv->heading[column - 1] : NULL, NULL, err->text);
}

static void take_rows(struct import *import)
{
    struct err err;
    enum csv_got got;
    for (int i = 0; (got = csv_next(&import->csv, &err)) != CSV_END; i++) {
        if (got == CSV_BAD)
            refuse_line(import, &err);
        else if (import->row[i] != LINE_BLANK)
            take_row(import, import->row[i]);
    }
}

/* The whole. */

static void make_room(struct import *import)
{
    const struct csv *csv = &import->csv;
    int lines = 0;
    const char *at = csv->bytes, *end = csv->bytes + csv->size;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        lines++;
    }
    import->first_new = table_rows(plan_table(import->plan, import->table));
    import->seen = mem_new((size_t)import->first_new + 1, 1);
    plan_room(import->plan, import->table, import->first_new + lines);
}

static void import_file(struct import *import)
{
    read_headings(import);
    if (import->key >= 0) {
        make_room(import);
        find_rows(import);
        take_rows(import);
    }
    free(import->column);
    free(import->row);
    free(import->seen);
}

/* Keep what the fork holds, or say what was refused. */
static bool finish(struct import *import, struct plan *plan, struct err *err)
{
    struct import_result *result = import->result;
    refuse_sort(result);
    if (result->nrefused == 0 && plan_adopt(plan, import->plan, err))
        return true;
    plan_free(import->plan);
    result->added = result->updated = 0;
    return result->nrefused == 0 ? false : refuse_all(result, err);
}

bool import_csv(struct plan *plan, int table, const struct text *bytes,
                const struct import_options *options,
                struct import_result *result, struct err *err)
{
    struct import import = { .options = options,
                             .result = result,
                             .table = table,
                             .schema = plan_schema(plan, table) };
    const char *file = options->file ? options->file : "CSV";
    *result = (struct import_result){ .file = mem_new(strlen(file) + 1, 1) };
    memcpy(result->file, file, strlen(file));

    if (!csv_open(&import.csv, bytes->bytes, bytes->size, options->separator,
                  err)) {
        refuse_line(&import, err);
        return refuse_all(result, err);
    }
    result->separator = import.csv.separator;
    import.plan = plan_fork(plan, plan_name(plan));
    import_file(&import);
    csv_close(&import.csv);
    return finish(&import, plan, err);
}
