/* Several experts: their judgements or their weights as one, and how far they
 * agree.
 *
 * Judgements are joined by their geometric mean, the only mean that keeps a
 * judgement and its counterpart reciprocal (Aczel and Saaty 1983, Journal of
 * Mathematical Psychology 27:93-102); weights by the geometric or by the
 * arithmetic mean (Forman and Peniwati 1998, EJOR 108:165-169).
 *
 * Consensus (Goepel 2018, International Journal of the Analytic Hierarchy
 * Process 10:469-487; the entropies are those of Jost 2006, Oikos 113:363-375):
 * how alike the weights are, from 0 (each expert gives all that the scale
 * allows to another criterion) to 1 (all alike).
 *
 * Concordance: W of Kendall and Babington Smith (1939, Annals of Mathematical
 * Statistics 10:275-287), of ranks alone, with its correction for ties.
 */
#ifndef CORE_RANK_WEIGHT_GROUP_H
#define CORE_RANK_WEIGHT_GROUP_H

#include <stddef.h>

#include "core/base/err.h"

enum group_mean { MEAN_GEOMETRIC, MEAN_ARITHMETIC };

struct group {
    int experts, n; /* n: criteria, or alternatives that are ranked */
    const char *const *expert, *const *name;
    const double *voice; /* how much each expert counts; NULL: alike */
};

/* judgement: for each expert n rows of n, NAN where not judged; out: n rows
 * of n, of those who judged the pair. */
bool group_judgements(const struct group *group, const double *judgement,
                      double *out, struct err *err);

/* weight: for each expert n, which sum to 1; out: n. */
bool group_weights(const struct group *group, enum group_mean mean,
                   const double *weight, double *out, struct err *err);

/* most: the largest ratio of the scale, 9 in AHP; INFINITY: no scale.  NAN of
 * one expert or one criterion. */
double group_consensus(const struct group *group, const double *weight,
                       double most);

/* rank: for each expert n ranks, 1 first, equal for ties.  NAN where all
 * experts tie everything. */
double group_concordance(const struct group *group, const double *rank);

/* Points over n: one for each that it stands before, half for a tie, of each
 * expert (Borda 1781). */
void group_borda(const struct group *group, const double *rank, double *out);

/* How many it stands before in the eyes of more experts, less how many it
 * stands behind (Copeland 1951). */
void group_copeland(const struct group *group, const double *rank, double *out);

#endif
