#include "core/assign/host_pack.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/phasing.h"
#include "core/base/mem.h"

enum { UNITS = 20000 }; /* of room, at most */

/* Who may go to a site, at the prices of the moment. */
struct visitor {
    size_t at;
    int job, need;             /* of the kept resource, in units */
    double gain[ASSIGN_YEARS]; /* from that year on */
    int year[ASSIGN_YEARS];
};

/* How a site is best: the phases up to the last one open, the first in that
 * year; room in units. */
struct way {
    double gain;
    int last, year, room;
};

struct host_pack {
    struct host *host;
    int *kept;        /* [site] resource */
    struct way *way;  /* [site] the last one */
    double *price;    /* [site] of a unit of it, about */
    double *unit;     /* [site] */
    int *head, *next; /* [site], [guest]: who may go where; -1: no more */
    struct visitor *visitor;
    int visitors, space;
    double *value;       /* [units + 1] of the knapsack at hand */
    unsigned char *take; /* [visitor * (units + 1) + units] */
    size_t cells;
    double *tail; /* [phase * (years + 1) + year] of this phase and those
                     behind it that open, from that year on */
};

static double room_of(const struct assign_problem *problem, int phase, int r)
{
    return problem->phases.room[phase * problem->resources + r];
}

/* The resource whose last row is paid most for. */
static void kept_choose(struct host_pack *pack, int k)
{
    struct engine *engine = pack->host->engine;
    const struct assign_problem *problem = engine->problem;
    const int *start = problem->phases.start;
    int R = problem->resources, last = engine->first[k + 1] - 1;
    double most = -1, room = 0;
    for (int r = 0; r < R; r++) {
        double sum = 0;
        for (int p = start[k]; p < start[k + 1]; p++)
            sum += room_of(problem, p, r);
        double paid = sum * engine->price[last * R + r];
        if (paid > most) {
            most = paid;
            room = sum;
            pack->kept[k] = r;
        }
    }
    double *price = &engine->price[last * R + pack->kept[k]];
    pack->unit[k] = fmax(1, ceil(room / UNITS));
    pack->price[k] = *price * pack->unit[k];
    /* A kept limit needs no price. */
    if (start[k] < start[k + 1])
        *price = 0;
}

static const struct way no_way = { 0, -1, 0, 0 };

struct host_pack *host_pack_new(struct host *host)
{
    const struct assign_problem *problem = host->engine->problem;
    size_t sites = (size_t)problem->sites + 1, T = (size_t)problem->years;
    size_t phases = (size_t)problem->phases.start[problem->sites];
    struct host_pack *pack = mem_new(1, sizeof *pack);
    pack->host = host;
    pack->kept = mem_new(sites, sizeof(int));
    pack->way = mem_new(sites, sizeof *pack->way);
    pack->price = mem_new(sites, sizeof(double));
    pack->unit = mem_new(sites, sizeof(double));
    pack->head = mem_raw(sites, sizeof(int));
    pack->next = mem_raw(problem->start[problem->jobs] + 1, sizeof(int));
    pack->value = mem_raw(UNITS + 2, sizeof(double));
    pack->tail = mem_raw((phases + 1) * (T + 1), sizeof(double));
    for (int k = 0; k < problem->sites; k++) {
        kept_choose(pack, k);
        pack->way[k] = no_way;
    }
    return pack;
}

void host_pack_free(struct host_pack *pack)
{
    free(pack->kept);
    free(pack->way);
    free(pack->price);
    free(pack->unit);
    free(pack->head);
    free(pack->next);
    free(pack->visitor);
    free(pack->value);
    free(pack->take);
    free(pack->tail);
    free(pack);
}

/* Deal the guests out to the sites, in the order of the jobs. */
static void guests_deal(struct host_pack *pack)
{
    const struct host *host = pack->host;
    const struct engine *engine = host->engine;
    for (int k = 0; k < engine->problem->sites; k++)
        pack->head[k] = -1;
    for (size_t i = host->guests; i-- > 0;) {
        int site = engine->option[host->guest[i].at].site;
        pack->next[i] = pack->head[site];
        pack->head[site] = (int)i;
    }
}

static void visitor_set(struct host_pack *pack, int site, int guest,
                        struct visitor *visitor)
{
    const struct host *host = pack->host;
    const struct engine *engine = host->engine;
    struct least least;
    visitor->at = host->guest[guest].at;
    visitor->job = host->guest[guest].job;
    double need =
        engine_need(engine, visitor->job, visitor->at)[pack->kept[site]];
    /* Rounded down, as room is: that only lets in more. */
    visitor->need = (int)fmin(floor(need / pack->unit[site]), UNITS + 1.0);
    host_least(engine, visitor->job, visitor->at, &least);
    for (int t = 0; t < engine->problem->years; t++) {
        visitor->gain[t] = host->worth[visitor->job] - least.cost[t];
        visitor->year[t] = least.year[t];
    }
}

static void visitors_find(struct host_pack *pack, int site)
{
    pack->visitors = 0;
    for (int g = pack->head[site]; g >= 0; g = pack->next[g]) {
        if (pack->visitors == pack->space) {
            pack->space = pack->space ? 2 * pack->space : 64;
            pack->visitor = mem_grow(pack->visitor, (size_t)pack->space,
                                     sizeof *pack->visitor);
        }
        visitor_set(pack, site, g, &pack->visitor[pack->visitors++]);
    }
}

/* The best packings of those who gain from that year on, for all rooms up to
 * that one.  with: notes who is in. */
static void knapsack(struct host_pack *pack, int year, int room, bool with)
{
    size_t units = (size_t)room + 1;
    double *value = pack->value;
    memset(value, 0, units * sizeof *value);
    for (int i = 0; i < pack->visitors; i++) {
        const struct visitor *visitor = &pack->visitor[i];
        double gain = visitor->gain[year];
        unsigned char *take = pack->take + (size_t)i * units;
        if (with)
            memset(take, 0, units);
        if (!(gain > 0) || visitor->need > room)
            continue;
        size_t need = (size_t)visitor->need;
        for (size_t x = units; x-- > need;) {
            double sum = value[x - need] + gain;
            if (with)
                take[x] = sum > value[x];
            value[x] = sum > value[x] ? sum : value[x];
        }
    }
}

/* Not less than any packing from that year on, whatever the price. */
static double packed_most(const struct host_pack *pack, int site, int year,
                          int room)
{
    double price = pack->price[site], sum = price * room;
    for (int i = 0; i < pack->visitors; i++) {
        const struct visitor *visitor = &pack->visitor[i];
        double gain = visitor->gain[year] - price * visitor->need;
        sum += gain > 0 ? gain : 0;
    }
    return sum;
}

/* What the phases earn beside the kept room that open: those from first to
 * last, each at its best from a year on. */
static void tails_set(struct host_pack *pack, int site, int last)
{
    const struct host *host = pack->host;
    const struct assign_problem *problem = host->engine->problem;
    int T = problem->years;
    for (int p = last; p >= problem->phases.start[site]; p--) {
        double *tail = pack->tail + p * (T + 1);
        tail[T] = -INFINITY;
        for (int t = T - 1; t >= 0; t--) {
            tail[t] = tail[t + 1];
            if (t < problem->phases.earliest[p])
                continue;
            double here = phasing_worth(host->phasing, site, p, t) +
                          (p == last ? 0 : tail[T + 1 + t]);
            tail[t] = here > tail[t] ? here : tail[t];
        }
    }
}

/* What those from first to last earn when the first one opens in that year;
 * the tails must be set. */
static double phases_worth(const struct host_pack *pack, int site, int last,
                           int year)
{
    const struct host *host = pack->host;
    const struct assign_problem *problem = host->engine->problem;
    int first = problem->phases.start[site], T = problem->years;
    if (year < problem->phases.earliest[first])
        return -INFINITY;
    return phasing_worth(host->phasing, site, first, year) +
           (first == last ? 0 : pack->tail[(first + 1) * (T + 1) + year]);
}

static void way_try(struct host_pack *pack, int site, const struct way *way,
                    struct way *best)
{
    int t = way->year, room = way->room;
    double beside = phases_worth(pack, site, way->last, t);
    if (!(beside + packed_most(pack, site, t, room) > best->gain))
        return;
    knapsack(pack, t, room, false);
    double gain = beside + pack->value[room];
    if (gain > best->gain)
        *best = (struct way){ gain, way->last, t, room };
}

/* The years of a way, and what is spent. */
static void way_open(struct host_pack *pack, int site, const struct way *way)
{
    struct phasing *phasing = pack->host->phasing;
    const struct assign_problem *problem = pack->host->engine->problem;
    const int *start = problem->phases.start;
    int T = problem->years, year = way->year;
    if (way->last >= 0)
        tails_set(pack, site, way->last);
    for (int p = start[site]; p < start[site + 1]; p++) {
        const double *tail = pack->tail + p * (T + 1);
        bool opens = way->last >= p;
        while (opens && p > start[site] && tail[year] == tail[year + 1])
            year++;
        phasing->opens[p] = opens ? year : T;
        for (int t = phasing->opens[p]; t < T; t++)
            phasing->spent[t] += problem->phases.cost[p];
    }
}

static void way_take(struct host_pack *pack, const struct way *way)
{
    struct host *host = pack->host;
    size_t units = (size_t)way->room + 1, x = units - 1;
    size_t cells = units * (size_t)pack->visitors;
    if (cells > pack->cells) {
        free(pack->take);
        pack->take = mem_raw(cells, 1);
        pack->cells = cells;
    }
    knapsack(pack, way->year, way->room, true);
    for (int i = pack->visitors - 1; i >= 0; i--) {
        const struct visitor *visitor = &pack->visitor[i];
        if (!pack->take[(size_t)i * units + x])
            continue;
        demand_add(host->engine, &host->demand, visitor->job, visitor->at,
                   visitor->year[way->year]);
        host->missing[visitor->job]--;
        x -= (size_t)visitor->need;
    }
}

/* The last way first: it is still good, and others need no closer look. */
static struct way way_best(struct host_pack *pack, int site)
{
    const struct assign_problem *problem = pack->host->engine->problem;
    const int *start = problem->phases.start;
    const struct way before = pack->way[site];
    struct way best = no_way;
    double room = 0;
    if (before.last >= 0) {
        tails_set(pack, site, before.last);
        way_try(pack, site, &before, &best);
    }
    for (int last = start[site]; last < start[site + 1]; last++) {
        room += room_of(problem, last, pack->kept[site]);
        tails_set(pack, site, last);
        for (int t = 0; t < problem->years; t++) {
            const struct way way = { 0, last, t,
                                     (int)(room / pack->unit[site]) };
            way_try(pack, site, &way, &best);
        }
    }
    return best;
}

static double site_pack(struct host_pack *pack, int site)
{
    const struct assign_problem *problem = pack->host->engine->problem;
    const int *start = problem->phases.start;
    visitors_find(pack, site);
    struct way way = way_best(pack, site);
    if (start[site] == start[site + 1]) {
        /* Who needs nothing needs no phase. */
        knapsack(pack, 0, 0, false);
        way.gain = pack->value[0];
    }
    way_open(pack, site, &way);
    if (way.gain > 0)
        way_take(pack, &way);
    pack->way[site] = way;
    return way.gain;
}

double host_pack_pass(struct host_pack *pack)
{
    const struct assign_problem *problem = pack->host->engine->problem;
    double sum = 0;
    guests_deal(pack);
    phasing_begin(pack->host->phasing);
    for (int k = 0; k < problem->sites; k++)
        sum += site_pack(pack, k);
    return sum;
}
