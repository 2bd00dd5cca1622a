/* Inside of sandbox.h: pairs, next and table.sort that go the same way on
 * every run.
 *
 * Lua's own pairs follows the places of things in memory, and its table.sort
 * takes the clock for large lists, so that ties fall this way or that.  Ours
 * sort by numbers, then texts by their bytes, then false and true; table.sort
 * keeps the order of what is equal.
 */
#ifndef BINDINGS_LUA_SORTED_H
#define BINDINGS_LUA_SORTED_H

#include <lua.h>
#include <stdbool.h>

/* As lua_next(), in order: takes a key from the stack and puts the least key
 * above it and its value there.  All keys are looked at, at every step. */
bool sorted_step(lua_State *L, int table);

int sorted_pairs(lua_State *L);
int sorted_next(lua_State *L);
int sorted_sort(lua_State *L); /* table.sort(list [, before]) */

#endif
