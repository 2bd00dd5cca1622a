/* Sobol' points (Sobol' 1967) with the direction numbers of Joe and Kuo
 * (2008), in the order of Antonov and Saleev (1979), which the programme of
 * Joe and Kuo prints: the first point is 0.
 *
 *     struct sobol sobol;
 *     sobol_init(&sobol, 10, true, seed);
 *     sobol_at(&sobol, index, x);          10 whole numbers below 2^32
 *     sobol_next(&sobol, index, x);        from there to index + 1
 *
 * A point in the open unit cube is (x + 1/2) / 2^32.
 *
 * Scrambled, each dimension's digits are multiplied by a random lower
 * triangular matrix and shifted by random digits (Matousek 1998, "On the
 * L2-discrepancy for anchored boxes", Journal of Complexity 14:527-556): the
 * points stay a net, each is uniform in the cube, and the variance of a mean
 * is that of Owen's scrambling (Owen 2003, ACM TOMACS 13:363-378).  It costs
 * nothing per point.
 */
#ifndef CORE_SWEEP_SOBOL_H
#define CORE_SWEEP_SOBOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOBOL_DIMENSIONS = 2048, SOBOL_BITS = 32 };

struct sobol {
    int dimensions;
    uint32_t *direction; /* SOBOL_BITS rows of dimensions */
    uint32_t *first;     /* the point of index 0 */
};

void sobol_init(struct sobol *sobol, int dimensions, bool scramble,
                uint64_t seed);
void sobol_release(struct sobol *sobol);

void sobol_at(const struct sobol *sobol, uint64_t index, uint32_t *x);

static inline void sobol_next(const struct sobol *sobol, uint64_t index,
                              uint32_t *x)
{
    int bit = 0;
    while (index >> bit & 1)
        bit++;
    const uint32_t *direction =
        sobol->direction + (size_t)bit * (size_t)sobol->dimensions;
    for (int d = 0; d < sobol->dimensions; d++)
        x[d] ^= direction[d];
}

/* By way of a number with sign, which processors convert faster. */
static inline double sobol_number(uint32_t x)
{
    int32_t moved = (int32_t)(x ^ UINT32_C(0x80000000));
    return ((double)moved + 0x1p31 + 0.5) * 0x1p-32;
}

#endif
