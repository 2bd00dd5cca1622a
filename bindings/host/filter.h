/* The filter of a worker: the system calls that the kernel lets it make
 * (seccomp).
 *
 * A list of what a run needs: memory, threads of its own, time, reading files,
 * and the socket it has.  Opening a file for writing, starting a program or a
 * process, making a socket, sending a signal to another, and all that is not
 * listed fail with EPERM.
 */
#ifndef BINDINGS_HOST_FILTER_H
#define BINDINGS_HOST_FILTER_H

#include <stdbool.h>

/* Whether this kernel has it, for the machines we know the calls of. */
bool filter_there(void);

/* From here on, for all threads to come.  False: not raised. */
bool filter_raise(void);

#endif
