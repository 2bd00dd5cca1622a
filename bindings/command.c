#define _GNU_SOURCE /* realpath, readlink */
#include "bindings/command.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <lua.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/assign.h"
#include "bindings/describe.h"
#include "bindings/doctor.h"
#include "bindings/options.h"
#include "bindings/parameters.h"
#include "bindings/parent.h"
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/text.h"

struct command {
    const char *name, *usage, *summary;
    int least, most; /* arguments; -1: any number */
    int (*run)(const struct options *options);
};

static int run_script(const struct options *options);
static int run_shipped(const struct options *options);
static int run_prompt(const struct options *options);
static int run_new(const struct options *options);
static int run_doctor(const struct options *options);

/* In the order in which --help shows them. */
static const struct command commands[] = {
    { "run", "run SCRIPT [NAME=VALUE ...]", "run a script", 1, -1, run_script },
    { "new", "new NAME",
      "make a folder with a scenario that runs at once, and its data", 1, 1,
      run_new },
    { "import", "import FILE table=TABLE into=PLAN [NAME=VALUE ...]",
      "read a CSV file into a table of a plan: all of it, or nothing and a "
      "list of what was refused",
      1, -1, run_shipped },
    { "export", "export PLAN TABLE [NAME=VALUE ...]",
      "write a table of a plan as CSV to the standard output", 2, -1,
      run_shipped },
    { "check", "check PLAN [on=DATE]",
      "list what contradicts itself in a plan, and what is missing; ends with "
      "exit code 1 when there are errors",
      1, -1, run_shipped },
    { "report", "report PLAN [out=FILE.html] [criteria=FILE.lua]",
      "what a plan holds and what is missing, as text, or as one HTML file "
      "with charts",
      1, -1, run_shipped },
    { "rank", "rank FILE.json",
      "rank a plain problem by a method of the literature, or find weights; "
      "prints JSON",
      1, 1, run_shipped },
    { "assign",
      "assign FILE [--seconds S | --steps N] [--format gap|sscflp|plan] "
      "[--joint]",
      "enterprises to clusters and years, or jobs to agents, at the least cost "
      "with a proven bound; prints JSON",
      1, -1, assign_command },
    { "criteria", "criteria [NAME|FILE.lua|PLAN] [out=FILE]",
      "the annex of a criteria set for its submission; what ships; what a plan "
      "keeps",
      0, -1, run_shipped },
    { "repl", "repl [PLAN] [save=yes]",
      "type statements and see what they give; nothing is written without a "
      "question",
      0, -1, run_prompt },
    { "diff", "diff PLAN OTHER",
      "what turns one plan into the other, or into a scenario kept in it", 2, 2,
      run_shipped },
    { "describe", "describe md|sql|luals",
      "the reference of all tables and fields", 1, 1, describe_command },
    { "doctor", "doctor [PLAN]",
      "what is installed, what is missing, and what a plan file holds", 0, 1,
      run_doctor },
    { "test", "test FILE.lua ...", "run Lua tests", 1, -1, run_shipped },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const struct command *find(const char *name)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static const char *nearest(const char *name)
{
    const char *best = NULL;
    int least = (int)strlen(name) / 3 + 2;
    for (int i = 0; i < COMMANDS; i++) {
        int distance = text_distance(commands[i].name, name);
        if (distance < least) {
            least = distance;
            best = commands[i].name;
        }
    }
    return best;
}

static void print_help(FILE *out)
{
    fputs(say("ccn: planning of industrial clusters\n\nCommands:\n"), out);
    for (int i = 0; i < COMMANDS; i++)
        fprintf(out, "  ccn %s\n      %s\n", commands[i].usage,
                say(commands[i].summary));
    fputs(say("\nOptions, before or behind the command:\n"), out);
    options_print(out);
    fputs(say("\nExit codes: 0 done, 1 an error, 2 wrong usage, 71 out of "
              "memory.\n"),
          out);
}

static void print_command(const struct command *command, FILE *out)
{
    fprintf(out, say("usage: ccn %s\n"), command->usage);
    fprintf(out, "%s\n", say(command->summary));
    const struct parameter *list = parameters_of(command->name);
    if (list) {
        fputs(say("\nParameters, as NAME=VALUE or --NAME VALUE:\n"), out);
        parameters_print(list, out);
    }
    fputs(say("\nOptions:\n"), out);
    options_print(out);
}

static int print_version(void)
{
    printf("ccn " VERSION "\n" LUA_RELEASE "\nSQLite %s\n",
           sqlite3_libversion());
    return EXIT_SUCCESS;
}

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

static int start(const struct options *options, const char *script,
                 struct run *run)
{
    static char folder[PATH_MAX];
    run->script = script;
    run->lib = command_library();
    run->seconds =
        (int)ceil(options->seconds); /* the alarm counts whole ones */
    run->memory = options->memory;
    run->seed = options->seed;
    run->trace = options->trace;
    run->grants = options->grants;
    snprintf(folder, sizeof folder, "%s", script);
    if (!grants_read(&run->grants, dirname(folder)) ||
        !grants_read(&run->grants, run->lib) ||
        !grants_read(&run->grants, ".")) {
        fputs(say("ccn: too many folders are granted\n"), stderr);
        return EXIT_USAGE;
    }
    return parent_run(run);
}

/* What the command line names may be written: NAME=VALUE as VALUE. */
static void grant_named(struct run *run)
{
    for (int i = 0; i < run->argc; i++) {
        const char *sign = strchr(run->argv[i], '=');
        grants_file(&run->grants, sign ? sign + 1 : run->argv[i]);
    }
}

static int run_script(const struct options *options)
{
    struct run run = { .argc = options->argc - 2, .argv = options->argv + 2 };
    struct options own = *options;
    for (int i = 0; i < run.argc; i++) {
        const char *sign = strchr(run.argv[i], '=');
        if (sign)
            grants_file(&own.grants, sign + 1);
    }
    return start(&own, options->argv[1], &run);
}

static int run_with(const struct options *options, const struct prompt *prompt)
{
    static char script[PATH_MAX + 64];
    struct run run = { .argc = options->argc - 1,
                       .argv = options->argv + 1,
                       .prompt = prompt };
    if (!parameters_check(options->argv[0], run.argc, run.argv))
        return EXIT_USAGE;
    run.shipped = true;
    run.grants = options->grants;
    grant_named(&run);
    struct options own = *options;
    own.grants = run.grants;
    snprintf(script, sizeof script, "%s/commands/%s.lua", command_library(),
             options->argv[0]);
    return start(&own, script, &run);
}

static int run_shipped(const struct options *options)
{
    return run_with(options, NULL);
}

/* A session has all the time it wants, a statement what --seconds says. */
static int run_prompt(const struct options *options)
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
    int code = run_with(&own, &prompt);
    terminal_free(prompt.terminal);
    free(argv);
    return code;
}

static int run_doctor(const struct options *options)
{
    struct options own = *options;
    char **argv = mem_new((size_t)own.argc + DOCTOR_FACTS, sizeof *argv);
    memcpy(argv, own.argv, (size_t)own.argc * sizeof *argv);
    doctor_facts(argv + own.argc);
    own.argv = argv;
    own.argc += DOCTOR_FACTS;
    int code = run_shipped(&own);
    for (int i = own.argc - DOCTOR_FACTS; i < own.argc; i++)
        free(argv[i]);
    free(argv);
    return code;
}

static bool is_plain_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t size = strspn(name, "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return size > 0 && name[size] == '\0';
}

/* The folder is made here, since a worker makes none, and goes again when it
 * stays empty. */
static int run_new(const struct options *options)
{
    const char *folder = options->argv[1];
    struct options own = *options;
    if (!is_plain_name(folder)) {
        fprintf(stderr,
                say("ccn: '%s' is no name for a scenario: letters without "
                    "marks, digits, _ and -\n"),
                folder);
        return EXIT_USAGE;
    }
    if (mkdir(folder, 0777) != 0) {
        fprintf(stderr, say("ccn: the folder '%s' cannot be made: %s\n"),
                folder, err_system(errno));
        return EXIT_FAILURE;
    }
    grants_write(&own.grants, folder);
    int code = run_shipped(&own);
    if (code != EXIT_SUCCESS)
        rmdir(folder);
    return code;
}

static int wrong_usage(const struct command *command)
{
    fprintf(stderr, say("usage: ccn %s\n"), command->usage);
    return EXIT_USAGE;
}

/* The command that takes a file, by the ending of its name. */
static const char *command_for(const char *file)
{
    static const char *const takes[][2] = {
        { ".lua", "run" },
        { ".gpkg", "repl" },
        { ".csv", "import" },
        { ".json", "rank" },
    };
    const char *ending = strrchr(file, '.');
    for (size_t i = 0; ending && i < sizeof takes / sizeof *takes; i++) {
        if (strcmp(ending, takes[i][0]) == 0)
            return takes[i][1];
    }
    return NULL;
}

static int no_command(const char *name)
{
    const char *close = nearest(name), *takes = command_for(name);
    if (takes)
        fprintf(stderr,
                say("ccn: there is no command '%s'; did you mean 'ccn %s "
                    "%s'?\n"),
                name, takes, name);
    else if (close)
        fprintf(stderr,
                say("ccn: there is no command '%s'; did you mean "
                    "'%s'?\n"),
                name, close);
    else
        fprintf(stderr,
                say("ccn: there is no command '%s'; ccn --help lists "
                    "them\n"),
                name);
    return EXIT_USAGE;
}

/* `ccn help [COMMAND]` and `ccn version`, for those who know them so. */
static void take_words(struct options *options)
{
    if (options->argc > 0 && strcmp(options->argv[0], "help") == 0) {
        options->help = true;
        options->argv++;
        options->argc--;
    } else if (options->argc == 1 && strcmp(options->argv[0], "version") == 0) {
        options->version = true;
    }
}

int command_main(int argc, char **argv)
{
    struct options options;
    options_default(&options);
    if (!options_read(&options, argc, argv))
        return EXIT_USAGE;
    take_words(&options);
    if (options.version)
        return print_version();
    if (options.argc == 0) {
        print_help(options.help ? stdout : stderr);
        return options.help ? EXIT_SUCCESS : EXIT_USAGE;
    }
    const struct command *command = find(options.argv[0]);
    if (!command)
        return no_command(options.argv[0]);
    if (options.help) {
        print_command(command, stdout);
        return EXIT_SUCCESS;
    }
    int given = options.argc - 1;
    if (given < command->least || (command->most >= 0 && given > command->most))
        return wrong_usage(command);
    return command->run(&options);
}
