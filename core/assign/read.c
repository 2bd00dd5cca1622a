/* Reading the instances of the literature. */
#include "core/assign/read.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum { MOST = 10000000 }; /* jobs or sites */

/* Costs are kept in floats, exact up to 2^24. */
#define COST_MOST 16777216.0

static bool sizes(struct assign_problem *problem, struct scan *scan,
                  struct err *err)
{
    problem->years = problem->resources = problem->districts = 1;
    if (!scan_count(scan, "agents", 0, MOST, &problem->sites, err) ||
        !scan_count(scan, "jobs", 0, MOST, &problem->jobs, err))
        return false;
    if (problem->sites > 0 || problem->jobs == 0)
        return true;
    err_set(err, ERR_RANGE, "%d jobs and no agent to take them", problem->jobs);
    return scan_fail(scan, err);
}

/* Every job may go everywhere; a penalty above any answer marks failure. */
static void full(struct assign_problem *problem)
{
    size_t jobs = (size_t)problem->jobs, sites = (size_t)problem->sites;
    problem->must = true;
    problem->start = mem_raw(jobs + 1, sizeof *problem->start);
    problem->option = mem_raw(jobs * sites + 1, sizeof *problem->option);
    problem->penalty = mem_new(jobs + 1, sizeof(double));
    problem->room = mem_new(sites + 1, sizeof(double));
    for (size_t j = 0; j <= jobs; j++)
        problem->start[j] = j * sites;
    for (size_t at = 0; at < jobs * sites; at++)
        problem->option[at] =
            (struct assign_option){ .site = (int)(at % sites) };
}

/* What one job costs at most, everyone else being where he is dearest, is
 * less than leaving it out. */
static void penalties(struct assign_problem *problem)
{
    double all = 1;
    for (int j = 0; j < problem->jobs; j++) {
        double most = 0;
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++)
            most = fmax(most, (double)problem->option[at].cost);
        all += most;
    }
    for (int i = 0; problem->opening && i < problem->sites; i++)
        all += problem->opening[i];
    for (int j = 0; j < problem->jobs; j++)
        problem->penalty[j] = all;
}

static bool read_row(struct scan *scan, const char *what, double *row,
                     size_t count, size_t apart, struct err *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!scan_number(scan, what, 0, SCAN_MOST, &row[i * apart], err))
            return false;
    }
    return true;
}

static bool read_cost(struct scan *scan, struct assign_option *option,
                      struct err *err)
{
    double cost;
    if (!scan_number(scan, "cost", -COST_MOST, COST_MOST, &cost, err))
        return false;
    option->cost = (float)cost;
    if ((double)option->cost > cost)
        option->cost = nextafterf(option->cost, -INFINITY);
    return true;
}

bool read_gap(struct assign_problem *problem, struct scan *scan,
              struct err *err)
{
    if (!sizes(problem, scan, err))
        return false;
    size_t m = (size_t)problem->sites, n = (size_t)problem->jobs;
    if (!scan_has(scan, 2 * m * n + m, err))
        return false;
    full(problem);
    problem->by_option = true;
    problem->need = mem_new(n * m + 1, sizeof(double));
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            if (!read_cost(scan, &problem->option[j * m + i], err))
                return false;
        }
    }
    for (size_t i = 0; i < m; i++) {
        if (!read_row(scan, "resource", problem->need + i, n, m, err))
            return false;
    }
    if (!read_row(scan, "capacity", problem->room, m, 1, err))
        return false;
    penalties(problem);
    return true;
}

bool read_sscflp(struct assign_problem *problem, struct scan *scan,
                 struct err *err)
{
    if (!sizes(problem, scan, err))
        return false;
    size_t m = (size_t)problem->sites, n = (size_t)problem->jobs;
    if (!scan_has(scan, m * n + 2 * m + n, err))
        return false;
    full(problem);
    problem->opening = mem_new(m + 1, sizeof(double));
    problem->need = mem_new(n + 1, sizeof(double));
    if (!read_row(scan, "capacity", problem->room, m, 1, err) ||
        !read_row(scan, "opening cost", problem->opening, m, 1, err) ||
        !read_row(scan, "demand", problem->need, n, 1, err))
        return false;
    for (size_t at = 0; at < n * m; at++) {
        if (!read_cost(scan, &problem->option[at], err))
            return false;
    }
    penalties(problem);
    return true;
}

/* GAP has 2 + 2mn + m numbers, facility location 2 + 2m + n + mn. */
static bool count_numbers(const char *path, uint64_t *count, double size[2],
                          struct err *err)
{
    struct scan scan;
    if (!scan_open(&scan, path, err))
        return false;
    bool good = scan_number(&scan, "agents", 0, MOST, &size[0], err) &&
                scan_number(&scan, "jobs", 0, MOST, &size[1], err);
    double number;
    struct err end;
    *count = 2;
    while (good &&
           scan_number(&scan, "number", -INFINITY, INFINITY, &number, &end))
        ++*count;
    scan_close(&scan);
    return good;
}

static bool guess(struct scan *scan, enum assign_format *format,
                  struct err *err)
{
    uint64_t count;
    double size[2];
    if (strcmp(scan->path, "stdin") == 0)
        return err_set(err, ERR_FORMAT,
                       "stdin: say what it is: --format gap or sscflp");
    if (!count_numbers(scan->path, &count, size, err))
        return false;
    double m = size[0], n = size[1];
    if ((double)count == 2 + 2 * m * n + m)
        *format = ASSIGN_GAP;
    else if ((double)count == 2 + 2 * m + n + m * n)
        *format = ASSIGN_SSCFLP;
    else
        return err_set(err, ERR_FORMAT,
                       "%s: %.0f sites and %.0f jobs need %.0f numbers (gap) "
                       "or %.0f (sscflp), the file has %llu; a planning "
                       "instance begins with PLAN1",
                       scan->path, m, n, 2 + 2 * m * n + m,
                       2 + 2 * m + n + m * n, (unsigned long long)count);
    return true;
}

static bool read_text(struct assign_problem *problem, struct scan *scan,
                      enum assign_format format, struct err *err)
{
    bool plan = scan_word(scan, "PLAN1");
    if (plan != (format == ASSIGN_PLAN) && format != ASSIGN_GUESS) {
        err_set(err, ERR_FORMAT,
                plan ? "this is a planning instance: --format plan"
                     : "a planning instance begins with PLAN1");
        return scan_fail(scan, err);
    }
    if (!plan && format == ASSIGN_GUESS && !guess(scan, &format, err))
        return false;
    bool good = plan                   ? read_plan(problem, scan, err)
                : format == ASSIGN_GAP ? read_gap(problem, scan, err)
                                       : read_sscflp(problem, scan, err);
    return good && scan_finish(scan, err);
}

bool assign_read(struct assign_problem *problem, const char *path,
                 enum assign_format format, struct err *err)
{
    struct scan scan;
    *problem = (struct assign_problem){ 0 };
    if (!scan_open(&scan, path, err))
        return false;
    bool good = read_text(problem, &scan, format, err);
    scan_close(&scan);
    if (!good)
        assign_problem_release(problem);
    return good;
}

void assign_problem_release(struct assign_problem *problem)
{
    free(problem->ready);
    free(problem->wait);
    free(problem->penalty);
    free(problem->money);
    free(problem->hazard);
    free(problem->need);
    free(problem->start);
    free(problem->option);
    free(problem->room);
    free(problem->opening);
    free(problem->open);
    free(problem->district);
    free(problem->limit);
    free(problem->budget);
    free(problem->phases.start);
    free(problem->phases.earliest);
    free(problem->phases.cost);
    free(problem->phases.room);
    free(problem->phases.capital);
    *problem = (struct assign_problem){ 0 };
}
