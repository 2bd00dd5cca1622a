#include "core/sweep/sorted.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum { DIGIT = 11, PLACES = 1 << DIGIT, PASSES = 6 };

/* Whole numbers in the order of the numbers; -0 is 0. */
static uint64_t key_of(double x)
{
    uint64_t bits;
    x += 0.0;
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

struct item {
    uint64_t key;
    uint32_t number;
};

/* One pass of a radix sort; false when all have the same digit. */
static bool pass(const struct item *from, struct item *to, size_t n, int shift)
{
    size_t start[PLACES] = { 0 }, sum = 0;
    for (size_t i = 0; i < n; i++)
        start[from[i].key >> shift & (PLACES - 1)]++;
    if (start[from[0].key >> shift & (PLACES - 1)] == n)
        return false;
    for (size_t d = 0; d < PLACES; d++) {
        size_t count = start[d];
        start[d] = sum;
        sum += count;
    }
    for (size_t i = 0; i < n; i++)
        to[start[from[i].key >> shift & (PLACES - 1)]++] = from[i];
    return true;
}

uint32_t *sorted_order(const double *x, int64_t n)
{
    size_t count = (size_t)n;
    struct item *from = mem_raw(2 * count + 1, sizeof *from);
    struct item *both = from, *to = from + count;
    uint32_t *order = mem_raw(count + 1, sizeof *order);
    for (size_t i = 0; i < count; i++)
        from[i] = (struct item){ key_of(x[i]), (uint32_t)i };
    for (int p = 0; count > 0 && p < PASSES; p++) {
        if (!pass(from, to, count, p * DIGIT))
            continue;
        struct item *other = from;
        from = to;
        to = other;
    }
    for (size_t i = 0; i < count; i++)
        order[i] = from[i].number;
    free(both);
    return order;
}

int values_of(const double *x, const uint32_t *order, int64_t n, int most)
{
    int count = n > 0;
    for (int64_t i = 1; i < n && count <= most; i++)
        count += x[order[i]] != x[order[i - 1]];
    return count;
}

uint32_t *runs_known(const double *y, int64_t n, int64_t *count)
{
    uint32_t *run = mem_raw((size_t)n + 1, sizeof *run);
    *count = 0;
    for (int64_t i = 0; i < n; i++) {
        if (isfinite(y[i]))
            run[(*count)++] = (uint32_t)i;
    }
    return run;
}

void ranks_of(const double *x, int64_t n, double *rank)
{
    uint32_t *order = sorted_order(x, n);
    for (int64_t from = 0, end; from < n; from = end) {
        end = from + 1;
        while (end < n && x[order[end]] == x[order[from]])
            end++;
        for (int64_t i = from; i < end; i++)
            rank[order[i]] = (double)(from + 1 + end) / 2;
    }
    free(order);
}
