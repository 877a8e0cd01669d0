/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/font.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Marks that one letter may carry; more are a prank that takes minutes to draw. */
enum { MOST_MARKS = 8 };

void ent_i_font_init(ent_i_font_t *font)
{
    cairo_font_options_t *options = cairo_font_options_create();

    memset(font, 0, sizeof *font);
    font->map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(font->map), 72);
    font->context = pango_font_map_create_context(font->map);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(font->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(font->context, FALSE);
    pango_context_set_language(font->context, pango_language_from_string("en"));
    pango_context_set_base_dir(font->context, PANGO_DIRECTION_LTR);
    font->layout = pango_layout_new(font->context);
}

void ent_i_font_free(ent_i_font_t *font)
{
    if (font->layout != NULL)
        g_object_unref(font->layout);
    if (font->context != NULL)
        g_object_unref(font->context);
    if (font->map != NULL)
        g_object_unref(font->map);
    memset(font, 0, sizeof *font);
}

/* The package of Debian 12 that has a letter. */
static const char *package_for(gunichar letter)
{
    switch (g_unichar_get_script(letter)) {
    case G_UNICODE_SCRIPT_HANGUL:
        return "fonts-nanum";
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return "fonts-noto-cjk";
    case G_UNICODE_SCRIPT_COMMON: /* signs of no one script: pictures, those of Chinese, others */
        if (letter >= 0x1F000)
            return "fonts-noto-color-emoji";
        return g_unichar_iswide(letter) ? "fonts-noto-cjk" : "fonts-symbola";
    default:
        return "fonts-noto-core";
    }
}

/* Notes which letter of a text has no glyph: the first whose own line has none. */
static void note_missing(ent_i_font_t *font, const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        pango_layout_set_text(font->layout, at, (int)(g_utf8_next_char(at) - at));
        if (pango_layout_get_unknown_glyphs_count(font->layout) > 0) {
            font->missing_package = package_for(letter);
            snprintf(font->missing_text, sizeof font->missing_text, "%.*s U+%04X",
                     (int)(g_utf8_next_char(at) - at), at, letter);
            break;
        }
    }
    pango_layout_set_text(font->layout, text, -1);
}

const char *ent_i_text_language(const char *text, const char *fallback)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        switch (g_unichar_get_script(g_utf8_get_char(at))) {
        case G_UNICODE_SCRIPT_HANGUL:
            return "ko";
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
            return "ja";
        default:
            break;
        }
    }
    return fallback;
}

static void set_layout(ent_i_font_t *font, const char *text, const ent_i_style_t *style)
{
    PangoFontDescription *face = pango_font_description_new();
    PangoAttrList *list = pango_attr_list_new();
    const char *language = style->language != NULL ? style->language : "en";

    pango_font_description_set_family_static(face, ENT_FONT_FAMILIES);
    pango_font_description_set_absolute_size(face, round(style->size * PANGO_SCALE));
    pango_font_description_set_weight(face, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_attr_list_insert(list, pango_attr_language_new(pango_language_from_string(language)));
    pango_layout_set_width(font->layout, -1);
    pango_layout_set_attributes(font->layout, list);
    pango_layout_set_font_description(font->layout, face);
    pango_layout_set_text(font->layout, text, -1);
    pango_attr_list_unref(list);
    pango_font_description_free(face);
}

ent_i_extent_t ent_i_font_set(ent_i_font_t *font, const char *text, const ent_i_style_t *style)
{
    PangoRectangle ink, logical;
    ent_i_extent_t extent;
    double baseline = 0;
    int missing = 0;

    set_layout(font, text, style);
    missing = pango_layout_get_unknown_glyphs_count(font->layout);
    if (missing > 0) {
        font->missing += (size_t)missing;
        if (font->missing_package == NULL)
            note_missing(font, text);
    }
    pango_layout_get_extents(font->layout, &ink, &logical);
    baseline = pango_units_to_double(pango_layout_get_baseline(font->layout));
    extent.width = pango_units_to_double(logical.width);
    extent.ascent = baseline - pango_units_to_double(logical.y);
    extent.descent = pango_units_to_double(logical.y + logical.height) - baseline;
    extent.ink.x = pango_units_to_double(ink.x - logical.x);
    extent.ink.y = pango_units_to_double(ink.y) - baseline;
    extent.ink.width = pango_units_to_double(ink.width);
    extent.ink.height = pango_units_to_double(ink.height);
    return extent;
}

/* A copy of one line with "…" for what does not fit behind it. */
static const char *cut_line(ent_i_font_t *font, ent_i_scene_t *scene, const char *text,
                            const ent_i_style_t *style, double width)
{
    size_t letters = (size_t)g_utf8_strlen(text, -1);
    size_t low = 0;

    while (low < letters) { /* the most letters that fit with the mark behind them */
        size_t middle = (low + letters + 1) / 2;
        int bytes = (int)(g_utf8_offset_to_pointer(text, (glong)middle) - text);
        const char *tried = ent_i_scene_printf(scene, "%.*s…", bytes, text);

        if (ent_i_font_set(font, tried, style).width <= width)
            low = middle;
        else
            letters = middle - 1;
    }
    letters = (size_t)(g_utf8_offset_to_pointer(text, (glong)low) - text);
    while (letters > 0 && text[letters - 1] == ' ')
        letters--;
    return ent_i_scene_printf(scene, "%.*s…", (int)letters, text);
}

static void set_lines(ent_i_font_t *font, const char *text, const ent_i_style_t *style,
                      double width)
{
    set_layout(font, text, style);
    pango_layout_set_width(font->layout, (int)ceil(width * PANGO_SCALE));
    pango_layout_set_wrap(font->layout, PANGO_WRAP_WORD_CHAR);
}

size_t ent_i_font_lines(ent_i_font_t *font, const char *text, const ent_i_style_t *style,
                        double width)
{
    set_lines(font, text, style, width);
    return (size_t)pango_layout_get_line_count(font->layout);
}

double ent_i_font_longest_word(ent_i_font_t *font, const char *text, const ent_i_style_t *style)
{
    PangoRectangle logical;

    set_layout(font, text, style);
    pango_layout_set_width(font->layout, 0); /* breaks wherever it may */
    pango_layout_set_wrap(font->layout, PANGO_WRAP_WORD);
    pango_layout_get_extents(font->layout, NULL, &logical);
    return pango_units_to_double(logical.width);
}

size_t ent_i_font_break(ent_i_font_t *font, ent_i_scene_t *scene, const char **line, size_t most,
                        const char *text, const ent_i_style_t *style, double width)
{
    size_t count = 0;
    size_t all = 0;

    set_lines(font, text, style, width);
    all = (size_t)pango_layout_get_line_count(font->layout);
    count = all < most ? all : most;
    for (size_t i = 0; i < count; i++) {
        PangoLayoutLine *got = pango_layout_get_line_readonly(font->layout, (int)i);
        const char *from = text + got->start_index;
        size_t length = i + 1 == most && all > most ? strlen(from) : (size_t)got->length;

        while (length > 0 && from[length - 1] == ' ')
            length--;
        line[i] = ent_i_scene_printf(scene, "%.*s", (int)length, from);
    }
    if (all > most)
        line[count - 1] = cut_line(font, scene, line[count - 1], style, width);
    return count;
}

ent_i_item_t *ent_i_scene_text(ent_i_scene_t *scene, ent_i_font_t *font, const char *text,
                               ent_i_point_t at, ent_i_anchor_t anchor, const ent_i_style_t *style,
                               ent_i_color_t color)
{
    ent_i_extent_t extent = ent_i_font_set(font, text, style);
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_TEXT);
    double left = at.x;
    double top = fmin(-extent.ascent, extent.ink.y);
    double bottom = fmax(extent.descent, extent.ink.y + extent.ink.height);

    if (anchor != ENT_ANCHOR_START)
        left -= anchor == ENT_ANCHOR_MIDDLE ? extent.width / 2 : extent.width;
    item->text = text;
    item->language = style->language;
    item->font_size = style->size;
    item->bold = style->bold;
    item->anchor = anchor;
    item->center = at;
    item->text_width = extent.width;
    item->box = (ent_i_box_t){left, at.y + top, extent.width, bottom - top};
    ent_i_item_fill(item, color);
    return item;
}

/* Directions, joiners at the ends and other letters that show nothing but move what is near. */
static bool is_unwanted(gunichar letter)
{
    return g_unichar_iscntrl(letter) || letter == 0x061C || letter == 0xFEFF ||
           (letter >= 0x200E && letter <= 0x200F) || (letter >= 0x2028 && letter <= 0x202E) ||
           (letter >= 0x2066 && letter <= 0x2069) || (letter & 0xFFFE) == 0xFFFE;
}

const char *ent_i_scene_name(ent_i_scene_t *scene, const char *name, size_t most)
{
    ent_i_text_t text = {0};
    const char *copy = "";
    size_t letters = 0;
    size_t marks = 0;

    for (const char *at = name; *at != '\0';) {
        gunichar letter = g_utf8_get_char_validated(at, -1);
        bool valid = letter < (gunichar)-2; /* an option may be any bytes */
        const char *from = at;

        letter = valid ? letter : 0xFFFD;
        at = valid ? g_utf8_next_char(at) : at + 1;
        marks = g_unichar_ismark(letter) ? marks + 1 : 0;
        if (marks > MOST_MARKS)
            continue;
        if (marks == 0 && letters++ == most) {
            ent_i_text_puts(&text, "…");
            break;
        }
        if (is_unwanted(letter))
            ent_i_text_putc(&text, ' ');
        else if (!valid)
            ent_i_text_puts(&text, "\357\277\275");
        else
            ent_i_text_add(&text, from, (size_t)(at - from));
    }
    if (text.failed)
        scene->failed = true;
    else if (text.bytes != NULL)
        copy = ent_i_scene_copy(scene, text.bytes);
    ent_i_text_free(&text);
    return copy;
}
