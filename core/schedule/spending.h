/* Money of one source, year by year, to see whether a change fits. */
#ifndef CORE_SCHEDULE_SPENDING_H
#define CORE_SCHEDULE_SPENDING_H

#include "core/schedule/seek.h"

/* What a part spends until, or in, each year. */
void spending_add_up(const struct model *model, int part, const int *year,
                     int64_t *spent);

/* Note it for all choices, where there is nothing else to keep. */
void spending_note(struct seek *seek);

/* What is left, [year], as the state is; nothing where it is not noted. */
void spending_left(const struct seek *seek, int64_t *left);

/* Whether a part can do that with what is left. */
bool spending_fits(const struct seek *seek, int part, int choice,
                   const int64_t *left);

#endif
