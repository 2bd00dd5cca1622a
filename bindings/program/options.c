#include "bindings/program/options.h"

#include <stdlib.h>
#include <string.h>

#include "bindings/program/parameters.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/store/drive.h"

struct option {
    const char *name, *value, *doc;
    bool (*take)(struct options *options, const char *value);
};

static bool take_lang(struct options *options, const char *value)
{
    (void)options;
    if (strcmp(value, "vi") != 0 && strcmp(value, "en") != 0)
        return false;
    say_choose(value);
    return true;
}

static bool take_number(const char *value, long most, long *number)
{
    char *end;
    *number = strtol(value, &end, 10);
    return end != value && *end == '\0' && *number >= 0 && *number <= most;
}

static bool take_seconds(struct options *options, const char *value)
{
    char *end;
    double number = strtod(value, &end);
    options->seconds = number;
    options->timed = true;
    return end != value && *end == '\0' && number >= 0 && number <= 1000000;
}

static bool take_memory(struct options *options, const char *value)
{
    long number;
    bool ok = take_number(value, 1 << 20, &number) && number >= 1;
    options->memory = (int)number;
    return ok;
}

static bool take_output(struct options *options, const char *value)
{
    long number;
    bool ok = take_number(value, 1 << 20, &number) && number >= 1;
    options->output = (int)number;
    return ok;
}

static bool take_seed(struct options *options, const char *value)
{
    long number;
    bool ok = take_number(value, 4294967295, &number);
    options->seed = (unsigned)number;
    return ok;
}

static bool take_read(struct options *options, const char *value)
{
    return grants_read(&options->grants, value);
}

static bool take_write(struct options *options, const char *value)
{
    return grants_write(&options->grants, value);
}

static bool take_help(struct options *options, const char *value)
{
    (void)value;
    return options->help = true;
}

static bool take_version(struct options *options, const char *value)
{
    (void)value;
    return options->version = true;
}

static bool take_trace(struct options *options, const char *value)
{
    (void)value;
    return options->trace = true;
}

static bool take_trust(struct options *options, const char *value)
{
    (void)value;
    return options->trust = true;
}

static bool take_no_log(struct options *options, const char *value)
{
    (void)value;
    return options->unlogged = true;
}

static bool take_network(struct options *options, const char *value)
{
    (void)options;
    (void)value;
    drive_allow();
    return true;
}

static const struct option table[] = {
    { "--lang", "vi|en", "language of what people read", take_lang },
    { "--seconds", "S", "longest time of a run, 0 for no limit (60)",
      take_seconds },
    { "--memory", "N", "most memory of a script, in MiB (1024)", take_memory },
    { "--output", "N", "most text of a script, in MiB (1)", take_output },
    { "--seed", "N", "seed of random numbers (1)", take_seed },
    { "--read", "FOLDER", "let the script read in this folder too", take_read },
    { "--write", "FOLDER", "let the script save plans in this folder",
      take_write },
    { "--trust", NULL, "run a script of your own where a wall is missing",
      take_trust },
    { "--network", NULL, "write plans on drives of the network too",
      take_network },
    { "--no-log", NULL, "leave the run out of the log of runs", take_no_log },
    { "--trace", NULL, "show the calls that led to an error", take_trace },
    { "--help", NULL, "this help", take_help },
    { "--version", NULL, "versions of ccn and its libraries", take_version },
};

enum { OPTIONS = sizeof table / sizeof *table };

void options_default(struct options *options)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    *options = (struct options){
        .seconds = 60, .memory = 1024, .output = 1, .seed = 1
    };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            say_choose(value);
            return;
        }
    }
}

void options_print(FILE *out)
{
    for (int i = 0; i < OPTIONS; i++) {
        char head[40];
        snprintf(head, sizeof head, "%s %s", table[i].name,
                 table[i].value ? table[i].value : "");
        fprintf(out, "  %-18s %s\n", head, say(table[i].doc));
    }
}

static const struct option *find(const char *name, size_t size)
{
    for (int i = 0; i < OPTIONS; i++) {
        if (strlen(table[i].name) == size &&
            strncmp(table[i].name, name, size) == 0)
            return &table[i];
    }
    return NULL;
}

/* A word that is neither an option nor a parameter of the command, if that is
 * known by now. */
static bool unknown(const struct options *options, const char *word)
{
    char name[NEAREST_MOST];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
    struct nearest nearest = nearest_to(name + strspn(name, "-"));
    for (int i = 0; i < OPTIONS; i++)
        nearest_try(&nearest, table[i].name + 2);
    parameters_nearest(options->argc > 0 ? options->argv[0] : NULL, &nearest);
    if (nearest.best)
        fprintf(stderr, say("ccn: there is no option %s; did you mean --%s?\n"),
                name, nearest.best);
    else
        fprintf(stderr,
                say("ccn: there is no option %s; ccn --help lists them; what a "
                    "script takes is NAME=VALUE\n"),
                name);
    return false;
}

/* --table cluster stands for table=cluster, --dry for dry=yes. */
static bool take_parameter(struct options *options, int argc, char **argv,
                           int *i)
{
    char *word = argv[*i];
    size_t size = strcspn(word, "=");
    const struct parameter *parameter = NULL;
    if (strncmp(word, "--", 2) == 0)
        parameter = parameters_find(word + 2, size - 2);
    if (!parameter)
        return unknown(options, word);
    if (word[size] == '=') {
        options->argv[options->argc++] = word + 2;
        return true;
    }
    const char *value = "yes";
    if (!parameters_alone(parameter)) {
        if (*i + 1 >= argc) {
            fprintf(stderr, say("ccn: %s needs %s\n"), word,
                    say(parameter->values));
            return false;
        }
        value = argv[++*i];
    }
    struct text pair = TEXT_INIT; /* kept until the program ends */
    text_add(&pair, "%s=%s", word + 2, value);
    options->argv[options->argc++] = pair.bytes;
    return true;
}

static const char *needed(const char *value)
{
    if (!value)
        return say("no value");
    if (strcmp(value, "S") == 0)
        return say("a number of seconds, such as 0.5");
    return strcmp(value, "N") == 0 ? say("a whole number") : value;
}

/* --version v3 of a command that takes a version is no option of ours: those
 * that stand alone have no value. */
static bool is_parameter(const struct options *options,
                         const struct option *option, const char *word,
                         const char *next)
{
    size_t size = strcspn(word, "=");
    const struct parameter *list =
        options->argc > 0 ? parameters_of(options->argv[0]) : NULL;
    bool has_value = word[size] == '=' || (next && next[0] != '-');
    return !option->value && has_value && list &&
           parameters_among(list, word + 2, size - 2) != NULL;
}

/* One option, at argv[*i]; *i moves on when its value is the next word. */
static bool take(struct options *options, int argc, char **argv, int *i)
{
    const char *word = argv[*i];
    if (strcmp(word, "-h") == 0)
        return take_help(options, NULL);
    size_t size = strcspn(word, "=");
    const struct option *option = find(word, size);
    if (!option || is_parameter(options, option, word,
                                *i + 1 < argc ? argv[*i + 1] : NULL))
        return take_parameter(options, argc, argv, i);
    const char *value = word[size] == '=' ? word + size + 1 : NULL;
    if (option->value && !value && *i + 1 < argc)
        value = argv[++*i];
    if ((option->value != NULL) != (value != NULL) ||
        !option->take(options, value)) {
        fprintf(stderr, say("ccn: %s needs %s\n"), option->name,
                needed(option->value));
        return false;
    }
    return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
    options->argv = argv + 1;
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-' && argv[i][1] != '\0') {
            if (!take(options, argc, argv, &i))
                return false;
        } else {
            options->argv[options->argc++] = argv[i];
        }
    }
    return true;
}
