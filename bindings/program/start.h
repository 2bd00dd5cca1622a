/* How commands start a worker.  Each gives the exit code of the program. */
#ifndef BINDINGS_PROGRAM_START_H
#define BINDINGS_PROGRAM_START_H

#include "bindings/program/options.h"
#include "bindings/program/parent.h"

/* Run a script with the grants of the options and those that every run has;
 * run: what it is given besides. */
int start_run(const struct options *options, const char *script,
              struct run *run);

/* The same for a script of a person; it goes into the log of runs. */
int start_logged(const struct options *options, struct run *run);

/* ccn run */
int start_script(const struct options *options);

/* ccn describe: what a script declares. */
int start_description(const struct options *options);

/* Commands that are shipped scripts. */
int start_shipped(const struct options *options);
int start_prompt(const struct options *options);
int start_doctor(const struct options *options);
int start_verify(const struct options *options);
int start_triggers(const struct options *options);
int start_check(const struct options *options);

#endif
