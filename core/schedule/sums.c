#include "core/schedule/sums.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum {
    CHOICES = 200000, /* of all parts */
    ROW_CELLS = 8000000,
    ALL_CELLS = 30000000
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

/* The sums of a part, priced as in the dual; false when they are too many. */
static bool price_part(struct knapsacks *work, int part, int64_t unit)
{
    int years = work->model->years;
    const int *start = work->menu.start + part;
    for (int c = start[0]; c < start[1]; c++) {
        if (!enter(work, part, c, unit))
            return false;
        work->worth[c] = work->best_worth[part] - work->menu.choice[c].loss;
    }
    for (int y = 0; y < years; y++) {
        struct sums *sums = &work->sums[part * years + y];
        double each = unit_price(work, y, unit);
        for (int j = 0; j < sums->count; j++)
            sums->price[j] = sums->best[j] = each * sums->sum[j];
        for (int c = start[0]; c < start[1]; c++)
            work->worth[c] +=
                sums->price[work->at[(size_t)c * (size_t)years + (size_t)y]];
    }
    return true;
}

/* What all the money is worth at the prices of the dual; what is less than a
 * unit as well. */
static double worth_of_money(const struct knapsacks *work)
{
    const struct model *model = work->model;
    double worth = 0, money = 0;
    for (int y = 0; y < model->years; y++) {
        double here = (double)model->problem->source[0].budget[y];
        money = model->carried ? money + here : here;
        worth += unit_price(work, y, 1) * money;
    }
    return worth;
}

static bool price_parts(struct knapsacks *work, int64_t unit)
{
    const struct model *model = work->model;
    const struct price *price = &work->dual->price;
    work->constant = price->bound;
    for (int p = 0; p < model->phases; p++) {
        if (model->parent[p] < 0)
            work->best_worth[model->part[p]] +=
                price->best[p * (model->years + 1)];
    }
    work->constant -= worth_of_money(work);
    for (int k = 0; k < model->parts; k++) {
        work->constant -= work->best_worth[k];
        if (!price_part(work, k, unit))
            return false;
    }
    return true;
}

static void make_room(struct knapsacks *work)
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
    work->order = mem_new(parts, sizeof(int));
    work->keep = mem_raw(parts, sizeof(int));
    memset(work->keep, -1, parts * sizeof(int));
    work->chosen = mem_new(parts, sizeof(int));
    work->best_worth = mem_new(parts, sizeof(double));
    for (int y = 0; y < model->years; y++)
        work->table[y] =
            mem_raw(parts * ((size_t)work->room[y] + 1), sizeof(double));
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

bool sums_make(struct knapsacks *work)
{
    const struct model *model = work->model;
    int64_t unit = money_unit(model);
    work->room = mem_new((size_t)model->years + 1, sizeof(int));
    if (model->sources != 1 || !find_rooms(work, unit) || !list_choices(work))
        return false;
    make_room(work);
    return price_parts(work, unit);
}

/* Leave out sums of a part that none of its choices has. */
static void keep_sums(struct knapsacks *work, int part, int year)
{
    size_t years = (size_t)work->model->years;
    struct sums *sums = &work->sums[(size_t)part * years + (size_t)year];
    unsigned char *at = work->at + year;
    int now[SUMS], count = 0;
    bool used[SUMS] = { false };
    for (int c = work->menu.start[part]; c < work->menu.start[part + 1]; c++)
        used[at[(size_t)c * years]] = true;
    for (int j = 0; j < sums->count; j++) {
        if (!used[j])
            continue;
        sums->sum[count] = sums->sum[j];
        sums->price[count] = sums->price[j];
        sums->best[count] = sums->best[j];
        now[j] = count++;
    }
    sums->count = count;
    for (int c = work->menu.start[part]; c < work->menu.start[part + 1]; c++)
        at[(size_t)c * years] = (unsigned char)now[at[(size_t)c * years]];
}

/* Choices of a part from first to end that lose at most so much, moved to
 * `to`; returns the end of them. */
static int keep_choices(struct knapsacks *work, int part, double most, int to)
{
    size_t years = (size_t)work->model->years;
    int end = work->menu.start[part + 1];
    for (int c = work->menu.start[part]; c < end; c++) {
        if (work->best_worth[part] - knapsacks_worth(work, part, c) > most)
            continue;
        work->menu.choice[to] = work->menu.choice[c];
        work->worth[to] = work->worth[c];
        memmove(work->at + (size_t)to * years, work->at + (size_t)c * years,
                years);
        to++;
    }
    return to;
}

bool sums_narrow(struct knapsacks *work, double bound)
{
    const struct model *model = work->model;
    double most = bound - knapsacks_enough(work) + 1e-9 * (1 + fabs(bound));
    int to = 0;
    for (int k = 0; k < model->parts; k++) {
        int end = keep_choices(work, k, most, to);
        work->menu.start[k] = to;
        if (end == to)
            return false;
        to = end;
    }
    work->menu.start[model->parts] = work->menu.choices = to;
    for (int k = 0; k < model->parts; k++) {
        for (int y = 0; y < model->years; y++)
            keep_sums(work, k, y);
    }
    return knapsacks_lay_out(work);
}

void sums_release(struct knapsacks *work)
{
    for (int y = 0; work->table && y < work->model->years; y++)
        free(work->table[y]);
    free(work->table);
    menu_release(&work->menu);
    free(work->worth);
    free(work->at);
    free(work->sums);
    free(work->room);
    free(work->band);
    free(work->order);
    free(work->keep);
    free(work->filled);
    free(work->chosen);
    free(work->best_worth);
}
