/* What a script finds around it: an allow-list.
 *
 * No io, os, package, debug, coroutine, collectgarbage, dofile, loadfile, warn
 * and string.dump; load takes text only; setmetatable refuses __gc, __close and
 * __mode; the metatable of strings is locked.  pairs, next and table.sort go in
 * a fixed order (sorted.h), no text shows an address, and math.random starts
 * from the seed of the run, so that a run never depends on where things lie in
 * memory.
 */
#ifndef BINDINGS_LUA_SANDBOX_H
#define BINDINGS_LUA_SANDBOX_H

#include <lua.h>

/* Open the allowed libraries and leave the environment in the globals. */
void sandbox_open(lua_State *L, unsigned seed);

/* Push a value as text, as tostring() does but without addresses. */
const char *sandbox_text(lua_State *L, int index);

#endif
