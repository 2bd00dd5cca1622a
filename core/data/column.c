#include "core/data/column.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static_assert(sizeof(union cell) == 8, "every cell takes eight bytes");

/* Memory that several blocks lie in, one behind the other. */
struct slab {
    atomic_int owners; /* blocks */
    union cell cell[];
};

static struct block *block_in(struct slab *slab, int number)
{
    struct block *block = mem_raw(1, sizeof *block);
    atomic_init(&block->owners, 1);
    block->slab = slab;
    block->cell = slab->cell + (size_t)number * BLOCK;
    return block;
}

static struct slab *slab_new(int blocks)
{
    struct slab *slab =
        mem_raw(1, sizeof *slab + (size_t)blocks * BLOCK * sizeof(union cell));
    atomic_init(&slab->owners, blocks);
    return slab;
}

static void block_drop(struct block *block)
{
    if (atomic_fetch_sub(&block->owners, 1) > 1)
        return;
    if (atomic_fetch_sub(&block->slab->owners, 1) == 1)
        free(block->slab);
    free(block);
}

static struct block *block_own(struct block *block)
{
    if (atomic_load(&block->owners) == 1)
        return block;
    struct block *own = block_in(slab_new(1), 0);
    memcpy(own->cell, block->cell, BLOCK * sizeof(union cell));
    block_drop(block);
    return own;
}

struct column *column_new(int room, union cell none)
{
    struct column *column = mem_new(1, sizeof *column);
    atomic_init(&column->owners, 1);
    column->none = none;
    column->room = room > 0 ? room : 1;
    column->block = mem_new((size_t)column->room, sizeof *column->block);
    return column;
}

void column_drop(struct column *column)
{
    if (!column || atomic_fetch_sub(&column->owners, 1) > 1)
        return;
    for (int i = 0; i < column->blocks; i++)
        block_drop(column->block[i]);
    free(column->block);
    free(column);
}

struct column *column_own(struct column *column)
{
    if (atomic_load(&column->owners) == 1)
        return column;
    struct column *own = column_new(column->blocks + 1, column->none);
    own->blocks = column->blocks;
    for (int i = 0; i < own->blocks; i++) {
        own->block[i] = column->block[i];
        atomic_fetch_add(&own->block[i]->owners, 1);
    }
    column_drop(column);
    return own;
}

void column_lengthen(struct column *column, int blocks)
{
    int more = blocks - column->blocks;
    if (more <= 0)
        return;
    if (blocks > column->room) {
        int room = blocks > 2 * column->room ? blocks : 2 * column->room;
        column->block =
            mem_grow(column->block, (size_t)room, sizeof *column->block);
        column->room = room;
    }
    struct slab *slab = slab_new(more);
    for (int i = 0; i < more * BLOCK; i++)
        slab->cell[i] = column->none;
    for (int i = 0; i < more; i++)
        column->block[column->blocks++] = block_in(slab, i);
}

union cell *column_write(struct column *column, int row)
{
    struct block **block = &column->block[row >> BLOCK_BITS];
    *block = block_own(*block);
    return &(*block)->cell[row & (BLOCK - 1)];
}
