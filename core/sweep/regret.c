#include "core/sweep/regret.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/sum.h"

static bool future_known(const struct regret_problem *p, int64_t future)
{
    for (int i = 0; i < p->plans; i++) {
        if (!isfinite(p->value[i * p->futures + future]))
            return false;
    }
    return true;
}

/* How good, so that more is always better. */
static double worth(const struct regret_problem *p, int plan, int64_t future)
{
    double value = p->value[plan * p->futures + future];
    return p->lower ? -value : value;
}

static void find_regrets(struct regret *r, const struct regret_problem *p)
{
    for (int64_t j = 0; j < r->futures; j++) {
        double best = -INFINITY;
        for (int i = 0; i < p->plans; i++)
            best = fmax(best, worth(p, i, r->future[j]));
        for (int i = 0; i < p->plans; i++)
            r->regret[i * r->futures + j] = best - worth(p, i, r->future[j]);
    }
}

static void judge(struct regret *r, const struct regret_problem *p, int i)
{
    struct regret_plan *plan = &r->plan[i];
    struct sum sum = SUM_INIT, regrets = SUM_INIT;
    double worst = INFINITY, best = -INFINITY, n = (double)r->futures;
    double bar = p->lower ? -p->threshold : p->threshold;
    int64_t satisfied = 0;
    *plan = (struct regret_plan){ .most_regret = -1 };
    for (int64_t j = 0; j < r->futures; j++) {
        double v = worth(p, i, r->future[j]);
        double regret = r->regret[i * r->futures + j];
        worst = fmin(worst, v);
        best = fmax(best, v);
        sum_add(&sum, v);
        sum_add(&regrets, regret);
        satisfied += v >= bar;
        plan->best_in += regret == 0;
        if (regret > plan->most_regret) {
            plan->most_regret = regret;
            plan->worst_future = r->future[j];
        }
    }
    double sign = p->lower ? -1 : 1;
    plan->worst = sign * worst;
    plan->best = sign * best;
    plan->hurwicz = sign * (p->alpha * best + (1 - p->alpha) * worst);
    plan->mean = sign * sum_total(&sum) / n;
    plan->mean_regret = sum_total(&regrets) / n;
    plan->satisfied = isnan(p->threshold) ? NAN : (double)satisfied / n;
}

bool regret_init(struct regret *r, const struct regret_problem *p,
                 struct err *err)
{
    if (p->plans < 1 || p->futures < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (!(p->alpha >= 0 && p->alpha <= 1))
        return err_set(err, ERR_RANGE, "alpha must be from 0 to 1, got %g",
                       p->alpha);
    *r = (struct regret){ .plans = p->plans };
    r->future = mem_raw((size_t)p->futures, sizeof *r->future);
    for (int64_t j = 0; j < p->futures; j++) {
        if (future_known(p, j))
            r->future[r->futures++] = j;
    }
    r->left_out = p->futures - r->futures;
    if (r->futures == 0) {
        regret_release(r);
        return err_set(err, ERR_UNSOLVED,
                       "there is no future in which all plans have a result");
    }
    size_t plans = (size_t)p->plans;
    r->plan = mem_raw(plans, sizeof *r->plan);
    r->regret = mem_raw(plans * (size_t)r->futures, sizeof *r->regret);
    find_regrets(r, p);
    for (int i = 0; i < p->plans; i++)
        judge(r, p, i);
    return true;
}

void regret_release(struct regret *r)
{
    free(r->future);
    free(r->plan);
    free(r->regret);
    *r = (struct regret){ 0 };
}
