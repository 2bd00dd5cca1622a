/* A problem made ready for the engine; for the files of this folder.
 *
 * Money.  What a phase costs in one year, so many years before it opens, is a
 * group.  For a set U of sources, need(U) is the part of a group that the
 * sources outside U cannot pay, by their kinds and shares.  Needs of groups
 * add up, and the money is enough exactly when for no choice of a set U_y in
 * each year, with U_y a superset of U_y+1 among sources whose money is carried
 * over, the needs exceed what came in: the cuts of a network, by max-flow
 * min-cut (L. R. Ford and D. R. Fulkerson 1956, Canadian Journal of
 * Mathematics 8).  So the money of a schedule is one small table by year and
 * set, whatever the number of phases.
 *
 * Precedence.  Each phase has at most one parent of its own cluster, so that
 * clusters are forests; what other arcs there are are checked, and priced.
 */
#ifndef CORE_SCHEDULE_MODEL_H
#define CORE_SCHEDULE_MODEL_H

#include <math.h>
#include <stddef.h>

#include "core/schedule/schedule.h"

enum { SCHEDULE_SETS = (1 << SCHEDULE_SOURCES) - 1 };

struct model_entry {
    int row;
    int64_t amount;
};

struct model {
    const struct schedule_problem *problem;
    int phases, years, sources, sets, leads;

    double *value; /* [phase * years + year] of the terms, less the money at
                      the weight of the cheapest source */
    uint64_t
        *years_of;   /* [phase] bit t: it may open in t; bit `years`: never */
    int64_t *cost;   /* [phase * leads + lead] money that many years before */
    int64_t *need;   /* [(phase * leads + lead) * sets + set - 1] */
    int *leads_of;   /* [phase] */
    int64_t *income; /* [year * sets + set - 1] of the sources of the set */
    int carried;     /* the set of sources with carry */
    int by_weight[SCHEDULE_SOURCES]; /* sources, the cheapest first */
    double step[SCHEDULE_SOURCES];   /* weight of by_weight[i] less that of
                                        the one before */
    bool plain_money;                /* all weights are the same */

    int parts;
    int *part;       /* [phase] clusters in order of their first phase */
    int *part_start; /* [parts + 1] into order */
    int *order;      /* phases by part, parents before children */
    int *parent;     /* [phase] -1: none */
    int *lag;        /* [phase] after the parent */
    int extras;      /* arcs that are no parents */
    struct schedule_arc *extra;
    int *extra_start, *extra_of; /* [phases + 1]; arcs at a phase */

    int *entry_start; /* [phases + 1] */
    struct model_entry *entry;

    double unit; /* every total is a multiple of it; 0: not known */
    double money_unit, value_unit; /* of an ordinary phase */
};

void model_init(struct model *model, const struct schedule_problem *problem);
void model_release(struct model *model);

/* forest.c: parts, parents and extra arcs. */
void model_forest(struct model *model);

/* fund.c */

/* What the sources outside each set cannot pay of a group that costs so much
 * of each kind.  Returns what all together cannot pay, by their rules. */
int64_t fund_needs(const struct schedule_problem *problem, int phase,
                   const int64_t *kind, int64_t *need);

/* How much money cannot be paid when the sources of a set alone have any
 * (the others have their shares, but nothing to pay them with); load is
 * [year * sets + set - 1]. */
int64_t fund_missing(const struct model *model, const int64_t *load,
                     int having);

/* The same with all sources, and the last year whose costs have to do with
 * it; -1: nothing is missing. */
int64_t fund_missing_until(const struct model *model, const int64_t *load,
                           int *last_year);

/* Share the costs of a schedule out to the sources, the cheapest first.
 * Returns what could not be paid. */
int64_t fund_pay(const struct model *model, const int *year, int64_t *paid);

/* The sum that the row counts when a phase opens in a year. */
int64_t model_amount(const struct model *model, int row, int64_t amount,
                     int phase, int year);

static inline const int64_t *model_need(const struct model *model, int phase,
                                        int lead)
{
    return model->need + ((size_t)phase * (size_t)model->leads + (size_t)lead) *
                             (size_t)model->sets;
}

static inline bool model_may(const struct model *model, int phase, int year)
{
    return model->years_of[phase] >> year & 1;
}

#endif
