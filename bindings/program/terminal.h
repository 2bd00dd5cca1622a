/* Lines from the person at the prompt, in the parent.
 *
 *     struct terminal *terminal = terminal_open();
 *     while (terminal_read(terminal, "> ", &completer, &line) != EDITOR_END)
 *         ...
 *     terminal_free(terminal);
 *
 * On a terminal with the module ccn-edit.so: history, editing and completion;
 * else plain lines.
 */
#ifndef BINDINGS_PROGRAM_TERMINAL_H
#define BINDINGS_PROGRAM_TERMINAL_H

#include <stdbool.h>

#include "bindings/program/editor.h"
#include "core/base/text.h"

struct terminal;

struct terminal *terminal_open(void);

/* The file that keeps the lines, or NULL when there is no place for it. */
const char *terminal_history(void);
void terminal_free(struct terminal *terminal);

/* Whether a person is there to be asked. */
bool terminal_is_person(const struct terminal *terminal);

/* Replace line by the next one.  Without a person there is no prompt. */
enum editor_end terminal_read(struct terminal *terminal, const char *prompt,
                              const struct completer *completer,
                              struct text *line);

/* Ask a question; only "y", "yes", "c" or "có" is a yes. */
bool terminal_agrees(struct terminal *terminal, const char *question);

#endif
