#include "core/rank/spread.h"

#include <math.h>

#include "core/base/normal.h"
#include "core/rank/norm.h"

static bool all_finite(const struct spread *s)
{
    return isfinite(s->a) && isfinite(s->b) && isfinite(s->c);
}

static bool discrete_check(const struct spread *spread, struct err *err)
{
    double sum = 0;
    for (int i = 0; i < spread->count; i++) {
        if (!isfinite(spread->value[i]) || !(spread->chance[i] >= 0))
            return err_set(err, ERR_RANGE,
                           "a value needs a chance that is not negative, got "
                           "%g for %g",
                           spread->chance[i], spread->value[i]);
        sum += spread->chance[i];
    }
    if (!(fabs(sum - 1) <= 1e-9))
        return err_set(err, ERR_RANGE, "the chances sum to %g, not to 1", sum);
    return true;
}

bool spread_check(const struct spread *spread, struct err *err)
{
    const struct spread *s = spread;
    switch (s->kind) {
    case SPREAD_DISCRETE:
        return discrete_check(s, err);
    case SPREAD_UNIFORM:
        if (all_finite(s) && s->a <= s->b)
            return true;
        return err_set(err, ERR_RANGE, "nothing is from %g to %g", s->a, s->b);
    case SPREAD_TRIANGULAR:
        if (all_finite(s) && s->a <= s->b && s->b <= s->c)
            return true;
        return err_set(err, ERR_RANGE,
                       "the likeliest value %g is not from %g to %g", s->b,
                       s->a, s->c);
    case SPREAD_NORMAL:
        if (all_finite(s) && s->b >= 0)
            return true;
        return err_set(err, ERR_RANGE,
                       "a standard deviation must not be negative, got %g",
                       s->b);
    default: /* SPREAD_WORTH */
        return true;
    }
}

static double triangular(const struct spread *s, double u)
{
    double width = s->c - s->a, left = s->b - s->a;
    if (!(width > 0))
        return s->a;
    if (u * width < left)
        return s->a + sqrt(u * width * left);
    return s->c - sqrt((1 - u) * width * (s->c - s->b));
}

static double discrete(const struct spread *s, double u)
{
    int i = 0;
    for (double sum = s->chance[0]; i + 1 < s->count && u >= sum;)
        sum += s->chance[++i];
    return s->value[i];
}

double spread_draw(const struct spread *spread, const struct norm *norm,
                   struct rng *rng)
{
    const struct spread *s = spread;
    double u = rng_number(rng);
    switch (s->kind) {
    case SPREAD_WORTH:
        return norm->worst + u * (norm->best - norm->worst);
    case SPREAD_UNIFORM:
        return norm_value(norm, s->a + u * (s->b - s->a));
    case SPREAD_TRIANGULAR:
        return norm_value(norm, triangular(s, u));
    case SPREAD_NORMAL: /* never exactly 0 or 1 */
        return norm_value(norm, s->a + s->b * normal_quantile(u + 0x1p-54));
    default:
        return norm_value(norm, discrete(s, u));
    }
}
