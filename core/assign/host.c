#include "core/assign/host.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/host_pack.h"
#include "core/assign/phasing.h"
#include "core/assign/price.h"
#include "core/base/mem.h"

void host_least(const struct engine *engine, int job, size_t at,
                struct least *least)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[at].site, year = problem->years;
    int from = engine_from(problem, job, site);
    double best = INFINITY;
    for (int t = problem->years - 1; t >= 0; t--) {
        if (t >= from && engine_may(problem, job, site, t)) {
            double cost =
                engine_cost(engine, job, at, t) + price_of(engine, job, at, t);
            year = cost < best ? t : year;
            best = fmin(best, cost);
        }
        least->cost[t] = best;
        least->year[t] = year;
    }
}

/* Whether the job may be worth more there than it costs in the first year at
 * the prices of the last one; seldom, so that most need no closer look. */
static bool is_guest(const struct host *host, int job, size_t at)
{
    const struct engine *engine = host->engine;
    const struct assign_problem *problem = engine->problem;
    int from = engine_from(problem, job, engine->option[at].site);
    double worth = host->worth[job];
    return (double)engine->option[at].cost < worth && from < problem->years &&
           engine_cost(engine, job, at, from) + price_least(engine, job, at) <
               worth;
}

/* What a site gains from the job is never more in a later year. */
static void gain_add(struct host *host, int job, size_t at)
{
    const struct engine *engine = host->engine;
    int T = engine->problem->years;
    double *gain = host->gain + engine->option[at].site * T;
    struct least least;
    host_least(engine, job, at, &least);
    for (int t = 0; t < T && least.cost[t] < host->worth[job]; t++)
        gain[t] += host->worth[job] - least.cost[t];
}

/* The year chosen for the first phase; 0 where there is none. */
static int opening(const struct host *host, int site)
{
    const int *start = host->engine->problem->phases.start;
    return start[site] < start[site + 1] ? host->phasing->opens[start[site]]
                                         : 0;
}

static void take(struct host *host, int job, size_t at)
{
    struct engine *engine = host->engine;
    int from = opening(host, engine->option[at].site);
    struct least least;
    if (from < 0 || from >= engine->problem->years)
        return;
    host_least(engine, job, at, &least);
    if (least.cost[from] >= host->worth[job])
        return;
    demand_add(engine, &host->demand, job, at, least.year[from]);
    host->missing[job]--;
}

/* What all are worth, or what leaving them out costs, where that is less. */
static double worths(struct host *host)
{
    const struct assign_problem *problem = host->engine->problem;
    double sum = 0;
    for (int j = 0; j < problem->jobs; j++) {
        bool out = host->worth[j] > problem->penalty[j];
        sum += out ? problem->penalty[j] : host->worth[j];
        host->missing[j] = !out;
    }
    return sum;
}

static void guests_find(struct host *host)
{
    const struct assign_problem *problem = host->engine->problem;
    host->guests = 0;
    for (int j = 0; j < problem->jobs; j++) {
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++) {
            if (is_guest(host, j, at))
                host->guest[host->guests++] = (struct guest){ at, j };
        }
    }
}

static void each(struct host *host, void what(struct host *, int, size_t))
{
    for (size_t i = 0; i < host->guests; i++)
        what(host, host->guest[i].job, host->guest[i].at);
}

/* What all sites gain. */
static double gains(struct host *host)
{
    const struct assign_problem *problem = host->engine->problem;
    const int *start = problem->phases.start;
    int T = problem->years;
    memset(host->gain, 0, (size_t)(problem->sites * T) * sizeof(double));
    each(host, gain_add);
    double sum = phasing_choose(host->phasing);
    for (int k = 0; k < problem->sites; k++)
        sum += start[k] == start[k + 1] ? host->gain[k * T] : 0;
    each(host, take);
    return sum;
}

static double pass(void *data)
{
    struct host *host = data;
    struct engine *engine = host->engine;
    demand_clear(engine, &host->demand);
    price_sum(engine);
    guests_find(host);
    double bound = worths(host) - limits_paid(&engine->limits);
    bound -= host->pack ? host_pack_pass(host->pack) : gains(host);
    bound -= phasing_paid(host->phasing);
    climb_stay(engine, &host->demand);
    phasing_take(host->phasing, host->demand.used);
    return bound;
}

static struct host host_make(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t jobs = (size_t)problem->jobs + 1;
    struct host host = { engine, engine->phasing, demand_new(engine),
                         .worth = mem_raw(jobs, sizeof(double)),
                         .missing = mem_new(jobs, sizeof(double)) };
    memcpy(host.worth, engine->share, (jobs - 1) * sizeof(double));
    host.gain =
        mem_new((size_t)(problem->sites * problem->years) + 1, sizeof(double));
    host.guest = mem_raw(problem->start[jobs - 1] + 1, sizeof *host.guest);
    engine->phasing->gain = host.gain;
    return host;
}

static void host_release(struct host *host)
{
    host->phasing->gain = NULL;
    demand_free(&host->demand);
    free(host->worth);
    free(host->missing);
    free(host->gain);
    free(host->guest);
}

static void climb_once(struct host *host, double rate, double share)
{
    struct engine *engine = host->engine;
    const struct assign_problem *problem = engine->problem;
    struct climb climb = {
        .engine = engine, .pass = pass, .data = host, .rate = rate, .slow = 0.99
    };
    climb_room(&climb, climb_limits_count(engine) + (size_t)problem->years +
                           (size_t)problem->jobs);
    climb_phases(&climb, &host->demand);
    for (int j = 0; j < problem->jobs; j++)
        climb_row(&climb, &host->worth[j], &host->missing[j], 0, 1, -INFINITY);
    climb_run(&climb, share);
    climb_release(&climb);
}

/* With more options other work is worth more. */
enum { OPTIONS_MOST = 100000 };

/* The same with a resource of each site packed whole. */
static void pack_climb(struct host *host, double share)
{
    struct engine *engine = host->engine;
    const struct assign_problem *problem = engine->problem;
    if (problem->start[problem->jobs] > OPTIONS_MOST ||
        engine_over(engine, share))
        return;
    host->pack = host_pack_new(host);
    climb_once(host, 0.02 * climb_mean_cost(engine), share);
    host_pack_free(host->pack);
    host->pack = NULL;
}

void host_climb(struct engine *engine, double share)
{
    struct host host = host_make(engine);
    struct price_tag tag = price_tag_new(engine);
    size_t years = (size_t)engine->problem->years;
    double *capital = mem_raw(years, sizeof *capital);
    memcpy(capital, engine->phasing->price, years * sizeof *capital);
    double rate = 0.4 * climb_mean_cost(engine), before;
    do {
        before = engine->bound;
        climb_once(&host, rate, share);
        rate *= 0.3;
    } while (!engine_over(engine, share) &&
             engine->bound > before + 1e-5 * fabs(engine->bound));
    pack_climb(&host, share);
    price_tag_restore(&tag, engine);
    memcpy(engine->phasing->price, capital, years * sizeof *capital);
    free(capital);
    host_release(&host);
}
