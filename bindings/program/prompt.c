#include "bindings/program/prompt.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/clean.h"
#include "bindings/host/pipe.h"
#include "core/base/say.h"

/* Candidates of the worker; it may be busy no longer than the socket waits. */
static char *ask_worker(void *data, const char *line, size_t size)
{
    const int *fd = data;
    struct text answer = TEXT_INIT;
    char *found = NULL;
    if (pipe_send(*fd, MESSAGE_COMPLETE, line, size) &&
        pipe_receive(*fd, &answer) == MESSAGE_YES)
        found = strdup(answer.bytes);
    text_release(&answer);
    return found;
}

void prompt_answer(const struct prompt *prompt, int fd,
                   const struct text *question)
{
    const struct completer completer = { ask_worker, &fd };
    struct text line = TEXT_INIT;
    switch (
        terminal_read(prompt->terminal, question->bytes, &completer, &line)) {
    case EDITOR_LINE:
        pipe_send(fd, MESSAGE_YES, line.bytes, line.size);
        break;
    case EDITOR_INTERRUPT:
        pipe_send(fd, MESSAGE_NO, "interrupted", strlen("interrupted"));
        break;
    case EDITOR_END:
        pipe_send(fd, MESSAGE_NO, "", 0);
        break;
    }
    text_release(&line);
}

bool prompt_allows(const struct prompt *prompt, const char *what,
                   const char *path, struct err *err)
{
    if (prompt->agreed)
        return true;
    if (!terminal_is_person(prompt->terminal))
        return err_set(err, ERR_FILE,
                       "nobody is there to be asked whether '%.200s' may be "
                       "written; save=yes allows it",
                       path);
    printf(say("write %s to "), what);
    clean_print(path, strlen(path), stdout);
    if (terminal_agrees(prompt->terminal, say("? [y/N] ")))
        return true;
    return err_set(err, ERR_FILE, "nothing was written");
}
