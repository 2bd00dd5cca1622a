#include "bindings/program/log.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/program/command.h"
#include "bindings/program/parameters.h"
#include "bindings/program/start.h"
#include "bindings/program/state.h"
#include "core/base/mem.h"
#include "core/base/say.h"

static bool is_off(void)
{
    const char *set = getenv("CCN_LOG");
    return set && strcmp(set, "none") == 0;
}

const char *log_journal(void)
{
    const char *set = getenv("CCN_LOG");
    if (is_off())
        return NULL;
    return set && *set ? set : state_path("runs.sqlite");
}

/* The plan file that a run was on and that it may write, or NULL. */
static const char *plan_of(const struct record *record,
                           const struct grants *grants, char *resolved)
{
    struct err err;
    if (record->saved)
        return record->saved;
    return record->opened &&
                   grants_may_write(grants, record->opened, resolved, &err)
               ? resolved
               : NULL;
}

void log_run(struct record *record, const struct grants *grants)
{
    struct err err;
    char resolved[PATH_MAX];
    if (is_off())
        return;
    record_end(record);
    const char *plan = plan_of(record, grants, resolved);
    if (plan && run_log(plan, &record->run, &err))
        return;
    const char *journal = log_journal();
    if (!journal)
        err_set(&err, ERR_FILE, "there is no place for it (HOME is not set)");
    else if (run_make_journal(journal, &err) &&
             run_log(journal, &record->run, &err))
        return;
    fprintf(stderr, say("ccn: warning: this run is not in the log: %s\n"),
            err.text);
}

/* forget=RUN: the one thing about a log that writes. */
static int forget(const char *path, const char *number)
{
    struct err err;
    char *end;
    int64_t id = strtoimax(number, &end, 10);
    if (*end || end == number || id < 1) {
        fprintf(stderr, say("ccn: '%s' is no number of a run\n"), number);
        return EXIT_USAGE;
    }
    if (!run_forget(path, id, &err)) {
        fprintf(stderr, "ccn: %s\n", err.text);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

static int no_file(const char *path)
{
    fprintf(stderr, say("ccn: there is no log '%s'\n"), path);
    return EXIT_FAILURE;
}

/* The first word that is no parameter is the plan, wherever it stands; 0 when
 * there is none. */
static int place_of_plan(const struct options *options)
{
    for (int i = 1; i < options->argc; i++) {
        if (!strchr(options->argv[i], '='))
            return i;
    }
    return 0;
}

int log_command(const struct options *options)
{
    struct options own = *options;
    char **argv = mem_new((size_t)own.argc + 1, sizeof *argv);
    char *journal = (char *)log_journal();
    int code = EXIT_USAGE, plan = place_of_plan(options);
    own.argc = 0;
    argv[own.argc++] = options->argv[0];
    argv[own.argc++] = plan ? options->argv[plan] : journal;
    for (int i = 1; i < options->argc; i++) {
        if (i != plan)
            argv[own.argc++] = options->argv[i];
    }
    own.argv = argv;
    const char *erased = NULL;
    for (int i = 2; i < own.argc; i++) {
        if (strncmp(argv[i], "forget=", strlen("forget=")) == 0)
            erased = argv[i] + strlen("forget=");
    }
    if (plan && access(argv[1], F_OK) != 0)
        code = no_file(argv[1]);
    else if (!argv[1])
        fputs(say("ccn: there is no journal of runs; name a plan\n"), stderr);
    else if (!parameters_check("log", own.argc - 1, argv + 1))
        code = EXIT_USAGE;
    else if (erased)
        code = forget(argv[1], erased);
    else
        code = start_shipped(&own);
    free(argv);
    return code;
}
