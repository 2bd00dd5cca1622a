#include "core/store/results_rows.h"

#include <math.h>

#include "core/base/mem.h"
#include "core/store/db.h"

/* A virtual table (https://sqlite.org/vtab.html) that is read from end to
 * end. */

struct rows_table {
    sqlite3_vtab base;
    const struct results_rows *source;
};

struct rows_cursor {
    sqlite3_vtab_cursor base;
    int at;
};

static const struct results_rows *source_of(sqlite3_vtab_cursor *cursor)
{
    return ((struct rows_table *)cursor->pVtab)->source;
}

static int rows_connect(sqlite3 *db, void *data, int argc,
                        const char *const *argv, sqlite3_vtab **out,
                        char **error)
{
    const struct results_rows *source = data;
    struct text sql = TEXT_INIT;
    (void)argc, (void)argv, (void)error;
    text_add(&sql, "CREATE TABLE x (number");
    for (int i = 0; i < source->inputs + source->outputs; i++)
        text_add(&sql, ", c%d", i);
    text_add(&sql, ", failed)");
    int code = sqlite3_declare_vtab(db, sql.bytes);
    text_release(&sql);
    if (code != SQLITE_OK)
        return code;
    struct rows_table *table = sqlite3_malloc(sizeof *table);
    if (!table)
        return SQLITE_NOMEM;
    *table = (struct rows_table){ .source = source };
    *out = &table->base;
    return SQLITE_OK;
}

static int rows_disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

static int rows_plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    info->estimatedCost = 1000;
    return SQLITE_OK;
}

static int rows_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    (void)table;
    struct rows_cursor *cursor = sqlite3_malloc(sizeof *cursor);
    if (!cursor)
        return SQLITE_NOMEM;
    *cursor = (struct rows_cursor){ .at = 0 };
    *out = &cursor->base;
    return SQLITE_OK;
}

static int rows_close(sqlite3_vtab_cursor *cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int rows_first(sqlite3_vtab_cursor *cursor, int index, const char *name,
                      int argc, sqlite3_value **argv)
{
    (void)index, (void)name, (void)argc, (void)argv;
    ((struct rows_cursor *)cursor)->at = 0;
    return SQLITE_OK;
}

static int rows_next(sqlite3_vtab_cursor *cursor)
{
    ((struct rows_cursor *)cursor)->at++;
    return SQLITE_OK;
}

static int rows_end(sqlite3_vtab_cursor *cursor)
{
    const struct results_block *block = source_of(cursor)->block;
    return !block || ((struct rows_cursor *)cursor)->at >= block->runs;
}

static int rows_id(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = source_of(cursor)->block->first + ((struct rows_cursor *)cursor)->at +
          1;
    return SQLITE_OK;
}

static double cell_at(const struct results_rows *source, int row, int column)
{
    const struct results_block *block = source->block;
    size_t at = (size_t)row;
    if (column < source->inputs)
        return block->in[at * (size_t)source->inputs + (size_t)column];
    column -= source->inputs;
    return block->out[at * (size_t)source->outputs + (size_t)column];
}

static int rows_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context,
                       int column)
{
    const struct results_rows *source = source_of(cursor);
    const struct results_block *block = source->block;
    int at = ((struct rows_cursor *)cursor)->at;
    if (column == 0) {
        sqlite3_result_int64(context, block->first + at + 1);
    } else if (column <= source->inputs + source->outputs) {
        double cell = cell_at(source, at, column - 1);
        if (!isnan(cell))
            sqlite3_result_double(context, cell);
    } else if (block->reason && block->reason[at]) {
        sqlite3_result_text(context, block->reason[at], -1, SQLITE_STATIC);
    }
    return SQLITE_OK;
}

void results_rows_module(sqlite3 *db, struct results_rows *source)
{
    static const sqlite3_module module = {
        .xConnect = rows_connect,
        .xDisconnect = rows_disconnect,
        .xBestIndex = rows_plan,
        .xOpen = rows_open,
        .xClose = rows_close,
        .xFilter = rows_first,
        .xNext = rows_next,
        .xEof = rows_end,
        .xColumn = rows_column,
        .xRowid = rows_id,
    };
    sqlite3_create_module(db, "ccn_rows", &module, source);
}
