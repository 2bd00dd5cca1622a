#include "core/assign/search.h"

#include <stdlib.h>

#include "core/assign/ruin.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    CHAINS = 2,  /* when the work is limited by steps: whatever the threads */
    ROUND = 1000 /* trials between looks at the clock, at most */
};

/* Heat is in mean costs of a job.  It begins higher the more trials there are
 * for each job, since what is hot takes long to cool. */
#define HEAT_MOST 0.7
#define HEAT_LEAST 0.002
#define TRIALS_FOR_MOST 1000.0
#define JOIN 0.6 /* share of the work after which all chains are one */

struct search {
    struct engine *engine;
    int chains, trials;   /* in a round */
    double heat, first;   /* now; at the beginning, 0: not known yet */
    struct stock **stock; /* [chain] */
    struct ruin **ruin;
    bool joined;
    double began;
    long steps;
};

static void chain_round(void *data, long number, int thread)
{
    (void)thread;
    struct search *search = data;
    struct ruin *ruin = search->ruin[number];
    ruin->heat = search->heat;
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

static int best_chain(const struct search *search)
{
    int best = 0;
    for (int i = 1; i < search->chains; i++) {
        if (search->stock[i]->total < search->stock[best]->total)
            best = i;
    }
    return best;
}

static double mean_cost(const struct engine *engine)
{
    return engine->best->total / (engine->problem->jobs + 1.0);
}

/* After the first round it is known how many there may be. */
static double first_heat(const struct search *search, double share)
{
    double trials = (double)search->trials / (share + 1e-9);
    double each = trials / (search->engine->problem->jobs + 1.0);
    double heat = HEAT_MOST * fmin(1, each / TRIALS_FOR_MOST);
    return fmax(heat, HEAT_LEAST);
}

static void round_end(struct search *search)
{
    struct engine *engine = search->engine;
    int best = best_chain(search);
    stock_keep(search->stock[best]);
    engine->steps += (long)search->trials * search->chains;
    double share = progress(search);
    if (search->first == 0)
        search->first = first_heat(search, share);
    search->heat = mean_cost(engine) * search->first *
                   pow(HEAT_LEAST / search->first, share);
    /* The ways have parted long enough: all go on from the best. */
    if (share < JOIN || search->joined)
        return;
    search->joined = true;
    for (int i = 0; i < search->chains; i++) {
        if (i != best)
            stock_copy(search->stock[i], search->stock[best]);
    }
}

/* Rounds of about a fiftieth of a second, by the number of steps alone when
 * that is the limit. */
static int round_trials(const struct engine *engine)
{
    long steps = engine->work->steps;
    return steps > 0 && steps < 20L * ROUND * CHAINS
               ? (int)(steps / (20L * CHAINS)) + 1
               : ROUND;
}

static void search_make(struct search *search, struct engine *engine)
{
    *search = (struct search){ .engine = engine };
    search->chains = engine->work->steps > 0 ? CHAINS : engine->threads;
    search->trials = round_trials(engine);
    search->began = engine_seconds(engine);
    search->steps = engine->steps;
    search->stock = mem_new((size_t)search->chains, sizeof *search->stock);
    search->ruin = mem_new((size_t)search->chains, sizeof *search->ruin);
    for (int i = 0; i < search->chains; i++) {
        search->stock[i] = stock_new(engine);
        stock_copy(search->stock[i], engine->best);
        search->ruin[i] = ruin_new(engine, search->stock[i], (uint64_t)i + 1);
    }
    search->heat = mean_cost(engine) * HEAT_LEAST;
}

void search(struct engine *engine)
{
    struct search search;
    search_make(&search, engine);
    while (!engine_over(engine, 1)) {
        task_run(engine->threads, search.chains, chain_round, &search);
        round_end(&search);
    }
    for (int i = 0; i < search.chains; i++) {
        ruin_free(search.ruin[i]);
        stock_free(search.stock[i]);
    }
    free(search.ruin);
    free(search.stock);
}
