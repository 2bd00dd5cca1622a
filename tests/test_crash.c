/* The plan file when the disk reports an error: at each call in turn, once or
 * from there on.  What a command says must be what is in the file; lost power
 * is in test_power.c, kills are in tests/trust. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/run.h"
#include "tests/fault.h"

enum { ROWS = 12, CALLS_MOST = 5000 };

enum { ELSE, OLD, NEW };

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400], journal[420];
static struct plan *plan_old, *plan_new_one;
static struct text file, wanted, found; /* bytes: before, after, now */

static struct plan *plan_with(int number)
{
    struct err err;
    struct plan *plan = model_new("Crash");
    for (int i = 0; i < ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "C%d", i);
        assert_ok(plan_add_key(plan, CLUSTER, key, &err) == i);
        assert_ok(plan_set(plan, CLUSTER, i, CLUSTER_PROJECTS,
                           value_whole(number), &err));
    }
    return plan;
}

static void read_bytes(struct text *out)
{
    struct err err;
    text_clear(out);
    assert_ok(file_load(path, FILE_MOST, out, &err));
}

static void reset(void)
{
    struct err err;
    unlink(journal);
    assert_ok(file_save(path, file.bytes, file.size, &err));
}

/* But for what SQLite counts in the header: changes (24 to 27, 92 to 95). */
static bool holds(const struct text *bytes)
{
    static const size_t part[][2] = { { 0, 24 }, { 28, 92 }, { 96, SIZE_MAX } };
    if (found.size != bytes->size)
        return false;
    for (int i = 0; i < 3; i++) {
        size_t end = part[i][1] < found.size ? part[i][1] : found.size;
        if (memcmp(found.bytes + part[i][0], bytes->bytes + part[i][0],
                   end - part[i][0]) != 0)
            return false;
    }
    return true;
}

static int what_is_left(void)
{
    struct err err;
    assert_ok(store_recover(path, &err));
    read_bytes(&found);
    return holds(&file) ? OLD : holds(&wanted) ? NEW : ELSE;
}

static bool save(struct err *err)
{
    return store_save(plan_new_one, path, err);
}

static bool keep(struct err *err)
{
    const struct store_scenario scenario = { .name = "kept" };
    struct changes *list = changes_between(plan_old, plan_new_one);
    bool ok = store_keep(path, &scenario, list, err);
    changes_free(list);
    return ok;
}

static bool discard(struct err *err)
{
    return store_discard(path, "kept", false, err);
}

static bool promote(struct err *err)
{
    return store_promote(plan_new_one, NULL, path, "kept", err);
}

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
    return run_log(path, &run, err);
}

/* Whether what was said is what is there. */
static bool said_truly(bool ok, const struct err *err, int now)
{
    if (ok || strstr(err->text, "yet the new contents"))
        return now == NEW;
    if (strstr(err->text, "is not known"))
        return now != ELSE;
    return now == OLD && err->text[0];
}

static void the_truth_is_told(enum fault fault, bool (*act)(struct err *))
{
    struct err err;
    reset();
    assert_ok(act(&err));
    read_bytes(&wanted);
    for (long call = 1, failed = 0; call < CALLS_MOST; call++) {
        err = (struct err){ .text = "" };
        reset();
        fault_at(fault, call);
        bool ok = act(&err);
        bool hit = fault_none();
        int now = what_is_left();
        if (!said_truly(ok, &err, now))
            fail_msg("call %ld: %s, but the file is %s", call,
                     ok ? "done" : err.text,
                     now == OLD   ? "old"
                     : now == NEW ? "new"
                                  : "neither old nor new");
        failed += !ok;
        if (!hit) {
            assert_true(ok && failed > 0);
            printf("             %ld calls, %ld refusals\n", call - 1, failed);
            return;
        }
    }
    fail_msg("it never came to its end");
}

static void both_ways(bool with_scenario, bool (*act)(struct err *))
{
    struct err err;
    unlink(path);
    unlink(journal);
    assert_ok(store_save(plan_old, path, &err));
    if (with_scenario)
        assert_ok(keep(&err));
    read_bytes(&file);
    the_truth_is_told(FAULT_ERROR, act);
    the_truth_is_told(FAULT_ERRORS, act);
}

static void a_save_tells_the_truth(void **state)
{
    (void)state;
    both_ways(false, save);
}

static void keeping_a_scenario_tells_the_truth(void **state)
{
    (void)state;
    both_ways(false, keep);
}

static void discarding_a_scenario_tells_the_truth(void **state)
{
    (void)state;
    both_ways(true, discard);
}

static void promoting_a_scenario_tells_the_truth(void **state)
{
    (void)state;
    both_ways(true, promote);
}

static void logging_a_run_tells_the_truth(void **state)
{
    (void)state;
    both_ways(false, log_run);
}

/* A plan that is read is the whole one, or there is a reason. */
static void a_plan_is_read_whole_or_not_at_all(void **state)
{
    (void)state;
    reset();
    for (long call = 1; call < CALLS_MOST; call++) {
        struct err err = { .text = "" };
        fault_at(FAULT_ERROR, call);
        struct plan *plan = store_open(path, &known, &err);
        bool hit = fault_none();
        assert_true(plan ? table_rows(plan_table(plan, CLUSTER)) == ROWS
                         : err.text[0] != '\0');
        bool opened = plan != NULL;
        plan_free(plan);
        read_bytes(&found);
        assert_true(holds(&file));
        if (!hit) {
            assert_true(opened && call > 10);
            return;
        }
    }
    fail_msg("it never came to its end");
}

static int begin(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_crash-%ld.gpkg",
             build ? build : "build", (long)getpid());
    snprintf(journal, sizeof journal, "%s-journal", path);
    file = wanted = found = (struct text)TEXT_INIT;
    fault_install();
    plan_old = plan_with(1);
    plan_new_one = plan_with(2);
    return 0;
}

static int end(void **state)
{
    (void)state;
    unlink(path);
    unlink(journal);
    plan_free(plan_old);
    plan_free(plan_new_one);
    text_release(&file);
    text_release(&wanted);
    text_release(&found);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_save_tells_the_truth),
        cmocka_unit_test(keeping_a_scenario_tells_the_truth),
        cmocka_unit_test(discarding_a_scenario_tells_the_truth),
        cmocka_unit_test(promoting_a_scenario_tells_the_truth),
        cmocka_unit_test(logging_a_run_tells_the_truth),
        cmocka_unit_test(a_plan_is_read_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
