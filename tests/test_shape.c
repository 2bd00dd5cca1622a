#include "test.h"

#include <string.h>

#include "core/base/intern.h"
#include "core/data/shape.h"
#include "core/data/wkb.h"

static const char *const same[] = {
    "POINT (104.9 21.6)",
    "LINESTRING (0 0, 1 1, 2 0)",
    "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
    "MULTIPOINT ((1 2), (3 4))",
    "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
    "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
};

static void text_in_is_text_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct err err;
        const char *shape = shape_from_wkt(same[i], &err);
        assert_ok(shape != NULL);
        struct text out = TEXT_INIT;
        shape_wkt(shape, &out);
        if (i != 3)
            assert_string_equal(out.bytes, same[i]);
        text_release(&out);
    }
}

static void equal_shapes_are_the_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct err err;
        const char *shape = shape_from_wkt(same[i], &err);
        assert_ptr_equal(shape,
                         shape_from_gpkg(shape, shape_size(shape), &err));
        struct text out = TEXT_INIT;
        shape_wkt(shape, &out);
        assert_ptr_equal(shape, shape_from_wkt(out.bytes, &err));
        text_release(&out);
    }
    struct err err;
    assert_ptr_equal(shape_point(104.9, 21.6),
                     shape_from_wkt("point(104.9 21.6)", &err));
    assert_ptr_equal(shape_point(104.9, 21.6),
                     shape_from_wkt(" \n point ( 104.9 21.6 ) ", &err));
}

static void the_other_byte_order_is_the_same_shape(void **state)
{
    (void)state;
    static const unsigned char big[] = {
        'G',  'P',  0, 0x00, 0, 0, 0x10, 0xE6, /* srs 4326, big endian */
        0,    0,    0, 0,    1,                /* a point */
        0x3F, 0xF0, 0, 0,    0, 0, 0,    0,    0x40, 0, 0, 0, 0, 0, 0, 0,
    };
    struct err err;
    assert_ptr_equal(shape_from_gpkg(big, sizeof big, &err), shape_point(1, 2));
}

static void what_is_no_shape_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "POINT",
        "POINT ()",
        "POINT (1)",
        "POINT (1 2",
        "POINT (1 2) x",
        "CIRCLE (1 2)",
        "POINT (nan 2)",
        "POINT (1 x)",
        "POINT EMPTY",
        "POLYGON (1 2)",
        "POINT (181 0)",
        "POINT (0 91)",
        "POINT (0 -91)",
        "POINT (-181 0)",
        ("POINT (1 2.0000000000000000000000000000000000000000000000000000000"
         "0000000)"),
        "POLYGON ((0 0, 1 0",
        "MULTIPOINT ((1 2) (3 4))",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct err err;
        assert_null(shape_from_wkt(bad[i], &err));
        assert_true(err.text[0] != '\0');
    }
}

static void bytes_cut_off_or_damaged_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct err err;
        const char *shape = shape_from_wkt(same[i], &err);
        size_t size = shape_size(shape);
        char copy[512];
        for (size_t cut = 0; cut < size; cut++) {
            memcpy(copy, shape, cut);
            assert_null(shape_from_gpkg(copy, cut, &err));
        }
        memcpy(copy, shape, size);
        copy[size] = 'x'; /* and one too many */
        assert_null(shape_from_gpkg(copy, size + 1, &err));
        for (size_t at = 0; at < size; at++) { /* whatever: no crash */
            memcpy(copy, shape, size);
            copy[at] = (char)(copy[at] ^ 0x5A);
            shape_from_gpkg(copy, size, &err);
        }
    }
}

static const char *from_wkb(const struct text *wkb, struct err *err)
{
    static const char head[] = {
        'G', 'P', 0, 1, (char)0xE6, 0x10, 0, 0
    }; /* 4326 */
    struct text bytes = TEXT_INIT;
    text_put(&bytes, head, sizeof head);
    text_put(&bytes, wkb->bytes, wkb->size);
    const char *shape = shape_from_gpkg(bytes.bytes, bytes.size, err);
    text_release(&bytes);
    return shape;
}

/* It would lie nowhere, yet have a centre. */
static void a_shape_without_points_is_refused(void **state)
{
    (void)state;
    for (uint32_t type = WKB_LINESTRING; type <= WKB_MULTIPOLYGON; type++) {
        struct err err;
        struct text wkb = TEXT_INIT;
        wkb_put_head(&wkb, type);
        wkb_put_count(&wkb, 0);
        assert_null(from_wkb(&wkb, &err));
        assert_string_equal(err.text, "a shape has no points");
        text_release(&wkb);
    }
}

static void a_coordinate_is_a_number(void **state)
{
    (void)state;
    const double bad[] = { NAN, INFINITY, -INFINITY };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct err err;
        struct text wkb = TEXT_INIT;
        wkb_put_head(&wkb, WKB_LINESTRING);
        wkb_put_count(&wkb, 2);
        wkb_put_double(&wkb, bad[i]);
        for (int k = 0; k < 3; k++)
            wkb_put_double(&wkb, k);
        assert_null(from_wkb(&wkb, &err));
        assert_string_equal(err.text, "a shape is cut off or damaged");
        text_release(&wkb);
    }
}

static void a_centre_is_the_centroid(void **state)
{
    (void)state;
    struct err err;
    double x, y;
    shape_centre(shape_from_wkt("POLYGON ((2 2, 6 2, 6 4, 2 4, 2 2))", &err),
                 &x, &y);
    assert_near(x, 4);
    assert_near(y, 3);
    shape_centre(shape_point(104.9, 21.6), &x, &y);
    assert_near(x, 104.9);
    assert_near(y, 21.6);
    /* the hole pulls the centre away from itself: (16*2 - 1*1.5)/15 */
    shape_centre(shape_from_wkt(same[2], &err), &x, &y);
    assert_near(x, (16 * 2 - 1.5) / 15);
}

static void a_degree_of_latitude_is_111_km(void **state)
{
    (void)state;
    double km = shape_distance(shape_point(105, 21), shape_point(105, 22));
    assert_true(fabs(km - 111.195) < 0.001); /* pi / 180 * 6371.0088 */
    assert_near(shape_distance(shape_point(1, 2), shape_point(1, 2)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_in_is_text_out),
        cmocka_unit_test(equal_shapes_are_the_same_bytes),
        cmocka_unit_test(the_other_byte_order_is_the_same_shape),
        cmocka_unit_test(what_is_no_shape_is_refused),
        cmocka_unit_test(bytes_cut_off_or_damaged_are_refused),
        cmocka_unit_test(a_shape_without_points_is_refused),
        cmocka_unit_test(a_coordinate_is_a_number),
        cmocka_unit_test(a_centre_is_the_centroid),
        cmocka_unit_test(a_degree_of_latitude_is_111_km),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
