#include "bindings/save.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/grants.h"
#include "bindings/host.h"
#include "bindings/import.h"
#include "bindings/pipe.h"
#include "core/base/intern.h"
#include "core/base/text.h"
#include "core/store/store.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

/* In the worker */

/* ccn.open(path): the plan in a file.  The file is only read; plan:save()
 * asks the parent to write. */
static int open_plan(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = bind_path(L, 1);
    if (!bind_may_read(L, path, resolved, sizeof resolved, &err))
        return bind_raise(L, &err);
    struct box *box = bind_push_box(L);
    box->saved = store_open(resolved, &known, &err);
    if (!box->saved)
        return bind_raise(L, &err);
    box->plan = plan_fork(box->saved, plan_name(box->saved));
    box->origin = intern(resolved);
    box->opened = true;
    inputs_add(&host_of(L)->inputs,
               (struct input){ .kind = "plan",
                               .name = path,
                               .path = resolved,
                               .sha256 = inputs_plan(box->saved) });
    return 1;
}

/* ccn.exists(path): whether there is a file that this run may read. */
static int exists(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    lua_pushboolean(
        L, bind_may_read(L, bind_path(L, 1), resolved, sizeof resolved, &err));
    return 1;
}

static struct changes *changes_to_save(const struct box *box)
{
    if (box->saved)
        return changes_between(box->saved, box->plan);
    struct plan *empty = model_new("");
    struct changes *list = changes_between(empty, box->plan);
    plan_free(empty);
    return list;
}

/* Ask the parent to save: what ("plan", or "scenario" for a list of changes
 * kept beside the plan), where to, where from, a name, a question, and the
 * changes.  Gives the real path of the file, interned, or NULL. */
static const char *ask_to_save(lua_State *L, const struct box *box,
                               const char *const head[5], struct err *err)
{
    struct text message = TEXT_INIT, bytes = TEXT_INIT, answer = TEXT_INIT;
    struct changes *list = changes_to_save(box);
    changes_write(list, &bytes);
    for (int i = 0; i < 5; i++)
        pipe_put_text(&message, head[i]);
    pipe_put(&message, bytes.bytes, bytes.size);
    bool yes = host_ask(host_of(L), MESSAGE_SAVE, &message, &answer);
    const char *path = yes ? intern(answer.bytes) : NULL;
    if (!yes)
        err_set(err, ERR_FILE, "%s", answer.bytes);
    changes_free(list);
    text_release(&message);
    text_release(&bytes);
    text_release(&answer);
    return path;
}

/* plan:save([path]): to the file it was opened from, or another. */
static int save_plan(lua_State *L)
{
    struct err err;
    struct plan *plan = bind_plan(L, 1);
    struct box *box = lua_touserdata(L, 1);
    const char *path = lua_isnoneornil(L, 2) ? box->origin : bind_path(L, 2);
    if (!path)
        return bind_fail(L, "a new plan needs a path to be saved to");
    const char *const head[5] = { "plan", path, box->origin, plan_name(plan),
                                  "" };
    const char *origin = ask_to_save(L, box, head, &err);
    if (!origin)
        return bind_raise(L, &err);
    struct plan *saved = plan_fork(plan, plan_name(plan));
    plan_free(box->saved);
    box->saved = saved;
    box->origin = origin;
    return 0;
}

/* plan:scenario(name [, "refuse" | "ours" | "theirs"]): the fork kept under
 * this name.  When the plan has moved on in a cell that the scenario changes, a
 * policy is needed, and the results are those of fork:rebase(). */
static int scenario(lua_State *L)
{
    struct err err;
    struct plan *plan = bind_plan(L, 1);
    const struct box *from = lua_touserdata(L, 1);
    const char *name = luaL_checkstring(L, 2);
    if (!from->origin)
        return bind_fail(L, "the plan is in no file, so it has no scenarios");
    lua_settop(L, 3);
    struct changes **list = bind_push_changes(L);
    *list = store_scenario(from->origin, name, &err);
    if (!*list)
        return bind_raise(L, &err);
    if (!lua_isnil(L, 3))
        return bind_rebase_list(L, *list, name, 1, 3);

    struct box *box = bind_push_box(L);
    box->plan = plan_fork(plan, name);
    box->saved = plan_fork(from->saved, name);
    box->origin = from->origin;
    if (changes_apply(box->plan, *list, &err))
        return 1;
    if (err.code == ERR_MOVED)
        err_hint(&err, "plan:scenario(name, 'refuse') lists the conflicts, "
                       "'ours' or 'theirs' settles them");
    return bind_raise(L, &err);
}

/* All names joined by line breaks, interned: rule 1, nothing to free. */
static const char *scenario_names(const char *path, struct err *err)
{
    const char **names = store_scenarios(path, err);
    if (!names)
        return NULL;
    struct text joined = TEXT_INIT;
    for (int i = 0; names[i]; i++)
        text_add(&joined, "%s\n", names[i]);
    const char *kept = intern(joined.bytes);
    text_release(&joined);
    free(names);
    return kept;
}

/* plan:scenarios(): the names of all that are kept. */
static int scenarios(lua_State *L)
{
    struct err err;
    bind_plan(L, 1);
    const struct box *box = lua_touserdata(L, 1);
    const char *names = box->origin ? scenario_names(box->origin, &err) : "";
    if (!names)
        return bind_raise(L, &err);
    lua_newtable(L);
    for (int i = 1; *names; i++) {
        size_t size = strcspn(names, "\n");
        lua_pushlstring(L, names, size);
        lua_rawseti(L, -2, i);
        names += size + 1;
    }
    return 1;
}

/* fork:keep([{ question = text }]): store the fork as a scenario, which is
 * its list of changes against the plan in the file. */
static int keep(lua_State *L)
{
    struct err err;
    struct plan *plan = bind_plan(L, 1);
    struct box *box = lua_touserdata(L, 1);
    const char *question = "";
    if (!box->origin)
        return bind_fail(L, "the plan is in no file yet; save it first");
    lua_settop(L, 2);
    lua_pushliteral(L, "question"); /* read raw: rule 1 */
    if (lua_istable(L, 2) && lua_rawget(L, 2) == LUA_TSTRING)
        question = lua_tostring(L, -1);
    const char *const head[5] = { "scenario", box->origin, box->origin,
                                  plan_name(plan), question };
    if (!ask_to_save(L, box, head, &err))
        return bind_raise(L, &err);
    return 0;
}

const luaL_Reg bind_save_functions[] = {
    { "exists", exists },
    { "open", open_plan },
    { NULL, NULL },
};

const luaL_Reg bind_save_methods[] = {
    { "keep", keep },           { "save", save_plan }, { "scenario", scenario },
    { "scenarios", scenarios }, { NULL, NULL },
};

/* In the parent */

struct request {
    const char *what, *path, *origin, *name, *question;
    struct changes *list;
};

static const char *take_text(const char **at, const char *end)
{
    size_t size;
    const char *bytes = pipe_take(at, end, &size);
    if (!bytes || memchr(bytes, '\0', size))
        return NULL;
    return intern_bytes(bytes, size);
}

static bool take_request(const struct text *message, struct request *request,
                         struct err *err)
{
    const char *at = message->bytes, *end = at + message->size;
    const char **text[] = { &request->what, &request->path, &request->origin,
                            &request->name, &request->question };
    for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
        *text[i] = take_text(&at, end);
        if (!*text[i])
            return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    }
    size_t size;
    const char *bytes = pipe_take(&at, end, &size);
    if (!bytes)
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    request->list = changes_read(bytes, size, err);
    return request->list != NULL;
}

/* The plan the changes are against: what the file holds now. */
static struct plan *open_base(const struct grants *grants,
                              const struct request *request, struct err *err)
{
    char resolved[PATH_MAX];
    if (!request->origin || *request->origin == '\0')
        return model_new(request->name);
    if (!grants_may_read(grants, request->origin, resolved, err))
        return NULL;
    return store_open(resolved, &known, err);
}

static bool carry_out(const struct grants *grants,
                      const struct request *request, char *resolved,
                      struct err *err)
{
    if (!grants_may_write(grants, request->path, resolved, err))
        return false;
    struct plan *plan = open_base(grants, request, err);
    if (!plan)
        return false;
    bool ok;
    if (strcmp(request->what, "scenario") == 0) {
        const struct store_scenario scenario = { .name = request->name,
                                                 .question =
                                                     request->question };
        struct plan *trial = plan_fork(plan, request->name);
        ok = changes_apply(trial, request->list, err) &&
             store_keep(resolved, &scenario, request->list, err);
        plan_free(trial);
    } else {
        ok = changes_apply(plan, request->list, err) &&
             store_save(plan, resolved, err);
    }
    plan_free(plan);
    return ok;
}

bool save_message(const struct grants *grants, const struct text *message,
                  char *resolved, struct err *err)
{
    struct request request = { 0 };
    bool ok = take_request(message, &request, err) &&
              carry_out(grants, &request, resolved, err);
    changes_free(request.list);
    return ok;
}
