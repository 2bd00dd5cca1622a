/* PROMETHEE I and II (Brans and Vincke 1985). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/method_tables.h"
#include "core/rank/preference.h"

enum { PAIRS_SHOWN = 200 }; /* alternatives whose pairs are given as tables */

static bool kind_of(const char *name, size_t j, enum preference_kind *kind,
                    struct err *err)
{
    for (int k = 0; k < PREFERENCES; k++) {
        *kind = (enum preference_kind)k;
        if (strcmp(preference_name[k], name) == 0)
            return true;
    }
    return err_set(err, ERR_UNKNOWN,
                   "criterion %zu: there is no preference function '%.40s': "
                   "usual, ushape, vshape, level, linear or gaussian",
                   j + 1, name);
}

static bool read_kinds(const struct method_problem *p,
                       struct preference *preference, struct err *err)
{
    const struct figure *names = figures_find(p->params, "functions");
    if (!names)
        return true; /* usual */
    if (names->kind != FIGURE_TEXTS || names->rows != p->q)
        return err_set(err, ERR_RANGE,
                       "'%s' must have a name for each criterion", "functions");
    const char *name = names->text;
    for (size_t j = 0; j < p->q; j++, name += strlen(name) + 1) {
        if (!kind_of(name, j, &preference[j].kind, err))
            return false;
    }
    return true;
}

/* Which thresholds a kind asks for. */
static bool asks(enum preference_kind kind, char threshold)
{
    static const char *const asked[PREFERENCES] = { "",   "q",  "p",
                                                    "qp", "qp", "s" };
    return strchr(asked[kind], threshold);
}

static bool read_threshold(const struct method_problem *p,
                           struct preference *preference, const char *name,
                           struct err *err)
{
    const double *list;
    if (!method_list(p, name, &list, err))
        return false;
    for (size_t j = 0; j < p->q; j++) {
        double value = list ? list[j] : NAN;
        bool asked = asks(preference[j].kind, *name);
        if (asked && !isfinite(value))
            return err_set(err, ERR_RANGE,
                           "criterion %zu: its preference function needs '%s'",
                           j + 1, name);
        double *to = *name == 'q'   ? &preference[j].q
                     : *name == 'p' ? &preference[j].p
                                    : &preference[j].s;
        *to = asked ? value : 0;
    }
    return true;
}

static bool read_preferences(const struct method_problem *p,
                             struct preference *preference, struct err *err)
{
    bool good = read_kinds(p, preference, err) &&
                read_threshold(p, preference, "q", err) &&
                read_threshold(p, preference, "p", err) &&
                read_threshold(p, preference, "s", err);
    for (size_t j = 0; good && j < p->q; j++)
        good = preference_check(&preference[j], j, err);
    return good;
}

/* The mean preference of a over b. */
static double pair(const struct method_problem *p,
                   const struct preference *preference, size_t a, size_t b)
{
    double sum = 0;
    for (size_t j = 0; j < p->q; j++) {
        double d = method_x(p, a, j) - method_x(p, b, j);
        sum +=
            p->share[j] * preference_of(&preference[j], p->lower[j] ? -d : d);
    }
    return sum;
}

static void add_pairs(const struct method_problem *p,
                      const struct preference *preference, double *pi)
{
    for (size_t a = 0; a < p->n; a++) {
        for (size_t b = 0; b < p->n; b++)
            pi[a * p->n + b] = pair(p, preference, a, b);
    }
}

/* PROMETHEE I: by both flows, one of them strictly. */
static void add_partial(struct figures *out, const double *plus,
                        const double *minus, size_t n)
{
    double *before = figures_matrix(out, "promethee1", n, n);
    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++)
            before[a * n + b] = plus[a] >= plus[b] && minus[a] <= minus[b] &&
                                (plus[a] > plus[b] || minus[a] < minus[b]);
    }
}

static void add_flows(const struct method_problem *p,
                      const struct preference *preference, double *plus,
                      double *minus)
{
    struct flows flows;
    double *value = mem_raw(p->n, sizeof *value);
    flows_init(&flows, p->n);
    for (size_t j = 0; j < p->q && p->n > 1; j++) {
        for (size_t i = 0; i < p->n; i++)
            value[i] = p->lower[j] ? -method_x(p, i, j) : method_x(p, i, j);
        if (p->share[j] > 0)
            flows_add(&flows, &preference[j], value, p->share[j], plus, minus);
    }
    flows_release(&flows);
    free(value);
}

static bool promethee(const struct method_problem *p, struct figures *out,
                      struct err *err)
{
    struct preference *preference = mem_new(p->q, sizeof *preference);
    bool good = read_preferences(p, preference, err);
    if (good) {
        double *score = method_scores(p, out);
        double *plus = figures_vector(out, "phi_plus", p->n);
        double *minus = figures_vector(out, "phi_minus", p->n);
        add_flows(p, preference, plus, minus);
        for (size_t i = 0; i < p->n; i++)
            score[i] = plus[i] - minus[i];
        method_ranked(p, out, true);
        if (p->n <= PAIRS_SHOWN) {
            add_pairs(p, preference, figures_matrix(out, "pi", p->n, p->n));
            add_partial(out, plus, minus, p->n);
        }
    }
    free(preference);
    return good;
}

const struct method methods_outranking[] = {
    { "promethee", promethee, METHOD_RANKS },
    { NULL, NULL, METHOD_RANKS },
};
