#include "core/rank/method.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/nearest.h"
#include "core/rank/method_tables.h"
#include "core/rank/rank.h"
#include "core/rank/sort.h"

const struct method *const method_tables[] = {
    methods_of_sums,
    methods_of_ideals,
    methods_of_shares,
    methods_of_distances,
    methods_outranking,
    methods_of_concordance,
    methods_of_classes,
    methods_of_doubt,
    methods_of_weights,
    methods_of_groups,
    NULL,
};

const struct method *method_find(const char *name)
{
    for (int t = 0; method_tables[t]; t++) {
        for (const struct method *m = method_tables[t]; m->name; m++) {
            if (strcmp(m->name, name) == 0)
                return m;
        }
    }
    return NULL;
}

double method_x(const struct method_problem *problem, size_t i, size_t j)
{
    return problem->x[i * problem->q + j];
}

static bool check_weights(const struct method_problem *problem, struct err *err)
{
    double sum = 0;
    for (size_t j = 0; j < problem->q; j++) {
        double weight = problem->weight[j];
        if (!isfinite(weight) || weight < 0)
            return err_set(err, ERR_RANGE,
                           "criterion %zu: the weight must be 0 or more",
                           j + 1);
        sum += weight;
    }
    return (sum > 0 && isfinite(sum)) ||
           err_set(err, ERR_RANGE, "the weights add up to nothing");
}

/* Four sums, so that one need not wait for the other. */
static bool all_finite(const double *x, size_t count)
{
    double sum[4] = { 0 };
    size_t k = 0;
    for (; k + 4 <= count; k += 4) {
        for (int lane = 0; lane < 4; lane++)
            sum[lane] += x[k + (size_t)lane] * 0; /* NAN unless finite */
    }
    for (; k < count; k++)
        sum[0] += x[k] * 0;
    return sum[0] + sum[1] + sum[2] + sum[3] == 0;
}

static bool check_values(const struct method_problem *problem, struct err *err)
{
    size_t cells = problem->n * problem->q;
    if (cells == 0)
        return err_set(err, ERR_RANGE,
                       "there is no alternative or no criterion");
    if (all_finite(problem->x, cells))
        return true;
    size_t k = 0;
    while (isfinite(problem->x[k]))
        k++;
    return err_set(err, ERR_RANGE,
                   "alternative %zu, criterion %zu: the value is not known; a "
                   "plain problem has no place for that",
                   k / problem->q + 1, k % problem->q + 1);
}

static bool check(const struct method_problem *problem, enum method_needs needs,
                  struct err *err)
{
    if (needs == METHOD_ANYTHING)
        return true;
    if (!problem->lower)
        return err_set(err, ERR_RANGE, "directions are needed: max or min");
    if (needs == METHOD_RANKS && !problem->weight)
        return err_set(err, ERR_RANGE, "weights are needed");
    return check_values(problem, err) &&
           (needs != METHOD_RANKS || check_weights(problem, err));
}

/* The shares of the weights, and the ends of each criterion. */
static void survey(const struct method_problem *problem, double *share,
                   double *restrict least, double *restrict most)
{
    size_t q = problem->q;
    double sum = 0;
    for (size_t j = 0; problem->weight && j < q; j++)
        sum += problem->weight[j];
    for (size_t j = 0; j < q; j++) {
        share[j] = problem->weight ? problem->weight[j] / sum : 0;
        least[j] = most[j] = problem->x[j];
    }
    for (size_t i = 1; i < problem->n; i++) {
        const double *restrict x = problem->x + i * q;
        for (size_t j = 0; j < q; j++) {
            least[j] = x[j] < least[j] ? x[j] : least[j];
            most[j] = x[j] > most[j] ? x[j] : most[j];
        }
    }
}

static bool no_method(const char *name, struct err *err)
{
    struct nearest nearest = nearest_to(name);
    for (int t = 0; method_tables[t]; t++) {
        for (const struct method *m = method_tables[t]; m->name; m++)
            nearest_try(&nearest, m->name);
    }
    if (nearest.best)
        return err_set(err, ERR_UNKNOWN,
                       "there is no method '%.60s'; did you mean '%s'?", name,
                       nearest.best);
    return err_set(err, ERR_UNKNOWN, "there is no method '%.60s'", name);
}

static bool run_surveyed(const struct method *method,
                         struct method_problem *problem, struct figures *out,
                         struct err *err)
{
    if (method->needs == METHOD_ANYTHING)
        return method->run(problem, out, err);
    size_t q = problem->q;
    double *room = mem_raw(3 * q, sizeof *room);
    survey(problem, room, room + q, room + 2 * q);
    problem->share = room;
    problem->least = room + q;
    problem->most = room + 2 * q;
    bool good = method->run(problem, out, err);
    free(room);
    return good;
}

bool method_run(const char *name, const struct method_problem *problem,
                struct figures *out, struct err *err)
{
    const struct method *method = method_find(name);
    if (!method)
        return no_method(name, err);
    if (!check(problem, method->needs, err))
        return false;
    struct figures_asked asked = { .count = 0 };
    struct figures params = *problem->params;
    struct method_problem own = *problem;
    params.asked = &asked;
    own.params = &params;
    return run_surveyed(method, &own, out, err) &&
           method_all_read(&params, err);
}

/* Worth */

bool method_not_positive(size_t i, size_t j, struct err *err)
{
    return err_set(err, ERR_RANGE,
                   "alternative %zu, criterion %zu: a ratio needs a value "
                   "above 0",
                   i + 1, j + 1);
}

static bool all_same(size_t j, struct err *err)
{
    return err_set(err, ERR_RANGE,
                   "criterion %zu is the same for all, so its worth cannot be "
                   "told; leave it out",
                   j + 1);
}

double method_largest(const double *x, size_t n)
{
    double most = x[0];
    for (size_t i = 1; i < n; i++)
        most = fmax(most, x[i]);
    return most;
}

/* What a column is divided by, or shifted and divided by. */
static double norm_of(const struct method_problem *problem, size_t j,
                      const char *how)
{
    double sum = 0;
    for (size_t i = 0; i < problem->n; i++) {
        double x = method_x(problem, i, j);
        if (strcmp(how, "vector") == 0)
            sum += x * x;
        else
            sum += problem->lower[j] ? 1 / x : x;
    }
    return strcmp(how, "vector") == 0 ? sqrt(sum) : sum;
}

static double worth(double x, bool lower, const char *how, double least,
                    double most, double norm)
{
    if (strcmp(how, "max_ratio") == 0)
        return lower ? least / x : x / most;
    if (strcmp(how, "minmax") == 0)
        return (lower ? most - x : x - least) / (most - least);
    if (strcmp(how, "sum") == 0)
        return (lower ? 1 / x : x) / norm;
    if (strcmp(how, "vector") == 0)
        return lower ? 1 - x / norm : x / norm;
    return lower ? -x : x;
}

static bool can_divide(const struct method_problem *problem, size_t j,
                       const char *how, struct err *err)
{
    double least = problem->least[j], most = problem->most[j];
    bool ratio = strcmp(how, "max_ratio") == 0 || strcmp(how, "sum") == 0;
    if (strcmp(how, "minmax") == 0 && most == least)
        return all_same(j, err);
    if (strcmp(how, "vector") == 0 && most == 0 && least == 0)
        return all_same(j, err);
    for (size_t i = 0; ratio && i < problem->n; i++) {
        double x = method_x(problem, i, j);
        if (x < 0 || (x == 0 && (problem->lower[j] || most == 0)))
            return method_not_positive(i, j, err);
    }
    return true;
}

bool method_worth(const struct method_problem *problem, const char *how,
                  double *r, struct err *err)
{
    static const char *const known[] = { "max_ratio", "minmax", "sum", "vector",
                                         "none" };
    bool is_known = false;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        is_known = is_known || strcmp(known[k], how) == 0;
    if (!is_known)
        return err_set(err, ERR_UNKNOWN,
                       "there is no normalization '%.40s': max_ratio, minmax, "
                       "sum, vector or none",
                       how);
    for (size_t j = 0; j < problem->q; j++) {
        bool counts = problem->share[j] > 0;
        if (counts && !can_divide(problem, j, how, err))
            return false;
        double least = problem->least[j], most = problem->most[j];
        double norm = norm_of(problem, j, how);
        for (size_t i = 0; i < problem->n; i++)
            r[i * problem->q + j] =
                counts ? worth(method_x(problem, i, j), problem->lower[j], how,
                               least, most, norm)
                       : 0;
    }
    return true;
}

/* Results */

double *method_scores(const struct method_problem *problem, struct figures *out)
{
    return figures_vector(out, "scores", problem->n);
}

bool method_ranked(const struct method_problem *problem, struct figures *out,
                   bool high_is_best)
{
    size_t n = problem->n;
    const double *score = figures_find(out, "scores")->number;
    uint32_t *order = mem_raw(n, sizeof *order);
    double *key = mem_raw(n, sizeof *key), largest = 0;
    for (size_t i = 0; i < n; i++) {
        order[i] = (uint32_t)i;
        key[i] = high_is_best ? score[i] : -score[i];
        largest = fmax(largest, fabs(score[i]));
    }
    sort_highest(key, order, n);
    double *rank = figures_add(out, FIGURE_WHOLE, "ranks", n, 1)->number;
    size_t first = 0; /* of those that share a rank */
    for (size_t k = 0; k < n; k++) {
        if (key[order[first]] - key[order[k]] > RANK_TIE * largest)
            first = k;
        rank[order[k]] = (double)first + 1;
    }
    figures_text(out, "best_is", high_is_best ? "high" : "low");
    free(order);
    free(key);
    return true;
}
