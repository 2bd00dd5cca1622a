/* A disk that fails on purpose: a layer (VFS) between SQLite and the system.
 *
 *     fault_install();
 *     fault_at(FAULT_KILL, 7);      the 7th call from here ends the process
 *     store_save(plan, path, &err);
 *     fault_none();
 *
 * Counted are the calls that change or secure a file (write, truncate, sync,
 * delete), and for FAULT_ERROR reads as well.  FAULT_POWER loses what
 * was written and not yet synced, each piece by the toss of a coin; names of
 * files are taken as lasting at once.  Nothing is really synced, so that tests
 * are quick. */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

#include <stdbool.h>

enum fault {
    FAULT_NONE,
    FAULT_KILL,  /* the process ends, what it wrote stays */
    FAULT_POWER, /* the process ends, what was not synced may be lost */
    FAULT_LIE,   /* the same, on a disk that only says that it synced */
    FAULT_ERROR, /* this call fails */
    FAULT_ERRORS /* this call and all after it fail */
};

enum { FAULT_EXIT = 99 }; /* exit status of a process that was ended */

void fault_install(void);
void fault_at(enum fault fault, long call);

/* No more faults.  Returns whether there was one. */
bool fault_none(void);

/* The power fails now (after fault_at(FAULT_POWER, ...)). */
_Noreturn void fault_cut(void);

#endif
