/* fork:rebase(plan): what a fork has changed, on a plan that has moved on. */
#include "bindings/plan/rebase.h"

#include "bindings/plan/scenario.h"

#define TYPE "ccn.conflicts"

void bind_push_conflict(lua_State *L, const struct plan *plan,
                        const struct conflict *conflict)
{
    const struct change at = { .table = conflict->table,
                               .key = conflict->key,
                               .field = conflict->field };
    lua_createtable(L, 0, 6);
    lua_pushstring(L, at.table);
    lua_setfield(L, -2, "table");
    lua_pushstring(L, at.key);
    lua_setfield(L, -2, "key");
    if (!at.field)
        return;
    lua_pushstring(L, at.field);
    lua_setfield(L, -2, "field");
    bind_push_change_value(L, plan, &at, conflict->base);
    lua_setfield(L, -2, "base");
    bind_push_change_value(L, plan, &at, conflict->ours);
    lua_setfield(L, -2, "ours");
    bind_push_change_value(L, plan, &at, conflict->theirs);
    lua_setfield(L, -2, "theirs");
}

/* The conflicts of a rebase, in a box so that an error loses nothing. */
struct conflicts_box {
    struct conflicts list;
};

static int drop_conflicts(lua_State *L)
{
    struct conflicts_box *box = lua_touserdata(L, 1);
    conflicts_release(&box->list);
    return 0;
}

/* Room for the result of a rebase on the stack: a box and its conflicts. */
static struct conflicts_box *push_rebasing(lua_State *L)
{
    bind_push_box(L);
    struct conflicts_box *found = lua_newuserdatauv(L, sizeof *found, 0);
    *found = (struct conflicts_box){ 0 };
    luaL_setmetatable(L, TYPE);
    return found;
}

/* With what push_rebasing() pushed on top: the new fork, or nil when it is
 * refused for conflicts, and an array of conflicts. */
static int push_rebased(lua_State *L, int onto, struct plan *plan,
                        enum rebase policy, const struct err *err)
{
    struct box *made = lua_touserdata(L, -2);
    const struct conflicts *found =
        &((struct conflicts_box *)lua_touserdata(L, -1))->list;
    int box = lua_gettop(L) - 1;
    made->plan = plan;
    if (!plan && (found->n == 0 || policy != REBASE_REFUSE))
        return bind_raise(L, err);
    if (plan)
        scenario_follow(made, lua_touserdata(L, onto));
    lua_pushvalue(L, box);
    if (!plan) {
        lua_pushnil(L);
        lua_replace(L, -2);
    }
    lua_createtable(L, found->n, 0);
    for (int i = 0; i < found->n; i++) {
        bind_push_conflict(L, bind_plan(L, onto), &found->conflict[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 2;
}

const char *const bind_policies[] = { "refuse", "ours", "theirs", NULL };

/* fork:rebase(plan [, "refuse" | "ours" | "theirs"]) gives the new fork (nil
 * when refused for conflicts) and an array of conflicts. */
static int rebase(lua_State *L)
{
    const struct plan *fork = bind_plan(L, 1);
    const struct plan *onto = bind_plan(L, 2);
    enum rebase policy =
        (enum rebase)luaL_checkoption(L, 3, "refuse", bind_policies);
    if (plan_base(fork) == fork)
        return bind_fail(L, "'%s' is no fork", plan_name(fork));

    struct err err;
    struct conflicts_box *found = push_rebasing(L);
    struct plan *plan = plan_rebase(fork, onto, policy, &found->list, &err);
    return push_rebased(L, 2, plan, policy, &err);
}

const luaL_Reg bind_rebase_methods[] = { { "rebase", rebase }, { NULL, NULL } };

void bind_rebase_type(lua_State *L)
{
    luaL_newmetatable(L, TYPE);
    lua_pushcfunction(L, drop_conflicts);
    lua_setfield(L, -2, "__gc");
    lua_pop(L, 1);
}
