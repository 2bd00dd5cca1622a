#include "core/rank/dethrone.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/worths.h"

/* The worth of one row less that of the first, of a criterion. */
static double over(const struct worths *worths, int j, size_t k)
{
    const double *worth = worths_of(worths, j);
    return worth[k] - worth[0];
}

/* The criterion with weight where row k is best off against the first, or
 * worst off among those not taken from yet; -1 when there is none. */
static int favours(const struct worths *worths, size_t k, const double *left,
                   double sign)
{
    int best = -1;
    for (int j = 0; j < worths->criteria; j++) {
        if (!(left[j] > 0))
            continue;
        if (best < 0 ||
            sign * over(worths, j, k) > sign * over(worths, best, k))
            best = j;
    }
    return best;
}

/* How much weight must move for row k to draw level; INFINITY when it cannot.
 * weight gets the shares then. */
static double move_for(const struct worths *worths, size_t k, double *left,
                       double *weight)
{
    size_t size = (size_t)worths->criteria * sizeof *weight;
    double gap = 0, moved = 0;
    memcpy(weight, worths->weight, size);
    memcpy(left, worths->weight, size);
    for (int j = 0; j < worths->criteria; j++)
        gap -= worths->weight[j] * over(worths, j, k);
    int to = favours(worths, k, left, 1);
    double gain = over(worths, to, k);
    if (gap <= RANK_TIE)
        return 0;
    if (!(gain >= 0))
        return INFINITY;
    left[to] = 0;
    for (int from; gap > 0 && (from = favours(worths, k, left, -1)) >= 0;) {
        double each = gain - over(worths, from, k);
        if (!(each > 0)) /* what is left of the gap is rounding */
            break;
        double part = fmin(left[from], gap / each);
        weight[from] -= part;
        weight[to] += part;
        moved += part;
        gap = part < left[from] ? 0 : gap - part * each;
        left[from] = 0;
    }
    return moved;
}

static void search(struct dethrone *dethrone, const struct worths *worths,
                   const struct ranking *ranking)
{
    size_t count = (size_t)worths->criteria;
    double *left = mem_raw(count, sizeof *left);
    double *weight = mem_raw(count, sizeof *weight);
    dethrone->moved = INFINITY;
    for (size_t k = 1; k < worths->n; k++) {
        double moved = move_for(worths, k, left, weight);
        if (!(moved < dethrone->moved))
            continue;
        dethrone->moved = moved;
        dethrone->who = ranking->order[k];
        memcpy(dethrone->weight, weight, count * sizeof *weight);
    }
    free(left);
    free(weight);
}

bool dethrone_init(struct dethrone *dethrone, const struct ranking *ranking,
                   const struct rank_problem *problem, struct err *err)
{
    struct worths worths;
    *dethrone = (struct dethrone){ .who = -1, .first = -1 };
    if (!worths_add_up(problem, err))
        return false;
    worths_init(&worths, ranking, problem);
    if (worths.counts) {
        worths_release(&worths);
        return err_set(err, ERR_UNSOLVED,
                       "values are left out, so the weights are not the same "
                       "for all");
    }
    dethrone->weight = mem_raw((size_t)worths.criteria, sizeof(double));
    memcpy(dethrone->weight, worths.weight,
           (size_t)worths.criteria * sizeof(double));
    if (worths.n > 0)
        dethrone->first = ranking->order[0];
    search(dethrone, &worths, ranking);
    worths_release(&worths);
    return true;
}

void dethrone_release(struct dethrone *dethrone)
{
    free(dethrone->weight);
    *dethrone = (struct dethrone){ 0 };
}
