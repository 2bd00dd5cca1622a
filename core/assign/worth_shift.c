/* All worths up or down together. */
#include <string.h>

#include "core/assign/worth.h"

#define FIRST 0.01 /* step, relative to the mean worth of a unit of need */
#define LAST 1e-4

enum { LOOKS = 60 };

static double norm(const double *vector, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += vector[i] * vector[i];
    return sqrt(sum);
}

/* Look, and keep what is best; the slope along the needs. */
static double look(struct worth *worth, const struct rest *rest)
{
    double along = 0;
    worth_keep(worth, worth_look(worth, rest));
    for (int j = 0; j < worth->single->jobs; j++)
        along += worth->need[j] * (1 - worth->times[j]);
    return along;
}

static void step_all(struct worth *worth, const struct rest *rest, double step)
{
    for (int j = 0; j < worth->single->jobs; j++)
        worth->worth[j] += rest->settled[j] < 0 ? step * worth->need[j] : 0;
}

/* Steps grow until the bound falls, and are halved from there. */
int worth_shift(struct worth *worth, const struct rest *rest)
{
    int n = worth->single->jobs, looks = 1;
    double along = look(worth, rest), side = along < 0 ? -1 : 1, grow = 2;
    double unit = norm(worth->worth, n) / fmax(norm(worth->need, n), 1e-12);
    double step = FIRST * unit;
    for (; along != 0 && looks < LOOKS && step > LAST * unit; looks++) {
        step_all(worth, rest, side * step);
        along = look(worth, rest);
        if (along * side < 0) {
            side = -side;
            grow = 0.5;
        }
        step *= grow;
    }
    memcpy(worth->worth, worth->best, (size_t)n * sizeof(double));
    return looks;
}
