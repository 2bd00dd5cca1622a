/* A function with all it uses, from one Lua state into another.
 *
 * Threads of a sweep have a state each, and the function of an experiment is
 * carried there: its code, the values of the locals around it, tables with
 * what is in them, functions these call, globals of the script.  Two things
 * that were one are one again.  What ships with ccn is not carried: the other
 * state has its own.  Plans come as forks, which share their memory; rows and
 * selections come with their plan.  Orders and columns point to memory of the
 * first state, which must outlive the other.
 */
#ifndef BINDINGS_SWEEP_CARRY_H
#define BINDINGS_SWEEP_CARRY_H

#include "bindings/plan/bind.h"

/* Push onto the other state a copy of the value at an index.  Both are idle
 * states of host.h.  False when it holds what cannot be carried, with its name
 * in err; then the other state is good for nothing but closing. */
bool carry(lua_State *from, int index, lua_State *to, struct err *err);

#endif
