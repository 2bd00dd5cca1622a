/* ccn replay RUN [PLAN]: run again what a log holds, with its script, words,
 * seed, language and grants, writing only to copies (shadow.h), and say whether
 * the same came out: on the error output, beside what the run prints. */
#ifndef BINDINGS_PROGRAM_REPLAY_H
#define BINDINGS_PROGRAM_REPLAY_H

#include "bindings/program/options.h"

/* 0: the same bytes; 1: something else came out, or it cannot be run. */
int replay_command(const struct options *options);

#endif
