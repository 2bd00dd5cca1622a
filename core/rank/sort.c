#include "core/rank/sort.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* Numbers are dealt out by where they lie between the largest and the least,
 * in 2^32 boxes of equal width, and whoever shares a box is sorted by the
 * number itself.  An item is the box, and below it the row. */
enum {
    DIGIT_BITS = 11,
    DIGITS = 3,
    BUCKETS = 1 << DIGIT_BITS,
    FEW = 24 /* sorted by insertion */
};

struct span {
    double least, most;
};

static struct span span_of(const double *key, const uint32_t *order, size_t n)
{
    struct span span = { key[order[0]], key[order[0]] };
    for (size_t i = 1; i < n; i++) {
        double x = key[order[i]];
        span.least = x < span.least ? x : span.least;
        span.most = x > span.most ? x : span.most;
    }
    return span;
}

/* Stable. */
static void sort_few(const double *key, uint32_t *order, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint32_t row = order[i];
        size_t k = i;
        for (; k > 0 && key[order[k - 1]] < key[row]; k--)
            order[k] = order[k - 1];
        order[k] = row;
    }
}

/* Merge sort, for numbers that crowd into one box; stable. */
static void sort_merge(const double *key, uint32_t *order, uint32_t *spare,
                       size_t n)
{
    if (n <= FEW) {
        sort_few(key, order, n);
        return;
    }
    size_t half = n / 2, i = 0, j = half;
    sort_merge(key, order, spare, half);
    sort_merge(key, order + half, spare + half, n - half);
    memcpy(spare, order, n * sizeof *order);
    for (size_t k = 0; k < n; k++) {
        bool left = j == n || (i < half && key[spare[i]] >= key[spare[j]]);
        order[k] = spare[left ? i++ : j++];
    }
}

static unsigned digit_of(uint64_t item, int digit)
{
    return (unsigned)(item >> (32 + digit * DIGIT_BITS)) & (BUCKETS - 1);
}

/* Deal the items out by one digit; count says how many have it. */
static void deal(const uint64_t *from, uint64_t *to, size_t n, int digit,
                 uint32_t *count)
{
    uint32_t start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        uint32_t size = count[bucket];
        count[bucket] = start;
        start += size;
    }
    for (size_t i = 0; i < n; i++)
        to[count[digit_of(from[i], digit)]++] = from[i];
}

static_assert(DIGITS % 2 == 1, "sorted items are in the other array");

/* Sort the items by box, from the one array to the other and back. */
static void sort_items(uint64_t *from, uint64_t *to, size_t n)
{
    uint32_t(*count)[BUCKETS] = mem_new(DIGITS, sizeof *count);
    for (size_t i = 0; i < n; i++) {
        for (int digit = 0; digit < DIGITS; digit++)
            count[digit][digit_of(from[i], digit)]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        deal(from, to, n, digit, count[digit]);
        uint64_t *other = from;
        from = to;
        to = other;
    }
    free(count);
}

static bool in_order(const double *key, const uint32_t *order, size_t n)
{
    size_t i = 1;
    while (i < n && key[order[i - 1]] >= key[order[i]])
        i++;
    return i >= n;
}

/* Sort those who share a box, by the number. */
static void sort_boxes(const double *key, uint32_t *order, uint64_t *items,
                       uint64_t *spare, size_t n)
{
    size_t size;
    for (size_t i = 0; i < n; i += size) {
        size = 1;
        order[i] = (uint32_t)items[i];
        while (i + size < n && items[i + size] >> 32 == items[i] >> 32) {
            order[i + size] = (uint32_t)items[i + size];
            size++;
        }
        if (!in_order(key, order + i, size))
            sort_merge(key, order + i, (uint32_t *)spare, size);
    }
}

void sort_highest(const double *key, uint32_t *order, size_t n)
{
    if (n < 2)
        return;
    if (n <= FEW) {
        sort_few(key, order, n);
        return;
    }
    uint64_t *items = mem_raw(2 * n, sizeof *items), *spare = items + n;
    struct span span = span_of(key, order, n);
    double scale = (double)UINT32_MAX / (span.most - span.least);
    if (isnormal(scale)) {
        for (size_t i = 0; i < n; i++) {
            double down = (span.most - key[order[i]]) * scale;
            items[i] = (uint64_t)(int64_t)down << 32 | order[i];
        }
        sort_items(items, spare, n);
        sort_boxes(key, order, spare, items, n);
    } else if (span.most > span.least) {
        sort_merge(key, order, (uint32_t *)spare, n);
    }
    free(items);
}
