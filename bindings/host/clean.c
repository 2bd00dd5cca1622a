#include "bindings/host/clean.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/text.h"

/* U+0080-U+009F are C2 80 to C2 9F; U+200E, 200F, 202A-202E, 2066-2069 turn
 * the direction: E2 80 8E, 8F, AA-AE and E2 81 A6-A9. */
static bool turns(const unsigned char *b, int size)
{
    if (size == 2)
        return b[0] == 0xC2 && b[1] < 0xA0;
    if (size != 3 || b[0] != 0xE2)
        return false;
    if (b[1] == 0x80)
        return b[2] == 0x8E || b[2] == 0x8F || (b[2] >= 0xAA && b[2] <= 0xAE);
    return b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9;
}

static bool harmless(const unsigned char *b, int size)
{
    if (size == 0)
        return false;
    if (size == 1)
        return (*b >= 0x20 && *b != 0x7F) || *b == '\n' || *b == '\t';
    return !turns(b, size);
}

/* Colour */

enum style { PLAIN, FAINT, CYAN };

/* Rules of tables, U+2500, are faint, and bars, U+2588 to U+258F, cyan. */
static enum style style_of(const unsigned char *b, int size)
{
    if (size != 3 || b[0] != 0xE2)
        return PLAIN;
    if (b[1] == 0x94 && b[2] == 0x80)
        return FAINT;
    return b[1] == 0x96 && b[2] >= 0x88 && b[2] <= 0x8F ? CYAN : PLAIN;
}

static const char *code_of(enum style style)
{
    static const char *const codes[] = { "\033[0m", "\033[2m", "\033[36m" };
    return codes[style];
}

/* Only for people at a terminal that can, and who have not declined
 * (no-color.org). */
static bool in_colour(FILE *out)
{
    const char *declined = getenv("NO_COLOR"), *kind = getenv("TERM");
    return isatty(fileno(out)) && !(declined && *declined) && kind &&
           strcmp(kind, "dumb") != 0;
}

void clean_print(const char *text, size_t size, FILE *out)
{
    const char *plain = text; /* of what may go out in one piece */
    bool coloured = in_colour(out);
    enum style style = PLAIN;
    while (size > 0) {
        const unsigned char *letter = (const unsigned char *)text;
        int step = text_utf8(text, size);
        bool good = harmless(letter, step);
        enum style next = coloured && good ? style_of(letter, step) : PLAIN;
        if (!good || next != style) {
            fwrite(plain, 1, (size_t)(text - plain), out);
            plain = text;
        }
        if (next != style)
            fputs(code_of(next), out);
        style = next;
        step = step ? step : 1;
        if (!good) {
            fputc('?', out);
            plain = text + step;
        }
        text += step;
        size -= (size_t)step;
    }
    fwrite(plain, 1, (size_t)(text - plain), out);
    if (style != PLAIN)
        fputs(code_of(PLAIN), out);
}
