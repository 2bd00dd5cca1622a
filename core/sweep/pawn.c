#include "core/sweep/pawn.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/base/task.h"
#include "core/sweep/sorted.h"
#include "core/sweep/stream.h"

/* A sample: the first n runs used. */
struct sample {
    const struct pawn_problem *problem;
    uint32_t *run; /* those used, in their order */
    int64_t n;
    uint32_t *place; /* runs used by rising y: numbers into run */
    bool *last;      /* of each place: the next has another y */
    bool final;
    struct pawn *pawn;
    int step;
};

static double value_of(const struct sample *s, int factor, int64_t i)
{
    if (factor < s->problem->factors)
        return s->problem->x[factor][s->run[i]];
    struct rng rng = rng_new(s->problem->seed, s->run[i], STREAM_DUMMY);
    return rng_number(&rng);
}

/* Cut the sorted values into slices of about as many; equal values stay
 * together.  Gives how many; slice[i] is that of run i. */
static int cut(const struct sample *s, const double *x, const uint32_t *order,
               unsigned char *slice, struct pawn_factor *out)
{
    int most = s->problem->slices, count = 0;
    int64_t n = s->n;
    bool few = values_of(x, order, n, most) <= most;
    for (int64_t i = 0; i < n; i++) {
        bool other = i > 0 && x[order[i]] != x[order[i - 1]];
        bool full = few || i * most >= count * n;
        if (i == 0 || (other && full && count < most))
            out->from[count++] = x[order[i]];
        slice[order[i]] = (unsigned char)(count - 1);
    }
    return count;
}

/* The distances: between two jumps of a slice's own distribution function the
 * other one only rises, so the difference is largest just before or after. */
static void distances(const struct sample *s, const unsigned char *slice,
                      const int64_t *size, struct pawn_factor *out)
{
    int64_t below[PAWN_SLICES] = { 0 }, seen[PAWN_SLICES] = { 0 };
    double n = (double)s->n;
    int64_t from = 0;
    for (int k = 0; k < out->slices; k++)
        out->distance[k] = 0;
    for (int64_t i = 0; i < s->n; i++) {
        int k = slice[s->place[i]];
        double before =
            fabs((double)seen[k] / (double)size[k] - (double)from / n);
        if (before > out->distance[k])
            out->distance[k] = before;
        below[k]++;
        if (!s->last[i])
            continue;
        for (int64_t j = from; j <= i; j++) {
            int of = slice[s->place[j]];
            double after = fabs((double)below[of] / (double)size[of] -
                                (double)(i + 1) / n);
            if (after > out->distance[of])
                out->distance[of] = after;
            seen[of] = below[of];
        }
        from = i + 1;
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void summary(struct pawn_factor *f)
{
    double sorted[PAWN_SLICES], sum = 0;
    for (int k = 0; k < f->slices; k++) {
        sorted[k] = f->distance[k];
        sum += sorted[k];
    }
    qsort(sorted, (size_t)f->slices, sizeof *sorted, by_size);
    int half = f->slices / 2;
    f->median =
        f->slices % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    f->mean = sum / f->slices;
    f->most = sorted[f->slices - 1];
}

static void factor_run(void *data, long number, int thread)
{
    (void)thread;
    struct sample *s = data;
    struct pawn *pawn = s->pawn;
    int factor = (int)number;
    size_t n = (size_t)s->n;
    double *x = mem_raw(n, sizeof *x);
    unsigned char *slice = mem_raw(n, 1);
    int64_t size[PAWN_SLICES] = { 0 };
    struct pawn_factor found = { 0 };
    for (int64_t i = 0; i < s->n; i++)
        x[i] = value_of(s, factor, i);
    uint32_t *order = sorted_order(x, s->n);
    found.slices = cut(s, x, order, slice, &found);
    for (int64_t i = 0; i < s->n; i++)
        size[slice[i]]++;
    distances(s, slice, size, &found);
    summary(&found);
    pawn->settling[s->step * (pawn->factors + 1) + factor] = found.median;
    if (s->final)
        *(factor < pawn->factors ? &pawn->factor[factor] : &pawn->dummy) =
            found;
    free(order);
    free(slice);
    free(x);
}

/* All factors and the dummy, from the first n runs used. */
static void sample_run(struct sample *s)
{
    size_t n = (size_t)s->n;
    double *y = mem_raw(n, sizeof *y);
    for (size_t i = 0; i < n; i++)
        y[i] = s->problem->y[s->run[i]];
    s->place = sorted_order(y, s->n);
    s->last = mem_raw(n, sizeof *s->last);
    for (size_t i = 0; i < n; i++)
        s->last[i] = i + 1 == n || y[s->place[i]] != y[s->place[i + 1]];
    task_run(s->problem->threads, s->problem->factors + 1, factor_run, s);
    free(s->last);
    free(s->place);
    free(y);
}

static bool problem_check(const struct pawn_problem *p, struct err *err)
{
    if (p->factors < 1 || p->runs < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (p->slices < 2 || p->slices > PAWN_SLICES)
        return err_set(err, ERR_RANGE, "slices must be from 2 to %d, got %d",
                       PAWN_SLICES, p->slices);
    return true;
}

bool pawn_init(struct pawn *pawn, const struct pawn_problem *p, struct err *err)
{
    if (!problem_check(p, err))
        return false;
    int64_t known = 0;
    uint32_t *run = runs_known(p->y, p->runs, &known);
    if (known < 2 * p->slices) {
        free(run);
        return err_set(err, ERR_UNSOLVED,
                       "%d slices need at least %d runs that have a result, "
                       "got %lld",
                       p->slices, 2 * p->slices, (long long)known);
    }
    *pawn = (struct pawn){ .factors = p->factors,
                           .runs = known,
                           .failed = p->runs - known };
    pawn->factor = mem_new((size_t)p->factors, sizeof *pawn->factor);
    pawn->steps = steps_of(known, 10 * p->slices, pawn->step);
    pawn->settling = mem_new((size_t)pawn->steps * ((size_t)p->factors + 1),
                             sizeof *pawn->settling);
    for (int i = 0; i < pawn->steps; i++) {
        struct sample sample = { .problem = p,
                                 .run = run,
                                 .n = pawn->step[i],
                                 .pawn = pawn,
                                 .step = i,
                                 .final = i + 1 == pawn->steps };
        sample_run(&sample);
    }
    free(run);
    return true;
}

void pawn_release(struct pawn *pawn)
{
    free(pawn->factor);
    free(pawn->settling);
    *pawn = (struct pawn){ 0 };
}
