/* What a knapsack keeps between its calls.  Private to it. */
#ifndef CORE_ASSIGN_KNAPSACK_MEMORY_H
#define CORE_ASSIGN_KNAPSACK_MEMORY_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct item {
    double rate, profit; /* per weight; in all */
    int weight, number;
};

/* Some packing, by its differences from the one that broke. */
struct packing {
    double profit;
    int64_t weight;
    int change; /* the last of them, -1: none */
};

struct change {
    int before, item;
};

struct knapsack {
    int room;
    bool fit; /* all together */
    struct item *item;
    int items, items_most;
    struct packing *list[2]; /* by weight, worth more the heavier */
    int list_most[2], now, packings;
    struct change *change;
    int changes, changes_most;

    double best, rate;
    int best_change, best_in, best_out;

    double *table, *row;
    size_t table_most, row_most;
};

#endif
