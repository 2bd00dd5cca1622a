#include "core/assign/shortlist.h"

#include <stdlib.h>

#include "core/assign/price.h"
#include "core/base/mem.h"

/* A job seldom wants to wait for a third price. */
enum { YEARS_OF_ONE = 3 };

static int insert(struct short_place *list, int count,
                  const struct short_place *place)
{
    if (count == SHORT && list[count - 1].reduced <= place->reduced)
        return count;
    int i = count < SHORT ? count++ : count - 1;
    for (; i > 0 && list[i - 1].reduced > place->reduced; i--)
        list[i] = list[i - 1];
    list[i] = *place;
    return count;
}

/* Later years only where they are cheaper. */
static int option_list(const struct engine *engine, int job, size_t at,
                       struct short_place *list, int count)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[at].site, used = 0;
    double last = INFINITY;
    for (int t = engine_from(problem, job, site);
         t < problem->years && used < YEARS_OF_ONE; t++) {
        if (engine->narrow && !engine_may(problem, job, site, t))
            continue;
        double cost = engine_cost(engine, job, at, t);
        double reduced = cost + price_of(engine, job, at, t);
        if (reduced >= last)
            continue;
        last = reduced;
        used++;
        const struct short_place place = { reduced, cost, at, site, t };
        count = insert(list, count, &place);
    }
    return count;
}

static int job_list(const struct engine *engine, int job,
                    struct short_place *list)
{
    const struct assign_problem *problem = engine->problem;
    int count = 0;
    for (size_t at = problem->start[job]; at < problem->start[job + 1]; at++) {
        int from = engine_from(problem, job, engine->option[at].site);
        if (count == SHORT &&
            engine_cost(engine, job, at, from) >= list[SHORT - 1].reduced)
            break;
        count = option_list(engine, job, at, list, count);
    }
    return count;
}

struct shortlist *shortlist_new(const struct engine *engine)
{
    size_t jobs = (size_t)engine->problem->jobs;
    struct shortlist *shortlist = mem_new(1, sizeof *shortlist);
    shortlist->place = mem_raw(jobs * SHORT + 1, sizeof *shortlist->place);
    shortlist->count = mem_raw(jobs + 1, sizeof(int));
    for (size_t j = 0; j < jobs; j++)
        shortlist->count[j] =
            job_list(engine, (int)j, shortlist->place + j * SHORT);
    return shortlist;
}

void shortlist_free(struct shortlist *shortlist)
{
    if (!shortlist)
        return;
    free(shortlist->place);
    free(shortlist->count);
    free(shortlist);
}
