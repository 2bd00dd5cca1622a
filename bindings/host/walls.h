/* The walls of a worker: what the system does not let it do. */
#ifndef BINDINGS_HOST_WALLS_H
#define BINDINGS_HOST_WALLS_H

#include <stdbool.h>

struct grants;
struct host;

/* Which wall this kernel does not have, by its name; NULL: none is missing. */
const char *walls_missing(void);

/* Before the worker begins: from here on no file is opened but what is granted
 * (fence.h).  False: the kernel has that wall and did not raise it. */
bool walls_around(const struct grants *grants);

/* From here on no file grows, no core is dumped, no privilege is gained, no
 * program or process starts and no socket is made (filter.h), and the worker
 * dies with its parent.  Memory and processor time are bounded well above the
 * limits of the state, as a second line.  False: the kernel has a wall and did
 * not raise it. */
bool walls_raise(const struct host *host);

#endif
