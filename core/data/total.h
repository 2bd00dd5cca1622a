/* Inside of plan.h: kept totals (struct total of field.h).
 *
 * A total is a column of its own that the door keeps right: before a cell it
 * rests on is written its row is taken out of the sum, afterwards it is put
 * in again.  Sums are of whole numbers, so nothing is lost on the way.
 */
#ifndef CORE_DATA_TOTAL_H
#define CORE_DATA_TOTAL_H

#include "core/data/table.h"

struct totals;

/* Which totals rest on which fields, for tables of these schemas. */
struct totals *totals_new(const struct schema *const schemas[], int nschemas);
struct totals *totals_share(struct totals *totals);
void totals_drop(struct totals *totals);

/* Whether a total rests on this field; -1: on any field of the table. */
bool totals_rest_on(const struct totals *totals, int table, int field);

/* Put a row into all totals that rest on it (sign 1) or take it out (-1).
 * The tables it writes are made the plan's own. */
void totals_add(const struct totals *totals, struct table **tables, int table,
                int row, int sign);

#endif
