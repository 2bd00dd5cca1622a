/* Lines of the prompt as the script of ccn repl gets them, in the worker. */
#ifndef BINDINGS_LINE_H
#define BINDINGS_LINE_H

#include "bindings/bind.h"

extern const luaL_Reg bind_line_functions[]; /* of ccn */

#endif
