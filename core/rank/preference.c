#include "core/rank/preference.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/gauss.h"
#include "core/rank/sort.h"

const char *const preference_name[PREFERENCES] = {
    "usual", "ushape", "vshape", "level", "linear", "gaussian"
};

bool preference_check(struct preference *preference, size_t criterion,
                      struct err *err)
{
    enum preference_kind kind = preference->kind;
    if (kind == PREFERENCE_GAUSSIAN) {
        preference->q = preference->p = 0;
        return preference->s > 0 ||
               err_set(err, ERR_RANGE,
                       "criterion %zu: s of a Gaussian preference must be "
                       "above 0",
                       criterion + 1);
    }
    if (kind == PREFERENCE_USUAL || kind == PREFERENCE_VSHAPE)
        preference->q = 0;
    if (kind == PREFERENCE_USUAL || kind == PREFERENCE_USHAPE)
        preference->p = preference->q;
    if (!(preference->q >= 0) || !(preference->p >= preference->q))
        return err_set(err, ERR_RANGE,
                       "criterion %zu: q must be 0 or more, and p not below q",
                       criterion + 1);
    if (preference->p == preference->q)
        preference->kind = PREFERENCE_USHAPE;
    return true;
}

double preference_of(const struct preference *preference, double d)
{
    if (!(d > preference->q)) /* q is never below 0 */
        return 0;
    switch (preference->kind) {
    case PREFERENCE_GAUSSIAN:
        return -expm1(-d * d / (2 * preference->s * preference->s));
    case PREFERENCE_LEVEL:
        return d > preference->p ? 1 : 0.5;
    case PREFERENCE_VSHAPE:
    case PREFERENCE_LINEAR:
        return d > preference->p
                   ? 1
                   : (d - preference->q) / (preference->p - preference->q);
    default:
        return 1;
    }
}

void flows_init(struct flows *flows, size_t n)
{
    flows->n = n;
    flows->order = mem_raw(n, sizeof *flows->order);
    flows->value = mem_raw(n, sizeof *flows->value);
    flows->sum = mem_raw(n + 1, sizeof *flows->sum);
    flows->part = mem_raw(n, sizeof *flows->part);
}

void flows_release(struct flows *flows)
{
    free(flows->order);
    free(flows->value);
    free(flows->sum);
    free(flows->part);
}

/* The values from the least, and the sums of what those before are above it. */
static void sort_values(struct flows *flows, const double *value)
{
    size_t n = flows->n;
    for (size_t i = 0; i < n; i++)
        flows->order[i] = (uint32_t)i;
    sort_highest(value, flows->order, n);
    double least = value[flows->order[n - 1]];
    flows->sum[0] = 0;
    for (size_t k = 0; k < n; k++) {
        flows->value[k] = value[flows->order[n - 1 - k]];
        flows->sum[k + 1] = flows->sum[k] + (flows->value[k] - least);
    }
}

/* What lies between q and p counts in part: in all, of those from a to b. */
static double between(const struct preference *preference, double counts,
                      double differences)
{
    if (preference->kind == PREFERENCE_LEVEL)
        return counts / 2;
    if (preference->kind == PREFERENCE_USHAPE)
        return 0;
    return (differences - counts * preference->q) /
           (preference->p - preference->q);
}

/* Below i: a with a difference above p, b with one above q.  Above i: up to d
 * not more than q, up to e not more than p.  The comparison is that of a pair,
 * so the windows are exact. */
static void sweep(struct flows *flows, const struct preference *preference,
                  double weight, double *plus, double *minus)
{
    const double *t = flows->value, *sum = flows->sum;
    double p = preference->p, q = preference->q;
    size_t n = flows->n, a = 0, b = 0, d = 0, e = 0;
    for (size_t i = 0; i < n; i++) {
        while (t[i] - t[a] > p)
            a++;
        while (t[i] - t[b] > q)
            b++;
        while (d < n && t[d] - t[i] <= q)
            d++;
        while (e < n && t[e] - t[i] <= p)
            e++;
        double lower = (double)(b - a), upper = (double)(e - d);
        double above = t[i] - t[0];
        double over = (double)a + between(preference, lower,
                                          lower * above - (sum[b] - sum[a]));
        double under =
            (double)(n - e) +
            between(preference, upper, sum[e] - sum[d] - upper * above);
        uint32_t row = flows->order[n - 1 - i];
        plus[row] += weight * over;
        minus[row] += weight * under;
    }
}

/* 1 - exp(...) over those strictly below: their number, less their sum. */
static void gaussian(struct flows *flows, double s, double weight, double *out,
                     bool mirrored)
{
    size_t n = flows->n, below = 0;
    gauss_below(flows->value, n, s, flows->part);
    for (size_t i = 0; i < n; i++) {
        while (flows->value[i] - flows->value[below] > 0)
            below++;
        uint32_t row = flows->order[mirrored ? i : n - 1 - i];
        out[row] += weight * ((double)below - flows->part[i]);
    }
}

static void mirror(struct flows *flows)
{
    double *value = flows->value;
    for (size_t i = 0, j = flows->n - 1; i < j; i++, j--) {
        double kept = value[i];
        value[i] = -value[j];
        value[j] = -kept;
    }
    if (flows->n % 2 == 1)
        value[flows->n / 2] = -value[flows->n / 2];
}

void flows_add(struct flows *flows, const struct preference *preference,
               const double *value, double weight, double *plus, double *minus)
{
    weight /= (double)(flows->n - 1);
    sort_values(flows, value);
    if (preference->kind != PREFERENCE_GAUSSIAN) {
        sweep(flows, preference, weight, plus, minus);
        return;
    }
    gaussian(flows, preference->s, weight, plus, false);
    mirror(flows);
    gaussian(flows, preference->s, weight, minus, true);
}
