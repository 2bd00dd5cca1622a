/* From the years that are best at the prices to years that can be paid. */
#include "core/assign/phasing.h"

/* The first year with less capital than nothing; years if none. */
static int overdrawn(const struct stock *stock)
{
    int T = stock->engine->problem->years, t = 0;
    while (t < T && stock->money[t] >= 0)
        t++;
    return t;
}

/* What this phase and those behind it are worth as they open now, and what
 * those cost that open until that year. */
static double tail_worth(const struct phasing *phasing,
                         const struct stock *stock, int site, int phase)
{
    double worth = 0;
    for (int p = phase; p < phasing->engine->problem->phases.start[site + 1];
         p++)
        worth += phasing_worth(phasing, site, p, stock->opens[p]);
    return worth;
}

static double tail_cost(const struct phasing *phasing,
                        const struct stock *stock, int site, int phase,
                        int year)
{
    const struct assign_phases *phases = &phasing->engine->problem->phases;
    double cost = 0;
    for (int p = phase; p < phases->start[site + 1]; p++)
        cost += stock->opens[p] <= year ? phases->cost[p] : 0;
    return cost;
}

/* This phase and those behind it anew, from that year on. */
static void tail_open(const struct phasing *phasing, struct stock *stock,
                      int site, int phase, int year)
{
    const struct assign_problem *problem = phasing->engine->problem;
    int T = problem->years;
    for (int p = phase; p < problem->phases.start[site + 1]; p++) {
        const double *value = phasing->value + p * (T + 1);
        while (year < T && value[year] == value[year + 1])
            year++;
        stock_open(stock, site, p, year);
    }
}

/* Where a phase could open instead, and what that is worth for its money. */
struct change {
    int site, phase, year;
    double rate;
};

static void delay_try(const struct phasing *phasing, const struct stock *stock,
                      const struct change *to, struct change *best)
{
    int T = phasing->engine->problem->years;
    double relief =
        tail_cost(phasing, stock, to->site, to->phase, to->year - 1);
    double over = -stock->money[to->year - 1];
    if (relief <= 0)
        return;
    double loss = tail_worth(phasing, stock, to->site, to->phase) -
                  phasing->value[to->phase * (T + 1) + to->year];
    double rate = loss / (relief < over ? relief : over);
    if (best->site >= 0 && rate >= best->rate)
        return;
    *best = *to;
    best->rate = rate;
}

/* Until every year can be paid: what opened until the first that cannot opens
 * later, where that loses least for the money. */
static void delay(const struct phasing *phasing, struct stock *stock)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    for (int t; (t = overdrawn(stock)) < problem->years;) {
        struct change best = { .site = -1 };
        for (int k = 0; k < problem->sites; k++) {
            for (int p = start[k]; p < start[k + 1]; p++)
                delay_try(phasing, stock, &(struct change){ k, p, t + 1, 0 },
                          &best);
        }
        tail_open(phasing, stock, best.site, best.phase, best.year);
    }
}

/* The first year from which on the capital left pays for the phase. */
static int affordable(const struct stock *stock, int phase)
{
    const struct assign_problem *problem = stock->engine->problem;
    double cost = problem->phases.cost[phase];
    int t = stock->opens[phase];
    while (t > 0 && stock->money[t - 1] >= cost)
        t--;
    return t;
}

/* Income gained for the money, whatever its price. */
static void hasten_try(const struct phasing *phasing, const struct stock *stock,
                       int site, int phase, struct change *best)
{
    const struct assign_phases *phases = &phasing->engine->problem->phases;
    int now = stock->opens[phase], year = affordable(stock, phase);
    if (year < phases->earliest[phase])
        year = phases->earliest[phase];
    if (phase > phases->start[site] && year < stock->opens[phase - 1])
        year = stock->opens[phase - 1];
    if (year >= now)
        return;
    int T = phasing->engine->problem->years;
    double toll = phasing->toll[year] - (now < T ? phasing->toll[now] : 0);
    double gain = phasing_worth(phasing, site, phase, year) -
                  phasing_worth(phasing, site, phase, now) +
                  phases->cost[phase] * toll;
    double rate = gain / (phases->cost[phase] + 1);
    if (best->site < 0 || rate > best->rate)
        *best = (struct change){ site, phase, year, rate };
}

static void hasten(const struct phasing *phasing, struct stock *stock)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    struct change best = { .site = 0 };
    while (best.site >= 0) {
        best.site = -1;
        for (int k = 0; k < problem->sites; k++) {
            for (int p = start[k]; p < start[k + 1]; p++)
                hasten_try(phasing, stock, k, p, &best);
        }
        if (best.site >= 0)
            stock_open(stock, best.site, best.phase, best.year);
    }
}

void phasing_open(const struct phasing *phasing, struct stock *stock)
{
    const struct assign_problem *problem = phasing->engine->problem;
    const int *start = problem->phases.start;
    for (int k = 0; k < problem->sites; k++) {
        for (int p = start[k]; p < start[k + 1]; p++)
            stock_open(stock, k, p, phasing->opens[p]);
    }
    delay(phasing, stock);
    hasten(phasing, stock);
}
