/* What factors change of a pipeline. */
#include <math.h>

#include "bindings/sweep/pipeline_worker.h"

static double changed(int op, double base, double value)
{
    return op == EFFECT_SET   ? value
           : op == EFFECT_ADD ? base + value
                              : base * value;
}

/* Amounts stay whole, not negative and far from overflow. */
static int64_t amount(enum effect_op op, int64_t base, double value)
{
    if (base == PLACE_NO_LIMIT && op != EFFECT_SET)
        return base;
    double number = round(changed((int)op, (double)base, value));
    return number > 0 ? number < 4e18 ? (int64_t)number : INT64_MAX / 2 : 0;
}

static void change_supply(struct worker *worker, const struct effect *effect,
                          double value)
{
    const struct place_problem *problem = &worker->problem;
    int64_t *supply = worker->supply[effect->at];
    for (int g = 0; g < resource_groups(problem, effect->at); g++) {
        for (int t = 0; t < problem->years; t++, supply++) {
            if ((effect->of < 0 || effect->of == g) &&
                (effect->year < 0 || effect->year == t))
                *supply = amount(effect->op, *supply, value);
        }
    }
}

static void change_need(struct worker *worker, const struct effect *effect,
                        double value)
{
    int64_t *need = worker->need[effect->at];
    for (int e = 0; e < worker->problem.enterprises; e++) {
        if (effect->of < 0 || effect->of == e)
            need[e] = amount(effect->op, need[e], value);
    }
}

static int in_years(const struct place_problem *problem, double year)
{
    double last = problem->years - 1;
    return (int)(year < 0 ? 0 : year > last ? last : year);
}

/* All its years come later, and before them it is shut. */
static void change_shut(struct worker *worker, int cluster, double later)
{
    const struct place_problem *base = &worker->pipeline->problem;
    size_t row = (size_t)cluster * (size_t)base->years;
    for (int t = 0; t < base->years; t++) {
        double year = t - round(later);
        size_t from = row + (size_t)in_years(base, year);
        worker->shut[row + (size_t)t] =
            year < 0 || (base->shut && base->shut[from]);
    }
}

static void change_earliest(struct worker *worker, const struct effect *effect,
                            double value)
{
    const struct place_problem *problem = &worker->problem;
    double from = effect->op == EFFECT_SET ? problem->first_year : 0;
    for (int e = 0; e < problem->enterprises; e++) {
        if (effect->of >= 0 && effect->of != e)
            continue;
        worker->earliest[e] = in_years(
            problem,
            round(changed((int)effect->op, worker->earliest[e], value - from)));
    }
}

static void apply(struct worker *worker, const struct effect *effect,
                  double value)
{
    struct place_opening *opening = worker->opening;
    switch (effect->target) {
    case EFFECT_SUPPLY:
        change_supply(worker, effect, value);
        break;
    case EFFECT_NEED:
        change_need(worker, effect, value);
        break;
    case EFFECT_FREE:
        worker->free[effect->at] =
            amount(effect->op, worker->free[effect->at], value);
        break;
    case EFFECT_OPENS:
        opening += effect->at;
        opening->year =
            (int)round(changed((int)effect->op, opening->year, value));
        break;
    case EFFECT_AREA:
        opening += effect->at;
        opening->area = amount(effect->op, opening->area, value);
        break;
    case EFFECT_SHUT:
        change_shut(worker, effect->at, value);
        break;
    case EFFECT_EARLIEST:
        change_earliest(worker, effect, value);
        break;
    case EFFECT_WEIGHT:
        worker->criterion[effect->at].weight = changed(
            (int)effect->op, worker->criterion[effect->at].weight, value);
        break;
    case EFFECT_MONEY:
    case EFFECT_COST:
    case EFFECT_STARTS:
        break; /* of works, which are built already */
    }
}

static void apply_to_works(struct works_worker *works,
                           const struct effect *effect, double value)
{
    int op = (int)effect->op;
    if (effect->target == EFFECT_MONEY)
        works_money(works, effect->at, effect->year, op, value, changed);
    else if (effect->target == EFFECT_COST)
        works_cost(works, effect->of, op, value, changed);
    else if (effect->target == EFFECT_STARTS)
        works_starts(works, effect->of, op, value, changed);
}

static double value_of(const struct effect *effect, const double *in)
{
    return in[effect->factor] * effect->scale + effect->offset;
}

/* When phases open, before effects may make them late. */
static bool build(struct worker *worker, const double *in, struct err *err)
{
    const struct pipeline *pipeline = worker->pipeline;
    works_reset(&worker->works);
    for (int i = 0; i < pipeline->effects; i++)
        apply_to_works(&worker->works, &pipeline->effect[i],
                       value_of(&pipeline->effect[i], in));
    if (!works_solve(&worker->works, err))
        return false;
    for (int i = 0; i < pipeline->works->problem.phases; i++) {
        int opening = pipeline->opening[i];
        if (opening >= 0)
            worker->opening[opening].year = works_year(&worker->works, i);
    }
    return true;
}

bool pipeline_apply(struct worker *worker, const double *in, struct err *err)
{
    const struct pipeline *pipeline = worker->pipeline;
    if (pipeline->works && !build(worker, in, err))
        return false;
    for (int i = 0; i < pipeline->effects; i++)
        apply(worker, &pipeline->effect[i], value_of(&pipeline->effect[i], in));
    return true;
}
