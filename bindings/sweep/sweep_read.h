/* Inside of sweep.c: a request of scripts/sweep.lua as the engine wants it. */
#ifndef BINDINGS_SWEEP_SWEEP_READ_H
#define BINDINGS_SWEEP_SWEEP_READ_H

#include "bindings/methods/arrays.h"
#include "bindings/sweep/sweep_state.h"
#include "core/store/results.h"
#include "core/sweep/design.h"

/* Read the factors and the design of the table at an index; the arrays stay
 * with the anchor.  Raises an error that names the factor or the field. */
void sweep_read_design(struct arrays *arrays, int table,
                       struct design_request *request);

/* How each factor reaches the function; the plan is NULL or where its keys are
 * looked up. */
void sweep_read_factors(struct arrays *arrays, int table,
                        const struct plan *plan, struct experiment *experiment);

/* What is stored with the results; runs and block are those of the design. */
void sweep_read_about(struct arrays *arrays, int table,
                      struct results_about *about);

#endif
