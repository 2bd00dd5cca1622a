/* The work on one problem with one room per site, and what it has come to.
 * Private to core/assign.
 *
 * It goes in rounds.  In each, two workers go their ways with what was known
 * at its beginning: one through the tree of all that is left, one through
 * parts of the best assignment, other sites, and straight down from where the
 * tree is promising.  What they found is put together when both are done, so
 * it does not matter whether they worked at once.
 */
#ifndef CORE_ASSIGN_EFFORT_H
#define CORE_ASSIGN_EFFORT_H

#include <stdatomic.h>

#include "core/assign/branch.h"
#include "core/assign/locate.h"
#include "core/assign/redo.h"
#include "core/assign/rise.h"

enum { WORKERS = 2, DIVES = 64 };

/* What parts are drawn from. */
struct field {
    struct rest *rest;
    double *worth;   /* [job] in it */
    double *gain;    /* [site] at those worths */
    double *deficit; /* [site] how much less the assignment gains there */
};

/* All that is left; where opening costs, also the sites in use alone. */
enum { WIDE, NARROW, FIELDS };

struct effort {
    const struct single *single;
    const struct assign_work *work;
    double began, told;
    double until; /* seconds at which the round ends */
    long looks;   /* of a worker in the round */
    bool stopped;
    long steps;

    struct node *root; /* what is left of all, with the best worths */
    struct field field[FIELDS];
    int *site; /* [job] the best assignment */
    double total, bound;

    struct node **open; /* of the tree, in the order they were put there */
    int nodes, space;
    double cap;    /* no bound is above this */
    bool finished; /* nothing is left that could be better */
    bool climbed;  /* the bound of the root is as high as it gets */
    double fixed;  /* the total by which the root was last cleared */
    bool cleared;  /* since the wide field became what was left */
    bool grown;    /* the tree was begun */

    struct node *dive[DIVES];  /* from where to go straight down */
    struct node *offer[DIVES]; /* from the tree, in this round */
    int dives, offers;
    struct node *diver; /* the dive of this round, or NULL */
    atomic_bool diving; /* the other goes on until it is over */

    struct worker *worker[WORKERS];
    struct locate *locate; /* NULL: opening costs nothing */
    struct rise *rise;     /* of the first worker; NULL: the same, or too many
                              jobs */
    double reach[WORKERS]; /* jobs in a part */
    long round;
};

double effort_seconds(const struct effort *effort);

/* Whether time is up, the watcher said stop, or the gap is small enough. */
bool effort_over(struct effort *effort);

/* What the worker found becomes the assignment when it costs less. */
void effort_take(struct effort *effort, const struct worker *worker);
void effort_bound(struct effort *effort, double bound);

/* Whether the worker has done its share of the round. */
bool effort_round_over(const struct effort *effort,
                       const struct worker *worker);

/* The root: prices, worths, what can be dropped; some assignment. */
void effort_begin(struct effort *effort);

/* Raise the bound of the root until steps are so short; false when the round
 * is over before.  What the worker has reached becomes the root's. */
bool effort_climb(struct effort *effort, struct worker *worker,
                  double shortest);
void effort_root(struct effort *effort, const struct worker *worker);

/* How much less each site gains by the assignment than it could. */
void effort_deficits(const struct effort *effort, struct field *field);

/* What the root has left, with its worths, becomes the wide field. */
void effort_widen(struct effort *effort, struct worker *worker);

/* Parts of the assignment, the best one as soon as there is a better one. */
void effort_redo(struct effort *effort, int number);

/* Other sites. */
void effort_locate(struct effort *effort, struct worker *worker);

/* Take the dive with the least bound to be the next; then straight down from
 * it. */
void effort_choose(struct effort *effort);
void effort_dive(struct effort *effort, struct worker *worker);

/* The tree from its root, for so many looks or as long as the round. */
void effort_grow(struct effort *effort, struct worker *worker);
/* No assignment in what is left of the tree costs less. */
double effort_tree_bound(const struct effort *effort);

#endif
