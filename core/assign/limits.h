/* The limits that sites share: those of districts, the budgets of the years,
 * and the shared ones of the problem, all alike.  Private to core/assign.
 *
 * A limit has rows, one for each group and year that is needed: a row of a
 * limit that is no flow says nothing where the next year has no more room.
 */
#ifndef CORE_ASSIGN_LIMITS_H
#define CORE_ASSIGN_LIMITS_H

#include "core/assign/assign.h"

struct limit {
    int groups;
    const int *group;   /* [site]; NULL: each its own */
    const double *need; /* [job]; NULL: 1 */
    bool spends;        /* times the spend of the option */
    bool flow;
    double *room;  /* [group * years + year] */
    double *price; /* [group * years + year] 0 where there is no row */
    int *next;     /* [group * (years + 1) + year] the first row from there */
    int first;     /* of its cells among those of all limits */
};

struct limits {
    int count, cells, years;
    int *everyone; /* [site] 0 */
    struct limit *limit;
    bool flows;   /* some are: a year can be full and the next one not */
    int budget;   /* which one spends; -1: none */
    double *toll; /* [(site * years + year) * count + i] what a unit costs who
                     moves there in that year */
};

struct limits limits_new(const struct assign_problem *problem);
void limits_release(struct limits *limits);

/* Tolls from prices. */
void limits_sum(struct limits *limits, int sites);

/* What a unit of the budget costs in the cheapest year, by tolls. */
double limits_spend_least(const struct limits *limits, int site);

/* What is left of the budget, [cell], is worth at its prices. */
double limits_saved(const struct limits *limits, const double *left);

/* What all rows together cost at their prices. */
double limits_paid(const struct limits *limits);

static inline int limit_group(const struct limit *limit, int site)
{
    return limit->group ? limit->group[site] : site;
}

/* Who moved in earlier is there in all later years, where the limit is no
 * flow.  used: [cell]. */
void limits_stay(const struct limits *limits, double *used);

/* Whether need fits in beside what is left: [cell]. */
static inline bool limit_fits(const struct limit *limit, int years, int site,
                              int year, double need, const double *left)
{
    int g = limit_group(limit, site);
    if (g < 0 || need == 0)
        return true;
    left += limit->first + g * years;
    if (limit->flow)
        return need <= left[year];
    const int *next = limit->next + g * (years + 1);
    for (int t = next[year]; t < years; t = next[t + 1]) {
        if (need > left[t])
            return false;
    }
    return true;
}

static inline void limit_use(const struct limit *limit, int years, int site,
                             int year, double need, double *left)
{
    int g = limit_group(limit, site);
    if (g < 0 || need == 0)
        return;
    left += limit->first + g * years;
    if (limit->flow) {
        left[year] -= need;
        return;
    }
    const int *next = limit->next + g * (years + 1);
    for (int t = next[year]; t < years; t = next[t + 1])
        left[t] -= need;
}

#endif
