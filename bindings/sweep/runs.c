/* The log of runs in Lua.
 *
 *     ccn.engine.runs(path)        all runs of a plan file or journal
 *     ccn.engine.run(path, id)     one with all that it read and made
 *     ccn.engine.parameters(json, question)   what the script declares
 */
#include "bindings/sweep/runs.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>

#include "bindings/host/host.h"
#include "bindings/lua/held.h"
#include "bindings/plan/import.h"
#include "core/base/intern.h"
#include "core/store/run.h"

#define TYPE "ccn.runs"

/* What must be freed, in a box so that an error loses nothing (rule 2). */
struct held {
    struct run_record *list, *one;
};

static int drop(lua_State *L)
{
    struct held *held = luaL_checkudata(L, 1, TYPE);
    free(held->list);
    run_free(held->one);
    *held = (struct held){ 0 };
    return 0;
}

static struct held *push_held(lua_State *L)
{
    return held_push(L, sizeof(struct held), TYPE, drop);
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text); /* nil for NULL */
    lua_setfield(L, -2, name);
}

static void push_run(lua_State *L, const struct run_record *run)
{
    lua_createtable(L, 0, 16);
    lua_pushinteger(L, run->id);
    lua_setfield(L, -2, "id");
    lua_pushnumber(L, run->seconds);
    lua_setfield(L, -2, "seconds");
    lua_pushinteger(L, run->seed);
    lua_setfield(L, -2, "seed");
    set_text(L, "started", run->started);
    set_text(L, "state", run->state);
    set_text(L, "error", run->error);
    set_text(L, "command", run->command);
    set_text(L, "script", run->script);
    set_text(L, "folder", run->folder);
    set_text(L, "arguments", run->arguments);
    set_text(L, "parameters", run->parameters);
    set_text(L, "options", run->options);
    set_text(L, "versions", run->versions);
    set_text(L, "result", run->result);
}

static void push_parts(lua_State *L, const struct run_record *run)
{
    lua_createtable(L, run->nparts, 0);
    for (int i = 0; i < run->nparts; i++) {
        const struct run_part *part = &run->part[i];
        lua_createtable(L, 0, 5);
        set_text(L, "side", part->side == RUN_IN ? "in" : "out");
        set_text(L, "kind", part->kind);
        set_text(L, "name", part->name);
        set_text(L, "sha256", part->sha256);
        if (part->bytes) {
            lua_pushlstring(L, part->bytes, part->size);
            lua_setfield(L, -2, "bytes");
        }
        lua_rawseti(L, -2, i + 1);
    }
}

static const char *log_path(lua_State *L, char *resolved)
{
    struct err err;
    if (!bind_may_read(L, bind_path(L, 1), resolved, PATH_MAX, &err))
        bind_raise(L, &err);
    return resolved;
}

static int runs(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = log_path(L, resolved);
    struct held *held = push_held(L);
    int n = run_list(path, &held->list, &err);
    if (n < 0)
        return bind_raise(L, &err);
    lua_createtable(L, n, 0);
    for (int i = 0; i < n; i++) {
        push_run(L, &held->list[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

static int one_run(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = log_path(L, resolved);
    lua_Integer id = luaL_checkinteger(L, 2);
    struct held *held = push_held(L);
    held->one = run_find(path, id, &err);
    if (!held->one)
        return bind_raise(L, &err);
    push_run(L, held->one);
    push_parts(L, held->one);
    lua_setfield(L, -2, "parts");
    return 1;
}

static int parameters(lua_State *L)
{
    const char *text = luaL_checkstring(L, 1);
    const char *question = luaL_optstring(L, 2, NULL);
    json_t *json = json_loads(text, 0, NULL);
    bool sound = json_is_object(json);
    json_decref(json);
    if (!sound)
        return bind_fail(L, "the parameters are no JSON object");
    host_of(L)->parameters = intern(text);
    host_of(L)->question = intern(question);
    return 0;
}

const luaL_Reg bind_run_functions[] = {
    { "parameters", parameters },
    { "run", one_run },
    { "runs", runs },
    { NULL, NULL },
};
