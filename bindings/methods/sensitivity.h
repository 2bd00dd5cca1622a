/* Inside of the bindings: what the analyses of a sweep have in common.
 *
 * A request has y, the results run by run, x, a table of columns by name, and
 * names, the order of the factors.  `place`, if given, are the numbers of the
 * runs that y and x hold, out of `runs`; the others have no result. */
#ifndef BINDINGS_METHODS_SENSITIVITY_H
#define BINDINGS_METHODS_SENSITIVITY_H

#include "bindings/methods/arrays.h"
#include "core/sweep/effects.h"
#include "core/sweep/pawn.h"
#include "core/sweep/prim.h"
#include "core/sweep/regress.h"
#include "core/sweep/regret.h"
#include "core/sweep/variance.h"

struct sensitivity_sample {
    int64_t runs;
    int factors;
    const double *y;
    const double *const *x; /* NULL when not asked for or not given */
    const char *const *name;
};

/* Read the request at index 1. */
void sensitivity_read(struct arrays *arrays, bool with_x,
                      struct sensitivity_sample *sample);

/* What C must free.  It does so once the result is pushed; Lua does should
 * that jump out. */
struct sensitivity {
    struct variance variance;
    struct effects effects;
    struct pawn pawn;
    struct regress regress;
    struct prim prim;
    struct regret regret;
};

struct sensitivity *sensitivity_push(lua_State *L);
void sensitivity_release(struct sensitivity *held);

/* Set fields of the table on top. */
void sensitivity_set(lua_State *L, const char *name, double number);
void sensitivity_set_whole(lua_State *L, const char *name, int64_t whole);
void sensitivity_set_list(lua_State *L, const char *name, const double *number,
                          size_t count);
void sensitivity_set_steps(lua_State *L, const int64_t *step, int steps);

/* A field of lists value, low and high. */
void sensitivity_set_estimates(lua_State *L, const char *name,
                               const struct estimate *estimate, size_t count);

#endif
