/* The line editor of the prompt: libedit, in a module of its own beside the
 * program (ccn-edit.so), so that nothing else needs it.
 */
#ifndef BINDINGS_PROGRAM_EDITOR_H
#define BINDINGS_PROGRAM_EDITOR_H

#include <stddef.h>

/* Asked when Tab is pressed, with the line up to the cursor.  Gives a text that
 * the editor frees, or NULL for nothing: a line with the number of bytes before
 * the cursor that a candidate replaces, then a line for each candidate. */
struct completer {
    char *(*ask)(void *data, const char *line, size_t size);
    void *data;
};

enum editor_end { EDITOR_LINE, EDITOR_INTERRUPT, EDITOR_END };

struct editor {
    /* history: a file, read now and written at each line; NULL for none. */
    void *(*open)(const char *history);
    /* The line stands in *line, without its end, until the next call. */
    enum editor_end (*read)(void *self, const char *prompt,
                            const struct completer *completer,
                            const char **line);
    void (*close)(void *self);
};

#endif
