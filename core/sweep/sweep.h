/* Sweep: one experiment after the other, over all points of a design.
 *
 *     struct sweep sweep = { .runs = n, .inputs = 3, .outputs = 2,
 *                            .block = sweep_block_size(n), .threads = 2,
 *                            .points = points, .run = run, .take = take };
 *     if (!sweep_run(&sweep, err))
 *         return false;
 *
 * Experiments have numbers from 0 and are done in blocks, which are shared out
 * over threads.  What an experiment gives depends on its number and its inputs
 * alone, so the blocks are the same on any number of threads, and a block that
 * was kept need not be done again.  An experiment that fails is kept with its
 * reason; its outputs are unknown (NAN), never a number of some other one.
 *
 * Functions that are called from several threads at once have `worker` or
 * `design` as their first parameter; take() and next() are called by one
 * thread at a time.
 */
#ifndef CORE_SWEEP_SWEEP_H
#define CORE_SWEEP_SWEEP_H

#include <stdatomic.h>

#include "core/base/err.h"

enum {
    SWEEP_BLOCK = 1024, /* experiments in a block, at most by default */
    SWEEP_BLOCK_MOST = 8192,
    SWEEP_COLUMNS = 1900, /* inputs and outputs together, at most */
    SWEEP_HASH = 32       /* bytes */
};

/* Some experiments that are done. */
struct sweep_block {
    long number, first; /* first: the number of its first experiment */
    int runs, inputs, outputs, failed;
    double *in, *out;               /* [run][inputs], [run][outputs] */
    char **reason;                  /* [run] why it failed; NULL: it did not */
    unsigned char hash[SWEEP_HASH]; /* SHA-256 of them all */
};

struct sweep {
    long runs;
    int inputs, outputs, block, threads;

    /* The inputs of experiments first .. first + count - 1, a row for each: a
     * function of the numbers. */
    void (*points)(void *design, long first, int count, double *in);
    void *design;

    /* One experiment; out is NAN at first.  worker[thread]: what a thread has
     * for itself; NULL when it needs nothing. */
    bool (*run)(void *worker, long number, const double *in, double *out,
                struct err *err);
    void *const *worker;

    /* A block that is done, in order: of its number, or of next(). */
    bool (*take)(void *sink, const struct sweep_block *block, struct err *err);
    void *sink;

    /* Which blocks: all that are not marked done, or with next() the one it
     * names, until it names none (-1). */
    const unsigned char *done; /* [block]; NULL: none is */
    long (*next)(void *dealer);
    void *dealer;

    const atomic_bool *stop; /* when true, no more is begun; may be NULL */
};

/* Run what is to be run.  False when take() failed, with its error, or when
 * the sweep is not sound; a sweep that was stopped is no failure. */
bool sweep_run(const struct sweep *sweep, struct err *err);

/* A size of blocks that does not depend on the machine: small sweeps have some
 * blocks for each thread, large ones blocks that are quickly stored. */
int sweep_block_size(long runs);

long sweep_blocks(long runs, int block);

/* The hash of a whole sweep, of the hashes of its blocks in order. */
void sweep_hash(const unsigned char (*hash)[SWEEP_HASH], long blocks,
                char text[2 * SWEEP_HASH + 1]);

#endif
