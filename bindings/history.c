/* Versions and decisions in Lua.
 *
 *     plan:versions()                     what there is, with its decisions
 *     plan:version(3)                     the plan as v3 says it
 *     fork:draft { as = "SCT:NVA", title = "..." }         the new number
 *     plan:undo(3, { as = "SCT:NVA" })    a draft that takes v3 back
 *     plan:redraft(4, { as = "SCT:NVA" }) v4 again, on what is in force now
 *     plan:decide(4, "check", { as = "STC:LTB" })
 *     plan:verify()                       whether all agrees
 *     plan:restore()                      drop what was changed outside
 */
#include "bindings/history.h"

#include <stdlib.h>
#include <string.h>

#include "bindings/rebase.h"
#include "core/base/intern.h"
#include "core/base/text.h"
#include "core/data/digest.h"
#include "core/store/history.h"

#define TYPE "ccn.history"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

/* What must be freed, in a box so that an error loses nothing (rule 2). */
struct held {
    struct history history;
    struct conflicts conflicts;
    struct changes *outside;
};

static int drop(lua_State *L)
{
    struct held *held = luaL_checkudata(L, 1, TYPE);
    history_release(&held->history);
    conflicts_release(&held->conflicts);
    changes_free(held->outside);
    *held = (struct held){ 0 };
    return 0;
}

/* The box of a plan with a file. */
static struct box *box_of(lua_State *L)
{
    bind_plan(L, 1);
    struct box *box = lua_touserdata(L, 1);
    if (!box->origin)
        bind_fail(L, "the plan is in no file, so it has no versions");
    return box;
}

/* Push the history of the file of a box. */
static struct held *push_history(lua_State *L, const struct box *box)
{
    struct err err;
    struct held *held = lua_newuserdatauv(L, sizeof *held, 0);
    *held = (struct held){ 0 };
    luaL_setmetatable(L, TYPE);
    if (!history_read(box->origin, &held->history, &err))
        bind_raise(L, &err);
    return held;
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
    struct held *held = push_history(L, box_of(L));
    const struct history *history = &held->history;
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
    struct held *held = push_history(L, box_of(L));
    box->plan = number > 0
                    ? history_content(&held->history, number, &known, &err)
                    : NULL;
    if (number <= 0)
        err_set(&err, ERR_UNKNOWN, "there is no version v%lld",
                (long long)number);
    if (!box->plan)
        return bind_raise(L, &err);
    lua_pop(L, 1);
    return 1;
}

/* plan:verify(): whether all agrees, the SHA-256 of the last entry, and if
 * something does not, what first, and the changes outside of any version. */
static int verify(lua_State *L)
{
    struct err err;
    struct box *box = box_of(L);
    lua_settop(L, 1);
    struct box *now = bind_push_box(L);
    struct held *held = push_history(L, box);
    const struct history *history = &held->history;
    now->plan = store_open(box->origin, &known, &err);
    if (!now->plan)
        return bind_raise(L, &err);
    bool ok = history_verify(history, now->plan, &known, &held->outside, &err);
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
    if (!*list || !changes_apply(box->plan, *list, &err))
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
    request.parameters = lua_pushfstring(L, "%s %s %I", kind, day,
                                         (LUAI_UACINT)otherwise->follows);
    ask(L, box, &request);
    const struct held *held = push_history(L, box);
    lua_Integer last = 0;
    for (int i = 0; i < held->history.n; i++)
        last += !held->history.entry[i].decides;
    lua_pushinteger(L, last);
    return 1;
}

/* plan:draft { as =, title =, reason =, on =, kind = }: what the plan or fork
 * says otherwise than the version in force, as a draft, or with the kind "base"
 * or "record" in force at once. */
static int draft(lua_State *L)
{
    struct err err;
    struct box *box = box_of(L);
    luaL_checktype(L, 2, LUA_TTABLE);
    struct box *head = bind_push_box(L);
    struct held *held = push_history(L, box);
    head->plan = history_content(&held->history,
                                 history_head(&held->history, held->history.n),
                                 &known, &err);
    if (!head->plan)
        return bind_raise(L, &err);
    struct changes **list = bind_push_changes(L);
    *list = changes_between(head->plan, box->plan);
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
            "%d conflicts with what is in force, the first in %s '%.80s' %s; "
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
                      strcmp(entry->kind, "publish") == 0);
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
    struct plan *head = history_content(
        history, history_head(history, history->n), &known, err);
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
    int at = history_find(history, history->n, number);
    if (at < 0)
        bind_fail(L, "there is no version v%lld", (long long)number);
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
    struct box *box = box_of(L);
    luaL_checktype(L, 3, LUA_TTABLE);
    luaL_checkstack(L, 30, NULL);
    struct held *held = push_history(L, box);
    const struct entry *version = version_at(L, held, invert);
    struct changes **list = bind_push_changes(L);
    *list = again(held, version, invert, &err);
    if (!*list)
        return bind_raise(L, &err);
    lua_pushfstring(L, "undo v%I", (LUAI_UACINT)version->version);
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

/* plan:decide(number, verdict, { as =, comment =, on = }) */
static int decide(lua_State *L)
{
    struct box *box = box_of(L);
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
    struct box *box = box_of(L);
    check_saved(L, box);
    const struct save_request request = { .what = "restore" };
    ask(L, box, &request);
    refresh(L, box);
    return 0;
}

/* plan:digest(): the SHA-256 of what the plan says. */
static int digest(lua_State *L)
{
    lua_pushstring(L, plan_digest(bind_plan(L, 1)));
    return 1;
}

const luaL_Reg bind_history_methods[] = {
    { "decide", decide },   { "digest", digest },   { "draft", draft },
    { "redraft", redraft }, { "restore", restore }, { "undo", undo },
    { "verify", verify },   { "version", version }, { "versions", versions },
    { NULL, NULL },
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
