/* Inside of table.h: a column, cut into blocks that forks share. */
#ifndef CORE_DATA_COLUMN_H
#define CORE_DATA_COLUMN_H

#include <stdatomic.h>

#include "core/data/table.h"

struct slab;

struct block {
    atomic_int owners; /* columns */
    struct slab *slab; /* the memory it lies in */
    union cell *cell;  /* BLOCK of them */
};

struct column {
    atomic_int owners; /* tables */
    int blocks, room;
    union cell none; /* what cells hold that were never written */
    struct block **block;
};

struct column *column_new(int room, union cell none); /* room: blocks */
void column_drop(struct column *column);

/* A column with the same blocks that nobody else uses; drops the shared. */
struct column *column_own(struct column *column);

/* Make the column so many blocks long; new ones lie in one piece and hold
 * none everywhere, so a row that is added need not be written. */
void column_lengthen(struct column *column, int blocks);

static inline union cell *column_cell(const struct column *column, int row)
{
    return &column->block[row >> BLOCK_BITS]->cell[row & (BLOCK - 1)];
}

/* The same in a block that nobody else uses; the column is one's own. */
union cell *column_write(struct column *column, int row);

#endif
