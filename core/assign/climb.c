#include "core/assign/climb.h"

#include <stdlib.h>

#include "core/assign/stock.h"
#include "core/base/mem.h"

#define WARM_LAST 0.1 /* steps at the end of warming up, to those before */

void climb_room(struct climb *climb, size_t most)
{
    climb->row = mem_new(most + 1, sizeof *climb->row);
    climb->rows = 0;
}

void climb_row(struct climb *climb, double *price, double *used, double room,
               double unit, double least)
{
    climb->row[climb->rows++] = (struct climb_row){ .price = price,
                                                    .used = used,
                                                    .room = room,
                                                    .unit = unit > 0 ? unit : 1,
                                                    .least = least };
}

void climb_release(struct climb *climb)
{
    free(climb->row);
}

static void prices_back(struct climb *climb)
{
    for (int i = 0; i < climb->rows; i++) {
        *climb->row[i].price = climb->row[i].best;
        climb->row[i].first = 0;
    }
}

static double pass(struct climb *climb)
{
    double bound = climb->pass(climb->data);
    if (bound > climb->bound) {
        bool worth = bound > climb->bound + 1e-6 * fabs(climb->bound);
        climb->still = worth ? 0 : climb->still + 1;
        climb->bound = bound;
        for (int i = 0; i < climb->rows; i++)
            climb->row[i].best = *climb->row[i].price;
        if (!climb->rough)
            engine_bound(climb->engine, bound);
    } else {
        climb->still++;
    }
    return bound;
}

static double excess(const struct climb_row *row)
{
    return (*row->used - row->room) / row->unit;
}

static void step(struct climb_row *row, double length)
{
    double price = *row->price + length / row->unit;
    *row->price = price > row->least ? price : row->least;
}

/* Steady progress asks for longer steps, setbacks for shorter ones. */
static void rate_adapt(struct climb *climb)
{
    if (climb->still == 0) {
        if (++climb->good >= 8) {
            climb->rate *= 1.5;
            climb->good = 4;
        }
    } else {
        climb->good = 0;
        if (climb->still > 6)
            climb->rate *= climb->slow;
    }
}

static void step_adam(struct climb *climb)
{
    rate_adapt(climb);
    double rate = climb->rate / (1 + 0.01 * climb->passes);
    climb->beta1 *= 0.9;
    climb->beta2 *= 0.99;
    for (int i = 0; i < climb->rows; i++) {
        struct climb_row *row = &climb->row[i];
        double g = excess(row);
        row->first = 0.9 * row->first + 0.1 * g;
        row->second = 0.99 * row->second + 0.01 * g * g;
        step(row, rate * row->first / (1 - climb->beta1) /
                      (sqrt(row->second / (1 - climb->beta2)) + 1e-9));
    }
}

/* Returns false when there is nothing left to step along. */
static bool step_polyak(struct climb *climb, double bound)
{
    if (climb->still > 15) {
        climb->theta *= 0.6;
        climb->still = 0;
        prices_back(climb);
        if (climb->theta < 1e-4) {
            bool again = climb->bound > climb->last + 1e-4 * fabs(climb->bound);
            climb->last = climb->bound;
            climb->theta = 1;
            return again;
        }
    }
    double norm = 0;
    for (int i = 0; i < climb->rows; i++) {
        struct climb_row *row = &climb->row[i];
        row->first = 0.3 * excess(row) + 0.7 * row->first;
        if (*row->price > row->least || row->first > 0)
            norm += row->first * row->first;
    }
    if (norm < 1e-12)
        return false;
    double goal = fmin(climb->engine->best->total,
                       climb->bound + 0.01 * fabs(climb->bound));
    double length = climb->theta * (goal - bound) / norm;
    for (int i = 0; i < climb->rows; i++)
        step(&climb->row[i], length * climb->row[i].first);
    return true;
}

/* Now and then: is this way of stepping still worth it? */
static bool look(struct climb *climb)
{
    double gain = climb->bound - climb->before;
    if (!climb->polyak && climb->passes % 100 == 0) {
        climb->before = climb->bound;
        if (gain < 3e-4 * fabs(climb->bound) && climb->passes >= 200) {
            climb->polyak = true;
            climb->still = 0;
            prices_back(climb);
        }
    } else if (climb->polyak && climb->passes % 200 == 0) {
        climb->before = climb->bound;
        climb->dull += gain < 2e-5 * fabs(climb->bound);
    }
    return climb->dull < 2;
}

static bool worth_trying(int pass)
{
    return pass == 20 || pass == 60 || pass == 100 || pass == 150 ||
           pass % 250 == 0;
}

void climb_warm(struct climb *climb, int passes, double share)
{
    double rate = climb->rate;
    climb->beta1 = climb->beta2 = 1;
    climb->still = 1;
    for (int i = 0; i < passes && !engine_over(climb->engine, share); i++) {
        climb->pass(climb->data);
        climb->rate = rate * pow(WARM_LAST, (double)i / passes);
        step_adam(climb);
    }
    climb->rate = rate * WARM_LAST;
}

void climb_run(struct climb *climb, double share)
{
    struct engine *engine = climb->engine;
    climb->bound = climb->last = -INFINITY;
    climb->slow = climb->slow > 0 ? climb->slow : 0.85;
    climb->beta1 = climb->beta2 = climb->theta = 1;
    climb->polyak = climb->near;
    double bound = pass(climb);
    climb->before = climb->bound;
    for (climb->passes = 1; !engine_over(engine, share); climb->passes++) {
        if (!climb->polyak)
            step_adam(climb);
        else if (!step_polyak(climb, bound))
            break;
        bound = pass(climb);
        engine->steps++;
        if (!look(climb) || climb->passes == climb->most)
            break;
        if (climb->now_and_then && worth_trying(climb->passes))
            climb->now_and_then(engine);
    }
    prices_back(climb);
}
