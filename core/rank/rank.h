/* Rank: from a matrix of alternatives and criteria to an order.
 *
 *     struct criterion jobs = { .name = "jobs", .weight = 2, .column = x,
 *                               .normal = NORMAL_MINMAX,
 *                               .missing = MISSING_WORST };
 *     struct rank_problem problem = { .method = RANK_SUM, .alternatives = n,
 *                                     .criteria = 1, .criterion = &jobs };
 *     struct ranking ranking;
 *     if (!ranking_init(&ranking, &problem, err))
 *         return false;
 *     ... ranking.score[i], ranking.rank[i] ...
 *     ranking_release(&ranking);
 *
 * A column has one number for each alternative; NAN is unknown and is never
 * taken for a number: each criterion says what to do then, and there is no
 * default.  Infinity is an error.
 *
 * RANK_SUM    the weighted mean of what the values are worth (SAW, MAVT)
 * RANK_TOPSIS d- / (d+ + d-), the weighted distances to the best and to the
 *             worst values (Hwang and Yoon 1981).  With a scale the best is 1
 *             and the worst 0, else the best and worst of the data.
 *
 * Weights are divided by their sum; a weight of 0 switches a criterion off,
 * and then its values raise no error for being unknown or all the same.
 */
#ifndef CORE_RANK_RANK_H
#define CORE_RANK_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/rank/scale.h"

/* Scores this close to the first of a group count as equal to it. */
#define RANK_TIE 1e-12

enum rank_method { RANK_SUM, RANK_TOPSIS };

/* What a value is worth.  All but the scale are taken from the data: adding
 * an alternative can then turn the order of two others. */
enum normal {
    NORMAL_SCALE,  /* a fixed scale */
    NORMAL_VECTOR, /* x / |column|; lower is better: 1 - x / |column| */
    NORMAL_MINMAX, /* (x - min) / (max - min); the other way round */
    NORMAL_RATIO,  /* x / max; lower is better: min / x: the ideal mode */
    NORMAL_SHARE   /* x / sum; lower is better: (1 / x) / sum of 1 / x: the
                      distributive mode */
};

enum missing {
    MISSING_UNSTATED, /* an error as soon as the problem is checked */
    MISSING_REFUSE,   /* an unknown value is an error */
    MISSING_WORST,    /* worth as little as can be */
    MISSING_BEST,     /* worth as much as can be */
    MISSING_VALUE,    /* taken as .assumed, in the unit of the column */
    MISSING_OUT,      /* left out; the weights of the others count more */
    MISSING_INTERVAL  /* worth the middle of worst and best; drawn between the
                         two where values are drawn (smaa.h) */
};

struct criterion {
    const char *name;
    const double *column;
    double weight;
    enum normal normal;
    bool lower; /* lower is better; a scale says that itself */
    struct scale scale;
    enum missing missing;
    double assumed;
};

enum gate_unknown { GATE_UNSTATED, GATE_REFUSE, GATE_PASS, GATE_EXCLUDE };

/* Who is outside least..most is not ranked. */
struct gate {
    const char *name;
    const double *column;
    double least, most; /* may be infinite */
    enum gate_unknown unknown;
};

struct rank_problem {
    enum rank_method method;
    size_t alternatives;
    int criteria, gates;
    const struct criterion *criterion;
    const struct gate *gate;
    const char *const *key; /* names for errors and for the order among ties;
                               NULL: numbers from 1 */
};

/* The values of a criterion. */
struct range {
    double min, max; /* min > max: nothing is known */
    double squares;  /* their sum, with NORMAL_VECTOR */
    size_t unknown;
    bool infinite; /* some are */
};

/* How a criterion turns values into worth. */
struct norm {
    const struct criterion *criterion;
    struct range range;
    double weight;      /* share of all weights */
    double shift, span; /* (x - shift) / span */
    double worst, best; /* worth */
    bool inverse;       /* span / x */
};

struct ranking {
    size_t alternatives, ranked; /* ranked: not excluded */
    double *score;               /* NAN: excluded */
    double *low, *high; /* of the score, however the unknown turns out; the
                           score itself where nothing is unknown */
    double *coverage;   /* share of the weight that is known, 0 to 1 */
    int *rank;          /* 1 first; equal for ties; 0: excluded */
    int *rank_low;      /* best rank, however the unknown turns out; rank
                           itself where nothing is unknown */
    int *rank_high;     /* worst rank */
    int *tied;          /* how many share the rank, 1: nobody else */
    int *excluded;      /* gate that excludes, or -1 */
    uint32_t *order;    /* the ranked, first first; ties by key */
    struct norm *norm;  /* of each criterion */
    int criteria;
};

/* Errors name the criterion, the gate and the alternative. */
bool ranking_init(struct ranking *ranking, const struct rank_problem *problem,
                  struct err *err);
void ranking_release(struct ranking *ranking);

/* What each criterion adds to the score of one alternative that is ranked:
 * out has room for all criteria, and adds up to the score within 1e-12.
 * Under TOPSIS it is the criterion's part of the squared distance to the
 * worst. */
void ranking_explain(const struct ranking *ranking,
                     const struct rank_problem *problem, size_t alternative,
                     double *out);

#endif
