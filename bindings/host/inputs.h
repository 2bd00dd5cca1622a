/* What a run has read: each file with the SHA-256 of its contents when it was
 * read, a plan with that of what it says (digest.h; so that neither the log of
 * runs nor QGIS's own tables count), a scenario with that of its chain of
 * changes. */
#ifndef BINDINGS_HOST_INPUTS_H
#define BINDINGS_HOST_INPUTS_H

#include <stddef.h>

#include "core/base/text.h"
#include "core/data/change.h"

struct input {
    const char *kind;   /* see run_part (core/store/run.h); interned, as all */
    const char *name;   /* as the script said it */
    const char *path;   /* where it really is */
    const char *sha256; /* "" when it could not be read */
    const char *bytes;  /* of Lua files; else NULL */
};

struct inputs {
    struct input *input; /* each once, in the order of names */
    int count, room;
};

/* Keep an input in mind, unless one of this kind and name is. */
void inputs_add(struct inputs *inputs, struct input input);

/* The same for a file that is about to be read. */
void inputs_file(struct inputs *inputs, const char *kind, const char *name,
                 const char *path);

void inputs_release(struct inputs *inputs);

/* The SHA-256 of a scenario on top of the chain with this SHA-256 ("": of the
 * plan itself). */
const char *inputs_scenario(const char *below, const struct changes *list);

/* As a message for the parent (record.h): kind, name, path, SHA-256 and bytes
 * of each. */
void inputs_write(const struct inputs *inputs, struct text *out);

#endif
