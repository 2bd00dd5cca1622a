#include "core/assign/stock.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/price.h"
#include "core/base/mem.h"

static size_t held_count(const struct assign_problem *problem)
{
    return (size_t)problem->apart_groups * (size_t)problem->sites + 1;
}

static size_t row_count(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    return (size_t)engine->first[problem->sites] * (size_t)problem->resources;
}

/* No phase is open, all capital is there. */
static void phases_shut(struct stock *stock)
{
    const struct assign_problem *problem = stock->engine->problem;
    const struct assign_phases *phases = &problem->phases;
    size_t count = (size_t)phases->start[problem->sites];
    double money = 0;
    stock->opens = mem_raw(count + 1, sizeof(int));
    for (size_t p = 0; p < count; p++)
        stock->opens[p] = problem->years;
    stock->money = mem_raw((size_t)problem->years, sizeof(double));
    for (int t = 0; t < problem->years; t++) {
        money += phases->capital ? phases->capital[t] : ASSIGN_NO_LIMIT;
        stock->money[t] = money;
    }
    memset(stock->left, 0, row_count(stock->engine) * sizeof(double));
}

/* After a change of what is left in the site. */
static void least_set(struct stock *stock, int site)
{
    const struct engine *engine = stock->engine;
    int R = engine->problem->resources, end = engine->first[site + 1] * R;
    for (int i = end - 1; i >= engine->first[site] * R; i--) {
        double left = stock->left[i];
        stock->least[i] = i + R < end && stock->least[i + R] < left
                              ? stock->least[i + R]
                              : left;
    }
}

struct stock *stock_new(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t jobs = (size_t)problem->jobs + 1, sites = (size_t)problem->sites + 1;
    size_t rows = row_count(engine);
    struct stock *stock = mem_new(1, sizeof *stock);
    stock->engine = engine;
    stock->option = mem_raw(jobs, sizeof *stock->option);
    stock->year = mem_new(jobs, sizeof(int));
    stock->place = mem_new(jobs, sizeof(int));
    stock->left = mem_raw(rows + 1, sizeof(double));
    stock->least = mem_raw(rows + 1, sizeof(double));
    memcpy(stock->left, engine->room, rows * sizeof(double));
    if (engine->joint)
        phases_shut(stock);
    for (int k = 0; k < problem->sites; k++)
        least_set(stock, k);
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
    free(stock->least);
    free(stock->beyond);
    free(stock->held);
    free(stock->opens);
    free(stock->money);
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
    size_t rows = row_count(stock->engine);
    memcpy(stock->option, from->option, jobs * sizeof *stock->option);
    memcpy(stock->year, from->year, jobs * sizeof(int));
    memcpy(stock->left, from->left, rows * sizeof(double));
    memcpy(stock->least, from->least, rows * sizeof(double));
    memcpy(stock->beyond, from->beyond,
           (size_t)stock->engine->limits.cells * sizeof(double));
    if (stock->held)
        memcpy(stock->held, from->held, held_count(problem) * sizeof(int));
    if (stock->opens) {
        memcpy(stock->opens, from->opens,
               (size_t)problem->phases.start[problem->sites] * sizeof(int));
        memcpy(stock->money, from->money,
               (size_t)problem->years * sizeof(double));
    }
    stock->total = from->total;
    memset(stock->members, 0, (size_t)problem->sites * sizeof(int));
    for (int k = 0; k < problem->sites; k++) {
        for (int i = 0; i < from->members[k]; i++)
            member_add(stock, k, from->member[k][i]);
    }
}

void stock_keep(const struct stock *stock)
{
    struct stock *best = stock->engine->best;
    if (stock->total < best->total - 1e-9)
        stock_copy(best, stock);
}

/* Whether the first phase is there. */
static bool is_open(const struct stock *stock, int site, int year)
{
    const int *start = stock->engine->problem->phases.start;
    return start[site] == start[site + 1] || stock->opens[start[site]] <= year;
}

/* Whether there is room from that year on. */
static inline bool has_room(const struct stock *stock, const double *need,
                            int site, int year)
{
    const struct engine *engine = stock->engine;
    int R = engine->problem->resources;
    const double *least =
        stock->least + engine->step[site * engine->problem->years + year] * R;
    for (int r = 0; r < R; r++) {
        if (need[r] > least[r])
            return false;
    }
    return true;
}

bool stock_fits(const struct stock *stock, int job, size_t option, int year)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[option].site;
    if (!has_room(stock, engine_need(engine, job, option), site, year) ||
        (stock->opens && !is_open(stock, site, year)))
        return false;
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
    least_set(stock, site);
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

/* From the year on, sign times what the phase is. */
static void phase_count(struct stock *stock, int site, int phase, int sign)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources;
    for (int t = stock->opens[phase]; t < problem->years; t++) {
        double *left =
            stock->left + engine->step[site * problem->years + t] * R;
        for (int r = 0; r < R; r++)
            left[r] += sign * problem->phases.room[phase * R + r];
        stock->money[t] -= sign * problem->phases.cost[phase];
    }
}

void stock_open(struct stock *stock, int site, int phase, int year)
{
    phase_count(stock, site, phase, -1);
    stock->opens[phase] = year;
    phase_count(stock, site, phase, 1);
    least_set(stock, site);
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
 * the first; least comes on top of it in any year. */
static void option_years(const struct stock *stock, int job, bool priced,
                         const struct place *first, double least,
                         struct place *place)
{
    const struct engine *engine = stock->engine;
    double wait = engine_wait(engine->problem, job), cost = first->cost;
    for (int t = first->year;
         t < engine->problem->years && cost + least < place->cost;
         t++, cost += wait) {
        if (!may(engine, job, first->option, t) ||
            !stock_fits(stock, job, first->option, t))
            continue;
        double here =
            cost + (priced ? price_of(engine, job, first->option, t) : 0);
        if (here < place->cost)
            *place = (struct place){ here, first->option, t };
        if (!priced)
            break;
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
        /* Never less is left than in the years before the last one. */
        if (!has_room(stock, engine_need(engine, job, at),
                      engine->option[at].site, problem->years - 1))
            continue;
        double least = priced ? price_least(engine, job, at) : 0;
        const struct place first = { cost, at, from };
        option_years(stock, job, priced, &first, least, &place);
    }
    return place;
}
