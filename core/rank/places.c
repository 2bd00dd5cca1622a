#include "core/rank/places.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/sort.h"

/* As in sort.c, but for few rows two short digits are enough, and box and row
 * fit into one word that stays in the nearest cache. */
enum {
    DIGIT_BITS = 9,
    BUCKETS = 1 << DIGIT_BITS,
    BOX_BITS = 2 * DIGIT_BITS,
    ROW_BITS = 32 - BOX_BITS,
    FEW = 1 << (ROW_BITS - 1)
};

void places_init(struct places *places, size_t n)
{
    places->n = n;
    places->row = mem_raw(n + 1, sizeof *places->row);
    places->spare = mem_raw(n + 1, sizeof *places->spare);
}

void places_release(struct places *places)
{
    free(places->row);
    free(places->spare);
    *places = (struct places){ 0 };
}

enum { LANES = 8 };

struct ends {
    double least, most;
};

static struct ends ends_of(const double *restrict score, size_t n)
{
    double least[LANES], most[LANES];
    for (int l = 0; l < LANES; l++)
        least[l] = most[l] = score[0];
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        for (int l = 0; l < LANES; l++) {
            double x = score[i + (size_t)l];
            least[l] = x < least[l] ? x : least[l];
            most[l] = x > most[l] ? x : most[l];
        }
    }
    struct ends ends = { least[0], most[0] };
    for (int l = 1; l < LANES; l++) {
        ends.least = least[l] < ends.least ? least[l] : ends.least;
        ends.most = most[l] > ends.most ? most[l] : ends.most;
    }
    for (; i < n; i++) {
        ends.least = score[i] < ends.least ? score[i] : ends.least;
        ends.most = score[i] > ends.most ? score[i] : ends.most;
    }
    return ends;
}

/* The box of each row, and below it the row. */
static void put_in_boxes(const double *restrict score, size_t n,
                         struct ends ends, double scale,
                         uint32_t *restrict item)
{
    for (size_t i = 0; i < n; i++) {
        int32_t box = (int32_t)((ends.most - score[i]) * scale);
        item[i] = (uint32_t)box << ROW_BITS | (uint32_t)i;
    }
}

static unsigned low_digit(uint32_t item)
{
    return item >> ROW_BITS & (BUCKETS - 1);
}

static unsigned high_digit(uint32_t item)
{
    return item >> (ROW_BITS + DIGIT_BITS);
}

static void starts(uint32_t *count)
{
    uint32_t start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        uint32_t size = count[bucket];
        count[bucket] = start;
        start += size;
    }
}

/* Sort the items of row by box, with spare. */
static void sort_boxes(struct places *places)
{
    uint32_t low[BUCKETS] = { 0 }, high[BUCKETS] = { 0 };
    uint32_t *restrict item = places->row, *restrict spare = places->spare;
    size_t n = places->n;
    for (size_t i = 0; i < n; i++) {
        low[low_digit(item[i])]++;
        high[high_digit(item[i])]++;
    }
    starts(low);
    starts(high);
    for (size_t i = 0; i < n; i++)
        spare[low[low_digit(item[i])]++] = item[i];
    for (size_t i = 0; i < n; i++)
        item[high[high_digit(spare[i])]++] = spare[i];
}

/* Ranks of some rows in their order, the first of them at place from. */
static void rank_run(const double *score, const uint32_t *row, size_t from,
                     size_t n, uint32_t *rank)
{
    size_t first = 0;
    for (size_t k = 0; k < n; k++) {
        if (k > 0 && score[row[k - 1]] != score[row[k]])
            first = k;
        rank[row[k]] = (uint32_t)(from + first);
    }
}

/* From items to rows, and their ranks. */
static void rank_boxes(struct places *places, const double *restrict score,
                       uint32_t *restrict rank)
{
    const uint32_t mask = (UINT32_C(1) << ROW_BITS) - 1;
    uint32_t *row = places->row;
    size_t n = places->n, size;
    for (size_t i = 0; i < n; i += size) {
        uint32_t box = row[i] >> ROW_BITS;
        row[i] &= mask;
        rank[row[i]] = (uint32_t)i;
        size = 1;
        while (i + size < n && row[i + size] >> ROW_BITS == box)
            row[i + size++] &= mask;
        if (size == 1)
            continue;
        sort_highest(score, row + i, size);
        rank_run(score, row + i, i, size, rank);
    }
}

void places_rank(struct places *places, const double *score, uint32_t *rank)
{
    size_t n = places->n;
    struct ends ends = ends_of(score, n);
    double boxes = (double)((UINT32_C(1) << BOX_BITS) - 1);
    double scale = boxes / (ends.most - ends.least);
    if (n <= FEW && isnormal(scale)) {
        put_in_boxes(score, n, ends, scale, places->row);
        sort_boxes(places);
        rank_boxes(places, score, rank);
        return;
    }
    for (size_t i = 0; i < n; i++)
        places->row[i] = (uint32_t)i;
    sort_highest(score, places->row, n);
    rank_run(score, places->row, 0, n, rank);
}
