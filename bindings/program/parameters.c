#include "bindings/program/parameters.h"

#include <string.h>

#include "bindings/program/parameters_list.h"
#include "core/base/nearest.h"

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

int parameters_words(const char *command)
{
    const struct parameters_list *of = list_of(command);
    return of ? of->words : 0;
}

const struct parameter *parameters_among(const struct parameter *list,
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
        found = parameters_among(of->list, name, size);
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
