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

static double pass(void *data)
{
    struct joint *joint = data;
    struct engine *engine = joint->engine;
    const struct phasing *phasing = joint->phasing;
    price_sum(engine);
    price_pass(engine, &joint->demand);
    climb_stay(engine, &joint->demand);
    double bound = joint->demand.total - limits_paid(&engine->limits);
    bound -= phasing_choose(joint->phasing) + phasing_paid(phasing);
    phasing_take(phasing, joint->demand.used);
    return bound;
}

void climb_phase_rooms(struct climb *climb, struct demand *demand)
{
    const struct assign_problem *problem = climb->engine->problem;
    int rows = climb->engine->first[problem->sites] * problem->resources;
    climb_limits(climb, demand);
    /* What is used is from here on what is lacking; and a total of many years
     * asks for gentler steps. */
    for (int i = 0; i < rows; i++) {
        climb->row[i].room = 0;
        climb->row[i].unit *= 4;
    }
}

void climb_phases(struct climb *climb, struct demand *demand)
{
    struct engine *engine = climb->engine;
    const struct assign_problem *problem = engine->problem;
    struct phasing *phasing = engine->phasing;
    int count = problem->phases.start[problem->sites];
    double unit = 0;
    climb_phase_rooms(climb, demand);
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
                           .near = joint->engine->near,
                           .now_and_then = now_and_then };
    climb_room(&climb, climb_limits_count(joint->engine) +
                           (size_t)joint->engine->problem->years);
    climb_phases(&climb, &joint->demand);
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
