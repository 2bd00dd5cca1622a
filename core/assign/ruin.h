/* Ruin and recreate (G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt and G.
 * Dueck 2000, Journal of Computational Physics 159(2)): take a few jobs out of
 * sites that compete for the same ones, place them anew by regret, keep the
 * result as annealing would, else undo it from a journal. */
#ifndef CORE_ASSIGN_RUIN_H
#define CORE_ASSIGN_RUIN_H

#include "core/assign/calendar.h"
#include "core/assign/shortlist.h"
#include "core/assign/stock.h"
#include "core/base/rng.h"

struct undo {
    size_t option;
    int job, year;
};

/* The best and the second best place of a job that fit. */
struct two {
    struct place best;
    int at, second; /* where the looking is, in the shortlist */
    bool searched;  /* beyond the shortlist */
    double regret;
};

/* What holds a job where it is: what it would lose at its second best place,
 * by reduced costs. */
struct hold {
    size_t home; /* option, the best one */
    double regret;
};

struct ruin {
    struct engine *engine;
    struct stock *stock;
    struct rng rng;
    double heat;       /* a loss that is still accepted now and then */
    double thrift;     /* share of its price at which money that is left counts
                          as a gain: it brings in who is left out */
    struct hold *hold; /* [job] */
    double ease;       /* a regret of so much lets go of one in e */
    bool *taken;       /* [job] */
    int *out;          /* jobs taken out */
    int outs;
    long all;        /* that all trials took out */
    struct two *two; /* of each in out */
    double large;    /* what a unit of need is worth in the order */
    struct undo *journal;
    int entries, space;
    const int *part;           /* [site] whose it is; */
    int number, parts;         /* who this is, of how many */
    struct calendar *calendar; /* phases that open in another year; or NULL */
};

/* On the stock; the shortlist of the engine must stand. */
struct ruin *ruin_new(struct engine *engine, struct stock *stock,
                      uint64_t stream);
void ruin_free(struct ruin *ruin);

/* One trial.  Whether the total is now less than ever before must be looked
 * at by the caller. */
void ruin_trial(struct ruin *ruin);

/* Numbers by lot: whole ones below n; from 0 up to 1. */
static inline int ruin_below(struct ruin *ruin, int n)
{
    return rng_below(&ruin->rng, n);
}

static inline double ruin_unit(struct ruin *ruin)
{
    return rng_number(&ruin->rng);
}

/* Whether the site is of this part; whether the job is, because its site is
 * or because it is one of those left out. */
static inline bool ruin_site_mine(const struct ruin *ruin, int site)
{
    return !ruin->part || ruin->part[site] == ruin->number;
}

static inline bool ruin_job_mine(const struct ruin *ruin, int job)
{
    size_t option = ruin->stock->option[job];
    if (option == NOWHERE)
        return !ruin->part || job % ruin->parts == ruin->number;
    return ruin_site_mine(ruin, ruin->engine->option[option].site);
}

/* Parts of a trial: whom to take out; mark a job as one of them; take a job
 * out; other years for phases, with whom that concerns taken out, or false and
 * nothing done; the years back. */
void ruin_choose(struct ruin *ruin);
void ruin_take(struct ruin *ruin, int job);
void ruin_out(struct ruin *ruin, int job);
bool ruin_phases(struct ruin *ruin);
void ruin_phases_back(struct ruin *ruin);

#endif
