#include "core/rank/spread.h"

#include <math.h>

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
    case SPREAD_WORTH:
        break;
    }
    return true;
}

static double horner(const double *factor, int count, double x)
{
    double sum = factor[count - 1];
    for (int i = count - 2; i >= 0; i--)
        sum = sum * x + factor[i];
    return sum;
}

static const double middle[2][8] = {
    { 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
      13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
      33430.575583588128105, 2509.0809287301226727 },
    { 1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
      21213.794301586595867, 39307.895800092710610, 28729.085735721942674,
      5226.4952788528545610 },
};
static const double near_tail[2][8] = {
    { 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
      3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
      0.0227238449892691845833, 7.74545014278341407640e-4 },
    { 1, 2.05319162663775882187, 1.67638483018380384940,
      0.689767334985100004550, 0.148103976427480074590,
      0.0151986665636164571966, 5.47593808499534494600e-4,
      1.05075007164441684324e-9 },
};
static const double far_tail[2][8] = {
    { 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
      0.296560571828504891230, 0.0265321895265761230930,
      1.24266094738807843860e-3, 2.71155556874348757815e-5,
      2.01033439929228813265e-7 },
    { 1, 0.599832206555887937690, 0.136929880922735805310,
      0.0148753612908506148525, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15 },
};

static double ratio_of(const double factor[2][8], double x)
{
    return horner(factor[0], 8, x) / horner(factor[1], 8, x);
}

double normal_quantile(double chance)
{
    double q = chance - 0.5;
    if (fabs(q) <= 0.425)
        return q * ratio_of(middle, 0.180625 - q * q);
    double r = sqrt(-log(q < 0 ? chance : 1 - chance));
    double x =
        r <= 5 ? ratio_of(near_tail, r - 1.6) : ratio_of(far_tail, r - 5);
    return q < 0 ? -x : x;
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
    case SPREAD_DISCRETE:
        break;
    }
    return norm_value(norm, discrete(s, u));
}
