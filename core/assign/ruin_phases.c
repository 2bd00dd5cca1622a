/* Ruin of another kind: phases open in other years, whoever has no room any
 * more is taken out, and some who would like what is new. */
#include <stdlib.h>

#include "core/assign/ruin.h"
#include "core/base/mem.h"

enum {
    FUNDERS = 6, /* phases that may give way for one that opens earlier */
    USES = 6,    /* tries to use capital that has become free */
    LOOKS = 120, /* jobs looked at for what is new */
    WANT = 16    /* jobs taken out for it, at most */
};

static int below(struct ruin *ruin, int n)
{
    return rng_below(&ruin->rng, n);
}

static void phase_move(struct ruin *ruin, int site, int phase, int year)
{
    struct stock *stock = ruin->stock;
    if (ruin->moves == ruin->moves_space) {
        ruin->moves_space = ruin->moves_space ? 2 * ruin->moves_space : 64;
        ruin->moved = mem_grow(ruin->moved, (size_t)ruin->moves_space,
                               sizeof *ruin->moved);
    }
    ruin->moved[ruin->moves++] =
        (struct phase_undo){ site, phase, stock->opens[phase] };
    stock_open(stock, site, phase, year);
}

void ruin_phases_back(struct ruin *ruin)
{
    while (ruin->moves > 0) {
        const struct phase_undo *undo = &ruin->moved[--ruin->moves];
        stock_open(ruin->stock, undo->site, undo->phase, undo->year);
    }
}

/* The phase and those behind it not before that year. */
static void delay(struct ruin *ruin, int site, int phase, int year)
{
    const struct assign_problem *problem = ruin->engine->problem;
    const int *opens = ruin->stock->opens;
    for (int p = phase; p < problem->phases.start[site + 1]; p++) {
        if (opens[p] < year)
            phase_move(ruin, site, p, year);
    }
}

/* The phase and those in front of it not after that year, as far as they can
 * be there. */
static void hasten(struct ruin *ruin, int site, int phase, int year)
{
    const struct assign_phases *phases = &ruin->engine->problem->phases;
    const int *opens = ruin->stock->opens;
    if (year < phases->earliest[phase])
        year = phases->earliest[phase];
    for (int p = phase; p >= phases->start[site]; p--) {
        if (opens[p] > year)
            phase_move(ruin, site, p, year);
    }
}

static bool overdrawn(const struct stock *stock)
{
    for (int t = 0; t < stock->engine->problem->years; t++) {
        if (stock->money[t] < 0)
            return true;
    }
    return false;
}

/* A phase of any site of this part; false when none is found. */
static bool any_phase(struct ruin *ruin, int *site, int *phase)
{
    const struct assign_problem *problem = ruin->engine->problem;
    const int *start = problem->phases.start;
    int count = 0;
    for (int tries = 0; tries < 8 && count == 0; tries++) {
        *site = below(ruin, problem->sites);
        if (ruin_site_mine(ruin, *site))
            count = start[*site + 1] - start[*site];
    }
    *phase = start[*site] + (count ? below(ruin, count) : 0);
    return count > 0;
}

/* Some year after now, or never. */
static int later(struct ruin *ruin, int now)
{
    int years = ruin->engine->problem->years;
    if (below(ruin, 4) == 0)
        return years;
    return now + 1 + below(ruin, 1 + below(ruin, years - now));
}

/* Other phases give way until all is paid. */
static bool fund(struct ruin *ruin, int besides)
{
    struct stock *stock = ruin->stock;
    for (int i = 0; i < FUNDERS * 4 && overdrawn(stock); i++) {
        int site, phase;
        if (!any_phase(ruin, &site, &phase) || site == besides ||
            stock->opens[phase] >= ruin->engine->problem->years)
            continue;
        delay(ruin, site, phase, later(ruin, stock->opens[phase]));
    }
    return !overdrawn(stock);
}

/* What has become free opens others earlier. */
static void use_capital(struct ruin *ruin)
{
    struct stock *stock = ruin->stock;
    for (int i = 0; i < USES; i++) {
        int site, phase, keep = ruin->moves;
        if (!any_phase(ruin, &site, &phase) || stock->opens[phase] == 0)
            continue;
        hasten(ruin, site, phase, below(ruin, stock->opens[phase]));
        if (!overdrawn(stock))
            continue;
        while (ruin->moves > keep) {
            const struct phase_undo *undo = &ruin->moved[--ruin->moves];
            stock_open(stock, undo->site, undo->phase, undo->year);
        }
    }
}

static bool overfull(const struct stock *stock, int site)
{
    const struct engine *engine = stock->engine;
    int R = engine->problem->resources;
    const double *least = stock->least + engine->first[site] * R;
    for (int r = 0; r < R; r++) {
        if (least[r] < 0)
            return true;
    }
    return false;
}

/* Whether someone is there who should not be. */
static bool homeless(const struct stock *stock, int job, int site)
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int year = stock->year[job], R = problem->resources;
    if (year < stock->opens[problem->phases.start[site]])
        return true;
    const double *least =
        stock->least + engine->step[site * problem->years + year] * R;
    const double *need = engine_need(engine, job, stock->option[job]);
    for (int r = 0; r < R; r++) {
        if (least[r] < 0 && need[r] > 0)
            return true;
    }
    return false;
}

/* Out of the site until it is no longer overfull. */
static void evict(struct ruin *ruin, int site)
{
    struct stock *stock = ruin->stock;
    int count = stock->members[site];
    int from = count ? below(ruin, count) : 0;
    for (int i = 0; i < count; i++) {
        /* Those who leave are replaced by the last one. */
        int at = stock->members[site] - 1 - (i + from) % count;
        if (at < 0)
            continue;
        int job = stock->member[site][at];
        if (homeless(stock, job, site))
            ruin_out(ruin, job);
    }
    while (overfull(stock, site))
        ruin_out(ruin, stock->member[site][0]);
}

static bool likes(const struct ruin *ruin, int job, int site)
{
    const struct shortlist *shortlist = ruin->engine->shortlist;
    const struct short_place *place = shortlist->place + (size_t)job * SHORT;
    for (int i = 0; i < shortlist->count[job]; i++) {
        if (place[i].site == site)
            return true;
    }
    return false;
}

/* Some who might go where there is more now, and some who are left out. */
static void invite(struct ruin *ruin)
{
    int jobs = ruin->engine->problem->jobs, want = ruin->outs + WANT;
    for (int i = 0; i < LOOKS && ruin->outs < want; i++) {
        int job = below(ruin, jobs);
        int site = ruin->moved[below(ruin, ruin->moves)].site;
        if (!ruin_job_mine(ruin, job))
            continue;
        if (ruin->stock->option[job] == NOWHERE || likes(ruin, job, site))
            ruin_out(ruin, job);
    }
}

bool ruin_phases(struct ruin *ruin)
{
    struct stock *stock = ruin->stock;
    int site, phase, years = ruin->engine->problem->years;
    ruin->outs = 0;
    if (!any_phase(ruin, &site, &phase))
        return false;
    int now = stock->opens[phase];
    if (now > 0 && (now == years || below(ruin, 2)))
        hasten(ruin, site, phase, below(ruin, now));
    else
        delay(ruin, site, phase, later(ruin, now));
    if (!fund(ruin, site)) {
        ruin_phases_back(ruin);
        return false;
    }
    use_capital(ruin);
    if (ruin->moves == 0)
        return false;
    for (int i = 0; i < ruin->moves; i++)
        evict(ruin, ruin->moved[i].site);
    invite(ruin);
    return true;
}
