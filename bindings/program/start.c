#define _GNU_SOURCE /* realpath */
#include "bindings/program/start.h"

#include <libgen.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/input.h"
#include "bindings/host/shadow.h"
#include "bindings/host/walls.h"
#include "bindings/program/command.h"
#include "bindings/program/doctor.h"
#include "bindings/program/log.h"
#include "bindings/program/parameters.h"
#include "bindings/program/parent.h"
#include "bindings/program/record.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/say.h"

/* The folder of the shipped scripts: beside the folder of the program, or one
 * further up for a program in build/asan. */
const char *command_library(void)
{
    static const char *const places[] = { "../scripts", "../../scripts" };
    static char path[PATH_MAX + 16];
    char self[PATH_MAX], known[PATH_MAX + 32];
    const char *set = getenv("CCN_SCRIPTS");
    if (set && *set)
        return set;
    if (!realpath("/proc/self/exe", self))
        return "scripts";
    const char *folder = dirname(self);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, places[i]);
        snprintf(known, sizeof known, "%s/prelude.lua", path);
        if (access(known, R_OK) == 0)
            break;
    }
    return path;
}

int start_run(const struct options *options, const char *script,
              struct run *run)
{
    static char folder[PATH_MAX];
    const char *missing = walls_missing();
    if (missing && (!run->shipped || run->kept) && !options->trust) {
        fprintf(stderr,
                say("ccn: this kernel has no %s, which keeps a script from "
                    "other files and programs; if the script is your own, "
                    "--trust runs it without\n"),
                missing);
        return EXIT_USAGE;
    }
    run->script = script;
    run->lib = command_library();
    run->seconds =
        (int)ceil(options->seconds); /* the alarm counts whole ones */
    run->memory = options->memory;
    run->output = run->shipped ? 0 : options->output;
    run->seed = options->seed;
    run->trace = options->trace;
    run->grants = options->grants;
    run->given_read = run->grants.nread;
    run->given_write = run->grants.nwrite;
    snprintf(folder, sizeof folder, "%s", script);
    if (!grants_read(&run->grants, dirname(folder)) ||
        !grants_read(&run->grants, run->lib) ||
        !grants_read(&run->grants, ".")) {
        fputs(say("ccn: too many folders are granted\n"), stderr);
        return EXIT_USAGE;
    }
    if (run->record)
        record_start(run->record, run);
    return parent_run(run);
}

/* A Lua file that is named may have modules beside it. */
static void grant_beside(struct run *run, const char *path)
{
    char folder[PATH_MAX];
    size_t length = strlen(path);
    if (length < 4 || length >= sizeof folder ||
        strcmp(path + length - 4, ".lua") != 0)
        return;
    memcpy(folder, path, length + 1);
    const char *beside = intern(dirname(folder));
    bool granted = strcmp(beside, ".") == 0;
    for (int i = 0; i < run->grants.nread; i++)
        granted = granted || strcmp(run->grants.read[i], beside) == 0;
    if (!granted)
        grants_read(&run->grants, beside);
}

/* What the command line names, NAME=VALUE as VALUE, may be written, or only
 * read. */
static void grant_named(struct run *run, bool write)
{
    for (int i = 0; i < run->argc; i++) {
        const char *sign = strchr(run->argv[i], '=');
        const char *path = sign ? sign + 1 : run->argv[i];
        grant_beside(run, path);
        if (write)
            grants_file(&run->grants, path);
        else
            grants_read(&run->grants, path);
    }
}

int start_logged(const struct options *options, struct run *run)
{
    struct options own = *options;
    for (int i = 0; i < run->argc; i++) {
        const char *sign = strchr(run->argv[i], '=');
        if (sign)
            grants_file(&own.grants, sign + 1);
    }
    struct record record = { .printed = TEXT_INIT };
    if (!own.unlogged)
        run->record = &record;
    int code = start_run(&own, own.argv[1], run);
    run->record = NULL;
    if (!own.unlogged && code != EXIT_USAGE)
        log_run(&record, &run->grants);
    record_release(&record);
    return code;
}

int start_description(const struct options *options)
{
    struct run run = { .describe = true };
    return start_run(options, options->argv[1], &run);
}

int start_script(const struct options *options)
{
    struct run run = { .argc = options->argc - 2, .argv = options->argv + 2 };
    return start_logged(options, &run);
}

/* `ccn rank -` and `ccn import - ...`: the file is the standard input. */
static bool takes_input(const struct options *options)
{
    const char *command = options->argv[0];
    return options->argc > 1 && strcmp(options->argv[1], "-") == 0 &&
           (strcmp(command, "rank") == 0 || strcmp(command, "import") == 0);
}

/* run: what is special of the command; write: it may write what it names. */
static int run_command(const struct options *options, struct run *run,
                       bool write)
{
    struct err err;
    static char script[PATH_MAX + 64];
    run->argc = options->argc - 1;
    run->argv = options->argv + 1;
    if (!parameters_check(options->argv[0], run->argc, run->argv))
        return EXIT_USAGE;
    run->shipped = true;
    run->sweep.fresh = true; /* of ccn test: what was cut off is of no use */
    run->grants = options->grants;
    if (takes_input(options) && !input_keep(&run->grants, &err)) {
        fprintf(stderr, "ccn: %s\n", err.text);
        return EXIT_FAILURE;
    }
    grant_named(run, write);
    struct options own = *options;
    own.grants = run->grants;
    snprintf(script, sizeof script, "%s/commands/%s.lua", command_library(),
             options->argv[0]);
    return start_run(&own, script, run);
}

int start_shipped(const struct options *options)
{
    struct run run = { 0 };
    return run_command(options, &run, true);
}

/* Scripts that a plan keeps are a stranger's: they write nothing, and what is
 * computed once more leaves nothing behind. */
int start_verify(const struct options *options)
{
    struct err err;
    struct options own = *options;
    struct shadow *shadow = shadow_new(&err);
    if (!shadow) {
        fprintf(stderr, "ccn: %s\n", err.text);
        return EXIT_FAILURE;
    }
    struct run run = { .kept = true, .sweep.folder = shadow_folder(shadow) };
    grants_read(&own.grants, shadow_folder(shadow));
    int code = run_command(&own, &run, false);
    shadow_free(shadow);
    return code;
}

/* Whether a word of the command begins so. */
static bool is_told(const struct options *options, const char *word)
{
    for (int i = 1; i < options->argc; i++) {
        if (strncmp(options->argv[i], word, strlen(word)) == 0)
            return true;
    }
    return false;
}

/* ccn triggers writes when it keeps, approves or records. */
int start_triggers(const struct options *options)
{
    struct run run = { .kept = true };
    return run_command(options, &run,
                       is_told(options, "keep=") ||
                           is_told(options, "approve=") ||
                           is_told(options, "record="));
}

int start_check(const struct options *options)
{
    struct run run = { .kept = is_told(options, "triggers=kept") };
    return run_command(options, &run, false);
}

/* A session has all the time it wants, a statement what --seconds says. */
int start_prompt(const struct options *options)
{
    static char person[] = "person=yes";
    struct options own = *options;
    struct prompt prompt = { .terminal = terminal_open() };
    char **argv = mem_new((size_t)own.argc + 2, sizeof *argv);
    memcpy(argv, own.argv, (size_t)own.argc * sizeof *argv);
    for (int i = 1; i < own.argc; i++)
        prompt.agreed = prompt.agreed || strcmp(own.argv[i], "save=yes") == 0;
    if (terminal_is_person(prompt.terminal))
        argv[own.argc++] = person;
    own.argv = argv;
    if (!own.timed)
        own.seconds = 0;
    struct run run = { .prompt = &prompt };
    int code = run_command(&own, &run, true);
    terminal_free(prompt.terminal);
    free(argv);
    return code;
}

int start_doctor(const struct options *options)
{
    struct options own = *options;
    char **argv = mem_new((size_t)own.argc + DOCTOR_FACTS, sizeof *argv);
    memcpy(argv, own.argv, (size_t)own.argc * sizeof *argv);
    doctor_facts(argv + own.argc);
    own.argv = argv;
    own.argc += DOCTOR_FACTS;
    int code = start_shipped(&own);
    for (int i = own.argc - DOCTOR_FACTS; i < own.argc; i++)
        free(argv[i]);
    free(argv);
    return code;
}
