#include "tests/sections.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/text.h"
#include "core/io/file.h"
#include "tests/test.h"

static const char head[] = "--- ";

/* What stands before the next bar, without blanks around it. */
static char *take(char *at, char *out, size_t most)
{
    size_t size = strcspn(at, "|\n");
    char *next = at + size + (at[size] == '|');
    while (size > 0 && *at == ' ') {
        at++;
        size--;
    }
    while (size > 0 && at[size - 1] == ' ')
        size--;
    snprintf(out, most, "%.*s", (int)size, at);
    return next;
}

static void add(struct sections *sections, char *at, size_t size)
{
    assert_true(sections->count < SECTIONS_MOST);
    struct section *section = &sections->of[sections->count++];
    char *end = at + size, *part = at + strlen(head);
    for (int i = 0; i < SECTION_PARTS; i++)
        part = take(part, section->part[i], sizeof section->part[i]);
    char *text = memchr(at, '\n', size);
    text = text ? text + 1 : end;
    section->text = strndup(text, (size_t)(end - text));
}

static char *next_head(char *at)
{
    char *found = strstr(at, "\n--- ");
    return found ? found + 1 : at + strlen(at);
}

static void read_file(struct sections *sections, const char *path)
{
    struct err err;
    struct text text = TEXT_INIT;
    if (!file_load(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    char *at = strncmp(text.bytes, head, strlen(head)) == 0
                   ? text.bytes
                   : next_head(text.bytes);
    while (*at) {
        char *next = next_head(at);
        add(sections, at, (size_t)(next - at));
        at = next;
    }
    text_release(&text);
}

void sections_read(struct sections *sections, const char *pattern)
{
    glob_t found;
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        read_file(sections, found.gl_pathv[i]);
    globfree(&found);
    assert_true(sections->count > 0);
}

void sections_release(struct sections *sections)
{
    for (int i = 0; i < sections->count; i++)
        free(sections->of[i].text);
    sections->count = 0;
}
