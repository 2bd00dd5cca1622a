/* Assign: jobs to sites and years, at the least total cost, with a proof of
 * how far from the least it can be.
 *
 *     struct assign_problem problem;
 *     if (!assign_read(&problem, "plan.txt", ASSIGN_GUESS, err))
 *         return false;
 *     struct assignment assignment;
 *     struct assign_work work = { .seconds = 10, .threads = 2, .seed = 1 };
 *     if (!assign_solve(&assignment, &problem, &work, err))
 *         return false;
 *     ... assignment.site[job], assignment.year[job], .total, .bound ...
 *
 * A job is an enterprise, a site a cluster; both are numbers from 0, and so
 * are years.  A job that goes to a site stays: it takes its need of every
 * resource from its year on.  A job may be left out at its penalty, so there
 * is always an answer.
 *
 * The engine is arithmetic on plain arrays: it knows neither plans nor files
 * (the readers aside).  Amounts are whole numbers below 2^53 kept in doubles,
 * so sums of them are exact and limits are kept exactly.
 *
 * The bound holds for the problem as it stands; no assignment that keeps the
 * limits has a lower total.
 */
#ifndef CORE_ASSIGN_ASSIGN_H
#define CORE_ASSIGN_ASSIGN_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define ASSIGN_NO_LIMIT INFINITY

enum {
    ASSIGN_RESOURCES = 8, /* at most */
    ASSIGN_YEARS = 64,    /* at most */
};

/* Where a job may go.  16 bytes would do, 12 make 50 million of them fit. */
struct assign_option {
    int site;
    float cost;  /* of going there at all; not above the true cost */
    float spend; /* times the money of the job: what its year pays */
};

/* Some sites grow by phases whose years are to be chosen as well. */
struct assign_phases {
    int *start;      /* [sites + 1] into the others; phases in their order */
    int *earliest;   /* [phase] first year it can be open, from 0 */
    double *cost;    /* [phase] paid in the year it opens */
    double *room;    /* [phase * resources + r] what it adds from that year */
    double *capital; /* [year] what comes in; what is left is carried over */
};

/* A limit that some sites share, or all, or that each has for itself. */
struct assign_shared {
    int groups;
    const int *group;   /* [site] -1: not limited; NULL: each its own */
    const double *need; /* [job] */
    const double *room; /* [group * years + year] ASSIGN_NO_LIMIT: none */
    bool flow; /* room is for those who move in that very year; else for all
                  who have moved until then, and never less in a later year */
};

/* Arrays may be NULL where that is said; the struct owns what the readers
 * made, and a caller who fills it himself frees his own. */
struct assign_problem {
    int jobs, sites, years, resources, districts;

    int *ready;      /* [job] first year it may move; NULL: 0 */
    double *wait;    /* [job] cost of each year after ready; NULL: 0 */
    double *penalty; /* [job] cost of being left out */
    double *money;   /* [job] what a spend of 1 is; NULL: 1 */
    double *hazard;  /* [job] load on the limit of the district; NULL: 0 */
    double *need;    /* [job * resources + r], or, by_option, [option] with
                        one resource */
    bool by_option;
    bool must; /* leaving out is no answer, only a mark of failure */

    size_t *start; /* [jobs + 1] into option; sites of a job differ */
    struct assign_option *option;

    double *room;    /* [(site * years + year) * resources + r], never less in
                        a later year */
    double *opening; /* [site] cost of using it at all; NULL: 0 */
    int *open;       /* [site] first year anyone may move in; NULL: 0 */
    int *district;   /* [site]; NULL: 0 */
    double *limit;   /* [district] ASSIGN_NO_LIMIT; NULL: none */
    double *budget;  /* [year] of money, ASSIGN_NO_LIMIT; NULL: none */

    int shareds;
    const struct assign_shared *shared; /* of the caller */

    const unsigned char *shut; /* [site * years + year] nobody may move in;
                                  of the caller; NULL: never */
    const int *pin_year;       /* [job] the only year, -1: any; of the caller;
                                  NULL: none */
    int apart_groups;
    const int *apart; /* [job] no two of a group in one site, -1: none; of the
                         caller; NULL: none */

    struct assign_phases phases; /* start NULL: room is as it stands */
};

struct assignment {
    int jobs, left;   /* left: without a site */
    int *site, *year; /* [job] -1: left out */
    int *opens;       /* [phase] year, `years` if never; NULL: not chosen */
    double total;     /* with the penalties */
    double bound;     /* no assignment costs less */
    bool impossible;  /* proved: nobody may be left out, and someone must be */
    long steps;       /* of work done */
    double seconds;

    /* Prices of the proof: what one more unit would be worth to the bound;
     * NULL when the engine at work has none. */
    double *price;         /* [(site * years + year) * resources + r] of room
                              from that year on */
    double *budget_price;  /* [year] of the budget */
    double *limit_price;   /* [district] */
    double *capital_price; /* [year] of capital that has come in by then, where
                              years of phases were chosen */
    double **shared_price; /* [shared][group * years + year] of room in that
                              year alone */
    size_t prices;         /* how many of room */
    int shareds;           /* how many */
};

/* What the engine has so far. */
struct assign_progress {
    double seconds, total, bound;
    long steps;
    const char *stage; /* English; for say() */
};

struct assign_work {
    double seconds; /* 0: no limit of time */
    long steps;     /* 0: no limit of steps.  With it alone the answer is the
                       same on any machine and any number of threads */
    int threads;    /* at most so many at once; 0: 1 */
    uint64_t seed;
    double gap; /* enough, relative to the total; 0: until proved */
    bool joint; /* choose the years of the phases as well */
    /* An earlier answer to begin with: who still fits stays at first, and its
     * prices are taken over.  NULL: none. */
    const struct assignment *from;
    /* What it must save to take a job from where it is there, site and year.
     * With a tax only those are looked at who lost their place, are new or
     * would save more than that; total is without it.  0: a start only. */
    double tax;
    /* Told now and then; false stops.  NULL: not told. */
    bool (*watch)(void *data, const struct assign_progress *progress);
    void *data;
};

enum assign_format { ASSIGN_GUESS, ASSIGN_GAP, ASSIGN_SSCFLP, ASSIGN_PLAN };

/* Life cycle */

/* Read a problem from a text file:
 *
 *   gap     m n | c[m][n] | a[m][n] | b[m]: OR-Library, Yagiura
 *   sscflp  m n | capacity[m] | opening[m] | demand[n] | c[n][m]
 *   plan    PLAN1 N K T R D S ...: enterprises, clusters, years
 *
 * The error names line and what is wrong there. */
bool assign_read(struct assign_problem *problem, const char *path,
                 enum assign_format format, struct err *err);
void assign_problem_release(struct assign_problem *problem);

/* Whether the problem is sound: sizes, signs, order of rooms and phases. */
bool assign_check(const struct assign_problem *problem, struct err *err);

/* Fails when the problem is not sound; else there is an assignment, in the
 * worst case with everyone left out. */
bool assign_solve(struct assignment *assignment,
                  const struct assign_problem *problem,
                  const struct assign_work *work, struct err *err);
void assignment_release(struct assignment *assignment);

/* Whether the assignment keeps every limit and costs what it says.  Written
 * apart from all that makes assignments, to be believed. */
bool assignment_check(const struct assignment *assignment,
                      const struct assign_problem *problem, struct err *err);

/* Set room, from the phases and the years in which they open. */
void assign_room(const struct assign_problem *problem, const int *opens,
                 double *room);

#endif
