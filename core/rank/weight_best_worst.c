#include "core/rank/weight_best_worst.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"

#define SMALL 1e-12

/* A linear programme in canonical form: each row has a basic variable, which
 * stands in no other row.  The last column is the right-hand side.  Columns:
 * the weights, xi, a slack for each row but that of the sum. */
struct simplex {
    int rows, columns; /* columns: without the right-hand side */
    double *cell;
    int *basic;
    bool *closed; /* columns that may not enter */
};

static double *cell(const struct simplex *lp, int row, int column)
{
    return &lp->cell[(size_t)row * (size_t)(lp->columns + 1) + (size_t)column];
}

static void pivot(struct simplex *lp, int row, int column)
{
    double by = *cell(lp, row, column);
    for (int k = 0; k <= lp->columns; k++)
        *cell(lp, row, k) /= by;
    *cell(lp, row, column) = 1;
    for (int i = 0; i < lp->rows; i++) {
        double factor = *cell(lp, i, column);
        if (i == row || factor == 0)
            continue;
        for (int k = 0; k <= lp->columns; k++)
            *cell(lp, i, k) -= factor * *cell(lp, row, k);
        *cell(lp, i, column) = 0;
    }
    lp->basic[row] = column;
}

/* What one more of the column costs. */
static double reduced(const struct simplex *lp, const double *cost, int column)
{
    double sum = cost[column];
    for (int i = 0; i < lp->rows; i++)
        sum -= cost[lp->basic[i]] * *cell(lp, i, column);
    return sum;
}

static int entering(const struct simplex *lp, const double *cost)
{
    for (int k = 0; k < lp->columns; k++) {
        if (!lp->closed[k] && reduced(lp, cost, k) < -SMALL)
            return k;
    }
    return -1;
}

/* The row that limits the column, by Bland's rule among equals. */
static int leaving(const struct simplex *lp, int column)
{
    int best = -1;
    double least = INFINITY;
    for (int i = 0; i < lp->rows; i++) {
        double by = *cell(lp, i, column);
        if (by <= SMALL)
            continue;
        double limit = fmax(0, *cell(lp, i, lp->columns)) / by;
        if (limit < least - SMALL ||
            (limit <= least + SMALL && lp->basic[i] < lp->basic[best])) {
            least = limit;
            best = i;
        }
    }
    return best;
}

/* From a corner to one of least cost; everything is bounded here. */
static void minimise(struct simplex *lp, const double *cost)
{
    int column;
    while ((column = entering(lp, cost)) >= 0) {
        int row = leaving(lp, column);
        assert(row >= 0);
        pivot(lp, row, column);
    }
}

static double value_of(const struct simplex *lp, int column)
{
    for (int i = 0; i < lp->rows; i++) {
        if (lp->basic[i] == column)
            return *cell(lp, i, lp->columns);
    }
    return 0;
}

/* The programme */

/* Row: sign (one - ratio other) - xi + slack = 0. */
static void add_row(struct simplex *lp, int n, int one, int other, double ratio)
{
    for (int sign = 1; sign >= -1; sign -= 2) {
        int row = lp->rows++;
        *cell(lp, row, one) = sign;
        *cell(lp, row, other) = -sign * ratio;
        *cell(lp, row, n) = -1;
        *cell(lp, row, n + 1 + row) = 1;
        lp->basic[row] = n + 1 + row;
    }
}

static int row_count(const struct best_worst_weights *made, int n)
{
    return 2 * (n - 1) + 2 * (n - 2) * (made->best != made->worst);
}

/* At first the best has the whole weight and xi is 1. */
static void build(struct simplex *lp, const struct best_worst *given,
                  const struct best_worst_weights *made)
{
    int n = given->n, all = row_count(made, n);
    lp->columns = n + 1 + all;
    lp->cell =
        mem_new((size_t)(all + 1) * (size_t)(lp->columns + 1), sizeof(double));
    lp->basic = mem_new((size_t)all + 1, sizeof(int));
    lp->closed = mem_new((size_t)lp->columns, sizeof(bool));
    for (int j = 0; j < n; j++) {
        if (j != made->best)
            add_row(lp, n, made->best, j, given->best_over[j]);
    }
    for (int j = 0; j < n; j++) {
        if (j != made->best && j != made->worst)
            add_row(lp, n, j, made->worst, given->over_worst[j]);
    }
    int sum = lp->rows++;
    for (int j = 0; j < n; j++)
        *cell(lp, sum, j) = 1;
    *cell(lp, sum, lp->columns) = 1;
    lp->basic[sum] = made->best;
    pivot(lp, sum, made->best);
    pivot(lp, 0, n);
}

static void release(struct simplex *lp)
{
    free(lp->cell);
    free(lp->basic);
    free(lp->closed);
}

/* Only what costs nothing may still change. */
static void close_costly(struct simplex *lp, const double *cost)
{
    for (int k = 0; k < lp->columns; k++)
        lp->closed[k] = reduced(lp, cost, k) > 1e-10;
}

/* The least and the most of each weight with the same xi. */
static void spread_of(struct simplex *lp, int n, double *cost,
                      struct best_worst_weights *made)
{
    made->unique = true;
    for (int j = 0; j < n; j++) {
        double end[2];
        for (int k = 0; k < 2; k++) {
            cost[j] = k == 0 ? 1 : -1;
            minimise(lp, cost);
            end[k] = value_of(lp, j);
        }
        cost[j] = 0;
        made->unique &= end[1] - end[0] < 1e-9;
        if (made->low) {
            made->low[j] = end[0];
            made->high[j] = end[1];
        }
    }
}

static void solve(const struct best_worst *given,
                  struct best_worst_weights *made)
{
    int n = given->n;
    struct simplex lp = { 0 };
    build(&lp, given, made);
    double *cost = mem_new((size_t)lp.columns, sizeof *cost);
    cost[n] = 1;
    minimise(&lp, cost);
    made->xi = fmax(0, value_of(&lp, n));
    for (int j = 0; j < n; j++)
        made->weight[j] = value_of(&lp, j);
    close_costly(&lp, cost);
    cost[n] = 0;
    spread_of(&lp, n, cost, made);
    free(cost);
    release(&lp);
}

/* The input */

static bool ratio_check(const struct best_worst *given, const double *ratio,
                        struct err *err)
{
    for (int j = 0; j < given->n; j++) {
        if (!(ratio[j] >= 1))
            return err_set(err, ERR_RANGE,
                           "criterion '%s': a comparison is 1 or more, got %g",
                           given->name[j], ratio[j]);
        if (ratio[j] > BEST_WORST_RATIO)
            return err_set(err, ERR_RANGE,
                           "criterion '%s': a comparison is at most %d, got %g",
                           given->name[j], BEST_WORST_RATIO, ratio[j]);
    }
    return true;
}

/* Where a criterion is compared with itself. */
static bool find_own(const struct best_worst *given, const double *ratio,
                     int stated, int *own, struct err *err)
{
    *own = stated;
    for (int j = 0; stated < 0 && *own < 0 && j < given->n; j++)
        *own = ratio[j] == 1 ? j : -1;
    if (*own < 0)
        return err_set(err, ERR_RANGE, "none is compared with itself (1)");
    if (ratio[*own] != 1)
        return err_set(err, ERR_RANGE,
                       "criterion '%s' against itself is 1, got %g",
                       given->name[*own], ratio[*own]);
    return true;
}

static bool given_check(const struct best_worst *given,
                        struct best_worst_weights *made, struct err *err)
{
    if (given->n < 2)
        return err_set(err, ERR_RANGE, "two criteria at least are compared");
    if (given->n > BEST_WORST_MOST)
        return err_set(err, ERR_RANGE, "more than %d criteria",
                       BEST_WORST_MOST);
    if (!ratio_check(given, given->best_over, err) ||
        !find_own(given, given->best_over, given->best, &made->best, err))
        return err_in(err, "best over others");
    if (!ratio_check(given, given->over_worst, err) ||
        !find_own(given, given->over_worst, given->worst, &made->worst, err))
        return err_in(err, "others over worst");
    if (made->best == made->worst)
        return err_set(err, ERR_RANGE,
                       "criterion '%s' cannot be the best and the worst",
                       given->name[made->best]);
    double there = given->best_over[made->worst];
    double back = given->over_worst[made->best];
    if (there != back)
        return err_set(err, ERR_RANGE,
                       "the best over the worst is %g in one list and %g in "
                       "the other",
                       there, back);
    return true;
}

static void input_ratio(const struct best_worst *given,
                        struct best_worst_weights *made)
{
    double whole = given->best_over[made->worst];
    made->ratio = 0;
    made->farthest = -1;
    for (int j = 0; whole > 1 && j < given->n; j++) {
        double off = fabs(given->best_over[j] * given->over_worst[j] - whole) /
                     (whole * whole - whole);
        if (j == made->best || j == made->worst || off <= made->ratio)
            continue;
        made->ratio = off;
        made->farthest = j;
    }
}

bool best_worst_find(const struct best_worst *given,
                     struct best_worst_weights *found, struct err *err)
{
    struct best_worst_weights made = *found;
    if (!given_check(given, &made, err))
        return false;
    input_ratio(given, &made);
    solve(given, &made);
    *found = made;
    return true;
}
