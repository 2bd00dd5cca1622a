/* What the tests of designs share. */
#ifndef TESTS_DESIGN_WORLD_H
#define TESTS_DESIGN_WORLD_H

#include <stdlib.h>

#include "core/sweep/design.h"
#include "tests/test.h"

static struct err err;
static struct factor unit[64];
static struct design design;

static inline void factors_reset(void)
{
    for (int f = 0; f < 64; f++)
        unit[f] =
            (struct factor){ .name = "x", .kind = FACTOR_UNIFORM, .b = 1 };
}

static inline double *rows_of(struct design_request request)
{
    if (!request.factor)
        request.factor = unit;
    assert_ok(design_init(&design, &request, &err));
    double *value =
        malloc((size_t)design.runs * (size_t)design.factors * sizeof *value);
    design_rows(&design, 0, design.runs, value);
    return value;
}

static inline void done(double *value)
{
    free(value);
    design_release(&design);
}

#endif
