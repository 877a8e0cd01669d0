/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Very many thin lines on a picture: what they cover is known, as each lets through a share. */
#include <math.h>

#include "figure/draw.h"

#include "unit/unit.h"

enum { SIDE = 120 };

static uint32_t picture[SIDE * SIDE];

static uint32_t blue_at(size_t x, size_t y)
{
    return picture[y * SIDE + x] & 0xFF;
}

static cairo_surface_t *white(void)
{
    for (size_t i = 0; i < SIDE * SIDE; i++)
        picture[i] = 0xFFFFFF;
    return cairo_image_surface_create_for_data((unsigned char *)picture, CAIRO_FORMAT_RGB24, SIDE,
                                               SIDE, SIDE * sizeof *picture);
}

static ent_i_item_t lines_of(const ent_i_point_t *point, size_t lines)
{
    return (ent_i_item_t){.shape = ENT_SHAPE_PATH,
                          .point = point,
                          .point_count = 2 * lines,
                          .run_count = lines,
                          .each = true};
}

/* A line of 0.3 pixels in the middle of a row or a column lets 1 - 0.3 a of it through. */
static void many_lines_let_through_a_power(void **state)
{
    (void)state;
    for (int upright = 0; upright < 2; upright++) {
        ent_i_point_t point[2 * 40];
        ent_i_item_t item = lines_of(point, 40);
        cairo_surface_t *surface = white();
        double clear = 255 * pow(1 - 0.3 * 0.1, 40);

        for (size_t i = 0; i < 40; i++) {
            point[2 * i] = upright ? (ent_i_point_t){50.5, 10} : (ent_i_point_t){10, 50.5};
            point[2 * i + 1] = upright ? (ent_i_point_t){50.5, 90} : (ent_i_point_t){90, 50.5};
        }
        ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.1}, 0.3);
        assert_true(ent_i_shade_lines(surface, &item, 1));
        for (size_t i = 0; i < SIDE; i++) {
            double wanted = i >= 10 && i < 90 ? clear : 255;
            uint32_t found = upright ? blue_at(50, i) : blue_at(i, 50);

            assert_near(found, wanted, 1, "on the line");
            assert_int_equal(upright ? blue_at(51, i) : blue_at(i, 51), 255);
            assert_int_equal(upright ? blue_at(49, i) : blue_at(i, 49), 255);
        }
        cairo_surface_destroy(surface);
    }
}

/* What a slanting line covers is its length times its width, wherever it runs, off the picture or
 * on it. */
static void a_line_covers_its_area(void **state)
{
    static const ent_i_point_t way[][2] = {{{10, 20}, {90, 60}},  {{20, 100}, {50, 15}},
                                           {{5, 5}, {110, 110}},  {{100, 30}, {15, 37}},
                                           {{-40, 60}, {60, 60}}, {{60.2, 119.9}, {60.2, 40}}};
    static const double shown[] = {89.443, 90.139, 148.492, 85.288, 60, 79.9};

    (void)state;
    for (size_t i = 0; i < sizeof way / sizeof *way; i++) {
        for (int wide = 0; wide < 2; wide++) {
            ent_i_item_t item = lines_of(way[i], 1);
            cairo_surface_t *surface = white();
            double covered = 0, width = wide ? 3 : 0.6;

            ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 1}, width);
            assert_true(ent_i_shade_lines(surface, &item, 1));
            for (size_t k = 0; k < SIDE * SIDE; k++)
                covered += 1 - (picture[k] & 0xFF) / 255.0;
            assert_near(covered, width * shown[i], 0.01 * width * shown[i] + 0.05, "area");
            cairo_surface_destroy(surface);
        }
    }
}

/* A picture of them in their stead is as dark, and stands where they do. */
static void haze_is_as_dark_as_its_lines(void **state)
{
    static ent_i_point_t point[2 * 400];
    ent_i_item_t item = lines_of(point, 400);
    double dark[2] = {0, 0};

    (void)state;
    for (size_t i = 0; i < 400; i++) {
        point[2 * i] = (ent_i_point_t){20 + 50 * fmod(0.618 * (double)i, 1), 15.7};
        point[2 * i + 1] = (ent_i_point_t){20 + 50 * fmod(0.414 * (double)i, 1), 95.2};
    }
    ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.05}, 0.3);
    for (int stead = 0; stead < 2; stead++) {
        cairo_surface_t *surface = white();
        double scale = 1;

        if (stead) {
            ent_i_box_t box = {10, 10, 100, 100};
            cairo_surface_t *mask = ent_i_make_haze(&item, &box, &scale);
            cairo_t *cr = cairo_create(surface);

            assert_non_null(mask);
            cairo_translate(cr, box.x, box.y);
            cairo_scale(cr, 1 / scale, 1 / scale);
            cairo_mask_surface(cr, mask, 0, 0);
            cairo_destroy(cr);
            cairo_surface_destroy(mask);
            assert_true(scale > 2);
        } else {
            assert_true(ent_i_shade_lines(surface, &item, 1));
        }
        cairo_surface_destroy(surface);
        for (size_t k = 0; k < SIDE * SIDE; k++) {
            size_t x = k % SIDE, y = k / SIDE;

            dark[stead] += 1 - (picture[k] & 0xFF) / 255.0;
            if (x < 18 || x > 72 || y < 14 || y > 97)
                assert_int_equal(picture[k] & 0xFF, 255);
        }
    }
    assert_true(dark[0] > 100);
    assert_near(dark[1], dark[0], 0.02 * dark[0], "haze");
}

/* Few lines, dashed ones and such as can be seen are drawn one by one. */
static void only_hairs_are_haze(void **state)
{
    ent_i_item_t item = lines_of(NULL, 30000);

    (void)state;
    ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.06}, 0.06);
    assert_true(ent_i_is_haze(&item));
    item.dash[0] = 2;
    assert_false(ent_i_is_haze(&item));
    item.dash[0] = 0;
    item.line_width = 0.5;
    assert_false(ent_i_is_haze(&item));
    item = lines_of(NULL, 20000);
    ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.06}, 0.06);
    assert_false(ent_i_is_haze(&item));
}

/* The way of a curve is compared with that of the line or the parabola in its stead. */
static void simple_curves_are_told(void **state)
{
    static const ent_i_point_t straight[4] = {{1, 1}, {3, 2.05}, {6, 3.45}, {9, 5}};
    static const ent_i_point_t beyond[4] = {{1, 1}, {11, 6}, {6, 3.5}, {9, 5}};
    static const ent_i_point_t parabola[4] = {{0, 0}, {20, 40}, {40, 40}, {60, 0}};
    static const ent_i_point_t cubic[4] = {{0, 0}, {20, 60}, {40, -60}, {60, 0}};
    ent_i_point_t control;

    (void)state;
    assert_true(ent_i_curve_is_straight(straight, 0.1));
    assert_false(ent_i_curve_is_straight(straight, 0.01));
    assert_false(ent_i_curve_is_straight(beyond, 0.1));
    assert_false(ent_i_curve_is_straight(parabola, 0.1));
    assert_false(ent_i_curve_parabola(&control, cubic, 0.1));
    assert_true(ent_i_curve_parabola(&control, parabola, 1e-9));
    assert_near(control.x, 30, 1e-12, "x");
    assert_near(control.y, 60, 1e-12, "y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_lines_let_through_a_power), cmocka_unit_test(a_line_covers_its_area),
        cmocka_unit_test(haze_is_as_dark_as_its_lines),   cmocka_unit_test(only_hairs_are_haze),
        cmocka_unit_test(simple_curves_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
