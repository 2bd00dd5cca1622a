/* The plan file: a plan as one GeoPackage that QGIS, GDAL, DB Browser and
 * Python open without a plug-in.
 *
 *     const struct store_options options = { model_schema, MODEL_TABLES };
 *     struct plan *plan = store_open("laocai.gpkg", &options, &err);
 *     ...
 *     store_save(plan, "laocai.gpkg", &err);
 *
 * One table for each table of the plan, things named by their keys, areas as
 * whole tenths of a square metre, money as whole VND, dates as 2026-09-15, sets
 * as names joined by ;.  Beside them ccn_meta (format, revision, name of the
 * plan), ccn_field (fields of the analysts' own) and scenario (lists of changes
 * against the plan: the list itself in the bytes of change.h, and in words).
 *
 * A save is one transaction: whoever opens the file at any moment, after a
 * crash too, finds the old state or the new one.  Files are opened as hostile:
 * nothing in them is run, and what is not as ccn writes it is refused.
 */
#ifndef CORE_STORE_STORE_H
#define CORE_STORE_STORE_H

#include "core/data/change.h"

enum { STORE_FORMAT = 5 }; /* of the files written; older ones are read too */

struct store_options {
    const struct schema *const *schemas; /* the tables to look for */
    int nschemas;
    bool unchecked; /* without the integrity check of SQLite */
    bool bare;      /* name and fields of one's own alone, no rows */
};

/* Read a plan.  The file is not written to, not even when
 * its format is older.  Fails with ERR_FILE when it cannot be read, ERR_FORMAT
 * when it is no plan, damaged, of a newer format, or holds what ccn does not
 * write. */
struct plan *store_open(const char *path, const struct store_options *options,
                        struct err *err);

/* Write a plan: a new file, or the new contents of a plan file, whose
 * scenarios stay.  A file of an older format is first copied beside itself
 * (name.format1.bak).  Fails with ERR_FILE, and says when the file is busy
 * (after 5 s) and, after a failed commit, what is really in the file. */
bool store_save(const struct plan *plan, const char *path, struct err *err);

/* The same for who has read the file before: fails with ERR_MOVED when it does
 * not hold any more what it held then (plan_digest()), so that nothing of
 * another program is lost. */
bool store_save_over(const struct plan *plan, const char *before,
                     const char *path, struct err *err);

/* Scenarios: forks kept as their lists of changes against the plan. */

struct store_scenario {
    const char *name, *parent, *question; /* parent NULL: the plan itself */
    const char *parameters; /* JSON: what the script was told, or NULL */
};

/* Keep one, in place of another of the same name; the list is against the
 * parent.  Reading, discarding and promoting are in chain.h. */
bool store_keep(const char *path, const struct store_scenario *scenario,
                const struct changes *list, struct err *err);

/* Finish what a writer that was killed left behind.  To be called by who may
 * write, before the file is read; does nothing when there is nothing to do. */
bool store_recover(const char *path, struct err *err);

#endif
