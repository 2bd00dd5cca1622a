#include "core/rank/scan.h"

#include <math.h>

#include "core/base/sum.h"

/* Value i of each block goes to lane i, so that the loops below work on
 * several values at once and still always in the same order. */
struct lanes {
    double min[BLOCK], max[BLOCK];
    double odd[BLOCK]; /* 0 as long as all are finite */
    double squares[BLOCK], lost[BLOCK];
};

const double *column_values(const struct rank_problem *problem,
                            const struct criterion *criterion,
                            const int *excluded, size_t from, double *room)
{
    const double *x = criterion->column + from;
    if (problem->gates == 0)
        return x;
    size_t n = block_size(problem, from);
    for (size_t i = 0; i < n; i++)
        room[i] = excluded[from + i] >= 0 ? NAN : x[i];
    return room;
}

/* NAN is not below anything, so it changes neither min nor max. */
static void lanes_add(struct lanes *restrict lanes, const double *restrict x,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        lanes->min[i] = x[i] < lanes->min[i] ? x[i] : lanes->min[i];
        lanes->max[i] = x[i] > lanes->max[i] ? x[i] : lanes->max[i];
        lanes->odd[i] += x[i] - x[i];
    }
}

/* The squares of x times factor, compensated in each lane (Kahan 1965). */
static void squares_add(double *restrict sum, double *restrict lost,
                        const double *restrict x, double factor, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double part = isnan(x[i]) ? 0 : x[i] * factor;
        double square = part * part - lost[i], next = sum[i] + square;
        lost[i] = (next - sum[i]) - square;
        sum[i] = next;
    }
}

static double squares_total(const double *squares)
{
    struct sum total = SUM_INIT;
    for (int i = 0; i < BLOCK; i++)
        sum_add(&total, squares[i]);
    return sum_total(&total);
}

static void range_number(struct range *range, double x)
{
    range->min = x < range->min ? x : range->min;
    range->max = x > range->max ? x : range->max;
}

/* Returns whether anything is not a finite number. */
static bool range_lanes(struct range *range, const struct lanes *lanes)
{
    bool odd = false;
    for (int i = 0; i < BLOCK; i++) {
        range->min = fmin(range->min, lanes->min[i]);
        range->max = fmax(range->max, lanes->max[i]);
        odd = odd || lanes->odd[i] != 0;
    }
    return odd;
}

static void count_unknown(struct range *range,
                          const struct rank_problem *problem,
                          const struct criterion *criterion,
                          const int *excluded)
{
    for (size_t i = 0; i < problem->alternatives; i++) {
        double x = criterion->column[i];
        if (problem->gates > 0 && excluded[i] >= 0)
            continue;
        range->unknown += isnan(x) ? 1 : 0;
        range->infinite = range->infinite || isinf(x);
    }
    if (range->unknown > 0 && criterion->missing == MISSING_VALUE)
        range_number(range, criterion->assumed);
}

struct range column_range(const struct rank_problem *problem,
                          const struct criterion *criterion,
                          const int *excluded)
{
    struct range range = { .min = INFINITY, .max = -INFINITY };
    struct lanes lanes = { .odd = { 0 } };
    double room[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        lanes.min[i] = INFINITY;
        lanes.max[i] = -INFINITY;
    }
    for (size_t from = 0; from < problem->alternatives; from += BLOCK) {
        const double *x =
            column_values(problem, criterion, excluded, from, room);
        lanes_add(&lanes, x, block_size(problem, from));
        if (criterion->normal == NORMAL_VECTOR)
            squares_add(lanes.squares, lanes.lost, x, 1,
                        block_size(problem, from));
    }
    range.squares = squares_total(lanes.squares);
    if (range_lanes(&range, &lanes))
        count_unknown(&range, problem, criterion, excluded);
    return range;
}

/* The sum of squares of x times factor. */
static double squares_of(const struct rank_problem *problem,
                         const struct criterion *criterion, const int *excluded,
                         double factor)
{
    double sum[BLOCK] = { 0 }, lost[BLOCK] = { 0 }, room[BLOCK];
    for (size_t from = 0; from < problem->alternatives; from += BLOCK) {
        const double *x =
            column_values(problem, criterion, excluded, from, room);
        squares_add(sum, lost, x, factor, block_size(problem, from));
    }
    return squares_total(sum);
}

double column_length(const struct rank_problem *problem,
                     const struct criterion *criterion, const int *excluded,
                     struct range range)
{
    double largest = fmax(fabs(range.min), fabs(range.max));
    double squares = range.squares, factor = 1;
    int size = 0;
    if (!(largest > 0))
        return largest;
    if (!(largest > 1e-100 && largest < 1e100)) {
        frexp(largest, &size); /* a power of two: nothing is lost by it */
        factor = ldexp(1, -size);
        squares = squares_of(problem, criterion, excluded, factor);
    }
    if (criterion->missing == MISSING_VALUE) {
        double part = criterion->assumed * factor;
        squares += (double)range.unknown * (part * part);
    }
    return ldexp(sqrt(squares), size);
}

double column_total(const struct rank_problem *problem,
                    const struct criterion *criterion, const int *excluded,
                    struct range range, bool inverse)
{
    struct sum sum = SUM_INIT;
    for (size_t i = 0; i < problem->alternatives; i++) {
        double x = criterion->column[i];
        if (excluded[i] < 0 && !isnan(x))
            sum_add(&sum, inverse ? 1 / x : x);
    }
    if (range.unknown > 0 && criterion->missing == MISSING_VALUE) {
        double x = criterion->assumed, times = (double)range.unknown;
        sum_add(&sum, inverse ? times / x : times * x);
    }
    return sum_total(&sum);
}
