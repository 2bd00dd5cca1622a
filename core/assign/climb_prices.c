/* Climbing with a price on every limit. */

#include <math.h>

#include "core/assign/climb.h"
#include "core/assign/keep.h"
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

enum { ASKED = 2000 }; /* jobs */

/* What a job takes in the cheapest place where it takes anything. */
static double first_taken(const struct engine *engine,
                          const struct limit *limit, int job)
{
    const struct assign_problem *problem = engine->problem;
    double taken = 0;
    for (size_t at = problem->start[job];
         at < problem->start[job + 1] && taken <= 0; at++)
        taken = engine_takes(engine, limit, job, at);
    return taken;
}

/* Of some jobs where there are many. */
static double mean_taken(const struct engine *engine, const struct limit *limit)
{
    const struct assign_problem *problem = engine->problem;
    size_t count = 0;
    double sum = 0;
    for (int j = 0; j < problem->jobs; j += problem->jobs / ASKED + 1) {
        count += problem->start[j] < problem->start[j + 1];
        sum += first_taken(engine, limit, j);
    }
    return count ? sum / (double)count : 1;
}

size_t climb_limits_count(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (size_t)(engine->first[problem->sites] * problem->resources +
                    engine->limits.cells);
}

static void climb_limit(struct climb *climb, struct demand *demand,
                        const struct limit *limit)
{
    int T = climb->engine->limits.years;
    double unit = mean_taken(climb->engine, limit);
    if (!limit->flow)
        unit *= 4; /* a total of many years: gentler steps */
    for (int g = 0; g < limit->groups; g++) {
        const int *next = limit->next + g * (T + 1);
        for (int t = next[0]; t < T; t = next[t + 1])
            climb_row(climb, &limit->price[g * T + t],
                      &demand->taken[limit->first + g * T + t],
                      limit->room[g * T + t], unit, 0);
    }
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
    for (int i = 0; i < engine->limits.count; i++)
        climb_limit(climb, demand, &engine->limits.limit[i]);
}

void climb_stay(const struct engine *engine, struct demand *demand)
{
    int R = engine->problem->resources;
    for (int k = 0; k < engine->problem->sites; k++) {
        for (int i = (engine->first[k] + 1) * R; i < engine->first[k + 1] * R;
             i++)
            demand->used[i] += demand->used[i - R];
    }
    limits_stay(&engine->limits, demand->taken);
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
    int part; /* the next one to look at */
};

static double pass(void *data)
{
    struct prices *prices = data;
    price_sum(prices->engine);
    double bound = price_pass(prices->engine, &prices->demand);
    climb_stay(prices->engine, &prices->demand);
    return bound;
}

static void climb_make(struct climb *climb, struct prices *prices,
                       struct engine *engine)
{
    *prices = (struct prices){ engine, demand_new(engine), 0 };
    climb->engine = engine;
    climb->data = prices;
    climb->pass = pass;
    climb_room(climb, climb_limits_count(engine));
    climb_limits(climb, &prices->demand);
}

enum {
    LARGE = 3000, /* jobs */
    PARTS = 32,
    PARTS_SEEN = 192, /* while warming up */
    ROUND = 80        /* passes */
};

#define ROUND_GAIN                                                             \
    2e-5 /* of the bound: a round that gains less is the last                  \
          */

/* A part of the jobs, each time another. */
static double pass_part(void *data)
{
    struct prices *prices = data;
    price_sum(prices->engine);
    price_part(prices->engine, &prices->demand, prices->part, PARTS);
    climb_stay(prices->engine, &prices->demand);
    prices->part = (prices->part + 1) % PARTS;
    prices->engine->steps += prices->part == 0;
    return 0;
}

/* Passes over the few options that are kept, then one over all for the bound.
 * Returns what that is. */
static double climb_round(struct climb *climb, double share)
{
    struct engine *engine = climb->engine;
    keep_make(engine);
    climb_run(climb, share);
    keep_free(engine);
    double bound = pass(climb->data);
    engine_bound(engine, bound);
    return bound;
}

/* Where a pass over all takes long: first a few jobs at a time, with many
 * more steps; then rounds. */
static void climb_large(struct climb *climb, double share,
                        void (*now_and_then)(struct engine *))
{
    struct engine *engine = climb->engine;
    double before = -INFINITY;
    climb->pass = pass_part;
    climb_warm(climb, PARTS_SEEN, share);
    climb->pass = pass;
    climb->rough = true;
    climb->most = ROUND;
    for (double rate = climb->rate;; rate *= 0.5) {
        /* Where steps have grown they are worth going on with. */
        climb->rate = fmax(rate, 0.5 * climb->rate);
        double bound = climb_round(climb, share);
        if (bound - before < ROUND_GAIN * fabs(bound) ||
            engine_over(engine, share))
            return;
        if (isinf(before)) /* something early; more when prices stand */
            now_and_then(engine);
        before = bound;
    }
}

void climb_prices(struct engine *engine, double share,
                  void (*now_and_then)(struct engine *))
{
    struct prices prices;
    struct climb climb = { .rate = 0.4 * climb_mean_cost(engine),
                           .near = engine->near };
    climb_make(&climb, &prices, engine);
    if (engine->problem->jobs >= LARGE && !engine->near) {
        climb_large(&climb, share, now_and_then);
    } else {
        climb.now_and_then = now_and_then;
        climb_run(&climb, share);
        pass(&prices);
    }
    climb_release(&climb);
    demand_free(&prices.demand);
}

enum { NEAR = 12 };

void climb_near(struct engine *engine)
{
    struct prices prices;
    struct climb climb = { .rate = 0.002 * climb_mean_cost(engine),
                           .most = NEAR };
    climb_make(&climb, &prices, engine);
    climb_run(&climb, 0.5);
    pass(&prices);
    climb_release(&climb);
    demand_free(&prices.demand);
}
