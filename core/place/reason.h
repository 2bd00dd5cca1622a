/* Why an enterprise is not in a cluster, and what would change that.
 *
 * Everyone else stays where the placement has them.
 */
#ifndef CORE_PLACE_REASON_H
#define CORE_PLACE_REASON_H

#include "core/place/ledger.h"

struct place_reason {
    unsigned limits; /* enum place_limit; 0: it would fit */
    int year;        /* the year in which least speaks against it */
    int64_t land, treatment, money; /* missing in that year */
    unsigned char code;             /* of the caller: out or barred */
    double price;                   /* what it would add to the total */
};

/* Why not here: in the year with the fewest limits, then the least missing
 * land, then the earliest. */
void placement_why_not(const struct placement *placement,
                       const struct place_problem *problem, int enterprise,
                       int cluster, struct place_reason *reason);

/* The smallest change of one limit that would make room for it. */
struct place_change {
    int cluster, year; /* -1: no change of this limit alone is enough */
    int64_t amount;    /* for land, treatment and money */
};

enum {
    CHANGE_LAND,
    CHANGE_TREATMENT,
    CHANGE_MONEY,
    CHANGE_SHUT,   /* let it move to a cluster that is shut in that year */
    CHANGE_BARRED, /* let it go where it may not */
    CHANGES
};

/* One change of each kind, each by itself enough.  year counts from 0; land
 * must serve from that year on. */
void placement_changes(const struct placement *placement,
                       const struct place_problem *problem, int enterprise,
                       struct place_change change[CHANGES]);

#endif
