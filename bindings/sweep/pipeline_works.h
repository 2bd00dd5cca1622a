/* Inside of pipeline.h: which works are built when, before enterprises are
 * placed: the phases that a schedule opens bring land. */
#ifndef BINDINGS_SWEEP_PIPELINE_WORKS_H
#define BINDINGS_SWEEP_PIPELINE_WORKS_H

#include "bindings/methods/arrays.h"
#include "core/schedule/schedule.h"

/* A base, in memory of Lua. */
struct works {
    struct schedule_problem problem;
    long steps; /* of the engine, so that the answer is the same anywhere */
};

/* What a thread needs: copies of what effects change. */
struct works_worker {
    const struct works *works;
    struct schedule_problem problem;
    struct schedule schedule; /* of the experiment that runs */
    bool solved;
    struct schedule_source *source;
    struct schedule_payment *payment;
    int64_t *budget; /* [source][year] */
    int *earliest;
    struct schedule_row *row; /* those of the base, and one for the late */
    int *late;    /* phases that may open after the last year only */
    int64_t *one; /* [phase] 1 */
};

void works_open(struct works_worker *worker, const struct works *works);
void works_close(struct works_worker *worker);

/* Everything as it is in the base. */
void works_reset(struct works_worker *worker);

/* Change money of a source (in a year, -1: all), the cost of a phase (-1: of
 * all), or the first year in which it may open, by the function. */
typedef double works_change(int op, double base, double value);
void works_money(struct works_worker *worker, int source, int year, int op,
                 double value, works_change *change);
void works_cost(struct works_worker *worker, int phase, int op, double value,
                works_change *change);
void works_starts(struct works_worker *worker, int phase, int op, double value,
                  works_change *change);

bool works_solve(struct works_worker *worker, struct err *err);

/* Of what was solved: the calendar year in which a phase opens, 9999 for never;
 * how many open; money paid by a source (-1: by all). */
int works_year(const struct works_worker *worker, int phase);
double works_paid(const struct works_worker *worker, int source);

/* ccn.engine.works(problem) gives a userdata for a pipeline; the problem is
 * that of ccn.engine.schedule. */
extern const luaL_Reg bind_works_functions[];
const struct works *bind_works(lua_State *L, int index);

#endif
