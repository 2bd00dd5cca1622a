/* Inside of store.h: drives of the network.
 *
 * SQLite relies on locks and on syncing; a file system of the network may
 * promise both and keep neither, and a plan is damaged when two write or the
 * connection goes.  So no plan is written there, unless the user says so. */
#ifndef CORE_STORE_DRIVE_H
#define CORE_STORE_DRIVE_H

#include "core/base/err.h"

/* Of the type of a file system, as in /proc/self/mountinfo: nfs4, cifs,
 * fuse.sshfs, ... */
bool drive_is_network(const char *type);

/* The type of the file system of device MAJOR:MINOR, from the text of
 * /proc/self/mountinfo, into 64 bytes; false when it is not listed. */
bool drive_type(const char *mounts, unsigned major, unsigned minor, char *type);

/* From now on plans are written on any drive (--network). */
void drive_allow(void);

/* Whether a file of this path, there or not, may be written. */
bool drive_may_write(const char *path, struct err *err);

#endif
