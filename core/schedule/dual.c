#include "core/schedule/dual.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

void dual_init(struct dual *dual, const struct model *model)
{
    *dual = (struct dual){ .bound = INFINITY, .far = INFINITY };
    price_init(&dual->price, model);
    size_t dims = (size_t)dual->price.dims + 1;
    size_t cells = (size_t)model->phases * (size_t)(model->years + 1) + 1;
    dual->at = mem_new(dims, sizeof(double));
    dual->best_at = mem_new(dims, sizeof(double));
    dual->first = mem_new(dims, sizeof(double));
    dual->second = mem_new(dims, sizeof(double));
    dual->often = mem_new(cells, sizeof(float));
}

void dual_release(struct dual *dual)
{
    price_release(&dual->price);
    free(dual->at);
    free(dual->best_at);
    free(dual->first);
    free(dual->second);
    free(dual->often);
}

/* State of one run. */
struct fall {
    struct dual *dual;
    const uint64_t *years_of;
    double rate, beta1, beta2, theta, value;
    int still, good;
    bool polyak;
};

static void prices_back(struct dual *dual)
{
    size_t dims = (size_t)dual->price.dims;
    memcpy(dual->at, dual->best_at, dims * sizeof(double));
    memset(dual->first, 0, dims * sizeof(double));
}

static void count_choice(struct dual *dual)
{
    const struct model *model = dual->price.model;
    for (int p = 0; p < model->phases; p++)
        dual->often[p * (model->years + 1) + dual->price.year[p]] += 1;
}

static void pass(struct fall *fall)
{
    struct dual *dual = fall->dual;
    fall->value = price_clusters(&dual->price, dual->at, fall->years_of);
    dual->passes++;
    if (fall->value < dual->bound) {
        bool worth = fall->value < dual->bound - 1e-7 * fabs(fall->value);
        fall->still = worth ? 0 : fall->still + 1;
        dual->bound = fall->value;
        memcpy(dual->best_at, dual->at,
               (size_t)dual->price.dims * sizeof(double));
    } else {
        fall->still++;
    }
}

static void step(struct dual *dual, int dim, double length)
{
    double at = dual->at[dim] + length;
    if (at < 0 && !price_below(&dual->price, dim))
        at = 0;
    if (at > 0 && !price_above(&dual->price, dim))
        at = 0;
    dual->at[dim] = at;
}

/* Steady progress asks for longer steps, setbacks for shorter ones. */
static void rate_adapt(struct fall *fall)
{
    if (fall->still == 0) {
        if (++fall->good >= 8) {
            fall->rate *= 1.5;
            fall->good = 4;
        }
    } else {
        fall->good = 0;
        if (fall->still > 6)
            fall->rate *= 0.85;
    }
}

static void step_adam(struct fall *fall)
{
    struct dual *dual = fall->dual;
    rate_adapt(fall);
    fall->beta1 *= 0.9;
    fall->beta2 *= 0.99;
    for (int d = 0; d < dual->price.dims; d++) {
        double g = dual->price.excess[d];
        dual->first[d] = 0.9 * dual->first[d] + 0.1 * g;
        dual->second[d] = 0.99 * dual->second[d] + 0.01 * g * g;
        step(dual, d,
             fall->rate * dual->first[d] / (1 - fall->beta1) /
                 (sqrt(dual->second[d] / (1 - fall->beta2)) + 1e-9));
    }
}

/* Returns false when there is nothing left to step along. */
static bool step_polyak(struct fall *fall, double goal)
{
    struct dual *dual = fall->dual;
    if (fall->still > 10) {
        fall->theta *= 0.6;
        fall->still = 0;
        prices_back(dual);
        if (fall->theta < 1e-3)
            return false;
    }
    double norm = 0;
    for (int d = 0; d < dual->price.dims; d++) {
        double *first = &dual->first[d];
        *first = 0.4 * dual->price.excess[d] + 0.6 * *first;
        bool stuck =
            dual->at[d] == 0 && *first < 0 && !price_below(&dual->price, d);
        norm += stuck ? 0 : *first * *first;
    }
    if (norm < 1e-18)
        return false;
    double length = fall->theta * (fall->value - goal) / norm;
    for (int d = 0; d < dual->price.dims; d++)
        step(dual, d, length * dual->first[d]);
    return true;
}

static bool is_over(const struct dual *dual)
{
    return dual->over && dual->over(dual->data);
}

/* Where the steps of Polyak aim: what is hoped for, but not too far. */
static double goal_of(const struct dual *dual, double enough)
{
    double near = dual->bound - 0.004 * fabs(dual->bound) - 1e-9;
    if (dual->bound > dual->far)
        near = fmin(near, dual->bound - 0.05 * (dual->bound - dual->far));
    return enough > near && enough < dual->bound ? enough : near;
}

void dual_run(struct dual *dual, const uint64_t *years_of, int passes,
              double enough, bool near)
{
    const struct model *model = dual->price.model;
    struct fall fall = { .dual = dual,
                         .years_of = years_of,
                         .beta1 = 1,
                         .beta2 = 1,
                         .theta = near ? 0.5 : 1 };
    size_t dims = (size_t)dual->price.dims;
    fall.rate = 0.5 * model->value_unit / sqrt(model->years);
    fall.polyak = near;
    dual->bound = INFINITY;
    prices_back(dual);
    memset(dual->second, 0, dims * sizeof(double));
    memset(dual->often, 0,
           (size_t)model->phases * (size_t)(model->years + 1) * sizeof(float));
    pass(&fall);
    for (int i = 1; i < passes && dual->bound > enough && !is_over(dual); i++) {
        if (!fall.polyak && (i > passes / 2 || fall.still > 60)) {
            fall.polyak = true;
            fall.still = 0;
            prices_back(dual);
        }
        if (!fall.polyak)
            step_adam(&fall);
        else if (!step_polyak(&fall, goal_of(dual, enough)))
            break;
        pass(&fall);
        if (2 * i >= passes)
            count_choice(dual);
    }
    price_clusters(&dual->price, dual->best_at, years_of);
    count_choice(dual);
}
