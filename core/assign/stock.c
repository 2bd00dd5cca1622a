#include "core/assign/stock.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/price.h"
#include "core/base/mem.h"

static size_t held_count(const struct assign_problem *problem)
{
    return (size_t)problem->apart_groups * (size_t)problem->sites + 1;
}

struct stock *stock_new(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t jobs = (size_t)problem->jobs + 1, sites = (size_t)problem->sites + 1;
    size_t rows =
        (size_t)engine->first[problem->sites] * (size_t)problem->resources + 1;
    struct stock *stock = mem_new(1, sizeof *stock);
    stock->engine = engine;
    stock->option = mem_raw(jobs, sizeof *stock->option);
    stock->year = mem_new(jobs, sizeof(int));
    stock->place = mem_new(jobs, sizeof(int));
    stock->left = mem_raw(rows, sizeof(double));
    memcpy(stock->left, engine->room, (rows - 1) * sizeof(double));
    stock->beyond = mem_raw((size_t)engine->limits.cells + 1, sizeof(double));
    for (int i = 0; i < engine->limits.count; i++)
        memcpy(stock->beyond + engine->limits.limit[i].first,
               engine->limits.limit[i].room,
               (size_t)(engine->limits.limit[i].groups * problem->years) *
                   sizeof(double));
    if (problem->apart)
        stock->held = mem_new(held_count(problem), sizeof(int));
    stock->member = mem_new(sites, sizeof *stock->member);
    stock->members = mem_new(sites, sizeof(int));
    stock->space = mem_new(sites, sizeof(int));
    for (int j = 0; j < problem->jobs; j++) {
        stock->option[j] = NOWHERE;
        stock->total += problem->penalty[j];
    }
    return stock;
}

void stock_free(struct stock *stock)
{
    if (!stock)
        return;
    for (int k = 0; k < stock->engine->problem->sites; k++)
        free(stock->member[k]);
    free(stock->member);
    free(stock->members);
    free(stock->space);
    free(stock->option);
    free(stock->year);
    free(stock->place);
    free(stock->left);
    free(stock->beyond);
    free(stock->held);
    free(stock);
}

static void member_add(struct stock *stock, int site, int job)
{
    if (stock->members[site] == stock->space[site]) {
        int space = stock->space[site] ? 2 * stock->space[site] : 16;
        stock->member[site] =
            mem_grow(stock->member[site], (size_t)space, sizeof(int));
        stock->space[site] = space;
    }
    stock->place[job] = stock->members[site];
    stock->member[site][stock->members[site]++] = job;
}

static void member_remove(struct stock *stock, int site, int job)
{
    int last = stock->member[site][--stock->members[site]];
    stock->member[site][stock->place[job]] = last;
    stock->place[last] = stock->place[job];
}

void stock_copy(struct stock *stock, const struct stock *from)
{
    const struct assign_problem *problem = stock->engine->problem;
    size_t jobs = (size_t)problem->jobs;
    size_t rows = (size_t)stock->engine->first[problem->sites] *
                  (size_t)problem->resources;
    memcpy(stock->option, from->option, jobs * sizeof *stock->option);
    memcpy(stock->year, from->year, jobs * sizeof(int));
    memcpy(stock->left, from->left, rows * sizeof(double));
    memcpy(stock->beyond, from->beyond,
           (size_t)stock->engine->limits.cells * sizeof(double));
    if (stock->held)
        memcpy(stock->held, from->held, held_count(problem) * sizeof(int));
    stock->total = from->total;
    memset(stock->members, 0, (size_t)problem->sites * sizeof(int));
    for (int k = 0; k < problem->sites; k++) {
        for (int i = 0; i < from->members[k]; i++)
            member_add(stock, k, from->member[k][i]);
    }
}

bool stock_fits(const struct stock *stock, int job, size_t option, int year)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[option].site, R = problem->resources;
    const double *need = engine_need(engine, job, option);
    int from = engine->step[site * problem->years + year] * R;
    int to = engine->first[site + 1] * R;
    const double *left = stock->left;
    for (int i = from; i < to; i += R) {
        for (int r = 0; r < R; r++) {
            if (need[r] > left[i + r])
                return false;
        }
    }
    for (int i = 0; i < engine->limits.count; i++) {
        const struct limit *limit = &engine->limits.limit[i];
        if (!limit_fits(limit, problem->years, site, year,
                        engine_takes(engine, limit, job, option),
                        stock->beyond))
            return false;
    }
    return !stock->held || problem->apart[job] < 0 ||
           stock->held[problem->apart[job] * problem->sites + site] == 0;
}

static void use(struct stock *stock, int job, int sign)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    size_t option = stock->option[job];
    int site = engine->option[option].site, year = stock->year[job];
    int R = problem->resources;
    const double *need = engine_need(engine, job, option);
    int to = engine->first[site + 1] * R;
    for (int i = engine->step[site * problem->years + year] * R; i < to;
         i += R) {
        for (int r = 0; r < R; r++)
            stock->left[i + r] -= sign * need[r];
    }
    for (int i = 0; i < engine->limits.count; i++) {
        const struct limit *limit = &engine->limits.limit[i];
        limit_use(limit, problem->years, site, year,
                  sign * engine_takes(engine, limit, job, option),
                  stock->beyond);
    }
    if (stock->held && problem->apart[job] >= 0)
        stock->held[problem->apart[job] * problem->sites + site] += sign;
    if (sign > 0)
        member_add(stock, site, job);
    else
        member_remove(stock, site, job);
}

void stock_lift(struct stock *stock, int job)
{
    if (stock->option[job] != NOWHERE)
        use(stock, job, -1);
}

void stock_drop(struct stock *stock, int job)
{
    if (stock->option[job] != NOWHERE)
        use(stock, job, 1);
}

double stock_cost(const struct stock *stock, int job)
{
    return engine_cost(stock->engine, job, stock->option[job],
                       stock->year[job]);
}

void stock_move(struct stock *stock, int job, size_t option, int year)
{
    stock_lift(stock, job);
    stock->total -= stock_cost(stock, job);
    stock->option[job] = option;
    stock->year[job] = year;
    stock->total += stock_cost(stock, job);
    stock_drop(stock, job);
}

static bool may(const struct engine *engine, int job, size_t option, int year)
{
    return !engine->narrow ||
           engine_may(engine->problem, job, engine->option[option].site, year);
}

/* The years of one option, from the first possible one on; cost is that of
 * the first. */
static void option_years(const struct stock *stock, int job, bool priced,
                         const struct place *first, struct place *place)
{
    const struct engine *engine = stock->engine;
    double wait = engine_wait(engine->problem, job), cost = first->cost;
    for (int t = first->year; t < engine->problem->years && cost < place->cost;
         t++, cost += wait) {
        double here =
            cost + (priced ? price_of(engine, job, first->option, t) : 0);
        if (here >= place->cost || !may(engine, job, first->option, t) ||
            !stock_fits(stock, job, first->option, t))
            continue;
        *place = (struct place){ here, first->option, t };
    }
}

struct place stock_cheapest(const struct stock *stock, int job, bool priced,
                            double most)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    struct place place = { most, NOWHERE, 0 };
    double wait = engine_wait(problem, job);
    int ready = engine_ready(problem, job);
    for (size_t at = problem->start[job]; at < problem->start[job + 1]; at++) {
        int from = engine_from(problem, job, engine->option[at].site);
        double cost = (double)engine->option[at].cost + wait * (from - ready);
        if (cost >= place.cost)
            break;
        const struct place first = { cost, at, from };
        option_years(stock, job, priced, &first, &place);
    }
    return place;
}
