#include "bindings/program/sweep_options.h"

#include <stdlib.h>
#include <string.h>

#include "bindings/program/command.h"
#include "bindings/program/start.h"
#include "bindings/sweep/sweep_ranks.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/task.h"

static bool is_results(const char *word)
{
    const char *ending = strrchr(word, '.');
    return ending && strcmp(ending, ".sqlite") == 0;
}

static bool take_flag(const char *name, const char *value, bool *flag)
{
    *flag = strcmp(value, "yes") == 0;
    if (*flag || strcmp(value, "no") == 0)
        return true;
    fprintf(stderr, say("ccn: %s must be %s, got '%s'\n"), name, "yes|no",
            value);
    return false;
}

static bool take_threads(const char *value, int *threads)
{
    char *end;
    long number = strtol(value, &end, 10);
    *threads = (int)number;
    if (end != value && *end == '\0' && number >= 1 && number <= TASK_THREADS)
        return true;
    fprintf(stderr, say("ccn: threads must be from 1 to %d, got '%s'\n"),
            TASK_THREADS, value);
    return false;
}

/* One argument: 1 taken, 0 not ours, -1 wrong. */
static int take(const char *word, struct sweep_options *sweep)
{
    const char *sign = strchr(word, '=');
    size_t size = sign ? (size_t)(sign - word) : 0;
    bool ok = true;
    if (size == 6 && strncmp(word, "resume", size) == 0)
        ok = take_flag("resume", sign + 1, &sweep->resume);
    else if (size == 5 && strncmp(word, "fresh", size) == 0)
        ok = take_flag("fresh", sign + 1, &sweep->fresh);
    else if (size == 7 && strncmp(word, "threads", size) == 0)
        ok = take_threads(sign + 1, &sweep->threads);
    else if (size == 3 && strncmp(word, "out", size) == 0)
        sweep->folder = sign + 1;
    else
        return 0;
    return ok ? 1 : -1;
}

/* argv gets the words that are left. */
static bool take_all(struct options *options, struct sweep_options *sweep,
                     char **argv)
{
    int n = 0;
    for (int i = 0; i < options->argc; i++) {
        int taken = i > 1 ? take(options->argv[i], sweep) : 0;
        if (taken < 0)
            return false;
        if (taken == 0)
            argv[n++] = options->argv[i];
    }
    options->argv = argv;
    options->argc = n;
    if (!sweep->resume || !sweep->fresh)
        return true;
    fputs(say("ccn: --resume goes on, --fresh begins anew: one of them\n"),
          stderr);
    return false;
}

/* One of several ranks has one thread unless more are asked for; only rank 0
 * is logged. */
static int run_alone_or_not(struct options *options, struct run *run)
{
    struct err err;
    struct sweep_ranks *ranks;
    if (!sweep_ranks_open(&ranks, &err)) {
        fprintf(stderr, "ccn: %s\n", err.text);
        return EXIT_FAILURE;
    }
    run->sweep.ranks = ranks;
    if (ranks && run->sweep.threads == 0)
        run->sweep.threads = 1;
    options->unlogged = options->unlogged || (ranks && ranks->rank > 0);
    int code = start_logged(options, run);
    /* a helper that failed has said why; its block went to another */
    if (ranks && ranks->rank > 0)
        code = EXIT_SUCCESS;
    sweep_ranks_close(ranks, code);
    return code;
}

static int run_script(struct options *own, char **argv)
{
    struct run run = { 0 };
    if (!take_all(own, &run.sweep, argv))
        return EXIT_USAGE;
    if (!own->timed)
        own->seconds = 0;
    run.argc = own->argc - 2;
    run.argv = own->argv + 2;
    if (run.sweep.folder)
        grants_read(&own->grants, run.sweep.folder);
    return run_alone_or_not(own, &run);
}

int sweep_command(const struct options *options)
{
    struct options own = *options;
    if (is_results(own.argv[1]))
        return start_shipped(options);
    char **argv = mem_new((size_t)own.argc + 1, sizeof *argv);
    int code = run_script(&own, argv);
    free(argv);
    return code;
}
