/* Which engine does what, and in which order. */
#include <stdlib.h>

#include "core/assign/climb.h"
#include "core/assign/construct.h"
#include "core/assign/pack.h"
#include "core/assign/proof.h"
#include "core/assign/search.h"
#include "core/assign/shortlist.h"
#include "core/assign/single.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"

static void keep_better(struct engine *engine, const struct stock *stock)
{
    if (stock->total < engine->best->total - 1e-9)
        stock_copy(engine->best, stock);
}

/* Another assignment at the prices of the moment. */
static void attempt(struct engine *engine)
{
    struct stock *stock = stock_new(engine);
    construct(stock);
    keep_better(engine, stock);
    stock_free(stock);
}

static void improve_best(struct engine *engine)
{
    struct stock *stock = stock_new(engine);
    stock_copy(stock, engine->best);
    descend(stock, 4, 20, 0.8);
    keep_better(engine, stock);
    stock_free(stock);
}

/* The option of a job at a site; NOWHERE when it has none there. */
static size_t option_at(const struct engine *engine, int job, int site)
{
    const struct assign_problem *problem = engine->problem;
    for (size_t at = problem->start[job]; at < problem->start[job + 1]; at++) {
        if (engine->option[at].site == site)
            return at;
    }
    return NOWHERE;
}

static void stay(struct stock *stock, int job, int site, int year)
{
    const struct engine *engine = stock->engine;
    size_t option = option_at(engine, job, site);
    if (option != NOWHERE && year >= engine_from(engine->problem, job, site) &&
        year < engine->problem->years &&
        engine_may(engine->problem, job, site, year) &&
        stock_fits(stock, job, option, year))
        stock_move(stock, job, option, year);
}

/* Who still fits where an earlier answer has him stays there at first. */
static void begin(struct engine *engine)
{
    const struct assignment *from = engine->work->from;
    if (from) {
        engine->near = proof_take(engine, from);
        for (int j = 0; j < engine->problem->jobs && j < from->jobs; j++)
            stay(engine->best, j, from->site[j], from->year[j]);
    }
    construct(engine->best);
}

/* Every stage takes a while of its own, so none begins when time is up. */
static void run(struct engine *engine)
{
    begin(engine);
    climb_prices(engine, 0.5, attempt);
    if (engine_over(engine, 1))
        return;
    pack_climb(engine, 0.2);
    engine->stage = "assignment";
    attempt(engine);
    improve_best(engine);
    if (engine_over(engine, 1))
        return;
    engine->shortlist = shortlist_new(engine);
    search(engine);
}

static void answer(struct assignment *assignment, const struct engine *engine)
{
    const struct stock *best = engine->best;
    for (int j = 0; j < assignment->jobs; j++) {
        size_t option = best->option[j];
        bool left = option == NOWHERE;
        assignment->site[j] = left ? -1 : engine->option[option].site;
        assignment->year[j] = left ? -1 : best->year[j];
        assignment->left += left;
    }
    assignment->total = best->total;
    assignment->bound = engine->bound;
    assignment->steps = engine->steps;
    assignment->seconds = engine_seconds(engine);
    proof_give(assignment, engine);
}

static void assignment_init(struct assignment *assignment, int jobs)
{
    *assignment = (struct assignment){ .jobs = jobs };
    assignment->site = mem_raw((size_t)jobs + 1, sizeof(int));
    assignment->year = mem_raw((size_t)jobs + 1, sizeof(int));
}

void assignment_release(struct assignment *assignment)
{
    free(assignment->site);
    free(assignment->year);
    free(assignment->opens);
    proof_release(assignment);
    *assignment = (struct assignment){ 0 };
}

bool assign_solve(struct assignment *assignment,
                  const struct assign_problem *problem,
                  const struct assign_work *work, struct err *err)
{
    (void)err;
    assignment_init(assignment, problem->jobs);
    struct single *single =
        problem->must || problem->opening ? single_new(problem) : NULL;
    if (single) {
        single_solve(assignment, single, work);
        single_free(single);
        return true;
    }
    struct engine *engine = engine_new(problem, work);
    run(engine);
    answer(assignment, engine);
    engine_free(engine);
    return true;
}
