#include "core/rank/figures.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(mem_raw(size, 1), text, size);
}

void figures_release(struct figures *figures)
{
    for (size_t i = 0; i < figures->count; i++) {
        free(figures->list[i].name);
        free(figures->list[i].text);
        free(figures->list[i].number);
    }
    free(figures->list);
    *figures = (struct figures)FIGURES_INIT;
}

struct figure *figures_add(struct figures *figures, enum figure_kind kind,
                           const char *name, size_t rows, size_t columns)
{
    if (figures->count == figures->room) {
        figures->room = figures->room ? 2 * figures->room : 8;
        figures->list =
            mem_grow(figures->list, figures->room, sizeof *figures->list);
    }
    struct figure *figure = &figures->list[figures->count++];
    size_t cells = rows * columns;
    *figure = (struct figure){
        .kind = kind, .name = copy(name), .rows = rows, .columns = columns
    };
    figure->number = mem_new(cells > 0 ? cells : 1, sizeof *figure->number);
    return figure;
}

double *figures_vector(struct figures *figures, const char *name, size_t rows)
{
    return figures_add(figures, FIGURE_VECTOR, name, rows, 1)->number;
}

double *figures_matrix(struct figures *figures, const char *name, size_t rows,
                       size_t columns)
{
    return figures_add(figures, FIGURE_MATRIX, name, rows, columns)->number;
}

void figures_number(struct figures *figures, const char *name, double value)
{
    *figures_add(figures, FIGURE_NUMBER, name, 1, 1)->number = value;
}

void figures_flag(struct figures *figures, const char *name, bool value)
{
    *figures_add(figures, FIGURE_FLAG, name, 1, 1)->number = value;
}

void figures_text(struct figures *figures, const char *name, const char *text)
{
    figures_add(figures, FIGURE_TEXT, name, 0, 0)->text = copy(text);
}

static void note(struct figures_asked *asked, const char *name)
{
    for (size_t i = 0; i < asked->count; i++) {
        if (strcmp(asked->name[i], name) == 0)
            return;
    }
    assert(asked->count < FIGURES_ASKED);
    asked->name[asked->count++] = name;
}

const struct figure *figures_find(const struct figures *figures,
                                  const char *name)
{
    if (figures->asked)
        note(figures->asked, name);
    for (size_t i = 0; i < figures->count; i++) {
        if (strcmp(figures->list[i].name, name) == 0)
            return &figures->list[i];
    }
    return NULL;
}

/* Of this kind; what is of another is as if it were not there. */
static const struct figure *find_kind(const struct figures *figures,
                                      const char *name, enum figure_kind kind)
{
    const struct figure *figure = figures_find(figures, name);
    if (!figure || figure->kind == kind)
        return figure;
    if (figures->asked)
        figures->asked->wrong = name;
    return NULL;
}

double figures_get(const struct figures *figures, const char *name,
                   double otherwise)
{
    const struct figure *number = find_kind(figures, name, FIGURE_NUMBER);
    return number ? number->number[0] : otherwise;
}

const char *figures_word(const struct figures *figures, const char *name,
                         const char *otherwise)
{
    const struct figure *word = find_kind(figures, name, FIGURE_TEXT);
    return word ? word->text : otherwise;
}
