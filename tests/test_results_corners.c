/* Results of a sweep: files that are not what they seem, and a disk or a clock
 * that is slow.  sqlite3_exec() fails when told to, and the clock hurries. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "tests/test.h"

#include <dlfcn.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/io/file.h"
#include "core/store/db.h"
#include "core/store/results.h"
#include "core/store/results_rows.h"

static char path[400], wal[420];
static const char *breaks; /* a statement that holds this fails */
static time_t hurry; /* seconds that pass from one look at the clock to the
                        next */

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
    return exec(db, sql, each, data, error);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int (*function)(clockid_t, struct timespec *);
    static time_t passed;
    real("clock_gettime", &function);
    int code = function(clock, now);
    if (clock == CLOCK_MONOTONIC)
        now->tv_sec += passed += hurry;
    return code;
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

static int setup(void **state)
{
    const char *build = getenv("BUILD");
    (void)state;
    snprintf(path, sizeof path, "%s/test_results_corners-%ld.sqlite",
             build ? build : "build", (long)getpid());
    snprintf(wal, sizeof wal, "%s-wal", path);
    unlink(path);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    breaks = NULL;
    hurry = 0;
    unlink(path);
    unlink(wal);
    return 0;
}

static void says(const struct err *err, const char *words)
{
    if (!strstr(err->text, words))
        fail_msg("'%s' does not say '%s'", err->text, words);
}

/* Statements of a stranger: nothing guards the file. */
static void execute(const char *sql)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(db);
}

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "ours" }, { "y", "Y", "VND", "", "" }
};
static const struct results_about about = {
    .name = "test",
    .question = "",
    .script = "s.lua",
    .script_hash = "00",
    .parameters = "",
    .design = "kind=latin n=8",
    .versions = "ccn",
    .identity = "1",
    .runs = 8,
    .block = 1,
    .inputs = 1,
    .outputs = 1,
    .column = columns,
};

static struct results_block block_of(int number, const double *cell)
{
    static const unsigned char hash[RESULTS_HASH] = { 7 };
    return (struct results_block){ .number = number,
                                   .first = number,
                                   .runs = 1,
                                   .in = cell,
                                   .out = cell,
                                   .hash = hash };
}

static void put(struct results *results, int first, int n)
{
    struct err err;
    for (int i = first; i < first + n; i++) {
        const double cell = i;
        struct results_block block = block_of(i, &cell);
        assert_ok(results_put(results, &block, &err));
    }
}

static void make_results(int n)
{
    struct err err;
    unlink(path);
    struct results *results = results_create(path, &about, &err);
    assert_ok(results != NULL);
    put(results, 0, n);
    assert_ok(results_close(results, &err));
}

/* The first waits of a sweep are short, the later ones are not longer than a
 * quarter of a second. */
static void a_block_is_on_the_disk_when_its_time_is_over(void **state)
{
    struct err err;
    (void)state;
    hurry = 1;
    struct results *results = results_create(path, &about, &err);
    assert_ok(results != NULL);
    for (int i = 0; i < 8; i++) {
        put(results, i, 1);
        assert_int_equal(results_unfinished(path), i + 1);
    }
    assert_ok(results_close(results, &err));
    assert_int_equal(results_unfinished(path), 0);
}

static void a_block_whose_commit_fails_is_said(void **state)
{
    struct err err;
    const double cell = 1;
    struct results_block block = block_of(0, &cell);
    (void)state;
    hurry = 1;
    struct results *results = results_create(path, &about, &err);
    assert_ok(results != NULL);
    breaks = "COMMIT";
    assert_false(results_put(results, &block, &err));
    breaks = NULL;
    results_close(results, &err);
    assert_int_equal(results_unfinished(path), 0);
}

static void what_is_no_sweep_is_left_alone(void **state)
{
    static const char garbage[] = "this is no database, but a text of someone";
    struct err err;
    struct text now = TEXT_INIT;
    (void)state;
    execute("CREATE TABLE theirs (a)");
    assert_null(results_create(path, &about, &err));
    says(&err, "holds no results of a sweep");
    assert_null(results_open(path, &err));
    says(&err, "it holds no results of a sweep");
    execute("INSERT INTO theirs VALUES (1)");
    assert_ok(file_save(path, garbage, sizeof garbage, &err));
    assert_null(results_create(path, &about, &err));
    says(&err, "holds no results of a sweep");
    assert_ok(file_load(path, FILE_MOST, &now, &err));
    assert_memory_equal(now.bytes, garbage, sizeof garbage);
    text_release(&now);
    assert_int_equal(results_unfinished(path), 0);
}

static void an_empty_file_becomes_the_results(void **state)
{
    struct err err;
    (void)state;
    assert_null(results_open(path, &err));
    says(&err, "cannot be opened");
    assert_ok(file_save(path, "", 0, &err)); /* killed before it began */
    struct results *results = results_create(path, &about, &err);
    assert_ok(results != NULL);
    put(results, 0, 8);
    assert_ok(results_close(results, &err));
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    assert_true(results_finished(file));
    results_free(file);
}

static void a_log_beside_stops_going_on_and_reading(void **state)
{
    struct err err;
    bool none;
    (void)state;
    make_results(1);
    assert_ok(file_save(wal, "x", 1, &err));
    assert_null(results_resume(path, &about, &none, &err));
    assert_false(none);
    says(&err, "write-ahead log");
    assert_null(results_open(path, &err));
    says(&err, "write-ahead log");
}

static void blocks_of_nowhere_are_not_counted(void **state)
{
    struct err err;
    bool none;
    (void)state;
    make_results(2);
    execute("INSERT INTO block VALUES (-1, 1, 7, 0, x'00'),"
            " (99, 1, 7, 0, x'00')");
    struct results *results = results_resume(path, &about, &none, &err);
    assert_ok(results != NULL);
    assert_int_equal(results_stored(results), 2);
    assert_ok(results_close(results, &err));
}

static void a_hash_of_anpath_size_does_not_finish_a_sweep(void **state)
{
    struct err err;
    bool none;
    (void)state;
    make_results(7);
    execute("UPDATE block SET hash = x'00' WHERE number = 3");
    struct results *results = results_resume(path, &about, &none, &err);
    assert_ok(results != NULL);
    put(results, 7, 1);
    assert_ok(results_close(results, &err));
    assert_int_equal(results_unfinished(path), 8);
}

static void rows_that_go_meanwhile_are_missed(void **state)
{
    struct err err;
    double column[8];
    (void)state;
    make_results(8);
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    assert_ok(results_read(file, 0, column, &err));
    assert_near(column[7], 7);
    execute("DELETE FROM experiment WHERE number = 3");
    assert_false(results_read(file, 0, column, &err));
    says(&err, "rows of the table experiment are lost");
    results_free(file);
}

static void is_no_sweep(const char *sql, const char *words)
{
    struct err err;
    execute(sql);
    assert_null(results_open(path, &err));
    says(&err, words);
}

static void results_that_were_bent_are_refused(void **state)
{
    (void)state;
    make_results(1);
    is_no_sweep("PRAGMA user_version = 9", "newer ccn (format 9");
    is_no_sweep("PRAGMA user_version = 1; DELETE FROM sweep",
                "it holds no results of a sweep");
    is_no_sweep("DROP TABLE sweep", "no such table");
}

static void a_column_without_a_unit_has_none(void **state)
{
    struct err err;
    (void)state;
    make_results(1);
    execute("CREATE TABLE was AS SELECT * FROM factor;"
            "DROP TABLE factor;"
            "CREATE TABLE factor AS SELECT * FROM was;"
            "UPDATE factor SET unit = NULL");
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    assert_string_equal(results_about(file)->column[0].unit, "");
    results_free(file);
}

static void no_more_columns_are_read_than_a_table_has(void **state)
{
    struct err err;
    (void)state;
    make_results(1);
    execute("WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL"
            " SELECT i + 1 FROM n WHERE i < 2500)"
            " INSERT INTO factor SELECT i, 'a' || i, '', '', '', ''"
            " FROM n");
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    assert_int_equal(results_about(file)->inputs, 2000);
    assert_int_equal(results_about(file)->outputs, 0);
    results_free(file);
}

static int64_t ask(sqlite3 *db, const char *sql)
{
    return db_number(db, sql, -1);
}

static void the_rows_of_a_block_have_its_numbers(void **state)
{
    struct err err;
    const double cells[] = { 5, NAN };
    struct results_block block = block_of(40, cells);
    struct results_rows source = { .inputs = 1, .outputs = 1 };
    (void)state;
    sqlite3 *db = db_open(":memory:", DB_CREATE, &err);
    assert_ok(db != NULL);
    results_rows_module(db, &source);
    assert_int_equal(ask(db, "SELECT count(*) FROM ccn_rows"), 0);
    block.runs = 2;
    source.block = &block;
    assert_int_equal(ask(db, "SELECT count(*) FROM ccn_rows"), 2);
    assert_int_equal(ask(db, "SELECT sum(rowid) FROM ccn_rows"), 41 + 42);
    assert_int_equal(ask(db, "SELECT sum(rowid = number) FROM ccn_rows"), 2);
    assert_int_equal(ask(db, "SELECT count(failed) FROM ccn_rows"), 0);
    assert_int_equal(ask(db, "SELECT count(c1) FROM ccn_rows"), 1);
    db_close(db);
}

static void a_block_of_too_many_columns_is_refused(void **state)
{
    struct err err;
    struct results_rows source = { .inputs = 3000, .outputs = 1 };
    (void)state;
    sqlite3 *db = db_open(":memory:", DB_CREATE, &err);
    assert_ok(db != NULL);
    results_rows_module(db, &source);
    assert_null(db_prepare(db, "SELECT * FROM ccn_rows", &err));
    db_close(db);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_block_is_on_the_disk_when_its_time_is_over),
        TEST(a_block_whose_commit_fails_is_said),
        TEST(what_is_no_sweep_is_left_alone),
        TEST(an_empty_file_becomes_the_results),
        TEST(a_log_beside_stops_going_on_and_reading),
        TEST(blocks_of_nowhere_are_not_counted),
        TEST(a_hash_of_anpath_size_does_not_finish_a_sweep),
        TEST(rows_that_go_meanwhile_are_missed),
        TEST(results_that_were_bent_are_refused),
        TEST(a_column_without_a_unit_has_none),
        TEST(no_more_columns_are_read_than_a_table_has),
        TEST(the_rows_of_a_block_have_its_numbers),
        TEST(a_block_of_too_many_columns_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
