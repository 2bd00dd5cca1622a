#include "core/rank/reversal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/rank/norm.h"

/* The ranked alone, in their order, with room for one more. */
struct bench {
    const struct ranking *ranking;
    size_t n;
    int criteria;
    double *value; /* criterion j of place k is value[j * (n + 1) + k] */
    struct criterion *criterion;
    struct rank_problem problem;
};

static double *column_of(const struct bench *bench, int j)
{
    return bench->value + (size_t)j * (bench->n + 1);
}

static void bench_init(struct bench *bench, const struct ranking *ranking,
                       const struct rank_problem *problem)
{
    size_t n = ranking->ranked, criteria = (size_t)problem->criteria;
    *bench = (struct bench){ .ranking = ranking,
                             .n = n,
                             .criteria = problem->criteria,
                             .problem = *problem };
    bench->value = mem_raw(criteria * (n + 1), sizeof(double));
    bench->criterion = mem_raw(criteria, sizeof(struct criterion));
    bench->problem.criterion = bench->criterion;
    bench->problem.key = NULL;
    bench->problem.gates = 0;
    for (int j = 0; j < problem->criteria; j++)
        bench->criterion[j] = problem->criterion[j];
}

static void bench_release(struct bench *bench)
{
    free(bench->value);
    free(bench->criterion);
}

/* Fill in the values of all places but one (n: none), and how many there
 * are. */
static void fill(struct bench *bench, const struct rank_problem *problem,
                 size_t without)
{
    for (int j = 0; j < bench->criteria; j++) {
        double *column = column_of(bench, j);
        size_t next = 0;
        for (size_t k = 0; k < bench->n; k++) {
            if (k != without)
                column[next++] =
                    problem->criterion[j].column[bench->ranking->order[k]];
        }
        bench->criterion[j].column = column;
    }
    bench->problem.alternatives = bench->n - (without < bench->n);
}

/* A value that is worth less than x, by a tenth of the range. */
static double worse(const struct norm *norm, double x)
{
    double step = (norm->range.max - norm->range.min) / 10;
    const struct criterion *criterion = norm->criterion;
    if (isnan(x) || !(step > 0) ||
        (criterion->normal == NORMAL_SCALE &&
         criterion->scale.kind == SCALE_CODES))
        return x;
    double up = x + step, down = x - step;
    if (criterion->normal == NORMAL_RATIO || criterion->normal == NORMAL_SHARE)
        down = fmax(down, fmin(x, 0));
    double at = norm_value(norm, x);
    if (criterion->normal == NORMAL_SCALE)
        return norm_value(norm, down) < at ? down
               : norm_value(norm, up) < at ? up
                                           : x;
    return criterion->lower ? up : down;
}

static void append(struct bench *bench, const struct rank_problem *problem,
                   enum trial_kind kind)
{
    fill(bench, problem, bench->n);
    for (int j = 0; j < bench->criteria; j++) {
        double *column = column_of(bench, j), last = column[bench->n - 1];
        column[bench->n] =
            kind == TRIAL_COPY ? last : worse(&bench->ranking->norm[j], last);
    }
    bench->problem.alternatives = bench->n + 1;
}

/* What a new order has turned.  Place k of the old one is alternative k of
 * the new one, or k - 1 behind the one left out. */
static void compare(const struct bench *bench, const struct ranking *now,
                    size_t without, struct reversal *reversal)
{
    const struct ranking *was = bench->ranking;
    size_t before = bench->n, left = 0;
    for (size_t k = 0; k < bench->n; k++) {
        if (k == without)
            continue;
        size_t here = left++;
        if (before == bench->n)
            reversal->first_changed = now->rank[here] != 1;
        else if (was->rank[was->order[before]] < was->rank[was->order[k]] &&
                 now->rank[here - 1] > now->rank[here] &&
                 reversal->turned++ == 0) {
            reversal->pair[0] = was->order[before];
            reversal->pair[1] = was->order[k];
        }
        before = k;
    }
}

static bool try_one(struct reversals *out, const struct bench *bench,
                    enum trial_kind kind, size_t who, struct err *err)
{
    struct ranking now;
    struct reversal reversal = { .kind = kind,
                                 .who = bench->ranking->order[who],
                                 .pair = { -1, -1 } };
    if (!ranking_init(&now, &bench->problem, err))
        return false;
    compare(bench, &now, kind == TRIAL_LEAVE ? who : bench->n, &reversal);
    ranking_release(&now);
    out->trials++;
    if (reversal.turned == 0 && !reversal.first_changed)
        return true;
    out->list = mem_grow(out->list, (size_t)out->found + 1, sizeof *out->list);
    out->list[out->found++] = reversal;
    return true;
}

static bool try_all(struct reversals *out, struct bench *bench,
                    const struct rank_problem *problem, struct err *err)
{
    size_t most = bench->n < REVERSAL_MOST ? bench->n : REVERSAL_MOST;
    struct err ignored; /* two that are left may be all alike: no order */
    for (size_t k = 0; k < most && bench->n > 2; k++) {
        fill(bench, problem, k);
        try_one(out, bench, TRIAL_LEAVE, k, &ignored);
    }
    append(bench, problem, TRIAL_COPY);
    if (!try_one(out, bench, TRIAL_COPY, bench->n - 1, err))
        return false;
    append(bench, problem, TRIAL_WORSE);
    return try_one(out, bench, TRIAL_WORSE, bench->n - 1, err);
}

bool reversals_init(struct reversals *reversals, const struct ranking *ranking,
                    const struct rank_problem *problem, struct err *err)
{
    struct bench bench;
    *reversals = (struct reversals){ 0 };
    if (ranking->ranked == 0)
        return true;
    bench_init(&bench, ranking, problem);
    bool done = try_all(reversals, &bench, problem, err);
    bench_release(&bench);
    if (!done)
        reversals_release(reversals);
    return done;
}

void reversals_release(struct reversals *reversals)
{
    free(reversals->list);
    *reversals = (struct reversals){ 0 };
}
