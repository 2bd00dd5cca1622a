#include "core/rank/order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/sort.h"

/* Merge sort of a group of ties by key; the keys are not part of the items,
 * so qsort() cannot see them. */
static void sort_keys(uint32_t *order, uint32_t *spare, size_t n,
                      const char *const *key)
{
    if (n < 2)
        return;
    size_t half = n / 2, i = 0, j = half;
    sort_keys(order, spare, half, key);
    sort_keys(order + half, spare + half, n - half, key);
    memcpy(spare, order, n * sizeof *order);
    for (size_t k = 0; k < n; k++) {
        bool left =
            j == n || (i < half && strcmp(key[spare[i]], key[spare[j]]) <= 0);
        order[k] = spare[left ? i++ : j++];
    }
}

/* How many from the start of a sorted list count as equal to its first. */
static size_t tie_size(const double *score, const uint32_t *order, size_t n)
{
    double first = score[order[0]];
    double slack = RANK_TIE * fmax(1, fabs(first));
    size_t size = 1;
    while (size < n && first - score[order[size]] <= slack)
        size++;
    return size;
}

static void order_ties(struct ranking *ranking, const char *const *key)
{
    uint32_t *spare = mem_raw(ranking->ranked + 1, sizeof *spare);
    size_t size;
    for (size_t i = 0; i < ranking->ranked; i += size) {
        uint32_t *group = ranking->order + i;
        size = tie_size(ranking->score, group, ranking->ranked - i);
        if (key)
            sort_keys(group, spare, size, key);
        for (size_t k = 0; k < size; k++) {
            ranking->rank[group[k]] = (int)i + 1;
            ranking->tied[group[k]] = (int)size;
        }
    }
    free(spare);
}

/* How many of n falling numbers are above the limit. */
static size_t count_above(const double *falling, size_t n, double limit)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (falling[middle] > limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The numbers of the ranked, highest first. */
static double *falling(const struct ranking *ranking, const double *number)
{
    size_t n = ranking->ranked;
    uint32_t *order = mem_raw(n + 1, sizeof *order);
    double *sorted = mem_raw(n + 1, sizeof *sorted);
    memcpy(order, ranking->order, n * sizeof *order);
    sort_highest(number, order, n);
    for (size_t i = 0; i < n; i++)
        sorted[i] = number[order[i]];
    free(order);
    return sorted;
}

/* Certainly above: those whose low is over my high.  Possibly above: those
 * whose high is over my low, without myself. */
static void order_bounds(struct ranking *ranking)
{
    size_t n = ranking->ranked;
    double *low = falling(ranking, ranking->low);
    double *high = falling(ranking, ranking->high);
    for (size_t k = 0; k < n; k++) {
        uint32_t i = ranking->order[k];
        double slack = RANK_TIE * fmax(1, fabs(ranking->score[i]));
        bool wide = ranking->high[i] > ranking->low[i] + slack;
        size_t above = count_above(low, n, ranking->high[i] + slack);
        size_t over = count_above(high, n, ranking->low[i] + slack) - wide;
        int rank = ranking->rank[i];
        ranking->rank_low[i] = (int)above + 1 < rank ? (int)above + 1 : rank;
        ranking->rank_high[i] = (int)over + 1 > rank ? (int)over + 1 : rank;
    }
    free(low);
    free(high);
}

static bool any_unknown(const struct ranking *ranking)
{
    for (size_t k = 0; k < ranking->ranked; k++) {
        uint32_t i = ranking->order[k];
        if (ranking->low[i] < ranking->high[i])
            return true;
    }
    return false;
}

void ranking_order(struct ranking *ranking, const char *const *key)
{
    for (size_t i = 0; i < ranking->alternatives; i++) {
        if (ranking->excluded[i] < 0)
            ranking->order[ranking->ranked++] = (uint32_t)i;
    }
    sort_highest(ranking->score, ranking->order, ranking->ranked);
    order_ties(ranking, key);
    if (any_unknown(ranking)) {
        order_bounds(ranking);
        return;
    }
    size_t size = ranking->alternatives * sizeof *ranking->rank;
    memcpy(ranking->rank_low, ranking->rank, size);
    memcpy(ranking->rank_high, ranking->rank, size);
}
