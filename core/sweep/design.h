/* Designs of experiments: which values the factors have in each run.
 *
 *     struct design_request request = { .kind = DESIGN_LATIN, .factor = factor,
 *                                       .factors = 5, .n = 1000, .seed = 1 };
 *     struct design design;
 *     if (!design_init(&design, &request, err))
 *         return false;
 *     design.runs                            how many
 *     design_rows(&design, 200, 100, value)  runs 200..299, factors each
 *
 * A run is a function of the request and its number: any worker can make any
 * block of runs in any order, with no memory beyond the design, and gets the
 * same bytes.  A design is not changed by reading it, so threads share it.
 *
 *     kind              runs
 *     DESIGN_FACTORIAL  every combination of levels, the last factor fastest
 *     DESIGN_ONE        the base, then of each factor in turn its levels while
 *                       all others stay at their base
 *     DESIGN_LATIN      n, Latin hypercube (latin.h)
 *     DESIGN_SOBOL      n points of the Sobol' sequence (sobol.h)
 *     DESIGN_SALTELLI   n blocks (Saltelli 2002, Computer Physics
 *                       Communications 145:280-297; Saltelli et al. 2010, ibid.
 *                       181:259-270) of k + 2 runs: A; A with factor j of B,
 *                       for each j; B.  With .second 2 k + 2: B with factor j
 *                       of A, for each j, stands before B.  A and B are the
 *                       halves of a Sobol' point of 2 k dimensions.
 *     DESIGN_MORRIS     n trajectories of k + 1 runs (Morris 1991,
 *                       Technometrics 33:161-174) on a grid of .levels, each
 *                       step changing one factor by levels / 2 steps of it;
 *                       with .candidates the n of so many that lie farthest
 *                       apart (Campolongo et al. 2007, Environmental Modelling
 *                       & Software 22:1509-1518)
 *     DESIGN_TABLE      n rows of .table, as they are
 *
 * The Sobol' sequence begins at point .skip.  Scrambled, nothing need be
 * skipped (Owen 2022, "On dropping the first Sobol' point"); not scrambled,
 * design_skip() gives the least power of two that is at least n: the points
 * after it are as even, and the corner 0 is not among them.
 */
#ifndef CORE_SWEEP_DESIGN_H
#define CORE_SWEEP_DESIGN_H

#include "core/sweep/factor.h"
#include "core/sweep/latin.h"
#include "core/sweep/sobol.h"

enum design_kind {
    DESIGN_FACTORIAL,
    DESIGN_ONE,
    DESIGN_LATIN,
    DESIGN_SOBOL,
    DESIGN_SALTELLI,
    DESIGN_MORRIS,
    DESIGN_TABLE
};

enum {
    DESIGN_RUNS = 1 << 30, /* at most */
    DESIGN_FACTORS = 16384,
    DESIGN_CANDIDATES = 10000,
    DESIGN_LEVELS = 1000000
};

struct design_request {
    enum design_kind kind;
    const struct factor *factor; /* must outlive the design, with its arrays */
    int factors;
    int64_t n; /* of the kinds that say n */
    uint64_t seed;
    bool scramble;       /* Sobol', Saltelli */
    uint64_t skip;       /* Sobol', Saltelli */
    bool second;         /* Saltelli: for indices of second order */
    bool centred;        /* Latin hypercube: the middle of each stratum */
    int levels;          /* grids, Morris; 0: 2, Morris 4 */
    int64_t candidates;  /* Morris: 0: no choice */
    const double *table; /* n rows of factors; must outlive the design */
};

struct design {
    struct design_request request; /* with levels filled in */
    int64_t runs;
    int factors;
    int64_t block;             /* Saltelli, Morris: runs of a block */
    struct quantile *quantile; /* of each factor */
    int *levels;               /* of each factor: grids */
    double *base;              /* of each factor: one at a time */
    struct sobol sobol;
    struct latin latin;
    int64_t *trajectory; /* Morris: those chosen, or NULL */
};

/* Where the sequence of n points not scrambled should begin. */
uint64_t design_skip(int64_t n);

bool design_init(struct design *design, const struct design_request *request,
                 struct err *err);
void design_release(struct design *design);

/* Runs first..first + count - 1, a row of factors each. */
void design_rows(const struct design *design, int64_t first, int64_t count,
                 double *value);

/* One at a time: which factor a run changes, -1 for the base. */
int design_one_factor(const struct design *design, int64_t run);

/* Morris: which factor each step of a trajectory changes, and by how much of
 * the grid's width, with its sign; of as many steps as there are factors. */
void design_morris_steps(const struct design *design, int64_t trajectory,
                         int *factor, double *delta);

#endif
