/* Sums and products of worth: SAW, WPM, WASPAS. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"

/* The weighted sum of row i. */
static double sum_of(const struct method_problem *p, const double *r, size_t i)
{
    double sum = 0;
    for (size_t j = 0; j < p->q; j++)
        sum += p->share[j] * r[i * p->q + j];
    return sum;
}

static double product_of(const struct method_problem *p, const double *r,
                         size_t i)
{
    double product = 1;
    for (size_t j = 0; j < p->q; j++)
        product *= pow(r[i * p->q + j], p->share[j]);
    return product;
}

/* Simple additive weighting (Churchman and Ackoff 1954); with "max_ratio" the
 * ideal, with "sum" the distributive mode. */
static bool saw(const struct method_problem *p, struct figures *out,
                struct err *err)
{
    double *r = mem_raw(p->n * p->q, sizeof *r);
    const char *how = method_word(p, "normalization", "max_ratio");
    bool good = method_worth(p, how, r, err);
    if (good) {
        double *score = method_scores(p, out);
        for (size_t i = 0; i < p->n; i++)
            score[i] = sum_of(p, r, i);
        method_ranked(p, out, true);
    }
    free(r);
    return good;
}

/* Weighted product (Bridgman 1922; Miller and Starr 1969). */
static bool wpm(const struct method_problem *p, struct figures *out,
                struct err *err)
{
    double *r = mem_raw(p->n * p->q, sizeof *r);
    bool good = method_worth(p, "max_ratio", r, err);
    if (good) {
        double *score = method_scores(p, out);
        for (size_t i = 0; i < p->n; i++)
            score[i] = product_of(p, r, i);
        method_ranked(p, out, true);
    }
    free(r);
    return good;
}

/* lambda times the sum and the rest times the product (Zavadskas et al.
 * 2012). */
static bool waspas(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    double lambda = figures_get(p->params, "lambda", 0.5);
    if (lambda < 0 || lambda > 1)
        return err_set(err, ERR_RANGE, "lambda must be from 0 to 1");
    double *r = mem_raw(p->n * p->q, sizeof *r);
    bool good = method_worth(p, "max_ratio", r, err);
    if (good) {
        double *score = method_scores(p, out);
        double *sum = figures_vector(out, "wsm", p->n);
        double *product = figures_vector(out, "wpm", p->n);
        for (size_t i = 0; i < p->n; i++) {
            sum[i] = sum_of(p, r, i);
            product[i] = product_of(p, r, i);
            score[i] = lambda * sum[i] + (1 - lambda) * product[i];
        }
        method_ranked(p, out, true);
    }
    free(r);
    return good;
}

const struct method methods_of_sums[] = {
    { "saw", saw, METHOD_RANKS },
    { "wpm", wpm, METHOD_RANKS },
    { "waspas", waspas, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
