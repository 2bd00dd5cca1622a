/* Tiny random assignment problems and their best answer by trying all.
 *
 * Nothing here uses the engine or its checks: the limits are written once more
 * from their definition.
 *
 *     struct world world;
 *     world_make(&world, 17);
 *     double least = world_best(&world, false);
 */
#ifndef TESTS_ASSIGN_WORLD_H
#define TESTS_ASSIGN_WORLD_H

#include "core/assign/assign.h"

enum { JOBS = 5, SITES = 3, TIMES = 3, KINDS = 3, DISTRICTS = 2, STEPS = 6 };

struct world {
    struct assign_problem problem; /* points into the rest */
    int ready[JOBS], open[SITES], district[SITES], first[SITES + 1],
        earliest[STEPS];
    size_t start[JOBS + 1];
    struct assign_option option[JOBS * SITES];
    double wait[JOBS], penalty[JOBS], money[JOBS], hazard[JOBS],
        need[JOBS * SITES * KINDS], room[SITES * TIMES * KINDS], opening[SITES],
        limit[DISTRICTS], budget[TIMES], price[STEPS], adds[STEPS * KINDS],
        capital[TIMES];
};

/* Where everyone is. */
struct way {
    int site[JOBS], year[JOBS]; /* -1: left out */
    int opens[STEPS];           /* only when the phases are chosen */
    bool chosen;
};

/* World of that number, always the same. */
void world_make(struct world *world, uint64_t number);

/* Some way, good or bad. */
void world_way(const struct world *world, uint64_t number, struct way *way);

/* Whether the first so many jobs keep every limit. */
bool world_holds(const struct world *world, const struct way *way, int jobs);

double world_cost(const struct world *world, const struct way *way);

/* The least cost of all ways that hold; joint: phases are chosen as well. */
double world_best(const struct world *world, bool joint);

#endif
