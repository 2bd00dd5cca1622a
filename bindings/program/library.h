/* What every script finds: the environment of the sandbox, print, and the table
 * ccn. */
#ifndef BINDINGS_PROGRAM_LIBRARY_H
#define BINDINGS_PROGRAM_LIBRARY_H

#include <lua.h>

/* Open it all in a new state; for struct host. */
int library_open(lua_State *L);

#endif
