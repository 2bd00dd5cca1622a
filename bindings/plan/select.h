/* Inside of the bindings: selections, some rows of one table in an order.
 *
 * A selection keeps the rows it had when it was made.  What goes over all of
 * them (loops, where, sort, group, sums, columns) passes over rows that have
 * been removed since; # and [i] do not.
 */
#ifndef BINDINGS_PLAN_SELECT_H
#define BINDINGS_PLAN_SELECT_H

#include "bindings/plan/bind.h"

#define BIND_SELECTION "ccn.selection"

struct selection {
    struct box *box;
    int table, n, next;
    int row[];
};

/* The selection at index 1, of a plan that is open. */
struct selection *select_check(lua_State *L);

const struct plan *select_plan(const struct selection *selection);
const struct schema *select_schema(const struct selection *selection);

/* Push a selection with room for n rows of the box at this index. */
struct selection *select_push(lua_State *L, int box, int table, int n);

/* Push an empty one of the same table as the one at index 1, as large. */
struct selection *select_push_like(lua_State *L, const struct selection *from);

/* Push the i-th row of the selection at index 1. */
void select_push_row(lua_State *L, const struct selection *selection, int i);

/* Whether the i-th row is still there. */
bool select_has(const struct selection *selection, int i);

/* The order of two known values of one field: negative, 0 or positive. */
int select_compare(struct value a, struct value b);

/* order.c and total.c: methods, ended by NULL. */
extern const luaL_Reg select_order_methods[];
extern const luaL_Reg select_total_methods[];

#endif
