/* Land and tenants together: which phases open when, and who goes where.
 *
 * What is solved is looser than what has to be kept, so that its bound holds:
 * phases of a cluster open in their order, their cost counts in the year in
 * which they begin to serve, against all money that has come in by then,
 * whatever its source; room that a cluster has without them is there from the
 * first year on.  What else ties phases is not looked at.  Whoever wants a plan
 * schedules the phases for these years and places anew.
 */
#ifndef CORE_PLACE_JOINT_H
#define CORE_PLACE_JOINT_H

#include "core/place/optimum.h"

struct place_phases {
    const int *start;    /* [clusters + 1] into the others, in their order */
    const int *earliest; /* [phase] year from which on it can serve; years:
                            never; not before that of the phase in front */
    const double *cost;  /* [phase] */
    const int64_t *base; /* [cluster * resources + r] what there is without
                            any; PLACE_NO_LIMIT */
    const int64_t *room; /* [phase * resources + r] with this phase and those in
                            front; only of a resource that each cluster has for
                            itself and that is not spent */
    const double *capital; /* [year] what comes in for what serves from that
                              year on; NULL: as much as is wanted */
};

struct place_joint {
    int *serves; /* [phase] year, years: never */
    double total, bound;
};

/* The supplies of the problem are those with all phases as early as can be.
 * Fails when the problem is not sound, or nobody could be placed at all. */
bool place_joint(struct place_joint *joint, const struct place_problem *problem,
                 const struct place_phases *phases,
                 const struct place_work *work, struct err *err);
void place_joint_release(struct place_joint *joint);

#endif
