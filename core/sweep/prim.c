#include "core/sweep/prim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/sweep/sorted.h"

/* The runs that are still in the box. */
struct peeling {
    const struct prim_problem *problem;
    int64_t left, least;
    double sum;
    double *y;        /* of all that are used */
    double **x;       /* of each factor */
    uint32_t **order; /* of each factor, those left by rising x */
    bool *out;        /* of all: just taken out */
};

/* What is taken off one end of one factor. */
struct peel {
    int factor;
    bool high;
    int64_t count;
    double sum, gain;
};

static void peeling_init(struct peeling *p, const struct prim_problem *problem,
                         const uint32_t *run, int64_t n)
{
    size_t rows = (size_t)n, k = (size_t)problem->factors;
    *p = (struct peeling){ .problem = problem, .left = n };
    double least = ceil(problem->least * (double)n);
    p->least = least < 1 ? 1 : (int64_t)least;
    p->y = mem_raw(rows, sizeof *p->y);
    p->out = mem_new(rows, sizeof *p->out);
    p->x = mem_raw(k, sizeof *p->x);
    p->order = mem_raw(k, sizeof *p->order);
    for (size_t i = 0; i < rows; i++) {
        p->y[i] = problem->y[run[i]];
        p->sum += p->y[i];
    }
    for (size_t j = 0; j < k; j++) {
        p->x[j] = mem_raw(rows, sizeof *p->x[j]);
        for (size_t i = 0; i < rows; i++)
            p->x[j][i] = problem->x[j][run[i]];
        p->order[j] = sorted_order(p->x[j], n);
    }
}

static void peeling_release(struct peeling *p)
{
    for (int j = 0; j < p->problem->factors; j++) {
        free(p->x[j]);
        free(p->order[j]);
    }
    free(p->x);
    free(p->order);
    free(p->y);
    free(p->out);
}

/* The i-th run from one end. */
static uint32_t at(const struct peeling *p, int factor, bool high, int64_t i)
{
    return p->order[factor][high ? p->left - 1 - i : i];
}

/* How many runs a peel takes: those beyond the alpha-quantile, or if that is
 * the value at the very end, all that have it. */
static int64_t size_of(const struct peeling *p, int factor, bool high)
{
    const double *x = p->x[factor];
    int64_t count = (int64_t)(p->problem->alpha * (double)p->left);
    if (count < 1)
        count = 1;
    double cut = x[at(p, factor, high, count)];
    while (count > 0 && x[at(p, factor, high, count - 1)] == cut)
        count--;
    if (count > 0)
        return count;
    while (count < p->left && x[at(p, factor, high, count)] == cut)
        count++;
    return count;
}

static struct peel peel_of(const struct peeling *p, int factor, bool high)
{
    struct peel peel = { .factor = factor, .high = high };
    peel.count = size_of(p, factor, high);
    if (p->left - peel.count < p->least)
        return peel;
    for (int64_t i = 0; i < peel.count; i++)
        peel.sum += p->y[at(p, factor, high, i)];
    double before = p->sum / (double)p->left;
    double after = (p->sum - peel.sum) / (double)(p->left - peel.count);
    peel.gain = (after - before) / (double)peel.count;
    return peel;
}

/* The best peel; its gain is not above 0 when there is none. */
static struct peel best_peel(const struct peeling *p)
{
    struct peel best = { 0 };
    for (int side = 0; p->left > 1 && side < 2 * p->problem->factors; side++) {
        struct peel peel = peel_of(p, side / 2, side % 2 != 0);
        if (peel.gain > best.gain)
            best = peel;
    }
    return best;
}

static void take(struct peeling *p, const struct peel *peel)
{
    for (int64_t i = 0; i < peel->count; i++)
        p->out[at(p, peel->factor, peel->high, i)] = true;
    for (int j = 0; j < p->problem->factors; j++) {
        uint32_t *order = p->order[j];
        int64_t kept = 0;
        for (int64_t i = 0; i < p->left; i++) {
            uint32_t number = order[i];
            order[kept] = number;
            kept += !p->out[number];
        }
    }
    p->left -= peel->count;
    p->sum -= peel->sum;
}

/* A new box like the last one. */
static size_t add_box(struct prim *prim, int *room)
{
    size_t k = (size_t)prim->factors, row = (size_t)prim->boxes;
    if (prim->boxes == *room) {
        *room = *room ? 2 * *room : 64;
        size_t rooms = (size_t)*room;
        prim->box = mem_grow(prim->box, rooms, sizeof *prim->box);
        prim->low = mem_grow(prim->low, rooms * k, sizeof *prim->low);
        prim->high = mem_grow(prim->high, rooms * k, sizeof *prim->high);
    }
    for (size_t j = 0; j < k; j++) {
        size_t here = row * k + j;
        prim->low[here] = row > 0 ? prim->low[here - k] : -INFINITY;
        prim->high[here] = row > 0 ? prim->high[here - k] : INFINITY;
    }
    prim->boxes++;
    return row;
}

static void note(struct prim *prim, const struct peeling *p, size_t row,
                 int peeled)
{
    struct prim_box *box = &prim->box[row];
    *box = (struct prim_box){ .count = p->left, .sum = p->sum };
    box->mean = p->sum / (double)p->left;
    box->coverage = prim->sum > 0 ? p->sum / prim->sum : NAN;
    box->mass = (double)p->left / (double)prim->runs;
    box->peeled = peeled;
    for (int j = 0; j < prim->factors; j++) {
        size_t here = row * (size_t)prim->factors + (size_t)j;
        box->restricted +=
            isfinite(prim->low[here]) || isfinite(prim->high[here]);
    }
}

static void peel_all(struct prim *prim, struct peeling *p)
{
    int room = 0;
    note(prim, p, add_box(prim, &room), -1);
    for (;;) {
        struct peel peel = best_peel(p);
        if (!(peel.gain > 0))
            break;
        take(p, &peel);
        size_t row = add_box(prim, &room);
        size_t here = row * (size_t)prim->factors + (size_t)peel.factor;
        const double *x = p->x[peel.factor];
        double end = x[at(p, peel.factor, peel.high, 0)];
        *(peel.high ? &prim->high[here] : &prim->low[here]) = end;
        note(prim, p, row, peel.factor);
    }
}

static bool problem_check(const struct prim_problem *p, struct err *err)
{
    if (p->factors < 1 || p->runs < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (!(p->alpha > 0 && p->alpha < 1))
        return err_set(err, ERR_RANGE, "alpha must be between 0 and 1, got %g",
                       p->alpha);
    if (!(p->least >= 0 && p->least < 1))
        return err_set(err, ERR_RANGE,
                       "the least share of runs in a box is from 0 to below "
                       "1, got %g",
                       p->least);
    for (int64_t i = 0; i < p->runs; i++) {
        if (p->y[i] < 0)
            return err_set(err, ERR_RANGE,
                           "run %lld has %g: PRIM needs results that are not "
                           "negative",
                           (long long)i + 1, p->y[i]);
    }
    return true;
}

bool prim_init(struct prim *prim, const struct prim_problem *problem,
               struct err *err)
{
    if (!problem_check(problem, err))
        return false;
    int64_t known = 0;
    uint32_t *run = runs_known(problem->y, problem->runs, &known);
    if (known == 0) {
        free(run);
        return err_set(err, ERR_UNSOLVED, "no run has a result");
    }
    struct peeling peeling;
    peeling_init(&peeling, problem, run, known);
    *prim = (struct prim){ .factors = problem->factors,
                           .runs = known,
                           .failed = problem->runs - known,
                           .sum = peeling.sum };
    peel_all(prim, &peeling);
    peeling_release(&peeling);
    free(run);
    return true;
}

void prim_release(struct prim *prim)
{
    free(prim->box);
    free(prim->low);
    free(prim->high);
    *prim = (struct prim){ 0 };
}
