#include "core/assign/limits.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* Where a limit needs rows: at every year of a flow that has one, else where
 * the room of the next year is more. */
static bool needs_row(const struct limit *limit, const double *room, int year,
                      int years)
{
    if (!isfinite(room[year]))
        return false;
    return limit->flow || year + 1 == years || room[year + 1] > room[year];
}

static void limit_rows(struct limit *limit, int years)
{
    limit->next =
        mem_raw((size_t)limit->groups * (size_t)(years + 1) + 1, sizeof(int));
    for (int g = 0; g < limit->groups; g++) {
        int *next = limit->next + g * (years + 1);
        next[years] = years;
        for (int t = years - 1; t >= 0; t--)
            next[t] = needs_row(limit, limit->room + g * years, t, years)
                          ? t
                          : next[t + 1];
    }
}

static struct limit *limit_add(struct limits *limits,
                               const struct limit *prototype)
{
    struct limit *limit = &limits->limit[limits->count++];
    size_t cells = (size_t)prototype->groups * (size_t)limits->years;
    *limit = *prototype;
    limits->flows = limits->flows || limit->flow;
    limit->first = limits->cells;
    limit->room = mem_raw(cells + 1, sizeof(double));
    limit->price = mem_new(cells + 1, sizeof(double));
    limits->cells += (int)cells;
    return limit;
}

/* Districts that may be NULL are all one. */
static void add_districts(struct limits *limits,
                          const struct assign_problem *problem)
{
    if (!problem->limit || !problem->hazard || problem->districts == 0)
        return;
    struct limit *limit = limit_add(
        limits, &(struct limit){ .groups = problem->districts,
                                 .group = problem->district ? problem->district
                                                            : limits->everyone,
                                 .need = problem->hazard });
    for (int d = 0; d < problem->districts; d++) {
        for (int t = 0; t < limits->years; t++)
            limit->room[d * limits->years + t] = problem->limit[d];
    }
    limit_rows(limit, limits->years);
}

static void add_budget(struct limits *limits,
                       const struct assign_problem *problem)
{
    if (!problem->budget)
        return;
    limits->budget = limits->count;
    struct limit *limit =
        limit_add(limits, &(struct limit){ .groups = 1,
                                           .group = limits->everyone,
                                           .need = problem->money,
                                           .spends = true,
                                           .flow = true });
    memcpy(limit->room, problem->budget,
           (size_t)limits->years * sizeof(double));
    limit_rows(limit, limits->years);
}

static void add_shared(struct limits *limits,
                       const struct assign_shared *shared)
{
    struct limit *limit =
        limit_add(limits, &(struct limit){ .groups = shared->groups,
                                           .group = shared->group,
                                           .need = shared->need,
                                           .flow = shared->flow });
    memcpy(limit->room, shared->room,
           (size_t)shared->groups * (size_t)limits->years * sizeof(double));
    limit_rows(limit, limits->years);
}

struct limits limits_new(const struct assign_problem *problem)
{
    struct limits limits = { .years = problem->years, .budget = -1 };
    size_t most = (size_t)problem->shareds + 2;
    limits.limit = mem_new(most, sizeof *limits.limit);
    limits.everyone = mem_new((size_t)problem->sites + 1, sizeof(int));
    add_districts(&limits, problem);
    add_budget(&limits, problem);
    for (int i = 0; i < problem->shareds; i++)
        add_shared(&limits, &problem->shared[i]);
    limits.toll = mem_new((size_t)problem->sites * (size_t)problem->years *
                                  (size_t)limits.count +
                              1,
                          sizeof(double));
    return limits;
}

void limits_release(struct limits *limits)
{
    for (int i = 0; i < limits->count; i++) {
        free(limits->limit[i].room);
        free(limits->limit[i].price);
        free(limits->limit[i].next);
    }
    free(limits->limit);
    free(limits->everyone);
    free(limits->toll);
}

static void limit_sum(struct limits *limits, int i, int site)
{
    const struct limit *limit = &limits->limit[i];
    int T = limits->years, g = limit_group(limit, site);
    double sum = 0;
    if (g < 0)
        return;
    for (int t = T - 1; t >= 0; t--) {
        double price = limit->price[g * T + t];
        sum = limit->flow ? price : sum + price;
        limits->toll[(site * T + t) * limits->count + i] = sum;
    }
}

void limits_sum(struct limits *limits, int sites)
{
    for (int k = 0; k < sites; k++) {
        for (int i = 0; i < limits->count; i++)
            limit_sum(limits, i, k);
    }
}

double limits_spend_least(const struct limits *limits, int site)
{
    double least = limits->budget < 0 ? 0 : INFINITY;
    for (int t = 0; t < limits->years && limits->budget >= 0; t++)
        least = fmin(least,
                     limits->toll[(site * limits->years + t) * limits->count +
                                  limits->budget]);
    return least;
}

double limits_saved(const struct limits *limits, const double *left)
{
    double saved = 0;
    if (limits->budget < 0)
        return 0;
    const struct limit *limit = &limits->limit[limits->budget];
    for (int t = 0; t < limits->years; t++) {
        if (limit->price[t] > 0)
            saved += limit->price[t] * left[limit->first + t];
    }
    return saved;
}

double limits_paid(const struct limits *limits)
{
    double paid = 0;
    for (int i = 0; i < limits->count; i++) {
        const struct limit *limit = &limits->limit[i];
        for (int cell = 0; cell < limit->groups * limits->years; cell++) {
            if (limit->price[cell] > 0)
                paid += limit->price[cell] * limit->room[cell];
        }
    }
    return paid;
}

void limits_stay(const struct limits *limits, double *used)
{
    int T = limits->years;
    for (int i = 0; i < limits->count; i++) {
        const struct limit *limit = &limits->limit[i];
        double *cell = used + limit->first;
        for (int at = 1; !limit->flow && at < limit->groups * T; at++) {
            if (at % T != 0)
                cell[at] += cell[at - 1];
        }
    }
}
