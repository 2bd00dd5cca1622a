/* A schedule out of chosen years. */
#ifndef CORE_SCHEDULE_RESULT_H
#define CORE_SCHEDULE_RESULT_H

#include "core/schedule/dual.h"

/* Fails when the money is not enough. */
bool result_make(struct schedule *schedule, const struct model *model,
                 const int *year, struct err *err);

/* Fill the prices from those of the bound. */
void result_prices(struct schedule *schedule, const struct model *model,
                   const struct dual *dual);

#endif
