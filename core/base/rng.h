/* Random numbers that do not depend on who draws them first.
 *
 *     struct rng rng = rng_new(seed, run, stream);
 *     double u = rng_number(&rng);
 *
 * Philox4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw 2011, "Parallel
 * random numbers: as easy as 1, 2, 3", SC'11): a number is a function of
 * (seed, run, stream, how many were drawn before), so runs can be shared out
 * over any number of threads and give the same bytes.
 */
#ifndef CORE_BASE_RNG_H
#define CORE_BASE_RNG_H

#include <stdint.h>

struct rng {
    uint32_t key[2], counter[4];
    uint64_t drawn[2];
    int left; /* of drawn */
};

static inline struct rng rng_new(uint64_t seed, uint64_t run, uint32_t stream)
{
    return (struct rng){ .key = { (uint32_t)seed, (uint32_t)(seed >> 32) },
                         .counter = { 0, stream, (uint32_t)run,
                                      (uint32_t)(run >> 32) } };
}

/* Ten rounds on a block of four words. */
static inline void rng_mix(const uint32_t key[2], uint32_t word[4])
{
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)UINT32_C(0xd2511f53) * word[0];
        uint64_t b = (uint64_t)UINT32_C(0xcd9e8d57) * word[2];
        word[0] = (uint32_t)(b >> 32) ^ word[1] ^ k0;
        word[2] = (uint32_t)(a >> 32) ^ word[3] ^ k1;
        word[1] = (uint32_t)b;
        word[3] = (uint32_t)a;
        k0 += UINT32_C(0x9e3779b9);
        k1 += UINT32_C(0xbb67ae85);
    }
}

static inline uint64_t rng_bits(struct rng *rng)
{
    if (rng->left == 0) {
        uint32_t word[4] = { rng->counter[0]++, rng->counter[1],
                             rng->counter[2], rng->counter[3] };
        rng_mix(rng->key, word);
        rng->drawn[1] = (uint64_t)word[1] << 32 | word[0];
        rng->drawn[0] = (uint64_t)word[3] << 32 | word[2];
        rng->left = 2;
    }
    return rng->drawn[--rng->left];
}

/* From 0 up to, not including, 1; a multiple of 2^-53. */
static inline double rng_number(struct rng *rng)
{
    return (double)(rng_bits(rng) >> 11) * 0x1p-53;
}

/* A whole number from 0 up to, not including, n, which is small. */
static inline int rng_below(struct rng *rng, int n)
{
    return (int)((rng_bits(rng) >> 32) * (uint64_t)n >> 32);
}

#endif
