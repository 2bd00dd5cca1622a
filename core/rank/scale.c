#include "core/rank/scale.h"

#include <math.h>

static int scale_points(const struct scale *scale)
{
    switch (scale->kind) {
    case SCALE_BANDS:
        return scale->count + 1;
    case SCALE_ALL:
        return 1;
    case SCALE_DEDUCT:
        return 2;
    default:
        return scale->count;
    }
}

static bool points_check(const struct scale *scale, struct err *err)
{
    for (int i = 0; i < scale_points(scale); i++) {
        double points = scale->points[i];
        if (!(points >= 0 && points <= scale->out_of))
            return err_set(err, ERR_RANGE,
                           "scale: points must be from 0 to %g, got %g",
                           scale->out_of, points);
    }
    return true;
}

bool scale_check(const struct scale *scale, struct err *err)
{
    if (!(scale->out_of > 0) || !isfinite(scale->out_of))
        return err_set(err, ERR_RANGE, "scale: out of %g points is nothing",
                       scale->out_of);
    if (scale->count < (scale->kind != SCALE_DEDUCT))
        return err_set(err, ERR_RANGE, "scale: it has no points");
    if (scale->kind == SCALE_ALL && scale->count > 1)
        return err_set(err, ERR_RANGE, "scale: all from one value on, not %d",
                       scale->count);
    for (int i = 0; i < scale->count; i++) {
        if (!isfinite(scale->at[i]))
            return err_set(err, ERR_RANGE,
                           "scale: a value is not a finite number");
        if (i > 0 && !(scale->at[i] > scale->at[i - 1]))
            return err_set(err, ERR_RANGE,
                           "scale: its values must rise, got %g after %g",
                           scale->at[i], scale->at[i - 1]);
        if (i > 0 && !isfinite(scale->at[i] - scale->at[i - 1]))
            return err_set(err, ERR_RANGE, "scale: %g and %g are too far apart",
                           scale->at[i - 1], scale->at[i]);
    }
    return points_check(scale, err);
}

/* Each kind works through all values once for every step of its scale, without
 * branches: several values at a time, and scales have few steps.  What is not
 * above anything, as NAN, gets the points of the first step. */

static void worth_line(const struct scale *scale, int step,
                       const double *restrict in, double *restrict out,
                       size_t n)
{
    double from = scale->at[step - 1], to = scale->at[step];
    double low = scale->points[step - 1] / scale->out_of;
    double high = scale->points[step] / scale->out_of;
    double slope = (high - low) / (to - from);
    if (!isfinite(slope))
        slope = 0; /* hardly a number lies between them */
    for (size_t i = 0; i < n; i++) {
        double inside = low + slope * (in[i] - from);
        double here = in[i] >= to ? high : inside;
        out[i] = in[i] > from ? here : out[i];
    }
}

static void worth_band(double end, double points, const double *restrict in,
                       double *restrict out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = in[i] > end ? points : out[i];
}

static void worth_from(double start, double points, const double *restrict in,
                       double *restrict out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = in[i] >= start ? points : out[i];
}

static void worth_code(double code, double points, const double *restrict in,
                       double *restrict out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = in[i] == code ? points : out[i];
}

static void worth_deduct(const struct scale *scale, const double *restrict in,
                         double *restrict out, size_t n)
{
    double full = scale->points[0], each = scale->points[1];
    double out_of = scale->out_of;
    for (size_t i = 0; i < n; i++) {
        double left = full - each * in[i];
        double some = left > 0 ? left : 0;
        out[i] = some < out_of ? some / out_of : 1;
    }
}

static void worth_all(double points, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = points;
}

/* One step of the scale, for those whom it concerns. */
static void worth_step(const struct scale *scale, int step,
                       const double *restrict in, double *restrict out,
                       size_t n)
{
    const double *points = scale->points;
    double at = scale->at[step], out_of = scale->out_of;
    if (scale->kind == SCALE_LINEAR && step > 0)
        worth_line(scale, step, in, out, n);
    else if (scale->kind == SCALE_BANDS)
        worth_band(at, points[step + 1] / out_of, in, out, n);
    else if (scale->kind == SCALE_CODES)
        worth_code(at, points[step] / out_of, in, out, n);
    else if (scale->kind == SCALE_ALL)
        worth_from(at, points[step] / out_of, in, out, n);
}

/* The last step that concerns a value; of a long scale it alone is done. */
static int last_step(const struct scale *scale, double x)
{
    int low = 0, high = scale->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (scale->at[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    if (scale->kind == SCALE_BANDS)
        return low > 0 ? low - 1 : 0;
    return low < scale->count ? low : scale->count - 1;
}

enum { LONG = 24, PIECE = 256 };

static void scale_points_of(const struct scale *scale,
                            const double *restrict in, double *restrict out,
                            size_t n)
{
    bool none = scale->kind == SCALE_ALL || scale->kind == SCALE_DEDUCT;
    double least = none ? 0 : scale->points[0] / scale->out_of;
    worth_all(scale->kind == SCALE_CODES ? NAN : least, out, n);
    if (scale->kind == SCALE_DEDUCT) {
        worth_deduct(scale, in, out, n);
    } else if (scale->count > LONG) {
        for (size_t i = 0; i < n; i++)
            worth_step(scale, last_step(scale, in[i]), in + i, out + i, 1);
    } else {
        for (int step = 0; step < scale->count; step++)
            worth_step(scale, step, in, out, n);
    }
}

/* Values are worked through in pieces, so that in and out may be the same. */
void scale_worth(const struct scale *scale, const double *in, double *out,
                 size_t n)
{
    double room[PIECE];
    for (size_t from = 0; from < n; from += PIECE) {
        size_t size = n - from < PIECE ? n - from : PIECE;
        const double *x = in + from;
        double *worth = out + from;
        scale_points_of(scale, x, room, size);
        for (size_t i = 0; i < size; i++)
            worth[i] = isnan(x[i]) ? NAN : room[i];
    }
}
