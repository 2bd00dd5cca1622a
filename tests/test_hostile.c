/* Plan files that a stranger made: each case of tests/hostile is a plan file
 * changed by statements of SQL,
 *
 *     --- name | refused, opens or reads | words of the refusal
 *
 * and is opened as any file is.  What only reads may not be saved over.
 * Whatever it holds, opening ends within ten seconds of work with a plan or a
 * reason, and changes no byte of the file. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/text.h"
#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/store.h"
#include "tests/sections.h"
#include "tests/test.h"

enum { NAME, OUTCOME, WORDS };

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static struct sections cases;
static struct text good = TEXT_INIT; /* a plan file */
static char path[512];

static void write_file(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static int make_good(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = model_new("P");
    bool ok = plan_add_key(plan, UNIT, "U1", &err) >= 0 &&
              plan_add_key(plan, UNIT, "U2", &err) >= 0 &&
              plan_add_key(plan, CLUSTER, "C1", &err) >= 0 &&
              plan_add_key(plan, CLUSTER, "C2", &err) >= 0 &&
              plan_add_key(plan, ENTERPRISE, "E1", &err) >= 0 &&
              plan_set(plan, CLUSTER, 0, CLUSTER_UNIT, value_ref(0), &err);
    snprintf(path, sizeof path, "%s/test_hostile-%ld.gpkg",
             getenv("BUILD") ? getenv("BUILD") : "build", (long)getpid());
    unlink(path);
    ok = ok && store_save(plan, path, &err) &&
         file_load(path, FILE_MOST, &good, &err);
    plan_free(plan);
    return ok ? 0 : fprintf(stderr, "%s\n", err.text);
}

static int remove_good(void **state)
{
    (void)state;
    text_release(&good);
    unlink(path);
    return 0;
}

/* Nothing lies beside the file. */
static void alone(void)
{
    static const char *const tails[] = { "-journal", "-wal", "-shm" };
    for (int i = 0; i < 3; i++) {
        char beside[600];
        snprintf(beside, sizeof beside, "%s%s", path, tails[i]);
        bool there = access(beside, F_OK) == 0;
        unlink(beside);
        if (there)
            fail_msg("%s was left", tails[i]);
    }
}

/* In a case: repeat(text, n), to write long values short. */
static void repeat(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    struct text text = TEXT_INIT;
    for (int i = sqlite3_value_int(value[1]); i > 0; i--)
        text_add(&text, "%s", (const char *)sqlite3_value_text(value[0]));
    sqlite3_result_text(context, text.bytes, (int)text.size, SQLITE_TRANSIENT);
    text_release(&text);
}

/* What a statement gives is a statement too: it makes many of one. */
static void run_results(sqlite3 *db, const char *text)
{
    sqlite3_stmt *statement;
    const char *rest = text;
    while (rest && *rest) {
        if (sqlite3_prepare_v2(db, rest, -1, &statement, &rest) != SQLITE_OK)
            fail_msg("%s", sqlite3_errmsg(db));
        if (!statement)
            continue;
        int code;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            const char *made = (const char *)sqlite3_column_text(statement, 0);
            if (made && strncmp(made, "CREATE", 6) == 0)
                sqlite3_exec(db, made, NULL, NULL, NULL);
        }
        if (code != SQLITE_DONE)
            fail_msg("%s", sqlite3_errmsg(db));
        sqlite3_finalize(statement);
    }
}

static void change_file(const char *text)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
    sqlite3_create_function(db, "repeat", 2, SQLITE_UTF8, NULL, repeat, NULL,
                            NULL);
    run_results(db, text);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void judge(const struct section *section, struct plan *plan,
                  const struct err *err)
{
    bool refused = strcmp(section->part[OUTCOME], "refused") == 0;
    if (plan && refused)
        fail_msg("it opens");
    if (!plan && !refused)
        fail_msg("refused: %s", err->text);
    if (!plan && !strstr(err->text, section->part[WORDS]))
        fail_msg("refused, but not said: %s", err->text);
}

static void is_unchanged(const struct text *before)
{
    struct text after = TEXT_INIT;
    struct err err;
    assert_ok(file_load(path, FILE_MOST, &after, &err));
    assert_int_equal(before->size, after.size);
    assert_memory_equal(before->bytes, after.bytes, after.size);
    text_release(&after);
    alone();
}

/* A stranger's hand was in it: it is read, and copied into another file, but
 * not written where it lies. */
static void judge_save(const struct section *section, const struct plan *plan)
{
    struct err err = { .text = "" };
    char other[600];
    if (store_save(plan, path, &err) || !strstr(err.text, section->part[WORDS]))
        fail_msg("saved over, or not said: %s", err.text);
    snprintf(other, sizeof other, "%s.other", path);
    assert_ok(store_save(plan, other, &err) && store_save(plan, other, &err));
    unlink(other);
    snprintf(other, sizeof other, "%s.other-journal", path);
    unlink(other);
}

static void it_is_refused_or_harmless(void **state)
{
    const struct section *section = *state;
    struct text before = TEXT_INIT;
    struct err err;
    write_file(good.bytes, good.size);
    change_file(section->text);
    assert_ok(file_load(path, FILE_MOST, &before, &err));
    clock_t from = clock();
    struct plan *plan = store_open(path, &known, &err);
    assert_true(clock() - from <= 10 * CLOCKS_PER_SEC);
    judge(section, plan, &err);
    is_unchanged(&before);
    if (strcmp(section->part[OUTCOME], "reads") == 0) {
        judge_save(section, plan);
        is_unchanged(&before);
    }
    plan_free(plan);
    text_release(&before);
}

int main(void)
{
    static struct CMUnitTest tests[SECTIONS_MOST];
    sections_read(&cases, "tests/hostile/*.sql");
    for (int i = 0; i < cases.count; i++)
        tests[i] = (struct CMUnitTest){ .name = cases.of[i].part[NAME],
                                        .test_func = it_is_refused_or_harmless,
                                        .initial_state = &cases.of[i] };
    int failed = _cmocka_run_group_tests("hostile", tests, (size_t)cases.count,
                                         make_good, remove_good);
    sections_release(&cases);
    return failed;
}
