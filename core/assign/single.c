#include "core/assign/single.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/sum.h"

#define CELLS 16777216.0    /* sites times jobs, at most */
#define AMOUNT 1073741824.0 /* of all needs of a site, at most: 2^30 */

static bool one_room_per_site(const struct assign_problem *problem)
{
    return problem->years == 1 && problem->resources == 1 && !problem->limit &&
           !problem->budget && problem->shareds == 0 && !problem->shut &&
           !problem->pin_year && !problem->apart && !problem->phases.start &&
           !problem->ready && !problem->open;
}

static bool is_whole(double number)
{
    return number == floor(number);
}

static double need_of(const struct assign_problem *problem, int job, size_t at)
{
    return problem->need[problem->by_option ? at : (size_t)job];
}

/* Whether needs are whole and small enough for 32 bits together. */
static bool needs_whole(const struct assign_problem *problem)
{
    double *sum = mem_new((size_t)problem->sites + 1, sizeof *sum);
    bool good = true;
    for (int j = 0; good && j < problem->jobs; j++) {
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++) {
            double need = need_of(problem, j, at);
            sum[problem->option[at].site] += need;
            good = good && is_whole(need) &&
                   sum[problem->option[at].site] <= AMOUNT;
        }
    }
    free(sum);
    return good;
}

static void sites_make(struct single *single)
{
    const struct assign_problem *problem = single->problem;
    size_t sites = (size_t)single->sites, last = sites - 1;
    single->room = mem_new(sites, sizeof(int));
    single->opening = mem_new(sites, sizeof(double));
    for (size_t i = 0; i < last; i++) {
        single->room[i] = (int)fmin(floor(problem->room[i]), AMOUNT);
        single->opening[i] = problem->opening ? problem->opening[i] : 0;
        single->grain = is_whole(single->opening[i]) ? single->grain : 0;
    }
}

static void cells_make(struct single *single)
{
    const struct assign_problem *problem = single->problem;
    size_t n = (size_t)single->jobs, last = (size_t)single->sites - 1;
    size_t cells = n * (last + 1);
    single->cost = mem_raw(cells + 1, sizeof(double));
    single->need = mem_new(cells + 1, sizeof(int));
    for (size_t cell = 0; cell < cells; cell++)
        single->cost[cell] = INFINITY;
    for (size_t j = 0; j < n; j++) {
        single->cost[last * n + j] = problem->penalty[j];
        single->grain = is_whole(problem->penalty[j]) ? single->grain : 0;
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++) {
            size_t cell = (size_t)problem->option[at].site * n + j;
            double need = need_of(problem, (int)j, at);
            double cost = (double)problem->option[at].cost;
            if (need > single->room[problem->option[at].site])
                continue;
            single->cost[cell] = cost;
            single->need[cell] = (int)need;
            single->grain = is_whole(cost) ? single->grain : 0;
        }
    }
}

struct single *single_new(const struct assign_problem *problem)
{
    double cells = ((double)problem->sites + 1) * problem->jobs;
    if (!one_room_per_site(problem) || cells > CELLS || !needs_whole(problem))
        return NULL;
    struct single *single = mem_new(1, sizeof *single);
    single->problem = problem;
    single->jobs = problem->jobs;
    single->sites = problem->sites + 1;
    single->grain = 1;
    sites_make(single);
    cells_make(single);
    return single;
}

void single_free(struct single *single)
{
    if (!single)
        return;
    free(single->cost);
    free(single->need);
    free(single->room);
    free(single->opening);
    free(single);
}

double single_wanted(const struct single *single, double known)
{
    return single->grain > 0 ? known - single->grain + 1e-6
                             : known - 1e-9 * (fabs(known) + 1);
}

double single_round(const struct single *single, double bound)
{
    /* Adding up can have rounded, by less than this. */
    bound -= 1e-11 * (fabs(bound) + 1);
    return single->grain > 0 ? ceil(bound - 1e-6) : bound;
}

double single_total(const struct single *single, const int *site)
{
    struct sum sum = SUM_INIT;
    bool *used = mem_new((size_t)single->sites, sizeof *used);
    for (int j = 0; j < single->jobs; j++) {
        sum_add(
            &sum,
            single->cost[(size_t)site[j] * (size_t)single->jobs + (size_t)j]);
        used[site[j]] = true;
    }
    for (int i = 0; i < single->sites; i++)
        sum_add(&sum, used[i] ? single->opening[i] : 0);
    free(used);
    return sum_total(&sum);
}
