/* Schedules that keep the limits, and better ones from them.
 *
 * Everything goes by the menu: what each part can do that loses little at the
 * prices.  A schedule better than one at hand loses less, in all parts
 * together, than the bound is above that one; so with a full menu nothing
 * better is missed. */
#ifndef CORE_SCHEDULE_SEEK_H
#define CORE_SCHEDULE_SEEK_H

#include "core/base/rng.h"
#include "core/schedule/dual.h"
#include "core/schedule/menu.h"
#include "core/schedule/state.h"

/* What a choice would change, against what the part does now. */
struct seek_move {
    double gain;  /* of value */
    double money; /* what it takes more, at the prices */
    int choice;
};

struct seek {
    const struct model *model;
    const struct dual *dual; /* its prices, after a pass at them */
    struct state state;
    struct menu menu;
    double *best;           /* [part] at the prices */
    double *loss;           /* [part] of what it does now */
    struct seek_move *move; /* [choice] by part, the largest gain first */
    int *own;               /* years of a part */
    bool *touched;          /* [part] changed since seek_set() */
    bool some, looked;
    bool (*over)(void *data); /* whether to end; NULL: never */
    void *data;
    long tries; /* since the beginning */

    /* With one source and no other limits, whether a change fits is seen
     * without making it; else spent is NULL. */
    int64_t *spent; /* [choice * years + year] until, or in, the year */
    int64_t *now;   /* [part * years + year] the same, of what it does now */
};

/* loss: what a part may lose; most choices of a part. */
void seek_init(struct seek *seek, const struct model *model,
               const struct dual *dual, const uint64_t *years_of, double loss,
               int most);
void seek_release(struct seek *seek);

/* Take over a choice of years. */
void seek_set(struct seek *seek, const int *year);

/* Change parts, the one that loses least for what it mends first, until no
 * limit is broken.  Returns whether that was reached. */
bool seek_repair(struct seek *seek);

/* Change one part, or two, as long as that is better and breaks nothing.  Of
 * many parts, with rng only pairs with a part that was changed since
 * seek_set(), or with some others. */
void seek_climb(struct seek *seek, long tries, struct rng *rng);

/* Let a few parts do something else, for a new start. */
void seek_shake(struct seek *seek, struct rng *rng, int parts);

#endif
