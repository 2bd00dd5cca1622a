/* Limits of terms while a placement is improved.  Private to improve.c. */
#ifndef CORE_PLACE_PRESS_H
#define CORE_PLACE_PRESS_H

#include "core/place/improve.h"

/* Give the search weights of its own. */
void press_init(struct improve *improve);

/* Count what it, and who moves with it, adds to the limited terms where it
 * stands. */
void press_count(struct improve *improve, int enterprise, int sign);

/* Weights with so many times what is pressed. */
void press_by(struct improve *improve, double times);

#endif
