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

/* Every step can be undone within the bits, so no two numbers meet.  (In the
 * last, each bit depends on lower ones only.) */
static void mix(const struct latin *latin, const uint32_t key[2], int count,
                uint32_t *x)
{
    uint32_t mask = latin->mask, odd = key[1] | 1;
    int half = latin->half;
    for (int i = 0; i < count; i++) {
        uint32_t y = (x[i] + key[0]) & mask;
        y ^= y >> half;
        y = (y * odd) & mask;
        y ^= y >> half;
        x[i] = y ^ ((y * y << 1) & mask);
    }
}

static void mix_all(const struct latin *latin, int factor, int count,
                    uint32_t *x)
{
    for (int k = 0; k < latin->rounds; k++)
        mix(latin, &latin->key[factor][2 * k], count, x);
}

/* The strata of rows from first.  What is mixed is a random order of
 * 0..2^bits - 1; numbers beyond n are sent on until they fall below it, which
 * leaves a random order of 0..n - 1 (Black and Rogaway 2002, "Ciphers with
 * arbitrary finite domains", CT-RSA). */
static void strata(const struct latin *latin, int factor, uint32_t first,
                   int count, uint32_t *stratum)
{
    uint32_t beyond[LATIN_ROWS];
    int where[LATIN_ROWS], left = 0;
    for (int i = 0; i < count; i++)
        stratum[i] = first + (uint32_t)i;
    mix_all(latin, factor, count, stratum);
    for (int i = 0; i < count; i++) {
        where[left] = i;
        left += stratum[i] >= latin->n;
    }
    while (left > 0) {
        int still = 0;
        for (int i = 0; i < left; i++)
            beyond[i] = stratum[where[i]];
        mix_all(latin, factor, left, beyond);
        for (int i = 0; i < left; i++) {
            stratum[where[i]] = beyond[i];
            where[still] = where[i];
            still += beyond[i] >= latin->n;
        }
        left = still;
    }
}

/* The place within a stratum has 20 digits, so that a rounded quotient stays
 * inside for any n up to 2^30. */
static void places(const struct latin *latin, int group, uint32_t first,
                   int count, double *place)
{
    const uint32_t key[2] = { (uint32_t)latin->seed,
                              (uint32_t)(latin->seed >> 32) };
    for (int i = 0; i < count; i++) {
        uint32_t word[4] = { 0, STREAM_LATIN + (uint32_t)group,
                             first + (uint32_t)i, 0 };
        rng_mix(key, word);
        for (int k = 0; k < 4; k++)
            place[k * LATIN_ROWS + i] = ((word[k] >> 12) + 0.5) * 0x1p-20;
    }
}

void latin_rows(const struct latin *latin, uint32_t first, int count, double *u)
{
    uint32_t stratum[LATIN_ROWS];
    double place[4 * LATIN_ROWS], width = 1 / (double)latin->n;
    for (int i = 0; i < 4 * LATIN_ROWS; i++)
        place[i] = 0.5;
    for (int f = 0; f < latin->factors; f++) {
        if (f % 4 == 0 && !latin->centred)
            places(latin, f / 4, first, count, place);
        strata(latin, f, first, count, stratum);
        const double *own = place + f % 4 * LATIN_ROWS;
        for (int i = 0; i < count; i++)
            u[i * latin->factors + f] = (stratum[i] + own[i]) * width;
    }
}
