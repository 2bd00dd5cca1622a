#include "core/assign/rest.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static struct rest *rest_make(const struct single *single, size_t size)
{
    struct rest *rest = mem_new(1, sizeof *rest);
    size_t n = (size_t)single->jobs + 1;
    rest->single = single;
    rest->stall = mem_new((size_t)single->sites, sizeof *rest->stall);
    rest->settled = mem_raw(n, sizeof(int));
    rest->choices = mem_new(n, sizeof(int));
    rest->jobs = mem_raw(size + 1, sizeof(int));
    rest->needs = mem_raw(size + 1, sizeof(int));
    rest->costs = mem_raw(size + 1, sizeof(double));
    return rest;
}

static void stall_place(struct rest *rest, int site, size_t at)
{
    struct stall *stall = &rest->stall[site];
    stall->job = rest->jobs + at;
    stall->need = rest->needs + at;
    stall->cost = rest->costs + at;
}

static void stall_fill(struct rest *rest, int site, const bool *kept)
{
    const struct single *single = rest->single;
    struct stall *stall = &rest->stall[site];
    size_t row = (size_t)site * (size_t)single->jobs;
    stall->room = single->room[site];
    stall->opening = single->opening[site];
    for (int j = 0; j < single->jobs; j++) {
        size_t cell = row + (size_t)j;
        if ((kept && !kept[cell]) || isinf(single->cost[cell]))
            continue;
        stall->job[stall->count] = j;
        stall->need[stall->count] = single->need[cell];
        stall->cost[stall->count++] = single->cost[cell];
        rest->choices[j]++;
    }
}

/* What each job needs at least. */
static void demand_sum(struct rest *rest)
{
    size_t n = (size_t)rest->single->jobs;
    int *least = mem_raw(n + 1, sizeof *least);
    for (size_t j = 0; j < n; j++)
        least[j] = INT32_MAX;
    for (int i = 0; i < rest->single->sites; i++) {
        const struct stall *stall = &rest->stall[i];
        for (int e = 0; e < stall->count; e++) {
            int *need = &least[stall->job[e]];
            *need = stall->need[e] < *need ? stall->need[e] : *need;
        }
    }
    rest->demand = 0;
    for (size_t j = 0; j < n; j++)
        rest->demand += rest->settled[j] < 0 ? least[j] : 0;
    free(least);
}

struct rest *rest_new(const struct single *single, const bool *kept)
{
    size_t n = (size_t)single->jobs, cells = n * (size_t)single->sites;
    struct rest *rest = rest_make(single, cells);
    rest->unsettled = single->jobs;
    for (size_t j = 0; j < n; j++)
        rest->settled[j] = -1;
    size_t at = 0;
    for (int i = 0; i < single->sites; i++) {
        stall_place(rest, i, at);
        stall_fill(rest, i, kept);
        at += (size_t)rest->stall[i].count;
    }
    demand_sum(rest);
    return rest;
}

size_t rest_size(const struct rest *rest)
{
    size_t size = 0;
    for (int i = 0; i < rest->single->sites; i++)
        size += (size_t)rest->stall[i].count;
    return size;
}

struct rest *rest_copy(const struct rest *from)
{
    struct rest *rest = rest_make(from->single, rest_size(from));
    size_t n = (size_t)from->single->jobs, at = 0;
    rest->paid = from->paid;
    rest->demand = from->demand;
    rest->unsettled = from->unsettled;
    memcpy(rest->settled, from->settled, n * sizeof(int));
    memcpy(rest->choices, from->choices, n * sizeof(int));
    for (int i = 0; i < from->single->sites; i++) {
        const struct stall *stall = &from->stall[i];
        size_t count = (size_t)stall->count;
        rest->stall[i] = *stall;
        stall_place(rest, i, at);
        memcpy(rest->stall[i].job, stall->job, count * sizeof(int));
        memcpy(rest->stall[i].need, stall->need, count * sizeof(int));
        memcpy(rest->stall[i].cost, stall->cost, count * sizeof(double));
        at += count;
    }
    return rest;
}

void rest_free(struct rest *rest)
{
    if (!rest)
        return;
    free(rest->stall);
    free(rest->settled);
    free(rest->choices);
    free(rest->jobs);
    free(rest->needs);
    free(rest->costs);
    free(rest);
}

void rest_open(struct rest *rest, int site)
{
    rest->paid += rest->stall[site].opening;
    rest->stall[site].opening = 0;
}

void rest_shut(struct rest *rest, int site)
{
    struct stall *stall = &rest->stall[site];
    for (int e = 0; e < stall->count; e++)
        stall->cost[e] = INFINITY;
    stall->opening = INFINITY;
    stall->room = 0;
}

void rest_settle(struct rest *rest, int site, int entry)
{
    struct stall *stall = &rest->stall[site];
    rest_open(rest, site);
    rest->settled[stall->job[entry]] = site;
    rest->paid += stall->cost[entry];
    stall->room -= stall->need[entry];
    rest->unsettled--;
}

static void stall_sweep(struct rest *rest, struct stall *stall)
{
    int kept = 0;
    for (int e = 0; e < stall->count; e++) {
        int job = stall->job[e];
        if (rest->settled[job] >= 0)
            continue;
        if (isinf(stall->cost[e]) || stall->need[e] > stall->room) {
            rest->choices[job]--;
            continue;
        }
        stall->job[kept] = job;
        stall->need[kept] = stall->need[e];
        stall->cost[kept++] = stall->cost[e];
    }
    stall->count = kept;
}

/* Settle who has one choice. */
static bool settle_forced(struct rest *rest)
{
    bool settled = false;
    for (int i = 0; i < rest->single->sites; i++) {
        struct stall *stall = &rest->stall[i];
        for (int e = 0; e < stall->count; e++) {
            int job = stall->job[e];
            if (rest->choices[job] != 1 || rest->settled[job] >= 0 ||
                stall->need[e] > stall->room)
                continue;
            rest_settle(rest, i, e);
            settled = true;
        }
    }
    return settled;
}

bool rest_sweep(struct rest *rest)
{
    do {
        for (int i = 0; i < rest->single->sites; i++)
            stall_sweep(rest, &rest->stall[i]);
        for (int j = 0; j < rest->single->jobs; j++) {
            if (rest->settled[j] < 0 && rest->choices[j] == 0)
                return false;
        }
    } while (settle_forced(rest));
    demand_sum(rest);
    return true;
}
