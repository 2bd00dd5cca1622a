/* Place: which enterprise goes to which cluster, and in which year.
 *
 *     struct place_problem problem = { .enterprises = 2, .clusters = 1, ... };
 *     struct placement placement;
 *     if (!place_strict(&placement, &problem, err))
 *         return false;
 *     ... placement.cluster[e], placement.year[e] ...
 *     placement_release(&placement);
 *
 * Enterprises, clusters and years are numbers from 0.  What is limited is a
 * list of resources: land, water, wastewater, power, workers, money, land of a
 * unit.  Amounts are whole numbers in the smallest unit of the resource (the
 * caller says which), so every limit is kept exactly.  Arrays belong to the
 * caller.
 *
 * Two modes with one goal, the sum of declared terms, to be small:
 *
 *   strict  one after the other in the given order, pinned ones first; each
 *           takes the best that is left.  So nobody takes what one before it
 *           could have used.
 *   best    the smallest sum over all: best.h for an exact solver, optimum.h
 *           for the own engine.  An answer is believed only after
 *           placement_check().
 */
#ifndef CORE_PLACE_PLACE_H
#define CORE_PLACE_PLACE_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define PLACE_NO_LIMIT INT64_MAX

enum { PLACE_RESOURCES = 16 }; /* at most */

enum resource_kind {
    RESOURCE_HELD,   /* from the year of the move on, in every year */
    RESOURCE_SPENT,  /* in the year of the move; what is left is lost */
    RESOURCE_CARRIED /* the same; what is left serves later years */
};

/* Something each enterprise needs and the clusters, or groups of them, have.
 *
 * A share of the land kept for a class of enterprises is a resource as well:
 * the others need their land of it, the class needs none, and its supply is
 * the land without the share. */
struct place_resource {
    const char *name;
    enum resource_kind kind;
    const int64_t *need;   /* [enterprise] */
    const int64_t *supply; /* [group * years + year] PLACE_NO_LIMIT.  Held: what
                              may be taken in all until the end of the year.
                              Else: what comes in that year */
    const int *group;      /* [cluster] which group's supply it takes from, -1:
                              it is not limited; NULL: each its own */
    int groups;            /* with group */
};

enum term_kind {
    TERM_WAIT,  /* value[enterprise] for each year after its earliest */
    TERM_LEFT,  /* value[enterprise] if it is left out */
    TERM_PAIR,  /* value[enterprise * clusters + cluster] if it is there */
    TERM_CHANGE /* value[enterprise] if it is not where and when the plan in
                   force has it */
};

/* A part of the goal.  value NULL counts 1 for everyone. */
struct place_term {
    const char *name;
    enum term_kind kind;
    double weight;
    const double *value;
    bool limited; /* its sum without the weight may be at most: */
    double most;
};

struct place_problem {
    int enterprises, clusters, years;
    int first_year; /* the year number 0 stands for; for errors */
    const char *const *enterprise_key, *const *cluster_key;

    int resources;
    const struct place_resource *resource;
    const unsigned char *shut; /* [cluster * years + year] nobody may move in
                                  that year; NULL: never */

    const unsigned char *out;    /* [enterprise] why it is not to be placed at
                                    all, a code of the caller; NULL or 0: it
                                    may be */
    const unsigned char *barred; /* [enterprise * clusters + cluster] why it
                                    may not go there; NULL or 0: it may */
    const int *earliest;         /* [enterprise] first year; NULL: 0 */
    const int *pin_cluster;      /* [enterprise] -1: free; NULL: all free */
    const int *pin_year;         /* [enterprise] -1: free */
    const int *together;         /* [enterprise] number of those it moves with,
                                    to one cluster in one year or not at all;
                                    -1: alone; NULL: all alone */
    const int *apart;            /* [enterprise] number of those of whom no two
                                    may be in one cluster; -1, NULL: none */
    const int *order;            /* enterprises, first first; all of them */

    /* The plan in force, for TERM_CHANGE; -1: not placed, or any year. */
    const int *current_cluster, *current_year; /* [enterprise]; NULL: none */

    int terms;
    const struct place_term *term;
};

struct assignment;

struct placement {
    int enterprises, placed;
    int *cluster, *year; /* -1: left out */
    double *term;        /* weighted sum of each term */
    double total;        /* of the terms */
    double bound;        /* no placement has less; the total itself when that
                            is proved, -INFINITY when nothing is */

    /* Shadow prices: by how much the bound falls for each unit of a resource
     * that there is more, [group * years + year], from that year on, or in it
     * where it is spent.  Of the own engine; NULL: not known. */
    double *worth[PLACE_RESOURCES];
    struct assignment *proof; /* what the next search begins with; NULL */
};

/* Life cycle */

/* Fails when the problem is not sound or the pins cannot be kept; then it
 * names the fewest pins it found whose release would do.  Strict order looks
 * at no limit of a term: where it breaks one, it fails as well. */
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

/* What it adds to the sum of a term, without the weight. */
double place_amount(const struct place_problem *problem, int term,
                    int enterprise, int cluster, int year);

/* What an enterprise adds to the total in this cluster and year, or left out
 * (cluster -1): the sum of its two parts. */
double place_price(const struct place_problem *problem, int enterprise,
                   int cluster, int year);

/* The part that does not depend on the cluster, and the part that does; the
 * latter depends on the year only in the cluster of the plan in force. */
double place_price_time(const struct place_problem *problem, int enterprise,
                        int cluster, int year);
double place_price_site(const struct place_problem *problem, int enterprise,
                        int cluster, int year);

/* The number of supplies of a resource, and which one a cluster takes from,
 * -1 for none. */
int resource_groups(const struct place_problem *problem, int resource);
static inline int resource_group(const struct place_resource *resource,
                                 int cluster)
{
    return resource->group ? resource->group[cluster] : cluster;
}

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
