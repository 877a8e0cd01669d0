/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours that tell values apart, also to readers who are blind to red or green.
 *
 * Okabe and Ito (2008), Color Universal Design, https://jfly.uni-koeln.de/color/; Paul Tol (2021),
 * Colour schemes, SRON/EPS/TN/09-002, https://personal.sron.nl/~pault/. Each in an order in which
 * neighbours differ in lightness; on light paper the first four all do, so that the largest groups
 * hold in a grey print. */
#include <math.h>

#include "figure/style.h"

typedef struct palette {
    const char *name;
    size_t count;
    unsigned color[ENT_THEME_COUNT][ENT_PALETTE_COUNT];
    unsigned kind[ENT_THEME_COUNT][4]; /* city, network, organisation, event */
    size_t plain;                      /* colours before the dotted ones */
} palette_t;

static const palette_t palettes[ENT_PALETTES] = {
    [ENT_PALETTE_OKABE_ITO] =
        {"okabe-ito",
         7,
         {{0x0072B2, 0xE69F00, 0x009E73, 0xF0E442, 0xD55E00, 0x56B4E9, 0xCC79A7},
          {0x56B4E9, 0xD55E00, 0xF0E442, 0x009E73, 0xE69F00, 0xCC79A7, 0x0072B2}},
         {{0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7}, {0x56B4E9, 0xE69F00, 0x009E73, 0xCC79A7}},
         7},
    [ENT_PALETTE_TOL_BRIGHT] = {"tol-bright",
                                6,
                                {{0x4477AA, 0xCCBB44, 0xAA3377, 0xEE6677, 0x228833, 0x66CCEE},
                                 {0x66CCEE, 0x4477AA, 0xCCBB44, 0x228833, 0xEE6677, 0xAA3377}},
                                {{0x4477AA, 0xCCBB44, 0x228833, 0xAA3377},
                                 {0x66CCEE, 0xCCBB44, 0x228833, 0xEE6677}},
                                6},
    [ENT_PALETTE_TOL_MUTED] = {"tol-muted",
                               9,
                               {{0x332288, 0x88CCEE, 0x117733, 0xCC6677, 0xDDCC77, 0x882255,
                                 0x44AA99, 0xAA4499, 0x999933},
                                {0x88CCEE, 0xCC6677, 0xDDCC77, 0x44AA99, 0xAA4499, 0x999933,
                                 0x117733, 0x882255, 0x332288}},
                               {{0x332288, 0xDDCC77, 0x117733, 0xCC6677},
                                {0x88CCEE, 0xDDCC77, 0x44AA99, 0xCC6677}},
                               9},
    [ENT_PALETTE_GREY] =
        {"grey",
         8,
         {{0x262626, 0xA8A8A8, 0x6E6E6E, 0xD4D4D4, 0x262626, 0xA8A8A8, 0x6E6E6E, 0xD4D4D4},
          {0xF0F0F0, 0x8A8A8A, 0xC0C0C0, 0x5A5A5A, 0xF0F0F0, 0x8A8A8A, 0xC0C0C0, 0x5A5A5A}},
         {{0x262626, 0xA8A8A8, 0x6E6E6E, 0xD4D4D4}, {0xF0F0F0, 0x8A8A8A, 0xC0C0C0, 0x5A5A5A}},
         4},
};

const char *ent_palette_name(ent_palette_t palette)
{
    return (unsigned)palette < ENT_PALETTES ? palettes[palette].name : "unknown";
}

size_t ent_i_palette_count(const ent_figure_options_t *options)
{
    return palettes[options->palette].count;
}

ent_i_color_t ent_i_palette(const ent_figure_options_t *options, size_t index)
{
    const palette_t *palette = &palettes[options->palette];

    if (index < palette->count)
        return ent_i_rgba(palette->color[options->theme][index], 1);
    return ent_i_ink(options->theme, options->palette == ENT_PALETTE_GREY ? ENT_PAPER : ENT_OTHER);
}

bool ent_i_palette_dotted(const ent_figure_options_t *options, size_t index)
{
    const palette_t *palette = &palettes[options->palette];

    return index >= palette->plain &&
           (index < palette->count || options->palette == ENT_PALETTE_GREY);
}

ent_i_color_t ent_i_not_given(const ent_figure_options_t *options)
{
    return ent_i_ink(options->theme,
                     options->palette == ENT_PALETTE_GREY ? ENT_PAPER : ENT_MISSING);
}

ent_i_color_t ent_i_kind_color(const ent_figure_options_t *options, ent_kind_t kind)
{
    static const size_t place[ENT_KIND_COUNT] = {
        [ENT_KIND_CITY] = 0,  [ENT_KIND_NETWORK] = 1, [ENT_KIND_ORGANISATION] = 2,
        [ENT_KIND_EVENT] = 3, [ENT_KIND_ACTOR] = 0,
    };

    if ((unsigned)kind >= ENT_KIND_COUNT || kind == ENT_KIND_AGREEMENT)
        return ent_i_ink(options->theme, ENT_OTHER);
    return ent_i_rgba(palettes[options->palette].kind[options->theme][place[kind]], 1);
}

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(ent_i_color_t color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double ent_i_contrast(ent_i_color_t a, ent_i_color_t b)
{
    double x = luminance(a);
    double y = luminance(b);

    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* Towards the ink until it stands out from the paper so much. */
static ent_i_color_t shade(const ent_figure_options_t *options, ent_i_color_t color,
                           double contrast)
{
    ent_i_color_t paper = ent_i_ink(options->theme, ENT_PAPER);
    ent_i_color_t ink = ent_i_ink(options->theme, ENT_INK);
    ent_i_color_t shaded = color;

    for (int step = 1; step <= 20 && ent_i_contrast(shaded, paper) < contrast; step++) {
        double part = 0.05 * step;

        shaded = (ent_i_color_t){color.red + part * (ink.red - color.red),
                                 color.green + part * (ink.green - color.green),
                                 color.blue + part * (ink.blue - color.blue), 1};
    }
    return shaded;
}

ent_i_color_t ent_i_outline(const ent_figure_options_t *options, ent_i_color_t fill)
{
    ent_i_color_t paper = ent_i_ink(options->theme, ENT_PAPER);

    return ent_i_contrast(fill, paper) >= 3 ? paper : shade(options, fill, 3);
}

ent_i_color_t ent_i_lettering(const ent_figure_options_t *options, ent_i_color_t color)
{
    return shade(options, color, 4.5);
}

ent_i_color_t ent_i_upon(const ent_figure_options_t *options, ent_i_color_t fill)
{
    ent_i_color_t paper = ent_i_ink(options->theme, ENT_PAPER);
    ent_i_color_t ink = ent_i_ink(options->theme, ENT_INK);

    return ent_i_contrast(fill, paper) >= ent_i_contrast(fill, ink) ? paper : ink;
}
