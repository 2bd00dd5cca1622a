#include "core/assign/shortlist.h"

#include <stdlib.h>

#include "core/assign/price.h"
#include "core/base/mem.h"
#include "core/base/task.h"

enum { CHUNK = 128 }; /* jobs */

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

/* Later years only where they are cheaper, or may have room when the earlier
 * ones have none. */
static int option_list(const struct engine *engine, int job, size_t at,
                       struct short_place *list, int count)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[at].site;
    const int *step = engine->step + site * problem->years;
    double least = price_least(engine, job, at), last = INFINITY;
    for (int t = engine_from(problem, job, site); t < problem->years; t++) {
        double cost = engine_cost(engine, job, at, t);
        double most = count == SHORT ? list[SHORT - 1].reduced : INFINITY;
        if (cost + least >= most)
            break;
        if (engine->narrow && !engine_may(problem, job, site, t))
            continue;
        double reduced = cost + price_of(engine, job, at, t);
        if (reduced >= last && !engine->limits.flows && step[t] == step[t - 1])
            continue;
        last = fmin(last, reduced);
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

struct making {
    const struct engine *engine;
    struct shortlist *shortlist;
};

static void lists_chunk(void *data, long chunk, int thread)
{
    (void)thread;
    const struct making *making = data;
    struct shortlist *shortlist = making->shortlist;
    int from = (int)chunk * CHUNK, jobs = making->engine->problem->jobs;
    for (int j = from; j < from + CHUNK && j < jobs; j++) {
        shortlist->count[j] = 0;
        if (!engine_late(making->engine))
            shortlist->count[j] = job_list(
                making->engine, j, shortlist->place + (size_t)j * SHORT);
    }
}

void shortlist_make(struct engine *engine)
{
    size_t jobs = (size_t)engine->problem->jobs;
    struct shortlist *shortlist = engine->shortlist;
    if (!shortlist) {
        shortlist = engine->shortlist = mem_new(1, sizeof *shortlist);
        shortlist->place = mem_raw(jobs * SHORT + 1, sizeof *shortlist->place);
        shortlist->count = mem_raw(jobs + 1, sizeof(int));
    }
    struct making making = { engine, shortlist };
    task_run(engine->threads, ((long)jobs + CHUNK - 1) / CHUNK, lists_chunk,
             &making);
}

void shortlist_free(struct shortlist *shortlist)
{
    if (!shortlist)
        return;
    free(shortlist->place);
    free(shortlist->count);
    free(shortlist);
}
