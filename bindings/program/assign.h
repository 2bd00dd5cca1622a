/* `ccn assign FILE`: problems of the literature and planning instances. */
#ifndef BINDINGS_PROGRAM_ASSIGN_H
#define BINDINGS_PROGRAM_ASSIGN_H

#include "bindings/program/options.h"

/* Solves the problem of a file and prints JSON.  Shows how far it is on a
 * terminal; an interrupt ends it with the best answer so far.  Returns the
 * exit code. */
int assign_command(const struct options *options);

#endif
