/* The years in which phases open, while they are being moved about, and what
 * is left of the capital.  Private to core/assign.
 *
 *     struct calendar *calendar = calendar_new(engine);
 *     calendar_set(calendar, stock->opens, stock->money);
 *     if (calendar_trial(calendar, &rng))
 *         ... calendar->move[0 .. moves) says what was ...
 *     calendar_back(calendar, 0);
 */
#ifndef CORE_ASSIGN_CALENDAR_H
#define CORE_ASSIGN_CALENDAR_H

#include "core/assign/cuts.h"
#include "core/base/rng.h"

struct calendar_move {
    int site, phase, year; /* the year in which it opened before */
};

struct calendar {
    const struct engine *engine;
    int *opens;      /* [phase] years: never */
    double *money;   /* [year] left of all that comes in until then */
    double *cost;    /* [cut] what each says of these years */
    const int *part; /* [site] whose it is; NULL: all are */
    int number;      /* who this is */
    struct calendar_move *move; /* since the years were set */
    int moves, space;
};

struct calendar *calendar_new(const struct engine *engine);
void calendar_free(struct calendar *calendar);

/* money [year] NULL: what these years leave of all capital. */
void calendar_set(struct calendar *calendar, const int *opens,
                  const double *money);

/* Take moves back until there are so many. */
void calendar_back(struct calendar *calendar, int moves);

/* Another year for some phase, others give way until all is paid, and what
 * becomes free is used.  Returns false when nothing has moved. */
bool calendar_trial(struct calendar *calendar, struct rng *rng);

/* No assignment with these years costs less, as far as the cuts know. */
double calendar_least(const struct calendar *calendar);

#endif
