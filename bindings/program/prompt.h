/* The prompt of ccn repl, the parent's side: lines from the person for the
 * worker that runs them, and a question before anything is written. */
#ifndef BINDINGS_PROGRAM_PROMPT_H
#define BINDINGS_PROGRAM_PROMPT_H

#include "bindings/program/terminal.h"
#include "core/base/err.h"

struct prompt {
    struct terminal *terminal;
    bool agreed; /* save=yes: write without a question */
};

/* Answer a MESSAGE_LINE: the next line, or MESSAGE_NO with "interrupted" or,
 * at the end, nothing.  Tab asks the worker by MESSAGE_COMPLETE. */
void prompt_answer(const struct prompt *prompt, int fd,
                   const struct text *question);

/* Whether the person lets this run write a file. */
bool prompt_allows(const struct prompt *prompt, const char *what,
                   const char *path, struct err *err);

#endif
