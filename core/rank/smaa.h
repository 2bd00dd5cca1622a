/* SMAA-2: how often each alternative takes each rank when weights, and values
 * that are not certain, are drawn at random (Lahdelma and Salminen 2001,
 * Operations Research 49:444-454; Tervonen and Lahdelma 2007, EJOR
 * 178:500-513).
 *
 *     struct smaa_problem problem = { .worths = &worths, .samples = 10000,
 *                                     .seed = 1, .threads = 2 };
 *     struct smaa smaa;
 *     if (!smaa_init(&smaa, &problem, err))
 *         return false;
 *     smaa.share[k * smaa.ranks + r]   of samples where row k has rank r + 1
 *
 * A row's rank is 1 + how many are worth more, so equal rows share the better
 * one.  Everything that is counted is a whole number, so the same bytes come
 * of any number of threads.
 *
 * Error: a share b has the standard error sqrt(b (1 - b) / samples).
 */
#ifndef CORE_RANK_SMAA_H
#define CORE_RANK_SMAA_H

#include "core/rank/sampler.h"
#include "core/rank/worths.h"

/* Where a value that is not certain is drawn from; parameters in its unit. */
enum spread_kind {
    SPREAD_UNIFORM,    /* from a to b */
    SPREAD_TRIANGULAR, /* from a to c, most likely b */
    SPREAD_NORMAL,     /* mean a, standard deviation b */
    SPREAD_DISCRETE,   /* value[i] with chance[i] */
    SPREAD_WORTH       /* evenly between the worst and the best worth */
};

struct spread {
    size_t row;    /* of worths */
    int criterion; /* rising with row, then criterion; none twice */
    enum spread_kind kind;
    double a, b, c;
    const double *value, *chance; /* SPREAD_DISCRETE */
    int count;
};

struct smaa_problem {
    const struct worths *worths;
    const struct norm *norm; /* of each criterion, for spreads */
    const struct spread *spread;
    size_t spreads;
    const struct weight_limits *limits; /* or NULL */
    long samples;
    uint64_t seed;
    int threads;
    size_t
        ranks; /* to count apart, the last with all beyond; 0: all, 1: as 2 */
};

struct smaa {
    size_t n, ranks; /* ranks: columns of share; beyond the last lies with it */
    int criteria;
    long samples;
    bool exact;         /* not sampled but calculated; samples is 0 */
    double *share;      /* n rows of ranks */
    double *centre;     /* n rows of criteria: the mean of the weights with
                           which it is first; NAN if it never is */
    double *confidence; /* share of draws in which it is first with the weights
                           of its centre; NAN if it never is */
    double *mean_rank;  /* expected rank */
};

enum { SMAA_SAMPLES = 1000000000, SMAA_RANKS = 65536 }; /* at most */

bool smaa_init(struct smaa *smaa, const struct smaa_problem *problem,
               struct err *err);
void smaa_release(struct smaa *smaa);

#endif
