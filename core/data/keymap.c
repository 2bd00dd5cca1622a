#include "core/data/keymap.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/data/table.h"

enum { FREE = -1, DEEPEST = 6 };

struct keymap {
    atomic_int owners; /* tables and maps on top */
    struct keymap *below;
    int depth;
    uint32_t slots, used; /* slots: 0 or a power of two, at most half used */
    int *slot;            /* rows, or FREE */
};

struct keymap *keymap_new(void)
{
    struct keymap *map = mem_new(1, sizeof *map);
    atomic_init(&map->owners, 1);
    return map;
}

struct keymap *keymap_share(struct keymap *map)
{
    atomic_fetch_add(&map->owners, 1);
    return map;
}

void keymap_drop(struct keymap *map)
{
    while (map && atomic_fetch_sub(&map->owners, 1) == 1) {
        struct keymap *below = map->below;
        free(map->slot);
        free(map);
        map = below;
    }
}

static uint32_t hash_of(const char *key)
{
    uint64_t hash = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32);
}

static int find_here(const struct keymap *map, const struct table *table,
                     const char *key)
{
    if (map->slots == 0)
        return -1;
    uint32_t mask = map->slots - 1;
    for (uint32_t i = hash_of(key) & mask; map->slot[i] != FREE;
         i = (i + 1) & mask) {
        int row = map->slot[i];
        if (row < table_rows(table) && table_key(table, row) == key)
            return row;
    }
    return -1;
}

int keymap_find(const struct keymap *map, const struct table *table,
                const char *key)
{
    int row = -1;
    for (; map && row < 0; map = map->below)
        row = find_here(map, table, key);
    return row;
}

static void insert(struct keymap *map, const char *key, int row)
{
    uint32_t i = hash_of(key) & (map->slots - 1);
    while (map->slot[i] != FREE)
        i = (i + 1) & (map->slots - 1);
    map->slot[i] = row;
    map->used++;
}

/* As many slots as hold so many rows; rows removed meanwhile fall out. */
static void resize(struct keymap *map, const struct table *table, uint32_t rows)
{
    uint32_t slots = 16;
    while (slots < 2 * rows)
        slots *= 2;
    if (slots <= map->slots)
        return;

    int *old = map->slot;
    uint32_t before = map->slots;
    map->slot = mem_raw(slots, sizeof *map->slot);
    map->slots = slots;
    map->used = 0;
    for (uint32_t i = 0; i < slots; i++)
        map->slot[i] = FREE;
    for (uint32_t i = 0; i < before; i++) {
        if (old[i] != FREE && table_key(table, old[i]))
            insert(map, table_key(table, old[i]), old[i]);
    }
    free(old);
}

/* One map of everything, when maps lie too many on top of each other. */
static struct keymap *flatten(struct keymap *map, const struct table *table)
{
    struct keymap *flat = keymap_new();
    resize(flat, table, (uint32_t)table_rows(table) + 1);
    for (int row = 0; row < table_rows(table); row++) {
        if (table_key(table, row))
            insert(flat, table_key(table, row), row);
    }
    keymap_drop(map);
    return flat;
}

static struct keymap *on_top(struct keymap *map)
{
    struct keymap *top = keymap_new();
    top->below = map;
    top->depth = map->depth + 1;
    return top;
}

/* A map that nobody else uses; flat: it holds every row already. */
static struct keymap *keymap_own(struct keymap *map, const struct table *table,
                                 bool *flat)
{
    *flat = false;
    if (atomic_load(&map->owners) == 1)
        return map;
    *flat = map->depth >= DEEPEST;
    return *flat ? flatten(map, table) : on_top(map);
}

struct keymap *keymap_add(struct keymap *map, const struct table *table,
                          const char *key, int row)
{
    bool flat;
    map = keymap_own(map, table, &flat);
    if (flat)
        return map; /* the new row too */
    if (2 * (map->used + 1) > map->slots)
        resize(map, table, 2 * (map->used + 1));
    insert(map, key, row);
    return map;
}

struct keymap *keymap_room(struct keymap *map, const struct table *table,
                           int rows)
{
    bool flat;
    map = keymap_own(map, table, &flat);
    resize(map, table, (uint32_t)rows);
    return map;
}
