/* The last part of the way to the best worths, where opening costs much.
 * Private to core/assign.
 *
 *     struct rise *rise = rise_new(worth);
 *     rise_begin(rise, rest, goal);
 *     while (rise_step(rise, rest))
 *         continue;
 *
 * Where sites must be open to have room for all, what they cost to open is no
 * longer part of what a job is worth, and all worths must come down together,
 * by their needs, a long way along which the bound rises slowly.  Steps along
 * the slope alone take for ever on it.
 */
#ifndef CORE_ASSIGN_RISE_H
#define CORE_ASSIGN_RISE_H

#include "core/assign/worth.h"

enum { RISE_JOBS = 2000 }; /* at most: the memory is their square */

struct rise;

struct rise *rise_new(struct worth *worth);
void rise_free(struct rise *rise);

/* From the best worths, first all together; goal is the total of an
 * assignment. */
void rise_begin(struct rise *rise, const struct rest *rest, double goal);

/* One look; false when the bound is as high as it gets. */
bool rise_step(struct rise *rise, const struct rest *rest);

#endif
