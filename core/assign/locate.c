#include "core/assign/locate.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

static inline size_t cell_of(const struct locate *locate, int site, int job)
{
    return (size_t)site * (size_t)locate->single->jobs + (size_t)job;
}

static inline double cost_of(const struct locate *locate, int site, int job)
{
    return locate->single->cost[cell_of(locate, site, job)];
}

static inline int need_of(const struct locate *locate, int site, int job)
{
    return locate->single->need[cell_of(locate, site, job)];
}

struct priced {
    double cost;
    int site;
};

static int priced_compare(const void *left, const void *right)
{
    const struct priced *a = left, *b = right;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->site - b->site;
}

static void order_make(struct locate *locate)
{
    const struct single *single = locate->single;
    size_t sites = (size_t)single->sites;
    struct priced *priced = mem_raw(sites, sizeof *priced);
    for (int j = 0; j < single->jobs; j++) {
        int count = 0;
        for (int i = 0; i < single->sites; i++) {
            if (!isinf(cost_of(locate, i, j)))
                priced[count++] = (struct priced){ cost_of(locate, i, j), i };
        }
        qsort(priced, (size_t)count, sizeof *priced, priced_compare);
        locate->choices[j] = count;
        for (int i = 0; i < count; i++)
            locate->order[(size_t)j * sites + (size_t)i] = priced[i].site;
    }
    free(priced);
}

struct locate *locate_new(const struct single *single)
{
    struct locate *locate = mem_new(1, sizeof *locate);
    size_t n = (size_t)single->jobs + 1, sites = (size_t)single->sites;
    locate->single = single;
    locate->order = mem_raw(n * sites, sizeof(int));
    locate->choices = mem_raw(n, sizeof(int));
    locate->site = mem_raw(n, sizeof(int));
    locate->best = mem_raw(n, sizeof(int));
    locate->out = mem_raw(n, sizeof(int));
    locate->kept_site = mem_raw(n, sizeof(int));
    locate->left = mem_raw(sites, sizeof(int));
    locate->count = mem_raw(sites, sizeof(int));
    locate->kept_left = mem_raw(sites, sizeof(int));
    locate->kept_count = mem_raw(sites, sizeof(int));
    locate->open = mem_raw(sites, sizeof(bool));
    locate->barred = mem_new(sites, sizeof(bool));
    locate->barred[sites - 1] = true;
    locate->best_total = INFINITY;
    order_make(locate);
    return locate;
}

void locate_free(struct locate *locate)
{
    if (!locate)
        return;
    free(locate->order);
    free(locate->choices);
    free(locate->site);
    free(locate->best);
    free(locate->out);
    free(locate->kept_site);
    free(locate->left);
    free(locate->count);
    free(locate->kept_left);
    free(locate->kept_count);
    free(locate->open);
    free(locate->barred);
    free(locate);
}

static void leave(struct locate *locate, int job)
{
    int site = locate->site[job];
    locate->left[site] += need_of(locate, site, job);
    locate->total -= cost_of(locate, site, job);
    if (--locate->count[site] == 0)
        locate->total -= locate->single->opening[site];
    locate->site[job] = -1;
}

static void enter(struct locate *locate, int job, int site)
{
    locate->left[site] -= need_of(locate, site, job);
    locate->total += cost_of(locate, site, job);
    if (locate->count[site]++ == 0)
        locate->total += locate->single->opening[site];
    locate->site[job] = site;
}

static void take_out(struct locate *locate, int job)
{
    if (locate->site[job] < 0)
        return;
    leave(locate, job);
    locate->out[locate->outs++] = job;
}

void locate_from(struct locate *locate, const int *site)
{
    const struct single *single = locate->single;
    size_t sites = (size_t)single->sites;
    memcpy(locate->left, single->room, sites * sizeof(int));
    memset(locate->count, 0, sites * sizeof(int));
    locate->total = 0;
    for (int j = 0; j < single->jobs; j++)
        enter(locate, j, site[j]);
}

/* The two cheapest open sites with room for the job. */
struct places {
    int first;
    double regret;
};

static struct places places_of(const struct locate *locate, int job)
{
    const int *order =
        locate->order + (size_t)job * (size_t)locate->single->sites;
    struct places places = { -1, INFINITY };
    for (int r = 0; r < locate->choices[job]; r++) {
        int site = order[r];
        if (!locate->open[site] ||
            need_of(locate, site, job) > locate->left[site])
            continue;
        if (places.first >= 0) {
            places.regret =
                cost_of(locate, site, job) - cost_of(locate, places.first, job);
            break;
        }
        places.first = site;
    }
    return places;
}

enum { SAMPLE = 100 };

/* Who is next to go back in, and where; of very many only some are looked at.
 * -1 when one of them fits nowhere. */
static int draw_next(const struct locate *locate, struct rng *rng, int *site)
{
    int best = -1, outs = locate->outs;
    int from = outs > SAMPLE ? rng_below(rng, outs - SAMPLE + 1) : 0;
    double most = -INFINITY;
    for (int i = from; i < outs && i < from + SAMPLE; i++) {
        int job = locate->out[i];
        struct places places = places_of(locate, job);
        if (places.first < 0)
            return -1;
        double regret = places.regret * (0.7 + 0.6 * rng_number(rng));
        if (isinf(regret))
            regret = 1e100 * need_of(locate, places.first, job);
        if (regret > most) {
            most = regret;
            best = i;
            *site = places.first;
        }
    }
    return best;
}

/* Back in, first who would lose most by waiting; of those with one place left
 * the one that needs most. */
static bool put_back(struct locate *locate, struct rng *rng)
{
    while (locate->outs > 0) {
        int site = -1, next = draw_next(locate, rng, &site);
        if (next < 0)
            return false;
        enter(locate, locate->out[next], site);
        locate->out[next] = locate->out[--locate->outs];
    }
    return true;
}

/* The job changes places with a dearer one that gains by it. */
static bool swap(struct locate *locate, int job)
{
    int from = locate->site[job];
    for (int other = 0; other < locate->single->jobs; other++) {
        int to = locate->site[other];
        double gain = cost_of(locate, from, job) + cost_of(locate, to, other) -
                      cost_of(locate, to, job) - cost_of(locate, from, other);
        if (!(gain > 1e-9) || to == from ||
            need_of(locate, to, job) >
                locate->left[to] + need_of(locate, to, other) ||
            need_of(locate, from, other) >
                locate->left[from] + need_of(locate, from, job))
            continue;
        leave(locate, job);
        leave(locate, other);
        enter(locate, job, to);
        enter(locate, other, from);
        return true;
    }
    return false;
}

/* To the cheapest site with room, when that is cheaper than where it is. */
static bool shift(struct locate *locate, int job)
{
    const int *order =
        locate->order + (size_t)job * (size_t)locate->single->sites;
    int from = locate->site[job];
    double cost = cost_of(locate, from, job) - 1e-9;
    for (int r = 0; cost_of(locate, order[r], job) < cost; r++) {
        int site = order[r];
        if (!locate->open[site] ||
            need_of(locate, site, job) > locate->left[site])
            continue;
        leave(locate, job);
        enter(locate, job, site);
        return true;
    }
    return false;
}

/* Until nobody gains by moving alone or changing places. */
static void settle(struct locate *locate)
{
    bool moved = true;
    for (int pass = 0; moved && pass < 6; pass++) {
        moved = false;
        for (int j = 0; j < locate->single->jobs; j++)
            moved = shift(locate, j) || moved;
        for (int j = 0; j < locate->single->jobs; j++)
            moved =
                (locate->site[j] != locate->kept_site[j] && swap(locate, j)) ||
                moved;
    }
}

static int draw_site(const struct locate *locate, struct rng *rng, bool used)
{
    int sites = locate->single->sites - 1;
    int site = rng_below(rng, sites);
    for (int i = 0; i < sites; i++, site = site + 1 == sites ? 0 : site + 1) {
        if ((locate->count[site] > 0) == used && locate->single->room[site] > 0)
            return site;
    }
    return -1;
}

static void shut(struct locate *locate, int site)
{
    for (int j = 0; j < locate->single->jobs; j++) {
        if (locate->site[j] == site)
            take_out(locate, j);
    }
    locate->open[site] = false;
}

/* Those to whom it is cheaper may go there. */
static void open(struct locate *locate, int site)
{
    locate->open[site] = true;
    for (int j = 0; j < locate->single->jobs; j++) {
        int now = locate->site[j];
        if (now >= 0 && cost_of(locate, site, j) < cost_of(locate, now, j))
            take_out(locate, j);
    }
}

/* An unused site that would serve someone of the other cheaply. */
static int near_site(const struct locate *locate, struct rng *rng, int job)
{
    const int *order =
        locate->order + (size_t)job * (size_t)locate->single->sites;
    for (int r = 0; r < locate->choices[job]; r++) {
        if (locate->count[order[r]] == 0 && !locate->barred[order[r]] &&
            rng_below(rng, 3) == 0)
            return order[r];
    }
    return -1;
}

static void ruin(struct locate *locate, struct rng *rng)
{
    int kind = rng_below(rng, 5);
    int job = rng_below(rng, locate->single->jobs);
    int opens = kind == 1 || kind >= 3 ? near_site(locate, rng, job) : -1;
    int shuts = kind >= 2 ? draw_site(locate, rng, true) : -1;
    if (kind == 4)
        shuts = locate->site[job];
    if (shuts >= 0)
        shut(locate, shuts);
    if (opens >= 0)
        open(locate, opens);
    int few = kind == 0 ? 12 : 4;
    for (int i = 0; i < few; i++)
        take_out(locate, rng_below(rng, locate->single->jobs));
}

static void keep(struct locate *locate)
{
    const struct single *single = locate->single;
    size_t sites = (size_t)single->sites;
    memcpy(locate->kept_site, locate->site, (size_t)single->jobs * sizeof(int));
    memcpy(locate->kept_left, locate->left, sites * sizeof(int));
    memcpy(locate->kept_count, locate->count, sites * sizeof(int));
}

static void restore(struct locate *locate)
{
    const struct single *single = locate->single;
    size_t sites = (size_t)single->sites;
    memcpy(locate->site, locate->kept_site, (size_t)single->jobs * sizeof(int));
    memcpy(locate->left, locate->kept_left, sites * sizeof(int));
    memcpy(locate->count, locate->kept_count, sites * sizeof(int));
}

static void look(struct locate *locate)
{
    if (locate->total >= locate->best_total - 1e-9)
        return;
    locate->best_total = locate->total;
    memcpy(locate->best, locate->site,
           (size_t)locate->single->jobs * sizeof(int));
}

void locate_fill(struct locate *locate, const bool *shut, struct rng *rng)
{
    const struct single *single = locate->single;
    int last = single->sites - 1;
    memcpy(locate->left, single->room, (size_t)single->sites * sizeof(int));
    memset(locate->count, 0, (size_t)single->sites * sizeof(int));
    locate->total = 0;
    locate->outs = 0;
    for (int i = 0; i <= last; i++)
        locate->open[i] = i < last && !shut[i];
    for (int j = 0; j < single->jobs; j++) {
        locate->site[j] = -1;
        locate->out[locate->outs++] = j;
    }
    if (!put_back(locate, rng)) {
        for (int i = 0; i <= last; i++)
            locate->open[i] = true;
        put_back(locate, rng);
    }
    keep(locate);
    settle(locate);
    look(locate);
}

void locate_trial(struct locate *locate, struct rng *rng, double heat)
{
    double before = locate->total;
    int last = locate->single->sites - 1;
    keep(locate);
    locate->outs = 0;
    for (int i = 0; i <= last; i++)
        locate->open[i] = locate->count[i] > 0 || i == last;
    ruin(locate, rng);
    if (put_back(locate, rng)) {
        settle(locate);
        double most = before - heat * log(1 - rng_number(rng));
        if (locate->total <= most) {
            look(locate);
            return;
        }
    }
    restore(locate);
    locate->total = before;
}
