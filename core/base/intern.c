#include "core/base/intern.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* Texts lie one behind the other in large chunks, each behind its size and
 * hash; the table is open addressing, at most half full.  Each thread keeps
 * the texts it saw last at hand, which spares it the lock for most of them. */
struct entry {
    uint32_t size, hash;
    char text[];
};

struct slot {
    struct entry *entry;
    uint32_t hash; /* here too: a look at another entry is a wait for memory */
};

enum { CHUNK = 1 << 20, RECENT = 1 << 16 };

static _Thread_local const struct entry *recent[RECENT];

static struct {
    struct slot *slot;
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

static bool is_it(const struct entry *entry, const void *bytes, size_t size,
                  uint32_t hash)
{
    return entry->hash == hash && entry->size == size &&
           memcmp(entry->text, bytes, size) == 0;
}

static struct slot *find(const void *bytes, size_t size, uint32_t hash)
{
    size_t i = hash & (pool.slots - 1);
    for (; pool.slot[i].entry; i = (i + 1) & (pool.slots - 1)) {
        if (pool.slot[i].hash == hash &&
            is_it(pool.slot[i].entry, bytes, size, hash))
            break;
    }
    return &pool.slot[i];
}

static void widen(void)
{
    struct slot *old = pool.slot;
    size_t slots = pool.slots;

    pool.slots = slots ? 2 * slots : 1 << 12;
    pool.slot = mem_new(pool.slots, sizeof *pool.slot);
    for (size_t i = 0; i < slots; i++) {
        if (!old[i].entry)
            continue;
        size_t at = old[i].hash & (pool.slots - 1);
        while (pool.slot[at].entry)
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

static const struct entry *keep(const void *bytes, size_t size, uint32_t hash)
{
    pthread_mutex_lock(&pool.lock);
    if (2 * pool.used >= pool.slots)
        widen();
    struct slot *slot = find(bytes, size, hash);
    if (!slot->entry) {
        *slot = (struct slot){ entry_new(bytes, size, hash), hash };
        pool.used++;
    }
    const struct entry *entry = slot->entry;
    pthread_mutex_unlock(&pool.lock);
    return entry;
}

const char *intern_bytes(const void *bytes, size_t size)
{
    uint32_t hash = hash_of(bytes, size);
    const struct entry **last = &recent[hash % RECENT];
    if (!*last || !is_it(*last, bytes, size, hash))
        *last = keep(bytes, size, hash);
    return (*last)->text;
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
        const struct entry *entry = find(text, size, hash)->entry;
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
