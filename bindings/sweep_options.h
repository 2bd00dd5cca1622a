/* The command line of `ccn sweep`. */
#ifndef BINDINGS_SWEEP_OPTIONS_H
#define BINDINGS_SWEEP_OPTIONS_H

#include "bindings/options.h"
#include "bindings/sweep_store.h"

/* Whether the word names a results file, not a script. */
bool sweep_is_results(const char *word);

/* Take what is for the sweep out of the arguments (resume=, fresh=, threads=,
 * out=); the rest is for the script.  False when one is wrong, which it has
 * said. */
bool sweep_options_take(struct options *options, struct sweep_options *sweep);

#endif
