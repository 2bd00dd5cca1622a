#include "core/schedule/knapsack.h"

#include <limits.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/task.h"

static const struct sums *sums_of(const struct knapsacks *work, int position,
                                  int year)
{
    return &work->sums[work->order[position] * work->model->years + year];
}

static int sums_most(const struct sums *sums)
{
    int most = 0;
    for (int j = 0; j < sums->count; j++)
        most = sums->sum[j] > most ? sums->sum[j] : most;
    return most;
}

/* Leave out what a part spends in any case. */
static int take_least(struct sums *sums)
{
    int least = sums->count ? sums->sum[0] : 0;
    for (int j = 1; j < sums->count; j++)
        least = sums->sum[j] < least ? sums->sum[j] : least;
    for (int j = 0; j < sums->count; j++)
        sums->sum[j] -= least;
    return least;
}

struct rank {
    int choices, part;
};

static int by_choices(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;
    if (x->choices != y->choices)
        return x->choices < y->choices ? -1 : 1;
    return (x->part > y->part) - (x->part < y->part);
}

static void find_order(struct knapsacks *work)
{
    int parts = work->model->parts;
    struct rank *rank = mem_raw((size_t)parts + 1, sizeof *rank);
    for (int k = 0; k < parts; k++)
        rank[k] = (struct rank){ work->keep[k] < 0 ? work->menu.start[k + 1] -
                                                         work->menu.start[k]
                                                   : INT_MAX,
                                 k };
    qsort(rank, (size_t)parts, sizeof *rank, by_choices);
    work->free = 0;
    for (int k = 0; k < parts; k++) {
        work->order[k] = rank[k].part;
        work->free += work->keep[k] < 0;
    }
    free(rank);
}

/* What those that are kept leave. */
static int room_for_free(const struct knapsacks *work, int year)
{
    int years = work->model->years, room = work->room[year];
    for (int i = work->free; i < work->model->parts; i++) {
        int keep = work->keep[work->order[i]];
        room -=
            sums_of(work, i, year)
                ->sum[work->at[(size_t)keep * (size_t)years + (size_t)year]];
    }
    return room;
}

static bool find_bands(struct knapsacks *work, int year)
{
    int parts = work->free, room = room_for_free(work, year);
    struct band *band = knapsacks_band(work, year, 0);
    band[0] = (struct band){ 0, 0 };
    for (int k = 0; k < parts; k++) {
        int most = sums_most(sums_of(work, k, year)), high = band[k].high;
        band[k + 1].high = most > room - high ? room : high + most;
    }
    band[parts].low = band[parts].high;
    for (int k = parts - 1; k >= 0; k--) {
        int low = band[k + 1].low - sums_most(sums_of(work, k, year));
        low = low > 0 ? low : 0;
        band[k].low = low < band[k].high ? low : band[k].high;
    }
    return room >= 0;
}

bool knapsacks_lay_out(struct knapsacks *work)
{
    int years = work->model->years;
    find_order(work);
    for (int y = 0; y < years; y++) {
        for (int k = 0; k < work->model->parts; k++)
            work->room[y] -= take_least(&work->sums[k * years + y]);
        if (!find_bands(work, y))
            return false;
    }
    return true;
}

/* The best with up to w for the parts until this one, from the same without
 * it; above the band of those before, more is worth no more. */
static void fill_part(const struct sums *sums, const double *before,
                      struct band had, double *after, struct band band)
{
    for (int w = band.low; w <= band.high; w++)
        after[w] = -INFINITY;
    for (int j = 0; j < sums->count; j++) {
        int sum = sums->sum[j];
        int w = band.low > sum ? band.low : sum;
        int last = sum > band.high - had.high ? band.high : sum + had.high;
        double price = sums->price[j], top = before[had.high] + price;
        for (; w <= last; w++) {
            double here = before[w - sum] + price;
            after[w] = here > after[w] ? here : after[w];
        }
        for (; w <= band.high; w++)
            after[w] = top > after[w] ? top : after[w];
    }
}

/* Which sum the part has in the best with so much; brings left up to date. */
static void take_sum(struct sums *sums, const double *before, int high,
                     double best, int *left)
{
    int j = 0;
    for (; j + 1 < sums->count; j++) {
        int rest = *left - sums->sum[j];
        if (rest >= 0 &&
            before[rest < high ? rest : high] + sums->price[j] >= best)
            break;
    }
    sums->taken = j;
    *left -= sums->sum[j] <= *left ? sums->sum[j] : *left;
}

/* The best of a year's knapsack, and which sum each part has in it. */
static void fill_year(void *data, long number, int thread)
{
    struct knapsacks *work = data;
    int years = work->model->years, parts = work->free;
    int y = years - 1 - (int)number; /* the largest first */
    size_t width = (size_t)work->room[y] + 1;
    double *table = work->table[y];
    const struct band *band = knapsacks_band(work, y, 0);
    (void)thread;
    table[0] = 0;
    for (int k = 0; k < parts; k++)
        fill_part(sums_of(work, k, y), table + (size_t)k * width, band[k],
                  table + (size_t)(k + 1) * width, band[k + 1]);
    int left = band[parts].high;
    work->filled[y] = table[(size_t)parts * width + (size_t)left];
    for (int k = parts - 1; k >= 0; k--) {
        int here = left < band[k + 1].high ? left : band[k + 1].high;
        take_sum(&work->sums[work->order[k] * years + y],
                 table + (size_t)k * width, band[k].high,
                 table[(size_t)(k + 1) * width + (size_t)here], &left);
    }
}

double knapsacks_enough(const struct knapsacks *work)
{
    double unit = work->model->unit, known = work->known;
    return unit > 0 ? known + unit * (1 - 1e-6)
                    : known + 1e-9 * (1 + fabs(known));
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
    for (int k = 0; k < work->model->parts; k++) {
        int keep = work->keep[k];
        bound += keep < 0 ? choose_part(work, k) : work->worth[keep];
        work->chosen[k] = keep < 0 ? work->chosen[k] : keep;
    }
    task_run(threads, work->model->years, fill_year, work);
    for (int y = 0; y < work->model->years; y++)
        bound += work->filled[y];
    return bound;
}
