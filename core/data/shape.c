#include "core/data/shape.h"

#include <math.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/data/wkb.h"

/* Every shape is kept in one form, so that equal shapes are the same bytes:
 * GeoPackage header, little endian, srs 4326, an envelope unless it is a
 * point, then well-known binary, little endian, two dimensions. */

enum { HEAD = 8, ENVELOPE = 32 };

static size_t wkb_offset(const char *shape)
{
    return (shape[3] & 0x0E) ? HEAD + ENVELOPE : HEAD;
}

static const char *wkb_of(const char *shape)
{
    return shape + wkb_offset(shape);
}

size_t shape_size(const char *shape)
{
    return intern_size(shape);
}

static void widen(void *box, double x, double y)
{
    struct box_of_shape *b = box;
    b->min_x = fmin(b->min_x, x);
    b->max_x = fmax(b->max_x, x);
    b->min_y = fmin(b->min_y, y);
    b->max_y = fmax(b->max_y, y);
}

static struct box_of_shape box_of_wkb(const char *wkb, size_t size)
{
    struct box_of_shape box = { INFINITY, -INFINITY, INFINITY, -INFINITY };
    wkb_points(wkb, size, widen, &box);
    return box;
}

/* Put the GeoPackage header before well-known binary in our form. */
static const char *keep(const struct text *wkb)
{
    bool point = (unsigned char)wkb->bytes[1] == WKB_POINT;
    struct text out = TEXT_INIT;
    const char head[HEAD] = { 'G',        'P',  0, point ? 0x01 : 0x03,
                              (char)0xE6, 0x10, 0, 0 }; /* 4326 */
    text_put(&out, head, sizeof head);
    if (!point) {
        struct box_of_shape box = box_of_wkb(wkb->bytes, wkb->size);
        wkb_put_double(&out, box.min_x);
        wkb_put_double(&out, box.max_x);
        wkb_put_double(&out, box.min_y);
        wkb_put_double(&out, box.max_y);
    }
    text_put(&out, wkb->bytes, wkb->size);
    const char *shape = intern_bytes(out.bytes, out.size);
    text_release(&out);
    return shape;
}

const char *shape_point(double lon, double lat)
{
    struct text wkb = TEXT_INIT;
    wkb_put_head(&wkb, WKB_POINT);
    wkb_put_double(&wkb, lon);
    wkb_put_double(&wkb, lat);
    const char *shape = keep(&wkb);
    text_release(&wkb);
    return shape;
}

static const char *check_degrees(const struct text *wkb, struct err *err)
{
    struct box_of_shape box = box_of_wkb(wkb->bytes, wkb->size);
    if (box.min_x > box.max_x) {
        err_set(err, ERR_FORMAT, "a shape has no points");
        return NULL;
    }
    if (box.min_x >= -180 && box.max_x <= 180 && box.min_y >= -90 &&
        box.max_y <= 90)
        return keep(wkb);
    err_set(err, ERR_RANGE,
            "a shape must lie within 180 degrees of longitude and 90 of "
            "latitude");
    return NULL;
}

const char *shape_from_wkt(const char *wkt, struct err *err)
{
    struct text wkb = TEXT_INIT;
    const char *shape = NULL;
    if (wkb_from_wkt(wkt, &wkb, err))
        shape = check_degrees(&wkb, err);
    text_release(&wkb);
    return shape;
}

static bool check_head(const unsigned char *b, size_t size, size_t *offset,
                       struct err *err)
{
    static const size_t envelope[8] = { 0, 32, 48, 48, 64 };
    if (size < HEAD || b[0] != 'G' || b[1] != 'P' || b[2] != 0)
        return err_set(err, ERR_FORMAT, "these bytes are no GeoPackage shape");
    int kind = b[3] >> 1 & 7;
    if (kind > 4 || (b[3] & 0x30))
        return err_set(err, ERR_FORMAT,
                       "an empty or extended GeoPackage shape");
    bool little = b[3] & 1;
    uint32_t srs = little ? b[4] | (uint32_t)b[5] << 8 | (uint32_t)b[6] << 16 |
                                (uint32_t)b[7] << 24
                          : b[7] | (uint32_t)b[6] << 8 | (uint32_t)b[5] << 16 |
                                (uint32_t)b[4] << 24;
    if (srs != 4326)
        return err_set(err, ERR_FORMAT,
                       "a shape has the reference system %u; only 4326 "
                       "(longitude, latitude) is held",
                       (unsigned)srs);
    *offset = HEAD + envelope[kind];
    return *offset <= size ||
           err_set(err, ERR_FORMAT, "a GeoPackage shape is cut off");
}

const char *shape_from_gpkg(const void *bytes, size_t size, struct err *err)
{
    size_t offset = 0;
    if (!check_head(bytes, size, &offset, err))
        return NULL;
    struct text wkb = TEXT_INIT;
    const char *shape = NULL;
    if (wkb_normal((const char *)bytes + offset, size - offset, &wkb, err))
        shape = check_degrees(&wkb, err);
    text_release(&wkb);
    return shape;
}

void shape_wkt(const char *shape, struct text *out)
{
    wkb_to_wkt(wkb_of(shape), shape_size(shape) - wkb_offset(shape), out);
}

struct box_of_shape shape_box(const char *shape)
{
    return box_of_wkb(wkb_of(shape), shape_size(shape) - wkb_offset(shape));
}

void shape_centre(const char *shape, double *lon, double *lat)
{
    wkb_centre(wkb_of(shape), shape_size(shape) - wkb_offset(shape), lon, lat);
}

double shape_distance(const char *a, const char *b)
{
    const double degree = acos(-1.0) / 180, radius = 6371.0088;
    double lon_a, lat_a, lon_b, lat_b;
    shape_centre(a, &lon_a, &lat_a);
    shape_centre(b, &lon_b, &lat_b);
    double s = sin((lat_b - lat_a) * degree / 2);
    double t = sin((lon_b - lon_a) * degree / 2);
    double h = s * s + cos(lat_a * degree) * cos(lat_b * degree) * t * t;
    return 2 * radius * asin(sqrt(fmin(h, 1)));
}
