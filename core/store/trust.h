/* Inside of store.h: whether a file is as ccn writes it. */
#ifndef CORE_STORE_TRUST_H
#define CORE_STORE_TRUST_H

#include <sqlite3.h>

#include "core/data/plan.h"

/* No views, no triggers but the known ones of GeoPackage, GDAL and QGIS. */
bool trust_objects(sqlite3 *db, struct err *err);

/* Only those, and all tables of the model with all their columns.  The order of
 * tables and columns does not matter; what others add beside them is left
 * alone. */
bool trust_schema(sqlite3 *db, const struct plan *plan, struct err *err);

/* SQLite's own check of pages, indexes, types and CHECKs. */
bool trust_integrity(sqlite3 *db, struct err *err);

#endif
