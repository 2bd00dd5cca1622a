#include "core/assign/dilate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

#define STRETCH 4.0 /* of space, along what changed */
#define LONGER 1.1  /* a step, after a few along one line */

enum { FEW = 3 };

struct dilation {
    int count;
    double *matrix; /* [row * count + column] from stretched space to true */
    double *slope;  /* [count] in stretched space, at the last turn */
    double *change, *now; /* the same: since then; at this one */
    double *way;          /* [count] in true space */
    double length, reach; /* of a step: in stretched space, in true */
    int looks;            /* along the way; -1: there is none yet */
};

struct dilation *dilation_new(int count)
{
    struct dilation *dilation = mem_new(1, sizeof *dilation);
    size_t n = (size_t)count;
    dilation->count = count;
    dilation->matrix = mem_raw(n * n + 1, sizeof(double));
    dilation->slope = mem_new(n + 1, sizeof(double));
    dilation->change = mem_new(n + 1, sizeof(double));
    dilation->now = mem_new(n + 1, sizeof(double));
    dilation->way = mem_new(n + 1, sizeof(double));
    return dilation;
}

void dilation_free(struct dilation *dilation)
{
    if (!dilation)
        return;
    free(dilation->matrix);
    free(dilation->slope);
    free(dilation->change);
    free(dilation->now);
    free(dilation->way);
    free(dilation);
}

void dilation_begin(struct dilation *dilation, double length)
{
    size_t n = (size_t)dilation->count;
    memset(dilation->matrix, 0, n * n * sizeof(double));
    for (size_t i = 0; i < n; i++)
        dilation->matrix[i * n + i] = 1;
    dilation->length = length;
    dilation->looks = -1;
}

/* In an order of its own, the same everywhere; four at once. */
static double dot(const double *restrict a, const double *restrict b, size_t n)
{
    double sum[4] = { 0, 0, 0, 0 };
    size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        for (size_t k = 0; k < 4; k++)
            sum[k] += a[i + k] * b[i + k];
    }
    for (; i < n; i++)
        sum[0] += a[i] * b[i];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static void add(double *restrict to, double times, const double *restrict what,
                size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] += times * what[i];
}

/* The slope as stretched space has it. */
static void draw_in(struct dilation *dilation, const double *slope)
{
    size_t n = (size_t)dilation->count;
    memset(dilation->now, 0, n * sizeof(double));
    for (size_t i = 0; i < n; i++) {
        if (slope[i] != 0)
            add(dilation->now, slope[i], dilation->matrix + i * n, n);
    }
}

/* Stretch along what changed, and set the way; false: nowhere. */
static bool turn(struct dilation *dilation)
{
    size_t n = (size_t)dilation->count;
    double *change = dilation->change, *slope = dilation->slope;
    bool first = dilation->looks < 0;
    for (size_t i = 0; i < n; i++)
        change[i] = first ? 0 : dilation->now[i] - slope[i];
    double norm = sqrt(dot(change, change, n)), less = 1 / STRETCH - 1;
    for (size_t i = 0; i < n; i++)
        change[i] = norm > 1e-12 ? change[i] / norm : 0;
    memcpy(slope, dilation->now, n * sizeof(double));
    add(slope, less * dot(change, slope, n), change, n);
    double steep = sqrt(dot(slope, slope, n));
    if (!(steep > 1e-12))
        return false;
    for (size_t i = 0; i < n; i++) {
        double *row = dilation->matrix + i * n;
        add(row, less * dot(row, change, n), change, n);
        dilation->way[i] = dot(row, slope, n) / steep;
    }
    dilation->reach = sqrt(dot(dilation->way, dilation->way, n));
    dilation->looks = 0;
    return true;
}

double dilation_step(struct dilation *dilation, const double *slope,
                     double *point)
{
    size_t n = (size_t)dilation->count;
    if (dilation->looks < 0 || !(dot(slope, dilation->way, n) > 0)) {
        draw_in(dilation, slope);
        if (!turn(dilation))
            return 0;
    } else if (dilation->looks % FEW == 0) {
        dilation->length *= LONGER;
    }
    dilation->looks++;
    add(point, dilation->length, dilation->way, n);
    return dilation->length * dilation->reach;
}
