/* The parent's answers to what a worker says of its sweep. */
#ifndef BINDINGS_SWEEP_SERVE_H
#define BINDINGS_SWEEP_SERVE_H

#include "bindings/sweep_store.h"

/* A message of sweep_pipe.h, answered over the socket.  False when a block
 * cannot be stored, which ends the run. */
bool sweep_serve(struct sweep_store *store, int fd, int type,
                 const struct text *message, struct err *err);

#endif
