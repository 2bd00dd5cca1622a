/* The 0-1 knapsack: which items are worth most together within a room.
 *
 *     struct knapsack *knapsack = knapsack_new();
 *     struct sack sack = { count, room, profit, weight };
 *     double value = knapsack_solve(knapsack, &sack, taken);
 *     knapsack_free(knapsack);
 *
 * Profits are real and may be negative (never taken); weights and the room
 * are whole and not negative.  A knapsack is only memory that is used again;
 * each thread needs its own.
 */
#ifndef CORE_ASSIGN_KNAPSACK_H
#define CORE_ASSIGN_KNAPSACK_H

#include <stdbool.h>
#include <stdint.h>

struct sack {
    int count, room;
    const double *profit; /* [count] */
    const int *weight;    /* [count] */
};

struct knapsack *knapsack_new(void);
void knapsack_free(struct knapsack *knapsack);

/* The most that fits.  taken[item] tells what is in it; where several
 * packings are worth the most, always the same one is named.
 *
 * After D. Pisinger (1997), "A minimal algorithm for the 0-1 knapsack
 * problem", Operations Research 45(5): items in order of profit per weight,
 * the packing up to the first that does not fit, and from there outwards all
 * ways that could still be better, of each weight only the best.
 *
 * With weights in the millions, made for it, more than KNAPSACK_WAYS could be
 * open at once.  Then it ends there: what is taken is the best found, the
 * value an upper limit of all ways. */
enum { KNAPSACK_WAYS = 1 << 18 };
double knapsack_solve(struct knapsack *knapsack, const struct sack *sack,
                      bool *taken);

/* Profit per weight of the first item that did not fit, in that order: about
 * what one more unit of room would be worth; 0 when all fitted. */
double knapsack_rate(const struct knapsack *knapsack);

/* What the best packing is worth without the item, and with it: -INFINITY
 * when it does not fit.  The larger of the two is the value itself, which is
 * returned.
 *
 * The table has a cell for each item and each unit of room.  When that is
 * more than KNAPSACK_CELLS, weights and room are counted in larger units,
 * rounded down: then the values are those of a little more room, never below
 * the true ones. */
enum { KNAPSACK_CELLS = 1 << 22 };
double knapsack_margins(struct knapsack *knapsack, const struct sack *sack,
                        double *without, double *with);

#endif
