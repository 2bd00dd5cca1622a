/* The engines, as scripts call them. */
#include "bindings/arrays.h"
#include "bindings/bind.h"
#include "bindings/column.h"
#include "bindings/files.h"
#include "bindings/history.h"
#include "bindings/pipeline.h"
#include "bindings/pipeline_works.h"
#include "bindings/runs.h"
#include "bindings/sweep.h"

void bind_push_engines(lua_State *L)
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
