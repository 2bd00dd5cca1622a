/* Inside of store.h: what makes an SQLite file a GeoPackage (OGC 12-128r17,
 * version 1.3), so that QGIS shows the tables with their aliases. */
#ifndef CORE_STORE_GPKG_H
#define CORE_STORE_GPKG_H

#include <sqlite3.h>

#include "core/data/plan.h"

enum { GPKG_ID = 1196444487 }; /* application_id: the letters GPKG */

/* CREATE TABLE of those that every GeoPackage has. */
extern const char *const gpkg_schema;

/* The tables every GeoPackage has, with the reference systems of Viet Nam. */
bool gpkg_create(sqlite3 *db, struct err *err);

/* Announce a table that has just been made: contents, geometry, spatial
 * index. */
bool gpkg_announce(sqlite3 *db, const struct schema *schema, struct err *err);

/* Bring extent, aliases and the spatial index of a table up to date with its
 * rows in the plan. */
bool gpkg_update(sqlite3 *db, const struct plan *plan, int table,
                 struct err *err);

#endif
