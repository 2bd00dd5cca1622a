/* What assign_read() promises: good files as they stand, bad ones named by
 * line and by what is wrong there. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "core/assign/assign.h"
#include "core/base/mem.h"

static struct err err;
static struct assign_problem problem;
static char path[200];

#define GAP "2 3\n1 2 3\n4 5 6\n7 8 9\n1 2 3\n20 30\n"
#define SSCFLP "2 3\n10 20\n100 200\n4 5 6\n1 2\n3 4\n5 6\n"

/* Two enterprises, two clusters, three years, one resource, two districts, two
 * sectors. */
#define PLAN                                                                   \
    "PLAN1 2 2 3 1 2 2\n"                                                      \
    "0 1 5 900 7 10\n"                                                         \
    "1 2 6 800 0 20\n"                                                         \
    "0 2 1 50 100 3 60 200\n"                                                  \
    "1 1 2 70 300\n"                                                           \
    "1 1\n0 1\n"                                                               \
    "40 41\n"                                                                  \
    "9 0 8\n"                                                                  \
    "11 12 13\n"                                                               \
    "2 1 30 3 2 40 4\n"                                                        \
    "1 2 50 5\n"

static void put(const void *bytes, size_t size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static bool read_text(const char *text, enum assign_format format)
{
    put(text, strlen(text));
    return assign_read(&problem, path, format, &err);
}

static int setup(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/assign_read.txt", build ? build : "build");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    remove(path);
    return 0;
}

static void same(const double *got, const double *want, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_near(got[i], want[i]);
}

static void test_a_gap_file_is_read_as_it_stands(void **state)
{
    (void)state;
    assert_ok(read_text(GAP, ASSIGN_GUESS));
    assert_int_equal(problem.sites, 2);
    assert_int_equal(problem.jobs, 3);
    assert_true(problem.by_option && problem.must && !problem.opening);
    static const double cost[] = { 1, 4, 2, 5, 3, 6 };
    for (int i = 0; i < 6; i++) {
        assert_int_equal(problem.option[i].site, i % 2);
        assert_near((double)problem.option[i].cost, cost[i]);
    }
    same(problem.need, (double[]){ 7, 1, 8, 2, 9, 3 }, 6);
    same(problem.room, (double[]){ 20, 30 }, 2);
    assert_ok(assign_check(&problem, &err));
    assign_problem_release(&problem);
}

static void test_a_location_file_is_read_as_it_stands(void **state)
{
    (void)state;
    assert_ok(read_text(SSCFLP, ASSIGN_GUESS));
    assert_int_equal(problem.sites, 2);
    assert_int_equal(problem.jobs, 3);
    assert_false(problem.by_option);
    same(problem.room, (double[]){ 10, 20 }, 2);
    same(problem.opening, (double[]){ 100, 200 }, 2);
    same(problem.need, (double[]){ 4, 5, 6 }, 3);
    for (int i = 0; i < 6; i++)
        assert_near((double)problem.option[i].cost, i + 1);
    assert_ok(assign_check(&problem, &err));
    assign_problem_release(&problem);
}

/* Years and numbers of the file are from 1, ours from 0. */
static void test_a_plan_file_is_read_as_it_stands(void **state)
{
    (void)state;
    assert_ok(read_text(PLAN, ASSIGN_GUESS));
    assert_int_equal(problem.years, 3);
    assert_int_equal(problem.ready[1], 1);
    same(problem.wait, (double[]){ 5, 6 }, 2);
    same(problem.penalty, (double[]){ 900, 800 }, 2);
    same(problem.hazard, (double[]){ 7, 0 }, 2);
    same(problem.room, (double[]){ 100, 100, 300, 0, 300, 300 }, 6);
    same(problem.limit, (double[]){ 40, 41 }, 2);
    same(problem.budget, (double[]){ 9, ASSIGN_NO_LIMIT, 8 }, 1);
    assert_true(isinf(problem.budget[1]));
    same(problem.phases.capital, (double[]){ 11, 12, 13 }, 3);
    same(problem.phases.cost, (double[]){ 50, 60, 70 }, 3);
    assert_int_equal(problem.open[1], 1);
    assert_int_equal(problem.start[2], 3);
    assert_int_equal(problem.option[2].site, 1);
    assert_near((double)problem.option[1].spend, 4);
    assert_ok(assign_check(&problem, &err));
    assign_problem_release(&problem);
}

/* What no plan can use is not looked at, and so does not blur the bound. */
static void
test_a_cluster_too_small_for_an_enterprise_is_no_choice(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t options;
    } plans[] = {
        /* need 9 and 3 of 3; hazard 0 */
        { "PLAN1 2 1 1 1 1 1\n1 1 1 5 0 9\n1 1 1 7 0 3\n0 1 1 0 3\n1\n"
          "0 0 0\n1 1 0 0\n1 1 0 0\n",
          1 },
        /* two phases of 3 hold 6; hazard 4 is above the 3 of the district */
        { "PLAN1 2 1 2 1 1 1\n1 1 1 5 0 6\n1 1 1 7 4 3\n0 2 1 0 3 2 0 3\n1\n"
          "3 0 0 0 0\n1 1 0 0\n1 1 0 0\n",
          1 },
    };
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        assert_ok(read_text(plans[i].text, ASSIGN_PLAN));
        assert_int_equal(problem.start[2], plans[i].options);
        struct assignment assignment;
        struct assign_work work = { .steps = 100 };
        assert_ok(assign_solve(&assignment, &problem, &work, &err));
        if (i == 0)
            assert_near(assignment.bound, 5);
        assignment_release(&assignment);
        assign_problem_release(&problem);
    }
}

static void test_nobody_and_nowhere_are_problems_too(void **state)
{
    (void)state;
    static const char *const empty[] = {
        "0 0\n", "2 0 5 5\n", "PLAN1 0 0 1 1 0 0\n0\n0\n",
        "PLAN1 1 0 1 1 0 0\n0 1 5 900 7 10\n0\n0\n0\n"
    };
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        assert_ok(read_text(empty[i], i == 0 ? ASSIGN_GAP : ASSIGN_GUESS));
        assert_ok(assign_check(&problem, &err));
        assign_problem_release(&problem);
    }
}

static const struct bad {
    enum assign_format format;
    const char *text, *says; /* behind the path */
} bad[] = {
    { ASSIGN_GUESS, "", ":1: the file ends before agents" },
    { ASSIGN_GAP, "2\n", ":2: the file ends before jobs" },
    { ASSIGN_GAP, "0 3\n", ":1: 3 jobs and no agent" },
    { ASSIGN_SSCFLP, "0 1\n7\n", ":1: 1 jobs and no agent" },
    { ASSIGN_GAP, "two 3\n", ":1: agents: 'two' is no number" },
    { ASSIGN_GAP, "-2 3\n", ":1: agents: -2 is not between" },
    { ASSIGN_GAP, "2.5 3\n", ":1: agents: 2.5 is not a whole number" },
    { ASSIGN_GAP, "2 nan\n", ":1: jobs: 'nan' is no number" },
    { ASSIGN_GAP, "2 0x3\n", ":1: jobs: '0x3' is no number" },
    { ASSIGN_GAP, "3000 3000\n1\n", ":1: the sizes ask for 18003000 more" },
    { ASSIGN_GAP, "9999999 9999999\n1\n", ":1: the sizes ask for" },
    { ASSIGN_GAP, "99999999999999999999 1\n1\n", ":1: agents: 1e+20 is not" },
    { ASSIGN_GAP, "2 2\n1 2\n3 x\n1 1 1 1\n9 9\n", ":3: cost: 'x' is no" },
    { ASSIGN_GAP, "2 2\n1 2\n3 4\n1 -1 1 1\n9 9\n", ":4: resource: -1 is" },
    { ASSIGN_GAP, "2 2\n1 2\n3 4\n1 1 1 1\n9 1e300\n", ":5: capacity: 1e+300" },
    { ASSIGN_GAP, "2 2\n1 2\n3 4\n1 1 1 1\n9\n",
      ":6: the file ends before cap" },
    { ASSIGN_GAP, "2 2\n1 2\n3 4\n1 1 1 1\n9 9\n7\n", ":6: more follows" },
    { ASSIGN_GUESS, "2 2\n1 2\n3 4\n1 1 1\n9 9\n",
      ": 2 sites and 2 jobs need" },
    { ASSIGN_SSCFLP, "1 1\n5\n-6\n1\n2\n", ":3: opening cost: -6 is" },
    { ASSIGN_SSCFLP, "1 1\n5\n6\n9e15\n2\n", ":4: demand: 9e+15 is" },
    { ASSIGN_SSCFLP, "1 1\n5\n6\n1\n1e9\n", ":5: cost: 1000000000 is" },
    { ASSIGN_PLAN, GAP, ":1: a planning instance begins with PLAN1" },
    { ASSIGN_GAP, PLAN, ":1: this is a planning instance" },
    { ASSIGN_PLAN, "PLAN1 1 1 65 1 1 1\n", ":1: years: 65 is not" },
    { ASSIGN_PLAN, "PLAN1 1 1 0 1 1 1\n", ":1: years: 0 is not" },
    { ASSIGN_PLAN, "PLAN1 1 1 1 9 1 1\n", ":1: resources: 9 is not" },
    { ASSIGN_PLAN, "PLAN1 9999999 9999999 9 1 9999999 9999999\n",
      ":1: the sizes ask for" },
    { ASSIGN_PLAN, "PLAN1 1 9999999 1 1 1 1\n", ":1: the sizes ask for" },
};

static void refuse(const struct bad *it)
{
    if (read_text(it->text, it->format))
        fail_msg("not refused: %s", it->text);
    assert_null(problem.option);
    if (strncmp(err.text, path, strlen(path)) != 0 ||
        strncmp(err.text + strlen(path), it->says, strlen(it->says)) != 0)
        fail_msg("'%s' should say '%s'", err.text, it->says);
}

static void test_a_bad_file_is_named_by_line_and_fault(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        refuse(&bad[i]);
}

/* One spoilt number of the plan file each: what stands there, what instead. */
static const struct {
    const char *was, *is, *says;
} spoilt[] = {
    { "0 1 5 900", "0 0 5 900", ":2: first year of an enterprise: 0 is" },
    { "0 1 5 900", "0 1 -5 900", ":2: weight: -5 is" },
    { "900 7", "900 -7", ":2: hazard: -7 is" },
    { "0 20\n", "0 2.5\n", ":3: demand: 2.5 is not a whole" },
    { "0 20\n", "0 9007199254740993\n", ":3: demand: 9.00719925474099e+15" },
    { "0 2 1 50", "2 2 1 50", ":4: district: 2 is not" },
    { "0 2 1 50", "0 2 4 50",
      ":4: cluster 1: a phase opens in year 3, before" },
    { "3 60 200", "3 -60 200", ":4: cost of a phase: -60" },
    { "70 300", "70 much", ":5: capacity of a phase: 'much'" },
    { "0 1\n40", "0 2\n40", ":7: flag of a sector: 2" },
    { "40 41", "40 -41", ":8: limit of a district: -41" },
    { "9 0 8", "9 -1 8", ":9: support budget: -1" },
    { "11 12", "11 -12", ":10: capital budget: -12" },
    { "2 40 4", "3 40 4", ":11: cluster: 3 is not between 1 and 2" },
    { "2 40 4", "0 40 4", ":11: cluster: 0 is not" },
    { "2 40 4", "1 40 4", ":11: enterprise 1 names cluster 1 twice" },
    { "1 2 50 5", "3 2 50 5", ":12: clusters of an enterprise: 3" },
    { "1 2 50 5", "1 2 50", ":13: the file ends before subsidy" },
    { "1 2 50 5", "1 2 50 5 5", ":12: more follows" },
};

static void test_a_spoilt_number_of_a_plan_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        char text[sizeof PLAN + 60];
        const char *at = strstr(PLAN, spoilt[i].was);
        assert_non_null(at);
        snprintf(text, sizeof text, "%.*s%s%s", (int)(at - PLAN), PLAN,
                 spoilt[i].is, at + strlen(spoilt[i].was));
        refuse(&(struct bad){ ASSIGN_PLAN, text, spoilt[i].says });
    }
}

static void test_a_file_cut_anywhere_is_refused(void **state)
{
    (void)state;
    static const char *const whole[] = { GAP, SSCFLP, PLAN };
    static const enum assign_format format[] = { ASSIGN_GAP, ASSIGN_SSCFLP,
                                                 ASSIGN_PLAN };
    for (int i = 0; i < 3; i++) {
        for (size_t size = 0; size + 2 < strlen(whole[i]); size++) {
            put(whole[i], size);
            if (assign_read(&problem, path, format[i], &err))
                fail_msg("format %d is taken cut at %zu", i, size);
            assert_true(strncmp(err.text, path, strlen(path)) == 0);
        }
    }
}

/* Less memory than the sizes ask for, were they believed. */
static void test_sizes_are_not_believed_before_the_file_is_seen(void **state)
{
    (void)state;
    static const char *const big[] = {
        "9999999 9999999\n1 2 3\n", "PLAN1 9999999 9999999 64 8 9999999 1\n"
    };
    for (int i = 0; i < 2; i++) {
        struct rusage before, after;
        getrusage(RUSAGE_SELF, &before);
        assert_false(read_text(big[i], i ? ASSIGN_PLAN : ASSIGN_SSCFLP));
        getrusage(RUSAGE_SELF, &after);
        assert_true(after.ru_maxrss - before.ru_maxrss < 65536); /* KiB */
    }
}

static void test_zero_bytes_and_long_words_are_refused(void **state)
{
    (void)state;
    char text[5000];
    memset(text, '7', sizeof text);
    put(text, sizeof text);
    assert_false(assign_read(&problem, path, ASSIGN_GAP, &err));
    assert_non_null(strstr(err.text, ":1: agents: '777"));
    put("2 \0 3", 5);
    assert_false(assign_read(&problem, path, ASSIGN_GAP, &err));
    assert_non_null(strstr(err.text, "is no number"));
}

/* The reader takes a file in pieces; this one is several of them long. */
static void test_numbers_across_pieces_are_whole(void **state)
{
    (void)state;
    enum { N = 300000 };
    char *text = mem_new(N + 1, 12), *end = text;
    end += sprintf(end, "1 %d\n", N / 2);
    for (int i = 0; i < N; i++)
        end += sprintf(end, i % 7 ? "%d " : "%d\n", 1000000 + i);
    sprintf(end, "5\n");
    assert_ok(read_text(text, ASSIGN_GAP));
    for (int i = 0; i < N / 2; i++) {
        assert_near((double)problem.option[i].cost, 1000000 + i);
        assert_near(problem.need[i], 1000000 + N / 2 + i);
    }
    assign_problem_release(&problem);
    free(text);
}

static void test_a_missing_file_and_a_folder_are_named(void **state)
{
    (void)state;
    assert_false(assign_read(&problem, "/nowhere/x", ASSIGN_GUESS, &err));
    assert_int_equal(err.code, ERR_FILE);
    assert_non_null(strstr(err.text, "/nowhere/x: "));
    assert_false(assign_read(&problem, "/", ASSIGN_GUESS, &err));
    assert_non_null(strstr(err.text, "not a file"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_gap_file_is_read_as_it_stands),
        cmocka_unit_test(test_a_location_file_is_read_as_it_stands),
        cmocka_unit_test(test_a_plan_file_is_read_as_it_stands),
        cmocka_unit_test(
            test_a_cluster_too_small_for_an_enterprise_is_no_choice),
        cmocka_unit_test(test_nobody_and_nowhere_are_problems_too),
        cmocka_unit_test(test_a_bad_file_is_named_by_line_and_fault),
        cmocka_unit_test(test_a_spoilt_number_of_a_plan_is_named),
        cmocka_unit_test(test_a_file_cut_anywhere_is_refused),
        cmocka_unit_test(test_sizes_are_not_believed_before_the_file_is_seen),
        cmocka_unit_test(test_zero_bytes_and_long_words_are_refused),
        cmocka_unit_test(test_numbers_across_pieces_are_whole),
        cmocka_unit_test(test_a_missing_file_and_a_folder_are_named),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
