#include "core/assign/effort.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    LOOKS = 3000,      /* of a worker in a round, when steps are the limit */
    PART_LOOKS = 1000, /* of one part */
    PART_JOBS = 60,    /* at first */
    PART_LEAST = 12,
    COOLING = 40, /* rounds */
    PART_MOST = 120,
    LARGE = 3, /* one part in so many has more */
};

#define ROUND 0.05 /* seconds */
#define PROVED 1e-9 /* gap, relative to the total: sums are no better */
#define HEAT 0.05  /* in mean costs of a job, at first */
#define SHORT 1e-3 /* steps of the last climb */

static double clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

double effort_seconds(const struct effort *effort)
{
    return clock_now() - effort->began;
}

static void tell(struct effort *effort, double seconds)
{
    const struct assign_work *work = effort->work;
    if (!work->watch || seconds < effort->told + 0.1)
        return;
    effort->told = seconds;
    const struct assign_progress progress = {
        .seconds = seconds,
        .total = effort->total,
        .bound = effort->bound,
        .steps = effort->steps,
        .stage = "assignment",
    };
    effort->stopped = !work->watch(work->data, &progress);
}

static bool out_of_time(void *data)
{
    struct effort *effort = data;
    double seconds = effort_seconds(effort);
    if (effort->round == 0 && !effort->stopped) /* nobody else is at work */
        tell(effort, seconds);
    return effort->stopped ||
           (effort->work->seconds > 0 && seconds >= effort->work->seconds);
}

bool effort_round_over(const struct effort *effort, const struct worker *worker)
{
    return worker->taken >= effort->looks || worker->over(worker->data) ||
           effort_seconds(effort) >= effort->until;
}

bool effort_over(struct effort *effort)
{
    const struct assign_work *work = effort->work;
    double gap = effort->total - effort->bound;
    if (!effort->stopped)
        tell(effort, effort_seconds(effort));
    return effort->stopped || gap <= fmax(work->gap, PROVED) * fabs(effort->total) ||
           (work->steps > 0 && effort->steps >= work->steps) ||
           out_of_time(effort);
}

void effort_bound(struct effort *effort, double bound)
{
    bound = single_round(effort->single, bound);
    bound = fmin(bound, fmin(effort->total, effort->cap));
    effort->bound = fmax(effort->bound, bound);
}

static void deficits(struct effort *effort)
{
    const struct single *single = effort->single;
    size_t n = (size_t)single->jobs;
    for (int i = 0; i < single->sites; i++)
        effort->deficit[i] = fmax(0, effort->gain[i]);
    for (size_t j = 0; j < n; j++) {
        size_t site = (size_t)effort->site[j];
        effort->deficit[site] -=
            effort->root->worth[j] - single->cost[site * n + j];
    }
    for (int i = 0; i < single->sites; i++)
        effort->deficit[i] = fmax(0, effort->deficit[i]);
}

void effort_take(struct effort *effort, const struct worker *worker)
{
    if (worker->total >= effort->total - 1e-9)
        return;
    effort->total = worker->total;
    memcpy(effort->site, worker->found,
           (size_t)effort->single->jobs * sizeof(int));
    deficits(effort);
}

/* Parts of the assignment, the best one as soon as there is a better one. */
static void redo(struct effort *effort, int number)
{
    const struct single *single = effort->single;
    struct worker *worker = effort->worker[number];
    struct rng rng =
        rng_new(effort->work->seed, (uint64_t)effort->round, (uint32_t)number);
    struct redo redo = { single,
                         effort->base,
                         effort->root->worth,
                         effort->site,
                         effort->deficit,
                         single_wanted(single, effort->total),
                         0,
                         0 };
    double *reach = &effort->reach[number];
    while (worker->total > redo.wanted && !effort_round_over(effort, worker)) {
        bool large = rng_below(&rng, LARGE) == 0;
        double jobs = *reach;
        if (large)
            jobs *= pow(single->jobs / jobs, rng_number(&rng));
        redo.jobs = (int)jobs;
        redo.sites = (int)fmax(
            3, fmin(single->sites, 2 * jobs * single->sites / single->jobs));
        worker->looks = PART_LOOKS;
        bool done = redo_part(worker, &redo, &rng);
        worker->taken++;
        if (!large)
            *reach *= done ? 1.01 : 0.97;
        *reach = fmin(fmax(*reach, PART_LEAST), PART_MOST);
    }
}

/* It cools for some rounds, then begins again from the best assignment. */
static void locate(struct effort *effort, struct worker *worker)
{
    struct locate *locate = effort->locate;
    struct rng rng = rng_new(effort->work->seed, (uint64_t)effort->round, 77);
    double cool = (double)(effort->round % COOLING) / COOLING;
    double heat = HEAT * effort->total / effort->single->jobs * (1 - cool);
    if (effort->round % COOLING <= 1 || effort->total < locate->total - 1e-9)
        locate_from(locate, effort->site);
    locate->best_total = effort->total;
    while (!effort_round_over(effort, worker)) {
        locate_trial(locate, &rng, heat);
        worker->taken++;
    }
    if (locate->best_total < effort->total - 1e-9)
        worker_find(worker, locate->best);
}

static void work(void *data, long number, int thread)
{
    (void)thread;
    struct effort *effort = data;
    struct worker *worker = effort->worker[number];
    worker->total = INFINITY;
    worker->wanted = single_wanted(effort->single, effort->total);
    if (number == 0 && !effort->climbed) {
        effort->climbed = effort_climb(effort, worker, SHORT);
        return;
    }
    if (number == 1 && effort->locate && effort->round % 4 != 0) {
        locate(effort, worker);
        return;
    }
    bool tree = number == 0 &&
                (effort->single->problem->opening || effort->round % 2 == 0);
    if (tree)
        effort_grow(effort, worker);
    else
        redo(effort, (int)number);
}

/* In steps alone when they are the limit. */
static void round_begin(struct effort *effort)
{
    long steps = effort->work->steps, left = steps - effort->steps;
    effort->until = steps ? INFINITY : effort_seconds(effort) + ROUND;
    effort->looks = steps == 0 ? LONG_MAX : LOOKS;
    if (steps && left / WORKERS < LOOKS)
        effort->looks = left / WORKERS + 1;
    for (int i = 0; i < WORKERS; i++)
        effort->worker[i]->taken = 0;
    if (effort->round++ > 0)
        return;
    memcpy(effort->worker[0]->worth->best, effort->root->worth,
           (size_t)effort->single->jobs * sizeof(double));
    worth_begin(effort->worker[0]->worth, 1);
    if (effort->rise)
        rise_begin(effort->rise, effort->root->rest, effort->total);
}

static void round_run(struct effort *effort)
{
    bool climbing = !effort->climbed;
    round_begin(effort);
    task_run(effort->work->threads > 1 ? WORKERS : 1, WORKERS, work, effort);
    for (int i = 0; i < WORKERS; i++) {
        effort->steps += effort->worker[i]->taken;
        effort_take(effort, effort->worker[i]);
    }
    if (climbing)
        effort_root(effort, effort->worker[0]);
    if (effort->grown)
        effort_bound(effort, effort_tree_bound(effort));
    if (getenv("DBG")) fprintf(stderr,"%.2fs round %ld climbed %d root %.2f bound %.2f total %.2f nodes %d taken %ld %ld looks %ld len %g\n", effort_seconds(effort), effort->round, effort->climbed, effort->root->bound, effort->bound, effort->total, effort->nodes, effort->worker[0]->taken, effort->worker[1]->taken, effort->worker[0]->worth->looks, effort->worker[0]->worth->length);
}

static struct effort *effort_new(const struct single *single,
                                 const struct assign_work *work)
{
    struct effort *effort = mem_new(1, sizeof *effort);
    size_t n = (size_t)single->jobs + 1, sites = (size_t)single->sites;
    effort->single = single;
    effort->work = work;
    effort->began = clock_now();
    effort->bound = -INFINITY;
    effort->total = INFINITY;
    effort->cap = INFINITY;
    effort->site = mem_new(n, sizeof(int));
    effort->gain = mem_new(sites, sizeof(double));
    effort->deficit = mem_new(sites, sizeof(double));
    if (single->problem->opening)
        effort->locate = locate_new(single);
    for (int i = 0; i < WORKERS; i++) {
        effort->worker[i] = worker_new(single);
        effort->worker[i]->over = out_of_time;
        effort->worker[i]->data = effort;
        effort->reach[i] = PART_JOBS;
    }
    if (effort->locate && single->jobs <= RISE_JOBS)
        effort->rise = rise_new(effort->worker[0]->worth);
    return effort;
}

static void effort_free(struct effort *effort)
{
    for (int i = 0; i < WORKERS; i++)
        worker_free(effort->worker[i]);
    for (int i = 0; i < effort->nodes; i++)
        node_free(effort->open[i]);
    free(effort->open);
    locate_free(effort->locate);
    rise_free(effort->rise);
    rest_free(effort->base);
    node_free(effort->root);
    free(effort->site);
    free(effort->gain);
    free(effort->deficit);
    free(effort);
}

static void answer(struct assignment *assignment, struct effort *effort)
{
    int out = effort->single->sites - 1;
    for (int j = 0; j < assignment->jobs; j++) {
        bool left = effort->site[j] == out;
        assignment->site[j] = left ? -1 : effort->site[j];
        assignment->year[j] = left ? -1 : 0;
        assignment->left += left;
    }
    assignment->total = effort->total;
    assignment->bound = effort->bound;
    assignment->steps = effort->steps;
    assignment->seconds = effort_seconds(effort);
}

void single_solve(struct assignment *assignment, const struct single *single,
                  const struct assign_work *work)
{
    struct effort *effort = effort_new(single, work);
    effort_begin(effort);
    while (!effort_over(effort))
        round_run(effort);
    answer(assignment, effort);
    effort_free(effort);
}
