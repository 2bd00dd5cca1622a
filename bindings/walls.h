/* The walls of a worker: what the system does not let it do. */
#ifndef BINDINGS_WALLS_H
#define BINDINGS_WALLS_H

struct host;

/* From here on no file grows, no core is dumped, no privilege is gained, and
 * the worker dies with its parent.  Memory and processor time are bounded well
 * above the limits of the state, as a second line. */
void walls_raise(const struct host *host);

#endif
