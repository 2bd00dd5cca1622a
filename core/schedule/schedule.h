/* Schedule: which works are built when, by whose money.
 *
 *     struct schedule_problem problem = { .phases = 2, .years = 5, ... };
 *     struct schedule schedule;
 *     struct schedule_work work = { .seconds = 10, .seed = 1 };
 *     if (!schedule_solve(&schedule, &problem, &work, err))
 *         return false;
 *     ... schedule.year[phase], schedule.paid[...], .total, .bound ...
 *     schedule_release(&schedule);
 *
 * A phase is whatever is opened as a whole: a part of a cluster, a treatment
 * plant, the clearing of a piece of land.  Phases and years are numbers from
 * 0.  A phase opens in one year or never.  Money is in whole units, so every
 * budget is kept exactly.  Arrays belong to the caller.
 *
 * The total, to be large, is the sum of the declared terms less the weighted
 * money of each source.  No schedule that keeps the limits has more than the
 * bound.
 */
#ifndef CORE_SCHEDULE_SCHEDULE_H
#define CORE_SCHEDULE_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/err.h"

#define SCHEDULE_NO_LIMIT INT64_MAX

enum {
    SCHEDULE_YEARS = 60,      /* at most */
    SCHEDULE_SOURCES = 7,     /* at most: subsets of them are looked at */
    SCHEDULE_KINDS = 8,       /* at most, of cost */
    SCHEDULE_PARTS = 1000000, /* a share of a source is in parts of this */
    SCHEDULE_LONGEST = 20     /* years of building, at most */
};

/* Money a phase costs: before so many years before it opens. */
struct schedule_payment {
    int phase, kind, before;
    int64_t amount;
};

/* Whose money.  Of what a phase costs in a year in the kinds it pays, a source
 * pays at most its share; so it never pays more than that share of the whole.
 */
struct schedule_source {
    const char *name;
    const int64_t *budget; /* [year] what comes in */
    bool carry;            /* what is left serves later years; else it lapses */
    unsigned kinds;        /* bit k: it may pay kind k */
    int share;             /* in parts; SCHEDULE_PARTS: all */
    const unsigned char *barred; /* [phase] it pays nothing there; NULL: none */
    double weight;               /* of a unit of its money in the total */
};

/* One phase opens at least lag years after another, and only if that opens. */
struct schedule_arc {
    int first, then, lag;
};

enum schedule_row_kind {
    ROW_OPENS, /* the amount of each phase that opens in these years */
    ROW_SPENDS /* the money its phases cost in these years; amount 0 or 1 */
};

/* A limit on the sum over some phases, in the years from..to. */
struct schedule_row {
    const char *name;
    enum schedule_row_kind kind;
    int from, to;
    int entries;
    const int *phase;
    const int64_t *amount;
    int64_t least, most; /* -SCHEDULE_NO_LIMIT, SCHEDULE_NO_LIMIT: none */
};

/* A part of the total. */
struct schedule_term {
    const char *name;
    double weight;
    const double *value; /* [phase * years + year] if it opens then */
};

struct schedule_problem {
    int phases, years;
    int first_year; /* the year number 0 stands for; for errors */
    const char *const *phase_key;
    const int *cluster;        /* [phase] those of one number are decided
                                  together; NULL: each by itself */
    const int *earliest;       /* [phase] NULL: 0 */
    const int *latest;         /* [phase] NULL: the last year */
    const unsigned char *must; /* [phase] it opens; NULL: none has to */

    int kinds, payments, sources, arcs, rows, terms;
    const char *const *kind_name;
    const struct schedule_payment *payment;
    const struct schedule_source *source;
    const struct schedule_arc *arc;
    const struct schedule_row *row;
    const struct schedule_term *term;
};

struct schedule {
    int phases, opened;
    int *year;         /* [phase] `years` of the problem: never */
    int64_t *paid;     /* [source * payments + payment] */
    double *term;      /* weighted sum of each term */
    double money;      /* weighted, as it is taken off */
    double total;      /* of the terms, less the money */
    double bound;      /* no schedule has more; the total itself when that is
                          proved, INFINITY when nothing is */
    double *price;     /* [source * years + year] what one more unit of money
                          would be worth to the bound */
    double *row_price; /* [row] the same for its limit that binds; of the lower
                          one it is below 0 */
    long steps;
    double seconds;
};

/* What the engine has so far; total is -INFINITY before the first schedule. */
struct schedule_progress {
    double seconds, total, bound;
    long steps;
};

struct schedule_work {
    double seconds; /* 0: no limit of time */
    long steps;     /* 0: no limit of steps.  With it alone the answer is the
                       same on any machine and any number of threads */
    int threads;    /* at most so many at once; 0: 1 */
    uint64_t seed;
    double gap; /* enough, relative to the total; 0: until proved */
    /* An earlier answer to begin with, [phase] years; NULL: none. */
    const int *from;
    /* Told now and then; false stops, and the best so far is the answer.
     * NULL: not told. */
    bool (*watch)(void *data, const struct schedule_progress *progress);
    void *data;
};

/* Life cycle */

/* Fails with ERR_UNSOLVED when no schedule keeps the limits, or none was found
 * in time; else there is one. */
bool schedule_solve(struct schedule *schedule,
                    const struct schedule_problem *problem,
                    const struct schedule_work *work, struct err *err);
void schedule_release(struct schedule *schedule);

/* Make the schedule of given years; fails when it breaks a limit, and says
 * which.  Its bound is INFINITY. */
bool schedule_make(struct schedule *schedule,
                   const struct schedule_problem *problem, const int *year,
                   struct err *err);

/* Whether the problem is sound: sizes, signs, years in order, no circle of
 * precedence, which is named. */
bool schedule_problem_check(const struct schedule_problem *problem,
                            struct err *err);

/* Whether the schedule keeps every limit and is worth what it says.  Written
 * apart from everything that makes schedules, to be believed. */
bool schedule_check(const struct schedule *schedule,
                    const struct schedule_problem *problem, struct err *err);

#endif
