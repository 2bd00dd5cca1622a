/* Climbing where one way is far longer than another. */
#include "tests/test.h"

#include <math.h>

#include "core/assign/dilate.h"

enum { COUNT = 40, LOOKS = 20000 };

/* A roof whose sides fall off a million times more steeply along some
 * coordinates than along others; its ridge is at (1, 2, 3, ...). */
static double roof(const double *point, double *slope)
{
    double value = 0;
    for (int i = 0; i < COUNT; i++) {
        double steep = pow(10, 6.0 * i / (COUNT - 1)), off = point[i] - i - 1;
        value -= steep * fabs(off);
        slope[i] = off > 0 ? -steep : steep;
    }
    return value;
}

static void test_a_roof_with_sides_of_all_slopes_is_climbed(void **state)
{
    (void)state;
    double point[COUNT] = { 0 }, slope[COUNT], best = -INFINITY;
    struct dilation *dilation = dilation_new(COUNT);
    dilation_begin(dilation, 1);
    double first = roof(point, slope);
    for (int i = 0; i < LOOKS; i++) {
        double value = roof(point, slope);
        best = fmax(best, value);
        if (dilation_step(dilation, slope, point) < 1e-12)
            break;
    }
    dilation_free(dilation);
    if (best < 1e-6 * first)
        fail_msg("from %g only to %g", first, best);
}

static void test_where_there_is_no_slope_nothing_moves(void **state)
{
    (void)state;
    double point[2] = { 3, 4 }, slope[2] = { 0, 0 };
    struct dilation *dilation = dilation_new(2);
    dilation_begin(dilation, 1);
    assert_true(dilation_step(dilation, slope, point) == 0);
    assert_true(point[0] == 3 && point[1] == 4);
    dilation_free(dilation);
}

static void test_a_step_moves_the_point_as_far_as_it_says(void **state)
{
    (void)state;
    double point[2] = { 0, 0 }, slope[2] = { 3, 4 };
    struct dilation *dilation = dilation_new(2);
    dilation_begin(dilation, 10);
    double length = dilation_step(dilation, slope, point);
    assert_true(fabs(length - 10) < 1e-9);
    assert_true(fabs(point[0] - 6) < 1e-9 && fabs(point[1] - 8) < 1e-9);
    dilation_free(dilation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_roof_with_sides_of_all_slopes_is_climbed),
        cmocka_unit_test(test_where_there_is_no_slope_nothing_moves),
        cmocka_unit_test(test_a_step_moves_the_point_as_far_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
