#include "core/schedule/near.h"

#include "core/schedule/labels.h"

enum { LABELS = 1000, FEWEST = 5 };

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

/* Let some parts change, each set of so many as likely as any other. */
static void keep_others(struct knapsacks *work, const int *best,
                        struct rng *rng, int free)
{
    int parts = work->model->parts;
    for (int k = 0; k < parts; k++) {
        bool change = rng_below(rng, parts - k) < free;
        free -= change;
        work->keep[k] = change ? -1 : known_choice(work, best, k);
    }
    work->keeping = true;
}

void near_run(struct knapsacks *work, const struct whole_work *how,
              struct rng *rng, int times, int *free)
{
    int parts = work->model->parts;
    for (int i = 0; i < times && !how->over(how->data); i++) {
        *free = *free < parts ? *free : parts;
        keep_others(work, how->best, rng, *free);
        knapsacks_lay_out(work);
        if (labels_run(work, how, LABELS))
            ++*free;
        else if (*free > FEWEST)
            --*free;
    }
    for (int k = 0; k < parts; k++)
        work->keep[k] = -1;
    work->keeping = false;
    knapsacks_lay_out(work);
}
