#include "bindings/sweep/sweep_store.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/mem.h"
#include "core/base/say.h"

enum { SHOW_MS = 250 };

/* Where the results go */

static bool is_plain(const char *name)
{
    size_t size = strlen(name);
    if (size == 0 || size > 100 || *name == '.')
        return false;
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        if (!isalnum(c) && !strchr("-_. ", c) && c < 0x80)
            return false;
    }
    return true;
}

static bool find_path(struct sweep_store *store, struct err *err)
{
    const char *folder = store->options->folder, *name = store->about.name;
    if (!folder)
        folder = "out";
    if (!is_plain(name))
        return err_set(err, ERR_RANGE,
                       "'%.80s' is no name for a sweep: letters, digits, "
                       "blanks, points, _ and -",
                       name);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return err_set(err, ERR_FILE, "the folder '%.200s' cannot be made: %s",
                       folder, err_system(errno));
    int size =
        snprintf(store->path, sizeof store->path, "%s/%s.sqlite", folder, name);
    return (size > 0 && (size_t)size < sizeof store->path) ||
           err_set(err, ERR_FILE, "the path is too long");
}

/* Progress */

/* 12345678 --> 12,345,678; room for 32 bytes. */
static const char *counted(long number, char *out)
{
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%ld", number), at = 0;
    char mark = say_language() == LANGUAGE_VI ? '.' : ',';
    for (int i = 0; i < size; i++) {
        out[at++] = digits[i];
        if ((size - i) % 3 == 1 && i + 1 < size)
            out[at++] = mark;
    }
    out[at] = '\0';
    return out;
}

static void clear_line(const struct sweep_store *store)
{
    if (store->person && store->shown)
        fputs("\r\033[K", stderr);
}

static void show(struct sweep_store *store)
{
    char done[32], all[32], rate[32];
    int64_t now = clock_ms();
    if (!store->person || now - store->shown < SHOW_MS)
        return;
    long stored = results_stored(store->results);
    double seconds = (double)(now - store->began) / 1000;
    double each = (double)(stored - store->before) / (seconds + 1e-9);
    long left = (long)((double)(store->about.runs - stored) / (each + 1e-9));
    clear_line(store);
    fprintf(stderr,
            say("%s: %s of %s, %s each second, %ld:%02ld left, %ld failed"),
            store->about.name, counted(stored, done),
            counted(store->about.runs, all), counted((long)each, rate),
            left / 60, left % 60, store->failed);
    fflush(stderr);
    store->shown = now;
}

/* Life of a sweep */

static bool refuse_unfinished(const struct sweep_store *store, struct err *err)
{
    char done[32];
    long stored = store->options->fresh ? 0 : results_unfinished(store->path);
    return stored == 0 ||
           err_set(err, ERR_EXISTS,
                   "'%.200s' has %s experiments of a sweep that was cut off: "
                   "ccn sweep SCRIPT --resume with the same parameters goes "
                   "on, --fresh begins anew",
                   store->path, counted(stored, done));
}

static struct results *open_results(struct sweep_store *store, struct err *err)
{
    bool none = true;
    struct results *results = NULL;
    if (store->options->resume)
        results = results_resume(store->path, &store->about, &none, err);
    else if (!refuse_unfinished(store, err))
        return NULL;
    return results || !none ? results
                            : results_create(store->path, &store->about, err);
}

static void forget(struct sweep_store *store)
{
    if (store->about.column)
        sweep_taken_release(&store->taken);
    free((void *)store->about.column);
    store->about = (struct results_about){ 0 };
    store->results = NULL;
}

bool sweep_store_begin(struct sweep_store *store, const struct text *message,
                       struct text *answer, struct err *err)
{
    if (store->results) { /* an error ended it, which the script survived */
        struct err other;
        results_close(store->results, &other);
        forget(store);
    }
    bool ok = sweep_take_about(message, &store->about) ||
              err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    ok = ok && find_path(store, err) &&
         (store->results = open_results(store, err)) != NULL;
    if (!ok) {
        free((void *)store->about.column);
        store->about = (struct results_about){ 0 };
        return false;
    }
    sweep_taken_init(&store->taken, &store->about);
    store->before = results_stored(store->results);
    store->failed = 0;
    store->began = clock_ms();
    store->shown = 0;
    store->person = isatty(STDERR_FILENO);
    const struct sweep_work work = { .threads = store->options->threads,
                                     .dealt = store->ranks != NULL,
                                     .done = results_done(store->results) };
    sweep_put_work(answer, &work,
                   sweep_blocks(store->about.runs, store->about.block));
    return true;
}

bool sweep_store_block(struct sweep_store *store, const struct text *message,
                       struct err *err)
{
    if (!store->results ||
        !sweep_take_block(message, &store->about, &store->taken))
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    if (!results_put(store->results, &store->taken.block, err))
        return err_in(err, "%.200s", store->path);
    store->failed += store->taken.block.failed;
    show(store);
    return true;
}

/* How to go on with what was cut off. */
static void say_kept(const struct sweep_store *store, long stored)
{
    char done[32], all[32];
    if (stored == 0 || stored == store->about.runs)
        return;
    fprintf(stderr,
            say("ccn: %s of %s experiments are kept in %s; ccn sweep "
                "--resume does the others\n"),
            counted(stored, done), counted(store->about.runs, all),
            store->path);
}

bool sweep_store_end(struct sweep_store *store, struct text *answer,
                     struct err *err)
{
    if (!store->results)
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    clear_line(store);
    long stored = results_stored(store->results);
    bool ok = results_close(store->results, err) ||
              err_in(err, "%.200s", store->path);
    if (ok)
        say_kept(store, stored); /* ^C: the script goes on with these */
    text_add(answer, "%s", store->path);
    forget(store);
    return ok;
}

void sweep_store_close(struct sweep_store *store)
{
    struct err err;
    if (!store->results)
        return;
    clear_line(store);
    long stored = results_stored(store->results);
    if (results_close(store->results, &err))
        say_kept(store, stored);
    else
        fprintf(stderr, "ccn: %s: %s\n", store->path, err.text);
    forget(store);
}
