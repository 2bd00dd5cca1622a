/* The SHA-256 of what a plan says: its rows by their keys, what is known of
 * them, and the fields of the analysts' own.  Neither the order of rows or of
 * those fields, nor its name, nor a field that nothing is known of counts, so
 * it is the same after a save, in another file, and for a later model with more
 * fields. */
#ifndef CORE_DATA_DIGEST_H
#define CORE_DATA_DIGEST_H

#include "core/data/plan.h"

/* 64 hexadecimal digits, interned. */
const char *plan_digest(const struct plan *plan);

#endif
