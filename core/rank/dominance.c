#include "core/rank/dominance.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/sort.h"
#include "core/rank/worths.h"

/* Rows of worths, one behind the other, and their order. */
struct table {
    size_t n;
    int columns;
    double *low, *high; /* the same where nothing is unknown */
    uint32_t *order;
};

static double *turned(const struct worths *worths, int columns)
{
    double *rows = mem_raw(worths->n * (size_t)columns + 1, sizeof *rows);
    int column = 0;
    for (int j = 0; j < worths->criteria; j++) {
        if (worths->weight[j] == 0)
            continue;
        for (size_t k = 0; k < worths->n; k++)
            rows[k * (size_t)columns + (size_t)column] =
                worths_of(worths, j)[k];
        column++;
    }
    return rows;
}

/* Those with more in sum first; who has as much, by the first criterion, the
 * second and so on: whoever dominates stands before. */
static void sort_rows(struct table *table)
{
    size_t n = table->n, columns = (size_t)table->columns;
    double *key = mem_raw(n + 1, sizeof *key);
    table->order = mem_raw(n + 1, sizeof *table->order);
    for (size_t k = 0; k < n; k++)
        table->order[k] = (uint32_t)k;
    for (size_t j = columns; j-- > 0;) {
        for (size_t k = 0; k < n; k++)
            key[k] = table->low[k * columns + j];
        sort_highest(key, table->order, n);
    }
    for (size_t k = 0; k < n; k++) {
        key[k] = 0;
        for (size_t j = 0; j < columns; j++)
            key[k] += table->low[k * columns + j];
    }
    sort_highest(key, table->order, n);
    free(key);
}

static void table_init(struct table *table, const struct ranking *ranking,
                       const struct rank_problem *problem)
{
    struct worths worths;
    *table = (struct table){ .n = ranking->ranked };
    for (int j = 0; j < problem->criteria; j++)
        table->columns += ranking->norm[j].weight > 0;
    worths_bound(&worths, ranking, problem, false);
    table->low = table->high = turned(&worths, table->columns);
    worths_release(&worths);
    if (ranking->low != ranking->score) {
        worths_bound(&worths, ranking, problem, true);
        table->high = turned(&worths, table->columns);
        worths_release(&worths);
    }
    sort_rows(table);
}

static void table_release(struct table *table)
{
    if (table->high != table->low)
        free(table->high);
    free(table->low);
    free(table->order);
}

static bool dominates(const double *better, const double *worse, int columns)
{
    bool more = false;
    for (int j = 0; j < columns; j++) {
        if (better[j] < worse[j])
            return false;
        more = more || better[j] > worse[j];
    }
    return more;
}

static void compare(const struct table *table, const struct ranking *ranking,
                    int64_t *by)
{
    size_t columns = (size_t)table->columns, front = 0;
    uint32_t *free_ones = mem_raw(table->n + 1, sizeof *free_ones);
    for (size_t i = 0; i < table->n; i++) {
        uint32_t row = table->order[i];
        const double *high = table->high + row * columns;
        size_t k = 0;
        while (k < front && !dominates(table->low + free_ones[k] * columns,
                                       high, table->columns))
            k++;
        if (k < front)
            by[ranking->order[row]] = ranking->order[free_ones[k]];
        else
            free_ones[front++] = row;
    }
    free(free_ones);
}

bool ranking_dominance(const struct ranking *ranking,
                       const struct rank_problem *problem, int64_t *by,
                       struct err *err)
{
    struct table table;
    if (ranking->ranked > DOMINANCE_MOST)
        return err_set(err, ERR_RANGE,
                       "who is dominated is asked of up to %d alternatives",
                       DOMINANCE_MOST);
    for (size_t i = 0; i < ranking->alternatives; i++)
        by[i] = -1;
    if (ranking->ranked == 0)
        return true;
    table_init(&table, ranking, problem);
    compare(&table, ranking, by);
    table_release(&table);
    return true;
}
