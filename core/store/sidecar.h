/* Inside of store.h: files beside a plan file that SQLite would believe.
 *
 * A journal is what a writer that was killed leaves behind, and rolling it
 * back is right; but one that a stranger sends along rewrites the plan, and one
 * that names a super-journal deletes that file (SQLite 3.40).  ccn writes
 * neither super-journals nor write-ahead logs, so those are refused. */
#ifndef CORE_STORE_SIDECAR_H
#define CORE_STORE_SIDECAR_H

#include "core/base/err.h"

/* No write-ahead log, and no journal that waits to be rolled back; for one that
 * is being written it waits as long as for a lock.  Nobody of this process may
 * hold a lock on the file: looking drops it. */
bool sidecar_none(const char *path, struct err *err);

/* Whether a journal waits.  Fails when it is none that ccn writes. */
bool sidecar_journal(const char *path, bool *waits, struct err *err);

#endif
