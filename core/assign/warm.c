#include "core/assign/warm.h"

#include "core/assign/phasing.h"

static size_t option_of(const struct engine *engine, int job, int site)
{
    const size_t *start = engine->problem->start;
    for (size_t at = start[job]; at < start[job + 1]; at++) {
        if (engine->option[at].site == site)
            return at;
    }
    return NOWHERE;
}

/* Years that are possible, in order, and within the capital. */
static void phases_open(struct stock *stock, const struct assignment *from)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    const struct assign_phases *phases = &problem->phases;
    for (int k = 0; k < problem->sites; k++) {
        int least = 0;
        for (int p = phases->start[k]; p < phases->start[k + 1]; p++) {
            int year = from->opens[p];
            year = year < phases->earliest[p] ? phases->earliest[p] : year;
            least = year < least ? least : year;
            engine->phasing->opens[p] =
                least < problem->years ? least : problem->years;
        }
    }
    phasing_open(engine->phasing, stock);
}

void warm_places(struct stock *stock, const struct assignment *from)
{
    struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int jobs = from->jobs < problem->jobs ? from->jobs : problem->jobs;
    if (stock->opens && from->opens)
        phases_open(stock, from);
    for (int j = 0; j < jobs; j++) {
        int site = from->site[j], year = from->year[j];
        size_t option = site < 0 ? NOWHERE : option_of(engine, j, site);
        if (option != NOWHERE && year >= engine_from(problem, j, site) &&
            year < problem->years && engine_may(problem, j, site, year) &&
            stock_fits(stock, j, option, year))
            stock_move(stock, j, option, year);
    }
    engine->home = stock_new(engine);
    stock_copy(engine->home, stock);
}
