#include "core/assign/effort.h"
#include "core/base/clock.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    LOOKS = 3000,   /* of a worker in a round, when steps are the limit */
    PART_JOBS = 60, /* at first */
};

#define ROUND 0.05  /* seconds */
#define PROVED 1e-9 /* gap, relative to the total: sums are no better */
#define SHORT 1e-3  /* steps of the last climb */

double effort_seconds(const struct effort *effort)
{
    return clock_seconds() - effort->began;
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
           (effort_seconds(effort) >= effort->until && !effort->diving);
}

bool effort_over(struct effort *effort)
{
    const struct assign_work *work = effort->work;
    double gap = effort->total - effort->bound;
    if (!effort->stopped)
        tell(effort, effort_seconds(effort));
    return effort->stopped || effort->finished ||
           gap <= fmax(work->gap, PROVED) * fabs(effort->total) ||
           (work->steps > 0 && effort->steps >= work->steps) ||
           out_of_time(effort);
}

void effort_bound(struct effort *effort, double bound)
{
    bound = single_round(effort->single, bound);
    bound = fmin(bound, fmin(effort->total, effort->cap));
    effort->bound = fmax(effort->bound, bound);
}

void effort_take(struct effort *effort, const struct worker *worker)
{
    if (worker->total >= effort->total - 1e-9)
        return;
    effort->total = worker->total;
    memcpy(effort->site, worker->found,
           (size_t)effort->single->jobs * sizeof(int));
    for (int i = 0; i < FIELDS; i++) {
        if (effort->field[i].rest)
            effort_deficits(effort, &effort->field[i]);
    }
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
    bool odd = effort->round % 2 != 0;
    if (number == 1 && effort->diver)
        effort_dive(effort, worker);
    else if (number == 1 && effort->locate && odd)
        effort_locate(effort, worker);
    else if (number == 0 && (effort->locate || !odd))
        effort_grow(effort, worker);
    else
        effort_redo(effort, (int)number);
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
    effort->diver = NULL;
    if (effort->looks >= LOOKS) /* a dive may take as many */
        effort_choose(effort);
    if (effort->round++ > 0)
        return;
    memcpy(effort->worker[0]->worth->best, effort->root->worth,
           (size_t)effort->single->jobs * sizeof(double));
    worth_begin(effort->worker[0]->worth, 1);
    if (effort->rise)
        rise_begin(effort->rise, effort->root->rest, effort->total);
}

/* Sites that the root no longer has are not opened any more. */
static void bar(struct effort *effort)
{
    if (!effort->locate || !effort->cleared)
        return;
    effort->cleared = false;
    effort_widen(effort, effort->worker[0]);
    for (int i = 0; i < effort->single->sites - 1; i++)
        effort->locate->barred[i] = isinf(effort->root->rest->stall[i].opening);
}

static void accept(struct effort *effort, struct node *node)
{
    if (effort->dives < DIVES)
        effort->dive[effort->dives++] = node;
    else
        node_free(node);
}

/* On the way up, in rounds 1, 2, 4, 8, ... and at the end. */
static void offer_root(struct effort *effort)
{
    long round = effort->round;
    if (effort->locate && (effort->climbed || (round & (round - 1)) == 0))
        accept(effort, node_copy(effort->root));
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
    if (climbing) {
        effort_root(effort, effort->worker[0]);
        offer_root(effort);
    }
    while (effort->offers > 0)
        accept(effort, effort->offer[--effort->offers]);
    bar(effort);
    if (effort->grown)
        effort_bound(effort, effort_tree_bound(effort));
}

static struct effort *effort_new(const struct single *single,
                                 const struct assign_work *work)
{
    struct effort *effort = mem_new(1, sizeof *effort);
    size_t n = (size_t)single->jobs + 1, sites = (size_t)single->sites;
    effort->single = single;
    effort->work = work;
    effort->began = clock_seconds();
    effort->bound = -INFINITY;
    effort->total = INFINITY;
    effort->fixed = INFINITY;
    effort->cap = INFINITY;
    effort->site = mem_new(n, sizeof(int));
    for (int i = 0; i < FIELDS; i++) {
        effort->field[i].worth = mem_new(n, sizeof(double));
        effort->field[i].gain = mem_new(sites, sizeof(double));
        effort->field[i].deficit = mem_new(sites, sizeof(double));
    }
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
    for (int i = 0; i < effort->dives; i++)
        node_free(effort->dive[i]);
    for (int i = 0; i < effort->offers; i++)
        node_free(effort->offer[i]);
    for (int i = 0; i < FIELDS; i++) {
        rest_free(effort->field[i].rest);
        free(effort->field[i].worth);
        free(effort->field[i].gain);
        free(effort->field[i].deficit);
    }
    node_free(effort->root);
    free(effort->site);
    free(effort);
}

/* Whether nothing is left, and all there was leaves someone out who must not
 * be. */
static bool effort_impossible(const struct effort *effort)
{
    const struct single *single = effort->single;
    bool left = false;
    for (int j = 0; j < single->jobs; j++)
        left = left || effort->site[j] == single->sites - 1;
    return effort->finished && single->problem->must && left;
}

/* About what one more unit of room is worth to the bound of the root. */
static void prices(struct assignment *assignment, struct effort *effort)
{
    struct worth *worth = effort->worker[0]->worth;
    size_t sites = (size_t)effort->single->sites - 1;
    memcpy(worth->worth, effort->root->worth,
           (size_t)effort->single->jobs * sizeof(double));
    worth_look(worth, effort->field[WIDE].rest);
    assignment->price = mem_raw(sites + 1, sizeof(double));
    memcpy(assignment->price, worth->rate, sites * sizeof(double));
    assignment->prices = sites;
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
    assignment->impossible = effort_impossible(effort);
    assignment->steps = effort->steps;
    assignment->seconds = effort_seconds(effort);
}

void single_solve(struct assignment *assignment, const struct single *single,
                  const struct assign_work *work)
{
    struct effort *effort = effort_new(single, work);
    effort_begin(effort);
    while (!effort_impossible(effort) && !effort_over(effort))
        round_run(effort);
    answer(assignment, effort);
    prices(assignment, effort);
    effort_free(effort);
}
