/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/style.h"

#define MM(mm) ((mm)*ENT_POINTS_A_MM)

/* Type is sized by what it is read at. Paper in the hand: 6 points and more. A screen: 9 points,
 * which are 12 pixels. A slide of 10 by 5.625 inches: names of 10 points have capitals of 15
 * minutes of arc from four times its height away (ISO 9241-303 asks for 16 of text that is read on
 * and on); sources and notes are smaller, and names too, down to 9 points, where there would else
 * be no room for most of them. A poster: the same from a metre. */
static const ent_i_look_t looks[ENT_PRESET_COUNT] = {
    [ENT_PRESET_REPORT] = {.width = MM(170),
                           .height = MM(150),
                           .tallest = MM(240),
                           .margin = MM(3),
                           .title = 11.5,
                           .subtitle = 8,
                           .label = 6.6,
                           .least_label = 6.2,
                           .legend = 7,
                           .note = 6.2,
                           .least_radius = 1.9,
                           .most_radius = 8.5,
                           .line = 1,
                           .dpi = 300},
    [ENT_PRESET_SLIDE] = {.width = MM(254),
                          .height = MM(142.875),
                          .tallest = MM(142.875),
                          .margin = MM(7),
                          .title = 22,
                          .subtitle = 13,
                          .label = 10,
                          .least_label = 9,
                          .legend = 11,
                          .note = 9,
                          .least_radius = 2.6,
                          .most_radius = 12,
                          .line = 1.4,
                          .dpi = 150},
    [ENT_PRESET_WEB] = {.width = MM(254),
                        .height = MM(200),
                        .tallest = MM(360),
                        .margin = MM(4),
                        .title = 16,
                        .subtitle = 11,
                        .label = 9,
                        .least_label = 9,
                        .legend = 9.5,
                        .note = 9,
                        .least_radius = 2.4,
                        .most_radius = 11,
                        .line = 1.25,
                        .dpi = 144},
    [ENT_PRESET_PRINT] = {.width = MM(257),
                          .height = MM(175),
                          .tallest = MM(175),
                          .margin = MM(4),
                          .title = 14,
                          .subtitle = 9.5,
                          .label = 7,
                          .least_label = 6.4,
                          .legend = 8,
                          .note = 7,
                          .least_radius = 2.1,
                          .most_radius = 10,
                          .line = 1.1,
                          .dpi = 300},
    [ENT_PRESET_POSTER] = {.width = MM(801),
                           .height = MM(554),
                           .tallest = MM(1100),
                           .margin = MM(12),
                           .title = 46,
                           .subtitle = 28,
                           .label = 19,
                           .least_label = 16.5,
                           .legend = 22,
                           .note = 19,
                           .least_radius = 5.5,
                           .most_radius = 27,
                           .line = 2.8,
                           .dpi = 150},
};

static const char *const names[ENT_PRESET_COUNT] = {
    [ENT_PRESET_REPORT] = "report", [ENT_PRESET_SLIDE] = "slide",   [ENT_PRESET_WEB] = "web",
    [ENT_PRESET_PRINT] = "print",   [ENT_PRESET_POSTER] = "poster",
};

const ent_i_look_t *ent_i_look(ent_preset_t preset)
{
    return &looks[preset];
}

const char *ent_preset_name(ent_preset_t preset)
{
    return (unsigned)preset < ENT_PRESET_COUNT ? names[preset] : "unknown";
}

const char *ent_theme_name(ent_theme_t theme)
{
    static const char *const themes[ENT_THEME_COUNT] = {
        [ENT_THEME_LIGHT] = "light", [ENT_THEME_DARK] = "dark"};

    return (unsigned)theme < ENT_THEME_COUNT ? themes[theme] : "unknown";
}

const char *ent_legend_name(ent_legend_t legend)
{
    static const char *const places[ENT_LEGEND_COUNT] = {[ENT_LEGEND_AUTO] = "auto",
                                                         [ENT_LEGEND_BELOW] = "below",
                                                         [ENT_LEGEND_BESIDE] = "beside",
                                                         [ENT_LEGEND_NONE] = "none"};

    return (unsigned)legend < ENT_LEGEND_COUNT ? places[legend] : "unknown";
}

ent_i_color_t ent_i_rgba(unsigned rgb, double alpha)
{
    return (ent_i_color_t){(double)(rgb >> 16 & 255) / 255, (double)(rgb >> 8 & 255) / 255,
                           (double)(rgb & 255) / 255, alpha};
}

ent_i_color_t ent_i_ink(ent_theme_t theme, ent_i_ink_t ink)
{
    static const unsigned inks[ENT_INK_COUNT][ENT_THEME_COUNT] = {
        [ENT_INK] = {0x1A1A1A, 0xF2F2F2},
        [ENT_SOFT_INK] = {0x5A5A5A, 0xB4BAC0},
        [ENT_LINE_AGREEMENT] = {0x2B3A4A, 0xD5DEE6},
        [ENT_LINE_MEMBERSHIP] = {0x9AA5AF, 0x8B97A2},
        [ENT_LINE_ATTENDANCE] = {0x6B7884, 0x98A4AF},
        [ENT_LINE_EDGE] = {0x4A5866, 0xA9B6C2},
        [ENT_LINE_SHARED] = {0x7C8894, 0xB0BBC5},
        [ENT_OTHER] = {0x8A8A8A, 0x9A9A9A},
        [ENT_MISSING] = {0xC9C9C9, 0x5C6166},
        [ENT_LAND] = {0xE6E4DD, 0x33393F},
        [ENT_SEA] = {0xF7FAFC, 0x1B2127},
        [ENT_BORDER] = {0xBFBBB0, 0x565E66},
        [ENT_FRAME] = {0xB9C2C9, 0x55606A},
        [ENT_BADGE] = {0xB4560F, 0xF0A060},
        [ENT_PAPER] = {0xFFFFFF, 0x14181C},
    };

    return ent_i_rgba(inks[ink][theme], 1);
}
