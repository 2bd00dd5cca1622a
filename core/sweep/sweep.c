#include "core/sweep/sweep.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <sha256.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

/* Blocks that are done wait in slots until those before them are taken.  A
 * thread that is too far ahead waits, so that memory is bounded. */
enum { AHEAD = 4 }; /* slots for each thread */

struct slot {
    struct sweep_block block;
    bool ready;
};

struct engine {
    const struct sweep *sweep;
    struct slot *slot;
    int slots;
    pthread_mutex_t lock, dealing;
    pthread_cond_t moved;
    long at;            /* next block to look at, where there is no dealer */
    long begun, taken;  /* how many blocks; a block is in slot begun % slots */
    bool taking, ended; /* ended: no more is begun */
    bool failed;
    struct err *err;
};

int sweep_block_size(long runs)
{
    long size = runs / 64;
    return size < 1 ? 1 : size > SWEEP_BLOCK ? SWEEP_BLOCK : (int)size;
}

long sweep_blocks(long runs, int block)
{
    return (runs + block - 1) / block;
}

static bool stopped(const struct engine *engine)
{
    const atomic_bool *stop = engine->sweep->stop;
    return stop && atomic_load_explicit(stop, memory_order_relaxed);
}

/* One experiment */

static void fail(struct sweep_block *block, int run, const char *why)
{
    size_t size = strlen(why) + 1;
    block->reason[run] = memcpy(mem_raw(size, 1), why, size);
    block->failed++;
}

static void experiment(const struct sweep *sweep, void *worker,
                       struct sweep_block *block, int run)
{
    struct err err = { 0 };
    size_t at = (size_t)run;
    const double *in = block->in + at * (size_t)sweep->inputs;
    double *out = block->out + at * (size_t)sweep->outputs;
    for (int i = 0; i < sweep->outputs; i++)
        out[i] = NAN;
    if (sweep->run(worker, block->first + run, in, out, &err))
        return;
    for (int i = 0; i < sweep->outputs; i++)
        out[i] = NAN;
    fail(block, run, err.text);
}

static void hash_numbers(SHA2_CTX *context, double *number, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (isnan(number[i]))
            number[i] = NAN; /* one of its many patterns */
    }
    SHA256Update(context, (const uint8_t *)number, count * sizeof *number);
}

/* What a block holds, byte for byte. */
static void hash_block(struct sweep_block *block)
{
    SHA2_CTX context;
    size_t runs = (size_t)block->runs;
    SHA256Init(&context);
    hash_numbers(&context, block->in, runs * (size_t)block->inputs);
    hash_numbers(&context, block->out, runs * (size_t)block->outputs);
    for (int run = 0; run < block->runs && block->failed; run++) {
        const char *reason = block->reason[run] ? block->reason[run] : "";
        SHA256Update(&context, (const uint8_t *)reason, strlen(reason) + 1);
    }
    SHA256Final(block->hash, &context);
}

static void forget_reasons(struct sweep_block *block)
{
    for (int run = 0; run < block->runs && block->failed; run++) {
        free(block->reason[run]);
        block->reason[run] = NULL;
    }
    block->failed = 0;
}

/* False when it was stopped in the middle. */
static bool do_block(const struct engine *engine, void *worker,
                     struct sweep_block *block, long number)
{
    const struct sweep *sweep = engine->sweep;
    block->number = number;
    block->first = number * sweep->block;
    long left = sweep->runs - block->first;
    block->runs = left < sweep->block ? (int)left : sweep->block;
    sweep->points(sweep->design, block->first, block->runs, block->in);
    for (int run = 0; run < block->runs; run++) {
        if (stopped(engine))
            return false;
        experiment(sweep, worker, block, run);
    }
    hash_block(block);
    return true;
}

/* Sharing out.  All of these are called with the lock held. */

static long next_block(struct engine *engine)
{
    const struct sweep *sweep = engine->sweep;
    long blocks = sweep_blocks(sweep->runs, sweep->block);
    while (engine->at < blocks && sweep->done && sweep->done[engine->at])
        engine->at++;
    return engine->at < blocks ? engine->at++ : -1;
}

/* A dealer may take its time, so the others are not kept waiting. */
static long dealt_block(struct engine *engine)
{
    const struct sweep *sweep = engine->sweep;
    pthread_mutex_unlock(&engine->lock);
    pthread_mutex_lock(&engine->dealing);
    long number = sweep->next(sweep->dealer);
    pthread_mutex_unlock(&engine->dealing);
    pthread_mutex_lock(&engine->lock);
    return number;
}

static void wait_for_slot(struct engine *engine)
{
    while (!engine->ended && engine->begun - engine->taken >= engine->slots)
        pthread_cond_wait(&engine->moved, &engine->lock);
}

/* Wait for a free slot and begin a block; -1 when there is none. */
static long begin_block(struct engine *engine, struct slot **slot)
{
    wait_for_slot(engine);
    if (engine->ended || stopped(engine))
        return -1;
    long number =
        engine->sweep->next ? dealt_block(engine) : next_block(engine);
    if (number < 0)
        return -1;
    wait_for_slot(engine);
    if (engine->ended)
        return -1;
    *slot = &engine->slot[engine->begun++ % engine->slots];
    return number;
}

static void end(struct engine *engine)
{
    engine->ended = true;
    pthread_cond_broadcast(&engine->moved);
}

/* Hand over what is next, unless another thread is at it already. */
static void take_ready(struct engine *engine)
{
    const struct sweep *sweep = engine->sweep;
    if (engine->taking)
        return;
    engine->taking = true;
    struct slot *slot = &engine->slot[engine->taken % engine->slots];
    while (slot->ready && !engine->failed) {
        struct err err;
        pthread_mutex_unlock(&engine->lock);
        bool took = sweep->take(sweep->sink, &slot->block, &err);
        pthread_mutex_lock(&engine->lock);
        forget_reasons(&slot->block);
        slot->ready = false;
        if (!took) {
            engine->failed = true;
            *engine->err = err;
            end(engine);
        }
        engine->taken++;
        pthread_cond_broadcast(&engine->moved);
        slot = &engine->slot[engine->taken % engine->slots];
    }
    engine->taking = false;
}

static void work(void *data, long job, int thread)
{
    struct engine *engine = data;
    void *const *worker = engine->sweep->worker;
    struct slot *slot = NULL;
    long number;
    (void)job;
    pthread_mutex_lock(&engine->lock);
    while ((number = begin_block(engine, &slot)) >= 0) {
        pthread_mutex_unlock(&engine->lock);
        bool done = do_block(engine, worker ? worker[thread] : NULL,
                             &slot->block, number);
        pthread_mutex_lock(&engine->lock);
        slot->ready = done;
        if (!done)
            end(engine);
        take_ready(engine);
    }
    pthread_mutex_unlock(&engine->lock);
}

/* The whole */

static bool check(const struct sweep *sweep, struct err *err)
{
    assert(sweep->points && sweep->run && sweep->take);
    assert(sweep->inputs >= 0 && sweep->outputs >= 0 && sweep->threads > 0);
    if (sweep->inputs + sweep->outputs > SWEEP_COLUMNS)
        return err_set(err, ERR_RANGE,
                       "%d factors and results are too many; at most %d",
                       sweep->inputs + sweep->outputs, SWEEP_COLUMNS);
    if (sweep->block < 1 || sweep->block > SWEEP_BLOCK_MOST)
        return err_set(err, ERR_RANGE,
                       "a block has from 1 to %d experiments, got %d",
                       SWEEP_BLOCK_MOST, sweep->block);
    return true;
}

static void make_room(struct sweep_block *block, const struct sweep *sweep)
{
    size_t runs = (size_t)sweep->block, size = sizeof(double);
    block->inputs = sweep->inputs;
    block->outputs = sweep->outputs;
    block->in = mem_raw(runs * (size_t)sweep->inputs + 1, size);
    block->out = mem_raw(runs * (size_t)sweep->outputs + 1, size);
    block->reason = mem_new(runs, sizeof(char *));
}

static void release(struct engine *engine)
{
    for (int i = 0; i < engine->slots; i++) {
        struct sweep_block *block = &engine->slot[i].block;
        forget_reasons(block);
        free(block->in);
        free(block->out);
        free(block->reason);
    }
    free(engine->slot);
    pthread_mutex_destroy(&engine->lock);
    pthread_mutex_destroy(&engine->dealing);
    pthread_cond_destroy(&engine->moved);
}

bool sweep_run(const struct sweep *sweep, struct err *err)
{
    if (!check(sweep, err))
        return false;
    int threads = sweep->threads > TASK_THREADS ? TASK_THREADS : sweep->threads;
    struct engine engine = { .sweep = sweep,
                             .slots = threads * AHEAD,
                             .err = err };
    engine.slot = mem_new((size_t)engine.slots, sizeof *engine.slot);
    for (int i = 0; i < engine.slots; i++)
        make_room(&engine.slot[i].block, sweep);
    pthread_mutex_init(&engine.lock, NULL);
    pthread_mutex_init(&engine.dealing, NULL);
    pthread_cond_init(&engine.moved, NULL);
    task_run(threads, threads, work, &engine);
    release(&engine);
    return !engine.failed;
}

void sweep_hash(const unsigned char (*hash)[SWEEP_HASH], long blocks,
                char text[2 * SWEEP_HASH + 1])
{
    SHA2_CTX context;
    SHA256Init(&context);
    for (long i = 0; i < blocks; i++)
        SHA256Update(&context, hash[i], SWEEP_HASH);
    SHA256End(&context, text);
}
