/* The prices of a proof, out of the engine and back into one.  Private to
 * core/assign. */
#ifndef CORE_ASSIGN_PROOF_H
#define CORE_ASSIGN_PROOF_H

#include "core/assign/engine.h"

/* Give the prices at hand to the assignment, which owns them. */
void proof_give(struct assignment *assignment, const struct engine *engine);
void proof_release(struct assignment *assignment);

/* Begin at the prices of an earlier answer to a problem with as many jobs,
 * sites, years, resources and shared limits; rooms may be others.  Returns
 * whether it had any. */
bool proof_take(struct engine *engine, const struct assignment *from);

#endif
