#include "core/rank/stability_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum { STEPS = 32 }; /* of the grid, from a weight to each end */

struct search {
    const struct ranking *ranking;
    const struct rank_problem *problem;
    struct rank_problem moved; /* the same with other weights */
    struct criterion *criterion;
    size_t top;
};

/* Whether all of from..cut of the order have ranks up to those of cut..end. */
static bool apart(const struct ranking *was, const struct ranking *now,
                  size_t from, size_t cut, size_t end)
{
    int worst = 0;
    for (size_t k = from; k < cut; k++) {
        int rank = now->rank[was->order[k]];
        worst = rank > worst ? rank : worst;
    }
    for (size_t k = cut; k < end; k++) {
        if (now->rank[was->order[k]] < worst)
            return false;
    }
    return true;
}

static bool all_apart(const struct ranking *was, const struct ranking *now)
{
    size_t from = 0, n = was->ranked;
    while (from < n) {
        size_t cut = from + (size_t)was->tied[was->order[from]];
        size_t end = cut < n ? cut + (size_t)was->tied[was->order[cut]] : n;
        if (!apart(was, now, from, cut, end))
            return false;
        from = cut;
    }
    return true;
}

static bool stays(const struct search *search, const struct ranking *now,
                  enum stay_kind kind)
{
    const struct ranking *was = search->ranking;
    if (kind == STAY_RANKING)
        return all_apart(was, now);
    size_t most = kind == STAY_WINNER ? 1 : search->top, cut = 0;
    while (cut < was->ranked && (size_t)was->rank[was->order[cut]] <= most)
        cut++;
    return apart(was, now, 0, cut, was->ranked);
}

/* Move the weight of a criterion to the share t; set what stays. */
static void try_weight(struct search *search, int moves, double t,
                       bool stay[STAYS])
{
    struct ranking now;
    struct err err;
    double w = search->ranking->norm[moves].weight;
    for (int j = 0; j < search->problem->criteria; j++) {
        double share = search->ranking->norm[j].weight;
        search->criterion[j].weight =
            j == moves ? t : share * (1 - t) / (1 - w);
    }
    bool done = ranking_init(&now, &search->moved, &err);
    for (int kind = 0; kind < STAYS; kind++)
        stay[kind] = done && stays(search, &now, (enum stay_kind)kind);
    if (done)
        ranking_release(&now);
}

static double halve(struct search *search, int moves, int kind, double in,
                    double out)
{
    bool stay[STAYS];
    while (fabs(out - in) > 1e-9) {
        double middle = (in + out) / 2;
        try_weight(search, moves, middle, stay);
        if (stay[kind])
            in = middle;
        else
            out = middle;
    }
    return in;
}

/* From a weight to one end; found gets where each kind stops. */
static void search_way(struct search *search, int moves, double end,
                       double found[STAYS])
{
    double w = search->ranking->norm[moves].weight, before = w;
    bool open[STAYS] = { true, true, true }, stay[STAYS];
    for (int kind = 0; kind < STAYS; kind++)
        found[kind] = end;
    for (int step = 1; step <= STEPS; step++) {
        double t = w + (end - w) * step / STEPS;
        try_weight(search, moves, t, stay);
        for (int kind = 0; kind < STAYS; kind++) {
            if (!open[kind] || stay[kind])
                continue;
            open[kind] = false;
            found[kind] = halve(search, moves, kind, before, t);
        }
        before = t;
    }
}

bool stability_search(const struct ranking *ranking,
                      const struct rank_problem *problem, size_t top,
                      struct stability *out, struct err *err)
{
    if (ranking->ranked > STABILITY_SEARCH)
        return err_set(err, ERR_RANGE,
                       "the intervals of this method are searched for, which "
                       "is done for up to %d alternatives",
                       STABILITY_SEARCH);
    size_t size = (size_t)problem->criteria * sizeof(struct criterion);
    struct search search = {
        .ranking = ranking, .problem = problem, .moved = *problem, .top = top
    };
    search.criterion = mem_raw(size, 1);
    memcpy(search.criterion, problem->criterion, size);
    search.moved.criterion = search.criterion;
    for (int j = 0; j < problem->criteria && ranking->ranked > 0; j++) {
        double low[STAYS], high[STAYS];
        if (out[j].weight >= 1)
            continue;
        search_way(&search, j, 0, low);
        search_way(&search, j, 1, high);
        for (int kind = 0; kind < STAYS; kind++) {
            out[j].stay[kind].low = low[kind];
            out[j].stay[kind].high = high[kind];
        }
    }
    free(search.criterion);
    return true;
}
