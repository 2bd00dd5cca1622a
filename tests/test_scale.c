#include "tests/test.h"

#include "core/rank/scale.h"

static struct err err;

static double worth(struct scale scale, double x)
{
    double out;
    assert_ok(scale_check(&scale, &err));
    scale_worth(&scale, &x, &out, 1);
    return out;
}

static void a_line_is_level_outside_its_ends(void **state)
{
    (void)state;
    struct scale scale = { SCALE_LINEAR, 3, (double[]){ 0, 10, 20 },
                           (double[]){ 0, 1, 4 }, 4 };
    assert_near(worth(scale, -5), 0);
    assert_near(worth(scale, 5), 0.125);
    assert_near(worth(scale, 10), 0.25);
    assert_near(worth(scale, 15), 0.625);
    assert_near(worth(scale, 99), 1);
}

/* The developer rubric: up to 24 months 4, up to 36 2, otherwise 0. */
static void the_end_of_a_band_belongs_to_it(void **state)
{
    (void)state;
    struct scale scale = { SCALE_BANDS, 2, (double[]){ 24, 36 },
                           (double[]){ 4, 2, 0 }, 4 };
    assert_near(worth(scale, 24), 1);
    assert_near(worth(scale, 24.5), 0.5);
    assert_near(worth(scale, 36), 0.5);
    assert_near(worth(scale, 37), 0);
}

static void all_or_nothing_gives_all_from_its_mark_on(void **state)
{
    (void)state;
    struct scale scale = { SCALE_ALL, 1, (double[]){ 20 }, (double[]){ 10 },
                           10 };
    assert_near(worth(scale, 19.9), 0);
    assert_near(worth(scale, 20), 1);
}

/* The developer rubric: ten points, 1.5 less for each missing item. */
static void missing_items_are_deducted_down_to_nothing(void **state)
{
    (void)state;
    struct scale scale = { SCALE_DEDUCT, 0, NULL, (double[]){ 10, 1.5 }, 10 };
    assert_near(worth(scale, 0), 1);
    assert_near(worth(scale, 2), 0.7);
    assert_near(worth(scale, 7), 0);
}

static void a_code_that_is_none_has_no_worth(void **state)
{
    (void)state;
    struct scale scale = { SCALE_CODES, 2, (double[]){ 1, 3 },
                           (double[]){ 0.2, 1 }, 1 };
    assert_near(worth(scale, 3), 1);
    assert_true(isnan(worth(scale, 2)));
}

/* Whether the scale is refused with this text. */
static void assert_unsound(struct scale scale, const char *text)
{
    assert_false(scale_check(&scale, &err));
    assert_string_equal(err.text, text);
}

static void an_unsound_scale_says_why(void **state)
{
    (void)state;
    const double up[] = { 0, 1 }, level[] = { 3, 3 }, high[] = { 0, 5 };
    const double far[] = { -1e308, 1e308 };
    assert_unsound((struct scale){ SCALE_LINEAR, 2, far, up, 1 },
                   "scale: -1e+308 and 1e+308 are too far apart");
    assert_unsound((struct scale){ SCALE_ALL, 2, up, up, 1 },
                   "scale: all from one value on, not 2");
    assert_unsound((struct scale){ SCALE_LINEAR, 0, up, up, 1 },
                   "scale: it has no points");
    assert_unsound((struct scale){ SCALE_LINEAR, 2, level, up, 1 },
                   "scale: its values must rise, got 3 after 3");
    assert_unsound((struct scale){ SCALE_LINEAR, 2, up, high, 4 },
                   "scale: points must be from 0 to 4, got 5");
    assert_unsound((struct scale){ SCALE_LINEAR, 2, up, up, 0 },
                   "scale: out of 0 points is nothing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_level_outside_its_ends),
        cmocka_unit_test(the_end_of_a_band_belongs_to_it),
        cmocka_unit_test(all_or_nothing_gives_all_from_its_mark_on),
        cmocka_unit_test(missing_items_are_deducted_down_to_nothing),
        cmocka_unit_test(a_code_that_is_none_has_no_worth),
        cmocka_unit_test(an_unsound_scale_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
