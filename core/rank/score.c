#include "core/rank/score.h"

#include <math.h>

#include "core/base/mem.h"
#include "core/rank/check.h"
#include "core/rank/norm.h"
#include "core/rank/scan.h"

/* What the criteria done so far say about the alternatives of a block. */
struct tally {
    double sum[BLOCK], lost[BLOCK];   /* RANK_SUM, compensated */
    double total[BLOCK];              /* of the weights */
    double best[BLOCK], worst[BLOCK]; /* RANK_TOPSIS, squared distances */
};

bool problem_leaves_out(const struct rank_problem *problem)
{
    for (int j = 0; j < problem->criteria; j++) {
        if (problem->criterion[j].missing == MISSING_OUT)
            return true;
    }
    return false;
}

static void tally_sum(struct tally *restrict t, const double *restrict parts,
                      const double *restrict weight, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double part = parts[i] - t->lost[i];
        double next = t->sum[i] + part;
        t->lost[i] = (next - t->sum[i]) - part;
        t->sum[i] = next;
        t->total[i] += weight[i];
    }
}

/* Between equal ends there is no distance, only what rounding leaves. */
static void tally_distance(struct tally *restrict t, const struct norm *norm,
                           const double *restrict parts,
                           const double *restrict weight, size_t n)
{
    double highest = norm->best, lowest = norm->worst;
    if (highest == lowest)
        return;
    for (size_t i = 0; i < n; i++) {
        double best = weight[i] * highest - parts[i];
        double worst = parts[i] - weight[i] * lowest;
        t->best[i] += best * best;
        t->worst[i] += worst * worst;
    }
}

static void tally_score(const struct tally *restrict t, enum rank_method method,
                        bool divide, size_t n, double *restrict score)
{
    if (method == RANK_TOPSIS) {
        for (size_t i = 0; i < n; i++) {
            double away = sqrt(t->worst[i]);
            score[i] = away / (sqrt(t->best[i]) + away);
        }
        return;
    }
    for (size_t i = 0; i < n; i++)
        score[i] = divide ? t->sum[i] / t->total[i] : t->sum[i];
}

/* One criterion for a block, with one way to fill in what is unknown. */
static void tally_add(struct tally *tally, enum rank_method method,
                      const struct norm *norm, const double *part,
                      const double *weight, size_t n)
{
    if (method == RANK_TOPSIS)
        tally_distance(tally, norm, part, weight, n);
    else
        tally_sum(tally, part, weight, n);
}

/* Scores of a block: score[0] as stated, and as many others as there are. */
static void block_score(const struct rank_problem *problem,
                        const struct norm *norms, size_t from, int fills,
                        double *const *score)
{
    double part[BLOCK], filled[BLOCK], weight[BLOCK];
    struct tally tally[FILL_HIGH + 1] = { { .sum = { 0 } } };
    size_t n = block_size(problem, from);
    for (int j = 0; j < problem->criteria; j++) {
        const struct norm *norm = &norms[j];
        if (norm->weight == 0)
            continue;
        norm_parts(norm, from, n, part);
        for (int fill = 0; fill < fills; fill++) {
            const double *parts =
                norm_fill(norm, (enum fill)fill, part, n, filled, weight);
            tally_add(&tally[fill], problem->method, norm, parts, weight, n);
        }
    }
    for (int fill = 0; fill < fills; fill++) {
        bool divide = fill == FILL_STATED && problem_leaves_out(problem);
        tally_score(&tally[fill], problem->method, divide, n,
                    score[fill] + from);
    }
}

/* The bounds hold the score itself too, which leaving out can move outside
 * what filling in would give. */
static void block_bounds(struct ranking *ranking, size_t from, size_t n)
{
    const double *restrict score = ranking->score + from;
    double *restrict low = ranking->low + from;
    double *restrict high = ranking->high + from;
    for (size_t i = 0; i < n; i++) {
        low[i] = score[i] < low[i] ? score[i] : low[i];
        high[i] = score[i] > high[i] ? score[i] : high[i];
    }
}

static void block_coverage(struct ranking *ranking,
                           const struct rank_problem *problem, size_t from)
{
    size_t n = block_size(problem, from);
    double *coverage = ranking->coverage + from;
    for (int j = 0; j < problem->criteria; j++) {
        const double *x = problem->criterion[j].column + from;
        double weight = ranking->norm[j].weight;
        for (size_t i = 0; i < n && ranking->norm[j].range.unknown > 0; i++)
            coverage[i] -= isnan(x[i]) ? weight : 0;
    }
    for (size_t i = 0; i < n; i++)
        coverage[i] = coverage[i] < RANK_TIE ? 0 : coverage[i];
}

static bool score_check(struct ranking *ranking,
                        const struct rank_problem *problem, struct err *err)
{
    for (size_t i = 0; i < problem->alternatives; i++) {
        char name[ALTERNATIVE_NAME];
        if (ranking->excluded[i] >= 0) {
            ranking->score[i] = ranking->low[i] = ranking->high[i] = NAN;
        } else if (!isfinite(ranking->score[i])) {
            err_set(err, ERR_UNSOLVED,
                    "nothing that is known tells it from others");
            return err_in(err, "alternative '%s'",
                          alternative_name(problem, i, name));
        }
    }
    return true;
}

static bool any_unknown(const struct ranking *ranking)
{
    for (int j = 0; j < ranking->criteria; j++) {
        if (ranking->norm[j].range.unknown > 0)
            return true;
    }
    return false;
}

bool ranking_score(struct ranking *ranking, const struct rank_problem *problem,
                   struct err *err)
{
    size_t n = problem->alternatives;
    bool unknown = any_unknown(ranking);
    double odd = 0; /* 0 as long as all scores are finite */
    if (unknown) {
        ranking->low = mem_raw(n, sizeof *ranking->low);
        ranking->high = mem_raw(n, sizeof *ranking->high);
    }
    double *const score[] = { ranking->score, ranking->low, ranking->high };
    for (size_t from = 0; from < n; from += BLOCK) {
        size_t end = from + block_size(problem, from);
        block_score(problem, ranking->norm, from, unknown ? 3 : 1, score);
        for (size_t i = from; i < end; i++) {
            ranking->coverage[i] = 1;
            odd += ranking->score[i] - ranking->score[i];
        }
        if (unknown) {
            block_bounds(ranking, from, end - from);
            block_coverage(ranking, problem, from);
        }
    }
    if (odd == 0 && problem->gates == 0)
        return true;
    return score_check(ranking, problem, err);
}
