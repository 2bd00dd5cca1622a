/* Lines of the prompt as the script of ccn repl gets them, in the worker. */
#ifndef BINDINGS_PLAN_LINE_H
#define BINDINGS_PLAN_LINE_H

#include "bindings/plan/bind.h"

extern const luaL_Reg bind_line_functions[]; /* of ccn */

#endif
