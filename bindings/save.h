/* Plan files as scripts see them: opened read-only here in the worker, saved
 * by the parent, which takes only a list of changes. */
#ifndef BINDINGS_SAVE_H
#define BINDINGS_SAVE_H

#include "bindings/bind.h"

extern const luaL_Reg bind_save_functions[]; /* of ccn */
extern const luaL_Reg bind_save_methods[];   /* of plans */

/* The parent's side: do what a save message asks for, or say why not; resolved
 * gets the real path of the file (PATH_MAX bytes). */
struct grants;
bool save_message(const struct grants *grants, const struct text *message,
                  char *resolved, struct err *err);

#endif
