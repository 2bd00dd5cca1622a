#include "core/assign/joint.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/host.h"
#include "core/assign/phasing.h"
#include "core/assign/search.h"
#include "core/assign/shortlist.h"
#include "core/assign/stock.h"
#include "core/assign/years.h"

/* Shares of all work after which a stage ends. */
#define CLIMBED 0.12
#define HOSTED 0.2
#define BOUGHT 0.35 /* from years that are bought, which may change */
#define PLACED 0.5  /* and in the best of these */
#define SOUGHT 0.6
#define OTHER 0.75 /* from years that were sought */

/* Search until that share of the work. */
static void search_until(struct engine *engine, double share)
{
    const struct assign_work *work = engine->work;
    struct assign_work part = *work;
    if (engine_over(engine, share))
        return;
    part.seconds *= share;
    part.steps = (long)((double)part.steps * share);
    engine->shortlist = shortlist_new(engine);
    engine->work = &part;
    search(engine);
    engine->work = work;
    shortlist_free(engine->shortlist);
    engine->shortlist = NULL;
}

/* The same at the prices of the best years; still: in these alone. */
static void search_at_best(struct engine *engine, double share, bool still)
{
    if (engine_over(engine, share))
        return;
    years_price(engine, engine->best->opens);
    engine->still = still;
    search_until(engine, share);
    engine->still = false;
}

/* The years that the prices would buy, as far as they can be paid. */
static void buy(struct engine *engine, int *opens)
{
    const struct assign_problem *problem = engine->problem;
    struct stock *stock = stock_new(engine);
    phasing_choose(engine->phasing);
    phasing_open(engine->phasing, stock);
    memcpy(opens, stock->opens,
           (size_t)problem->phases.start[problem->sites] * sizeof(int));
    stock_free(stock);
}

/* Another way, and the better of both. */
static void search_sought(struct engine *engine, void attempt(struct engine *))
{
    struct stock *first = engine->best;
    engine->aside = first;
    engine->best = stock_new(engine);
    buy(engine, engine->phasing->opens);
    years_seek(engine, engine->phasing->opens, SOUGHT);
    if (!engine_over(engine, OTHER)) {
        attempt(engine);
        search_until(engine, OTHER);
    }
    engine->aside = NULL;
    if (engine->best->total >= first->total) {
        stock_free(engine->best);
        engine->best = first;
    } else {
        stock_free(first);
    }
}

void joint_run(struct engine *engine, void attempt(struct engine *))
{
    climb_joint(engine, CLIMBED, attempt);
    if (!engine_over(engine, HOSTED))
        host_climb(engine, HOSTED);
    if (engine_over(engine, 1))
        return;
    engine->stage = "assignment";
    struct price_tag tag = price_tag_new(engine);
    attempt(engine);
    search_until(engine, BOUGHT);
    search_at_best(engine, PLACED, true);
    price_tag_restore(&tag, engine);
    tag = price_tag_new(engine);
    if (!engine_over(engine, SOUGHT))
        search_sought(engine, attempt);
    search_at_best(engine, 1, true);
    price_tag_restore(&tag, engine);
}
