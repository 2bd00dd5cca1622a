#include "core/schedule/spending.h"

#include <string.h>

#include "core/base/mem.h"

void spending_add_up(const struct model *model, int part, const int *year,
                     int64_t *spent)
{
    int first = model->part_start[part], years = model->years;
    memset(spent, 0, (size_t)years * sizeof *spent);
    for (int i = first; i < model->part_start[part + 1]; i++) {
        int p = model->order[i], opens = year[i - first];
        for (int l = 0; l < model->leads_of[p] && opens < years; l++)
            spent[opens - l] += model->cost[p * model->leads + l];
    }
    for (int y = 1; y < years && model->carried; y++)
        spent[y] += spent[y - 1];
}

void spending_note(struct seek *seek)
{
    const struct model *model = seek->model;
    size_t years = (size_t)model->years;
    if (model->sets != 1 || model->problem->rows > 0 || model->extras > 0)
        return;
    seek->spent =
        mem_raw((size_t)seek->menu.choices * years + 1, sizeof *seek->spent);
    seek->now = mem_new((size_t)model->parts * years + 1, sizeof *seek->now);
    for (int k = 0; k < model->parts; k++) {
        for (int c = seek->menu.start[k]; c < seek->menu.start[k + 1]; c++)
            spending_add_up(model, k, menu_years(&seek->menu, c),
                            seek->spent + (size_t)c * years);
    }
}

void spending_left(const struct seek *seek, int64_t *left)
{
    const struct model *model = seek->model;
    int64_t sum = 0;
    for (int y = 0; y < model->years && seek->spent; y++) {
        int64_t here = model->income[y] - seek->state.load[y];
        sum = model->carried ? sum + here : here;
        left[y] = sum;
    }
}

bool spending_fits(const struct seek *seek, int part, int choice,
                   const int64_t *left)
{
    size_t years = (size_t)seek->model->years;
    const int64_t *spent = seek->spent + (size_t)choice * years;
    const int64_t *now = seek->now + (size_t)part * years;
    for (size_t y = years; y-- > 0;) {
        if (spent[y] - now[y] > left[y])
            return false;
    }
    return true;
}
