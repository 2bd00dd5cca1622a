#include "core/rank/norm.h"

#include <math.h>

struct range {
    double min, max, squares; /* squares: of x / largest */
};

/* What counts as the value where none is known. */
static double value_of(const struct criterion *criterion, size_t i)
{
    double x = criterion->column[i];
    return isnan(x) && criterion->missing == MISSING_VALUE ? criterion->assumed
                                                           : x;
}

static struct range range_of(const struct criterion *criterion,
                             const int *excluded, size_t n)
{
    struct range range = { INFINITY, -INFINITY, 0 };
    for (size_t i = 0; i < n; i++) {
        double x = value_of(criterion, i);
        if (excluded[i] >= 0 || isnan(x))
            continue;
        range.min = x < range.min ? x : range.min;
        range.max = x > range.max ? x : range.max;
    }
    return range;
}

/* The length of the column, safe from overflow and compensated. */
static double column_length(const struct criterion *criterion,
                            const int *excluded, size_t n, struct range range)
{
    double largest = fmax(fabs(range.min), fabs(range.max));
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n && largest > 0; i++) {
        double x = value_of(criterion, i) / largest;
        if (excluded[i] >= 0 || isnan(x))
            continue;
        double part = x * x - lost, next = sum + part;
        lost = (next - sum) - part;
        sum = next;
    }
    return largest * sqrt(sum);
}

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

static bool norm_minmax(struct norm *norm, bool lower, struct range range,
                        struct err *err)
{
    double span = range.max - range.min;
    if (!(span > 0) || !isfinite(span))
        return err_set(err, ERR_RANGE,
                       "from %g to %g there is nothing to spread between "
                       "worst and best",
                       range.min, range.max);
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
        return err_set(err, ERR_RANGE,
                       "all values are 0, so no ratio can be taken");
    norm->inverse = lower;
    norm->span = lower ? range.min : range.max;
    norm->worst = range.min / range.max;
    norm->best = 1;
    return true;
}

static bool norm_vector(struct norm *norm, bool lower, struct range range,
                        double length, struct err *err)
{
    if (!(length > 0) || !isfinite(length))
        return err_set(err, ERR_RANGE,
                       "all values are 0, so no ratio can be taken");
    norm->shift = lower ? length : 0;
    norm->span = lower ? -length : length;
    double a = (range.min - norm->shift) / norm->span;
    double b = (range.max - norm->shift) / norm->span;
    norm->worst = fmin(a, b);
    norm->best = fmax(a, b);
    return true;
}

bool norm_init(struct norm *norm, const struct criterion *criterion,
               const int *excluded, size_t n, double total, struct err *err)
{
    *norm = (struct norm){ .criterion = criterion,
                           .weight = criterion->weight / total,
                           .span = 1 };
    if (criterion->normal == NORMAL_SCALE) {
        norm_scale(norm, &criterion->scale);
        return true;
    }
    if (criterion->weight == 0)
        return true; /* switched off */

    struct range range = range_of(criterion, excluded, n);
    if (range.min > range.max)
        return err_set(err, ERR_UNSOLVED, "no value is known");
    bool lower = criterion->lower;
    switch (criterion->normal) {
    case NORMAL_MINMAX:
        return norm_minmax(norm, lower, range, err);
    case NORMAL_RATIO:
        return norm_ratio(norm, lower, range, err);
    case NORMAL_SCALE:
    case NORMAL_VECTOR:
        break;
    }
    return norm_vector(norm, lower, range,
                       column_length(criterion, excluded, n, range), err);
}

static void norm_known(const struct norm *norm,
                       const struct criterion *criterion, const double *x,
                       size_t n, double *worth)
{
    if (criterion->normal == NORMAL_SCALE) {
        scale_worth(&criterion->scale, x, worth, n);
    } else if (norm->inverse) {
        for (size_t i = 0; i < n; i++)
            worth[i] = norm->span / x[i];
    } else {
        for (size_t i = 0; i < n; i++)
            worth[i] = (x[i] - norm->shift) / norm->span;
    }
}

static double norm_assumed(const struct norm *norm,
                           const struct criterion *criterion)
{
    double worth;
    norm_known(norm, criterion, &criterion->assumed, 1, &worth);
    return worth;
}

/* What an unknown is worth.  What is left out is worth 0 and weighs 0. */
static double norm_unknown(const struct norm *norm,
                           const struct criterion *criterion, enum fill fill)
{
    if (fill == FILL_LOW)
        return norm->worst;
    if (fill == FILL_HIGH)
        return norm->best;
    switch (criterion->missing) {
    case MISSING_BEST:
        return norm->best;
    case MISSING_VALUE:
        return norm_assumed(norm, criterion);
    case MISSING_OUT:
        return 0;
    case MISSING_UNSTATED:
    case MISSING_REFUSE:
    case MISSING_WORST:
        break;
    }
    return norm->worst;
}

void norm_worth(const struct norm *norm, size_t from, size_t n, enum fill fill,
                double *worth, double *weight)
{
    const struct criterion *criterion = norm->criterion;
    const double *x = criterion->column + from;
    double unknown = norm_unknown(norm, criterion, fill);
    bool out = fill == FILL_STATED && criterion->missing == MISSING_OUT;
    double rest = out ? 0 : norm->weight;

    norm_known(norm, criterion, x, n, worth);
    for (size_t i = 0; i < n; i++) {
        weight[i] = isnan(x[i]) ? rest : norm->weight;
        worth[i] = isnan(x[i]) ? unknown : worth[i];
    }
}
