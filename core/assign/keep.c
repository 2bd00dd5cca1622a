#include "core/assign/keep.h"

#include <stdlib.h>

#include "core/assign/offer.h"
#include "core/base/mem.h"
#include "core/base/task.h"

enum { CHUNK = 128 }; /* jobs */

struct kept {
    double cost; /* with prices, in the best year */
    int option;
};

static int insert(struct kept *list, int count, struct kept kept)
{
    int i = count < KEEP ? count++ : count - 1;
    for (; i > 0 && list[i - 1].cost > kept.cost; i--)
        list[i] = list[i - 1];
    list[i] = kept;
    return count;
}

/* The cheapest ones, cheapest first.  Returns how many. */
static int job_cheapest(const struct engine *engine, int job,
                        struct kept list[KEEP])
{
    const struct assign_problem *problem = engine->problem;
    size_t start = problem->start[job];
    int count = 0;
    for (size_t at = start; at < problem->start[job + 1]; at++) {
        struct offer offer = offer_make(engine, job, at);
        double most = count == KEEP ? list[KEEP - 1].cost : INFINITY;
        struct choice choice = { most, NOWHERE, 0 };
        if (offer.cost >= most)
            break;
        offer_try(engine, &offer, &choice, problem->resources);
        if (choice.option != NOWHERE)
            count = insert(list, count,
                           (struct kept){ choice.cost, (int)(at - start) });
    }
    return count;
}

static void job_keep(struct engine *engine, int job)
{
    struct kept list[KEEP];
    int count = job_cheapest(engine, job, list);
    int *option = engine->keep->option + (size_t)job * KEEP;
    for (int n = 0; n < count; n++) {
        int i = n;
        for (; i > 0 && option[i - 1] > list[n].option; i--)
            option[i] = option[i - 1];
        option[i] = list[n].option;
    }
    engine->keep->count[job] = count;
}

static void chunk_keep(void *data, long chunk, int thread)
{
    (void)thread;
    struct engine *engine = data;
    int from = (int)chunk * CHUNK, jobs = engine->problem->jobs;
    for (int j = from; j < from + CHUNK && j < jobs; j++) {
        engine->keep->count[j] = 0;
        if (!engine_late(engine))
            job_keep(engine, j);
    }
}

void keep_make(struct engine *engine)
{
    size_t jobs = (size_t)engine->problem->jobs;
    if (!engine->keep) {
        engine->keep = mem_new(1, sizeof *engine->keep);
        engine->keep->option = mem_raw(jobs * KEEP + 1, sizeof(int));
        engine->keep->count = mem_raw(jobs + 1, sizeof(int));
    }
    task_run(engine->threads, ((long)jobs + CHUNK - 1) / CHUNK, chunk_keep,
             engine);
}

void keep_free(struct engine *engine)
{
    if (!engine->keep)
        return;
    free(engine->keep->option);
    free(engine->keep->count);
    free(engine->keep);
    engine->keep = NULL;
}
