/* Inside of sweep_state.h: the values of factors, written into a fork. */
#ifndef BINDINGS_SWEEP_SWEEP_WRITE_H
#define BINDINGS_SWEEP_SWEEP_WRITE_H

#include "bindings/sweep/sweep_state.h"

/* Write them through the door; labels: the list of them, at an index of L. */
bool sweep_write(struct plan *fork, const struct experiment *about,
                 lua_State *L, int labels, const double *in, struct err *err);

#endif
