#include "core/rank/smaa.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"
#include "core/rank/exact.h"
#include "core/rank/places.h"
#include "core/rank/score_rows.h"
#include "core/rank/spread.h"

enum {
    CHUNK = 512,     /* samples that are counted together, */
    CELLS = 1 << 19, /* but no more than so many ranks */
    GROUP = 16,      /* of them are scored together */
    STRIP = 32,      /* rows that are counted together */
    STREAM = 1       /* of the values that are not certain */
};

/* What one thread has counted. */
struct count {
    uint32_t *rank;    /* n rows of ranks */
    uint64_t *rank_of; /* sums of ranks, from 0 */
    int64_t *centre;   /* n rows of criteria, in units of 2^-shift */
    double *score;     /* GROUP rows of n */
    double *weight;    /* GROUP rows of criteria */
    uint32_t *now;     /* ranks of one sample, from 0 */
    uint16_t *place;   /* run.chunk rows of n: the same, of those counted */
    struct places places;
};

struct run {
    const struct smaa_problem *problem;
    struct sampler sampler;
    struct count *count; /* of each thread */
    struct smaa *smaa;
    size_t n, ranks;
    int criteria, threads;
    int chunk;   /* samples in a job */
    double unit; /* 2^shift */
};

static void count_init(struct count *count, const struct run *run)
{
    size_t n = run->n, criteria = (size_t)run->criteria;
    count->rank = mem_new(n * run->ranks, sizeof *count->rank);
    count->rank_of = mem_new(n, sizeof *count->rank_of);
    count->centre = mem_new(n * criteria, sizeof *count->centre);
    count->score = mem_raw(GROUP * n, sizeof *count->score);
    count->weight = mem_raw(GROUP * criteria, sizeof *count->weight);
    count->now = mem_raw(n, sizeof *count->now);
    count->place = mem_raw((size_t)run->chunk * n, sizeof *count->place);
    places_init(&count->places, n);
}

static void count_release(struct count *count)
{
    free(count->rank);
    free(count->rank_of);
    free(count->centre);
    free(count->score);
    free(count->now);
    free(count->place);
    free(count->weight);
    places_release(&count->places);
}

/* Rows with a value that is not certain, once more with a value drawn. */
static void score_spread(const struct smaa_problem *problem, uint64_t sample,
                         const double *weight, double *score)
{
    struct rng rng = rng_new(problem->seed, sample, STREAM);
    size_t next = 0;
    while (next < problem->spreads) {
        size_t row = problem->spread[next].row, from = next;
        double drawn[SAMPLER_MOST];
        for (; next < problem->spreads && problem->spread[next].row == row;
             next++) {
            const struct spread *spread = &problem->spread[next];
            drawn[next - from] =
                spread_draw(spread, &problem->norm[spread->criterion], &rng);
        }
        score[row] = score_drawn(problem->worths, weight,
                                 problem->spread + from, drawn, next - from);
    }
}

/* One sample of the rows from..end. */
static void count_strip(uint32_t *restrict rank, size_t ranks,
                        const uint16_t *restrict place, size_t rows)
{
    for (size_t k = 0; k < rows; k++) {
        rank[place[k]]++;
        rank += ranks;
    }
}

/* A few rows at a time, so that their counters stay in the cache. */
static void count_ranks(struct count *count, const struct run *run, int samples)
{
    size_t n = run->n;
    for (size_t from = 0; from < n; from += STRIP) {
        size_t rows = n - from < STRIP ? n - from : STRIP;
        uint32_t *rank = count->rank + from * run->ranks;
        for (int s = 0; s < samples; s++)
            count_strip(rank, run->ranks, count->place + (size_t)s * n + from,
                        rows);
    }
}

/* The weights count for those that are first with them. */
static void count_centres(struct count *count, const struct run *run,
                          const double *weight, const uint32_t *place)
{
    size_t criteria = (size_t)run->criteria;
    const uint32_t *row = count->places.row;
    for (size_t k = 0; k < run->n && place[row[k]] == 0; k++) {
        int64_t *centre = count->centre + row[k] * criteria;
        for (size_t j = 0; j < criteria; j++)
            centre[j] += (int64_t)(weight[j] * run->unit + 0.5);
    }
}

/* Keep the ranks of one sample for counting. */
static void keep(struct count *count, const struct run *run,
                 uint16_t *restrict place)
{
    const uint32_t *restrict now = count->now;
    uint64_t *restrict sum = count->rank_of;
    uint32_t last = (uint32_t)run->ranks - 1;
    for (size_t k = 0; k < run->n; k++) {
        sum[k] += now[k];
        place[k] = (uint16_t)(now[k] < last ? now[k] : last);
    }
}

/* Rank the rows of a group of samples; place gets a row for each. */
static void group(struct run *run, struct count *count, uint64_t first,
                  int samples, uint16_t *place)
{
    const struct smaa_problem *problem = run->problem;
    size_t n = run->n, criteria = (size_t)run->criteria;
    for (int s = 0; s < samples; s++)
        sampler_draw(&run->sampler, first + (uint64_t)s,
                     count->weight + (size_t)s * criteria);
    score_rows(problem->worths, count->weight, samples, count->score);
    for (int s = 0; s < samples; s++) {
        double *score = count->score + (size_t)s * n;
        double *weight = count->weight + (size_t)s * criteria;
        score_spread(problem, first + (uint64_t)s, weight, score);
        places_rank(&count->places, score, count->now);
        count_centres(count, run, weight, count->now);
        keep(count, run, place + (size_t)s * n);
    }
}

static void chunk(void *data, long number, int thread)
{
    struct run *run = data;
    struct count *count = &run->count[thread];
    long first = number * run->chunk, left = run->problem->samples - first;
    int samples = left < run->chunk ? (int)left : run->chunk;
    for (int s = 0; s < samples; s += GROUP) {
        int size = samples - s < GROUP ? samples - s : GROUP;
        group(run, count, (uint64_t)(first + s), size,
              count->place + (size_t)s * run->n);
    }
    count_ranks(count, run, samples);
}

/* Add up what the threads have counted of one row. */
static void conclude(void *data, long row, int thread)
{
    const struct run *run = data;
    struct smaa *smaa = run->smaa;
    size_t k = (size_t)row, criteria = (size_t)run->criteria;
    double samples = (double)smaa->samples,
           *share = smaa->share + k * run->ranks;
    (void)thread;
    for (size_t r = 0; r < run->ranks; r++) {
        uint64_t sum = 0;
        for (int t = 0; t < run->threads; t++)
            sum += run->count[t].rank[k * run->ranks + r];
        share[r] = (double)sum / samples;
    }
    uint64_t rank_of = 0;
    for (int t = 0; t < run->threads; t++)
        rank_of += run->count[t].rank_of[k];
    smaa->mean_rank[k] = 1 + (double)rank_of / samples;
    for (size_t j = 0; j < criteria; j++) {
        int64_t sum = 0;
        for (int t = 0; t < run->threads; t++)
            sum += run->count[t].centre[k * criteria + j];
        smaa->centre[k * criteria + j] =
            share[0] > 0 ? (double)sum / run->unit / (share[0] * samples) : NAN;
    }
}

/* In which share of the draws of values a row is first with given weights. */
static double confidence(const struct smaa_problem *problem, size_t row,
                         const double *weight, long draws)
{
    const struct worths *worths = problem->worths;
    double *certain = mem_raw(worths->n, sizeof *certain);
    double *score = mem_raw(worths->n, sizeof *score);
    long first = 0;
    score_rows(worths, weight, 1, certain);
    for (long draw = 0; draw < draws; draw++) {
        memcpy(score, certain, worths->n * sizeof *score);
        score_spread(problem, (uint64_t)draw, weight, score);
        size_t k = 0;
        while (k < worths->n && score[k] <= score[row])
            k++;
        first += k == worths->n;
    }
    free(certain);
    free(score);
    return (double)first / (double)draws;
}

struct confide {
    struct smaa *smaa;
    const struct smaa_problem *problem;
    long draws;
};

static void confide(void *data, long row, int thread)
{
    const struct confide *c = data;
    struct smaa *smaa = c->smaa;
    const double *weight = smaa->centre + (size_t)row * (size_t)smaa->criteria;
    (void)thread;
    smaa->confidence[row] =
        isnan(weight[0])
            ? NAN
            : confidence(c->problem, (size_t)row, weight, c->draws);
}

/* The first are told from the rest, whatever is asked. */
static size_t ranks_of(const struct smaa_problem *problem)
{
    size_t n = problem->worths->n, ranks = problem->ranks;
    if (ranks == 0 || ranks > n)
        return n;
    return ranks == 1 && n > 1 ? 2 : ranks;
}

static void smaa_room(struct smaa *smaa, const struct smaa_problem *problem)
{
    size_t n = problem->worths->n;
    size_t criteria = (size_t)problem->worths->criteria;
    size_t ranks = ranks_of(problem);
    *smaa = (struct smaa){ .n = n,
                           .ranks = ranks,
                           .criteria = problem->worths->criteria,
                           .samples = problem->samples };
    smaa->share = mem_raw(n * ranks + 1, sizeof(double));
    smaa->centre = mem_raw(n * criteria + 1, sizeof(double));
    smaa->confidence = mem_raw(n + 1, sizeof(double));
    smaa->mean_rank = mem_raw(n + 1, sizeof(double));
}

static int chunk_for(size_t n)
{
    size_t chunk = CELLS / n / GROUP * GROUP;
    return chunk > CHUNK ? CHUNK : chunk < GROUP ? GROUP : (int)chunk;
}

static void sample(struct smaa *smaa, const struct smaa_problem *problem,
                   const struct sampler *sampler)
{
    int chunk_size = chunk_for(smaa->n), threads = problem->threads;
    long jobs = (problem->samples + chunk_size - 1) / chunk_size;
    threads = threads < 1 ? 1 : threads > TASK_THREADS ? TASK_THREADS : threads;
    threads = threads > jobs ? (int)jobs : threads;
    struct count count[TASK_THREADS];
    struct run run = { .problem = problem,
                       .sampler = *sampler,
                       .count = count,
                       .smaa = smaa,
                       .n = smaa->n,
                       .ranks = smaa->ranks,
                       .criteria = smaa->criteria,
                       .threads = threads,
                       .chunk = chunk_size,
                       .unit = 1 };
    for (long room = INT64_MAX / 4 / problem->samples; room > 1; room /= 2)
        run.unit = run.unit < 0x1p52 ? run.unit * 2 : run.unit;
    for (int t = 0; t < threads; t++)
        count_init(&count[t], &run);
    task_run(threads, jobs, chunk, &run);
    task_run(threads, (long)smaa->n, conclude, &run);
    for (int t = 0; t < threads; t++)
        count_release(&count[t]);
}

/* Draws for the confidence: fewer where there is much that is not certain. */
static long draws_for(const struct smaa_problem *problem)
{
    double each = (double)problem->worths->n *
                  ((double)problem->worths->n +
                   (double)problem->spreads * problem->worths->criteria);
    double most = fmax(100, 4e9 / each);
    return problem->spreads == 0             ? 1
           : most < (double)problem->samples ? (long)most
                                             : problem->samples;
}

static bool smaa_check(const struct smaa_problem *problem, struct err *err)
{
    if (problem->samples < 1 || problem->samples > SMAA_SAMPLES)
        return err_set(err, ERR_RANGE, "samples must be from 1 to %d, got %ld",
                       SMAA_SAMPLES, problem->samples);
    if (problem->worths->n == 0)
        return err_set(err, ERR_UNSOLVED, "no alternatives to rank");
    if (ranks_of(problem) > SMAA_RANKS)
        return err_set(err, ERR_RANGE, "more than %d ranks to count apart",
                       SMAA_RANKS);
    for (size_t i = 0; i < problem->spreads; i++) {
        const struct spread *spread = &problem->spread[i];
        if (!spread_check(spread, err))
            return err_in(err, "criterion '%s'",
                          problem->norm[spread->criterion].criterion->name);
    }
    return true;
}

bool smaa_init(struct smaa *smaa, const struct smaa_problem *problem,
               struct err *err)
{
    struct sampler sampler;
    *smaa = (struct smaa){ 0 };
    if (!smaa_check(problem, err) ||
        !sampler_init(&sampler, problem->worths->weight,
                      problem->worths->criteria, problem->limits, problem->seed,
                      err))
        return false;
    smaa_room(smaa, problem);
    if (problem->spreads == 0 &&
        exact_shares(smaa, problem->worths, &sampler)) {
        smaa->exact = true;
        smaa->samples = 0;
    } else {
        sample(smaa, problem, &sampler);
    }
    struct confide data = { smaa, problem, draws_for(problem) };
    task_run(problem->threads, (long)smaa->n, confide, &data);
    return true;
}

void smaa_release(struct smaa *smaa)
{
    free(smaa->share);
    free(smaa->centre);
    free(smaa->confidence);
    free(smaa->mean_rank);
    *smaa = (struct smaa){ 0 };
}
