/* Sums of Gaussians over sorted numbers. */
#ifndef CORE_RANK_GAUSS_H
#define CORE_RANK_GAUSS_H

#include <stddef.h>

/* out[i] = sum of exp(-(t[i] - t[k])^2 / (2 s^2)) over all t[k] < t[i]; t
 * rises. Linear in n; error below 1e-14 for each number summed. */
void gauss_below(const double *t, size_t n, double s, double *out);

#endif
