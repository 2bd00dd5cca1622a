#include "core/sweep/variance.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/normal.h"
#include "core/base/sum.h"
#include "core/base/task.h"
#include "core/sweep/variance_sums.h"

static bool problem_check(const struct variance_problem *p, struct err *err)
{
    if (p->factors < 1 || p->blocks < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (p->second && p->factors > VARIANCE_SECOND)
        return err_set(err, ERR_RANGE,
                       "indices of second order are for up to %d factors",
                       VARIANCE_SECOND);
    if (p->resamples < 0 || p->resamples > VARIANCE_RESAMPLES)
        return err_set(err, ERR_RANGE, "resamples must be from 0 to %d, got %d",
                       VARIANCE_RESAMPLES, p->resamples);
    if (!(p->level > 0 && p->level < 1))
        return err_set(err, ERR_RANGE,
                       "the level of an interval is between 0 and 1, got %g",
                       p->level);
    return true;
}

/* Which blocks have all their results. */
static void find_good(struct variance_sums *sums)
{
    const struct variance_problem *p = sums->problem;
    sums->good = mem_raw((size_t)p->blocks, sizeof *sums->good);
    for (int64_t i = 0; i < p->blocks; i++) {
        const double *y = p->y + i * sums->block;
        int64_t known = 0;
        while (known < sums->block && isfinite(y[known]))
            known++;
        if (known == sums->block)
            sums->good[sums->count++] = (uint32_t)i;
    }
}

static void find_mean(struct variance_sums *sums)
{
    struct sum sum = SUM_INIT;
    for (int64_t i = 0; i < sums->count; i++) {
        const double *y = sums->problem->y + sums->good[i] * sums->block;
        sum_add(&sum, y[0]);
        sum_add(&sum, y[sums->block - 1]);
    }
    sums->mean = sum_total(&sum) / (2 * (double)sums->count);
}

/* The spread of what the resamples give, of each of count figures: value is
 * a row of them for the sample itself and one for each resample. */
static void estimate(const struct variance_problem *p, const double *value,
                     size_t count, struct estimate *out)
{
    double z = normal_quantile(0.5 + p->level / 2);
    for (size_t j = 0; j < count; j++) {
        struct sum sum = SUM_INIT, square = SUM_INIT;
        int n = 0;
        for (int r = 1; r <= p->resamples; r++) {
            double gap = value[(size_t)r * count + j] - value[j];
            if (!isfinite(gap))
                continue;
            sum_add(&sum, gap);
            sum_add(&square, gap * gap);
            n++;
        }
        double mean = sum_total(&sum) / n;
        double spread = sum_total(&square) / n - mean * mean;
        double half = n > 1 ? z * sqrt(fmax(spread, 0) * n / (n - 1)) : NAN;
        out[j] =
            (struct estimate){ value[j], value[j] - half, value[j] + half };
    }
}

static void results(struct variance *v, const struct variance_sums *sums)
{
    const struct variance_problem *p = sums->problem;
    size_t k = (size_t)p->factors, width = 2 * k;
    v->first = mem_raw(width, sizeof *v->first);
    v->total = v->first + k;
    v->settling = mem_raw((size_t)v->steps * width, sizeof *v->settling);
    for (int s = 0; s < v->steps; s++)
        estimate(p,
                 sums->value + (size_t)s * width * ((size_t)p->resamples + 1),
                 width, v->settling + (size_t)s * width);
    for (size_t j = 0; j < width; j++)
        v->first[j] = v->settling[(size_t)(v->steps - 1) * width + j];
    if (p->second) {
        v->second = mem_raw(sums->pairs, sizeof *v->second);
        estimate(p, sums->pair, sums->pairs, v->second);
    }
}

bool variance_init(struct variance *v, const struct variance_problem *p,
                   struct err *err)
{
    struct variance_sums sums;
    if (!problem_check(p, err))
        return false;
    variance_sums_init(&sums, p);
    find_good(&sums);
    if (sums.count > 0)
        find_mean(&sums);
    *v = (struct variance){ .factors = p->factors,
                            .blocks = sums.count,
                            .left_out = p->blocks - sums.count,
                            .mean = sums.mean };
    v->steps = sums.steps = steps_of(sums.count, 8, sums.step);
    for (int s = 0; s < v->steps; s++)
        v->step[s] = sums.step[s];
    if (sums.count >= 2)
        v->variance = variance_sums_run(&sums);
    bool good = v->variance > 0;
    if (good)
        results(v, &sums);
    else if (sums.count < 2)
        err_set(err, ERR_UNSOLVED,
                "fewer than two blocks of the design have the results of all "
                "their runs");
    else
        err_set(err, ERR_UNSOLVED, "the output is the same in all runs");
    variance_sums_release(&sums);
    return good;
}

void variance_release(struct variance *v)
{
    free(v->first);
    free(v->second);
    free(v->settling);
    *v = (struct variance){ 0 };
}
