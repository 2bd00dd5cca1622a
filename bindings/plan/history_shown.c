/* Versions and decisions, read from Lua.
 *
 *     plan:versions()       what there is, with its decisions; of a plan in no
 *                           file an empty list
 *     plan:version(3)       the plan as v3 says it
 *     plan:version_changes(3)  what v3 changes
 *     plan:verify()         whether all agrees
 *     plan:digest()         the SHA-256 of what the plan says
 */
#include "bindings/plan/history.h"

#include "core/data/digest.h"

#define TYPE "ccn.history"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static int drop(lua_State *L)
{
    struct held *held = luaL_checkudata(L, 1, TYPE);
    history_release(&held->history);
    conflicts_release(&held->conflicts);
    changes_free(held->outside);
    *held = (struct held){ 0 };
    return 0;
}

/* The plan at stack index 1, and where it comes from. */
static struct box *box_of(lua_State *L)
{
    bind_plan(L, 1);
    return lua_touserdata(L, 1);
}

struct box *history_box(lua_State *L)
{
    struct box *box = box_of(L);
    if (!box->origin)
        bind_fail(L, "the plan is in no file, so it has no versions");
    return box;
}

struct held *history_push(lua_State *L, const struct box *box)
{
    struct err err;
    struct held *held = lua_newuserdatauv(L, sizeof *held, 0);
    *held = (struct held){ 0 };
    luaL_setmetatable(L, TYPE);
    if (!history_read(box->origin, &held->history, &err))
        bind_raise(L, &err);
    return held;
}

struct plan *history_in_force(const struct history *history, struct err *err)
{
    return history_content(history, history_head(history, history->n), &known,
                           err);
}

/* Reading */

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void set_number(lua_State *L, const char *name, int64_t number)
{
    if (number == 0)
        return;
    lua_pushinteger(L, number);
    lua_setfield(L, -2, name);
}

/* What versions and decisions have in common, into a new table. */
static void push_entry(lua_State *L, const struct entry *entry)
{
    lua_createtable(L, 0, 16);
    set_number(L, "entry", entry->number);
    set_text(L, entry->decides ? "verdict" : "kind", entry->kind);
    set_text(L, entry->decides ? "comment" : "reason", entry->reason);
    set_text(L, "role", entry->role);
    set_text(L, "initials", entry->initials);
    set_text(L, "office", entry->office);
    set_text(L, "day", entry->day);
    set_text(L, "written", entry->written);
    set_text(L, "content", entry->content);
    set_text(L, "sha256", entry->sha256);
}

static void push_decisions(lua_State *L, const struct history *history,
                           int64_t version)
{
    lua_Integer n = 0;
    lua_newtable(L);
    for (int i = 0; i < history->n; i++) {
        const struct entry *entry = &history->entry[i];
        if (!entry->decides || entry->version != version)
            continue;
        push_entry(L, entry);
        lua_rawseti(L, -2, ++n);
    }
}

static void push_version(lua_State *L, const struct history *history,
                         const struct entry *entry)
{
    push_entry(L, entry);
    set_number(L, "id", entry->version);
    set_number(L, "parent", entry->parent);
    set_number(L, "follows", entry->follows);
    set_text(L, "title", entry->title);
    set_text(L, "state",
             state_names[history_state(history, history->n, entry->version)]);
    push_decisions(L, history, entry->version);
    lua_setfield(L, -2, "decisions");
}

/* plan:versions(): all of them, the first first, and the number of the one in
 * force (nil: there are none). */
static int versions(lua_State *L)
{
    const struct box *box = box_of(L);
    if (!box->origin) { /* a plan in no file has none */
        lua_newtable(L);
        return 1;
    }
    const struct history *history = &history_push(L, box)->history;
    lua_Integer n = 0;
    lua_newtable(L);
    for (int i = 0; i < history->n; i++) {
        if (history->entry[i].decides)
            continue;
        push_version(L, history, &history->entry[i]);
        lua_rawseti(L, -2, ++n);
    }
    int64_t head = history_head(history, history->n);
    if (head > 0)
        lua_pushinteger(L, head);
    else
        lua_pushnil(L);
    return 2;
}

/* plan:version(number): the plan as it is in this version. */
static int version(lua_State *L)
{
    struct err err;
    int64_t number = luaL_checkinteger(L, 2);
    struct box *box = bind_push_box(L);
    struct held *held = history_push(L, history_box(L));
    box->plan = number > 0
                    ? history_content(&held->history, number, &known, &err)
                    : NULL;
    if (number <= 0)
        history_none(&held->history, number, &err);
    if (!box->plan)
        return bind_raise(L, &err);
    lua_pop(L, 1);
    return 1;
}

/* plan:version_changes(number): the list of changes of this version. */
static int version_changes(lua_State *L)
{
    struct err err;
    int64_t number = luaL_checkinteger(L, 2);
    const struct box *box = history_box(L);
    const struct held *held = history_push(L, box);
    int at = history_find(&held->history, held->history.n, number);
    if (at < 0) {
        history_none(&held->history, number, &err);
        return bind_raise(L, &err);
    }
    struct changes **list = bind_push_changes(L);
    *list = history_changes(&held->history.entry[at], &err);
    if (!*list)
        return bind_raise(L, &err);
    lua_pushvalue(L, 1); /* the plan that its values are shown by */
    lua_setiuservalue(L, -2, 1);
    return 1;
}

/* Of tables that cannot be read: what is wrong with the chain, or else why. */
static bool verify_unread(const struct history *history, struct err *err)
{
    struct err chain;
    struct changes *none;
    if (!history_verify(history, NULL, &known, &none, &chain)) {
        *err = chain;
        return false;
    }
    return err_in(err, "the tables were changed outside of versions, so that "
                       "they cannot be read ('ccn versions PLAN restore=yes' "
                       "puts back what the versions say)");
}

/* plan:verify(): whether all agrees, the SHA-256 of the last entry, and if
 * something does not, what first, and the changes outside of any version. */
static int verify(lua_State *L)
{
    struct err err;
    struct box *box = history_box(L);
    lua_settop(L, 1);
    struct box *now = bind_push_box(L);
    struct held *held = history_push(L, box);
    const struct history *history = &held->history;
    now->plan = store_open(box->origin, &known, &err);
    if (!now->plan && history->n == 0)
        return bind_raise(L, &err);
    bool ok = now->plan ? history_verify(history, now->plan, &known,
                                         &held->outside, &err)
                        : verify_unread(history, &err);
    lua_pushboolean(L, ok);
    lua_pushstring(L, history->n ? history->entry[history->n - 1].sha256 : "");
    if (ok)
        return 2;
    lua_pushstring(L, err.text);
    if (!held->outside)
        return 3;
    struct changes **list = bind_push_changes(L);
    *list = held->outside;
    held->outside = NULL;
    lua_pushvalue(L, 2); /* the plan that its values are shown by */
    lua_setiuservalue(L, -2, 1);
    return 4;
}

/* plan:digest(): the SHA-256 of what the plan says. */
static int digest(lua_State *L)
{
    lua_pushstring(L, plan_digest(bind_plan(L, 1)));
    return 1;
}

const luaL_Reg bind_version_methods[] = {
    { "digest", digest },     { "verify", verify },
    { "version", version },   { "version_changes", version_changes },
    { "versions", versions }, { NULL, NULL },
};

void bind_history_type(lua_State *L)
{
    luaL_newmetatable(L, TYPE);
    lua_pushcfunction(L, drop);
    lua_setfield(L, -2, "__gc");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
