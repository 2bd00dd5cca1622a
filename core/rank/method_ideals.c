/* Distances to an ideal: TOPSIS, VIKOR, SPOTIS, RIM. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"

/* "bounds": the least and the most that a value can be, of each criterion. */
static const double *bounds_of(const struct method_problem *p, struct err *err)
{
    const double *bounds = method_rows(p, "bounds", 2, err);
    for (size_t j = 0; bounds && j < p->q; j++) {
        if (!(bounds[2 * j + 1] > bounds[2 * j])) {
            err_set(err, ERR_RANGE,
                    "criterion %zu: the upper bound must be above the lower "
                    "one",
                    j + 1);
            return NULL;
        }
    }
    return bounds;
}

/* TOPSIS (Hwang and Yoon 1981) */

/* Worth for TOPSIS: "vector" x / |x| without turning it round, "minmax", or
 * "fixed" between the given bounds. */
static bool topsis_worth(const struct method_problem *p, double *r,
                         struct err *err)
{
    const char *how = method_word(p, "normalization", "vector");
    if (strcmp(how, "fixed") != 0) {
        if (!method_worth(p, how, r, err))
            return false;
        for (size_t k = 0; strcmp(how, "vector") == 0 && k < p->n * p->q; k++)
            r[k] = p->lower[k % p->q] ? r[k] - 1 : r[k]; /* -x / |x| */
        return true;
    }
    const double *bounds = bounds_of(p, err);
    if (!bounds)
        return false;
    for (size_t k = 0; k < p->n * p->q; k++) {
        const double *b = bounds + 2 * (k % p->q);
        r[k] = (p->x[k] - b[0]) / (b[1] - b[0]);
        r[k] = p->lower[k % p->q] ? -r[k] : r[k];
    }
    return true;
}

static void ends(const struct method_problem *p, const double *r, size_t j,
                 double *worst, double *best)
{
    *worst = *best = r[j];
    for (size_t i = 1; i < p->n; i++) {
        *worst = fmin(*worst, r[i * p->q + j]);
        *best = fmax(*best, r[i * p->q + j]);
    }
}

static bool topsis(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    double *r = mem_raw(p->n * p->q, sizeof *r);
    if (!topsis_worth(p, r, err)) {
        free(r);
        return false;
    }
    double *score = method_scores(p, out);
    double *plus = figures_vector(out, "d_plus", p->n);
    double *minus = figures_vector(out, "d_minus", p->n);
    for (size_t j = 0; j < p->q; j++) {
        double worst, best, w = p->share[j];
        ends(p, r, j, &worst, &best);
        for (size_t i = 0; i < p->n; i++) {
            double v = r[i * p->q + j];
            plus[i] += w * w * (best - v) * (best - v);
            minus[i] += w * w * (v - worst) * (v - worst);
        }
    }
    for (size_t i = 0; i < p->n; i++) {
        plus[i] = sqrt(plus[i]);
        minus[i] = sqrt(minus[i]);
        double sum = plus[i] + minus[i];
        score[i] = sum > 0 ? minus[i] / sum : 0.5; /* all are the same */
    }
    free(r);
    return method_ranked(p, out, true);
}

/* VIKOR (Opricovic 1998; Opricovic and Tzeng 2004, 2007) */

static void vikor_sums(const struct method_problem *p, double *s, double *most)
{
    double *best = mem_raw(p->q, sizeof *best);
    double *slope = mem_raw(p->q, sizeof *slope);
    for (size_t j = 0; j < p->q; j++) {
        double span = p->most[j] - p->least[j];
        best[j] = p->lower[j] ? p->least[j] : p->most[j];
        slope[j] = span > 0 ? p->share[j] / span : 0;
    }
    for (size_t i = 0; i < p->n; i++) {
        const double *x = p->x + i * p->q;
        double sum = 0, largest = 0;
        for (size_t j = 0; j < p->q; j++) {
            double behind = fabs(best[j] - x[j]) * slope[j];
            sum += behind;
            largest = behind > largest ? behind : largest;
        }
        s[i] = sum;
        most[i] = largest;
    }
    free(best);
    free(slope);
}

static void least_and_most(const double *x, size_t n, double *least,
                           double *most)
{
    *least = *most = x[0];
    for (size_t i = 1; i < n; i++) {
        *least = fmin(*least, x[i]);
        *most = fmax(*most, x[i]);
    }
}

static double part(double x, double least, double most)
{
    return most > least ? (x - least) / (most - least) : 0;
}

static size_t place_of_least(const double *x, size_t n, size_t but)
{
    size_t best = but == 0 && n > 1 ? 1 : 0;
    for (size_t i = 0; i < n; i++)
        best = i != but && x[i] < x[best] ? i : best;
    return best;
}

static bool is_least(const double *x, size_t n, size_t place)
{
    double least, most;
    least_and_most(x, n, &least, &most);
    return x[place] == least;
}

/* The first alone when it is far enough ahead (C1) and first by S or R as well
 * (C2); without C2 the first two; without C1 all that are near to it. */
static void compromise(const struct method_problem *p, struct figures *out,
                       const double *s, const double *most, const double *q)
{
    size_t n = p->n, first = place_of_least(q, n, n);
    size_t second = place_of_least(q, n, first);
    double step = n > 1 ? 1.0 / (double)(n - 1) : 0;
    bool ahead = n == 1 || q[second] >= q[first] + step;
    bool stable = is_least(s, n, first) || is_least(most, n, first);
    figures_flag(out, "acceptable_advantage", ahead);
    figures_flag(out, "acceptable_stability", stable);

    double limit = ahead ? q[first] : q[first] + step;
    size_t members = ahead && !stable ? 2 : 1, at = 0;
    for (size_t i = 0; !ahead && i < n; i++)
        members += i != first && q[i] < limit;
    double *set =
        figures_add(out, FIGURE_WHOLE, "compromise_set", members, 1)->number;
    for (size_t i = 0; i < n && at < members; i++) {
        if (i == first || (ahead ? members == 2 && i == second : q[i] < limit))
            set[at++] = (double)i;
    }
}

static bool vikor(const struct method_problem *p, struct figures *out,
                  struct err *err)
{
    double v = figures_get(p->params, "v", 0.5);
    if (v < 0 || v > 1)
        return err_set(err, ERR_RANGE, "v must be from 0 to 1");
    double *score = method_scores(p, out);
    double *s = figures_vector(out, "S", p->n);
    double *most = figures_vector(out, "R", p->n);
    double *q = figures_vector(out, "Q", p->n);
    double s_least, s_most, r_least, r_most;
    vikor_sums(p, s, most);
    least_and_most(s, p->n, &s_least, &s_most);
    least_and_most(most, p->n, &r_least, &r_most);
    for (size_t i = 0; i < p->n; i++)
        score[i] = q[i] = v * part(s[i], s_least, s_most) +
                          (1 - v) * part(most[i], r_least, r_most);
    method_ranked(p, out, false);
    compromise(p, out, s, most, q);
    return true;
}

/* SPOTIS (Dezert et al. 2020): bounds and an ideal that are stated, so no
 * alternative moves another. */
static bool spotis(const struct method_problem *p, struct figures *out,
                   struct err *err)
{
    const double *ideal;
    const double *bounds = bounds_of(p, err);
    if (!bounds || !method_list(p, "esp", &ideal, err))
        return false;
    double *score = method_scores(p, out);
    for (size_t j = 0; j < p->q; j++) {
        const double *b = bounds + 2 * j;
        double best = ideal ? ideal[j] : b[p->lower[j] ? 0 : 1];
        for (size_t i = 0; i < p->n; i++)
            score[i] +=
                p->share[j] * fabs(method_x(p, i, j) - best) / (b[1] - b[0]);
    }
    return method_ranked(p, out, false);
}

/* RIM (Cables et al. 2016): the ideal is a range inside of a range. */
static double rim_worth(double x, const double *range, const double *ideal)
{
    if (x >= ideal[0] && x <= ideal[1])
        return 1;
    double span = x < ideal[0] ? ideal[0] - range[0] : range[1] - ideal[1];
    double far = fmin(fabs(x - ideal[0]), fabs(x - ideal[1]));
    return span > 0 ? 1 - far / span : 0;
}

static bool rim(const struct method_problem *p, struct figures *out,
                struct err *err)
{
    const double *range = method_rows(p, "range", 2, err);
    const double *ideal =
        range ? method_rows(p, "reference_ideal", 2, err) : NULL;
    if (!ideal)
        return false;
    double *score = method_scores(p, out);
    double *plus = figures_vector(out, "I_plus", p->n);
    double *minus = figures_vector(out, "I_minus", p->n);
    for (size_t i = 0; i < p->n; i++) {
        for (size_t j = 0; j < p->q; j++) {
            double w = p->share[j];
            double y =
                w * rim_worth(method_x(p, i, j), range + 2 * j, ideal + 2 * j);
            plus[i] += (y - w) * (y - w);
            minus[i] += y * y;
        }
        plus[i] = sqrt(plus[i]);
        minus[i] = sqrt(minus[i]);
        score[i] = minus[i] / (plus[i] + minus[i]);
    }
    return method_ranked(p, out, true);
}

const struct method methods_of_ideals[] = {
    { "topsis", topsis, METHOD_RANKS }, { "vikor", vikor, METHOD_RANKS },
    { "spotis", spotis, METHOD_RANKS }, { "rim", rim, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
