/* Commands: `ccn COMMAND ...`. */
#ifndef BINDINGS_PROGRAM_COMMAND_H
#define BINDINGS_PROGRAM_COMMAND_H

enum { EXIT_USAGE = 2 };

/* Returns the exit code: 0, 1 for an error, 2 for wrong usage. */
int command_main(int argc, char **argv);

/* The folder of the shipped scripts. */
const char *command_library(void);

#endif
