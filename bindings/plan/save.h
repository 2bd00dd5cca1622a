/* Plan files as scripts see them: opened read-only here in the worker, saved
 * by the parent, which takes only a list of changes. */
#ifndef BINDINGS_PLAN_SAVE_H
#define BINDINGS_PLAN_SAVE_H

#include "bindings/plan/bind.h"

extern const luaL_Reg bind_save_functions[]; /* of ccn */
extern const luaL_Reg bind_save_methods[];   /* of plans */

/* What the worker asks the parent to do with a plan file: "plan", save the
 * changes; "scenario", keep them beside the plan, as changes of the parent;
 * "discard" a scenario, with a question also its children; "promote" one;
 * "version", "decision" and "restore": see history.h. */
struct save_request {
    const char *what, *path, *origin, *name;
    const char *parent, *question, *parameters; /* NULL: none */
    struct changes *list;                       /* against the origin */
};

/* Ask; the list stays with the caller.  The real path of the file, interned, or
 * NULL. */
const char *save_ask(lua_State *L, const struct save_request *request,
                     struct err *err);

/* The parent's side: do what a save message asks for, or say why not; resolved
 * gets the real path of the file (PATH_MAX bytes). */
struct grants;
bool save_message(const struct grants *grants, const struct text *message,
                  char *resolved, struct err *err);

#endif
