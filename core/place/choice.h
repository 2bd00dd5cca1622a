/* The best choice of one enterprise, as the ledger stands.
 *
 *     struct search search;
 *     search_init(&search, &ledger);
 *     struct choice choice;
 *     if (search_best(&search, enterprise, &choice))
 *         ledger_take(&ledger, enterprise, choice.cluster, choice.year, 1);
 *     search_release(&search);
 *
 * Cheapest first, then earliest, then in the order of the clusters.  The
 * search goes over the clusters once and stops in each at the first year that
 * fits, as long as waiting costs nothing or more; a cluster that is dearer than
 * the best so far, or full, costs it a few comparisons; years in which no
 * cluster has enough of something are left out at once.
 *
 * Between two searches enterprises may be put into the ledger; who takes them
 * out as well says so with steady = false.
 */
#ifndef CORE_PLACE_CHOICE_H
#define CORE_PLACE_CHOICE_H

#include "core/place/ledger.h"

struct choice {
    int cluster, year;
    double price; /* of all who move together */
};

struct search {
    const struct ledger *ledger;
    int shared[PLACE_RESOURCES];    /* the group all clusters take from; -1 */
    int own[PLACE_RESOURCES], owns; /* the other resources */
    bool steady;  /* nothing is taken out of the ledger between two searches */
    bool lasting; /* what fits in a year fits in all later ones */
    int64_t *top; /* [own * years + year] the most any group has to use */
    int *top_group; /* the group that has it; -1: not known; -2: one cluster is
                       not limited */
    /* Of the one at hand: */
    double *time; /* [year] the price that goes by the year */
    int *year;    /* those it may move in, by what all clusters share */
    int years;
    int64_t need[PLACE_RESOURCES];
    int first, last;     /* years it may move in, by what it says itself */
    int from, to;        /* clusters it may go to */
    int in_force;        /* its cluster in the plan in force; -1: none */
    double least;        /* the least of time */
    bool alone, growing; /* moves alone; waiting is never cheaper */
    int besides;         /* a cluster not to choose; -1: none */
};

void search_init(struct search *search, const struct ledger *ledger);
void search_release(struct search *search);

/* Set what is of the one at hand; the searches do. */
void search_begin(struct search *search, int enterprise);

/* Whether anything fits. */
bool search_best(struct search *search, int enterprise, struct choice *best);

/* The same in any other cluster. */
bool search_elsewhere(struct search *search, int enterprise, int cluster,
                      struct choice *best);

/* Whether a is to be taken before b. */
bool choice_before(const struct choice *a, const struct choice *b);

#endif
