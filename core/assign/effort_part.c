/* Parts of the best assignment solved again, and other ways to a better one:
 * what the second worker does. */
#include <stdlib.h>
#include <string.h>

#include "core/assign/effort.h"
#include "core/base/mem.h"

enum {
    PART_LOOKS = 1000, /* of one part */
    PART_LEAST = 12,
    PART_MOST = 120,
    COOLING = 40, /* rounds */
    LARGE = 3,    /* one part in so many has more */
    FIELD_LOOKS = 400,
};

#define HEAT 0.05        /* in mean costs of a job, at first */
#define FIELD_SHORT 0.01 /* steps of the last climb in a field */

void effort_deficits(const struct effort *effort, struct field *field)
{
    const struct single *single = effort->single;
    size_t n = (size_t)single->jobs, sites = (size_t)single->sites;
    bool *used = mem_new(sites, sizeof *used);
    for (size_t i = 0; i < sites; i++)
        field->deficit[i] = fmax(0, field->gain[i]);
    for (size_t j = 0; j < n; j++) {
        size_t site = (size_t)effort->site[j];
        used[site] = true;
        field->deficit[site] -= field->worth[j] - single->cost[site * n + j];
    }
    for (size_t i = 0; i < sites; i++) {
        double opening = field->rest->stall[i].opening;
        if (used[i] && !isinf(opening))
            field->deficit[i] += opening;
        field->deficit[i] = fmax(0, field->deficit[i]);
    }
    free(used);
}

/* The field and its best worths, which are with the worker. */
static void field_set(struct effort *effort, struct worker *worker,
                      struct field *field, struct rest *rest)
{
    struct worth *worth = worker->worth;
    size_t n = (size_t)effort->single->jobs;
    size_t sites = (size_t)effort->single->sites;
    rest_free(field->rest);
    field->rest = rest;
    memcpy(field->worth, worth->best, n * sizeof(double));
    memcpy(worth->worth, worth->best, n * sizeof(double));
    worth_look(worth, rest);
    memcpy(field->gain, worth->gain, sites * sizeof(double));
    if (!isinf(effort->total))
        effort_deficits(effort, field);
}

/* Which sites the best assignment uses; returns whether those are the ones
 * that are open in the narrow field. */
static bool uses(const struct effort *effort, bool *used)
{
    const struct rest *rest = effort->field[NARROW].rest;
    bool same = rest != NULL;
    for (int j = 0; j < effort->single->jobs; j++)
        used[effort->site[j]] = true;
    for (int i = 0; same && i < effort->single->sites; i++)
        same = used[i] == !isinf(rest->stall[i].opening);
    return same;
}

static struct rest *rest_of(const struct effort *effort, const bool *used)
{
    struct rest *rest = rest_new(effort->single, NULL);
    for (int i = 0; i < effort->single->sites; i++) {
        if (used[i])
            rest_open(rest, i);
        else
            rest_shut(rest, i);
    }
    rest_sweep(rest);
    return rest;
}

/* The narrow field becomes the sites that the best assignment uses. */
static void narrow(struct effort *effort, struct worker *worker)
{
    struct worth *worth = worker->worth;
    bool *used = mem_new((size_t)effort->single->sites, sizeof *used);
    if (!uses(effort, used)) {
        struct rest *rest = rest_of(effort, used);
        memcpy(worth->best, effort->root->worth,
               (size_t)effort->single->jobs * sizeof(double));
        worth_begin(worth, 1);
        worker->taken += worth_shift(worth, rest);
        for (int i = 0; i < FIELD_LOOKS && worth->length > FIELD_SHORT; i++) {
            worker->taken++;
            if (worker->over(worker->data) ||
                !worth_step(worth, rest, effort->total))
                break;
        }
        field_set(effort, worker, &effort->field[NARROW], rest);
    }
    free(used);
}

void effort_widen(struct effort *effort, struct worker *worker)
{
    struct worth *worth = worker->worth;
    size_t n = (size_t)effort->single->jobs;
    double *kept = mem_raw(2 * n + 1, sizeof *kept);
    memcpy(kept, worth->worth, n * sizeof *kept);
    memcpy(kept + n, worth->best, n * sizeof *kept);
    memcpy(worth->best, effort->root->worth, n * sizeof *kept);
    field_set(effort, worker, &effort->field[WIDE],
              rest_copy(effort->root->rest));
    memcpy(worth->worth, kept, n * sizeof *kept);
    memcpy(worth->best, kept + n, n * sizeof *kept);
    free(kept);
}

void effort_redo(struct effort *effort, int number)
{
    const struct single *single = effort->single;
    struct worker *worker = effort->worker[number];
    struct rng rng =
        rng_new(effort->work->seed, (uint64_t)effort->round, (uint32_t)number);
    bool inside = effort->locate && effort->round % 4 < 2;
    if (inside)
        narrow(effort, worker);
    const struct field *field = &effort->field[inside ? NARROW : WIDE];
    struct redo redo = { single,
                         field->rest,
                         field->worth,
                         effort->site,
                         field->deficit,
                         single_wanted(single, effort->total),
                         0,
                         0 };
    double *reach = &effort->reach[number];
    while (worker->total > redo.wanted && !effort_round_over(effort, worker)) {
        bool large = rng_below(&rng, LARGE) == 0;
        double jobs = *reach;
        if (large)
            jobs *= pow(single->jobs / jobs, rng_number(&rng));
        redo.jobs = (int)jobs;
        redo.sites = (int)fmax(
            3, fmin(single->sites, 2 * jobs * single->sites / single->jobs));
        worker->looks = PART_LOOKS;
        bool done = redo_part(worker, &redo, &rng);
        worker->taken++;
        if (!large)
            *reach *= done ? 1.01 : 0.97;
        *reach = fmin(fmax(*reach, PART_LEAST), PART_MOST);
    }
}

/* It cools for some rounds, then begins again from the best assignment. */
void effort_locate(struct effort *effort, struct worker *worker)
{
    struct locate *locate = effort->locate;
    struct rng rng = rng_new(effort->work->seed, (uint64_t)effort->round, 77);
    double cool = (double)(effort->round % COOLING) / COOLING;
    double heat = HEAT * effort->total / effort->single->jobs * (1 - cool);
    if (effort->round % COOLING <= 1 || effort->total < locate->total - 1e-9)
        locate_from(locate, effort->site);
    locate->best_total = effort->total;
    while (!effort_round_over(effort, worker)) {
        locate_trial(locate, &rng, heat);
        worker->taken++;
    }
    if (locate->best_total < effort->total - 1e-9)
        worker_find(worker, locate->best);
}

void effort_choose(struct effort *effort)
{
    int least = -1;
    for (int i = 0; i < effort->dives; i++) {
        if (least < 0 || effort->dive[i]->bound < effort->dive[least]->bound)
            least = i;
    }
    effort->diver = least < 0 ? NULL : effort->dive[least];
    if (least >= 0)
        effort->dive[least] = effort->dive[--effort->dives];
}

void effort_dive(struct effort *effort, struct worker *worker)
{
    effort->diving = true;
    node_descend(worker, effort->diver, NULL);
    effort->diving = false;
}
