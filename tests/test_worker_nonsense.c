/* The parent believes no worker: each message that one may send is cut off at
 * every byte and changed in every byte; the parent takes it or refuses it, and
 * where nothing is granted nothing is written. */
#include "tests/test.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/files.h"
#include "bindings/host/grants.h"
#include "bindings/host/pipe.h"
#include "bindings/plan/save.h"
#include "bindings/sweep/sweep_pipe.h"
#include "core/data/change.h"
#include "core/model/model.h"

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "" },
    { "y", "Y", "", "", "" },
};

static const struct results_about about = { .name = "test",
                                            .question = "why",
                                            .script = "s.lua",
                                            .script_hash = "00",
                                            .parameters = "",
                                            .design = "kind=latin n=20",
                                            .versions = "ccn",
                                            .identity = "one",
                                            .runs = 5,
                                            .block = 3,
                                            .inputs = 1,
                                            .outputs = 1,
                                            .column = columns };

static const char *const place = "/tmp/ccn-not-granted.gpkg"; /* never there */

/* Each reader: whether it took the message. */

static bool take_about(const struct text *message)
{
    struct results_about taken = { 0 };
    bool ok = sweep_take_about(message, &taken);
    free((void *)taken.column);
    return ok;
}

static bool take_work(const struct text *message)
{
    struct sweep_work work;
    return sweep_take_work(message, &work, 2);
}

static bool take_block(const struct text *message)
{
    struct sweep_taken taken;
    sweep_taken_init(&taken, &about);
    bool ok = sweep_take_block(message, &about, &taken);
    sweep_taken_release(&taken);
    return ok;
}

static const struct grants nothing;

static bool refuse_save(const struct text *message)
{
    char resolved[PATH_MAX];
    struct err err = { .text = "" };
    assert_false(save_message(&nothing, message, resolved, &err));
    assert_true(err.text[0]);
    return strstr(err.text, "nonsense") == NULL;
}

static bool refuse_file(const struct text *message)
{
    char resolved[PATH_MAX];
    struct err err = { .text = "" };
    assert_false(files_message(&nothing, message, resolved, &err));
    assert_true(err.text[0]);
    return strstr(err.text, "nonsense") == NULL;
}

/* In memory of its own size, so that a byte too many is seen. */
static bool give(bool (*take)(const struct text *), const char *bytes,
                 size_t size)
{
    struct text message = { .bytes = malloc(size + 1), .size = size };
    memcpy(message.bytes, bytes, size);
    message.bytes = realloc(message.bytes, size > 0 ? size : 1);
    bool taken = take(&message);
    free(message.bytes);
    return taken;
}

static void attack(bool (*take)(const struct text *), struct text *message)
{
    static const char values[] = { 0, 1, 2, '-', '9', 0x7F, (char)0xFF };
    long refused = 0;
    assert_true(give(take, message->bytes, message->size));
    for (size_t size = 0; size < message->size; size++)
        assert_false(give(take, message->bytes, size));
    for (size_t i = 0; i < message->size; i++) {
        char was = message->bytes[i];
        for (size_t k = 0; k < sizeof values; k++) {
            message->bytes[i] = values[k];
            refused += !give(take, message->bytes, message->size);
        }
        message->bytes[i] = was;
    }
    assert_in_range(refused, 10, INT_MAX);
    assert_int_not_equal(access(place, F_OK), 0);
    text_release(message);
}

/* What is sent */

static void a_sweep_is_taken_whole_or_refused(void **state)
{
    (void)state;
    struct text message = TEXT_INIT;
    sweep_put_about(&message, &about);
    attack(take_about, &message);
}

static void the_work_to_be_done_is_taken_whole_or_refused(void **state)
{
    (void)state;
    const unsigned char done[] = { 0, 1 };
    const struct sweep_work work = { .threads = 2,
                                     .dealt = true,
                                     .done = done };
    struct text message = TEXT_INIT;
    sweep_put_work(&message, &work, 2);
    attack(take_work, &message);
}

static void put_block(struct text *message, struct sweep_block block)
{
    double in[] = { 1, 2, 3 }, out[] = { NAN, 5, NAN };
    char first[] = "no room", third[] = "no money";
    char *reason[] = { first, NULL, third };
    block.inputs = block.outputs = 1;
    block.in = in;
    block.out = out;
    block.reason = reason;
    text_clear(message);
    sweep_put_block(message, &block);
}

static void a_block_is_taken_whole_or_refused(void **state)
{
    (void)state;
    struct text message = TEXT_INIT;
    put_block(&message, (struct sweep_block){ .runs = 3, .failed = 2 });
    attack(take_block, &message);
}

static void a_block_that_is_not_of_the_sweep_is_refused(void **state)
{
    (void)state;
    const struct sweep_block wrong[] = {
        { .number = -1, .runs = 3 },
        { .number = 2, .runs = 3 },
        { .number = 1, .first = 3, .runs = 3 }, /* the last has two */
        { .number = 1, .first = 0, .runs = 2 },
        { .runs = 2 },
        { .runs = 3, .failed = -1 },
        { .runs = 3, .failed = 3 },
    };
    struct text message = TEXT_INIT;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        put_block(&message, wrong[i]);
        assert_false(give(take_block, message.bytes, message.size));
    }
    put_block(&message,
              (struct sweep_block){ .number = 1, .first = 3, .runs = 2 });
    assert_true(give(take_block, message.bytes, message.size));
    text_release(&message);
}

static void what_is_not_granted_is_not_saved(void **state)
{
    (void)state;
    struct err err;
    struct text message = TEXT_INIT, bytes = TEXT_INIT;
    struct plan *before = model_new("P"), *after = plan_fork(before, "P");
    assert_int_equal(plan_add_key(after, CLUSTER, "C", &err), 0);
    struct changes *list = changes_between(before, after);
    changes_write(list, &bytes);
    const char *const texts[] = { "plan", place, "", "P", "", "", "" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        pipe_put_text(&message, texts[i]);
    pipe_put(&message, bytes.bytes, bytes.size);
    /* a list that is cut off says so itself, and not that it is nonsense */
    assert_true(give(refuse_save, message.bytes, message.size));
    for (size_t size = 0; size < message.size; size++)
        give(refuse_save, message.bytes, size);
    for (size_t i = 0; i < message.size; i++) {
        message.bytes[i] ^= 0x55;
        give(refuse_save, message.bytes, message.size);
        message.bytes[i] ^= 0x55;
    }
    assert_int_not_equal(access(place, F_OK), 0);
    text_release(&message);
    text_release(&bytes);
    changes_free(list);
    plan_free(after);
    plan_free(before);
}

static void nor_is_it_written(void **state)
{
    (void)state;
    struct text message = TEXT_INIT;
    pipe_put_text(&message, place);
    pipe_put_text(&message, "bytes");
    pipe_put_text(&message, "workbook");
    attack(refuse_file, &message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sweep_is_taken_whole_or_refused),
        cmocka_unit_test(the_work_to_be_done_is_taken_whole_or_refused),
        cmocka_unit_test(a_block_is_taken_whole_or_refused),
        cmocka_unit_test(a_block_that_is_not_of_the_sweep_is_refused),
        cmocka_unit_test(what_is_not_granted_is_not_saved),
        cmocka_unit_test(nor_is_it_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
