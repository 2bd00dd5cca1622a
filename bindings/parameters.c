#include "bindings/parameters.h"

#include <ctype.h>
#include <string.h>

#include "bindings/parameters_list.h"
#include "core/base/date.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"

static const struct parameters_list *list_of(const char *command)
{
    const struct parameters_list *of = parameters_lists;
    while (of->command && strcmp(of->command, command) != 0)
        of++;
    return of->command ? of : NULL;
}

const struct parameter *parameters_of(const char *command)
{
    const struct parameters_list *of = list_of(command);
    return of ? of->list : NULL;
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
    const struct parameters_list *of = parameters_lists;
    for (; of->command && !found; of++)
        found = find(of->list, name, size);
    return found;
}

static void try_all(const struct parameter *list, struct nearest *nearest)
{
    for (; list->name; list++)
        nearest_try(nearest, list->name);
}

void parameters_nearest(const char *command, struct nearest *nearest)
{
    const struct parameters_list *of = parameters_lists;
    for (; of->command; of++) {
        if (!command || strcmp(of->command, command) == 0)
            try_all(of->list, nearest);
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
    const struct parameters_list *of = list_of(command);
    int words = 0;
    if (!of)
        return true;
    const struct parameter *list = of->list;
    for (int i = 0; i < argc; i++) {
        if (!check(list, argv[i]))
            return false;
        if (!strchr(argv[i], '=') && ++words > of->words)
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
