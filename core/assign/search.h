/* Better assignments, by ruin and recreate in several chains at once. */
#ifndef CORE_ASSIGN_SEARCH_H
#define CORE_ASSIGN_SEARCH_H

#include "core/assign/engine.h"

/* Until the work is used up.  The shortlist of the engine must stand. */
void search(struct engine *engine);

#endif
