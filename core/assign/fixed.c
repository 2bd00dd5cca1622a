#include "core/assign/fixed.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/construct.h"
#include "core/assign/search.h"
#include "core/assign/shortlist.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"

/* Of the time until the end, for prices. */
#define PRICED 0.1

struct fixed {
    struct engine *whole, *engine; /* with and without years of choice */
    struct assign_problem problem; /* of the latter */
    struct assign_work work;
};

/* What is known of the whole stays what the watcher is told. */
static bool watch(void *data, const struct assign_progress *progress)
{
    const struct engine *whole = ((struct fixed *)data)->whole;
    struct assign_progress told = *progress;
    told.bound = whole->bound;
    told.stage = whole->stage;
    told.total = fmin(told.total, whole->best->total);
    if (whole->aside)
        told.total = fmin(told.total, whole->aside->total);
    return whole->work->watch(whole->work->data, &told);
}

/* Nobody moves in before the first phase is open. */
static int *first_years(const struct assign_problem *problem, const int *opens)
{
    int *first = mem_new((size_t)problem->sites + 1, sizeof(int));
    for (int k = 0; k < problem->sites; k++) {
        int phase = problem->phases.start[k];
        bool some = phase < problem->phases.start[k + 1];
        first[k] = problem->open ? problem->open[k] : 0;
        if (some && opens[phase] > first[k])
            first[k] = opens[phase];
    }
    return first;
}

static void fixed_make(struct fixed *fixed, struct engine *whole, double share)
{
    const struct assign_problem *problem = whole->problem;
    const int *opens = whole->best->opens;
    size_t cells = (size_t)problem->sites * (size_t)problem->years *
                   (size_t)problem->resources;
    fixed->whole = whole;
    fixed->problem = *problem;
    fixed->problem.room = mem_raw(cells + 1, sizeof(double));
    assign_room(problem, opens, fixed->problem.room);
    fixed->problem.open = first_years(problem, opens);
    fixed->work = *whole->work;
    fixed->work.seconds *= share;
    fixed->work.steps = (long)ceil((double)fixed->work.steps * share);
    fixed->work.joint = false;
    fixed->work.watch = whole->work->watch ? watch : NULL;
    fixed->work.data = fixed;
    fixed->engine = engine_new(&fixed->problem, &fixed->work);
    fixed->engine->began = whole->began;
    fixed->engine->steps = whole->steps;
}

static void fixed_release(struct fixed *fixed)
{
    engine_free(fixed->engine);
    free(fixed->problem.room);
    free(fixed->problem.open);
}

static size_t option_in(const struct engine *engine, int job, int site)
{
    size_t at = engine->problem->start[job];
    while (engine->option[at].site != site)
        at++;
    return at;
}

/* Everyone goes where he is in the other one, whose options may stand in
 * another order. */
static void places_take(struct stock *stock, const struct stock *from)
{
    const struct engine *engine = stock->engine;
    for (int j = 0; j < engine->problem->jobs; j++) {
        if (from->option[j] == NOWHERE)
            continue;
        int site = from->engine->option[from->option[j]].site;
        stock_move(stock, j, option_in(engine, j, site), from->year[j]);
    }
}

/* The best of the whole, in the fixed one. */
static void begin(struct fixed *fixed)
{
    struct stock *stock = stock_new(fixed->engine);
    places_take(stock, fixed->whole->best);
    stock_keep(stock);
    stock_free(stock);
}

/* The best of the fixed one, in the whole. */
static void end(struct fixed *fixed)
{
    struct engine *whole = fixed->whole;
    const struct assign_problem *problem = whole->problem;
    const int *start = problem->phases.start;
    struct stock *stock = stock_new(whole);
    for (int k = 0; k < problem->sites; k++) {
        for (int p = start[k]; p < start[k + 1]; p++)
            stock_open(stock, k, p, whole->best->opens[p]);
    }
    places_take(stock, fixed->engine->best);
    stock_keep(stock);
    stock_free(stock);
    whole->steps = fixed->engine->steps;
    whole->stopped = whole->stopped || fixed->engine->stopped;
}

/* How much of the work is done. */
static double done(const struct engine *engine)
{
    const struct assign_work *work = engine->work;
    double share = 0;
    if (work->steps > 0)
        share = (double)engine->steps / (double)work->steps;
    if (work->seconds > 0)
        share = fmax(share, engine_seconds(engine) / work->seconds);
    return share;
}

static void nothing(struct engine *engine)
{
    (void)engine;
}

static void run(struct engine *engine)
{
    double now = done(engine);
    climb_prices(engine, now + PRICED * (1 - now), nothing);
    if (engine_over(engine, 1))
        return;
    shortlist_make(engine);
    search(engine);
}

void fixed_search(struct engine *engine, double share)
{
    struct fixed fixed;
    if (engine_over(engine, share))
        return;
    fixed_make(&fixed, engine, share);
    begin(&fixed);
    run(fixed.engine);
    end(&fixed);
    fixed_release(&fixed);
}
