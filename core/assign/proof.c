#include "core/assign/proof.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/phasing.h"
#include "core/assign/price.h"
#include "core/base/mem.h"

static double *copy(const double *from, size_t count)
{
    double *to = mem_raw(count + 1, sizeof *to);
    memcpy(to, from, count * sizeof *to);
    return to;
}

/* More room from a year on serves its step and all later ones. */
static double *room_prices(const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t R = (size_t)problem->resources;
    size_t cells = (size_t)problem->sites * (size_t)problem->years;
    double *price = mem_new(cells * R + 1, sizeof *price);
    for (size_t cell = 0; cell < cells; cell++) {
        for (size_t r = 0; r < R; r++)
            price[cell * R + r] =
                engine->dear[(size_t)engine->step[cell] * R + r];
    }
    return price;
}

/* The limits stand in this order: districts, budgets, shared ones. */
void proof_give(struct assignment *assignment, const struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    const struct limits *limits = &engine->limits;
    size_t years = (size_t)problem->years, shareds = (size_t)problem->shareds;
    int i = limits->count - problem->shareds;
    assignment->price = room_prices(engine);
    assignment->prices = years * (size_t)(problem->sites * problem->resources);
    assignment->shareds = problem->shareds;
    assignment->shared_price = mem_new(shareds + 1, sizeof(double *));
    for (size_t s = 0; s < shareds; s++) {
        const struct limit *limit = &limits->limit[(size_t)i + s];
        assignment->shared_price[s] =
            copy(limit->price, (size_t)limit->groups * years);
    }
    if (engine->joint)
        assignment->capital_price = copy(engine->phasing->price, years);
    if (problem->budget)
        assignment->budget_price = copy(limits->limit[--i].price, years);
    if (i == 0)
        return;
    /* Of a district the room is the same in all years: the last row counts. */
    assignment->limit_price =
        mem_new((size_t)problem->districts + 1, sizeof(double));
    for (size_t d = 0; d < (size_t)problem->districts; d++)
        assignment->limit_price[d] =
            limits->limit[0].price[d * years + years - 1];
}

void proof_release(struct assignment *assignment)
{
    for (int s = 0; s < assignment->shareds; s++)
        free(assignment->shared_price[s]);
    free(assignment->shared_price);
    free(assignment->price);
    free(assignment->budget_price);
    free(assignment->limit_price);
    free(assignment->capital_price);
}

/* A step begins in a year; more is what room costs from that year on. */
static void take_step(struct engine *engine, int step, bool last,
                      const double *more)
{
    size_t R = (size_t)engine->problem->resources;
    double *dear = engine->dear + (size_t)step * R;
    double *price = engine->price + (size_t)step * R;
    for (size_t r = 0; r < R; r++) {
        double later = last ? 0 : dear[R + r];
        price[r] = fmax(0, more[r] - later);
        dear[r] = fmax(more[r], later);
    }
}

static void take_room(struct engine *engine, const double *price)
{
    const struct assign_problem *problem = engine->problem;
    int R = problem->resources, T = problem->years;
    for (int k = 0; k < problem->sites; k++) {
        for (int t = T - 1; t >= 0; t--) {
            int cell = k * T + t, step = engine->step[cell];
            bool last = step + 1 == engine->first[k + 1];
            if (t == 0 || engine->step[cell - 1] != step)
                take_step(engine, step, last, price + cell * R);
        }
    }
}

/* A limit is priced where it has rows; what stood at another year goes to the
 * next one that has. */
static void take_limit(struct limit *limit, const double *price, int years)
{
    for (int g = 0; g < limit->groups; g++) {
        const int *next = limit->next + g * (years + 1);
        for (int t = 0; t < years; t++) {
            int row = next[t];
            if (price[g * years + t] > 0 && row < years &&
                (row == t || !limit->flow))
                limit->price[g * years + row] += price[g * years + t];
        }
    }
}

bool proof_take(struct engine *engine, const struct assignment *from)
{
    const struct assign_problem *problem = engine->problem;
    struct limits *limits = &engine->limits;
    size_t prices =
        (size_t)problem->years * (size_t)(problem->sites * problem->resources);
    if (!from->price || from->shareds != problem->shareds ||
        from->prices != prices || (engine->joint && !from->capital_price))
        return false;
    if (engine->joint)
        memcpy(engine->phasing->price, from->capital_price,
               (size_t)problem->years * sizeof(double));
    int i = limits->count - problem->shareds;
    take_room(engine, from->price);
    for (int s = 0; s < problem->shareds; s++)
        take_limit(&limits->limit[i + s], from->shared_price[s],
                   problem->years);
    if (problem->budget && from->budget_price)
        take_limit(&limits->limit[--i], from->budget_price, problem->years);
    price_sum(engine);
    return true;
}
