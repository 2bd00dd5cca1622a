/* A box by itself: pasting, and how sure each limit is. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/sweep/prim.h"
#include "core/sweep/sorted.h"

/* Whether a run lies within all limits but those of one factor (-1: all). */
static bool within(const struct prim_problem *p, const double *low,
                   const double *high, int64_t run, int but)
{
    if (!isfinite(p->y[run]))
        return false;
    for (int j = 0; j < p->factors; j++) {
        double x = p->x[j][run];
        if (j != but && !(x >= low[j] && x <= high[j]))
            return false;
    }
    return true;
}

void prim_measure(const struct prim_problem *p, const double *low,
                  const double *high, struct prim_box *box)
{
    double sum = 0;
    int64_t known = 0;
    *box = (struct prim_box){ .peeled = -1 };
    for (int64_t i = 0; i < p->runs; i++) {
        if (!isfinite(p->y[i]))
            continue;
        known++;
        sum += p->y[i];
        if (!within(p, low, high, i, -1))
            continue;
        box->count++;
        box->sum += p->y[i];
    }
    box->mean = box->sum / (double)box->count;
    box->coverage = sum > 0 ? box->sum / sum : NAN;
    box->mass = (double)box->count / (double)known;
    for (int j = 0; j < p->factors; j++)
        box->restricted += isfinite(low[j]) || isfinite(high[j]);
}

/* A limit further out, and the mean of the box with it. */
struct paste {
    int factor;
    bool high;
    double limit, mean;
};

/* The runs that only this limit keeps out, those nearest to it. */
static struct paste paste_of(const struct prim_problem *p, const double *low,
                             const double *high, const struct prim_box *box,
                             int side)
{
    int j = side / 2;
    struct paste paste = { .factor = j, .high = side % 2 != 0, .mean = -1 };
    double end = paste.high ? high[j] : low[j];
    double *x = mem_raw((size_t)p->runs, sizeof *x);
    double *y = mem_raw((size_t)p->runs, sizeof *y);
    int64_t n = 0, wanted = (int64_t)(p->alpha * (double)box->count), i = 0;
    for (int64_t run = 0; isfinite(end) && run < p->runs; run++) {
        double value = p->x[j][run];
        bool beyond = paste.high ? value > end : value < end;
        if (beyond && within(p, low, high, run, j)) {
            x[n] = paste.high ? value : -value;
            y[n++] = p->y[run];
        }
    }
    uint32_t *order = sorted_order(x, n);
    double sum = box->sum, far = 0;
    for (; i < n && (i <= wanted || x[order[i]] == far); i++) {
        far = x[order[i]];
        sum += y[order[i]];
    }
    if (n > 0) {
        paste.limit = i == n ? INFINITY : far;
        if (!paste.high)
            paste.limit = -paste.limit;
        paste.mean = sum / (double)(box->count + i);
    }
    free(order);
    free(x);
    free(y);
    return paste;
}

/* The paste that raises the mean most; its factor is -1 when none does. */
static struct paste best_paste(const struct prim_problem *p, const double *low,
                               const double *high, const struct prim_box *box)
{
    struct paste best = { .factor = -1, .mean = box->mean };
    for (int side = 0; box->count > 0 && side < 2 * p->factors; side++) {
        struct paste paste = paste_of(p, low, high, box, side);
        if (paste.mean > best.mean)
            best = paste;
    }
    return best;
}

int prim_paste(const struct prim_problem *p, double *low, double *high,
               struct prim_box *box)
{
    int pastes = 0;
    prim_measure(p, low, high, box);
    for (;;) {
        struct paste best = best_paste(p, low, high, box);
        if (best.factor < 0)
            return pastes;
        *(best.high ? &high[best.factor] : &low[best.factor]) = best.limit;
        prim_measure(p, low, high, box);
        pastes++;
    }
}

/* The continued fraction of the incomplete beta function (Lentz's method;
 * Abramowitz and Stegun 1964, 26.5.8). */
static double fraction(double a, double b, double x)
{
    double c = 1, d = 1 / fmax(1 - (a + b) * x / (a + 1), 1e-300), h = d;
    for (int m = 1; m < 10000; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd =
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + even * d);
        c = 1 + even / c;
        h *= d * c;
        d = 1 / (1 + odd * d);
        c = 1 + odd / c;
        h *= d * c;
        if (fabs(d * c - 1) < 1e-14)
            break;
    }
    return h;
}

static double incomplete_beta(double a, double b, double x)
{
    if (!(x > 0))
        return 0;
    if (!(x < 1))
        return 1;
    double front =
        exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
    if (x < (a + 1) / (a + b + 2))
        return front * fraction(a, b, x) / a;
    return 1 - front * fraction(b, a, 1 - x) / b;
}

/* How often y is 1 in the box without the limits of one factor. */
static double frequency(const struct prim_problem *p, const double *low,
                        const double *high, int but)
{
    double count = 0, sum = 0;
    for (int64_t i = 0; i < p->runs; i++) {
        bool in = within(p, low, high, i, but);
        count += in;
        sum += in ? p->y[i] : 0;
    }
    return sum / count;
}

void prim_chances(const struct prim_problem *p, const double *low,
                  const double *high, double *chance)
{
    struct prim_box box;
    prim_measure(p, low, high, &box);
    for (int j = 0; j < p->factors; j++) {
        bool limited = isfinite(low[j]) || isfinite(high[j]);
        chance[j] = 1;
        if (limited && box.sum > 0)
            chance[j] =
                incomplete_beta(box.sum, (double)box.count - box.sum + 1,
                                frequency(p, low, high, j));
    }
}
