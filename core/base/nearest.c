#include "core/base/nearest.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/fold.h"
#include "core/base/text.h"

enum { BEGINNING = 3 }; /* letters that make a beginning */

/* Write the letters of a name alone; nothing when they are too many. */
static void bare_of(const char *name, char *bare)
{
    struct text plain = TEXT_INIT;
    fold_plain(name, &plain);
    size_t size = plain.size <= NEAREST_MOST ? plain.size : 0;
    memcpy(bare, plain.bytes, size);
    bare[size] = '\0';
    text_release(&plain);
}

struct nearest nearest_to(const char *name)
{
    struct nearest nearest = { .best = NULL };
    bare_of(name, nearest.bare);
    nearest.limit = ((int)strlen(nearest.bare) + 1) / 3 + 1;
    return nearest;
}

static bool begins(const char *a, const char *b)
{
    size_t one = strlen(a), other = strlen(b);
    size_t size = one < other ? one : other;
    return size >= BEGINNING && strncmp(a, b, size) == 0;
}

/* Twice the distance, and one for another length; -1 for too far. */
static int steps_to(const struct nearest *nearest, const char *bare)
{
    int distance = text_distance(nearest->bare, bare);
    if (distance == 0)
        return 0;
    if (begins(nearest->bare, bare))
        return 1;
    if (distance >= nearest->limit)
        return -1;
    return 2 * distance + (strlen(nearest->bare) != strlen(bare));
}

void nearest_try_as(struct nearest *nearest, const char *other,
                    const char *name)
{
    char bare[NEAREST_MOST + 1];
    bare_of(other, bare);
    int steps = *nearest->bare && *bare ? steps_to(nearest, bare) : -1;
    if (steps < 0)
        return;
    if (!nearest->best || steps < nearest->steps ||
        (steps == nearest->steps && strcmp(name, nearest->best) < 0)) {
        nearest->steps = steps;
        nearest->best = name;
    }
}

void nearest_try(struct nearest *nearest, const char *name)
{
    nearest_try_as(nearest, name, name);
}
