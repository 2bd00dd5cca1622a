/* A placing problem as an assignment problem, which has less to say.
 *
 * Those who move together are one job; a cluster is a site.  What assignment
 * problems cannot say is left out or made looser: limits of groups of clusters
 * other than one district limit and one yearly budget, years that are shut
 * between open ones, who must be apart, changes of the year alone.  So every
 * placement is an assignment and costs no less than it: the bound of the
 * assignment holds for the placement, and where the assignment puts someone is
 * only a proposal.
 */
#ifndef CORE_PLACE_RELAX_H
#define CORE_PLACE_RELAX_H

#include "core/assign/assign.h"
#include "core/place/ledger.h"

struct relaxed {
    struct assign_problem problem;
    int *lead;       /* [job] enterprise */
    double constant; /* the total of a placement less that of its assignment,
                        at least */
};

/* The ledger is empty.  Returns false when there is nothing to assign, or
 * more years than assignment problems have. */
bool relaxed_init(struct relaxed *relaxed, const struct ledger *ledger);
void relaxed_release(struct relaxed *relaxed);

#endif
