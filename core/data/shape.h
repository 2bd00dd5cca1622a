/* Shapes: immutable geometries, held as GeoPackage binary, interned.
 *
 * Coordinates are longitude and latitude in degrees, EPSG:4326 (srs 4326).
 * Two-dimensional POINT, LINESTRING, POLYGON and their MULTI kinds.
 */
#ifndef CORE_DATA_SHAPE_H
#define CORE_DATA_SHAPE_H

#include "core/base/text.h"

struct box_of_shape {
    double min_x, max_x, min_y, max_y;
};

/* From well-known text ("POINT (104.9 21.6)") or GeoPackage binary; NULL
 * with the reason in err.  Interned. */
const char *shape_from_wkt(const char *wkt, struct err *err);
const char *shape_from_gpkg(const void *bytes, size_t size, struct err *err);
const char *shape_point(double lon, double lat); /* both finite */

size_t shape_size(const char *shape); /* bytes of the GeoPackage binary */
void shape_wkt(const char *shape, struct text *out);
struct box_of_shape shape_box(const char *shape);

/* The point itself, or the centroid by area, length or mean. */
void shape_centre(const char *shape, double *lon, double *lat);

/* Great-circle distance in km (haversine, mean earth radius 6371.0088 km,
 * IUGG). */
double shape_distance(const char *a, const char *b);

#endif
