/* Well-known text from and to well-known binary. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/data/wkb.h"

static const char *const names[] = {
    [WKB_POINT] = "POINT",
    [WKB_LINESTRING] = "LINESTRING",
    [WKB_POLYGON] = "POLYGON",
    [WKB_MULTIPOINT] = "MULTIPOINT",
    [WKB_MULTILINESTRING] = "MULTILINESTRING",
    [WKB_MULTIPOLYGON] = "MULTIPOLYGON",
};

struct scan {
    const char *at;
    bool bad;
};

static bool sees(struct scan *in, char sign)
{
    while (isspace((unsigned char)*in->at))
        in->at++;
    if (*in->at != sign)
        return false;
    in->at++;
    return true;
}

static void want(struct scan *in, char sign)
{
    if (!sees(in, sign))
        in->bad = true;
}

static void number(struct scan *in, struct text *out)
{
    while (isspace((unsigned char)*in->at))
        in->at++;
    size_t size = strspn(in->at, "+-.0123456789eE");
    char text[64];
    double value = 0;
    if (size == 0 || size >= sizeof text) {
        in->bad = true;
        return;
    }
    memcpy(text, in->at, size);
    text[size] = '\0';
    in->bad = in->bad || !text_to_number(text, &value);
    in->at += size;
    wkb_put_double(out, value);
}

static void pair(struct scan *in, struct text *out)
{
    number(in, out);
    number(in, out);
}

/* Items in brackets, each read by a function, their count put first. */
static void list(struct scan *in, struct text *out,
                 void (*item)(struct scan *, struct text *))
{
    struct text inside = TEXT_INIT;
    uint32_t n = 0;
    want(in, '(');
    do {
        item(in, &inside);
        n++;
    } while (!in->bad && sees(in, ','));
    want(in, ')');
    wkb_put_count(out, n);
    text_put(out, inside.bytes, inside.size);
    text_release(&inside);
}

static void ring(struct scan *in, struct text *out)
{
    list(in, out, pair);
}

static void part_point(struct scan *in, struct text *out)
{
    wkb_put_head(out, WKB_POINT);
    bool brackets = sees(in, '(');
    pair(in, out);
    if (brackets)
        want(in, ')');
}

static void part_line(struct scan *in, struct text *out)
{
    wkb_put_head(out, WKB_LINESTRING);
    ring(in, out);
}

static void part_polygon(struct scan *in, struct text *out)
{
    wkb_put_head(out, WKB_POLYGON);
    list(in, out, ring);
}

static int type_named(struct scan *in)
{
    while (isspace((unsigned char)*in->at))
        in->at++;
    size_t size = 0;
    while (isalpha((unsigned char)in->at[size]))
        size++;
    for (int type = WKB_POINT; type <= WKB_MULTIPOLYGON; type++) {
        if (strlen(names[type]) == size &&
            strncasecmp(in->at, names[type], size) == 0) {
            in->at += size;
            return type;
        }
    }
    return 0;
}

static void body(struct scan *in, int type, struct text *out)
{
    static void (*const part[])(struct scan *, struct text *) = {
        [WKB_POINT] = part_point,
        [WKB_LINESTRING] = part_line,
        [WKB_POLYGON] = part_polygon,
    };
    if (type <= WKB_POLYGON) {
        part[type](in, out);
        return;
    }
    wkb_put_head(out, (uint32_t)type);
    list(in, out, part[type - 3]);
}

bool wkb_from_wkt(const char *wkt, struct text *out, struct err *err)
{
    struct scan in = { wkt, false };
    int type = type_named(&in);
    if (type != 0) {
        body(&in, type, out);
        sees(&in, ' ');
    }
    if (type != 0 && !in.bad && *in.at == '\0')
        return true;
    return err_set(err, ERR_FORMAT,
                   "'%.60s' is no shape; write it like POINT (104.9 21.6)",
                   wkt);
}

/* Writing.  The binary is in our form, so nothing is checked again. */

static uint32_t count_at(const char **at)
{
    const unsigned char *b = (const unsigned char *)*at;
    *at += 4;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

static void write_pair(const char **at, struct text *out)
{
    double xy[2];
    char x[32], y[32];
    memcpy(xy, *at, sizeof xy);
    *at += sizeof xy;
    text_number(xy[0], x);
    text_number(xy[1], y);
    text_add(out, "%s %s", x, y);
}

static void write_list(const char **at, struct text *out,
                       void (*item)(const char **, struct text *))
{
    uint32_t n = count_at(at);
    text_add(out, "(");
    for (uint32_t i = 0; i < n; i++) {
        text_add(out, "%s", i ? ", " : "");
        item(at, out);
    }
    text_add(out, ")");
}

static void write_ring(const char **at, struct text *out)
{
    write_list(at, out, write_pair);
}

static void write_body(const char **at, uint32_t type, struct text *out)
{
    if (type == WKB_POINT) {
        text_add(out, "(");
        write_pair(at, out);
        text_add(out, ")");
    } else if (type == WKB_LINESTRING) {
        write_ring(at, out);
    } else {
        write_list(at, out, write_ring);
    }
}

static void write_part(const char **at, struct text *out)
{
    (*at)++;
    uint32_t type = count_at(at);
    write_body(at, type, out);
}

void wkb_to_wkt(const char *wkb, size_t size, struct text *out)
{
    (void)size;
    const char *at = wkb + 1;
    uint32_t type = count_at(&at);
    text_add(out, "%s ", names[type]);
    if (type <= WKB_POLYGON)
        write_body(&at, type, out);
    else
        write_list(&at, out, write_part);
}
