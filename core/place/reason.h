/* Why an enterprise is not in a cluster, and what would change that.
 *
 *     struct ledger ledger;
 *     ledger_init(&ledger, &problem);
 *     ledger_load(&ledger, &placement);
 *     reason_why_not(&ledger, &placement, enterprise, cluster, &reason);
 *
 * The ledger holds the placement; each question takes the enterprise, and who
 * moves with it, out of it and puts it back.  Everyone else stays where the
 * placement has them.  A question costs one look at each cluster and year.
 */
#ifndef CORE_PLACE_REASON_H
#define CORE_PLACE_REASON_H

#include "core/place/ledger.h"

struct place_reason {
    unsigned limits; /* enum place_limit; 0: it would fit */
    int year;        /* the year in which least speaks against it */
    int64_t missing[PLACE_RESOURCES]; /* in that year */
    unsigned char code;               /* of the caller: out or barred */
    double price;                     /* what it would add to the total */
};

/* Why not here: in the year with the fewest limits, then the least missing of
 * the first resources, then the earliest. */
void reason_why_not(struct ledger *ledger, const struct placement *placement,
                    int enterprise, int cluster, struct place_reason *reason);

/* The same in one year. */
void reason_at(struct ledger *ledger, const struct placement *placement,
               int enterprise, int cluster, int year,
               struct place_reason *reason);

/* Where it would be cheapest if nobody else were there: cluster -1 when it may
 * go nowhere.  Price is what it would add to the total. */
struct place_wish {
    int cluster, year;
    double price;
};
void reason_wish(const struct ledger *ledger, int enterprise,
                 struct place_wish *wish);

/* The kinds of change behind those of each resource. */
enum {
    CHANGE_SHUT = PLACE_RESOURCES, /* let it move while the cluster is shut */
    CHANGE_BARRED,                 /* let it go where it may not */
    CHANGE_EARLY,                  /* let it move before its earliest year */
    CHANGE_APART,                  /* let it be with one it must be apart of */
    CHANGES
};

/* The smallest change of one limit that would make room for it. */
struct place_change {
    int cluster, year; /* -1: no change of this limit alone is enough */
    int64_t amount;    /* of a resource; years for CHANGE_EARLY */
};

/* One change of each kind, each by itself enough.  year counts from 0; more of
 * a resource must serve from that year on. */
void reason_changes(struct ledger *ledger, const struct placement *placement,
                    int enterprise, struct place_change change[CHANGES]);

struct place_other {
    int cluster, year; /* -1: there is none */
    double loss;       /* what the total would grow by; below 0: it would be
                          less */
};

/* The best that an enterprise could have in another cluster. */
void reason_other(struct ledger *ledger, const struct placement *placement,
                  int enterprise, struct place_other *other);

#endif
