/* Bindings: the core as Lua sees it.
 *
 * Three rules keep C and Lua from hurting each other.
 *
 *  1. Take the arguments, then call the core, then push the results.  Nearly
 *     every Lua function can raise an error and so leave the C function at
 *     once; never hold anything that must be freed or unlocked across one.
 *  2. What Lua can reach, Lua frees.  A plan lives in a box, a userdata that
 *     frees it when collected or closed.  Make the box first, then the plan.
 *     Rows point to the box and keep it alive as their user value.
 *  3. The core reports, the binding raises: bind_raise() is the only place
 *     where a struct err becomes a Lua error.
 *
 * Rows need no code per field: they read the schemas of their plan, so a field
 * that an analyst adds is there at once.
 */
#ifndef BINDINGS_PLAN_BIND_H
#define BINDINGS_PLAN_BIND_H

#include <lauxlib.h>
#include <lua.h>

#include "bindings/lua/raise.h"
#include "core/data/change.h"
#include "core/model/model.h"

struct box {
    struct plan *plan;  /* NULL once closed */
    struct plan *saved; /* what its file holds; NULL for a new plan */
    const char *origin; /* that file, interned; NULL for a new plan */
    bool opened;        /* the plan of that file itself, no fork of it */
    /* Forks: the names of those it was forked from, a line each, the nearest
     * first and the plan itself not among them; interned. */
    const char *lineage;
};

struct row {
    struct box *box;
    int table, row;
};

/* plan.c */

#define BIND_PLAN "ccn.plan"

/* The type of plans and what they can do; functions for the table ccn are
 * put into the table on top. */
void bind_plan_type(lua_State *L);

/* The plan in the box at this index; raises an error if there is none. */
struct plan *bind_plan(lua_State *L, int index);

/* The name of a plan at this argument: one line of text. */
const char *bind_plan_name(lua_State *L, int arg);

/* Push an empty box; put a plan into it next (rule 2). */
struct box *bind_push_box(lua_State *L);

/* The number of the table whose name is at this argument; raises an error
 * that names the nearest one if there is none. */
int bind_table(lua_State *L, int arg);

/* row.c */

/* Make the types "parcel", "cluster", ..., one for each table. */
void bind_row_types(lua_State *L);

/* The row at this index, of a table or (-1) of any; raises an error if there
 * is none, it is removed or its plan is closed. */
const struct row *bind_row(lua_State *L, int index, int table);

/* Push a row of the plan in the box at this index.  The same row is always
 * the same Lua value, so rows compare with == and work as table keys. */
void bind_push_row(lua_State *L, int box, int table, int row);

/* Which table of the model the userdata at this index is a row of, or -1. */
int bind_row_table(lua_State *L, int index);

/* value.c */

/* Push a value of a field, a reference as a row of the box at this index. */
void bind_push_value(lua_State *L, int box, const struct field *field,
                     struct value value);

/* The Lua value at this index, for a field of a row of this box.  A text in it
 * is good as long as the Lua value is. */
struct value bind_value(lua_State *L, int index, const struct box *box,
                        const struct field *field);

/* The number of the field whose name is at this index; raises an error that
 * names the nearest one if there is none. */
int bind_field(lua_State *L, int index, const struct schema *schema);

/* The same for every key of the table at this index, the first in order of
 * sorted.h first. */
void bind_fields(lua_State *L, int table, const struct schema *schema);

/* select.c */

void bind_selection_type(lua_State *L);

/* Push a selection of all rows of a table of the plan in the box at index. */
void bind_push_all(lua_State *L, int box, int table);

/* change.c */

void bind_change_type(lua_State *L);

/* The list of changes at this index; raises an error if there is none. */
const struct changes *bind_changes(lua_State *L, int index);

/* Push an empty list of changes, which Lua frees; put one into it next. */
struct changes **bind_push_changes(lua_State *L);

/* Push a value that a change names, as its field shows values. */
void bind_push_change_value(lua_State *L, const struct plan *plan,
                            const struct change *change, struct value value);

extern const luaL_Reg bind_change_methods[]; /* of plans */

#endif
