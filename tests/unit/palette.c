/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours as readers see them who are blind to red or green, and as a grey print shows them. */
#include <math.h>
#include <stdlib.h>

#include "figure/style.h"
#include "unit/unit.h"

typedef struct triple {
    double x, y, z;
} triple_t;

/* Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color
 * vision deficiency, https://doi.org/10.1109/TVCG.2009.113, table for severity 1.0; on linear
 * light. */
static const double eyes[3][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}}, /* protanopia */
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}}, /* deuteranopia */
};

enum { EYES = 3 };

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double clamp(double x)
{
    return fmin(1, fmax(0, x));
}

static triple_t seen(ent_i_color_t color, int eye)
{
    const double in[3] = {linear(color.red), linear(color.green), linear(color.blue)};
    double out[3] = {0};

    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++)
            out[row] += eyes[eye][row][column] * in[column];
    return (triple_t){clamp(out[0]), clamp(out[1]), clamp(out[2])};
}

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* of linear sRGB, white point D65. */
static triple_t lab(triple_t light)
{
    double x =
        lab_curve((0.4124564 * light.x + 0.3575761 * light.y + 0.1804375 * light.z) / 0.95047);
    double y = lab_curve(0.2126729 * light.x + 0.7151522 * light.y + 0.0721750 * light.z);
    double z =
        lab_curve((0.0193339 * light.x + 0.1191920 * light.y + 0.9503041 * light.z) / 1.08883);

    return (triple_t){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* CIE 1976 difference as an eye sees it; 2.3 is just noticeable. */
static double difference(ent_i_color_t a, ent_i_color_t b, int eye)
{
    triple_t p = lab(seen(a, eye));
    triple_t q = lab(seen(b, eye));

    return sqrt((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y) + (p.z - q.z) * (p.z - q.z));
}

static double lightness(ent_i_color_t color)
{
    return lab(seen(color, 0)).x;
}

static ent_figure_options_t options_of(int palette, int theme)
{
    ent_figure_options_t options;

    ent_figure_options_init(&options);
    options.palette = (ent_palette_t)palette;
    options.theme = (ent_theme_t)theme;
    return options;
}

/* Published values: Lindbloom's calculator for sRGB red and blue; W3C's #767676 on white. */
static void the_eyes_of_this_test_see_right(void **state)
{
    triple_t red = lab(seen(ent_i_rgba(0xFF0000, 1), 0));
    triple_t blue = lab(seen(ent_i_rgba(0x0000FF, 1), 0));

    (void)state;
    assert_near(red.x, 53.24, 0.005, "L of red");
    assert_near(red.y, 80.09, 0.005, "a of red");
    assert_near(red.z, 67.20, 0.005, "b of red");
    assert_near(blue.x, 32.30, 0.005, "L of blue");
    assert_near(blue.y, 79.19, 0.005, "a of blue");
    assert_near(blue.z, -107.86, 0.005, "b of blue");
    for (int eye = 0; eye < EYES; eye++) /* white is white to all of them */
        assert_near(lab(seen(ent_i_rgba(0xFFFFFF, 1), eye)).x, 100, 0.01, "white");
    /* a red and a green on one line of confusion: far apart to most, near to the two others */
    for (int eye = 0; eye < EYES; eye++) {
        static const double far[EYES] = {58.3, 11.1, 5.1};

        assert_near(difference(ent_i_rgba(0xB34700, 1), ent_i_rgba(0x6B7500, 1), eye), far[eye],
                    0.05, "red and green");
    }
    assert_near(ent_i_contrast(ent_i_rgba(0x000000, 1), ent_i_rgba(0xFFFFFF, 1)), 21, 1e-9,
                "black on white");
    assert_near(ent_i_contrast(ent_i_rgba(0x767676, 1), ent_i_rgba(0xFFFFFF, 1)), 4.54, 0.005,
                "WCAG's lightest grey for text");
}

/* Two colours of one palette differ by 15 at least to every eye; shades of grey, of which there are
 * too few, by 15 or by a dot. */
static void no_two_colors_are_confused(void **state)
{
    (void)state;
    for (int palette = 0; palette < ENT_PALETTES; palette++) {
        for (int theme = 0; theme < ENT_THEME_COUNT; theme++) {
            ent_figure_options_t options = options_of(palette, theme);
            size_t count = ent_i_palette_count(&options);

            assert_in_range(count, 5, ENT_PALETTE_COUNT);
            for (size_t i = 0; i < count; i++) {
                for (size_t k = i + 1; k < count; k++) {
                    bool dot =
                        ent_i_palette_dotted(&options, i) != ent_i_palette_dotted(&options, k);

                    for (int eye = 0; eye < EYES; eye++)
                        assert_true(dot || difference(ent_i_palette(&options, i),
                                                      ent_i_palette(&options, k), eye) >= 15);
                }
            }
        }
    }
}

static double step_between(const ent_figure_options_t *options, size_t i, size_t k)
{
    return fabs(lightness(ent_i_palette(options, i)) - lightness(ent_i_palette(options, k)));
}

/* Each colour is lighter or darker than the next. */
static void neighbours_differ_in_lightness(void **state)
{
    (void)state;
    for (int palette = 0; palette < ENT_PALETTES; palette++) {
        for (int theme = 0; theme < ENT_THEME_COUNT; theme++) {
            ent_figure_options_t options = options_of(palette, theme);

            for (size_t i = 0; i + 1 < ent_i_palette_count(&options); i++)
                assert_true(step_between(&options, i, i + 1) >= (i < 3 ? 12 : 8));
        }
    }
}

/* Of what is printed, the colours of the four largest groups all differ in a grey print. */
static void the_largest_groups_hold_in_grey(void **state)
{
    static const double least[ENT_PALETTES] = {[ENT_PALETTE_OKABE_ITO] = 11,
                                               [ENT_PALETTE_TOL_BRIGHT] = 7,
                                               [ENT_PALETTE_TOL_MUTED] = 11,
                                               [ENT_PALETTE_GREY] = 15};

    (void)state;
    for (int palette = 0; palette < ENT_PALETTES; palette++) {
        ent_figure_options_t options = options_of(palette, ENT_THEME_LIGHT);

        for (size_t i = 0; i < 4; i++)
            for (size_t k = 0; k < i; k++)
                assert_true(step_between(&options, i, k) >= least[palette]);
    }
}

/* A mark or its outline stands out from the paper by 3 : 1, text by 4.5 : 1, and so does what is
 * drawn upon a mark. */
static void everything_stands_out_from_the_paper(void **state)
{
    (void)state;
    for (int theme = 0; theme < ENT_THEME_COUNT; theme++) {
        ent_i_color_t paper = ent_i_ink((ent_theme_t)theme, ENT_PAPER);

        assert_true(ent_i_contrast(ent_i_ink((ent_theme_t)theme, ENT_INK), paper) >= 7);
        assert_true(ent_i_contrast(ent_i_ink((ent_theme_t)theme, ENT_SOFT_INK), paper) >= 4.5);
        for (int palette = 0; palette < ENT_PALETTES; palette++) {
            ent_figure_options_t options = options_of(palette, theme);

            for (size_t i = 0; i <= ent_i_palette_count(&options); i++) {
                ent_i_color_t fill = ent_i_palette(&options, i);
                ent_i_color_t outline = ent_i_outline(&options, fill);

                assert_true(fmax(ent_i_contrast(fill, paper), ent_i_contrast(outline, paper)) >= 3);
                assert_true(ent_i_contrast(ent_i_upon(&options, fill), fill) >= 3);
            }
            for (int kind = 0; kind < ENT_KIND_COUNT; kind++) {
                ent_i_color_t fill = ent_i_kind_color(&options, (ent_kind_t)kind);

                assert_true(fmax(ent_i_contrast(fill, paper),
                                 ent_i_contrast(ent_i_outline(&options, fill), paper)) >= 3);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_eyes_of_this_test_see_right),
        cmocka_unit_test(no_two_colors_are_confused),
        cmocka_unit_test(neighbours_differ_in_lightness),
        cmocka_unit_test(the_largest_groups_hold_in_grey),
        cmocka_unit_test(everything_stands_out_from_the_paper),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
