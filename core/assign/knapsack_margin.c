#include "core/assign/knapsack.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/knapsack_memory.h"
#include "core/base/mem.h"

static double *room_for(double **array, size_t *most, size_t count)
{
    if (count > *most) {
        free(*array);
        *array = mem_raw(count, sizeof **array);
        *most = count;
    }
    return *array;
}

/* One more item: the best within each room, with it or without. */
static void add(const double *restrict from, double *restrict to, size_t cells,
                double profit, size_t need)
{
    size_t without = need < cells ? need : cells;
    memcpy(to, from, without * sizeof *to);
    for (size_t x = need; x < cells; x++) {
        double with = from[x - need] + profit;
        to[x] = with > from[x] ? with : from[x];
    }
}

/* The same, upon itself. */
static void add_here(double *value, size_t cells, double profit, size_t need)
{
    for (size_t x = cells; x-- > need;) {
        double with = value[x - need] + profit;
        value[x] = with > value[x] ? with : value[x];
    }
}

/* The best of those in front and those behind within so many cells. */
static double join(const double *restrict front, const double *restrict behind,
                   size_t cells)
{
    double best = -INFINITY;
    for (size_t x = 0; x < cells; x++) {
        double both = front[x] + behind[cells - 1 - x];
        best = both > best ? both : best;
    }
    return best;
}

static bool may_be_taken(const struct sack *sack, int i)
{
    return sack->profit[i] > 0 && sack->weight[i] <= sack->room;
}

/* Row k of the table is the best of the first k items that may be taken. */
static int fill(struct knapsack *knapsack, const struct sack *sack, int unit)
{
    size_t cells = (size_t)(sack->room / unit) + 1;
    int takes = 0;
    for (int i = 0; i < sack->count; i++)
        takes += may_be_taken(sack, i);
    double *table = room_for(&knapsack->table, &knapsack->table_most,
                             ((size_t)takes + 1) * cells);
    memset(table, 0, cells * sizeof *table);
    for (int i = 0; i < sack->count; i++) {
        if (!may_be_taken(sack, i))
            continue;
        add(table, table + cells, cells, sack->profit[i],
            (size_t)(sack->weight[i] / unit));
        table += cells;
    }
    return takes;
}

static int unit_of(const struct sack *sack)
{
    double cells = ((double)sack->count + 1) * ((double)sack->room + 1);
    return cells <= KNAPSACK_CELLS ? 1 : (int)ceil(cells / KNAPSACK_CELLS);
}

double knapsack_margins(struct knapsack *knapsack, const struct sack *sack,
                        double *without, double *with)
{
    int unit = unit_of(sack), takes = fill(knapsack, sack, unit);
    size_t cells = (size_t)(sack->room / unit) + 1;
    double *behind = room_for(&knapsack->row, &knapsack->row_most, cells);
    const double *front = knapsack->table + (size_t)takes * cells;
    const double *all = front;
    memset(behind, 0, cells * sizeof *behind);
    for (int i = sack->count - 1; i >= 0; i--) {
        size_t need = (size_t)(sack->weight[i] / unit);
        without[i] = all[cells - 1];
        with[i] = -INFINITY;
        if (sack->weight[i] > sack->room)
            continue;
        with[i] = sack->profit[i] + all[cells - 1 - need];
        if (!(sack->profit[i] > 0))
            continue;
        front -= cells;
        without[i] = join(front, behind, cells);
        with[i] = sack->profit[i] + join(front, behind, cells - need);
        add_here(behind, cells, sack->profit[i], need);
    }
    return all[cells - 1];
}
