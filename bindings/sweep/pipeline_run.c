#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/sweep/pipeline_worker.h"
#include "core/base/mem.h"

static size_t supplies(const struct place_problem *problem, int resource)
{
    return (size_t)resource_groups(problem, resource) * (size_t)problem->years;
}

/* Copying the base */

static void *copied(const void *from, size_t count, size_t size)
{
    void *copy = mem_new(count + 1, size);
    if (from && count)
        memcpy(copy, from, count * size);
    return copy;
}

static void copy_resources(struct worker *worker)
{
    const struct place_problem *base = &worker->pipeline->problem;
    size_t n = (size_t)base->resources;
    worker->resource = copied(base->resource, n, sizeof *worker->resource);
    for (int r = 0; r < base->resources; r++) {
        worker->need[r] =
            mem_new((size_t)base->enterprises + 1, sizeof(int64_t));
        worker->supply[r] = mem_new(supplies(base, r) + 1, sizeof(int64_t));
        worker->resource[r].need = worker->need[r];
        worker->resource[r].supply = worker->supply[r];
    }
    worker->problem.resource = worker->resource;
}

static void copy_terms(struct worker *worker)
{
    const struct pipeline *pipeline = worker->pipeline;
    const struct place_problem *base = &pipeline->problem;
    worker->term =
        copied(base->term, (size_t)base->terms, sizeof *worker->term);
    worker->priority = mem_new((size_t)base->enterprises + 1, sizeof(double));
    for (int k = 0; k < base->terms; k++) {
        if (pipeline->priority && pipeline->priority[k])
            worker->term[k].value = worker->priority;
    }
    worker->problem.term = worker->term;
}

static void copy_ranking(struct worker *worker)
{
    if (!worker->pipeline->ranking)
        return;
    worker->rank = worker->pipeline->ranking->problem;
    worker->criterion =
        copied(worker->rank.criterion, (size_t)worker->rank.criteria,
               sizeof *worker->criterion);
    worker->rank.criterion = worker->criterion;
}

void *pipeline_open(const void *self)
{
    const struct pipeline *pipeline = self;
    const struct place_problem *base = &pipeline->problem;
    struct worker *worker = mem_new(1, sizeof *worker);
    size_t people = (size_t)base->enterprises;
    worker->pipeline = pipeline;
    worker->problem = *base;
    if (pipeline->works)
        works_open(&worker->works, pipeline->works);
    copy_resources(worker);
    copy_terms(worker);
    copy_ranking(worker);
    worker->free = mem_new((size_t)pipeline->lands + 1, sizeof(int64_t));
    worker->opening =
        mem_new((size_t)pipeline->openings + 1, sizeof *worker->opening);
    worker->shut = mem_new((size_t)base->clusters * (size_t)base->years + 1, 1);
    worker->earliest = mem_new(people + 1, sizeof(int));
    worker->order = copied(base->order, people, sizeof(int));
    worker->problem.earliest = worker->earliest;
    worker->problem.order = worker->order;
    worker->problem.shut = worker->shut;
    return worker;
}

void pipeline_close(void *data)
{
    struct worker *worker = data;
    if (worker->pipeline->works)
        works_close(&worker->works);
    for (int r = 0; r < worker->problem.resources; r++) {
        free(worker->need[r]);
        free(worker->supply[r]);
    }
    free(worker->resource);
    free(worker->term);
    free(worker->free);
    free(worker->opening);
    free(worker->shut);
    free(worker->earliest);
    free(worker->order);
    free(worker->priority);
    free(worker->criterion);
    free(worker);
}

/* Everything as it is in the base. */
static void reset(struct worker *worker)
{
    const struct pipeline *pipeline = worker->pipeline;
    const struct place_problem *base = &pipeline->problem;
    size_t people = (size_t)base->enterprises;
    for (int r = 0; r < base->resources; r++) {
        const struct place_resource *from = &base->resource[r];
        memcpy(worker->need[r], from->need, people * sizeof(int64_t));
        memcpy(worker->supply[r], from->supply,
               supplies(base, r) * sizeof(int64_t));
    }
    for (int k = 0; k < pipeline->lands; k++) {
        const struct pipeline_land *land = &pipeline->ground[k];
        worker->free[k] = land->free;
        if (land->openings)
            memcpy(worker->opening + land->first, land->opening,
                   (size_t)land->openings * sizeof *land->opening);
    }
    size_t cells = (size_t)base->clusters * (size_t)base->years;
    if (base->shut)
        memcpy(worker->shut, base->shut, cells);
    else
        memset(worker->shut, 0, cells);
    if (base->earliest)
        memcpy(worker->earliest, base->earliest, people * sizeof(int));
    else
        memset(worker->earliest, 0, people * sizeof(int));
    if (worker->criterion)
        memcpy(worker->criterion, pipeline->ranking->problem.criterion,
               (size_t)worker->rank.criteria * sizeof *worker->criterion);
}

static void serve_land(struct worker *worker)
{
    const struct pipeline *pipeline = worker->pipeline;
    const struct place_problem *problem = &worker->problem;
    for (int k = 0; k < pipeline->lands; k++) {
        const struct pipeline_land *land = &pipeline->ground[k];
        int64_t *room = worker->supply[pipeline->land] +
                        (size_t)land->cluster * (size_t)problem->years;
        place_land_serving(worker->free[k], land->openings,
                           worker->opening + land->first, problem->first_year,
                           problem->years, room);
    }
}

/* The order, and the priorities that go by it: the first counts 1, the last
 * 1/n, as in scripts/place/terms.lua. */
static bool order(struct worker *worker, struct err *err)
{
    const int *enterprise = worker->pipeline->enterprise;
    int n = worker->problem.enterprises, at = 0;
    struct ranking ranking;
    if (worker->criterion) {
        if (!ranking_init(&ranking, &worker->rank, err))
            return false;
        for (size_t k = 0; k < ranking.ranked && at < n; k++) {
            int e = enterprise[ranking.order[k]];
            if (e >= 0)
                worker->order[at++] = e;
        }
        ranking_release(&ranking);
    }
    for (int i = 0; i < n; i++)
        worker->priority[worker->order[i]] = (double)(n - i) / n;
    return true;
}

/* Indicators */

static double used(const struct worker *worker,
                   const struct placement *placement,
                   const struct indicator *asked)
{
    const int64_t *need = worker->need[asked->resource];
    bool wanted = asked->kind == INDICATOR_WANTED;
    int64_t sum = 0;
    for (int e = 0; e < placement->enterprises; e++) {
        bool here = asked->year < 0 || placement->year[e] == asked->year;
        if (wanted || (placement->cluster[e] >= 0 && here))
            sum += need[e];
    }
    return (double)sum;
}

static double counted(const struct worker *worker,
                      const struct placement *placement,
                      const struct indicator *asked)
{
    int count = 0, last = -1, waited = 0;
    for (int e = 0; e < placement->enterprises; e++) {
        if (placement->cluster[e] < 0)
            continue;
        int year = placement->year[e];
        count += asked->year < 0 || year == asked->year;
        last = year > last ? year : last;
        waited += year - worker->earliest[e];
    }
    switch (asked->kind) {
    case INDICATOR_LEFT:
        return placement->enterprises - placement->placed;
    case INDICATOR_DONE:
        return placement->placed == placement->enterprises;
    case INDICATOR_LAST:
        return last < 0 ? (double)NAN : last + worker->problem.first_year;
    case INDICATOR_WAITED:
        return waited;
    default:
        return count;
    }
}

static double of_works(const struct works_worker *works,
                       const struct indicator *asked)
{
    if (asked->kind == INDICATOR_PAID)
        return works_paid(works, asked->resource);
    if (asked->kind == INDICATOR_OPENED)
        return works->schedule.opened;
    bool opens = works->schedule.year[asked->resource] < works->problem.years;
    return opens ? works_year(works, asked->resource) : (double)NAN;
}

static double indicator(const struct worker *worker,
                        const struct placement *placement,
                        const struct indicator *asked)
{
    switch (asked->kind) {
    case INDICATOR_TOTAL:
        return placement->total;
    case INDICATOR_USED:
    case INDICATOR_WANTED:
        return used(worker, placement, asked) * asked->scale;
    case INDICATOR_OPENED:
    case INDICATOR_OPENS:
    case INDICATOR_PAID:
        return of_works(&worker->works, asked);
    default:
        return counted(worker, placement, asked);
    }
}

bool pipeline_run(void *data, long number, const double *in, double *out,
                  struct err *err)
{
    struct worker *worker = data;
    const struct pipeline *pipeline = worker->pipeline;
    (void)number;
    reset(worker);
    if (!pipeline_apply(worker, in, err))
        return false;
    serve_land(worker);
    struct placement placement;
    if (!order(worker, err) || !place_strict(&placement, &worker->problem, err))
        return false;
    for (int i = 0; i < pipeline->head.outputs; i++)
        out[i] = indicator(worker, &placement, &pipeline->indicator[i]);
    placement_release(&placement);
    return true;
}
