#include "core/sweep/factor.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/normal.h"
#include "core/base/sum.h"

static bool choice_check(const struct factor *f, struct err *err)
{
    double sum = 0;
    if (f->count < 1)
        return err_set(err, ERR_RANGE, "a choice needs at least one value");
    if (f->count > FACTOR_VALUES)
        return err_set(err, ERR_RANGE, "more than %d values", FACTOR_VALUES);
    for (int i = 0; i < f->count; i++) {
        double weight = f->weight ? f->weight[i] : 1;
        if (!isfinite(f->value[i]))
            return err_set(err, ERR_RANGE, "value %d is not a number", i + 1);
        if (!isfinite(weight) || weight < 0)
            return err_set(err, ERR_RANGE,
                           "weight %d must not be negative, got %g", i + 1,
                           weight);
        sum += weight;
    }
    if (!isfinite(sum) || !(sum > 0))
        return err_set(err, ERR_RANGE,
                       "the weights must sum to more than 0, got %g", sum);
    return true;
}

static bool ends_check(double from, double to, struct err *err)
{
    if (!isfinite(from) || !isfinite(to) || !isfinite(to - from))
        return err_set(err, ERR_RANGE,
                       "a range needs two numbers, got %g to %g", from, to);
    if (from > to)
        return err_set(err, ERR_RANGE,
                       "the range begins at %g above its end %g", from, to);
    return true;
}

static bool whole_check(const struct factor *f, struct err *err)
{
    if (!ends_check(f->a, f->b, err))
        return false;
    if (f->a != floor(f->a) || f->b != floor(f->b) || f->b - f->a >= 0x1p52 ||
        fabs(f->a) > 0x1p52 || fabs(f->b) > 0x1p52)
        return err_set(err, ERR_RANGE,
                       "whole numbers need whole ends, got %g to %g", f->a,
                       f->b);
    return true;
}

static bool triangular_check(const struct factor *f, struct err *err)
{
    if (!ends_check(f->a, f->c, err))
        return false;
    if (!(f->a <= f->b && f->b <= f->c))
        return err_set(err, ERR_RANGE,
                       "the likeliest value %g is not from %g to %g", f->b,
                       f->a, f->c);
    return true;
}

/* The cuts as numbers of standard deviations from the mean. */
static bool cuts_of(const struct factor *f, double z[2])
{
    z[0] = -INFINITY;
    z[1] = INFINITY;
    if (f->low == 0 && f->high == 0)
        return false;
    bool logs = f->kind == FACTOR_LOGNORMAL;
    double low = logs ? log(fmax(f->low, 0)) : f->low;
    double high = logs ? log(fmax(f->high, 0)) : f->high;
    if (low > -INFINITY)
        z[0] = (low - f->a) / f->b;
    if (high < INFINITY)
        z[1] = (high - f->a) / f->b;
    return true;
}

static bool normal_check(const struct factor *f, struct err *err)
{
    double z[2];
    if (!isfinite(f->a) || !isfinite(f->b) || !(f->b > 0))
        return err_set(err, ERR_RANGE,
                       "a mean and a standard deviation above 0 are needed, "
                       "got %g and %g",
                       f->a, f->b);
    if (!cuts_of(f, z))
        return true;
    if (!(f->low < f->high))
        return err_set(err, ERR_RANGE,
                       "it is cut off below %g and above %g: nothing is left",
                       f->low, f->high);
    if (!(z[0] < 37 && z[1] > -37 && z[1] > z[0]))
        return err_set(err, ERR_RANGE,
                       "from %g to %g lies too far from the mean", f->low,
                       f->high);
    return true;
}

static bool kind_check(const struct factor *f, struct err *err)
{
    switch (f->kind) {
    case FACTOR_FIXED:
        return isfinite(f->a) ||
               err_set(err, ERR_RANGE, "a fixed value must be a number");
    case FACTOR_UNIFORM:
        return ends_check(f->a, f->b, err);
    case FACTOR_WHOLE:
        return whole_check(f, err);
    case FACTOR_TRIANGULAR:
        return triangular_check(f, err);
    case FACTOR_NORMAL:
    case FACTOR_LOGNORMAL:
        return normal_check(f, err);
    case FACTOR_CHOICE:
        break;
    }
    return choice_check(f, err);
}

static bool levels_check(const struct factor *f, struct err *err)
{
    int most = factor_values(f);
    if (f->levels < 0)
        return err_set(err, ERR_RANGE, "levels must not be negative, got %d",
                       f->levels);
    if (f->levels > 0 && f->kind == FACTOR_CHOICE && f->levels != most)
        return err_set(err, ERR_RANGE, "%d levels of a choice of %d values",
                       f->levels, most);
    if (most > 0 && f->levels > most)
        return err_set(err, ERR_RANGE, "%d levels of only %d values", f->levels,
                       most);
    return true;
}

bool factor_check(const struct factor *f, struct err *err)
{
    bool good = kind_check(f, err) && levels_check(f, err);
    if (good && f->based && !isfinite(f->base))
        good = err_set(err, ERR_RANGE, "its base must be a number");
    return good || err_in(err, "factor '%s'", f->name);
}

int factor_values(const struct factor *f)
{
    if (f->kind == FACTOR_CHOICE)
        return f->count;
    if (f->kind == FACTOR_FIXED)
        return 1;
    bool countable = f->kind == FACTOR_WHOLE && f->b - f->a < FACTOR_VALUES;
    return countable ? (int)(f->b - f->a) + 1 : 0;
}

/* Between the cuts u covers only the chances from..from + width; on the upper
 * side they are counted from above, where floating point is fine. */
static void cut(struct quantile *q, const struct factor *f)
{
    double z[2];
    q->width = 1;
    if (!cuts_of(f, z))
        return;
    q->upper = z[0] > 0;
    double low = q->upper ? -z[1] : z[0], high = q->upper ? -z[0] : z[1];
    q->from = normal_chance(low);
    q->width = normal_chance(high) - q->from;
}

void quantile_init(struct quantile *q, const struct factor *f)
{
    *q = (struct quantile){ .factor = f };
    if (f->kind == FACTOR_NORMAL || f->kind == FACTOR_LOGNORMAL) {
        cut(q, f);
        bool ends = isfinite(f->low) && isfinite(f->high) && f->low < f->high;
        q->edge = ends ? 0 : 0.05;
    }
    if (f->kind != FACTOR_CHOICE)
        return;
    struct sum sum = SUM_INIT;
    q->sum = mem_raw((size_t)f->count, sizeof *q->sum);
    for (int i = 0; i < f->count; i++) {
        sum_add(&sum, f->weight ? f->weight[i] : 1);
        q->sum[i] = sum_total(&sum);
    }
    for (int i = 0; i < f->count; i++)
        q->sum[i] /= sum_total(&sum);
}

void quantile_release(struct quantile *q)
{
    free(q->sum);
    *q = (struct quantile){ 0 };
}

/* Its last value is b itself, whatever rounding does. */
static double uniform(double from, double width, double to, double u)
{
    double value = from + u * width;
    return value > to || u >= 1 ? to : value;
}

static double triangular(const struct factor *f, double u)
{
    double width = f->c - f->a, left = f->b - f->a;
    if (!(width > 0))
        return f->a;
    if (u * width < left)
        return f->a + sqrt(u * width * left);
    return f->c - sqrt((1 - u) * width * (f->c - f->b));
}

static double whole(const struct factor *f, double u)
{
    double value = f->a + floor(u * (f->b - f->a + 1));
    return value > f->b ? f->b : value;
}

/* Cut values stay within their cuts, whatever rounding does. */
static double normal(const struct quantile *q, double u)
{
    const struct factor *f = q->factor;
    double p = q->from + q->width * (q->upper ? 1 - u : u);
    double z = normal_quantile(p);
    double value = f->a + f->b * (q->upper ? -z : z);
    if (f->kind == FACTOR_LOGNORMAL)
        value = exp(value);
    if (f->low == 0 && f->high == 0)
        return value;
    return fmin(fmax(value, f->low), f->high);
}

/* The first whose sum is above u, of those that weigh something. */
static double choice(const struct quantile *q, double u)
{
    int low = 0, high = q->factor->count - 1;
    if (u >= 1)
        u = 1 - 0x1p-53;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (q->sum[middle] > u)
            high = middle;
        else
            low = middle + 1;
    }
    return q->factor->value[low];
}

double quantile_at(const struct quantile *q, double u)
{
    const struct factor *f = q->factor;
    switch (f->kind) {
    case FACTOR_FIXED:
        return f->a;
    case FACTOR_UNIFORM:
        return uniform(f->a, f->b - f->a, f->b, u);
    case FACTOR_WHOLE:
        return whole(f, u);
    case FACTOR_TRIANGULAR:
        return triangular(f, u);
    case FACTOR_NORMAL:
    case FACTOR_LOGNORMAL:
        return normal(q, u);
    case FACTOR_CHOICE:
        break;
    }
    return choice(q, u);
}

void quantile_each(const struct quantile *q, double *u, int64_t count,
                   int64_t stride)
{
    const struct factor *f = q->factor;
    if (f->kind == FACTOR_UNIFORM) {
        double from = f->a, width = f->b - f->a, to = f->b;
        for (int64_t i = 0; i < count; i++)
            u[i * stride] = uniform(from, width, to, u[i * stride]);
        return;
    }
    for (int64_t i = 0; i < count; i++)
        u[i * stride] = quantile_at(q, u[i * stride]);
}

double quantile_grid(const struct quantile *q, double t)
{
    return quantile_at(q, q->edge + (1 - 2 * q->edge) * t);
}
