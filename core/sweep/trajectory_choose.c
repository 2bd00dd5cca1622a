/* Of many trajectories those that lie farthest apart. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/sweep/trajectory.h"

struct crowd {
    int factors;
    int64_t count;
    size_t size;   /* numbers of a trajectory */
    double *point; /* of each, its factors + 1 points */
    double *apart; /* of each, sum of squared distances from those chosen; -1
                      for those */
};

static double gap(const double *a, const double *b, int factors)
{
    double square = 0;
    for (int f = 0; f < factors; f++)
        square += (a[f] - b[f]) * (a[f] - b[f]);
    return sqrt(square);
}

/* How far apart two trajectories are: the sum of the distances of each point
 * of one from each of the other. */
static double distance(const double *a, const double *b, int factors)
{
    double sum = 0;
    for (int i = 0; i <= factors; i++) {
        for (int j = 0; j <= factors; j++)
            sum += gap(a + i * factors, b + j * factors, factors);
    }
    return sum;
}

static double apart(const struct crowd *crowd, int64_t a, int64_t b)
{
    return distance(crowd->point + (size_t)a * crowd->size,
                    crowd->point + (size_t)b * crowd->size, crowd->factors);
}

static void crowd_init(struct crowd *crowd, int factors, int levels,
                       uint64_t seed, int64_t count)
{
    struct trajectory t;
    size_t k = (size_t)factors;
    *crowd = (struct crowd){ factors, count, (k + 1) * k, NULL, NULL };
    crowd->point = mem_raw((size_t)count * crowd->size, sizeof *crowd->point);
    crowd->apart = mem_new((size_t)count, sizeof *crowd->apart);
    trajectory_init(&t, factors, levels);
    double *point = crowd->point;
    for (int64_t i = 0; i < count; i++) {
        trajectory_draw(&t, seed, i);
        for (int changes = 0; changes <= factors; changes++) {
            for (int f = 0; f < factors; f++)
                *point++ = trajectory_at(&t, f, changes);
        }
    }
    trajectory_release(&t);
}

/* One of the two that are farthest apart. */
static int64_t first_of(const struct crowd *crowd)
{
    double most = -1;
    int64_t first = 0;
    for (int64_t a = 0; a < crowd->count; a++) {
        for (int64_t b = a + 1; b < crowd->count; b++) {
            double far = apart(crowd, a, b);
            first = far > most ? a : first;
            most = fmax(far, most);
        }
    }
    return first;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* One after another, each the one that adds most to the sum of squared
 * distances that Campolongo et al. (2007) maximise. */
void trajectory_choose(int factors, int levels, uint64_t seed,
                       int64_t candidates, int64_t n, int64_t *chosen)
{
    struct crowd crowd;
    crowd_init(&crowd, factors, levels, seed, candidates);
    int64_t next = first_of(&crowd);
    for (int64_t k = 0; k < n; k++) {
        int64_t last = next;
        chosen[k] = last;
        crowd.apart[last] = -1;
        for (int64_t i = 0; i < candidates; i++) {
            double far = crowd.apart[i] < 0 ? 0 : apart(&crowd, last, i);
            crowd.apart[i] += far * far;
            if (crowd.apart[i] > crowd.apart[next])
                next = i;
        }
    }
    qsort(chosen, (size_t)n, sizeof *chosen, by_number);
    free(crowd.point);
    free(crowd.apart);
}
