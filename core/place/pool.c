#include "core/place/pool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* The cheapest option of each job. */
static void add_options(struct pool *pool, const struct assign_problem *from)
{
    struct assign_problem *to = &pool->problem;
    size_t jobs = (size_t)to->jobs;
    to->start = mem_raw(jobs + 1, sizeof(size_t));
    to->option = mem_raw(jobs + 1, sizeof *to->option);
    to->start[0] = 0;
    for (size_t j = 0; j < jobs; j++) {
        size_t at = to->start[j];
        struct assign_option best = { 0, INFINITY, 1 };
        for (size_t i = from->start[j]; i < from->start[j + 1]; i++)
            best.cost = fminf(best.cost, from->option[i].cost);
        if (best.cost < INFINITY)
            to->option[at++] = best;
        to->start[j + 1] = at;
    }
}

static void add_room(struct pool *pool, const struct assign_problem *from)
{
    struct assign_problem *to = &pool->problem;
    size_t row = (size_t)to->years * (size_t)to->resources;
    to->room = mem_new(row + 1, sizeof(double));
    for (size_t k = 0; k < (size_t)from->sites; k++) {
        for (size_t i = 0; i < row; i++)
            to->room[i] += from->room[k * row + i];
    }
}

/* The sum over the groups; no limit where a site has none. */
static void add_shared(struct pool *pool, const struct assign_shared *from,
                       int sites, int i)
{
    size_t years = (size_t)pool->problem.years;
    bool all = true;
    for (int k = 0; from->group && k < sites; k++)
        all = all && from->group[k] >= 0;
    double *room = mem_new(years + 1, sizeof *room);
    for (size_t t = 0; t < years; t++) {
        for (size_t g = 0; g < (size_t)from->groups; g++)
            room[t] += from->room[g * years + t];
        if (!all)
            room[t] = ASSIGN_NO_LIMIT;
    }
    pool->shared[i] = (struct assign_shared){ .groups = 1,
                                              .group = pool->one,
                                              .need = from->need,
                                              .room = room,
                                              .flow = from->flow };
}

/* Shut when every site is. */
static void add_shut(struct pool *pool, const struct assign_problem *from)
{
    if (!from->shut)
        return;
    pool->shut = mem_raw((size_t)from->years + 1, 1);
    memset(pool->shut, 1, (size_t)from->years + 1);
    for (int i = 0; i < from->sites * from->years; i++)
        pool->shut[i % from->years] &= from->shut[i] != 0;
    pool->problem.shut = pool->shut;
}

void pool_init(struct pool *pool, const struct relaxed *relaxed)
{
    const struct assign_problem *from = &relaxed->problem;
    *pool = (struct pool){ .problem = { .jobs = from->jobs,
                                        .sites = 1,
                                        .years = from->years,
                                        .resources = from->resources,
                                        .ready = from->ready,
                                        .wait = from->wait,
                                        .penalty = from->penalty,
                                        .need = from->need,
                                        .pin_year = from->pin_year,
                                        .shareds = from->shareds } };
    pool->one = mem_new(1, sizeof(int));
    add_options(pool, from);
    add_room(pool, from);
    for (int i = 0; i < from->shareds; i++)
        add_shared(pool, &from->shared[i], from->sites, i);
    pool->problem.shared = pool->shared;
    add_shut(pool, from);
}

void pool_release(struct pool *pool)
{
    for (int i = 0; i < pool->problem.shareds; i++)
        free((void *)pool->shared[i].room);
    free(pool->problem.start);
    free(pool->problem.option);
    free(pool->problem.room);
    free(pool->shut);
    free(pool->one);
    *pool = (struct pool){ 0 };
}

/* As many times the same row. */
static double *repeated(const double *row, size_t size, size_t times)
{
    double *all = mem_raw(size * times + 1, sizeof *all);
    for (size_t i = 0; i < times; i++)
        memcpy(all + i * size, row, size * sizeof *row);
    return all;
}

/* Room where nobody may go is worth nothing. */
static void clear_unused(double *price, size_t row,
                         const struct assign_problem *problem)
{
    bool *used = mem_new((size_t)problem->sites + 1, sizeof *used);
    for (size_t i = 0; i < problem->start[problem->jobs]; i++)
        used[problem->option[i].site] = true;
    for (size_t k = 0; k < (size_t)problem->sites; k++) {
        for (size_t i = 0; !used[k] && i < row; i++)
            price[k * row + i] = 0;
    }
    free(used);
}

void pool_seed(const struct assignment *pooled, const struct relaxed *relaxed,
               struct assignment *seed)
{
    const struct assign_problem *problem = &relaxed->problem;
    size_t years = (size_t)problem->years;
    size_t row = years * (size_t)problem->resources;
    *seed = (struct assignment){ .shareds = problem->shareds };
    seed->price = repeated(pooled->price, row, (size_t)problem->sites);
    clear_unused(seed->price, row, problem);
    seed->prices = row * (size_t)problem->sites;
    seed->shared_price =
        mem_new((size_t)problem->shareds + 1, sizeof(double *));
    for (int i = 0; i < problem->shareds; i++)
        seed->shared_price[i] = repeated(pooled->shared_price[i], years,
                                         (size_t)problem->shared[i].groups);
}
