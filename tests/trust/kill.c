/* kill -9 at any moment while plans are saved, one after the other.
 *
 *     kill PATH KILLS [early]
 *
 * A child writes the numbers 1, 2, 3, ... into all rows, every fourth by a save
 * of the plan and the others by keeping a scenario, and says each aloud when
 * the store has said yes.  It is killed; then the file must open and hold the
 * last number it said, or the next one.  With "early" the child says a
 * number before it is saved: then numbers must be missed, or this program
 * would notice nothing. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/rng.h"
#include "core/model/model.h"
#include "core/store/chain.h"

enum { ROWS = 30, SAVE_EACH = 4, WRITES_MOST = 10, LONGEST_US = 8000 };

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "kill: %s: %s\n", what, why);
    exit(1);
}

static struct plan *plan_with(int64_t number)
{
    struct err err;
    struct plan *plan = model_new("Kill");
    for (int i = 0; i < ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "C%d", i);
        if (plan_add_key(plan, CLUSTER, key, &err) != i ||
            !plan_set(plan, CLUSTER, i, CLUSTER_PROJECTS, value_whole(number),
                      &err))
            fail("a plan", err.text);
    }
    return plan;
}

static bool write_number(const char *path, int64_t number, struct err *err)
{
    const struct store_scenario scenario = { .name = "kept" };
    struct plan *plan = plan_with(number);
    bool ok;
    if (number % SAVE_EACH == 0) {
        ok = store_save(plan, path, err);
    } else {
        struct plan *base = plan_with(0);
        struct changes *list = changes_between(base, plan);
        ok = store_keep(path, &scenario, list, err);
        changes_free(list);
        plan_free(base);
    }
    plan_free(plan);
    return ok;
}

_Noreturn static void write_on(const char *path, int64_t number, int fd,
                               bool early)
{
    for (;;) {
        struct err err;
        number++;
        if (early && write(fd, &number, sizeof number) < 0)
            _exit(1);
        if (!write_number(path, number, &err))
            fail("write", err.text);
        if (!early && write(fd, &number, sizeof number) < 0)
            _exit(1);
    }
}

/* The number in all rows of a plan; ends when they are not of one save. */
static int64_t number_of(const struct plan *plan)
{
    int64_t number = plan_get(plan, CLUSTER, 0, CLUSTER_PROJECTS).whole;
    for (int i = 1; i < ROWS; i++) {
        if (plan_get(plan, CLUSTER, i, CLUSTER_PROJECTS).whole != number)
            fail("torn", "the rows are not of one save");
    }
    return number;
}

static int64_t number_kept(const char *path)
{
    struct err err;
    struct chain chain;
    struct plan *base = plan_with(0);
    int64_t number = 0;
    if (!store_tree(path, &chain, &err))
        fail("broken", err.text);
    if (chain.n == 1 && changes_apply(base, chain.list[0], &err))
        number = number_of(base);
    chain_release(&chain);
    plan_free(base);
    return number;
}

static int64_t number_in(const char *path)
{
    struct err err;
    struct plan *plan =
        store_recover(path, &err) ? store_open(path, &known, &err) : NULL;
    if (!plan)
        fail("broken", err.text);
    int64_t saved = number_of(plan), kept = number_kept(path);
    plan_free(plan);
    return saved > kept ? saved : kept;
}

/* Killed so many microseconds after so many writes.  The last number it said;
 * first: what was there before. */
static int64_t kill_one(const char *path, int64_t first, int writes, long us,
                        bool early)
{
    int fd[2];
    int64_t said = first;
    if (pipe(fd) != 0)
        fail("pipe", "no more of them");
    pid_t child = fork();
    if (child == 0)
        write_on(path, first, fd[1], early);
    close(fd[1]);
    while (writes-- > 0 &&
           read(fd[0], &said, sizeof said) == (ssize_t)sizeof said)
        ;
    const struct timespec wait = { .tv_nsec = us * 1000 };
    nanosleep(&wait, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    while (read(fd[0], &said, sizeof said) == (ssize_t)sizeof said)
        ;
    close(fd[0]);
    return said;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        fail("usage", "kill PATH KILLS [early]");
    struct err err;
    const char *path = argv[1];
    long kills = atol(argv[2]), lost = 0, cut = 0;
    bool early = argc > 3 && strcmp(argv[3], "early") == 0;
    struct rng lot = rng_new(1, 0, 0);
    int64_t number = 0, commits = 0;
    struct plan *plan = plan_with(0);
    unlink(path);
    if (!store_save(plan, path, &err))
        fail("save", err.text);
    plan_free(plan);
    for (long i = 0; i < kills; i++) {
        long us = (long)(rng_bits(&lot) % LONGEST_US);
        int writes = (int)(rng_bits(&lot) % WRITES_MOST);
        int64_t said = kill_one(path, number, writes, us, early);
        int64_t found = number_in(path);
        commits += said - number;
        lost += found < said;
        cut += found == said + 1;
        if (found > said + 1)
            fail("torn", "it holds what was not written yet");
        number = found;
    }
    unlink(path);
    printf("kill: %ld kills, %lld writes said to be done, %ld lost, 0 torn, "
           "0 broken (%ld were done and not yet said)\n",
           kills, (long long)commits, lost, cut);
    return lost > 0;
}
