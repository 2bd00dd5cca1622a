/* Large and awkward rankings: sorting, blocks, a million rows. */
#include "tests/rank_world.h"

#include "core/base/rng.h"
#include "core/rank/places.h"
#include "core/rank/sort.h"

enum { MILLION = 1000000 };

/* Numbers that are spread out, crowded, equal, far apart, tiny. */
static double awkward(struct rng *rng, int kind)
{
    double u = rng_number(rng);
    switch (kind) {
    case 0:
        return u;
    case 1:
        return rng_below(rng, 3);
    case 2:
        return 1 + u * 1e-13;
    case 3:
        return rng_below(rng, 50) ? u : 1e300 * (u - 0.5);
    case 4:
        return u * 4.9e-324 * 1e10;
    case 5:
        return rng_below(rng, 2) ? 0.0 : -0.0;
    case 6:
        return exp(700 * (2 * u - 1)) * (rng_below(rng, 2) ? 1 : -1);
    default:
        return (u - 0.5) * 1.7e308 * 2;
    }
}

static void sorting_is_right_and_stable(void **state)
{
    (void)state;
    const size_t sizes[] = { 1, 2, 24, 25, 300, 5000, 70000 };
    for (int kind = 0; kind < 8; kind++) {
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
            size_t n = sizes[s];
            struct rng rng = rng_new(1, (uint64_t)kind, (uint32_t)s);
            double *key = malloc(n * sizeof *key);
            uint32_t *order = malloc(n * sizeof *order);
            assert_true(key && order);
            for (size_t i = 0; i < n; i++) {
                key[i] = awkward(&rng, kind);
                order[i] = (uint32_t)i;
            }
            sort_highest(key, order, n);
            for (size_t i = 1; i < n; i++) {
                double a = key[order[i - 1]], b = key[order[i]];
                assert_true(a > b || (a == b && order[i - 1] < order[i]));
            }
            free(key);
            free(order);
        }
    }
}

static void places_count_those_above(void **state)
{
    (void)state;
    enum { N = 600 };
    for (int kind = 0; kind < 8; kind++) {
        struct rng rng = rng_new(2, (uint64_t)kind, 0);
        struct places places;
        double score[N];
        uint32_t rank[N];
        places_init(&places, N);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < N; i++)
                score[i] = awkward(&rng, kind);
            places_rank(&places, score, rank);
            for (int i = 0; i < N; i++) {
                uint32_t above = 0;
                for (int k = 0; k < N; k++)
                    above += score[k] > score[i];
                assert_int_equal(rank[i], above);
            }
        }
        places_release(&places);
    }
}

struct large {
    size_t n;
    double *column[3];
    struct criterion criterion[3];
    struct rank_problem problem;
    struct ranking ranking;
};

static void large_init(struct large *l, size_t n, enum normal normal)
{
    *l = (struct large){ .n = n };
    struct rng rng = rng_new(3, n, 0);
    for (int j = 0; j < 3; j++) {
        l->column[j] = malloc(n * sizeof(double));
        assert_non_null(l->column[j]);
        for (size_t i = 0; i < n; i++)
            l->column[j][i] = rng_number(&rng);
        l->criterion[j] = (struct criterion){ .name = names[j],
                                              .column = l->column[j],
                                              .weight = j + 1,
                                              .normal = normal,
                                              .scale = unit_scale,
                                              .missing = MISSING_WORST };
    }
    l->problem = (struct rank_problem){ .alternatives = n,
                                        .criteria = 3,
                                        .criterion = l->criterion };
}

static void large_release(struct large *l)
{
    ranking_release(&l->ranking);
    for (int j = 0; j < 3; j++)
        free(l->column[j]);
}

/* Blocks of every length, against the formula row by row. */
static void blocks_do_not_show(void **state)
{
    (void)state;
    const size_t sizes[] = { 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000 };
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        struct large l;
        large_init(&l, sizes[s], NORMAL_SCALE);
        assert_ok(ranking_init(&l.ranking, &l.problem, &err));
        for (size_t i = 0; i < l.n; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++)
                sum += (j + 1) / 6.0 * l.column[j][i];
            assert_true(fabs(sum - l.ranking.score[i]) < 1e-15);
            assert_true(l.ranking.coverage[i] == 1);
        }
        large_release(&l);
    }
}

/* The rank of every row, and both its bounds, against counting. */
static void bounds_of_ranks_are_those_that_counting_gives(void **state)
{
    (void)state;
    struct large l;
    struct rng rng = rng_new(4, 0, 0);
    large_init(&l, 1500, NORMAL_SCALE);
    for (size_t i = 0; i < l.n; i++) {
        if (rng_below(&rng, 4) == 0)
            l.column[rng_below(&rng, 3)][i] = NAN;
    }
    assert_ok(ranking_init(&l.ranking, &l.problem, &err));
    for (size_t i = 0; i < l.n; i++) {
        int rank = 1, best = 1, worst = 1;
        for (size_t k = 0; k < l.n; k++) {
            rank += l.ranking.score[k] > l.ranking.score[i] + 1e-12;
            best += l.ranking.low[k] > l.ranking.high[i] + 1e-12;
            worst += k != i && l.ranking.high[k] > l.ranking.low[i] + 1e-12;
        }
        assert_int_equal(l.ranking.rank[i], rank);
        assert_int_equal(l.ranking.rank_low[i], best < rank ? best : rank);
        assert_int_equal(l.ranking.rank_high[i], worst > rank ? worst : rank);
    }
    large_release(&l);
}

static void a_million_rows_are_ranked(void **state)
{
    (void)state;
    struct large l;
    large_init(&l, MILLION, NORMAL_VECTOR);
    l.problem.method = RANK_TOPSIS;
    assert_ok(ranking_init(&l.ranking, &l.problem, &err));
    for (size_t k = 1; k < MILLION; k++) {
        uint32_t a = l.ranking.order[k - 1], b = l.ranking.order[k];
        assert_true(l.ranking.score[a] >= l.ranking.score[b] - 1e-12);
        assert_true(l.ranking.rank[a] <= l.ranking.rank[b]);
    }
    large_release(&l);
}

static void a_million_equal_rows_all_tie(void **state)
{
    (void)state;
    struct large l;
    large_init(&l, MILLION, NORMAL_SCALE);
    for (size_t i = 0; i < MILLION; i++)
        l.column[0][i] = l.column[1][i] = l.column[2][i] = 0.5;
    assert_ok(ranking_init(&l.ranking, &l.problem, &err));
    assert_int_equal(l.ranking.rank[MILLION - 1], 1);
    assert_int_equal(l.ranking.tied[7], MILLION);
    large_release(&l);
}

/* The last of a million is named. */
static void a_bad_value_among_a_million_is_named(void **state)
{
    (void)state;
    struct large l;
    large_init(&l, MILLION, NORMAL_MINMAX);
    l.column[1][MILLION - 1] = -INFINITY;
    assert_false(ranking_init(&l.ranking, &l.problem, &err));
    assert_string_equal(err.text, "criterion 'b', alternative '1000000': the "
                                  "value is not a finite number");
    l.column[1][MILLION - 1] = NAN;
    l.criterion[1].missing = MISSING_REFUSE;
    assert_false(ranking_init(&l.ranking, &l.problem, &err));
    assert_string_equal(err.text, "criterion 'b', alternative '1000000': the "
                                  "value is not known");
    l.column[1][MILLION - 1] = -0.5;
    l.criterion[1].normal = NORMAL_RATIO;
    assert_false(ranking_init(&l.ranking, &l.problem, &err));
    assert_string_equal(err.text,
                        "criterion 'b', alternative '1000000': a ratio needs "
                        "a value that is not negative, got -0.5");
    l.problem.alternatives = MILLION - 1;
    assert_ok(ranking_init(&l.ranking, &l.problem, &err));
    large_release(&l);
}

/* Weights count by their shares: their sum may be anything. */
static void weights_need_not_sum_to_anything(void **state)
{
    (void)state;
    const double sizes[] = { 1e-300, 1e-9, 1, 1e9, 1e300 };
    for (int k = 0; k < 5; k++) {
        struct world w;
        world_fill(&w, 2, 2, (double[]){ 0.2, 0.8, 0.9, 0.1 }, NORMAL_SCALE);
        world_scale(&w, MISSING_REFUSE);
        world_weigh(&w, (double[]){ sizes[k], 3 * sizes[k] });
        world_rank(&w);
        assert_scores(&w, (double[]){ 0.65, 0.3 }, (int[]){ 1, 2 });
    }
}

/* An unknown value that counts as the middle, within its bounds. */
static void an_interval_counts_as_its_middle(void **state)
{
    (void)state;
    struct world w;
    world_fill(&w, 2, 1, (double[]){ NAN, 0.7 }, NORMAL_SCALE);
    world_scale(&w, MISSING_INTERVAL);
    world_rank(&w);
    assert_near(w.ranking.low[0], 0);
    assert_near(w.ranking.high[0], 1);
    assert_int_equal(w.ranking.rank_low[0], 1);
    assert_int_equal(w.ranking.rank_high[1], 2);
    assert_scores(&w, (double[]){ 0.5, 0.7 }, (int[]){ 2, 1 });
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorting_is_right_and_stable),
        cmocka_unit_test(places_count_those_above),
        cmocka_unit_test(blocks_do_not_show),
        cmocka_unit_test(bounds_of_ranks_are_those_that_counting_gives),
        cmocka_unit_test(a_million_rows_are_ranked),
        cmocka_unit_test(a_million_equal_rows_all_tie),
        cmocka_unit_test(a_bad_value_among_a_million_is_named),
        cmocka_unit_test(weights_need_not_sum_to_anything),
        cmocka_unit_test(an_interval_counts_as_its_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
