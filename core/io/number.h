/* Numbers as they stand in files, read exactly.
 *
 * Whether the decimal sign is a point or a comma is declared for the whole
 * file, never guessed for one cell:
 *
 *     cell        DECIMAL_POINT   DECIMAL_COMMA   DECIMAL_UNDECLARED
 *     1234        1234            1234            1234
 *     -12.5       -12.5           refused         refused
 *     1.234       1.234           1234            refused
 *     1,234       refused         1.234           refused
 *     1.234,5     refused         1234.5          refused
 *     1,234.5     refused         refused         refused
 *     0.123       0.123           refused         refused
 *     1e3 1,5e3   1e3: 1000       1,5e3: 1500     1e3: 1000
 *
 * With a decimal comma, points may group thousands, but then all of them: one
 * to three digits that do not begin with 0, then threes.  With a decimal
 * point nothing groups.  A sign may stand in front; blanks, NaN, infinities,
 * hexadecimal and more than 19 significant digits are refused.
 */
#ifndef CORE_IO_NUMBER_H
#define CORE_IO_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/text.h"

enum decimal { DECIMAL_UNDECLARED, DECIMAL_POINT, DECIMAL_COMMA };

/* The exact value: digits * 10^tens, with digits not ending in 0. */
struct number {
    bool negative;
    bool scientific; /* an exponent stood there */
    uint64_t digits;
    int tens;
};

/* "point" or "comma"; anything else fails. */
bool decimal_named(const char *name, enum decimal *decimal, struct err *err);

bool number_read(const char *text, enum decimal decimal, struct number *number,
                 struct err *err);

/* Whether the text would be refused for want of a declaration alone. */
bool number_needs_decimal(const char *text);

/* number * times * 10^tens as a double, correctly rounded once.  Fails when
 * it is too large, or too small to be told from 0. */
bool number_real(const struct number *number, uint64_t times, int tens,
                 double *real, struct err *err);

/* The same as a whole number.  Nothing is rounded: fails when it is not whole
 * or does not fit, and for an exponent, because a spreadsheet that writes one
 * has dropped digits.  finest: what the smallest step is called ("0.1 m²"). */
bool number_whole(const struct number *number, uint64_t times, int tens,
                  const char *finest, int64_t *whole, struct err *err);

#endif
