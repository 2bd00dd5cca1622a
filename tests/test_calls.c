/* Files of SQLite when a call to it fails, each in turn: what is said is what
 * is there, and what is read is the whole or there is a reason.  The functions
 * of SQLite stand here once more and fail when told to; a disk that fails is
 * in test_crash.c. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "tests/test.h"

#include <dlfcn.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/data/digest.h"
#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/history.h"
#include "core/store/results.h"
#include "core/store/run.h"

enum { CALLS_MOST = 5000 };

static long left;       /* calls until one fails; 0: none will */
static long stride = 1; /* from one call that fails to the next */
static int code, told;
static bool hit;

/* The function of the system itself. */
static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    assert_non_null(found);
    memcpy(function, &found, sizeof found);
}

/* With code 0 the call does not fail, but the transaction it is in is ended
 * before, as SQLite does when the disk fails. */
static bool fails(sqlite3 *db)
{
    int (*exec)(sqlite3 *, const char *, void *, void *, void *);
    if (left == 0 || --left > 0)
        return false;
    hit = true;
    told = code;
    if (code == SQLITE_OK) {
        real("sqlite3_exec", &exec);
        exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return code != SQLITE_OK;
}

int sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs)
{
    int (*open)(const char *, sqlite3 **, int, const char *);
    real("sqlite3_open_v2", &open);
    int done = open(path, db, flags, vfs);
    return fails(*db) ? code : done;
}

int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int size,
                       sqlite3_stmt **made, const char **tail)
{
    int (*prepare)(sqlite3 *, const char *, int, sqlite3_stmt **,
                   const char **);
    real("sqlite3_prepare_v2", &prepare);
    *made = NULL;
    return fails(db) ? code : prepare(db, sql, size, made, tail);
}

int sqlite3_step(sqlite3_stmt *statement)
{
    int (*step)(sqlite3_stmt *);
    real("sqlite3_step", &step);
    return fails(sqlite3_db_handle(statement)) ? code : step(statement);
}

int sqlite3_exec(sqlite3 *db, const char *sql,
                 int (*each)(void *, int, char **, char **), void *data,
                 char **error)
{
    int (*exec)(sqlite3 *, const char *, int (*)(void *, int, char **, char **),
                void *, char **);
    real("sqlite3_exec", &exec);
    return fails(db) ? code : exec(db, sql, each, data, error);
}

/* Why the last call failed: ours is told once. */
int sqlite3_errcode(sqlite3 *db)
{
    int (*errcode)(sqlite3 *);
    real("sqlite3_errcode", &errcode);
    int now = told ? told : errcode(db);
    told = 0;
    return now;
}

/* The system's */

static bool no_rename, no_list;

int rename(const char *from, const char *to)
{
    int (*move)(const char *, const char *);
    real("rename", &move);
    errno = EROFS;
    return no_rename ? -1 : move(from, to);
}

FILE *fopen(const char *name, const char *mode)
{
    FILE *(*open)(const char *, const char *);
    real("fopen", &open);
    return no_list && strstr(name, "mountinfo") ? NULL : open(name, mode);
}

/* A small world: a plan of two offices and a cluster, with a scenario, a
 * version and a run; a fork with other numbers. */

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400], other[420];
static struct plan *before, *after;
static struct text file;  /* the bytes of that plan */
static struct text swept; /* and of results that are not all there */

static void set(struct plan *plan, int table, const char *key, int field,
                struct value value)
{
    struct err err;
    int row = plan_find(plan, table, key);
    if (row < 0)
        row = plan_add_key(plan, table, key, &err);
    assert_ok(row >= 0);
    assert_ok(plan_set(plan, table, row, field, value, &err));
}

static struct plan *make_plan(void)
{
    struct err err;
    const struct field own = { .name = "x_own", .kind = KIND_REAL, .unit = "" };
    struct plan *plan = model_new("Calls");
    set(plan, CLUSTER, "C", CLUSTER_PROJECTS, value_whole(1));
    set(plan, CLUSTER, "C", CLUSTER_SHAPE, value_text("POINT (104 21)"));
    set(plan, OFFICE, "A", OFFICE_ROLE, value_text("A"));
    set(plan, OFFICE, "A", OFFICE_DUTIES, value_text("draft"));
    assert_ok(plan_define(plan, CLUSTER, &own, &err));
    return plan;
}

static bool keep(struct text *out, struct err *err)
{
    const struct store_scenario scenario = { .name = "kept",
                                             .question = "why?" };
    struct changes *list = changes_between(before, after);
    bool ok = store_keep(path, &scenario, list, err);
    changes_free(list);
    (void)out;
    return ok;
}

static bool log_run(struct text *out, struct err *err)
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
    (void)out;
    return run_log(path, &run, err);
}

/* The first version: the plan as it is. */
static bool draft(struct text *out, struct err *err)
{
    struct history history;
    struct entry entry = { .version = 1,
                           .kind = "base",
                           .title = "T",
                           .reason = "",
                           .role = "A",
                           .initials = "NVA",
                           .day = "2026-11-29" };
    (void)out;
    if (!history_read(path, &history, err))
        return false;
    struct plan *empty = model_new("");
    struct changes *list = changes_between(empty, before);
    entry.version = history.n + 1;
    history_fill(&entry, list);
    entry.content = plan_digest(before);
    bool ok = history_allows(&history, history.n, &entry, empty, before, err) &&
              history_add(path, &history, &entry, NULL, NULL, err);
    free(entry.bytes);
    changes_free(list);
    plan_free(empty);
    history_release(&history);
    return ok;
}

/* Reading: what is found, as text. */

static bool read_plan(struct text *out, struct err *err)
{
    struct plan *plan = store_open(path, &known, err);
    if (plan)
        text_add(out, "%s %s\n", plan_name(plan), plan_digest(plan));
    bool ok = plan != NULL;
    plan_free(plan);
    return ok;
}

static bool read_scenarios(struct text *out, struct err *err)
{
    struct chain chain;
    if (!store_tree(path, &chain, err))
        return false;
    for (int i = 0; i < chain.n; i++)
        text_add(out, "%s %d\n", chain.scenario[i].name, chain.list[i]->n);
    chain_release(&chain);
    if (!strstr(out->bytes, "kept"))
        return true;
    if (!store_chain(path, "kept", &chain, err))
        return false;
    text_add(out, "chain of %d\n", chain.n);
    chain_release(&chain);
    return true;
}

static bool read_versions(struct text *out, struct err *err)
{
    struct history history;
    if (!history_read(path, &history, err))
        return false;
    for (int i = 0; i < history.n; i++)
        text_add(out, "%s %s\n", history.entry[i].kind,
                 history.entry[i].content);
    history_release(&history);
    return true;
}

static bool read_runs(struct text *out, struct err *err)
{
    struct run_record *list = NULL;
    int n = run_list(path, &list, err);
    for (int i = 0; i < n; i++)
        text_add(out, "%d %s\n", (int)list[i].id, list[i].script);
    free(list);
    if (n < 1)
        return n == 0;
    struct run_record *run = run_find(path, 1, err);
    if (run)
        text_add(out, "%d parts, first of %zu\n", run->nparts,
                 run->part[0].size);
    bool ok = run != NULL;
    run_free(run);
    return ok;
}

/* All that the file holds; "" when there is none. */
static void read_all(struct text *out)
{
    struct err err;
    text_clear(out);
    if (access(path, F_OK) != 0)
        return;
    assert_ok(read_plan(out, &err));
    assert_ok(read_scenarios(out, &err));
    assert_ok(read_versions(out, &err));
    assert_ok(read_runs(out, &err));
}

/* Writing */

static bool save(struct text *out, struct err *err)
{
    (void)out;
    return store_save(after, path, err);
}

static bool discard(struct text *out, struct err *err)
{
    (void)out;
    return store_discard(path, "kept", false, err);
}

static bool promote(struct text *out, struct err *err)
{
    (void)out;
    return store_promote(after, NULL, path, "kept", err);
}

static bool forget(struct text *out, struct err *err)
{
    (void)out;
    return run_forget(path, 1, err);
}

/* The results of a sweep of two experiments, in a file of their own. */

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "ours" }, { "y", "Y", "VND", "", "" }
};
static const struct results_about about = {
    .name = "test",
    .question = "",
    .script = "s.lua",
    .script_hash = "00",
    .parameters = "",
    .design = "kind=latin n=2",
    .versions = "ccn",
    .identity = "1",
    .runs = 2,
    .block = 1,
    .inputs = 1,
    .outputs = 1,
    .column = columns,
};

static bool put_block(struct results *results, int number, struct err *err)
{
    const double in = number, out = NAN;
    const char *const reason = "because";
    unsigned char hash[RESULTS_HASH] = { 7 };
    const struct results_block block = { .number = number,
                                         .first = number,
                                         .runs = 1,
                                         .failed = 1,
                                         .in = &in,
                                         .out = &out,
                                         .reason = &reason,
                                         .hash = hash };
    return results_put(results, &block, err);
}

static void add_reason(void *data, long number, const char *why)
{
    text_add(data, "%ld %s\n", number, why);
}

static bool read_results(struct text *out, struct err *err)
{
    double column[8];
    struct results_file *from = results_open(other, err);
    if (!from)
        return false;
    text_add(out, "%ld of %ld failed, %s\n", results_failed(from),
             results_count(from), results_hash(from));
    bool ok = results_read(from, 0, column, err);
    for (long i = 0; ok && i < results_count(from); i++)
        text_add(out, "%g\n", column[i]);
    ok = ok && results_reasons(from, 8, add_reason, out, err);
    results_free(from);
    return ok;
}

static bool sweep(struct text *out, struct err *err)
{
    struct results *results = results_create(other, &about, err);
    if (!results)
        return false;
    bool ok = put_block(results, 1, err) && put_block(results, 0, err);
    struct err why;
    bool closed = results_close(results, ok ? err : &why);
    (void)out;
    return ok && closed;
}

static bool go_on(struct text *out, struct err *err)
{
    bool none = false;
    struct results *results = results_resume(other, &about, &none, err);
    if (none || !results)
        return none;
    bool ok = true;
    for (int i = 0; ok && i < 2; i++)
        ok = results_done(results)[i] || put_block(results, i, err);
    struct err why;
    bool closed = results_close(results, ok ? err : &why);
    (void)out;
    return ok && closed;
}

/* The checks */

static void reset(void)
{
    struct err err;
    char name[500];
    static const char *const beside[] = { "-journal", ".format3.bak",
                                          ".format3.bak-journal" };
    unlink(path);
    unlink(other);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(name, sizeof name, "%s%s", path, beside[i]);
        unlink(name);
    }
    if (file.size > 0)
        assert_ok(file_save(path, file.bytes, file.size, &err));
    if (swept.size > 0)
        assert_ok(file_save(other, swept.bytes, swept.size, &err));
}

/* Fail the calls in turn until all are through.  Returns how many acts were
 * refused. */
static long each_call(bool (*act)(struct text *, struct err *),
                      void (*check)(bool ok, const struct text *out,
                                    const struct err *err))
{
    long refused = 0;
    for (long call = 1; call < CALLS_MOST; call += stride) {
        struct err err = { .text = "" };
        struct text out = TEXT_INIT;
        reset();
        hit = false, told = 0, left = call;
        bool ok = act(&out, &err);
        left = 0, told = 0;
        if (!ok && err.text[0] == '\0')
            fail_msg("call %ld: refused without a reason", call);
        refused += !ok;
        check(ok, &out, &err);
        text_release(&out);
        if (!hit) {
            assert_true(ok);
            return refused;
        }
    }
    fail_msg("it never came to its end");
    return 0;
}

static struct text old, new, now;

static bool is_untouched(void)
{
    struct err err;
    struct text bytes = TEXT_INIT;
    bool same = file.size > 0 && file_load(path, FILE_MOST, &bytes, &err) &&
                bytes.size == file.size &&
                memcmp(bytes.bytes, file.bytes, file.size) == 0;
    text_release(&bytes);
    return same;
}

static void is_as_said(bool ok, const struct text *out, const struct err *err)
{
    (void)out;
    if (!ok && is_untouched())
        return;
    read_all(&now);
    const char *wanted = ok ? new.bytes : old.bytes;
    if (strcmp(now.bytes, wanted) != 0)
        fail_msg("%s, but the file holds:\n%sand not:\n%s",
                 ok ? "done" : err->text, now.bytes, wanted);
}

static void says_what_is_there(bool (*act)(struct text *, struct err *))
{
    struct err err;
    code = SQLITE_IOERR;
    reset();
    read_all(&old);
    assert_ok(act(&now, &err));
    read_all(&new);
    assert_true(each_call(act, is_as_said) > 5);
}

static void is_whole(bool ok, const struct text *out, const struct err *err)
{
    (void)err;
    if (ok && strcmp(out->bytes, new.bytes) != 0)
        fail_msg("read as whole:\n%sinstead of:\n%s", out->bytes, new.bytes);
}

static void reads_the_whole(bool (*act)(struct text *, struct err *))
{
    struct err err;
    code = SQLITE_IOERR;
    reset();
    text_clear(&new);
    assert_ok(act(&new, &err));
    assert_true(each_call(act, is_whole) > 3);
}

/* Done is finished; what is refused can be gone on with. */
static void is_gone_on_with(bool ok, const struct text *out,
                            const struct err *err)
{
    struct err now_err;
    (void)err;
    text_clear(&now);
    if (!ok && access(other, F_OK) == 0)
        ok = go_on(&now, &now_err) && results_unfinished(other) == 0;
    if (ok && read_results(&now, &now_err) &&
        strstr(now.bytes, "2 of 2 failed"))
        assert_string_equal(now.bytes, new.bytes);
    (void)out;
}

static void take(void)
{
    struct err err;
    text_clear(&file);
    assert_ok(file_load(path, FILE_MOST, &file, &err));
}

static int begin(void **state)
{
    struct err err;
    const char *build = getenv("BUILD");
    (void)state;
    snprintf(path, sizeof path, "%s/test_calls-%ld.gpkg",
             build ? build : "build", (long)getpid());
    snprintf(other, sizeof other, "%s.sqlite", path);
    file = swept = old = new = now = (struct text)TEXT_INIT;
    before = make_plan();
    after = plan_fork(before, "After");
    set(after, CLUSTER, "C", CLUSTER_PROJECTS, value_whole(2));
    reset();
    assert_ok(store_save(before, path, &err));
    assert_ok(keep(NULL, &err) && log_run(NULL, &err));
    take();
    return 0;
}

static int end(void **state)
{
    (void)state;
    text_release(&file);
    reset();
    plan_free(after);
    plan_free(before);
    text_release(&old);
    text_release(&new);
    text_release(&now);
    return 0;
}

/* Of an old format: its plan is the old one or the new one. */
static void is_refused_or_done(bool ok, const struct text *out,
                               const struct err *err)
{
    struct err none;
    (void)out, (void)err;
    text_clear(&now);
    assert_true(read_plan(&now, &none));
    assert_int_equal(ok, strstr(now.bytes, plan_digest(after)) != NULL);
}

static void a_save_says_what_is_in_the_file(void **state)
{
    (void)state;
    says_what_is_there(save);
}

static void a_new_file_is_whole_or_not_there(void **state)
{
    (void)state;
    struct text kept = file;
    file = (struct text)TEXT_INIT;
    stride = 5; /* a save over a file makes nearly the same calls */
    says_what_is_there(save);
    stride = 1;
    file = kept;
}

/* What came before it is lost, so what comes after must not be kept. */
static void a_transaction_that_the_disk_ended_writes_nothing(void **state)
{
    struct err err;
    (void)state;
    reset();
    read_all(&old);
    assert_ok(save(NULL, &err));
    read_all(&new);
    code = SQLITE_OK;
    stride = 7;
    assert_true(each_call(save, is_as_said) > 5);
    stride = 1;
}

static void a_file_that_cannot_take_its_name_is_said(void **state)
{
    struct err err;
    struct text kept = file;
    (void)state;
    file = (struct text)TEXT_INIT;
    reset();
    no_rename = true;
    assert_false(store_save(after, path, &err));
    no_rename = false;
    assert_non_null(strstr(err.text, ": Read-only file system"));
    assert_int_not_equal(access(path, F_OK), 0);
    file = kept;
}

static void without_a_list_of_drives_any_is_written_to(void **state)
{
    struct err err;
    (void)state;
    reset();
    no_list = true;
    assert_ok(store_save(after, path, &err));
    no_list = false;
}

static void make_file(const char *tail, const char *bytes, size_t size)
{
    struct err err;
    char name[500];
    snprintf(name, sizeof name, "%s%s", path, tail);
    unlink(name);
    if (bytes)
        assert_ok(file_save(name, bytes, size, &err));
}

static void what_lies_beside_a_plan_is_looked_at(void **state)
{
    struct err err;
    (void)state;
    reset();
    make_file("-shm", "x", 1);
    assert_false(store_save(after, path, &err));
    assert_non_null(strstr(err.text, "beside it lies a write-ahead log"));
    assert_int_equal(unlink(path), 0);
    assert_false(store_save(after, path, &err)); /* as a new file */
    assert_non_null(strstr(err.text, "beside it lies a write-ahead log"));
    assert_false(log_run(NULL, &err));
    make_file("-shm", NULL, 0);
    make_file("-journal", "x", 1); /* too short to be one */
    assert_false(store_save(after, path, &err));
    assert_non_null(strstr(err.text, "of a plan file that is gone lies there"));
    reset();
    make_file("-journal", "\0x", 2);
    assert_ok(store_save(after, path, &err)); /* done with: it begins with 0 */
    make_file("-journal", "x", 1);
    struct history history;
    assert_false(history_read(path, &history, &err));
    assert_non_null(strstr(err.text, "its journal waits to be rolled back"));
    make_file("-journal", NULL, 0);
}

/* Journals of runs */

static bool make_journal(struct text *out, struct err *err)
{
    (void)out;
    return run_make_journal(other, err);
}

/* Done, or it can be made still. */
static void is_a_journal(bool ok, const struct text *out, const struct err *err)
{
    struct err why;
    struct run_record *list = NULL;
    (void)out, (void)err;
    if (ok || run_make_journal(other, &why))
        assert_int_equal(run_list(other, &list, &why), 0);
    free(list);
}

static void a_journal_is_made_once(void **state)
{
    struct err err;
    (void)state;
    code = SQLITE_IOERR;
    assert_true(each_call(make_journal, is_a_journal) > 3);
    reset();
    assert_ok(run_make_journal(other, &err));
    assert_ok(run_make_journal(other, &err)); /* there is one */
    assert_false(run_make_journal("/no/such/folder/runs", &err));
    assert_string_equal(err.text,
                        "/no/such/folder/runs: No such file or directory");
}

static void scenarios_are_kept_as_said(void **state)
{
    (void)state;
    says_what_is_there(keep);
    says_what_is_there(discard);
    stride = 7;
    says_what_is_there(promote);
    stride = 1;
}

static void versions_and_runs_are_added_as_said(void **state)
{
    (void)state;
    says_what_is_there(draft);
    says_what_is_there(log_run);
    says_what_is_there(forget);
}

static void a_sweep_is_whole_or_refused(void **state)
{
    struct err err;
    (void)state;
    code = SQLITE_IOERR;
    reset();
    text_clear(&new);
    assert_ok(sweep(NULL, &err));
    assert_ok(read_results(&new, &err));
    assert_true(each_call(sweep, is_gone_on_with) > 5);
}

static void a_sweep_is_gone_on_with_or_refused(void **state)
{
    struct err err;
    (void)state;
    code = SQLITE_IOERR;
    reset();
    struct results *results = results_create(other, &about, &err);
    assert_ok(results != NULL && put_block(results, 1, &err));
    assert_false(put_block(results, 2, &err));
    assert_string_equal(err.text, "there is no such block");
    assert_false(put_block(results, -1, &err));
    assert_ok(results_close(results, &err));
    assert_ok(file_load(other, FILE_MOST, &swept, &err));
    text_clear(&new);
    assert_ok(go_on(NULL, &err) && read_results(&new, &err));
    assert_true(each_call(go_on, is_gone_on_with) > 5);
    text_release(&swept);
}

/* Format 3 had no log, no offices, and less of an observation. */
static void a_plan_of_an_older_format_is_read_whole(void **state)
{
    (void)state;
    sqlite3 *db;
    struct err err;
    reset();
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;"
                     "DROP TABLE office;"
                     "DELETE FROM gpkg_contents WHERE table_name = 'office';"
                     "DELETE FROM gpkg_data_columns"
                     " WHERE table_name = 'office';"
                     "ALTER TABLE scenario DROP COLUMN parameters;"
                     "ALTER TABLE observation DROP COLUMN unit;"
                     "ALTER TABLE observation DROP COLUMN received;"
                     "ALTER TABLE observation DROP COLUMN status;"
                     "DELETE FROM gpkg_data_columns"
                     " WHERE table_name = 'observation' AND"
                     " column_name IN ('unit', 'received', 'status');"
                     "UPDATE ccn_meta SET value = 3 WHERE name = 'format'",
                     NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    struct text kept = file;
    file = (struct text)TEXT_INIT;
    assert_ok(file_load(path, FILE_MOST, &file, &err));
    reads_the_whole(read_plan);
    reads_the_whole(read_scenarios);
    code = SQLITE_IOERR;
    stride = 7;
    assert_true(each_call(save, is_refused_or_done) > 5);
    stride = 1;
    text_release(&file);
    file = kept;
}

static void what_is_read_is_whole(void **state)
{
    struct err err;
    (void)state;
    reset();
    assert_ok(draft(NULL, &err));
    take();
    reads_the_whole(read_plan);
    reads_the_whole(read_scenarios);
    reads_the_whole(read_versions);
    reads_the_whole(read_runs);
}

static void a_call_that_fails_is_explained(void **state)
{
    (void)state;
    static const struct {
        int code;
        const char *why;
    } known_codes[] = {
        { SQLITE_BUSY, "the file is busy: another program is writing it" },
        { SQLITE_LOCKED, "the file is busy: another program is writing it" },
        { SQLITE_READONLY, "the file or its folder may not be written" },
        { SQLITE_CANTOPEN, "it cannot be opened: its folder is not there" },
        { SQLITE_PERM, "it cannot be opened: its folder is not there" },
        { SQLITE_FULL, "the disk is full" },
        { SQLITE_CORRUPT, "the file is damaged: " },
        { SQLITE_NOTADB, "it is no plan file" },
    };
    for (size_t i = 0; i < sizeof known_codes / sizeof *known_codes; i++) {
        struct err err = { .text = "" };
        reset();
        code = known_codes[i].code;
        left = 3;
        bool ok = store_save(after, path, &err);
        left = 0;
        assert_false(ok);
        if (!strstr(err.text, known_codes[i].why))
            fail_msg("'%s' does not say '%s'", err.text, known_codes[i].why);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_that_fails_is_explained),
        cmocka_unit_test(a_save_says_what_is_in_the_file),
        cmocka_unit_test(a_new_file_is_whole_or_not_there),
        cmocka_unit_test(a_transaction_that_the_disk_ended_writes_nothing),
        cmocka_unit_test(a_file_that_cannot_take_its_name_is_said),
        cmocka_unit_test(without_a_list_of_drives_any_is_written_to),
        cmocka_unit_test(what_lies_beside_a_plan_is_looked_at),
        cmocka_unit_test(a_journal_is_made_once),
        cmocka_unit_test(scenarios_are_kept_as_said),
        cmocka_unit_test(versions_and_runs_are_added_as_said),
        cmocka_unit_test(a_sweep_is_whole_or_refused),
        cmocka_unit_test(a_sweep_is_gone_on_with_or_refused),
        cmocka_unit_test(a_plan_of_an_older_format_is_read_whole),
        cmocka_unit_test(what_is_read_is_whole),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
