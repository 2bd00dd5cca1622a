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
    case SCALE_LINEAR:
    case SCALE_CODES:
        break;
    }
    return scale->count;
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
    for (int i = 0; i < scale->count; i++) {
        if (!isfinite(scale->at[i]))
            return err_set(err, ERR_RANGE,
                           "scale: a value is not a finite number");
        if (i > 0 && !(scale->at[i] > scale->at[i - 1]))
            return err_set(err, ERR_RANGE,
                           "scale: its values must rise, got %g after %g",
                           scale->at[i], scale->at[i - 1]);
    }
    return points_check(scale, err);
}

/* The first of at that is not below x, or count. */
static int scale_find(const struct scale *scale, double x)
{
    int low = 0, high = scale->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (scale->at[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double worth_linear(const struct scale *scale, double x)
{
    const double *at = scale->at, *points = scale->points;
    int i = scale_find(scale, x);
    if (i == scale->count)
        return points[i - 1];
    if (i == 0 || x == at[i])
        return points[i];
    double part = (x - at[i - 1]) / (at[i] - at[i - 1]);
    return points[i - 1] + part * (points[i] - points[i - 1]);
}

static double worth_code(const struct scale *scale, double x)
{
    int i = scale_find(scale, x);
    return i < scale->count && scale->at[i] == x ? scale->points[i] : NAN;
}

static double scale_points_of(const struct scale *scale, double x)
{
    switch (scale->kind) {
    case SCALE_LINEAR:
        return worth_linear(scale, x);
    case SCALE_BANDS:
        return scale->points[scale_find(scale, x)];
    case SCALE_ALL:
        return x >= scale->at[0] ? scale->points[0] : 0;
    case SCALE_DEDUCT:
        return fmin(fmax(scale->points[0] - scale->points[1] * x, 0),
                    scale->out_of);
    case SCALE_CODES:
        break;
    }
    return worth_code(scale, x);
}

void scale_worth(const struct scale *scale, const double *in, double *out,
                 size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] =
            isnan(in[i]) ? NAN : scale_points_of(scale, in[i]) / scale->out_of;
}
