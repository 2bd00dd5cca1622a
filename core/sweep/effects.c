#include "core/sweep/effects.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/normal.h"
#include "core/base/sum.h"

/* Of one factor's effects so far. */
struct tally {
    int64_t count;
    struct sum sum, size, square;
};

static void tally_add(struct tally *tally, double effect)
{
    if (!isfinite(effect))
        return;
    tally->count++;
    sum_add(&tally->sum, effect);
    sum_add(&tally->size, fabs(effect));
    sum_add(&tally->square, effect * effect);
}

static void add(const struct effects_problem *p, int64_t t, struct tally *tally)
{
    const double *y = p->y + t * (p->factors + 1);
    const int *changed = p->changed + t * p->factors;
    const double *delta = p->delta + t * p->factors;
    for (int s = 0; s < p->factors; s++)
        tally_add(&tally[changed[s]], (y[s + 1] - y[s]) / delta[s]);
}

/* The mean of n numbers by their sum and that of their squares. */
static struct estimate mean_of(double sum, double square, double n, double z,
                               double *spread)
{
    double mean = n > 0 ? sum / n : NAN;
    double left = fmax(square / n - mean * mean, 0);
    *spread = n > 1 ? sqrt(left * n / (n - 1)) : NAN;
    double half = z * *spread / sqrt(n);
    return (struct estimate){ mean, mean - half, mean + half };
}

static struct effect effect_of(const struct tally *tally, double z)
{
    struct effect effect = { .used = tally->count };
    double n = (double)tally->count, square = sum_total(&tally->square), size;
    effect.mean = mean_of(sum_total(&tally->sum), square, n, z, &effect.spread);
    effect.strength = mean_of(sum_total(&tally->size), square, n, z, &size);
    return effect;
}

static void run(struct effects *e, const struct effects_problem *p)
{
    size_t k = (size_t)p->factors;
    double z = normal_quantile(0.5 + p->level / 2);
    struct tally *tally = mem_new(k, sizeof *tally);
    int64_t t = 0;
    for (int s = 0; s < e->steps; s++) {
        while (t < e->step[s])
            add(p, t++, tally);
        for (size_t j = 0; j < k; j++) {
            e->factor[j] = effect_of(&tally[j], z);
            e->settling[(size_t)s * k + j] = e->factor[j].strength;
        }
    }
    free(tally);
}

bool effects_init(struct effects *e, const struct effects_problem *p,
                  struct err *err)
{
    if (p->factors < 1 || p->trajectories < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (!(p->level > 0 && p->level < 1))
        return err_set(err, ERR_RANGE,
                       "the level of an interval is between 0 and 1, got %g",
                       p->level);
    size_t k = (size_t)p->factors;
    *e = (struct effects){ .factors = p->factors };
    e->steps = steps_of(p->trajectories, 2, e->step);
    e->factor = mem_new(k, sizeof *e->factor);
    e->settling = mem_new((size_t)e->steps * k, sizeof *e->settling);
    run(e, p);
    for (int64_t i = 0; i < p->trajectories * (p->factors + 1); i++)
        e->failed += !isfinite(p->y[i]);
    for (size_t j = 0; j < k; j++) {
        if (e->factor[j].used > 0)
            return true;
    }
    effects_release(e);
    return err_set(err, ERR_UNSOLVED,
                   "no two runs that follow each other "
                   "have both their results");
}

void effects_release(struct effects *e)
{
    free(e->factor);
    free(e->settling);
    *e = (struct effects){ 0 };
}
