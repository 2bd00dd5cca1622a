#include "core/rank/stability.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/rank/stability_search.h"
#include "core/rank/worths.h"

/* Scores as one weight moves: (n0 + n1 t) / (d0 + d1 t), by place in the
 * order; d0 is NULL where the divisor is 1. */
struct lines {
    double *n0, *n1, *d0, *d1;
};

/* Some places in the order, and those that must stay below them. */
struct border {
    size_t from, cut, end; /* from..cut over cut..end */
};

static void lines_room(struct lines *lines, const struct worths *worths)
{
    bool divided = worths->counts != NULL;
    lines->n0 = mem_raw(worths->n + 1, sizeof(double));
    lines->n1 = mem_raw(worths->n + 1, sizeof(double));
    lines->d0 = divided ? mem_raw(worths->n + 1, sizeof(double)) : NULL;
    lines->d1 = divided ? mem_raw(worths->n + 1, sizeof(double)) : NULL;
}

static void lines_release(struct lines *lines)
{
    free(lines->n0);
    free(lines->n1);
    free(lines->d0);
    free(lines->d1);
}

/* The lines of one criterion that moves. */
static void lines_of(struct lines *lines, const struct worths *worths,
                     int moves)
{
    double rest = 1 - worths->weight[moves];
    for (size_t k = 0; k < worths->n; k++) {
        double sum = 0, total = 0;
        for (int j = 0; j < worths->criteria; j++) {
            size_t cell = (size_t)j * worths->n + k;
            double counts = worths->counts ? worths->counts[cell] : 1;
            if (j == moves)
                continue;
            sum += worths->weight[j] * counts * worths->worth[cell];
            total += worths->weight[j] * counts;
        }
        size_t own = (size_t)moves * worths->n + k;
        double counts = worths->counts ? worths->counts[own] : 1;
        lines->n0[k] = sum / rest;
        lines->n1[k] = counts * worths->worth[own] - lines->n0[k];
        if (!lines->d0)
            continue;
        lines->d0[k] = total / rest;
        lines->d1[k] = counts - lines->d0[k];
    }
}

static double line_at(const struct lines *lines, size_t k, double t)
{
    return lines->n0[k] + lines->n1[k] * t;
}

/* The first t beyond w on the way to end where a no longer leads b, who is
 * behind at w; or end. */
static double quadratic_end(const struct lines *l, size_t a, size_t b, double w,
                            double end)
{
    double c0 = l->n0[a] * l->d0[b] - l->n0[b] * l->d0[a];
    double c1 = l->n0[a] * l->d1[b] + l->n1[a] * l->d0[b] -
                l->n0[b] * l->d1[a] - l->n1[b] * l->d0[a];
    double c2 = l->n1[a] * l->d1[b] - l->n1[b] * l->d1[a];
    double root[2] = { NAN, NAN };
    if (fabs(c2) < 1e-14) {
        root[0] = -c0 / c1;
    } else {
        double inside = c1 * c1 - 4 * c2 * c0;
        double q = -0.5 * (c1 + copysign(sqrt(fmax(inside, 0)), c1));
        root[0] = inside >= 0 ? q / c2 : NAN;
        root[1] = inside >= 0 ? c0 / q : NAN; /* 0 / 0 is none */
    }
    for (int i = 0; i < 2; i++) {
        bool beyond = end > w ? root[i] > w && root[i] < end
                              : root[i] < w && root[i] > end;
        end = beyond ? root[i] : end;
    }
    return end;
}

/* The lowest at t of from..cut, or the highest of cut..end. */
static size_t extreme(const struct lines *lines, size_t from, size_t to,
                      double t, double sign)
{
    size_t best = from;
    double most = sign * line_at(lines, from, t);
    for (size_t k = from + 1; k < to; k++) {
        double here = sign * line_at(lines, k, t);
        if (here > most) {
            most = here;
            best = k;
        }
    }
    return best;
}

/* The lowest of those above less the highest of those below is concave in t:
 * from the far end, cross the two lines that are extreme there, and again
 * from where they cross.  Returns the end, and who ties there. */
static double straight_end(const struct lines *lines, struct border border,
                           double w, double end, int64_t pair[2])
{
    for (;;) {
        size_t a = extreme(lines, border.from, border.cut, end, -1);
        size_t b = extreme(lines, border.cut, border.end, end, 1);
        double lead = line_at(lines, a, end) - line_at(lines, b, end);
        if (lead >= -1e-15)
            return end;
        double t =
            -(lines->n0[a] - lines->n0[b]) / (lines->n1[a] - lines->n1[b]);
        t = end > w ? fmin(fmax(t, w), end) : fmax(fmin(t, w), end);
        if (t == end)
            return end; /* rounding: no nearer to w */
        end = t;
        pair[0] = (int64_t)a;
        pair[1] = (int64_t)b;
    }
}

static double curved_end(const struct lines *lines, struct border border,
                         double w, double end, int64_t pair[2])
{
    for (size_t a = border.from; a < border.cut; a++) {
        for (size_t b = border.cut; b < border.end; b++) {
            double t = quadratic_end(lines, a, b, w, end);
            if (t == end)
                continue;
            end = t;
            pair[0] = (int64_t)a;
            pair[1] = (int64_t)b;
        }
    }
    return end;
}

/* Narrow the interval to where the border holds. */
static void hold(struct stay *stay, const struct lines *lines,
                 struct border border, double w)
{
    if (border.cut >= border.end)
        return;
    bool curved = lines->d0 != NULL;
    stay->low = curved
                    ? curved_end(lines, border, w, stay->low, stay->at_low)
                    : straight_end(lines, border, w, stay->low, stay->at_low);
    stay->high =
        curved ? curved_end(lines, border, w, stay->high, stay->at_high)
               : straight_end(lines, border, w, stay->high, stay->at_high);
}

/* How many have a rank up to this one. */
static size_t ranked_to(const struct ranking *ranking, size_t rank)
{
    size_t count = 0;
    while (count < ranking->ranked &&
           (size_t)ranking->rank[ranking->order[count]] <= rank)
        count++;
    return count;
}

static struct stay whole(void)
{
    return (struct stay){ 0, 1, { -1, -1 }, { -1, -1 } };
}

static void hold_ranking(struct stay *stay, const struct lines *lines,
                         const struct ranking *ranking, double w)
{
    size_t from = 0, n = ranking->ranked;
    while (from < n) {
        size_t cut = from + (size_t)ranking->tied[ranking->order[from]];
        size_t end =
            cut < n ? cut + (size_t)ranking->tied[ranking->order[cut]] : n;
        hold(stay, lines, (struct border){ from, cut, end }, w);
        from = cut;
    }
}

/* From places in the order to alternatives. */
static void name_pairs(struct stay *stay, const struct ranking *ranking)
{
    for (int i = 0; i < 2; i++) {
        if (stay->at_low[i] >= 0)
            stay->at_low[i] = ranking->order[stay->at_low[i]];
        if (stay->at_high[i] >= 0)
            stay->at_high[i] = ranking->order[stay->at_high[i]];
    }
}

static void stability_of(const struct ranking *ranking,
                         const struct lines *lines, size_t top,
                         struct stability *out)
{
    size_t n = ranking->ranked;
    struct stay *stay = out->stay;
    struct border first = { 0, ranked_to(ranking, 1), n };
    struct border best = { 0, ranked_to(ranking, top), n };
    hold_ranking(&stay[STAY_RANKING], lines, ranking, out->weight);
    hold(&stay[STAY_WINNER], lines, first, out->weight);
    hold(&stay[STAY_TOP], lines, best, out->weight);
    for (int i = 0; i < STAYS; i++)
        name_pairs(&stay[i], ranking);
}

bool ranking_stability(const struct ranking *ranking,
                       const struct rank_problem *problem, size_t top,
                       struct stability *out, struct err *err)
{
    for (int j = 0; j < problem->criteria; j++) {
        out[j].weight = ranking->norm[j].weight;
        for (int i = 0; i < STAYS; i++) {
            out[j].stay[i] = whole();
            if (out[j].weight >= 1)
                out[j].stay[i].low = 1;
        }
    }
    if (problem->method != RANK_SUM)
        return stability_search(ranking, problem, top, out, err);

    struct worths worths;
    struct lines lines;
    worths_init(&worths, ranking, problem);
    lines_room(&lines, &worths);
    for (int j = 0; j < problem->criteria && ranking->ranked > 0; j++) {
        if (out[j].weight >= 1)
            continue;
        lines_of(&lines, &worths, j);
        stability_of(ranking, &lines, top, &out[j]);
    }
    lines_release(&lines);
    worths_release(&worths);
    return true;
}
