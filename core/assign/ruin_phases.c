/* Ruin of another kind: phases open in other years, whoever has no room any
 * more is taken out, and some who would like what is new. */
#include <stdlib.h>

#include "core/assign/ruin.h"
#include "core/base/mem.h"

enum {
    PROPOSALS = 16, /* years compared, at most */
    LOOKS = 120,    /* jobs looked at for what is new */
    WANT = 16       /* jobs taken out for it, at most */
};

/* The years that promise most of a few. */
static bool propose(struct ruin *ruin)
{
    struct calendar *calendar = ruin->calendar;
    const struct stock *stock = ruin->stock;
    calendar->part = ruin->part;
    calendar->number = ruin->number;
    calendar_set(calendar, stock->opens, stock->money);
    int looks = ruin->engine->cuts ? 1 + ruin_below(ruin, PROPOSALS) : 1;
    struct rng best = ruin->rng;
    double least = INFINITY;
    for (int i = 0; i < looks; i++) {
        struct rng here = ruin->rng;
        bool moved = calendar_trial(calendar, &ruin->rng);
        double now = calendar_least(calendar);
        if (moved && (now < least || i == 0)) {
            least = now;
            best = here;
        }
        calendar_back(calendar, 0);
    }
    /* Once more, as it was. */
    return calendar_trial(calendar, &best);
}

/* A trial that failed left the stock as it was. */
void ruin_phases_back(struct ruin *ruin)
{
    const struct calendar *calendar = ruin->calendar;
    for (int i = calendar->moves - 1; i >= 0; i--) {
        const struct calendar_move *move = &calendar->move[i];
        stock_open(ruin->stock, move->site, move->phase, move->year);
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
    int from = count ? ruin_below(ruin, count) : 0;
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
    const struct calendar *calendar = ruin->calendar;
    int jobs = ruin->engine->problem->jobs, want = ruin->outs + WANT;
    for (int i = 0; i < LOOKS && ruin->outs < want; i++) {
        int job = ruin_below(ruin, jobs);
        int site = calendar->move[ruin_below(ruin, calendar->moves)].site;
        if (!ruin_job_mine(ruin, job))
            continue;
        if (ruin->stock->option[job] == NOWHERE || likes(ruin, job, site))
            ruin_out(ruin, job);
    }
}

bool ruin_phases(struct ruin *ruin)
{
    const struct calendar *calendar = ruin->calendar;
    ruin->outs = 0;
    if (!propose(ruin))
        return false;
    for (int i = 0; i < calendar->moves; i++) {
        const struct calendar_move *move = &calendar->move[i];
        stock_open(ruin->stock, move->site, move->phase,
                   calendar->opens[move->phase]);
    }
    for (int i = 0; i < calendar->moves; i++)
        evict(ruin, calendar->move[i].site);
    invite(ruin);
    return true;
}
