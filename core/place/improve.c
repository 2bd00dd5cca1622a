#include "core/place/improve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/place/pins.h"
#include "core/place/press.h"

/* From 0 to before a number. */
static int draw(struct improve *improve, int before)
{
    improve->state =
        improve->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((improve->state >> 33) % (uint64_t)before);
}

static double draw_share(struct improve *improve)
{
    return (1 + (double)draw(improve, 1 << 30)) / (double)((1 << 30) + 1);
}

static const struct place_problem *problem_of(const struct improve *improve)
{
    return improve->ledger.problem;
}

void improve_init(struct improve *improve, const struct place_problem *problem,
                  uint64_t seed)
{
    size_t n = (size_t)problem->enterprises + 1;
    size_t clusters = (size_t)problem->clusters + 1;
    *improve = (struct improve){ .problem = *problem,
                                 .state = seed * 2 + 1,
                                 .best = INFINITY };
    press_init(improve);
    ledger_init(&improve->ledger, &improve->problem);
    search_init(&improve->search, &improve->ledger);
    improve->search.steady = false;
    improve->cluster = mem_raw(n, sizeof(int));
    improve->year = mem_raw(n, sizeof(int));
    improve->price = mem_new(n, sizeof(double));
    improve->lead = mem_raw(n, sizeof(int));
    improve->place = mem_raw(n, sizeof(int));
    improve->there = mem_new(clusters, sizeof(int *));
    improve->count = mem_new(clusters, sizeof(int));
    improve->room = mem_new(clusters, sizeof(int));
    improve->best_cluster = mem_raw(n, sizeof(int));
    improve->best_year = mem_raw(n, sizeof(int));
    for (int e = 0; e < problem->enterprises; e++) {
        bool out = problem->out && problem->out[e];
        improve->cluster[e] = improve->year[e] = -1;
        if (ledger_leads(&improve->ledger, e) && !out)
            improve->lead[improve->leads++] = e;
    }
}

void improve_release(struct improve *improve)
{
    for (int c = 0; c < problem_of(improve)->clusters; c++)
        free(improve->there[c]);
    search_release(&improve->search);
    ledger_release(&improve->ledger);
    free(improve->cluster);
    free(improve->year);
    free(improve->price);
    free(improve->lead);
    free(improve->place);
    free(improve->there);
    free(improve->count);
    free(improve->room);
    free(improve->term);
    free(improve->limited);
    free(improve->sum);
    free(improve->press);
    free(improve->best_cluster);
    free(improve->best_year);
    *improve = (struct improve){ 0 };
}

/* Put it, and who moves with it, into a cluster; -1 is nowhere. */
static void put(struct improve *improve, int e, int cluster, int year)
{
    if (cluster >= 0) {
        ledger_take(&improve->ledger, e, cluster, year, 1);
        int count = improve->count[cluster]++;
        if (count == improve->room[cluster]) {
            improve->room[cluster] = 2 * count + 8;
            improve->there[cluster] =
                mem_grow(improve->there[cluster],
                         (size_t)improve->room[cluster], sizeof(int));
        }
        improve->there[cluster][count] = e;
        improve->place[e] = count;
    }
    improve->price[e] = ledger_price(&improve->ledger, e, cluster, year);
    improve->total += improve->price[e];
    int m = e;
    do {
        improve->cluster[m] = cluster;
        improve->year[m] = year;
        m = ledger_mate(&improve->ledger, m);
    } while (m != e);
    press_count(improve, e, 1);
}

static void take_out(struct improve *improve, int e)
{
    int cluster = improve->cluster[e];
    improve->total -= improve->price[e];
    press_count(improve, e, -1);
    if (cluster < 0)
        return;
    ledger_take(&improve->ledger, e, cluster, improve->year[e], -1);
    int last = improve->there[cluster][--improve->count[cluster]];
    improve->there[cluster][improve->place[e]] = last;
    improve->place[last] = improve->place[e];
}

/* The cheapest that fits, or to be left out where that is cheaper.  Limits of
 * terms press some more than others, so that not all give way at once. */
static bool choose_best(struct improve *improve, int e, bool pinned,
                        struct choice *choice)
{
    static const double times[] = { 0, 1, 1, 4 };
    if (improve->limits > 0)
        press_by(improve, times[draw(improve, 4)]);
    bool goes =
        search_best(&improve->search, e, choice) &&
        (pinned || choice->price < ledger_price(&improve->ledger, e, -1, -1));
    if (improve->limits > 0)
        press_by(improve, 1);
    return goes;
}

/* Returns false when one that is pinned has no place. */
static bool put_best(struct improve *improve, int e)
{
    struct choice choice;
    bool pinned = pin_is(&improve->ledger, e);
    if (choose_best(improve, e, pinned, &choice)) {
        put(improve, e, choice.cluster, choice.year);
        return true;
    }
    put(improve, e, -1, -1);
    return !pinned;
}

void improve_keep(struct improve *improve)
{
    size_t n = (size_t)problem_of(improve)->enterprises;
    /* Sums of many steps drift; a best one is summed again. */
    double total = 0;
    for (size_t e = 0; e < n; e++) {
        if (ledger_leads(&improve->ledger, (int)e))
            total += improve->price[e];
    }
    improve->total = total;
    total = improve_total(improve);
    if (total >= improve->best || improve_excess(improve) > 0)
        return;
    improve->best = total;
    memcpy(improve->best_cluster, improve->cluster, n * sizeof(int));
    memcpy(improve->best_year, improve->year, n * sizeof(int));
}

static void clear(struct improve *improve)
{
    const struct place_problem *problem = problem_of(improve);
    ledger_release(&improve->ledger);
    ledger_init(&improve->ledger, problem);
    improve->total = 0;
    for (int i = 0; i < improve->limits; i++)
        improve->sum[i] = 0;
    for (int c = 0; c < problem->clusters; c++)
        improve->count[c] = 0;
    for (int e = 0; e < problem->enterprises; e++)
        improve->cluster[e] = improve->year[e] = -1;
}

/* Where the pins find places, all of them; the ledger is left as it was. */
static bool pins_known(struct improve *improve, struct placement *placement)
{
    const struct place_problem *problem = problem_of(improve);
    struct ledger ledger;
    struct err err;
    ledger_init(&ledger, problem);
    bool kept = pins_place(&ledger, placement, &err);
    ledger_release(&ledger);
    return kept;
}

static bool wants(const struct improve *improve, int e, const int *cluster,
                  const int *year)
{
    return cluster[e] >= 0 && year[e] >= 0 && improve->cluster[e] < 0 &&
           ledger_leads(&improve->ledger, e) &&
           ledger_limits(&improve->ledger, e, cluster[e], year[e]) == 0;
}

bool improve_start(struct improve *improve, const int *cluster, const int *year)
{
    const struct place_problem *problem = problem_of(improve);
    struct placement pins = { .cluster = improve->cluster,
                              .year = improve->year };
    clear(improve);
    if (!pins_known(improve, &pins))
        return false;
    for (int e = 0; e < problem->enterprises; e++) {
        int c = improve->cluster[e];
        if (c >= 0 && ledger_leads(&improve->ledger, e))
            put(improve, e, c, improve->year[e]);
    }
    for (int i = 0; i < problem->enterprises; i++) {
        int e = problem->order[i];
        if (wants(improve, e, cluster, year))
            put(improve, e, cluster[e], year[e]);
    }
    for (int i = 0; i < problem->enterprises; i++) {
        int e = problem->order[i];
        if (improve->cluster[e] < 0 && ledger_leads(&improve->ledger, e))
            put_best(improve, e);
    }
    improve_keep(improve);
    return true;
}

/* What was taken out, and where it stood. */
struct part {
    int count;
    int e[IMPROVE_OUT], cluster[IMPROVE_OUT], year[IMPROVE_OUT];
};

static void part_add(struct improve *improve, struct part *part, int e)
{
    for (int i = 0; i < part->count; i++) {
        if (part->e[i] == e)
            return;
    }
    if (part->count == IMPROVE_OUT)
        return;
    part->e[part->count] = e;
    part->cluster[part->count] = improve->cluster[e];
    part->year[part->count++] = improve->year[e];
}

/* One who leads, rather one who is left out or dear, and some of those in a
 * cluster it would like; some of another cluster as well. */
static void choose(struct improve *improve, struct part *part)
{
    const struct place_problem *problem = problem_of(improve);
    int e = improve->lead[draw(improve, improve->leads)];
    for (int i = 0; i < 3; i++) {
        int other = improve->lead[draw(improve, improve->leads)];
        if (improve->price[other] > improve->price[e])
            e = other;
    }
    part_add(improve, part, e);
    int most = 2 + draw(improve, IMPROVE_OUT - 2);
    int c = draw(improve, problem->clusters);
    for (int i = 0; i < 6; i++) {
        int other = draw(improve, problem->clusters);
        if (place_price_site(problem, e, other, 0) <
            place_price_site(problem, e, c, 0))
            c = other;
    }
    for (int i = 0; i < most; i++) {
        int from =
            i % 3 == 2 && improve->cluster[e] >= 0 ? improve->cluster[e] : c;
        int count = improve->count[from];
        if (count > 0)
            part_add(improve, part, improve->there[from][draw(improve, count)]);
        else
            part_add(improve, part,
                     improve->lead[draw(improve, improve->leads)]);
    }
}

static void shuffle(struct improve *improve, int *number, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int other = draw(improve, i + 1), mine = number[i];
        number[i] = number[other];
        number[other] = mine;
    }
}

/* Those first whom leaving out costs most. */
static void sort_dearest(int *number, int count, const double *dear)
{
    for (int i = 1; i < count; i++) {
        int mine = number[i], at = i;
        for (; at > 0 && dear[number[at - 1]] < dear[mine]; at--)
            number[at] = number[at - 1];
        number[at] = mine;
    }
}

/* Put all back; those first whom leaving out costs most, or in any order. */
static bool recreate(struct improve *improve, const struct part *part)
{
    int order[IMPROVE_OUT];
    double dear[IMPROVE_OUT];
    bool placed = true, any = draw(improve, 2) == 0;
    for (int i = 0; i < part->count; i++) {
        order[i] = i;
        dear[i] = ledger_price(&improve->ledger, part->e[i], -1, -1) *
                  (0.5 + draw_share(improve));
    }
    shuffle(improve, order, part->count);
    if (!any)
        sort_dearest(order, part->count, dear);
    for (int i = 0; i < part->count; i++)
        placed = put_best(improve, part->e[order[i]]) && placed;
    return placed;
}

static void put_back(struct improve *improve, const struct part *part)
{
    for (int i = 0; i < part->count; i++)
        take_out(improve, part->e[i]);
    for (int i = 0; i < part->count; i++)
        put(improve, part->e[i], part->cluster[i], part->year[i]);
}

static bool is_better(const struct improve *improve, double total)
{
    return total < improve->best - 1e-12 * fabs(improve->best);
}

void improve_try(struct improve *improve, double heat)
{
    struct part part = { .count = 0 };
    if (improve->leads == 0 || problem_of(improve)->clusters == 0)
        return;
    choose(improve, &part);
    double before = improve->total, mine = improve_total(improve);
    bool kept = improve_excess(improve) == 0;
    for (int i = 0; i < part.count; i++)
        take_out(improve, part.e[i]);
    bool placed = recreate(improve, &part);
    double more = improve->total - before;
    bool stays =
        placed && (more <= 0 || draw_share(improve) < exp(-more / heat));
    /* A best one is kept when it is about to be left, not each time. */
    bool worse = more > 0 || improve->limits > 0;
    bool leaves = stays && worse && kept && is_better(improve, mine);
    if (!stays || leaves) {
        put_back(improve, &part);
        improve->total = before;
    }
    if (leaves)
        improve_keep(improve);
}

double improve_bound(struct improve *improve)
{
    const struct place_problem *problem = problem_of(improve);
    double sum = 0;
    clear(improve);
    for (int e = 0; e < problem->enterprises; e++) {
        struct choice choice;
        if (!ledger_leads(&improve->ledger, e))
            continue;
        double left = ledger_price(&improve->ledger, e, -1, -1);
        bool fits = search_best(&improve->search, e, &choice);
        if (fits && (pin_is(&improve->ledger, e) || choice.price < left))
            left = choice.price;
        sum += left;
    }
    return sum;
}
