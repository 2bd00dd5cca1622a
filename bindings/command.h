/* Commands: `ccn COMMAND ...`. */
#ifndef BINDINGS_COMMAND_H
#define BINDINGS_COMMAND_H

#define VERSION "0.1.0"

enum { EXIT_USAGE = 2 };

/* Returns the exit code: 0, 1 for an error, 2 for wrong usage. */
int command_main(int argc, char **argv);

/* The folder of the shipped scripts. */
const char *command_library(void);

#endif
