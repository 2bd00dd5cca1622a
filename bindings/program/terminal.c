#define _GNU_SOURCE /* readlink */
#include "bindings/program/terminal.h"

#include <dlfcn.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/program/state.h"
#include "core/base/mem.h"
#include "core/base/say.h"

struct terminal {
    const struct editor *editor; /* NULL: plain lines */
    void *self;
    bool person;
    char *line;
    size_t room;
};

/* The module lies beside the program. */
static const struct editor *find_editor(void)
{
    char path[PATH_MAX], module[PATH_MAX + 16];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size < 0)
        return NULL;
    path[size] = '\0';
    snprintf(module, sizeof module, "%s/ccn-edit.so", dirname(path));
    void *handle = dlopen(module, RTLD_NOW | RTLD_LOCAL);
    return handle ? dlsym(handle, "ccn_editor") : NULL;
}

/* Readable by its owner alone. */
const char *terminal_history(void)
{
    const char *path = state_path("history");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (!file)
        return NULL;
    fchmod(fileno(file), S_IRUSR | S_IWUSR);
    fclose(file);
    return path;
}

struct terminal *terminal_open(void)
{
    struct terminal *terminal = mem_new(1, sizeof *terminal);
    terminal->person = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (terminal->person)
        terminal->editor = find_editor();
    if (terminal->editor)
        terminal->self = terminal->editor->open(terminal_history());
    if (!terminal->self)
        terminal->editor = NULL;
    return terminal;
}

void terminal_free(struct terminal *terminal)
{
    if (!terminal)
        return;
    if (terminal->editor)
        terminal->editor->close(terminal->self);
    free(terminal->line);
    free(terminal);
}

bool terminal_is_person(const struct terminal *terminal)
{
    return terminal->person;
}

static enum editor_end read_plain(struct terminal *terminal, const char *prompt,
                                  struct text *line)
{
    if (terminal->person) {
        fputs(prompt, stdout);
        fflush(stdout);
    }
    errno = 0;
    ssize_t size = getline(&terminal->line, &terminal->room, stdin);
    if (size < 0) {
        bool interrupted = errno == EINTR;
        clearerr(stdin);
        if (terminal->person)
            putchar('\n');
        return interrupted ? EDITOR_INTERRUPT : EDITOR_END;
    }
    size -= size > 0 && terminal->line[size - 1] == '\n';
    text_put(line, terminal->line, (size_t)size);
    return EDITOR_LINE;
}

enum editor_end terminal_read(struct terminal *terminal, const char *prompt,
                              const struct completer *completer,
                              struct text *line)
{
    text_clear(line);
    fflush(stdout);
    if (!terminal->editor)
        return read_plain(terminal, prompt, line);
    const char *got = "";
    enum editor_end end =
        terminal->editor->read(terminal->self, prompt, completer, &got);
    if (end == EDITOR_LINE)
        text_put(line, got, strlen(got));
    return end;
}

bool terminal_agrees(struct terminal *terminal, const char *question)
{
    static const char *const yes[] = { "y", "yes", "c", "có", "Y", "C" };
    struct text line = TEXT_INIT;
    bool agrees = false;
    fputs(question, stdout);
    if (read_plain(terminal, "", &line) == EDITOR_LINE) {
        for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
            agrees = agrees || strcmp(line.bytes, yes[i]) == 0;
    }
    text_release(&line);
    return agrees;
}
