/* Scenarios in Lua.
 *
 *     local late = plan:fork "A year late"
 *     late:keep { question = "What if ...?" }
 *     plan:scenario "A year late"         the fork, on the plan as it is
 *     local names, about = plan:scenarios()
 *     plan:promote "A year late"          the plan becomes it
 *     plan:discard "A year late"
 */
#include "bindings/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "bindings/host.h"
#include "bindings/rebase.h"
#include "bindings/save.h"
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

struct plan *scenario_base(const char *path, const struct plan *plan,
                           const char *parent, struct err *err)
{
    struct held held = { 0 };
    struct plan *base = NULL;
    if (!parent)
        return plan_fork(plan, plan_name(plan));
    if (store_chain(path, parent, &held.chain, err))
        base = assemble(&held, plan, REBASE_REFUSE, err);
    held_release(&held);
    return base;
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
                "%d conflicts, the first in %s '%.80s' %s; "
                "plan:scenario(name, 'refuse') lists them, 'ours' or 'theirs' "
                "settles them",
                held->chain.scenario[i].name, found->n, first->table,
                first->key, first->field ? first->field : "");
        return;
    }
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
static const struct box *box_of(lua_State *L)
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
    const struct box *from = box_of(L);
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

/* Keeping */

static bool is_kept(const struct chain *all, const char *name)
{
    for (int i = 0; i < all->n; i++) {
        if (strcmp(all->scenario[i].name, name) == 0)
            return true;
    }
    return false;
}

/* The nearest ancestor that is kept, interned; NULL: the plan itself. */
static const char *kept_ancestor(const struct box *box, struct err *err)
{
    struct chain all;
    const char *at = box->lineage ? box->lineage : "", *found = NULL;
    if (*at == '\0' || !store_tree(box->origin, &all, err))
        return NULL;
    while (!found && *at) {
        size_t size = strcspn(at, "\n");
        const char *name = intern_bytes(at, size);
        if (is_kept(&all, name) && strcmp(name, plan_name(box->plan)) != 0)
            found = name;
        at += size + 1;
    }
    chain_release(&all);
    return found;
}

/* What a fork changes in its parent as that is kept. */
static struct changes *changes_to_keep(const struct box *box,
                                       const char *parent, struct err *err)
{
    struct plan *base = scenario_base(box->origin, box->saved, parent, err);
    struct changes *list = base ? changes_between(base, box->plan) : NULL;
    plan_free(base);
    return list;
}

/* The text of a field of the options at index 2, read raw (rule 1). */
static const char *option(lua_State *L, const char *name)
{
    const char *text = NULL;
    if (!lua_istable(L, 2))
        return NULL;
    lua_pushstring(L, name);
    if (lua_rawget(L, 2) == LUA_TSTRING)
        text = lua_tostring(L, -1);
    return text; /* it stays on the stack */
}

static bool is_false(lua_State *L, const char *name)
{
    if (!lua_istable(L, 2))
        return false;
    lua_pushstring(L, name);
    return lua_rawget(L, 2) == LUA_TBOOLEAN && !lua_toboolean(L, -1);
}

/* fork:keep([{ question = text, parent = name }]): store the fork as a
 * scenario, which is its list of changes against its parent: the nearest of
 * those it was forked from that is kept, else the plan in the file (also with
 * parent = false). */
static int keep(lua_State *L)
{
    struct err err = { .code = ERR_NONE };
    const struct plan *plan = bind_plan(L, 1);
    const struct box *box = lua_touserdata(L, 1);
    if (!box->origin)
        return bind_fail(L, "the plan is in no file yet; save it first");
    lua_settop(L, 2);
    const char *question = option(L, "question");
    const char *parameters = option(L, "parameters");
    const char *parent = option(L, "parent");
    if (!parent && !is_false(L, "parent"))
        parent = kept_ancestor(box, &err);
    if (err.code != ERR_NONE)
        return bind_raise(L, &err);
    const struct host *host = host_of(L);
    const struct save_request request = {
        .what = "scenario",
        .path = box->origin,
        .origin = box->origin,
        .name = plan_name(plan),
        .parent = parent,
        .question = question ? question : host->question,
        .parameters = parameters ? parameters : host->parameters,
        .list = changes_to_keep(box, parent, &err),
    };
    const char *path = request.list ? save_ask(L, &request, &err) : NULL;
    changes_free(request.list);
    return path ? 0 : bind_raise(L, &err);
}

/* plan:discard(name [, "all"]): throw a kept scenario away; with "all" those
 * that have it as their parent as well. */
static int discard(lua_State *L)
{
    struct err err;
    static const char *const reach[] = { "one", "all", NULL };
    const struct box *box = box_of(L);
    const char *name = luaL_checkstring(L, 2);
    bool all = luaL_checkoption(L, 3, "one", reach) == 1;
    const struct save_request request = { .what = "discard",
                                          .path = box->origin,
                                          .origin = box->origin,
                                          .name = name,
                                          .question = all ? "all" : "",
                                          .list = changes_new() };
    const char *path = save_ask(L, &request, &err);
    changes_free(request.list);
    return path ? 0 : bind_raise(L, &err);
}

/* Whether the plan is as its file holds it. */
static bool is_saved(const struct box *box)
{
    struct changes *list = changes_between(box->saved, box->plan);
    bool saved = list->n == 0;
    changes_free(list);
    return saved;
}

static struct changes *changes_to_promote(const struct box *box,
                                          const char *name, struct err *err)
{
    struct held held = { 0 };
    struct plan *fork = NULL;
    if (store_chain(box->origin, name, &held.chain, err) &&
        !(fork = assemble(&held, box->saved, REBASE_REFUSE, err)))
        explain(&held, err);
    struct changes *list = fork ? changes_between(box->saved, fork) : NULL;
    plan_free(fork);
    held_release(&held);
    return list;
}

/* plan:promote(name): the plan in the file becomes the scenario, which is no
 * scenario then; those that have it as their parent are of the plan. */
static int promote(lua_State *L)
{
    struct err err;
    bind_plan(L, 1);
    box_of(L);
    struct box *box = lua_touserdata(L, 1);
    const char *name = luaL_checkstring(L, 2);
    if (box->lineage)
        return bind_fail(L, "'%s' is a fork; the plan itself promotes",
                         plan_name(box->plan));
    if (!is_saved(box))
        return bind_fail(L, "the plan has changes that are not saved");
    struct changes **list = bind_push_changes(L);
    *list = changes_to_promote(box, name, &err);
    if (!*list)
        return bind_raise(L, &err);
    const struct save_request request = { .what = "promote",
                                          .path = box->origin,
                                          .origin = box->origin,
                                          .name = name,
                                          .list = *list };
    if (!save_ask(L, &request, &err) || !changes_apply(box->plan, *list, &err))
        return bind_raise(L, &err);
    plan_free(box->saved);
    box->saved = plan_fork(box->plan, plan_name(box->plan));
    return 0;
}

const luaL_Reg bind_scenario_methods[] = {
    { "discard", discard },   { "fork", fork_plan },
    { "keep", keep },         { "promote", promote },
    { "scenario", scenario }, { "scenarios", scenarios },
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
