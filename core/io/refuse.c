#include "core/io/refuse.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/say.h"

enum { VALUE_SHOWN = 40, REASON_SHOWN = 400 }; /* bytes */

/* A copy of most bytes at most, cut between characters. */
static char *copy_short(const char *words, size_t most)
{
    size_t size = words ? strlen(words) : 0, cut = size;
    if (size > most) {
        cut = most;
        while (cut > 0 && ((unsigned char)words[cut] & 0xC0) == 0x80)
            cut--;
    }
    char *copy = mem_new(cut + 4, 1);
    if (cut > 0)
        memcpy(copy, words, cut);
    if (cut < size)
        memcpy(copy + cut, "...", 3);
    for (char *at = copy; *at; at++) {
        bool c1 = at[0] == '\xC2' && (unsigned char)at[1] >= 0x80 &&
                  (unsigned char)at[1] < 0xA0;
        if (c1)
            at[1] = '?';
        if (c1 || (unsigned char)*at < ' ' || *at == 0x7F)
            *at = '?';
    }
    return copy;
}

void refuse(struct import_result *result, int line, int column,
            const char *heading, const char *value, const char *reason)
{
    result->nrefused++;
    if (result->nlisted == IMPORT_KEPT)
        return;
    if (!result->refused)
        result->refused = mem_new(IMPORT_KEPT, sizeof *result->refused);
    result->refused[result->nlisted++] = (struct refusal){
        .line = line,
        .column = column,
        .heading = copy_short(heading, VALUE_SHOWN),
        .value = copy_short(value, VALUE_SHOWN),
        .reason = copy_short(reason, REASON_SHOWN),
    };
}

static int by_place(const void *left, const void *right)
{
    const struct refusal *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

void refuse_sort(struct import_result *result)
{
    if (result->nlisted > 0)
        qsort(result->refused, (size_t)result->nlisted, sizeof *result->refused,
              by_place);
}

void import_release(struct import_result *result)
{
    for (int i = 0; i < result->nlisted; i++) {
        free(result->refused[i].heading);
        free(result->refused[i].value);
        free(result->refused[i].reason);
    }
    free(result->refused);
    free(result->file);
    *result = (struct import_result){ 0 };
}

static void print_one(const struct import_result *result, int i,
                      struct text *out)
{
    const struct refusal *one = &result->refused[i];
    text_add(out, say("%s: line %d"), result->file, one->line);
    if (one->column > 0)
        text_add(out, say(", column %d"), one->column);
    if (*one->heading)
        text_add(out, " (%s)", one->heading);
    if (*one->value)
        text_add(out, ", '%s'", one->value);
    text_add(out, ": %s", one->reason);
}

void import_print(const struct import_result *result, int most,
                  struct text *out)
{
    int shown = result->nlisted < most ? result->nlisted : most;
    for (int i = 0; i < shown; i++) {
        print_one(result, i, out);
        text_put(out, "\n", 1);
    }
    if (shown < result->nrefused)
        text_add(out, say("and %d more\n"), result->nrefused - shown);
}

bool refuse_all(const struct import_result *result, struct err *err)
{
    struct text first = TEXT_INIT;
    print_one(result, 0, &first);
    err_set(err, ERR_FORMAT, "%s", first.bytes);
    text_release(&first);
    if (result->nrefused == 1)
        return err_hint(err, "nothing was taken");
    return err_hint(err, "nothing was taken; refused in all: %d",
                    result->nrefused);
}
