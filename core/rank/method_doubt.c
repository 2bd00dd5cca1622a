/* How sure an order by weighted sums is: SMAA-2 and the stability of weights,
 * on a plain problem. */
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"
#include "core/rank/smaa.h"
#include "core/rank/stability.h"

/* A plain problem as one of the ranking engine. */
struct plain {
    struct rank_problem problem;
    struct criterion *criterion;
    double *column;
    struct ranking ranking;
};

static void plain_release(struct plain *plain)
{
    ranking_release(&plain->ranking);
    free(plain->criterion);
    free(plain->column);
}

static bool normal_of(const struct method_problem *p, enum normal *normal,
                      struct err *err)
{
    static const struct {
        const char *name;
        enum normal normal;
    } known[] = { { "none", NORMAL_SCALE },
                  { "minmax", NORMAL_MINMAX },
                  { "vector", NORMAL_VECTOR },
                  { "max_ratio", NORMAL_RATIO } };
    const char *how = method_word(p, "normalization", "none");
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        *normal = known[k].normal;
        if (strcmp(known[k].name, how) == 0)
            return true;
    }
    return err_set(err, ERR_UNKNOWN,
                   "normalization must be none, minmax, vector or max_ratio");
}

/* Without a normalization the values are worths already. */
static bool are_worths(const struct method_problem *p, struct err *err)
{
    for (size_t k = 0; k < p->n * p->q; k++) {
        if (p->x[k] < 0 || p->x[k] > 1)
            return err_set(err, ERR_RANGE,
                           "alternative %zu, criterion %zu: without a "
                           "normalization values are from 0 to 1",
                           k / p->q + 1, k % p->q + 1);
    }
    return true;
}

static void fill(const struct method_problem *p, struct plain *plain,
                 enum normal normal)
{
    static const double ends[] = { 0, 1 }, turned[] = { 1, 0 };
    plain->criterion = mem_new(p->q, sizeof *plain->criterion);
    plain->column = mem_raw(p->n * p->q, sizeof *plain->column);
    for (size_t j = 0; j < p->q; j++) {
        double *column = plain->column + j * p->n;
        for (size_t i = 0; i < p->n; i++)
            column[i] = p->x[i * p->q + j];
        plain->criterion[j] = (struct criterion){
            .name = "",
            .column = column,
            .weight = p->weight ? p->weight[j] : 1,
            .normal = normal,
            .lower = p->lower[j],
            .scale = { SCALE_LINEAR, 2, ends, p->lower[j] ? turned : ends, 1 },
            .missing = MISSING_REFUSE,
        };
    }
    plain->problem = (struct rank_problem){ .method = RANK_SUM,
                                            .alternatives = p->n,
                                            .criteria = (int)p->q,
                                            .criterion = plain->criterion };
}

static bool plain_init(struct plain *plain, const struct method_problem *p,
                       struct err *err)
{
    enum normal normal;
    *plain = (struct plain){ .column = NULL };
    if (p->q > SAMPLER_MOST) {
        err_set(err, ERR_RANGE, "at most %d criteria", SAMPLER_MOST);
        return false;
    }
    if (!normal_of(p, &normal, err) ||
        (normal == NORMAL_SCALE && !are_worths(p, err)))
        return false;
    fill(p, plain, normal);
    return ranking_init(&plain->ranking, &plain->problem, err);
}

/* SMAA-2 */

/* "order": criteria from the one that counts most, counted from 0. */
static bool read_order(const struct method_problem *p,
                       struct weight_ratio *ratio, int *ratios, struct err *err)
{
    const double *order;
    if (!method_list(p, "order", &order, err))
        return false;
    for (size_t k = 0; order && k < p->q; k++) {
        if (!(order[k] >= 0 && order[k] < (double)p->q))
            return err_set(err, ERR_RANGE,
                           "'order' must be criteria, counted from 0");
        if (k > 0)
            ratio[(*ratios)++] =
                (struct weight_ratio){ (int)order[k - 1], (int)order[k], 1 };
    }
    return true;
}

static void add_acceptability(const struct method_problem *p,
                              struct figures *out, const struct smaa *smaa,
                              const struct ranking *ranking)
{
    size_t n = p->n;
    double *first = figures_vector(out, "scores", n);
    double *share = figures_matrix(out, "rank_acceptability", n, n);
    double *centre = figures_matrix(out, "central_weights", n, p->q);
    double *mean = figures_vector(out, "expected_ranks", n);
    for (size_t k = 0; k < n; k++) {
        size_t i = ranking->order[k];
        first[i] = smaa->share[k * n];
        mean[i] = smaa->mean_rank[k];
        memcpy(share + i * n, smaa->share + k * n, n * sizeof *share);
        memcpy(centre + i * p->q, smaa->centre + k * p->q,
               p->q * sizeof *centre);
    }
    figures_flag(out, "exact", smaa->exact);
    figures_number(out, "samples", (double)smaa->samples);
}

/* "samples", 10,000 if not said, and "seed" are for problems that are too
 * large to be calculated exactly. */
static bool smaa2(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    struct plain plain;
    struct weight_ratio ratio[SAMPLER_MOST];
    struct weight_limits limits = { .ratio = ratio };
    struct smaa smaa;
    struct worths worths;
    bool good = plain_init(&plain, p, err) &&
                method_list(p, "low", &limits.low, err) &&
                method_list(p, "high", &limits.high, err) &&
                read_order(p, ratio, &limits.ratios, err);
    if (good) {
        worths_init(&worths, &plain.ranking, &plain.problem);
        struct smaa_problem problem = {
            .worths = &worths,
            .limits = &limits,
            .samples = (long)figures_get(p->params, "samples", 10000),
            .seed = (uint64_t)figures_get(p->params, "seed", 1),
            .threads = 1
        };
        good = smaa_init(&smaa, &problem, err);
        if (good)
            add_acceptability(p, out, &smaa, &plain.ranking);
        if (good)
            smaa_release(&smaa);
        worths_release(&worths);
    }
    plain_release(&plain);
    return good;
}

/* Stability */

static bool saw_stability(const struct method_problem *p, struct figures *out,
                          struct err *err)
{
    struct plain plain;
    struct stability *found = mem_new(p->q, sizeof *found);
    bool good = plain_init(&plain, p, err);
    if (good) {
        /* of the weighted sum it is always known */
        ranking_stability(&plain.ranking, &plain.problem, 1, found, err);
        double *score = method_scores(p, out);
        memcpy(score, plain.ranking.score, p->n * sizeof *score);
        method_ranked(p, out, true);
        double *ranking = figures_matrix(out, "ranking_intervals", p->q, 2);
        double *winner = figures_matrix(out, "winner_intervals", p->q, 2);
        for (size_t j = 0; j < p->q; j++) {
            const struct stay *stay = found[j].stay;
            ranking[2 * j] = stay[STAY_RANKING].low;
            ranking[2 * j + 1] = stay[STAY_RANKING].high;
            winner[2 * j] = stay[STAY_WINNER].low;
            winner[2 * j + 1] = stay[STAY_WINNER].high;
        }
    }
    plain_release(&plain);
    free(found);
    return good;
}

const struct method methods_of_doubt[] = {
    { "smaa2", smaa2, METHOD_VALUES },
    { "saw_weight_stability", saw_stability, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
