/* Laws that every order keeps, on random problems.
 *
 * Dominance: who is worth at least as much under every criterion and more
 * under one never ranks behind.  Both methods and every way to take worth keep
 * it, also where unknown values count as worst, best or as a stated value.
 *
 * Numbers: whatever stands in columns, weights and scales, there is an order of
 * finite scores, or an error in words. */
#include "tests/rank_world.h"

#include "core/base/rng.h"
#include "core/rank/norm.h"

#ifdef __SANITIZE_ADDRESS__
enum { PROBLEMS = 10000 };
#else
enum { PROBLEMS = 100000 };
#endif

/* Few different values, so that ties and dominance are frequent; all above 0,
 * as ratios need, and one in ten unknown. */
static void random_world(struct world *w, struct rng *rng, enum normal normal)
{
    static const enum missing policies[] = { MISSING_WORST, MISSING_BEST,
                                             MISSING_VALUE, MISSING_INTERVAL };
    static const double at[] = { 1, 2, 5 }, points[] = { 0, 3, 4 };
    static const struct scale scale = { SCALE_LINEAR, 3, at, points, 4 };
    int n = 2 + (int)rng_below(rng, 5), q = 1 + (int)rng_below(rng, 4);
    double rows[ROOM * ROOM];
    for (int k = 0; k < n * q; k++)
        rows[k] = rng_below(rng, 10) ? 1 + (double)rng_below(rng, 5) : NAN;
    world_fill(w, n, q, rows, normal);
    for (int j = 0; j < q; j++) {
        struct criterion *criterion = &w->criterion[j];
        criterion->weight = (double)rng_below(rng, 9);
        criterion->lower = normal != NORMAL_SCALE && rng_below(rng, 2);
        criterion->missing = policies[rng_below(rng, 4)];
        criterion->assumed = 1 + (double)rng_below(rng, 5);
        criterion->scale = scale;
    }
}

/* What a value is worth, by the norm that the ranking learnt. */
static double worth_of(const struct world *w, int j, size_t i)
{
    double worth, weight;
    norm_worth(&w->ranking.norm[j], i, 1, FILL_STATED, &worth, &weight);
    return worth;
}

/* How much better a is than b: by the values themselves where both are known,
 * which does not rely on the norm. */
static double better_by(const struct world *w, int j, size_t a, size_t b)
{
    double more = w->column[j][a] - w->column[j][b];
    if (isnan(more))
        return worth_of(w, j, a) - worth_of(w, j, b);
    return w->criterion[j].lower ? -more : more;
}

static bool dominates(const struct world *w, size_t a, size_t b)
{
    bool better = false;
    for (int j = 0; j < w->problem.criteria; j++) {
        if (w->criterion[j].weight == 0)
            continue;
        double more = better_by(w, j, a, b);
        if (more < 0)
            return false;
        better = better || more > 0;
    }
    return better;
}

static int pairs, wrong;

/* A worth that is not a number, or a pair that stands the wrong way round. */
static void count_pairs(const struct world *w)
{
    for (size_t a = 0; a < w->problem.alternatives; a++) {
        assert_true(isfinite(w->ranking.score[a]));
        assert_true(w->ranking.low[a] <= w->ranking.score[a]);
        assert_true(w->ranking.high[a] >= w->ranking.score[a]);
        for (size_t b = 0; b < w->problem.alternatives; b++) {
            if (!dominates(w, a, b))
                continue;
            pairs++;
            wrong += w->ranking.rank[a] > w->ranking.rank[b];
        }
    }
}

/* Returns how many problems were ranked; the others were refused in words. */
static int ranked_of(enum rank_method method, enum normal normal, int problems)
{
    struct rng rng = rng_new(5, (uint64_t)method, (uint32_t)normal);
    int ranked = 0;
    for (int k = 0; k < problems; k++) {
        struct world w;
        random_world(&w, &rng, normal);
        w.problem.method = method;
        if (ranking_init(&w.ranking, &w.problem, &err)) {
            count_pairs(&w);
            ranking_release(&w.ranking);
            ranked++;
        } else {
            assert_true(strlen(err.text) > 10);
        }
    }
    return ranked;
}

static void the_better_never_ranks_behind(void **state)
{
    (void)state;
    for (int method = RANK_SUM; method <= RANK_TOPSIS; method++) {
        for (int normal = NORMAL_SCALE; normal <= NORMAL_SHARE; normal++) {
            pairs = wrong = 0;
            int ranked = ranked_of((enum rank_method)method,
                                   (enum normal)normal, PROBLEMS);
            print_message("method %d, normal %d: %d ranked, %d pairs\n", method,
                          normal, ranked, pairs);
            assert_true(ranked > PROBLEMS / 2);
            assert_true(pairs > PROBLEMS);
            assert_int_equal(wrong, 0);
        }
    }
}

static double awkward(struct rng *rng)
{
    static const double numbers[] = { 0,      -0.0,   1,        2,
                                      3,      -1,     1e308,    -1e308,
                                      1e-308, 5e-324, 1e154,    1e-160,
                                      NAN,    NAN,    INFINITY, -1e-300 };
    static const double tame[] = { 0, 1, 2, 3, 0.5, NAN };
    if (rng_below(rng, 8))
        return tame[rng_below(rng, sizeof tame / sizeof *tame)];
    return numbers[rng_below(rng, sizeof numbers / sizeof *numbers)];
}

/* Rising in nine of ten, so that some are scales. */
static struct scale awkward_scale(struct rng *rng, double *at, double *points)
{
    struct scale scale = { .kind = (enum scale_kind)rng_below(rng, 5),
                           .count = rng_below(rng, 4),
                           .at = at,
                           .points = points,
                           .out_of = rng_below(rng, 10) ? 4 : awkward(rng) };
    for (int i = 0; i < 4; i++) {
        at[i] = rng_below(rng, 10) ? i : awkward(rng);
        points[i] = rng_below(rng, 10) ? rng_below(rng, 5) : awkward(rng);
    }
    return scale;
}

static void awkward_world(struct world *w, struct rng *rng,
                          double (*room)[2][ROOM])
{
    int n = 1 + rng_below(rng, 4), q = 1 + rng_below(rng, 3);
    double rows[ROOM * ROOM];
    for (int k = 0; k < n * q; k++)
        rows[k] = awkward(rng);
    world_fill(w, n, q, rows, (enum normal)rng_below(rng, NORMAL_SHARE + 1));
    w->problem.method = rng_below(rng, 2) ? RANK_TOPSIS : RANK_SUM;
    for (int j = 0; j < q; j++) {
        struct criterion *criterion = &w->criterion[j];
        criterion->weight = rng_below(rng, 10) ? 1 : awkward(rng);
        criterion->lower = rng_below(rng, 2);
        criterion->missing = (enum missing)rng_below(rng, MISSING_INTERVAL + 1);
        criterion->assumed = awkward(rng);
        criterion->scale = awkward_scale(rng, room[j][0], room[j][1]);
    }
}

static void assert_finite(const struct world *w)
{
    const struct ranking *ranking = &w->ranking;
    for (size_t i = 0; i < w->problem.alternatives; i++) {
        double part[ROOM], sum = 0;
        ranking_explain(ranking, &w->problem, i, part);
        for (int j = 0; j < w->problem.criteria; j++)
            sum += part[j];
        assert_true(isfinite(ranking->score[i]));
        assert_true(isfinite(ranking->low[i]) && isfinite(ranking->high[i]));
        assert_true(ranking->low[i] <= ranking->score[i]);
        assert_true(ranking->high[i] >= ranking->score[i]);
        assert_true(ranking->coverage[i] >= 0 && ranking->coverage[i] <= 1);
        assert_true(ranking->rank_low[i] <= ranking->rank[i]);
        assert_true(ranking->rank_high[i] >= ranking->rank[i]);
        assert_true(fabs(sum - ranking->score[i]) <= 1e-12);
    }
}

static void awkward_numbers_give_an_order_or_an_error(void **state)
{
    (void)state;
    struct rng rng = rng_new(6, 0, 0);
    int ranked = 0;
    for (int k = 0; k < 4 * PROBLEMS; k++) {
        struct world w;
        double room[ROOM][2][ROOM];
        awkward_world(&w, &rng, room);
        if (!ranking_init(&w.ranking, &w.problem, &err)) {
            assert_true(strlen(err.text) > 10);
            continue;
        }
        assert_finite(&w);
        ranking_release(&w.ranking);
        ranked++;
    }
    print_message("%d of %d ranked\n", ranked, 4 * PROBLEMS);
    assert_true(ranked > PROBLEMS / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_better_never_ranks_behind),
        cmocka_unit_test(awkward_numbers_give_an_order_or_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
