/* texts FILE.c...: every text that people read has a translation, and no
 * translation is left over.
 *
 * Reads C source: in a call of a function of calls[] each string in the
 * argument named there must be an entry of core/base/vi.def, and each entry
 * must be some string of the source.  Strings side by side are one.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/text.h"

static const struct {
    const char *name;
    int argument; /* the one that is translated */
} calls[] = {
    { "say", 0 },      { "err_set", 2 },   { "err_in", 1 },
    { "err_hint", 1 }, { "bind_fail", 1 }, { "wrong", 2 }, /* core/io/csv.c */
};

enum sort { END, NAME, STRING, OTHER };

struct reader {
    const char *path, *at;
    int line;
    struct text text; /* of the last token */
    enum sort sort;
    int complaints;
};

static bool *used; /* by entry of say_table */

static void skip_to(struct reader *in, const char *end)
{
    for (; *in->at && strncmp(in->at, end, strlen(end)) != 0; in->at++)
        in->line += *in->at == '\n';
    if (*in->at)
        in->at += strlen(end);
}

static void skip_blank(struct reader *in)
{
    for (;;) {
        if (isspace((unsigned char)*in->at))
            in->line += *in->at++ == '\n';
        else if (strncmp(in->at, "/*", 2) == 0)
            skip_to(in, "*/");
        else
            return;
    }
}

static void escaped(struct reader *in)
{
    static const char from[] = "nt\"\\'r", to[] = "\n\t\"\\'\r";
    const char *found = strchr(from, in->at[1]);
    if (found && *found) {
        text_put(&in->text, &to[found - from], 1);
        in->at += 2;
    } else if (in->at[1] == 'x' || isdigit((unsigned char)in->at[1])) {
        char *end;
        bool hex = in->at[1] == 'x';
        char byte = (char)strtol(in->at + 1 + hex, &end, hex ? 16 : 8);
        text_put(&in->text, &byte, 1);
        in->at = end;
    } else {
        in->at += 2;
    }
}

static void quoted(struct reader *in, char quote)
{
    for (in->at++; *in->at && *in->at != quote;) {
        if (*in->at == '\\')
            escaped(in);
        else
            text_put(&in->text, in->at++, 1);
    }
    in->at += *in->at == quote;
}

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* A string goes on where another follows it. */
static void more_string(struct reader *in)
{
    in->sort = STRING;
    for (;;) {
        skip_blank(in);
        if (*in->at == '"') {
            quoted(in, '"');
        } else if (strncmp(in->at, "PRI", 3) == 0) {
            text_add(&in->text, "%s", in->at[3] == 'd' ? PRId64 : PRIu64);
            in->at += strlen("PRId64");
        } else {
            return;
        }
    }
}

static void token(struct reader *in)
{
    text_clear(&in->text);
    skip_blank(in);
    if (!*in->at) {
        in->sort = END;
    } else if (*in->at == '"') {
        more_string(in);
    } else if (*in->at == '\'') {
        quoted(in, '\'');
        in->sort = OTHER;
    } else if (is_name(*in->at)) {
        while (is_name(*in->at))
            text_put(&in->text, in->at++, 1);
        in->sort = NAME;
    } else {
        text_put(&in->text, in->at++, 1);
        in->sort = OTHER;
    }
}

static bool find(const char *english)
{
    bool found = false;
    for (int i = 0; say_table[i]; i += 2) {
        if (strcmp(say_table[i], english) == 0)
            found = used[i] = true;
    }
    return found;
}

static int called(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        if (strcmp(calls[i].name, name) == 0)
            return calls[i].argument;
    }
    return -1;
}

/* Whether a person would have to translate anything of a format. */
static bool has_words(const char *format)
{
    while (*format) {
        if (isalpha((unsigned char)*format))
            return true;
        if (*format++ != '%')
            continue;
        format += strcspn(format, "%diouxXeEfgGcsp");
        format += *format != '\0';
    }
    return false;
}

static void need(struct reader *in)
{
    if (find(in->text.bytes) || !has_words(in->text.bytes))
        return;
    printf("%s:%d: no translation: %s\n", in->path, in->line, in->text.bytes);
    in->complaints++;
}

/* After the name of a call: look at the strings of its argument, and at calls
 * inside it in their own right. */
static void call(struct reader *in, int wanted)
{
    int depth = 0, argument = 0;
    do {
        token(in);
        char c = in->sort == OTHER ? *in->text.bytes : '\0';
        depth += (c == '(') - (c == ')');
        argument += c == ',' && depth == 1;
        if (in->sort == STRING && argument == wanted && depth == 1)
            need(in);
        else if (in->sort == STRING)
            find(in->text.bytes);
        int inner = in->sort == NAME ? called(in->text.bytes) : -1;
        if (inner >= 0)
            call(in, inner);
    } while (depth > 0 && in->sort != END);
}

static int check(const char *path, const char *source)
{
    struct reader in = { .path = path, .at = source, .line = 1 };
    in.text = (struct text)TEXT_INIT;
    do {
        token(&in);
        int argument = in.sort == NAME ? called(in.text.bytes) : -1;
        if (argument >= 0)
            call(&in, argument);
        else if (in.sort == STRING)
            find(in.text.bytes);
    } while (in.sort != END);
    text_release(&in.text);
    return in.complaints;
}

static int check_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    struct text source = TEXT_INIT;
    char part[4096];
    size_t size;
    while ((size = fread(part, 1, sizeof part, file)) > 0)
        text_put(&source, part, size);
    fclose(file);
    int complaints = check(path, source.bytes);
    text_release(&source);
    return complaints;
}

int main(int argc, char **argv)
{
    size_t entries = 0;
    while (say_table[entries])
        entries++;
    used = mem_new(entries + 1, sizeof *used);

    int complaints = 0;
    for (int i = 1; i < argc; i++)
        complaints += check_file(argv[i]);
    for (int i = 0; say_table[i]; i += 2) {
        if (!used[i]) {
            printf("core/base/vi: nobody says: %s\n", say_table[i]);
            complaints++;
        }
    }
    free(used);
    return complaints > 0;
}
