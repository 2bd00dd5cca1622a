#include "core/assign/phasing.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

struct phasing *phasing_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t T = (size_t)problem->years;
    size_t count = (size_t)problem->phases.start[problem->sites];
    struct phasing *phasing = mem_new(1, sizeof *phasing);
    phasing->engine = engine;
    phasing->price = mem_new(T, sizeof(double));
    phasing->toll = mem_new(T, sizeof(double));
    phasing->spent = mem_new(T, sizeof(double));
    phasing->funds = mem_new(T, sizeof(double));
    phasing->opens = mem_raw(count + 1, sizeof(int));
    for (size_t p = 0; p < count; p++)
        phasing->opens[p] = problem->years;
    phasing->value = mem_new((count + 1) * (T + 1), sizeof(double));
    const double *capital = problem->phases.capital;
    double sum = 0;
    for (size_t t = 0; t < T; t++)
        phasing->funds[t] = sum += capital ? capital[t] : ASSIGN_NO_LIMIT;
    return phasing;
}

void phasing_free(struct phasing *phasing)
{
    if (!phasing)
        return;
    free(phasing->price);
    free(phasing->toll);
    free(phasing->spent);
    free(phasing->funds);
    free(phasing->opens);
    free(phasing->value);
    free(phasing);
}

double phasing_worth(const struct phasing *phasing, int site, int phase,
                     int year)
{
    const struct engine *engine = phasing->engine;
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources;
    if (year >= problem->years)
        return 0;
    const double *dear =
        engine->dear + engine->step[site * problem->years + year] * R;
    double worth = -problem->phases.cost[phase] * phasing->toll[year];
    for (int r = 0; r < R; r++)
        worth += problem->phases.room[phase * R + r] * dear[r];
    return worth;
}

/* The best of this phase and those behind it, for each year from which on it
 * may open. */
static void value_set(struct phasing *phasing, int site, int phase)
{
    const struct assign_problem *problem = phasing->engine->problem;
    int T = problem->years;
    double *value = phasing->value + phase * (T + 1);
    bool last = phase + 1 == problem->phases.start[site + 1];
    value[T] = 0;
    for (int t = T - 1; t >= 0; t--) {
        value[t] = value[t + 1];
        if (t < problem->phases.earliest[phase])
            continue;
        double here = phasing_worth(phasing, site, phase, t) +
                      (last ? 0 : value[T + 1 + t]);
        if (phasing->gain && phase == problem->phases.start[site])
            here += phasing->gain[site * T + t];
        if (here > value[t])
            value[t] = here;
    }
}

static void site_choose(struct phasing *phasing, int site)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    int T = problem->years, year = 0;
    for (int p = start[site + 1] - 1; p >= start[site]; p--)
        value_set(phasing, site, p);
    for (int p = start[site]; p < start[site + 1]; p++) {
        const double *value = phasing->value + p * (T + 1);
        /* The value falls behind the best year. */
        while (year < T && value[year] == value[year + 1])
            year++;
        phasing->opens[p] = year;
        for (int t = year; t < T; t++)
            phasing->spent[t] += problem->phases.cost[p];
    }
}

void phasing_begin(struct phasing *phasing)
{
    int T = phasing->engine->problem->years;
    double toll = 0;
    for (int t = T - 1; t >= 0; t--)
        phasing->toll[t] = toll += phasing->price[t];
    memset(phasing->spent, 0, (size_t)T * sizeof(double));
}

double phasing_choose(struct phasing *phasing)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    int T = problem->years;
    double sum = 0;
    phasing_begin(phasing);
    for (int k = 0; k < problem->sites; k++) {
        site_choose(phasing, k);
        if (start[k] < start[k + 1])
            sum += phasing->value[start[k] * (T + 1)];
    }
    return sum;
}

double phasing_paid(const struct phasing *phasing)
{
    double paid = 0;
    for (int t = 0; t < phasing->engine->problem->years; t++) {
        if (phasing->price[t] > 0)
            paid += phasing->price[t] * phasing->funds[t];
    }
    return paid;
}

static void room_take(const struct phasing *phasing, int site, int phase,
                      double *used)
{
    const struct engine *engine = phasing->engine;
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources;
    for (int t = phasing->opens[phase]; t < problem->years; t++) {
        int row = engine->step[site * problem->years + t] * R;
        for (int r = 0; r < R; r++)
            used[row + r] -= problem->phases.room[phase * R + r];
    }
}

void phasing_take(const struct phasing *phasing, double *used)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    for (int k = 0; k < problem->sites; k++) {
        for (int p = start[k]; p < start[k + 1]; p++)
            room_take(phasing, k, p, used);
    }
}
