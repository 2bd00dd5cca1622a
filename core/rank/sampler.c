#include "core/rank/sampler.h"

#include <math.h>
#include <string.h>

#include "core/base/rng.h"

enum {
    TRIALS = 2000, /* to see how many draws meet the constraints */
    ENOUGH = 20,   /* of them must, else one walks */
    STEPS = 32,    /* of a walk, for each pair of criteria */
    ROUNDS = 20000 /* to find a place within the constraints */
};

/* Uniform on the simplex, into out of the active ones, largest first if so
 * asked. */
static void draw_simplex(struct rng *rng, int n, double *out)
{
    double cut[SAMPLER_MOST + 1];
    for (int i = 1; i < n; i++) {
        double u = rng_number(rng);
        int k = i;
        for (; k > 1 && cut[k - 1] > u; k--)
            cut[k] = cut[k - 1];
        cut[k] = u;
    }
    cut[0] = 0;
    cut[n] = 1;
    for (int i = 0; i < n; i++)
        out[i] = cut[i + 1] - cut[i];
}

static void sort_falling(double *number, int n)
{
    for (int i = 1; i < n; i++) {
        double x = number[i];
        int k = i;
        for (; k > 0 && number[k - 1] < x; k--)
            number[k] = number[k - 1];
        number[k] = x;
    }
}

static bool meets(const struct sampler *sampler, const double *weight)
{
    for (int i = 0; i < sampler->active; i++) {
        int j = sampler->criterion[i];
        if (weight[j] < sampler->low[j] || weight[j] > sampler->high[j])
            return false;
    }
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        if (weight[ratio->more] < ratio->factor * weight[ratio->less])
            return false;
    }
    return true;
}

/* One draw from the simplex for a sample. */
static void draw_once(const struct sampler *sampler, uint64_t sample,
                      uint32_t attempt, double *weight)
{
    double drawn[SAMPLER_MOST];
    struct rng rng = rng_new(sampler->seed, sample, attempt << 1);
    draw_simplex(&rng, sampler->active, drawn);
    if (sampler->way == SAMPLER_ORDER)
        sort_falling(drawn, sampler->active);
    for (int i = 0; i < sampler->active; i++)
        weight[sampler->criterion[i]] = drawn[i];
}

/* How far weight may flow from one criterion to another. */
struct chord {
    double least, most;
};

static void chord_cut(struct chord *chord, double slack, double slope)
{
    if (slope > 0)
        chord->least = fmax(chord->least, -slack / slope);
    else if (slope < 0)
        chord->most = fmin(chord->most, -slack / slope);
}

static struct chord chord_of(const struct sampler *sampler,
                             const double *weight, int to, int from)
{
    struct chord chord = { -INFINITY, INFINITY };
    chord_cut(&chord, weight[to] - sampler->low[to], 1);
    chord_cut(&chord, sampler->high[to] - weight[to], -1);
    chord_cut(&chord, weight[from] - sampler->low[from], -1);
    chord_cut(&chord, sampler->high[from] - weight[from], 1);
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        double more = (ratio->more == to) - (ratio->more == from);
        double less = (ratio->less == to) - (ratio->less == from);
        chord_cut(&chord,
                  weight[ratio->more] - ratio->factor * weight[ratio->less],
                  more - ratio->factor * less);
    }
    return chord;
}

static void walk(const struct sampler *sampler, uint64_t sample, double *weight)
{
    struct rng rng = rng_new(sampler->seed, sample, 0);
    int n = sampler->active, steps = STEPS * n * n;
    memcpy(weight, sampler->start, (size_t)sampler->criteria * sizeof *weight);
    for (int step = 0; step < steps && n > 1; step++) {
        int i = rng_below(&rng, n), k = rng_below(&rng, n - 1);
        int to = sampler->criterion[i];
        int from = sampler->criterion[k + (k >= i)];
        struct chord chord = chord_of(sampler, weight, to, from);
        double u = rng_number(&rng);
        if (!(chord.most > chord.least))
            continue;
        double flow = chord.least + u * (chord.most - chord.least);
        weight[to] += flow;
        weight[from] -= flow;
    }
}

void sampler_draw(const struct sampler *sampler, uint64_t sample,
                  double *weight)
{
    for (int j = 0; j < sampler->criteria; j++)
        weight[j] = 0;
    if (sampler->way == SAMPLER_WALK) {
        walk(sampler, sample, weight);
        return;
    }
    uint32_t attempt = 0;
    do
        draw_once(sampler, sample, attempt++, weight);
    while (sampler->way == SAMPLER_AGAIN && !meets(sampler, weight));
}

/* Life cycle */

static bool is_active(const struct sampler *sampler, int criterion)
{
    for (int i = 0; i < sampler->active; i++) {
        if (sampler->criterion[i] == criterion)
            return true;
    }
    return false;
}

static bool ratios_check(const struct sampler *sampler, struct err *err)
{
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        if (!(ratio->factor >= 0) || !isfinite(ratio->factor))
            return err_set(err, ERR_RANGE,
                           "a ratio of weights must not be negative, got %g",
                           ratio->factor);
        if (!is_active(sampler, ratio->more) ||
            !is_active(sampler, ratio->less))
            return err_set(err, ERR_RANGE,
                           "a constraint on a criterion that has no weight");
    }
    return true;
}

static bool limits_check(const struct sampler *sampler, struct err *err)
{
    double least = 0, most = 0;
    for (int i = 0; i < sampler->active; i++) {
        int j = sampler->criterion[i];
        double low = sampler->low[j], high = sampler->high[j];
        if (!(low >= 0 && low <= high && high <= 1))
            return err_set(err, ERR_RANGE,
                           "a share of weight must be within 0 to 1, got %g "
                           "to %g",
                           low, high);
        least += low;
        most += high;
    }
    if (least > 1 + 1e-12 || most < 1 - 1e-12)
        return err_set(err, ERR_UNSOLVED,
                       "no weights meet the constraints: together they are "
                       "at least %g and at most %g",
                       least, most);
    return ratios_check(sampler, err);
}

/* Whether the ratios are one whole order of the active criteria; then they
 * are put in it. */
static bool whole_order(struct sampler *sampler)
{
    int below[SAMPLER_MOST] = { 0 }, next[SAMPLER_MOST], n = sampler->active;
    if (sampler->ratios != n - 1)
        return false;
    for (int j = 0; j < sampler->criteria; j++)
        next[j] = -1;
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        if (ratio->factor != 1 || next[ratio->more] >= 0 || below[ratio->less])
            return false;
        next[ratio->more] = ratio->less;
        below[ratio->less] = 1;
    }
    int list[SAMPLER_MOST], count = 0, top = -1;
    for (int i = 0; i < n; i++) {
        if (!below[sampler->criterion[i]])
            top = sampler->criterion[i];
    }
    for (; top >= 0; top = next[top]) /* nobody has two before it: no circle */
        list[count++] = top;
    if (count == n)
        memcpy(sampler->criterion, list, (size_t)n * sizeof *list);
    return count == n;
}

/* What a linear constraint asks: a * weight[i] + b * weight[k] >= least. */
struct demand {
    int i, k;
    double a, b, least;
};

/* Move the weights straight to where they meet a demand, their sum as it was.
 * Returns how much they were short of it. */
static double project(const struct sampler *sampler, double *weight,
                      struct demand demand)
{
    double n = sampler->active, mean = (demand.a + demand.b) / n;
    double size = demand.a * demand.a + demand.b * demand.b - n * mean * mean;
    double short_of = demand.least - demand.a * weight[demand.i] -
                      demand.b * weight[demand.k];
    if (short_of <= 0 || !(size > 0))
        return fmax(short_of, 0);
    double step = short_of / size;
    for (int i = 0; i < sampler->active; i++)
        weight[sampler->criterion[i]] -= step * mean;
    weight[demand.i] += step * demand.a;
    weight[demand.k] += step * demand.b;
    return short_of;
}

/* One round of relaxation (Agmon 1954, Canadian Journal of Mathematics
 * 6:382-392); returns how far it was off. */
static double relax(const struct sampler *sampler, double *weight,
                    double margin)
{
    double off = 0;
    for (int i = 0; i < sampler->active; i++) {
        int j = sampler->criterion[i];
        struct demand low = { j, j, 1, 0, sampler->low[j] + margin };
        struct demand high = { j, j, -1, 0, margin - sampler->high[j] };
        off = fmax(off, project(sampler, weight, low));
        off = fmax(off, project(sampler, weight, high));
    }
    for (int r = 0; r < sampler->ratios; r++) {
        const struct weight_ratio *ratio = &sampler->ratio[r];
        struct demand demand = { ratio->more, ratio->less, 1, -ratio->factor,
                                 margin };
        off = fmax(off, project(sampler, weight, demand));
    }
    return off;
}

static bool find_start(struct sampler *sampler, const double *weight)
{
    const double margins[] = { 1e-2, 1e-3, 1e-4, 1e-6, 1e-9, 0 };
    for (size_t m = 0; m < sizeof margins / sizeof margins[0]; m++) {
        double *place = sampler->start, off = 1;
        memcpy(place, weight, (size_t)sampler->criteria * sizeof *place);
        for (int round = 0; round < ROUNDS && off > 1e-12; round++)
            off = relax(sampler, place, margins[m]);
        if (off <= 1e-12)
            return true;
    }
    return false;
}

static bool sampler_way(struct sampler *sampler, const double *shares,
                        struct err *err)
{
    int met = 0;
    double weight[SAMPLER_MOST] = { 0 };
    sampler->way = SAMPLER_AGAIN;
    for (int trial = 0; trial < TRIALS && met < ENOUGH; trial++) {
        draw_once(sampler, UINT64_MAX - (uint64_t)trial, 0, weight);
        met += meets(sampler, weight);
    }
    if (met >= ENOUGH)
        return true;
    sampler->way = SAMPLER_WALK;
    if (find_start(sampler, shares))
        return true;
    return err_set(err, ERR_UNSOLVED, "no weights meet the constraints");
}

/* Take the limits; returns whether any share is limited. */
static bool take_limits(struct sampler *sampler, const double *weight,
                        const struct weight_limits *limits)
{
    bool limited = false;
    for (int j = 0; j < sampler->criteria; j++) {
        sampler->low[j] = limits && limits->low ? limits->low[j] : 0;
        sampler->high[j] = limits && limits->high ? limits->high[j] : 1;
        if (weight[j] > 0) {
            sampler->criterion[sampler->active++] = j;
            limited = limited || sampler->low[j] > 0 || sampler->high[j] < 1;
        }
    }
    sampler->ratio = limits ? limits->ratio : NULL;
    sampler->ratios = limits ? limits->ratios : 0;
    return limited;
}

bool sampler_init(struct sampler *sampler, const double *weight, int criteria,
                  const struct weight_limits *limits, uint64_t seed,
                  struct err *err)
{
    double share[SAMPLER_MOST], total = 0;
    if (criteria > SAMPLER_MOST)
        return err_set(err, ERR_RANGE, "more than %d criteria", SAMPLER_MOST);
    *sampler = (struct sampler){ .criteria = criteria, .seed = seed };
    bool limited = take_limits(sampler, weight, limits);
    for (int j = 0; j < criteria; j++)
        total += weight[j];
    for (int j = 0; j < criteria; j++)
        share[j] = weight[j] / total;
    if (!limits_check(sampler, err))
        return false;
    if (!limited && sampler->ratios == 0)
        return true;
    if (!limited && whole_order(sampler)) {
        sampler->way = SAMPLER_ORDER;
        return true;
    }
    return sampler_way(sampler, share, err);
}
