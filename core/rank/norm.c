#include "core/rank/norm.h"

#include <math.h>

#include "core/rank/scan.h"

static void norm_scale(struct norm *norm, const struct scale *scale)
{
    int points = scale->kind == SCALE_BANDS ? scale->count + 1 : scale->count;
    norm->worst = norm->best = scale->points[0] / scale->out_of;
    if (scale->kind == SCALE_ALL || scale->kind == SCALE_DEDUCT)
        norm->worst = 0;
    else
        for (int i = 1; i < points; i++) {
            double worth = scale->points[i] / scale->out_of;
            norm->worst = fmin(norm->worst, worth);
            norm->best = fmax(norm->best, worth);
        }
}

static bool all_zero(struct err *err)
{
    return err_set(err, ERR_RANGE,
                   "all values are 0, so no ratio can be taken; give it a "
                   "scale, or weight 0");
}

static bool too_large(struct err *err)
{
    return err_set(err, ERR_RANGE,
                   "the values are too large or too small to be compared; "
                   "take another unit");
}

static bool norm_minmax(struct norm *norm, bool lower, struct range range,
                        struct err *err)
{
    double span = range.max - range.min;
    if (!(span > 0))
        return err_set(err, ERR_RANGE,
                       "from %g to %g there is nothing to spread between "
                       "worst and best; give it a scale, or weight 0",
                       range.min, range.max);
    if (!isfinite(span))
        return too_large(err);
    norm->shift = lower ? range.max : range.min;
    norm->span = lower ? -span : span;
    norm->worst = 0;
    norm->best = 1;
    return true;
}

static bool norm_ratio(struct norm *norm, bool lower, struct range range,
                       struct err *err)
{
    if (!(range.max > 0))
        return all_zero(err);
    norm->inverse = lower;
    norm->span = lower ? range.min : range.max;
    norm->worst = range.min / range.max;
    norm->best = 1;
    return true;
}

/* total: of the values, or of 1 / value. */
static bool norm_share(struct norm *norm, bool lower, struct range range,
                       double total, struct err *err)
{
    if (range.max == 0)
        return all_zero(err);
    if (!isnormal(total) || !isnormal(1 / total))
        return too_large(err);
    norm->inverse = lower;
    norm->span = lower ? 1 / total : total;
    norm->worst = lower ? norm->span / range.max : range.min / norm->span;
    norm->best = lower ? norm->span / range.min : range.max / norm->span;
    return true;
}

static bool norm_vector(struct norm *norm, bool lower, struct range range,
                        double length, struct err *err)
{
    if (range.min == 0 && range.max == 0)
        return all_zero(err);
    if (!isnormal(length))
        return too_large(err);
    norm->shift = lower ? length : 0;
    norm->span = lower ? -length : length;
    double a = (range.min - norm->shift) / norm->span;
    double b = (range.max - norm->shift) / norm->span;
    if (!isfinite(a)) /* nearer to 0, b is finite if a is */
        return too_large(err);
    norm->worst = fmin(a, b);
    norm->best = fmax(a, b);
    return true;
}

bool norm_init(struct norm *norm, const struct rank_problem *problem,
               const struct criterion *criterion, const int *excluded,
               double total, struct err *err)
{
    struct range range = norm->range;
    *norm = (struct norm){ .criterion = criterion,
                           .range = range,
                           .weight = criterion->weight / total,
                           .span = 1 };
    if (criterion->normal == NORMAL_SCALE) {
        norm_scale(norm, &criterion->scale);
        return true;
    }
    if (criterion->weight == 0)
        return true; /* switched off */
    if (range.min > range.max)
        return err_set(err, ERR_UNSOLVED, "no value is known");
    bool lower = criterion->lower;
    switch (criterion->normal) {
    case NORMAL_MINMAX:
        return norm_minmax(norm, lower, range, err);
    case NORMAL_RATIO:
        return norm_ratio(norm, lower, range, err);
    case NORMAL_SHARE:
        return norm_share(
            norm, lower, range,
            column_total(problem, criterion, excluded, range, lower), err);
    default:
        break;
    }
    return norm_vector(norm, lower, range,
                       column_length(problem, criterion, excluded, range), err);
}

static void norm_known(const struct norm *norm,
                       const struct criterion *criterion,
                       const double *restrict x, size_t n,
                       double *restrict worth)
{
    double shift = norm->shift, span = norm->span;
    if (criterion->normal == NORMAL_SCALE) {
        scale_worth(&criterion->scale, x, worth, n);
    } else if (norm->inverse) {
        for (size_t i = 0; i < n; i++)
            worth[i] = span / x[i];
    } else {
        for (size_t i = 0; i < n; i++)
            worth[i] = (x[i] - shift) / span;
    }
}

double norm_value(const struct norm *norm, double x)
{
    double worth;
    norm_known(norm, norm->criterion, &x, 1, &worth);
    return worth;
}

/* What stands for an unknown worth, and its weight. */
struct stand_in {
    double worth, weight;
};

static struct stand_in stand_in(const struct norm *norm, enum fill fill)
{
    const struct criterion *criterion = norm->criterion;
    struct stand_in worst = { norm->worst, norm->weight };
    struct stand_in best = { norm->best, norm->weight };
    if (fill == FILL_LOW)
        return worst;
    if (fill == FILL_HIGH)
        return best;
    switch (criterion->missing) {
    case MISSING_BEST:
        return best;
    case MISSING_VALUE:
        return (struct stand_in){ norm_value(norm, criterion->assumed),
                                  norm->weight };
    case MISSING_OUT:
        return (struct stand_in){ 0, 0 };
    case MISSING_INTERVAL:
        return (struct stand_in){ (norm->worst + norm->best) / 2,
                                  norm->weight };
    default:
        return worst;
    }
}

void norm_worth(const struct norm *norm, size_t from, size_t n, enum fill fill,
                double *worth, double *weight)
{
    const double *x = norm->criterion->column + from;
    struct stand_in unknown = stand_in(norm, fill);
    norm_known(norm, norm->criterion, x, n, worth);
    for (size_t i = 0; i < n; i++) {
        weight[i] = isnan(x[i]) ? unknown.weight : norm->weight;
        worth[i] = isnan(x[i]) ? unknown.worth : worth[i];
    }
}

static void multiply(double *restrict worth, double weight, size_t n)
{
    for (size_t i = 0; i < n; i++)
        worth[i] *= weight;
}

void norm_parts(const struct norm *norm, size_t from, size_t n, double *part)
{
    const struct criterion *criterion = norm->criterion;
    const double *restrict x = criterion->column + from;
    double shift = norm->shift, factor = norm->weight / norm->span;
    bool straight = criterion->normal != NORMAL_SCALE && !norm->inverse;
    if (straight && isnormal(factor)) { /* spares a division for each value */
        double *restrict out = part;
        for (size_t i = 0; i < n; i++)
            out[i] = factor * (x[i] - shift);
        return;
    }
    norm_known(norm, criterion, x, n, part);
    multiply(part, norm->weight, n);
}

const double *norm_fill(const struct norm *norm, enum fill fill,
                        const double *part, size_t n, double *filled,
                        double *weight)
{
    struct stand_in unknown = stand_in(norm, fill);
    const double *restrict in = part;
    double *restrict out = filled, *restrict weights = weight;
    double stated = norm->weight, worth = unknown.worth * norm->weight;
    if (norm->range.unknown == 0) {
        for (size_t i = 0; i < n; i++)
            weights[i] = stated;
        return part;
    }
    for (size_t i = 0; i < n; i++) {
        weights[i] = isnan(in[i]) ? unknown.weight : stated;
        out[i] = isnan(in[i]) ? worth : in[i];
    }
    return filled;
}
