#include "bindings/program/library.h"

#include <limits.h>

#include "bindings/host/files.h"
#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/host/require.h"
#include "bindings/lua/sandbox.h"
#include "bindings/methods/arrays.h"
#include "bindings/methods/rank.h"
#include "bindings/plan/bind.h"
#include "bindings/plan/column.h"
#include "bindings/plan/history.h"
#include "bindings/plan/import.h"
#include "bindings/plan/line.h"
#include "bindings/plan/rebase.h"
#include "bindings/plan/save.h"
#include "bindings/plan/scenario.h"
#include "bindings/sweep/pipeline.h"
#include "bindings/sweep/pipeline_works.h"
#include "bindings/sweep/runs.h"
#include "bindings/sweep/sweep.h"

/* print(...): as Lua's, to the person who runs the script. */
static int print(lua_State *L)
{
    int n = lua_gettop(L);
    luaL_Buffer line;
    luaL_buffinit(L, &line);
    for (int i = 1; i <= n; i++) {
        if (i > 1)
            luaL_addchar(&line, '\t');
        lua_getglobal(L, "tostring");
        lua_pushvalue(L, i);
        lua_call(L, 1, 1);
        luaL_addvalue(&line);
    }
    luaL_addchar(&line, '\n');
    luaL_pushresult(&line);
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    pipe_send(host_of(L)->fd, MESSAGE_TEXT, text, size);
    return 0;
}

/* ccn.write(text): as it is, without a line break: what is meant for a file.
 * Only shipped commands reach a file that way, others print. */
static int write_bytes(lua_State *L)
{
    size_t size;
    const char *bytes = luaL_checklstring(L, 1, &size);
    pipe_send(host_of(L)->fd, MESSAGE_BYTES, bytes, size);
    return 0;
}

/* ccn.dofile(path): run another script of a granted folder. */
static int do_file(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = bind_path(L, 1);
    if (!bind_read(L, path, resolved, sizeof resolved, &err))
        return bind_raise(L, &err);
    lua_settop(L, 1);
    if (host_load(L, path) != LUA_OK)
        return lua_error(L);
    lua_call(L, 0, LUA_MULTRET);
    return lua_gettop(L) - 1;
}

/* The table ccn.engine: what the scripts that ship call. */
static void push_engines(lua_State *L)
{
    const luaL_Reg *const parts[] = {
        bind_column_functions,    bind_rank_functions,
        bind_place_functions,     bind_schedule_functions,
        bind_method_functions,    bind_sensitivity_designs,
        bind_sensitivity_samples, bind_sweep_functions,
        bind_results_functions,   bind_pipeline_functions,
        bind_works_functions,     bind_run_functions,
        bind_workbook_functions,  bind_usage_functions,
        bind_version_functions
    };
    lua_newtable(L);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        luaL_setfuncs(L, parts[i], 0);
    history_push_verdicts(L);
    lua_setfield(L, -2, "verdicts");
}

int library_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        { "dofile", do_file },
        { "write", write_bytes },
        { NULL, NULL },
    };
    sandbox_open(L, host_of(L)->seed);
    lua_register(L, "print", print);
    require_open(L);

    luaL_newlib(L, functions);
    luaL_setfuncs(L, bind_import_functions, 0);
    luaL_setfuncs(L, bind_save_functions, 0);
    luaL_setfuncs(L, bind_file_functions, 0);
    luaL_setfuncs(L, bind_json_functions, 0);
    luaL_setfuncs(L, bind_line_functions, 0);
    luaL_setfuncs(L, bind_word_functions, 0);
    bind_plan_type(L);
    push_engines(L);
    lua_setfield(L, -2, "engine");
    lua_setglobal(L, "ccn");

    bind_row_types(L);
    bind_selection_type(L);
    bind_column_types(L);
    bind_ranking_type(L);
    bind_change_type(L);
    bind_rebase_type(L);
    bind_history_type(L);
    bind_scenario_type(L);
    return 0;
}
