#include "core/assign/rise.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/dilate.h"
#include "core/base/mem.h"

#define AHEAD 0.05 /* of the bound: the goal is not further off */
#define FIRST 0.5  /* step, relative to the way to the goal */
#define SHORT 1e-7 /* step, the last one, relative to all worths */
#define GAIN 1e-6  /* of the bound, that counts */

enum { STILL = 250 }; /* looks without a gain, and one more for each job */

struct rise {
    struct worth *worth;
    struct dilation *dilation;
    double *slope;   /* [job] */
    double shortest; /* step */
    double risen;    /* the bound when it last gained */
    int still;       /* looks since then */
};

struct rise *rise_new(struct worth *worth)
{
    const struct single *single = worth->single;
    size_t n = (size_t)single->jobs;
    struct rise *rise = mem_new(1, sizeof *rise);
    rise->worth = worth;
    rise->dilation = dilation_new(single->jobs);
    rise->slope = mem_new(n + 1, sizeof(double));
    return rise;
}

void rise_free(struct rise *rise)
{
    if (!rise)
        return;
    dilation_free(rise->dilation);
    free(rise->slope);
    free(rise);
}

static void look(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    worth_keep(worth, worth_look(worth, rest));
    for (int j = 0; j < worth->single->jobs; j++)
        rise->slope[j] = 1 - worth->times[j];
}

static double norm(const double *vector, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += vector[i] * vector[i];
    return sqrt(sum);
}

void rise_begin(struct rise *rise, const struct rest *rest, double goal)
{
    struct worth *worth = rise->worth;
    int n = worth->single->jobs;
    memcpy(worth->worth, worth->best, (size_t)n * sizeof(double));
    worth_shift(worth, rest);
    look(rise, rest);
    double way = fmin(goal - worth->bound, AHEAD * fabs(worth->bound));
    double steep = norm(rise->slope, n);
    dilation_begin(rise->dilation, FIRST * way / fmax(steep, 1e-12));
    rise->shortest = SHORT * norm(worth->best, n);
    rise->risen = worth->bound;
    rise->still = 0;
}

bool rise_step(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    double step = dilation_step(rise->dilation, rise->slope, worth->worth);
    if (!(step > rise->shortest))
        return false;
    look(rise, rest);
    rise->still++;
    if (worth->bound > rise->risen + GAIN * fabs(rise->risen)) {
        rise->risen = worth->bound;
        rise->still = 0;
    }
    return rise->still < STILL + worth->single->jobs;
}
