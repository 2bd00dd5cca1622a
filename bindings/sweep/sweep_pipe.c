#include "bindings/sweep/sweep_pipe.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/pipe.h"
#include "core/base/intern.h"
#include "core/base/mem.h"

/* Numbers go as text. */

static void put_number(struct text *out, int64_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, number);
    pipe_put_text(out, text);
}

static const char *take_text(const char **at, const char *end)
{
    size_t size;
    const char *bytes = pipe_take(at, end, &size);
    if (!bytes || memchr(bytes, '\0', size))
        return NULL;
    return intern_bytes(bytes, size);
}

static bool take_number(const char **at, const char *end, int64_t *number,
                        int64_t least, int64_t most)
{
    char text[24] = "", *stop;
    size_t size;
    const char *bytes = pipe_take(at, end, &size);
    if (!bytes || size == 0 || size >= sizeof text)
        return false;
    memcpy(text, bytes, size);
    *number = strtoll(text, &stop, 10);
    return *stop == '\0' && *number >= least && *number <= most;
}

/* What the sweep is */

enum { ABOUT_TEXTS = 8 };

static void texts_of(struct results_about *about,
                     const char **text[ABOUT_TEXTS])
{
    const char **const list[ABOUT_TEXTS] = {
        &about->name,        &about->question,   &about->script,
        &about->script_hash, &about->parameters, &about->design,
        &about->versions,    &about->identity,
    };
    memcpy(text, list, sizeof list);
}

void sweep_put_about(struct text *out, const struct results_about *about)
{
    const char **text[ABOUT_TEXTS];
    struct results_about copy = *about;
    texts_of(&copy, text);
    for (int i = 0; i < ABOUT_TEXTS; i++)
        pipe_put_text(out, *text[i]);
    put_number(out, (int64_t)about->seed);
    put_number(out, about->runs);
    put_number(out, about->block);
    put_number(out, about->inputs);
    put_number(out, about->outputs);
    for (int i = 0; i < about->inputs + about->outputs; i++) {
        const struct results_column *column = &about->column[i];
        pipe_put_text(out, column->name);
        pipe_put_text(out, column->title);
        pipe_put_text(out, column->unit);
        pipe_put_text(out, column->what);
        pipe_put_text(out, column->note);
    }
}

static bool take_column(const char **at, const char *end,
                        struct results_column *column)
{
    const char **text[RESULTS_PROPERTIES] = { &column->name, &column->title,
                                              &column->unit, &column->what,
                                              &column->note };
    for (int i = 0; i < RESULTS_PROPERTIES; i++) {
        *text[i] = take_text(at, end);
        if (!*text[i])
            return false;
    }
    return true;
}

bool sweep_take_about(const struct text *message, struct results_about *about)
{
    const char *at = message->bytes, *end = at + message->size;
    const char **text[ABOUT_TEXTS];
    int64_t seed, runs, block, inputs, outputs;
    texts_of(about, text);
    for (int i = 0; i < ABOUT_TEXTS; i++) {
        *text[i] = take_text(&at, end);
        if (!*text[i])
            return false;
    }
    if (!take_number(&at, end, &seed, 0, INT64_MAX) ||
        !take_number(&at, end, &runs, 0, (int64_t)1 << 40) ||
        !take_number(&at, end, &block, 1, SWEEP_BLOCK_MOST) ||
        !take_number(&at, end, &inputs, 0, SWEEP_COLUMNS) ||
        !take_number(&at, end, &outputs, 0, SWEEP_COLUMNS - inputs))
        return false;
    about->seed = (uint64_t)seed;
    about->runs = (long)runs;
    about->block = (int)block;
    about->inputs = (int)inputs;
    about->outputs = (int)outputs;
    size_t columns = (size_t)(inputs + outputs);
    struct results_column *column = mem_new(columns + 1, sizeof *column);
    about->column = column;
    for (size_t i = 0; i < columns; i++) {
        if (!take_column(&at, end, &column[i]))
            return false;
    }
    return true;
}

/* What is to be done */

void sweep_put_work(struct text *out, const struct sweep_work *work,
                    long blocks)
{
    put_number(out, work->threads);
    put_number(out, work->dealt);
    pipe_put(out, work->done ? (const char *)work->done : "",
             work->done ? (size_t)blocks : 0);
}

bool sweep_take_work(const struct text *message, struct sweep_work *work,
                     long blocks)
{
    const char *at = message->bytes, *end = at + message->size;
    int64_t threads, dealt;
    size_t size;
    if (!take_number(&at, end, &threads, 0, 100000) ||
        !take_number(&at, end, &dealt, 0, 1))
        return false;
    const char *done = pipe_take(&at, end, &size);
    if (!done || (size != 0 && size != (size_t)blocks))
        return false;
    *work = (struct sweep_work){ .threads = (int)threads, .dealt = dealt != 0 };
    if (size)
        work->done = (const unsigned char *)done;
    return true;
}

/* A block: numbers in the order of this machine, as both sides are on it. */

struct block_head {
    int64_t number, first;
    int32_t runs, inputs, outputs, failed;
    unsigned char hash[SWEEP_HASH];
};

void sweep_put_block(struct text *out, const struct sweep_block *block)
{
    struct block_head head = { block->number, block->first,   block->runs,
                               block->inputs, block->outputs, block->failed,
                               { 0 } };
    size_t runs = (size_t)block->runs, size = sizeof(double);
    memcpy(head.hash, block->hash, SWEEP_HASH);
    text_put(out, &head, sizeof head);
    text_put(out, block->in, runs * (size_t)block->inputs * size);
    text_put(out, block->out, runs * (size_t)block->outputs * size);
    for (int32_t i = 0; i < block->runs && block->failed; i++) {
        if (!block->reason[i])
            continue;
        text_put(out, &i, sizeof i);
        pipe_put(out, block->reason[i], strlen(block->reason[i]) + 1);
    }
}

void sweep_taken_init(struct sweep_taken *taken,
                      const struct results_about *about)
{
    size_t runs = (size_t)about->block, size = sizeof(double);
    *taken = (struct sweep_taken){
        .in = mem_new(runs * (size_t)about->inputs + 1, size),
        .out = mem_new(runs * (size_t)about->outputs + 1, size),
        .reason = mem_new(runs, sizeof(char *)),
    };
    taken->block.in = taken->in;
    taken->block.out = taken->out;
    taken->block.reason = taken->reason;
}

void sweep_taken_release(struct sweep_taken *taken)
{
    free(taken->in);
    free(taken->out);
    free(taken->reason);
    *taken = (struct sweep_taken){ 0 };
}

static bool take_numbers(const char **at, const char *end, double *number,
                         size_t count)
{
    size_t size = count * sizeof *number;
    if ((size_t)(end - *at) < size)
        return false;
    memcpy(number, *at, size);
    *at += size;
    return true;
}

static bool take_reason(const char **at, const char *end,
                        struct sweep_taken *taken)
{
    int32_t run;
    size_t size;
    if (end - *at < (ptrdiff_t)sizeof run)
        return false;
    memcpy(&run, *at, sizeof run);
    *at += sizeof run;
    const char *reason = pipe_take(at, end, &size);
    if (!reason || size == 0 || reason[size - 1] != '\0' || run < 0 ||
        run >= taken->block.runs || taken->reason[run])
        return false;
    taken->reason[run] = reason;
    return true;
}

static bool head_is_sound(const struct block_head *head,
                          const struct results_about *about)
{
    long blocks = sweep_blocks(about->runs, about->block);
    if (head->number < 0 || head->number >= blocks)
        return false;
    int64_t left = about->runs - head->number * about->block;
    int64_t runs = left < about->block ? left : about->block;
    return head->first == head->number * about->block && head->runs == runs &&
           head->inputs == about->inputs && head->outputs == about->outputs &&
           head->failed >= 0 && head->failed <= head->runs;
}

bool sweep_take_block(const struct text *message,
                      const struct results_about *about,
                      struct sweep_taken *taken)
{
    struct block_head head;
    const char *at = message->bytes, *end = at + message->size;
    if (message->size < sizeof head)
        return false;
    memcpy(&head, at, sizeof head);
    at += sizeof head;
    if (!head_is_sound(&head, about))
        return false;
    size_t runs = (size_t)head.runs;
    if (!take_numbers(&at, end, taken->in, runs * (size_t)about->inputs) ||
        !take_numbers(&at, end, taken->out, runs * (size_t)about->outputs))
        return false;
    struct results_block *block = &taken->block;
    block->number = (long)head.number;
    block->first = (long)head.first;
    block->runs = head.runs;
    block->failed = head.failed;
    block->hash = (const unsigned char *)message->bytes +
                  offsetof(struct block_head, hash);
    memset(taken->reason, 0, runs * sizeof *taken->reason);
    for (int i = 0; i < head.failed; i++) {
        if (!take_reason(&at, end, taken))
            return false;
    }
    return at == end;
}
