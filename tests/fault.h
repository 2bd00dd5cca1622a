/* A disk that fails on purpose: a layer (VFS) between SQLite and the system.
 *
 *     fault_install();
 *     fault_at(FAULT_ERROR, 7);      the 7th call from here fails
 *     store_save(plan, path, &err);
 *     fault_none();
 *
 * Counted are the calls that read, change or secure a file (read, write,
 * truncate, sync, delete).  Those that change one can be recorded (record.h).
 * Nothing is really synced, so that tests are quick. */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

#include <stdbool.h>

enum fault {
    FAULT_NONE,
    FAULT_ERROR, /* this call fails */
    FAULT_ERRORS /* this call and all after it fail */
};

void fault_install(void);
void fault_at(enum fault fault, long call);

/* No more faults.  Returns whether there was one. */
bool fault_none(void);

#endif
