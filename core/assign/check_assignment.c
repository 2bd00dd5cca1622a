/* Whether an assignment keeps every limit and costs what it says.
 *
 * Everything is added up here once more from the problem alone; nothing is
 * shared with what makes assignments. */
#include <stdlib.h>

#include "core/assign/assign.h"
#include "core/base/mem.h"
#include "core/base/sum.h"

/* Whole amounts differ by 1 at least.  Files of the literature have fractions,
 * whose sums depend on their order. */
#define ROUNDING 1e-6

/* Which option of a job its site is; the end of its options if none. */
static size_t option_of(const struct assign_problem *problem, int job, int site)
{
    size_t at = problem->start[job];
    while (at < problem->start[job + 1] && problem->option[at].site != site)
        at++;
    return at;
}

/* The first year anyone may move in. */
static int first_year(const struct assignment *assignment,
                      const struct assign_problem *problem, int site)
{
    const int *start = problem->phases.start;
    int first = problem->open ? problem->open[site] : 0;
    if (!assignment->opens || !start || start[site] == start[site + 1])
        return first;
    int chosen = assignment->opens[start[site]];
    return chosen > first ? chosen : first;
}

static bool check_job(const struct assignment *assignment,
                      const struct assign_problem *problem, int job,
                      struct err *err)
{
    int site = assignment->site[job], year = assignment->year[job];
    if (site == -1 && year == -1)
        return true;
    if (site < 0 || site >= problem->sites ||
        option_of(problem, job, site) == problem->start[job + 1])
        return err_set(err, ERR_RANGE, "job %d may not go to site %d", job + 1,
                       site + 1);
    int ready = problem->ready ? problem->ready[job] : 0;
    int open = first_year(assignment, problem, site);
    if (year >= ready && year >= open && year < problem->years)
        return true;
    return err_set(err, ERR_RANGE,
                   "job %d goes to site %d in year %d; it is ready in year %d, "
                   "the site open in year %d, the last year is %d",
                   job + 1, site + 1, year + 1, ready + 1, open + 1,
                   problem->years);
}

static bool check_jobs(const struct assignment *assignment,
                       const struct assign_problem *problem, struct err *err)
{
    int left = 0;
    if (assignment->jobs != problem->jobs)
        return err_set(err, ERR_RANGE, "%d jobs are assigned, there are %d",
                       assignment->jobs, problem->jobs);
    for (int j = 0; j < problem->jobs; j++) {
        if (!check_job(assignment, problem, j, err))
            return false;
        left += assignment->site[j] == -1;
    }
    if (left == assignment->left)
        return true;
    return err_set(err, ERR_RANGE, "%d jobs are said to be left out, %d are",
                   assignment->left, left);
}

/* What is there in each year of each site, of each resource. */
static double *room_of(const struct assignment *assignment,
                       const struct assign_problem *problem, size_t cells)
{
    int T = problem->years, R = problem->resources;
    double *room = mem_new(cells + 1, sizeof *room);
    if (!assignment->opens) {
        for (size_t i = 0; i < cells; i++)
            room[i] = problem->room[i];
        return room;
    }
    for (size_t i = 0; i < cells; i++) {
        int k = (int)(i / (size_t)R / (size_t)T);
        int t = (int)(i / (size_t)R % (size_t)T), r = (int)(i % (size_t)R);
        for (int p = problem->phases.start[k]; p < problem->phases.start[k + 1];
             p++)
            room[i] +=
                assignment->opens[p] <= t ? problem->phases.room[p * R + r] : 0;
    }
    return room;
}

/* What the job takes there, from its year to the last. */
static void take(const struct assignment *assignment,
                 const struct assign_problem *problem, int job, double *room)
{
    size_t T = (size_t)problem->years, R = (size_t)problem->resources;
    size_t site = (size_t)assignment->site[job];
    for (size_t t = (size_t)assignment->year[job]; t < T; t++) {
        for (size_t r = 0; r < R; r++)
            room[(site * T + t) * R + r] -=
                problem->by_option
                    ? problem->need[option_of(problem, job, (int)site)]
                    : problem->need[(size_t)job * R + r];
    }
}

static bool check_rooms(const struct assignment *assignment,
                        const struct assign_problem *problem, struct err *err)
{
    size_t T = (size_t)problem->years, R = (size_t)problem->resources;
    size_t cells = (size_t)problem->sites * T * R, i = 0;
    double *room = room_of(assignment, problem, cells);
    for (int j = 0; j < problem->jobs; j++) {
        if (assignment->site[j] >= 0)
            take(assignment, problem, j, room);
    }
    while (i < cells && room[i] >= -ROUNDING)
        i++;
    if (i < cells)
        err_set(err, ERR_RANGE,
                "site %zu has %.15g too little of resource %zu in year %zu",
                i / R / T + 1, -room[i], i % R + 1, i / R % T + 1);
    free(room);
    return i == cells;
}

static void bear(const struct assignment *assignment,
                 const struct assign_problem *problem, double *load)
{
    for (int j = 0; problem->hazard && j < problem->jobs; j++) {
        int site = assignment->site[j];
        if (site >= 0)
            load[problem->district ? problem->district[site] : 0] +=
                problem->hazard[j];
    }
}

static bool check_districts(const struct assignment *assignment,
                            const struct assign_problem *problem,
                            struct err *err)
{
    if (!problem->limit)
        return true;
    double *load = mem_new((size_t)problem->districts + 1, sizeof *load);
    bear(assignment, problem, load);
    int d = 0;
    while (d < problem->districts && load[d] <= problem->limit[d] + ROUNDING)
        d++;
    if (d < problem->districts)
        err_set(err, ERR_RANGE, "district %d bears %.15g, its limit is %.15g",
                d + 1, load[d], problem->limit[d]);
    free(load);
    return d == problem->districts;
}

static bool check_budgets(const struct assignment *assignment,
                          const struct assign_problem *problem, struct err *err)
{
    double spent[ASSIGN_YEARS] = { 0 };
    for (int j = 0; j < problem->jobs; j++) {
        if (assignment->site[j] < 0)
            continue;
        size_t at = option_of(problem, j, assignment->site[j]);
        spent[assignment->year[j]] += (double)problem->option[at].spend *
                                      (problem->money ? problem->money[j] : 1);
    }
    for (int t = 0; problem->budget && t < problem->years; t++) {
        if (spent[t] > problem->budget[t] + ROUNDING)
            return err_set(err, ERR_RANGE,
                           "year %d spends %.15g, its budget is %.15g", t + 1,
                           spent[t], problem->budget[t]);
    }
    return true;
}

/* What is not spent in a year is there in the next. */
static bool check_capital(const double *paid,
                          const struct assign_problem *problem, struct err *err)
{
    double money = 0;
    for (int t = 0; problem->phases.capital && t < problem->years; t++) {
        money += problem->phases.capital[t] - paid[t];
        if (money < -ROUNDING)
            return err_set(
                err, ERR_RANGE,
                "the phases opened up to year %d cost %.15g too much", t + 1,
                -money);
    }
    return true;
}

static bool check_phases(const int *opens, const struct assign_problem *problem,
                         struct err *err)
{
    const struct assign_phases *phases = &problem->phases;
    double paid[ASSIGN_YEARS] = { 0 };
    if (!phases->start)
        return err_set(err, ERR_RANGE,
                       "phases are opened where there are none");
    for (int k = 0; k < problem->sites; k++) {
        for (int p = phases->start[k]; p < phases->start[k + 1]; p++) {
            bool first = p == phases->start[k];
            bool never = opens[p] == problem->years;
            if (opens[p] < 0 || opens[p] > problem->years ||
                (!never && opens[p] < phases->earliest[p]) ||
                (!first && opens[p] < opens[p - 1]))
                return err_set(err, ERR_RANGE,
                               "phase %d of site %d opens too early, in year "
                               "%d",
                               p - phases->start[k] + 1, k + 1, opens[p] + 1);
            if (!never)
                paid[opens[p]] += phases->cost[p];
        }
    }
    return check_capital(paid, problem, err);
}

/* What the assignment costs, with the penalties. */
static double total_of(const struct assignment *assignment,
                       const struct assign_problem *problem)
{
    struct sum sum = { 0 };
    bool *used = mem_new((size_t)problem->sites + 1, sizeof *used);
    for (int j = 0; j < problem->jobs; j++) {
        int site = assignment->site[j];
        if (site < 0) {
            sum_add(&sum, problem->penalty[j]);
            continue;
        }
        int ready = problem->ready ? problem->ready[j] : 0;
        double wait = problem->wait ? problem->wait[j] : 0;
        size_t at = option_of(problem, j, site);
        sum_add(&sum, (double)problem->option[at].cost);
        sum_add(&sum, wait * (assignment->year[j] - ready));
        used[site] = true;
    }
    for (int k = 0; problem->opening && k < problem->sites; k++)
        sum_add(&sum, used[k] ? problem->opening[k] : 0);
    free(used);
    return sum_total(&sum);
}

static bool check_total(const struct assignment *assignment,
                        const struct assign_problem *problem, struct err *err)
{
    double total = total_of(assignment, problem);
    double rounding = ROUNDING * fmax(1, fabs(total) * 1e-6);
    if (!(fabs(assignment->total - total) <= rounding))
        return err_set(err, ERR_RANGE,
                       "the total is said to be %.15g, it is "
                       "%.15g",
                       assignment->total, total);
    if (!(assignment->bound <= total + rounding))
        return err_set(err, ERR_RANGE,
                       "nothing is said to cost less than %.15g, this costs "
                       "%.15g",
                       assignment->bound, total);
    return true;
}

bool assignment_check(const struct assignment *assignment,
                      const struct assign_problem *problem, struct err *err)
{
    return (!assignment->opens ||
            check_phases(assignment->opens, problem, err)) &&
           check_jobs(assignment, problem, err) &&
           check_rooms(assignment, problem, err) &&
           check_districts(assignment, problem, err) &&
           check_budgets(assignment, problem, err) &&
           check_total(assignment, problem, err);
}
