/* Scenarios in Lua.
 *
 *     local late = plan:fork "A year late"
 *     plan:scenario "A year late"         the fork, on the plan as it is
 *     local names, about = plan:scenarios()
 *
 * keep.c keeps, promotes and discards them.
 */
#include "bindings/plan/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "bindings/host/host.h"
#include "bindings/plan/rebase.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/chain.h"

#define TYPE "ccn.chain"

/* Forks */

void scenario_follow(struct box *fork, const struct box *parent)
{
    struct text lineage = TEXT_INIT;
    if (parent->lineage)
        text_add(&lineage, "%s\n%s", plan_name(parent->plan), parent->lineage);
    fork->lineage = intern(lineage.bytes);
    fork->origin = parent->origin;
    if (parent->saved)
        fork->saved = plan_fork(parent->saved, plan_name(parent->saved));
    text_release(&lineage);
}

/* plan:fork(name) gives a plan that starts equal and goes its own way. */
static int fork_plan(lua_State *L)
{
    const struct plan *from = bind_plan(L, 1);
    const struct box *parent = lua_touserdata(L, 1);
    const char *name = bind_plan_name(L, 2);
    struct box *box = bind_push_box(L);
    box->plan = plan_fork(from, name);
    scenario_follow(box, parent);
    return 1;
}

/* Opening */

/* A chain with its conflicts, in a box so that an error loses nothing. */
struct held {
    struct chain chain;
    struct conflicts *found; /* of each link */
};

static void held_release(struct held *held)
{
    for (int i = 0; held->found && i < held->chain.n; i++)
        conflicts_release(&held->found[i]);
    free(held->found);
    chain_release(&held->chain);
    held->found = NULL;
}

static int drop(lua_State *L)
{
    held_release(luaL_checkudata(L, 1, TYPE));
    return 0;
}

static struct held *push_held(lua_State *L)
{
    struct held *held = lua_newuserdatauv(L, sizeof *held, 0);
    *held = (struct held){ 0 };
    luaL_setmetatable(L, TYPE);
    return held;
}

static struct plan *assemble(struct held *held, const struct plan *plan,
                             enum rebase policy, struct err *err)
{
    held->found = mem_new((size_t)held->chain.n + 1, sizeof *held->found);
    return chain_on(&held->chain, plan, policy, held->found, err);
}

static void push_conflicts(lua_State *L, const struct plan *plan,
                           const struct held *held)
{
    lua_Integer n = 0;
    lua_newtable(L);
    for (int i = 0; i < held->chain.n; i++) {
        for (int k = 0; k < held->found[i].n; k++) {
            bind_push_conflict(L, plan, &held->found[i].conflict[k]);
            lua_pushstring(L, held->chain.scenario[i].name);
            lua_setfield(L, -2, "scenario");
            lua_rawseti(L, -2, ++n);
        }
    }
}

/* The first conflict, with the way out; keeps another error as it is. */
static void explain(const struct held *held, struct err *err)
{
    for (int i = 0; i < held->chain.n; i++) {
        const struct conflicts *found = &held->found[i];
        if (found->n == 0)
            continue;
        const struct conflict *first = &found->conflict[0];
        err_set(err, ERR_MOVED,
                "scenario '%.80s': the plan has moved on in what it changes, "
                "conflicts (%d), the first in %s '%.80s' %s; "
                "plan:scenario(name, 'refuse') lists them, 'ours' or 'theirs' "
                "settles them",
                held->chain.scenario[i].name, found->n, first->table,
                first->key, first->field ? first->field : "");
        return;
    }
}

struct plan *scenario_base(const char *path, const struct plan *plan,
                           const char *name, struct err *err)
{
    struct held held = { 0 };
    struct plan *base = NULL;
    if (!name)
        return plan_fork(plan, plan_name(plan));
    if (store_chain(path, name, &held.chain, err)) {
        base = assemble(&held, plan, REBASE_REFUSE, err);
        if (!base)
            explain(&held, err);
    }
    held_release(&held);
    return base;
}

/* Its ancestors, the nearest first. */
static const char *lineage_of(const struct chain *chain)
{
    struct text lineage = TEXT_INIT;
    for (int i = chain->n - 2; i >= 0; i--)
        text_add(&lineage, "%s\n", chain->scenario[i].name);
    const char *kept = intern(lineage.bytes);
    text_release(&lineage);
    return kept;
}

static void note(lua_State *L, const char *path, const struct chain *chain)
{
    const char *digest = "";
    for (int i = 0; i < chain->n; i++)
        digest = inputs_scenario(digest, chain->list[i]);
    inputs_add(&host_of(L)->inputs,
               (struct input){ .kind = "scenario",
                               .name = chain->scenario[chain->n - 1].name,
                               .path = path,
                               .sha256 = digest });
}

/* The box of a plan with a file; the name of a scenario is the first
 * argument. */
const struct box *scenario_box(lua_State *L)
{
    bind_plan(L, 1);
    const struct box *box = lua_touserdata(L, 1);
    if (!box->origin)
        bind_fail(L, "the plan is in no file, so it has no scenarios");
    return box;
}

/* plan:scenario(name [, "refuse" | "ours" | "theirs"]): the fork kept under
 * this name, its ancestors below.  When the plan has moved on in a cell that
 * one of them changes, a policy is needed; with one, the results are those of
 * fork:rebase(), and each conflict names its scenario. */
static int scenario(lua_State *L)
{
    struct err err;
    const struct plan *plan = bind_plan(L, 1);
    const struct box *from = scenario_box(L);
    const char *name = luaL_checkstring(L, 2);
    bool stated = !lua_isnoneornil(L, 3);
    enum rebase policy =
        (enum rebase)luaL_checkoption(L, 3, "refuse", bind_policies);
    struct box *box = bind_push_box(L);
    struct held *held = push_held(L);
    if (!store_chain(from->origin, name, &held->chain, &err))
        return bind_raise(L, &err);
    box->plan = assemble(held, plan, policy, &err);
    if (!box->plan && err.code == ERR_MOVED && !stated)
        explain(held, &err);
    if (!box->plan && (err.code != ERR_MOVED || !stated))
        return bind_raise(L, &err);
    if (box->plan) {
        box->saved = plan_fork(from->saved, plan_name(from->saved));
        box->origin = from->origin;
        box->lineage = lineage_of(&held->chain);
        note(L, from->origin, &held->chain);
        lua_pushvalue(L, -2);
    } else {
        lua_pushnil(L);
    }
    if (!stated)
        return 1;
    push_conflicts(L, plan, held);
    return 2;
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text); /* nil for NULL */
    lua_setfield(L, -2, name);
}

/* plan:scenarios(): the names of all that are kept, and by name what is known
 * of each: parent (nil: the plan), question, parameters (JSON), changes. */
static int scenarios(lua_State *L)
{
    struct err err;
    bind_plan(L, 1);
    const struct box *box = lua_touserdata(L, 1);
    struct held *held = push_held(L);
    struct chain *all = &held->chain;
    if (box->origin && !store_tree(box->origin, all, &err))
        return bind_raise(L, &err);
    lua_createtable(L, all->n, 0);
    lua_createtable(L, 0, all->n);
    for (int i = 0; i < all->n; i++) {
        const struct store_scenario *kept = &all->scenario[i];
        lua_pushstring(L, kept->name);
        lua_rawseti(L, -3, i + 1);
        lua_createtable(L, 0, 4);
        set_text(L, "parent", kept->parent);
        set_text(L, "question", kept->question);
        set_text(L, "parameters", kept->parameters);
        lua_pushinteger(L, all->list[i]->n);
        lua_setfield(L, -2, "changes");
        lua_setfield(L, -2, kept->name);
    }
    return 2;
}

const luaL_Reg bind_scenario_methods[] = {
    { "fork", fork_plan },
    { "scenario", scenario },
    { "scenarios", scenarios },
    { NULL, NULL },
};

void bind_scenario_type(lua_State *L)
{
    luaL_newmetatable(L, TYPE);
    lua_pushcfunction(L, drop);
    lua_setfield(L, -2, "__gc");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
