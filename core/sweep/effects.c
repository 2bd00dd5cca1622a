#include "core/sweep/effects.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/normal.h"

/* A mean and the sum of squares about it, as numbers come in (Welford 1962,
 * Technometrics 4:419-420). */
struct running {
    double mean, square;
};

/* Of one factor's effects so far. */
struct tally {
    int64_t count;
    struct running plain, size;
};

static void running_add(struct running *running, double number, int64_t count)
{
    double gap = number - running->mean;
    running->mean += gap / (double)count;
    running->square += gap * (number - running->mean);
}

static void tally_add(struct tally *tally, double effect)
{
    if (!isfinite(effect))
        return;
    tally->count++;
    running_add(&tally->plain, effect, tally->count);
    running_add(&tally->size, fabs(effect), tally->count);
}

static void add(const struct effects_problem *p, int64_t t, struct tally *tally)
{
    const double *y = p->y + t * (p->factors + 1);
    const int *changed = p->changed + t * p->factors;
    const double *delta = p->delta + t * p->factors;
    for (int s = 0; s < p->factors; s++)
        tally_add(&tally[changed[s]], (y[s + 1] - y[s]) / delta[s]);
}

static struct estimate mean_of(const struct running *running, int64_t count,
                               double z, double *spread)
{
    double n = (double)count, mean = count > 0 ? running->mean : NAN;
    *spread = count > 1 ? sqrt(running->square / (n - 1)) : NAN;
    double half = z * *spread / sqrt(n);
    return (struct estimate){ mean, mean - half, mean + half };
}

static struct effect effect_of(const struct tally *tally, double z)
{
    struct effect effect = { .used = tally->count };
    double size;
    effect.mean = mean_of(&tally->plain, tally->count, z, &effect.spread);
    effect.strength = mean_of(&tally->size, tally->count, z, &size);
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
