/* The results file of a sweep: whole blocks, gone on with, believed by nobody;
 * and the messages by which blocks come to it. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/sweep/sweep_pipe.h"
#include "core/store/results.h"

enum { RUNS = 95, BLOCK = 10, BLOCKS = 10 };

static const char path[] = "test_results.sqlite";

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "ours" },
    { "b \"quoted\"", "B", "", "uniform 0 1", "" },
    { "y", "Y", "VND", "", "" },
};

static struct results_about about_of(const char *identity)
{
    return (struct results_about){
        .name = "test",
        .question = "what if?",
        .script = "s.lua",
        .script_hash = "00",
        .parameters = "k=v",
        .design = "kind=latin n=95",
        .versions = "ccn",
        .identity = identity,
        .seed = 7,
        .runs = RUNS,
        .block = BLOCK,
        .inputs = 2,
        .outputs = 1,
        .column = columns,
    };
}

/* Block number i: y of run r is r / 2, unknown for every seventh, which has
 * failed. */
struct made {
    struct sweep_block block;
    double in[BLOCK * 2], out[BLOCK];
    char *reason[BLOCK];
};

static char why[] = "no, \"because\"\n";

static struct made *make(int number)
{
    struct made *made = calloc(1, sizeof *made);
    long first = (long)number * BLOCK;
    int runs = RUNS - first < BLOCK ? (int)(RUNS - first) : BLOCK;
    made->block = (struct sweep_block){ .number = number,
                                        .first = first,
                                        .runs = runs,
                                        .inputs = 2,
                                        .outputs = 1,
                                        .in = made->in,
                                        .out = made->out,
                                        .reason = made->reason };
    for (int i = 0; i < runs; i++) {
        made->in[2 * i] = (double)(first + i);
        made->in[2 * i + 1] = -1;
        made->out[i] = (double)(first + i) / 2;
        if ((first + i) % 7 != 0)
            continue;
        made->out[i] = (double)NAN;
        made->reason[i] = why;
        made->block.failed++;
    }
    memset(made->block.hash, number + 1, SWEEP_HASH);
    return made;
}

static void put(struct results *results, int number)
{
    struct err err;
    struct made *made = make(number);
    const struct results_block block = {
        .number = number,
        .first = made->block.first,
        .runs = made->block.runs,
        .failed = made->block.failed,
        .in = made->in,
        .out = made->out,
        .reason = (const char *const *)made->reason,
        .hash = made->block.hash,
    };
    assert_ok(results_put(results, &block, &err));
    free(made);
}

static struct results *create(const char *identity)
{
    struct err err;
    struct results_about about = about_of(identity);
    struct results *results = results_create(path, &about, &err);
    assert_ok(results != NULL);
    return results;
}

static struct results *resume(const char *identity, bool *none, struct err *err)
{
    struct results_about about = about_of(identity);
    return results_resume(path, &about, none, err);
}

static int begin(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

/* The hash of all, and whether every experiment is as it was made. */
static void check_all(char hash[65])
{
    struct err err;
    double y[RUNS], number[RUNS];
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    assert_int_equal(results_count(file), RUNS);
    assert_int_equal(results_failed(file), 14);
    assert_ok(results_read(file, 2, y, &err));
    assert_ok(results_read(file, -1, number, &err));
    for (int i = 0; i < RUNS; i++) {
        assert_true(number[i] == i + 1);
        assert_true(i % 7 == 0 ? isnan(y[i]) : y[i] == i / 2.0);
    }
    snprintf(hash, 65, "%s", results_hash(file));
    results_free(file);
}

static void all_blocks_make_a_finished_file(void **state)
{
    (void)state;
    struct err err;
    char hash[65];
    struct results *results = create("one");
    for (int i = 0; i < BLOCKS; i++)
        put(results, i);
    assert_ok(results_close(results, &err));
    check_all(hash);
    assert_int_equal(strlen(hash), 64);
    assert_int_equal(results_unfinished(path), 0);
}

static void the_order_in_which_blocks_come_does_not_show(void **state)
{
    (void)state;
    struct err err;
    char forth[65], back[65];
    struct results *results = create("one");
    for (int i = 0; i < BLOCKS; i++)
        put(results, i);
    assert_ok(results_close(results, &err));
    check_all(forth);
    results = create("one");
    for (int i = BLOCKS - 1; i >= 0; i--) {
        put(results, i);
        put(results, i); /* once more counts for nothing */
    }
    assert_ok(results_close(results, &err));
    check_all(back);
    assert_string_equal(forth, back);
}

static void what_is_described_is_read_again(void **state)
{
    (void)state;
    struct err err;
    assert_ok(results_close(create("one"), &err));
    struct results_file *file = results_open(path, &err);
    assert_ok(file != NULL);
    const struct results_about *about = results_about(file);
    assert_string_equal(about->design, "kind=latin n=95");
    assert_string_equal(about->column[1].name, "b \"quoted\"");
    assert_string_equal(about->column[0].what, "uniform 0 1");
    assert_string_equal(about->column[2].unit, "VND");
    assert_true(about->seed == 7 && about->runs == RUNS);
    assert_true(about->inputs == 2 && about->outputs == 1);
    assert_false(results_finished(file));
    results_free(file);
}

static void a_file_is_gone_on_with(void **state)
{
    (void)state;
    struct err err;
    char whole[65], parts[65];
    bool none;
    struct results *results = create("one");
    for (int i = 0; i < BLOCKS; i++)
        put(results, i);
    assert_ok(results_close(results, &err));
    check_all(whole);

    results = create("one");
    for (int i = 0; i < BLOCKS; i += 2)
        put(results, i);
    assert_ok(results_close(results, &err));
    assert_int_equal(results_unfinished(path), 50);
    results = resume("one", &none, &err);
    assert_ok(results != NULL);
    assert_int_equal(results_stored(results), 50);
    for (int i = 0; i < BLOCKS; i++) {
        assert_int_equal(results_done(results)[i], i % 2 == 0);
        put(results, i);
    }
    assert_ok(results_close(results, &err));
    check_all(parts);
    assert_string_equal(whole, parts);
}

static void another_sweep_does_not_go_on_with_it(void **state)
{
    (void)state;
    struct err err;
    bool none;
    assert_ok(results_close(create("one"), &err));
    assert_null(resume("other", &none, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_false(none);
}

static void no_file_is_no_error(void **state)
{
    (void)state;
    struct err err;
    bool none;
    assert_null(resume("one", &none, &err));
    assert_true(none);
    assert_int_equal(results_unfinished(path), 0);
}

static void a_file_of_somebody_else_is_left_alone(void **state)
{
    (void)state;
    struct err err;
    FILE *file = fopen(path, "w");
    fputs("text of somebody", file);
    fclose(file);
    struct results_about about = about_of("one");
    assert_null(results_create(path, &about, &err));
    assert_null(results_open(path, &err));
    assert_int_equal(access(path, F_OK), 0);
}

struct seen {
    int count;
    long last;
    bool good;
};

static void see(void *data, long number, const char *text)
{
    struct seen *seen = data;
    seen->count++;
    seen->good = seen->good && number > seen->last && (number - 1) % 7 == 0 &&
                 strcmp(text, why) == 0;
    seen->last = number;
}

static void reasons_come_with_their_numbers(void **state)
{
    (void)state;
    struct err err;
    struct seen seen = { .good = true };
    struct results *results = create("one");
    for (int i = 0; i < BLOCKS; i++)
        put(results, i);
    assert_ok(results_close(results, &err));
    struct results_file *file = results_open(path, &err);
    assert_ok(results_reasons(file, 5, see, &seen, &err));
    assert_true(seen.good && seen.count == 5);
    results_free(file);
}

/* Messages */

static void a_block_comes_as_it_was_sent(void **state)
{
    (void)state;
    struct text message = TEXT_INIT;
    struct results_about about = about_of("one");
    struct sweep_taken taken;
    sweep_taken_init(&taken, &about);
    for (int i = 0; i < BLOCKS; i++) {
        struct made *made = make(i);
        text_clear(&message);
        sweep_put_block(&message, &made->block);
        assert_true(sweep_take_block(&message, &about, &taken));
        assert_int_equal(taken.block.runs, made->block.runs);
        assert_int_equal(taken.block.failed, made->block.failed);
        for (int r = 0; r < made->block.runs; r++) {
            assert_true(taken.in[2 * r] == made->in[2 * r]);
            assert_true((taken.reason[r] != NULL) == (made->reason[r] != NULL));
        }
        free(made);
    }
    sweep_taken_release(&taken);
    text_release(&message);
}

static void a_block_that_is_cut_or_longer_is_refused(void **state)
{
    (void)state;
    struct text message = TEXT_INIT, cut = TEXT_INIT;
    struct results_about about = about_of("one");
    struct sweep_taken taken;
    struct made *made = make(3);
    sweep_taken_init(&taken, &about);
    sweep_put_block(&message, &made->block);
    for (size_t size = 0; size < message.size; size++) {
        text_clear(&cut);
        text_put(&cut, message.bytes, size);
        assert_false(sweep_take_block(&cut, &about, &taken));
    }
    text_put(&message, "x", 1);
    assert_false(sweep_take_block(&message, &about, &taken));
    free(made);
    sweep_taken_release(&taken);
    text_release(&message);
    text_release(&cut);
}

static void a_block_of_another_size_is_refused(void **state)
{
    (void)state;
    struct text message = TEXT_INIT;
    struct results_about about = about_of("one");
    struct sweep_taken taken;
    sweep_taken_init(&taken, &about);
    struct made *made = make(9);
    made->block.number = 10;
    sweep_put_block(&message, &made->block);
    assert_false(sweep_take_block(&message, &about, &taken));
    made->block.number = 9;
    made->block.first = 0;
    text_clear(&message);
    sweep_put_block(&message, &made->block);
    assert_false(sweep_take_block(&message, &about, &taken));
    free(made);
    sweep_taken_release(&taken);
    text_release(&message);
}

static void what_a_sweep_is_comes_as_it_was_sent(void **state)
{
    (void)state;
    struct text message = TEXT_INIT, cut = TEXT_INIT;
    struct results_about about = about_of("one"), got = { 0 };
    sweep_put_about(&message, &about);
    assert_true(sweep_take_about(&message, &got));
    assert_string_equal(got.identity, "one");
    assert_string_equal(got.column[1].name, "b \"quoted\"");
    assert_true(got.runs == RUNS && got.block == BLOCK && got.seed == 7);
    free((void *)got.column);
    for (size_t size = 0; size < message.size; size++) {
        got = (struct results_about){ 0 };
        text_clear(&cut);
        text_put(&cut, message.bytes, size);
        assert_false(sweep_take_about(&cut, &got));
        free((void *)got.column);
    }
    text_release(&message);
    text_release(&cut);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(all_blocks_make_a_finished_file, begin),
        cmocka_unit_test_setup(the_order_in_which_blocks_come_does_not_show,
                               begin),
        cmocka_unit_test_setup(what_is_described_is_read_again, begin),
        cmocka_unit_test_setup(a_file_is_gone_on_with, begin),
        cmocka_unit_test_setup(another_sweep_does_not_go_on_with_it, begin),
        cmocka_unit_test_setup(no_file_is_no_error, begin),
        cmocka_unit_test_setup(a_file_of_somebody_else_is_left_alone, begin),
        cmocka_unit_test_setup(reasons_come_with_their_numbers, begin),
        cmocka_unit_test(a_block_comes_as_it_was_sent),
        cmocka_unit_test(a_block_that_is_cut_or_longer_is_refused),
        cmocka_unit_test(a_block_of_another_size_is_refused),
        cmocka_unit_test(what_a_sweep_is_comes_as_it_was_sent),
    };
    const char *build = getenv("BUILD");
    if (chdir(build ? build : "build") != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
