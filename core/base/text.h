/* A text that grows.
 *
 *     struct text text = TEXT_INIT;
 *     text_add(&text, "%d rows", n);
 *     puts(text.bytes);
 *     text_release(&text);
 *
 * .bytes always ends with a 0 and may hold zeros inside (text_put).
 */
#ifndef CORE_BASE_TEXT_H
#define CORE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

struct text {
    char *bytes;
    size_t size, room; /* size: without the final 0 */
};

#define TEXT_INIT                                                              \
    {                                                                          \
        text_nothing, 0, 0                                                     \
    }

extern char text_nothing[1];

void text_release(struct text *text); /* empty and usable again */
void text_clear(struct text *text);   /* empty, memory kept */

void text_put(struct text *text, const void *bytes, size_t size);
void text_add(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);

/* Questions about any UTF-8 text. */

/* The size of the character at bytes (1-4), or 0 when it is no UTF-8 or
 * overlong, a surrogate or above U+10FFFF; left: bytes that may be read. */
int text_utf8(const char *bytes, size_t left);

/* The columns a text takes on a terminal: combining marks none, wide two. */
int text_width(const char *text);

/* Steps to make one text of the other, on bytes: one put in, left out,
 * changed, or two neighbours swapped (optimal string alignment). */
int text_distance(const char *a, const char *b);

/* Write a double so that reading it back gives the same bits, in the fewest
 * digits, with a point whatever the locale.  out: at least 32 bytes. */
void text_number(double number, char *out);

/* Read a whole text as a double with a decimal point: optional sign, digits,
 * optional fraction and exponent; nothing else (no blanks, hex, inf, nan). */
bool text_to_number(const char *text, double *number);

#endif
