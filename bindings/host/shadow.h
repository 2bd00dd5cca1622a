/* Where a replay writes: copies in a folder of its own, which goes when the
 * replay ends.  What the run saves it reads again, and nothing else notices. */
#ifndef BINDINGS_HOST_SHADOW_H
#define BINDINGS_HOST_SHADOW_H

#include "core/base/err.h"

struct shadow;

struct shadow *shadow_new(struct err *err);
void shadow_free(struct shadow *shadow); /* and all its files */

const char *shadow_folder(const struct shadow *shadow);

/* Whether a path leads to one of its files. */
bool shadow_owns(const struct shadow *shadow, const char *path);

/* The copy of a file, NULL when there is none yet. */
const char *shadow_find(const struct shadow *shadow, const char *real);

/* The same, made now when there is none: of the file if it is there. */
const char *shadow_make(struct shadow *shadow, const char *real,
                        struct err *err);

#endif
