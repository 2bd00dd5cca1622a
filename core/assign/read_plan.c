/* Reading a planning instance. */
#include <stdlib.h>

#include "core/assign/read.h"
#include "core/base/mem.h"

enum { MOST = 10000000, PHASES = 1000 };

#define COST_MOST 16777216.0 /* floats are exact up to there */

static double *numbers(size_t count)
{
    return mem_new(count + 1, sizeof(double));
}

static bool read_jobs(struct assign_problem *problem, struct scan *scan,
                      struct err *err)
{
    size_t n = (size_t)problem->jobs, R = (size_t)problem->resources;
    problem->ready = mem_new(n + 1, sizeof(int));
    problem->wait = numbers(n);
    problem->penalty = numbers(n);
    problem->hazard = numbers(n);
    problem->need = numbers(n * R);
    for (size_t j = 0; j < n; j++) {
        double sector;
        if (!scan_number(scan, "sector", 0, SCAN_MOST, &sector, err) ||
            !scan_count(scan, "first year of an enterprise", 1, MOST,
                        &problem->ready[j], err) ||
            !scan_number(scan, "weight", 0, COST_MOST, &problem->wait[j],
                         err) ||
            !scan_number(scan, "penalty", 0, SCAN_MOST, &problem->penalty[j],
                         err) ||
            !scan_whole(scan, "hazard", 0, SCAN_MOST, &problem->hazard[j], err))
            return false;
        problem->ready[j]--;
        for (size_t r = 0; r < R; r++) {
            if (!scan_whole(scan, "demand", 0, SCAN_MOST,
                            &problem->need[j * R + r], err))
                return false;
        }
    }
    return true;
}

/* Room for the phases of one more site. */
static void phases_grow(struct assign_problem *problem, int count)
{
    struct assign_phases *phases = &problem->phases;
    size_t n = (size_t)count + 1;
    phases->earliest = mem_grow(phases->earliest, n, sizeof(int));
    phases->cost = mem_grow(phases->cost, n, sizeof(double));
    phases->room =
        mem_grow(phases->room, n * (size_t)problem->resources, sizeof(double));
}

static bool read_phase(struct assign_problem *problem, struct scan *scan, int p,
                       struct err *err)
{
    struct assign_phases *phases = &problem->phases;
    if (!scan_count(scan, "year of a phase", 1, MOST, &phases->earliest[p],
                    err) ||
        !scan_whole(scan, "cost of a phase", 0, SCAN_MOST, &phases->cost[p],
                    err))
        return false;
    phases->earliest[p]--;
    if (phases->earliest[p] > problem->years)
        phases->earliest[p] = problem->years;
    for (int r = 0; r < problem->resources; r++) {
        if (!scan_whole(scan, "capacity of a phase", 0, SCAN_MOST,
                        &phases->room[p * problem->resources + r], err))
            return false;
    }
    return true;
}

static bool phase_order(const struct assign_problem *problem, int site, int p,
                        const struct scan *scan, struct err *err)
{
    const int *earliest = problem->phases.earliest;
    if (p == problem->phases.start[site] || earliest[p] >= earliest[p - 1])
        return true;
    err_set(err, ERR_RANGE,
            "cluster %d: a phase opens in year %d, before the one in front of "
            "it",
            site + 1, earliest[p] + 1);
    return scan_fail(scan, err);
}

static bool read_site(struct assign_problem *problem, struct scan *scan, int k,
                      struct err *err)
{
    int count, *start = problem->phases.start;
    if (!scan_count(scan, "district", 0, problem->districts - 1,
                    &problem->district[k], err) ||
        !scan_count(scan, "phases of a cluster", 0, PHASES, &count, err))
        return false;
    start[k + 1] = start[k] + count;
    phases_grow(problem, start[k + 1]);
    for (int p = start[k]; p < start[k + 1]; p++) {
        if (!read_phase(problem, scan, p, err) ||
            !phase_order(problem, k, p, scan, err))
            return false;
    }
    problem->open[k] =
        count ? problem->phases.earliest[start[k]] : problem->years;
    return true;
}

static bool read_sites(struct assign_problem *problem, struct scan *scan,
                       struct err *err)
{
    size_t K = (size_t)problem->sites;
    problem->district = mem_new(K + 1, sizeof(int));
    problem->open = mem_new(K + 1, sizeof(int));
    problem->phases.start = mem_new(K + 1, sizeof(int));
    problem->room =
        numbers(K * (size_t)problem->years * (size_t)problem->resources);
    phases_grow(problem, 0);
    for (int k = 0; k < problem->sites; k++) {
        if (!read_site(problem, scan, k, err))
            return false;
    }
    assign_room(problem, problem->phases.earliest, problem->room);
    return true;
}

/* Budgets of 0 are none. */
static bool read_limits(struct assign_problem *problem, struct scan *scan,
                        struct err *err)
{
    size_t T = (size_t)problem->years, D = (size_t)problem->districts;
    problem->limit = numbers(D);
    problem->budget = numbers(T);
    problem->phases.capital = numbers(T);
    for (size_t d = 0; d < D; d++) {
        if (!scan_whole(scan, "limit of a district", 0, SCAN_MOST,
                        &problem->limit[d], err))
            return false;
    }
    for (size_t t = 0; t < T; t++) {
        if (!scan_whole(scan, "support budget", 0, SCAN_MOST,
                        &problem->budget[t], err))
            return false;
        if (problem->budget[t] == 0)
            problem->budget[t] = ASSIGN_NO_LIMIT;
    }
    for (size_t t = 0; t < T; t++) {
        if (!scan_whole(scan, "capital budget", 0, SCAN_MOST,
                        &problem->phases.capital[t], err))
            return false;
    }
    return true;
}

static bool read_option(struct assign_problem *problem, struct scan *scan,
                        struct assign_option *option, struct err *err)
{
    double cost, spend;
    if (!scan_count(scan, "cluster", 1, problem->sites, &option->site, err) ||
        !scan_whole(scan, "cost", -COST_MOST, COST_MOST, &cost, err) ||
        !scan_whole(scan, "subsidy", 0, COST_MOST, &spend, err))
        return false;
    option->site--;
    option->cost = (float)cost;
    option->spend = (float)spend;
    return true;
}

/* Whether an enterprise could be in a cluster if it were alone there and every
 * phase open. */
static bool could_fit(const struct assign_problem *problem, int job, int site)
{
    const int *start = problem->phases.start;
    size_t R = (size_t)problem->resources;
    if (problem->hazard[job] > problem->limit[problem->district[site]])
        return false;
    for (size_t r = 0; r < R; r++) {
        double most = 0;
        for (int p = start[site]; p < start[site + 1]; p++)
            most += problem->phases.room[(size_t)p * R + r];
        if (problem->need[(size_t)job * R + r] > most)
            return false;
    }
    return true;
}

/* The options of all jobs as they are read. */
struct intake {
    struct assign_problem *problem;
    struct scan *scan;
    size_t used, room;
    int *seen; /* [site] the last job that named it, from 1 */
};

static struct assign_option *next_option(struct intake *intake)
{
    if (intake->used == intake->room) {
        intake->room += intake->room / 2 + 1024;
        intake->problem->option =
            mem_grow(intake->problem->option, intake->room + 1,
                     sizeof *intake->problem->option);
    }
    return &intake->problem->option[intake->used++];
}

static bool read_job_options(struct intake *intake, int j, struct err *err)
{
    int count;
    if (!scan_count(intake->scan, "clusters of an enterprise", 0,
                    intake->problem->sites, &count, err) ||
        !scan_has(intake->scan, 3 * (uint64_t)count, err))
        return false;
    for (int i = 0; i < count; i++) {
        struct assign_option *option = next_option(intake);
        if (!read_option(intake->problem, intake->scan, option, err))
            return false;
        if (intake->seen[option->site] == j + 1) {
            err_set(err, ERR_EXISTS, "enterprise %d names cluster %d twice",
                    j + 1, option->site + 1);
            return scan_fail(intake->scan, err);
        }
        intake->seen[option->site] = j + 1;
        if (!could_fit(intake->problem, j, option->site))
            intake->used--;
    }
    return true;
}

static bool read_options(struct assign_problem *problem, struct scan *scan,
                         struct err *err)
{
    struct intake intake = { .problem = problem, .scan = scan };
    intake.seen = mem_new((size_t)problem->sites + 1, sizeof(int));
    problem->start = mem_new((size_t)problem->jobs + 1, sizeof(size_t));
    bool good = true;
    for (int j = 0; good && j < problem->jobs; j++) {
        good = read_job_options(&intake, j, err);
        problem->start[j + 1] = intake.used;
    }
    problem->option =
        mem_grow(problem->option, intake.used + 1, sizeof *problem->option);
    free(intake.seen);
    return good;
}

static bool read_sizes(struct assign_problem *problem, struct scan *scan,
                       int *sectors, struct err *err)
{
    return scan_count(scan, "enterprises", 0, MOST, &problem->jobs, err) &&
           scan_count(scan, "clusters", 0, MOST, &problem->sites, err) &&
           scan_count(scan, "years", 1, ASSIGN_YEARS, &problem->years, err) &&
           scan_count(scan, "resources", 1, ASSIGN_RESOURCES,
                      &problem->resources, err) &&
           scan_count(scan, "districts", 0, MOST, &problem->districts, err) &&
           scan_count(scan, "sectors", 0, MOST, sectors, err);
}

/* What the sizes ask for at least. */
static uint64_t numbers_least(const struct assign_problem *problem, int sectors)
{
    return (uint64_t)problem->jobs * (6 + (uint64_t)problem->resources) +
           (uint64_t)problem->sites * (2 + (uint64_t)sectors) +
           (uint64_t)problem->districts + 2 * (uint64_t)problem->years;
}

/* Which sector may settle where: the options say it as well. */
static bool skip_sectors(struct scan *scan, uint64_t flags, struct err *err)
{
    double flag;
    for (uint64_t i = 0; i < flags; i++) {
        if (!scan_number(scan, "flag of a sector", 0, 1, &flag, err))
            return false;
    }
    return true;
}

bool read_plan(struct assign_problem *problem, struct scan *scan,
               struct err *err)
{
    int sectors = 0;
    return read_sizes(problem, scan, &sectors, err) &&
           scan_has(scan, numbers_least(problem, sectors), err) &&
           read_jobs(problem, scan, err) && read_sites(problem, scan, err) &&
           skip_sectors(scan, (uint64_t)problem->sites * (uint64_t)sectors,
                        err) &&
           read_limits(problem, scan, err) && read_options(problem, scan, err);
}
