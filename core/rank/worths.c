#include "core/rank/worths.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/norm.h"
#include "core/rank/score.h"

static void fill(struct worths *worths, const struct ranking *ranking,
                 const struct rank_problem *problem, enum fill way)
{
    size_t n = ranking->ranked;
    int criteria = problem->criteria;
    size_t cells = (size_t)criteria * n;
    bool out = way == FILL_STATED && problem_leaves_out(problem);
    *worths = (struct worths){ .n = n, .criteria = criteria };
    worths->weight = mem_raw((size_t)criteria, sizeof(double));
    worths->worth = mem_raw(cells + 1, sizeof(double));
    worths->counts = out ? mem_raw(cells + 1, sizeof(double)) : NULL;
    for (int j = 0; j < criteria; j++) {
        const struct norm *norm = &ranking->norm[j];
        worths->weight[j] = norm->weight;
        for (size_t k = 0; k < n; k++) {
            size_t cell = (size_t)j * n + k;
            double weight;
            norm_worth(norm, ranking->order[k], 1, way, &worths->worth[cell],
                       &weight);
            if (out)
                worths->counts[cell] = norm->weight == 0 || weight > 0;
        }
    }
}

void worths_init(struct worths *worths, const struct ranking *ranking,
                 const struct rank_problem *problem)
{
    fill(worths, ranking, problem, FILL_STATED);
}

void worths_bound(struct worths *worths, const struct ranking *ranking,
                  const struct rank_problem *problem, bool high)
{
    fill(worths, ranking, problem, high ? FILL_HIGH : FILL_LOW);
}

void worths_release(struct worths *worths)
{
    free(worths->weight);
    free(worths->worth);
    free(worths->counts);
    *worths = (struct worths){ 0 };
}

bool worths_add_up(const struct rank_problem *problem, struct err *err)
{
    if (problem->method == RANK_SUM)
        return true;
    return err_set(err, ERR_UNSOLVED,
                   "only of the weighted sum (method 'sum') can that be said");
}
