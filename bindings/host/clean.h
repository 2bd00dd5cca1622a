/* Text of others on a terminal: control characters, escapes and marks that
 * turn the direction of writing are shown as ?, never sent.  The rules and bars
 * of tables have a colour there, and nowhere else; NO_COLOR declines it. */
#ifndef BINDINGS_HOST_CLEAN_H
#define BINDINGS_HOST_CLEAN_H

#include <stdio.h>

void clean_print(const char *text, size_t size, FILE *out);

#endif
