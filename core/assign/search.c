#include "core/assign/search.h"

#include <stdlib.h>

#include "core/assign/part.h"
#include "core/assign/ruin.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    PARTS = 2,    /* when the work is limited by steps: whatever the threads */
    ROUND = 1000, /* trials of a part between looks at the clock, at most */
    DEALT = 5000  /* jobs from which on the sites are dealt out */
};

#define ROUND_SHARE 0.01 /* of the seconds, about */

/* Heat is in mean costs of a job.  It begins higher the more often each job is
 * taken out, since what is hot takes long to cool. */
#define HEAT_MOST 0.7
#define HEAT_LEAST 0.002
#define OFTEN 16000.0 /* for the most heat */
#define JOIN 0.6      /* share of the work after which all ways are one */

struct search {
    struct engine *engine;
    struct stock *stock; /* of all parts, when the sites are dealt out */
    bool joined;
    struct parts *parts;
    int trials;         /* of each part in a round */
    double thrift;      /* see struct ruin; falls to nothing at the end */
    double heat, first; /* now; at the beginning, 0: not known yet */
    double began, looked;
    long steps;
};

static void part_round(void *data, long number, int thread)
{
    (void)thread;
    struct search *search = data;
    struct ruin *ruin = search->parts->ruin[number];
    ruin->heat = search->heat;
    ruin->thrift = search->thrift;
    for (int i = 0; i < search->trials; i++)
        ruin_trial(ruin);
}

/* How much of the work is done, from 0 to 1. */
static double progress(const struct search *search)
{
    const struct engine *engine = search->engine;
    const struct assign_work *work = engine->work;
    double steps = 0, seconds = 0;
    if (work->steps > 0)
        steps = (double)(engine->steps - search->steps) /
                ((double)(work->steps - search->steps) + 1);
    if (work->seconds > 0)
        seconds = (engine_seconds(engine) - search->began) /
                  (work->seconds - search->began + 1e-9);
    return fmin(1, fmax(steps, seconds));
}

static double mean_cost(const struct engine *engine)
{
    return engine->best->total / (engine->problem->jobs + 1.0);
}

/* After the first round it is known how often that may be. */
static double first_heat(const struct search *search, double share)
{
    double outs = 0;
    for (int i = 0; i < search->parts->count; i++)
        outs += (double)search->parts->ruin[i]->all;
    double each = outs / (share + 1e-9) / (search->engine->problem->jobs + 1);
    return fmax(HEAT_MOST * fmin(1, each / OFTEN), HEAT_LEAST);
}

/* By the number of steps alone when that is the limit. */
static void trials_set(struct search *search)
{
    double now = engine_seconds(search->engine);
    double took = now - search->looked;
    search->looked = now;
    if (search->engine->work->steps > 0 || search->engine->work->seconds <= 0)
        return;
    double most = ROUND_SHARE * search->engine->work->seconds;
    double trials = search->trials * fmin(2, most / (took + 1e-9));
    search->trials = (int)fmax(1, fmin(ROUND, trials));
}

static struct stock *best_way(const struct search *search)
{
    struct stock *best = search->parts->stock[0];
    for (int i = 1; i < search->parts->count; i++) {
        if (search->parts->stock[i]->total < best->total)
            best = search->parts->stock[i];
    }
    return best;
}

/* The ways have parted long enough: all go on from the best. */
static void ways_join(struct search *search)
{
    struct stock *best = best_way(search);
    search->joined = true;
    for (int i = 0; i < search->parts->count; i++) {
        if (search->parts->stock[i] != best)
            stock_copy(search->parts->stock[i], best);
    }
}

/* Small problems have few sites: there each thread has all of them and goes
 * its own way. */
static void round_run(struct search *search)
{
    struct parts *parts = search->parts;
    if (search->stock)
        parts_deal(parts, search->stock);
    task_run(search->engine->threads, parts->count, part_round, search);
    if (search->stock)
        parts_join(parts, search->stock);
    stock_keep(search->stock ? search->stock : best_way(search));
}

static void round_end(struct search *search)
{
    struct engine *engine = search->engine;
    engine->steps += (long)search->trials * search->parts->count;
    double share = progress(search);
    if (search->first == 0)
        search->first = first_heat(search, share);
    search->heat = mean_cost(engine) * search->first *
                   pow(HEAT_LEAST / search->first, share);
    search->thrift = engine->joint ? 0 : cbrt(1 - share);
    trials_set(search);
    if (!search->stock && !search->joined && share >= JOIN)
        ways_join(search);
}

/* By the number of steps alone when that is the limit. */
static int first_trials(const struct engine *engine)
{
    long steps = engine->work->steps;
    if (steps == 0)
        return ROUND / 20;
    return steps < 20L * ROUND * PARTS ? (int)(steps / (20L * PARTS)) + 1
                                       : ROUND;
}

static void search_make(struct search *search, struct engine *engine)
{
    *search = (struct search){ .engine = engine };
    search->trials = first_trials(engine);
    search->began = search->looked = engine_seconds(engine);
    search->steps = engine->steps;
    bool dealt = engine->problem->jobs >= DEALT;
    if (dealt) {
        search->stock = stock_new(engine);
        stock_copy(search->stock, engine->best);
    }
    search->parts = parts_new(
        engine, engine->work->steps > 0 ? PARTS : engine->threads, dealt);
    search->heat = mean_cost(engine) * HEAT_LEAST;
}

void search(struct engine *engine)
{
    struct search search;
    search_make(&search, engine);
    while (!engine_over(engine, 1)) {
        round_run(&search);
        round_end(&search);
    }
    parts_free(search.parts);
    stock_free(search.stock);
}
