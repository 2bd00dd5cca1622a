/* Reading a results file. */
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/results_tables.h"
#include "core/store/sidecar.h"

struct results_file {
    sqlite3 *db;
    struct results_about about;
    const char *hash;
    long count, failed;
};

static bool count(struct results_file *file, struct err *err)
{
    int64_t rows = 0, failed = 0;
    bool ok = db_ask(file->db, "SELECT count(*) FROM experiment", &rows, err) &&
              db_ask(file->db, "SELECT sum(failed) FROM block", &failed, err);
    file->count = (long)rows;
    file->failed = (long)failed;
    return ok;
}

struct results_file *results_open(const char *path, struct err *err)
{
    struct results_file *file = mem_new(1, sizeof *file);
    bool ok = sidecar_none(path, err) &&
              (file->db = db_open(path, DB_READ, err)) != NULL &&
              results_check_ours(file->db, err) &&
              results_read_tables(file->db, &file->about, &file->hash, err);
    if (ok && count(file, err))
        return file;
    results_free(file);
    err_in(err, "%.200s", path);
    return NULL;
}

void results_free(struct results_file *file)
{
    if (!file)
        return;
    db_close(file->db);
    free((void *)file->about.column);
    free(file);
}

const struct results_about *results_about(const struct results_file *file)
{
    return &file->about;
}

bool results_finished(const struct results_file *file)
{
    return *file->hash != '\0';
}

const char *results_hash(const struct results_file *file)
{
    return file->hash;
}

long results_count(const struct results_file *file)
{
    return file->count;
}

long results_failed(const struct results_file *file)
{
    return file->failed;
}

bool results_read(struct results_file *file, int column, double *out,
                  struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "SELECT ");
    db_name(&sql, column < 0 ? "number" : file->about.column[column].name);
    text_add(&sql, " FROM experiment ORDER BY number");
    sqlite3_stmt *each = db_prepare(file->db, sql.bytes, err);
    text_release(&sql);
    long i = 0;
    bool ok = each != NULL;
    while (i < file->count && db_next(file->db, each, &ok, err)) {
        bool known = sqlite3_column_type(each, 0) != SQLITE_NULL;
        out[i++] = known ? sqlite3_column_double(each, 0) : NAN;
    }
    sqlite3_finalize(each);
    return ok &&
           (i == file->count ||
            err_set(err, ERR_FORMAT, "rows of the table experiment are lost"));
}

bool results_reasons(struct results_file *file, long most,
                     void (*each)(void *data, long number, const char *why),
                     void *data, struct err *err)
{
    sqlite3_stmt *row = db_prepare(file->db,
                                   "SELECT number, failed FROM experiment "
                                   "WHERE failed IS NOT NULL ORDER BY number",
                                   err);
    bool ok = row != NULL;
    for (long i = 0; i < most && db_next(file->db, row, &ok, err); i++)
        each(data, (long)sqlite3_column_int64(row, 0),
             (const char *)sqlite3_column_text(row, 1));
    sqlite3_finalize(row);
    return ok;
}
