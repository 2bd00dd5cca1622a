/* Texts compared as people compare them: small and large letters alike, one
 * blank like many, a Vietnamese letter the same whether it is written as one
 * character or as a letter with marks behind it.
 *
 *     fold_same("  Diện  TÍCH ", "diện tích")      true
 */
#ifndef CORE_BASE_FOLD_H
#define CORE_BASE_FOLD_H

#include <stdbool.h>

#include "core/base/text.h"

/* Add the folded text (for comparing only, not for reading). */
void fold_add(const char *words, struct text *out);

bool fold_same(const char *a, const char *b);

/* Add the folded text without any marks, as it is typed without them:
 * "Đầm Hồng" gives "dam hong". */
void fold_plain(const char *words, struct text *out);

#endif
