/* Beginning with an earlier answer, and giving prices for the next time. */
#ifndef CORE_ASSIGN_WARM_H
#define CORE_ASSIGN_WARM_H

#include "core/assign/stock.h"

/* Take over the prices of an earlier answer, as far as it has them. */
void warm_prices(struct engine *engine, const struct assignment *from);

/* Everyone where the earlier answer has him, if he still fits; who is there
 * is at home.  The stock is empty. */
void warm_places(struct stock *stock, const struct assignment *from);

/* The prices of the engine as a part of the answer. */
void warm_answer(const struct engine *engine, struct assignment *assignment);
void warm_release(struct assignment *assignment);

#endif
