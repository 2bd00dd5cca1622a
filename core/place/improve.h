/* Taking parts of a placement out and putting them back better.
 *
 *     struct improve improve;
 *     improve_init(&improve, &problem, seed);
 *     improve_start(&improve, cluster, year);
 *     while (...)
 *         improve_try(&improve, heat);
 *     improve_keep(&improve);
 *     ... improve.best_cluster, improve.best_year, improve.best ...
 *     improve_release(&improve);
 */
#ifndef CORE_PLACE_IMPROVE_H
#define CORE_PLACE_IMPROVE_H

#include "core/place/choice.h"

enum { IMPROVE_OUT = 24 }; /* so many are taken out at once, at most */

struct improve {
    struct place_problem problem; /* with what is pressed added to weights */
    struct place_term *term;
    const struct place_term *base; /* those of the problem */
    struct ledger ledger;
    struct search search;
    uint64_t state;             /* of the random numbers */
    int *cluster, *year;        /* as it stands; -1: left out */
    double *price;              /* [enterprise] of who leads, as it stands */
    int *lead, leads;           /* those who lead, and may be moved */
    int **there, *count, *room; /* [cluster] who leads there */
    int *place;                 /* [enterprise] its number there */
    double total;               /* of all prices */
    int *limited, limits;       /* terms that may not be more than so much */
    double *sum, *press;        /* [number in limited] as it stands, and what is
                                   added to the weight */
    int *best_cluster, *best_year;
    double best; /* INFINITY: none has kept all limits */
};

void improve_init(struct improve *improve, const struct place_problem *problem,
                  uint64_t seed);
void improve_release(struct improve *improve);

/* Stand as near as can be to what is wanted: pins first, then each where it is
 * wanted if it fits, then the others where they fit, unless being left out is
 * cheaper.  Returns whether the pins could be kept; keeps the best so far. */
bool improve_start(struct improve *improve, const int *cluster,
                   const int *year);

/* By how much the limits of terms are broken, each as a share of its limit; 0:
 * they are kept. */
double improve_excess(const struct improve *improve);

/* The total of what stands, by the weights of the problem. */
double improve_total(const struct improve *improve);

/* Make terms that break their limit dearer, the others cheaper again: so the
 * search crosses the limit to and fro (F. Glover 1977, "Heuristics for integer
 * programming using surrogate constraints", Decision Sciences 8(1)). */
void improve_press(struct improve *improve);

/* Note what stands as the best, if it is. */
void improve_keep(struct improve *improve);

/* Take some out and put them back; a dearer result stays with a chance that
 * falls with its price over heat. */
void improve_try(struct improve *improve, double heat);

/* What no placement can be below: each as if it were alone. */
double improve_bound(struct improve *improve);

#endif
