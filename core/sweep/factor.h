/* Factors: what an experiment varies, and how each is distributed.
 *
 *     struct factor delay = { .name = "delay", .kind = FACTOR_TRIANGULAR,
 *                             .a = 0, .b = 1, .c = 3 };
 *     struct quantile quantile;
 *     if (!factor_check(&delay, err))
 *         return false;
 *     quantile_init(&quantile, &delay);
 *     quantile_at(&quantile, 0.5)          the median
 *
 * Every value is made by the inverse of the distribution function at a u from
 * 0 to 1, so each design is one of points in the unit cube.
 */
#ifndef CORE_SWEEP_FACTOR_H
#define CORE_SWEEP_FACTOR_H

#include <stdint.h>

#include "core/base/err.h"

enum factor_kind {
    FACTOR_FIXED,      /* a */
    FACTOR_UNIFORM,    /* from a to b */
    FACTOR_WHOLE,      /* a whole number from a to b, each as likely */
    FACTOR_TRIANGULAR, /* from a to c, most likely b */
    FACTOR_NORMAL,     /* mean a, standard deviation b */
    FACTOR_LOGNORMAL,  /* its logarithm has mean a, standard deviation b */
    FACTOR_CHOICE      /* value[i] with weight[i] */
};

struct factor {
    const char *name;
    enum factor_kind kind;
    double a, b, c;
    double low, high;     /* FACTOR_NORMAL, FACTOR_LOGNORMAL: cut off beyond; an
                             end may be infinite; both 0: not cut */
    const double *value;  /* FACTOR_CHOICE: count of them */
    const double *weight; /* not negative, any sum; NULL: all alike */
    int count;
    int levels;  /* of grids; 0: as many as the design says */
    bool based;  /* one at a time starts from */
    double base; /* this value; else from the median */
};

enum { FACTOR_VALUES = 1000000 }; /* of a choice, at most */

/* Whether the parameters make sense; the error names the factor. */
bool factor_check(const struct factor *factor, struct err *err);

/* How many values the factor can have, 0 for too many to count. */
int factor_values(const struct factor *factor);

/* A factor made ready.  The factor's arrays must outlive it. */
struct quantile {
    const struct factor *factor;
    double from, width; /* chances between the cuts */
    bool upper;         /* cut above the mean: measured from the other end */
    double edge;        /* of a grid: chance left out at each end */
    double *sum;        /* FACTOR_CHOICE: weights up to and with each, 0..1 */
};

void quantile_init(struct quantile *quantile, const struct factor *factor);
void quantile_release(struct quantile *quantile);

/* The value at u: within 0 to 1, without the ends where the distribution has
 * none. */
double quantile_at(const struct quantile *quantile, double u);

/* The same for count values, each stride after the other, in place. */
void quantile_each(const struct quantile *quantile, double *u, int64_t count,
                   int64_t stride);

/* The value at t of a grid, 0 to 1: u = t, but from 0.05 to 0.95 where the
 * distribution has no ends. */
double quantile_grid(const struct quantile *quantile, double t);

#endif
