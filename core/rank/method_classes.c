/* Sorting into ordered classes: ELECTRE TRI-B and MR-Sort.  Class 0 is below
 * the first profile, the worst. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/credibility.h"
#include "core/rank/method_tables.h"

/* Profiles, from the worst to the best: none better than the next. */
static const struct figure *profiles_of(const struct method_problem *p,
                                        struct err *err)
{
    const struct figure *profiles = method_table(p, "profiles", p->q, err);
    for (size_t k = 0; profiles && k < profiles->rows * p->q; k++) {
        double x = profiles->number[k];
        double next =
            k + p->q < profiles->rows * p->q ? profiles->number[k + p->q] : x;
        if (!isfinite(x) || (p->lower[k % p->q] ? next > x : next < x)) {
            err_set(err, ERR_RANGE,
                    "profile %zu, criterion %zu: profiles go from the worst to "
                    "the best",
                    k / p->q + 1, k % p->q + 1);
            return NULL;
        }
    }
    return profiles;
}

/* ELECTRE TRI-B (Yu 1992; Roy and Bouyssou 1993) */

struct tri {
    size_t n, profiles;
    double lambda;
    double *ab, *ba; /* credibility: n rows of profiles, and the other way */
};

/* The highest profile that it outranks. */
static double pessimistic(const struct tri *tri, size_t i)
{
    size_t h = tri->profiles;
    while (h > 0 && tri->ab[i * tri->profiles + h - 1] < tri->lambda)
        h--;
    return (double)h;
}

/* Below the lowest profile that outranks it and that it does not outrank. */
static double optimistic(const struct tri *tri, size_t i)
{
    size_t h = 0;
    while (h < tri->profiles && !(tri->ba[h * tri->n + i] >= tri->lambda &&
                                  tri->ab[i * tri->profiles + h] < tri->lambda))
        h++;
    return (double)h;
}

static bool electre_tri(const struct method_problem *p, struct figures *out,
                        struct err *err)
{
    struct thresholds thresholds;
    const struct figure *profiles = profiles_of(p, err);
    double lambda = figures_get(p->params, "lambda", NAN);
    if (!profiles || !thresholds_read(p, &thresholds, err))
        return false;
    if (!(lambda >= 0.5 && lambda <= 1))
        return err_set(err, ERR_RANGE, "'lambda' must be from 0.5 to 1");
    size_t n = p->n, count = profiles->rows;
    double *agree = figures_matrix(out, "concordance_ab", n, count);
    struct tri tri = { n, count, lambda,
                       figures_matrix(out, "credibility_ab", n, count),
                       figures_matrix(out, "credibility_ba", count, n) };
    for (size_t i = 0; i < n; i++) {
        for (size_t h = 0; h < count; h++) {
            const double *a = p->x + i * p->q;
            const double *b = profiles->number + h * p->q;
            tri.ab[i * count + h] =
                credibility(p, &thresholds, a, b, &agree[i * count + h]);
            tri.ba[h * n + i] = credibility(p, &thresholds, b, a, NULL);
        }
    }
    double *low = figures_add(out, FIGURE_WHOLE, "pessimistic", n, 1)->number;
    double *high = figures_add(out, FIGURE_WHOLE, "optimistic", n, 1)->number;
    for (size_t i = 0; i < n; i++) {
        low[i] = pessimistic(&tri, i);
        high[i] = optimistic(&tri, i);
    }
    return true;
}

/* MR-Sort (Leroy, Mousseau and Pirlot 2011): as good as the profile by a
 * majority of the weight, and no value as bad as a veto. */
static bool meets(const struct method_problem *p, size_t i,
                  const double *profile, const double *veto, double majority)
{
    double sum = 0;
    for (size_t j = 0; j < p->q; j++) {
        double x = method_x(p, i, j);
        if (p->lower[j] ? x <= profile[j] : x >= profile[j])
            sum += p->weight[j];
        if (veto && (p->lower[j] ? x >= veto[j] : x <= veto[j]))
            return false; /* never, where the veto is NAN */
    }
    return sum >= majority * (1 - 1e-12);
}

static bool mrsort(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    const struct figure *profiles = profiles_of(p, err), *vetos = NULL;
    double majority = figures_get(p->params, "majority", NAN);
    if (!profiles)
        return false;
    if (figures_find(p->params, "vetos")) {
        vetos = method_table(p, "vetos", p->q, err);
        if (!vetos || vetos->rows != profiles->rows)
            return vetos && err_set(err, ERR_RANGE,
                                    "'vetos' must have a row for each profile");
    }
    if (!(majority > 0))
        return err_set(err, ERR_RANGE,
                       "'majority' must be above 0, in the unit of the "
                       "weights");
    double *class =
        figures_add(out, FIGURE_WHOLE, "categories", p->n, 1)->number;
    for (size_t i = 0; i < p->n; i++) {
        size_t h = profiles->rows;
        while (h > 0 &&
               !meets(p, i, profiles->number + (h - 1) * p->q,
                      vetos ? vetos->number + (h - 1) * p->q : NULL, majority))
            h--;
        class[i] = (double)h;
    }
    return true;
}

const struct method methods_of_classes[] = {
    { "electre_tri", electre_tri, METHOD_RANKS },
    { "mrsort", mrsort, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
