/* Dates as days since 1970-01-01, in the Gregorian calendar; text is ISO 8601
 * (2026-09-15), which also sorts as text. */
#ifndef CORE_BASE_DATE_H
#define CORE_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Only YYYY-MM-DD that exists, years 1 to 9999. */
bool date_parse(const char *text, int64_t *days);

void date_format(int64_t days, char out[11]);

#endif
