#include "core/rank/rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/check.h"
#include "core/rank/norm.h"
#include "core/rank/order.h"

/* Alternatives are scored in blocks that stay in the nearest cache. */
enum { BLOCK = 256 };

struct block {
    double worth[BLOCK], weight[BLOCK]; /* of one criterion */
    double sum[BLOCK], lost[BLOCK];     /* RANK_SUM, compensated */
    double total[BLOCK];                /* of the weights */
    double best[BLOCK], worst[BLOCK];   /* RANK_TOPSIS, squared distances */
};

static void block_sum(struct block *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double part = b->weight[i] * b->worth[i] - b->lost[i];
        double next = b->sum[i] + part;
        b->lost[i] = (next - b->sum[i]) - part;
        b->sum[i] = next;
        b->total[i] += b->weight[i];
    }
}

static void block_distance(struct block *b, const struct norm *norm, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double best = b->weight[i] * (norm->best - b->worth[i]);
        double worst = b->weight[i] * (b->worth[i] - norm->worst);
        b->best[i] += best * best;
        b->worst[i] += worst * worst;
    }
}

/* Whether weights are divided by what is left of them. */
static bool leaves_out(const struct rank_problem *problem, enum fill fill)
{
    for (int j = 0; j < problem->criteria; j++) {
        if (problem->criterion[j].missing == MISSING_OUT)
            return fill == FILL_STATED;
    }
    return false;
}

static void block_score(const struct rank_problem *problem,
                        const struct norm *norms, size_t from, size_t n,
                        enum fill fill, double *score)
{
    struct block b = { .sum = { 0 } };
    for (int j = 0; j < problem->criteria; j++) {
        norm_worth(&norms[j], from, n, fill, b.worth, b.weight);
        if (problem->method == RANK_TOPSIS)
            block_distance(&b, &norms[j], n);
        else
            block_sum(&b, n);
    }
    bool divide = leaves_out(problem, fill);
    for (size_t i = 0; i < n; i++) {
        double away = sqrt(b.worst[i]);
        if (problem->method == RANK_TOPSIS)
            score[i] = away / (sqrt(b.best[i]) + away);
        else
            score[i] = divide ? b.sum[i] / b.total[i] : b.sum[i];
    }
}

static void score_all(const struct rank_problem *problem,
                      const struct norm *norms, enum fill fill, double *score)
{
    for (size_t i = 0; i < problem->alternatives; i += BLOCK) {
        size_t left = problem->alternatives - i;
        block_score(problem, norms, i, left < BLOCK ? left : BLOCK, fill,
                    score + i);
    }
}

/* Set coverage; returns whether anything is unknown. */
static bool cover(struct ranking *ranking, const struct rank_problem *problem)
{
    size_t n = problem->alternatives;
    bool unknown = false;
    for (size_t i = 0; i < n; i++)
        ranking->coverage[i] = 1;
    for (int j = 0; j < problem->criteria; j++) {
        const double *column = problem->criterion[j].column;
        for (size_t i = 0; i < n; i++) {
            if (!isnan(column[i]))
                continue;
            ranking->coverage[i] -= ranking->norm[j].weight;
            unknown = true;
        }
    }
    for (size_t i = 0; i < n && unknown; i++) {
        if (ranking->coverage[i] < RANK_TIE)
            ranking->coverage[i] = 0;
    }
    return unknown;
}

/* The bounds hold the score itself too, which leaving out can move outside
 * what filling in would give. */
static void score_bounds(struct ranking *ranking,
                         const struct rank_problem *problem)
{
    score_all(problem, ranking->norm, FILL_LOW, ranking->low);
    score_all(problem, ranking->norm, FILL_HIGH, ranking->high);
    for (size_t i = 0; i < problem->alternatives; i++) {
        double score = ranking->score[i];
        ranking->low[i] = fmin(ranking->low[i], score);
        ranking->high[i] = fmax(ranking->high[i], score);
    }
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

static bool score(struct ranking *ranking, const struct rank_problem *problem,
                  struct err *err)
{
    size_t n = problem->alternatives;
    score_all(problem, ranking->norm, FILL_STATED, ranking->score);
    if (cover(ranking, problem)) {
        score_bounds(ranking, problem);
    } else {
        memcpy(ranking->low, ranking->score, n * sizeof *ranking->low);
        memcpy(ranking->high, ranking->score, n * sizeof *ranking->high);
    }
    return score_check(ranking, problem, err);
}

static bool learn(struct ranking *ranking, const struct rank_problem *problem,
                  struct err *err)
{
    double total = 0;
    size_t kept = 0;
    for (int j = 0; j < problem->criteria; j++)
        total += problem->criterion[j].weight;
    for (size_t i = 0; i < problem->alternatives; i++)
        kept += ranking->excluded[i] < 0;
    for (int j = 0; j < problem->criteria; j++) {
        const struct criterion *criterion = &problem->criterion[j];
        ranking->norm[j].criterion = criterion;
        if (kept == 0)
            continue;
        if (!norm_init(&ranking->norm[j], criterion, ranking->excluded,
                       problem->alternatives, total, err))
            return err_in(err, "criterion '%s'", criterion->name);
    }
    return true;
}

static void ranking_room(struct ranking *ranking,
                         const struct rank_problem *problem)
{
    size_t n = problem->alternatives;
    *ranking = (struct ranking){ .alternatives = n };
    ranking->criteria = problem->criteria;
    ranking->score = mem_raw(n, sizeof(double));
    ranking->low = mem_raw(n, sizeof(double));
    ranking->high = mem_raw(n, sizeof(double));
    ranking->coverage = mem_raw(n, sizeof(double));
    ranking->rank = mem_new(n, sizeof(int));
    ranking->rank_low = mem_new(n, sizeof(int));
    ranking->rank_high = mem_new(n, sizeof(int));
    ranking->tied = mem_new(n, sizeof(int));
    ranking->excluded = mem_raw(n, sizeof(int));
    ranking->order = mem_raw(n, sizeof(uint32_t));
    ranking->norm = mem_new((size_t)problem->criteria, sizeof(struct norm));
}

bool ranking_init(struct ranking *ranking, const struct rank_problem *problem,
                  struct err *err)
{
    *ranking = (struct ranking){ 0 };
    if (!problem_check(problem, err))
        return false;
    ranking_room(ranking, problem);
    if (problem_gates(problem, ranking->excluded, err) &&
        problem_values(problem, ranking->excluded, err) &&
        learn(ranking, problem, err) && score(ranking, problem, err)) {
        ranking_order(ranking, problem->key);
        return true;
    }
    ranking_release(ranking);
    return false;
}

void ranking_release(struct ranking *ranking)
{
    free(ranking->score);
    free(ranking->low);
    free(ranking->high);
    free(ranking->coverage);
    free(ranking->rank);
    free(ranking->rank_low);
    free(ranking->rank_high);
    free(ranking->tied);
    free(ranking->excluded);
    free(ranking->order);
    free(ranking->norm);
    *ranking = (struct ranking){ 0 };
}

void ranking_explain(const struct ranking *ranking,
                     const struct rank_problem *problem, size_t alternative,
                     double *out)
{
    double total = 0;
    for (int j = 0; j < problem->criteria; j++) {
        double worth, weight;
        const struct norm *norm = &ranking->norm[j];
        norm_worth(norm, alternative, 1, FILL_STATED, &worth, &weight);
        out[j] = weight * worth;
        if (problem->method == RANK_TOPSIS) {
            double away = weight * (worth - norm->worst);
            out[j] = away * away;
            weight = out[j];
        }
        total += weight;
    }
    double whole =
        problem->method == RANK_TOPSIS ? ranking->score[alternative] : 1;
    if (problem->method == RANK_SUM && !leaves_out(problem, FILL_STATED))
        total = 1;
    for (int j = 0; j < problem->criteria; j++)
        out[j] = total > 0 ? out[j] / total * whole : 0;
}
