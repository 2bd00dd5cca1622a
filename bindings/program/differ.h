/* What differs between two runs of one script. */
#ifndef BINDINGS_PROGRAM_DIFFER_H
#define BINDINGS_PROGRAM_DIFFER_H

#include <stdbool.h>
#include <stdio.h>

#include "core/store/run.h"

/* Say which versions and inputs have changed, the first place where something
 * else came out, and the verdict; true when something else came out. */
bool differ_print(const struct run_record *old, const struct run_record *now,
                  FILE *out);

#endif
