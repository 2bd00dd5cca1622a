/* Choices of one part after the other, the knapsacks for those to come.
 *
 * What some parts have chosen is a label: the money left in each year, and the
 * most that can come of it, which is what the knapsacks hold for the others
 * with that money.  Labels that cannot be better than what is known are left
 * out, and of two with the same money left the worse one.  Of more than so
 * many the best are kept; the best of the others is the bound then.
 *
 * S. Martello, D. Pisinger and P. Toth (1999), "Dynamic programming and strong
 * bounds for the 0-1 knapsack problem", Management Science 45.
 */
#ifndef CORE_SCHEDULE_LABELS_H
#define CORE_SCHEDULE_LABELS_H

#include "core/schedule/knapsack.h"
#include "core/schedule/whole.h"

/* At the prices; brings known and, unless some parts are kept to one choice,
 * the bound up to date.  Returns whether none but the worse were left out. */
bool labels_run(struct knapsacks *work, const struct whole_work *how, int most);

#endif
