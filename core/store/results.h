/* The results file of a sweep: a SQLite file that any tool opens.
 *
 *     sweep        what it is: name, script, design, seed, state, hash, ...
 *     factor       the inputs, in order
 *     result       the outputs, in order
 *     experiment   one row for each: number, inputs, outputs, failed (why)
 *     block        which blocks are stored, with the SHA-256 of each
 *
 * Blocks come in any order, each in a transaction with others of the same
 * quarter second: whoever ends the program at any moment, the file holds whole
 * blocks, and the next run does the others.  A column has the name of its
 * factor or result; what is not known is NULL.
 *
 *     struct results *results = results_create(path, &about, &err);
 *     results_put(results, &block, &err);
 *     results_close(results, &err);
 */
#ifndef CORE_STORE_RESULTS_H
#define CORE_STORE_RESULTS_H

#include <stdint.h>

#include "core/base/text.h"

enum { RESULTS_FORMAT = 1, RESULTS_HASH = 32, RESULTS_PROPERTIES = 5 };

/* A factor or a result. */
struct results_column {
    const char *name, *title, *unit;
    const char *what; /* the factor: its distribution, as text; else "" */
    const char *note; /* where it comes from, what it is written to; or "" */
};

/* What does not change while the sweep runs.  Texts; none is NULL. */
struct results_about {
    const char *name, *question, *script, *script_hash, *parameters, *design,
        *versions;
    const char *identity; /* equal for sweeps whose results are equal */
    uint64_t seed;
    long runs;
    int block; /* experiments in a block */
    int inputs, outputs;
    const struct results_column *column; /* inputs, then outputs */
};

struct results_block {
    long number, first;
    int runs, failed;
    const double *in, *out;    /* [run][inputs], [run][outputs]; NAN: unknown */
    const char *const *reason; /* [run]; NULL: it did not fail */
    const unsigned char *hash; /* [RESULTS_HASH] */
};

struct results;

/* A new file, in place of a results file of that name; any other file there
 * is left alone and refused. */
struct results *results_create(const char *path,
                               const struct results_about *about,
                               struct err *err);

/* Go on with a file that is not finished; refused when its identity is not
 * that of about.  *none: there is no such file, which is no error. */
struct results *results_resume(const char *path,
                               const struct results_about *about, bool *none,
                               struct err *err);

/* How many experiments an unfinished sweep has stored in this file; 0 when it
 * is finished, or there is none. */
long results_unfinished(const char *path);

/* [block] 1 for those that are stored; as long as results are open. */
const unsigned char *results_done(const struct results *results);
long results_stored(const struct results *results); /* experiments */

bool results_put(struct results *results, const struct results_block *block,
                 struct err *err);

/* Commit, mark it finished when all blocks are there, and free. */
bool results_close(struct results *results, struct err *err);

/* Reading */

struct results_file;

struct results_file *results_open(const char *path, struct err *err);
void results_free(struct results_file *file);

/* As they were given; column_count = inputs + outputs. */
const struct results_about *results_about(const struct results_file *file);
bool results_finished(const struct results_file *file);
const char *results_hash(const struct results_file *file); /* "": not yet */
long results_count(const struct results_file *file);       /* stored */
long results_failed(const struct results_file *file);

/* The column in order of the experiments that are stored, into room for
 * results_count() of them; column -1: their numbers from 1. */
bool results_read(struct results_file *file, int column, double *out,
                  struct err *err);

/* Why experiments failed: calls each with the number (from 1) and reason, in
 * order, at most so many times. */
bool results_reasons(struct results_file *file, long most,
                     void (*each)(void *data, long number, const char *why),
                     void *data, struct err *err);

#endif
