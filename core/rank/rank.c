#include "core/rank/rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/check.h"
#include "core/rank/norm.h"
#include "core/rank/order.h"
#include "core/rank/scan.h"
#include "core/rank/score.h"

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
        if (!norm_init(&ranking->norm[j], problem, criterion, ranking->excluded,
                       total, err))
            return err_in(err, "criterion '%s'", criterion->name);
    }
    return true;
}

static void scan(struct ranking *ranking, const struct rank_problem *problem)
{
    for (int j = 0; j < problem->criteria; j++)
        ranking->norm[j].range =
            column_range(problem, &problem->criterion[j], ranking->excluded);
}

static void ranking_room(struct ranking *ranking,
                         const struct rank_problem *problem)
{
    size_t n = problem->alternatives;
    *ranking = (struct ranking){ .alternatives = n };
    ranking->criteria = problem->criteria;
    ranking->score = ranking->low = ranking->high = mem_raw(n, sizeof(double));
    ranking->coverage = mem_raw(n, sizeof(double));
    ranking->rank = ranking->rank_low = ranking->rank_high =
        mem_new(n, sizeof(int));
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
    if (!problem_gates(problem, ranking->excluded, err)) {
        ranking_release(ranking);
        return false;
    }
    scan(ranking, problem);
    if (problem_values(problem, ranking->excluded, ranking->norm, err) &&
        learn(ranking, problem, err) && ranking_score(ranking, problem, err)) {
        ranking_order(ranking, problem->key);
        return true;
    }
    ranking_release(ranking);
    return false;
}

void ranking_release(struct ranking *ranking)
{
    if (ranking->low != ranking->score) {
        free(ranking->low);
        free(ranking->high);
    }
    if (ranking->rank_low != ranking->rank) {
        free(ranking->rank_low);
        free(ranking->rank_high);
    }
    free(ranking->score);
    free(ranking->coverage);
    free(ranking->rank);
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
    if (problem->method == RANK_SUM && !problem_leaves_out(problem))
        total = 1;
    for (int j = 0; j < problem->criteria; j++)
        out[j] = total > 0 ? out[j] / total * whole : 0;
}
