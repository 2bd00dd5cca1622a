/* The fence of a worker: what the kernel lets it open (Landlock).
 *
 * The second wall behind the answers of the parent: a worker whose own code
 * was led astray still opens nothing outside of what its run may read.  It
 * begins before the worker does, so that no line of it runs outside.
 */
#ifndef BINDINGS_HOST_FENCE_H
#define BINDINGS_HOST_FENCE_H

#include "bindings/host/grants.h"

/* Whether this kernel has it. */
bool fence_there(void);

/* From here on this process, and what it becomes, reads only what is granted,
 * the shipped scripts, the program and the libraries of the system, and writes
 * nothing.  A file that is granted and not there yet may be read once it is
 * there: its folder is.  False: not raised. */
bool fence_raise(const struct grants *grants, const char *program);

#endif
