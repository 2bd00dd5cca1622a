/* A thread of a sweep: a Lua state of its own that runs experiments.
 *
 * An experiment calls the function of the script with the values of its
 * factors and a fork of the plan into which they are written, and reads what
 * it gives.  Nothing is kept from one experiment for the next, and random
 * numbers depend on the seed and the number of the experiment alone.
 */
#ifndef BINDINGS_SWEEP_SWEEP_STATE_H
#define BINDINGS_SWEEP_SWEEP_STATE_H

#include "bindings/plan/bind.h"

enum factor_by { BY_SET, BY_ADD, BY_TIMES };

/* How the value of a factor reaches the function. */
struct state_factor {
    const char *name;
    bool whole;            /* as a whole number */
    int labels;            /* how many; the value is the number of one, from 1;
                              0: it is a number of its own */
    int table, row, field; /* of the plan that takes it; table -1: none */
    enum factor_by by;
};

/* What all threads share and none changes. */
struct experiment {
    int inputs, outputs;
    const struct state_factor *factor;
    const char *const *output;
    const struct plan *plan; /* NULL: the function gets none */
    uint64_t seed;
    int block; /* the first experiment of a block is looked at closely */
};

struct sweep_state;

/* A state with the function at an index, and the list of labels at another (of
 * each factor a list, or false).  NULL with the reason in err. */
struct sweep_state *sweep_state_new(lua_State *from, int function, int labels,
                                    const struct experiment *experiment,
                                    size_t memory, struct err *err);

/* Close it; what it has read is noted as read by the run of this state. */
void sweep_state_free(struct sweep_state *state, lua_State *from);

/* As struct sweep wants it; worker is a sweep_state. */
bool sweep_state_run(void *worker, long number, const double *in, double *out,
                     struct err *err);

#endif
