#include "bindings/sweep_serve.h"

#include <string.h>

#include "bindings/pipe.h"

static void answer(int fd, bool yes, const struct text *text,
                   const struct err *err)
{
    if (yes)
        pipe_send(fd, MESSAGE_YES, text->bytes, text->size);
    else
        pipe_send(fd, MESSAGE_NO, err->text, strlen(err->text));
}

bool sweep_serve(struct sweep_store *store, int fd, int type,
                 const struct text *message, struct err *err)
{
    struct text text = TEXT_INIT;
    if (type == MESSAGE_BLOCK)
        return sweep_store_block(store, message, err);
    bool yes = type == MESSAGE_SWEEP
                   ? sweep_store_begin(store, message, &text, err)
                   : sweep_store_end(store, &text, err);
    answer(fd, yes, &text, err);
    text_release(&text);
    return true;
}
