/* The engine of sweeps: the same blocks on any number of threads, nothing
 * twice, nothing lost.  `make tsan` runs this under the thread sanitizer. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/rng.h"
#include "core/sweep/sweep.h"

enum { INPUTS = 3, OUTPUTS = 2, MOST = 5000 };

/* What a sweep has handed over. */
struct kept {
    long blocks, runs, failed, last;
    bool in_order;
    unsigned char hash[MOST][SWEEP_HASH];
    double out[MOST][OUTPUTS];
    char reason[MOST][80];
    long refuse; /* the block that is not taken, or -1 */
};

static void points(void *design, long first, int count, double *in)
{
    uint64_t seed = *(const uint64_t *)design;
    for (int run = 0; run < count; run++) {
        struct rng rng = rng_new(seed, (uint64_t)(first + run), 0);
        for (int i = 0; i < INPUTS; i++)
            in[run * INPUTS + i] = rng_number(&rng);
    }
}

/* Takes longer for some, fails for some. */
static bool run(void *worker, long number, const double *in, double *out,
                struct err *err)
{
    volatile double slow = 0;
    int rounds = number % 13 == 0 ? 2000 : 10;
    for (int i = 0; i < rounds; i++)
        slow = slow + sqrt(i);
    if (worker)
        ++*(long *)worker;
    out[0] = in[0] + in[1] * in[2];
    if (number % 101 == 7)
        return err_set(err, ERR_RANGE, "no %ld", number);
    out[1] = number % 5 == 0 ? NAN : in[1];
    return true;
}

static bool take(void *sink, const struct sweep_block *block, struct err *err)
{
    struct kept *kept = sink;
    if (block->number == kept->refuse)
        return err_set(err, ERR_FILE, "the disk is full");
    kept->in_order = kept->in_order && block->number > kept->last;
    kept->last = block->number;
    kept->blocks++;
    kept->runs += block->runs;
    kept->failed += block->failed;
    memcpy(kept->hash[block->number], block->hash, SWEEP_HASH);
    for (int i = 0; i < block->runs; i++) {
        memcpy(kept->out[block->first + i], block->out + i * OUTPUTS,
               sizeof kept->out[0]);
        if (block->reason[i])
            snprintf(kept->reason[block->first + i], sizeof kept->reason[0],
                     "%s", block->reason[i]);
    }
    return true;
}

static struct kept *kept_new(void)
{
    struct kept *kept = calloc(1, sizeof *kept);
    kept->in_order = true;
    kept->last = kept->refuse = -1;
    return kept;
}

static uint64_t seed = 7;

static struct sweep sweep_of(long runs, int block, int threads,
                             struct kept *kept)
{
    return (struct sweep){ .runs = runs,
                           .inputs = INPUTS,
                           .outputs = OUTPUTS,
                           .block = block,
                           .threads = threads,
                           .points = points,
                           .design = &seed,
                           .run = run,
                           .take = take,
                           .sink = kept };
}

static void hash_of(const struct kept *kept, long runs, int block,
                    char text[2 * SWEEP_HASH + 1])
{
    sweep_hash(kept->hash, sweep_blocks(runs, block), text);
}

static void any_number_of_threads_gives_the_same_hash(void **state)
{
    (void)state;
    static const int threads[] = { 1, 2, 3, 8 };
    char first[2 * SWEEP_HASH + 1], here[2 * SWEEP_HASH + 1];
    struct err err;
    for (int i = 0; i < 4; i++) {
        struct kept *kept = kept_new();
        struct sweep sweep = sweep_of(4999, 37, threads[i], kept);
        assert_ok(sweep_run(&sweep, &err));
        assert_true(kept->in_order);
        assert_int_equal(kept->runs, 4999);
        hash_of(kept, 4999, 37, i ? here : first);
        if (i)
            assert_string_equal(first, here);
        free(kept);
    }
}

static void another_seed_gives_another_hash(void **state)
{
    (void)state;
    char one[2 * SWEEP_HASH + 1], other[2 * SWEEP_HASH + 1];
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(100, 10, 2, kept);
    assert_ok(sweep_run(&sweep, &err));
    hash_of(kept, 100, 10, one);
    uint64_t another = 8;
    sweep.design = &another;
    kept->last = -1;
    assert_ok(sweep_run(&sweep, &err));
    hash_of(kept, 100, 10, other);
    assert_string_not_equal(one, other);
    free(kept);
}

static void every_thread_has_its_own_worker(void **state)
{
    (void)state;
    long count[4] = { 0 };
    void *worker[] = { &count[0], &count[1], &count[2], &count[3] };
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(3000, 10, 4, kept);
    sweep.worker = worker;
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(count[0] + count[1] + count[2] + count[3], 3000);
    free(kept);
}

static void a_failure_is_kept_with_its_reason_and_no_number(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(1000, 64, 2, kept);
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(kept->failed, 10);
    assert_string_equal(kept->reason[108], "no 108");
    assert_true(isnan(kept->out[108][0]) && isnan(kept->out[108][1]));
    assert_string_equal(kept->reason[109], "");
    assert_true(kept->out[109][0] >= 0);
    free(kept);
}

static void blocks_that_are_done_are_not_done_again(void **state)
{
    (void)state;
    unsigned char done[16] = { 0 };
    char whole[2 * SWEEP_HASH + 1], halves[2 * SWEEP_HASH + 1];
    struct err err;
    struct kept *kept = kept_new(), *half = kept_new();
    struct sweep sweep = sweep_of(1000, 64, 2, kept);
    assert_ok(sweep_run(&sweep, &err));
    hash_of(kept, 1000, 64, whole);

    for (int i = 0; i < 16; i += 3)
        done[i] = 1;
    sweep.sink = half;
    sweep.done = done;
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(half->blocks, 10);
    for (int i = 0; i < 16; i++)
        done[i] = !done[i];
    half->last = -1;
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(half->blocks, 16);
    hash_of(half, 1000, 64, halves);
    assert_string_equal(whole, halves);
    free(kept);
    free(half);
}

static atomic_bool stop_now;

static bool run_and_stop(void *worker, long number, const double *in,
                         double *out, struct err *err)
{
    if (number == 555)
        atomic_store(&stop_now, true);
    return run(worker, number, in, out, err);
}

static void a_stop_keeps_whole_blocks_from_the_first_on(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(MOST, 10, 2, kept);
    atomic_store(&stop_now, false);
    sweep.stop = &stop_now;
    sweep.run = run_and_stop;
    assert_ok(sweep_run(&sweep, &err));
    assert_true(kept->runs < 600);
    assert_true(kept->blocks > 0);
    assert_int_equal(kept->runs, kept->blocks * 10);
    assert_int_equal(kept->last, kept->blocks - 1);
    free(kept);
}

static void a_block_that_cannot_be_stored_ends_the_sweep(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    kept->refuse = 5;
    struct sweep sweep = sweep_of(MOST, 10, 3, kept);
    assert_false(sweep_run(&sweep, &err));
    assert_string_equal(err.text, "the disk is full");
    assert_int_equal(kept->blocks, 5);
    free(kept);
}

/* Every second block, from the last. */
static long deal(void *dealer)
{
    long *left = dealer;
    *left -= 2;
    return *left >= 0 ? *left : -1;
}

static void a_dealer_says_which_blocks(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    long left = 100;
    struct sweep sweep = sweep_of(1000, 10, 2, kept);
    sweep.next = deal;
    sweep.dealer = &left;
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(kept->blocks, 50);
    assert_int_equal(kept->last, 0);
    free(kept);
}

static void more_columns_than_a_table_has_are_refused(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(10, 10, 1, kept);
    sweep.outputs = SWEEP_COLUMNS;
    assert_false(sweep_run(&sweep, &err));
    assert_int_equal(err.code, ERR_RANGE);
    free(kept);
}

static void no_experiments_are_no_failure(void **state)
{
    (void)state;
    struct err err;
    struct kept *kept = kept_new();
    struct sweep sweep = sweep_of(0, 1, 2, kept);
    assert_ok(sweep_run(&sweep, &err));
    assert_int_equal(kept->blocks, 0);
    free(kept);
}

static void the_size_of_blocks_is_that_of_the_sweep(void **state)
{
    (void)state;
    assert_int_equal(sweep_block_size(1), 1);
    assert_int_equal(sweep_block_size(640), 10);
    assert_int_equal(sweep_block_size(100000000), SWEEP_BLOCK);
    assert_int_equal(sweep_blocks(1000, 64), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same_hash),
        cmocka_unit_test(another_seed_gives_another_hash),
        cmocka_unit_test(every_thread_has_its_own_worker),
        cmocka_unit_test(a_failure_is_kept_with_its_reason_and_no_number),
        cmocka_unit_test(blocks_that_are_done_are_not_done_again),
        cmocka_unit_test(a_stop_keeps_whole_blocks_from_the_first_on),
        cmocka_unit_test(a_block_that_cannot_be_stored_ends_the_sweep),
        cmocka_unit_test(a_dealer_says_which_blocks),
        cmocka_unit_test(more_columns_than_a_table_has_are_refused),
        cmocka_unit_test(no_experiments_are_no_failure),
        cmocka_unit_test(the_size_of_blocks_is_that_of_the_sweep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
