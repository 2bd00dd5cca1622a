/* Which files a run may touch.
 *
 * Reading: the folder of the script, or of a Lua file that a command names, the
 * current one, and what --read names.
 * Writing: what --write names, and a file that the command line itself names.
 * Paths are resolved first, links included, so none leads out.
 */
#ifndef BINDINGS_HOST_GRANTS_H
#define BINDINGS_HOST_GRANTS_H

#include "core/base/err.h"

enum { GRANTS_MOST = 32 };

struct grants {
    const char *read[GRANTS_MOST], *write[GRANTS_MOST], *file[GRANTS_MOST];
    int nread, nwrite, nfile;
    const char *input;     /* what "-" stands for, or NULL (input.h) */
    struct shadow *shadow; /* of a replay: writing goes there (shadow.h) */
};

/* Add a folder or file; false when there are too many. */
bool grants_read(struct grants *grants, const char *folder);
bool grants_write(struct grants *grants, const char *folder);
bool grants_file(struct grants *grants, const char *path);

/* Whether it is granted; resolved gets the real path (PATH_MAX bytes), in a
 * replay that of the copy. */
bool grants_may_read(const struct grants *grants, const char *path,
                     char *resolved, struct err *err);
bool grants_may_write(const struct grants *grants, const char *path,
                      char *resolved, struct err *err);

#endif
