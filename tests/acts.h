/* What writes a plan file or the results of a sweep, each on a small file: for
 * those who let the disk, the power or the memory fail meanwhile.
 *
 *     acts_begin("test_crash");
 *     act->prepare(&err);       the file as it is before, made anew
 *     act->run(&err);
 *     acts_end();
 */
#ifndef TESTS_ACTS_H
#define TESTS_ACTS_H

#include <stdbool.h>

#include "core/base/err.h"
#include "core/data/plan.h"
#include "core/store/store.h"

enum {
    ACT_SAVE,
    ACT_SAVE_NEW,
    ACT_KEEP,
    ACT_DISCARD,
    ACT_PROMOTE,
    ACT_LOG,
    ACT_FORGET,
    ACT_VERSION,
    ACT_MIGRATE_3,
    ACT_MIGRATE_2,
    ACT_BLOCK,
    ACT_LAST_BLOCK,
    ACTS
};

enum { ACTS_ROWS = 12 };

struct act {
    const char *name;
    bool (*prepare)(struct err *err);
    bool (*run)(struct err *err);
    bool results; /* of a sweep, not a plan */
    bool dated;   /* by the clock: its bytes are never the same */
};

extern const struct act acts[ACTS];
extern const struct store_options acts_known;

/* Of the file and its journal; the plans before and after. */
extern char acts_path[400], acts_journal[420];
extern struct plan *acts_old, *acts_new;

/* The file is NAME-PID.gpkg in $BUILD. */
void acts_begin(const char *name);
void acts_end(void);

/* No file, no journal, no copy of an older format. */
void acts_clear(void);

/* Statements of SQL that ccn would not make, behind settings. */
bool acts_sql(const char *settings, const char *sql, struct err *err);

#endif
