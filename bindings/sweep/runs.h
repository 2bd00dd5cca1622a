/* The log of runs, for the scripts that ship. */
#ifndef BINDINGS_SWEEP_RUNS_H
#define BINDINGS_SWEEP_RUNS_H

#include <lauxlib.h>

extern const luaL_Reg bind_run_functions[]; /* of ccn.engine */

#endif
