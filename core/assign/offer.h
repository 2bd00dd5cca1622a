/* What a job would pay at the prices of the engine.  Private to price.c and
 * keep.c, whose innermost loop it is. */
#ifndef CORE_ASSIGN_OFFER_H
#define CORE_ASSIGN_OFFER_H

#include "core/assign/engine.h"

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

/* What it pays beside the true cost, in any year at least. */
static inline double offer_least(const struct engine *engine, int job,
                                 size_t at, const int R)
{
    const struct limits *limits = &engine->limits;
    const double *floor =
        engine->floor + (size_t)engine->option[at].site * (size_t)(R + 1);
    double least = dot(engine_need(engine, job, at), floor, R);
    if (floor[R] > 0)
        least += floor[R] *
                 engine_takes(engine, &limits->limit[limits->budget], job, at);
    return least;
}

static inline void offer_try(const struct engine *engine,
                             const struct offer *offer, struct choice *choice,
                             const int R)
{
    int T = engine->problem->years, site = engine->option[offer->at].site;
    const int *step = engine->step + site * T;
    const double *need = engine_need(engine, offer->job, offer->at);
    double cost = offer->cost, rows = 0;
    double least = offer_least(engine, offer->job, offer->at, R);
    for (int t = offer->from; t < T && cost + least < choice->cost;
         t++, cost += offer->wait) {
        if (t == offer->from || step[t] != step[t - 1])
            rows = dot(need, engine->dear + (size_t)step[t] * (size_t)R, R);
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

static inline struct offer offer_make(const struct engine *engine, int job,
                                      size_t at)
{
    const struct assign_problem *problem = engine->problem;
    const struct assign_option *option = &engine->option[at];
    double wait = engine_wait(problem, job);
    int from = engine_from(problem, job, option->site);
    int years = from - engine_ready(problem, job);
    return (struct offer){ job, from, at, (double)option->cost + wait * years,
                           wait };
}

#endif
