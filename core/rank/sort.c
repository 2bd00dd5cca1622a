#include "core/rank/sort.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum { DIGIT_BITS = 11, DIGITS = 6, BUCKETS = 1 << DIGIT_BITS };

struct item {
    uint64_t bits;
    uint32_t row;
};

/* Bits that rise when the number falls. */
static uint64_t falling_bits(double number)
{
    uint64_t bits;
    number += 0.0; /* makes -0 a 0 */
    memcpy(&bits, &number, sizeof bits);
    return bits >> 63 ? bits : ~(bits | UINT64_C(1) << 63);
}

static unsigned item_digit(const struct item *item, int digit)
{
    return (unsigned)(item->bits >> (digit * DIGIT_BITS)) & (BUCKETS - 1);
}

static void count_digits(const struct item *items, size_t n,
                         size_t (*count)[BUCKETS])
{
    for (size_t i = 0; i < n; i++) {
        for (int digit = 0; digit < DIGITS; digit++)
            count[digit][item_digit(&items[i], digit)]++;
    }
}

/* Deal the items out by one digit. */
static void deal(const struct item *from, struct item *to, size_t n, int digit,
                 size_t *count)
{
    size_t start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        size_t size = count[bucket];
        count[bucket] = start;
        start += size;
    }
    for (size_t i = 0; i < n; i++)
        to[count[item_digit(&from[i], digit)]++] = from[i];
}

void sort_highest(const double *key, uint32_t *order, size_t n)
{
    if (n < 2)
        return;
    struct item *items = mem_raw(2 * n, sizeof *items);
    struct item *from = items, *to = items + n;
    for (size_t i = 0; i < n; i++)
        from[i] = (struct item){ falling_bits(key[order[i]]), order[i] };

    size_t(*count)[BUCKETS] = mem_new(DIGITS, sizeof *count);
    count_digits(from, n, count);
    for (int digit = 0; digit < DIGITS; digit++) {
        if (count[digit][item_digit(from, digit)] == n)
            continue; /* all the same */
        deal(from, to, n, digit, count[digit]);
        struct item *other = from;
        from = to;
        to = other;
    }
    for (size_t i = 0; i < n; i++)
        order[i] = from[i].row;
    free(count);
    free(items);
}
