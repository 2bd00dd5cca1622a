/* Scheduling on a published case, at working size, and on bad input. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/schedule/schedule.h"

/* J. H. Lorie and L. J. Savage (1955), "Three problems in rationing capital",
 * Journal of Business 28: nine projects, outlays in two years, a budget in
 * each.  The best choice in whole projects is worth 70. */
static void test_lorie_and_savage_are_solved(void **data)
{
    static const int first[] = { 12, 54, 6, 6, 30, 6, 48, 36, 18 };
    static const int second[] = { 3, 7, 6, 2, 35, 6, 4, 3, 3 };
    static const double worth[] = { 14, 17, 17, 15, 40, 12, 14, 10, 12 };
    static const int64_t budget[] = { 50, 20 };
    static const int taken[] = { 1, 0, 1, 1, 0, 1, 0, 0, 1 };
    static const char *const key[] = { "1", "2", "3", "4", "5",
                                       "6", "7", "8", "9" };
    struct schedule_payment payment[18];
    double value[18] = { 0 };
    int earliest[9];
    for (int p = 0; p < 9; p++) {
        payment[2 * p] = (struct schedule_payment){ p, 0, 1, first[p] };
        payment[2 * p + 1] = (struct schedule_payment){ p, 0, 0, second[p] };
        value[2 * p + 1] = worth[p];
        earliest[p] = 1;
    }
    struct schedule_source source = {
        .name = "capital", .budget = budget, .kinds = 1, .share = SCHEDULE_PARTS
    };
    struct schedule_term term = { "worth", 1, value };
    struct schedule_problem problem = { .phases = 9,
                                        .years = 2,
                                        .first_year = 1955,
                                        .phase_key = key,
                                        .earliest = earliest,
                                        .kinds = 1,
                                        .payments = 18,
                                        .payment = payment,
                                        .sources = 1,
                                        .source = &source,
                                        .terms = 1,
                                        .term = &term };
    struct schedule_work work = { .steps = 1000, .seed = 1 };
    struct schedule schedule;
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &problem, &work, &err));
    assert_near(schedule.total, 70);
    assert_near(schedule.bound, 70);
    for (int p = 0; p < 9; p++)
        assert_int_equal(schedule.year[p] == 1, taken[p]);
    schedule_release(&schedule);
}

/* A province: clusters of three phases, ten years. */

enum { MOST = 1000, YEARS = 10 };

struct world {
    int clusters;
    int cluster[3 * MOST], earliest[3 * MOST];
    double value[3 * MOST * YEARS];
    struct schedule_payment payment[3 * MOST];
    struct schedule_arc arc[2 * MOST];
    const char *key[3 * MOST];
    int64_t budget[YEARS];
    struct schedule_source source;
    struct schedule_term term;
    struct schedule_problem problem;
};

static unsigned long long seed;

static int draw(int least, int most)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return least + (int)((seed >> 33) % (unsigned)(most - least + 1));
}

static void draw_phase(struct world *w, int p, int64_t unit)
{
    int cost = draw(50, 300), land = draw(100, 900);
    w->key[p] = "phase";
    w->cluster[p] = p / 3;
    w->earliest[p] = p % 3 == 0 ? draw(0, 4) : w->earliest[p - 1];
    w->payment[p] = (struct schedule_payment){ p, 0, 0, cost * unit };
    for (int t = 0; t < YEARS; t++)
        w->value[p * YEARS + t] = land * (YEARS - t);
    if (p % 3)
        w->arc[w->problem.arcs++] = (struct schedule_arc){ p - 1, p, 0 };
    for (int t = 0; t < YEARS; t++)
        w->budget[t] += cost * unit * 3 / 4 / YEARS;
}

static struct world *world_new(int clusters, int64_t unit)
{
    struct world *w = calloc(1, sizeof *w);
    seed = 11;
    for (int p = 0; p < 3 * clusters; p++)
        draw_phase(w, p, unit);
    w->source = (struct schedule_source){ .name = "province",
                                          .budget = w->budget,
                                          .carry = true,
                                          .kinds = 1,
                                          .share = SCHEDULE_PARTS };
    w->term = (struct schedule_term){ "land", 1, w->value };
    w->problem.phases = w->problem.payments = 3 * clusters;
    w->problem.years = YEARS;
    w->problem.first_year = 2027;
    w->problem.phase_key = w->key;
    w->problem.cluster = w->cluster;
    w->problem.earliest = w->earliest;
    w->problem.kinds = w->problem.sources = w->problem.terms = 1;
    w->problem.payment = w->payment;
    w->problem.source = &w->source;
    w->problem.arc = w->arc;
    w->problem.term = &w->term;
    return w;
}

static void test_threads_do_not_change_a_byte(void **data)
{
    struct world *w = world_new(30, 1);
    struct schedule one, two;
    struct err err;
    (void)data;
    for (int threads = 2; threads <= 3; threads++) {
        struct schedule_work work = { .steps = 1200, .seed = 5, .threads = 1 };
        assert_ok(schedule_solve(&one, &w->problem, &work, &err));
        work.threads = threads;
        assert_ok(schedule_solve(&two, &w->problem, &work, &err));
        assert_memory_equal(one.year, two.year,
                            sizeof(int) * (size_t)one.phases);
        assert_memory_equal(&one.bound, &two.bound, sizeof one.bound);
        assert_memory_equal(&one.total, &two.total, sizeof one.total);
        assert_int_equal(one.steps, two.steps);
        schedule_release(&one);
        schedule_release(&two);
    }
    free(w);
}

static void test_the_gap_of_a_province_is_small(void **data)
{
    struct world *w = world_new(30, 1);
    struct schedule schedule;
    struct schedule_work work = { .steps = 1200, .seed = 1, .threads = 2 };
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &w->problem, &work, &err));
    assert_true(schedule.bound - schedule.total < 0.0005 * schedule.total);
    schedule_release(&schedule);
    free(w);
}

static void test_the_gap_of_a_nation_is_smaller(void **data)
{
    struct world *w = world_new(MOST, 1);
    struct schedule schedule;
    struct schedule_work work = { .steps = 4, .seed = 1, .threads = 2 };
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &w->problem, &work, &err));
    assert_true(schedule.bound - schedule.total < 0.0003 * schedule.total);
    schedule_release(&schedule);
    free(w);
}

/* Sums of VND that no double holds are kept to the last đồng. */
static void test_budgets_are_kept_to_the_last_dong(void **data)
{
    struct world *w = world_new(3, INT64_C(10000000000001));
    struct schedule schedule;
    struct schedule_work work = { .steps = 400, .seed = 1 };
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &w->problem, &work, &err));
    int p = 0;
    while (schedule.year[p] == YEARS)
        p++;
    int64_t spent = 0, had = 0;
    for (int i = 0; i < w->problem.phases; i++)
        spent += schedule.year[i] < YEARS ? w->payment[i].amount : 0;
    for (int t = 0; t < YEARS; t++)
        had += w->budget[t];
    assert_true(spent <= had);
    /* With all the money gone but what this schedule costs, less one đồng, it
     * is not possible any more. */
    int year[9];
    memcpy(year, schedule.year, sizeof(int) * 9);
    schedule_release(&schedule);
    memset(w->budget, 0, sizeof w->budget);
    w->budget[0] = spent;
    assert_ok(schedule_make(&schedule, &w->problem, year, &err));
    schedule_release(&schedule);
    w->budget[0] = spent - 1;
    assert_false(schedule_make(&schedule, &w->problem, year, &err));
    assert_non_null(strstr(err.text, "1 of money is missing"));
    free(w);
}

static bool stop_at_once(void *data, const struct schedule_progress *progress)
{
    int *asked = data;
    (void)progress;
    ++*asked;
    return false;
}

static void test_stopped_it_gives_the_best_so_far_and_its_bound(void **data)
{
    struct world *w = world_new(30, 1);
    struct schedule schedule;
    int asked = 0;
    struct schedule_work work = {
        .seconds = 60, .seed = 1, .watch = stop_at_once, .data = &asked
    };
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &w->problem, &work, &err));
    assert_int_equal(asked, 1);
    assert_true(schedule.total > 0 && schedule.bound >= schedule.total);
    assert_true(schedule.seconds < 5);
    schedule_release(&schedule);
    free(w);
}

static void test_an_earlier_answer_is_not_lost(void **data)
{
    struct world *w = world_new(30, 1);
    struct schedule first, second;
    struct schedule_work work = { .steps = 200, .seed = 1 };
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&first, &w->problem, &work, &err));
    work.from = first.year;
    work.steps = 1;
    assert_ok(schedule_solve(&second, &w->problem, &work, &err));
    assert_true(second.total >= first.total);
    schedule_release(&first);
    schedule_release(&second);
    free(w);
}

/* Bad input */

static void refuse(const struct world *w, const char *part)
{
    struct schedule schedule;
    struct schedule_work work = { .steps = 10, .seed = 1 };
    struct err err;
    if (schedule_solve(&schedule, &w->problem, &work, &err))
        fail_msg("accepted; wanted: %s", part);
    if (!strstr(err.text, part))
        fail_msg("'%s' is not in: %s", part, err.text);
}

static struct world *world_with_names(void)
{
    static const char *const name[] = { "a", "b", "c", "d", "e", "f" };
    struct world *w = world_new(2, 1);
    for (int p = 0; p < 6; p++)
        w->key[p] = name[p];
    return w;
}

static void test_bad_precedence_is_named(void **data)
{
    struct world *w = world_with_names();
    (void)data;

    w->arc[4] = (struct schedule_arc){ 2, 0, 1 };
    w->problem.arcs = 5;
    refuse(w, "in a circle");
    refuse(w, "'a' after 'c'");
    w->arc[4] = (struct schedule_arc){ 2, 3, -1 };
    refuse(w, "'d': -1 years after 'c'");
    w->arc[4] = (struct schedule_arc){ 2, 99, 0 };
    refuse(w, "precedence 5: no such phase");
    free(w);
}

static void test_bad_money_is_named(void **data)
{
    struct world *w = world_with_names();
    (void)data;
    w->budget[3] = -7;
    refuse(w, "source 'province': the budget of 2030 is -7");
    w->budget[3] = INT64_MAX;
    refuse(w, "too large");
    w->budget[3] = 0;
    w->payment[1].amount = -3;
    refuse(w, "phase 'b': a cost of -3");
    w->payment[1].amount = 3;
    w->payment[1].before = 25;
    refuse(w, "25 years before it opens");
    w->payment[1].before = 0;
    w->source.share = -1;
    refuse(w, "its share is from 0 to 1");
    w->source.share = SCHEDULE_PARTS;
    w->source.weight = NAN;
    refuse(w, "its weight must be a number");
    free(w);
}

static void test_bad_years_are_named(void **data)
{
    struct world *w = world_with_names();
    unsigned char must[6] = { 1, 0, 0, 0, 0, 0 };
    int latest[6] = { 9, 9, 9, 9, 9, 9 };
    (void)data;
    w->problem.must = must;
    w->problem.latest = latest;
    latest[0] = w->earliest[0] - 1;
    refuse(w, "'a' has to open, but its latest year");
    latest[0] = 10;
    refuse(w, "its latest year is after the last");
    latest[0] = 9;
    w->source.kinds = 0;
    refuse(w, "'a' has to open, but there is no year");
    w->source.kinds = 1;
    w->value[7] = INFINITY;
    refuse(w, "no sensible number");
    w->value[7] = 1;
    w->problem.years = 0;
    refuse(w, "from 1 to 60 years");
    free(w);
}

static void test_rows_out_of_order_are_named(void **data)
{
    struct world *w = world_new(2, 1);
    static const int phase[] = { 0, 1 };
    static const int64_t amount[] = { 1, 1 };
    struct schedule_row row = {
        "row", ROW_OPENS, 3, 2, 2, phase, amount, 0, 1
    };
    (void)data;
    w->problem.rows = 1;
    w->problem.row = &row;
    refuse(w, "row: its years are not in order");
    row.to = 4;
    row.least = 2;
    refuse(w, "row: the least is above the most");
    row.least = 0;
    row.entries = 1;
    row.phase = (const int[]){ 9 };
    refuse(w, "row: no such phase");
    free(w);
}

static void test_nothing_to_schedule_is_an_answer(void **data)
{
    struct schedule_problem problem = { .years = 3, .first_year = 2027 };
    struct schedule_work work = { .steps = 10, .seed = 1 };
    struct schedule schedule;
    struct err err;
    (void)data;
    assert_ok(schedule_solve(&schedule, &problem, &work, &err));
    assert_int_equal(schedule.opened, 0);
    assert_near(schedule.bound, 0);
    schedule_release(&schedule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lorie_and_savage_are_solved),
        cmocka_unit_test(test_threads_do_not_change_a_byte),
        cmocka_unit_test(test_the_gap_of_a_province_is_small),
        cmocka_unit_test(test_the_gap_of_a_nation_is_smaller),
        cmocka_unit_test(test_budgets_are_kept_to_the_last_dong),
        cmocka_unit_test(test_stopped_it_gives_the_best_so_far_and_its_bound),
        cmocka_unit_test(test_an_earlier_answer_is_not_lost),
        cmocka_unit_test(test_bad_precedence_is_named),
        cmocka_unit_test(test_bad_money_is_named),
        cmocka_unit_test(test_bad_years_are_named),
        cmocka_unit_test(test_rows_out_of_order_are_named),
        cmocka_unit_test(test_nothing_to_schedule_is_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
