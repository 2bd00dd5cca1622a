/* Methods that compare shares and ratios: COPRAS, ARAS, MOORA, MARCOS, CoCoSo.
 * docs/methods.md says which of them order exactly as SAW does. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"

static bool all_positive(const struct method_problem *p, bool zero_too,
                         struct err *err)
{
    for (size_t i = 0; i < p->n; i++) {
        for (size_t j = 0; j < p->q; j++) {
            double x = method_x(p, i, j);
            if (x < 0 || (x == 0 && !(zero_too && !p->lower[j])))
                return method_not_positive(i, j, err);
        }
    }
    return true;
}

static double column_sum(const struct method_problem *p, size_t j, bool inverse)
{
    double sum = 0;
    for (size_t i = 0; i < p->n; i++)
        sum += inverse ? 1 / method_x(p, i, j) : method_x(p, i, j);
    return sum;
}

static double smallest(const double *x, size_t n)
{
    double least = x[0];
    for (size_t i = 1; i < n; i++)
        least = fmin(least, x[i]);
    return least;
}

/* COPRAS (Zavadskas, Kaklauskas and Sarka 1994); scores are Q as parts of
 * `scale` (1 if not said). */
static bool copras(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    if (!all_positive(p, true, err))
        return false;
    double scale = figures_get(p->params, "scale", 1);
    double *score = method_scores(p, out);
    double *q = figures_vector(out, "Q", p->n);
    double *minus = mem_new(p->n, sizeof *minus), sum = 0, inverse = 0;
    bool any = false;
    for (size_t j = 0; j < p->q; j++) {
        double all = column_sum(p, j, false);
        any = any || (p->lower[j] && p->share[j] > 0);
        for (size_t i = 0; all > 0 && i < p->n; i++)
            *(p->lower[j] ? &minus[i] : &q[i]) +=
                p->share[j] * method_x(p, i, j) / all;
    }
    for (size_t i = 0; any && i < p->n; i++) {
        sum += minus[i];
        inverse += 1 / minus[i];
    }
    for (size_t i = 0; any && i < p->n; i++)
        q[i] += sum / (minus[i] * inverse);
    double most = method_largest(q, p->n);
    for (size_t i = 0; i < p->n; i++)
        score[i] = most > 0 ? scale * q[i] / most : 0;
    free(minus);
    return method_ranked(p, out, true);
}

/* ARAS (Zavadskas and Turskis 2010): each against an optimal alternative, `esp`
 * or the best of every column. */
static bool aras(const struct method_problem *p, struct figures *out,
                 struct err *err)
{
    const double *esp;
    if (!all_positive(p, true, err) || !method_list(p, "esp", &esp, err))
        return false;
    double *score = method_scores(p, out);
    double *s = figures_vector(out, "S", p->n), s0 = 0;
    for (size_t j = 0; j < p->q; j++) {
        double least = p->least[j], most = p->most[j], w = p->share[j];
        double best = esp ? esp[j] : p->lower[j] ? least : most;
        if (!(best > 0))
            return method_not_positive(0, j, err);
        best = p->lower[j] ? 1 / best : best;
        double sum = best + column_sum(p, j, p->lower[j]);
        s0 += w * best / sum;
        for (size_t i = 0; i < p->n; i++) {
            double x = method_x(p, i, j);
            s[i] += w * (p->lower[j] ? 1 / x : x) / sum;
        }
    }
    figures_number(out, "S0", s0);
    for (size_t i = 0; i < p->n; i++)
        score[i] = s[i] / s0;
    return method_ranked(p, out, true);
}

/* MOORA (Brauers and Zavadskas 2006): "ratio", "reference_point", or
 * "multiplicative" (MULTIMOORA 2010). */

static void moora_ratio(const struct method_problem *p, const double *r,
                        double *score)
{
    for (size_t i = 0; i < p->n; i++) {
        for (size_t j = 0; j < p->q; j++) {
            double y = p->share[j] * r[i * p->q + j];
            score[i] += p->lower[j] ? -y : y;
        }
    }
}

static void moora_reference(const struct method_problem *p, const double *r,
                            bool weighted, double *score)
{
    for (size_t j = 0; j < p->q; j++) {
        double best = r[j];
        for (size_t i = 1; i < p->n; i++)
            best = p->lower[j] ? fmin(best, r[i * p->q + j])
                               : fmax(best, r[i * p->q + j]);
        for (size_t i = 0; i < p->n; i++) {
            double far = fabs(best - r[i * p->q + j]);
            score[i] = fmax(score[i], weighted ? p->share[j] * far : far);
        }
    }
}

static bool moora_product(const struct method_problem *p, struct figures *out,
                          struct err *err)
{
    if (!all_positive(p, false, err))
        return false;
    double *score = method_scores(p, out);
    for (size_t i = 0; i < p->n; i++) {
        score[i] = 1;
        for (size_t j = 0; j < p->q; j++) {
            double part = pow(method_x(p, i, j), p->share[j]);
            score[i] *= p->lower[j] ? 1 / part : part;
        }
    }
    return method_ranked(p, out, true);
}

static bool moora(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    const char *kind = method_word(p, "kind", "ratio");
    const struct figure *inside = figures_find(p->params, "weights_inside");
    bool reference = strcmp(kind, "reference_point") == 0;
    if (strcmp(kind, "multiplicative") == 0)
        return moora_product(p, out, err);
    if (!reference && strcmp(kind, "ratio") != 0)
        return err_set(err, ERR_UNKNOWN,
                       "kind must be ratio, reference_point or "
                       "multiplicative");
    double *r = mem_raw(p->n * p->q, sizeof *r);
    bool good = method_worth(p, "vector", r, err);
    if (good) {
        double *score = method_scores(p, out);
        for (size_t k = 0; k < p->n * p->q; k++)
            r[k] = p->lower[k % p->q] ? 1 - r[k] : r[k]; /* x / |x| */
        if (reference)
            moora_reference(p, r, !inside || inside->number[0] != 0, score);
        else
            moora_ratio(p, r, score);
        method_ranked(p, out, !reference);
    }
    free(r);
    return good;
}

/* MARCOS (Stevic et al. 2020) */
static bool marcos(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    if (!all_positive(p, true, err))
        return false;
    double *score = method_scores(p, out), anti = 0;
    for (size_t j = 0; j < p->q; j++) {
        double least = p->least[j], most = p->most[j], w = p->share[j];
        if (most == 0)
            return method_not_positive(0, j, err);
        anti += w * least / most;
        for (size_t i = 0; i < p->n; i++) {
            double x = method_x(p, i, j);
            score[i] += w * (p->lower[j] ? least / x : x / most);
        }
    }
    if (!(anti > 0))
        return err_set(err, ERR_RANGE,
                       "the worst by every criterion together scores 0; MARCOS "
                       "divides by that");
    for (size_t i = 0; i < p->n; i++) {
        double over = score[i] / anti, under = score[i];
        double sum = over + under;
        double f_under = over / sum, f_over = under / sum;
        score[i] = sum / (1 + (1 - f_under) / f_under + (1 - f_over) / f_over);
    }
    return method_ranked(p, out, true);
}

/* CoCoSo (Yazdani et al. 2019) */
static bool cocoso(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    double lambda = figures_get(p->params, "lambda", 0.5), both = 0;
    double *r = mem_raw(p->n * p->q, sizeof *r);
    double *s = mem_new(p->n, sizeof *s), *product = mem_new(p->n, sizeof *s);
    bool good = method_worth(p, "minmax", r, err);
    for (size_t i = 0; good && i < p->n; i++) {
        for (size_t j = 0; j < p->q; j++) {
            double w = p->share[j];
            s[i] += w * r[i * p->q + j];
            product[i] += pow(r[i * p->q + j], w);
        }
        both += s[i] + product[i];
    }
    if (good && smallest(s, p->n) <= 0)
        good = err_set(err, ERR_RANGE,
                       "one alternative is the worst by every criterion; "
                       "CoCoSo divides by its score of 0");
    if (good) {
        double *score = method_scores(p, out);
        double top = lambda * method_largest(s, p->n) +
                     (1 - lambda) * method_largest(product, p->n);
        for (size_t i = 0; i < p->n; i++) {
            double a = (product[i] + s[i]) / both;
            double b =
                s[i] / smallest(s, p->n) + product[i] / smallest(product, p->n);
            double c = (lambda * s[i] + (1 - lambda) * product[i]) / top;
            score[i] = cbrt(a * b * c) + (a + b + c) / 3;
        }
        method_ranked(p, out, true);
    }
    free(r);
    free(s);
    free(product);
    return good;
}

const struct method methods_of_shares[] = {
    { "copras", copras, METHOD_RANKS }, { "aras", aras, METHOD_RANKS },
    { "moora", moora, METHOD_RANKS },   { "marcos", marcos, METHOD_RANKS },
    { "cocoso", cocoso, METHOD_RANKS }, { NULL, NULL, METHOD_RANKS },
};
