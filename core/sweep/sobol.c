#include "core/sweep/sobol.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/sweep/stream.h"

static const uint16_t joe_kuo[] = {
#include "core/sweep/joe_kuo.def"
};

static int degree_of(unsigned polynomial)
{
    int degree = 0;
    while (polynomial >> (degree + 1))
        degree++;
    return degree;
}

/* The direction numbers of a dimension after the first, by the recurrence of
 * Joe and Kuo (2008), equation 2; gives the entries behind them. */
static const uint16_t *read_direction(const uint16_t *entry, uint32_t *v)
{
    unsigned polynomial = *entry++;
    int degree = degree_of(polynomial);
    v[0] = UINT32_C(1) << 31;
    for (int k = 1; k < degree; k++)
        v[k] = (uint32_t)*entry++ << (31 - k);
    for (int k = degree; k < SOBOL_BITS; k++) {
        v[k] = v[k - degree] ^ (v[k - degree] >> degree);
        for (int i = 1; i < degree; i++) {
            if (polynomial >> (degree - i) & 1)
                v[k] ^= v[k - i];
        }
    }
    return entry;
}

static uint32_t parity(uint32_t x)
{
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    x ^= x >> 2;
    x ^= x >> 1;
    return x & 1;
}

/* Multiply the digits, highest first, by a lower triangular matrix with ones
 * on its diagonal; give the shift. */
static uint32_t scramble_direction(uint32_t *v, int dimension, uint64_t seed)
{
    struct rng rng = rng_new(seed, (uint64_t)dimension, STREAM_SOBOL);
    uint32_t row[SOBOL_BITS];
    for (int i = 0; i < SOBOL_BITS; i++) {
        uint32_t own = UINT32_C(1) << (31 - i);
        uint32_t before = ~(own | (own - 1));
        row[i] = own | ((uint32_t)(rng_bits(&rng) >> 32) & before);
    }
    for (int k = 0; k < SOBOL_BITS; k++) {
        uint32_t product = 0;
        for (int i = 0; i < SOBOL_BITS; i++)
            product |= parity(row[i] & v[k]) << (31 - i);
        v[k] = product;
    }
    return (uint32_t)(rng_bits(&rng) >> 32);
}

void sobol_init(struct sobol *sobol, int dimensions, bool scramble,
                uint64_t seed)
{
    size_t count = (size_t)dimensions;
    const uint16_t *entry = joe_kuo;
    sobol->dimensions = dimensions;
    sobol->direction = mem_raw(SOBOL_BITS * count, sizeof *sobol->direction);
    sobol->first = mem_new(count, sizeof *sobol->first);
    for (int d = 0; d < dimensions; d++) {
        uint32_t v[SOBOL_BITS];
        for (int k = 0; d == 0 && k < SOBOL_BITS; k++)
            v[k] = UINT32_C(1) << (31 - k);
        if (d > 0)
            entry = read_direction(entry, v);
        if (scramble)
            sobol->first[d] = scramble_direction(v, d, seed);
        for (size_t k = 0; k < SOBOL_BITS; k++)
            sobol->direction[k * count + (size_t)d] = v[k];
    }
}

void sobol_release(struct sobol *sobol)
{
    free(sobol->direction);
    free(sobol->first);
    *sobol = (struct sobol){ 0 };
}

void sobol_at(const struct sobol *sobol, uint64_t index, uint32_t *x)
{
    size_t count = (size_t)sobol->dimensions;
    uint64_t gray = index ^ index >> 1;
    memcpy(x, sobol->first, count * sizeof *x);
    for (size_t k = 0; gray >> k; k++) {
        const uint32_t *direction = sobol->direction + k * count;
        for (size_t d = 0; gray >> k & 1 && d < count; d++)
            x[d] ^= direction[d];
    }
}
