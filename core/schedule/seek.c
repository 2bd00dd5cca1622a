#include "core/schedule/seek.h"

#include <stdlib.h>

#include "core/base/mem.h"
#include "core/schedule/spending.h"

/* Of many parts, so many besides those that changed are looked at in pairs. */
enum { SOME = 8, MANY = 200 };

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

static void part_years(const struct seek *seek, int part, int *year)
{
    const struct model *model = seek->model;
    int first = model->part_start[part];
    for (int i = first; i < model->part_start[part + 1]; i++)
        year[i - first] = seek->state.year[model->order[i]];
}

static int by_gain(const void *a, const void *b)
{
    const struct seek_move *x = a, *y = b;
    if (x->gain != y->gain)
        return x->gain > y->gain ? -1 : 1;
    return (x->choice > y->choice) - (x->choice < y->choice);
}

static void look_at_part(struct seek *seek, int part)
{
    double value = part_value(seek, part);
    int first = seek->menu.start[part], end = seek->menu.start[part + 1];
    seek->loss[part] = part_loss(seek, part);
    seek->touched[part] = true;
    if (seek->spent) {
        part_years(seek, part, seek->own);
        spending_add_up(seek->model, part, seek->own,
                        seek->now + (size_t)part * (size_t)seek->model->years);
    }
    for (int c = first; c < end; c++) {
        const struct menu_choice *choice = &seek->menu.choice[c];
        double gain = choice->value - value;
        seek->move[c] =
            (struct seek_move){ gain, choice->loss - seek->loss[part] + gain,
                                c };
    }
    if (end > first)
        qsort(seek->move + first, (size_t)(end - first), sizeof *seek->move,
              by_gain);
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
    seek->move = mem_new(choices, sizeof *seek->move);
    seek->touched = mem_new(parts, sizeof *seek->touched);
    seek->own = mem_new((size_t)model->phases + 1, sizeof(int));
    spending_note(seek);
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
    free(seek->move);
    free(seek->own);
    free(seek->touched);
    free(seek->spent);
    free(seek->now);
}

/* Whether a part does something else in these years. */
static bool differs(const struct seek *seek, int part, const int *year)
{
    const struct model *model = seek->model;
    for (int i = model->part_start[part]; i < model->part_start[part + 1];
         i++) {
        int p = model->order[i];
        if (seek->state.year[p] != year[p])
            return true;
    }
    return false;
}

void seek_set(struct seek *seek, const int *year)
{
    const struct model *model = seek->model;
    for (int k = 0; k < model->parts; k++) {
        bool other = differs(seek, k, year);
        for (int i = model->part_start[k];
             i < model->part_start[k + 1] && other; i++)
            state_put(&seek->state, model->order[i], year[model->order[i]]);
        if (other || !seek->looked)
            look_at_part(seek, k);
        seek->touched[k] = false;
    }
    seek->looked = true;
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

static bool is_over(const struct seek *seek)
{
    return seek->over && seek->over(seek->data);
}

bool seek_repair(struct seek *seek)
{
    const struct model *model = seek->model;
    int *old = mem_raw((size_t)model->phases + 1, sizeof *old);
    double broken = state_broken(&seek->state);
    while (broken > 0 && !is_over(seek)) {
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

/* Without different weights of money, only what gains is better. */
static double gain_needed(const struct seek *seek)
{
    return seek->model->plain_money ? least_gain(seek) : -INFINITY;
}

static bool try_one(struct seek *seek, int part, int *old, double room)
{
    double total = state_total(&seek->state), least = gain_needed(seek);
    part_years(seek, part, old);
    for (int i = seek->menu.start[part]; i < seek->menu.start[part + 1]; i++) {
        const struct seek_move *move = &seek->move[i];
        if (move->gain < least)
            break;
        if (move->money > room)
            continue;
        put_choice(seek, part, move->choice);
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
    double room = room_at_prices(seek);
    for (int k = 0; k < seek->model->parts; k++) {
        if (try_one(seek, k, old, room)) {
            better = true;
            room = room_at_prices(seek);
        }
    }
    return better;
}

/* What two moves have to keep. */
struct pair {
    double total;                 /* before */
    double least;                 /* gain of the second */
    double most;                  /* money of the second */
    int64_t left[SCHEDULE_YEARS]; /* for the second, with spent */
};

/* With one part changed already, another one: the first that makes it better
 * than before. */
static bool try_second(struct seek *seek, int part, const struct pair *pair,
                       int *old)
{
    for (int i = seek->menu.start[part]; i < seek->menu.start[part + 1]; i++) {
        const struct seek_move *move = &seek->move[i];
        if (move->gain < pair->least)
            break;
        if (move->money > pair->most ||
            (seek->spent &&
             !spending_fits(seek, part, move->choice, pair->left)))
            continue;
        part_years(seek, part, old);
        put_choice(seek, part, move->choice);
        if (is_better(seek, pair->total)) {
            look_at_part(seek, part);
            return true;
        }
        state_put_part(&seek->state, part, old);
    }
    return false;
}

/* Any part behind this one; any at all when not all come first. */
static bool try_seconds(struct seek *seek, int part, const struct pair *pair,
                        int *old)
{
    int first = seek->some ? 0 : part + 1;
    for (int k = first; k < seek->model->parts; k++) {
        int start = seek->menu.start[k];
        bool may = start < seek->menu.start[k + 1] &&
                   seek->move[start].gain >= pair->least;
        if (may && k != part && try_second(seek, k, pair, old))
            return true;
    }
    return false;
}

/* old has room for the years of two parts. */
static bool try_two(struct seek *seek, int part, int *old, long tries)
{
    const struct model *model = seek->model;
    struct pair pair = { .total = state_total(&seek->state) };
    double room = room_at_prices(seek), least = gain_needed(seek);
    part_years(seek, part, old);
    for (int i = seek->menu.start[part];
         i < seek->menu.start[part + 1] && seek->tries < tries; i++) {
        struct seek_move move = seek->move[i];
        pair.least = least - move.gain;
        pair.most = room - move.money;
        put_choice(seek, part, move.choice);
        spending_left(seek, pair.left);
        if (try_seconds(seek, part, &pair, old + model->phases)) {
            look_at_part(seek, part);
            return true;
        }
        state_put_part(&seek->state, part, old);
    }
    return false;
}

/* One and two parts at a time, from each part, or from some of them. */
static bool climb_twos(struct seek *seek, long tries, struct rng *rng, int *old)
{
    bool better = false;
    int parts = seek->model->parts;
    for (int k = 0; k < parts && seek->tries < tries && !is_over(seek); k++) {
        if (rng && seek->some && !seek->touched[k] &&
            rng_below(rng, parts) >= SOME)
            continue;
        better |= try_two(seek, k, old, tries);
    }
    return better;
}

void seek_climb(struct seek *seek, long tries, struct rng *rng)
{
    size_t phases = (size_t)seek->model->phases;
    int *old = mem_raw(2 * phases + 1, sizeof *old);
    bool better = true;
    seek->some = rng != NULL && seek->model->parts > MANY;
    tries += seek->tries;
    while (better && seek->tries < tries && !is_over(seek)) {
        while (climb_ones(seek, old))
            ;
        better = climb_twos(seek, tries, rng, old);
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
