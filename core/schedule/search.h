/* Schedules that keep the limits, and better ones from them.
 *
 * Everything goes by the menu: what each part can do that loses little at the
 * prices.  A schedule better than one at hand loses less, in all parts
 * together, than the bound is above that one; so with a full menu nothing
 * better is missed. */
#ifndef CORE_SCHEDULE_SEARCH_H
#define CORE_SCHEDULE_SEARCH_H

#include "core/base/rng.h"
#include "core/schedule/dual.h"
#include "core/schedule/menu.h"
#include "core/schedule/state.h"

struct search {
    const struct model *model;
    const struct dual *dual; /* its prices, after a pass at them */
    struct state state;
    struct menu menu;
    double *best;  /* [part] at the prices */
    double *loss;  /* [part] of what it does now */
    double *gain;  /* [choice] value, against what the part does now */
    double *money; /* [choice] what it takes more, at the prices */
    long tries;    /* since the beginning */
};

/* loss: what a part may lose; most choices of a part. */
void search_init(struct search *search, const struct model *model,
                 const struct dual *dual, const uint64_t *years_of, double loss,
                 int most);
void search_release(struct search *search);

/* Take over a choice of years. */
void search_set(struct search *search, const int *year);

/* Change parts, the one that loses least for what it mends first, until no
 * limit is broken.  Returns whether that was reached. */
bool search_repair(struct search *search);

/* Change one part, or two, as long as that is better and breaks nothing. */
void search_climb(struct search *search, long tries);

/* Let a few parts do something else, for a new start. */
void search_shake(struct search *search, struct rng *rng, int parts);

#endif
