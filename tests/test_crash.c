/* The plan file when writing it is cut off: at each call to the disk in turn
 * the process ends, the power fails or the disk reports an error.  What is
 * then in the file must be the whole of the old state or of the new one. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/store.h"
#include "tests/fault.h"

enum {
    ROWS = 40,
    OLD = 1,
    NEW = 2,
    BROKEN = -1,
    ABSENT = 0,
    CALLS_MOST = 5000
};

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400], journal[420];
static struct plan *plan_old, *plan_new_one;
static struct text file_old; /* bytes of a file that holds plan_old */

/* A plan whose rows all hold the same number. */
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

static void read_bytes(const char *name, struct text *out)
{
    char block[65536];
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    text_clear(out);
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        text_put(out, block, n);
    fclose(file);
}

static void write_bytes(const char *name, const struct text *bytes)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->bytes, 1, bytes->size, file), bytes->size);
    fclose(file);
}

static void reset(void)
{
    unlink(journal);
    write_bytes(path, &file_old);
}

/* Which state the file holds, read as the program reads it. */
static int state_of_file(void)
{
    struct err err;
    if (access(path, F_OK) != 0)
        return ABSENT;
    struct plan *plan =
        store_recover(path, &err) ? store_open(path, &known, &err) : NULL;
    if (!plan)
        return BROKEN;
    int64_t state = table_rows(plan_table(plan, CLUSTER)) == ROWS
                        ? plan_get(plan, CLUSTER, 0, CLUSTER_PROJECTS).whole
                        : BROKEN;
    for (int row = 1; state != BROKEN && row < ROWS; row++) {
        if (plan_get(plan, CLUSTER, row, CLUSTER_PROJECTS).whole != state)
            state = BROKEN;
    }
    plan_free(plan);
    return (int)state;
}

/* What is done while the disk fails. */
static bool save_new_state(struct err *err)
{
    return store_save(plan_new_one, path, err);
}

static bool recover(struct err *err)
{
    return store_recover(path, err);
}

static bool keep_scenario(struct err *err)
{
    const struct store_scenario scenario = { .name = "kept" };
    struct changes *list = changes_between(plan_old, plan_new_one);
    bool ok = store_keep(path, &scenario, list, err);
    changes_free(list);
    return ok;
}

/* Do it in a child that ends at a call.  Returns false when the child came to
 * its end before that call; then the power fails behind it. */
static bool ended_at(enum fault fault, long call, bool (*act)(struct err *))
{
    struct err err;
    pid_t child = fork();
    if (child == 0) {
        fault_at(fault, call);
        if (!act(&err))
            _exit(2);
        if (fault == FAULT_KILL)
            _exit(0);
        _exit(fault_none() ? 2 : 0);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    int code = WEXITSTATUS(status);
    assert_true(code == 0 || code == FAULT_EXIT);
    return code == FAULT_EXIT;
}

/* End at every call in turn; counts how often each state was found. */
static long end_everywhere(enum fault fault, bool (*act)(struct err *),
                           void (*before)(void), long found[4])
{
    memset(found, 0, 4 * sizeof *found);
    for (long call = 1; call < CALLS_MOST; call++) {
        before();
        if (!ended_at(fault, call, act))
            return call - 1;
        found[state_of_file() + 1]++;
    }
    fail_msg("it never came to its end");
    return 0;
}

static void old_or_new(enum fault fault)
{
    long found[4];
    long calls = end_everywhere(fault, save_new_state, reset, found);
    assert_int_equal(found[BROKEN + 1], 0);
    assert_int_equal(found[ABSENT + 1], 0);
    assert_int_equal(state_of_file(), NEW); /* the last save was let through */
    assert_true(found[OLD + 1] > 0);
    assert_true(calls >= 100);
    /* Of the last call alone depends whether lost power leaves the new one. */
    assert_true(fault == FAULT_POWER || found[NEW + 1] > 0);
}

static void a_kill_at_any_call_leaves_old_or_new(void **state)
{
    (void)state;
    old_or_new(FAULT_KILL);
}

static void lost_power_at_any_call_leaves_old_or_new(void **state)
{
    (void)state;
    old_or_new(FAULT_POWER);
}

/* Else the two tests above could not fail. */
static void a_disk_that_lies_about_syncing_is_noticed(void **state)
{
    (void)state;
    for (long call = 1; call < CALLS_MOST; call++) {
        reset();
        assert_true(ended_at(FAULT_LIE, call, save_new_state));
        if (state_of_file() == BROKEN)
            return;
    }
}

static void a_save_that_said_yes_outlives_the_power(void **state)
{
    (void)state;
    for (long seed = 1; seed <= 20; seed++) {
        reset();
        pid_t child = fork();
        if (child == 0) {
            struct err err;
            fault_at(FAULT_POWER, 1000000 + seed);
            if (!save_new_state(&err))
                _exit(2);
            fault_cut();
        }
        int status;
        waitpid(child, &status, 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == FAULT_EXIT);
        assert_int_equal(state_of_file(), NEW);
    }
}

static void no_file(void)
{
    unlink(journal);
    unlink(path);
}

static void remove_parts(void)
{
    char command[600];
    snprintf(command, sizeof command, "rm -f '%s'.new-*", path);
    assert_int_equal(system(command), 0);
}

static void a_new_file_is_whole_or_absent(void **state)
{
    (void)state;
    long found[4];
    end_everywhere(FAULT_KILL, save_new_state, no_file, found);
    assert_int_equal(found[BROKEN + 1], 0);
    assert_int_equal(found[OLD + 1], 0);
    assert_true(found[ABSENT + 1] > 0);
    end_everywhere(FAULT_POWER, save_new_state, no_file, found);
    assert_int_equal(found[BROKEN + 1], 0);
    assert_int_equal(state_of_file(), NEW);
    remove_parts();
}

/* A file and its journal as a kill left them half way. */
static struct text cut_file, cut_journal;

static void reset_cut(void)
{
    write_bytes(path, &cut_file);
    write_bytes(journal, &cut_journal);
}

static bool leaves_journal(long call)
{
    struct err err;
    reset();
    if (!ended_at(FAULT_KILL, call, save_new_state))
        return false;
    struct plan *plan = store_open(path, &known, &err);
    plan_free(plan);
    if (plan)
        return false;
    read_bytes(path, &cut_file);
    read_bytes(journal, &cut_journal);
    return true;
}

static void a_kill_while_recovering_is_recovered_from(void **state)
{
    (void)state;
    long call = 1, found[4];
    while (call < CALLS_MOST && !leaves_journal(call))
        call++;
    assert_true(call < CALLS_MOST);
    for (long last = call; leaves_journal(last); last++)
        ; /* the last moment with a journal: most is to be rolled back */
    end_everywhere(FAULT_KILL, recover, reset_cut, found);
    assert_true(found[OLD + 1] > 0);
    assert_int_equal(found[BROKEN + 1] + found[NEW + 1], 0);
    end_everywhere(FAULT_POWER, recover, reset_cut, found);
    assert_int_equal(found[BROKEN + 1] + found[NEW + 1], 0);
    text_release(&cut_file);
    text_release(&cut_journal);
}

static void a_journal_without_its_file_harms_no_new_one(void **state)
{
    (void)state;
    struct err err;
    long call = 1;
    while (call < CALLS_MOST && !leaves_journal(call))
        call++;
    unlink(path);
    assert_false(save_new_state(&err));
    assert_non_null(strstr(err.text, "of a plan file that is gone"));
    assert_int_equal(state_of_file(), ABSENT);
    write_bytes(path, &cut_file); /* the file is back: its journal mends it */
    assert_int_equal(state_of_file(), OLD);
    text_release(&cut_file);
    text_release(&cut_journal);
}

static void a_scenario_is_kept_whole_or_not_at_all(void **state)
{
    (void)state;
    for (long call = 1; call < CALLS_MOST; call++) {
        struct err err;
        reset();
        bool ended = ended_at(FAULT_POWER, call, keep_scenario);
        assert_int_equal(state_of_file(), OLD);
        struct chain chain;
        bool kept = store_chain(path, "kept", &chain, &err);
        if (kept)
            assert_int_equal(chain.list[0]->n, ROWS);
        else
            assert_non_null(strstr(err.text, "there is no scenario 'kept'"));
        assert_true(ended || kept);
        chain_release(&chain);
        if (!ended)
            return;
    }
    fail_msg("it never came to its end");
}

/* The disk reports an error at every call in turn: what the save says must
 * be what is in the file. */
static void the_truth_is_told(enum fault fault)
{
    long failed = 0;
    for (long call = 1; call < CALLS_MOST; call++) {
        struct err err = { .text = "" };
        reset();
        fault_at(fault, call);
        bool ok = save_new_state(&err);
        bool hit = fault_none();
        int now = state_of_file();
        bool said = ok || strstr(err.text, "yet the new contents");
        if (strstr(err.text, "is not known"))
            assert_in_range(now, OLD, NEW);
        else if (now != (said ? NEW : OLD))
            fail_msg("call %ld: %s, but the file holds %d", call,
                     ok ? "saved" : err.text, now);
        failed += !ok;
        if (!hit) {
            assert_true(ok && failed > 0);
            return;
        }
    }
    fail_msg("it never came to its end");
}

static void an_error_of_the_disk_is_told_truly(void **state)
{
    (void)state;
    the_truth_is_told(FAULT_ERROR);
}

static void a_disk_that_has_died_is_told_truly(void **state)
{
    (void)state;
    the_truth_is_told(FAULT_ERRORS);
}

static int begin(void **state)
{
    (void)state;
    struct err err;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_crash-%ld.gpkg",
             build ? build : "build", (long)getpid());
    snprintf(journal, sizeof journal, "%s-journal", path);
    fault_install();
    plan_old = plan_with(OLD);
    plan_new_one = plan_with(NEW);
    assert_ok(store_save(plan_old, path, &err));
    read_bytes(path, &file_old);
    return 0;
}

static int end(void **state)
{
    (void)state;
    no_file();
    remove_parts();
    plan_free(plan_old);
    plan_free(plan_new_one);
    text_release(&file_old);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_at_any_call_leaves_old_or_new),
        cmocka_unit_test(lost_power_at_any_call_leaves_old_or_new),
        cmocka_unit_test(a_disk_that_lies_about_syncing_is_noticed),
        cmocka_unit_test(a_save_that_said_yes_outlives_the_power),
        cmocka_unit_test(a_new_file_is_whole_or_absent),
        cmocka_unit_test(a_kill_while_recovering_is_recovered_from),
        cmocka_unit_test(a_journal_without_its_file_harms_no_new_one),
        cmocka_unit_test(a_scenario_is_kept_whole_or_not_at_all),
        cmocka_unit_test(an_error_of_the_disk_is_told_truly),
        cmocka_unit_test(a_disk_that_has_died_is_told_truly),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
