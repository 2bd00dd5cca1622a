/* The few options of each job that are cheapest at some prices: near them a
 * pass need look at no others. */
#ifndef CORE_ASSIGN_KEEP_H
#define CORE_ASSIGN_KEEP_H

#include "core/assign/engine.h"

enum { KEEP = 24 };

struct keep {
    int *option; /* [job * KEEP] counted from the first of the job, in order */
    int *count;  /* [job] */
};

/* By the prices at hand.  From then on passes look at these alone, and give
 * no bound; keep_free() ends that. */
void keep_make(struct engine *engine);
void keep_free(struct engine *engine);

#endif
