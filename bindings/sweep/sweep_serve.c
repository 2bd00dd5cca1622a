#include "bindings/sweep/sweep_serve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/pipe.h"
#include "bindings/sweep/sweep_ranks.h"
#include "core/base/say.h"

enum { SLICE_MS = 1 }; /* between two looks for messages of ranks */

static bool helps(const struct sweep_store *store)
{
    return store->ranks && store->ranks->rank > 0;
}

/* A helper keeps in mind what the sweep is, and asks for every block. */
static bool begin_help(struct sweep_store *store, const struct text *message,
                       struct text *answer, struct err *err)
{
    free((void *)store->about.column);
    if (!sweep_take_about(message, &store->about))
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    const struct sweep_work work = { .threads = store->options->threads,
                                     .dealt = true };
    sweep_put_work(answer, &work,
                   sweep_blocks(store->about.runs, store->about.block));
    return true;
}

static bool begin(struct sweep_store *store, const struct text *message,
                  struct text *answer, struct err *err)
{
    if (helps(store))
        return begin_help(store, message, answer, err);
    if (!sweep_store_begin(store, message, answer, err))
        return false;
    if (store->ranks)
        sweep_ranks_begin(store->ranks, store);
    return true;
}

static bool deal(struct sweep_store *store, struct text *answer,
                 struct err *err)
{
    if (!store->ranks)
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    long block = helps(store)
                     ? sweep_ranks_ask(store->ranks, store->about.identity)
                     : sweep_ranks_deal(store->ranks, 0);
    if (block == DEAL_OTHER)
        return err_set(err, ERR_MOVED,
                       "the script, its data or its parameters are not the "
                       "same on every machine");
    text_add(answer, "%ld", block);
    return true;
}

static bool end(struct sweep_store *store, struct text *answer, struct err *err)
{
    if (helps(store))
        return true;
    if (store->ranks)
        sweep_ranks_end(store->ranks);
    return sweep_store_end(store, answer, err);
}

bool sweep_serve(struct sweep_store *store, int fd, int type,
                 const struct text *message, struct err *err)
{
    struct text answer = TEXT_INIT;
    if (type == MESSAGE_BLOCK && helps(store)) {
        sweep_ranks_hand(store->ranks, message);
        return true;
    }
    if (type == MESSAGE_BLOCK)
        return sweep_store_block(store, message, err);
    bool yes = type == MESSAGE_SWEEP  ? begin(store, message, &answer, err)
               : type == MESSAGE_DEAL ? deal(store, &answer, err)
                                      : end(store, &answer, err);
    if (yes)
        pipe_send(fd, MESSAGE_YES, answer.bytes, answer.size);
    else
        pipe_send(fd, MESSAGE_NO, err->text, strlen(err->text));
    text_release(&answer);
    return true;
}

bool sweep_serve_helper(const struct sweep_store *store, int fd, int type)
{
    if (!helps(store))
        return false;
    if (type == MESSAGE_SAVE || type == MESSAGE_FILE)
        pipe_send(fd, MESSAGE_YES, "", 0);
    return type == MESSAGE_SAVE || type == MESSAGE_FILE ||
           type == MESSAGE_TEXT || type == MESSAGE_BYTES;
}

int sweep_serve_poll(struct sweep_store *store, struct pollfd *fd, int ms)
{
    struct err err;
    if (!store->ranks || helps(store))
        return poll(fd, 1, ms);
    int ready = 0;
    for (int left = ms; ready == 0 && (ms < 0 || left > 0); left -= SLICE_MS) {
        if (!sweep_ranks_serve(store, &err)) {
            fprintf(stderr, "ccn: %s\n", err.text);
            return -1;
        }
        ready = poll(fd, 1, SLICE_MS);
    }
    return ready;
}

void sweep_serve_end(struct sweep_store *store, bool well)
{
    if (helps(store)) {
        if (!well)
            sweep_ranks_lost(store->ranks);
        free((void *)store->about.column);
        store->about = (struct results_about){ 0 };
        return;
    }
    if (store->ranks)
        sweep_ranks_end(store->ranks);
    sweep_store_close(store);
}
