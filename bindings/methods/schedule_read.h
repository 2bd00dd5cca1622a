/* The problem of a schedule, out of a Lua table. */
#ifndef BINDINGS_METHODS_SCHEDULE_READ_H
#define BINDINGS_METHODS_SCHEDULE_READ_H

#include "bindings/methods/arrays.h"
#include "core/schedule/schedule.h"

/* From the table at index 1; see schedule.c for its fields. */
void schedule_read(struct arrays *arrays, struct schedule_problem *problem);

#endif
