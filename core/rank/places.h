/* The rank of each of many scores, over and over: 1 + how many are higher. */
#ifndef CORE_RANK_PLACES_H
#define CORE_RANK_PLACES_H

#include <stddef.h>
#include <stdint.h>

struct places {
    size_t n;
    uint32_t *row; /* after places_rank(): the rows, highest score first */
    uint32_t *spare;
};

void places_init(struct places *places, size_t n);
void places_release(struct places *places);

/* Set rank[i] of each of the n scores, at least one, from 0; equal ones share
 * the better. */
void places_rank(struct places *places, const double *score, uint32_t *rank);

#endif
