/* The problem of ccn.engine.place, out of the Lua table at stack index 1. */
#ifndef BINDINGS_METHODS_PLACE_READ_H
#define BINDINGS_METHODS_PLACE_READ_H

#include "bindings/methods/arrays.h"
#include "core/place/optimum.h"

/* Raises an error that names the field; the arrays live as long as the anchor
 * does.  Whether they make sense, place_check() says. */
void place_read(struct arrays *arrays, struct place_problem *problem);

/* How much work: seconds, steps, threads, seed, gap.  A function at stack index
 * 2 is told of progress, as told.h says. */
struct place_work place_read_work(struct arrays *arrays);

#endif
