#include "core/base/fold.h"

#include <string.h>

enum { GRAVE = 0x300, ACUTE, CIRCUMFLEX, TILDE };
enum { BREVE = 0x306, HOOK = 0x309, HORN = 0x31B, DOT_BELOW = 0x323 };
enum { TONES = 5, LETTER_D = 0x111 };

static const unsigned tone[TONES] = { GRAVE, ACUTE, HOOK, TILDE, DOT_BELOW };

/* The twelve vowels of Vietnamese: what they are made of, and the characters
 * that hold them with each tone. */
static const struct vowel {
    unsigned letter, shape, bare, toned[TONES];
} vowels[] = {
    { 'a', 0, 'a', { 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1 } },
    { 'a', BREVE, 0x103, { 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7 } },
    { 'a', CIRCUMFLEX, 0xE2, { 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD } },
    { 'e', 0, 'e', { 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9 } },
    { 'e', CIRCUMFLEX, 0xEA, { 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7 } },
    { 'i', 0, 'i', { 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB } },
    { 'o', 0, 'o', { 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD } },
    { 'o', CIRCUMFLEX, 0xF4, { 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9 } },
    { 'o', HORN, 0x1A1, { 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3 } },
    { 'u', 0, 'u', { 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5 } },
    { 'u', HORN, 0x1B0, { 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1 } },
    { 'y', 0, 'y', { 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5 } },
};

static unsigned decode(const char *bytes, int size)
{
    static const unsigned char mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    unsigned code = (unsigned char)bytes[0] & mask[size];
    for (int i = 1; i < size; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
    return code;
}

static void encode(unsigned code, struct text *out)
{
    char bytes[4];
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char first[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (size_t i = size; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(first[size] | code);
    text_put(out, bytes, size);
}

/* Latin letters, as far as Vietnamese and its neighbours need them. */
static unsigned lower(unsigned code)
{
    bool even = code % 2 == 0;
    if (code >= 'A' && code <= 'Z')
        return code + 32;
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7)
        return code + 32;
    if ((code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177) ||
        (code >= 0x1EA0 && code <= 0x1EFF))
        return code + even;
    if (code == 0x1A0 || code == 0x1AF)
        return code + 1;
    return code;
}

static bool is_shape(unsigned code)
{
    return code == BREVE || code == CIRCUMFLEX || code == HORN;
}

static bool is_tone(unsigned code)
{
    for (int i = 0; i < TONES; i++) {
        if (tone[i] == code)
            return true;
    }
    return false;
}

/* The shape of a vowel goes before its tone, however they were typed. */
static void put_mark(unsigned code, struct text *out)
{
    bool swap = false;
    unsigned last = 0;
    if (is_shape(code) && out->size >= 2) {
        const char *before = out->bytes + out->size - 2;
        swap = text_utf8(before, 2) == 2 && is_tone(decode(before, 2));
        last = swap ? decode(before, 2) : 0;
    }
    if (swap)
        out->size -= 2;
    encode(code, out);
    if (swap)
        encode(last, out);
}

static bool put_vowel(unsigned code, struct text *out)
{
    for (size_t v = 0; v < sizeof vowels / sizeof *vowels; v++) {
        const struct vowel *vowel = &vowels[v];
        unsigned mark = 0;
        for (int i = 0; i < TONES; i++) {
            if (vowel->toned[i] == code)
                mark = tone[i];
        }
        if (!mark && vowel->bare != code)
            continue;
        encode(vowel->letter, out);
        if (vowel->shape)
            encode(vowel->shape, out);
        if (mark)
            encode(mark, out);
        return true;
    }
    return false;
}

static bool is_blank(unsigned code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0;
}

static void put(unsigned code, struct text *out)
{
    code = lower(code);
    if (code < 0x80)
        encode(code, out);
    else if (is_shape(code) || is_tone(code))
        put_mark(code, out);
    else if (!put_vowel(code, out))
        encode(code, out);
}

void fold_add(const char *words, struct text *out)
{
    size_t left = strlen(words), start = out->size;
    bool blank = false;
    while (left > 0) {
        int size = text_utf8(words, left);
        int step = size ? size : 1;
        unsigned code = size ? decode(words, size) : 0xFFFD;
        if (is_blank(code)) {
            blank = true;
        } else {
            if (blank && out->size > start)
                text_put(out, " ", 1);
            blank = false;
            put(code, out);
        }
        words += step;
        left -= (size_t)step;
    }
}

bool fold_same(const char *a, const char *b)
{
    struct text left = TEXT_INIT, right = TEXT_INIT;
    fold_add(a, &left);
    fold_add(b, &right);
    bool same = left.size == right.size &&
                memcmp(left.bytes, right.bytes, left.size) == 0;
    text_release(&left);
    text_release(&right);
    return same;
}

void fold_plain(const char *words, struct text *out)
{
    struct text folded = TEXT_INIT;
    fold_add(words, &folded);
    for (size_t i = 0; i < folded.size;) {
        int size = text_utf8(folded.bytes + i, folded.size - i);
        unsigned code = decode(folded.bytes + i, size);
        if (code == LETTER_D)
            encode('d', out);
        else if (!is_shape(code) && !is_tone(code))
            encode(code, out);
        i += (size_t)size;
    }
    text_release(&folded);
}
