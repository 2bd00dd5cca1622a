/* ccn-edit.so: the line editor, by libedit. */
#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/program/editor.h"

enum { LINES_KEPT = 1000, COLUMNS = 78 };

struct self {
    EditLine *edit;
    History *history;
    HistEvent event;
    char *file, *line;
    const char *prompt;
    const struct completer *completer;
};

static char *prompt_of(EditLine *edit)
{
    struct self *self;
    el_get(edit, EL_CLIENTDATA, &self);
    return (char *)(uintptr_t)self->prompt; /* libedit only reads it */
}

/* How many bytes all candidates share from the begin, whole letters. */
static size_t shared(const char *list)
{
    const char *first = list;
    size_t most = strcspn(first, "\n");
    for (list += most; *list; list += strcspn(list, "\n")) {
        size_t i = 0;
        list++;
        while (i < most && list[i] == first[i])
            i++;
        most = i < most ? i : most;
    }
    while (most > 0 && ((unsigned char)first[most] & 0xC0) == 0x80)
        most--;
    return most;
}

/* In letters, as el_deletestr counts. */
static int letters(const char *bytes, size_t size)
{
    int count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

static void show_all(const char *list)
{
    int column = 0;
    putchar('\n');
    while (*list) {
        size_t size = strcspn(list, "\n");
        int wide = letters(list, size) + 2;
        if (column > 0 && column + wide > COLUMNS) {
            putchar('\n');
            column = 0;
        }
        printf("%.*s  ", (int)size, list);
        column += wide;
        list += size + (list[size] == '\n');
    }
    putchar('\n');
    fflush(stdout);
}

static void insert(EditLine *edit, const char *list, size_t size)
{
    char *text = strndup(list, size);
    if (text && *text)
        el_insertstr(edit, text);
    free(text);
}

static unsigned char complete(EditLine *edit, int key)
{
    (void)key;
    struct self *self;
    el_get(edit, EL_CLIENTDATA, &self);
    const LineInfo *info = el_line(edit);
    size_t before = (size_t)(info->cursor - info->buffer);
    char *answer =
        self->completer->ask(self->completer->data, info->buffer, before);
    char *list = answer ? strchr(answer, '\n') : NULL;
    unsigned char result = CC_ERROR;
    if (list && list[1]) {
        size_t replaced = strtoul(answer, NULL, 10), most = shared(++list);
        replaced = replaced < before ? replaced : before;
        bool one = !strchr(list, '\n');
        result = CC_REFRESH;
        if (one || most > replaced) {
            el_deletestr(edit, letters(info->cursor - replaced, replaced));
            insert(edit, list, one ? strlen(list) : most);
        } else {
            show_all(list);
            result = CC_REDISPLAY;
        }
    }
    free(answer);
    return result;
}

static void editor_close(void *data)
{
    struct self *self = data;
    if (!self)
        return;
    if (self->history)
        history_end(self->history);
    if (self->edit)
        el_end(self->edit);
    free(self->file);
    free(self->line);
    free(self);
}

static void use_history(struct self *self, const char *file)
{
    history(self->history, &self->event, H_SETSIZE, LINES_KEPT);
    history(self->history, &self->event, H_SETUNIQUE, 1);
    el_set(self->edit, EL_HIST, history, self->history);
    if (!file)
        return;
    self->file = strdup(file);
    history(self->history, &self->event, H_LOAD, file);
}

static void *editor_open(const char *file)
{
    struct self *self = calloc(1, sizeof *self);
    if (!self)
        return NULL;
    setlocale(LC_CTYPE, "C.UTF-8"); /* letters of more than one byte */
    self->edit = el_init("ccn", stdin, stdout, stderr);
    self->history = history_init();
    if (!self->edit || !self->history) {
        editor_close(self);
        return NULL;
    }
    el_set(self->edit, EL_CLIENTDATA, self);
    el_set(self->edit, EL_PROMPT, prompt_of);
    el_set(self->edit, EL_EDITOR, "emacs");
    /* el_set() would copy the two texts and lose the copies */
    el_wset(self->edit, EL_ADDFN, L"ccn-complete", L"complete", complete);
    el_set(self->edit, EL_BIND, "^I", "ccn-complete", NULL);
    el_set(self->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
    use_history(self, file);
    return self;
}

static void remember(struct self *self, const char *line)
{
    if (line[strspn(line, " \t\n")] == '\0')
        return;
    history(self->history, &self->event, H_ENTER, line);
    if (self->file)
        history(self->history, &self->event, H_SAVE, self->file);
}

static enum editor_end editor_read(void *data, const char *prompt,
                                   const struct completer *completer,
                                   const char **line)
{
    struct self *self = data;
    int count = 0;
    self->prompt = prompt;
    self->completer = completer;
    errno = 0;
    const char *got = el_gets(self->edit, &count);
    if (!got || count <= 0) {
        bool interrupted = count < 0 && errno == EINTR;
        putchar('\n');
        el_reset(self->edit);
        return interrupted ? EDITOR_INTERRUPT : EDITOR_END;
    }
    free(self->line);
    self->line = strndup(got, strcspn(got, "\n"));
    *line = self->line ? self->line : "";
    remember(self, *line);
    return EDITOR_LINE;
}

__attribute__((visibility("default"))) extern const struct editor ccn_editor;
const struct editor ccn_editor = { editor_open, editor_read, editor_close };
