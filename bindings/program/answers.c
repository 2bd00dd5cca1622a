#include "bindings/program/answers.h"

#include <limits.h>
#include <string.h>

#include "bindings/host/files.h"
#include "bindings/host/pipe.h"
#include "bindings/plan/save.h"
#include "bindings/program/prompt.h"
#include "bindings/program/record.h"
#include "core/base/say.h"
#include "core/store/store.h"

void answer(int fd, bool yes, const char *text)
{
    pipe_send(fd, yes ? MESSAGE_YES : MESSAGE_NO, text, strlen(text));
}

void answer_read(const struct run *run, int fd, const struct text *path)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = grants_may_read(&run->grants, path->bytes, resolved, &err) &&
               store_recover(resolved, &err);
    answer(fd, yes, yes ? resolved : err.text);
}

/* At a prompt the person is asked before anything is written.  The path is the
 * text of the message at this place. */
static bool may_write(const struct run *run, const struct text *message,
                      int place, const char *what, struct err *err)
{
    size_t size = 0;
    const char *at = message->bytes, *end = at + message->size, *path = NULL;
    if (!run->prompt)
        return true;
    for (int i = 0; i <= place; i++)
        path = pipe_take(&at, end, &size);
    struct text named = TEXT_INIT;
    if (path)
        text_put(&named, path, size);
    bool yes = prompt_allows(run->prompt, what, path ? named.bytes : "", err);
    text_release(&named);
    return yes;
}

void answer_save(const struct run *run, int fd, const struct text *what)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = may_write(run, what, 1, say("the changes"), &err) &&
               save_message(&run->grants, what, resolved, &err);
    if (yes && run->record)
        record_save(run->record, what, resolved);
    answer(fd, yes, yes ? resolved : err.text);
}

void answer_file(const struct run *run, int fd, const struct text *what)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = may_write(run, what, 0, say("a file"), &err) &&
               files_message(&run->grants, what, resolved, &err);
    if (yes && run->record)
        record_file(run->record, what);
    answer(fd, yes, yes ? resolved : err.text);
}
