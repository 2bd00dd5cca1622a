/* A scale: what a value is worth, from 0 (worst) to 1 (best).
 *
 * The bounds are fixed before the data are seen, so adding an alternative
 * never changes what another one is worth.
 *
 *     SCALE_LINEAR  straight lines between (at, points); level outside
 *                   at 0 10, points 0 1: 5 is worth 0.5
 *     SCALE_BANDS   at are upper ends that still belong to their band, and
 *                   points has one more: for all above
 *                   at 24 36, points 4 2 0, out of 4: 30 months give 0.5
 *     SCALE_ALL     points[0] from at[0] on, nothing below
 *     SCALE_DEDUCT  the value counts missing items: points[0] less points[1]
 *                   for each, never below 0
 *     SCALE_CODES   the value is one of at, and worth its points
 *
 * Points are divided by out_of, so a table of points can be written as it
 * stands in its source.  The arrays belong to the caller.
 */
#ifndef CORE_RANK_SCALE_H
#define CORE_RANK_SCALE_H

#include <stddef.h>

#include "core/base/err.h"

enum scale_kind {
    SCALE_LINEAR,
    SCALE_BANDS,
    SCALE_ALL,
    SCALE_DEDUCT,
    SCALE_CODES
};

struct scale {
    enum scale_kind kind;
    int count; /* of at; rising, without equals */
    const double *at;
    const double *points;
    double out_of;
};

/* Whether the scale is sound: enough points, at rising, points in range. */
bool scale_check(const struct scale *scale, struct err *err);

/* What each of n values is worth; NAN for unknown, and for a value that is
 * none of the codes.  in and out may be the same. */
void scale_worth(const struct scale *scale, const double *in, double *out,
                 size_t n);

#endif
