/* Methods of the literature on a plain problem: a matrix, weights, directions
 * and what the method asks beside them.  docs/methods.md has each formula with
 * its source.
 *
 *     struct method_problem problem = { .n = 3, .q = 4, .x = x,
 *         .weight = w, .lower = lower, .params = &params };
 *     struct figures out = FIGURES_INIT;
 *     if (!method_run("vikor", &problem, &out, &err))
 *         ...
 *     figures_find(&out, "scores")->number[i]
 *     figures_release(&out);
 *
 * Methods that give scores also give "ranks" (1 first, equal for ties within
 * RANK_TIE of the largest score) and the text "best_is", "high" or "low".
 * Places of alternatives and classes are counted from 0, as in the published
 * cases.
 */
#ifndef CORE_RANK_METHOD_H
#define CORE_RANK_METHOD_H

#include "core/base/err.h"
#include "core/rank/figures.h"

struct method_problem {
    size_t n, q;          /* alternatives, criteria */
    const double *x;      /* n rows of q; finite */
    const double *weight; /* q, none below 0; divided by their sum where the
                             method works with shares */
    const bool *lower;    /* q: less is better */
    const struct figures *params;

    /* set by method_run() */
    const double *share;        /* q: the weights divided by their sum */
    const double *least, *most; /* q: of each criterion */
};

/* What a method asks of its problem. */
enum method_needs {
    METHOD_RANKS,   /* weights, and values that are all known */
    METHOD_VALUES,  /* such values, no weights */
    METHOD_ANYTHING /* looks for itself */
};

struct method {
    const char *name;
    bool (*run)(const struct method_problem *problem, struct figures *out,
                struct err *err);
    enum method_needs needs;
};

/* All methods, ended by one without a name. */
extern const struct method *const method_tables[];

const struct method *method_find(const char *name);

/* Checks the problem first: errors name criterion and alternative. */
bool method_run(const char *name, const struct method_problem *problem,
                struct figures *out, struct err *err);

/* For the methods themselves */

double method_x(const struct method_problem *problem, size_t i, size_t j);
/* Fill r (n rows of q) with worth, more is better: "max_ratio" x / max and
 * min / x, "sum" x / sum and (1/x) / sum of 1/x, "minmax", "vector" x / |x|
 * (less is better: 1 - that), "none".  Errors: a value that is not above 0
 * where a ratio is taken, a criterion that is the same for all where a
 * difference is divided by.  A criterion without weight raises none: 0. */
bool method_worth(const struct method_problem *problem, const char *how,
                  double *r, struct err *err);

/* The error of a value that a ratio cannot take. */
bool method_not_positive(size_t i, size_t j, struct err *err);

/* The largest of n numbers, n of at least 1. */
double method_largest(const double *x, size_t n);

/* The text of this name among the parameters, or the other one. */
const char *method_word(const struct method_problem *problem, const char *name,
                        const char *otherwise);

/* A list with one number for each criterion; *list is NULL when it is not
 * given; an error when it has another size. */
bool method_list(const struct method_problem *problem, const char *name,
                 const double **list, struct err *err);

/* The same with a row of numbers for each criterion. */
const double *method_rows(const struct method_problem *problem,
                          const char *name, size_t columns, struct err *err);

/* Rows of numbers, any number of them. */
const struct figure *method_table(const struct method_problem *problem,
                                  const char *name, size_t columns,
                                  struct err *err);

/* n names, by the parameter "names", else numbers from 1; the caller frees the
 * array. */
const char **method_names(const struct method_problem *problem, size_t n);

/* Whether no parameter was misspelt.  Files say more in params than a method
 * reads; what is nearly the name of something it looked for in vain, or of
 * another kind, is a mistake.  params->asked: what the method looked for. */
bool method_all_read(const struct figures *params, struct err *err);

/* Add scores with their ranks. */
double *method_scores(const struct method_problem *problem,
                      struct figures *out);
bool method_ranked(const struct method_problem *problem, struct figures *out,
                   bool high_is_best);

#endif
