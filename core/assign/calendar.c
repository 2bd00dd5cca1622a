#include "core/assign/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/phasing.h"
#include "core/base/mem.h"

enum {
    FUNDERS = 24, /* tries to let phases give way for one that opens earlier */
    USES = 6      /* tries to use capital that has become free */
};

struct calendar *calendar_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t count = (size_t)problem->phases.start[problem->sites];
    struct calendar *calendar = mem_new(1, sizeof *calendar);
    calendar->engine = engine;
    calendar->opens = mem_raw(count + 1, sizeof(int));
    calendar->money = mem_raw((size_t)problem->years, sizeof(double));
    calendar->cost = mem_new(CUTS, sizeof(double));
    return calendar;
}

void calendar_free(struct calendar *calendar)
{
    if (!calendar)
        return;
    free(calendar->opens);
    free(calendar->money);
    free(calendar->cost);
    free(calendar->move);
    free(calendar);
}

/* What is left of all capital. */
static void money_set(struct calendar *calendar)
{
    const struct assign_problem *problem = calendar->engine->problem;
    int T = problem->years;
    memcpy(calendar->money, calendar->engine->phasing->funds,
           (size_t)T * sizeof(double));
    for (int p = 0; p < problem->phases.start[problem->sites]; p++) {
        for (int t = calendar->opens[p]; t < T; t++)
            calendar->money[t] -= problem->phases.cost[p];
    }
}

void calendar_set(struct calendar *calendar, const int *opens,
                  const double *money)
{
    const struct assign_problem *problem = calendar->engine->problem;
    const struct cuts *cuts = calendar->engine->cuts;
    memcpy(calendar->opens, opens,
           (size_t)problem->phases.start[problem->sites] * sizeof(int));
    if (money)
        memcpy(calendar->money, money, (size_t)problem->years * sizeof(double));
    else
        money_set(calendar);
    calendar->moves = 0;
    for (int i = 0; cuts && i < cuts->count; i++)
        calendar->cost[i] = cuts_cost(cuts, i, opens);
}

/* Open the phase then, without a trace. */
static void set(struct calendar *calendar, int phase, int year)
{
    const struct engine *engine = calendar->engine;
    const struct cuts *cuts = engine->cuts;
    int before = calendar->opens[phase], T = engine->problem->years;
    double cost = engine->problem->phases.cost[phase];
    for (int t = before; t < T; t++)
        calendar->money[t] += cost;
    for (int t = year; t < T; t++)
        calendar->money[t] -= cost;
    calendar->opens[phase] = year;
    if (!cuts)
        return;
    const double *from = cuts_income(cuts, phase, before);
    const double *to = cuts_income(cuts, phase, year);
    for (int i = 0; i < cuts->count; i++)
        calendar->cost[i] += from[i] - to[i];
}

static void move(struct calendar *calendar, int site, int phase, int year)
{
    if (calendar->moves == calendar->space) {
        calendar->space = calendar->space ? 2 * calendar->space : 64;
        calendar->move = mem_grow(calendar->move, (size_t)calendar->space,
                                  sizeof *calendar->move);
    }
    calendar->move[calendar->moves++] =
        (struct calendar_move){ site, phase, calendar->opens[phase] };
    set(calendar, phase, year);
}

void calendar_back(struct calendar *calendar, int moves)
{
    while (calendar->moves > moves) {
        const struct calendar_move *move = &calendar->move[--calendar->moves];
        set(calendar, move->phase, move->year);
    }
}

double calendar_least(const struct calendar *calendar)
{
    const struct cuts *cuts = calendar->engine->cuts;
    double least = -INFINITY;
    for (int i = 0; cuts && i < cuts->count; i++)
        least = fmax(least, calendar->cost[i]);
    return least;
}

/* The phase and those behind it not before that year. */
static void delay(struct calendar *calendar, int site, int phase, int year)
{
    const int *start = calendar->engine->problem->phases.start;
    for (int p = phase; p < start[site + 1]; p++) {
        if (calendar->opens[p] < year)
            move(calendar, site, p, year);
    }
}

/* The phase and those in front of it not after that year, as far as they can
 * be there. */
static void hasten(struct calendar *calendar, int site, int phase, int year)
{
    const struct assign_phases *phases = &calendar->engine->problem->phases;
    if (year < phases->earliest[phase])
        year = phases->earliest[phase];
    for (int p = phase; p >= phases->start[site]; p--) {
        if (calendar->opens[p] > year)
            move(calendar, site, p, year);
    }
}

static bool overdrawn(const struct calendar *calendar)
{
    for (int t = 0; t < calendar->engine->problem->years; t++) {
        if (calendar->money[t] < 0)
            return true;
    }
    return false;
}

/* A phase of any site of this part; false when none is found. */
static bool any_phase(const struct calendar *calendar, struct rng *rng,
                      int *site, int *phase)
{
    const struct assign_problem *problem = calendar->engine->problem;
    const int *start = problem->phases.start;
    int count = 0;
    for (int tries = 0; tries < 8 && count == 0; tries++) {
        *site = rng_below(rng, problem->sites);
        if (!calendar->part || calendar->part[*site] == calendar->number)
            count = start[*site + 1] - start[*site];
    }
    *phase = start[*site] + (count ? rng_below(rng, count) : 0);
    return count > 0;
}

/* Some year after now, or never. */
static int later(const struct calendar *calendar, struct rng *rng, int now)
{
    int years = calendar->engine->problem->years;
    if (rng_below(rng, 4) == 0)
        return years;
    return now + 1 + rng_below(rng, 1 + rng_below(rng, years - now));
}

/* Other phases give way until all is paid. */
static bool fund(struct calendar *calendar, struct rng *rng, int besides)
{
    for (int i = 0; i < FUNDERS && overdrawn(calendar); i++) {
        int site, phase;
        if (!any_phase(calendar, rng, &site, &phase) || site == besides ||
            calendar->opens[phase] >= calendar->engine->problem->years)
            continue;
        delay(calendar, site, phase,
              later(calendar, rng, calendar->opens[phase]));
    }
    return !overdrawn(calendar);
}

/* What has become free opens others earlier. */
static void use_capital(struct calendar *calendar, struct rng *rng)
{
    for (int i = 0; i < USES; i++) {
        int site, phase, keep = calendar->moves;
        if (!any_phase(calendar, rng, &site, &phase) ||
            calendar->opens[phase] == 0)
            continue;
        hasten(calendar, site, phase, rng_below(rng, calendar->opens[phase]));
        if (overdrawn(calendar))
            calendar_back(calendar, keep);
    }
}

bool calendar_trial(struct calendar *calendar, struct rng *rng)
{
    int site, phase, years = calendar->engine->problem->years;
    int before = calendar->moves;
    if (!any_phase(calendar, rng, &site, &phase))
        return false;
    int now = calendar->opens[phase];
    if (now > 0 && (now == years || rng_below(rng, 2)))
        hasten(calendar, site, phase, rng_below(rng, now));
    else
        delay(calendar, site, phase, later(calendar, rng, now));
    if (!fund(calendar, rng, site)) {
        calendar_back(calendar, before);
        return false;
    }
    use_capital(calendar, rng);
    return calendar->moves > before;
}
