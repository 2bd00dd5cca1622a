#include "core/sweep/latin.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/sweep/stream.h"

void latin_init(struct latin *latin, uint32_t n, uint64_t seed, int factors)
{
    int bits = 0;
    while (bits < 32 && n > UINT64_C(1) << bits)
        bits++;
    *latin = (struct latin){ .n = n,
                             .mask = (uint32_t)((UINT64_C(1) << bits) - 1),
                             .half = bits > 1 ? (bits + 1) / 2 : 1,
                             .rounds = bits > 8 ? 5 : LATIN_ROUNDS,
                             .factors = factors,
                             .seed = seed };
    latin->key = mem_raw((size_t)factors, sizeof *latin->key);
    for (int f = 0; f < factors; f++) {
        struct rng rng = rng_new(seed, (uint64_t)f, STREAM_LATIN_KEY);
        for (int k = 0; k < 2 * LATIN_ROUNDS; k++)
            latin->key[f][k] = (uint32_t)(rng_bits(&rng) >> 32);
    }
}

void latin_release(struct latin *latin)
{
    free(latin->key);
    *latin = (struct latin){ 0 };
}

/* A random order of 0..2^bits - 1: every step can be undone within the bits,
 * so no two numbers meet.  (In the last, each bit depends on lower ones only.)
 * Numbers beyond n are sent on until they fall below it, which leaves a random
 * order of 0..n - 1 (Black and Rogaway 2002, "Ciphers with arbitrary finite
 * domains", CT-RSA). */
static inline uint32_t shuffled(const struct latin *latin, const uint32_t *key,
                                uint32_t x)
{
    uint32_t mask = latin->mask;
    int half = latin->half, end = 2 * latin->rounds;
    do {
        for (int k = 0; k < end; k += 2) {
            x = (x + key[k]) & mask;
            x ^= x >> half;
            x = (x * (key[k + 1] | 1)) & mask;
            x ^= x >> half;
            x ^= (x * x << 1) & mask;
        }
    } while (x >= latin->n);
    return x;
}

/* The place within a stratum has 20 digits, so that a rounded quotient stays
 * inside for any n up to 2^30. */
void latin_row(const struct latin *latin, uint32_t row, double *u)
{
    const uint32_t key[2] = { (uint32_t)latin->seed,
                              (uint32_t)(latin->seed >> 32) };
    double width = 1 / (double)latin->n;
    for (int f = 0; f < latin->factors; f += 4) {
        uint32_t word[4] = { 0, STREAM_LATIN + (uint32_t)f / 4, row, 0 };
        if (!latin->centred)
            rng_mix(key, word);
        for (int k = 0; k < 4 && f + k < latin->factors; k++) {
            uint32_t stratum = shuffled(latin, latin->key[f + k], row);
            double place =
                latin->centred ? 0.5 : ((word[k] >> 12) + 0.5) * 0x1p-20;
            u[f + k] = (stratum + place) * width;
        }
    }
}
