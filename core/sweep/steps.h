/* How an index settles: its value from the first n/128, ..., n/4, n/2, n of
 * the sample, for curves of convergence. */
#ifndef CORE_SWEEP_STEPS_H
#define CORE_SWEEP_STEPS_H

#include <stdint.h>

enum { STEPS_MOST = 8 };

/* Fill sizes, rising, the last n, none other below the least; gives how
 * many. */
static inline int steps_of(int64_t n, int64_t least, int64_t sizes[STEPS_MOST])
{
    int count = 1;
    while (count < STEPS_MOST && n >> count >= least)
        count++;
    for (int i = 0; i < count; i++)
        sizes[i] = n >> (count - 1 - i);
    return count;
}

/* A figure with the interval it lies in. */
struct estimate {
    double value, low, high;
};

#endif
