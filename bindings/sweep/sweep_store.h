/* The parent's side of a sweep: stores its blocks, and shows how far it is.
 *
 * The results go to FOLDER/NAME.sqlite, FOLDER being out/ unless --out says
 * otherwise; a script chooses no more than the name.
 */
#ifndef BINDINGS_SWEEP_SWEEP_STORE_H
#define BINDINGS_SWEEP_SWEEP_STORE_H

#include "bindings/sweep/sweep_pipe.h"

struct sweep_ranks;

struct sweep_options {
    const char *folder; /* NULL: out */
    bool resume, fresh;
    int threads;               /* 0: all there are; one where there are ranks */
    struct sweep_ranks *ranks; /* of mpirun, or NULL */
};

struct sweep_store {
    const struct sweep_options *options;
    struct sweep_ranks *ranks;
    struct results_about about;
    struct results *results; /* NULL: no sweep is going on */
    struct sweep_taken taken;
    char path[4096];
    long before, failed; /* experiments stored before, failed since */
    int64_t began, shown;
    bool person; /* someone watches */
};

/* Each fills the answer (in the end the path), or says why not. */
bool sweep_store_begin(struct sweep_store *store, const struct text *message,
                       struct text *answer, struct err *err);
bool sweep_store_block(struct sweep_store *store, const struct text *message,
                       struct err *err);
bool sweep_store_end(struct sweep_store *store, struct text *answer,
                     struct err *err);

/* The run has ended: keep what there is of a sweep that has not, and say how
 * to go on. */
void sweep_store_close(struct sweep_store *store);

#endif
