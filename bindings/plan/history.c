/* Making versions and deciding on them, in Lua.
 *
 *     fork:draft { as = "SCT:NVA", title = "..." }         the new number
 *     plan:undo(3, { as = "SCT:NVA" })    a draft that takes v3 back
 *     plan:redraft(4, { as = "SCT:NVA" }) v4 again, on what is in force now
 *     plan:record(fork, { as = "SCT:NVA" })  what the fork adds, at once
 *     plan:decide(4, "check", { as = "STC:LTB" })
 *     plan:restore()                      drop what was changed outside
 */
#include "bindings/plan/history.h"

#include <string.h>

#include "core/base/say.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

/* Asking the parent */

/* The text of a field of the options at an index, read raw (rule 1); it stays
 * on the stack. */
static const char *option(lua_State *L, int index, const char *name,
                          const char *otherwise)
{
    luaL_checktype(L, index, LUA_TTABLE);
    lua_pushstring(L, name);
    int kind = lua_rawget(L, index);
    if (kind == LUA_TNIL)
        return otherwise;
    if (kind != LUA_TSTRING)
        bind_fail(L, "option '%s' must be a text", name);
    return lua_tostring(L, -1);
}

/* Whether a field of the options is true. */
static bool flag(lua_State *L, int index, const char *name)
{
    lua_pushstring(L, name);
    int kind = lua_rawget(L, index);
    if (kind != LUA_TNIL && kind != LUA_TBOOLEAN)
        bind_fail(L, "%s must be true or false", name);
    return lua_toboolean(L, -1);
}

/* Take over what the parent has written.  Rows keep their numbers, since
 * scripts may hold them. */
static void refresh(lua_State *L, struct box *box)
{
    struct err err;
    struct changes **list = bind_push_changes(L);
    struct plan *now = store_open(box->origin, &known, &err);
    if (now)
        *list = changes_between(box->saved, now);
    plan_free(now);
    if (!*list || !changes_restore(box->plan, *list, &err))
        bind_raise(L, &err);
    plan_free(box->saved);
    box->saved = plan_fork(box->plan, plan_name(box->plan));
}

static void ask(lua_State *L, struct box *box, const struct save_request *of)
{
    struct err err;
    struct save_request request = *of;
    struct changes **none = bind_push_changes(L);
    *none = changes_new();
    request.path = request.origin = box->origin;
    if (!request.list)
        request.list = *none;
    const char *path = save_ask(L, &request, &err);
    if (!path)
        bind_raise(L, &err);
    box->origin = path;
}

/* Ask for a version of a list, with the options at an index; gives its
 * number. */
static int draft_list(lua_State *L, struct box *box, struct changes *list,
                      int index, const struct entry *otherwise)
{
    const char *kind = option(L, index, "kind", otherwise->kind);
    const char *day = option(L, index, "on", "-");
    struct save_request request = {
        .what = "version",
        .name = option(L, index, "title", otherwise->title),
        .question = option(L, index, "reason", ""),
        .parent = option(L, index, "as", ""),
        .list = list,
    };
    request.parameters = lua_pushfstring(L, "%s %s%s %I", kind,
                                         flag(L, index, "ahead") ? "+" : "",
                                         day, (LUAI_UACINT)otherwise->follows);
    ask(L, box, &request);
    const struct held *held = history_push(L, box);
    lua_Integer last = 0;
    for (int i = 0; i < held->history.n; i++)
        last += !held->history.entry[i].decides;
    lua_pushinteger(L, last);
    return 1;
}

/* What a plan says otherwise than the version in force. */
static struct changes **push_outside(lua_State *L, struct box *box,
                                     const struct plan *plan)
{
    struct err err;
    struct box *head = bind_push_box(L);
    struct held *held = history_push(L, box);
    head->plan = history_in_force(&held->history, &err);
    if (!head->plan)
        bind_raise(L, &err);
    struct changes **list = bind_push_changes(L);
    *list = changes_between(head->plan, plan);
    return list;
}

/* plan:draft { as =, title =, reason =, on =, kind =, ahead = }: what the plan
 * or fork says otherwise than the version in force, as a draft, or with the
 * kind "base" or "record" in force at once.  ahead: the first day is after
 * today. */
static int draft(lua_State *L)
{
    struct box *box = history_box(L);
    luaL_checktype(L, 2, LUA_TTABLE);
    struct changes **list = push_outside(L, box, box->plan);
    const struct entry usual = { .kind = "change",
                                 .title = plan_name(box->plan) };
    return draft_list(L, box, *list, 2, &usual);
}

/* A list on top of what is in force, refused for conflicts. */
static struct plan *rebased(struct held *held, const struct changes *list,
                            const struct plan *head, struct err *err)
{
    struct plan *made = changes_rebase(list, "draft", head, REBASE_REFUSE,
                                       &held->conflicts, err);
    if (made || held->conflicts.n == 0)
        return made;
    const struct conflict *first = &held->conflicts.conflict[0];
    err_set(err, ERR_MOVED,
            "conflicts with what is in force (%d), the first in %s '%.80s' %s; "
            "draft it anew",
            held->conflicts.n, first->table, first->key,
            first->field ? first->field : "");
    return NULL;
}

/* Whether a version, at an entry, was ever in force. */
static bool published(const struct history *history, int at)
{
    const struct entry *version = &history->entry[at];
    bool found = strcmp(version->kind, "record") == 0;
    for (int i = 0; i < history->n; i++) {
        const struct entry *entry = &history->entry[i];
        found =
            found || (entry->decides && entry->version == version->version &&
                      history_publishes(entry));
    }
    return found;
}

/* What turns the plan in force into what the changes of a version, inverted or
 * as they are, make of it. */
static struct changes *again(struct held *held, const struct entry *version,
                             bool invert, struct err *err)
{
    const struct history *history = &held->history;
    struct changes *list = history_changes(version, err), *made = NULL;
    if (list && invert) {
        struct changes *inverse = changes_invert(list);
        changes_free(list);
        list = inverse;
    }
    struct plan *head = history_in_force(history, err);
    struct plan *plan = list && head ? rebased(held, list, head, err) : NULL;
    if (plan)
        made = changes_between(head, plan);
    plan_free(plan);
    plan_free(head);
    changes_free(list);
    return made;
}

/* The entry of the version at argument 2, which for an undo was in force. */
static const struct entry *version_at(lua_State *L, const struct held *held,
                                      bool invert)
{
    const struct history *history = &held->history;
    int64_t number = luaL_checkinteger(L, 2);
    struct err err;
    int at = history_find(history, history->n, number);
    if (at < 0) {
        history_none(history, number, &err);
        bind_raise(L, &err);
    }
    const struct entry *entry = &history->entry[at];
    if (invert && !published(history, at))
        bind_fail(L,
                  "v%lld was never in force on top of another, so there is "
                  "nothing to undo",
                  (long long)number);
    return entry;
}

/* A draft out of the changes of a version. */
static int draft_again(lua_State *L, bool invert, const char *kind)
{
    struct err err;
    struct box *box = history_box(L);
    luaL_checktype(L, 3, LUA_TTABLE);
    luaL_checkstack(L, 30, NULL);
    struct held *held = history_push(L, box);
    const struct entry *version = version_at(L, held, invert);
    struct changes **list = bind_push_changes(L);
    *list = again(held, version, invert, &err);
    if (!*list)
        return bind_raise(L, &err);
    lua_pushfstring(L, say("undo v%I"), (LUAI_UACINT)version->version);
    const struct entry usual = { .kind = kind,
                                 .title = invert ? lua_tostring(L, -1)
                                                 : version->title,
                                 .follows = invert ? 0 : version->version };
    return draft_list(L, box, *list, 3, &usual);
}

/* plan:undo(number, { as = ... }): a draft that takes a version back. */
static int undo(lua_State *L)
{
    return draft_again(L, true, "undo");
}

/* plan:redraft(number, { as = ... }): the changes of a version once more, on
 * what is in force now; it takes the place of that version. */
static int redraft(lua_State *L)
{
    return draft_again(L, false, "change");
}

/* The plan is no fork, and as its file holds it. */
static void check_saved(lua_State *L, const struct box *box)
{
    if (box->lineage)
        bind_fail(L, "'%s' is a fork; decisions are on the plan of a file",
                  plan_name(box->plan));
    struct changes *list = changes_between(box->saved, box->plan);
    int n = list->n;
    changes_free(list);
    if (n > 0)
        bind_fail(L, "the plan has changes that are not saved");
}

/* plan:record(fork, { as =, title =, on = }): what the fork adds to
 * observations, inspections, firings and proposals is in force at once; gives
 * the number of the version. */
static int record(lua_State *L)
{
    struct box *box = history_box(L);
    const struct plan *fork = bind_plan(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    luaL_checkstack(L, 30, NULL);
    check_saved(L, box);
    struct changes **list = push_outside(L, box, fork);
    const struct entry usual = { .kind = "record", .title = plan_name(fork) };
    draft_list(L, box, *list, 3, &usual);
    lua_replace(L, 2);
    refresh(L, box);
    lua_pushvalue(L, 2);
    return 1;
}

/* plan:decide(number, verdict, { as =, comment =, on = }) */
static int decide(lua_State *L)
{
    struct box *box = history_box(L);
    lua_Integer number = luaL_checkinteger(L, 2);
    const char *verdict = luaL_checkstring(L, 3);
    luaL_checktype(L, 4, LUA_TTABLE);
    check_saved(L, box);
    const char *day = option(L, 4, "on", "-");
    struct save_request request = {
        .what = "decision",
        .name = verdict,
        .question = option(L, 4, "comment", ""),
        .parent = option(L, 4, "as", ""),
    };
    request.parameters = lua_pushfstring(L, "%I %s", (LUAI_UACINT)number, day);
    ask(L, box, &request);
    refresh(L, box);
    return 0;
}

/* plan:restore(): the file holds again what its versions say. */
static int restore(lua_State *L)
{
    struct box *box = history_box(L);
    check_saved(L, box);
    const struct save_request request = { .what = "restore" };
    ask(L, box, &request);
    refresh(L, box);
    return 0;
}

const luaL_Reg bind_history_methods[] = {
    { "decide", decide },   { "draft", draft },     { "record", record },
    { "redraft", redraft }, { "restore", restore }, { "undo", undo },
    { NULL, NULL },
};
