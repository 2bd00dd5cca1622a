/* Whether runs lie as their design says: results that were sorted, mixed or
 * joined from two sweeps would give wrong indices without a sign of it.
 *
 * x has a column of values for each factor, run by run, NAN for a run that is
 * not there.  Both give the number of the first run that is not as it should
 * be and the factor, or -1. */
#ifndef CORE_SWEEP_STRUCTURE_H
#define CORE_SWEEP_STRUCTURE_H

#include <stdbool.h>
#include <stdint.h>

/* Runs of a Saltelli design: between A and B one factor at a time. */
int64_t saltelli_broken(const double *const *x, int factors, int64_t blocks,
                        bool second, int *factor);

/* Runs of a Morris design: a step changes the factor of `changed` alone. */
int64_t morris_broken(const double *const *x, int factors, int64_t trajectories,
                      const int *changed, int *factor);

#endif
