/* Methods of the literature on random and on bad problems.  The published
 * cases are in test_methods.lua. */
#include "tests/test.h"

#include <string.h>

#include "core/base/rng.h"
#include "core/rank/method.h"

#ifdef __SANITIZE_ADDRESS__
enum { PROBLEMS = 10000 };
#else
enum { PROBLEMS = 100000 };
#endif
enum { ROWS = 6, COLUMNS = 4 };

static struct err err;

struct random {
    double x[ROWS * COLUMNS], weight[COLUMNS];
    bool lower[COLUMNS];
    struct method_problem problem;
};

/* Few different values, so that ties and dominance are frequent. */
static void random_problem(struct random *random, struct rng *rng,
                           const struct figures *params)
{
    size_t n = 2 + (size_t)rng_below(rng, ROWS - 1);
    size_t q = 1 + (size_t)rng_below(rng, COLUMNS);
    for (size_t k = 0; k < n * q; k++)
        random->x[k] = 1 + rng_below(rng, 5);
    for (size_t j = 0; j < q; j++) {
        random->weight[j] = 1 + rng_below(rng, 9);
        random->lower[j] = rng_below(rng, 2) == 1;
    }
    random->problem = (struct method_problem){ .n = n,
                                               .q = q,
                                               .x = random->x,
                                               .weight = random->weight,
                                               .lower = random->lower,
                                               .params = params };
}

/* a is nowhere worse than b and somewhere better. */
static bool dominates(const struct method_problem *p, size_t a, size_t b)
{
    bool better = false;
    for (size_t j = 0; j < p->q; j++) {
        double d = method_x(p, a, j) - method_x(p, b, j);
        d = p->lower[j] ? -d : d;
        if (d < 0)
            return false;
        better = better || d > 0;
    }
    return better;
}

static int violations(const struct method_problem *p, const double *rank)
{
    int count = 0;
    for (size_t a = 0; a < p->n; a++) {
        for (size_t b = 0; b < p->n; b++)
            count += dominates(p, a, b) && rank[a] > rank[b];
    }
    return count;
}

/* How many of the random problems a method ranks, and how many pairs stand the
 * wrong way round. */
static int ranked_of(const char *name, int *wrong)
{
    struct rng rng = rng_new(1, 0, 0);
    struct random random;
    struct figures params = FIGURES_INIT;
    int ranked = 0;
    double *bounds = figures_matrix(&params, "bounds", COLUMNS, 2);
    for (int j = 0; j < COLUMNS; j++) {
        bounds[2 * j] = 1;
        bounds[2 * j + 1] = 5;
    }
    *wrong = 0;
    for (int k = 0; k < PROBLEMS; k++) {
        struct figures out = FIGURES_INIT;
        random_problem(&random, &rng, &params);
        params.list[0].rows = random.problem.q;
        if (method_run(name, &random.problem, &out, &err)) {
            const struct figure *rank = figures_find(&out, "ranks");
            *wrong += violations(&random.problem, rank->number);
            ranked++;
        }
        figures_release(&out);
    }
    figures_release(&params);
    return ranked;
}

static void no_method_ranks_the_dominated_first(void **state)
{
    (void)state;
    static const char *const names[] = { "saw",    "wpm",    "waspas",
                                         "topsis", "vikor",  "spotis",
                                         "copras", "aras",   "moora",
                                         "marcos", "cocoso", "edas",
                                         "mabac",  "mairca", "promethee" };
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        int wrong, ranked = ranked_of(names[k], &wrong);
        if (wrong > 0 || ranked < PROBLEMS / 4)
            fail_msg("%s: %d of %d pairs the wrong way round", names[k], wrong,
                     ranked);
    }
}

/* Its threshold lets the taxicab distance count for one of two only. */
static void codas_may_rank_the_dominated_first(void **state)
{
    (void)state;
    int wrong, ranked = ranked_of("codas", &wrong);
    assert_int_equal(ranked, PROBLEMS);
    assert_in_range(wrong, 0, PROBLEMS / 100);
}

/* Classes, and who outranks whom */

static void add_row_list(struct figures *figures, const char *name,
                         const double *rows, size_t count)
{
    memcpy(figures_matrix(figures, name, count, COLUMNS), rows,
           count * COLUMNS * sizeof *rows);
}

/* Problems of COLUMNS criteria where more is better, which is what the
 * profiles are for. */
static void random_rows(struct random *random, struct rng *rng,
                        const struct figures *given)
{
    random_problem(random, rng, given);
    random->problem.q = COLUMNS;
    for (int k = 0; k < ROWS * COLUMNS; k++)
        random->x[k] = 1 + rng_below(rng, 5);
    for (int j = 0; j < COLUMNS; j++) {
        random->weight[j] = 1 + rng_below(rng, 9);
        random->lower[j] = false;
    }
}

static void better_classes(const char *method, const char *name)
{
    static const double profiles[] = { 2, 2, 2, 2, 4, 4, 4, 4 };
    struct rng rng = rng_new(6, 0, 0);
    struct random random;
    struct figures given = FIGURES_INIT;
    add_row_list(&given, "profiles", profiles, 2);
    figures_number(&given, "lambda", 0.7);
    figures_number(&given, "majority", 10);
    bool one_veto = strcmp(method, "electre_tri") == 0; /* for all profiles */
    for (int j = 0; one_veto && j < COLUMNS; j++)
        figures_vector(&given, "veto", COLUMNS)[j] = 3;
    for (int k = 0; k < PROBLEMS / 10; k++) {
        struct figures out = FIGURES_INIT;
        random_rows(&random, &rng, &given);
        assert_ok(method_run(method, &random.problem, &out, &err));
        const double *class = figures_find(&out, name)->number;
        for (size_t a = 0; a < random.problem.n; a++) {
            for (size_t b = 0; b < random.problem.n; b++)
                assert_true(!dominates(&random.problem, a, b) ||
                            class[a] >= class[b]);
        }
        figures_release(&out);
    }
    figures_release(&given);
}

static void who_dominates_is_in_no_worse_class(void **state)
{
    (void)state;
    better_classes("electre_tri", "pessimistic");
    better_classes("electre_tri", "optimistic");
    better_classes("mrsort", "categories");
}

/* Who dominates outranks, whatever the cuts. */
static void who_dominates_outranks(void **state)
{
    (void)state;
    struct rng rng = rng_new(7, 0, 0);
    struct random random;
    struct figures given = FIGURES_INIT;
    figures_number(&given, "c_cut", 0.9);
    figures_number(&given, "d_cut", 0.1);
    for (int k = 0; k < PROBLEMS / 10; k++) {
        struct figures out = FIGURES_INIT;
        random_problem(&random, &rng, &given);
        const struct method_problem *p = &random.problem;
        assert_ok(method_run("electre1", p, &out, &err));
        assert_ok(method_run("electre3", p, &out, &err));
        const double *outranks = figures_find(&out, "outranks")->number;
        const double *rho = figures_find(&out, "credibility")->number;
        for (size_t i = 0; i < p->n * p->n; i++) {
            if (dominates(p, i / p->n, i % p->n))
                assert_true(outranks[i] == 1 && rho[i] == 1);
        }
        figures_release(&out);
    }
    figures_release(&given);
}

/* Orders that are the same by algebra */

static const double *ranks_by(struct figures *out, const char *name,
                              const struct method_problem *problem)
{
    if (!method_run(name, problem, out, &err))
        return NULL;
    return figures_find(out, "ranks")->number;
}

/* Whether a method orders as SAW does with a normalization. */
static void orders_as_saw(const char *name, const char *how)
{
    struct rng rng = rng_new(2, 0, 0);
    struct random random;
    struct figures params = FIGURES_INIT;
    figures_text(&params, "normalization", how);
    double *bounds = figures_matrix(&params, "bounds", COLUMNS, 2);
    int both = 0;
    for (int k = 0; k < PROBLEMS / 10; k++) {
        struct figures one = FIGURES_INIT, other = FIGURES_INIT;
        random_problem(&random, &rng, &params);
        struct method_problem *p = &random.problem;
        params.list[1].rows = p->q;
        for (size_t i = 0; i < p->n * p->q; i++) { /* no ties by chance */
            size_t j = i % p->q;
            random.x[i] += rng_number(&rng);
            bounds[2 * j] =
                i < p->q ? random.x[i] : fmin(bounds[2 * j], random.x[i]);
            bounds[2 * j + 1] =
                i < p->q ? random.x[i] : fmax(bounds[2 * j + 1], random.x[i]);
        }
        const double *a = ranks_by(&one, "saw", p);
        const double *b = ranks_by(&other, name, p);
        if (a && b) {
            assert_memory_equal(a, b, p->n * sizeof *a);
            both++;
        }
        figures_release(&one);
        figures_release(&other);
    }
    assert_true(both > PROBLEMS / 20);
    figures_release(&params);
}

static void mabac_mairca_and_spotis_order_as_saw_by_minmax(void **state)
{
    (void)state;
    orders_as_saw("mabac", "minmax");
    orders_as_saw("mairca", "minmax");
    orders_as_saw("spotis", "minmax");
}

static void marcos_orders_as_saw_by_max_ratio(void **state)
{
    (void)state;
    orders_as_saw("marcos", "max_ratio");
}

/* Bad problems: each names its place. */

static struct figures params = FIGURES_INIT;

static void refused(const char *name, double x, double weight, const char *text)
{
    double values[] = { 1, 2, x, 4 }, weights[] = { 1, weight };
    bool lower[] = { false, true };
    struct method_problem problem = { .n = 2,
                                      .q = 2,
                                      .x = values,
                                      .weight = weights,
                                      .lower = lower,
                                      .params = &params };
    struct figures out = FIGURES_INIT;
    assert_false(method_run(name, &problem, &out, &err));
    if (!strstr(err.text, text))
        fail_msg("%s: not '%s'", err.text, text);
    figures_release(&out);
}

static void a_bad_problem_is_refused_with_its_place(void **state)
{
    (void)state;
    refused("saw", NAN, 1,
            "alternative 2, criterion 1: the value is not known");
    refused("saw", INFINITY, 1, "alternative 2, criterion 1");
    refused("saw", 3, -1, "criterion 2: the weight must be 0 or more");
    refused("saw", 3, NAN, "criterion 2: the weight");
    refused("saw", -3, 1, "alternative 2, criterion 1: a ratio");
    refused("mabac", 1, 1, "criterion 1 is the same for all");
    refused("edas", -3, 1, "criterion 1: its mean must be above 0");
    refused("copras", -1, 1, "alternative 2, criterion 1: a ratio");
    refused("nothing", 3, 1, "there is no method 'nothing'");
    refused("spotis", 3, 1, "'bounds' must be rows of 2 numbers");
    refused("rim", 3, 1, "'range' must be rows of 2 numbers");
    refused("electre1", 3, 1, "'c_cut' and 'd_cut'");
    refused("electre_tri", 3, 1, "'profiles' must be rows of 2 numbers");
    refused("mrsort", 3, 1, "'profiles' must be rows of 2 numbers");
    refused("smaa2", 3, 1, "criterion 2: without a normalization");
    refused("electre3_distillation", 3, 1, "row 1, column 2: a credibility");
}

static void weights_that_add_up_to_nothing_are_refused(void **state)
{
    (void)state;
    double values[] = { 1, 2 }, weights[] = { 0 };
    bool lower[] = { false };
    struct method_problem problem = { .n = 2,
                                      .q = 1,
                                      .x = values,
                                      .weight = weights,
                                      .lower = lower,
                                      .params = &params };
    struct figures out = FIGURES_INIT;
    assert_false(method_run("saw", &problem, &out, &err));
    assert_string_equal(err.text, "the weights add up to nothing");
    problem.n = 0;
    weights[0] = 1;
    assert_false(method_run("saw", &problem, &out, &err));
    assert_non_null(strstr(err.text, "no alternative"));
    figures_release(&out);
}

/* One alternative, or one criterion: a rank or a named error, never NAN. */
static void one_alternative_gets_rank_1_or_an_error(void **state)
{
    (void)state;
    double values[] = { 3, 4 }, weights[] = { 1, 2 };
    bool lower[] = { false, true };
    struct method_problem problem = { .n = 1,
                                      .q = 2,
                                      .x = values,
                                      .weight = weights,
                                      .lower = lower,
                                      .params = &params };
    for (int t = 0; method_tables[t]; t++) {
        for (const struct method *m = method_tables[t]; m->name; m++) {
            struct figures out = FIGURES_INIT;
            bool good = method_run(m->name, &problem, &out, &err);
            const struct figure *rank = figures_find(&out, "ranks");
            const struct figure *score = figures_find(&out, "scores");
            if (good && rank)
                assert_true(rank->number[0] == 1);
            if (good && score)
                assert_true(isfinite(score->number[0]));
            figures_release(&out);
        }
    }
}

/* Zeros, constant columns and weights of 0: every figure is a number, or there
 * is an error. */
static void awkward_problems_give_numbers_or_an_error(void **state)
{
    (void)state;
    struct rng rng = rng_new(9, 0, 0);
    struct random random;
    for (int k = 0; k < 3000; k++) {
        random_problem(&random, &rng, &params);
        for (size_t i = 0; i < random.problem.n * random.problem.q; i++)
            random.x[i] = rng_below(&rng, 3);
        for (size_t j = 0; j < random.problem.q; j++)
            random.weight[j] = rng_below(&rng, 3);
        for (int t = 0; method_tables[t]; t++) {
            for (const struct method *m = method_tables[t]; m->name; m++) {
                struct figures out = FIGURES_INIT;
                bool good = method_run(m->name, &random.problem, &out, &err);
                const struct figure *score = figures_find(&out, "scores");
                for (size_t i = 0; good && score && i < score->rows; i++) {
                    if (!isfinite(score->number[i]))
                        fail_msg("%s: no number", m->name);
                }
                figures_release(&out);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_method_ranks_the_dominated_first),
        cmocka_unit_test(codas_may_rank_the_dominated_first),
        cmocka_unit_test(who_dominates_is_in_no_worse_class),
        cmocka_unit_test(who_dominates_outranks),
        cmocka_unit_test(mabac_mairca_and_spotis_order_as_saw_by_minmax),
        cmocka_unit_test(marcos_orders_as_saw_by_max_ratio),
        cmocka_unit_test(a_bad_problem_is_refused_with_its_place),
        cmocka_unit_test(weights_that_add_up_to_nothing_are_refused),
        cmocka_unit_test(awkward_problems_give_numbers_or_an_error),
        cmocka_unit_test(one_alternative_gets_rank_1_or_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
