/* What would be left on a disk whose power fails.
 *
 *     fault_install();
 *     record_begin();
 *     store_save(plan, "a.gpkg", &err);
 *     record_end();
 *     for (int call = 0; call <= record_count(); call++)
 *         there = record_image("a.gpkg", &before, &how, &image);
 *
 * One run of a command is recorded, then every moment at which it might have
 * been cut off is worked out from the record: nothing needs to be killed.
 * What was written and not yet synced is kept, lost, or torn at a sector,
 * each write by itself and by lot; space that a lost write had added holds
 * anything or is not there; a file that was deleted is there again, unless
 * its folder was synced. */
#ifndef TESTS_RECORD_H
#define TESTS_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/text.h"

enum record_loss {
    RECORD_KILLED, /* the process alone ended: nothing is lost */
    RECORD_POWER,  /* what was not synced may be lost */
    RECORD_LIAR    /* the same, on a disk that only says that it synced */
};

struct record_cut {
    int call; /* so many calls were made */
    enum record_loss loss;
    uint64_t seed; /* of the lots */
};

void record_begin(void);
void record_end(void);
int record_count(void); /* calls: writes, truncations, syncs, deletions */
void record_release(void);

/* What the file of this name (its last part) then holds.  before: what it held
 * at the beginning, or NULL when it was not there.  False: it is not there. */
bool record_image(const char *name, const struct text *before,
                  const struct record_cut *cut, struct text *out);

/* For the layer between SQLite and the system. */
void record_write(const char *path, const void *bytes, int n, int64_t offset);
void record_truncate(const char *path, int64_t size);
void record_sync(const char *path);
void record_delete(const char *path, bool lasts);

#endif
