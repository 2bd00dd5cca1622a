/* The clock of this machine since some moment, which only goes on. */
#ifndef CORE_BASE_CLOCK_H
#define CORE_BASE_CLOCK_H

#include <stdint.h>

int64_t clock_ms(void);

#endif
