/* What is rarely met: a statement that fails in the middle of a save, files
 * beside a plan, files that a stranger bent.  The functions of SQLite and of
 * the system stand here once more and fail when told to. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "tests/test.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "core/data/digest.h"
#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/allow.h"
#include "core/store/chain.h"
#include "core/store/db.h"
#include "core/store/history.h"
#include "core/store/run.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400], other[420];
static struct plan *before, *after;

/* What fails */

static const char *breaks;    /* a statement that holds this fails */
static const char *ends;      /* behind this one the transaction is ended */
static const char *many;      /* this query answers with a very high number */
static const char *mounts;    /* what the system lists; "": nothing of here */
static const char *meanwhile; /* what another program does to the other file,
                                which is about to be made */
static bool no_rename, no_folder, no_journal, no_second_look;

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    assert_non_null(found);
    memcpy(function, &found, sizeof found);
}

int sqlite3_exec(sqlite3 *db, const char *sql,
                 int (*each)(void *, int, char **, char **), void *data,
                 char **error)
{
    int (*exec)(sqlite3 *, const char *, int (*)(void *, int, char **, char **),
                void *, char **);
    real("sqlite3_exec", &exec);
    if (breaks && strstr(sql, breaks))
        sql = "no statement";
    int code = exec(db, sql, each, data, error);
    if (ends && strstr(sql, ends))
        exec(db, "ROLLBACK", NULL, NULL, NULL);
    return code;
}

int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int size,
                       sqlite3_stmt **made, const char **tail)
{
    int (*prepare)(sqlite3 *, const char *, int, sqlite3_stmt **,
                   const char **);
    real("sqlite3_prepare_v2", &prepare);
    bool broken = breaks && strstr(sql, breaks);
    return prepare(db, broken ? "no statement" : sql, size, made, tail);
}

sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *statement, int column)
{
    sqlite3_int64 (*number)(sqlite3_stmt *, int);
    real("sqlite3_column_int64", &number);
    return many && strstr(sqlite3_sql(statement), many)
               ? INT32_MAX
               : number(statement, column);
}

static int not_read(sqlite3_file *file, void *out, int size, sqlite3_int64 at)
{
    (void)file, (void)out, (void)size, (void)at;
    return SQLITE_IOERR_READ;
}

static const sqlite3_io_methods unreadable = { .xRead = not_read };
static sqlite3_file lost = { &unreadable };

/* The first time it is the file; after that one that cannot be read. */
int sqlite3_file_control(sqlite3 *db, const char *name, int what, void *out)
{
    int (*control)(sqlite3 *, const char *, int, void *);
    static bool looked;
    real("sqlite3_file_control", &control);
    int code = control(db, name, what, out);
    if (no_second_look && looked) {
        sqlite3_file *none = &lost;
        memcpy(out, &none, sizeof none);
    }
    looked = no_second_look;
    return code;
}

int rename(const char *from, const char *to)
{
    int (*move)(const char *, const char *);
    real("rename", &move);
    errno = EROFS;
    return no_rename ? -1 : move(from, to);
}

/* Statements of a stranger: nothing guards the file. */
static void execute_in(const char *name, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(name, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(db);
}

int open(const char *name, int flags, ...)
{
    int (*function)(const char *, int, ...);
    va_list more;
    real("open", &function);
    va_start(more, flags);
    int mode = flags & O_CREAT ? va_arg(more, int) : 0;
    va_end(more);
    if (meanwhile && strcmp(name, other) == 0) {
        const char *sql = meanwhile;
        meanwhile = NULL;
        execute_in(other, sql);
    }
    errno = EACCES;
    return no_folder && flags & O_DIRECTORY ? -1 : function(name, flags, mode);
}

static FILE *list_mounts(void)
{
    static char list[200];
    struct stat about;
    assert_int_equal(stat(".", &about), 0);
    snprintf(list, sizeof list,
             "1 1 - ext4\n1 1 %u:%u / / rw - \n1 1 %u:%u / / rw - %s host\n",
             major(about.st_dev), minor(about.st_dev), major(about.st_dev),
             minor(about.st_dev) + !*mounts, mounts);
    return fmemopen(list, strlen(list), "r");
}

FILE *fopen(const char *name, const char *mode)
{
    FILE *(*function)(const char *, const char *);
    real("fopen", &function);
    if (mounts && strstr(name, "mountinfo"))
        return list_mounts();
    return no_journal && strstr(name, "-journal") ? NULL : function(name, mode);
}

/* Nothing is really synced, so that the tests are quick. */
int fsync(int file)
{
    (void)file;
    return 0;
}

int fdatasync(int file)
{
    (void)file;
    return 0;
}

/* The file */

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
    struct plan *plan = model_new("Corners");
    set(plan, UNIT, "X", UNIT_NOTE, value_text("X"));
    set(plan, CLUSTER, "A", CLUSTER_UNIT, value_text("X"));
    set(plan, CLUSTER, "B", CLUSTER_UNIT, value_text("X"));
    set(plan, CLUSTER, "B", CLUSTER_PROJECTS, value_whole(1));
    set(plan, OBSERVATION, "o", OBSERVATION_VALUE, value_real(2));
    return plan;
}

static void beside(const char *tail, const void *bytes, size_t size)
{
    struct err err;
    char name[500];
    snprintf(name, sizeof name, "%s%s", path, tail);
    unlink(name);
    rmdir(name);
    if (bytes)
        assert_ok(file_save(name, bytes, size, &err));
}

static void clear(void)
{
    static const char *const tails[] = {
        "",        "-journal",    "-wal",         "-shm",
        ".sqlite", ".sqlite-wal", ".format4.bak", ".format4.bak.new"
    };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        beside(tails[i], NULL, 0);
}

static int setup(void **state)
{
    struct err err;
    const char *build = getenv("BUILD");
    (void)state;
    snprintf(path, sizeof path, "%s/test_store_corners-%ld.gpkg",
             build ? build : "build", (long)getpid());
    snprintf(other, sizeof other, "%s.sqlite", path);
    before = make_plan();
    after = plan_fork(before, "After");
    set(after, CLUSTER, "B", CLUSTER_PROJECTS, value_whole(2));
    clear();
    assert_ok(store_save(before, path, &err));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    breaks = ends = many = meanwhile = NULL;
    no_rename = no_folder = no_journal = no_second_look = false;
    mounts = NULL;
    plan_free(after);
    plan_free(before);
    clear();
    return 0;
}

static void execute(const char *sql)
{
    execute_in(path, sql);
}

/* A table of the same rows that takes anything, or nothing. */
static void loosen(const char *table)
{
    char sql[300];
    snprintf(sql, sizeof sql,
             "CREATE TABLE was AS SELECT * FROM %s; DROP TABLE %s;"
             "CREATE TABLE %s AS SELECT * FROM was; DROP TABLE was",
             table, table, table);
    execute(sql);
}

static void read_bytes(struct text *out)
{
    struct err err;
    text_clear(out);
    assert_ok(file_load(path, FILE_MOST, out, &err));
}

static void says(const struct err *err, const char *words)
{
    if (!strstr(err->text, words))
        fail_msg("'%s' does not say '%s'", err->text, words);
}

static void opens_as(const struct plan *plan)
{
    struct err err;
    struct plan *back = store_open(path, &known, &err);
    assert_ok(back != NULL);
    assert_string_equal(plan_digest(back), plan_digest(plan));
    plan_free(back);
}

static void is_not_read(const char *words)
{
    struct err err;
    assert_null(store_open(path, &known, &err));
    says(&err, words);
}

/* Refused, and not a byte is another. */
static void is_not_written(const char *digest, const char *words)
{
    struct err err;
    struct text old = TEXT_INIT, now = TEXT_INIT;
    read_bytes(&old);
    assert_false(digest ? store_save_over(after, digest, path, &err)
                        : store_save(after, path, &err));
    says(&err, words);
    read_bytes(&now);
    assert_int_equal(now.size, old.size);
    assert_memory_equal(now.bytes, old.bytes, old.size);
    text_release(&old);
    text_release(&now);
}

/* Saving */

static void a_save_onto_an_empty_file_makes_it_a_plan(void **state)
{
    struct err err;
    (void)state;
    beside("", "", 0);
    assert_ok(store_save(after, path, &err));
    opens_as(after);
}

static void a_folder_that_may_not_be_read_takes_a_new_plan(void **state)
{
    struct err err;
    (void)state;
    unlink(path);
    no_folder = true;
    assert_ok(store_save(after, path, &err));
    opens_as(after);
}

static void a_new_plan_that_fails_half_way_is_not_there(void **state)
{
    static const char *const parts[] = { "CREATE TABLE gpkg_contents",
                                         "CREATE TABLE ccn_meta",
                                         "CREATE TABLE run ",
                                         "INSERT INTO gpkg_spatial_ref_sys",
                                         "INSERT INTO ccn_field" };
    (void)state;
    unlink(path);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct err err;
        breaks = parts[i];
        assert_false(store_save(after, path, &err));
        says(&err, "syntax error");
        assert_int_not_equal(access(path, F_OK), 0);
    }
}

static void a_commit_that_fails_makes_no_new_plan(void **state)
{
    struct err err;
    (void)state;
    unlink(path);
    breaks = "COMMIT";
    assert_false(store_save(after, path, &err));
    assert_int_not_equal(access(path, F_OK), 0);
}

static void what_the_disk_ended_is_not_committed(void **state)
{
    (void)state;
    ends = "INSERT OR REPLACE INTO ccn_meta";
    is_not_written(NULL, "the disk failed while the file was read");
    opens_as(before);
}

static void a_file_that_is_lost_after_a_commit_is_not_known(void **state)
{
    (void)state;
    breaks = "COMMIT";
    no_second_look = true;
    is_not_written(NULL, "the old or the new contents is not known");
    no_second_look = false;
    is_not_written(NULL, "the file holds the old contents");
}

static void a_plan_that_cannot_be_read_is_not_written_over(void **state)
{
    (void)state;
    is_not_written("0", "another program has changed the plan meanwhile");
    execute("UPDATE cluster SET unit = 'nowhere' WHERE key = 'A'");
    is_not_written("0", "there is no unit 'nowhere'");
    execute("INSERT INTO ccn_field VALUES (1, 'cluster', 'y', 1, '', '', '', "
            "'', 0, 0, NULL, NULL)");
    is_not_written("0", "no name for a field");
}

/* Older formats */

static void make_format_4(void)
{
    execute("DROP TABLE proposal; DROP TABLE firing; DROP TABLE trigger_set;"
            "DELETE FROM gpkg_contents WHERE table_name IN"
            " ('trigger_set', 'firing', 'proposal');"
            "DELETE FROM gpkg_data_columns WHERE table_name IN"
            " ('trigger_set', 'firing', 'proposal');"
            "UPDATE ccn_meta SET value = 4 WHERE name = 'format'");
}

static void a_migration_that_fails_writes_nothing(void **state)
{
    (void)state;
    make_format_4();
    breaks = "CREATE TABLE IF NOT EXISTS \"trigger_set\"";
    is_not_written("0", "from format 4");
    is_not_written(NULL, "from format 4");
    breaks = NULL;
    opens_as(before);
}

static void the_first_copy_of_an_older_format_stays(void **state)
{
    struct err err;
    char name[500];
    struct text first = TEXT_INIT, now = TEXT_INIT;
    (void)state;
    snprintf(name, sizeof name, "%s.format4.bak", path);
    make_format_4();
    beside(".format4.bak", "", 0); /* no copy: it was cut off */
    assert_ok(store_save(after, path, &err));
    assert_ok(file_load(name, FILE_MOST, &first, &err));
    assert_true(first.size > 0);
    make_format_4();
    assert_ok(store_save(before, path, &err));
    assert_ok(file_load(name, FILE_MOST, &now, &err));
    assert_int_equal(now.size, first.size);
    assert_memory_equal(now.bytes, first.bytes, first.size);
    text_release(&first);
    text_release(&now);
}

static void without_a_copy_nothing_is_migrated(void **state)
{
    (void)state;
    make_format_4();
    no_rename = true;
    is_not_written(NULL, "cannot keep a copy");
}

static void a_format_of_any_size_is_refused(void **state)
{
    (void)state;
    execute("UPDATE ccn_meta SET value = 9999999999 WHERE name = 'format'");
    is_not_read("newer ccn");
    execute("UPDATE ccn_meta SET value = -9999999999 WHERE name = 'format'");
    is_not_read("format -2147483648 is not known");
}

/* Files beside */

static void a_path_that_is_too_long_is_refused(void **state)
{
    struct err err;
    static char name[5000];
    (void)state;
    memset(name, 'x', sizeof name - 1);
    assert_false(store_save(after, name, &err));
    says(&err, "cannot be opened");
    assert_null(store_open(name, &known, &err));
}

static void a_journal_of_any_shape_keeps_the_plan(void **state)
{
    static const unsigned char magic[8] = { 0xd9, 0xd5, 0x05, 0xf9,
                                            0x20, 0xa1, 0x63, 0xd7 };
    char name[500];
    (void)state;
    beside("-journal", magic, sizeof magic); /* only its beginning */
    is_not_read("its journal waits to be rolled back");
    beside("-journal", "waits", 5);
    no_journal = true; /* not to be looked into, but SQLite does */
    is_not_read("may not be written");
    no_journal = false;
    snprintf(name, sizeof name, "%s-journal", path);
    beside("-journal", NULL, 0);
    assert_int_equal(mkdir(name, 0700), 0);
    is_not_written(NULL, "");
    assert_int_equal(rmdir(name), 0);
    opens_as(before);
}

static void
a_log_of_a_file_with_any_name_is_read_without_files_beside(void **state)
{
    struct err err;
    char odd[500], tail[520];
    (void)state;
    execute("PRAGMA journal_mode = WAL");
    snprintf(odd, sizeof odd, "%s%%41?#.gpkg", path);
    assert_int_equal(rename(path, odd), 0);
    struct plan *plan = store_open(odd, &known, &err);
    assert_ok(plan != NULL);
    assert_string_equal(plan_digest(plan), plan_digest(before));
    plan_free(plan);
    snprintf(tail, sizeof tail, "%s-wal", odd);
    assert_int_not_equal(access(tail, F_OK), 0);
    unlink(odd);
}

static void a_file_that_is_not_there_has_no_versions(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    unlink(path);
    assert_false(history_read(path, &history, &err));
    says(&err, "cannot be opened");
    assert_int_not_equal(access(path, F_OK), 0);
}

static void a_plan_on_a_drive_of_the_network_is_not_written(void **state)
{
    (void)state;
    struct err err;
    mounts = "nfs";
    is_not_written(NULL, "it is on a drive of the network (nfs)");
    opens_as(before); /* but read */
    mounts = "";      /* a list without this drive */
    assert_ok(store_save(after, path, &err));
}

/* What a stranger bent */

static void only_statements_of_ccn_are_taken(void **state)
{
    static const char *const denied[] = {
        "CREATE VIEW v AS SELECT 1",
        "ATTACH ':memory:' AS a",
        "CREATE VIRTUAL TABLE strange USING rtree(id, a, b)",
        "CREATE VIRTUAL TABLE rtree_a USING fts5(a)",
        "CREATE TABLE strange (a)",
        "PRAGMA writable_schema = ON",
        "SELECT load_extension('a')",
    };
    struct err err;
    (void)state;
    sqlite3 *db = db_open(path, DB_WRITE, &err);
    assert_ok(db != NULL);
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) {
        assert_false(db_run(db, &err, denied[i]));
        says(&err, "not authorized");
    }
    db_close(db);
}

static void an_index_that_is_not_of_ccn_is_not_written_to(void **state)
{
    (void)state;
    execute("CREATE INDEX mine ON scenario (summary)");
    is_not_written(NULL, "its index 'mine' is not of ccn");
    execute("DROP INDEX mine; DROP INDEX unit_key;"
            "CREATE UNIQUE INDEX \" unit_key\" ON unit (key)");
    is_not_written(NULL, "its index ' unit_key' is not of ccn");
}

static void an_index_of_another_program_is_left_alone(void **state)
{
    struct err err;
    (void)state;
    execute("CREATE TABLE theirs (a); CREATE INDEX mine ON theirs (a)");
    assert_ok(store_save(after, path, &err));
    opens_as(after);
    execute("DROP INDEX mine");
}

static void triggers_write_only_indexes_and_lists(void **state)
{
    static const char *const bad[] = {
        "gpkg_a AFTER INSERT ON unit BEGIN UPDATE OR REPLACE unit SET fid = 9;",
        "gpkg_a AFTER INSERT ON unit BEGIN DELETE FROM unit;",
        "gpkg_a AFTER INSERT ON unit begin SELECT 1;",
        "mine AFTER INSERT ON unit BEGIN SELECT 1;",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char sql[300];
        snprintf(sql, sizeof sql, "CREATE TRIGGER %s END", bad[i]);
        execute(sql);
        is_not_read("that ccn does not write");
        execute("DROP TRIGGER IF EXISTS gpkg_a; DROP TRIGGER IF EXISTS mine");
    }
    execute("CREATE TRIGGER gpkg_a AFTER INSERT ON unit"
            " BEGIN UPDATE gpkg_contents SET srs_id = 0; END;"
            "CREATE VIRTUAL TABLE rtree_a USING RTREE(id, a, b)");
    opens_as(before);
}

static void a_number_without_a_type_is_read_as_a_real(void **state)
{
    (void)state;
    loosen("observation");
    execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
            " replace(sql, 'value REAL', 'value')"
            " WHERE name = 'observation'");
    execute("UPDATE observation SET value = 2");
    opens_as(before);
    execute("UPDATE observation SET value = 'two'");
    is_not_read("value is of the wrong type");
}

static void a_table_of_too_many_rows_is_refused(void **state)
{
    (void)state;
    many = "count(*) FROM \"unit\"";
    is_not_read("unit has too many rows");
}

static void
who_leaves_the_check_out_reads_damage_that_does_no_harm(void **state)
{
    struct err err;
    struct store_options unchecked = known;
    (void)state;
    execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM sqlite_schema WHERE name = 'trade_key')"
            " WHERE name = 'unit_key'");
    is_not_read("the file is damaged");
    unchecked.unchecked = true;
    struct plan *plan = store_open(path, &unchecked, &err);
    assert_ok(plan != NULL);
    assert_string_equal(plan_digest(plan), plan_digest(before));
    plan_free(plan);
}

/* Fields of an analyst's own */

static void limits_and_keys_of_own_fields_are_in_the_file(void **state)
{
    struct err err;
    const struct field size = { .name = "x_size",
                                .kind = KIND_AREA,
                                .unit = "m2",
                                .max = 100 },
                       near = { .name = "x_near",
                                .kind = KIND_REF,
                                .unit = "",
                                .refers = UNIT + 1 };
    (void)state;
    assert_ok(plan_define(after, CLUSTER, &size, &err));
    assert_ok(plan_define(after, CLUSTER, &near, &err));
    const struct schema *schema = plan_schema(after, CLUSTER);
    set(after, CLUSTER, "A", schema_field(schema, "x_near"), value_text("X"));
    set(after, CLUSTER, "A", schema_field(schema, "x_size"),
        value_area(100 * (int64_t)AREA_M2));
    assert_ok(store_save(after, path, &err));
    opens_as(after);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    assert_int_equal(sqlite3_exec(db, "UPDATE cluster SET x_size = x_size + 1",
                                  NULL, NULL, NULL),
                     SQLITE_CONSTRAINT);
    sqlite3_close(db);
}

static void a_field_without_a_name_a_table_or_a_unit_is_refused(void **state)
{
    static const char *const columns[] = { "\"table\"", "name", "unit" };
    (void)state;
    loosen("ccn_field");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char sql[400];
        snprintf(sql, sizeof sql,
                 "DELETE FROM ccn_field; INSERT INTO ccn_field VALUES (1,"
                 " 'cluster', 'x_a', 1, '', '', '', '', 0, 0, NULL, NULL);"
                 "UPDATE ccn_field SET %s = NULL",
                 columns[i]);
        execute(sql);
        is_not_read("ccn_field holds what is no field");
    }
}

/* Scenarios and versions */

static bool keep(const struct store_scenario *scenario, struct err *err)
{
    struct changes *list = changes_between(before, after);
    bool ok = store_keep(path, scenario, list, err);
    changes_free(list);
    return ok;
}

static void an_empty_parent_is_none(void **state)
{
    struct err err;
    struct chain chain;
    const struct store_scenario scenario = { .name = "S",
                                             .parent = "",
                                             .question = "" };
    (void)state;
    assert_ok(keep(&scenario, &err));
    assert_ok(store_chain(path, "S", &chain, &err));
    assert_int_equal(chain.n, 1);
    assert_null(chain.scenario[0].parent);
    assert_null(chain.scenario[0].question);
    chain_release(&chain);
}

static void are_no_scenarios(const char *words)
{
    struct err err;
    struct chain chain;
    assert_false(store_tree(path, &chain, &err));
    says(&err, words);
    assert_false(store_chain(path, "S", &chain, &err));
    assert_int_equal(chain.n, 0);
}

static void scenarios_that_are_none_are_refused(void **state)
{
    struct err err;
    const struct store_scenario scenario = { .name = "S" };
    (void)state;
    assert_ok(keep(&scenario, &err));
    loosen("scenario");
    execute("INSERT INTO scenario (name, changes, summary)"
            " SELECT NULL, changes, '' FROM scenario;"
            "DELETE FROM scenario WHERE name = 'S'");
    are_no_scenarios("a scenario has no name");
    beside("-journal", "waits", 5);
    are_no_scenarios("its journal waits to be rolled back");
    beside("-journal", NULL, 0);
    execute("DROP TABLE scenario");
    are_no_scenarios("it keeps no scenarios");
}

static void an_entry_without_one_of_its_texts_is_damaged(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    execute("CREATE TABLE version (entry, id, parent, follows, kind, title,"
            " reason, role, initials, office, day, written, content, before,"
            " sha256, summary, changes);"
            "CREATE TABLE decision (entry, version, verdict, comment, role,"
            " initials, office, day, written, content, before, sha256);"
            "INSERT INTO version (entry, id, kind) VALUES (1, 1, 'base')");
    assert_false(history_read(path, &history, &err));
    says(&err, "entry 1 of the versions is damaged");
    assert_int_equal(history.n, 0);
}

/* The log */

static struct run_part part = { RUN_OUT, "text", "", "aa", "printed", 7 };

static struct run_record a_run(void)
{
    return (struct run_record){ .started = "2026-11-29T14:44:04Z",
                                .state = "done",
                                .command = "run",
                                .script = "s.lua",
                                .folder = "/",
                                .arguments = "[]",
                                .options = "{}",
                                .versions = "{}",
                                .nparts = 1,
                                .part = &part };
}

static void are_damaged(const char *table, const char *const *columns, int n)
{
    for (int i = 0; i < n; i++) {
        struct err err;
        char sql[300];
        snprintf(sql, sizeof sql, "UPDATE %s SET %s = NULL", table, columns[i]);
        struct text whole = TEXT_INIT;
        read_bytes(&whole);
        execute(sql);
        struct run_record *run = run_find(path, 1, &err);
        if (run)
            fail_msg("%s without %s is read", table, columns[i]);
        says(&err, "run 1 is damaged");
        assert_ok(file_save(path, whole.bytes, whole.size, &err));
        text_release(&whole);
    }
}

static void a_run_without_one_of_its_texts_is_damaged(void **state)
{
    static const char *const of_run[] = { "started", "state",   "command",
                                          "script",  "folder",  "arguments",
                                          "options", "versions" },
                             *const of_part[] = { "side", "kind", "name",
                                                  "sha256" };
    struct err err;
    struct run_record run = a_run();
    (void)state;
    assert_ok(run_log(path, &run, &err));
    loosen("run");
    loosen("run_part");
    are_damaged("run", of_run, 8);
    are_damaged("run_part", of_part, 4);
    struct run_record *whole = run_find(path, 1, &err);
    assert_ok(whole != NULL);
    run_free(whole);
}

static void a_run_ends_with_its_parts_or_not_at_all(void **state)
{
    static const char *const parts[] = { "UPDATE run SET",
                                         "INSERT INTO run_part" };
    struct err err;
    struct run_record run = a_run();
    (void)state;
    run.state = "running";
    run.nparts = 0;
    assert_ok(run_log(path, &run, &err));
    run.state = "done";
    run.nparts = 1;
    sqlite3 *db = db_open(path, DB_WRITE, &err);
    assert_ok(db != NULL);
    for (int i = 0; i < 2; i++) {
        breaks = parts[i];
        assert_false(run_end(db, &run, &err));
    }
    breaks = NULL;
    assert_ok(run_end(db, &run, &err));
    db_close(db);
}

static void a_journal_that_another_makes_meanwhile_is_taken(void **state)
{
    struct err err;
    struct run_record run = a_run();
    (void)state;
    meanwhile = RUN_SCHEMA "INSERT INTO run VALUES (41, '', 0, 'done', NULL,"
                           " '', '', '', '', NULL, '', 0, '', NULL)";
    assert_ok(run_make_journal(other, &err));
    assert_null(meanwhile);
    assert_ok(run_log(other, &run, &err));
    assert_int_equal(run.id, 42);
}

static void a_log_that_cannot_be_written_is_said(void **state)
{
    struct err err;
    struct run_record run = a_run(), *list;
    (void)state;
    beside("-journal", "waits", 5);
    assert_int_equal(run_list(path, &list, &err), -1);
    says(&err, "its journal waits to be rolled back");
    beside("-journal", NULL, 0);
    breaks = "BEGIN IMMEDIATE";
    assert_false(run_log(path, &run, &err));
    assert_false(run_make_journal(other, &err));
    breaks = "COMMIT";
    assert_false(run_log(path, &run, &err));
    assert_int_equal(run.id, 0);
    assert_false(run_make_journal(other, &err));
    breaks = "CREATE TABLE run ";
    assert_false(run_make_journal(other, &err));
    breaks = NULL;
    mounts = "nfs";
    assert_false(run_make_journal(other, &err));
    says(&err, "it is on a drive of the network");
    mounts = NULL;
    assert_ok(run_make_journal(other, &err));
    breaks = "PRAGMA synchronous = OFF";
    assert_false(run_log(other, &run, &err));
    assert_int_equal(run.id, 0);
    breaks = NULL;
    assert_int_equal(run_list(other, &list, &err), 0);
    free(list);
}

/* The last: it fills the list. */
static void no_more_tables_are_known_than_there_is_room_for(void **state)
{
    static char names[300][24];
    int found = 0;
    (void)state;
    for (int i = 0; i < 300; i++) {
        snprintf(names[i], sizeof names[i], "strange%d", i);
        allow_table(names[i]);
    }
    for (int i = 0; i < 300; i++)
        found += allow_known(names[i]);
    assert_true(found > 0 && found < 256);
    assert_false(allow_known(names[299]));
    opens_as(before);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_save_onto_an_empty_file_makes_it_a_plan),
        TEST(a_folder_that_may_not_be_read_takes_a_new_plan),
        TEST(a_new_plan_that_fails_half_way_is_not_there),
        TEST(a_commit_that_fails_makes_no_new_plan),
        TEST(what_the_disk_ended_is_not_committed),
        TEST(a_file_that_is_lost_after_a_commit_is_not_known),
        TEST(a_plan_that_cannot_be_read_is_not_written_over),
        TEST(a_migration_that_fails_writes_nothing),
        TEST(the_first_copy_of_an_older_format_stays),
        TEST(without_a_copy_nothing_is_migrated),
        TEST(a_format_of_any_size_is_refused),
        TEST(a_path_that_is_too_long_is_refused),
        TEST(a_journal_of_any_shape_keeps_the_plan),
        TEST(a_log_of_a_file_with_any_name_is_read_without_files_beside),
        TEST(a_file_that_is_not_there_has_no_versions),
        TEST(a_plan_on_a_drive_of_the_network_is_not_written),
        TEST(only_statements_of_ccn_are_taken),
        TEST(an_index_that_is_not_of_ccn_is_not_written_to),
        TEST(an_index_of_another_program_is_left_alone),
        TEST(triggers_write_only_indexes_and_lists),
        TEST(a_number_without_a_type_is_read_as_a_real),
        TEST(a_table_of_too_many_rows_is_refused),
        TEST(who_leaves_the_check_out_reads_damage_that_does_no_harm),
        TEST(limits_and_keys_of_own_fields_are_in_the_file),
        TEST(a_field_without_a_name_a_table_or_a_unit_is_refused),
        TEST(an_empty_parent_is_none),
        TEST(scenarios_that_are_none_are_refused),
        TEST(an_entry_without_one_of_its_texts_is_damaged),
        TEST(a_run_without_one_of_its_texts_is_damaged),
        TEST(a_run_ends_with_its_parts_or_not_at_all),
        TEST(a_journal_that_another_makes_meanwhile_is_taken),
        TEST(a_log_that_cannot_be_written_is_said),
        TEST(no_more_tables_are_known_than_there_is_room_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
