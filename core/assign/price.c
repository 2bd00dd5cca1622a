#include "core/assign/price.h"

#include <stdlib.h>
#include <string.h>

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
    }
}

/* The best of one job. */
struct choice {
    double cost;
    size_t option; /* NOWHERE: left out */
    int year;
};

static inline double dot(const double *need, const double *dear, const int R)
{
    double sum = 0;
    for (int r = 0; r < R; r++)
        sum += need[r] * dear[r];
    return sum;
}

/* An option of a job, from the first year that is possible. */
struct offer {
    int job, from;
    size_t at;
    double cost, wait; /* in the first year; of each later one */
};

/* What the shared limits cost there in that year. */
static inline double offer_tolls(const struct engine *engine, int job,
                                 size_t at, int year)
{
    const struct limits *limits = &engine->limits;
    int site = engine->option[at].site;
    const double *toll = limits->toll + (size_t)(site * limits->years + year) *
                                            (size_t)limits->count;
    double sum = 0;
    for (int i = 0; i < limits->count; i++) {
        if (toll[i] > 0)
            sum += toll[i] * engine_takes(engine, &limits->limit[i], job, at);
    }
    return sum;
}

static inline void offer_try(const struct engine *engine,
                             const struct offer *offer, struct choice *choice,
                             const int R)
{
    int T = engine->problem->years, site = engine->option[offer->at].site;
    const int *step = engine->step + site * T;
    const double *need = engine_need(engine, offer->job, offer->at);
    const double *dear = engine->dear;
    double cost = offer->cost;
    /* The last step is the least dear. */
    double least = dot(need, dear + (size_t)step[T - 1] * (size_t)R, R);
    double rows = least;
    for (int t = offer->from; t < T && cost + least < choice->cost;
         t++, cost += offer->wait) {
        if (step[t] == step[T - 1])
            rows = least;
        else if (t == offer->from || step[t] != step[t - 1])
            rows = dot(need, dear + (size_t)step[t] * (size_t)R, R);
        if (cost + rows >= choice->cost ||
            (engine->narrow &&
             !engine_may(engine->problem, offer->job, site, t)))
            continue;
        double here =
            cost + rows + offer_tolls(engine, offer->job, offer->at, t);
        if (here < choice->cost)
            *choice = (struct choice){ here, offer->at, t };
    }
}

static inline struct choice job_choose(const struct engine *engine, int job,
                                       const int R)
{
    const struct assign_problem *problem = engine->problem;
    struct choice choice = { problem->penalty[job], NOWHERE, 0 };
    struct offer offer = { .job = job, .wait = engine_wait(problem, job) };
    int ready = engine_ready(problem, job);
    size_t end = problem->start[job + 1];
    for (offer.at = problem->start[job]; offer.at < end; offer.at++) {
        const struct assign_option *option = &engine->option[offer.at];
        offer.from = engine_from(problem, job, option->site);
        offer.cost = (double)option->cost + offer.wait * (offer.from - ready);
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
    for (int j = from; j < to && j < engine->problem->jobs; j++) {
        struct choice choice = choose(engine, j);
        engine->share[j] = choice.cost;
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
static int pass_threads(const struct engine *engine)
{
    size_t options = engine->problem->start[engine->problem->jobs];
    return options < 50000 ? 1 : engine->threads;
}

double price_pass(struct engine *engine, struct demand *demand)
{
    int threads = pass_threads(engine);
    long chunks = (engine->problem->jobs + CHUNK - 1) / CHUNK;
    struct pass pass = { .engine = engine };
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
    const struct assign_problem *problem = engine->problem;
    int last = engine->first[engine->option[option].site + 1] - 1;
    return dot(engine_need(engine, job, option),
               engine->dear + (size_t)last * (size_t)problem->resources,
               problem->resources);
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
