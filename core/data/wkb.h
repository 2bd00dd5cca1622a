/* Inside of shape.h: well-known binary and text.
 *
 * Functions that take a wkb without an err want it in our form: little
 * endian, two dimensions, checked by wkb_normal() or made here. */
#ifndef CORE_DATA_WKB_H
#define CORE_DATA_WKB_H

#include "core/base/text.h"

enum {
    WKB_POINT = 1,
    WKB_LINESTRING,
    WKB_POLYGON,
    WKB_MULTIPOINT,
    WKB_MULTILINESTRING,
    WKB_MULTIPOLYGON
};

void wkb_put_head(struct text *out, uint32_t type);
void wkb_put_count(struct text *out, uint32_t count);
void wkb_put_double(struct text *out, double number);

/* Either byte order in, ours out; checks everything. */
bool wkb_normal(const char *wkb, size_t size, struct text *out,
                struct err *err);

bool wkb_from_wkt(const char *wkt, struct text *out, struct err *err);
void wkb_to_wkt(const char *wkb, size_t size, struct text *out);

/* Call a function for every point. */
void wkb_points(const char *wkb, size_t size,
                void (*each)(void *data, double x, double y), void *data);

/* Centroid: of polygons by area, of the rest the mean of the points. */
void wkb_centre(const char *wkb, size_t size, double *x, double *y);

#endif
