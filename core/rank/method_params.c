/* The parameters of a method: looking for them, and whether all were right. */
#include <stdio.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/nearest.h"
#include "core/rank/method.h"

const char *method_word(const struct method_problem *problem, const char *name,
                        const char *otherwise)
{
    return figures_word(problem->params, name, otherwise);
}

bool method_list(const struct method_problem *problem, const char *name,
                 const double **list, struct err *err)
{
    const struct figure *figure = figures_find(problem->params, name);
    *list = figure ? figure->number : NULL;
    return !figure ||
           (figure->kind == FIGURE_VECTOR && figure->rows == problem->q) ||
           err_set(err, ERR_RANGE, "'%s' must have a number for each criterion",
                   name);
}

const struct figure *method_table(const struct method_problem *problem,
                                  const char *name, size_t columns,
                                  struct err *err)
{
    const struct figure *figure = figures_find(problem->params, name);
    if (figure && figure->kind == FIGURE_MATRIX && figure->columns == columns)
        return figure;
    err_set(err, ERR_RANGE, "'%s' must be rows of %zu numbers", name, columns);
    return NULL;
}

const double *method_rows(const struct method_problem *problem,
                          const char *name, size_t columns, struct err *err)
{
    const struct figure *table = method_table(problem, name, columns, err);
    if (table && table->rows == problem->q)
        return table->number;
    if (table)
        err_set(err, ERR_RANGE, "'%s' must have a row for each criterion",
                name);
    return NULL;
}

const char **method_names(const struct method_problem *problem, size_t n)
{
    enum { ROOM = 24 };
    const struct figure *given = figures_find(problem->params, "names");
    bool known = given && given->kind == FIGURE_TEXTS && given->rows == n;
    const char **name = mem_raw(n + 1, sizeof *name + ROOM);
    char *number = (char *)(name + n);
    const char *text = known ? given->text : NULL;
    for (size_t j = 0; j < n; j++, number += ROOM) {
        snprintf(number, ROOM, "%zu", j + 1);
        name[j] = text ? text : number;
        text = text ? text + strlen(text) + 1 : NULL;
    }
    return name;
}

static bool is_asked(const struct figures_asked *asked, const char *name)
{
    for (size_t i = 0; i < asked->count; i++) {
        if (strcmp(asked->name[i], name) == 0)
            return true;
    }
    return false;
}

static bool misspelt(const struct figures *params, const char *given,
                     struct err *err)
{
    struct figures plain = { params->list, params->count, 0, NULL };
    struct nearest nearest = nearest_to(given);
    for (size_t i = 0; i < params->asked->count; i++) {
        if (!figures_find(&plain, params->asked->name[i]))
            nearest_try(&nearest, params->asked->name[i]);
    }
    if (nearest.best)
        err_set(err, ERR_UNKNOWN,
                "params: there is no '%.60s'; did you mean "
                "'%s'?",
                given, nearest.best);
    return nearest.best != NULL;
}

bool method_all_read(const struct figures *params, struct err *err)
{
    const struct figures_asked *asked = params->asked;
    if (asked->wrong)
        return err_set(err, ERR_TYPE, "params: '%s' is of another kind",
                       asked->wrong);
    for (size_t i = 0; i < params->count; i++) {
        const char *given = params->list[i].name;
        if (!is_asked(asked, given) && misspelt(params, given, err))
            return false;
    }
    return true;
}
