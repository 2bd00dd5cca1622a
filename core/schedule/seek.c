#include "core/schedule/seek.h"

#include <stdlib.h>

#include "core/base/mem.h"

static double part_loss(const struct seek *seek, int part)
{
    const struct model *model = seek->model;
    double loss = seek->best[part];
    for (int i = model->part_start[part]; i < model->part_start[part + 1]; i++)
        loss -= price_profit(&seek->dual->price, model->order[i],
                             seek->state.year[model->order[i]]);
    return loss;
}

static double part_value(const struct seek *seek, int part)
{
    const struct model *model = seek->model;
    double value = 0;
    for (int i = model->part_start[part]; i < model->part_start[part + 1];
         i++) {
        int p = model->order[i], t = seek->state.year[p];
        value += t < model->years ? model->value[p * model->years + t] : 0;
    }
    return value;
}

/* What its choices would change, against what the part does now. */
static void look_at_part(struct seek *seek, int part)
{
    double value = part_value(seek, part);
    seek->loss[part] = part_loss(seek, part);
    for (int c = seek->menu.start[part]; c < seek->menu.start[part + 1]; c++) {
        const struct menu_choice *choice = &seek->menu.choice[c];
        seek->gain[c] = choice->value - value;
        seek->money[c] = choice->loss - seek->loss[part] + seek->gain[c];
    }
}

static void put_choice(struct seek *seek, int part, int choice)
{
    state_put_part(&seek->state, part, menu_years(&seek->menu, choice));
}

void seek_init(struct seek *seek, const struct model *model,
               const struct dual *dual, const uint64_t *years_of, double loss,
               int most)
{
    int width = model->years + 1;
    *seek = (struct seek){ .model = model, .dual = dual };
    state_init(&seek->state, model);
    menu_make(&seek->menu, &dual->price, years_of, loss, most);
    size_t parts = (size_t)model->parts + 1;
    size_t choices = (size_t)seek->menu.choices + 1;
    seek->best = mem_new(parts, sizeof(double));
    seek->loss = mem_new(parts, sizeof(double));
    seek->gain = mem_new(choices, sizeof(double));
    seek->money = mem_new(choices, sizeof(double));
    for (int p = 0; p < model->phases; p++) {
        if (model->parent[p] < 0)
            seek->best[model->part[p]] += dual->price.best[p * width];
    }
}

void seek_release(struct seek *seek)
{
    state_release(&seek->state);
    menu_release(&seek->menu);
    free(seek->best);
    free(seek->loss);
    free(seek->gain);
    free(seek->money);
}

void seek_set(struct seek *seek, const int *year)
{
    for (int p = 0; p < seek->model->phases; p++)
        state_put(&seek->state, p, year[p]);
    for (int k = 0; k < seek->model->parts; k++)
        look_at_part(seek, k);
}

static void part_years(const struct seek *seek, int part, int *year)
{
    const struct model *model = seek->model;
    int first = model->part_start[part];
    for (int i = first; i < model->part_start[part + 1]; i++)
        year[i - first] = seek->state.year[model->order[i]];
}

/* Repairing */

struct mend {
    int part, choice;
    double worth; /* loss for each unit mended */
};

static void look_for_mend(struct seek *seek, int part, double broken, int *old,
                          struct mend *best)
{
    part_years(seek, part, old);
    for (int c = seek->menu.start[part]; c < seek->menu.start[part + 1]; c++) {
        double loss = fmax(seek->menu.choice[c].loss - seek->loss[part], 1e-9);
        put_choice(seek, part, c);
        seek->tries++;
        double mended = broken - state_broken(&seek->state);
        if (mended > 1e-9 && loss / mended < best->worth)
            *best = (struct mend){ part, c, loss / mended };
    }
    state_put_part(&seek->state, part, old);
}

bool seek_repair(struct seek *seek)
{
    const struct model *model = seek->model;
    int *old = mem_raw((size_t)model->phases + 1, sizeof *old);
    double broken = state_broken(&seek->state);
    while (broken > 0) {
        struct mend best = { -1, -1, INFINITY };
        for (int k = 0; k < model->parts; k++)
            look_for_mend(seek, k, broken, old, &best);
        if (best.part < 0)
            break;
        put_choice(seek, best.part, best.choice);
        look_at_part(seek, best.part);
        broken = state_broken(&seek->state);
    }
    free(old);
    return broken <= 0;
}

/* Climbing */

/* How much more of the limits can be taken, at the prices. */
static double room_at_prices(const struct seek *seek)
{
    double room = seek->dual->price.bound - seek->state.value;
    for (int k = 0; k < seek->model->parts; k++)
        room -= seek->loss[k];
    return room + 1e-9 * fabs(seek->dual->price.bound);
}

static double least_gain(const struct seek *seek)
{
    return 1e-9 * (1 + fabs(seek->state.value));
}

/* Whether the state is good and better than so much. */
static bool is_better(struct seek *seek, double total)
{
    seek->tries++;
    return state_broken(&seek->state) <= 0 &&
           state_total(&seek->state) > total + least_gain(seek);
}

static bool try_one(struct seek *seek, int part, int *old, double room)
{
    double total = state_total(&seek->state);
    part_years(seek, part, old);
    for (int c = seek->menu.start[part]; c < seek->menu.start[part + 1]; c++) {
        if (seek->money[c] > room ||
            (seek->model->plain_money && seek->gain[c] <= 0))
            continue;
        put_choice(seek, part, c);
        if (is_better(seek, total)) {
            look_at_part(seek, part);
            return true;
        }
        state_put_part(&seek->state, part, old);
    }
    return false;
}

static bool climb_ones(struct seek *seek, int *old)
{
    bool better = false;
    for (int k = 0; k < seek->model->parts; k++)
        better |= try_one(seek, k, old, room_at_prices(seek));
    return better;
}

/* With one part changed already, another one: the first that makes it better
 * than before. */
static bool try_second(struct seek *seek, int part, int choice, double total,
                       double room)
{
    const struct model *model = seek->model;
    const struct menu *menu = &seek->menu;
    double least = -seek->gain[choice] + least_gain(seek);
    double most = room - seek->money[choice];
    int old[64];
    for (int k = part + 1; k < model->parts; k++) {
        int count = model->part_start[k + 1] - model->part_start[k];
        for (int c = menu->start[k]; c < menu->start[k + 1] && count <= 64;
             c++) {
            if (seek->gain[c] < least || seek->money[c] > most)
                continue;
            part_years(seek, k, old);
            put_choice(seek, k, c);
            if (is_better(seek, total)) {
                look_at_part(seek, k);
                return true;
            }
            state_put_part(&seek->state, k, old);
        }
    }
    return false;
}

static bool try_two(struct seek *seek, int part, int *old, long tries)
{
    double total = state_total(&seek->state);
    double room = room_at_prices(seek);
    for (int c = seek->menu.start[part];
         c < seek->menu.start[part + 1] && seek->tries < tries; c++) {
        part_years(seek, part, old);
        put_choice(seek, part, c);
        if (try_second(seek, part, c, total, room)) {
            look_at_part(seek, part);
            return true;
        }
        state_put_part(&seek->state, part, old);
    }
    return false;
}

void seek_climb(struct seek *seek, long tries)
{
    int *old = mem_raw((size_t)seek->model->phases + 1, sizeof *old);
    bool better = true;
    tries += seek->tries;
    while (better && seek->tries < tries) {
        while (climb_ones(seek, old))
            ;
        better = false;
        for (int k = 0; k < seek->model->parts && seek->tries < tries; k++)
            better |= try_two(seek, k, old, tries);
    }
    free(old);
}

void seek_shake(struct seek *seek, struct rng *rng, int parts)
{
    for (int i = 0; i < parts; i++) {
        int k = rng_below(rng, seek->model->parts);
        int count = seek->menu.start[k + 1] - seek->menu.start[k];
        if (count == 0)
            continue;
        put_choice(seek, k, seek->menu.start[k] + rng_below(rng, count));
        look_at_part(seek, k);
    }
}
