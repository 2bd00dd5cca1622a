#include "bindings/clean.h"

#include <stdbool.h>
#include <string.h>

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

void clean_print(const char *text, size_t size, FILE *out)
{
    const char *plain = text; /* of what may go out in one piece */
    while (size > 0) {
        int step = text_utf8(text, size);
        bool good = harmless((const unsigned char *)text, step);
        step = step ? step : 1;
        if (!good) {
            fwrite(plain, 1, (size_t)(text - plain), out);
            fputc('?', out);
            plain = text + step;
        }
        text += step;
        size -= (size_t)step;
    }
    fwrite(plain, 1, (size_t)(text - plain), out);
}
