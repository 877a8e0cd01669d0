/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/style.h"

#define MM(mm) ((mm)*ENT_POINTS_A_MM)

static const ent_i_look_t looks[ENT_PRESET_COUNT] = {
    [ENT_PRESET_REPORT] = {.width = MM(170),
                           .height = MM(150),
                           .tallest = MM(240),
                           .margin = MM(3),
                           .title = 11.5,
                           .subtitle = 8,
                           .label = 6.6,
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
                          .title = 19,
                          .subtitle = 11.5,
                          .label = 8.6,
                          .legend = 9.5,
                          .note = 8,
                          .least_radius = 2.6,
                          .most_radius = 12,
                          .line = 1.4,
                          .dpi = 150},
    [ENT_PRESET_WEB] = {.width = MM(254),
                        .height = MM(200),
                        .tallest = MM(360),
                        .margin = MM(4),
                        .title = 15,
                        .subtitle = 10.5,
                        .label = 8.2,
                        .legend = 9,
                        .note = 7.8,
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
                           .label = 17,
                           .legend = 22,
                           .note = 18,
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
        [ENT_LINE_MEMBERSHIP] = {0x9AA5AF, 0x6F7B86},
        [ENT_LINE_ATTENDANCE] = {0x6B7884, 0x98A4AF},
        [ENT_LINE_EDGE] = {0x4A5866, 0xA9B6C2},
        [ENT_LINE_SHARED] = {0x7C8894, 0x7E8B97},
        [ENT_OTHER] = {0x8A8A8A, 0x9A9A9A},
        [ENT_MISSING] = {0xC9C9C9, 0x5C6166},
        [ENT_LAND] = {0xE6E4DD, 0x33393F},
        [ENT_SEA] = {0xF7FAFC, 0x1B2127},
        [ENT_FRAME] = {0xB9C2C9, 0x55606A},
        [ENT_BADGE] = {0xB4560F, 0xF0A060},
        [ENT_PAPER] = {0xFFFFFF, 0x14181C},
    };

    return ent_i_rgba(inks[ink][theme], 1);
}
