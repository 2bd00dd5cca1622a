#include "tests/assign_world.h"

#include <string.h>

#include "core/base/rng.h"

static struct rng rng;

/* A number from 0 to most. */
static int dice(int most)
{
    return rng_below(&rng, most + 1);
}

static bool one_in(int chance)
{
    return dice(chance - 1) == 0;
}

static void options(struct world *w)
{
    size_t used = 0;
    struct assign_problem *p = &w->problem;
    bool negative = one_in(10);
    int from = one_in(8) ? SITES - 1 : 0; /* those in front are out of reach */
    for (int j = 0; j < p->jobs; j++) {
        w->start[j] = used;
        for (int k = from; k < p->sites; k++) {
            if (one_in(5))
                continue;
            w->option[used++] = (struct assign_option){
                .site = k,
                .cost = (float)(dice(30) - (negative ? 15 : 0)),
                .spend = (float)dice(4),
            };
        }
    }
    w->start[p->jobs] = used;
    for (size_t i = 0; i < sizeof w->need / sizeof *w->need; i++)
        w->need[i] = one_in(10) ? 40 : dice(6);
}

static void jobs(struct world *w)
{
    for (int j = 0; j < JOBS; j++) {
        w->ready[j] = one_in(3) ? dice(TIMES) : 0;
        w->wait[j] = dice(8);
        w->penalty[j] = one_in(8) ? 0 : 10 + dice(60);
        w->money[j] = 1 + dice(2);
        w->hazard[j] = one_in(2) ? dice(4) : 0;
    }
}

static double limit_or_none(int most)
{
    return one_in(3) ? (double)ASSIGN_NO_LIMIT : dice(most);
}

static void sites(struct world *w)
{
    struct assign_problem *p = &w->problem;
    for (int k = 0; k < SITES; k++) {
        w->opening[k] = dice(25);
        w->open[k] = one_in(3) ? dice(TIMES) : 0;
        w->district[k] = dice(DISTRICTS - 1);
    }
    for (int k = 0; k < p->sites; k++) {
        for (int i = 0; i < p->years * p->resources; i++) {
            double *room = &w->room[k * p->years * p->resources + i];
            *room = one_in(10) ? 0 : dice(8);
            if (i >= p->resources)
                *room = room[-p->resources] + (one_in(2) ? dice(6) : 0);
        }
    }
    for (int d = 0; d < DISTRICTS; d++)
        w->limit[d] = limit_or_none(8);
    for (int t = 0; t < TIMES; t++)
        w->budget[t] = limit_or_none(9);
}

/* The room of a world with phases is what they add from their first years. */
static void phases(struct world *w)
{
    struct assign_problem *p = &w->problem;
    int R = p->resources;
    memset(w->room, 0, sizeof w->room);
    for (int k = 0; k < p->sites; k++) {
        w->first[k + 1] = w->first[k] + dice(2);
        for (int q = w->first[k]; q < w->first[k + 1]; q++) {
            w->price[q] = dice(9);
            w->earliest[q] = dice(1);
            if (q > w->first[k] && w->earliest[q] < w->earliest[q - 1])
                w->earliest[q] = w->earliest[q - 1];
            for (int i = 0; i < R; i++)
                w->adds[q * R + i] = dice(8);
            for (int i = w->earliest[q] * R; i < p->years * R; i++)
                w->room[k * p->years * R + i] += w->adds[q * R + i % R];
        }
        w->open[k] =
            w->first[k] < w->first[k + 1] ? w->earliest[w->first[k]] : p->years;
    }
    for (int t = 0; t < TIMES; t++)
        w->capital[t] = dice(9);
    p->open = w->open;
    p->phases = (struct assign_phases){ w->first, w->earliest, w->price,
                                        w->adds, w->capital };
}

void world_make(struct world *w, uint64_t number)
{
    rng = rng_new(6, number, 0);
    memset(w, 0, sizeof *w);
    bool stepped = one_in(3);
    w->problem = (struct assign_problem){
        .jobs = stepped ? dice(4) : dice(JOBS),
        .sites = dice(SITES),
        .years = one_in(3) ? 1 : 1 + dice(TIMES - 1),
        .resources = 1 + dice(KINDS - 1),
        .districts = DISTRICTS,
        .ready = one_in(3) ? NULL : w->ready,
        .wait = one_in(4) ? NULL : w->wait,
        .penalty = w->penalty,
        .money = one_in(2) ? NULL : w->money,
        .hazard = one_in(2) ? NULL : w->hazard,
        .need = w->need,
        .start = w->start,
        .option = w->option,
        .room = w->room,
        .opening = one_in(3) ? w->opening : NULL,
        .open = one_in(2) ? w->open : NULL,
        .district = one_in(3) ? NULL : w->district,
        .limit = one_in(2) ? w->limit : NULL,
        .budget = one_in(2) ? w->budget : NULL,
    };
    w->problem.by_option = w->problem.resources == 1 && one_in(2);
    jobs(w);
    sites(w);
    options(w);
    if (stepped)
        phases(w);
}

void world_way(const struct world *w, uint64_t number, struct way *way)
{
    const struct assign_problem *p = &w->problem;
    rng = rng_new(7, number, 0);
    *way = (struct way){ .chosen = p->phases.start && one_in(2) };
    for (int j = 0; j < p->jobs; j++) {
        bool out = p->sites == 0 || one_in(3);
        way->site[j] = out ? -1 : dice(p->sites - 1);
        way->year[j] = out ? -1 : dice(p->years - 1);
    }
    for (int q = 0; p->phases.start && q < w->first[p->sites]; q++) {
        bool follows = q > 0 && !one_in(4);
        way->opens[q] = follows ? way->opens[q - 1] + dice(1) : dice(p->years);
        if (way->opens[q] > p->years)
            way->opens[q] = p->years;
    }
}

/* The limits, from their definitions */

static const struct assign_option *option_at(const struct world *w, int j,
                                             int site)
{
    for (size_t at = w->start[j]; at < w->start[j + 1]; at++) {
        if (w->option[at].site == site)
            return &w->option[at];
    }
    return NULL;
}

static bool may(const struct world *w, const struct way *way, int j)
{
    const struct assign_problem *p = &w->problem;
    int k = way->site[j], t = way->year[j];
    if (k < 0)
        return true;
    if (!option_at(w, j, k) || (p->ready && t < w->ready[j]) ||
        (p->open && t < w->open[k]))
        return false;
    return !way->chosen || w->first[k] == w->first[k + 1] ||
           t >= way->opens[w->first[k]];
}

static double there(const struct world *w, const struct way *way, int k, int t,
                    int r)
{
    const struct assign_problem *p = &w->problem;
    double room = 0;
    if (!way->chosen)
        return w->room[(k * p->years + t) * p->resources + r];
    for (int q = w->first[k]; q < w->first[k + 1]; q++) {
        if (way->opens[q] <= t)
            room += w->adds[q * p->resources + r];
    }
    return room;
}

static bool room_holds(const struct world *w, const struct way *way, int jobs,
                       int cell)
{
    const struct assign_problem *p = &w->problem;
    int r = cell % p->resources, t = cell / p->resources % p->years;
    int k = cell / p->resources / p->years;
    double used = 0;
    for (int j = 0; j < jobs; j++) {
        if (way->site[j] != k || way->year[j] > t)
            continue;
        used += p->by_option ? w->need[option_at(w, j, k) - w->option]
                             : w->need[j * p->resources + r];
    }
    return used <= there(w, way, k, t, r);
}

static bool district_holds(const struct world *w, const struct way *way,
                           int jobs, int d)
{
    const struct assign_problem *p = &w->problem;
    double load = 0;
    for (int j = 0; j < jobs; j++) {
        if (way->site[j] >= 0 &&
            (p->district ? w->district[way->site[j]] : 0) == d)
            load += p->hazard ? w->hazard[j] : 0;
    }
    return !p->limit || load <= w->limit[d];
}

static bool year_holds(const struct world *w, const struct way *way, int jobs,
                       int t)
{
    const struct assign_problem *p = &w->problem;
    double spent = 0;
    for (int j = 0; j < jobs; j++) {
        if (way->site[j] >= 0 && way->year[j] == t)
            spent += (double)option_at(w, j, way->site[j])->spend *
                     (p->money ? w->money[j] : 1);
    }
    return !p->budget || spent <= w->budget[t];
}

static bool phases_hold(const struct world *w, const struct way *way)
{
    const struct assign_problem *p = &w->problem;
    for (int k = 0; k < p->sites; k++) {
        for (int q = w->first[k]; q < w->first[k + 1]; q++) {
            if (way->opens[q] < w->earliest[q] ||
                (q > w->first[k] && way->opens[q] < way->opens[q - 1]))
                return false;
        }
    }
    for (int t = 0; t < p->years; t++) {
        double money = 0;
        for (int before = 0; before <= t; before++)
            money += w->capital[before];
        for (int q = 0; q < w->first[p->sites]; q++)
            money -= way->opens[q] <= t ? w->price[q] : 0;
        if (money < 0)
            return false;
    }
    return true;
}

bool world_holds(const struct world *w, const struct way *way, int jobs)
{
    const struct assign_problem *p = &w->problem;
    bool holds = !way->chosen || phases_hold(w, way);
    for (int j = 0; holds && j < jobs; j++)
        holds = may(w, way, j);
    for (int i = 0; holds && i < p->sites * p->years * p->resources; i++)
        holds = room_holds(w, way, jobs, i);
    for (int d = 0; holds && d < DISTRICTS; d++)
        holds = district_holds(w, way, jobs, d);
    for (int t = 0; holds && t < p->years; t++)
        holds = year_holds(w, way, jobs, t);
    return holds;
}

double world_cost(const struct world *w, const struct way *way)
{
    const struct assign_problem *p = &w->problem;
    double cost = 0;
    for (int j = 0; j < p->jobs; j++) {
        if (way->site[j] < 0) {
            cost += w->penalty[j];
            continue;
        }
        cost += (double)option_at(w, j, way->site[j])->cost;
        if (p->wait)
            cost += w->wait[j] * (way->year[j] - (p->ready ? w->ready[j] : 0));
    }
    for (int k = 0; k < p->sites; k++) {
        bool used = false;
        for (int j = 0; j < p->jobs; j++)
            used = used || way->site[j] == k;
        cost += used && p->opening ? w->opening[k] : 0;
    }
    return cost;
}

/* Everyone from job j on in every way. */
static void try_jobs(const struct world *w, struct way *way, int j,
                     double *best)
{
    const struct assign_problem *p = &w->problem;
    if (j == p->jobs) {
        double cost = world_cost(w, way);
        *best = cost < *best ? cost : *best;
        return;
    }
    way->site[j] = way->year[j] = -1;
    try_jobs(w, way, j + 1, best);
    for (size_t at = w->start[j]; at < w->start[j + 1]; at++) {
        for (int t = 0; t < p->years; t++) {
            way->site[j] = w->option[at].site;
            way->year[j] = t;
            if (world_holds(w, way, j + 1))
                try_jobs(w, way, j + 1, best);
        }
    }
    way->site[j] = way->year[j] = -1;
}

/* Every phase from q on in every year. */
static void try_phases(const struct world *w, struct way *way, int q,
                       double *best)
{
    if (q == w->first[w->problem.sites]) {
        if (phases_hold(w, way))
            try_jobs(w, way, 0, best);
        return;
    }
    for (int t = 0; t <= w->problem.years; t++) {
        way->opens[q] = t;
        try_phases(w, way, q + 1, best);
    }
}

double world_best(const struct world *w, bool joint)
{
    double best = INFINITY;
    struct way way = { .chosen = joint };
    if (joint)
        try_phases(w, &way, 0, &best);
    else
        try_jobs(w, &way, 0, &best);
    return best;
}
