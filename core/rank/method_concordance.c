/* ELECTRE I and III. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/credibility.h"
#include "core/rank/method_tables.h"

/* ELECTRE I (Roy 1968) */

/* The matrix with more as better; "sum_plain" divides each column by its sum,
 * "minmax" by its span, "none" leaves it. */
static bool scaled(const struct method_problem *p, double *r, struct err *err)
{
    const char *how = method_word(p, "normalization", "none");
    bool by_sum = strcmp(how, "sum_plain") == 0;
    bool by_span = strcmp(how, "minmax") == 0;
    if (!by_sum && !by_span && strcmp(how, "none") != 0)
        return err_set(err, ERR_UNKNOWN,
                       "normalization must be sum_plain, minmax or none");
    for (size_t j = 0; j < p->q; j++) {
        double sum = 0, span = p->most[j] - p->least[j];
        for (size_t i = 0; i < p->n; i++)
            sum += method_x(p, i, j);
        double divisor = by_sum ? sum : by_span && span > 0 ? span : 1;
        if (divisor == 0)
            return err_set(err, ERR_RANGE,
                           "criterion %zu: its values add up to 0 and cannot "
                           "be divided by that",
                           j + 1);
        for (size_t i = 0; i < p->n; i++) {
            double x = method_x(p, i, j) / divisor;
            r[i * p->q + j] = p->lower[j] ? -x : x;
        }
    }
    return true;
}

/* The largest span of a column. */
static double largest_span(const struct method_problem *p, const double *r)
{
    double most = 0;
    for (size_t j = 0; j < p->q; j++) {
        double low = r[j], high = r[j];
        for (size_t i = 1; i < p->n; i++) {
            low = fmin(low, r[i * p->q + j]);
            high = fmax(high, r[i * p->q + j]);
        }
        most = fmax(most, high - low);
    }
    return most;
}

/* The weights of those by which a is not worse than b, and the largest lag of
 * a by the others. */
static void compare(const struct method_problem *p, const double *a,
                    const double *b, double *agree, double *lag)
{
    *agree = *lag = 0;
    for (size_t j = 0; j < p->q; j++) {
        if (a[j] >= b[j])
            *agree += p->share[j];
        else
            *lag = fmax(*lag, b[j] - a[j]);
    }
}

enum state { LEFT, IN, OUT };

/* Take in whom nobody outranks but those that are out, and put out whom it
 * outranks. */
static bool take_in(const double *outranks, size_t n, char *state, size_t a)
{
    if (state[a] != LEFT)
        return false;
    for (size_t b = 0; b < n; b++) {
        if (state[b] != OUT && outranks[b * n + a] != 0)
            return false;
    }
    state[a] = IN;
    for (size_t b = 0; b < n; b++) {
        if (state[b] == LEFT && outranks[a * n + b] != 0)
            state[b] = OUT;
    }
    return true;
}

static void add_places(struct figures *out, const char *name, const char *state,
                       size_t n, char wanted)
{
    struct figure *list = figures_add(out, FIGURE_WHOLE, name, n, 1);
    list->rows = 0;
    for (size_t a = 0; a < n; a++) {
        if (state[a] == wanted)
            list->number[list->rows++] = (double)a;
    }
}

/* Those that nobody left outranks, and without those that they outrank, again.
 * Those that outrank each other in a circle stay undecided. */
static void add_kernel(struct figures *out, const double *outranks, size_t n)
{
    char *state = mem_new(n, 1);
    for (bool more = true; more;) {
        more = false;
        for (size_t a = 0; a < n; a++)
            more = take_in(outranks, n, state, a) || more;
    }
    add_places(out, "kernel", state, n, IN);
    add_places(out, "undecided", state, n, LEFT);
    free(state);
}

static bool electre1(const struct method_problem *p, struct figures *out,
                     struct err *err)
{
    double agree_cut = figures_get(p->params, "c_cut", NAN);
    double lag_cut = figures_get(p->params, "d_cut", NAN);
    if (!(agree_cut >= 0 && agree_cut <= 1 && lag_cut >= 0 && lag_cut <= 1))
        return err_set(err, ERR_RANGE,
                       "'c_cut' and 'd_cut' must be from 0 to 1");
    size_t n = p->n;
    double *r = mem_raw(n * p->q, sizeof *r);
    bool good = scaled(p, r, err);
    if (good) {
        double *agree = figures_matrix(out, "concordance", n, n);
        double *lag = figures_matrix(out, "discordance", n, n);
        double *outranks = figures_matrix(out, "outranks", n, n);
        double span = largest_span(p, r);
        for (size_t k = 0; k < n * n; k++) {
            size_t a = k / n, b = k % n;
            compare(p, r + a * p->q, r + b * p->q, &agree[k], &lag[k]);
            lag[k] = span > 0 ? lag[k] / span : 0;
            outranks[k] = a != b && agree[k] >= agree_cut - 1e-12 &&
                          lag[k] <= lag_cut + 1e-12;
        }
        add_kernel(out, outranks, n);
    }
    free(r);
    return good;
}

/* ELECTRE III (Roy 1978) */

static bool electre3(const struct method_problem *p, struct figures *out,
                     struct err *err)
{
    struct thresholds thresholds;
    if (!thresholds_read(p, &thresholds, err))
        return false;
    size_t n = p->n;
    figures_matrix(out, "concordance", n, n);
    double *rho = figures_matrix(out, "credibility", n, n);
    double *agree = figures_find(out, "concordance")->number;
    for (size_t k = 0; k < n * n; k++)
        rho[k] = credibility(p, &thresholds, p->x + k / n * p->q,
                             p->x + k % n * p->q, &agree[k]);
    distill(rho, n, figures_get(p->params, "alpha", -0.15),
            figures_get(p->params, "beta", 0.3), out);
    return true;
}

/* The distillation alone, of a credibility matrix. */
static bool distillation(const struct method_problem *p, struct figures *out,
                         struct err *err)
{
    if (p->n == 0 || p->n != p->q)
        return err_set(err, ERR_RANGE,
                       "the matrix must have as many columns as rows");
    for (size_t k = 0; k < p->n * p->q; k++) {
        if (!(p->x[k] >= 0 && p->x[k] <= 1))
            return err_set(err, ERR_RANGE,
                           "row %zu, column %zu: a credibility is from 0 to 1",
                           k / p->q + 1, k % p->q + 1);
    }
    distill(p->x, p->n, figures_get(p->params, "alpha", -0.15),
            figures_get(p->params, "beta", 0.3), out);
    return true;
}

const struct method methods_of_concordance[] = {
    { "electre1", electre1, METHOD_RANKS },
    { "electre3", electre3, METHOD_RANKS },
    { "electre3_distillation", distillation, METHOD_ANYTHING },
    { NULL, NULL, METHOD_RANKS },
};
