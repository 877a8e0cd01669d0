/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SVG with real text. Written by hand rather than by cairo, whose SVG has glyph outlines for
 * letters and ids that collide where two figures stand in one page. Colours and widths are
 * presentation attributes: a page may forbid style attributes. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "figure/draw.h"
#include "figure/svg_i.h"

/* Text between tags or in a double-quoted attribute; what XML 1.0 cannot hold becomes U+FFFD. */
static void put_text(ent_i_text_t *out, const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (letter == '&')
            ent_i_text_puts(out, "&amp;");
        else if (letter == '<')
            ent_i_text_puts(out, "&lt;");
        else if (letter == '>')
            ent_i_text_puts(out, "&gt;");
        else if (letter == '"')
            ent_i_text_puts(out, "&quot;");
        else if (letter < 0x20 || letter == 0x7F || (letter & 0xFFFE) == 0xFFFE)
            ent_i_text_puts(out, "\357\277\275");
        else
            ent_i_text_add(out, at, (size_t)(g_utf8_next_char(at) - at));
    }
}

/* Not by printf, which is slow: there are tens of thousands of them in a large figure. */
static void begin_attribute(ent_i_text_t *out, const char *name)
{
    ent_i_text_putc(out, ' ');
    ent_i_text_puts(out, name);
    ent_i_text_puts(out, "=\"");
}

void ent_i_svg_attribute(ent_i_text_t *out, const char *name, const char *value)
{
    begin_attribute(out, name);
    put_text(out, value);
    ent_i_text_putc(out, '"');
}

/* There are millions of them in a large figure. */
void ent_i_svg_decimal(ent_i_text_t *out, long value, int places)
{
    char text[24];
    size_t at = sizeof text;
    long rest = labs(value);

    for (; places > 0 && rest % 10 == 0; places--)
        rest /= 10;
    for (int digit = 0; digit < places; digit++, rest /= 10)
        text[--at] = (char)('0' + rest % 10);
    if (places > 0)
        text[--at] = '.';
    do {
        text[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        text[--at] = '-';
    ent_i_text_add(out, text + at, sizeof text - at);
}

/* A number to a hundredth of a point, or of a unit. */
static void put_number(ent_i_text_t *out, double number)
{
    char text[ENT_NUMBER_SIZE];

    if (fabs(number) < 1e9) {
        ent_i_svg_decimal(out, lround(number * 100), 2);
        return;
    }
    ent_i_number_format(text, round(number * 100) / 100);
    ent_i_text_puts(out, text);
}

void ent_i_svg_numeric(ent_i_text_t *out, const char *name, double value)
{
    begin_attribute(out, name);
    put_number(out, value);
    ent_i_text_putc(out, '"');
}

static void put_shade(ent_i_text_t *out, double share)
{
    static const char digit[] = "0123456789abcdef";
    unsigned byte = (unsigned)lround(share * 255);

    ent_i_text_putc(out, digit[byte >> 4 & 15]);
    ent_i_text_putc(out, digit[byte & 15]);
}

void ent_i_svg_color(ent_i_text_t *out, const char *name, ent_i_color_t color)
{
    begin_attribute(out, name);
    ent_i_text_putc(out, '#');
    put_shade(out, color.red);
    put_shade(out, color.green);
    put_shade(out, color.blue);
    ent_i_text_putc(out, '"');
    if (color.alpha < 1) {
        ent_i_text_printf(out, " %s-opacity=\"", name);
        put_number(out, color.alpha);
        ent_i_text_putc(out, '"');
    }
}

void ent_i_svg_identity(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    if (item->id != NULL) {
        begin_attribute(out, "id");
        ent_i_text_puts(out, scene->prefix);
        ent_i_text_putc(out, '-');
        ent_i_text_puts(out, item->id);
        ent_i_text_putc(out, '"');
    }
    if (item->class != NULL)
        ent_i_svg_attribute(out, "class", item->class);
    if (item->actor != NULL)
        ent_i_svg_attribute(out, "data-id", item->actor);
}

void ent_i_svg_paint(ent_i_text_t *out, const ent_i_item_t *item)
{
    bool twice = item->dash[0] == item->dash[2] && item->dash[1] == item->dash[3];

    if (item->filled)
        ent_i_svg_color(out, "fill", item->fill);
    else
        ent_i_text_puts(out, " fill=\"none\"");
    if (!item->stroked || item->line_width <= 0)
        return;
    ent_i_svg_color(out, "stroke", item->stroke);
    ent_i_svg_numeric(out, "stroke-width", item->line_width);
    if (item->dash[0] > 0) {
        ent_i_text_puts(out, " stroke-dasharray=\"");
        for (int i = 0; i < (twice ? 2 : 4); i++) {
            if (i > 0)
                ent_i_text_putc(out, ' ');
            put_number(out, item->dash[i]);
        }
        ent_i_text_putc(out, '"');
    }
}

static void put_point(ent_i_text_t *out, ent_i_point_t point)
{
    put_number(out, point.x);
    ent_i_text_putc(out, ' ');
    put_number(out, point.y);
}

static void put_path(ent_i_text_t *out, const ent_i_item_t *item)
{
    size_t from = 0;

    ent_i_text_puts(out, " d=\"");
    for (size_t run = 0; run < item->run_count; run++) {
        for (size_t i = from; i < item->end[run]; i++) {
            if (i == from)
                ent_i_text_putc(out, 'M');
            else if (item->shape == ENT_SHAPE_CURVE && i == from + 1)
                ent_i_text_putc(out, 'C');
            else
                ent_i_text_putc(out, item->shape == ENT_SHAPE_CURVE ? ' ' : 'L');
            put_point(out, item->point[i]);
        }
        if (item->closed)
            ent_i_text_putc(out, 'Z');
        from = item->end[run];
    }
    ent_i_text_putc(out, '"');
}

/* Without the zero before a point. */
static void put_short(ent_i_text_t *out, long tenths)
{
    if (labs(tenths) < 10 && tenths != 0) {
        ent_i_text_puts(out, tenths < 0 ? "-." : ".");
        ent_i_text_putc(out, (char)('0' + labs(tenths)));
    } else {
        ent_i_svg_decimal(out, tenths, 1);
    }
}

void ent_i_svg_step(ent_i_text_t *out, ent_i_point_t point, long x, long y, bool first)
{
    long dx = lround(point.x * 10) - x, dy = lround(point.y * 10) - y;

    if (!first && dx >= 0)
        ent_i_text_putc(out, ' ');
    put_short(out, dx);
    if (dy >= 0)
        ent_i_text_putc(out, ' ');
    put_short(out, dy);
}

static void put_title(ent_i_text_t *out, const char *title, const char *element)
{
    if (title == NULL) {
        ent_i_text_puts(out, "/>\n");
        return;
    }
    ent_i_text_puts(out, "><title>");
    put_text(out, title);
    ent_i_text_puts(out, "</title></");
    ent_i_text_puts(out, element);
    ent_i_text_puts(out, ">\n");
}

static void put_shape(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    const char *element = item->shape == ENT_SHAPE_CIRCLE ? "circle" : "path";

    ent_i_text_putc(out, '<');
    ent_i_text_puts(out, element);
    ent_i_svg_identity(out, scene, item);
    if (item->shape == ENT_SHAPE_CIRCLE) {
        ent_i_svg_numeric(out, "cx", item->center.x);
        ent_i_svg_numeric(out, "cy", item->center.y);
        ent_i_svg_numeric(out, "r", item->radius);
    } else {
        put_path(out, item);
    }
    ent_i_svg_paint(out, item);
    put_title(out, item->title, element);
}

/* Whether a line runs from right to left as a whole: its first letter with a direction does. */
static bool runs_left(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_unichar_isalpha(g_utf8_get_char(at))) {
            GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(at));

            return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
                   script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
                   script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_ADLAM;
        }
    }
    return false;
}

static void put_line(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    static const char *const anchor[] = {
        [ENT_ANCHOR_START] = "start", [ENT_ANCHOR_MIDDLE] = "middle", [ENT_ANCHOR_END] = "end"};
    bool left = runs_left(item->text);
    ent_i_anchor_t side = item->anchor;

    if (left && side != ENT_ANCHOR_MIDDLE) /* its start is on the right */
        side = side == ENT_ANCHOR_START ? ENT_ANCHOR_END : ENT_ANCHOR_START;
    ent_i_text_puts(out, "<text");
    ent_i_svg_identity(out, scene, item);
    ent_i_svg_numeric(out, "x", item->center.x);
    ent_i_svg_numeric(out, "y", item->center.y);
    ent_i_svg_numeric(out, "font-size", item->font_size);
    if (item->turn != 0) {
        ent_i_text_puts(out, " transform=\"rotate(");
        put_number(out, item->turn);
        ent_i_text_putc(out, ' ');
        put_point(out, item->center);
        ent_i_text_puts(out, ")\"");
    }
    if (item->bold)
        ent_i_text_puts(out, " font-weight=\"bold\"");
    if (side != ENT_ANCHOR_START)
        ent_i_svg_attribute(out, "text-anchor", anchor[side]);
    if (left)
        ent_i_text_puts(out, " direction=\"rtl\"");
    if (item->language != NULL && scene->language != NULL &&
        strcmp(item->language, scene->language) != 0)
        ent_i_svg_attribute(out, "xml:lang", item->language);
    if (item->text_width > 0) {
        ent_i_svg_numeric(out, "textLength", item->text_width);
        ent_i_text_puts(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    ent_i_svg_color(out, "fill", item->fill);
    if (item->halo) {
        ent_i_svg_color(out, "stroke", ent_i_faded(scene->paper, ENT_HALO));
        ent_i_svg_numeric(out, "stroke-width", 0.3 * item->font_size);
        ent_i_text_puts(out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    ent_i_text_putc(out, '>');
    put_text(out, item->text);
    ent_i_text_puts(out, "</text>\n");
}

static void put_item(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    switch (item->shape) {
    case ENT_SHAPE_CIRCLE:
    case ENT_SHAPE_PATH:
    case ENT_SHAPE_CURVE:
        if (item->each)
            ent_i_svg_lines(out, scene, item);
        else
            put_shape(out, scene, item);
        break;
    case ENT_SHAPE_TEXT:
        put_line(out, scene, item);
        break;
    case ENT_SHAPE_GROUP:
        ent_i_text_puts(out, "<g");
        ent_i_svg_identity(out, scene, item);
        ent_i_text_puts(out, ">");
        if (item->title != NULL) {
            ent_i_text_puts(out, "<title>");
            put_text(out, item->title);
            ent_i_text_puts(out, "</title>");
        }
        ent_i_text_putc(out, '\n');
        break;
    case ENT_SHAPE_GROUP_END:
        ent_i_text_puts(out, "</g>\n");
        break;
    }
}

ent_status_t ent_i_draw_svg(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t out = {0};

    ent_i_text_puts(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    ent_i_text_printf(&out, " id=\"%s\" class=\"entente\"", scene->prefix);
    ent_i_text_puts(&out, " width=\"");
    put_number(&out, scene->width / 72 * 25.4);
    ent_i_text_puts(&out, "mm\" height=\"");
    put_number(&out, scene->height / 72 * 25.4);
    ent_i_text_puts(&out, "mm\" viewBox=\"0 0 ");
    put_number(&out, scene->width);
    ent_i_text_putc(&out, ' ');
    put_number(&out, scene->height);
    ent_i_text_puts(&out, "\" role=\"img\"");
    ent_i_text_printf(&out, " aria-labelledby=\"%s-title\" aria-describedby=\"%s-desc\"",
                      scene->prefix, scene->prefix);
    ent_i_svg_attribute(&out, "lang", scene->language);
    ent_i_svg_attribute(&out, "xml:lang", scene->language);
    ent_i_svg_attribute(&out, "font-family", ENT_FONT_FAMILIES);
    ent_i_text_puts(&out, " stroke-linecap=\"butt\" stroke-linejoin=\"round\">\n");
    ent_i_text_printf(&out, "<title id=\"%s-title\">", scene->prefix);
    put_text(&out, scene->title);
    ent_i_text_printf(&out, "</title>\n<desc id=\"%s-desc\">", scene->prefix);
    put_text(&out, scene->description);
    ent_i_text_puts(&out, "</desc>\n<path class=\"paper\" d=\"M0 0H");
    put_number(&out, scene->width);
    ent_i_text_putc(&out, 'V');
    put_number(&out, scene->height);
    ent_i_text_puts(&out, "H0Z\"");
    ent_i_svg_color(&out, "fill", scene->paper);
    ent_i_text_puts(&out, "/>\n");
    for (size_t i = 0; i < scene->item_count;) {
        size_t crowd = ent_i_svg_crowd(scene, i);

        if (crowd > 0)
            ent_i_svg_marks(&out, &scene->item[i], crowd);
        else
            put_item(&out, scene, &scene->item[i]);
        i += crowd > 0 ? crowd : 1;
    }
    ent_i_text_puts(&out, "</svg>\n");
    ENT_TRY(ent_i_text_finish(&out, blob, err));

cleanup:
    ent_i_text_free(&out);
    return status;
}
