/* The engine for problems with many resources, years and limits.  Private to
 * core/assign.
 *
 * The room of a site grows in steps; a row of the model is (step, resource),
 * because the room that is left in the last year of a step says all about the
 * step: what is used never comes back.
 *
 * After M. L. Fisher (1981), "The Lagrangian relaxation method for solving
 * integer programming problems", Management Science 27(1): every row gets a
 * price; at given prices each job goes where it is cheapest, which is a lower
 * bound on the cost of any assignment.
 */
#ifndef CORE_ASSIGN_ENGINE_H
#define CORE_ASSIGN_ENGINE_H

#include "core/assign/assign.h"
#include "core/assign/limits.h"

#define NOWHERE SIZE_MAX

struct engine {
    const struct assign_problem *problem;
    const struct assign_work *work;
    double began;
    int threads;

    struct assign_option *option; /* of each job, least true cost first */
    double *need;                 /* [option], or NULL: by job */
    bool ordered; /* false: time was up before all were in order */
    int *first;   /* [sites + 1] into the steps */
    int *step;    /* [site * years + year] */
    double *room; /* [step * resources + r] */

    /* A price for each row, never negative. */
    double *price; /* [step * resources + r] */
    double *dear;  /* the same summed over this step and all later ones of
                      the site: what a unit from this step on costs */
    double *floor; /* [site * (resources + 1)] what a unit costs there at least,
                      whatever the year; the last one of the budget */
    struct limits limits; /* those that sites share, with their prices */
    bool narrow;          /* some years are shut, or pinned */
    bool near;            /* the prices come from an earlier answer */
    bool joint;           /* phases open in years of choice: room is that of
                             all open as early as can be, a step each year */

    double *share;  /* [job] of what the bound is the sum of */
    size_t *chosen; /* [job] option at the last pass */
    double bound;   /* the best so far */
    long passes;

    struct keep *keep; /* NULL: passes look at all options */
    struct shortlist *shortlist;
    struct phasing *phasing; /* when joint */
    struct cuts *cuts;       /* what years cost at least; NULL: not known */
    struct stock *best;      /* the best assignment so far */
    struct stock *aside;     /* one put aside that may be better; or NULL */
    struct stock *home; /* what is left of the earlier answer; NULL: none */
    long steps;
    bool stopped;
    bool whole; /* all costs are whole numbers */
    const char *stage;
    double told; /* when the watcher was told last */
};

struct engine *engine_new(const struct assign_problem *problem,
                          const struct assign_work *work);
void engine_free(struct engine *engine);

/* The prices as they stand, to put them back later. */
struct price_tag {
    double *price, *limit; /* [step * resources + r], [cell] */
};
struct price_tag price_tag_new(const struct engine *engine);
/* Puts the prices back, summed, and forgets the tag. */
void price_tag_restore(struct price_tag *tag, struct engine *engine);

/* Seconds since the engine began. */
double engine_seconds(const struct engine *engine);

/* Whether time is up.  May be asked by any thread. */
bool engine_late(const struct engine *engine);

/* Whether time is up, the watcher said stop, or the gap is small enough;
 * share of the whole time. */
bool engine_over(struct engine *engine, double share);

/* A bound for all: kept when it is better, rounded up when costs are whole. */
void engine_bound(struct engine *engine, double bound);

static inline int engine_ready(const struct assign_problem *problem, int job)
{
    return problem->ready ? problem->ready[job] : 0;
}

/* Whether the site is open to the job in that year, ready or not. */
static inline bool engine_may(const struct assign_problem *problem, int job,
                              int site, int year)
{
    return !(problem->shut && problem->shut[site * problem->years + year]) &&
           !(problem->pin_year && problem->pin_year[job] >= 0 &&
             problem->pin_year[job] != year);
}

/* First year in which the job may move to the site; years if never. */
static inline int engine_from(const struct assign_problem *problem, int job,
                              int site)
{
    int ready = engine_ready(problem, job);
    int open = problem->open ? problem->open[site] : 0;
    int from = ready > open ? ready : open;
    if (problem->shut || problem->pin_year) {
        while (from < problem->years && !engine_may(problem, job, site, from))
            from++;
    }
    return from;
}

static inline double engine_wait(const struct assign_problem *problem, int job)
{
    return problem->wait ? problem->wait[job] : 0;
}

static inline double engine_cost(const struct engine *engine, int job,
                                 size_t option, int year)
{
    const struct assign_problem *problem = engine->problem;
    if (option == NOWHERE)
        return problem->penalty[job];
    return (double)engine->option[option].cost +
           engine_wait(problem, job) * (year - engine_ready(problem, job));
}

/* What the job takes of a limit there. */
static inline double engine_takes(const struct engine *engine,
                                  const struct limit *limit, int job,
                                  size_t option)
{
    double need = limit->need ? limit->need[job] : 1;
    return limit->spends ? need * (double)engine->option[option].spend : need;
}

/* What the job needs there, by resource. */
static inline const double *engine_need(const struct engine *engine, int job,
                                        size_t option)
{
    return engine->need ? engine->need + option
                        : engine->problem->need +
                              (size_t)job * (size_t)engine->problem->resources;
}

#endif
