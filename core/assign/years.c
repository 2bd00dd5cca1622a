#include "core/assign/years.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/calendar.h"
#include "core/assign/climb.h"
#include "core/assign/phasing.h"
#include "core/assign/price.h"
#include "core/assign/stock.h"
#include "core/base/mem.h"

enum {
    PASSES = 60,    /* to see what years are worth */
    ALL = 1000,     /* the same, for the first ones */
    CELLS = 100000, /* phases times years: more cuts than that are too large */
    TRIALS = 30,    /* years begun with, each step */
    MISSES = 120,   /* tries in a row that end it */
    STEPS = 20      /* from each, downhill by what the cuts say */
};

#define NEAR 2e-3 /* cuts so near the most, relatively, have counted */

struct years {
    struct engine *engine;
    struct demand demand;
    struct climb climb; /* its rows; the stepping is ours */
    double *room;       /* [step * resources + r] of the years at hand */
    int *opens, *tried; /* [phase] the best; at hand */
    double best;        /* what the best cost at least */
    double *home;       /* [row] prices of the best */
    struct calendar *calendar;
    struct rng rng;
};

/* All jobs at the prices, less what is paid for shared limits. */
static double base(struct years *years)
{
    struct engine *engine = years->engine;
    price_sum(engine);
    price_pass(engine, &years->demand);
    climb_stay(engine, &years->demand);
    engine->steps++;
    return years->demand.total - limits_paid(&engine->limits);
}

/* The bound for the years at hand. */
static double pass(struct years *years)
{
    const struct engine *engine = years->engine;
    int rows =
        engine->first[engine->problem->sites] * engine->problem->resources;
    double bound = base(years);
    for (int i = 0; i < rows; i++)
        bound -= engine->price[i] * years->room[i];
    return bound;
}

/* The sum of squares of a direction that goes along with the excess. */
static double direct(struct years *years)
{
    double norm = 0;
    for (int i = 0; i < years->climb.rows; i++) {
        struct climb_row *row = &years->climb.row[i];
        row->first =
            0.3 * (*row->used - row->room) / row->unit + 0.7 * row->first;
        if (*row->price > 0 || row->first > 0)
            norm += row->first * row->first;
    }
    return norm;
}

static void advance(struct years *years, double length)
{
    for (int i = 0; i < years->climb.rows; i++) {
        struct climb_row *row = &years->climb.row[i];
        *row->price = fmax(0, *row->price + length * row->first / row->unit);
    }
}

/* Keep the prices as the best of this climb, or go back to those. */
static void prices_keep(struct years *years)
{
    for (int i = 0; i < years->climb.rows; i++)
        years->climb.row[i].best = *years->climb.row[i].price;
}

static void prices_back(struct years *years)
{
    for (int i = 0; i < years->climb.rows; i++) {
        *years->climb.row[i].price = years->climb.row[i].best;
        years->climb.row[i].first = 0;
    }
}

static void rooms_set(struct years *years, const int *opens)
{
    const struct engine *engine = years->engine;
    const struct assign_problem *problem = engine->problem;
    size_t R = (size_t)problem->resources;
    assign_room(problem, opens, years->room);
    for (int i = 0; i < engine->first[problem->sites] * (int)R; i++) {
        years->climb.row[i].room = years->room[i];
        years->climb.row[i].first = 0;
    }
}

/* Steps after Polyak towards enough, as in climb.h, and what they reach; the
 * best prices stand afterwards, summed, and are a cut. */
static double climb(struct years *years, const int *opens, double enough,
                    int passes)
{
    double best = -INFINITY, theta = 1;
    rooms_set(years, opens);
    for (int i = 0, still = 0; i < passes && best < enough; i++) {
        double bound = pass(years);
        still = bound > best + 1e-5 * fabs(best) ? 0 : still + 1;
        if (bound > best) {
            best = bound;
            prices_keep(years);
        } else if (still > 8) {
            theta *= 0.6;
            still = 0;
            prices_back(years);
            bound = pass(years);
        }
        double norm = direct(years);
        if (norm < 1e-12 || theta < 0.02)
            break;
        double goal = fmin(enough, best + 0.01 * fabs(best));
        advance(years, theta * (goal - bound) / norm);
    }
    prices_back(years);
    cuts_add(years->engine->cuts, base(years));
    return best;
}

/* Downhill by what the cuts say, from the best years, a few moves at once. */
static double descend(struct years *years)
{
    struct calendar *calendar = years->calendar;
    if (!calendar_trial(calendar, &years->rng))
        return INFINITY;
    double least = calendar_least(calendar);
    for (int i = 0; i < STEPS; i++) {
        int moves = calendar->moves;
        if (!calendar_trial(calendar, &years->rng))
            continue;
        double now = calendar_least(calendar);
        if (now < least)
            least = now;
        else
            calendar_back(calendar, moves);
    }
    return least;
}

/* The years that promise most; false when none promise anything. */
static bool propose(struct years *years)
{
    struct calendar *calendar = years->calendar;
    const struct assign_problem *problem = years->engine->problem;
    size_t count = (size_t)problem->phases.start[problem->sites];
    double least = years->best - 1e-6 * fabs(years->best);
    bool found = false;
    calendar_set(calendar, years->opens, NULL);
    for (int i = 0; i < TRIALS; i++) {
        double now = descend(years);
        if (now < least) {
            least = now;
            found = true;
            memcpy(years->tried, calendar->opens, count * sizeof(int));
            cuts_use(years->engine->cuts, calendar->cost,
                     NEAR * fabs(years->best));
        }
        calendar_back(calendar, 0);
    }
    return found;
}

static void home_keep(struct years *years)
{
    for (int i = 0; i < years->climb.rows; i++)
        years->home[i] = *years->climb.row[i].price;
}

static void home_back(struct years *years)
{
    for (int i = 0; i < years->climb.rows; i++)
        *years->climb.row[i].price = years->home[i];
}

/* Whether the years tried are better than the best, which they are then. */
static bool try(struct years *years)
{
    const struct assign_problem *problem = years->engine->problem;
    double enough = years->best - 1e-6 * fabs(years->best);
    home_back(years);
    double bound = climb(years, years->tried, enough, PASSES);
    /* Prices that are not the best yet let years look better than they are. */
    if (bound < enough)
        bound = fmax(bound, climb(years, years->tried, enough, 4 * PASSES));
    if (bound >= enough)
        return false;
    years->best = bound;
    memcpy(years->opens, years->tried,
           (size_t)problem->phases.start[problem->sites] * sizeof(int));
    home_keep(years);
    return true;
}

static struct years years_make(struct engine *engine, int *opens)
{
    const struct assign_problem *problem = engine->problem;
    size_t count = (size_t)problem->phases.start[problem->sites];
    size_t rows = climb_limits_count(engine);
    struct years years = { .engine = engine,
                           .demand = demand_new(engine),
                           .climb = { .engine = engine },
                           .opens = opens,
                           .rng = rng_new(engine->work->seed, 0, 3) };
    years.room = mem_new(rows + 1, sizeof(double));
    years.tried = mem_new(count + 1, sizeof(int));
    years.home = mem_new(rows + 1, sizeof(double));
    climb_room(&years.climb, rows);
    climb_phase_rooms(&years.climb, &years.demand);
    if (!engine->cuts)
        engine->cuts = cuts_new(engine);
    years.calendar = calendar_new(engine);
    return years;
}

static void years_release(struct years *years)
{
    calendar_free(years->calendar);
    climb_release(&years->climb);
    demand_free(&years->demand);
    free(years->room);
    free(years->tried);
    free(years->home);
}

void years_seek(struct engine *engine, int *opens, double share)
{
    const struct assign_problem *problem = engine->problem;
    int count = problem->phases.start[problem->sites];
    if (count * (problem->years + 1) > CELLS)
        return;
    struct years years = years_make(engine, opens);
    cuts_add(engine->cuts, base(&years));
    years.best = climb(&years, opens, INFINITY, ALL);
    home_keep(&years);
    for (int misses = 0; misses < MISSES && !engine_over(engine, share);)
        misses = propose(&years) && try(&years) ? 0 : misses + 1;
    home_back(&years);
    base(&years);
    years_release(&years);
}

void years_price(struct engine *engine, int *opens)
{
    const struct assign_problem *problem = engine->problem;
    if (problem->phases.start[problem->sites] * (problem->years + 1) > CELLS)
        return;
    struct years years = years_make(engine, opens);
    climb(&years, opens, INFINITY, ALL);
    base(&years);
    years_release(&years);
}
