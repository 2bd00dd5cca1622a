/* The few places of each job that are cheapest at the prices at hand. */
#ifndef CORE_ASSIGN_SHORTLIST_H
#define CORE_ASSIGN_SHORTLIST_H

#include "core/assign/engine.h"

enum { SHORT = 16 };

struct short_place {
    double reduced, cost; /* with prices; without */
    size_t option;
    int site, year;
};

struct shortlist {
    struct short_place *place; /* [job * SHORT], least reduced cost first */
    int *count;                /* [job] */
};

/* Make the shortlist of the engine, or make it anew.  Those of the last jobs
 * are empty when time is up. */
void shortlist_make(struct engine *engine);
void shortlist_free(struct shortlist *shortlist);

#endif
