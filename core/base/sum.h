/* A compensated sum (Neumaier 1974, ZAMM 54:39-51): the order of the numbers
 * does not show in the digits that a person sees. */
#ifndef CORE_BASE_SUM_H
#define CORE_BASE_SUM_H

#include <math.h>

struct sum {
    double sum, lost;
};

/* clang-format off */
#define SUM_INIT { 0, 0 }
/* clang-format on */

static inline void sum_add(struct sum *sum, double number)
{
    double next = sum->sum + number;
    if (fabs(sum->sum) >= fabs(number))
        sum->lost += (sum->sum - next) + number;
    else
        sum->lost += (number - next) + sum->sum;
    sum->sum = next;
}

static inline double sum_total(const struct sum *sum)
{
    return sum->sum + sum->lost;
}

#endif
