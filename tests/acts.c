#include "tests/acts.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/data/digest.h"
#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/history.h"
#include "core/store/results.h"
#include "core/store/run.h"

const struct store_options acts_known = { .schemas = model_schema,
                                          .nschemas = MODEL_TABLES };
char acts_path[400], acts_journal[420];
struct plan *acts_old, *acts_new;

/* Plans */

static struct plan *plan_with(int number)
{
    struct err err;
    struct plan *plan = model_new("Acts");
    for (int i = 0; i < ACTS_ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "C%d", i);
        if (plan_add_key(plan, CLUSTER, key, &err) != i ||
            !plan_set(plan, CLUSTER, i, CLUSTER_PROJECTS, value_whole(number),
                      &err))
            abort();
    }
    return plan;
}

void acts_clear(void)
{
    static const char *const tails[] = { "",
                                         "-journal",
                                         ".format2.bak",
                                         ".format2.bak.new",
                                         ".format2.bak.new-journal",
                                         ".format3.bak",
                                         ".format3.bak.new",
                                         ".format3.bak.new-journal" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        char name[440];
        snprintf(name, sizeof name, "%s%s", acts_path, tails[i]);
        unlink(name);
    }
}

void acts_begin(const char *name)
{
    const char *build = getenv("BUILD");
    snprintf(acts_path, sizeof acts_path, "%s/%s-%ld.gpkg",
             build ? build : "build", name, (long)getpid());
    snprintf(acts_journal, sizeof acts_journal, "%s-journal", acts_path);
    acts_old = plan_with(1);
    acts_new = plan_with(2);
}

void acts_end(void)
{
    acts_clear();
    plan_free(acts_old);
    plan_free(acts_new);
}

static bool nothing(struct err *err)
{
    (void)err;
    acts_clear();
    return true;
}

static bool old_plan(struct err *err)
{
    acts_clear();
    return store_save(acts_old, acts_path, err);
}

static bool save(struct err *err)
{
    return store_save(acts_new, acts_path, err);
}

/* Scenarios */

static bool keep(struct err *err)
{
    const struct store_scenario scenario = { .name = "kept",
                                             .question = "why" };
    struct changes *list = changes_between(acts_old, acts_new);
    bool ok = store_keep(acts_path, &scenario, list, err);
    changes_free(list);
    return ok;
}

static bool kept(struct err *err)
{
    return old_plan(err) && keep(err);
}

static bool discard(struct err *err)
{
    return store_discard(acts_path, "kept", false, err);
}

static bool promote(struct err *err)
{
    return store_promote(acts_new, NULL, acts_path, "kept", err);
}

/* Runs */

static bool log_run(struct err *err)
{
    struct run_part part = { RUN_OUT, "text", "", "aa", "printed", 7 };
    struct run_record run = { .started = "2026-11-29T14:44:04Z",
                              .state = "done",
                              .command = "run",
                              .script = "s.lua",
                              .folder = "/",
                              .arguments = "[]",
                              .options = "{}",
                              .versions = "{}",
                              .nparts = 1,
                              .part = &part };
    return run_log(acts_path, &run, err);
}

static bool logged(struct err *err)
{
    return old_plan(err) && log_run(err) && log_run(err);
}

static bool forget(struct err *err)
{
    return run_forget(acts_path, 1, err);
}

/* Versions: the first one, of all that the plan says */

static bool version(struct err *err)
{
    struct history history = { 0 };
    struct entry entry = { .version = 1,
                           .kind = "base",
                           .title = "T",
                           .reason = "",
                           .role = "A",
                           .initials = "NVA",
                           .office = "",
                           .day = "2026-11-29",
                           .content = plan_digest(acts_old) };
    if (!history_read(acts_path, &history, err))
        return false;
    struct plan *empty = model_new("");
    struct changes *list = changes_between(empty, acts_old);
    history_fill(&entry, list);
    bool ok = history_add(acts_path, &history, &entry, NULL, NULL, err);
    free(entry.bytes);
    changes_free(list);
    plan_free(empty);
    history_release(&history);
    return ok;
}

/* Older formats */

bool acts_sql(const char *settings, const char *sql, struct err *err)
{
    sqlite3 *db;
    bool ok = sqlite3_open(acts_path, &db) == SQLITE_OK &&
              sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) ==
                  SQLITE_OK &&
              sqlite3_exec(db, settings, NULL, NULL, NULL) == SQLITE_OK &&
              sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    if (!ok)
        err_set(err, ERR_FILE, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
    return ok;
}

#define BEFORE_LOG                                                             \
    "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;"                \
    "DROP TABLE office;"                                                       \
    "DELETE FROM gpkg_contents WHERE table_name = 'office';"                   \
    "DELETE FROM gpkg_data_columns WHERE table_name = 'office';"               \
    "ALTER TABLE scenario DROP COLUMN parameters;"                             \
    "ALTER TABLE observation DROP COLUMN unit;"                                \
    "ALTER TABLE observation DROP COLUMN received;"                            \
    "ALTER TABLE observation DROP COLUMN status;"                              \
    "DELETE FROM gpkg_data_columns WHERE table_name = 'observation'"           \
    " AND column_name IN ('unit', 'received', 'status');"

static bool format_3(struct err *err)
{
    return old_plan(err) &&
           acts_sql("",
                    BEFORE_LOG "UPDATE ccn_meta SET value = 3"
                               " WHERE name = 'format'; VACUUM",
                    err);
}

static bool format_2(struct err *err)
{
    return old_plan(err) &&
           acts_sql("",
                    BEFORE_LOG
                    "DROP TABLE criteria_set;"
                    "DELETE FROM gpkg_contents"
                    " WHERE table_name = 'criteria_set';"
                    "DELETE FROM gpkg_data_columns"
                    " WHERE table_name = 'criteria_set';"
                    "UPDATE ccn_meta SET value = 2 WHERE name = 'format';"
                    "VACUUM",
                    err);
}

/* Sweeps */

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "" },
    { "y", "Y", "", "", "" },
};

static const struct results_about about = { .name = "test",
                                            .question = "",
                                            .script = "s.lua",
                                            .script_hash = "00",
                                            .parameters = "",
                                            .design = "kind=latin n=20",
                                            .versions = "ccn",
                                            .identity = "one",
                                            .runs = 30,
                                            .block = 10,
                                            .inputs = 1,
                                            .outputs = 1,
                                            .column = columns };

static bool put_block(struct results *results, long number, struct err *err)
{
    static double numbers[10] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
    static const char *const reasons[10];
    static const unsigned char hash[RESULTS_HASH];
    const struct results_block block = { .number = number,
                                         .first = number * 10,
                                         .runs = 10,
                                         .in = numbers,
                                         .out = numbers,
                                         .reason = reasons,
                                         .hash = hash };
    if (!results)
        return false;
    bool put = results_put(results, &block, err);
    struct err other;
    bool closed = results_close(results, put ? err : &other);
    return put && closed;
}

static bool first_block(struct err *err)
{
    acts_clear();
    return put_block(results_create(acts_path, &about, err), 0, err);
}

static bool resume(long number, struct err *err)
{
    bool none;
    return put_block(results_resume(acts_path, &about, &none, err), number,
                     err);
}

static bool second_block(struct err *err)
{
    return resume(1, err);
}

static bool two_blocks(struct err *err)
{
    return first_block(err) && second_block(err);
}

static bool last_block(struct err *err)
{
    return resume(2, err);
}

const struct act acts[ACTS] = {
    [ACT_SAVE] = { "save over", old_plan, save, false, false },
    [ACT_SAVE_NEW] = { "save new", nothing, save, false, false },
    [ACT_KEEP] = { "keep a scenario", old_plan, keep, false, false },
    [ACT_DISCARD] = { "discard a scenario", kept, discard, false, false },
    [ACT_PROMOTE] = { "promote a scenario", kept, promote, false, false },
    [ACT_LOG] = { "log a run", old_plan, log_run, false, false },
    [ACT_FORGET] = { "forget a run", logged, forget, false, false },
    [ACT_VERSION] = { "begin versions", old_plan, version, false, true },
    [ACT_MIGRATE_3] = { "migrate format 3", format_3, save, false, false },
    [ACT_MIGRATE_2] = { "migrate format 2", format_2, save, false, false },
    [ACT_BLOCK] = { "store a block", first_block, second_block, true, false },
    [ACT_LAST_BLOCK] = { "store the last block", two_blocks, last_block, true,
                         false },
};
