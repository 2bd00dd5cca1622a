/* Named figures: what a method is told beside the matrix, and what it finds.
 *
 *     struct figures out = FIGURES_INIT;
 *     double *score = figures_vector(&out, "scores", n);
 *     ... score[i] = ...
 *     const struct figure *q = figures_find(&out, "scores");
 *     figures_release(&out);
 */
#ifndef CORE_RANK_FIGURES_H
#define CORE_RANK_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

enum figure_kind {
    FIGURE_NUMBER, /* number[0] */
    FIGURE_FLAG,   /* number[0] is 0 or 1 */
    FIGURE_TEXT,   /* text */
    FIGURE_TEXTS,  /* rows texts in text, each ended by a zero byte */
    FIGURE_VECTOR, /* rows numbers */
    FIGURE_MATRIX, /* rows times columns, row by row */
    FIGURE_WHOLE,  /* rows whole numbers, such as places in the matrix */
    FIGURE_GROUPS, /* lists of whole numbers, each ended by -1 */
};

struct figure {
    enum figure_kind kind;
    char *name, *text;
    size_t rows, columns;
    double *number; /* NAN: not given (JSON null) */
};

enum { FIGURES_ASKED = 32 };

/* The names that were looked for, and the last that was of another kind. */
struct figures_asked {
    const char *name[FIGURES_ASKED], *wrong;
    size_t count;
};

struct figures {
    struct figure *list;
    size_t count, room;
    struct figures_asked *asked; /* NULL: nobody wants to know */
};

#define FIGURES_INIT                                                           \
    {                                                                          \
        NULL, 0, 0, NULL                                                       \
    }

void figures_release(struct figures *figures);

/* Add one; the numbers are zero and to be filled in. */
struct figure *figures_add(struct figures *figures, enum figure_kind kind,
                           const char *name, size_t rows, size_t columns);
double *figures_vector(struct figures *figures, const char *name, size_t rows);
double *figures_matrix(struct figures *figures, const char *name, size_t rows,
                       size_t columns);
void figures_number(struct figures *figures, const char *name, double value);
void figures_flag(struct figures *figures, const char *name, bool value);
void figures_text(struct figures *figures, const char *name, const char *text);

/* NULL when there is none of this name; the name must outlive asked. */
const struct figure *figures_find(const struct figures *figures,
                                  const char *name);

/* The number or text of this name, or the other one. */
double figures_get(const struct figures *figures, const char *name,
                   double otherwise);
const char *figures_word(const struct figures *figures, const char *name,
                         const char *otherwise);

#endif
