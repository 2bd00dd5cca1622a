/* The parent of a run: starts the worker, shows what it prints, answers its
 * questions, saves what passes the door, and ends it when its time is up. */
#ifndef BINDINGS_PROGRAM_PARENT_H
#define BINDINGS_PROGRAM_PARENT_H

#include "bindings/host/grants.h"
#include "bindings/program/prompt.h"
#include "bindings/program/record.h"
#include "bindings/sweep/sweep_store.h"

struct run {
    const char *script;
    int argc;
    char **argv; /* for the script */
    struct grants grants;
    const char *lib; /* folder of the shipped scripts */
    int seconds;     /* wall clock; 0: as long as it takes */
    int memory;      /* MiB */
    int output;      /* MiB of text it may print; 0: as much as it likes */
    unsigned seed;
    bool trace;
    bool describe; /* only what the script declares */
    bool shipped;  /* the script is one of ours, trusted to print bytes */
    bool kept;     /* it runs scripts that a plan keeps */
    const struct prompt *prompt; /* of ccn repl, or NULL */
    struct sweep_options sweep;
    struct record *record;       /* what is kept of the run, or NULL */
    int given_read, given_write; /* grants that the person gave, the first */
};

/* Returns the exit code of the program: 0, 1, or 71 for no memory. */
int parent_run(const struct run *run);

#endif
