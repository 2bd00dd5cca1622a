/* Climbing with a price on every limit, on room that is still to be chosen,
 * and on capital. */
#include "core/assign/climb.h"
#include "core/assign/phasing.h"
#include "core/assign/price.h"

struct joint {
    struct engine *engine;
    struct demand demand;
    struct phasing *phasing;
};

/* What is used of a row is from here on what is lacking: used less room. */
static void rooms_take(struct joint *joint)
{
    const struct engine *engine = joint->engine;
    const struct assign_problem *problem = engine->problem;
    const struct assign_phases *phases = &problem->phases;
    int R = problem->resources;
    for (int k = 0; k < problem->sites; k++) {
        for (int p = phases->start[k]; p < phases->start[k + 1]; p++) {
            for (int t = joint->phasing->opens[p]; t < problem->years; t++) {
                int row = engine->step[k * problem->years + t] * R;
                for (int r = 0; r < R; r++)
                    joint->demand.used[row + r] -= phases->room[p * R + r];
            }
        }
    }
}

static double pass(void *data)
{
    struct joint *joint = data;
    struct engine *engine = joint->engine;
    const struct phasing *phasing = joint->phasing;
    price_sum(engine);
    price_pass(engine, &joint->demand);
    climb_stay(engine, &joint->demand);
    double bound = joint->demand.total - limits_paid(&engine->limits);
    bound -= phasing_choose(joint->phasing);
    for (int t = 0; t < engine->problem->years; t++) {
        if (phasing->price[t] > 0)
            bound -= phasing->price[t] * phasing->funds[t];
    }
    rooms_take(joint);
    return bound;
}

static void rows_make(struct joint *joint, struct climb *climb)
{
    const struct assign_problem *problem = joint->engine->problem;
    struct phasing *phasing = joint->phasing;
    int rows = joint->engine->first[problem->sites] * problem->resources;
    int count = problem->phases.start[problem->sites];
    double unit = 0;
    climb_room(climb,
               climb_limits_count(joint->engine) + (size_t)problem->years);
    climb_limits(climb, &joint->demand);
    /* What is used is from here on what is lacking; and a total of many years
     * asks for gentler steps. */
    for (int i = 0; i < rows; i++) {
        climb->row[i].room = 0;
        climb->row[i].unit *= 4;
    }
    for (int p = 0; p < count; p++)
        unit += problem->phases.cost[p] / count;
    for (int t = 0; t < problem->years; t++) {
        if (isfinite(phasing->funds[t]))
            climb_row(climb, &phasing->price[t], &phasing->spent[t],
                      phasing->funds[t], unit, 0);
    }
}

static void climb_once(struct joint *joint, double rate, double share,
                       void (*now_and_then)(struct engine *))
{
    struct climb climb = { .engine = joint->engine,
                           .pass = pass,
                           .data = joint,
                           .rate = rate,
                           .slow = 0.99,
                           .now_and_then = now_and_then };
    rows_make(joint, &climb);
    climb_run(&climb, share);
    climb_release(&climb);
}

/* The prices hang together over many years; starting again with shorter steps
 * still finds some. */
void climb_joint(struct engine *engine, double share,
                 void (*now_and_then)(struct engine *))
{
    struct joint joint = { engine, demand_new(engine), engine->phasing };
    double rate = 0.4 * climb_mean_cost(engine), before;
    do {
        before = engine->bound;
        climb_once(&joint, rate, share, now_and_then);
        rate *= 0.3;
    } while (!engine_over(engine, share) &&
             engine->bound > before + 1e-4 * fabs(engine->bound));
    pass(&joint);
    demand_free(&joint.demand);
}
