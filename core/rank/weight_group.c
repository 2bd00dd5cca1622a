#include "core/rank/weight_group.h"

#include <math.h>

static double voice_of(const struct group *group, int expert)
{
    return group->voice ? group->voice[expert] : 1;
}

static bool group_check(const struct group *group, struct err *err)
{
    double sum = 0;
    if (group->experts < 1)
        return err_set(err, ERR_RANGE, "no experts");
    for (int k = 0; k < group->experts; k++) {
        double own = voice_of(group, k);
        if (!(own >= 0) || isinf(own))
            return err_set(err, ERR_RANGE,
                           "expert '%s': what the expert counts must not be "
                           "negative, got %g",
                           group->expert[k], own);
        sum += own;
    }
    if (!(sum > 0))
        return err_set(err, ERR_RANGE, "no expert counts");
    return true;
}

/* The mean of one judgement; NAN when nobody judged. */
static double mean_judgement(const struct group *group, const double *judgement,
                             size_t at)
{
    size_t step = (size_t)group->n * (size_t)group->n;
    double sum = 0, total = 0;
    for (int k = 0; k < group->experts; k++) {
        double given = judgement[(size_t)k * step + at];
        if (isnan(given))
            continue;
        sum += voice_of(group, k) * log(given);
        total += voice_of(group, k);
    }
    return total > 0 ? exp(sum / total) : NAN;
}

bool group_judgements(const struct group *group, const double *judgement,
                      double *out, struct err *err)
{
    size_t cells = (size_t)group->n * (size_t)group->n;
    if (!group_check(group, err))
        return false;
    for (size_t at = 0; at < cells * (size_t)group->experts; at++) {
        if (judgement[at] <= 0 || isinf(judgement[at]))
            return err_set(err, ERR_RANGE,
                           "expert '%s': a judgement is a ratio above 0, got "
                           "%g",
                           group->expert[at / cells], judgement[at]);
    }
    for (size_t at = 0; at < cells; at++)
        out[at] = mean_judgement(group, judgement, at);
    return true;
}

static double mean_weight(const struct group *group, enum group_mean mean,
                          const double *weight, int j)
{
    double sum = 0, total = 0;
    for (int k = 0; k < group->experts; k++) {
        double own = weight[(size_t)k * (size_t)group->n + (size_t)j];
        double by = voice_of(group, k);
        if (by > 0)
            sum += by * (mean == MEAN_GEOMETRIC ? log(own) : own);
        total += by;
    }
    return mean == MEAN_GEOMETRIC ? exp(sum / total) : sum / total;
}

bool group_weights(const struct group *group, enum group_mean mean,
                   const double *weight, double *out, struct err *err)
{
    double total = 0;
    if (!group_check(group, err))
        return false;
    for (int j = 0; j < group->n; j++)
        total += mean_weight(group, mean, weight, j);
    if (!(total > 0))
        return err_set(err, ERR_UNSOLVED,
                       "each criterion is worth nothing to some expert: take "
                       "the arithmetic mean");
    for (int j = 0; j < group->n; j++)
        out[j] = mean_weight(group, mean, weight, j) / total;
    return true;
}

/* Consensus */

static double part(double p)
{
    return p > 0 ? -p * log(p) : 0;
}

static double share_of_voice(const struct group *group, int expert)
{
    double total = 0;
    for (int k = 0; k < group->experts; k++)
        total += voice_of(group, k);
    return voice_of(group, expert) / total;
}

/* Least entropy within an expert, and most of the mean: each gives the most
 * that the scale allows to one criterion, as far as there are others. */
static double least_ratio(const struct group *group, double most)
{
    double n = group->n, k = fmin(group->experts, group->n);
    double top = 1, rest = 0;
    if (!isinf(most)) {
        top = most / (n + most - 1);
        rest = 1 / (n + most - 1);
    }
    double within = part(top) + (n - 1) * part(rest);
    double shared = (top + (k - 1) * rest) / k;
    double all = k * part(shared) + (n - k) * part(rest);
    return exp(within - all);
}

double group_consensus(const struct group *group, const double *weight,
                       double most)
{
    double within = 0, all = 0;
    int n = group->n;
    if (group->experts < 2 || n < 2)
        return NAN;
    for (int j = 0; j < n; j++) {
        double mean = 0;
        for (int k = 0; k < group->experts; k++) {
            double own = weight[(size_t)k * (size_t)n + (size_t)j];
            double by = share_of_voice(group, k);
            within += by * part(own);
            mean += by * own;
        }
        all += part(mean);
    }
    double least = least_ratio(group, most);
    return fmin(1, fmax(0, (exp(within - all) - least) / (1 - least)));
}

/* Ranks */

static double rank_of(const struct group *group, const double *rank, int k,
                      int i)
{
    return rank[(size_t)k * (size_t)group->n + (size_t)i];
}

/* The mean of the places that those who tie share, and t^3 - t of them. */
static double mean_place(const struct group *group, const double *rank, int k,
                         int i, double *ties)
{
    int before = 0, equal = 0;
    double own = rank_of(group, rank, k, i);
    for (int j = 0; j < group->n; j++) {
        before += rank_of(group, rank, k, j) < own;
        equal += rank_of(group, rank, k, j) == own;
    }
    *ties += (double)equal * equal - 1; /* over i: t times, so t^3 - t */
    return before + (equal + 1) / 2.0;
}

double group_concordance(const struct group *group, const double *rank)
{
    double n = group->n, m = group->experts, ties = 0, squares = 0;
    for (int i = 0; i < group->n; i++) {
        double sum = 0;
        for (int k = 0; k < group->experts; k++)
            sum += mean_place(group, rank, k, i, &ties);
        double off = sum - m * (n + 1) / 2;
        squares += off * off;
    }
    double most = m * m * (n * n * n - n) - m * ties;
    return most > 0 ? 12 * squares / most : NAN;
}

/* The points of one against all others from one expert: 1 for each behind it,
 * half for a tie. */
static double points_of(const struct group *group, const double *rank, int k,
                        int i)
{
    double points = 0, own = rank_of(group, rank, k, i);
    for (int j = 0; j < group->n; j++) {
        double other = rank_of(group, rank, k, j);
        if (j != i)
            points += own < other ? 1 : own == other ? 0.5 : 0;
    }
    return points;
}

void group_borda(const struct group *group, const double *rank, double *out)
{
    for (int i = 0; i < group->n; i++) {
        out[i] = 0;
        for (int k = 0; k < group->experts; k++)
            out[i] += voice_of(group, k) * points_of(group, rank, k, i);
    }
}

/* 1 where more voices put i before j, -1 the other way round. */
static int majority(const struct group *group, const double *rank, int i, int j)
{
    double lead = 0;
    for (int k = 0; k < group->experts; k++) {
        double own = rank_of(group, rank, k, i);
        double other = rank_of(group, rank, k, j);
        lead += voice_of(group, k) * ((own < other) - (own > other));
    }
    return (lead > 0) - (lead < 0);
}

void group_copeland(const struct group *group, const double *rank, double *out)
{
    for (int i = 0; i < group->n; i++) {
        out[i] = 0;
        for (int j = 0; j < group->n; j++)
            out[i] += majority(group, rank, i, j);
    }
}
