/* Weights as methods of a plain problem: AHP, the best-worst method, weights
 * from data, from an order and from points, and groups of experts.  "names"
 * gives criteria their names for errors; else they are numbers from 1. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"
#include "core/rank/weight_best_worst.h"
#include "core/rank/weight_data.h"
#include "core/rank/weight_pairs.h"
#include "core/rank/weight_points.h"

/* A list of the parameters, of any length. */
static const struct figure *list_of(const struct method_problem *p,
                                    const char *name, struct err *err)
{
    const struct figure *list = figures_find(p->params, name);
    if (list && list->kind == FIGURE_VECTOR && list->rows > 0)
        return list;
    err_set(err, ERR_RANGE, "'%s' must be a list of numbers", name);
    return NULL;
}

static bool kind_of(const struct method_problem *p, const char *const *names,
                    int *kind, struct err *err)
{
    const char *word = method_word(p, "kind", "");
    for (*kind = 0; names[*kind]; ++*kind) {
        if (strcmp(names[*kind], word) == 0)
            return true;
    }
    return err_set(err, ERR_UNKNOWN, "there is no kind '%.40s'", word);
}

/* AHP */

static bool priorities(const struct pairs *pairs, double *weight,
                       struct priorities *found, struct err *err)
{
    *found = (struct priorities){ .weight = weight };
    return priorities_find(pairs, found, err);
}

static void add_consistency(struct figures *out, const struct priorities *found)
{
    figures_number(out, "lambda_max", found->lambda_max);
    figures_number(out, "ci", found->ci);
    figures_number(out, "missing", found->missing);
    if (found->triad[0] >= 0) {
        double *triad = figures_add(out, FIGURE_WHOLE, "triad", 3, 1)->number;
        for (int k = 0; k < 3; k++)
            triad[k] = found->triad[k];
        figures_number(out, "triad_product", found->triad_product);
    }
    if (found->worst[0] >= 0) {
        double *worst = figures_add(out, FIGURE_WHOLE, "worst", 2, 1)->number;
        worst[0] = found->worst[0];
        worst[1] = found->worst[1];
        figures_number(out, "worst_ratio", found->worst_ratio);
    }
}

/* scores: by the eigenvector, or with "priority" "geometric" by that. */
static bool ahp(const struct method_problem *p, struct figures *out,
                struct err *err)
{
    if (p->n == 0 || p->n != p->q)
        return err_set(err, ERR_RANGE,
                       "the matrix must have as many columns as rows");
    if (p->n > PAIRS_MOST)
        return err_set(err, ERR_RANGE, "more than %d criteria", PAIRS_MOST);
    const char **name = method_names(p, p->n);
    const char *word = method_word(p, "priority", "eigenvector");
    bool geometric = strcmp(word, "geometric") == 0;
    struct pairs pairs = { .n = (int)p->n, .name = name, .judgement = p->x };
    double *mean = figures_vector(out, "geometric", p->n);
    double *score = method_scores(p, out);
    struct priorities found;
    pairs.priority = PRIORITY_GEOMETRIC;
    pairs.index = INDEX_SAATY;
    bool good = priorities(&pairs, mean, &found, err);
    if (good)
        figures_number(out, "cr_saaty", found.cr);
    pairs.priority = geometric ? PRIORITY_GEOMETRIC : PRIORITY_EIGENVECTOR;
    pairs.index = INDEX_ALONSO_LAMATA;
    if (good) {
        priorities(&pairs, score, &found, err); /* as sound as before */
        figures_number(out, "cr_alonso_lamata", found.cr);
        add_consistency(out, &found);
    }
    free((void *)name);
    return good;
}

/* matrix: judgements of the criteria; "alternatives": for each criterion those
 * of the alternatives.  The distributive mode. */
static bool ahp_hierarchy(const struct method_problem *p, struct figures *out,
                          struct err *err)
{
    const struct figure *all = figures_find(p->params, "alternatives");
    size_t q = p->q, n = all ? all->columns : 0;
    if (q == 0 || p->n != q || n == 0 || n > PAIRS_MOST || q > PAIRS_MOST ||
        all->kind != FIGURE_MATRIX || all->rows != q * n)
        return err_set(err, ERR_RANGE,
                       "'alternatives' must be a square matrix of judgements "
                       "for each criterion");
    const char **name = method_names(p, q > n ? q : n);
    struct pairs pairs = { .n = (int)q, .name = name, .judgement = p->x };
    struct priorities found;
    double *weight = figures_vector(out, "criteria_weights", q);
    struct method_problem alternatives = { .n = n };
    double *score = method_scores(&alternatives, out), own[PAIRS_MOST];
    bool good = priorities(&pairs, weight, &found, err);
    pairs.n = (int)n;
    for (size_t j = 0; good && j < q; j++) {
        pairs.judgement = all->number + j * n * n;
        good = priorities(&pairs, own, &found, err) ||
               err_in(err, "criterion '%s'", name[j]);
        for (size_t i = 0; good && i < n; i++)
            score[i] += weight[j] * own[i];
    }
    free((void *)name);
    if (good)
        method_ranked(&alternatives, out, true);
    return good;
}

/* The best-worst method */

static bool best_worst(const struct method_problem *p, struct figures *out,
                       struct err *err)
{
    const struct figure *over = list_of(p, "best_to_others", err);
    const struct figure *under =
        over ? list_of(p, "others_to_worst", err) : NULL;
    if (!under)
        return false;
    if (over->rows != under->rows)
        return err_set(err, ERR_RANGE,
                       "'%s' must have a number for each criterion",
                       "others_to_worst");
    size_t n = over->rows;
    const char **name = method_names(p, n);
    struct best_worst given = { (int)n,        name, over->number,
                                under->number, -1,   -1 };
    struct best_worst_weights found = { .weight =
                                            figures_vector(out, "scores", n),
                                        .low = figures_vector(out, "low", n),
                                        .high =
                                            figures_vector(out, "high", n) };
    bool good = best_worst_find(&given, &found, err);
    if (good) {
        figures_number(out, "xi", found.xi);
        figures_number(out, "cr_input", found.ratio);
        figures_flag(out, "unique", found.unique);
        if (found.farthest >= 0)
            *figures_add(out, FIGURE_WHOLE, "farthest", 1, 1)->number =
                found.farthest;
    }
    free((void *)name);
    return good;
}

/* From data */

static bool from_data(const struct method_problem *p, enum data_kind kind,
                      struct figures *out, struct err *err)
{
    const char **name = method_names(p, p->q);
    struct data_column *column = mem_new(p->q, sizeof *column);
    double *value = mem_raw(p->n * p->q, sizeof *value);
    for (size_t k = 0; k < p->n * p->q; k++)
        value[k % p->q * p->n + k / p->q] = p->x[k];
    for (size_t j = 0; j < p->q; j++)
        column[j] =
            (struct data_column){ name[j], value + j * p->n, p->lower[j] };
    bool good = weights_from_data(kind, p->n, (int)p->q, column,
                                  figures_vector(out, "scores", p->q), err);
    free(value);
    free(column);
    free((void *)name);
    return good;
}

static bool entropy(const struct method_problem *p, struct figures *out,
                    struct err *err)
{
    return from_data(p, DATA_ENTROPY, out, err);
}

static bool deviation(const struct method_problem *p, struct figures *out,
                      struct err *err)
{
    return from_data(p, DATA_DEVIATION, out, err);
}

static bool critic(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    return from_data(p, DATA_CRITIC, out, err);
}

static bool merec(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    return from_data(p, DATA_MEREC, out, err);
}

/* From an order and from points */

/* "criteria": how many, in their order; or "order": the rank of each. */
static bool rank_order(const struct method_problem *p, struct figures *out,
                       struct err *err)
{
    static const char *const kinds[] = { "roc", "rank_sum", "rank_reciprocal",
                                         NULL };
    int kind;
    const struct figure *given = figures_find(p->params, "order");
    double count = figures_get(p->params, "criteria", 0);
    if (!kind_of(p, kinds, &kind, err))
        return false;
    if (given && !list_of(p, "order", err))
        return false;
    if (!given && !(count >= 1 && count <= 1000))
        return err_set(err, ERR_RANGE, "'criteria' must be from 1 to 1000");
    size_t n = given ? given->rows : (size_t)count;
    const char **name = method_names(p, n);
    double *rank = mem_raw(n, sizeof *rank);
    for (size_t j = 0; j < n; j++)
        rank[j] = given ? given->number[j] : (double)j + 1;
    bool good = weights_from_order((enum order_kind)kind, (int)n, name, rank,
                                   figures_vector(out, "scores", n), err);
    free(rank);
    free((void *)name);
    return good;
}

static bool points(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    static const char *const kinds[] = { "direct", "swing", "smart", NULL };
    int kind;
    const struct figure *given = list_of(p, "points", err);
    if (!given || !kind_of(p, kinds, &kind, err))
        return false;
    const char **name = method_names(p, given->rows);
    bool good = weights_from_points(
        (enum points_kind)kind, (int)given->rows, name, given->number,
        figures_vector(out, "scores", given->rows), err);
    free((void *)name);
    return good;
}

const struct method methods_of_weights[] = {
    { "ahp", ahp, METHOD_ANYTHING },
    { "ahp_hierarchy", ahp_hierarchy, METHOD_ANYTHING },
    { "bwm_linear", best_worst, METHOD_ANYTHING },
    { "weights_entropy", entropy, METHOD_VALUES },
    { "weights_std", deviation, METHOD_VALUES },
    { "weights_critic", critic, METHOD_VALUES },
    { "weights_merec", merec, METHOD_VALUES },
    { "weights_rank_order", rank_order, METHOD_ANYTHING },
    { "weights_points", points, METHOD_ANYTHING },
    { NULL, NULL, METHOD_RANKS },
};
