/* Which parameters each shipped command takes; parameters.h checks them. */
#ifndef BINDINGS_PROGRAM_PARAMETERS_LIST_H
#define BINDINGS_PROGRAM_PARAMETERS_LIST_H

#include "bindings/program/parameters.h"

struct parameters_list {
    const char *command; /* NULL ends the list */
    const struct parameter *list;
    int words; /* before them, at most */
};

extern const struct parameters_list parameters_lists[];

#endif
