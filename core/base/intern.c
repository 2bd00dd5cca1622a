#include "core/base/intern.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* Texts lie one behind the other in large chunks, each behind its size and
 * hash; the table of pointers is open addressing, at most half full. */
struct entry {
    uint32_t size, hash;
    char text[];
};

enum { CHUNK = 1 << 20 };

static struct {
    struct entry **slot;
    size_t slots, used; /* slots: a power of two */
    char *chunk;
    size_t left;
    pthread_mutex_t lock;
} pool = { .lock = PTHREAD_MUTEX_INITIALIZER };

static uint32_t hash_of(const unsigned char *bytes, size_t size)
{
    uint64_t hash = 0xcbf29ce484222325u ^ size;
    for (; size >= 8; size -= 8, bytes += 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    for (; size > 0; size--, bytes++)
        hash = (hash ^ *bytes) * 0x100000001b3u;
    return (uint32_t)(hash ^ hash >> 29);
}

static struct entry **find(const void *bytes, size_t size, uint32_t hash)
{
    size_t i = hash & (pool.slots - 1);
    for (; pool.slot[i]; i = (i + 1) & (pool.slots - 1)) {
        const struct entry *entry = pool.slot[i];
        if (entry->hash == hash && entry->size == size &&
            memcmp(entry->text, bytes, size) == 0)
            break;
    }
    return &pool.slot[i];
}

static void widen(void)
{
    struct entry **old = pool.slot;
    size_t slots = pool.slots;

    pool.slots = slots ? 2 * slots : 1 << 12;
    pool.slot = mem_new(pool.slots, sizeof(struct entry *));
    for (size_t i = 0; i < slots; i++) {
        if (!old[i])
            continue;
        size_t at = old[i]->hash & (pool.slots - 1);
        while (pool.slot[at])
            at = (at + 1) & (pool.slots - 1);
        pool.slot[at] = old[i];
    }
    free(old);
}

static struct entry *entry_new(const void *bytes, size_t size, uint32_t hash)
{
    size_t need = (sizeof(struct entry) + size + 1 + 7) & ~(size_t)7;
    char *place;
    if (need > CHUNK / 4) {
        place = mem_raw(1, need);
    } else {
        if (need > pool.left) {
            pool.chunk = mem_raw(1, CHUNK);
            pool.left = CHUNK;
        }
        place = pool.chunk;
        pool.chunk += need;
        pool.left -= need;
    }
    struct entry *entry = (struct entry *)(void *)place;
    entry->size = (uint32_t)size;
    entry->hash = hash;
    memcpy(entry->text, bytes, size);
    entry->text[size] = '\0';
    return entry;
}

const char *intern_bytes(const void *bytes, size_t size)
{
    uint32_t hash = hash_of(bytes, size);

    pthread_mutex_lock(&pool.lock);
    if (2 * pool.used >= pool.slots)
        widen();
    struct entry **slot = find(bytes, size, hash);
    if (!*slot) {
        *slot = entry_new(bytes, size, hash);
        pool.used++;
    }
    const char *text = (*slot)->text;
    pthread_mutex_unlock(&pool.lock);
    return text;
}

const char *intern(const char *text)
{
    return text ? intern_bytes(text, strlen(text)) : NULL;
}

const char *intern_find(const char *text)
{
    size_t size = strlen(text);
    uint32_t hash = hash_of((const unsigned char *)text, size);
    const char *found = NULL;

    pthread_mutex_lock(&pool.lock);
    if (pool.slots > 0) {
        struct entry *entry = *find(text, size, hash);
        found = entry ? entry->text : NULL;
    }
    pthread_mutex_unlock(&pool.lock);
    return found;
}

size_t intern_size(const char *kept)
{
    const struct entry *entry =
        (const void *)(kept - offsetof(struct entry, text));
    return entry->size;
}
