/* Whether a problem is sound. */
#include "core/assign/assign.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/say.h"

/* Whole numbers up to this, and so their sums, are exact in a double. */
#define MOST 9007199254740992.0 /* 2^53 */

static bool amount(const char *what, double number, struct err *err)
{
    if (number >= 0 && number <= MOST)
        return true;
    return err_set(err, ERR_RANGE, "%s: %.15g is not between %.15g and %.15g",
                   say(what), number, 0.0, MOST);
}

/* An array of amounts; NULL passes. */
static bool amounts(const char *what, const double *number, size_t count,
                    struct err *err)
{
    for (size_t i = 0; number && i < count; i++) {
        if (!amount(what, number[i], err))
            return err_in(err, "number %zu", i + 1);
    }
    return true;
}

static bool together(const char *what, double sum, struct err *err)
{
    if (sum <= MOST)
        return true;
    return err_set(err, ERR_RANGE,
                   "%s: together %.15g, more than %.15g, up to which sums are "
                   "exact",
                   say(what), sum, MOST);
}

/* Amounts that are added up. */
static bool amounts_together(const char *what, const double *number,
                             size_t count, struct err *err)
{
    double sum = 0;
    if (!amounts(what, number, count, err))
        return false;
    for (size_t i = 0; number && i < count; i++)
        sum += number[i];
    return together(what, sum, err);
}

/* Limits, which may be none. */
static bool limits(const char *what, const double *number, size_t count,
                   struct err *err)
{
    for (size_t i = 0; number && i < count; i++) {
        if (number[i] != ASSIGN_NO_LIMIT && !amount(what, number[i], err))
            return err_in(err, "number %zu", i + 1);
    }
    return true;
}

static bool size(const char *what, int number, int least, int most,
                 struct err *err)
{
    if (number >= least && number <= most)
        return true;
    return err_set(err, ERR_RANGE, "%s: %d is not between %d and %d", say(what),
                   number, least, most);
}

/* An array of years or districts; NULL passes. */
static bool indexes(const char *what, const int *number, int count, int most,
                    struct err *err)
{
    for (int i = 0; number && i < count; i++) {
        if (!size(what, number[i], 0, most, err))
            return err_in(err, "number %d", i + 1);
    }
    return true;
}

static bool check_sizes(const struct assign_problem *problem, struct err *err)
{
    return size("jobs", problem->jobs, 0, INT32_MAX - 1, err) &&
           size("sites", problem->sites, 0, INT32_MAX - 1, err) &&
           size("years", problem->years, 1, ASSIGN_YEARS, err) &&
           size("resources", problem->resources, 1,
                problem->by_option ? 1 : ASSIGN_RESOURCES, err) &&
           size("districts", problem->districts, 0, INT32_MAX - 1, err);
}

static bool check_option(const struct assign_problem *problem, size_t at,
                         struct err *err)
{
    const struct assign_option *option = &problem->option[at];
    if (!size("site", option->site, 0, problem->sites - 1, err))
        return false;
    if (!isfinite(option->cost))
        return err_set(err, ERR_RANGE, "the cost is not a finite number");
    return amount("subsidy", (double)option->spend, err);
}

/* seen[k] is the last job, from 1, that named site k. */
static bool check_options_of(const struct assign_problem *problem, int job,
                             int *seen, struct err *err)
{
    const size_t *start = problem->start;
    for (size_t at = start[job]; at < start[job + 1]; at++) {
        if (!check_option(problem, at, err))
            return false;
        int *last = &seen[problem->option[at].site];
        if (*last == job + 1)
            return err_set(err, ERR_EXISTS, "it names site %d twice",
                           problem->option[at].site + 1);
        *last = job + 1;
    }
    return true;
}

static bool check_starts(const struct assign_problem *problem, struct err *err)
{
    const size_t *start = problem->start;
    for (int j = 0; j < problem->jobs; j++) {
        if (start[j + 1] < start[j] || (j == 0 && start[0] != 0))
            return err_set(err, ERR_RANGE,
                           "job %d: its options begin behind their end", j + 1);
    }
    return true;
}

static bool check_options(const struct assign_problem *problem, struct err *err)
{
    if (!check_starts(problem, err))
        return false;
    int *seen = mem_new((size_t)problem->sites + 1, sizeof *seen);
    bool good = true;
    for (int j = 0; good && j < problem->jobs; j++) {
        good = check_options_of(problem, j, seen, err);
        if (!good)
            err_in(err, "job %d", j + 1);
    }
    free(seen);
    return good;
}

/* Needs of one resource are added only to needs of the same. */
static bool check_needs(const struct assign_problem *problem, struct err *err)
{
    size_t R = (size_t)problem->resources, jobs = (size_t)problem->jobs;
    double sum[ASSIGN_RESOURCES] = { 0 };
    if (problem->by_option)
        return amounts("demand", problem->need, jobs ? problem->start[jobs] : 0,
                       err);
    if (!amounts("demand", problem->need, jobs * R, err))
        return false;
    for (size_t i = 0; i < jobs * R; i++)
        sum[i % R] += problem->need[i];
    for (size_t r = 0; r < R; r++) {
        if (!together("demand", sum[r], err))
            return false;
    }
    return true;
}

static bool check_jobs(const struct assign_problem *problem, struct err *err)
{
    size_t jobs = (size_t)problem->jobs;
    return indexes("first year of an enterprise", problem->ready, problem->jobs,
                   INT32_MAX, err) &&
           amounts("weight", problem->wait, jobs, err) &&
           amounts("penalty", problem->penalty, jobs, err) &&
           amounts("money", problem->money, jobs, err) &&
           amounts_together("hazard", problem->hazard, jobs, err) &&
           check_options(problem, err) && check_needs(problem, err);
}

/* What came in stays: no year has less room than the one before. */
static bool check_rooms(const struct assign_problem *problem, struct err *err)
{
    size_t T = (size_t)problem->years, R = (size_t)problem->resources;
    size_t count = (size_t)problem->sites * T * R;
    if (!limits("capacity", problem->room, count, err))
        return false;
    for (size_t i = R; i < count; i++) {
        if (i / R % T > 0 && problem->room[i] < problem->room[i - R])
            return err_set(err, ERR_RANGE,
                           "site %zu has less room in year %zu than the year "
                           "before",
                           i / R / T + 1, i / R % T + 1);
    }
    return true;
}

static bool check_sites(const struct assign_problem *problem, struct err *err)
{
    size_t sites = (size_t)problem->sites;
    if (problem->limit && problem->sites > 0 &&
        !size("districts", problem->districts, 1, INT32_MAX - 1, err))
        return false;
    return check_rooms(problem, err) &&
           amounts("opening cost", problem->opening, sites, err) &&
           indexes("first year of a cluster", problem->open, problem->sites,
                   INT32_MAX, err) &&
           indexes("district", problem->district, problem->sites,
                   problem->districts - 1, err) &&
           limits("limit of a district", problem->limit,
                  (size_t)problem->districts, err) &&
           limits("support budget", problem->budget, (size_t)problem->years,
                  err);
}

static bool check_order(const struct assign_problem *problem, struct err *err)
{
    const int *start = problem->phases.start;
    for (int k = 0; k < problem->sites; k++) {
        if (start[k + 1] < start[k] || (k == 0 && start[0] != 0))
            return err_set(err, ERR_RANGE,
                           "site %d: its phases begin behind their end", k + 1);
        for (int p = start[k] + 1; p < start[k + 1]; p++) {
            if (problem->phases.earliest[p] < problem->phases.earliest[p - 1])
                return err_set(
                    err, ERR_RANGE,
                    "site %d: a phase opens in year %d, before the one in "
                    "front of it",
                    k + 1, problem->phases.earliest[p] + 1);
        }
    }
    return true;
}

static bool check_phases(const struct assign_problem *problem, struct err *err)
{
    const struct assign_phases *phases = &problem->phases;
    if (!phases->start)
        return true;
    if (!check_order(problem, err))
        return false;
    int count = phases->start[problem->sites];
    return indexes("year of a phase", phases->earliest, count, INT32_MAX,
                   err) &&
           amounts_together("cost of a phase", phases->cost, (size_t)count,
                            err) &&
           amounts_together("capacity of a phase", phases->room,
                            (size_t)count * (size_t)problem->resources, err) &&
           limits("capital budget", phases->capital, (size_t)problem->years,
                  err);
}

bool assign_check(const struct assign_problem *problem, struct err *err)
{
    return check_sizes(problem, err) && check_jobs(problem, err) &&
           check_sites(problem, err) && check_phases(problem, err);
}
