#include "core/assign/engine.h"
#include "core/base/clock.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/cuts.h"
#include "core/assign/order.h"
#include "core/assign/phasing.h"
#include "core/assign/shortlist.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"

/* Steps of the sites: a step begins where the room is not that of the year
 * before. */
static void steps_make(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t R = (size_t)problem->resources, T = (size_t)problem->years;
    size_t cells = (size_t)problem->sites * T;
    int count = 0;
    engine->first = mem_new((size_t)problem->sites + 1, sizeof(int));
    engine->step = mem_new(cells + 1, sizeof(int));
    engine->room = mem_raw(cells * R + 1, sizeof(double));
    for (size_t k = 0; k < (size_t)problem->sites; k++) {
        engine->first[k] = count;
        for (size_t t = 0; t < T; t++) {
            const double *now = problem->room + (k * T + t) * R;
            if (t == 0 || engine->joint ||
                memcmp(now, now - R, R * sizeof *now) != 0)
                memcpy(engine->room + (size_t)count++ * R, now,
                       R * sizeof *now);
            engine->step[k * T + t] = count - 1;
        }
    }
    engine->first[problem->sites] = count;
}

static bool is_whole(double number)
{
    return number == floor(number);
}

static bool costs_whole(const struct assign_problem *problem)
{
    for (int j = 0; j < problem->jobs; j++) {
        if (!is_whole(problem->penalty[j]) ||
            !is_whole(engine_wait(problem, j)))
            return false;
    }
    for (size_t at = 0; at < problem->start[problem->jobs]; at++) {
        if (!is_whole((double)problem->option[at].cost))
            return false;
    }
    return true;
}

static void prices_make(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources + 1;
    engine->price = mem_new(rows, sizeof(double));
    engine->dear = mem_new(rows, sizeof(double));
    engine->floor =
        mem_new((size_t)problem->sites * ((size_t)problem->resources + 1) + 1,
                sizeof(double));
    engine->limits = limits_new(problem);
    engine->narrow = problem->shut || problem->pin_year;
    engine->share = mem_new((size_t)problem->jobs + 1, sizeof(double));
    engine->chosen = mem_raw((size_t)problem->jobs + 1, sizeof(size_t));
    for (int j = 0; j < problem->jobs; j++)
        engine->chosen[j] = NOWHERE;
}

struct engine *engine_new(const struct assign_problem *problem,
                          const struct assign_work *work)
{
    struct engine *engine = mem_new(1, sizeof *engine);
    engine->problem = problem;
    engine->work = work;
    engine->began = clock_seconds();
    engine->threads = work->threads > 0 ? work->threads : 1;
    engine->joint = work->joint;
    engine->bound = -INFINITY;
    engine->stage = "prices";
    steps_make(engine);
    order_options(engine);
    engine->whole = costs_whole(problem);
    prices_make(engine);
    if (engine->joint)
        engine->phasing = phasing_new(engine);
    engine->best = stock_new(engine);
    return engine;
}

void engine_free(struct engine *engine)
{
    free(engine->option);
    free(engine->need);
    free(engine->first);
    free(engine->step);
    free(engine->room);
    free(engine->price);
    free(engine->dear);
    free(engine->floor);
    limits_release(&engine->limits);
    free(engine->share);
    free(engine->chosen);
    shortlist_free(engine->shortlist);
    phasing_free(engine->phasing);
    cuts_free(engine->cuts);
    stock_free(engine->best);
    stock_free(engine->home);
    free(engine);
}

double engine_seconds(const struct engine *engine)
{
    return clock_seconds() - engine->began;
}

void engine_bound(struct engine *engine, double bound)
{
    /* Adding up can have rounded, by less than this. */
    bound -= 1e-11 * (fabs(bound) + 1);
    if (engine->whole)
        bound = ceil(bound - 1e-6);
    if (bound > engine->bound)
        engine->bound = bound;
}

static double least_total(const struct engine *engine)
{
    double total = engine->best->total;
    return engine->aside ? fmin(total, engine->aside->total) : total;
}

static bool watcher_stops(struct engine *engine, double seconds)
{
    const struct assign_work *work = engine->work;
    if (!work->watch || seconds < engine->told + 0.1)
        return false;
    engine->told = seconds;
    const struct assign_progress progress = {
        .seconds = seconds,
        .total = least_total(engine),
        .bound = engine->bound,
        .steps = engine->steps,
        .stage = engine->stage,
    };
    return !work->watch(work->data, &progress);
}

bool engine_late(const struct engine *engine)
{
    return engine->work->seconds > 0 &&
           engine_seconds(engine) >= engine->work->seconds;
}

bool engine_over(struct engine *engine, double share)
{
    const struct assign_work *work = engine->work;
    double total = least_total(engine);
    if (total - engine->bound <= work->gap * fabs(total) + 1e-9)
        return true;
    if (work->steps > 0 && (double)engine->steps >= share * (double)work->steps)
        return true;
    double seconds = engine_seconds(engine);
    engine->stopped = engine->stopped || watcher_stops(engine, seconds);
    return engine->stopped ||
           (work->seconds > 0 && seconds >= share * work->seconds);
}
