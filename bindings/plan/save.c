#include "bindings/plan/save.h"

#include <limits.h>
#include <string.h>

#include "bindings/host/grants.h"
#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/plan/history.h"
#include "bindings/plan/import.h"
#include "bindings/plan/scenario.h"
#include "core/base/intern.h"
#include "core/base/text.h"
#include "core/data/digest.h"
#include "core/store/chain.h"

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
    if (!box->saved) {
        history_unread(resolved, &err);
        return bind_raise(L, &err);
    }
    box->plan = plan_fork(box->saved, plan_name(box->saved));
    box->origin = intern(resolved);
    box->opened = true;
    inputs_add(&host_of(L)->inputs,
               (struct input){ .kind = "plan",
                               .name = path,
                               .path = resolved,
                               .sha256 = plan_digest(box->saved) });
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

const char *save_ask(lua_State *L, const struct save_request *request,
                     struct err *err)
{
    struct text message = TEXT_INIT, bytes = TEXT_INIT, answer = TEXT_INIT;
    const char *const head[] = { request->what,      request->path,
                                 request->origin,    request->name,
                                 request->parent,    request->question,
                                 request->parameters };
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        pipe_put_text(&message, head[i]);
    changes_write(request->list, &bytes);
    pipe_put(&message, bytes.bytes, bytes.size);
    bool yes = host_ask(host_of(L), MESSAGE_SAVE, &message, &answer);
    const char *path = yes ? intern(answer.bytes) : NULL;
    if (!yes)
        err_set(err, ERR_FILE, "%s", answer.bytes);
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
    const struct save_request request = { .what = "plan",
                                          .path = path,
                                          .origin = box->origin,
                                          .name = plan_name(plan),
                                          .list = changes_to_save(box) };
    const char *origin = save_ask(L, &request, &err);
    changes_free(request.list);
    if (!origin)
        return bind_raise(L, &err);
    struct plan *saved = plan_fork(plan, plan_name(plan));
    plan_free(box->saved);
    box->saved = saved;
    box->origin = origin;
    return 0;
}

const luaL_Reg bind_save_functions[] = {
    { "exists", exists },
    { "open", open_plan },
    { NULL, NULL },
};

const luaL_Reg bind_save_methods[] = {
    { "save", save_plan },
    { NULL, NULL },
};

/* In the parent */

static const char *take_text(const char **at, const char *end)
{
    size_t size;
    const char *bytes = pipe_take(at, end, &size);
    if (!bytes || memchr(bytes, '\0', size))
        return NULL;
    return intern_bytes(bytes, size);
}

static bool take_request(const struct text *message,
                         struct save_request *request, struct err *err)
{
    const char *at = message->bytes, *end = at + message->size;
    const char **text[] = { &request->what,      &request->path,
                            &request->origin,    &request->name,
                            &request->parent,    &request->question,
                            &request->parameters };
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
                              const struct save_request *request,
                              struct err *err)
{
    char resolved[PATH_MAX];
    if (!request->origin || *request->origin == '\0')
        return model_new(request->name);
    if (!grants_may_read(grants, request->origin, resolved, err))
        return NULL;
    return store_open(resolved, &known, err);
}

static bool is_said(const char *text)
{
    return text && *text;
}

static bool save_scenario(struct plan *plan, const char *path,
                          const struct save_request *request, struct err *err)
{
    const struct store_scenario scenario = {
        .name = request->name,
        .parent = is_said(request->parent) ? request->parent : NULL,
        .question = request->question,
        .parameters = request->parameters,
    };
    struct plan *trial = scenario_base(path, plan, scenario.parent, err);
    bool ok = trial && changes_apply(trial, request->list, err) &&
              store_keep(path, &scenario, request->list, err);
    plan_free(trial);
    return ok;
}

static bool save_what(struct plan *plan, const char *path,
                      const struct save_request *request, struct err *err)
{
    if (strcmp(request->what, "scenario") == 0)
        return save_scenario(plan, path, request, err);
    bool over = request->origin && strcmp(request->origin, path) == 0;
    const char *before = over ? plan_digest(plan) : NULL;
    if (!changes_apply(plan, request->list, err))
        return false;
    if (strcmp(request->what, "promote") == 0)
        return store_promote(plan, before, path, request->name, err);
    return over ? store_save_over(plan, before, path, err)
                : store_save(plan, path, err);
}

/* Changes are put on top of what the file holds now; when another program has
 * written it meanwhile, on top of that. */
static bool save_on_top(const struct grants *grants,
                        const struct save_request *request, const char *path,
                        struct err *err)
{
    enum { TRIES = 8 };
    bool ok = false;
    for (int i = 0; !ok && i < TRIES; i++) {
        struct plan *plan = open_base(grants, request, err);
        ok = plan && save_what(plan, path, request, err);
        plan_free(plan);
        if (!ok && err->code != ERR_MOVED)
            break;
    }
    return ok;
}

static bool carry_out(const struct grants *grants,
                      const struct save_request *request, char *resolved,
                      struct err *err)
{
    if (!grants_may_write(grants, request->path, resolved, err))
        return false;
    if (strcmp(request->what, "version") == 0 ||
        strcmp(request->what, "decision") == 0 ||
        strcmp(request->what, "restore") == 0)
        return history_serve(request, resolved, err);
    if (strcmp(request->what, "discard") == 0)
        return store_discard(resolved, request->name,
                             is_said(request->question), err);
    return save_on_top(grants, request, resolved, err);
}

bool save_message(const struct grants *grants, const struct text *message,
                  char *resolved, struct err *err)
{
    struct save_request request = { 0 };
    bool ok = take_request(message, &request, err) &&
              carry_out(grants, &request, resolved, err);
    changes_free(request.list);
    return ok;
}
