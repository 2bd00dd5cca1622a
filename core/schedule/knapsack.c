#include "core/schedule/knapsack.h"

#include "core/base/task.h"

static int sums_most(const struct sums *sums)
{
    int most = 0;
    for (int j = 0; j < sums->count; j++)
        most = sums->sum[j] > most ? sums->sum[j] : most;
    return most;
}

void knapsacks_bands(struct knapsacks *work)
{
    int years = work->model->years, parts = work->model->parts;
    for (int y = 0; y < years; y++) {
        struct band *band = work->band + (size_t)y * (size_t)(parts + 1);
        const struct sums *sums = work->sums + y;
        band[0] = (struct band){ 0, 0 };
        for (int k = 0; k < parts; k++) {
            int most = sums_most(&sums[k * years]);
            int high = band[k].high;
            band[k + 1].high =
                most > work->room[y] - high ? work->room[y] : high + most;
        }
        band[parts].low = band[parts].high;
        for (int k = parts - 1; k >= 0; k--) {
            int low = band[k + 1].low - sums_most(&sums[k * years]);
            low = low > 0 ? low : 0;
            band[k].low = low < band[k].high ? low : band[k].high;
        }
    }
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
    int years = work->model->years, parts = work->model->parts;
    int y = years - 1 - (int)number; /* the largest first */
    size_t width = (size_t)work->room[y] + 1;
    double *table = work->table[y];
    const struct band *band = work->band + (size_t)y * (size_t)(parts + 1);
    (void)thread;
    table[0] = 0;
    for (int k = 0; k < parts; k++)
        fill_part(&work->sums[k * years + y], table + (size_t)k * width,
                  band[k], table + (size_t)(k + 1) * width, band[k + 1]);
    int left = band[parts].high;
    work->filled[y] = table[(size_t)parts * width + (size_t)left];
    for (int k = parts - 1; k >= 0; k--) {
        int here = left < band[k + 1].high ? left : band[k + 1].high;
        take_sum(&work->sums[k * years + y], table + (size_t)k * width,
                 band[k].high, table[(size_t)(k + 1) * width + (size_t)here],
                 &left);
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
