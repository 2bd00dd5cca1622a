/* Inside of designs: what a request asks for. */
#ifndef CORE_SWEEP_DESIGN_CHECK_H
#define CORE_SWEEP_DESIGN_CHECK_H

#include "core/sweep/design.h"

/* How many runs the design has, -1 for an error. */
int64_t design_check(const struct design_request *request, struct err *err);

/* Levels of a factor on a grid. */
int design_levels(const struct factor *factor,
                  const struct design_request *request);

/* Runs that belong together. */
int64_t design_block(const struct design_request *request);

#endif
