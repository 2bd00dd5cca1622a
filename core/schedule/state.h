/* A choice of years with what it takes of every limit. */
#ifndef CORE_SCHEDULE_STATE_H
#define CORE_SCHEDULE_STATE_H

#include "core/schedule/model.h"

struct state {
    const struct model *model;
    int *year;     /* [phase] */
    int64_t *load; /* [year * sets + set - 1] needs of what opens */
    int64_t *used; /* [row] */
    double value;  /* of model->value */
};

void state_init(struct state *state, const struct model *model);
void state_release(struct state *state);

/* Nothing opens. */
void state_clear(struct state *state);

/* Move a phase to another year. */
void state_put(struct state *state, int phase, int year);

/* Move all phases of a part; year is in their order in the part. */
void state_put_part(struct state *state, int part, const int *year);

/* How far limits are broken, each in units of an ordinary phase; 0: none is.
 * Years in which a phase may not open are not looked at. */
double state_broken(const struct state *state);

/* What it is worth, the money paid by the cheapest sources. */
double state_total(const struct state *state);

#endif
