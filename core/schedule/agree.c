#include "core/schedule/agree.h"

#include <string.h>

/* Of the means of the disagreement and of its square. */
#define MEAN 0.75
#define SQUARE 0.97

static void keep_prices(struct knapsacks *work, bool back)
{
    int cells = work->model->parts * work->model->years;
    for (int i = 0; i < cells; i++) {
        struct sums *sums = &work->sums[i];
        size_t size = (size_t)sums->count * sizeof(double);
        memcpy(back ? sums->price : sums->best, back ? sums->best : sums->price,
               size);
        if (back)
            memset(sums->mean, 0, size);
    }
}

static void begin(struct knapsacks *work)
{
    int cells = work->model->parts * work->model->years;
    keep_prices(work, true);
    for (int i = 0; i < cells; i++)
        memset(work->sums[i].square, 0, sizeof work->sums[i].square);
}

/* How a price steps for each unit of length: the less, the more it was wrong
 * so far. */
static double step_of(const struct sums *sums, int j, double seen)
{
    return sums->mean[j] / (sqrt(sums->square[j] / seen) + 0.03);
}

/* Where the knapsack and the part disagree; returns the square of it. */
static double disagree(struct knapsacks *work, double seen)
{
    int years = work->model->years;
    double norm = 0;
    for (int i = 0; i < work->model->parts * years; i++) {
        struct sums *sums = &work->sums[i];
        int chosen = work->chosen[i / years];
        int at = work->at[(size_t)chosen * (size_t)years + (size_t)(i % years)];
        for (int j = 0; j < sums->count; j++) {
            double here = (j == sums->taken) - (j == at);
            sums->mean[j] = (1 - MEAN) * here + MEAN * sums->mean[j];
            sums->square[j] =
                (1 - SQUARE) * here * here + SQUARE * sums->square[j];
            norm += sums->mean[j] * step_of(sums, j, seen);
        }
    }
    return norm;
}

static void go(struct knapsacks *work, double length, double seen)
{
    for (int i = 0; i < work->model->parts * work->model->years; i++) {
        struct sums *sums = &work->sums[i];
        for (int j = 0; j < sums->count; j++)
            sums->price[j] -= length * step_of(sums, j, seen);
    }
}

/* Steps of Polyak (1969) along a deflected direction, as in dual.h, each price
 * at a scale of its own. */
static void descend(struct knapsacks *work, const struct whole_work *how,
                    long passes)
{
    double theta = 0.7, best = INFINITY, not_seen = 1;
    int still = 0;
    for (; passes > 0 && !how->over(how->data); passes--) {
        double bound = knapsacks_pass(work, how->threads);
        work->passes++;
        still++;
        if (bound < best) {
            best = bound;
            keep_prices(work, false);
            still = 0;
        } else if (still > 5) {
            theta *= 0.65;
            still = 0;
            keep_prices(work, true);
            if (theta < 2e-3)
                break;
            continue;
        }
        not_seen *= SQUARE;
        double norm = disagree(work, 1 - not_seen);
        if (norm < 1e-12 || best <= knapsacks_enough(work))
            break;
        double goal = work->known + 0.7 * (best - work->known);
        go(work, theta * (bound - goal) / norm, 1 - not_seen);
    }
}

double agree(struct knapsacks *work, const struct whole_work *how, long passes)
{
    begin(work);
    descend(work, how, passes);
    keep_prices(work, true);
    double bound = knapsacks_pass(work, how->threads);
    work->passes++;
    work->bound = fmin(work->bound, bound);
    return bound;
}
