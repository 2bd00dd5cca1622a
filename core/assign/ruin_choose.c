/* Whom a trial takes out. */
#include <stdlib.h>

#include "core/assign/ruin.h"

enum {
    LEAST = 4,         /* jobs taken out */
    SPREAD_LEAST = 36, /* and up to so many more; */
    SPREAD_MOST = 120,
    SPREAD_SHARE = 80, /* one in so many jobs, between those two */
    HOPS_LEAST = 8,    /* sites visited; */
    HOPS_MOST = 32,
    HOPS_SHARE = 4, /* one in so many sites, between those two */
    LEFT_OUT = 3    /* jobs without a site that join */
};

#define EASE 4    /* times what the assignment is above the bound, by job */
#define STIR 0.01 /* chance of those who would lose most */
#define EVEN 0.6  /* chance of all alike */

void ruin_take(struct ruin *ruin, int job)
{
    if (!ruin->taken[job]) {
        ruin->taken[job] = true;
        ruin->out[ruin->outs++] = job;
    }
}

/* A site that the job would like, of this part if that is easy. */
static int liked_site(struct ruin *ruin, int job, int among)
{
    const struct shortlist *shortlist = ruin->engine->shortlist;
    int count = shortlist->count[job], site = 0;
    for (int tries = 0; tries < 3; tries++) {
        int pick = ruin_below(ruin, count < among ? count : among);
        site = count ? shortlist->place[(size_t)job * SHORT + (size_t)pick].site
                     : ruin_below(ruin, ruin->engine->problem->sites);
        if (ruin_site_mine(ruin, site))
            break;
    }
    return site;
}

/* Who loses much hardly ever moves.  Where phases open in years of choice the
 * prices say less about that. */
static bool lets_go(struct ruin *ruin, int job)
{
    if (ruin->calendar)
        return ruin_unit(ruin) < EVEN;
    const struct hold *hold = &ruin->hold[job];
    if (ruin->stock->option[job] != hold->home)
        return true;
    return ruin_unit(ruin) < fmax(STIR, exp(-hold->regret / ruin->ease));
}

static void take_from(struct ruin *ruin, int site, int part, int want)
{
    const struct stock *stock = ruin->stock;
    int count = ruin_site_mine(ruin, site) ? stock->members[site] : 0;
    int from = count ? ruin_below(ruin, count) : 0;
    for (int i = 0; i < count && part > 0 && ruin->outs < want; i++) {
        int job = stock->member[site][(from + i) % count];
        if (!ruin->taken[job] && lets_go(ruin, job)) {
            ruin_take(ruin, job);
            part--;
        }
    }
}

static int within(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number;
}

/* Mostly small, seldom large. */
static int size(struct ruin *ruin, int jobs)
{
    int most = within(jobs / SPREAD_SHARE, SPREAD_LEAST, SPREAD_MOST);
    most = jobs / 3 < most ? jobs / 3 : most;
    double share = ruin_unit(ruin);
    return LEAST + (int)(share * share * (most + 1));
}

/* Those who move in the same year or the next compete for its money. */
static void choose_year(struct ruin *ruin)
{
    const struct stock *stock = ruin->stock;
    int jobs = ruin->engine->problem->jobs;
    int first = ruin_below(ruin, jobs), year = stock->year[first];
    int want = size(ruin, jobs);
    ruin->outs = 0;
    for (int tries = 0; tries < 30 * want && ruin->outs < want; tries++) {
        int job = ruin_below(ruin, jobs);
        if (!ruin_job_mine(ruin, job))
            continue;
        if (stock->option[job] == NOWHERE || abs(stock->year[job] - year) <= 1)
            ruin_take(ruin, job);
    }
}

/* From site to site, each liked by one who was just taken out; of many sites
 * a few jobs each. */
static void choose_sites(struct ruin *ruin)
{
    int jobs = ruin->engine->problem->jobs;
    int first = ruin_below(ruin, jobs);
    int want = size(ruin, jobs);
    int hops = within(ruin->engine->problem->sites / HOPS_SHARE, HOPS_LEAST,
                      HOPS_MOST);
    int site = liked_site(ruin, first, 3);
    ruin->outs = 0;
    if (ruin->stock->option[first] == NOWHERE && ruin_job_mine(ruin, first))
        ruin_take(ruin, first);
    for (int hop = 0; hop < hops && ruin->outs < want; hop++) {
        take_from(ruin, site, want * 8 / (3 * hops) + 1, want);
        int next = ruin->outs ? ruin->out[ruin_below(ruin, ruin->outs)] : first;
        site = liked_site(ruin, next, 5);
    }
    for (int i = 0, tries = 0; i < LEFT_OUT && tries < 60; tries++) {
        int job = ruin_below(ruin, jobs);
        if (ruin->stock->option[job] != NOWHERE || ruin->taken[job] ||
            !ruin_job_mine(ruin, job))
            continue;
        ruin_take(ruin, job);
        i++;
    }
}

void ruin_choose(struct ruin *ruin)
{
    const struct engine *engine = ruin->engine;
    double above = engine->best->total - engine->bound;
    ruin->ease = EASE * above / engine->problem->jobs;
    if (engine->problem->budget && ruin_unit(ruin) < 0.2)
        choose_year(ruin);
    else
        choose_sites(ruin);
}
