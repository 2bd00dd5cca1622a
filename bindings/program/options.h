/* Options of the command line. */
#ifndef BINDINGS_PROGRAM_OPTIONS_H
#define BINDINGS_PROGRAM_OPTIONS_H

#include <stdio.h>

#include "bindings/host/grants.h"

struct options {
    int argc; /* what is no option: the command and its arguments */
    char **argv;
    bool help, version, trace;
    bool trust;     /* --trust was said */
    bool unlogged;  /* --no-log */
    bool timed;     /* --seconds was said */
    double seconds; /* 0: no limit */
    int memory;     /* MiB */
    int output;     /* MiB of text that a script may print */
    unsigned seed;
    struct grants grants;
};

/* Also chooses the language by LC_ALL, LC_MESSAGES or LANG. */
void options_default(struct options *options);

/* Sort out argv, in place; false when an option is wrong, which it has said. */
bool options_read(struct options *options, int argc, char **argv);

void options_print(FILE *out);

#endif
