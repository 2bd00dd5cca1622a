/* Which engine does what, and in which order. */
#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/construct.h"
#include "core/assign/host.h"
#include "core/assign/joint.h"
#include "core/assign/pack.h"
#include "core/assign/phasing.h"
#include "core/assign/proof.h"
#include "core/assign/search.h"
#include "core/assign/shortlist.h"
#include "core/assign/single.h"
#include "core/assign/stock.h"
#include "core/assign/warm.h"
#include "core/base/mem.h"

/* Another assignment at the prices of the moment. */
static bool attempt_once(struct engine *engine, bool modest)
{
    struct stock *stock = stock_new(engine);
    bool all = true;
    if (engine->joint)
        phasing_open(engine->phasing, stock);
    construct(stock, modest);
    for (int j = 0; j < engine->problem->jobs && all; j++)
        all = stock->option[j] != NOWHERE;
    stock_keep(stock);
    stock_free(stock);
    return all;
}

static void attempt(struct engine *engine)
{
    shortlist_make(engine);
    if (!attempt_once(engine, false) && isfinite(engine->bound))
        attempt_once(engine, true);
}

enum { MANY = 5000 }; /* jobs: there the search gains more in the time */

static void improve_best(struct engine *engine)
{
    if (engine->problem->jobs >= MANY)
        return;
    struct stock *stock = stock_new(engine);
    stock_copy(stock, engine->best);
    descend(stock, 4, 20, 0.8);
    stock_keep(stock);
    stock_free(stock);
}

/* Begin where an earlier answer ended. */
static void begin(struct engine *engine)
{
    const struct assignment *from = engine->work->from;
    if (!from) {
        attempt(engine);
        return;
    }
    engine->near = proof_take(engine, from);
    struct stock *stock = stock_new(engine);
    warm_places(stock, from);
    shortlist_make(engine);
    construct(stock, false);
    stock_keep(stock);
    stock_free(stock);
}

/* Only what has to move, and what gains more than the tax. */
static void replan(struct engine *engine)
{
    struct stock *stock = stock_new(engine);
    begin(engine);
    if (engine->joint) {
        climb_joint(engine, 0.3, NULL);
        host_climb(engine, 0.5);
    } else {
        climb_near(engine);
    }
    stock_copy(stock, engine->best);
    settle(stock, 6, 40);
    stock_keep(stock);
    stock_free(stock);
}

/* Every stage takes a while of its own, so none begins when time is up. */
static void run(struct engine *engine)
{
    if (engine->work->from && engine->work->tax > 0) {
        replan(engine);
        return;
    }
    if (engine_late(engine))
        return;
    begin(engine);
    if (engine->joint) {
        joint_run(engine, attempt);
        return;
    }
    climb_prices(engine, 0.4, attempt);
    if (!engine_over(engine, 1))
        pack_climb(engine, 0.2);
    if (engine_over(engine, 1))
        return;
    engine->stage = "assignment";
    attempt(engine);
    improve_best(engine);
    if (engine_over(engine, 1))
        return;
    shortlist_make(engine);
    search(engine);
}

/* The options of a job are in the order of this. */
static double first_cost(const struct engine *engine, int job)
{
    size_t first = engine->problem->start[job];
    return engine_cost(
        engine, job, first,
        engine_from(engine->problem, job, engine->option[first].site));
}

/* Everyone at his least cost: the bound where time was up before there were
 * prices, or when they came from an answer to a very different problem. */
static double least_total(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    double sum = 0;
    for (int j = 0; j < problem->jobs; j++) {
        double least = problem->penalty[j];
        size_t at = problem->start[j], end = problem->start[j + 1];
        if (engine->ordered && at < end)
            least = fmin(least, first_cost(engine, j));
        for (; !engine->ordered && at < end; at++)
            least = fmin(least, (double)problem->option[at].cost);
        sum += least;
    }
    return sum;
}

static void answer(struct assignment *assignment, struct engine *engine)
{
    const struct stock *best = engine->best;
    for (int j = 0; j < assignment->jobs; j++) {
        size_t option = best->option[j];
        bool left = option == NOWHERE;
        assignment->site[j] = left ? -1 : engine->option[option].site;
        assignment->year[j] = left ? -1 : best->year[j];
        assignment->left += left;
    }
    if (best->opens) {
        const struct assign_problem *problem = engine->problem;
        size_t count = (size_t)problem->phases.start[problem->sites];
        assignment->opens = mem_raw(count + 1, sizeof(int));
        memcpy(assignment->opens, best->opens, count * sizeof(int));
    }
    proof_give(assignment, engine);
    engine_bound(engine, least_total(engine));
    assignment->total = best->total;
    assignment->bound = engine->bound;
    assignment->steps = engine->steps;
    assignment->seconds = engine_seconds(engine);
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

static bool has_phases(const struct assign_problem *problem, struct err *err)
{
    if (!problem->phases.start)
        return err_set(err, ERR_RANGE,
                       "there are no phases whose years could be chosen");
    for (int k = 0; problem->opening && k < problem->sites; k++) {
        if (problem->opening[k] > 0)
            return err_set(err, ERR_RANGE,
                           "site %d has an opening cost; where years are "
                           "chosen that is the cost of its first phase",
                           k + 1);
    }
    return true;
}

bool assign_solve(struct assignment *assignment,
                  const struct assign_problem *problem,
                  const struct assign_work *work, struct err *err)
{
    if (!assign_check(problem, err) ||
        (work->joint && !has_phases(problem, err)))
        return false;
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
