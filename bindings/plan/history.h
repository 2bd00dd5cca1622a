/* Versions and decisions in Lua, and the parent's side of writing them. */
#ifndef BINDINGS_PLAN_HISTORY_H
#define BINDINGS_PLAN_HISTORY_H

#include "bindings/plan/bind.h"
#include "bindings/plan/save.h"
#include "core/store/history.h"

extern const luaL_Reg bind_history_methods[];   /* of plans: they write */
extern const luaL_Reg bind_version_methods[];   /* of plans: they only read */
extern const luaL_Reg bind_version_functions[]; /* of ccn.engine */

/* Push ccn.engine.verdicts: check, submit, ..., in the order of the steps. */
void history_push_verdicts(lua_State *L);

void bind_history_type(lua_State *L);

/* What must be freed, in a box so that an error loses nothing (rule 2). */
struct held {
    struct history history;
    struct conflicts conflicts;
    struct changes *outside;
};

/* The box of the plan at argument 1, which has a file. */
struct box *history_box(lua_State *L);

/* Push the history of that file. */
struct held *history_push(lua_State *L, const struct box *box);

/* What the last published version says; NULL with the reason. */
struct plan *history_in_force(const struct history *history, struct err *err);

/* Of a file whose tables cannot be read for the reason in err: when it has
 * versions, add the way out to the reason.  Returns false. */
bool history_unread(const char *path, struct err *err);

/* What the requests "version" (name: its title), "decision" (name: the verdict)
 * and "restore" carry: parent is ROLE:INITIALS, question the reason, parameters
 * KIND DAY FOLLOWS or VERSION DAY, a day of - being today.  A day after today
 * is refused, but in a chain that began ahead of the clock: its first day has a
 * + before it. */
bool history_serve(const struct save_request *request, const char *path,
                   struct err *err);

#endif
