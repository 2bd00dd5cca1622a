/* Groups of experts as methods of a plain problem.  "voices": how much each
 * expert counts, alike when not given. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"
#include "core/rank/weight_group.h"
#include "core/rank/weight_pairs.h"

/* A group with numbers for names; the caller frees group->name. */
static bool group_of(const struct method_problem *p, size_t experts, size_t n,
                     struct group *group, struct err *err)
{
    const struct figure *voices = figures_find(p->params, "voices");
    size_t most = experts > n ? experts : n;
    if (voices && (voices->kind != FIGURE_VECTOR || voices->rows != experts)) {
        err_set(err, ERR_RANGE, "'%s' must have a row for each expert",
                "voices");
        return false;
    }
    const char **name = method_names(p, most);
    *group = (struct group){ (int)experts, (int)n, name, name,
                             voices ? voices->number : NULL };
    return true;
}

/* matrix: the judgements of one expert under those of the other.  Gives the
 * joint "judgements", and as scores the priorities of these. */
static bool group_ahp(const struct method_problem *p, struct figures *out,
                      struct err *err)
{
    struct group group = { 0 };
    size_t n = p->q;
    if (n == 0 || p->n % n != 0 || n > PAIRS_MOST)
        return err_set(err, ERR_RANGE,
                       "the matrix must be the square judgements of each "
                       "expert, one below the other");
    if (!group_of(p, p->n / n, n, &group, err))
        return false;
    double *joint = figures_matrix(out, "judgements", n, n);
    struct pairs pairs = { .n = (int)n,
                           .name = group.name,
                           .judgement = joint };
    struct priorities found = { .weight = figures_vector(out, "scores", n) };
    bool good = group_judgements(&group, p->x, joint, err) &&
                priorities_find(&pairs, &found, err);
    if (good) {
        figures_number(out, "ci", found.ci);
        figures_number(out, "cr_alonso_lamata", found.cr);
    }
    free((void *)group.name);
    return good;
}

/* matrix: the weights of each expert.  "mean" is "geometric" or "arithmetic",
 * "most" the largest ratio of the scale. */
static bool weights(const struct method_problem *p, struct figures *out,
                    struct err *err)
{
    struct group group = { 0 };
    if (!group_of(p, p->n, p->q, &group, err))
        return false;
    bool arithmetic = *method_word(p, "mean", "geometric") == 'a';
    double *share = mem_raw(p->n * p->q, sizeof *share);
    bool good = true;
    for (size_t i = 0; good && i < p->n; i++) {
        double sum = 0;
        for (size_t j = 0; j < p->q; j++)
            sum += method_x(p, i, j);
        good =
            sum > 0 || err_set(err, ERR_RANGE, "the weights add up to nothing");
        for (size_t j = 0; j < p->q; j++)
            share[i * p->q + j] = method_x(p, i, j) / sum;
    }
    good = good &&
           group_weights(&group, arithmetic ? MEAN_ARITHMETIC : MEAN_GEOMETRIC,
                         share, figures_vector(out, "scores", p->q), err);
    if (good)
        figures_number(
            out, "consensus",
            group_consensus(&group, share,
                            figures_get(p->params, "most", INFINITY)));
    free(share);
    free((void *)group.name);
    return good;
}

/* matrix: the ranks that each expert gives, 1 first, equal for ties. */
static bool ranks(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    struct group group = { 0 };
    struct method_problem alternatives = { .n = p->q };
    if (!group_of(p, p->n, p->q, &group, err))
        return false;
    double *borda = method_scores(&alternatives, out);
    group_borda(&group, p->x, borda);
    group_copeland(&group, p->x, figures_vector(out, "copeland", p->q));
    figures_number(out, "kendall_w", group_concordance(&group, p->x));
    free((void *)group.name);
    return method_ranked(&alternatives, out, true);
}

const struct method methods_of_groups[] = {
    { "group_judgements", group_ahp, METHOD_ANYTHING },
    { "group_weights", weights, METHOD_VALUES },
    { "group_ranks", ranks, METHOD_VALUES },
    { NULL, NULL, METHOD_RANKS },
};
