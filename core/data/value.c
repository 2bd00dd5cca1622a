#include "core/data/value.h"

#include <string.h>

bool value_equal(struct value a, struct value b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == KIND_NONE)
        return true;
    if (kind_is_text(a.kind))
        return a.text == b.text;
    return memcmp(&a.whole, &b.whole, sizeof a.whole) == 0;
}
