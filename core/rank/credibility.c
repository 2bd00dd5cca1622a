#include "core/rank/credibility.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"

bool thresholds_read(const struct method_problem *problem,
                     struct thresholds *thresholds, struct err *err)
{
    if (!method_list(problem, "q", &thresholds->q, err) ||
        !method_list(problem, "p", &thresholds->p, err) ||
        !method_list(problem, "veto", &thresholds->veto, err))
        return false;
    for (size_t j = 0; j < problem->q; j++) {
        double q = thresholds->q ? thresholds->q[j] : 0;
        double p = thresholds->p ? thresholds->p[j] : 0;
        double veto = thresholds->veto ? thresholds->veto[j] : NAN;
        if (!(q >= 0) || !(p >= q) || veto < p)
            return err_set(err, ERR_RANGE,
                           "criterion %zu: q must be 0 or more, p not below "
                           "q, and the veto not below p",
                           j + 1);
    }
    return true;
}

/* Where g lies between two ends: 0 up to the first, 1 from the second on. */
static double ramp(double g, double from, double to)
{
    if (g <= from)
        return 0;
    return g >= to ? 1 : (g - from) / (to - from);
}

static double rounded(double x)
{
    return round(x * 1e12) / 1e12;
}

/* How much b is better than a. */
static double advantage(const struct method_problem *problem, const double *a,
                        const double *b, size_t j)
{
    return problem->lower[j] ? a[j] - b[j] : b[j] - a[j];
}

static double threshold(const double *list, size_t j)
{
    return list ? list[j] : 0;
}

static double concordance_of(const struct method_problem *problem,
                             const struct thresholds *thresholds,
                             const double *a, const double *b)
{
    double sum = 0;
    for (size_t j = 0; j < problem->q; j++)
        sum += problem->share[j] * (1 - ramp(advantage(problem, a, b, j),
                                             threshold(thresholds->q, j),
                                             threshold(thresholds->p, j)));
    return sum;
}

double credibility(const struct method_problem *problem,
                   const struct thresholds *thresholds, const double *a,
                   const double *b, double *concordance)
{
    double for_it = concordance_of(problem, thresholds, a, b);
    double result = for_it;
    for (size_t j = 0; thresholds->veto && j < problem->q; j++) {
        double veto = thresholds->veto[j];
        double against = isnan(veto) ? 0
                                     : ramp(advantage(problem, a, b, j),
                                            threshold(thresholds->p, j), veto);
        if (against > for_it)
            result *= (1 - against) / (1 - for_it);
    }
    if (concordance)
        *concordance = for_it;
    return rounded(result);
}

/* Distillation */

struct still {
    const double *rho;
    size_t n;
    double alpha, beta;
    bool descending;
    bool *rest, *in; /* not yet placed; of the group at hand */
    int *strength;   /* how many it outranks less how many outrank it */
};

static double at(const struct still *still, size_t a, size_t b)
{
    return still->rho[a * still->n + b];
}

/* The largest credibility among those in the group, below a limit. */
static double largest_below(const struct still *still, double limit)
{
    double most = 0;
    for (size_t a = 0; a < still->n; a++) {
        for (size_t b = 0; still->in[a] && b < still->n; b++) {
            double rho = a != b && still->in[b] ? at(still, a, b) : 0;
            most = rho < limit && rho > most ? rho : most;
        }
    }
    return most;
}

static void weigh(struct still *still, double cut)
{
    for (size_t a = 0; a < still->n; a++)
        still->strength[a] = 0;
    for (size_t a = 0; a < still->n; a++) {
        for (size_t b = 0; still->in[a] && b < still->n; b++) {
            double rho = at(still, a, b);
            if (a == b || !still->in[b] || !(rho > cut) ||
                !(rho > at(still, b, a) + still->beta + still->alpha * rho))
                continue;
            still->strength[a]++;
            still->strength[b]--;
        }
    }
}

/* Keep those of the group that stand out; how many they are. */
static size_t keep(struct still *still)
{
    int sign = still->descending ? 1 : -1, best = -(int)still->n;
    size_t kept = 0;
    for (size_t a = 0; a < still->n; a++) {
        int strength = sign * still->strength[a];
        if (still->in[a] && strength > best)
            best = strength;
    }
    for (size_t a = 0; a < still->n; a++) {
        still->in[a] = still->in[a] && sign * still->strength[a] == best;
        kept += still->in[a];
    }
    return kept;
}

static void next_group(struct still *still)
{
    size_t kept = 0;
    for (size_t a = 0; a < still->n; a++) {
        still->in[a] = still->rest[a];
        kept += still->in[a];
    }
    double level = largest_below(still, INFINITY);
    while (kept > 1 && level > 0) {
        level =
            largest_below(still, level - (still->beta + still->alpha * level));
        weigh(still, level);
        kept = keep(still);
    }
}

/* Groups are found from the best on, or from the worst; they are given from
 * the best on. */
static void add_preorder(struct still *still, struct figures *out)
{
    size_t n = still->n, found = 0, placed = 0, used = 0;
    size_t *group = mem_new(n, sizeof *group);
    for (size_t a = 0; a < n; a++)
        still->rest[a] = true;
    for (; placed < n; found++) {
        next_group(still);
        for (size_t a = 0; a < n; a++) {
            if (!still->in[a])
                continue;
            group[a] = found;
            still->rest[a] = false;
            placed++;
        }
    }
    double *list = figures_add(out, FIGURE_GROUPS,
                               still->descending ? "descending" : "ascending",
                               n + found, 1)
                       ->number;
    for (size_t k = 0; k < found; k++) {
        for (size_t a = 0; a < n; a++) {
            if (group[a] == (still->descending ? k : found - 1 - k))
                list[used++] = (double)a;
        }
        list[used++] = -1;
    }
    free(group);
}

void distill(const double *rho, size_t n, double alpha, double beta,
             struct figures *out)
{
    struct still still = { rho,
                           n,
                           alpha,
                           beta,
                           true,
                           mem_new(n, sizeof *still.rest),
                           mem_new(n, sizeof *still.in),
                           mem_new(n, sizeof *still.strength) };
    add_preorder(&still, out);
    still.descending = false;
    add_preorder(&still, out);
    free(still.rest);
    free(still.in);
    free(still.strength);
}
