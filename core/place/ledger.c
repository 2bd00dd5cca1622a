#include "core/place/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static int64_t *copy(const int64_t *from, int count)
{
    if (!from)
        return NULL;
    int64_t *to = mem_raw((size_t)count + 1, sizeof *to);
    memcpy(to, from, (size_t)count * sizeof *to);
    return to;
}

/* Money of a year, or of all years until then when it is carried on. */
static int64_t *money_left(const struct place_problem *problem)
{
    int64_t *money = copy(problem->budget, problem->years);
    for (int t = 1; money && problem->carry && t < problem->years; t++) {
        if (money[t - 1] == PLACE_NO_LIMIT || money[t] == PLACE_NO_LIMIT)
            money[t] = PLACE_NO_LIMIT;
        else
            money[t] += money[t - 1];
    }
    return money;
}

void ledger_init(struct ledger *ledger, const struct place_problem *problem)
{
    int cells = problem->clusters * problem->years;
    ledger->problem = problem;
    ledger->land = copy(problem->room, cells);
    ledger->treatment =
        problem->wastewater ? copy(problem->treatment, cells) : NULL;
    ledger->money = problem->cost ? money_left(problem) : NULL;
}

void ledger_release(struct ledger *ledger)
{
    free(ledger->land);
    free(ledger->treatment);
    free(ledger->money);
    *ledger = (struct ledger){ 0 };
}

static void take(int64_t *free, int from, int to, int64_t amount)
{
    for (int t = from; t < to; t++) {
        if (free[t] != PLACE_NO_LIMIT)
            free[t] -= amount;
    }
}

void ledger_take(struct ledger *ledger, int enterprise, int cluster, int year,
                 int sign)
{
    const struct place_problem *problem = ledger->problem;
    int years = problem->years, row = cluster * years;
    take(ledger->land + row, year, years, sign * problem->land[enterprise]);
    if (ledger->treatment)
        take(ledger->treatment + row, year, years,
             sign * problem->wastewater[enterprise]);
    if (ledger->money)
        take(ledger->money, year, problem->carry ? years : year + 1,
             sign * problem->cost[enterprise]);
}

void ledger_load(struct ledger *ledger, const struct placement *placement,
                 int except)
{
    for (int e = 0; e < placement->enterprises; e++) {
        if (placement->cluster[e] >= 0 && e != except)
            ledger_take(ledger, e, placement->cluster[e], placement->year[e],
                        1);
    }
}

/* The amount less the least that is free from one year to before another. */
static int64_t missing(const int64_t *free, int from, int to, int64_t amount)
{
    int64_t least = PLACE_NO_LIMIT;
    for (int t = from; t < to; t++)
        least = free[t] < least ? free[t] : least;
    return amount > 0 && amount > least ? amount - least : 0;
}

int64_t ledger_land_short(const struct ledger *ledger, int enterprise,
                          int cluster, int year)
{
    int years = ledger->problem->years;
    return missing(ledger->land + cluster * years, year, years,
                   ledger->problem->land[enterprise]);
}

int64_t ledger_treatment_short(const struct ledger *ledger, int enterprise,
                               int cluster, int year)
{
    int years = ledger->problem->years;
    if (!ledger->treatment)
        return 0;
    return missing(ledger->treatment + cluster * years, year, years,
                   ledger->problem->wastewater[enterprise]);
}

int64_t ledger_money_short(const struct ledger *ledger, int enterprise,
                           int year)
{
    const struct place_problem *problem = ledger->problem;
    if (!ledger->money)
        return 0;
    return missing(ledger->money, year,
                   problem->carry ? problem->years : year + 1,
                   problem->cost[enterprise]);
}

static bool pinned_away(const struct place_problem *problem, int enterprise,
                        int cluster, int year)
{
    int to = problem->pin_cluster ? problem->pin_cluster[enterprise] : -1;
    int in = problem->pin_year ? problem->pin_year[enterprise] : -1;
    return (to >= 0 && to != cluster) || (in >= 0 && in != year);
}

/* Limits that do not depend on the others. */
static unsigned limits_alone(const struct place_problem *problem,
                             int enterprise, int cluster, int year)
{
    unsigned limits = 0;
    if (problem->out && problem->out[enterprise])
        limits |= LIMIT_OUT;
    if (problem->barred &&
        problem->barred[(int64_t)enterprise * problem->clusters + cluster])
        limits |= LIMIT_BARRED;
    if (pinned_away(problem, enterprise, cluster, year))
        limits |= LIMIT_PIN;
    if (problem->earliest && year < problem->earliest[enterprise])
        limits |= LIMIT_EARLY;
    if (problem->shut && problem->shut[cluster * problem->years + year])
        limits |= LIMIT_SHUT;
    return limits;
}

unsigned ledger_limits(const struct ledger *ledger, int enterprise, int cluster,
                       int year)
{
    unsigned limits = limits_alone(ledger->problem, enterprise, cluster, year);
    if (ledger_land_short(ledger, enterprise, cluster, year) > 0)
        limits |= LIMIT_LAND;
    if (ledger_treatment_short(ledger, enterprise, cluster, year) > 0)
        limits |= LIMIT_WASTEWATER;
    if (ledger_money_short(ledger, enterprise, year) > 0)
        limits |= LIMIT_BUDGET;
    return limits;
}
