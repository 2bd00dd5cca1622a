#include "bindings/parameters.h"

#include <ctype.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"

static const struct parameter of_import[] = {
    { "table", "TABLE", "table that takes the rows, such as cluster", true },
    { "into", "PLAN", "plan file; made when it is not there", true },
    { "decimal", "point|comma", "decimal sign in the file; it is never guessed",
      false },
    { "separator", "comma|semicolon|tab",
      "between cells; found from the first line when not given", false },
    { "policy", "add|update|both",
      "add: all rows are new (this is the rule); update: all are there; both",
      false },
    { "clear", "yes|no", "a blank cell makes a known value unknown (no)",
      false },
    { "dry", "yes|no", "only try it, save nothing (no)", false },
    { "form", "01|02|03|04",
      "a half-yearly form of Circular 14/2024, with table=observation", false },
    { "period", "PERIOD", "of the form: 2026-6m or 2026", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_export[] = {
    { "excel", "yes|no",
      "as Excel under Vietnamese settings opens it: bom=yes "
      "separator=semicolon decimal=comma (no)",
      false },
    { "decimal", "point|comma", "decimal sign to write (point)", false },
    { "separator", "comma|semicolon|tab", "between cells (comma)", false },
    { "bom", "yes|no", "mark the file as UTF-8 for spreadsheets (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_check[] = {
    { "on", "DATE", "day for which rules are looked up, as 2026-09-15", false },
    { "may", "extend|establish",
      "whether each cluster may be, by a dossier of the day", false },
    { "cluster", "KEY", "with may: this one, every condition in full", false },
    { "facts", "LIST",
      "with may: known beside the plan, as infrastructure=yes,demand=30",
      false },
    { "today", "DATE", "with may: day of looking, when a dossier is under way",
      false },
    { "explain", "RULE", "a rule with its ground and its tests; all: a list",
      false },
    { "rules", "FILE.lua", "a further pack of rules", false },
    { "triggers", "FILE.lua", "a set of triggers to look at on the day",
      false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_report[] = {
    { "out", "FILE.html", "write the page there, and no text", false },
    { "criteria", "FILE.lua",
      "criteria for the order of those who move; else our draft", false },
    { "on", "DATE", "day whose rules are asked, as 2026-09-15", false },
    { "period", "PERIOD", "of the form: 2026-6m or 2026", false },
    { "tt14", "yes|no", NULL, false }, /* the word tt14 */
    { NULL, NULL, NULL, false },
};

static const struct parameter of_assign[] = {
    { "steps", "N",
      "a limit of work instead of time: the same answer on any machine",
      false },
    { "format", "gap|sscflp|plan", "what the file is; found out when not given",
      false },
    { "joint", "yes|no",
      "choose also the years in which phases open, within the capital (no)",
      false },
    { "threads", "N", "at most so many at once (all there are)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_criteria[] = {
    { "out", "FILE.md|html|csv", "write the annex there, by its ending",
      false },
    { "set", "NAME VERSION", "the set of a plan whose annex is wanted", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_diff[] = {
    { "results", "FILE.lua",
      "its results are compared too: it returns the options of ccn.compare",
      false },
    { "json", "yes|no", "as JSON (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_scenario[] = {
    { "rebase", "SCENARIO",
      "take it over to the plan as it is, conflicts shown cell by cell",
      false },
    { "policy", "ours|theirs",
      "what the scenario says (ours) or the plan (theirs) in a cell that both "
      "changed",
      false },
    { "promote", "SCENARIO",
      "make it the plan; its own scenarios become those of the plan", false },
    { "discard", "SCENARIO", "throw it away", false },
    { "all", "yes|no", "with those that have it as their parent (no)", false },
    { "json", "yes|no", "as JSON (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_log[] = {
    { "run", "RUN", "one run with all that it read and made", false },
    { "script", "TEXT", "only runs of scripts with this in their path", false },
    { "state", "running|done|failed|stopped", "only runs that ended so",
      false },
    { "last", "N", "the last N only (20); 0: all", false },
    { "json", "yes|no", "as JSON (no)", false },
    { "forget", "RUN", "take a run out of the log", false },
    { NULL, NULL, NULL, false },
};

#define SIGNED_IF(needed)                                                      \
    { "as", "ROLE:INITIALS", "who: role of an office, and initials", needed }, \
    {                                                                          \
        "on", "DATE", "day of it, as 2028-09-01 (today)", false                \
    }
#define SIGNED SIGNED_IF(false)
#define MUST_SIGN SIGNED_IF(true)

static const struct parameter of_version[] = {
    { "begin", "yes|no", "the plan as it is becomes the first version", false },
    { "draft", "SCENARIO", "a draft of a kept scenario", false },
    { "take", "yes|no", "a draft of what was changed outside of versions",
      false },
    { "record", "yes|no",
      "what was only observed or inspected, in force at once", false },
    { "rebase", "VERSION", "a draft once more, on what is in force now",
      false },
    { "restore", "yes|no", "drop what was changed outside of versions", false },
    { "title", "TEXT", "title of the version", false },
    { "reason", "TEXT", "why", false },
    SIGNED,
    { NULL, NULL, NULL, false },
};

static const struct parameter of_propose[] = {
    { "draft", "ALTERNATIVE", "make this one a draft", false },
    { "title", "TEXT", "title of the version", false },
    SIGNED,
    { NULL, NULL, NULL, false },
};

static const struct parameter of_decide[] = {
    MUST_SIGN,
    { "comment", "TEXT", "opinion or reason", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_undo[] = {
    MUST_SIGN,
    { "title", "TEXT", "title of the version", false },
    { "reason", "TEXT", "why", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_verify[] = {
    { "head", "SHA256", "an entry noted down earlier that must be there",
      false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_repl[] = {
    { "save", "yes|no", "write without a question (no)", false },
    { "person", "yes|no", NULL, false }, /* said by ccn itself */
    { NULL, NULL, NULL, false },
};

static const struct parameter of_sweep[] = {
    { "resume", "yes|no", "go on with what was cut off (no)", false },
    { "fresh", "yes|no", "begin anew in place of what was cut off (no)",
      false },
    { "threads", "N", "at most so many at once (all there are)", false },
    { "out", "FOLDER", "where the results file goes (out)", false },
    { "list", "yes|no", "of FILE.sqlite: what it holds (yes)", false },
    { "export", "csv", "of FILE.sqlite: all experiments as CSV", false },
    { NULL, NULL, NULL, false },
};

static const struct {
    const char *command;
    const struct parameter *list;
    int words; /* before them, at most */
} commands[] = {
    { "import", of_import, 1 },    { "export", of_export, 2 },
    { "check", of_check, 1 },      { "report", of_report, 1 },
    { "repl", of_repl, 1 },        { "criteria", of_criteria, 1 },
    { "assign", of_assign, 1 },    { "sweep", of_sweep, 1 },
    { "versions", of_version, 1 }, { "decide", of_decide, 3 },
    { "propose", of_propose, 2 },  { "undo", of_undo, 2 },
    { "verify", of_verify, 1 },    { "log", of_log, 1 },
    { "diff", of_diff, 3 },        { "scenario", of_scenario, 1 },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static int number_of(const char *command)
{
    int i = 0;
    while (i < COMMANDS && strcmp(commands[i].command, command) != 0)
        i++;
    return i;
}

const struct parameter *parameters_of(const char *command)
{
    int i = number_of(command);
    return i < COMMANDS ? commands[i].list : NULL;
}

static const struct parameter *find(const struct parameter *list,
                                    const char *name, size_t size)
{
    for (; list->name; list++) {
        if (strlen(list->name) == size && strncmp(list->name, name, size) == 0)
            return list;
    }
    return NULL;
}

const struct parameter *parameters_find(const char *name, size_t size)
{
    const struct parameter *found = NULL;
    for (int i = 0; i < COMMANDS && !found; i++)
        found = find(commands[i].list, name, size);
    return found;
}

static void try_all(const struct parameter *list, struct nearest *nearest)
{
    for (; list->name; list++)
        nearest_try(nearest, list->name);
}

void parameters_nearest(const char *command, struct nearest *nearest)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (!command || strcmp(commands[i].command, command) == 0)
            try_all(commands[i].list, nearest);
    }
}

bool parameters_alone(const struct parameter *parameter)
{
    return strcmp(parameter->values, "yes|no") == 0;
}

static bool is_signed(const char *value)
{
    const char *sign = strchr(value, ':');
    return sign && sign > value && sign[1] != '\0';
}

/* Whether a value is one of "point|comma", or any when they begin with a large
 * letter; a DATE must be one. */
static bool allows(const char *values, const char *value)
{
    int64_t day;
    size_t size = strlen(value);
    if (strcmp(values, "DATE") == 0)
        return date_parse(value, &day);
    if (strcmp(values, "ROLE:INITIALS") == 0)
        return is_signed(value);
    if (isupper((unsigned char)*values))
        return size > 0;
    while (*values) {
        size_t length = strcspn(values, "|");
        if (length == size && strncmp(values, value, size) == 0)
            return true;
        values += length + (values[length] == '|');
    }
    return false;
}

static void list_parameters(const struct parameter *list, const char *name)
{
    struct text names = TEXT_INIT;
    for (; list->name && list->doc; list++)
        text_add(&names, "%s%s", names.size ? ", " : "", list->name);
    fprintf(stderr,
            say("ccn: there is no parameter '%s'; the parameters are: %s\n"),
            name, names.bytes);
    text_release(&names);
}

static bool unknown(const struct parameter *list, const char *name)
{
    struct nearest nearest = nearest_to(name);
    try_all(list, &nearest);
    if (nearest.best)
        fprintf(stderr,
                say("ccn: there is no parameter '%s'; did you mean "
                    "'%s'?\n"),
                name, nearest.best);
    else
        list_parameters(list, name);
    return false;
}

static bool needs_value(const struct parameter *parameter)
{
    fprintf(stderr, say("ccn: %s needs a value: %s=%s\n"), parameter->name,
            parameter->name, parameter->values);
    return false;
}

/* One argument; those without a sign are not for us. */
static bool check(const struct parameter *list, const char *word)
{
    char name[64];
    const char *sign = strchr(word, '=');
    if (!sign || sign == word)
        return true;
    size_t size = (size_t)(sign - word);
    snprintf(name, sizeof name, "%.*s", (int)size, word);
    const struct parameter *parameter = find(list, word, size);
    if (!parameter)
        return unknown(list, name);
    if (allows(parameter->values, sign + 1))
        return true;
    if (sign[1] == '\0')
        return needs_value(parameter);
    if (strcmp(parameter->values, "DATE") == 0)
        fprintf(stderr,
                say("ccn: %s must be a date such as 2026-09-15, got '%s'\n"),
                name, sign + 1);
    else
        fprintf(stderr, say("ccn: %s must be %s, got '%s'\n"), name,
                parameter->values, sign + 1);
    return false;
}

/* A word where none is looked for would be passed over. */
static bool surplus(const struct parameter *list, const char *word)
{
    const struct parameter *parameter = find(list, word, strlen(word));
    if (parameter)
        return needs_value(parameter);
    fprintf(stderr,
            say("ccn: '%s' is one word too many; parameters are NAME=VALUE\n"),
            word);
    return false;
}

static bool given(const char *name, int argc, char **argv)
{
    size_t size = strlen(name);
    for (int i = 0; i < argc; i++) {
        if (strncmp(argv[i], name, size) == 0 && argv[i][size] == '=')
            return true;
    }
    return false;
}

bool parameters_check(const char *command, int argc, char **argv)
{
    int number = number_of(command), words = 0;
    if (number == COMMANDS)
        return true;
    const struct parameter *list = commands[number].list;
    for (int i = 0; i < argc; i++) {
        if (!check(list, argv[i]))
            return false;
        if (!strchr(argv[i], '=') && ++words > commands[number].words)
            return surplus(list, argv[i]);
    }
    for (; list->name; list++) {
        if (!list->needed || given(list->name, argc, argv))
            continue;
        fprintf(stderr, say("ccn: %s=%s is missing\n"), list->name,
                list->values);
        return false;
    }
    return true;
}

void parameters_print(const struct parameter *list, FILE *out)
{
    int width = 0;
    for (const struct parameter *p = list; p->name && p->doc; p++) {
        int here = (int)(strlen(p->name) + strlen(p->values)) + 1;
        width = here > width ? here : width;
    }
    for (; list->name && list->doc; list++) {
        char head[64];
        snprintf(head, sizeof head, "%s=%s", list->name, list->values);
        fprintf(out, "  %-*s %s\n", width, head, say(list->doc));
    }
}
