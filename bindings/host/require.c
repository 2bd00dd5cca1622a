#include "bindings/host/require.h"

#include <ctype.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/host.h"

static bool is_name(const char *name)
{
    bool part = false; /* inside of a part between dots */
    for (; *name; name++) {
        if (isalnum((unsigned char)*name) || *name == '_')
            part = true;
        else if (*name == '.' && part)
            part = false;
        else
            return false;
    }
    return part;
}

/* The file of a module in a folder; false when there is none. */
static bool find(const char *folder, const char *name, char *path, size_t size)
{
    int length = snprintf(path, size, "%s/%s.lua", folder, name);
    if (length < 0 || (size_t)length >= size)
        return false;
    size_t from = strlen(folder) + 1, to = (size_t)length - strlen(".lua");
    for (size_t i = from; i < to; i++) {
        if (path[i] == '.')
            path[i] = '/';
    }
    return access(path, R_OK) == 0;
}

/* A link in the folder of the script may lead anywhere: ask the parent. */
static void check_home(lua_State *L, const char *path)
{
    struct err err;
    char resolved[PATH_MAX];
    if (!bind_read(L, path, resolved, sizeof resolved, &err))
        bind_raise(L, &err);
}

/* Whether the code that called require is shipped: then it means shipped
 * modules, whatever the script has beside it.  The host itself is, too. */
static bool caller_is_shipped(lua_State *L, const struct host *host)
{
    lua_Debug caller;
    if (!lua_getstack(L, 1, &caller) || !lua_getinfo(L, "S", &caller))
        return true;
    size_t size = strlen(host->lib);
    return *caller.source != '@' ||
           (strncmp(caller.source + 1, host->lib, size) == 0 &&
            caller.source[1 + size] == '/');
}

/* In the folder of the file that calls, as of one that a command was given. */
static bool find_beside(lua_State *L, const char *name, char *path, size_t size)
{
    lua_Debug caller;
    char folder[PATH_MAX];
    if (!lua_getstack(L, 1, &caller) || !lua_getinfo(L, "S", &caller) ||
        *caller.source != '@' || strlen(caller.source) >= sizeof folder)
        return false;
    snprintf(folder, sizeof folder, "%s", caller.source + 1);
    return find(dirname(folder), name, path, size);
}

/* Find the file of a module, in the folders where the caller may mean it. */
static void locate(lua_State *L, const char *name, char *path, size_t size)
{
    const struct host *host = host_of(L);
    bool shipped = caller_is_shipped(L, host);
    if (shipped && find(host->lib, name, path, size))
        return;
    if (find(host->home, name, path, size) ||
        (!shipped && find_beside(L, name, path, size)))
        check_home(L, path);
    else if (shipped || !find(host->lib, name, path, size))
        bind_fail(L,
                  "there is no module '%s' in the folder of the script nor "
                  "among the shipped ones",
                  name);
}

/* Upvalues: the modules loaded so far, by path; false marks one being loaded,
 * and the mark goes when loading fails. */
static int require(lua_State *L)
{
    const char *name = bind_path(L, 1);
    char path[PATH_MAX];
    lua_settop(L, 1);
    if (!is_name(name))
        return bind_fail(L,
                         "'%s' is no name of a module: letters, digits and _, "
                         "folders joined by points",
                         name);
    locate(L, name, path, sizeof path);
    if (lua_getfield(L, lua_upvalueindex(1), path) == LUA_TBOOLEAN &&
        !lua_toboolean(L, -1))
        return bind_fail(L, "module '%s' requires itself", name);
    if (!lua_isnil(L, -1))
        return 1;

    lua_pushboolean(L, 0);
    lua_setfield(L, lua_upvalueindex(1), path);
    int status = host_load(L, path);
    if (status == LUA_OK) {
        lua_pushvalue(L, 1);
        status = lua_pcall(L, 1, 1, 0);
    }
    if (status != LUA_OK || !lua_toboolean(L, -1)) {
        lua_pushnil(L);
        lua_setfield(L, lua_upvalueindex(1), path);
        if (status != LUA_OK)
            return lua_error(L);
        lua_pop(L, 1);
        lua_newtable(L);
    }
    lua_pushvalue(L, -1);
    lua_setfield(L, lua_upvalueindex(1), path);
    return 1;
}

void require_open(lua_State *L)
{
    lua_newtable(L);
    lua_pushcclosure(L, require, 1);
    lua_setglobal(L, "require");
}
