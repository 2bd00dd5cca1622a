#include "core/assign/worth.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

#define USED 0.05     /* share of one look in that of all */
#define TURN 0.3      /* share of the new direction in the heading */
#define SHORTEST 1e-3 /* steps, relative to the first ones */
#define AHEAD 0.05    /* of the bound: the goal is not further off */

#define CELLS 2e8 /* at most, in all passes together */

enum { STILL = 15, PASSES = 400 };

static void needs_make(struct worth *worth)
{
    const struct single *single = worth->single;
    for (int j = 0; j < single->jobs; j++) {
        double least = INFINITY;
        for (int i = 0; i < single->sites - 1; i++) {
            size_t cell = (size_t)i * (size_t)single->jobs + (size_t)j;
            if (!isinf(single->cost[cell]))
                least = fmin(least, single->need[cell]);
        }
        worth->need[j] = isinf(least) ? 0 : least;
    }
}

struct worth *worth_new(const struct single *single)
{
    struct worth *worth = mem_new(1, sizeof *worth);
    size_t n = (size_t)single->jobs + 1;
    worth->single = single;
    worth->knapsack = knapsack_new();
    worth->worth = mem_new(n, sizeof(double));
    worth->best = mem_new(n, sizeof(double));
    worth->heading = mem_new(n, sizeof(double));
    worth->profit = mem_new(n, sizeof(double));
    worth->times = mem_new(n, sizeof(int));
    worth->packed = mem_new(n, sizeof(int));
    worth->first = mem_new(n, sizeof(int));
    worth->lead = mem_new(n, sizeof(double));
    size_t sites = (size_t)single->sites;
    worth->gain = mem_new(sites, sizeof(double));
    worth->rate = mem_new(sites, sizeof(double));
    worth->used = mem_new(sites, sizeof(double));
    worth->loss = mem_new(sites, sizeof(double));
    worth->rooms = mem_new(sites, sizeof(int));
    worth->shut = mem_new(sites, sizeof(bool));
    worth->taken = mem_new(n * sites, sizeof(bool));
    worth->need = mem_new(n, sizeof(double));
    worth->bound = -INFINITY;
    needs_make(worth);
    return worth;
}

void worth_free(struct worth *worth)
{
    if (!worth)
        return;
    knapsack_free(worth->knapsack);
    free(worth->worth);
    free(worth->best);
    free(worth->heading);
    free(worth->need);
    free(worth->profit);
    free(worth->times);
    free(worth->packed);
    free(worth->first);
    free(worth->lead);
    free(worth->gain);
    free(worth->rate);
    free(worth->used);
    free(worth->loss);
    free(worth->rooms);
    free(worth->shut);
    free(worth->taken);
    free(worth);
}

/* What each site gains at most, less its opening; what it would take. */
static void gains_look(struct worth *worth, const struct rest *rest)
{
    for (int i = 0; i < worth->single->sites; i++) {
        const struct stall *stall = &rest->stall[i];
        bool *taken = worth->taken + (stall->job - rest->jobs);
        for (int e = 0; e < stall->count; e++)
            worth->profit[e] = worth->worth[stall->job[e]] - stall->cost[e];
        const struct sack sack = { stall->count, stall->room, worth->profit,
                                   stall->need };
        worth->gain[i] =
            knapsack_solve(worth->knapsack, &sack, taken) - stall->opening;
        worth->rate[i] = knapsack_rate(worth->knapsack);
    }
}

struct sack worth_shutting(struct worth *worth, const struct rest *rest)
{
    int64_t room = -rest->demand;
    for (int i = 0; i < worth->single->sites; i++) {
        bool gone = isinf(rest->stall[i].opening);
        worth->rooms[i] = gone ? 0 : rest->stall[i].room;
        worth->loss[i] = gone ? 0 : -worth->gain[i];
        room += worth->rooms[i];
    }
    room = room > INT32_MAX ? INT32_MAX : room;
    return (struct sack){ worth->single->sites, (int)room, worth->loss,
                          worth->rooms };
}

/* Which sites are used; returns what they gain together. */
static double open(struct worth *worth, const struct rest *rest)
{
    const struct sack sack = worth_shutting(worth, rest);
    if (sack.room < 0)
        return -INFINITY;
    double gain = knapsack_solve(worth->knapsack, &sack, worth->shut);
    for (int i = 0; i < worth->single->sites; i++)
        gain -= worth->loss[i];
    return gain;
}

/* Count who is packed. */
static void count(struct worth *worth, const struct rest *rest, int site)
{
    const struct stall *stall = &rest->stall[site];
    size_t n = (size_t)worth->single->jobs;
    const bool *taken = worth->taken + (stall->job - rest->jobs);
    for (int e = 0; e < stall->count; e++) {
        if (!taken[e])
            continue;
        int job = stall->job[e], before = worth->packed[job];
        double cost =
            before < 0 ? INFINITY
                       : worth->single->cost[(size_t)before * n + (size_t)job];
        if (stall->cost[e] < cost)
            worth->packed[job] = site;
        worth->times[job]++;
    }
}

double worth_look(struct worth *worth, const struct rest *rest)
{
    double bound = rest->paid;
    for (int j = 0; j < worth->single->jobs; j++) {
        bool free = rest->settled[j] < 0;
        bound += free ? worth->worth[j] : 0;
        worth->times[j] = !free;
        worth->packed[j] = rest->settled[j];
    }
    gains_look(worth, rest);
    bound -= open(worth, rest);
    double share = fmax(USED, 1.0 / ++worth->looked);
    for (int i = 0; i < worth->single->sites; i++) {
        worth->used[i] += share * (!worth->shut[i] - worth->used[i]);
        if (!worth->shut[i])
            count(worth, rest, i);
    }
    worth->looks++;
    return bound;
}

static void back(struct worth *worth)
{
    size_t n = (size_t)worth->single->jobs;
    memcpy(worth->worth, worth->best, n * sizeof(double));
    memset(worth->heading, 0, n * sizeof(double));
    worth->still = 0;
}

void worth_begin(struct worth *worth, double length)
{
    back(worth);
    worth->bound = -INFINITY;
    worth->length = length;
    worth->looked = 0;
}

bool worth_keep(struct worth *worth, double bound)
{
    worth->still++;
    if (!(bound > worth->bound))
        return false;
    if (bound > worth->bound + 1e-6 * fabs(worth->bound))
        worth->still = 0;
    worth->bound = bound;
    memcpy(worth->best, worth->worth,
           (size_t)worth->single->jobs * sizeof(double));
    return true;
}

bool worth_step(struct worth *worth, const struct rest *rest, double goal)
{
    int n = worth->single->jobs;
    double bound = worth_look(worth, rest), norm = 0;
    worth_keep(worth, bound);
    if (worth->still > STILL) {
        worth->length *= 0.6;
        back(worth);
        return worth->length > SHORTEST;
    }
    bool exact = true;
    for (int j = 0; j < n; j++) {
        exact = exact && worth->times[j] == 1;
        double *heading = &worth->heading[j];
        *heading = TURN * (1 - worth->times[j]) + (1 - TURN) * *heading;
        norm += *heading * *heading;
    }
    if (exact || norm < 1e-12)
        return !exact && worth->still < STILL;
    double way = fmin(goal, worth->bound + AHEAD * fabs(worth->bound)) - bound;
    double step = worth->length * way / norm;
    for (int j = 0; j < n; j++)
        worth->worth[j] += step * worth->heading[j];
    return true;
}

/* The linear relaxation: a price for the room of each site. */

struct slope {
    double *price, *best, *used, *heading;
};

/* Every job goes where it is cheapest with the price of its room. */
static double slope_look(struct worth *worth, const struct slope *slope)
{
    const struct single *single = worth->single;
    size_t n = (size_t)single->jobs;
    double bound = 0;
    for (size_t j = 0; j < n; j++) {
        worth->worth[j] = INFINITY;
        worth->packed[j] = 0;
    }
    for (int i = 0; i < single->sites; i++) {
        const double *cost = single->cost + (size_t)i * n;
        const int *need = single->need + (size_t)i * n;
        slope->used[i] = 0;
        for (size_t j = 0; j < n; j++) {
            double all = cost[j] + slope->price[i] * need[j];
            bool less = all < worth->worth[j];
            worth->packed[j] = less ? i : worth->packed[j];
            worth->worth[j] = less ? all : worth->worth[j];
        }
        bound +=
            fmin(0, single->opening[i] - slope->price[i] * single->room[i]);
    }
    for (size_t j = 0; j < n; j++) {
        bound += worth->worth[j];
        slope->used[worth->packed[j]] +=
            single->need[(size_t)worth->packed[j] * n + j];
    }
    return bound;
}

static void slope_step(const struct worth *worth, struct slope *slope,
                       double way)
{
    const struct single *single = worth->single;
    double norm = 0;
    for (int i = 0; i < single->sites; i++) {
        bool open = slope->price[i] * single->room[i] >= single->opening[i];
        double excess = slope->used[i] - (open ? single->room[i] : 0);
        double *heading = &slope->heading[i];
        *heading = TURN * excess + (1 - TURN) * *heading;
        if (slope->price[i] > 0 || *heading > 0)
            norm += *heading * *heading;
    }
    for (int i = 0; i < single->sites && norm > 1e-12; i++)
        slope->price[i] =
            fmax(0, slope->price[i] + way / norm * slope->heading[i]);
}

static int passes_of(const struct single *single)
{
    double cells = (double)single->jobs * (double)single->sites;
    return (int)fmin(PASSES, CELLS / fmax(cells, 1) + 1);
}

void worth_start(struct worth *worth, double goal)
{
    size_t sites = (size_t)worth->single->sites;
    double *memory = mem_new(4 * sites + 1, sizeof *memory);
    struct slope slope = { memory, memory + sites, memory + 2 * sites,
                           memory + 3 * sites };
    double best = -INFINITY, length = 1;
    int still = 0, passes = passes_of(worth->single);
    for (int pass = 0; pass < passes && length > SHORTEST; pass++) {
        double bound = slope_look(worth, &slope);
        still = bound > best + 1e-6 * fabs(best) ? 0 : still + 1;
        if (bound > best) {
            best = bound;
            memcpy(slope.best, slope.price, sites * sizeof(double));
        }
        if (still > STILL) {
            length *= 0.6;
            still = 0;
            memcpy(slope.price, slope.best, sites * sizeof(double));
            memset(slope.heading, 0, sites * sizeof(double));
            continue;
        }
        double way = fmin(goal, best + AHEAD * fabs(best)) - bound;
        slope_step(worth, &slope, length * way);
    }
    memcpy(slope.price, slope.best, sites * sizeof(double));
    slope_look(worth, &slope);
    memcpy(worth->best, worth->worth,
           (size_t)worth->single->jobs * sizeof(double));
    free(memory);
}
