/* Why a phase opens when it does, and what would have to change.
 *
 *     struct reasons reasons;
 *     reasons_init(&reasons, &problem, &schedule);
 *     struct schedule_reason reason;
 *     reasons_at(&reasons, phase, year, &reason);
 *     reasons_release(&reasons);
 *
 * Everything else stays as it is in the schedule. */
#ifndef CORE_SCHEDULE_REASON_H
#define CORE_SCHEDULE_REASON_H

#include "core/schedule/state.h"

enum schedule_limit {
    LIMIT_YEARS = 1 << 0,  /* earliest, latest, or the time of building */
    LIMIT_RULES = 1 << 1,  /* no source may pay some of it */
    LIMIT_BEFORE = 1 << 2, /* one that comes before is not open */
    LIMIT_AFTER = 1 << 3,  /* one that comes after opens earlier */
    LIMIT_MONEY = 1 << 4,
    LIMIT_ROW = 1 << 5
};

struct schedule_reason {
    unsigned limits;
    int other;        /* phase of LIMIT_BEFORE or LIMIT_AFTER, -1 */
    int row;          /* the first row that breaks, -1 */
    int64_t missing;  /* money */
    int until;        /* the last year whose costs have to do with it, -1 */
    unsigned sources; /* bits: more of one of these would help */
    double loss;      /* what the total would lose */
};

struct reasons {
    struct model model;
    struct state state;
};

void reasons_init(struct reasons *reasons,
                  const struct schedule_problem *problem,
                  const struct schedule *schedule);
void reasons_release(struct reasons *reasons);

/* What keeps a phase from opening in a year (`years`: never). */
void reasons_at(struct reasons *reasons, int phase, int year,
                struct schedule_reason *reason);

/* A promise that a schedule has to keep. */
struct schedule_demand {
    bool row;   /* the least of a row; else that a phase opens */
    int number; /* of the row or the phase */
};

/* The fewest demands found without which there is a schedule: one, or two, or
 * else a set of which none is too much.  demand has room for all phases and
 * rows.  Returns how many; 0: there is a schedule anyway, -1: there is none
 * even without any demand. */
int schedule_relax(const struct schedule_problem *problem,
                   const struct schedule_work *work,
                   struct schedule_demand *demand);

#endif
