#include "core/schedule/model.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* What each group costs in each kind: [(phase * leads + lead) * KINDS]. */
static int64_t *kinds_of_groups(struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    model->leads = 1;
    model->leads_of = mem_new((size_t)model->phases + 1, sizeof(int));
    for (int i = 0; i < problem->payments; i++) {
        const struct schedule_payment *p = &problem->payment[i];
        if (p->amount == 0)
            continue;
        if (p->before >= model->leads)
            model->leads = p->before + 1;
        if (p->before >= model->leads_of[p->phase])
            model->leads_of[p->phase] = p->before + 1;
    }
    size_t groups = (size_t)model->phases * (size_t)model->leads;
    int64_t *kinds = mem_new(groups * SCHEDULE_KINDS + 1, sizeof *kinds);
    for (int i = 0; i < problem->payments; i++) {
        const struct schedule_payment *p = &problem->payment[i];
        size_t group = (size_t)p->phase * (size_t)model->leads;
        if (p->amount > 0)
            kinds[(group + (size_t)p->before) * SCHEDULE_KINDS +
                  (size_t)p->kind] += p->amount;
    }
    return kinds;
}

/* Returns whether the rules of the sources let them pay the whole phase. */
static bool phase_money(struct model *model, const int64_t *kinds, int phase)
{
    int64_t unpaid = 0;
    for (int lead = 0; lead < model->leads; lead++) {
        size_t group = (size_t)phase * (size_t)model->leads + (size_t)lead;
        const int64_t *kind = kinds + group * SCHEDULE_KINDS;
        for (int k = 0; k < SCHEDULE_KINDS; k++)
            model->cost[group] += kind[k];
        unpaid += fund_needs(model->problem, phase, kind,
                             model->need + group * (size_t)model->sets);
    }
    return unpaid == 0;
}

static void add_income(struct model *model, int source, int year)
{
    int64_t here = model->problem->source[source].budget[year];
    for (int set = 1; set <= model->sets; set++) {
        if (set >> source & 1)
            model->income[year * model->sets + set - 1] += here;
    }
}

static void init_income(struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    size_t cells = (size_t)model->years * (size_t)model->sets;
    model->income = mem_new(cells + 1, sizeof(int64_t));
    for (int s = 0; s < model->sources; s++) {
        model->carried |= problem->source[s].carry ? 1 << s : 0;
        for (int y = 0; y < model->years; y++)
            add_income(model, s, y);
    }
}

/* Sources by weight, the cheapest first. */
static void init_weights(struct model *model)
{
    const struct schedule_source *source = model->problem->source;
    model->plain_money = true;
    for (int i = 0; i < model->sources; i++) {
        int at = i;
        for (; at > 0 &&
               source[model->by_weight[at - 1]].weight > source[i].weight;
             at--)
            model->by_weight[at] = model->by_weight[at - 1];
        model->by_weight[at] = i;
    }
    for (int i = 1; i < model->sources; i++) {
        model->step[i] = source[model->by_weight[i]].weight -
                         source[model->by_weight[i - 1]].weight;
        if (model->step[i] > 0)
            model->plain_money = false;
    }
}

static void init_values(struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    size_t years = (size_t)model->years;
    size_t cells = (size_t)model->phases * years;
    double weight =
        model->sources ? problem->source[model->by_weight[0]].weight : 0;
    model->value = mem_new(cells + 1, sizeof(double));
    for (size_t i = 0; i < cells; i++) {
        for (int k = 0; k < problem->terms; k++)
            model->value[i] +=
                problem->term[k].weight * problem->term[k].value[i];
        for (int l = 0; l < model->leads && weight != 0; l++)
            model->value[i] -=
                weight *
                (double)model->cost[(int)(i / years) * model->leads + l];
    }
}

/* The largest number that divides all values, which are whole; else 0. */
static double common_unit(const struct model *model)
{
    double unit = 0;
    size_t cells = (size_t)model->phases * (size_t)model->years;
    for (size_t i = 0; i < cells; i++) {
        double a = fabs(model->value[i]);
        if (a != floor(a) || a > 0x1p50)
            return 0;
        while (a > 0) {
            double rest = fmod(unit, a);
            unit = a;
            a = rest;
        }
    }
    return model->plain_money ? unit : 0;
}

static void init_units(struct model *model)
{
    double money = 0, value = 0;
    for (int p = 0; p < model->phases; p++) {
        double best = 0;
        for (int l = 0; l < model->leads; l++)
            money += (double)model->cost[p * model->leads + l];
        for (int t = 0; t < model->years; t++)
            best = fmax(best, fabs(model->value[p * model->years + t]));
        value += best;
    }
    model->money_unit = money > 0 ? money / model->phases : 1;
    model->value_unit = value > 0 ? value / model->phases : 1;
    model->unit = common_unit(model);
}

/* Years in which a phase may open, by itself. */
static uint64_t years_of(const struct model *model, int phase, bool payable)
{
    const struct schedule_problem *problem = model->problem;
    int from = problem->earliest ? problem->earliest[phase] : 0;
    int to = problem->latest ? problem->latest[phase] : model->years - 1;
    int built = model->leads_of[phase] - 1;
    uint64_t years =
        problem->must && problem->must[phase] ? 0 : UINT64_C(1) << model->years;
    for (int t = from > built ? from : built; payable && t <= to; t++)
        years |= UINT64_C(1) << t;
    return years;
}

/* Years of the one that comes first shifted by the lag, and what follows. */
static bool tighten_arc(struct model *model, const struct schedule_arc *arc)
{
    uint64_t never = UINT64_C(1) << model->years;
    uint64_t first = model->years_of[arc->first];
    uint64_t then = model->years_of[arc->then];
    int from = 0, to = model->years - 1;
    while (from < model->years && !(first >> from & 1))
        from++;
    while (to >= 0 && !(then >> to & 1))
        to--;
    uint64_t opens = never - 1;
    uint64_t late = from + arc->lag >= model->years
                        ? 0
                        : opens & ~((UINT64_C(1) << (from + arc->lag)) - 1);
    model->years_of[arc->then] &= late | never;
    if (!(then & never)) /* it must open, so what comes before it as well */
        model->years_of[arc->first] &=
            to < arc->lag ? 0 : (UINT64_C(1) << (to - arc->lag + 1)) - 1;
    return first != model->years_of[arc->first] ||
           then != model->years_of[arc->then];
}

static void init_years(struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    bool changed = true;
    while (changed) {
        changed = false;
        for (int i = 0; i < problem->arcs; i++)
            changed |= tighten_arc(model, &problem->arc[i]);
    }
}

static void init_entries(struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    int count = 0;
    model->entry_start = mem_new((size_t)model->phases + 2, sizeof(int));
    for (int r = 0; r < problem->rows; r++) {
        for (int i = 0; i < problem->row[r].entries; i++)
            model->entry_start[problem->row[r].phase[i] + 2]++;
        count += problem->row[r].entries;
    }
    for (int p = 0; p < model->phases; p++)
        model->entry_start[p + 2] += model->entry_start[p + 1];
    model->entry = mem_raw((size_t)count + 1, sizeof *model->entry);
    for (int r = 0; r < problem->rows; r++) {
        const struct schedule_row *row = &problem->row[r];
        for (int i = 0; i < row->entries; i++)
            model->entry[model->entry_start[row->phase[i] + 1]++] =
                (struct model_entry){ r, row->amount[i] };
    }
}

void model_init(struct model *model, const struct schedule_problem *problem)
{
    *model = (struct model){ .problem = problem,
                             .phases = problem->phases,
                             .years = problem->years,
                             .sources = problem->sources,
                             .sets = (1 << problem->sources) - 1 };
    int64_t *kinds = kinds_of_groups(model);
    size_t groups = (size_t)model->phases * (size_t)model->leads;
    model->cost = mem_new(groups + 1, sizeof(int64_t));
    model->need = mem_new(groups * (size_t)model->sets + 1, sizeof(int64_t));
    model->years_of = mem_new((size_t)model->phases + 1, sizeof(uint64_t));
    for (int p = 0; p < model->phases; p++) {
        bool payable = phase_money(model, kinds, p);
        model->years_of[p] = years_of(model, p, payable);
    }
    free(kinds);
    init_income(model);
    init_weights(model);
    init_values(model);
    init_units(model);
    init_years(model);
    init_entries(model);
    model_forest(model);
}

void model_release(struct model *model)
{
    free(model->value);
    free(model->years_of);
    free(model->cost);
    free(model->need);
    free(model->leads_of);
    free(model->income);
    free(model->part);
    free(model->part_start);
    free(model->order);
    free(model->parent);
    free(model->lag);
    free(model->extra);
    free(model->extra_start);
    free(model->extra_of);
    free(model->entry_start);
    free(model->entry);
}

int64_t model_amount(const struct model *model, int row, int64_t amount,
                     int phase, int year)
{
    const struct schedule_row *r = &model->problem->row[row];
    if (r->kind == ROW_OPENS)
        return year >= r->from && year <= r->to ? amount : 0;
    int64_t sum = 0;
    for (int l = 0; l < model->leads_of[phase]; l++) {
        if (year - l >= r->from && year - l <= r->to)
            sum += model->cost[phase * model->leads + l];
    }
    return amount * sum;
}
