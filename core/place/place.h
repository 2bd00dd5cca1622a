/* Place: which enterprise goes to which cluster, and in which year.
 *
 *     struct place_problem problem = { .enterprises = 2, .clusters = 1, ... };
 *     struct placement placement;
 *     if (!place_strict(&placement, &problem, err))
 *         return false;
 *     ... placement.cluster[e], placement.year[e] ...
 *     placement_release(&placement);
 *
 * Enterprises, clusters and years are numbers from 0.  Land is in tenths of a
 * square metre, wastewater in litres a day, money in VND: whole numbers, so
 * every limit is kept exactly.  Arrays belong to the caller.
 *
 * Who moves in year t needs its land and treatment in t and in every year
 * after.  room and treatment say what may be taken up in all until the end of
 * each year; place_land_serving() makes room from land that opens by years.
 *
 * Two modes with one goal, the sum of declared terms, to be small:
 *
 *   strict  one after the other in the given order, pinned ones first; each
 *           takes the best that is left.  So nobody takes what one before it
 *           could have used.
 *   best    the smallest sum, by a programme for an exact solver:
 *           place_model_init(), solve, place_adopt().  Its answer is believed
 *           only after placement_check().
 */
#ifndef CORE_PLACE_PLACE_H
#define CORE_PLACE_PLACE_H

#include <stdint.h>

#include "core/base/err.h"

#define PLACE_NO_LIMIT INT64_MAX

enum term_kind {
    TERM_WAIT, /* value[enterprise] for each year after its earliest */
    TERM_LEFT, /* value[enterprise] if it is left out */
    TERM_PAIR  /* value[enterprise * clusters + cluster] if it is there */
};

/* A part of the goal.  value NULL counts 1 for everyone. */
struct place_term {
    const char *name;
    enum term_kind kind;
    double weight;
    const double *value;
};

struct place_problem {
    int enterprises, clusters, years;
    int first_year; /* the year number 0 stands for; for errors */
    const char *const *enterprise_key, *const *cluster_key;

    const int64_t *land;       /* [enterprise] wanted */
    const int64_t *wastewater; /* [enterprise]; NULL: none */
    const int64_t *cost;       /* [enterprise] of the move; NULL: none */
    const int64_t *room;       /* [cluster * years + year], PLACE_NO_LIMIT */
    const int64_t *treatment;  /* [cluster * years + year]; NULL: no limit */
    const unsigned char *shut; /* [cluster * years + year] nobody may move in
                                  that year; NULL: never */
    const int64_t *budget;     /* [year]; NULL: no limit */
    bool carry;                /* money not spent may be spent later */

    const unsigned char *out;    /* [enterprise] why it is not to be placed at
                                    all, a code of the caller; NULL or 0: it
                                    may be */
    const unsigned char *barred; /* [enterprise * clusters + cluster] why it
                                    may not go there; NULL or 0: it may */
    const int *earliest;         /* [enterprise] first year; NULL: 0 */
    const int *pin_cluster;      /* [enterprise] -1: free; NULL: all free */
    const int *pin_year;         /* [enterprise] -1: free */
    const int *order;            /* enterprises, first first; all of them */

    int terms;
    const struct place_term *term;
};

struct placement {
    int enterprises, placed;
    int *cluster, *year; /* -1: left out */
    double *term;        /* weighted sum of each term */
    double total;        /* of the terms */
    double bound;        /* no placement has less; the total itself when that
                            is proved, -INFINITY when nothing is */
};

/* Life cycle */

bool place_strict(struct placement *placement,
                  const struct place_problem *problem, struct err *err);
void placement_release(struct placement *placement);

/* Whether the problem is sound: sizes, signs, orders, pins against bars. */
bool place_check(const struct place_problem *problem, struct err *err);

/* Whether the placement keeps every limit of the problem.  Written apart from
 * everything that makes placements, to be believed. */
bool placement_check(const struct placement *placement,
                     const struct place_problem *problem, struct err *err);

/* Fill term, total and placed from cluster and year. */
void placement_value(struct placement *placement,
                     const struct place_problem *problem);

/* What an enterprise adds to the total in this cluster and year, or left out
 * (cluster -1). */
double place_price(const struct place_problem *problem, int enterprise,
                   int cluster, int year);

/* Land that opens in a calendar year. */
struct place_opening {
    int year;
    int64_t area;
};

/* Room by year, from what is free at the start and from land that opens: land
 * opened in a year serves moves from the next year on.  This is the one place
 * that says so. */
void place_land_serving(int64_t free, int openings,
                        const struct place_opening *opening, int first_year,
                        int years, int64_t *room);

#endif
