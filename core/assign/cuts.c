#include "core/assign/cuts.h"

#include <stdlib.h>

#include "core/base/mem.h"

struct cuts *cuts_new(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t count = (size_t)problem->phases.start[problem->sites];
    struct cuts *cuts = mem_new(1, sizeof *cuts);
    cuts->engine = engine;
    cuts->base = mem_new(CUTS, sizeof(double));
    cuts->used = mem_new(CUTS, sizeof(long));
    cuts->income = mem_new((count + 1) * (size_t)(problem->years + 1) * CUTS,
                           sizeof(double));
    return cuts;
}

void cuts_free(struct cuts *cuts)
{
    if (!cuts)
        return;
    free(cuts->base);
    free(cuts->income);
    free(cuts->used);
    free(cuts);
}

/* What the room of a phase earns that opens in that year. */
static double income(const struct engine *engine, int site, int phase, int year)
{
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources;
    const double *dear =
        engine->dear + engine->step[site * problem->years + year] * R;
    double sum = 0;
    for (int r = 0; r < R; r++)
        sum += problem->phases.room[phase * R + r] * dear[r];
    return sum;
}

static int place(struct cuts *cuts)
{
    int oldest = 0;
    if (cuts->count < CUTS)
        return cuts->count++;
    for (int i = 1; i < CUTS; i++)
        oldest = cuts->used[i] < cuts->used[oldest] ? i : oldest;
    return oldest;
}

void cuts_add(struct cuts *cuts, double base)
{
    const struct engine *engine = cuts->engine;
    const struct assign_problem *problem = engine->problem;
    const int *start = problem->phases.start;
    int T = problem->years, cut = place(cuts);
    cuts->base[cut] = base;
    cuts->used[cut] = cuts->time;
    for (int k = 0; k < problem->sites; k++) {
        for (int p = start[k]; p < start[k + 1]; p++) {
            double *to = cuts->income + (size_t)(p * (T + 1)) * CUTS + cut;
            for (int t = 0; t < T; t++)
                to[t * CUTS] = income(engine, k, p, t);
        }
    }
}

double cuts_cost(const struct cuts *cuts, int cut, const int *opens)
{
    const struct assign_problem *problem = cuts->engine->problem;
    double cost = cuts->base[cut];
    for (int p = 0; p < problem->phases.start[problem->sites]; p++)
        cost -= cuts_income(cuts, p, opens[p])[cut];
    return cost;
}

void cuts_use(struct cuts *cuts, const double *cost, double near)
{
    double most = -INFINITY;
    cuts->time++;
    for (int i = 0; i < cuts->count; i++)
        most = fmax(most, cost[i]);
    for (int i = 0; i < cuts->count; i++)
        cuts->used[i] = cost[i] >= most - near ? cuts->time : cuts->used[i];
}
