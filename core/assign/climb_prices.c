/* Climbing with a price on every limit. */
#include <stdlib.h>

#include "core/assign/climb.h"
#include "core/assign/price.h"

static double mean_need(const struct assign_problem *problem, int r)
{
    double sum = 0;
    size_t R = (size_t)problem->resources, jobs = (size_t)problem->jobs;
    size_t count = problem->by_option ? problem->start[jobs] : jobs;
    for (size_t i = 0; i < count; i++)
        sum += problem->need[i * R + (size_t)r];
    return count ? sum / (double)count : 1;
}

static double mean_hazard(const struct assign_problem *problem)
{
    double sum = 0;
    for (int j = 0; j < problem->jobs; j++)
        sum += engine_hazard(problem, j);
    return problem->jobs ? 4 * sum / problem->jobs : 1;
}

static double mean_spend(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    double sum = 0;
    size_t count = problem->start[problem->jobs];
    for (int j = 0; j < problem->jobs; j++) {
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++)
            sum += engine_spend(engine, j, at);
    }
    return count ? sum / (double)count : 1;
}

size_t climb_limits_count(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (size_t)(engine->first[problem->sites] * problem->resources +
                    problem->districts + problem->years);
}

void climb_limits(struct climb *climb, struct demand *demand)
{
    struct engine *engine = climb->engine;
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources, rows = engine->first[problem->sites] * R;
    double unit[ASSIGN_RESOURCES] = { 0 };
    for (int r = 0; r < R; r++)
        unit[r] = mean_need(problem, r);
    for (int i = 0; i < rows; i++)
        climb_row(climb, &engine->price[i], &demand->used[i], engine->room[i],
                  unit[i % R], 0);
    double hazard = mean_hazard(problem), spend = mean_spend(engine);
    for (int d = 0; problem->limit && d < problem->districts; d++) {
        if (isfinite(problem->limit[d]))
            climb_row(climb, &engine->district[d], &demand->hazard[d],
                      problem->limit[d], hazard, 0);
    }
    for (int t = 0; problem->budget && t < problem->years; t++) {
        if (isfinite(problem->budget[t]))
            climb_row(climb, &engine->year[t], &demand->spent[t],
                      problem->budget[t], spend, 0);
    }
}

void climb_stay(const struct engine *engine, struct demand *demand)
{
    int R = engine->problem->resources;
    for (int k = 0; k < engine->problem->sites; k++) {
        for (int i = (engine->first[k] + 1) * R; i < engine->first[k + 1] * R;
             i++)
            demand->used[i] += demand->used[i - R];
    }
}

double climb_mean_cost(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    double sum = 0;
    for (int j = 0; j < problem->jobs; j++) {
        double least = problem->penalty[j];
        if (problem->start[j] < problem->start[j + 1])
            least = fmin(least, (double)engine->option[problem->start[j]].cost);
        sum += least;
    }
    return problem->jobs ? sum / problem->jobs : 0;
}

struct prices {
    struct engine *engine;
    struct demand demand;
};

static double pass(void *data)
{
    struct prices *prices = data;
    price_sum(prices->engine);
    double bound = price_pass(prices->engine, &prices->demand);
    climb_stay(prices->engine, &prices->demand);
    return bound;
}

void climb_prices(struct engine *engine, double share,
                  void (*now_and_then)(struct engine *))
{
    struct prices prices = { engine, demand_new(engine) };
    struct climb climb = { .engine = engine,
                           .pass = pass,
                           .data = &prices,
                           .rate = 0.4 * climb_mean_cost(engine),
                           .now_and_then = now_and_then };
    climb_room(&climb, climb_limits_count(engine));
    climb_limits(&climb, &prices.demand);
    climb_run(&climb, share);
    pass(&prices);
    climb_release(&climb);
    demand_free(&prices.demand);
}
