/* An assignment dealt out in parts, each with some of the sites and those who
 * are there, on which threads can work at once.
 *
 * What is left of the limits that sites share, and of the capital, is dealt
 * out as well; so whatever the parts do fits together.
 */
#ifndef CORE_ASSIGN_PART_H
#define CORE_ASSIGN_PART_H

#include "core/assign/ruin.h"

struct parts {
    int count;
    int *part;            /* [site] */
    struct stock **stock; /* [part] */
    struct ruin **ruin;   /* [part] */
    int *order;           /* [site] to be dealt out */
    struct rng rng;
};

/* Each begins with the best; not dealt: each goes its own way with all sites.
 */
struct parts *parts_new(struct engine *engine, int count, bool dealt);
void parts_free(struct parts *parts);

/* Deal anew, by lot. */
void parts_deal(struct parts *parts, const struct stock *stock);

/* Make the stock what the parts have become. */
void parts_join(const struct parts *parts, struct stock *stock);

#endif
