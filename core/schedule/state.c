#include "core/schedule/state.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static size_t load_cells(const struct model *model)
{
    return (size_t)model->years * (size_t)model->sets;
}

void state_init(struct state *state, const struct model *model)
{
    *state = (struct state){ .model = model };
    state->year = mem_raw((size_t)model->phases + 1, sizeof(int));
    state->load = mem_raw(load_cells(model) + 1, sizeof(int64_t));
    state->used = mem_raw((size_t)model->problem->rows + 1, sizeof(int64_t));
    state_clear(state);
}

void state_release(struct state *state)
{
    free(state->year);
    free(state->load);
    free(state->used);
}

void state_clear(struct state *state)
{
    const struct model *model = state->model;
    for (int p = 0; p < model->phases; p++)
        state->year[p] = model->years;
    memset(state->load, 0, load_cells(model) * sizeof(int64_t));
    memset(state->used, 0, (size_t)model->problem->rows * sizeof(int64_t));
    state->value = 0;
}

/* Add or, with sign -1, take away what a phase takes in its year. */
static void add_phase(struct state *state, int phase, int sign)
{
    const struct model *model = state->model;
    int year = state->year[phase], sets = model->sets;
    if (year == model->years)
        return;
    state->value += sign * model->value[phase * model->years + year];
    for (int l = 0; l < model->leads_of[phase]; l++) {
        int64_t *load = state->load + (size_t)(year - l) * (size_t)sets;
        const int64_t *need = model_need(model, phase, l);
        for (int i = 0; i < sets; i++)
            load[i] += sign * need[i];
    }
    for (int i = model->entry_start[phase]; i < model->entry_start[phase + 1];
         i++) {
        const struct model_entry *entry = &model->entry[i];
        state->used[entry->row] +=
            sign * model_amount(model, entry->row, entry->amount, phase, year);
    }
}

void state_put(struct state *state, int phase, int year)
{
    if (state->year[phase] == year)
        return;
    add_phase(state, phase, -1);
    state->year[phase] = year;
    add_phase(state, phase, 1);
}

void state_put_part(struct state *state, int part, const int *year)
{
    const struct model *model = state->model;
    const int *order = model->order + model->part_start[part];
    int count = model->part_start[part + 1] - model->part_start[part];
    for (int i = 0; i < count; i++)
        state_put(state, order[i], year[i]);
}

static bool keeps(const struct state *state, int first, int then, int lag)
{
    int years = state->model->years;
    return state->year[then] == years ||
           (state->year[first] < years &&
            state->year[first] + lag <= state->year[then]);
}

static double rows_broken(const struct state *state)
{
    const struct schedule_problem *problem = state->model->problem;
    double broken = 0;
    for (int r = 0; r < problem->rows; r++) {
        const struct schedule_row *row = &problem->row[r];
        double unit = row->kind == ROW_SPENDS ? state->model->money_unit : 1;
        double over = 0;
        if (state->used[r] > row->most)
            over = (double)(state->used[r] - row->most);
        if (state->used[r] < row->least)
            over = (double)(row->least - state->used[r]);
        broken += over > 0 ? over / unit + 1e-6 : 0;
    }
    return broken;
}

double state_broken(const struct state *state)
{
    const struct model *model = state->model;
    int64_t missing = fund_missing(model, state->load, model->sets);
    double broken =
        missing > 0 ? (double)missing / model->money_unit + 1e-6 : 0;
    for (int i = 0; i < model->extras; i++) {
        const struct schedule_arc *arc = &model->extra[i];
        broken += keeps(state, arc->first, arc->then, arc->lag) ? 0 : 1;
    }
    return broken + rows_broken(state);
}

double state_total(const struct state *state)
{
    const struct model *model = state->model;
    double total = state->value;
    int having = 0;
    for (int i = 0; i < model->sources && !model->plain_money; i++) {
        /* What the cheaper ones cannot pay costs the step to this one. */
        if (model->step[i] > 0)
            total -= model->step[i] *
                     (double)fund_missing(model, state->load, having);
        having |= 1 << model->by_weight[i];
    }
    return total;
}
