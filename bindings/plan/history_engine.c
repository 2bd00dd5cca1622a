/* What commands need of versions, and of a file whose tables cannot be read.
 *
 *     ccn.engine.verdicts        check, submit, ..., in the order of the steps
 *     ccn.engine.in_force(path)  the plan as its versions say
 */
#include <limits.h>

#include "bindings/host/host.h"
#include "bindings/plan/history.h"
#include "bindings/plan/import.h"
#include "core/base/intern.h"

static const struct store_options bare = { .schemas = model_schema,
                                           .nschemas = MODEL_TABLES,
                                           .bare = true };

bool history_unread(const char *path, struct err *err)
{
    struct history history;
    struct err other;
    struct plan *plan = store_open(path, &bare, &other);
    bool has = plan && history_read(path, &history, &other);
    if (has && history.n > 0)
        err_hint(err, "ccn verify says more, and what to do");
    if (has)
        history_release(&history);
    plan_free(plan);
    return false;
}

/* ccn.engine.in_force(path): the plan as the version in force says, of a file
 * whose tables cannot be read. */
static int in_force(lua_State *L)
{
    struct err err;
    char path[PATH_MAX];
    if (!bind_may_read(L, bind_path(L, 1), path, sizeof path, &err))
        return bind_raise(L, &err);
    struct box *box = bind_push_box(L);
    box->origin = intern(path);
    struct held *held = history_push(L, box);
    if (held->history.n > 0)
        box->saved = history_in_force(&held->history, &err);
    else
        history_unbegun(&err);
    struct plan *named = box->saved ? store_open(path, &bare, &err) : NULL;
    if (!named)
        return bind_raise(L, &err);
    box->plan = plan_fork(box->saved, plan_name(named));
    plan_free(named);
    box->opened = true;
    lua_pop(L, 1);
    return 1;
}

void history_push_verdicts(lua_State *L)
{
    lua_newtable(L);
    for (int i = 0; history_verdict(i); i++) {
        lua_pushstring(L, history_verdict(i));
        lua_rawseti(L, -2, i + 1);
    }
}

const luaL_Reg bind_version_functions[] = {
    { "in_force", in_force },
    { NULL, NULL },
};
