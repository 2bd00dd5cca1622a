/* Sweeps: ccn.engine.sweep, for scripts/sweep.lua; and results files.
 *
 * An experiment is a function of the script, in a Lua state for each thread
 * (sweep_state.h), or a userdata that runs without Lua and whose memory begins
 * with struct bind_experiment.
 */
#ifndef BINDINGS_SWEEP_SWEEP_H
#define BINDINGS_SWEEP_SWEEP_H

#include "bindings/plan/bind.h"

struct bind_experiment {
    /* As struct sweep wants it; worker is what open() gave. */
    bool (*run)(void *worker, long number, const double *in, double *out,
                struct err *err);
    void *(*open)(const void *self);
    void (*close)(void *worker);
    int inputs, outputs;
};

/* The name that the metatable of such a userdata has under __ccn_experiment,
 * set to true. */
#define BIND_EXPERIMENT "__ccn_experiment"

extern const luaL_Reg bind_sweep_functions[];   /* of ccn.engine */
extern const luaL_Reg bind_results_functions[]; /* of ccn.engine */

#endif
