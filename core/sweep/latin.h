/* Latin hypercubes (McKay, Beckman and Conover 1979, Technometrics
 * 21:239-245) whose rows are functions of their number: of each factor the
 * strata are put in a random order by a keyed permutation, so that nothing is
 * held in memory and any worker can make any row.
 *
 *     struct latin latin;
 *     latin_init(&latin, n, seed, factors);
 *     latin_rows(&latin, first, count, u)   rows of factors numbers in (0, 1);
 *                              over all n rows one in each i/n..(i+1)/n
 */
#ifndef CORE_SWEEP_LATIN_H
#define CORE_SWEEP_LATIN_H

#include <stdbool.h>
#include <stdint.h>

enum { LATIN_ROUNDS = 12, LATIN_ROWS = 256 };

struct latin {
    uint32_t n, mask; /* mask: 2^bits - 1, at least n - 1 */
    int half;         /* of the bits */
    int rounds;       /* small n need more to come in every order */
    int factors;
    bool centred; /* the middle of each stratum, not a random place in it */
    uint64_t seed;
    uint32_t (*key)[2 * LATIN_ROUNDS]; /* of each factor */
};

void latin_init(struct latin *latin, uint32_t n, uint64_t seed, int factors);
void latin_release(struct latin *latin);

/* Up to LATIN_ROWS rows. */
void latin_rows(const struct latin *latin, uint32_t first, int count,
                double *u);

#endif
