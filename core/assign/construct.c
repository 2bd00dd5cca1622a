#include "core/assign/construct.h"

#include <stdlib.h>

#include "core/assign/price.h"
#include "core/assign/shortlist.h"
#include "core/base/mem.h"

struct keyed {
    double key;
    int job;
};

static int keyed_compare(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    if (a->key != b->key)
        return a->key > b->key ? -1 : 1;
    return a->job - b->job;
}

/* What it costs more at the second best site than at the best. */
static double regret(const struct engine *engine, int job)
{
    const struct short_place *list =
        engine->shortlist->place + (size_t)job * SHORT;
    double penalty = engine->problem->penalty[job];
    int count = engine->shortlist->count[job], i = 1;
    if (count == 0 || list[0].reduced >= penalty)
        return 0;
    while (i < count && list[i].site == list[0].site)
        i++;
    return (i < count ? fmin(list[i].reduced, penalty) : penalty) -
           list[0].reduced;
}

/* What it pays for room and limits at the best site. */
static double paid(const struct engine *engine, int job)
{
    const struct short_place *best =
        engine->shortlist->place + (size_t)job * SHORT;
    return engine->shortlist->count[job] > 0 ? best->reduced - best->cost : 0;
}

/* The first of the shortlist that fits, else any that does. */
static struct place cheapest(const struct stock *stock, int job)
{
    const struct shortlist *shortlist = stock->engine->shortlist;
    const struct short_place *list = shortlist->place + (size_t)job * SHORT;
    double penalty = stock->engine->problem->penalty[job];
    for (int i = 0; i < shortlist->count[job]; i++) {
        if (list[i].reduced < penalty &&
            stock_fits(stock, job, list[i].option, list[i].year))
            return (struct place){ list[i].reduced, list[i].option,
                                   list[i].year };
    }
    return stock_cheapest(stock, job, true, penalty);
}

enum { BETWEEN_LOOKS = 64 }; /* at the clock */

#define MODEST 0.02 /* what a job pays, beside what it may lose */

void construct(struct stock *stock, bool modest)
{
    struct engine *engine = stock->engine;
    int jobs = engine->problem->jobs;
    struct keyed *keyed = mem_raw((size_t)jobs + 1, sizeof *keyed);
    for (int j = 0; j < jobs; j++)
        keyed[j] = (struct keyed){
            regret(engine, j) - (modest ? MODEST * paid(engine, j) : 0), j
        };
    qsort(keyed, (size_t)jobs, sizeof *keyed, keyed_compare);
    for (int i = 0; i < jobs; i++) {
        int job = keyed[i].job;
        if (i % BETWEEN_LOOKS == 0 && engine_late(engine))
            break;
        if (stock->option[job] != NOWHERE)
            continue;
        struct place place = cheapest(stock, job);
        if (place.option != NOWHERE)
            stock_move(stock, job, place.option, place.year);
    }
    free(keyed);
}

enum { WIDTH = 16 };

/* The sites a job would rather be in, by reduced cost, whether or not there
 * is room.  Returns how many. */
static int wishes(const struct stock *stock, int job, double most, int width,
                  struct place wish[WIDTH])
{
    const struct engine *engine = stock->engine;
    const struct assign_problem *problem = engine->problem;
    int count = 0;
    for (size_t at = problem->start[job]; at < problem->start[job + 1]; at++) {
        int year = engine_from(problem, job, engine->option[at].site);
        if (year >= problem->years)
            continue;
        double cost = engine_cost(engine, job, at, year);
        if (cost >= most - 1e-7)
            break;
        cost += price_of(engine, job, at, year);
        if (count == width && wish[count - 1].cost <= cost)
            continue;
        int i = count < width ? count++ : count - 1;
        for (; i > 0 && wish[i - 1].cost > cost; i--)
            wish[i] = wish[i - 1];
        wish[i] = (struct place){ cost, at, year };
    }
    return count;
}

/* What must be saved to take a job from where it is. */
static double tax_of(const struct stock *stock, int job)
{
    const struct stock *home = stock->engine->home;
    bool at_home = home && stock->option[job] != NOWHERE &&
                   home->option[job] == stock->option[job] &&
                   home->year[job] == stock->year[job];
    return at_home ? stock->engine->work->tax : 0;
}

/* Job takes the place of tenant, who goes elsewhere, if both together gain.
 * The job is lifted. */
static bool displace(struct stock *stock, int job, double now,
                     const struct place *wish, int tenant)
{
    const struct engine *engine = stock->engine;
    double cost = engine_cost(engine, job, wish->option, wish->year);
    double theirs = stock_cost(stock, tenant);
    double tax = tax_of(stock, job) + tax_of(stock, tenant);
    size_t option = stock->option[job];
    int year = stock->year[job];
    stock_lift(stock, tenant);
    bool moved = false;
    if (stock_fits(stock, job, wish->option, wish->year)) {
        stock->option[job] = wish->option;
        stock->year[job] = wish->year;
        stock_drop(stock, job);
        double most = theirs + now - cost - tax - 1e-7;
        struct place place = stock_cheapest(stock, tenant, false, most);
        double out = engine->problem->penalty[tenant];
        moved = place.option != NOWHERE || out < most;
        if (moved) {
            double price = place.option != NOWHERE ? place.cost : out;
            stock->total += cost - now + price - theirs;
            stock->option[tenant] = place.option;
            stock->year[tenant] = place.year;
            stock_drop(stock, tenant);
            return true;
        }
        stock_lift(stock, job);
        stock->option[job] = option;
        stock->year[job] = year;
    }
    stock_drop(stock, tenant);
    return false;
}

static bool displace_any(struct stock *stock, int job, double now,
                         const struct place *wish, int sample)
{
    int site = stock->engine->option[wish->option].site;
    int count = stock->members[site];
    /* Start at different tenants for different jobs. */
    int from = count ? (int)((unsigned)job * 2654435761U % (unsigned)count) : 0;
    for (int i = 0; i < count && i < sample; i++) {
        int tenant = stock->member[site][(from + i) % count];
        if (displace(stock, job, now, wish, tenant))
            return true;
        if (stock->members[site] != count)
            return false;
    }
    return false;
}

static bool improve(struct stock *stock, int job, int width, int sample)
{
    double now = stock_cost(stock, job);
    stock_lift(stock, job);
    double most = now - tax_of(stock, job) - 1e-7;
    struct place place = stock_cheapest(stock, job, false, most);
    if (place.option != NOWHERE) {
        stock->total += place.cost - now;
        stock->option[job] = place.option;
        stock->year[job] = place.year;
        stock_drop(stock, job);
        return true;
    }
    struct place wish[WIDTH] = { { 0 } };
    int count = wishes(stock, job, most, width < WIDTH ? width : WIDTH, wish);
    for (int i = 0; i < count; i++) {
        if (displace_any(stock, job, now, &wish[i], sample))
            return true;
    }
    stock_drop(stock, job);
    return false;
}

void settle(struct stock *stock, int width, int sample)
{
    const struct engine *engine = stock->engine;
    const struct stock *home = engine->home;
    double before = INFINITY;
    for (int round = 0; stock->total < before && round < 4; round++) {
        before = stock->total;
        for (int j = 0; j < engine->problem->jobs; j++) {
            bool moved = stock->option[j] == NOWHERE ||
                         stock->option[j] != home->option[j];
            improve(stock, j, moved ? width : 0, sample);
        }
    }
}

/* A round that gains less than this share of the total is the last. */
#define GAIN_LEAST 2e-5

void descend(struct stock *stock, int width, int sample, double share)
{
    struct engine *engine = stock->engine;
    double before = INFINITY;
    while (before - stock->total > GAIN_LEAST * fabs(stock->total)) {
        before = stock->total;
        for (int j = 0; j < engine->problem->jobs; j++) {
            improve(stock, j, width, sample);
            if (j % 64 == 63 && engine_over(engine, share))
                return;
        }
    }
}
