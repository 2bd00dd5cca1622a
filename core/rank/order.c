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

/* How far apart two numbers near this one may be and still be equal. */
static double slack_at(double number)
{
    double size = fabs(number);
    return RANK_TIE * (size > 1 ? size : 1);
}

/* How many from the start of falling scores count as equal to the first. */
static size_t tie_size(const double *falling, size_t n)
{
    double slack = slack_at(falling[0]);
    size_t size = 1;
    while (size < n && falling[0] - falling[size] <= slack)
        size++;
    return size;
}

static void order_ties(struct ranking *ranking, const char *const *key)
{
    size_t n = ranking->ranked, size;
    double *falling = mem_raw(n + 1, sizeof *falling);
    uint32_t *spare = mem_raw(n + 1, sizeof *spare);
    for (size_t i = 0; i < n; i++)
        falling[i] = ranking->score[ranking->order[i]];
    for (size_t i = 0; i < n; i += size) {
        uint32_t *group = ranking->order + i;
        size = tie_size(falling + i, n - i);
        if (size > 1 && key)
            sort_keys(group, spare, size, key);
        for (size_t k = 0; k < size; k++)
            ranking->rank[group[k]] = (int)i + 1;
        for (size_t k = 0; k < size && size > 1; k++)
            ranking->tied[group[k]] = (int)size;
    }
    free(spare);
    free(falling);
}

/* The ranked, highest number first. */
static uint32_t *falling(const struct ranking *ranking, const double *number)
{
    uint32_t *order = mem_raw(ranking->ranked + 1, sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i < ranking->alternatives; i++) {
        if (ranking->excluded[i] < 0)
            order[n++] = (uint32_t)i;
    }
    sort_highest(number, order, n);
    return order;
}

/* Certainly above: those whose low is over my high.  The limits fall as one
 * goes down the list by high, so both lists are walked once.  My own low is
 * not over it, and ends the walk. */
static void order_best(struct ranking *ranking, const uint32_t *by_low,
                       const uint32_t *by_high)
{
    const double *low = ranking->low, *high = ranking->high;
    size_t above = 0;
    for (size_t k = 0; k < ranking->ranked; k++) {
        uint32_t i = by_high[k];
        double limit = high[i] + slack_at(high[i]);
        while (low[by_low[above]] > limit)
            above++;
        int rank = ranking->rank[i];
        ranking->rank_low[i] = (int)above + 1 < rank ? (int)above + 1 : rank;
    }
}

/* Possibly above: those whose high is over my low, without myself. */
static void order_worst(struct ranking *ranking, const uint32_t *by_low,
                        const uint32_t *by_high)
{
    const double *low = ranking->low, *high = ranking->high;
    size_t above = 0;
    for (size_t k = 0; k < ranking->ranked; k++) {
        uint32_t i = by_low[k];
        double limit = low[i] + slack_at(low[i]);
        while (above < ranking->ranked && high[by_high[above]] > limit)
            above++;
        int over = (int)above - (high[i] > limit);
        int rank = ranking->rank[i];
        ranking->rank_high[i] = over + 1 > rank ? over + 1 : rank;
    }
}

static void order_bounds(struct ranking *ranking)
{
    size_t n = ranking->alternatives;
    uint32_t *by_low = falling(ranking, ranking->low);
    uint32_t *by_high = falling(ranking, ranking->high);
    ranking->rank_low = mem_new(n, sizeof *ranking->rank_low);
    ranking->rank_high = mem_new(n, sizeof *ranking->rank_high);
    order_best(ranking, by_low, by_high);
    order_worst(ranking, by_low, by_high);
    free(by_low);
    free(by_high);
}

void ranking_order(struct ranking *ranking, const char *const *key)
{
    for (size_t i = 0; i < ranking->alternatives; i++) {
        ranking->order[ranking->ranked] = (uint32_t)i;
        ranking->ranked += ranking->excluded[i] < 0;
        ranking->tied[i] = ranking->excluded[i] < 0;
    }
    sort_highest(ranking->score, ranking->order, ranking->ranked);
    order_ties(ranking, key);
    if (ranking->low != ranking->score)
        order_bounds(ranking);
}
