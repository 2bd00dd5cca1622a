/* Trajectories of Morris (1991): inside of designs.
 *
 * A trajectory starts on the grid 0, 1/(p - 1), ..., 1 of each factor and
 * changes each factor once, in a random order, by delta = p / (2 (p - 1)) up
 * or down, so that it stays within the grid and each level is as likely.
 */
#ifndef CORE_SWEEP_TRAJECTORY_H
#define CORE_SWEEP_TRAJECTORY_H

#include <stdint.h>

struct trajectory {
    int factors, levels;
    int *start; /* level of each factor, from 0 */
    int *step;  /* by how many levels it changes, with sign */
    int *order; /* which factor is changed 1st, 2nd, ... */
    int *when;  /* the other way round: of each factor, from 0 */
};

void trajectory_init(struct trajectory *trajectory, int factors, int levels);
void trajectory_release(struct trajectory *trajectory);

/* Make the one of a number. */
void trajectory_draw(struct trajectory *trajectory, uint64_t seed,
                     int64_t number);

/* The place on the grid, 0 to 1, of a factor after so many changes. */
static inline double trajectory_at(const struct trajectory *t, int factor,
                                   int changes)
{
    int level = t->start[factor];
    if (t->when[factor] < changes)
        level += t->step[factor];
    return (double)level / (t->levels - 1);
}

/* Choose the n of candidates that lie farthest apart, into chosen, rising. */
void trajectory_choose(int factors, int levels, uint64_t seed,
                       int64_t candidates, int64_t n, int64_t *chosen);

#endif
