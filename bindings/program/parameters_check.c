/* Whether what a command was given are its parameters. */
#include <ctype.h>
#include <string.h>

#include "bindings/program/parameters.h"
#include "core/base/date.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"

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
    for (const struct parameter *one = list; one->name; one++)
        nearest_try(&nearest, one->name);
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
            parameter->name, say(parameter->values));
    return false;
}

/* "15/9/2026" as "2026-09-15"; false when it is no such day. */
static bool local_day(const char *value, char meant[11])
{
    static const char digits[] = "0123456789";
    int64_t days;
    size_t day = strspn(value, digits);
    const char *rest = value + day;
    size_t month = *rest == '/' ? strspn(rest + 1, digits) : 0;
    if (day < 1 || day > 2 || month < 1 || month > 2 ||
        rest[month + 1] != '/' || strlen(rest + month + 2) != 4)
        return false;
    snprintf(meant, 11, "%.4s-%s%.*s-%s%.*s", rest + month + 2,
             month == 1 ? "0" : "", (int)month, rest + 1, day == 1 ? "0" : "",
             (int)day, value);
    return date_parse(meant, &days);
}

static void refuse_day(const char *name, const char *value)
{
    char meant[11];
    if (local_day(value, meant))
        fprintf(stderr,
                say("ccn: %s must be a date such as 2026-09-15, got '%s'; "
                    "did you mean %s?\n"),
                name, value, meant);
    else
        fprintf(stderr,
                say("ccn: %s must be a date such as 2026-09-15, got '%s'\n"),
                name, value);
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
    const struct parameter *parameter = parameters_among(list, word, size);
    if (!parameter)
        return unknown(list, name);
    if (allows(parameter->values, sign + 1))
        return true;
    if (sign[1] == '\0')
        return needs_value(parameter);
    if (strcmp(parameter->values, "DATE") == 0)
        refuse_day(name, sign + 1);
    else
        fprintf(stderr, say("ccn: %s must be %s, got '%s'\n"), name,
                parameter->values, sign + 1);
    return false;
}

/* A word where none is looked for would be passed over. */
static bool surplus(const struct parameter *list, const char *word)
{
    const struct parameter *parameter =
        parameters_among(list, word, strlen(word));
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
    const struct parameter *list = parameters_of(command);
    int words = 0;
    if (!list)
        return true;
    for (int i = 0; i < argc; i++) {
        if (!check(list, argv[i]))
            return false;
        if (!strchr(argv[i], '=') && ++words > parameters_words(command))
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
