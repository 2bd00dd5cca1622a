#include "core/base/mem.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static void *checked(void *memory, size_t count, size_t size)
{
    static const char text[] = "ccn: out of memory\n";
    if (memory || count == 0 || size == 0)
        return memory;
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(EXIT_NO_MEMORY);
}

void *mem_new(size_t count, size_t size)
{
    return checked(calloc(count, size), count, size);
}

void *mem_raw(size_t count, size_t size)
{
    return mem_grow(NULL, count, size);
}

void *mem_grow(void *old, size_t count, size_t size)
{
    assert(count > 0 && size > 0);
    bool fits = count <= SIZE_MAX / size;
    return checked(fits ? realloc(old, count * size) : NULL, count, size);
}
