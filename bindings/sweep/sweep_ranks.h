/* A sweep over machines: ccn under mpirun.
 *
 * Every rank runs the script up to its sweep.  Rank 0 deals out blocks, one at
 * a time to whoever asks, its own worker among them, and stores what comes
 * back.  A block that was dealt to somebody who is gone, or does not come back
 * for long, is dealt once more: the results are the same, and the first counts.
 */
#ifndef BINDINGS_SWEEP_SWEEP_RANKS_H
#define BINDINGS_SWEEP_SWEEP_RANKS_H

#include "bindings/sweep/mpi.h"
#include "bindings/sweep/sweep_store.h"

struct sweep_ranks {
    const struct mpi *mpi;
    int rank, ranks;
    long blocks, next, left;   /* next to deal; not stored yet */
    const unsigned char *done; /* [blocks] */
    int64_t *dealt;            /* [blocks] when, in ms; 0: not */
    int *to;                   /* [blocks] */
    int64_t *asked, slowest;   /* [ranks] when last, in ms; a block, in ms */
    int gone;                  /* other ranks that have left */
    bool over;                 /* a sweep was finished; others: all are */
};

/* Whether this process is one of several of mpirun; then join them.  False
 * with the reason in err when the module is missing; *ranks NULL: alone. */
bool sweep_ranks_open(struct sweep_ranks **ranks, struct err *err);

/* Leave; rank 0 tells the others that all is over, waits for them, and all
 * processes end here, with code, when one does not answer. */
void sweep_ranks_close(struct sweep_ranks *ranks, int code);

/* Rank 0: a sweep begins, and is over. */
void sweep_ranks_begin(struct sweep_ranks *ranks,
                       const struct sweep_store *store);
void sweep_ranks_end(struct sweep_ranks *ranks);

/* Rank 0: the next block for a rank, or what else a dealer says (sweep_pipe.h).
 */
long sweep_ranks_deal(struct sweep_ranks *ranks, int to);

/* Rank 0: answer and store what has come from the others.  False when a block
 * cannot be stored. */
bool sweep_ranks_serve(struct sweep_store *store, struct err *err);

/* Other ranks: ask rank 0, and hand it a block. */
long sweep_ranks_ask(struct sweep_ranks *ranks, const char *identity);
void sweep_ranks_hand(struct sweep_ranks *ranks, const struct text *block);

/* Other ranks: the worker is gone, before its time. */
void sweep_ranks_lost(struct sweep_ranks *ranks);

#endif
