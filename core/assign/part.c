#include "core/assign/part.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

struct parts *parts_new(struct engine *engine, int count, bool dealt)
{
    size_t sites = (size_t)engine->problem->sites + 1, n = (size_t)count;
    struct parts *parts = mem_new(1, sizeof *parts);
    parts->count = count;
    parts->rng = rng_new(engine->work->seed, 0, 1);
    parts->part = mem_new(sites, sizeof(int));
    parts->order = mem_raw(sites, sizeof(int));
    for (size_t k = 0; k < sites; k++)
        parts->order[k] = (int)k;
    parts->stock = mem_new(n, sizeof *parts->stock);
    parts->ruin = mem_new(n, sizeof *parts->ruin);
    for (int i = 0; i < count; i++) {
        parts->stock[i] = stock_new(engine);
        stock_copy(parts->stock[i], engine->best);
        parts->ruin[i] = ruin_new(engine, parts->stock[i], (uint64_t)i + 1);
        parts->ruin[i]->part = dealt ? parts->part : NULL;
        parts->ruin[i]->number = i;
        parts->ruin[i]->parts = count;
    }
    return parts;
}

void parts_free(struct parts *parts)
{
    for (int i = 0; i < parts->count; i++) {
        ruin_free(parts->ruin[i]);
        stock_free(parts->stock[i]);
    }
    free(parts->part);
    free(parts->order);
    free(parts->stock);
    free(parts->ruin);
    free(parts);
}

/* The same number of sites to each part, give or take one. */
static void sites_deal(struct parts *parts, int sites)
{
    for (int i = sites; i > 1; i--) {
        int at = rng_below(&parts->rng, i), site = parts->order[i - 1];
        parts->order[i - 1] = parts->order[at];
        parts->order[at] = site;
    }
    for (int i = 0; i < sites; i++)
        parts->part[parts->order[i]] = i % parts->count;
}

/* One part gets what does not go up. */
static void amount_deal(const struct parts *parts, double *left, bool mine)
{
    double share = floor(*left / parts->count);
    *left = mine ? *left - share * (parts->count - 1) : share;
}

/* In the years of capital each part may spend its share of what is left until
 * then. */
static void limits_deal(const struct parts *parts, struct stock *stock,
                        bool mine)
{
    const struct engine *engine = stock->engine;
    for (int i = 0; i < engine->limits.cells; i++) {
        if (isfinite(stock->beyond[i]))
            amount_deal(parts, &stock->beyond[i], mine);
    }
    for (int t = 0; stock->money && t < engine->problem->years; t++) {
        if (isfinite(stock->money[t]))
            amount_deal(parts, &stock->money[t], mine);
    }
}

/* Nothing fits in the sites of others. */
static void others_shut(const struct parts *parts, int number)
{
    struct stock *stock = parts->stock[number];
    const struct engine *engine = stock->engine;
    int R = engine->problem->resources;
    for (int k = 0; k < engine->problem->sites; k++) {
        if (parts->part[k] == number)
            continue;
        for (int i = engine->first[k] * R; i < engine->first[k + 1] * R; i++)
            stock->least[i] = -1;
    }
}

void parts_deal(struct parts *parts, const struct stock *stock)
{
    int first = rng_below(&parts->rng, parts->count);
    sites_deal(parts, stock->engine->problem->sites);
    for (int i = 0; i < parts->count; i++) {
        stock_copy(parts->stock[i], stock);
        limits_deal(parts, parts->stock[i], i == first);
        others_shut(parts, i);
    }
}

void parts_join(const struct parts *parts, struct stock *stock)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    for (int j = 0; j < problem->jobs; j++) {
        int owner = stock->option[j] == NOWHERE
                        ? j % parts->count
                        : parts->part[engine->option[stock->option[j]].site];
        const struct stock *part = parts->stock[owner];
        if (part->option[j] != stock->option[j] ||
            part->year[j] != stock->year[j])
            stock_move(stock, j, part->option[j], part->year[j]);
    }
    const int *start = problem->phases.start;
    for (int k = 0; stock->opens && k < problem->sites; k++) {
        const int *opens = parts->stock[parts->part[k]]->opens;
        for (int p = start[k]; p < start[k + 1]; p++) {
            if (opens[p] != stock->opens[p])
                stock_open(stock, k, p, opens[p]);
        }
    }
}
