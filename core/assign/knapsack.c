#include "core/assign/knapsack.h"

#include <stdlib.h>

#include "core/assign/knapsack_memory.h"
#include "core/base/mem.h"

struct knapsack *knapsack_new(void)
{
    return mem_new(1, sizeof(struct knapsack));
}

void knapsack_free(struct knapsack *knapsack)
{
    if (!knapsack)
        return;
    free(knapsack->item);
    free(knapsack->list[0]);
    free(knapsack->list[1]);
    free(knapsack->change);
    free(knapsack->table);
    free(knapsack->row);
    free(knapsack);
}

static void item_room(struct knapsack *knapsack, int count)
{
    if (count <= knapsack->items_most)
        return;
    knapsack->items_most = 2 * count;
    knapsack->item = mem_grow(knapsack->item, (size_t)knapsack->items_most,
                              sizeof *knapsack->item);
}

static void list_room(struct knapsack *knapsack, int which, int count)
{
    if (count <= knapsack->list_most[which])
        return;
    knapsack->list_most[which] = 2 * count;
    knapsack->list[which] = mem_grow(knapsack->list[which], 2 * (size_t)count,
                                     sizeof *knapsack->list[which]);
}

static void change_room(struct knapsack *knapsack, int count)
{
    if (count <= knapsack->changes_most)
        return;
    knapsack->changes_most = 2 * count;
    knapsack->change =
        mem_grow(knapsack->change, 2 * (size_t)count, sizeof *knapsack->change);
}

/* Dearest per weight first; the number decides between equals, so that the
 * order is always the same. */
static inline bool item_before(const struct item *a, const struct item *b)
{
    if (a->rate != b->rate)
        return a->rate > b->rate;
    return a->number < b->number;
}

static void insertion_sort(struct item *item, int count)
{
    for (int i = 1; i < count; i++) {
        struct item moved = item[i];
        int at = i;
        for (; at > 0 && item_before(&moved, &item[at - 1]); at--)
            item[at] = item[at - 1];
        item[at] = moved;
    }
}

static void swap_items(struct item *a, struct item *b)
{
    struct item kept = *a;
    *a = *b;
    *b = kept;
}

static void item_sort(struct item *item, int count)
{
    while (count > 24) {
        int middle = count / 2, last = count - 1, low = 0;
        if (item_before(&item[middle], &item[0]))
            swap_items(&item[middle], &item[0]);
        if (item_before(&item[last], &item[0]))
            swap_items(&item[last], &item[0]);
        if (item_before(&item[middle], &item[last]))
            swap_items(&item[middle], &item[last]);
        struct item pivot = item[last];
        for (int i = 0; i < last; i++) {
            if (item_before(&item[i], &pivot))
                swap_items(&item[i], &item[low++]);
        }
        swap_items(&item[low], &item[last]);
        item_sort(item + low + 1, count - low - 1);
        count = low;
    }
    insertion_sort(item, count);
}

/* Those that could be taken, in order. */
static double gather(struct knapsack *knapsack, const struct sack *sack,
                     bool *taken)
{
    double all = 0;
    int64_t load = 0;
    item_room(knapsack, sack->count);
    knapsack->items = 0;
    for (int i = 0; i < sack->count; i++) {
        double profit = sack->profit[i];
        int weight = sack->weight[i];
        taken[i] = false;
        if (!(profit > 0) || weight > sack->room)
            continue;
        knapsack->item[knapsack->items++] =
            (struct item){ weight > 0 ? profit / weight : INFINITY, profit,
                           weight, i };
        load += weight;
        all += profit;
    }
    knapsack->fit = load <= sack->room;
    if (!knapsack->fit)
        item_sort(knapsack->item, knapsack->items);
    return all;
}

/* Take in order while it fits; returns the first that does not. */
static int break_item(struct knapsack *knapsack, struct packing *packing)
{
    int at = 0;
    *packing = (struct packing){ .change = -1 };
    while (packing->weight + knapsack->item[at].weight <= knapsack->room) {
        packing->weight += knapsack->item[at].weight;
        packing->profit += knapsack->item[at++].profit;
    }
    return at;
}

/* A packing to begin with: that one, and whatever single one still fits; or
 * one of those in front left out for the one that broke. */
static void first_best(struct knapsack *knapsack, const struct packing *packing,
                       int at)
{
    const struct item *item = knapsack->item;
    int left = knapsack->room - (int)packing->weight;
    knapsack->best = packing->profit;
    knapsack->best_in = knapsack->best_out = -1;
    for (int i = at; i < knapsack->items; i++) {
        double value = packing->profit + item[i].profit;
        if (item[i].weight <= left && value > knapsack->best) {
            knapsack->best = value;
            knapsack->best_in = i;
        }
    }
    for (int i = 0; i < at; i++) {
        double value = packing->profit + item[at].profit - item[i].profit;
        if (item[at].weight - item[i].weight <= left &&
            value > knapsack->best) {
            knapsack->best = value;
            knapsack->best_in = at;
            knapsack->best_out = i;
        }
    }
}

/* Whether a packing may still become better than the best known, when what is
 * left is filled at one rate and what is too much is emptied at another. */
static inline bool hopeful(const struct knapsack *knapsack, double profit,
                           int64_t weight, double fill, double empty)
{
    double left = (double)(knapsack->room - weight);
    return profit + left * (left >= 0 ? fill : empty) > knapsack->best;
}

/* The list, and the list with one item changed, as one list by weight: of two
 * packings the heavier stays only when it is worth more. */
static void spread(struct knapsack *knapsack, int at, int sign, double fill,
                   double empty)
{
    const struct item *item = &knapsack->item[at];
    int from = knapsack->now, count = knapsack->packings, made = 0;
    list_room(knapsack, 1 - from, 2 * count + 1);
    change_room(knapsack, knapsack->changes + count + 1);
    const struct packing *old = knapsack->list[from];
    struct packing *new = knapsack->list[1 - from];
    double profit = sign * item->profit, most = -INFINITY;
    int64_t weight = (int64_t)sign * item->weight;
    int kept = 0, changed = 0;
    while (kept < count || changed < count) {
        bool keeps =
            changed == count ||
            (kept < count && old[kept].weight <= old[changed].weight + weight);
        struct packing next = keeps ? old[kept++] : old[changed++];
        if (!keeps) {
            next.profit += profit;
            next.weight += weight;
        }
        if (next.profit <= most)
            continue;
        if (made > 0 && new[made - 1].weight == next.weight)
            made--;
        most = next.profit;
        if (!hopeful(knapsack, next.profit, next.weight, fill, empty))
            continue;
        if (!keeps) {
            knapsack->change[knapsack->changes] =
                (struct change){ next.change, at };
            next.change = knapsack->changes++;
        }
        new[made++] = next;
    }
    knapsack->packings = made;
    knapsack->now = 1 - from;
}

/* Remember the best that fits. */
static void look(struct knapsack *knapsack)
{
    const struct packing *list = knapsack->list[knapsack->now];
    for (int i = knapsack->packings - 1; i >= 0; i--) {
        if (list[i].weight > knapsack->room)
            continue;
        if (list[i].profit > knapsack->best) {
            knapsack->best = list[i].profit;
            knapsack->best_change = list[i].change;
            knapsack->best_in = knapsack->best_out = -1;
        }
        return;
    }
}

/* Whether changing that item at all could be better, by what it loses against
 * the rate of the item that broke. */
static bool worth_changing(const struct knapsack *knapsack,
                           const struct packing *broken, double rate, int at,
                           int sign)
{
    const struct item *item = &knapsack->item[at];
    double left = (double)(knapsack->room - broken->weight -
                           (int64_t)sign * item->weight);
    return broken->profit + sign * item->profit + left * rate > knapsack->best;
}

/* What no way from here can exceed. */
static double limit_of(const struct knapsack *knapsack, double fill,
                       double empty)
{
    const struct packing *list = knapsack->list[knapsack->now];
    double most = knapsack->best;
    for (int i = 0; i < knapsack->packings; i++) {
        double left = (double)(knapsack->room - list[i].weight);
        most = fmax(most, list[i].profit + left * (left >= 0 ? fill : empty));
    }
    return most;
}

/* Outwards from the item that broke, one on each side in turn. */
static double widen(struct knapsack *knapsack, const struct packing *broken,
                    int at)
{
    const struct item *item = knapsack->item;
    double rate = item[at].rate;
    int in = at, out = at - 1, sign = 1;
    list_room(knapsack, 0, 1);
    knapsack->list[0][0] = *broken;
    knapsack->now = knapsack->changes = 0;
    knapsack->packings = 1;
    for (; knapsack->packings > 0 && (in < knapsack->items || out >= 0);
         sign = -sign) {
        int here = sign > 0 ? in++ : out--;
        double fill = in < knapsack->items ? item[in].rate : 0;
        double empty = out >= 0 ? item[out].rate : INFINITY;
        if (here < 0 || here >= knapsack->items ||
            !worth_changing(knapsack, broken, rate, here, sign))
            continue;
        spread(knapsack, here, sign, fill, empty);
        look(knapsack);
        if (knapsack->packings > KNAPSACK_WAYS)
            return limit_of(knapsack, fill, empty);
    }
    return knapsack->best;
}

static void name(const struct knapsack *knapsack, int at, bool *taken)
{
    const struct item *item = knapsack->item;
    for (int i = 0; i < at; i++)
        taken[item[i].number] = true;
    if (knapsack->best_in >= 0)
        taken[item[knapsack->best_in].number] = true;
    if (knapsack->best_out >= 0)
        taken[item[knapsack->best_out].number] = false;
    if (knapsack->best_in >= 0)
        return;
    for (int i = knapsack->best_change; i >= 0;
         i = knapsack->change[i].before) {
        bool *named = &taken[item[knapsack->change[i].item].number];
        *named = !*named;
    }
}

double knapsack_solve(struct knapsack *knapsack, const struct sack *sack,
                      bool *taken)
{
    knapsack->room = sack->room;
    double all = gather(knapsack, sack, taken);
    knapsack->rate = 0;
    if (knapsack->fit) {
        for (int i = 0; i < knapsack->items; i++)
            taken[knapsack->item[i].number] = true;
        return all;
    }
    struct packing broken;
    int at = break_item(knapsack, &broken);
    knapsack->rate = knapsack->item[at].rate;
    knapsack->best_change = -1;
    first_best(knapsack, &broken, at);
    double value = widen(knapsack, &broken, at);
    name(knapsack, at, taken);
    return value;
}

double knapsack_rate(const struct knapsack *knapsack)
{
    return knapsack->rate;
}
