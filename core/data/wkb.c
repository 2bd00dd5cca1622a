#include "core/data/wkb.h"

#include <math.h>
#include <string.h>

void wkb_put_count(struct text *out, uint32_t count)
{
    const char bytes[4] = { (char)count, (char)(count >> 8),
                            (char)(count >> 16), (char)(count >> 24) };
    text_put(out, bytes, sizeof bytes);
}

void wkb_put_head(struct text *out, uint32_t type)
{
    text_put(out, "\1", 1);
    wkb_put_count(out, type);
}

void wkb_put_double(struct text *out, double number)
{
    uint64_t bits;
    char bytes[8];
    memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(bits >> (8 * i));
    text_put(out, bytes, sizeof bytes);
}

/* Reading: a cursor that goes bad once and stays so. */
struct cursor {
    const unsigned char *at, *end;
    bool little, bad;
};

static uint64_t take(struct cursor *in, int size)
{
    if (in->bad || in->end - in->at < size) {
        in->bad = true;
        return 0;
    }
    uint64_t bits = 0;
    for (int i = 0; i < size; i++)
        bits |= (uint64_t)in->at[i] << 8 * (in->little ? i : size - 1 - i);
    in->at += size;
    return bits;
}

static double take_double(struct cursor *in)
{
    uint64_t bits = take(in, 8);
    double number;
    memcpy(&number, &bits, sizeof number);
    if (!isfinite(number))
        in->bad = true;
    return number;
}

static uint32_t take_head(struct cursor *in)
{
    in->little = take(in, 1) == 1;
    return (uint32_t)take(in, 4);
}

static uint32_t take_count(struct cursor *in, int least)
{
    uint32_t count = (uint32_t)take(in, 4);
    if (count > (size_t)(in->end - in->at) / (size_t)least)
        in->bad = true;
    return in->bad ? 0 : count;
}

static void copy_points(struct cursor *in, struct text *out)
{
    uint32_t n = take_count(in, 16);
    wkb_put_count(out, n);
    for (uint32_t i = 0; i < 2 * n && !in->bad; i++)
        wkb_put_double(out, take_double(in));
}

static void copy_rings(struct cursor *in, struct text *out)
{
    uint32_t n = take_count(in, 4);
    wkb_put_count(out, n);
    for (uint32_t i = 0; i < n && !in->bad; i++)
        copy_points(in, out);
}

/* One geometry that is no MULTI kind, behind its head. */
static void copy_simple(struct cursor *in, uint32_t type, struct text *out)
{
    wkb_put_head(out, type);
    if (type == WKB_POINT) {
        wkb_put_double(out, take_double(in));
        wkb_put_double(out, take_double(in));
    } else if (type == WKB_LINESTRING) {
        copy_points(in, out);
    } else {
        copy_rings(in, out);
    }
}

bool wkb_normal(const char *wkb, size_t size, struct text *out, struct err *err)
{
    struct cursor in = { .at = (const unsigned char *)wkb };
    in.end = in.at + size;
    uint32_t type = take_head(&in);
    if (type > 1000)
        return err_set(err, ERR_FORMAT,
                       "a shape has heights or measures; only two dimensions "
                       "are held");
    if (type < WKB_POINT || type > WKB_MULTIPOLYGON)
        return err_set(err, ERR_FORMAT, "a shape of kind %u is not held",
                       (unsigned)type);
    if (type <= WKB_POLYGON) {
        copy_simple(&in, type, out);
    } else {
        uint32_t n = take_count(&in, 5);
        wkb_put_head(out, type);
        wkb_put_count(out, n);
        for (uint32_t i = 0; i < n && !in.bad; i++) {
            in.bad = take_head(&in) != type - 3;
            if (!in.bad)
                copy_simple(&in, type - 3, out);
        }
    }
    if (!in.bad && in.at == in.end)
        return true;
    return err_set(err, ERR_FORMAT, "a shape is cut off or damaged");
}

/* Walking over a wkb in our form. */

struct walk {
    struct cursor in;
    void (*point)(void *data, double x, double y);
    void (*ring)(void *data, struct cursor ring, uint32_t n); /* or NULL */
    void *data;
};

static void walk_points(struct walk *walk)
{
    uint32_t n = take_count(&walk->in, 16);
    if (walk->ring)
        walk->ring(walk->data, walk->in, n);
    for (uint32_t i = 0; i < n; i++) {
        double x = take_double(&walk->in), y = take_double(&walk->in);
        walk->point(walk->data, x, y);
    }
}

static void walk_one(struct walk *walk)
{
    uint32_t type = take_head(&walk->in);
    uint32_t parts = 1;
    if (type == WKB_POINT) {
        double x = take_double(&walk->in), y = take_double(&walk->in);
        walk->point(walk->data, x, y);
        return;
    }
    if (type != WKB_LINESTRING)
        parts = take_count(&walk->in, 4);
    for (uint32_t i = 0; i < parts; i++)
        walk_points(walk);
}

static void walk_all(struct walk *walk, const char *wkb, size_t size)
{
    walk->in = (struct cursor){ .at = (const unsigned char *)wkb };
    walk->in.end = walk->in.at + size;
    struct cursor start = walk->in;
    uint32_t type = take_head(&walk->in);
    uint32_t n = 1;
    if (type >= WKB_MULTIPOINT)
        n = take_count(&walk->in, 5);
    else
        walk->in = start;
    for (uint32_t i = 0; i < n; i++)
        walk_one(walk);
}

void wkb_points(const char *wkb, size_t size,
                void (*each)(void *data, double x, double y), void *data)
{
    struct walk walk = { .point = each, .data = data };
    walk_all(&walk, wkb, size);
}

struct centre {
    double area, ax, ay; /* twice the area, six times its moments */
    double n, x, y, x0, y0;
};

static void centre_point(void *data, double x, double y)
{
    struct centre *c = data;
    if (c->n == 0) {
        c->x0 = x;
        c->y0 = y;
    }
    c->n++;
    c->x += x - c->x0;
    c->y += y - c->y0;
}

/* Rings of a hole turn the other way round, so they take away.  Coordinates
 * count from the first point, which keeps small polygons exact. */
static void centre_ring(void *data, struct cursor ring, uint32_t n)
{
    struct centre *c = data;
    double px = 0, py = 0;
    for (uint32_t i = 0; i < n; i++) {
        double x = take_double(&ring), y = take_double(&ring);
        if (c->n == 0 && i == 0) {
            c->x0 = x;
            c->y0 = y;
        }
        x -= c->x0;
        y -= c->y0;
        if (i > 0) {
            double cross = px * y - x * py;
            c->area += cross;
            c->ax += (px + x) * cross;
            c->ay += (py + y) * cross;
        }
        px = x;
        py = y;
    }
}

void wkb_centre(const char *wkb, size_t size, double *x, double *y)
{
    struct centre c = { 0 };
    struct walk walk = { .point = centre_point,
                         .ring = centre_ring,
                         .data = &c };
    walk_all(&walk, wkb, size);
    bool polygon = fabs(c.area) > 1e-18;
    *x = c.x0 + (polygon ? c.ax / (3 * c.area) : c.x / c.n);
    *y = c.y0 + (polygon ? c.ay / (3 * c.area) : c.y / c.n);
}
