#include "core/schedule/whole.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/schedule/agree.h"
#include "core/schedule/labels.h"
#include "core/schedule/near.h"
#include "core/schedule/sums.h"

enum {
    FIRST_PASSES = 100,
    NEAR = 70,        /* each time */
    FIRST_FREE = 8,   /* parts that may change */
    MORE_PASSES = 60, /* each time the labels are more */
    FIRST_LABELS = 1000,
    MOST_LABELS = 256000
};

/* How many labels there may be at once. */
static int most_labels(const struct model *model)
{
    const double bytes = 3e8, each = 8 * (model->parts + model->years) + 120;
    return (int)fmin(MOST_LABELS, bytes / each);
}

/* Better prices, fewer choices, more labels, in turn. */
static void work_on(struct knapsacks *work, const struct whole_work *how)
{
    long passes = FIRST_PASSES;
    int most = FIRST_LABELS, free = FIRST_FREE;
    struct rng rng = rng_new(0, 0, 0);
    for (; most <= most_labels(work->model); most *= 4, passes = MORE_PASSES) {
        long left = how->passes - work->passes;
        double bound = agree(work, how, left < passes ? left : passes);
        if (bound < knapsacks_enough(work) || !sums_narrow(work, bound)) {
            work->bound = work->known;
            return;
        }
        if (how->over(how->data))
            return;
        labels_run(work, how, most);
        if (how->best)
            near_run(work, how, &rng, NEAR, &free);
        if (work->bound <= work->known || work->passes >= how->passes)
            return;
    }
}

/* Years of the choices with which something better than known can be. */
static void keep_years(struct whole *whole, const struct knapsacks *work)
{
    const struct model *model = work->model;
    whole->years_of =
        mem_new((size_t)model->phases + 1, sizeof *whole->years_of);
    for (int k = 0; k < model->parts; k++) {
        int first = model->part_start[k];
        for (int c = work->menu.start[k]; c < work->menu.start[k + 1]; c++) {
            const int *year = menu_years(&work->menu, c);
            for (int i = first; i < model->part_start[k + 1]; i++)
                whole->years_of[model->order[i]] |= UINT64_C(1)
                                                    << year[i - first];
        }
    }
}

bool whole_run(struct whole *whole, const struct model *model,
               const struct dual *dual, const struct whole_work *how)
{
    struct knapsacks work = { .model = model,
                              .dual = dual,
                              .known = how->known,
                              .bound = dual->price.bound };
    *whole = (struct whole){ .bound = dual->price.bound };
    bool good = how->known > -INFINITY && sums_make(&work);
    if (good && !knapsacks_lay_out(&work))
        work.bound = work.known;
    else if (good)
        work_on(&work, how);
    if (good) {
        keep_years(whole, &work);
        whole->bound = fmax(work.bound, work.known);
        whole->passes = work.passes;
    }
    sums_release(&work);
    return good;
}

void whole_release(struct whole *whole)
{
    free(whole->years_of);
}
