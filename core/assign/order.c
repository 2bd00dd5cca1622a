#include "core/assign/order.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    CHUNK = 256, /* jobs sorted at a time */
    BUCKETS = 256,
    DIGITS = 8
};

struct keyed {
    uint64_t key;
    uint32_t at; /* among the options of the job */
};

/* In the order of the numbers. */
static uint64_t key_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

/* By one digit, from one array to the other; false when all have the same. */
static bool deal(const struct keyed *from, struct keyed *to, size_t count,
                 int digit)
{
    uint32_t start[BUCKETS + 1] = { 0 };
    int shift = 8 * digit;
    for (size_t i = 0; i < count; i++)
        start[(from[i].key >> shift & (BUCKETS - 1)) + 1]++;
    if (start[(from[0].key >> shift & (BUCKETS - 1)) + 1] == count)
        return false;
    for (int b = 1; b < BUCKETS; b++)
        start[b + 1] += start[b];
    for (size_t i = 0; i < count; i++)
        to[start[from[i].key >> shift & (BUCKETS - 1)]++] = from[i];
    return true;
}

/* Radix sort, stable; returns the one of the two that is sorted. */
static const struct keyed *sort(struct keyed *keyed, struct keyed *spare,
                                size_t count)
{
    for (int digit = 0; digit < DIGITS && count > 0; digit++) {
        if (!deal(keyed, spare, count, digit))
            continue;
        struct keyed *swap = keyed;
        keyed = spare;
        spare = swap;
    }
    return keyed;
}

static void job_order(struct engine *engine, int j, struct keyed *keyed)
{
    const struct assign_problem *problem = engine->problem;
    size_t start = problem->start[j], count = problem->start[j + 1] - start;
    double wait = engine_wait(problem, j);
    for (size_t i = 0; i < count; i++) {
        const struct assign_option *option = &problem->option[start + i];
        int years =
            engine_from(problem, j, option->site) - engine_ready(problem, j);
        keyed[i] = (struct keyed){ key_of((double)option->cost + wait * years),
                                   (uint32_t)i };
    }
    const struct keyed *sorted = sort(keyed, keyed + count, count);
    for (size_t i = 0; i < count; i++) {
        size_t from = start + sorted[i].at;
        engine->option[start + i] = problem->option[from];
        if (problem->by_option)
            engine->need[start + i] = problem->need[from];
    }
}

static void chunk_order(void *data, long chunk, int thread)
{
    (void)thread;
    struct engine *engine = data;
    const struct assign_problem *problem = engine->problem;
    size_t most = (size_t)problem->sites;
    if (engine_late(engine))
        return;
    struct keyed *keyed = mem_raw(2 * most + 1, sizeof *keyed);
    long last = (chunk + 1) * CHUNK;
    for (long j = chunk * CHUNK; j < last && j < problem->jobs; j++)
        job_order(engine, (int)j, keyed);
    free(keyed);
}

void order_options(struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t options = problem->start[problem->jobs];
    engine->option = mem_new(options + 1, sizeof *engine->option);
    if (problem->by_option)
        engine->need = mem_new(options + 1, sizeof(double));
    task_run(engine->threads, (problem->jobs + CHUNK - 1) / CHUNK, chunk_order,
             engine);
    engine->ordered = !engine_late(engine);
}
