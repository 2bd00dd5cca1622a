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
#ifndef BINDINGS_PLAN_COLUMN_H
#define BINDINGS_PLAN_COLUMN_H

#include "bindings/plan/bind.h"

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

/* Push a copy of the rows or the column at an index onto another state, which
 * must not outlive this one: what it holds stays here.  For rows their plan is
 * on top of the other stack, and goes.  False when the
 * value is neither. */
bool bind_column_carry(lua_State *from, int index, lua_State *to);

/* Whether the value is rows, whose user value is their plan. */
bool bind_is_rows(lua_State *L, int index);

/* The function ccn.engine.rows. */
extern const luaL_Reg bind_column_functions[];

/* Make the types. */
void bind_column_types(lua_State *L);

#endif
