/* ccn sweep: a script, with what is for the sweep (resume=, fresh=, threads=,
 * out=) taken out of its arguments; or a results file. */
#ifndef BINDINGS_PROGRAM_SWEEP_OPTIONS_H
#define BINDINGS_PROGRAM_SWEEP_OPTIONS_H

#include "bindings/program/options.h"

int sweep_command(const struct options *options);

#endif
