/* What worker and parent say to each other about a sweep.
 *
 *     MESSAGE_SWEEP  what the sweep is; the answer says what is to be done
 *     MESSAGE_BLOCK  a block that is done; no answer
 *     MESSAGE_DEAL   which block is next?  Only where blocks are dealt out
 *     MESSAGE_SWEPT  all is done; the answer is the path of the file, or
 *                    nothing when the run is to end here: it was a helper
 */
#ifndef BINDINGS_SWEEP_SWEEP_PIPE_H
#define BINDINGS_SWEEP_SWEEP_PIPE_H

#include "core/store/results.h"
#include "core/sweep/sweep.h"

/* What a dealer may say instead of the number of a block. */
enum { DEAL_END = -1, DEAL_LATER = -2, DEAL_OTHER = -3 };

/* What the sweep is.  Taking it gives interned texts; about->column is to be
 * freed; false when it is nonsense. */
void sweep_put_about(struct text *out, const struct results_about *about);
bool sweep_take_about(const struct text *message, struct results_about *about);

/* What is to be done. */
struct sweep_work {
    int threads;
    bool dealt;                /* ask for each block */
    const unsigned char *done; /* [blocks], of the message, for what is taken */
};

void sweep_put_work(struct text *out, const struct sweep_work *work,
                    long blocks);
bool sweep_take_work(const struct text *message, struct sweep_work *work,
                     long blocks);

/* A block.  Taking one fills the arrays of a block that has room for those of
 * about; its reasons point into the message; false when it is nonsense. */
void sweep_put_block(struct text *out, const struct sweep_block *block);

struct sweep_taken {
    struct results_block block;
    double *in, *out;
    const char **reason;
};

void sweep_taken_init(struct sweep_taken *taken,
                      const struct results_about *about);
void sweep_taken_release(struct sweep_taken *taken);
bool sweep_take_block(const struct text *message,
                      const struct results_about *about,
                      struct sweep_taken *taken);

#endif
