/* What is still free while enterprises are placed one after the other. */
#ifndef CORE_PLACE_LEDGER_H
#define CORE_PLACE_LEDGER_H

#include "core/place/place.h"

/* What can keep an enterprise out of a cluster in a year; they add up. */
enum place_limit {
    LIMIT_OUT = 1,         /* it is not to be placed at all */
    LIMIT_BARRED = 2,      /* it may not go there */
    LIMIT_PIN = 4,         /* it is pinned elsewhere or to another year */
    LIMIT_EARLY = 8,       /* before its earliest year */
    LIMIT_SHUT = 16,       /* nobody may move there in that year */
    LIMIT_LAND = 32,       /* land is short */
    LIMIT_WASTEWATER = 64, /* treatment is short */
    LIMIT_BUDGET = 128     /* money is short */
};

struct ledger {
    const struct place_problem *problem;
    int64_t *land, *treatment; /* free until the end of each year */
    int64_t *money;            /* free in each year */
};

void ledger_init(struct ledger *ledger, const struct place_problem *problem);
void ledger_release(struct ledger *ledger);

/* Take what the enterprise needs in the cluster from the year on; sign -1
 * gives it back. */
void ledger_take(struct ledger *ledger, int enterprise, int cluster, int year,
                 int sign);

/* Take all of a placement but one enterprise (-1: all). */
void ledger_load(struct ledger *ledger, const struct placement *placement,
                 int except);

/* The limits that speak against it; 0: it fits. */
unsigned ledger_limits(const struct ledger *ledger, int enterprise, int cluster,
                       int year);

/* How much is missing, 0 or more. */
int64_t ledger_land_short(const struct ledger *ledger, int enterprise,
                          int cluster, int year);
int64_t ledger_treatment_short(const struct ledger *ledger, int enterprise,
                               int cluster, int year);
int64_t ledger_money_short(const struct ledger *ledger, int enterprise,
                           int year);

#endif
