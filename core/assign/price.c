#include "core/assign/price.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/keep.h"
#include "core/assign/offer.h"
#include "core/base/mem.h"
#include "core/base/task.h"

enum { CHUNK = 128 }; /* jobs; fixed, so that sums do not depend on threads */

static size_t row_count(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (size_t)engine->first[problem->sites] * (size_t)problem->resources;
}

struct demand demand_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources + 1;
    return (struct demand){
        .used = mem_new(rows, sizeof(double)),
        .taken = mem_new((size_t)engine->limits.cells + 1, sizeof(double)),
    };
}

void demand_free(struct demand *demand)
{
    free(demand->used);
    free(demand->taken);
}

/* The last step is the least dear. */
static void floor_set(struct engine *engine, int site)
{
    size_t R = (size_t)engine->problem->resources;
    double *floor = engine->floor + (size_t)site * (R + 1);
    memcpy(floor, engine->dear + ((size_t)engine->first[site + 1] - 1) * R,
           R * sizeof(double));
    floor[R] = limits_spend_least(&engine->limits, site);
}

void price_sum(struct engine *engine)
{
    limits_sum(&engine->limits, engine->problem->sites);
    int R = engine->problem->resources;
    for (int k = 0; k < engine->problem->sites; k++) {
        for (int r = 0; r < R; r++) {
            double sum = 0;
            for (int s = engine->first[k + 1] - 1; s >= engine->first[k]; s--)
                engine->dear[s * R + r] = sum += engine->price[s * R + r];
        }
        floor_set(engine, k);
    }
}

/* The options of the job in order, all or those that are kept. */
static inline struct choice job_choose(const struct engine *engine, int job,
                                       const int R)
{
    const struct assign_problem *problem = engine->problem;
    const struct keep *keep = engine->keep;
    struct choice choice = { problem->penalty[job], NOWHERE, 0 };
    size_t start = problem->start[job], last = engine->chosen[job];
    size_t count = problem->start[job + 1] - start;
    const int *kept = keep ? keep->option + (size_t)job * KEEP : NULL;
    count = keep ? (size_t)keep->count[job] : count;
    if (last != NOWHERE) {
        struct offer offer = offer_make(engine, job, last);
        offer_try(engine, &offer, &choice, R);
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = start + (kept ? (size_t)kept[i] : i);
        struct offer offer = offer_make(engine, job, at);
        if (offer.cost >= choice.cost)
            break;
        offer_try(engine, &offer, &choice, R);
    }
    return choice;
}

/* The number of resources is known when compiled, so that loops over it are
 * no loops. */
static struct choice choose(const struct engine *engine, int job)
{
    switch (engine->problem->resources) {
    case 1:
        return job_choose(engine, job, 1);
    case 2:
        return job_choose(engine, job, 2);
    case 3:
        return job_choose(engine, job, 3);
    case 4:
        return job_choose(engine, job, 4);
    case 5:
        return job_choose(engine, job, 5);
    default:
        return job_choose(engine, job, engine->problem->resources);
    }
}

void demand_add(const struct engine *engine, struct demand *demand, int job,
                size_t option, int year)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[option].site, R = problem->resources;
    int step = engine->step[site * problem->years + year];
    const double *need = engine_need(engine, job, option);
    for (int r = 0; r < R; r++)
        demand->used[step * R + r] += need[r];
    for (int i = 0; i < engine->limits.count; i++) {
        const struct limit *limit = &engine->limits.limit[i];
        int g = limit_group(limit, site);
        if (g >= 0)
            demand->taken[limit->first + g * problem->years + year] +=
                engine_takes(engine, limit, job, option);
    }
}

/* All threads at work on one pass. */
struct pass {
    struct engine *engine;
    struct demand *demand; /* [thread] */
    double *total;         /* [chunk] */
    int part, parts;       /* one job in so many, from that one on */
};

static void pass_chunk(void *data, long chunk, int thread)
{
    struct pass *pass = data;
    struct engine *engine = pass->engine;
    int from = (int)chunk * CHUNK, to = from + CHUNK;
    double total = 0;
    if (engine_late(engine)) {
        pass->total[chunk] = -INFINITY;
        return;
    }
    for (int j = from + pass->part; j < to && j < engine->problem->jobs;
         j += pass->parts) {
        struct choice choice = choose(engine, j);
        engine->share[j] = choice.cost;
        engine->chosen[j] = choice.option;
        total += choice.cost;
        if (choice.option != NOWHERE)
            demand_add(engine, &pass->demand[thread], j, choice.option,
                       choice.year);
    }
    pass->total[chunk] = total;
}

void demand_clear(const struct engine *engine, struct demand *demand)
{
    memset(demand->used, 0, row_count(engine) * sizeof(double));
    memset(demand->taken, 0, (size_t)engine->limits.cells * sizeof(double));
}

/* Amounts are whole numbers, so the order of adding does not show. */
static void demand_join(const struct engine *engine, struct demand *all,
                        const struct demand *part)
{
    size_t rows = row_count(engine);
    for (size_t i = 0; i < rows; i++)
        all->used[i] += part->used[i];
    for (int i = 0; i < engine->limits.cells; i++)
        all->taken[i] += part->taken[i];
}

double price_paid(const struct engine *engine)
{
    size_t rows = row_count(engine);
    double paid = 0;
    for (size_t i = 0; i < rows; i++)
        paid += engine->price[i] * engine->room[i];
    return paid + limits_paid(&engine->limits);
}

/* Small problems are not worth a second thread. */
static int pass_threads(const struct engine *engine, int parts)
{
    size_t options = engine->problem->start[engine->problem->jobs];
    return options / (size_t)parts < 50000 ? 1 : engine->threads;
}

/* Every so many-th job of each chunk. */
static double price_jobs(struct engine *engine, struct demand *demand, int part,
                         int parts)
{
    int threads = pass_threads(engine, parts);
    long chunks = (engine->problem->jobs + CHUNK - 1) / CHUNK;
    struct pass pass = { .engine = engine, .part = part, .parts = parts };
    pass.demand = mem_new((size_t)threads, sizeof *pass.demand);
    pass.total = mem_new((size_t)chunks + 1, sizeof(double));
    demand_clear(engine, demand);
    pass.demand[0] = *demand;
    for (int i = 1; i < threads; i++)
        pass.demand[i] = demand_new(engine);
    task_run(threads, chunks, pass_chunk, &pass);
    for (int i = 1; i < threads; i++) {
        demand_join(engine, demand, &pass.demand[i]);
        demand_free(&pass.demand[i]);
    }
    demand->total = 0;
    for (long i = 0; i < chunks; i++)
        demand->total += pass.total[i];
    free(pass.demand);
    free(pass.total);
    engine->passes++;
    return demand->total - price_paid(engine);
}

double price_pass(struct engine *engine, struct demand *demand)
{
    return price_jobs(engine, demand, 0, 1);
}

void price_part(struct engine *engine, struct demand *demand, int part,
                int parts)
{
    size_t rows = row_count(engine);
    price_jobs(engine, demand, part, parts);
    for (size_t i = 0; i < rows; i++)
        demand->used[i] *= parts;
    for (int i = 0; i < engine->limits.cells; i++)
        demand->taken[i] *= parts;
}

double price_of(const struct engine *engine, int job, size_t option, int year)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[option].site, R = problem->resources;
    int step = engine->step[site * problem->years + year];
    return dot(engine_need(engine, job, option),
               engine->dear + (size_t)step * (size_t)R, R) +
           offer_tolls(engine, job, option, year);
}

double price_least(const struct engine *engine, int job, size_t option)
{
    return offer_least(engine, job, option, engine->problem->resources);
}

static double *copy(const double *from, size_t count)
{
    double *to = mem_raw(count + 1, sizeof *to);
    memcpy(to, from, count * sizeof *to);
    return to;
}

struct price_tag price_tag_new(const struct engine *engine)
{
    const struct limits *limits = &engine->limits;
    struct price_tag tag = { .price = copy(engine->price, row_count(engine)) };
    tag.limit = mem_raw((size_t)limits->cells + 1, sizeof(double));
    for (int i = 0; i < limits->count; i++)
        memcpy(tag.limit + limits->limit[i].first, limits->limit[i].price,
               (size_t)(limits->limit[i].groups * limits->years) *
                   sizeof(double));
    return tag;
}

void price_tag_restore(struct price_tag *tag, struct engine *engine)
{
    const struct limits *limits = &engine->limits;
    memcpy(engine->price, tag->price, row_count(engine) * sizeof(double));
    for (int i = 0; i < limits->count; i++)
        memcpy(limits->limit[i].price, tag->limit + limits->limit[i].first,
               (size_t)(limits->limit[i].groups * limits->years) *
                   sizeof(double));
    free(tag->price);
    free(tag->limit);
    price_sum(engine);
}
