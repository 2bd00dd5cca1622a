/* Methods that measure from a mean, a border or the worst: EDAS, CODAS, MABAC,
 * MAIRCA. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"

/* EDAS (Keshavarz Ghorabaee et al. 2015): above and below the mean. */
static bool edas(const struct method_problem *p, struct figures *out,
                 struct err *err)
{
    double *score = method_scores(p, out);
    double *above = mem_new(p->n, sizeof *above);
    double *below = mem_new(p->n, sizeof *below);
    bool good = true;
    for (size_t j = 0; j < p->q && good; j++) {
        double mean = 0;
        for (size_t i = 0; i < p->n; i++)
            mean += method_x(p, i, j) / (double)p->n;
        if (!(mean > 0))
            good = err_set(err, ERR_RANGE,
                           "criterion %zu: its mean must be above 0", j + 1);
        for (size_t i = 0; good && i < p->n; i++) {
            double far = (method_x(p, i, j) - mean) / mean;
            far = p->lower[j] ? -far : far;
            *(far > 0 ? &above[i] : &below[i]) += p->share[j] * fabs(far);
        }
    }
    double up = method_largest(above, p->n), down = method_largest(below, p->n);
    for (size_t i = 0; i < p->n; i++) {
        double a = up > 0 ? above[i] / up : 0;
        double b = down > 0 ? 1 - below[i] / down : 1;
        score[i] = (a + b) / 2;
    }
    free(above);
    free(below);
    if (good)
        method_ranked(p, out, true);
    return good;
}

/* Euclidean and taxicab distances from the worst. */
static void distances(const struct method_problem *p, const double *r,
                      double *euclidean, double *taxicab)
{
    for (size_t j = 0; j < p->q; j++) {
        double worst = r[j], w = p->share[j];
        for (size_t i = 1; i < p->n; i++)
            worst = fmin(worst, r[i * p->q + j]);
        for (size_t i = 0; i < p->n; i++) {
            double far = w * (r[i * p->q + j] - worst);
            euclidean[i] += far * far;
            taxicab[i] += far;
        }
    }
    for (size_t i = 0; i < p->n; i++)
        euclidean[i] = sqrt(euclidean[i]);
}

/* CODAS (Keshavarz Ghorabaee et al. 2016): one against each by the Euclidean
 * distance, and where that tells them apart (tau) by the taxicab as well. */
static bool codas(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    double tau = figures_get(p->params, "tau", 0.02);
    double *r = mem_raw(p->n * p->q, sizeof *r);
    double *e = mem_new(p->n, sizeof *e), *t = mem_new(p->n, sizeof *t);
    bool good = method_worth(p, "max_ratio", r, err);
    if (good) {
        double *score = method_scores(p, out);
        distances(p, r, e, t);
        for (size_t k = 0; k < p->n * p->n; k++) {
            size_t a = k / p->n, b = k % p->n;
            double d = e[a] - e[b];
            score[a] += d + (fabs(d) >= tau ? t[a] - t[b] : 0);
        }
        method_ranked(p, out, true);
    }
    free(r);
    free(e);
    free(t);
    return good;
}

/* MABAC (Pamucar and Cirovic 2015): from the geometric mean of each column. */
static bool mabac(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    double *r = mem_raw(p->n * p->q, sizeof *r);
    bool good = method_worth(p, "minmax", r, err);
    if (good) {
        double *score = method_scores(p, out);
        double *border = figures_vector(out, "border", p->q);
        for (size_t j = 0; j < p->q; j++) {
            double w = p->share[j], logs = 0;
            for (size_t i = 0; i < p->n; i++)
                logs += log(w * (r[i * p->q + j] + 1)) / (double)p->n;
            border[j] = exp(logs);
            for (size_t i = 0; i < p->n; i++)
                score[i] += w * (r[i * p->q + j] + 1) - border[j];
        }
        method_ranked(p, out, true);
    }
    free(r);
    return good;
}

/* MAIRCA (Pamucar, Vasin and Lukovac 2014): the gap to what could be. */
static bool mairca(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    double *r = mem_raw(p->n * p->q, sizeof *r);
    bool good = method_worth(p, "minmax", r, err);
    if (good) {
        double *score = method_scores(p, out);
        for (size_t i = 0; i < p->n; i++) {
            for (size_t j = 0; j < p->q; j++)
                score[i] += p->share[j] / (double)p->n * (1 - r[i * p->q + j]);
        }
        method_ranked(p, out, false);
    }
    free(r);
    return good;
}

const struct method methods_of_distances[] = {
    { "edas", edas, METHOD_RANKS },   { "codas", codas, METHOD_RANKS },
    { "mabac", mabac, METHOD_RANKS }, { "mairca", mairca, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
