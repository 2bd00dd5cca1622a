/* The problem of ccn.engine.place, out of the Lua table at stack index 1. */
#ifndef BINDINGS_PLACE_READ_H
#define BINDINGS_PLACE_READ_H

#include "bindings/arrays.h"
#include "core/place/place.h"

/* Raises an error that names the field; the arrays live as long as the anchor
 * does.  Whether they make sense, place_check() says. */
void place_read(struct arrays *arrays, struct place_problem *problem);

#endif
