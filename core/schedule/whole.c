#include "core/schedule/whole.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/schedule/knapsack.h"

enum {                   /* that a part may have spent by a year, at most */
       CHOICES = 200000, /* of all parts */
       ROW_CELLS = 8000000,
       ALL_CELLS = 30000000,
       ATTEMPT = 8 /* passes between two attempts at a schedule */
};

static int64_t divisor(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int64_t money_unit(const struct model *model)
{
    int64_t unit = 0;
    for (int i = 0; i < model->phases * model->leads; i++)
        unit = divisor(unit, model->cost[i]);
    return unit > 0 ? unit : 1;
}

/* Rooms in units; false when they are too many. */
static bool find_rooms(struct knapsacks *work, int64_t unit)
{
    const struct model *model = work->model;
    int64_t sum = 0, all = 0;
    for (int y = 0; y < model->years; y++) {
        int64_t here = model->problem->source[0].budget[y];
        sum = model->carried ? sum + here : here;
        int64_t cells = (sum / unit + 1) * (model->parts + 1);
        if (sum / unit > ROW_CELLS || cells > ROW_CELLS)
            return false;
        all += cells;
        work->room[y] = (int)(sum / unit);
    }
    return all <= ALL_CELLS;
}

/* What a choice has spent of the money of a year's knapsack, in units. */
static int64_t spent(const struct knapsacks *work, int part, int choice,
                     int year, int64_t unit)
{
    const struct model *model = work->model;
    const int *years = menu_years(&work->menu, choice);
    int first = model->part_start[part];
    int64_t sum = 0;
    for (int i = first; i < model->part_start[part + 1]; i++) {
        int p = model->order[i], opens = years[i - first];
        for (int l = 0; l < model->leads_of[p] && opens < model->years; l++) {
            int due = opens - l;
            if (model->carried ? due <= year : due == year)
                sum += model->cost[p * model->leads + l];
        }
    }
    return sum / unit;
}

/* Put a choice among the sums of its part; false when they are too many. */
static bool enter(struct knapsacks *work, int part, int choice, int64_t unit)
{
    int years = work->model->years;
    for (int y = 0; y < years; y++) {
        struct sums *sums = &work->sums[part * years + y];
        int64_t sum = spent(work, part, choice, y, unit);
        int j = 0;
        while (j < sums->count && sums->sum[j] != sum)
            j++;
        if (j == SUMS || sum > INT32_MAX)
            return false;
        if (j == sums->count)
            sums->sum[sums->count++] = (int)sum;
        work->at[(size_t)choice * (size_t)years + (size_t)y] = (unsigned char)j;
    }
    return true;
}

/* The price of a unit of a year's money in the dual. */
static double unit_price(const struct knapsacks *work, int year, int64_t unit)
{
    return work->dual->best_at[year] / work->dual->price.unit[year] *
           (double)unit;
}

/* All choices and sums, priced as in the dual. */
static bool make_sums(struct knapsacks *work, int64_t unit)
{
    const struct model *model = work->model;
    const struct price *price = &work->dual->price;
    int years = model->years;
    work->constant = price->bound;
    for (int p = 0; p < model->phases; p++) {
        if (model->parent[p] < 0)
            work->best_worth[model->part[p]] += price->best[p * (years + 1)];
    }
    for (int k = 0; k < model->parts; k++) {
        work->constant -= work->best_worth[k];
        for (int c = work->menu.start[k]; c < work->menu.start[k + 1]; c++) {
            if (!enter(work, k, c, unit))
                return false;
            work->worth[c] = work->best_worth[k] - work->menu.choice[c].loss;
        }
    }
    for (int y = 0; y < years; y++) {
        double each = unit_price(work, y, unit);
        work->constant -= each * work->room[y];
        for (int k = 0; k < model->parts; k++) {
            struct sums *sums = &work->sums[k * years + y];
            for (int j = 0; j < sums->count; j++)
                sums->price[j] = each * sums->sum[j];
            for (int c = work->menu.start[k]; c < work->menu.start[k + 1]; c++)
                work->worth[c] +=
                    sums->price[work->at[(size_t)c * (size_t)years +
                                         (size_t)y]];
        }
    }
    return true;
}

/* Prices */

static void keep_prices(struct knapsacks *work, bool back)
{
    int cells = work->model->parts * work->model->years;
    for (int i = 0; i < cells; i++) {
        struct sums *sums = &work->sums[i];
        size_t size = (size_t)sums->count * sizeof(double);
        memcpy(back ? sums->price : sums->best, back ? sums->best : sums->price,
               size);
        if (back)
            memset(sums->step, 0, size);
    }
}

/* Where the knapsack and the part disagree; returns the square of it. */
static double find_step(struct knapsacks *work)
{
    int years = work->model->years;
    double norm = 0;
    for (int i = 0; i < work->model->parts * years; i++) {
        struct sums *sums = &work->sums[i];
        int chosen = work->chosen[i / years];
        int at = work->at[(size_t)chosen * (size_t)years + (size_t)(i % years)];
        for (int j = 0; j < sums->count; j++) {
            double here = (j == sums->taken) - (j == at);
            sums->step[j] = 0.5 * here + 0.5 * sums->step[j];
            norm += sums->step[j] * sums->step[j];
        }
    }
    return norm;
}

static void go(struct knapsacks *work, double length)
{
    for (int i = 0; i < work->model->parts * work->model->years; i++) {
        struct sums *sums = &work->sums[i];
        for (int j = 0; j < sums->count; j++)
            sums->price[j] -= length * sums->step[j];
    }
}

/* What the parts choose may be nearly a schedule. */
static void attempt(struct knapsacks *work, const struct whole_work *how)
{
    const struct model *model = work->model;
    int *year = mem_raw((size_t)model->phases + 1, sizeof *year);
    for (int k = 0; k < model->parts; k++) {
        const int *own = menu_years(&work->menu, work->chosen[k]);
        for (int i = model->part_start[k]; i < model->part_start[k + 1]; i++)
            year[model->order[i]] = own[i - model->part_start[k]];
    }
    work->known = fmax(work->known, how->attempt(how->data, year));
    free(year);
}

/* Steps of Polyak (1969) along a deflected direction, as in dual.h. */
static long descend(struct knapsacks *work, const struct whole_work *how)
{
    double theta = 1;
    int still = 0;
    long done = 0;
    while (done < how->passes && !how->over(how->data)) {
        double bound = knapsacks_pass(work, how->threads);
        still++;
        if (++done % ATTEMPT == 0)
            attempt(work, how);
        if (bound < work->bound) {
            work->bound = bound;
            keep_prices(work, false);
            still = 0;
        } else if (still > 6) {
            theta *= 0.7;
            still = 0;
            keep_prices(work, true);
            if (theta < 2e-3)
                break;
            continue;
        }
        double norm = find_step(work);
        if (norm < 1e-12 || work->bound <= work->known)
            break;
        double goal = work->known + 0.3 * (work->bound - work->known);
        go(work, theta * (bound - goal) / norm);
    }
    return done;
}

/* Years of the choices with which something better than known can be. */
static void keep_years(struct whole *whole, struct knapsacks *work, int threads)
{
    const struct model *model = work->model;
    keep_prices(work, true);
    double bound = knapsacks_pass(work, threads);
    whole->bound = fmin(bound, work->bound);
    whole->years_of =
        mem_new((size_t)model->phases + 1, sizeof *whole->years_of);
    for (int k = 0; k < model->parts; k++) {
        double most = bound - work->known + 1e-9 * fabs(bound);
        for (int c = work->menu.start[k]; c < work->menu.start[k + 1]; c++) {
            const int *year = menu_years(&work->menu, c);
            if (work->best_worth[k] - knapsacks_worth(work, k, c) > most)
                continue;
            for (int i = model->part_start[k]; i < model->part_start[k + 1];
                 i++)
                whole->years_of[model->order[i]] |=
                    UINT64_C(1) << year[i - model->part_start[k]];
        }
    }
}

/* Life cycle */

static void work_init(struct knapsacks *work)
{
    const struct model *model = work->model;
    size_t choices = (size_t)work->menu.choices + 1;
    size_t parts = (size_t)model->parts + 1, years = (size_t)model->years;
    work->worth = mem_new(choices, sizeof(double));
    work->at = mem_new(choices * years, 1);
    work->sums = mem_new(parts * years, sizeof(struct sums));
    work->filled = mem_new(years, sizeof(double));
    work->table = mem_new(years, sizeof(double *));
    work->band = mem_new(parts * years, sizeof(struct band));
    work->chosen = mem_new(parts, sizeof(int));
    work->best_worth = mem_new(parts, sizeof(double));
    for (int y = 0; y < model->years; y++)
        work->table[y] =
            mem_raw(parts * ((size_t)work->room[y] + 1), sizeof(double));
}

static void work_release(struct knapsacks *work)
{
    for (int y = 0; y < work->model->years && work->table; y++)
        free(work->table[y]);
    free(work->table);
    menu_release(&work->menu);
    free(work->worth);
    free(work->at);
    free(work->sums);
    free(work->room);
    free(work->band);
    free(work->filled);
    free(work->chosen);
    free(work->best_worth);
}

/* All choices that can be in something better; false when they are too many. */
static bool list_choices(struct knapsacks *work)
{
    const struct model *model = work->model;
    double loss = work->dual->price.bound - work->known;
    loss += 1e-9 * (1 + fabs(work->dual->price.bound));
    menu_make(&work->menu, &work->dual->price, model->years_of, loss,
              CHOICES / (model->parts + 1));
    return work->menu.full;
}

bool whole_run(struct whole *whole, const struct model *model,
               const struct dual *dual, const struct whole_work *how)
{
    struct knapsacks work = { .model = model,
                              .dual = dual,
                              .known = how->known,
                              .bound = dual->price.bound };
    *whole = (struct whole){ .bound = dual->price.bound };
    int64_t unit = money_unit(model);
    work.room = mem_new((size_t)model->years, sizeof(int));
    bool good = model->sources == 1 && how->known > -INFINITY &&
                find_rooms(&work, unit) && list_choices(&work);
    if (good) {
        work_init(&work);
        good = make_sums(&work, unit);
    }
    if (good) {
        knapsacks_bands(&work);
        keep_prices(&work, false);
        whole->passes = descend(&work, how);
        keep_years(whole, &work, how->threads);
        whole->bound = fmax(whole->bound, work.known);
    }
    work_release(&work);
    return good;
}

void whole_release(struct whole *whole)
{
    free(whole->years_of);
}
