#include "core/assign/price.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum { CHUNK = 128 }; /* jobs; fixed, so that sums do not depend on threads */

struct demand demand_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources + 1;
    return (struct demand){
        .used = mem_new(rows, sizeof(double)),
        .hazard = mem_new((size_t)problem->districts + 1, sizeof(double)),
        .spent = mem_new((size_t)problem->years + 1, sizeof(double)),
    };
}

void demand_free(struct demand *demand)
{
    free(demand->used);
    free(demand->hazard);
    free(demand->spent);
}

void price_sum(struct engine *engine)
{
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

static inline double offer_hazard(const struct engine *engine,
                                  const struct offer *offer)
{
    const struct assign_problem *problem = engine->problem;
    double hazard = engine_hazard(problem, offer->job);
    int site = engine->option[offer->at].site;
    return hazard > 0
               ? hazard * engine->district[engine_district(problem, site)]
               : 0;
}

static inline void offer_try(const struct engine *engine,
                             const struct offer *offer, struct choice *choice,
                             const int R)
{
    int T = engine->problem->years;
    const int *step = engine->step + engine->option[offer->at].site * T;
    const double *need = engine_need(engine, offer->job, offer->at);
    const double *dear = engine->dear;
    double cost = offer->cost + offer_hazard(engine, offer);
    /* The last step is the least dear. */
    double least = dot(need, dear + (size_t)step[T - 1] * (size_t)R, R);
    double rows = least;
    for (int t = offer->from; t < T && cost + least < choice->cost;
         t++, cost += offer->wait) {
        if (step[t] == step[T - 1])
            rows = least;
        else if (t == offer->from || step[t] != step[t - 1])
            rows = dot(need, dear + (size_t)step[t] * (size_t)R, R);
        double here = cost + rows;
        if (engine->year[t] > 0)
            here +=
                engine_spend(engine, offer->job, offer->at) * engine->year[t];
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

static void demand_add(const struct engine *engine, struct demand *demand,
                       int job, const struct choice *choice)
{
    const struct assign_problem *problem = engine->problem;
    if (choice->option == NOWHERE)
        return;
    int site = engine->option[choice->option].site, R = problem->resources;
    int step = engine->step[site * problem->years + choice->year];
    const double *need = engine_need(engine, job, choice->option);
    for (int r = 0; r < R; r++)
        demand->used[step * R + r] += need[r];
    demand->hazard[engine_district(problem, site)] +=
        engine_hazard(problem, job);
    demand->spent[choice->year] += engine_spend(engine, job, choice->option);
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
    for (int j = from; j < to && j < engine->problem->jobs; j++) {
        struct choice choice = choose(engine, j);
        engine->share[j] = choice.cost;
        total += choice.cost;
        demand_add(engine, &pass->demand[thread], j, &choice);
    }
    pass->total[chunk] = total;
}

static void demand_clear(const struct engine *engine, struct demand *demand)
{
    const struct assign_problem *problem = engine->problem;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources;
    memset(demand->used, 0, rows * sizeof(double));
    memset(demand->hazard, 0, (size_t)problem->districts * sizeof(double));
    memset(demand->spent, 0, (size_t)problem->years * sizeof(double));
}

/* Amounts are whole numbers, so the order of adding does not show. */
static void demand_join(const struct engine *engine, struct demand *all,
                        const struct demand *part)
{
    const struct assign_problem *problem = engine->problem;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources;
    for (size_t i = 0; i < rows; i++)
        all->used[i] += part->used[i];
    for (int d = 0; d < problem->districts; d++)
        all->hazard[d] += part->hazard[d];
    for (int t = 0; t < problem->years; t++)
        all->spent[t] += part->spent[t];
}

static double rows_paid(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    int rows = engine->first[problem->sites] * problem->resources;
    double paid = 0;
    for (int i = 0; i < rows; i++)
        paid += engine->price[i] * engine->room[i];
    for (int d = 0; problem->limit && d < problem->districts; d++) {
        if (engine->district[d] > 0)
            paid += engine->district[d] * problem->limit[d];
    }
    for (int t = 0; problem->budget && t < problem->years; t++) {
        if (engine->year[t] > 0)
            paid += engine->year[t] * problem->budget[t];
    }
    return paid;
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
    return demand->total - rows_paid(engine);
}

double price_of(const struct engine *engine, int job, size_t option, int year)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[option].site, R = problem->resources;
    int step = engine->step[site * problem->years + year];
    return dot(engine_need(engine, job, option),
               engine->dear + (size_t)step * (size_t)R, R) +
           engine_hazard(problem, job) *
               engine->district[engine_district(problem, site)] +
           engine_spend(engine, job, option) * engine->year[year];
}

static double *copy(const double *from, size_t count)
{
    double *to = mem_raw(count + 1, sizeof *to);
    memcpy(to, from, count * sizeof *to);
    return to;
}

static size_t row_count(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (size_t)engine->first[problem->sites] * (size_t)problem->resources;
}

struct price_tag price_tag_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (struct price_tag){
        .price = copy(engine->price, row_count(engine)),
        .district = copy(engine->district, (size_t)problem->districts),
        .year = copy(engine->year, (size_t)problem->years),
    };
}

void price_tag_restore(struct price_tag *tag, struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    memcpy(engine->price, tag->price, row_count(engine) * sizeof(double));
    memcpy(engine->district, tag->district,
           (size_t)problem->districts * sizeof(double));
    memcpy(engine->year, tag->year, (size_t)problem->years * sizeof(double));
    free(tag->price);
    free(tag->district);
    free(tag->year);
    price_sum(engine);
}
