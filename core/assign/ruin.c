#include "core/assign/ruin.h"

#include <stdlib.h>

#include "core/assign/price.h"
#include "core/base/mem.h"

enum {
    LEAST = 4,    /* jobs taken out */
    SPREAD = 36,  /* and up to so many more */
    HOPS = 8,     /* sites visited */
    LEFT_OUT = 3, /* jobs without a site that join */
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
    free(ruin->journal);
    calendar_free(ruin->calendar);
    free(ruin);
}

static int below(struct ruin *ruin, int n)
{
    return rng_below(&ruin->rng, n);
}

static double unit(struct ruin *ruin)
{
    return rng_number(&ruin->rng);
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

static void take(struct ruin *ruin, int job)
{
    if (!ruin->taken[job]) {
        ruin->taken[job] = true;
        ruin->out[ruin->outs++] = job;
    }
}

void ruin_out(struct ruin *ruin, int job)
{
    take(ruin, job);
    if (ruin->stock->option[job] != NOWHERE)
        move(ruin, job, NOWHERE, 0);
}

/* A site that the job would like, of this part if that is easy. */
static int liked_site(struct ruin *ruin, int job, int among)
{
    const struct shortlist *shortlist = ruin->engine->shortlist;
    int count = shortlist->count[job], site = 0;
    for (int tries = 0; tries < 3; tries++) {
        int pick = below(ruin, count < among ? count : among);
        site = count ? shortlist->place[(size_t)job * SHORT + (size_t)pick].site
                     : below(ruin, ruin->engine->problem->sites);
        if (ruin_site_mine(ruin, site))
            break;
    }
    return site;
}

static void take_from(struct ruin *ruin, int site, int part, int want)
{
    const struct stock *stock = ruin->stock;
    int count = ruin_site_mine(ruin, site) ? stock->members[site] : 0;
    int from = count ? below(ruin, count) : 0;
    for (int i = 0; i < count && part > 0 && ruin->outs < want; i++) {
        int job = stock->member[site][(from + i) % count];
        if (!ruin->taken[job] && unit(ruin) < 0.6) {
            take(ruin, job);
            part--;
        }
    }
}

/* Mostly small, seldom large. */
static int size(struct ruin *ruin, int jobs)
{
    int most = jobs / 3 < SPREAD ? jobs / 3 : SPREAD;
    double share = unit(ruin);
    return LEAST + (int)(share * share * (most + 1));
}

/* Those who move in the same year or the next compete for its money. */
static void choose_year(struct ruin *ruin)
{
    const struct stock *stock = ruin->stock;
    int jobs = ruin->engine->problem->jobs;
    int first = below(ruin, jobs), year = stock->year[first];
    int want = size(ruin, jobs);
    ruin->outs = 0;
    for (int tries = 0; tries < 30 * want && ruin->outs < want; tries++) {
        int job = below(ruin, jobs);
        if (!ruin_job_mine(ruin, job))
            continue;
        if (stock->option[job] == NOWHERE || abs(stock->year[job] - year) <= 1)
            take(ruin, job);
    }
}

/* From site to site, each liked by one who was just taken out. */
static void choose_sites(struct ruin *ruin)
{
    int jobs = ruin->engine->problem->jobs;
    int first = below(ruin, jobs);
    int want = size(ruin, jobs);
    int site = liked_site(ruin, first, 3);
    ruin->outs = 0;
    if (ruin->stock->option[first] == NOWHERE && ruin_job_mine(ruin, first))
        take(ruin, first);
    for (int hop = 0; hop < HOPS && ruin->outs < want; hop++) {
        take_from(ruin, site, want / 3 + 1, want);
        int next = ruin->outs ? ruin->out[below(ruin, ruin->outs)] : first;
        site = liked_site(ruin, next, 5);
    }
    for (int i = 0, tries = 0; i < LEFT_OUT && tries < 60; tries++) {
        int job = below(ruin, jobs);
        if (ruin->stock->option[job] != NOWHERE || ruin->taken[job] ||
            !ruin_job_mine(ruin, job))
            continue;
        take(ruin, job);
        i++;
    }
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
        int at = left > LOOK ? below(ruin, left) : i;
        int job = ruin->out[at];
        look(ruin, job, &ruin->two[at]);
        double key = ruin->two[at].regret * (1 + noise * (unit(ruin) - 0.5)) +
                     ruin->large * job_size(ruin, job) * unit(ruin);
        if (key > most) {
            most = key;
            pick = at;
        }
    }
    return pick;
}

static void recreate(struct ruin *ruin)
{
    double noise = 0.6 * unit(ruin);
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
    bool phases = ruin->calendar && unit(ruin) < PHASES && ruin_phases(ruin);
    if (!phases && ruin->engine->problem->budget && unit(ruin) < 0.2)
        choose_year(ruin);
    else if (!phases)
        choose_sites(ruin);
    for (int i = 0; i < ruin->outs; i++) {
        ruin->taken[ruin->out[i]] = false;
        if (stock->option[ruin->out[i]] != NOWHERE)
            move(ruin, ruin->out[i], NOWHERE, 0);
    }
    recreate(ruin);
    if (value(ruin) < before + 40 * ruin->heat)
        polish(ruin);
    if (value(ruin) <= before - ruin->heat * log(1e-9 + unit(ruin)))
        return;
    while (ruin->entries > 0) {
        const struct undo *undo = &ruin->journal[--ruin->entries];
        stock_move(stock, undo->job, undo->option, undo->year);
    }
    if (phases)
        ruin_phases_back(ruin);
    stock->total = total;
}
