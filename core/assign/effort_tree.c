/* The tree of all that is left, and its root. */
#include <stdlib.h>
#include <string.h>

#include "core/assign/effort.h"
#include "core/base/mem.h"

enum {
    FIRST_LOOKS = 300,
    STEPS = 12,
};

#define SHORT_FIRST 0.05 /* steps of the first climb */
#define AHEAD 0.05       /* of the bound: a first assignment costs less more */
#define NODES_MOST 3e8 /* bytes */

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

void effort_grow(struct effort *effort, struct worker *worker)
{
    if (!effort->grown)
        put(effort, node_new(rest_copy(effort->root->rest), effort->root->worth,
                             effort->root->bound));
    effort->grown = true;
    struct node *node = NULL;
    while (!effort_round_over(effort, worker) && (node || effort->nodes > 0)) {
        node = node ? node : fetch(effort);
        if (node->bound > worker->wanted ||
            node_work(worker, node, STEPS) == NODE_CLOSED) {
            node_free(node);
            node = NULL;
            continue;
        }
        put(effort, node_split(worker, node));
    }
    put(effort, node);
}

double effort_tree_bound(const struct effort *effort)
{
    double bound = effort->total;
    for (int i = 0; i < effort->nodes; i++)
        bound = fmin(bound, effort->open[i]->bound);
    return bound;
}

/* Some assignment: who is settled stays, the others go where they fit at the
 * least cost with the room they take. */
static void complete(struct effort *effort, struct worker *worker,
                     const int *settled)
{
    const struct single *single = effort->single;
    const double *rate = worker->worth->rate;
    size_t n = (size_t)single->jobs;
    int out = single->sites - 1;
    int *site = mem_raw(n + 1, sizeof *site);
    int *left = mem_raw((size_t)single->sites, sizeof *left);
    memcpy(left, single->room, (size_t)single->sites * sizeof *left);
    for (size_t j = 0; j < n; j++) {
        site[j] = settled[j];
        if (site[j] < 0)
            continue;
        int *room = &left[site[j]];
        *room -= single->need[(size_t)site[j] * n + j];
        if (*room >= 0)
            continue;
        *room += single->need[(size_t)site[j] * n + j];
        site[j] = -1;
    }
    for (size_t j = 0; j < n; j++) {
        double least = INFINITY;
        int best = out;
        for (int i = 0; i < out && site[j] < 0; i++) {
            size_t cell = (size_t)i * n + j;
            double cost = single->cost[cell] + rate[i] * single->need[cell];
            if (single->need[cell] <= left[i] && cost < least) {
                least = cost;
                best = i;
            }
        }
        if (site[j] < 0) {
            site[j] = best;
            left[best] -= single->need[(size_t)best * n + j];
        }
    }
    worker_find(worker, site);
    free(site);
    free(left);
}

static void descend(struct effort *effort, struct worker *worker)
{
    const struct node *root = effort->root;
    int *settled = mem_raw((size_t)effort->single->jobs + 1, sizeof *settled);
    worker->total = INFINITY;
    worker->wanted = fmin(single_wanted(effort->single, effort->total),
                          effort->bound + AHEAD * fabs(effort->bound));
    node_descend(worker, node_new(rest_copy(root->rest), root->worth,
                                  root->bound),
                 settled);
    effort_take(effort, worker);
    complete(effort, worker, settled);
    effort_take(effort, worker);
    free(settled);
}

/* Raise the bound of the root, until steps are so short. */
bool effort_climb(struct effort *effort, struct worker *worker, double shortest)
{
    struct worth *worth = worker->worth;
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
    effort_bound(effort, worth->bound);
}

void effort_begin(struct effort *effort)
{
    const struct single *single = effort->single;
    struct worker *worker = effort->worker[0];
    effort->base = rest_new(single, NULL);
    struct rest *rest = rest_copy(effort->base);
    worth_start(worker->worth, INFINITY);
    effort->root = node_new(rest, worker->worth->best, -INFINITY);
    worth_look(worker->worth, rest);
    complete(effort, worker, worker->worth->packed);
    effort_take(effort, worker);
    if (single->problem->must) {
        rest_shut(rest, single->sites - 1);
        if (!rest_sweep(rest))
            return;
    }
    effort->looks = FIRST_LOOKS;
    effort->until = INFINITY;
    worth_begin(worker->worth);
    effort_climb(effort, worker, SHORT_FIRST);
    effort_root(effort, worker);
    memcpy(worker->worth->worth, effort->root->worth,
           (size_t)single->jobs * sizeof(double));
    worth_look(worker->worth, effort->base);
    memcpy(effort->gain, worker->worth->gain,
           (size_t)single->sites * sizeof(double));
    descend(effort, worker);
    effort->steps = worker->taken;
}
