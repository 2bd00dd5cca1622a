#include "core/assign/rise.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/dilate.h"
#include "core/base/mem.h"

#define AHEAD 0.05   /* of the bound: the goal is not further off */
#define FIRST 0.5    /* step, relative to the way to the goal */
#define SHORT 1e-3   /* step, the last one */
#define GAIN 1e-6    /* of the bound, that counts */
#define TOGETHER 0.01 /* step of all together, relative to their mean worth */
#define LEAST 1e-4    /* the last one of these */

enum { STILL = 150, LOOKS_TOGETHER = 60 };

struct rise {
    struct worth *worth;
    struct dilation *dilation;
    double *slope; /* [job] */
    double *need;  /* [job] the least */
    double risen;  /* the bound when it last gained */
    int still;     /* looks since then */
};

struct rise *rise_new(struct worth *worth)
{
    const struct single *single = worth->single;
    size_t n = (size_t)single->jobs;
    struct rise *rise = mem_new(1, sizeof *rise);
    rise->worth = worth;
    rise->dilation = dilation_new(single->jobs);
    rise->slope = mem_new(n + 1, sizeof(double));
    rise->need = mem_new(n + 1, sizeof(double));
    for (size_t j = 0; j < n; j++) {
        rise->need[j] = INFINITY;
        for (size_t i = 0; i + 1 < (size_t)single->sites; i++) {
            size_t cell = i * n + j;
            if (!isinf(single->cost[cell]))
                rise->need[j] = fmin(rise->need[j], single->need[cell]);
        }
        rise->need[j] = isinf(rise->need[j]) ? 0 : rise->need[j];
    }
    return rise;
}

void rise_free(struct rise *rise)
{
    if (!rise)
        return;
    dilation_free(rise->dilation);
    free(rise->slope);
    free(rise->need);
    free(rise);
}

/* Look, and keep what is best; the slope along the needs is returned. */
static double look(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    double bound = worth_look(worth, rest), along = 0;
    worth_keep(worth, bound);
    for (int j = 0; j < worth->single->jobs; j++) {
        rise->slope[j] = 1 - worth->times[j];
        along += rise->need[j] * rise->slope[j];
    }
    return along;
}

static double norm(const double *vector, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += vector[i] * vector[i];
    return sqrt(sum);
}

/* All worths up or down by their needs, as long as the bound rises; steps
 * grow until it does not, and are halved from there. */
static void together(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    int n = worth->single->jobs;
    double along = look(rise, rest), side = along < 0 ? -1 : 1, grow = 2;
    double unit = norm(worth->best, n) / fmax(norm(rise->need, n), 1e-12);
    double step = TOGETHER * unit;
    for (int i = 0; i < LOOKS_TOGETHER && step > LEAST * unit; i++) {
        for (int j = 0; j < n; j++)
            worth->worth[j] += side * step * rise->need[j];
        along = look(rise, rest);
        if (along == 0)
            return;
        if (along * side < 0) {
            side = -side;
            grow = 0.5;
        }
        step *= grow;
    }
}

static void back(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    memcpy(worth->worth, worth->best,
           (size_t)worth->single->jobs * sizeof(double));
    look(rise, rest);
}

void rise_begin(struct rise *rise, const struct rest *rest, double goal)
{
    struct worth *worth = rise->worth;
    back(rise, rest);
    together(rise, rest);
    back(rise, rest);
    double way = fmin(goal - worth->bound, AHEAD * fabs(worth->bound));
    double steep = norm(rise->slope, worth->single->jobs);
    dilation_begin(rise->dilation, FIRST * way / fmax(steep, 1e-12));
    rise->risen = worth->bound;
    rise->still = 0;
}

bool rise_step(struct rise *rise, const struct rest *rest)
{
    struct worth *worth = rise->worth;
    if (dilation_step(rise->dilation, rise->slope, worth->worth) < SHORT)
        return false;
    look(rise, rest);
    rise->still++;
    if (worth->bound > rise->risen + GAIN * fabs(rise->risen)) {
        rise->risen = worth->bound;
        rise->still = 0;
    }
    return rise->still < STILL;
}
