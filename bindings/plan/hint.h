/* The way out of errors that Lua itself raises: Lua says in English what it
 * could not do, and a hint in the language of the reader says what it mostly
 * means in a script of plans.
 */
#ifndef BINDINGS_PLAN_HINT_H
#define BINDINGS_PLAN_HINT_H

#include <lua.h>

/* Put the hint, if there is one, behind the first line of the error message on
 * top of the stack. */
void hint_put(lua_State *L);

/* Keep in mind the row that was looked for last and is not there, in the plan
 * at this index.  Pushes the nil that a script gets for it, and returns 1. */
int hint_missing(lua_State *L, int plan, int table, const char *key);

/* A plan or a selection has no method of the name at index 2: name the
 * nearest of those in the table at an index. */
int hint_no_method(lua_State *L, const char *of, int names);

#endif
