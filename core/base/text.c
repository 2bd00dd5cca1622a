#include "core/base/text.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

char text_nothing[1];

static void reserve(struct text *text, size_t more)
{
    size_t need = text->size + more + 1;
    if (need <= text->room)
        return;
    size_t room = text->room * 2 > need ? text->room * 2 : need;
    text->bytes = mem_grow(text->room ? text->bytes : NULL, room, 1);
    text->room = room;
}

void text_release(struct text *text)
{
    if (text->room)
        free(text->bytes);
    *text = (struct text)TEXT_INIT;
}

void text_clear(struct text *text)
{
    text->size = 0;
    if (text->room)
        text->bytes[0] = '\0';
}

void text_put(struct text *text, const void *bytes, size_t size)
{
    reserve(text, size);
    if (size > 0)
        memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void text_add(struct text *text, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size > 0) {
        reserve(text, (size_t)size);
        vsnprintf(text->bytes + text->size, (size_t)size + 1, format, again);
        text->size += (size_t)size;
    }
    va_end(again);
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

int text_utf8(const char *bytes, size_t left)
{
    const unsigned char *b = (const unsigned char *)bytes;
    if (left == 0)
        return 0;
    if (b[0] < 0x80)
        return 1;
    if (b[0] >= 0xC2 && b[0] < 0xE0)
        return left >= 2 && is_tail(b[1]) ? 2 : 0;
    if ((b[0] & 0xF0) == 0xE0) {
        if (left < 3 || !is_tail(b[1]) || !is_tail(b[2]))
            return 0;
        bool overlong = b[0] == 0xE0 && b[1] < 0xA0;
        bool surrogate = b[0] == 0xED && b[1] >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (b[0] >= 0xF0 && b[0] <= 0xF4) {
        if (left < 4 || !is_tail(b[1]) || !is_tail(b[2]) || !is_tail(b[3]))
            return 0;
        bool overlong = b[0] == 0xF0 && b[1] < 0x90;
        bool beyond = b[0] == 0xF4 && b[1] >= 0x90;
        return overlong || beyond ? 0 : 4;
    }
    return 0;
}

static unsigned code_point(const char *bytes, int size)
{
    static const unsigned char mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    unsigned code = (unsigned char)bytes[0] & mask[size];
    for (int i = 1; i < size; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
    return code;
}

static int code_width(unsigned code)
{
    bool mark = (code >= 0x300 && code <= 0x36F) || code == 0x200B ||
                (code >= 0x200D && code <= 0x200F) || code == 0xFEFF ||
                (code >= 0x20D0 && code <= 0x20FF);
    bool wide = (code >= 0x1100 && code <= 0x115F) ||
                (code >= 0x2E80 && code <= 0xA4CF) ||
                (code >= 0xAC00 && code <= 0xD7A3) ||
                (code >= 0xF900 && code <= 0xFAFF) ||
                (code >= 0xFF00 && code <= 0xFF60) ||
                (code >= 0x1F300 && code <= 0x1FAFF);
    return mark ? 0 : wide ? 2 : 1;
}

int text_width(const char *text)
{
    int width = 0;
    size_t left = strlen(text);
    while (left > 0) {
        int size = text_utf8(text, left);
        width += size ? code_width(code_point(text, size)) : 1;
        text += size ? size : 1;
        left -= (size_t)(size ? size : 1);
    }
    return width;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static bool alike(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

int text_distance(const char *a, const char *b)
{
    enum { MOST = 64 };
    size_t na = strlen(a), nb = strlen(b);
    if (na > MOST || nb > MOST)
        return MOST;

    int rows[3][MOST + 1];
    for (size_t j = 0; j <= nb; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= na; i++) {
        int *row = rows[i % 3], *above = rows[(i - 1) % 3];
        const int *over = rows[(i + 1) % 3];
        row[0] = (int)i;
        for (size_t j = 1; j <= nb; j++) {
            row[j] = least(least(above[j], row[j - 1]) + 1,
                           above[j - 1] + !alike(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && alike(a[i - 1], b[j - 2]) &&
                alike(a[i - 2], b[j - 1]))
                row[j] = least(row[j], over[j - 2] + 1);
        }
    }
    return rows[na % 3][nb];
}

void text_number(double number, char *out)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(out, 32, "%.*g", digits, number);
        if (strtod(out, NULL) == number)
            return;
    }
}

static const char *skip_digits(const char *at)
{
    while (isdigit((unsigned char)*at))
        at++;
    return at;
}

bool text_to_number(const char *text, double *number)
{
    const char *at = text + (*text == '-' || *text == '+');
    const char *whole = at;
    at = skip_digits(at);
    bool any = at > whole;
    if (*at == '.') {
        const char *fraction = ++at;
        at = skip_digits(at);
        any = any || at > fraction;
    }
    if (any && (*at == 'e' || *at == 'E')) {
        at++;
        at += *at == '-' || *at == '+';
        const char *exponent = at;
        at = skip_digits(at);
        any = at > exponent;
    }
    if (!any || *at != '\0')
        return false;
    *number = strtod(text, NULL);
    return isfinite(*number);
}
