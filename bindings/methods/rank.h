/* Inside of the bindings: a ranking that Lua holds. */
#ifndef BINDINGS_METHODS_RANK_H
#define BINDINGS_METHODS_RANK_H

#include "bindings/plan/bind.h"
#include "core/rank/rank.h"

/* The problem lives in memory of Lua that the user value holds. */
struct bind_ranking {
    struct rank_problem problem;
    struct ranking ranking;
};

/* The ranking at this argument; raises an error if there is none. */
const struct bind_ranking *bind_ranking(lua_State *L, int arg);

/* Push the ranking at an index, made anew, onto another state, which must not
 * outlive this one: its problem stays here.  False when there is none. */
bool bind_ranking_carry(lua_State *from, int index, lua_State *to);

/* robust.c: more methods of a ranking, ended by NULL. */
extern const luaL_Reg bind_robust_methods[];

/* Make the type. */
void bind_ranking_type(lua_State *L);

#endif
