#include "core/rank/weight_points.h"

#include <math.h>

static bool point_check(enum points_kind kind, double points, struct err *err)
{
    if (!isfinite(points))
        return err_set(err, ERR_RANGE, "points are not a finite number");
    if (points < 0)
        return err_set(err, ERR_RANGE, "points must not be negative, got %g",
                       points);
    if (kind == POINTS_SWING && points > 100)
        return err_set(err, ERR_RANGE, "a swing is 0 to 100, got %g", points);
    if (kind == POINTS_SMART && points < 10)
        return err_set(err, ERR_RANGE,
                       "the least important has 10 points, got %g", points);
    return true;
}

/* The end of the scale that has to be given. */
static bool ends_check(enum points_kind kind, double least, double most,
                       struct err *err)
{
    if (kind == POINTS_SWING && most != 100)
        return err_set(err, ERR_RANGE,
                       "the largest swing has 100 points, here it has %g",
                       most);
    if (kind == POINTS_SMART && least != 10)
        return err_set(err, ERR_RANGE,
                       "the least important has 10 points, here it has %g",
                       least);
    return true;
}

bool weights_from_points(enum points_kind kind, int n, const char *const *name,
                         const double *points, double *weight, struct err *err)
{
    double sum = 0, least = INFINITY, most = 0;
    if (n < 1)
        return err_set(err, ERR_RANGE, "no criteria to weigh");
    for (int j = 0; j < n; j++) {
        if (!point_check(kind, points[j], err))
            return err_in(err, "criterion '%s'", name[j]);
        sum += points[j];
        least = fmin(least, points[j]);
        most = fmax(most, points[j]);
    }
    if (!(sum > 0) || !isfinite(sum))
        return err_set(err, ERR_RANGE, "the weights sum to %g", sum);
    if (!ends_check(kind, least, most, err))
        return false;
    for (int j = 0; j < n; j++)
        weight[j] = points[j] / sum;
    return true;
}

/* The weight of place i of n, from 1. */
static double place_weight(enum order_kind kind, int n, int i)
{
    double sum = 0;
    switch (kind) {
    case ORDER_SUM:
        return 2.0 * (n + 1 - i) / ((double)n * (n + 1));
    case ORDER_CENTROID:
        for (int k = n; k >= i; k--)
            sum += 1.0 / k;
        return sum / n;
    default: /* ORDER_RECIPROCAL */
        for (int k = n; k >= 1; k--)
            sum += 1.0 / k;
        return 1 / (i * sum);
    }
}

bool weights_from_order(enum order_kind kind, int n, const char *const *name,
                        const double *rank, double *weight, struct err *err)
{
    if (n < 1)
        return err_set(err, ERR_RANGE, "no criteria to weigh");
    for (int j = 0; j < n; j++) {
        if (!isfinite(rank[j]))
            return err_set(err, ERR_RANGE,
                           "criterion '%s': the rank is not a finite number",
                           name[j]);
    }
    for (int j = 0; j < n; j++) {
        int before = 0, equal = 0;
        for (int k = 0; k < n; k++) {
            before += rank[k] < rank[j];
            equal += rank[k] == rank[j];
        }
        double sum = 0;
        for (int k = 1; k <= equal; k++)
            sum += place_weight(kind, n, before + k);
        weight[j] = sum / equal;
    }
    return true;
}
