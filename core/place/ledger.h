/* What is still free while enterprises are placed one after the other.
 *
 * Those who move together are one: asked for any of them, the ledger speaks
 * of all.
 */
#ifndef CORE_PLACE_LEDGER_H
#define CORE_PLACE_LEDGER_H

#include "core/place/place.h"

/* What can keep an enterprise out of a cluster in a year; they add up. */
enum place_limit {
    LIMIT_OUT = 1,       /* it is not to be placed at all */
    LIMIT_BARRED = 2,    /* it may not go there */
    LIMIT_PIN = 4,       /* it is pinned elsewhere or to another year */
    LIMIT_EARLY = 8,     /* before its earliest year */
    LIMIT_SHUT = 16,     /* nobody may move there in that year */
    LIMIT_APART = 32,    /* one it must be apart from is there */
    LIMIT_RESOURCE = 256 /* shifted by its number: a resource is short */
};

struct ledger {
    const struct place_problem *problem;
    /* Of each resource, [group * years + year]: free until the end of the
     * year, and what one who moves in that year can use of it; [group]: the
     * most of any year. */
    int64_t *free[PLACE_RESOURCES], *usable[PLACE_RESOURCES],
        *most[PLACE_RESOURCES];
    int *mate;  /* [enterprise] the next of those it moves with, in a ring;
                   NULL: all alone */
    int *apart; /* [number * clusters + cluster] how many are there */
};

void ledger_init(struct ledger *ledger, const struct place_problem *problem);
void ledger_release(struct ledger *ledger);

/* The next of those who move with the enterprise; itself when it is alone. */
int ledger_mate(const struct ledger *ledger, int enterprise);

/* Whether it has the lowest number of those who move with it. */
bool ledger_leads(const struct ledger *ledger, int enterprise);

/* What all who move with it need of a resource. */
int64_t ledger_need(const struct ledger *ledger, int resource, int enterprise);

/* What they all add to the total. */
double ledger_price(const struct ledger *ledger, int enterprise, int cluster,
                    int year);

/* Take what the enterprise, and who moves with it, needs in the cluster from
 * the year on; sign -1 gives it back. */
void ledger_take(struct ledger *ledger, int enterprise, int cluster, int year,
                 int sign);

/* Take all of a placement. */
void ledger_load(struct ledger *ledger, const struct placement *placement);

/* The limits that speak against it; 0: it fits. */
unsigned ledger_limits(const struct ledger *ledger, int enterprise, int cluster,
                       int year);

/* The limits that do not depend on where the others are. */
unsigned ledger_limits_alone(const struct ledger *ledger, int enterprise,
                             int cluster, int year);

/* How much of a resource is missing, 0 or more. */
int64_t ledger_short(const struct ledger *ledger, int resource, int enterprise,
                     int cluster, int year);

#endif
