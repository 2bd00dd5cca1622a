/* What the bound alone decides.
 *
 * After M. Posta, J. A. Ferland and P. Michelon (2012), "An exact method with
 * variable fixing for solving the generalized assignment problem",
 * Computational Optimization and Applications 52: the knapsacks say what it
 * costs the bound that a site takes a job, or does without it.  A job that
 * goes to one site is done without by all others, so these losses add up.
 */
#include <stdlib.h>
#include <string.h>

#include "core/assign/worth.h"
#include "core/base/mem.h"

struct losses {
    const struct rest *rest;
    double *take, *leave; /* [entry] of all lists */
    double *left;         /* [job] leave, summed over the sites */
    double bound;
    double price; /* of room: that the sites used have enough for all */
};

static double opening(const struct losses *losses, const struct stall *stall)
{
    return stall->opening - losses->price * stall->room;
}

/* Margins from the price of room alone, for sacks of many small items: at that
 * price no packing is worth more than all items that pay for their room. */
static double margins_at(const struct sack *sack, double rate, double *without,
                         double *with)
{
    double all = rate * sack->room;
    for (int i = 0; i < sack->count; i++)
        all += fmax(0, sack->profit[i] - rate * sack->weight[i]);
    for (int i = 0; i < sack->count; i++) {
        double pays = sack->profit[i] - rate * sack->weight[i];
        without[i] = all - fmax(0, pays);
        with[i] = all + fmin(0, pays);
    }
    return all;
}

/* The losses of one site; returns its gain. */
static double site_losses(struct worth *worth, const struct losses *losses,
                          int site, size_t at)
{
    const struct stall *stall = losses->rest->stall + site;
    double *take = losses->take + at, *leave = losses->leave + at;
    double opens = opening(losses, stall);
    for (int e = 0; e < stall->count; e++)
        worth->profit[e] = worth->worth[stall->job[e]] - stall->cost[e];
    const struct sack sack = { stall->count, stall->room, worth->profit,
                               stall->need };
    double cells = (double)stall->count * (double)stall->room;
    bool large = worth->single->problem->opening && cells > KNAPSACK_CELLS;
    double value = large
                       ? margins_at(&sack, worth->rate[site], leave, take)
                       : knapsack_margins(worth->knapsack, &sack, leave, take);
    double gain = fmax(0, value - opens);
    for (int e = 0; e < stall->count; e++) {
        take[e] = gain - (take[e] - opens);
        leave[e] = gain - fmax(0, leave[e] - opens);
    }
    return gain;
}

static void losses_make(struct losses *losses, struct worth *worth,
                        const struct rest *rest)
{
    size_t at = 0;
    losses->bound = rest->paid + losses->price * (double)rest->demand;
    for (int j = 0; j < worth->single->jobs; j++)
        losses->bound += rest->settled[j] < 0 ? worth->worth[j] : 0;
    for (int i = 0; i < worth->single->sites; i++) {
        const struct stall *stall = &rest->stall[i];
        losses->bound -= site_losses(worth, losses, i, at);
        for (int e = 0; e < stall->count; e++)
            losses->left[stall->job[e]] += losses->leave[at + (size_t)e];
        at += (size_t)stall->count;
    }
}

/* What the sites used pay at least, with that price on room. */
static double paid_at(const struct sack *shutting, const struct rest *rest,
                      double price)
{
    double paid = price * (double)rest->demand;
    for (int i = 0; i < shutting->count; i++)
        paid += fmin(0, shutting->profit[i] - price * shutting->weight[i]);
    return paid;
}

/* The best price: one at which some site is as good open as shut. */
static double room_price(const struct sack *shutting, const struct rest *rest)
{
    double best = 0, most = paid_at(shutting, rest, 0);
    for (int i = 0; i < shutting->count; i++) {
        if (!(shutting->profit[i] > 0) || shutting->weight[i] == 0)
            continue;
        double price = shutting->profit[i] / shutting->weight[i];
        double paid = paid_at(shutting, rest, price);
        if (paid > most) {
            most = paid;
            best = price;
        }
    }
    return best;
}

/* Sites that must be used, or must not. */
static void fix_sites(struct worth *worth, struct rest *rest, double bound,
                      double wanted)
{
    const struct sack sack = worth_shutting(worth, rest);
    int sites = worth->single->sites;
    double *open = mem_new(2 * (size_t)sites, sizeof *open);
    double *shut = open + sites;
    double best = knapsack_margins(worth->knapsack, &sack, open, shut);
    for (int i = 0; i < sites; i++) {
        if (isinf(rest->stall[i].opening) || rest->stall[i].opening == 0)
            continue;
        if (bound + best - open[i] > wanted)
            rest_shut(rest, i);
        else if (bound + best - shut[i] > wanted)
            rest_open(rest, i);
    }
    free(open);
}

/* Best and next best of one job so far. */
struct ends {
    double best, next;
    int site;
};

static void ends_offer(struct ends *ends, double loss, int site)
{
    if (loss < ends->best) {
        ends->next = ends->best;
        ends->best = loss;
        ends->site = site;
    } else if (loss < ends->next) {
        ends->next = loss;
    }
}

static void drop(const struct losses *losses, struct rest *rest, double wanted,
                 struct ends *ends)
{
    size_t at = 0;
    for (int i = 0; i < rest->single->sites; i++) {
        struct stall *stall = &rest->stall[i];
        for (int e = 0; e < stall->count; e++, at++) {
            int job = stall->job[e];
            double loss =
                losses->left[job] - losses->leave[at] + losses->take[at];
            ends_offer(&ends[job], loss, i);
            if (losses->bound + loss > wanted)
                stall->cost[e] = INFINITY;
        }
    }
}

/* Everyone must go somewhere. */
static void ends_keep(struct worth *worth, const struct rest *rest,
                      const struct ends *ends, double bound)
{
    for (int j = 0; j < worth->single->jobs; j++) {
        if (rest->settled[j] >= 0)
            continue;
        worth->first[j] = ends[j].site;
        worth->lead[j] = ends[j].next - ends[j].best;
        worth->floor = fmax(worth->floor, bound + ends[j].best);
    }
}

bool worth_fix(struct worth *worth, struct rest *rest, double wanted)
{
    size_t size = rest_size(rest), n = (size_t)worth->single->jobs;
    double *memory = mem_new(2 * size + n + 1, sizeof *memory);
    struct ends *ends = mem_raw(n + 1, sizeof *ends);
    struct losses losses = { rest, memory, memory + size, memory + 2 * size,
                             0,    0 };
    for (size_t j = 0; j < n; j++)
        ends[j] = (struct ends){ INFINITY, INFINITY, -1 };
    memcpy(worth->worth, worth->best, n * sizeof(double));
    worth->floor = worth_look(worth, rest);
    const struct sack shutting = worth_shutting(worth, rest);
    losses.price = room_price(&shutting, rest);
    losses_make(&losses, worth, rest);
    drop(&losses, rest, wanted, ends);
    fix_sites(worth, rest, worth->floor, wanted);
    ends_keep(worth, rest, ends, losses.bound);
    free(memory);
    free(ends);
    return worth->floor <= wanted && rest_sweep(rest);
}
