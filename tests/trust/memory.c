/* Memory runs out in what writes a plan file or the results of a sweep, at each
 * allocation in turn, once and for ever.
 *
 *     memory STEP [FROM]
 *     memory STEP naive
 *
 * At each one (STEP is 1), or at FROM and each STEP-th behind it: all of them
 * in parts are `memory 11 1` to `memory 11 11`.  What writes ends with success,
 * a reason or the exit code 71, never by a signal; the file holds the old bytes
 * or the new ones, and those that were said.  With "naive" what writes does
 * not care what it got: then this program must find something. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/io/file.h"
#include "core/store/history.h"
#include "tests/acts.h"
#include "tests/fault.h"
#include "tests/trust/starve.h"

enum end { DONE, REFUSED, NOT_HIT, SILENT }; /* of a child */
enum left { ELSE, OLD, NEW };

static bool there; /* there was a file before */
static struct text file, wanted, found;
static long runs, refused, ended, bad;

static void must(bool ok, const struct err *err)
{
    if (ok)
        return;
    fprintf(stderr, "memory: %s\n", err->text);
    exit(2);
}

static void read_bytes(struct text *out)
{
    struct err err;
    text_clear(out);
    must(file_load(acts_path, FILE_MOST, out, &err), &err);
}

static void reset(void)
{
    acts_clear();
    FILE *out = there ? fopen(acts_path, "wb") : NULL;
    if (!out)
        return;
    fwrite(file.bytes, 1, file.size, out);
    fclose(out);
}

static bool same(const struct text *a, const struct text *b)
{
    return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

/* What is written by the clock is new when it can be read. */
static bool has_version(void)
{
    struct err err;
    struct history history;
    struct plan *plan = store_open(acts_path, &acts_known, &err);
    bool ok = plan && history_read(acts_path, &history, &err);
    bool added = ok && history.n == 1;
    if (ok)
        history_release(&history);
    plan_free(plan);
    return added;
}

static enum left what_is_left(const struct act *act)
{
    struct err err;
    if (access(acts_path, F_OK) != 0)
        return there ? ELSE : OLD;
    if (!store_recover(acts_path, &err))
        return ELSE;
    read_bytes(&found);
    if (there && same(&found, &file))
        return OLD;
    return act->dated ? (has_version() ? NEW : ELSE)
                      : (same(&found, &wanted) ? NEW : ELSE);
}

static int run_starved(const struct act *act, enum starve how, long n)
{
    struct err err = { .text = "" };
    bool hit;
    alarm(60);
    starve_at(how, n);
    bool ok = act->run(&err);
    starve_end(&hit);
    return ok ? hit ? DONE : NOT_HIT : err.text[0] ? REFUSED : SILENT;
}

/* What is wrong with it; NULL: nothing. */
static const char *judge(const struct act *act, int status)
{
    enum left left = what_is_left(act);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code < 0)
        return strsignal(WTERMSIG(status));
    if (left == ELSE)
        return "the file is neither old nor new";
    ended += code == EXIT_NO_MEMORY;
    if (code == EXIT_NO_MEMORY)
        return left == OLD ? NULL : "ended with 71, yet the file is new";
    refused += code == REFUSED;
    if (code == REFUSED)
        return left == OLD ? NULL : "refused, yet the file is new";
    return code == DONE && left == NEW ? NULL : "nothing was said";
}

/* Whether there were so many allocations. */
static bool starve(const struct act *act, enum starve how, long n)
{
    int status = 0;
    reset();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        freopen("/dev/null", "w", stderr); /* what mem.c says */
        _exit(run_starved(act, how, n));
    }
    if (waitpid(child, &status, 0) != child)
        exit(2);
    if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_HIT)
        return false;
    const char *why = judge(act, status);
    runs++;
    if (!why)
        return true;
    bad++;
    printf("memory: %s, allocation %ld (%s): %s\n", act->name, n,
           how == STARVE_ONCE ? "once" : "for ever", why);
    return true;
}

static void try(const struct act *act, long step, long from)
{
    struct err err;
    must(act->prepare(&err), &err);
    there = access(acts_path, F_OK) == 0;
    if (there)
        read_bytes(&file);
    starve_at(STARVE_NONE, 0);
    must(act->run(&err), &err);
    long made = starve_end(NULL);
    read_bytes(&wanted);
    for (int how = STARVE_ONCE; how <= STARVE_EVER; how++) {
        for (long n = from; starve(act, (enum starve)how, n); n += step)
            ;
    }
    printf("memory: %s: %ld allocations\n", act->name, made);
}

/* Writes into what it got. */
static bool careless(struct err *err)
{
    (void)err;
    char *volatile bytes = NULL;
    for (int i = 0; i < 20; i++) {
        bytes = malloc(16);
        strcpy(bytes, "12345678"); /* NOLINT */
        free(bytes);
    }
    return bytes != NULL;
}

int main(int argc, char **argv)
{
    long step = argc > 1 ? atol(argv[1]) : 1;
    long from = argc > 2 ? atol(argv[2]) : 1;
    bool naive = argc > 2 && strcmp(argv[2], "naive") == 0;
    if (!STARVE_HERE) {
        printf("memory: not with this sanitizer, which allocates itself\n");
        return naive;
    }
    struct act one = acts[ACT_SAVE];
    one.run = careless;
    fault_install(); /* quick: nothing is really synced */
    acts_begin("memory");
    for (int i = 0; i < (naive ? 1 : ACTS); i++)
        try(naive ? &one : &acts[i], step > 0 ? step : 1, from > 0 ? from : 1);
    acts_end();
    printf("memory: %ld runs, %ld refused, %ld ended with 71, %ld bad\n", runs,
           refused, ended, bad);
    return bad > 0;
}
