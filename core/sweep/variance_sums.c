#include "core/sweep/variance_sums.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/rng.h"
#include "core/base/task.h"
#include "core/sweep/stream.h"

enum {
    GROUP = 8,  /* resamples of a job: eight weights come of one mixing */
    CHUNK = 16, /* blocks that are added together */
    HEAD = 5    /* columns before those of the factors: 1, a, b, a^2, b^2 */
};

void variance_sums_init(struct variance_sums *sums,
                        const struct variance_problem *p)
{
    size_t k = (size_t)p->factors;
    *sums = (struct variance_sums){ .problem = p };
    sums->block = p->second ? 2 * (int64_t)p->factors + 2 : p->factors + 2;
    sums->pairs = p->second ? k * (k - 1) / 2 : 0;
    sums->columns = HEAD + 2 * k + sums->pairs;
}

void variance_sums_release(struct variance_sums *sums)
{
    free(sums->good);
    free(sums->value);
    free(sums->pair);
    *sums = (struct variance_sums){ 0 };
}

/* What a block adds to each sum. */
static void terms(const struct variance_sums *sums, int64_t block, double *out)
{
    int k = sums->problem->factors;
    const double *y = sums->problem->y + block * sums->block;
    double mean = sums->mean;
    double a = y[0] - mean, b = y[sums->block - 1] - mean;
    const double *c = y + 1, *d = y + 1 + k;
    const double head[HEAD] = { 1, a, b, a * a, b * b };
    memcpy(out, head, sizeof head);
    double *first = out + HEAD, *total = first + k, *pair = total + k;
    for (int j = 0; j < k; j++) {
        double step = c[j] - mean - a;
        first[j] = b * step;
        total[j] = step * step;
    }
    if (!sums->problem->second)
        return;
    for (int j = 0; j < k; j++) {
        for (int l = j + 1; l < k; l++)
            *pair++ = (d[j] - mean) * (c[l] - mean) - a * b;
    }
}

/* Eight weights of a Poisson distribution of mean 1, by its distribution
 * function in units of 2^-16. */
static void draw(uint64_t seed, int64_t block, int group, double weight[GROUP])
{
    static const uint16_t below[] = { 24109, 48219, 60273, 64291,
                                      65296, 65497, 65530, 65535 };
    const uint32_t key[2] = { (uint32_t)seed, (uint32_t)(seed >> 32) };
    uint32_t word[4] = { (uint32_t)group, STREAM_BOOTSTRAP, (uint32_t)block,
                         0 };
    rng_mix(key, word);
    for (int r = 0; r < GROUP; r++) {
        uint32_t u = word[r / 2] >> (r % 2 * 16) & 0xffff;
        int count = 0;
        for (size_t i = 0; i < sizeof below / sizeof *below; i++)
            count += u >= below[i];
        weight[r] = count;
    }
}

/* Add the terms of four blocks, with their weights, to the sums. */
static void add_four(double *restrict sum, const double *restrict term,
                     size_t columns, const double w[4])
{
    const double *t1 = term + columns, *t2 = t1 + columns, *t3 = t2 + columns;
    for (size_t c = 0; c < columns; c++)
        sum[c] +=
            (w[0] * term[c] + w[1] * t1[c]) + (w[2] * t2[c] + w[3] * t3[c]);
}

/* A chunk's blocks from..end - 1; those that are missing weigh nothing. */
static void add_chunk(const struct variance_sums *sums, int group, int64_t from,
                      int64_t end, double *room)
{
    double weight[CHUNK][GROUP] = { { 0 } };
    size_t columns = sums->columns;
    double *term = room, *sum = room + CHUNK * columns;
    int count = (int)(end - from);
    for (int i = 0; i < count; i++) {
        int64_t block = sums->good[from + i];
        terms(sums, block, term + (size_t)i * columns);
        draw(sums->problem->seed, block, group, weight[i]);
        if (group == 0)
            weight[i][0] = 1;
    }
    for (int r = 0; r < GROUP; r++) {
        for (int i = 0; i < count; i += 4) {
            const double w[4] = { weight[i][r], weight[i + 1][r],
                                  weight[i + 2][r], weight[i + 3][r] };
            add_four(sum + (size_t)r * columns, term + (size_t)i * columns,
                     columns, w);
        }
    }
}

static double variance_of(const double *sum)
{
    double n = 2 * sum[0], mean = (sum[1] + sum[2]) / n;
    return (sum[3] + sum[4]) / n - mean * mean;
}

/* The indices of a resample after a step. */
static void keep(struct variance_sums *sums, int step, int resample,
                 const double *sum)
{
    const struct variance_problem *p = sums->problem;
    size_t k = (size_t)p->factors;
    double n = sum[0], v = n > 0 ? variance_of(sum) : 0;
    double scale = v > 0 ? 1 / (n * v) : NAN;
    size_t row = (size_t)step * ((size_t)p->resamples + 1) + (size_t)resample;
    double *first = sums->value + row * 2 * k;
    for (size_t j = 0; j < k; j++) {
        first[j] = sum[HEAD + j] * scale;
        first[k + j] = sum[HEAD + k + j] * scale / 2;
    }
    if (step + 1 < sums->steps)
        return;
    if (resample == 0)
        sums->variance = v;
    double *pair = sums->pair + (size_t)resample * sums->pairs;
    const double *product = sum + HEAD + 2 * k;
    for (size_t j = 0; sums->pairs > 0 && j < k; j++) {
        for (size_t l = j + 1; l < k; l++)
            *pair++ = *product++ * scale - first[j] - first[l];
    }
}

static void group_run(void *data, long number, int thread)
{
    (void)thread;
    struct variance_sums *sums = data;
    int group = (int)number, last = sums->problem->resamples;
    double *room = mem_new((CHUNK + GROUP) * sums->columns, sizeof *room);
    int64_t from = 0;
    for (int step = 0; step < sums->steps; step++) {
        while (from < sums->step[step]) {
            int64_t end = from + CHUNK;
            if (end > sums->step[step])
                end = sums->step[step];
            add_chunk(sums, group, from, end, room);
            from = end;
        }
        for (int r = 0; r < GROUP && group * GROUP + r <= last; r++)
            keep(sums, step, group * GROUP + r,
                 room + (CHUNK + (size_t)r) * sums->columns);
    }
    free(room);
}

double variance_sums_run(struct variance_sums *sums)
{
    size_t rows = (size_t)sums->problem->resamples + 1;
    size_t width = 2 * (size_t)sums->problem->factors;
    sums->value =
        mem_raw((size_t)sums->steps * rows * width, sizeof *sums->value);
    sums->pair = mem_raw(rows * sums->pairs + 1, sizeof *sums->pair);
    task_run(sums->problem->threads, (long)(rows + GROUP - 1) / GROUP,
             group_run, sums);
    return sums->variance;
}
