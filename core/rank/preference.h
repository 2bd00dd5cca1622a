/* Preference functions of PROMETHEE (Brans and Vincke 1985, Management Science
 * 31:647-656) and the flows of one criterion.
 *
 *     usual     0 up to 0, else 1
 *     ushape    0 up to q, else 1
 *     vshape    d / p up to p
 *     level     0 up to q, 1/2 up to p, else 1
 *     linear    0 up to q, (d - q) / (p - q) up to p, else 1
 *     gaussian  1 - exp(-d^2 / (2 s^2)) above 0
 *
 * Flows of all pairs take one sort and one sweep with windows that only move
 * forward (Calders and Van Assche 2018, EJOR, arXiv:1603.00091), so n log n
 * instead of n^2, and the counts are those of the pairs, to the bit.  Gaussian
 * flows are those of the fast Gauss transform (Greengard and Strain 1991, SIAM
 * Journal on Scientific and Statistical Computing 12:79-94): Hermite expansions
 * of 20 terms about boxes of width 1/2, error below 1e-14.
 */
#ifndef CORE_RANK_PREFERENCE_H
#define CORE_RANK_PREFERENCE_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

enum preference_kind {
    PREFERENCE_USUAL,
    PREFERENCE_USHAPE,
    PREFERENCE_VSHAPE,
    PREFERENCE_LEVEL,
    PREFERENCE_LINEAR,
    PREFERENCE_GAUSSIAN,
    PREFERENCES
};

extern const char *const preference_name[PREFERENCES];

struct preference {
    enum preference_kind kind;
    double q, p, s; /* thresholds, in the unit of the criterion */
};

/* The same preference with the thresholds that its kind does not ask for at
 * 0, and linear with q = p as U-shape.  Errors name the criterion. */
bool preference_check(struct preference *preference, size_t criterion,
                      struct err *err);

/* How much a value is preferred to one that is d less: 0 to 1. */
double preference_of(const struct preference *preference, double d);

/* Room for the flows of n alternatives. */
struct flows {
    size_t n;
    uint32_t *order;
    double *value, *sum, *part;
};

void flows_init(struct flows *flows, size_t n);
void flows_release(struct flows *flows);

/* Add weight times the mean preference of each over the others to plus, and of
 * the others over it to minus.  value: more is better; n of at least 2. */
void flows_add(struct flows *flows, const struct preference *preference,
               const double *value, double weight, double *plus, double *minus);

#endif
