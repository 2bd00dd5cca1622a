/* Pinned enterprises, which are placed before all others. */
#ifndef CORE_PLACE_PINS_H
#define CORE_PLACE_PINS_H

#include "core/place/ledger.h"

/* Whether it, or one who moves with it, is pinned. */
bool pin_is(const struct ledger *ledger, int enterprise);

/* Place those with a pin: each that is pinned to cluster and year there, the
 * others by trying the best first.  When there is no way, the error names the
 * fewest pins found whose release would leave one. */
bool pins_place(struct ledger *ledger, struct placement *placement,
                struct err *err);

/* Which pins to release, few, so that the others can be kept: released, of all
 * enterprises, has one of those who move together.  Returns how many; -1 when
 * they are too entangled to say.  The problem is checked. */
int pins_to_release(const struct place_problem *problem, bool *released);

/* Put an enterprise, and who moves with it, where a choice says. */
void placement_put(struct placement *placement, struct ledger *ledger,
                   int enterprise, int cluster, int year);

#endif
