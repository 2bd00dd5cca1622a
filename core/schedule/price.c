#include "core/schedule/price.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* How much of a row an ordinary phase takes. */
static double row_unit(const struct model *model, int row)
{
    const struct schedule_row *r = &model->problem->row[row];
    double sum = 0;
    if (r->kind == ROW_SPENDS)
        return model->money_unit;
    for (int i = 0; i < r->entries; i++)
        sum += fabs((double)r->amount[i]);
    return sum > 0 ? sum / r->entries : 1;
}

void price_init(struct price *price, const struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    size_t phases = (size_t)model->phases, years = (size_t)model->years;
    *price = (struct price){ .model = model };
    price->dims = price_arc_dim(price, model->extras, 0);
    size_t dims = (size_t)price->dims;
    price->unit = mem_raw(dims + 1, sizeof(double));
    price->excess = mem_new(dims + 1, sizeof(double));
    for (int d = 0; d < price->dims; d++)
        price->unit[d] =
            d < model->sources * model->years ? model->money_unit : 1;
    for (int r = 0; r < problem->rows; r++)
        price->unit[price_row_dim(price, r)] = row_unit(model, r);
    price->year = mem_new(phases + 1, sizeof(int));
    price->money = mem_new((size_t)model->sources * years + 1, sizeof(double));
    price->profit = mem_new(phases * years + 1, sizeof(double));
    price->down = mem_new(phases * (years + 1) + 1, sizeof(double));
    price->best = mem_new(phases * (years + 1) + 1, sizeof(double));
    price->up = mem_new(phases * (years + 1) + 1, sizeof(double));
}

void price_release(struct price *price)
{
    free(price->unit);
    free(price->excess);
    free(price->year);
    free(price->money);
    free(price->profit);
    free(price->down);
    free(price->best);
    free(price->up);
}

bool price_above(const struct price *price, int dim)
{
    int row = dim - price_row_dim(price, 0);
    return row < 0 || row >= price->model->problem->rows ||
           price->model->problem->row[row].most != SCHEDULE_NO_LIMIT;
}

bool price_below(const struct price *price, int dim)
{
    int row = dim - price_row_dim(price, 0);
    return row >= 0 && row < price->model->problem->rows &&
           price->model->problem->row[row].least != -SCHEDULE_NO_LIMIT;
}

/* Profits */

static void money_prices(struct price *price, const double *at)
{
    const struct model *model = price->model;
    int years = model->years;
    double over = 0; /* weight above the cheapest */
    for (int i = 0; i < model->sources; i++) {
        int s = model->by_weight[i];
        double later = 0;
        over += model->step[i];
        for (int y = years - 1; y >= 0; y--) {
            double here = at[s * years + y] / price->unit[s * years + y];
            later = model->carried >> s & 1 ? later + here : here;
            price->money[s * years + y] = over + later;
        }
    }
}

/* Sources by their price in a year, the cheapest first. */
static void sort_sources(const struct price *price, int year, int *order)
{
    int years = price->model->years;
    for (int i = 0; i < price->model->sources; i++) {
        int at = i;
        for (; at > 0 && price->money[order[at - 1] * years + year] >
                             price->money[i * years + year];
             at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

/* What a source pays of a group when those before it in order paid all they
 * may: taken is what those paid, and is brought up to date. */
static int64_t greedy_share(const int64_t *need, int64_t cost, int *rest,
                            int source, int64_t *taken)
{
    *rest &= ~(1 << source);
    int64_t all = *rest ? cost - need[*rest - 1] : cost;
    int64_t share = all - *taken;
    *taken = all;
    return share;
}

static double group_price(const struct price *price, int phase, int lead,
                          int year)
{
    const struct model *model = price->model;
    int64_t cost = model->cost[phase * model->leads + lead], taken = 0;
    if (cost == 0)
        return 0;
    if (model->sources == 1)
        return (double)cost * price->money[year];
    const int64_t *need = model_need(model, phase, lead);
    int order[SCHEDULE_SOURCES], rest = model->sets;
    double sum = 0;
    sort_sources(price, year, order);
    for (int i = 0; i < model->sources; i++)
        sum += price->money[order[i] * model->years + year] *
               (double)greedy_share(need, cost, &rest, order[i], &taken);
    return sum;
}

static void add_row_prices(struct price *price, const double *at, int phase)
{
    const struct model *model = price->model;
    double *profit = price->profit + phase * model->years;
    for (int i = model->entry_start[phase]; i < model->entry_start[phase + 1];
         i++) {
        const struct model_entry *entry = &model->entry[i];
        int dim = price_row_dim(price, entry->row);
        double row = at[dim] / price->unit[dim];
        for (int t = 0; row != 0 && t < model->years; t++)
            profit[t] -= row * (double)model_amount(model, entry->row,
                                                    entry->amount, phase, t);
    }
}

static void add_arc_prices(struct price *price, const double *at, int arc)
{
    const struct model *model = price->model;
    const struct schedule_arc *a = &model->extra[arc];
    int years = model->years;
    double later = 0;
    for (int t = years - 1; t >= 0; t--) {
        later += at[price_arc_dim(price, arc, t)];
        price->profit[a->then * years + t] -= later;
        if (t - a->lag >= 0)
            price->profit[a->first * years + t - a->lag] += later;
    }
}

static void phase_profit(struct price *price, const double *at, int phase,
                         uint64_t years_of)
{
    const struct model *model = price->model;
    int years = model->years;
    for (int t = 0; t < years; t++) {
        if (!(years_of >> t & 1))
            continue;
        double profit = model->value[phase * years + t];
        for (int l = 0; l < model->leads_of[phase]; l++)
            profit -= group_price(price, phase, l, t - l);
        price->profit[phase * years + t] = profit;
    }
    if (model->entry_start[phase] < model->entry_start[phase + 1])
        add_row_prices(price, at, phase);
}

/* The dynamic programme */

static void add_child(const struct price *price, int phase)
{
    const struct model *model = price->model;
    int width = model->years + 1, lag = model->lag[phase];
    const double *best = price->best + phase * width;
    double *sum = price->down + model->parent[phase] * width;
    for (int t = 0; t < width; t++)
        sum[t] += best[t + lag < width ? t + lag : width - 1];
}

/* down holds what comes after; add the phase itself. */
static void phase_best(struct price *price, int phase, uint64_t years_of)
{
    int years = price->model->years;
    double *down = price->down + phase * (years + 1);
    double *best = price->best + phase * (years + 1);
    const double *profit = price->profit + phase * years;
    if (!(years_of >> years & 1))
        down[years] = -INFINITY;
    best[years] = down[years];
    double top = down[years];
    for (int t = years - 1; t >= 0; t--) {
        down[t] = years_of >> t & 1 ? down[t] + profit[t] : -INFINITY;
        if (down[t] >= top)
            top = down[t];
        best[t] = top;
    }
}

/* The first year from which the best is reached. */
static int first_best(const struct price *price, int phase, int from)
{
    int years = price->model->years;
    const double *down = price->down + phase * (years + 1);
    double best = price->best[phase * (years + 1) + from];
    while (from < years && down[from] < best)
        from++;
    return from;
}

static void choose_years(struct price *price)
{
    const struct model *model = price->model;
    for (int i = 0; i < model->phases; i++) {
        int p = model->order[i], parent = model->parent[p], from = 0;
        if (parent >= 0)
            from = price->year[parent] + model->lag[p];
        if (from > model->years ||
            (parent >= 0 && price->year[parent] == model->years))
            from = model->years;
        price->year[p] = first_best(price, p, from);
    }
}

/* Use of the limits */

static void use_money(struct price *price, int phase)
{
    const struct model *model = price->model;
    int years = model->years;
    for (int l = 0; l < model->leads_of[phase]; l++) {
        int y = price->year[phase] - l;
        int64_t cost = model->cost[phase * model->leads + l], taken = 0;
        const int64_t *need = model_need(model, phase, l);
        int order[SCHEDULE_SOURCES], rest = model->sets;
        if (model->sources > 1)
            sort_sources(price, y, order);
        for (int i = 0; i < model->sources && cost > 0; i++) {
            int s = model->sources > 1 ? order[i] : 0;
            price->excess[s * years + y] +=
                (double)greedy_share(need, cost, &rest, s, &taken);
        }
    }
}

static void excess_money(struct price *price)
{
    const struct model *model = price->model;
    int years = model->years;
    for (int s = 0; s < model->sources; s++) {
        double sum = 0;
        for (int y = 0; y < years; y++) {
            double *excess = &price->excess[s * years + y];
            double here = *excess - (double)model->problem->source[s].budget[y];
            sum = model->carried >> s & 1 ? sum + here : here;
            *excess = sum / price->unit[s * years + y];
        }
    }
}

static void use_rows(struct price *price, int phase)
{
    const struct model *model = price->model;
    for (int i = model->entry_start[phase]; i < model->entry_start[phase + 1];
         i++) {
        const struct model_entry *entry = &model->entry[i];
        price->excess[price_row_dim(price, entry->row)] += (double)model_amount(
            model, entry->row, entry->amount, phase, price->year[phase]);
    }
}

/* At a price of 0 either limit counts, or none. */
static void excess_row(struct price *price, int row, double at)
{
    const struct schedule_row *r = &price->model->problem->row[row];
    int dim = price_row_dim(price, row);
    double used = price->excess[dim];
    double most = r->most == SCHEDULE_NO_LIMIT ? INFINITY : (double)r->most;
    double least =
        r->least == -SCHEDULE_NO_LIMIT ? -INFINITY : (double)r->least;
    double excess = at > 0         ? used - most
                    : at < 0       ? used - least
                    : used > most  ? used - most
                    : used < least ? used - least
                                   : 0;
    price->excess[dim] = excess / price->unit[dim];
}

static void excess_arc(struct price *price, int arc)
{
    const struct schedule_arc *a = &price->model->extra[arc];
    for (int t = 0; t < price->model->years; t++) {
        bool first = price->year[a->first] <= t - a->lag;
        bool then = price->year[a->then] <= t;
        price->excess[price_arc_dim(price, arc, t)] =
            (double)then - (double)first;
    }
}

static void find_excess(struct price *price, const double *at)
{
    const struct model *model = price->model;
    memset(price->excess, 0, (size_t)price->dims * sizeof(double));
    for (int p = 0; p < model->phases; p++) {
        if (price->year[p] == model->years)
            continue;
        use_money(price, p);
        use_rows(price, p);
    }
    excess_money(price);
    for (int r = 0; r < model->problem->rows; r++)
        excess_row(price, r, at[price_row_dim(price, r)]);
    for (int i = 0; i < model->extras; i++)
        excess_arc(price, i);
}

/* What there is of the limits, at the prices. */
static double worth_of_limits(const struct price *price, const double *at)
{
    const struct model *model = price->model;
    double worth = 0;
    for (int s = 0; s < model->sources; s++) {
        double income = 0;
        for (int y = 0; y < model->years; y++) {
            int dim = s * model->years + y;
            double here = (double)model->problem->source[s].budget[y];
            income = model->carried >> s & 1 ? income + here : here;
            worth += at[dim] / price->unit[dim] * income;
        }
    }
    for (int r = 0; r < model->problem->rows; r++) {
        const struct schedule_row *row = &model->problem->row[r];
        int dim = price_row_dim(price, r);
        double limit = at[dim] > 0 ? (double)row->most : (double)row->least;
        if (at[dim] != 0)
            worth += at[dim] / price->unit[dim] * limit;
    }
    return worth;
}

double price_clusters(struct price *price, const double *at,
                      const uint64_t *years_of)
{
    const struct model *model = price->model;
    int width = model->years + 1;
    money_prices(price, at);
    for (int p = 0; p < model->phases; p++)
        phase_profit(price, at, p, years_of[p]);
    for (int i = 0; i < model->extras; i++)
        add_arc_prices(price, at, i);
    memset(price->down, 0,
           (size_t)model->phases * (size_t)width * sizeof(double));
    price->bound = worth_of_limits(price, at);
    for (int i = model->phases - 1; i >= 0; i--) {
        int p = model->order[i];
        phase_best(price, p, years_of[p]);
        if (model->parent[p] >= 0)
            add_child(price, p);
        else
            price->bound += price->best[p * width];
    }
    if (price->bound == -INFINITY)
        return price->bound;
    choose_years(price);
    find_excess(price, at);
    return price->bound;
}
