/* Inside of the bindings: columns of a plan for the engines, without a copy
 * where the plan holds them as the engine wants them.
 *
 *     local rows = ccn.engine.rows(plan:enterprises())
 *     rows:row(3), #rows, rows:keys()
 *     local land = rows:column "land_held"   -- the numbers, and land[3]
 *
 * Rows remember a fork of the plan as it was, so that what is later changed
 * in the plan changes neither a column nor what it is said to hold.
 */
#ifndef BINDINGS_COLUMN_H
#define BINDINGS_COLUMN_H

#include "bindings/bind.h"

/* One value for each row; one of the two is NULL. */
struct bind_column {
    const double *number; /* NAN: not known */
    const char *const *text;
    size_t count;
};

/* The column at this index, or NULL when the value there is none. */
const struct bind_column *bind_column(lua_State *L, int index);

/* Push a column of numbers that are of no plan, to be filled; NAN: not known.
 * It reads in Lua as a list does. */
double *bind_push_numbers(lua_State *L, size_t count);

/* The function ccn.engine.rows. */
extern const luaL_Reg bind_column_functions[];

/* Make the types. */
void bind_column_types(lua_State *L);

#endif
