#include "core/schedule/near.h"

#include "core/schedule/labels.h"

enum { LABELS = 4000, FEWEST = 5 };

/* The choice a part has in the best known; -1: it is not in the menu. */
static int known_choice(const struct knapsacks *work, const int *best, int part)
{
    const struct model *model = work->model;
    int first = model->part_start[part], end = model->part_start[part + 1];
    for (int c = work->menu.start[part]; c < work->menu.start[part + 1]; c++) {
        const int *year = menu_years(&work->menu, c);
        int i = first;
        while (i < end && year[i - first] == best[model->order[i]])
            i++;
        if (i == end)
            return c;
    }
    return -1;
}

static double loss_of(const struct knapsacks *work, int part)
{
    int choice = work->keep[part];
    return choice < 0
               ? -1
               : work->best_worth[part] - knapsacks_worth(work, part, choice);
}

/* Let up to so many parts change: any, or rather those that lose more. */
static void keep_others(struct knapsacks *work, const int *best,
                        struct rng *rng, int free)
{
    int parts = work->model->parts;
    bool any = rng_below(rng, 2) == 0;
    for (int k = 0; k < parts; k++)
        work->keep[k] = known_choice(work, best, k);
    for (int i = 0; i < free; i++) {
        int a = rng_below(rng, parts), b = any ? a : rng_below(rng, parts);
        work->keep[loss_of(work, a) < loss_of(work, b) ? b : a] = -1;
    }
}

void near_run(struct knapsacks *work, const struct whole_work *how,
              struct rng *rng, int times, int *free)
{
    int parts = work->model->parts;
    for (int i = 0; i < times && !how->over(how->data); i++) {
        *free = *free < 2 * parts ? *free : 2 * parts;
        keep_others(work, how->best, rng, *free);
        if (!knapsacks_lay_out(work) || labels_run(work, how, LABELS))
            ++*free;
        else if (*free > FEWEST)
            --*free;
    }
    for (int k = 0; k < parts; k++)
        work->keep[k] = -1;
    knapsacks_lay_out(work);
}
