#include "bindings/program/command.h"

#include <errno.h>
#include <lua.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/program/assign.h"
#include "bindings/program/describe.h"
#include "bindings/program/log.h"
#include "bindings/program/options.h"
#include "bindings/program/parameters.h"
#include "bindings/program/replay.h"
#include "bindings/program/start.h"
#include "bindings/program/sweep_options.h"
#include "core/base/err.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/base/version.h"

struct command {
    const char *name, *usage, *summary;
    int least, most; /* arguments; -1: any number */
    int (*run)(const struct options *options);
};

static int run_new(const struct options *options);
static int run_report(const struct options *options);

/* In the order in which --help shows them. */
static const struct command commands[] = {
    { "run", "run SCRIPT [NAME=VALUE ...]", "run a script", 1, -1,
      start_script },
    { "new", "new NAME",
      "make a folder with a scenario that runs at once, and its data", 1, 1,
      run_new },
    { "import", "import FILE|- table=TABLE into=PLAN [NAME=VALUE ...]",
      "read a CSV file into a table of a plan: all of it, or nothing and a "
      "list of what was refused",
      1, -1, start_shipped },
    { "export", "export PLAN TABLE [NAME=VALUE ...]",
      "write a table of a plan as CSV to the standard output", 2, -1,
      start_shipped },
    { "check", "check PLAN [on=DATE] [may=extend|establish] [explain=RULE]",
      "list what contradicts itself in a plan, and what is missing; with a "
      "day, "
      "what its rules find; ends with exit code 1 when there are errors",
      1, -1, start_check },
    { "report", "report [tt14] PLAN [out=FILE.html] [criteria=FILE.lua]",
      "what a plan holds and what is missing, as text, or as one HTML file "
      "with charts; tt14: form 04 of Circular 14/2024",
      1, -1, run_report },
    { "rank", "rank FILE.json|-",
      "rank a plain problem by a method of the literature, or find weights; "
      "prints JSON",
      1, 1, start_shipped },
    { "assign",
      "assign FILE [--seconds S | --steps N] [--format gap|sscflp|plan] "
      "[--joint]",
      "enterprises to clusters and years, or jobs to agents, at the least cost "
      "with a proven bound; prints JSON",
      1, -1, assign_command },
    { "sweep", "sweep SCRIPT|FILE.sqlite [NAME=VALUE ...]",
      "run a script with a sweep, without a limit of time: --resume goes on "
      "with what was cut off; or show the results of one",
      1, -1, sweep_command },
    { "criteria", "criteria [NAME|FILE.lua|PLAN] [out=FILE]",
      "the annex of a criteria set for its submission; what ships; what a plan "
      "keeps",
      0, -1, start_shipped },
    { "repl", "repl [PLAN] [save=yes]",
      "type statements and see what they give; nothing is written without a "
      "question",
      0, -1, start_prompt },
    { "diff", "diff PLAN [SCENARIO] OTHER [results=FILE.lua] [json=yes]",
      "what turns one plan, kept scenario or version into another, by object "
      "and field, and what that does to results",
      2, -1, start_shipped },
    { "scenario", "scenario PLAN [NAME=VALUE ...]",
      "the scenarios kept in a plan as a tree; carry one over to the plan as "
      "it is, make it the plan, or throw it away",
      1, -1, start_shipped },
    { "triggers", "triggers PLAN [on=DATE] [NAME=VALUE ...]",
      "the trigger sets that a plan keeps and their states; keep, approve or "
      "record them, or see how likely they fire in a sweep",
      1, -1, start_triggers },
    { "propose", "propose PLAN [FILE.lua] [NAME=VALUE ...]",
      "what a trigger that has fired allows, as alternatives with reasons; one "
      "of them as a draft; without a file: what was proposed before",
      1, -1, start_shipped },
    { "versions", "versions PLAN [NAME=VALUE ...]",
      "the versions of a plan; begin them, or make one of a scenario, of what "
      "was changed or of what was recorded",
      1, -1, start_shipped },
    { "decide", "decide PLAN VERSION VERDICT as=ROLE:INITIALS",
      "decide on a version: check, submit, consult, approve, return, reject, "
      "publish; urgent, confirm",
      3, -1, start_shipped },
    { "undo", "undo PLAN VERSION as=ROLE:INITIALS",
      "a new version that takes one back; nothing is deleted", 2, -1,
      start_shipped },
    { "verify", "verify PLAN [head=SHA256]",
      "whether versions, decisions and the plan agree, and recorded firings "
      "and proposals follow from the observations, or the first thing that "
      "does not",
      1, -1, start_verify },
    { "log", "log [PLAN] [NAME=VALUE ...]",
      "what was run: on a plan, with its versions, or without one; one run in "
      "full",
      0, -1, log_command },
    { "replay", "replay RUN [PLAN]",
      "run again what the log holds: the same bytes, or what differs", 1, 2,
      replay_command },
    { "describe", "describe md|sql|luals|SCRIPT.lua",
      "the reference of all tables and fields, or what a script asks and takes",
      1, 1, describe_command },
    { "doctor", "doctor [PLAN]",
      "what is installed, what is missing, and what a plan file holds", 0, 1,
      start_doctor },
    { "test", "test FILE.lua ...", "run Lua tests", 1, -1, start_shipped },
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

static const char *nearest_command(const char *name)
{
    struct nearest nearest = nearest_to(name);
    for (int i = 0; i < COMMANDS; i++)
        nearest_try(&nearest, commands[i].name);
    return nearest.best;
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
    if (strcmp(LUA_RELEASE, "Lua 5.4.4") == 0)
        fputs(say("Known faults of Lua 5.4.4, where the distribution has not "
                  "mended them: a bitwise operator in a function of more than "
                  "256 constants may give a wrong number; leaving a loop that "
                  "closes a variable may end the script.\n"),
              stdout);
    if (strcmp(sqlite3_libversion(), "3.40.1") == 0)
        fputs(say("Known faults of SQLite 3.40.1: a write-ahead log may damage "
                  "a file, a journal of a stranger may delete one.  ccn writes "
                  "no such log and refuses both beside a plan.\n"),
              stdout);
    return EXIT_SUCCESS;
}

/* Of two words the first is the report, when it is no file. */
static bool is_report(const struct options *options)
{
    static const char *const texts[] = {
        "ccn: there is no report '%s', only tt14\n",
        "ccn: there is no report '%s'; did you mean 'tt14'?\n",
    };
    const char *first = NULL;
    for (int i = 1; i < options->argc; i++) {
        const char *word = options->argv[i];
        if (strchr(word, '=') || strcmp(word, "tt14") == 0)
            continue;
        if (first && !strchr(first, '.')) {
            struct nearest nearest = nearest_to(first);
            nearest_try(&nearest, "tt14");
            fprintf(stderr, say(texts[nearest.best != NULL]), first);
            return false;
        }
        first = word;
    }
    return true;
}

/* `ccn report tt14 PLAN`: the word says which report. */
static int run_report(const struct options *options)
{
    static char form[] = "tt14=yes";
    if (!is_report(options))
        return EXIT_USAGE;
    for (int i = 1; i < options->argc; i++) {
        if (strcmp(options->argv[i], "tt14") == 0)
            options->argv[i] = form;
    }
    return start_shipped(options);
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
    int code = start_shipped(&own);
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
    const char *close = nearest_command(name), *takes = command_for(name);
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
