#include "core/schedule/menu.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* One part while its choices are listed. */
struct listing {
    struct menu *menu;
    const struct price *price;
    const uint64_t *years_of;
    const int *order;
    int count;
    int *year;    /* of the phases so far, in their order */
    double *loss; /* of those before each */
    int *at;      /* [phase] its place in the order */
    int most, found;
};

static int from_of(const struct listing *listing, int i)
{
    const struct model *model = listing->price->model;
    int p = listing->order[i], parent = model->parent[p];
    if (parent < 0)
        return 0;
    int year = listing->year[listing->at[parent]];
    int from = year + model->lag[p];
    return year == model->years || from > model->years ? model->years : from;
}

/* Whether the arcs that are no parents hold inside the part. */
static bool keeps_extras(const struct listing *listing)
{
    const struct model *model = listing->price->model;
    for (int i = 0; i < listing->count; i++) {
        int p = listing->order[i];
        for (int k = model->extra_start[p]; k < model->extra_start[p + 1];
             k++) {
            const struct schedule_arc *arc = &model->extra[model->extra_of[k]];
            if (model->part[arc->first] != model->part[arc->then])
                continue;
            int first = listing->year[listing->at[arc->first]];
            int then = listing->year[listing->at[arc->then]];
            if (then < model->years &&
                (first == model->years || first + arc->lag > then))
                return false;
        }
    }
    return true;
}

static void add_choice(struct listing *listing, double loss)
{
    struct menu *menu = listing->menu;
    const struct model *model = listing->price->model;
    size_t count = (size_t)listing->count;
    if (!keeps_extras(listing))
        return;
    listing->found++;
    if (listing->found > listing->most)
        return;
    if (menu->choices == menu->choices_room) {
        menu->choices_room = 2 * menu->choices_room + 256;
        menu->choice = mem_grow(menu->choice, (size_t)menu->choices_room,
                                sizeof *menu->choice);
    }
    if (menu->years + count > menu->years_room) {
        menu->years_room = 2 * menu->years_room + count + 256;
        menu->year = mem_grow(menu->year, menu->years_room, sizeof(int));
    }
    double value = 0;
    for (int i = 0; i < listing->count; i++) {
        int p = listing->order[i], t = listing->year[i];
        value += t < model->years ? model->value[p * model->years + t] : 0;
    }
    memcpy(menu->year + menu->years, listing->year, count * sizeof(int));
    menu->choice[menu->choices++] =
        (struct menu_choice){ loss, value, menu->years };
    menu->years += count;
}

/* The next year of a phase, after the one it has, that does not lose too much
 * with those before it; -1: none. */
static int next_year(const struct listing *listing, int i, double limit,
                     double *loss)
{
    int p = listing->order[i], years = listing->price->model->years;
    int from = from_of(listing, i);
    const double *down = listing->price->down + p * (years + 1);
    double best = listing->price->best[p * (years + 1) + from];
    int t = listing->year[i] + 1;
    for (t = t > from ? t : from; t <= years; t++) {
        *loss = listing->loss[i] + best - down[t];
        if (listing->years_of[p] >> t & 1 && *loss <= limit)
            return t;
    }
    return -1;
}

static void list_part(struct listing *listing, double limit)
{
    int i = 0;
    listing->found = 0;
    listing->year[0] = -1;
    listing->loss[0] = 0;
    while (i >= 0 && listing->found <= listing->most) {
        double loss = 0;
        int t = next_year(listing, i, limit, &loss);
        if (t < 0) {
            i--;
            continue;
        }
        listing->year[i] = t;
        if (i + 1 < listing->count) {
            i++;
            listing->year[i] = -1;
            listing->loss[i] = loss;
        } else {
            add_choice(listing, loss);
        }
    }
}

static int by_loss(const void *a, const void *b)
{
    const struct menu_choice *x = a, *y = b;
    if (x->loss != y->loss)
        return x->loss < y->loss ? -1 : 1;
    return (x->year > y->year) - (x->year < y->year);
}

/* With too many choices, half the loss is allowed, and so on. */
static void make_part(struct listing *listing, double limit)
{
    struct menu *menu = listing->menu;
    int choices = menu->choices;
    size_t years = menu->years;
    for (int tries = 0; tries < 60; tries++) {
        list_part(listing, limit);
        if (listing->found <= listing->most)
            break;
        menu->full = false;
        limit /= 2;
        if (tries < 59) {
            menu->choices = choices;
            menu->years = years;
        }
    }
    if (menu->choices > choices)
        qsort(menu->choice + choices, (size_t)(menu->choices - choices),
              sizeof *menu->choice, by_loss);
}

void menu_make(struct menu *menu, const struct price *price,
               const uint64_t *years_of, double loss, int most)
{
    const struct model *model = price->model;
    size_t n = (size_t)model->phases + 1;
    *menu = (struct menu){ .full = true };
    menu->start = mem_raw((size_t)model->parts + 1, sizeof(int));
    struct listing listing = {
        .menu = menu, .price = price, .years_of = years_of, .most = most
    };
    listing.year = mem_raw(n, sizeof(int));
    listing.loss = mem_raw(n, sizeof(double));
    listing.at = mem_raw(n, sizeof(int));
    for (int k = 0; k < model->parts; k++) {
        menu->start[k] = menu->choices;
        listing.order = model->order + model->part_start[k];
        listing.count = model->part_start[k + 1] - model->part_start[k];
        for (int i = 0; i < listing.count; i++)
            listing.at[listing.order[i]] = i;
        make_part(&listing, loss);
    }
    menu->start[model->parts] = menu->choices;
    free(listing.year);
    free(listing.loss);
    free(listing.at);
}

void menu_release(struct menu *menu)
{
    free(menu->start);
    free(menu->choice);
    free(menu->year);
}
