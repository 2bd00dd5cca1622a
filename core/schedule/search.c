#include "core/schedule/search.h"

#include <stdlib.h>

#include "core/base/mem.h"

static double part_loss(const struct search *search, int part)
{
    const struct model *model = search->model;
    double loss = search->best[part];
    for (int i = model->part_start[part]; i < model->part_start[part + 1]; i++)
        loss -= price_profit(&search->dual->price, model->order[i],
                             search->state.year[model->order[i]]);
    return loss;
}

static double part_value(const struct search *search, int part)
{
    const struct model *model = search->model;
    double value = 0;
    for (int i = model->part_start[part]; i < model->part_start[part + 1];
         i++) {
        int p = model->order[i], t = search->state.year[p];
        value += t < model->years ? model->value[p * model->years + t] : 0;
    }
    return value;
}

/* What its choices would change, against what the part does now. */
static void look_at_part(struct search *search, int part)
{
    double value = part_value(search, part);
    search->loss[part] = part_loss(search, part);
    for (int c = search->menu.start[part]; c < search->menu.start[part + 1];
         c++) {
        const struct menu_choice *choice = &search->menu.choice[c];
        search->gain[c] = choice->value - value;
        search->money[c] = choice->loss - search->loss[part] + search->gain[c];
    }
}

static void put_choice(struct search *search, int part, int choice)
{
    state_put_part(&search->state, part, menu_years(&search->menu, choice));
}

void search_init(struct search *search, const struct model *model,
                 const struct dual *dual, const uint64_t *years_of, double loss,
                 int most)
{
    int width = model->years + 1;
    *search = (struct search){ .model = model, .dual = dual };
    state_init(&search->state, model);
    menu_make(&search->menu, &dual->price, years_of, loss, most);
    size_t parts = (size_t)model->parts + 1;
    size_t choices = (size_t)search->menu.choices + 1;
    search->best = mem_new(parts, sizeof(double));
    search->loss = mem_new(parts, sizeof(double));
    search->gain = mem_new(choices, sizeof(double));
    search->money = mem_new(choices, sizeof(double));
    for (int p = 0; p < model->phases; p++) {
        if (model->parent[p] < 0)
            search->best[model->part[p]] += dual->price.best[p * width];
    }
}

void search_release(struct search *search)
{
    state_release(&search->state);
    menu_release(&search->menu);
    free(search->best);
    free(search->loss);
    free(search->gain);
    free(search->money);
}

void search_set(struct search *search, const int *year)
{
    for (int p = 0; p < search->model->phases; p++)
        state_put(&search->state, p, year[p]);
    for (int k = 0; k < search->model->parts; k++)
        look_at_part(search, k);
}

static void part_years(const struct search *search, int part, int *year)
{
    const struct model *model = search->model;
    int first = model->part_start[part];
    for (int i = first; i < model->part_start[part + 1]; i++)
        year[i - first] = search->state.year[model->order[i]];
}

/* Repairing */

struct mend {
    int part, choice;
    double worth; /* loss for each unit mended */
};

static void look_for_mend(struct search *search, int part, double broken,
                          int *old, struct mend *best)
{
    part_years(search, part, old);
    for (int c = search->menu.start[part]; c < search->menu.start[part + 1];
         c++) {
        double loss =
            fmax(search->menu.choice[c].loss - search->loss[part], 1e-9);
        put_choice(search, part, c);
        search->tries++;
        double mended = broken - state_broken(&search->state);
        if (mended > 1e-9 && loss / mended < best->worth)
            *best = (struct mend){ part, c, loss / mended };
    }
    state_put_part(&search->state, part, old);
}

bool search_repair(struct search *search)
{
    const struct model *model = search->model;
    int *old = mem_raw((size_t)model->phases + 1, sizeof *old);
    double broken = state_broken(&search->state);
    while (broken > 0) {
        struct mend best = { -1, -1, INFINITY };
        for (int k = 0; k < model->parts; k++)
            look_for_mend(search, k, broken, old, &best);
        if (best.part < 0)
            break;
        put_choice(search, best.part, best.choice);
        look_at_part(search, best.part);
        broken = state_broken(&search->state);
    }
    free(old);
    return broken <= 0;
}

/* Climbing */

/* How much more of the limits can be taken, at the prices. */
static double room_at_prices(const struct search *search)
{
    double room = search->dual->price.bound - search->state.value;
    for (int k = 0; k < search->model->parts; k++)
        room -= search->loss[k];
    return room + 1e-9 * fabs(search->dual->price.bound);
}

static double least_gain(const struct search *search)
{
    return 1e-9 * (1 + fabs(search->state.value));
}

/* Whether the state is good and better than so much. */
static bool is_better(struct search *search, double total)
{
    search->tries++;
    return state_broken(&search->state) <= 0 &&
           state_total(&search->state) > total + least_gain(search);
}

static bool try_one(struct search *search, int part, int *old, double room)
{
    double total = state_total(&search->state);
    part_years(search, part, old);
    for (int c = search->menu.start[part]; c < search->menu.start[part + 1];
         c++) {
        if (search->money[c] > room ||
            (search->model->plain_money && search->gain[c] <= 0))
            continue;
        put_choice(search, part, c);
        if (is_better(search, total)) {
            look_at_part(search, part);
            return true;
        }
        state_put_part(&search->state, part, old);
    }
    return false;
}

static bool climb_ones(struct search *search, int *old)
{
    bool better = false;
    for (int k = 0; k < search->model->parts; k++)
        better |= try_one(search, k, old, room_at_prices(search));
    return better;
}

/* With one part changed already, another one: the first that makes it better
 * than before. */
static bool try_second(struct search *search, int part, int choice,
                       double total, double room)
{
    const struct model *model = search->model;
    const struct menu *menu = &search->menu;
    double least = -search->gain[choice] + least_gain(search);
    double most = room - search->money[choice];
    int old[64];
    for (int k = part + 1; k < model->parts; k++) {
        int count = model->part_start[k + 1] - model->part_start[k];
        for (int c = menu->start[k]; c < menu->start[k + 1] && count <= 64;
             c++) {
            if (search->gain[c] < least || search->money[c] > most)
                continue;
            part_years(search, k, old);
            put_choice(search, k, c);
            if (is_better(search, total)) {
                look_at_part(search, k);
                return true;
            }
            state_put_part(&search->state, k, old);
        }
    }
    return false;
}

static bool try_two(struct search *search, int part, int *old, long tries)
{
    double total = state_total(&search->state);
    double room = room_at_prices(search);
    for (int c = search->menu.start[part];
         c < search->menu.start[part + 1] && search->tries < tries; c++) {
        part_years(search, part, old);
        put_choice(search, part, c);
        if (try_second(search, part, c, total, room)) {
            look_at_part(search, part);
            return true;
        }
        state_put_part(&search->state, part, old);
    }
    return false;
}

void search_climb(struct search *search, long tries)
{
    int *old = mem_raw((size_t)search->model->phases + 1, sizeof *old);
    bool better = true;
    tries += search->tries;
    while (better && search->tries < tries) {
        while (climb_ones(search, old))
            ;
        better = false;
        for (int k = 0; k < search->model->parts && search->tries < tries; k++)
            better |= try_two(search, k, old, tries);
    }
    free(old);
}

void search_shake(struct search *search, struct rng *rng, int parts)
{
    for (int i = 0; i < parts; i++) {
        int k = rng_below(rng, search->model->parts);
        int count = search->menu.start[k + 1] - search->menu.start[k];
        if (count == 0)
            continue;
        put_choice(search, k, search->menu.start[k] + rng_below(rng, count));
        look_at_part(search, k);
    }
}
