/* What the parent answers when a worker asks for something. */
#ifndef BINDINGS_PROGRAM_ANSWERS_H
#define BINDINGS_PROGRAM_ANSWERS_H

#include "bindings/program/parent.h"
#include "core/base/text.h"

/* To the worker at the other end of fd. */
void answer(int fd, bool yes, const char *text);

/* May I read this file? */
void answer_read(const struct run *run, int fd, const struct text *path);

/* Please save these changes; please write this file.  At a prompt the person is
 * asked first. */
void answer_save(const struct run *run, int fd, const struct text *what);
void answer_file(const struct run *run, int fd, const struct text *what);

#endif
