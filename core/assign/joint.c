#include "core/assign/joint.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/cuts.h"
#include "core/assign/fixed.h"
#include "core/assign/host.h"
#include "core/assign/phasing.h"
#include "core/assign/search.h"
#include "core/assign/shortlist.h"
#include "core/assign/stock.h"
#include "core/assign/years.h"
#include "core/base/mem.h"

/* Shares of all work after which a stage ends. */
#define CLIMBED 0.12
#define HOSTED 0.2
#define BOUGHT 0.28 /* a first try from years that are bought */
#define SOUGHT 0.33
#define TRIED 0.40  /* and one from years that were sought */
#define CHOSEN 0.66 /* the better of both ways again, and longer */

/* Search until that share of the work. */
static void search_until(struct engine *engine, double share)
{
    const struct assign_work *work = engine->work;
    struct assign_work part = *work;
    if (engine_over(engine, share))
        return;
    part.seconds *= share;
    part.steps = (long)ceil((double)part.steps * share);
    shortlist_make(engine);
    engine->work = &part;
    search(engine);
    engine->work = work;
    shortlist_free(engine->shortlist);
    engine->shortlist = NULL;
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

/* A way to begin. */
struct way {
    int *opens;        /* [phase] */
    struct cuts *cuts; /* for years that were sought; NULL: bought */
    double total;      /* what it has come to */
};

/* The better one of the best and the one put aside. */
static void aside_back(struct engine *engine)
{
    struct stock *aside = engine->aside, *best = engine->best;
    bool better = best->total < aside->total;
    engine->best = better ? best : aside;
    engine->aside = NULL;
    stock_free(better ? aside : best);
}

/* From where the way begins, at its prices, until that share of the work. */
static void go(struct engine *engine, struct way *way, double share,
               void attempt(struct engine *))
{
    const struct assign_problem *problem = engine->problem;
    if (engine_over(engine, share))
        return;
    engine->aside = engine->best;
    engine->best = stock_new(engine);
    engine->cuts = way->cuts;
    memcpy(engine->phasing->opens, way->opens,
           (size_t)problem->phases.start[problem->sites] * sizeof(int));
    if (way->cuts)
        years_price(engine, way->opens);
    attempt(engine);
    search_until(engine, share);
    way->total = engine->best->total;
    aside_back(engine);
}

static struct way way_bought(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t count = (size_t)problem->phases.start[problem->sites];
    struct way way = { mem_new(count + 1, sizeof(int)), NULL, INFINITY };
    buy(engine, way.opens);
    return way;
}

static void search_ways(struct engine *engine, void attempt(struct engine *))
{
    struct way bought = way_bought(engine), sought = way_bought(engine);
    struct price_tag tag = price_tag_new(engine);
    go(engine, &bought, BOUGHT, attempt);
    if (!engine_over(engine, SOUGHT))
        years_seek(engine, sought.opens, SOUGHT);
    sought.cuts = engine->cuts;
    if (sought.cuts)
        go(engine, &sought, TRIED, attempt);
    price_tag_restore(&tag, engine);
    go(engine, sought.total < bought.total ? &sought : &bought, CHOSEN,
       attempt);
    engine->cuts = sought.cuts;
    free(bought.opens);
    free(sought.opens);
}

void joint_run(struct engine *engine, void attempt(struct engine *))
{
    climb_joint(engine, CLIMBED, attempt);
    if (!engine_over(engine, HOSTED))
        host_climb(engine, HOSTED);
    if (engine_over(engine, 1))
        return;
    engine->stage = "assignment";
    attempt(engine);
    struct price_tag tag = price_tag_new(engine);
    search_ways(engine, attempt);
    fixed_search(engine, 1);
    price_tag_restore(&tag, engine);
}
