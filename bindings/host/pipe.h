/* Messages between the parent and a worker, over one stream socket.
 *
 * A message is a letter, a size of four bytes (little endian) and so many
 * bytes.  Neither side believes the other: sizes are bounded, and a cut or
 * unknown message ends the conversation.  Threads may send at once.
 */
#ifndef BINDINGS_HOST_PIPE_H
#define BINDINGS_HOST_PIPE_H

#include "core/base/text.h"

enum message {
    MESSAGE_TEXT = 'T',     /* worker: printed text */
    MESSAGE_BYTES = 'B',    /* worker: printed bytes of a file */
    MESSAGE_ERROR = 'E',    /* worker: the run has failed, and why */
    MESSAGE_DONE = 'D',     /* worker: the run has ended well */
    MESSAGE_READ = 'R',     /* worker: may I read this file? */
    MESSAGE_SAVE = 'S',     /* worker: save these changes (save.h) */
    MESSAGE_FILE = 'F',     /* worker: write this file (files.h) */
    MESSAGE_LINE = 'L',     /* worker: the next line of the person (prompt.h) */
    MESSAGE_SWEEP = 'W',    /* worker: a sweep begins (sweep_pipe.h) */
    MESSAGE_BLOCK = 'K',    /* worker: a block of it; no answer */
    MESSAGE_DEAL = 'G',     /* worker: which block is next? */
    MESSAGE_SWEPT = 'Z',    /* worker: the sweep is over */
    MESSAGE_NOTES = 'I',    /* worker: what it has read (record.h) */
    MESSAGE_COMPLETE = 'C', /* parent: how may this line go on? */
    MESSAGE_YES = 'Y',      /* parent: the answer to a question */
    MESSAGE_NO = 'N',       /* parent: refused, and why */
};

enum { MESSAGE_MOST = 1 << 30 };

bool pipe_send(int fd, enum message type, const void *bytes, size_t size);

/* Wait for a message: its letter, 0 when the other side has ended, -1 when
 * what came is no message. */
int pipe_receive(int fd, struct text *bytes);

/* Texts in a row inside of a message, each behind its size. */
void pipe_put(struct text *out, const char *bytes, size_t size);
void pipe_put_text(struct text *out, const char *text);

/* Take the next one; NULL when there is none or it is cut off.  A final 0 is
 * not promised; size says how long it is. */
const char *pipe_take(const char **at, const char *end, size_t *size);

#endif
