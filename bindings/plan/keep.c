/* Scenarios that are kept, from Lua.
 *
 *     fork:keep { question = "What if ...?" }
 *     plan:promote "A year late"          the plan becomes it
 *     plan:discard "A year late"
 */
#include "bindings/plan/scenario.h"

#include <string.h>

#include "bindings/host/host.h"
#include "bindings/plan/save.h"
#include "core/base/intern.h"
#include "core/store/chain.h"

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

/* What the scenario of this name changes in the plan as it is kept. */
static struct changes *changes_to_promote(const struct box *box,
                                          const char *name, struct err *err)
{
    struct plan *fork = scenario_base(box->origin, box->saved, name, err);
    struct changes *list = fork ? changes_between(box->saved, fork) : NULL;
    plan_free(fork);
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
    const struct box *box = scenario_box(L);
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

/* plan:promote(name): the plan in the file becomes the scenario, which is no
 * scenario then; those that have it as their parent are of the plan. */
static int promote(lua_State *L)
{
    struct err err;
    bind_plan(L, 1);
    scenario_box(L);
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

const luaL_Reg bind_keep_methods[] = {
    { "discard", discard },
    { "keep", keep },
    { "promote", promote },
    { NULL, NULL },
};
