/* The standard input as a file: what "-" stands for in `ccn rank -` and
 * `ccn import - ...`.  It is copied before the worker starts, to a file that
 * the worker may read and that goes when the run ends.
 */
#ifndef BINDINGS_HOST_INPUT_H
#define BINDINGS_HOST_INPUT_H

#include "bindings/host/grants.h"

/* Let "-" be what stands in the standard input, to its end. */
bool input_keep(struct grants *grants, struct err *err);

/* Remove the copy, if there is one. */
void input_drop(const struct grants *grants);

#endif
