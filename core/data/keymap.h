/* From the key of a row to its number.
 *
 * A map holds row numbers only; whether a row found is the right one is asked
 * of the table, so a removed row needs no removal here, and forks share a map:
 * one that adds a row to a shared map gets a small map of its own on top.
 */
#ifndef CORE_DATA_KEYMAP_H
#define CORE_DATA_KEYMAP_H

#include <stddef.h>

struct table;
struct keymap;

struct keymap *keymap_new(void);
struct keymap *keymap_share(struct keymap *map);
void keymap_drop(struct keymap *map);

/* The row of the table that has this interned key, or -1. */
int keymap_find(const struct keymap *map, const struct table *table,
                const char *key);

/* Both give the map to use from now on in place of the one given. */
struct keymap *keymap_add(struct keymap *map, const struct table *table,
                          const char *key, int row);
struct keymap *keymap_room(struct keymap *map, const struct table *table,
                           int rows);

#endif
