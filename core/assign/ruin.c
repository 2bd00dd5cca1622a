#include "core/assign/ruin.h"

#include <stdlib.h>

#include "core/assign/price.h"
#include "core/base/mem.h"

enum {
    NONE_FITS = SHORT + 1,
    LOOK = 12 /* jobs compared for who is placed next */
};

#define PHASES 0.1 /* of the trials change phases, where they can */

/* Large jobs a little earlier: a mean job counts a hundredth of its cost. */
static double large_weight(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    double need = 0;
    for (int j = 0; j < problem->jobs; j++) {
        if (problem->start[j] < problem->start[j + 1])
            need += engine_need(engine, j, problem->start[j])[0];
    }
    return need > 0 ? 0.005 * engine->best->total / need : 0;
}

static struct hold *holds_new(const struct engine *engine)
{
    const struct shortlist *shortlist = engine->shortlist;
    int jobs = engine->problem->jobs;
    struct hold *hold = mem_raw((size_t)jobs + 1, sizeof *hold);
    for (int j = 0; j < jobs; j++) {
        const struct short_place *list = shortlist->place + (size_t)j * SHORT;
        int count = shortlist->count[j];
        double second = engine->problem->penalty[j];
        if (count > 1)
            second = fmin(second, list[1].reduced);
        hold[j] =
            count ? (struct hold){ list[0].option, second - list[0].reduced }
                  : (struct hold){ NOWHERE, 0 };
    }
    return hold;
}

struct ruin *ruin_new(struct engine *engine, struct stock *stock,
                      uint64_t stream)
{
    size_t jobs = (size_t)engine->problem->jobs + 1;
    struct ruin *ruin = mem_new(1, sizeof *ruin);
    ruin->engine = engine;
    ruin->stock = stock;
    ruin->rng = rng_new(engine->work->seed, stream, 0);
    ruin->taken = mem_new(jobs, sizeof *ruin->taken);
    ruin->out = mem_raw(jobs, sizeof(int));
    ruin->two = mem_raw(jobs, sizeof *ruin->two);
    ruin->hold = holds_new(engine);
    ruin->large = large_weight(engine);
    if (engine->joint)
        ruin->calendar = calendar_new(engine);
    return ruin;
}

void ruin_free(struct ruin *ruin)
{
    free(ruin->taken);
    free(ruin->out);
    free(ruin->two);
    free(ruin->hold);
    free(ruin->journal);
    calendar_free(ruin->calendar);
    free(ruin);
}

static void move(struct ruin *ruin, int job, size_t option, int year)
{
    if (ruin->entries == ruin->space) {
        ruin->space = ruin->space ? 2 * ruin->space : 256;
        ruin->journal =
            mem_grow(ruin->journal, (size_t)ruin->space, sizeof *ruin->journal);
    }
    struct stock *stock = ruin->stock;
    ruin->journal[ruin->entries++] =
        (struct undo){ stock->option[job], job, stock->year[job] };
    stock_move(stock, job, option, year);
}

void ruin_out(struct ruin *ruin, int job)
{
    ruin_take(ruin, job);
    if (ruin->stock->option[job] != NOWHERE)
        move(ruin, job, NOWHERE, 0);
}

/* What a job needs of the first resource, in its first option. */
static double job_size(const struct ruin *ruin, int job)
{
    size_t first = ruin->engine->problem->start[job];
    return engine_need(ruin->engine, job, first)[0];
}

static void look(const struct ruin *ruin, int job, struct two *two)
{
    const struct shortlist *shortlist = ruin->engine->shortlist;
    const struct short_place *list = shortlist->place + (size_t)job * SHORT;
    double penalty = ruin->engine->problem->penalty[job];
    int count = shortlist->count[job], i = two->at;
    while (i < count &&
           !stock_fits(ruin->stock, job, list[i].option, list[i].year))
        i++;
    two->at = i;
    if (i == count) {
        /* Room only becomes less while jobs are placed. */
        if (two->second == NONE_FITS ||
            (two->second == count && two->searched &&
             stock_fits(ruin->stock, job, two->best.option, two->best.year)))
            return;
        two->searched = true;
        two->best = stock_cheapest(ruin->stock, job, true, penalty);
        two->second = two->best.option == NOWHERE ? NONE_FITS : count;
        two->regret = penalty - two->best.cost;
        return;
    }
    two->best = (struct place){ list[i].reduced, list[i].option, list[i].year };
    int k = two->second > i ? two->second : i + 1;
    while (k < count &&
           !stock_fits(ruin->stock, job, list[k].option, list[k].year))
        k++;
    two->second = k;
    two->regret =
        (k < count ? fmin(penalty, list[k].reduced) : penalty) - two->best.cost;
}

/* Who of a few loses most when he is not next, with some noise. */
static int next_out(struct ruin *ruin, int left, double noise)
{
    double most = -INFINITY;
    int pick = 0;
    for (int i = 0; i < LOOK && i < left; i++) {
        int at = left > LOOK ? ruin_below(ruin, left) : i;
        int job = ruin->out[at];
        look(ruin, job, &ruin->two[at]);
        double key =
            ruin->two[at].regret * (1 + noise * (ruin_unit(ruin) - 0.5)) +
            ruin->large * job_size(ruin, job) * ruin_unit(ruin);
        if (key > most) {
            most = key;
            pick = at;
        }
    }
    return pick;
}

static void recreate(struct ruin *ruin)
{
    double noise = 0.6 * ruin_unit(ruin);
    for (int i = 0; i < ruin->outs; i++)
        ruin->two[i] = (struct two){ .at = 0 };
    for (int left = ruin->outs; left > 0; left--) {
        int pick = next_out(ruin, left, noise), job = ruin->out[pick];
        struct place best = ruin->two[pick].best;
        ruin->out[pick] = ruin->out[left - 1];
        ruin->two[pick] = ruin->two[left - 1];
        ruin->out[left - 1] = job;
        if (best.option != NOWHERE)
            move(ruin, job, best.option, best.year);
    }
}

/* Each of those moved once more, at true costs. */
static void polish(struct ruin *ruin)
{
    struct stock *stock = ruin->stock;
    bool again = true;
    while (again) {
        again = false;
        for (int i = 0; i < ruin->outs; i++) {
            int job = ruin->out[i];
            stock_lift(stock, job);
            struct place place = stock_cheapest(stock, job, false,
                                                stock_cost(stock, job) - 1e-7);
            stock_drop(stock, job);
            if (place.option == NOWHERE)
                continue;
            move(ruin, job, place.option, place.year);
            again = true;
        }
    }
}

/* What a trial is to make less. */
static double value(const struct ruin *ruin)
{
    const struct stock *stock = ruin->stock;
    double saved = 0;
    if (ruin->thrift > 0)
        saved = limits_saved(&ruin->engine->limits, stock->beyond);
    return stock->total - ruin->thrift * saved;
}

void ruin_trial(struct ruin *ruin)
{
    struct stock *stock = ruin->stock;
    double total = stock->total, before = value(ruin);
    ruin->entries = 0;
    bool phases =
        ruin->calendar && ruin_unit(ruin) < PHASES && ruin_phases(ruin);
    if (!phases)
        ruin_choose(ruin);
    ruin->all += ruin->outs;
    for (int i = 0; i < ruin->outs; i++) {
        ruin->taken[ruin->out[i]] = false;
        if (stock->option[ruin->out[i]] != NOWHERE)
            move(ruin, ruin->out[i], NOWHERE, 0);
    }
    recreate(ruin);
    if (value(ruin) < before + 40 * ruin->heat)
        polish(ruin);
    if (value(ruin) <= before - ruin->heat * log(1e-9 + ruin_unit(ruin)))
        return;
    while (ruin->entries > 0) {
        const struct undo *undo = &ruin->journal[--ruin->entries];
        stock_move(stock, undo->job, undo->option, undo->year);
    }
    if (phases)
        ruin_phases_back(ruin);
    stock->total = total;
}
