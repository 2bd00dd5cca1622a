/* Branch and bound over what is left, with the bound of the jobs' worths.
 * Private to core/assign.
 *
 * A node is what is left and worths to begin with.  At each the worths climb
 * a little, what cannot be is dropped, and the job, or the site, that is
 * clearest is settled: first as the bound would have it, then, in another
 * node, any other way.
 */
#ifndef CORE_ASSIGN_BRANCH_H
#define CORE_ASSIGN_BRANCH_H

#include "core/assign/worth.h"

struct node {
    struct rest *rest;
    double *worth; /* [job] */
    double bound;
    int undecided; /* sites, when its worths were last shifted */
    bool dived;    /* for whoever wants to remember it */
};

/* Who works on nodes: one in each thread.  What it finds is here until it is
 * fetched. */
struct worker {
    struct worth *worth;
    int *found;               /* [job] site */
    double total;             /* of found; INFINITY: nothing */
    double wanted;            /* only what costs no more */
    double pace;              /* of the first steps in a node, see worth.h */
    long looks;               /* that may still be taken in this search */
    long taken;               /* in all */
    bool (*over)(void *data); /* asked now and then */
    void *data;
};

struct worker *worker_new(const struct single *single);
void worker_free(struct worker *worker);

/* An assignment to keep when it is the best yet: site[job]. */
void worker_find(struct worker *worker, const int *site);

struct node *node_new(struct rest *rest, const double *worth, double bound);
struct node *node_copy(const struct node *from);
void node_free(struct node *node);

/* How many sites may still be used or not. */
int node_undecided(const struct node *node);

enum node_state { NODE_OPEN, NODE_CLOSED };

/* Raise the bound of the node by so many steps and drop what cannot be; the
 * worker has then seen it last.  Closed: nothing wanted is left in it. */
enum node_state node_work(struct worker *worker, struct node *node, int steps);

/* After node_work: settle what is clearest in the node, whose bound becomes
 * INFINITY when that leaves nothing.  Returns a node with all other ways, or
 * NULL when there are none. */
struct node *node_split(struct worker *worker, struct node *node);

/* After node_work: settle several at once, for a quick way down. */
void node_plunge(struct worker *worker, struct node *node, int jobs);

/* Straight down by plunges, then all ways from where few jobs are left, first
 * those nearest to the bound.  The node is freed.  When nothing is found that
 * is wanted, settled[job] tells where the way ended, -1: nowhere yet; NULL:
 * not asked. */
void node_descend(struct worker *worker, struct node *node, int *settled);

/* Search all below the node, which is freed.  Returns false when it ended
 * before, for looks or because it is over. */
bool node_search(struct worker *worker, struct node *node, int steps);

#endif
