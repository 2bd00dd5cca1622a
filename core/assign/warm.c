#include "core/assign/warm.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/phasing.h"
#include "core/assign/price.h"
#include "core/base/mem.h"

/* Room from a step on is worth what it was in the first year of the step. */
static void site_prices(struct engine *engine, int site, const double *price)
{
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources, T = problem->years;
    const int *step = engine->step + site * T;
    for (int i = 0; i < T * R; i++) {
        int t = i / R, r = i % R, next = t + 1;
        while (next < T && step[next] == step[t])
            next++;
        double later = next < T ? price[(site * T + next) * R + r] : 0;
        if (t == 0 || step[t] != step[t - 1])
            engine->price[step[t] * R + r] =
                fmax(0, price[site * T * R + i] - later);
    }
}

/* The limit of districts, or of budgets, among those of the engine; NULL when
 * there is none. */
static struct limit *limit_find(const struct engine *engine, bool spends)
{
    const struct limits *limits = &engine->limits;
    int own = limits->count - engine->problem->shareds;
    for (int i = 0; i < own; i++) {
        if (limits->limit[i].spends == spends)
            return &limits->limit[i];
    }
    return NULL;
}

static void cells_take(const struct limit *limit, int years,
                       const double *price)
{
    for (int i = 0; i < limit->groups * years; i++)
        limit->price[i] = isfinite(limit->room[i]) ? price[i] : 0;
}

void warm_prices(struct engine *engine, const struct assignment *from)
{
    const struct assign_problem *problem = engine->problem;
    int T = problem->years;
    for (int k = 0; from->price && k < problem->sites; k++)
        site_prices(engine, k, from->price);
    const struct limit *budget = limit_find(engine, true);
    if (budget && from->budget_price)
        cells_take(budget, T, from->budget_price);
    const struct limit *district = limit_find(engine, false);
    for (int d = 0; district && from->limit_price && d < district->groups;
         d++) {
        if (isfinite(district->room[d * T + T - 1]))
            district->price[d * T + T - 1] = from->limit_price[d];
    }
    int own = engine->limits.count - problem->shareds;
    for (int i = 0; from->shared_price && i < problem->shareds; i++)
        cells_take(&engine->limits.limit[own + i], T, from->shared_price[i]);
    price_sum(engine);
}

static size_t option_of(const struct engine *engine, int job, int site)
{
    const size_t *start = engine->problem->start;
    for (size_t at = start[job]; at < start[job + 1]; at++) {
        if (engine->option[at].site == site)
            return at;
    }
    return NOWHERE;
}

/* Years that are possible, in order, and within the capital. */
static void phases_open(struct stock *stock, const struct assignment *from)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    const struct assign_phases *phases = &problem->phases;
    for (int k = 0; k < problem->sites; k++) {
        int least = 0;
        for (int p = phases->start[k]; p < phases->start[k + 1]; p++) {
            int year = from->opens[p];
            year = year < phases->earliest[p] ? phases->earliest[p] : year;
            least = year < least ? least : year;
            engine->phasing->opens[p] =
                least < problem->years ? least : problem->years;
        }
    }
    phasing_open(engine->phasing, stock);
}

void warm_places(struct stock *stock, const struct assignment *from)
{
    struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int jobs = from->jobs < problem->jobs ? from->jobs : problem->jobs;
    if (stock->opens && from->opens)
        phases_open(stock, from);
    for (int j = 0; j < jobs; j++) {
        int site = from->site[j], year = from->year[j];
        size_t option = site < 0 ? NOWHERE : option_of(engine, j, site);
        if (option != NOWHERE && year >= engine_from(problem, j, site) &&
            year < problem->years && engine_may(problem, j, site, year) &&
            stock_fits(stock, j, option, year))
            stock_move(stock, j, option, year);
    }
    engine->home = stock_new(engine);
    stock_copy(engine->home, stock);
}

static double *copy(const double *from, int count)
{
    double *to = mem_raw((size_t)count + 1, sizeof *to);
    memcpy(to, from, (size_t)count * sizeof *to);
    return to;
}

static void limits_answer(const struct engine *engine,
                          struct assignment *assignment)
{
    const struct assign_problem *problem = engine->problem;
    int T = problem->years;
    const struct limit *budget = limit_find(engine, true);
    if (budget)
        assignment->budget_price = copy(budget->price, T);
    const struct limit *district = limit_find(engine, false);
    if (district)
        assignment->limit_price =
            mem_new((size_t)district->groups + 1, sizeof(double));
    for (int i = 0; district && i < district->groups * T; i++)
        assignment->limit_price[i / T] += district->price[i];
    int own = engine->limits.count - problem->shareds;
    assignment->shareds = problem->shareds;
    assignment->shared_price =
        mem_new((size_t)problem->shareds + 1, sizeof(double *));
    for (int i = 0; i < problem->shareds; i++) {
        const struct limit *limit = &engine->limits.limit[own + i];
        assignment->shared_price[i] = copy(limit->price, limit->groups * T);
    }
}

void warm_answer(const struct engine *engine, struct assignment *assignment)
{
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources, cells = problem->sites * problem->years;
    assignment->price = mem_raw((size_t)(cells * R) + 1, sizeof(double));
    for (int i = 0; i < cells; i++)
        memcpy(assignment->price + i * R, engine->dear + engine->step[i] * R,
               (size_t)R * sizeof(double));
    limits_answer(engine, assignment);
}

void warm_release(struct assignment *assignment)
{
    free(assignment->price);
    free(assignment->budget_price);
    free(assignment->limit_price);
    for (int i = 0; i < assignment->shareds; i++)
        free(assignment->shared_price[i]);
    free(assignment->shared_price);
}
