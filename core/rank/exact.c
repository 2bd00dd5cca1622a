#include "core/rank/exact.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/places.h"
#include "core/rank/score_rows.h"

/* The weights of the active criteria are x, y and 1 - x - y, or with two
 * criteria x and 1 - x; then y is 0 and pieces are stretches of x. */
struct point {
    double x, y;
};

/* a + bx + cy */
struct form {
    double a, b, c;
};

/* Convex pieces of the region, one after the other. */
struct pieces {
    struct point *point;
    int *size; /* points of each piece */
    size_t points, point_room, count, room;
};

struct region {
    struct smaa *smaa;
    const struct worths *worths;
    const struct sampler *sampler;
    struct places places;
    double *weight, *score;
    uint32_t *place;
    double total;
};

static double form_at(struct form form, struct point p)
{
    return form.a + form.b * p.x + form.c * p.y;
}

/* The sum of factor times weight over the active criteria. */
static struct form form_of(const double *factor, int active)
{
    if (active == 2)
        return (struct form){ factor[1], factor[0] - factor[1], 0 };
    return (struct form){ factor[2], factor[0] - factor[2],
                          factor[1] - factor[2] };
}

static void pieces_add(struct pieces *pieces, struct point p)
{
    if (pieces->points == pieces->point_room) {
        pieces->point_room = 2 * pieces->point_room + 64;
        pieces->point =
            mem_grow(pieces->point, pieces->point_room, sizeof *pieces->point);
    }
    pieces->point[pieces->points++] = p;
}

/* What was added last is a piece. */
static void pieces_end(struct pieces *pieces, size_t from)
{
    if (pieces->count == pieces->room) {
        pieces->room = 2 * pieces->room + 64;
        pieces->size =
            mem_grow(pieces->size, pieces->room, sizeof *pieces->size);
    }
    pieces->size[pieces->count++] = (int)(pieces->points - from);
}

static void pieces_release(struct pieces *pieces)
{
    free(pieces->point);
    free(pieces->size);
}

static struct point between(struct point p, double at_p, struct point q,
                            double at_q)
{
    double part = at_p / (at_p - at_q);
    return (struct point){ p.x + part * (q.x - p.x), p.y + part * (q.y - p.y) };
}

/* Add what of a piece lies where sign * form is not negative. */
static void cut(struct pieces *to, const struct point *point, int size,
                struct form form, double sign)
{
    size_t from = to->points;
    for (int i = 0; i < size; i++) {
        struct point p = point[i], q = point[(i + 1) % size];
        double at_p = sign * form_at(form, p), at_q = sign * form_at(form, q);
        if (at_p >= 0)
            pieces_add(to, p);
        if ((at_p > 0 && at_q < 0) || (at_p < 0 && at_q > 0))
            pieces_add(to, between(p, at_p, q, at_q));
    }
    if (to->points > from)
        pieces_end(to, from);
}

/* Whether a form is positive here and negative there in a piece. */
static bool crosses(const struct point *point, int size, struct form form)
{
    double low = 0, high = 0;
    for (int i = 0; i < size; i++) {
        double at = form_at(form, point[i]);
        low = fmin(low, at);
        high = fmax(high, at);
    }
    double slack = 1e-14 * (fabs(form.a) + fabs(form.b) + fabs(form.c));
    return low < -slack && high > slack;
}

/* Cut all pieces where a form is 0; keep both sides, or the positive one. */
static void cut_all(struct pieces *pieces, struct form form, bool both)
{
    struct pieces to = { 0 };
    const struct point *point = pieces->point;
    for (size_t i = 0; i < pieces->count; i++) {
        int size = pieces->size[i];
        if (both && !crosses(point, size, form)) {
            size_t from = to.points;
            for (int k = 0; k < size; k++)
                pieces_add(&to, point[k]);
            pieces_end(&to, from);
        } else {
            cut(&to, point, size, form, 1);
            if (both)
                cut(&to, point, size, form, -1);
        }
        point += size;
    }
    pieces_release(pieces);
    *pieces = to;
}

static void start(struct pieces *pieces, const struct sampler *sampler)
{
    int active = sampler->active;
    pieces_add(pieces, (struct point){ 0, 0 });
    pieces_add(pieces, (struct point){ 1, 0 });
    if (active == 3)
        pieces_add(pieces, (struct point){ 0, 1 });
    pieces_end(pieces, 0);
    for (int i = 0; i < active; i++) {
        int j = sampler->criterion[i];
        double factor[3] = { 0 };
        factor[i] = 1;
        struct form low = form_of(factor, active), high = low;
        low.a -= sampler->low[j];
        high = (struct form){ sampler->high[j] - high.a, -high.b, -high.c };
        cut_all(pieces, low, false);
        cut_all(pieces, high, false);
    }
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        double factor[3] = { 0 };
        for (int i = 0; i < active; i++) {
            factor[i] += sampler->criterion[i] == ratio->more;
            factor[i] -=
                sampler->criterion[i] == ratio->less ? ratio->factor : 0;
        }
        cut_all(pieces, form_of(factor, active), false);
    }
}

/* The size of a piece, and its centre. */
static double measure(const struct point *point, int size, bool plane,
                      struct point *centre)
{
    struct point first = point[0], sum = { 0, 0 };
    double total = 0;
    if (!plane) {
        double low = first.x, high = first.x;
        for (int i = 1; i < size; i++) {
            low = fmin(low, point[i].x);
            high = fmax(high, point[i].x);
        }
        *centre = (struct point){ (low + high) / 2, 0 };
        return high - low;
    }
    for (int i = 2; i < size; i++) {
        struct point p = point[i - 1], q = point[i];
        double area = fabs((p.x - first.x) * (q.y - first.y) -
                           (q.x - first.x) * (p.y - first.y)) /
                      2;
        sum.x += area * (first.x + p.x + q.x) / 3;
        sum.y += area * (first.y + p.y + q.y) / 3;
        total += area;
    }
    *centre =
        total > 0 ? (struct point){ sum.x / total, sum.y / total } : first;
    return total;
}

static void count_piece(struct region *region, double size, struct point centre)
{
    struct smaa *smaa = region->smaa;
    const struct sampler *sampler = region->sampler;
    size_t criteria = (size_t)smaa->criteria, last = smaa->ranks - 1;
    double share[3] = { centre.x, centre.y, 1 - centre.x - centre.y };
    assert(sampler->active <= 3);
    if (sampler->active == 2)
        share[1] = 1 - centre.x;
    memset(region->weight, 0, criteria * sizeof *region->weight);
    for (int i = 0; i < sampler->active; i++)
        region->weight[sampler->criterion[i]] = share[i];
    score_rows(region->worths, region->weight, 1, region->score);
    places_rank(&region->places, region->score, region->place);
    for (size_t k = 0; k < smaa->n; k++) {
        size_t place = region->place[k];
        smaa->share[k * smaa->ranks + (place < last ? place : last)] += size;
        smaa->mean_rank[k] += size * (double)(place + 1);
        for (size_t j = 0; place == 0 && j < criteria; j++)
            smaa->centre[k * criteria + j] += size * region->weight[j];
    }
    region->total += size;
}

/* Where two rows tie. */
static struct form tie_of(const struct region *region, size_t k, size_t m)
{
    const struct sampler *sampler = region->sampler;
    double factor[3] = { 0 };
    assert(sampler->active <= 3);
    for (int i = 0; i < sampler->active; i++) {
        const double *worth = worths_of(region->worths, sampler->criterion[i]);
        factor[i] = worth[k] - worth[m];
    }
    return form_of(factor, sampler->active);
}

static void cut_by_ties(struct pieces *pieces, const struct region *region)
{
    for (size_t k = 0; k < region->worths->n; k++) {
        for (size_t m = 0; m < k; m++)
            cut_all(pieces, tie_of(region, k, m), true);
    }
}

static void divide(struct smaa *smaa, double total)
{
    size_t criteria = (size_t)smaa->criteria;
    for (size_t k = 0; k < smaa->n; k++) {
        double first = smaa->share[k * smaa->ranks];
        for (size_t j = 0; j < criteria; j++)
            smaa->centre[k * criteria + j] =
                first > 0 ? smaa->centre[k * criteria + j] / first : NAN;
        for (size_t r = 0; r < smaa->ranks; r++)
            smaa->share[k * smaa->ranks + r] /= total;
        smaa->mean_rank[k] /= total;
    }
}

static double region_size(const struct pieces *pieces, bool plane)
{
    struct point centre;
    return pieces->count == 0
               ? 0
               : measure(pieces->point, pieces->size[0], plane, &centre);
}

/* Cut the region, and count the pieces. */
static void count_pieces(struct region *region, struct pieces *pieces)
{
    struct smaa *smaa = region->smaa;
    size_t n = smaa->n, criteria = (size_t)smaa->criteria;
    bool plane = region->sampler->active == 3;
    places_init(&region->places, n);
    region->weight = mem_raw(criteria, sizeof *region->weight);
    region->score = mem_raw(n, sizeof *region->score);
    region->place = mem_raw(n, sizeof *region->place);
    memset(smaa->share, 0, n * smaa->ranks * sizeof *smaa->share);
    memset(smaa->centre, 0, n * criteria * sizeof *smaa->centre);
    memset(smaa->mean_rank, 0, n * sizeof *smaa->mean_rank);
    cut_by_ties(pieces, region);
    const struct point *point = pieces->point;
    for (size_t i = 0; i < pieces->count; i++) {
        struct point centre;
        double size = measure(point, pieces->size[i], plane, &centre);
        count_piece(region, size, centre);
        point += pieces->size[i];
    }
    divide(smaa, region->total);
    places_release(&region->places);
    free(region->weight);
    free(region->score);
    free(region->place);
}

bool exact_shares(struct smaa *smaa, const struct worths *worths,
                  const struct sampler *sampler)
{
    struct region region = { .smaa = smaa,
                             .worths = worths,
                             .sampler = sampler };
    struct pieces pieces = { 0 };
    bool line = sampler->active == 2 && worths->n <= EXACT_LINE;
    bool plane = sampler->active == 3 && worths->n <= EXACT_PLANE;
    if (worths->counts || !(line || plane))
        return false;
    start(&pieces, sampler);
    bool sized = region_size(&pieces, plane) > 1e-9;
    if (sized)
        count_pieces(&region, &pieces);
    pieces_release(&pieces);
    return sized;
}
