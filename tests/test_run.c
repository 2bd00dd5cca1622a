/* The log of runs, in a plan file and in a journal. */
#define _GNU_SOURCE /* usleep */
#include "test.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/model/model.h"
#include "core/store/run.h"
#include "core/store/store.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[512];

#define HASH(letter) letter letter letter letter letter letter letter letter

static int setup(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_run-%ld.gpkg", build ? build : "build",
             (long)getpid());
    unlink(path);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    char name[600];
    snprintf(name, sizeof name, "%s-journal", path);
    unlink(path);
    unlink(name);
    return 0;
}

static struct run_part parts[] = {
    { RUN_IN, "script", "s.lua", HASH("a"), "print 'á'\0b", 13 },
    { RUN_IN, "plan", "p.gpkg", HASH("b"), NULL, 0 },
    { RUN_OUT, "text", "", HASH("c"), "", 0 },
};

static struct run_record a_run(void)
{
    return (struct run_record){
        .started = "2026-11-29T14:44:04Z",
        .seconds = 0.25,
        .state = "done",
        .command = "run",
        .script = "s.lua",
        .folder = "/somewhere",
        .arguments = "[\"delay=2\"]",
        .parameters = "{\"delay\":2}",
        .options = "{}",
        .versions = "{\"ccn\":\"0\"}",
        .result = HASH("d"),
        .seed = 4294967295,
        .nparts = 3,
        .part = parts,
    };
}

static void save_plan(void)
{
    struct err err;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    assert_ok(store_save(plan, path, &err));
    plan_free(plan);
}

static void log_one(int64_t id)
{
    struct err err;
    struct run_record run = a_run();
    assert_ok(run_log(path, &run, &err));
    assert_int_equal(run.id, id);
}

static int64_t number(const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *s;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    int64_t found = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    sqlite3_close(db);
    return found;
}

static void execute(const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void a_run_comes_back_with_its_parts(void **state)
{
    (void)state;
    struct err err;
    save_plan();
    log_one(1);
    struct run_record *run = run_find(path, 1, &err), wanted = a_run();
    assert_ok(run != NULL);
    assert_string_equal(run->started, wanted.started);
    assert_true(run->seconds == wanted.seconds && run->seed == wanted.seed);
    assert_string_equal(run->state, "done");
    assert_null(run->error);
    assert_string_equal(run->arguments, wanted.arguments);
    assert_string_equal(run->parameters, wanted.parameters);
    assert_string_equal(run->result, wanted.result);
    assert_int_equal(run->nparts, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(run->part[i].side, parts[i].side);
        assert_string_equal(run->part[i].kind, parts[i].kind);
        assert_string_equal(run->part[i].name, parts[i].name);
        assert_string_equal(run->part[i].sha256, parts[i].sha256);
        assert_int_equal(run->part[i].size, parts[i].size);
    }
    assert_memory_equal(run->part[0].bytes, parts[0].bytes, parts[0].size);
    assert_null(run->part[1].bytes);
    assert_non_null(run->part[2].bytes); /* empty, and known to be */
    run_free(run);
    assert_null(run_find(path, 2, &err));
    assert_non_null(strstr(err.text, "there is no run 2"));
}

static void the_plan_is_not_touched(void **state)
{
    (void)state;
    struct err err;
    save_plan();
    int64_t revision =
        number("SELECT value FROM ccn_meta WHERE name = 'revision'");
    struct plan *before = store_open(path, &known, &err);
    log_one(1);
    log_one(2);
    struct plan *after = store_open(path, &known, &err);
    assert_ok(after != NULL);
    struct changes *list = changes_between(before, after);
    assert_int_equal(list->n, 0);
    changes_free(list);
    assert_int_equal(
        number("SELECT value FROM ccn_meta WHERE name = 'revision'"), revision);
    assert_ok(store_save(after, path, &err)); /* and a save leaves the log */
    assert_int_equal(number("SELECT count(*) FROM run"), 2);
    plan_free(before);
    plan_free(after);
}

static void texts_are_kept_once_and_numbers_never_come_again(void **state)
{
    (void)state;
    struct err err;
    struct run_record *list, run = a_run();
    assert_ok(run_make_journal(path, &err));
    assert_ok(run_make_journal(path, &err)); /* it is there already */
    log_one(1);
    log_one(2);
    assert_int_equal(number("SELECT count(*) FROM run_text"), 2);
    assert_ok(run_forget(path, 2, &err));
    assert_int_equal(number("SELECT count(*) FROM run_text"), 2);
    assert_int_equal(number("SELECT count(*) FROM run_part"), 3);
    log_one(3);
    assert_int_equal(run_list(path, &list, &err), 2);
    assert_int_equal(list[1].id, 3);
    free(list);
    assert_ok(run_forget(path, 1, &err));
    assert_ok(run_forget(path, 3, &err));
    assert_int_equal(number("SELECT count(*) FROM run_text"), 0);
    assert_false(run_forget(path, 3, &err));
    assert_non_null(strstr(err.text, "there is no run 3"));
    run.state = "nonsense"; /* refused by the CHECK: nothing is written */
    assert_false(run_log(path, &run, &err));
    assert_int_equal(run.id, 0);
    assert_int_equal(run_list(path, &list, &err), 0);
    free(list);
}

static void a_text_too_long_is_kept_as_its_hash(void **state)
{
    (void)state;
    struct err err;
    struct run_record run = a_run();
    struct run_part part = parts[0];
    part.size = RUN_TEXT_MOST + 1;
    char *bytes = calloc(part.size, 1);
    part.bytes = bytes;
    run.part = &part;
    run.nparts = 1;
    assert_ok(run_make_journal(path, &err) && run_log(path, &run, &err));
    struct run_record *back = run_find(path, run.id, &err);
    assert_null(back->part[0].bytes);
    assert_string_equal(back->part[0].sha256, HASH("a"));
    run_free(back);
    free(bytes);
}

static void a_busy_file_is_given_up_soon(void **state)
{
    (void)state;
    struct err err;
    struct timespec from, to;
    struct run_record run = a_run();
    sqlite3 *other;
    save_plan();
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
                     SQLITE_OK);
    clock_gettime(CLOCK_MONOTONIC, &from);
    assert_false(run_log(path, &run, &err));
    clock_gettime(CLOCK_MONOTONIC, &to);
    assert_non_null(strstr(err.text, "busy"));
    assert_true(to.tv_sec - from.tv_sec < 3);
    sqlite3_close(other);
    log_one(1);
}

static void another_format_is_not_written(void **state)
{
    (void)state;
    struct err err;
    struct run_record run = a_run();
    save_plan();
    execute("UPDATE ccn_meta SET value = 3 WHERE name = 'format'");
    assert_false(run_log(path, &run, &err));
    assert_non_null(strstr(err.text, "it is of format 3"));
    execute("UPDATE ccn_meta SET value = 99 WHERE name = 'format'");
    assert_false(run_log(path, &run, &err));
    unlink(path);
    execute("CREATE TABLE t (a)");
    assert_false(run_log(path, &run, &err));
    assert_non_null(strstr(err.text, "it has no log of runs"));
}

static void a_damaged_log_is_an_error(void **state)
{
    (void)state;
    struct err err;
    struct run_record *list;
    execute("CREATE TABLE run (id, seconds, seed, started, state, error,"
            " command, script, folder, arguments, parameters, options,"
            " versions, result); INSERT INTO run (id) VALUES (1)");
    assert_int_equal(run_list(path, &list, &err), -1);
    assert_non_null(strstr(err.text, "run 1 is damaged"));
    assert_null(run_find(path, 1, &err));
    execute("DROP TABLE run; CREATE TABLE run (a)");
    assert_int_equal(run_list(path, &list, &err), -1);
}

/* A run that begins before what it makes, as a sweep does. */
static void a_run_may_begin_and_end_apart(void **state)
{
    (void)state;
    struct err err;
    sqlite3 *db;
    save_plan();
    struct run_record run = a_run();
    run.state = "running";
    run.nparts = 0;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run.id = run_begin(db, &run, &err);
    assert_int_equal(run.id, 1);
    assert_int_equal(sqlite3_exec(db,
                                  "PRAGMA foreign_keys = ON; CREATE TABLE mine"
                                  " (run INTEGER REFERENCES run (id));"
                                  "INSERT INTO mine VALUES (1)",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    run.state = "done";
    run.nparts = 3;
    assert_ok(run_end(db, &run, &err));
    sqlite3_close(db);
    struct run_record *back = run_find(path, 1, &err);
    assert_string_equal(back->state, "done");
    assert_int_equal(back->nparts, 3);
    run_free(back);
}

/* Whoever is killed while it writes leaves whole runs behind. */
static void a_kill_leaves_whole_runs(void **state)
{
    (void)state;
    struct err err;
    struct run_record *list;
    assert_ok(run_make_journal(path, &err));
    for (int round = 1; round <= 8; round++) {
        pid_t child = fork();
        if (child == 0) {
            for (;;) {
                struct run_record run = a_run();
                run_log(path, &run, &err);
            }
        }
        usleep((useconds_t)(5000 + 3700 * round));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        struct run_record run = a_run(); /* the next writer goes on */
        assert_ok(run_log(path, &run, &err));
    }
    int n = run_list(path, &list, &err);
    assert_true(n > 0);
    assert_int_equal(number("SELECT count(*) FROM run_part"), 3 * n);
    free(list);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_run_comes_back_with_its_parts),
        TEST(the_plan_is_not_touched),
        TEST(texts_are_kept_once_and_numbers_never_come_again),
        TEST(a_text_too_long_is_kept_as_its_hash),
        TEST(a_busy_file_is_given_up_soon),
        TEST(another_format_is_not_written),
        TEST(a_damaged_log_is_an_error),
        TEST(a_run_may_begin_and_end_apart),
        TEST(a_kill_leaves_whole_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
