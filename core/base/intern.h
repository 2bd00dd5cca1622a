/* One copy of every text, kept until the program ends.
 *
 * Equal texts have equal pointers, so they compare with ==, copy with = and
 * are never freed.  Bytes that are no text (shapes) are kept the same way.
 * Safe to call from several threads.
 */
#ifndef CORE_BASE_INTERN_H
#define CORE_BASE_INTERN_H

#include <stddef.h>

const char *intern(const char *text); /* NULL for NULL */
const char *intern_bytes(const void *bytes, size_t size);

/* The kept copy if there is one, else NULL: looking up keeps nothing. */
const char *intern_find(const char *text);

/* Of a pointer that intern() or intern_bytes() gave.  Without the final 0. */
size_t intern_size(const char *kept);

#endif
