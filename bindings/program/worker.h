/* The worker: the process in which a script runs, and nothing else.
 *
 * The parent starts ccn again as a worker with a socket to itself.  The worker
 * lowers its limits, makes a Lua state, runs one script and ends.  It prints,
 * asks and saves over the socket.
 */
#ifndef BINDINGS_PROGRAM_WORKER_H
#define BINDINGS_PROGRAM_WORKER_H

enum { WORKER_SOCKET = 3 }; /* the descriptor of the socket */

/* What the parent tells the worker on its command line, in this order. */
enum {
    WORKER_MARK = 1, /* "--worker" */
    WORKER_FD,
    WORKER_LANG,
    WORKER_MEMORY, /* MiB */
    WORKER_SECONDS,
    WORKER_SEED,
    WORKER_TRACE,    /* 0 or 1 */
    WORKER_DESCRIBE, /* 0 or 1: only what the script declares */
    WORKER_LIB,      /* folder of the shipped scripts */
    WORKER_SCRIPT,
    WORKER_ARGUMENTS /* the first of those for the script */
};

int worker_main(int argc, char **argv);

#endif
