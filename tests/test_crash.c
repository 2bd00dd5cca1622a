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
#include "core/store/history.h"
#include "core/store/results.h"
#include "core/store/run.h"
#include "tests/acts.h"
#include "tests/fault.h"

enum { CALLS_MOST = 5000 };

enum left { ELSE, OLD, NEW };

static bool there;                      /* there was a file before */
static struct text file, wanted, found; /* bytes: before, after, now */

static void read_bytes(struct text *out)
{
    struct err err;
    text_clear(out);
    assert_ok(file_load(acts_path, FILE_MOST, out, &err));
}

static void reset(void)
{
    struct err err;
    acts_clear();
    if (there)
        assert_ok(file_save(acts_path, file.bytes, file.size, &err));
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

static enum left what_is_left(void)
{
    struct err err;
    if (access(acts_path, F_OK) != 0)
        return there ? ELSE : OLD;
    assert_ok(store_recover(acts_path, &err));
    read_bytes(&found);
    return there && holds(&file) ? OLD : holds(&wanted) ? NEW : ELSE;
}

/* What is written by the clock has no bytes that are known before. */
static enum left what_is_dated(void)
{
    struct err err;
    struct history history;
    assert_ok(store_recover(acts_path, &err));
    read_bytes(&found);
    if (holds(&file))
        return OLD;
    struct plan *plan = store_open(acts_path, &acts_known, &err);
    bool added =
        plan && history_read(acts_path, &history, &err) && history.n == 1;
    if (added)
        history_release(&history);
    plan_free(plan);
    return added ? NEW : ELSE;
}

/* More than the name of the file. */
static bool says_why(const struct err *err)
{
    size_t size = strlen(err->text);
    return size > 2 && err->text[size - 2] != ':';
}

/* Whether what was said is what is there. */
static bool said_truly(bool ok, const struct err *err, enum left now)
{
    if (ok || strstr(err->text, "yet the new contents"))
        return now == NEW;
    if (strstr(err->text, "is not known"))
        return now != ELSE;
    return now == OLD && says_why(err);
}

static void the_truth_is_told(enum fault fault, const struct act *act)
{
    static const char *const words[] = { "neither old nor new", "old", "new" };
    struct err err;
    reset();
    assert_ok(act->run(&err));
    read_bytes(&wanted);
    for (long call = 1, failed = 0; call < CALLS_MOST; call++) {
        err = (struct err){ .text = "" };
        reset();
        fault_at(fault, call);
        bool ok = act->run(&err);
        bool hit = fault_none();
        enum left now = act->dated ? what_is_dated() : what_is_left();
        if (!said_truly(ok, &err, now))
            fail_msg("call %ld: %s, but the file is %s", call,
                     ok ? "done" : err.text, words[now]);
        failed += !ok;
        if (!hit) {
            assert_true(ok && failed > 0);
            printf("             %ld calls, %ld refusals\n", call - 1, failed);
            return;
        }
    }
    fail_msg("it never came to its end");
}

static void what_is_said_is_what_is_there(void **state)
{
    const struct act *act = *state;
    struct err err;
    assert_ok(act->prepare(&err));
    there = access(acts_path, F_OK) == 0;
    text_clear(&file);
    if (there)
        read_bytes(&file);
    the_truth_is_told(FAULT_ERROR, act);
    the_truth_is_told(FAULT_ERRORS, act);
}

/* Reading: all that is there, or a reason.  Each returns how much it found, or
 * -1. */

static long read_plan(struct err *err)
{
    struct plan *plan = store_open(acts_path, &acts_known, err);
    long n = plan ? table_rows(plan_table(plan, CLUSTER)) : -1;
    if (plan)
        n += (long)strlen(plan_name(plan));
    plan_free(plan);
    return n;
}

static long read_scenarios(struct err *err)
{
    struct chain chain;
    if (!store_tree(acts_path, &chain, err))
        return -1;
    long n = chain.n;
    for (int i = 0; i < chain.n; i++)
        n += chain.list[i]->n + (long)strlen(chain.scenario[i].question);
    chain_release(&chain);
    return n;
}

static long read_scenario(struct err *err)
{
    struct chain chain;
    if (!store_chain(acts_path, "kept", &chain, err))
        return -1;
    long n = chain.list[0]->n;
    chain_release(&chain);
    return n;
}

static long read_versions(struct err *err)
{
    struct history history;
    if (!history_read(acts_path, &history, err))
        return -1;
    long n = history.n;
    history_release(&history);
    return n;
}

static long read_runs(struct err *err)
{
    struct run_record *list = NULL;
    long n = run_list(acts_path, &list, err);
    free(list);
    return n;
}

static long read_run(struct err *err)
{
    struct run_record *run = run_find(acts_path, 1, err);
    long n = run ? run->nparts : -1;
    run_free(run);
    return n;
}

static long read_results(struct err *err)
{
    double numbers[100];
    struct results_file *results = results_open(acts_path, err);
    long n = results && results_read(results, 0, numbers, err)
                 ? results_count(results) + results_about(results)->outputs
                 : -1;
    results_free(results);
    return n;
}

static const struct reading {
    const char *name;
    int act;
    bool after; /* it was done */
    long (*read)(struct err *err);
} readings[] = {
    { "a plan is read", ACT_SAVE, false, read_plan },
    { "a plan of format 3 is read", ACT_MIGRATE_3, false, read_plan },
    { "a plan of format 2 is read", ACT_MIGRATE_2, false, read_plan },
    { "all scenarios are read", ACT_DISCARD, false, read_scenarios },
    { "a scenario is read", ACT_DISCARD, false, read_scenario },
    { "versions are read", ACT_VERSION, true, read_versions },
    { "runs are listed", ACT_FORGET, false, read_runs },
    { "a run is read", ACT_FORGET, false, read_run },
    { "results are read", ACT_LAST_BLOCK, true, read_results },
};
enum { READINGS = sizeof readings / sizeof *readings };

static void it_is_read_whole_or_not_at_all(void **state)
{
    const struct reading *reading = *state;
    const struct act *act = &acts[reading->act];
    struct err err;
    assert_ok(act->prepare(&err) && (!reading->after || act->run(&err)));
    read_bytes(&file);
    long all = reading->read(&err);
    assert_ok(all > 0);
    for (long call = 1; call < CALLS_MOST; call++) {
        err = (struct err){ .text = "" };
        fault_at(FAULT_ERROR, call);
        long n = reading->read(&err);
        bool hit = fault_none();
        if (n != all && (n != -1 || !says_why(&err)))
            fail_msg("call %ld: %ld of %ld, '%s'", call, n, all, err.text);
        read_bytes(&found);
        assert_true(holds(&file));
        if (!hit) {
            assert_true(n == all && call > 5);
            printf("             %ld calls\n", call - 1);
            return;
        }
    }
    fail_msg("it never came to its end");
}

static int begin(void **state)
{
    (void)state;
    file = wanted = found = (struct text)TEXT_INIT;
    fault_install();
    acts_begin("test_crash");
    return 0;
}

static int end(void **state)
{
    (void)state;
    acts_end();
    text_release(&file);
    text_release(&wanted);
    text_release(&found);
    return 0;
}

int main(void)
{
    struct CMUnitTest tests[ACTS + READINGS];
    for (int i = 0; i < ACTS; i++) {
        tests[i] = (struct CMUnitTest)cmocka_unit_test_prestate(
            what_is_said_is_what_is_there, (void *)&acts[i]);
        tests[i].name = acts[i].name;
    }
    for (int i = 0; i < READINGS; i++) {
        tests[ACTS + i] = (struct CMUnitTest)cmocka_unit_test_prestate(
            it_is_read_whole_or_not_at_all, (void *)&readings[i]);
        tests[ACTS + i].name = readings[i].name;
    }
    return cmocka_run_group_tests(tests, begin, end);
}
