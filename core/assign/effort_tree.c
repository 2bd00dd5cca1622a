/* The tree of all that is left, and its root. */
#include <stdlib.h>
#include <string.h>

#include "core/assign/effort.h"
#include "core/base/mem.h"

enum {
    FIRST_LOOKS = 300,
    STEPS = 12,
    JUMP = 5, /* rounds */
};

#define SHORT_FIRST 0.05 /* steps of the first climb */
#define AHEAD 0.05       /* of the bound: a first assignment costs less more */
#define NEAR 0.05        /* gap from which on something can be dropped */
#define NODES_MOST 3e8   /* bytes */

static void put(struct effort *effort, struct node *node)
{
    if (!node)
        return;
    if (effort->nodes == effort->space) {
        effort->space = effort->space ? 2 * effort->space : 64;
        effort->open =
            mem_grow(effort->open, (size_t)effort->space, sizeof *effort->open);
    }
    effort->open[effort->nodes++] = node;
}

/* The one with the least bound; the last one when there are very many. */
static struct node *fetch(struct effort *effort)
{
    double bytes =
        (double)effort->nodes * (16.0 * (double)rest_size(effort->root->rest) +
                                 20.0 * effort->single->jobs);
    int best = effort->nodes - 1;
    for (int i = best - 1; i >= 0 && bytes < NODES_MOST; i--) {
        if (effort->open[i]->bound < effort->open[best]->bound)
            best = i;
    }
    struct node *node = effort->open[best];
    memmove(effort->open + best, effort->open + best + 1,
            (size_t)(--effort->nodes - best) * sizeof *effort->open);
    return node;
}

/* Where all sites are decided, an assignment may be near. */
static void offer(struct effort *effort, struct node *node)
{
    if (!effort->locate || node->dived || node_undecided(node) > 0 ||
        effort->offers == DIVES)
        return;
    node->dived = true;
    effort->offer[effort->offers++] = node_copy(node);
}

/* Or where the least bound is, now and then. */
static void jump(struct effort *effort, const struct node *node)
{
    if (effort->locate && effort->dives + effort->offers == 0 &&
        effort->round % JUMP == 0 && node_undecided(node) > 0)
        effort->offer[effort->offers++] = node_copy(node);
}

/* Drop from the root what cannot be in a better assignment, when there is one
 * that is new and near enough to tell.  A climb goes on from where it is.
 * Returns false when nothing is left. */
static bool clear(struct effort *effort, struct worker *worker)
{
    struct worth *worth = worker->worth;
    size_t n = (size_t)effort->single->jobs;
    double gap = effort->total - effort->bound;
    if (!effort->rise || effort->total >= effort->fixed ||
        gap > NEAR * effort->total)
        return true;
    double *kept = mem_raw(2 * n + 1, sizeof *kept);
    memcpy(kept, worth->worth, n * sizeof *kept);
    memcpy(kept + n, worth->best, n * sizeof *kept);
    memcpy(worth->best, effort->root->worth, n * sizeof *kept);
    bool left = worth_fix(worth, effort->root->rest, worker->wanted);
    memcpy(worth->worth, kept, n * sizeof *kept);
    memcpy(worth->best, kept + n, n * sizeof *kept);
    free(kept);
    worker->taken++;
    effort->fixed = effort->total;
    effort->cleared = true;
    return left;
}

void effort_grow(struct effort *effort, struct worker *worker)
{
    if (!effort->grown)
        put(effort, node_copy(effort->root));
    effort->grown = true;
    struct node *node = NULL;
    bool left = clear(effort, worker);
    while (!left && effort->nodes > 0)
        node_free(effort->open[--effort->nodes]);
    while (!effort_round_over(effort, worker) && (node || effort->nodes > 0)) {
        if (!node) {
            node = fetch(effort);
            jump(effort, node);
        }
        if (node->bound > worker->wanted ||
            node_work(worker, node, STEPS) == NODE_CLOSED) {
            node_free(node);
            node = NULL;
            continue;
        }
        offer(effort, node);
        put(effort, node_split(worker, node));
    }
    put(effort, node);
    effort->finished = effort->nodes == 0;
}

double effort_tree_bound(const struct effort *effort)
{
    double bound = effort->total;
    for (int i = 0; i < effort->nodes; i++)
        bound = fmin(bound, effort->open[i]->bound);
    return bound;
}

/* Jobs going to where they fit. */
struct filling {
    const struct single *single;
    const double *rate;
    int *site, *left; /* [job], [site] */
    bool *used;       /* [site] */
};

static void filling_put(struct filling *filling, int job, int site)
{
    size_t cell = (size_t)site * (size_t)filling->single->jobs + (size_t)job;
    filling->site[job] = site;
    filling->left[site] -= filling->single->need[cell];
    filling->used[site] = true;
}

/* The least cost with the room it takes and what opening adds. */
static int filling_choose(const struct filling *filling, int job)
{
    const struct single *single = filling->single;
    int best = single->sites - 1;
    double least = INFINITY;
    for (int i = 0; i < single->sites - 1; i++) {
        size_t cell = (size_t)i * (size_t)single->jobs + (size_t)job;
        double cost = single->cost[cell] +
                      filling->rate[i] * single->need[cell] +
                      (filling->used[i] ? 0 : single->opening[i]);
        if (single->need[cell] <= filling->left[i] && cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

/* Some assignment: who is settled stays, as far as there is room, then the
 * others go where they fit. */
static void complete(struct effort *effort, struct worker *worker,
                     const int *settled)
{
    const struct single *single = effort->single;
    size_t n = (size_t)single->jobs, sites = (size_t)single->sites;
    struct filling filling = { single, worker->worth->rate,
                               mem_raw(n + 1, sizeof(int)),
                               mem_raw(sites, sizeof(int)),
                               mem_new(sites, sizeof(bool)) };
    memcpy(filling.left, single->room, sites * sizeof(int));
    for (int j = 0; j < single->jobs; j++) {
        int site = settled[j];
        size_t cell = (size_t)(site < 0 ? 0 : site) * n + (size_t)j;
        filling.site[j] = -1;
        if (site >= 0 && single->need[cell] <= filling.left[site])
            filling_put(&filling, j, site);
    }
    for (int j = 0; j < single->jobs; j++) {
        if (filling.site[j] < 0)
            filling_put(&filling, j, filling_choose(&filling, j));
    }
    worker_find(worker, filling.site);
    free(filling.site);
    free(filling.left);
    free(filling.used);
}

static void descend(struct effort *effort, struct worker *worker)
{
    int *settled = mem_raw((size_t)effort->single->jobs + 1, sizeof *settled);
    worker->total = INFINITY;
    worker->wanted = fmin(single_wanted(effort->single, effort->total),
                          effort->bound + AHEAD * fabs(effort->bound));
    node_descend(worker, node_copy(effort->root), settled);
    effort_take(effort, worker);
    complete(effort, worker, settled);
    effort_take(effort, worker);
    free(settled);
}

static bool rise(struct effort *effort, struct worker *worker)
{
    bool more = true;
    if (!clear(effort, worker)) {
        effort->grown = effort->finished = true;
        return true;
    }
    while (more && !effort_round_over(effort, worker)) {
        worker->taken++;
        more = rise_step(effort->rise, effort->root->rest);
    }
    return !more;
}

/* Raise the bound of the root, until steps are so short. */
bool effort_climb(struct effort *effort, struct worker *worker, double shortest)
{
    struct worth *worth = worker->worth;
    if (effort->rise && effort->round > 0)
        return rise(effort, worker);
    while (worth->length > shortest) {
        if (effort_round_over(effort, worker))
            return false;
        worker->taken++;
        if (!worth_step(worth, effort->root->rest, effort->total))
            break;
    }
    return true;
}

void effort_root(struct effort *effort, const struct worker *worker)
{
    const struct worth *worth = worker->worth;
    memcpy(effort->root->worth, worth->best,
           (size_t)effort->single->jobs * sizeof(double));
    effort->root->bound = worth->bound;
    if (!effort->locate)
        memcpy(effort->field[WIDE].worth, worth->best,
               (size_t)effort->single->jobs * sizeof(double));
    effort_bound(effort, worth->bound);
}

/* With the sites that the bound would use. */
static void locate_first(struct effort *effort, struct worker *worker)
{
    struct rng rng = rng_new(effort->work->seed, 0, 78);
    struct worth *worth = worker->worth;
    memcpy(worth->worth, worth->best,
           (size_t)effort->single->jobs * sizeof(double));
    worth_look(worth, effort->root->rest);
    locate_fill(effort->locate, worth->shut, &rng);
    for (int i = 0; i < effort->single->sites; i++)
        worth->shut[i] = worth->used[i] < 0.5;
    locate_fill(effort->locate, worth->shut, &rng);
    worker_find(worker, effort->locate->best);
    effort_take(effort, worker);
}

/* Whether nobody needs to be left out in what follows.  Whoever is costs his
 * penalty, below which the bound stays then. */
static bool all_must(struct effort *effort)
{
    const struct single *single = effort->single;
    size_t cells = (size_t)single->jobs * (size_t)single->sites;
    if (!single->problem->must)
        return false;
    for (size_t cell = 0; cell < cells; cell++) {
        if (single->cost[cell] < 0)
            return false;
    }
    for (int j = 0; j < single->jobs; j++)
        effort->cap = fmin(effort->cap, single->problem->penalty[j]);
    return true;
}

void effort_begin(struct effort *effort)
{
    const struct single *single = effort->single;
    struct worker *worker = effort->worker[0];
    struct field *wide = &effort->field[WIDE];
    wide->rest = rest_new(single, NULL);
    struct rest *rest = rest_copy(wide->rest);
    worth_start(worker->worth, INFINITY);
    effort->root = node_new(rest, worker->worth->best, -INFINITY);
    worth_look(worker->worth, rest);
    complete(effort, worker, worker->worth->packed);
    effort_take(effort, worker);
    if (all_must(effort)) {
        rest_shut(rest, single->sites - 1);
        effort->finished = !rest_sweep(rest);
    }
    if (effort->finished) {
        effort_bound(effort, effort->total);
        return;
    }
    effort->looks = FIRST_LOOKS;
    effort->until = INFINITY;
    worth_begin(worker->worth, 1);
    effort_climb(effort, worker, SHORT_FIRST);
    effort_root(effort, worker);
    memcpy(worker->worth->worth, effort->root->worth,
           (size_t)single->jobs * sizeof(double));
    worth_look(worker->worth, wide->rest);
    memcpy(wide->gain, worker->worth->gain,
           (size_t)single->sites * sizeof(double));
    if (effort->locate)
        locate_first(effort, worker);
    else
        descend(effort, worker);
    effort->steps = worker->taken;
}
