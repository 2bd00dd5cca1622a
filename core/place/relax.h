/* A placing problem as an assignment problem, which has less to say.
 *
 * Those who move together are one job; a cluster is a site.  What assignment
 * problems cannot say is left out or made looser: changes of the year alone,
 * limits of terms.  So every placement is an assignment and costs no less than
 * it: the bound of the assignment holds for the placement, and where the
 * assignment puts someone is only a proposal.
 */
#ifndef CORE_PLACE_RELAX_H
#define CORE_PLACE_RELAX_H

#include "core/assign/assign.h"
#include "core/place/ledger.h"

struct relaxed {
    struct assign_problem problem;
    int *lead;                /* [job] enterprise */
    int own[PLACE_RESOURCES]; /* which resource it is there; of the shared
                                 ones, -1 less its number */
    struct assign_shared shared[PLACE_RESOURCES];
    int *pin_year, *apart; /* [job] */
    double constant; /* the total of a placement less that of its assignment,
                        at least */
};

/* The ledger is empty.  Returns false when there is nothing to assign, or
 * more years than assignment problems have. */
bool relaxed_init(struct relaxed *relaxed, const struct ledger *ledger);
void relaxed_release(struct relaxed *relaxed);

/* Whether nothing is left out or made looser, so that an assignment is a
 * placement of the same total, up to rounding. */
bool relaxed_says_all(const struct place_problem *problem);

/* [group * years + year] what the bound says one more unit of a resource is
 * worth: from that year on, or in it where it is spent.  The caller frees. */
double *relaxed_worth(const struct relaxed *relaxed,
                      const struct assignment *assignment, int resource);

#endif
