/* Making a placement, for the modes. */
#ifndef CORE_PLACE_PLACEMENT_H
#define CORE_PLACE_PLACEMENT_H

#include "core/place/place.h"

/* Everyone left out, nothing proved. */
void placement_init(struct placement *placement,
                    const struct place_problem *problem);

/* Without the proof and its prices. */
void placement_forget(struct placement *placement);

/* Everyone in turn, in the order, whatever the limits of terms say. */
bool place_in_order(struct placement *placement,
                    const struct place_problem *problem, struct err *err);

#endif
