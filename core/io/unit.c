#include "core/io/unit.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/base/fold.h"
#include "core/base/say.h"

/* One of each is times * 10^tens of the first of its measure.  The names are
 * folded, without blanks, and 2 and 3 stand for the raised digits. */
enum measure { AREA, MONEY, LENGTH, VOLUME, FLOW, POWER, SHARE, PEOPLE, TIME };

static const struct unit {
    enum measure measure;
    const char *names; /* joined by | */
    uint64_t times;
    int tens;
} units[] = {
    { AREA, "m2|mét vuông", 1, 0 },
    { AREA, "ha|hecta|héc ta", 1, 4 },
    { AREA, "km2", 1, 6 },
    { MONEY, "vnd|đồng|đ", 1, 0 },
    { MONEY,
      "nghìn đồng|ngàn đồng|nghìn vnd|thousand vnd|1000 đồng|1.000 đồng|"
      "1000 vnd",
      1, 3 },
    { MONEY, "triệu đồng|triệu vnd|million vnd|tr.đ", 1, 6 },
    { MONEY, "tỷ đồng|tỉ đồng|tỷ vnd|tỉ vnd|billion vnd|bn vnd", 1, 9 },
    { LENGTH, "m|mét", 1, 0 },
    { LENGTH, "km", 1, 3 },
    { VOLUME, "m3|mét khối", 1, 0 },
    { FLOW, "m3/day|m3/d|m3/ngày|m3/ngày đêm|m3/ngđ", 1, 0 },
    { FLOW, "m3/h|m3/giờ", 24, 0 },
    { FLOW, "l/s", 864, -1 },
    { FLOW, "m3/s", 864, 2 },
    { POWER, "w", 1, 0 },
    { POWER, "kw", 1, 3 },
    { POWER, "mw", 1, 6 },
    { SHARE, "%|percent|phần trăm", 1, 0 },
    { PEOPLE, "people|persons|người|lao động", 1, 0 },
    { PEOPLE, "thousand people|nghìn người", 1, 3 },
    { TIME, "year|years|năm", 1, 0 },
};

/* Fold, drop blanks, and turn raised 2 and 3 into plain ones. */
static void plain_unit(const char *name, size_t size, struct text *out)
{
    struct text copy = TEXT_INIT, folded = TEXT_INIT;
    text_put(&copy, name, size);
    fold_add(copy.bytes, &folded);
    for (const char *at = folded.bytes; *at; at++) {
        bool two = strncmp(at, "\u00b2", 2) == 0;
        bool three = strncmp(at, "\u00b3", 2) == 0;
        if (two || three)
            text_put(out, two ? "2" : "3", 1);
        else if (*at != ' ')
            text_put(out, at, 1);
        at += two || three;
    }
    text_release(&copy);
    text_release(&folded);
}

static bool same_unit(const char *plain, const char *name, size_t size)
{
    struct text other = TEXT_INIT;
    plain_unit(name, size, &other);
    bool same = strcmp(plain, other.bytes) == 0;
    text_release(&other);
    return same;
}

static const struct unit *unit_find(const char *plain)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const char *name = units[i].names;
        for (;;) {
            size_t size = strcspn(name, "|");
            if (same_unit(plain, name, size))
                return &units[i];
            if (!name[size])
                break;
            name += size + 1;
        }
    }
    return NULL;
}

static bool between(const struct unit *from, const struct unit *to,
                    struct factor *factor)
{
    if (from->measure != to->measure || from->times % to->times != 0)
        return false;
    factor->times = from->times / to->times;
    factor->tens = from->tens - to->tens;
    return true;
}

bool unit_factor(const char *from, const char *to, struct factor *factor,
                 struct err *err)
{
    struct text plain_from = TEXT_INIT, plain_to = TEXT_INIT;
    plain_unit(from, strlen(from), &plain_from);
    plain_unit(to, strlen(to), &plain_to);
    const struct unit *a = unit_find(plain_from.bytes);
    const struct unit *b = unit_find(plain_to.bytes);
    bool same = strcmp(plain_from.bytes, plain_to.bytes) == 0;
    text_release(&plain_from);
    text_release(&plain_to);

    if (same) {
        *factor = (struct factor){ .times = 1 };
        return true;
    }
    if (!a)
        return err_set(err, ERR_UNKNOWN, "no unit of measure is called '%s'",
                       from);
    if (!b || !between(a, b, factor))
        return err_set(err, ERR_TYPE, "%s cannot be converted to %s", from,
                       *to ? to : say("a number without unit"));
    return true;
}
