/* Units in headings, and the factors between them.
 *
 * A unit is converted once, where a file comes in; inside there is one unit
 * per field.  All factors are exact: times * 10^tens.
 *
 *     struct factor factor;
 *     unit_factor("nghìn đồng", "VND", &factor, &err)      times 1, tens 3
 *     unit_factor("l/s", "m3/day", &factor, &err)          times 864, tens -1
 */
#ifndef CORE_IO_UNIT_H
#define CORE_IO_UNIT_H

#include <stdint.h>

#include "core/base/err.h"

struct factor {
    uint64_t times;
    int tens;
};

/* What a number in the unit from is multiplied with to be one in the unit to.
 * Equal names always agree, known or not.  Fails with ERR_UNKNOWN for a unit
 * that is not in the table of unit.c and with ERR_TYPE for two that do not
 * measure the same thing or that no exact decimal factor joins. */
bool unit_factor(const char *from, const char *to, struct factor *factor,
                 struct err *err);

#endif
