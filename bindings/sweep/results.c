/* ccn.engine.results(path): what a results file holds, for
 * scripts/results.lua.
 *
 * The result has name, question, script, script_sha256, parameters, design,
 * versions, seed, runs, block, hash ("": not finished), count, failed; factors
 * and outputs, lists of { name, title, unit, what, note }; number, a column;
 * and file, for ccn.engine.results_column(file, i), columns counted from 1,
 * factors first; ccn.engine.results_reasons(file, most) lists { number, why }.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/host.h"
#include "bindings/lua/held.h"
#include "bindings/plan/column.h"
#include "bindings/plan/import.h"
#include "bindings/sweep/sweep.h"
#include "core/base/intern.h"
#include "core/store/results.h"

#define TYPE "ccn.results"

static int file_close(lua_State *L)
{
    struct results_file **file = luaL_checkudata(L, 1, TYPE);
    results_free(*file);
    *file = NULL;
    return 0;
}

static struct results_file **push_file(lua_State *L)
{
    return held_push(L, sizeof(void *), TYPE, file_close);
}

static struct results_file *check_file(lua_State *L)
{
    struct results_file **file = luaL_checkudata(L, 1, TYPE);
    luaL_argcheck(L, *file != NULL, 1, "the file is closed");
    return *file;
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void set_whole(lua_State *L, const char *name, long number)
{
    lua_pushinteger(L, number);
    lua_setfield(L, -2, name);
}

static void set_columns(lua_State *L, const char *name,
                        const struct results_column *column, int count)
{
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        lua_createtable(L, 0, 5);
        set_text(L, "name", column[i].name);
        set_text(L, "title", column[i].title);
        set_text(L, "unit", column[i].unit);
        set_text(L, "what", column[i].what);
        set_text(L, "note", column[i].note);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, name);
}

static void push_about(lua_State *L, const struct results_file *file)
{
    const struct results_about *about = results_about(file);
    lua_createtable(L, 0, 20);
    set_text(L, "name", about->name);
    set_text(L, "question", about->question);
    set_text(L, "script", about->script);
    set_text(L, "script_sha256", about->script_hash);
    set_text(L, "parameters", about->parameters);
    set_text(L, "design", about->design);
    set_text(L, "versions", about->versions);
    set_text(L, "identity", about->identity);
    set_text(L, "hash", results_hash(file));
    set_whole(L, "seed", (long)about->seed);
    set_whole(L, "runs", about->runs);
    set_whole(L, "block", about->block);
    set_whole(L, "count", results_count(file));
    set_whole(L, "failed", results_failed(file));
    set_columns(L, "factors", about->column, about->inputs);
    set_columns(L, "outputs", about->column + about->inputs, about->outputs);
}

static int engine_results(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = bind_path(L, 1);
    lua_settop(L, 1);
    struct results_file **file = push_file(L);
    if (!bind_may_read(L, path, resolved, sizeof resolved, &err))
        return bind_raise(L, &err);
    *file = results_open(resolved, &err);
    if (!*file)
        return bind_raise(L, &err);
    /* by its hash: how SQLite lays it out is nobody's business */
    inputs_add(&host_of(L)->inputs,
               (struct input){ .kind = intern("file"),
                               .name = intern(path),
                               .path = intern(resolved),
                               .sha256 = intern(results_hash(*file)) });
    push_about(L, *file);
    lua_pushvalue(L, 2);
    lua_setfield(L, -2, "file");
    return 1;
}

/* ccn.engine.results_column(file, i): 0 gives the numbers of experiments. */
static int engine_column(lua_State *L)
{
    struct err err;
    struct results_file *file = check_file(L);
    const struct results_about *about = results_about(file);
    lua_Integer i = luaL_checkinteger(L, 2);
    luaL_argcheck(L, i >= 0 && i <= about->inputs + about->outputs, 2,
                  "no such column");
    double *out = bind_push_numbers(L, (size_t)results_count(file));
    if (!results_read(file, (int)i - 1, out, &err))
        return bind_raise(L, &err);
    return 1;
}

static void add_reason(void *data, long number, const char *why)
{
    struct text *out = data;
    text_add(out, "%ld\n%s", number, why);
    text_put(out, "", 1);
}

/* As one text, for nothing may be held across what may jump. */
static int push_reasons(lua_State *L)
{
    const struct text *all = lua_touserdata(L, 1);
    const char *at = all->bytes, *end = at + all->size;
    lua_newtable(L);
    for (int i = 1; at < end; i++) {
        char *line;
        lua_createtable(L, 0, 2);
        set_whole(L, "number", strtol(at, &line, 10));
        set_text(L, "why", line + 1);
        lua_rawseti(L, -2, i);
        at = line + strlen(line) + 1;
    }
    return 1;
}

static int engine_reasons(lua_State *L)
{
    struct err err;
    struct results_file *file = check_file(L);
    long most = (long)luaL_checkinteger(L, 2);
    lua_pushcfunction(L, push_reasons);
    struct text all = TEXT_INIT;
    bool ok = results_reasons(file, most, add_reason, &all, &err);
    lua_pushlightuserdata(L, &all);
    int status = lua_pcall(L, 1, 1, 0);
    text_release(&all);
    if (!ok)
        return bind_raise(L, &err);
    return status == LUA_OK ? 1 : lua_error(L);
}

const luaL_Reg bind_results_functions[] = {
    { "results", engine_results },
    { "results_column", engine_column },
    { "results_reasons", engine_reasons },
    { NULL, NULL },
};
