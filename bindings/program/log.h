/* The log of runs: in the plan that a run was on, if it may be written, else in
 * the journal of the person. */
#ifndef BINDINGS_PROGRAM_LOG_H
#define BINDINGS_PROGRAM_LOG_H

#include "bindings/host/grants.h"
#include "bindings/program/options.h"
#include "bindings/program/record.h"

/* $CCN_LOG, else runs.sqlite among the files that ccn keeps for a person; NULL
 * when it is "none" or there is no place. */
const char *log_journal(void);

/* Store a run that has ended.  What goes wrong is one line of warning: the run
 * itself is over. */
void log_run(struct record *record, const struct grants *grants);

/* ccn log [PLAN] [NAME=VALUE ...] */
int log_command(const struct options *options);

#endif
