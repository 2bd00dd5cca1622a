/* The parent's answers to what a worker says of its sweep, alone or as one of
 * several ranks. */
#ifndef BINDINGS_SWEEP_SWEEP_SERVE_H
#define BINDINGS_SWEEP_SWEEP_SERVE_H

#include <poll.h>

#include "bindings/sweep/sweep_store.h"

/* A message of sweep_pipe.h, answered over the socket.  False when a block
 * cannot be stored, which ends the run. */
bool sweep_serve(struct sweep_store *store, int fd, int type,
                 const struct text *message, struct err *err);

/* Whether this is a rank that helps: what its script prints and saves is
 * passed over, for rank 0 does the same.  True when the message was such. */
bool sweep_serve_helper(const struct sweep_store *store, int fd, int type);

/* As poll() of one descriptor, with the other ranks served meanwhile. */
int sweep_serve_poll(struct sweep_store *store, struct pollfd *fd, int ms);

/* The worker has ended: well, or in the middle. */
void sweep_serve_end(struct sweep_store *store, bool well);

#endif
