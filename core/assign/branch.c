#include "core/assign/branch.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

#define NEAR 0.1 /* of the first steps in a node, where sites are decided */
#define FAR 1.0  /* and where only jobs are */

#define CLEAR 0.02 /* share of looks in which a site is, or is not, used */

enum { FIX_LOOKS = 3 }; /* as much work as fixing */

struct worker *worker_new(const struct single *single)
{
    struct worker *worker = mem_new(1, sizeof *worker);
    worker->worth = worth_new(single);
    worker->found = mem_new((size_t)single->jobs + 1, sizeof(int));
    worker->total = INFINITY;
    worker->wanted = INFINITY;
    worker->pace = single->problem->opening ? NEAR : FAR;
    return worker;
}

void worker_free(struct worker *worker)
{
    if (!worker)
        return;
    worth_free(worker->worth);
    free(worker->found);
    free(worker);
}

struct node *node_new(struct rest *rest, const double *worth, double bound)
{
    struct node *node = mem_new(1, sizeof *node);
    size_t n = (size_t)rest->single->jobs;
    node->rest = rest;
    node->worth = mem_raw(n + 1, sizeof(double));
    memcpy(node->worth, worth, n * sizeof(double));
    node->bound = bound;
    return node;
}

/* What else is left of a node. */
static struct node *node_from(struct rest *rest, const struct node *from)
{
    struct node *node = node_new(rest, from->worth, from->bound);
    node->undecided = from->undecided;
    node->dived = from->dived;
    return node;
}

struct node *node_copy(const struct node *from)
{
    return node_from(rest_copy(from->rest), from);
}

void node_free(struct node *node)
{
    if (!node)
        return;
    rest_free(node->rest);
    free(node->worth);
    free(node);
}

void worker_find(struct worker *worker, const int *site)
{
    const struct single *single = worker->worth->single;
    double total = single_total(single, site);
    if (total >= worker->total)
        return;
    memcpy(worker->found, site, (size_t)single->jobs * sizeof(int));
    worker->total = total;
    worker->wanted = fmin(worker->wanted, single_wanted(single, total));
}

static void took(struct worker *worker, long looks)
{
    worker->looks -= looks;
    worker->taken += looks;
}

/* Whether every job is packed just once. */
static bool all_packed(const struct worth *worth)
{
    int j = 0;
    while (j < worth->single->jobs && worth->times[j] == 1)
        j++;
    return j == worth->single->jobs;
}

static bool undecided(const struct stall *stall)
{
    return stall->count > 0 && stall->opening > 0 && !isinf(stall->opening);
}

int node_undecided(const struct node *node)
{
    int count = 0;
    for (int i = 0; i < node->rest->single->sites; i++)
        count += undecided(&node->rest->stall[i]);
    return count;
}

/* When sites were decided since. */
static void shift(struct worker *worker, struct node *node)
{
    int count = node_undecided(node);
    if (count != node->undecided)
        took(worker, worth_shift(worker->worth, node->rest));
    node->undecided = count;
}

static bool climb(struct worker *worker, struct node *node, int steps)
{
    struct worth *worth = worker->worth;
    memcpy(worth->best, node->worth,
           (size_t)worth->single->jobs * sizeof(double));
    worth_begin(worth, worker->pace);
    shift(worker, node);
    for (int i = 0; i < steps; i++) {
        bool more = worth_step(worth, node->rest,
                               worker->wanted + 1e-4 * fabs(worker->wanted));
        took(worker, 1);
        if (all_packed(worth))
            worker_find(worker, worth->packed);
        if (worth->bound > worker->wanted)
            return false;
        if (!more)
            break;
    }
    return true;
}

enum node_state node_work(struct worker *worker, struct node *node, int steps)
{
    struct worth *worth = worker->worth;
    if (!climb(worker, node, steps) ||
        !worth_fix(worth, node->rest, worker->wanted))
        return NODE_CLOSED;
    took(worker, FIX_LOOKS);
    memcpy(node->worth, worth->best,
           (size_t)worth->single->jobs * sizeof(double));
    node->bound = fmax(node->bound, worth->floor);
    if (all_packed(worth))
        worker_find(worker, worth->packed);
    if (node->rest->unsettled == 0) {
        worker_find(worker, node->rest->settled);
        return NODE_CLOSED;
    }
    return node->bound > worker->wanted ? NODE_CLOSED : NODE_OPEN;
}

static int entry_of(const struct stall *stall, int job)
{
    int e = 0;
    while (e < stall->count && stall->job[e] != job)
        e++;
    return e;
}

/* Settle the job where it is best, when it still fits there. */
static bool settle(struct worker *worker, struct rest *rest, int job)
{
    int site = worker->worth->first[job];
    const struct stall *stall = &rest->stall[site];
    int entry = entry_of(stall, job);
    if (entry == stall->count || stall->need[entry] > stall->room)
        return false;
    rest_settle(rest, site, entry);
    return true;
}

static int clearest(const struct worth *worth, const struct rest *rest)
{
    int best = -1;
    for (int j = 0; j < worth->single->jobs; j++) {
        if (rest->settled[j] < 0 &&
            (best < 0 || worth->lead[j] > worth->lead[best]))
            best = j;
    }
    return best;
}

/* The site that is used in nearest to that share of looks; -1 when all are
 * decided. */
static int nearest(const struct worth *worth, const struct rest *rest,
                   double share)
{
    int best = -1;
    double least = INFINITY;
    for (int i = 0; i < worth->single->sites; i++) {
        double way = fabs(worth->used[i] - share);
        if (undecided(&rest->stall[i]) && way < least) {
            least = way;
            best = i;
        }
    }
    return best;
}

/* Returns whether it may be. */
static bool decide(struct rest *rest, int site, bool open)
{
    if (open)
        rest_open(rest, site);
    else
        rest_shut(rest, site);
    return rest_sweep(rest);
}

static struct node *split_site(struct worker *worker, struct node *node,
                               int site)
{
    bool open = worker->worth->used[site] > 0.5;
    struct rest *rest = rest_copy(node->rest);
    struct node *other = NULL;
    if (decide(rest, site, !open))
        other = node_from(rest, node);
    else
        rest_free(rest);
    if (!decide(node->rest, site, open))
        node->bound = INFINITY;
    return other;
}

static struct node *split_job(struct worker *worker, struct node *node)
{
    int job = clearest(worker->worth, node->rest);
    int site = worker->worth->first[job];
    struct rest *rest = rest_copy(node->rest);
    struct node *other = NULL;
    struct stall *stall = &rest->stall[site];
    int entry = entry_of(stall, job);
    if (entry < stall->count)
        stall->cost[entry] = INFINITY;
    if (rest_sweep(rest))
        other = node_from(rest, node);
    else
        rest_free(rest);
    if (!settle(worker, node->rest, job) || !rest_sweep(node->rest))
        node->bound = INFINITY;
    return other;
}

struct node *node_split(struct worker *worker, struct node *node)
{
    int site = nearest(worker->worth, node->rest, 0.5);
    return site >= 0 ? split_site(worker, node, site) : split_job(worker, node);
}

/* Decide the sites that are clear, or else the clearest of each kind. */
static void plunge_sites(struct worker *worker, struct node *node)
{
    const double *used = worker->worth->used;
    int none = nearest(worker->worth, node->rest, 0);
    int all = nearest(worker->worth, node->rest, 1);
    double few = fmax(CLEAR, used[none]), most = fmin(1 - CLEAR, used[all]);
    few = fmin(few, 0.5);
    for (int i = 0; i < node->rest->single->sites; i++) {
        if (!undecided(&node->rest->stall[i]))
            continue;
        if (used[i] >= most && used[i] >= 0.5)
            rest_open(node->rest, i);
        else if (used[i] <= few)
            rest_shut(node->rest, i);
    }
    if (!rest_sweep(node->rest))
        node->bound = INFINITY;
}

void node_plunge(struct worker *worker, struct node *node, int jobs)
{
    if (nearest(worker->worth, node->rest, 0) >= 0) {
        plunge_sites(worker, node);
        return;
    }
    for (; jobs > 0; jobs--) {
        int job = clearest(worker->worth, node->rest);
        if (job < 0)
            break;
        if (!settle(worker, node->rest, job))
            worker->worth->lead[job] = -1;
    }
    if (!rest_sweep(node->rest))
        node->bound = INFINITY;
}

/* The ways that are open, the last one first. */
struct pile {
    struct node **node;
    int count, space;
};

static void pile_put(struct pile *pile, struct node *node)
{
    if (!node)
        return;
    if (pile->count == pile->space) {
        pile->space = pile->space ? 2 * pile->space : 64;
        pile->node =
            mem_grow(pile->node, (size_t)pile->space, sizeof *pile->node);
    }
    pile->node[pile->count++] = node;
}

bool node_search(struct worker *worker, struct node *node, int steps)
{
    struct pile pile = { NULL, 0, 0 };
    pile_put(&pile, node);
    while (pile.count > 0 && worker->looks > 0 && !worker->over(worker->data)) {
        node = pile.node[--pile.count];
        if (node->bound > worker->wanted ||
            node_work(worker, node, steps) == NODE_CLOSED) {
            node_free(node);
            continue;
        }
        pile_put(&pile, node_split(worker, node));
        pile_put(&pile, node);
    }
    bool done = pile.count == 0;
    while (pile.count > 0)
        node_free(pile.node[--pile.count]);
    free(pile.node);
    return done;
}

enum {
    STEPS = 12,
    PLUNGE = 30,   /* a share of one in so many at once */
    ALL_WAYS = 60, /* jobs, from where on every way is tried */
    LOOKS = 3000,  /* of one search */
};

void node_descend(struct worker *worker, struct node *node, int *settled)
{
    static const double aims[] = { 0.03, 0.1, 0.3, 1 };
    size_t n = (size_t)worker->worth->single->jobs;
    double wanted = worker->wanted;
    enum node_state state = node_work(worker, node, STEPS);
    while (state == NODE_OPEN && node->rest->unsettled > ALL_WAYS &&
           !worker->over(worker->data)) {
        node_plunge(worker, node, node->rest->unsettled / PLUNGE + 1);
        state = node_work(worker, node, STEPS);
    }
    if (settled)
        memcpy(settled, node->rest->settled, n * sizeof *settled);
    for (int i = 0; i < 4 && state == NODE_OPEN && worker->total > wanted &&
                    node->rest->unsettled <= ALL_WAYS;
         i++) {
        struct node *again = node_copy(node);
        worker->wanted = node->bound + aims[i] * (wanted - node->bound);
        worker->looks = LOOKS;
        node_search(worker, again, STEPS);
    }
    node_free(node);
}
