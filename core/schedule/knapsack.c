#include "core/schedule/knapsack.h"

#include <string.h>

#include "core/base/task.h"

static void fill_part(const struct sums *sums, const double *before,
                      double *after, int room)
{
    for (int w = 0; w <= room; w++)
        after[w] = -INFINITY;
    for (int j = 0; j < sums->count; j++) {
        int sum = sums->sum[j];
        double price = sums->price[j];
        for (int w = sum; w <= room; w++) {
            double here = before[w - sum] + price;
            after[w] = here > after[w] ? here : after[w];
        }
    }
}

/* The best of a year's knapsack, and which sum each part has in it. */
static void fill_year(void *data, long number, int thread)
{
    struct knapsacks *work = data;
    int years = work->model->years, parts = work->model->parts;
    int y = years - 1 - (int)number; /* the largest first */
    int room = work->room[y];
    size_t width = (size_t)room + 1;
    double *table = work->table[y];
    (void)thread;
    memset(table, 0, width * sizeof *table);
    for (int k = 0; k < parts; k++)
        fill_part(&work->sums[k * years + y], table + (size_t)k * width,
                  table + (size_t)(k + 1) * width, room);
    work->filled[y] = table[(size_t)parts * width + (size_t)room];
    int left = room;
    for (int k = parts - 1; k >= 0; k--) {
        struct sums *sums = &work->sums[k * years + y];
        double best = table[(size_t)(k + 1) * width + (size_t)left];
        const double *before = table + (size_t)k * width;
        int j = 0;
        while (j + 1 < sums->count &&
               !(sums->sum[j] <= left &&
                 before[left - sums->sum[j]] + sums->price[j] >= best))
            j++;
        sums->taken = j;
        left -= sums->sum[j] <= left ? sums->sum[j] : left;
    }
}

double knapsacks_worth(const struct knapsacks *work, int part, int choice)
{
    int years = work->model->years;
    const unsigned char *at = work->at + (size_t)choice * (size_t)years;
    double worth = work->worth[choice];
    for (int y = 0; y < years; y++)
        worth -= work->sums[part * years + y].price[at[y]];
    return worth;
}

static double choose_part(struct knapsacks *work, int part)
{
    double best = -INFINITY;
    for (int c = work->menu.start[part]; c < work->menu.start[part + 1]; c++) {
        double worth = knapsacks_worth(work, part, c);
        if (worth > best) {
            best = worth;
            work->chosen[part] = c;
        }
    }
    work->best_worth[part] = best;
    return best;
}

double knapsacks_pass(struct knapsacks *work, int threads)
{
    double bound = work->constant;
    for (int k = 0; k < work->model->parts; k++)
        bound += choose_part(work, k);
    task_run(threads, work->model->years, fill_year, work);
    for (int y = 0; y < work->model->years; y++)
        bound += work->filled[y];
    return bound;
}
