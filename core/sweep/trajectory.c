#include "core/sweep/trajectory.h"

#include <stdbool.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/sweep/stream.h"

void trajectory_init(struct trajectory *t, int factors, int levels)
{
    size_t count = (size_t)factors;
    t->factors = factors;
    t->levels = levels;
    t->start = mem_raw(4 * count, sizeof *t->start);
    t->step = t->start + count;
    t->order = t->step + count;
    t->when = t->order + count;
}

void trajectory_release(struct trajectory *t)
{
    free(t->start);
    *t = (struct trajectory){ 0 };
}

void trajectory_draw(struct trajectory *t, uint64_t seed, int64_t number)
{
    struct rng rng = rng_new(seed, (uint64_t)number, STREAM_MORRIS);
    int half = t->levels / 2;
    for (int f = 0; f < t->factors; f++) {
        bool up = rng_below(&rng, 2) == 0;
        t->start[f] = rng_below(&rng, half) + (up ? 0 : half);
        t->step[f] = up ? half : -half;
        t->order[f] = f;
    }
    for (int f = t->factors - 1; f > 0; f--) {
        int other = rng_below(&rng, f + 1), here = t->order[f];
        t->order[f] = t->order[other];
        t->order[other] = here;
    }
    for (int k = 0; k < t->factors; k++)
        t->when[t->order[k]] = k;
}
