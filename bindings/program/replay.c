#define _GNU_SOURCE /* realpath */
#include "bindings/program/replay.h"

#include <inttypes.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/shadow.h"
#include "bindings/program/command.h"
#include "bindings/program/differ.h"
#include "bindings/program/log.h"
#include "bindings/program/start.h"
#include "core/base/mem.h"
#include "core/base/say.h"

static int fail(const struct err *err)
{
    fprintf(stderr, "ccn: %s\n", err->text);
    return EXIT_FAILURE;
}

/* The options of the run, as it had them.  The texts belong to the JSON. */
static void take_options(json_t *from, const struct run_record *old,
                         struct options *own)
{
    size_t i;
    json_t *word;
    own->grants = (struct grants){ 0 };
    own->seed = (unsigned)old->seed;
    own->memory = (int)json_integer_value(json_object_get(from, "memory"));
    if (!own->timed)
        own->seconds =
            (double)json_integer_value(json_object_get(from, "seconds"));
    own->trace = json_is_true(json_object_get(from, "trace"));
    json_array_foreach(json_object_get(from, "read"), i, word)
        grants_read(&own->grants, json_string_value(word));
    json_array_foreach(json_object_get(from, "write"), i, word)
        grants_write(&own->grants, json_string_value(word));
}

/* The words for the script; a NAME=VALUE grants the file, as in ccn run. */
static char **take_words(json_t *from, struct options *own, int *argc)
{
    size_t i;
    json_t *word;
    char **argv = mem_new(json_array_size(from) + 1, sizeof *argv);
    json_array_foreach(from, i, word)
    {
        argv[i] = (char *)json_string_value(word);
        const char *sign = strchr(argv[i], '=');
        if (sign)
            grants_file(&own->grants, sign + 1);
    }
    *argc = (int)i;
    return argv;
}

static bool all_texts(json_t *list)
{
    size_t i;
    json_t *word;
    json_array_foreach(list, i, word)
    {
        if (!json_is_string(word))
            return false;
    }
    return true;
}

/* Run it in its language; the verdict is in that of the person. */
static int run_again(const struct run_record *old, json_t *given, json_t *words,
                     const struct options *options, struct record *record)
{
    struct options own = *options;
    struct run run = { .record = record };
    enum language mine = say_language();
    struct err err;
    take_options(given, old, &own);
    own.grants.shadow = shadow_new(&err);
    if (!own.grants.shadow)
        return fail(&err);
    run.argv = take_words(words, &own, &run.argc);
    say_choose(json_string_value(json_object_get(given, "lang")));
    int code = start_run(&own, old->script, &run);
    say_choose(mine == LANGUAGE_VI ? "vi" : "en");
    shadow_free(own.grants.shadow);
    free(run.argv);
    return code;
}

static int replay(const struct run_record *old, const struct options *options)
{
    struct record record;
    json_t *given = json_loads(old->options, 0, NULL);
    json_t *words = json_loads(old->arguments, 0, NULL);
    const char *lang = json_string_value(json_object_get(given, "lang"));
    bool sound = lang && json_is_array(words) && all_texts(words) &&
                 all_texts(json_object_get(given, "read")) &&
                 all_texts(json_object_get(given, "write"));
    int code = EXIT_FAILURE;
    if (!sound)
        fprintf(stderr, say("ccn: run %lld is damaged\n"), (long long)old->id);
    else if (run_again(old, given, words, options, &record) != EXIT_USAGE) {
        record_end(&record);
        code = differ_print(old, &record.run, stderr) ? EXIT_FAILURE
                                                      : EXIT_SUCCESS;
        record_release(&record);
    }
    json_decref(given);
    json_decref(words);
    return code;
}

/* The log by its real path, since the current folder changes. */
static bool find_log(const struct options *options, char *path)
{
    const char *named = options->argc > 2 ? options->argv[2] : log_journal();
    if (!named) {
        fputs(say("ccn: there is no journal of runs; name a plan\n"), stderr);
        return false;
    }
    if (realpath(named, path))
        return true;
    fprintf(stderr, say("ccn: there is no log '%s'\n"), named);
    return false;
}

int replay_command(const struct options *options)
{
    struct err err;
    char *end, path[PATH_MAX];
    int64_t id = strtoimax(options->argv[1], &end, 10);
    if (*end || end == options->argv[1] || id < 1) {
        fprintf(stderr, say("ccn: '%s' is no number of a run\n"),
                options->argv[1]);
        return EXIT_USAGE;
    }
    if (!find_log(options, path))
        return EXIT_FAILURE;
    struct run_record *old = run_find(path, id, &err);
    if (!old)
        return fail(&err);
    int code = EXIT_FAILURE;
    if (strcmp(old->command, "run") != 0)
        fprintf(stderr,
                say("ccn: run %lld is one of ccn %s, which is not run "
                    "again\n"),
                (long long)id, old->command);
    else if (chdir(old->folder) < 0)
        fprintf(stderr, say("ccn: the folder '%s' of run %lld is not there\n"),
                old->folder, (long long)id);
    else
        code = replay(old, options);
    run_free(old);
    return code;
}
