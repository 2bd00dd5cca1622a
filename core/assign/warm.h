/* Beginning where an earlier answer ended. */
#ifndef CORE_ASSIGN_WARM_H
#define CORE_ASSIGN_WARM_H

#include "core/assign/stock.h"

/* Everyone where the earlier answer has him, if he still fits; who is there
 * is at home.  The stock is empty. */
void warm_places(struct stock *stock, const struct assignment *from);

#endif
