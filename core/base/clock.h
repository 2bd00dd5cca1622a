/* The clock of this machine: since some moment, which only goes on, and of the
 * day. */
#ifndef CORE_BASE_CLOCK_H
#define CORE_BASE_CLOCK_H

#include <stdint.h>

int64_t clock_ms(void);
double clock_seconds(void);

/* The day and time of UTC, as 2026-11-29T14:44:04Z; interned. */
const char *clock_utc(void);

#endif
