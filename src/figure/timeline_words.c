/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words left of a timeline's axis: names, what stands behind them, dates. */
#include <math.h>

#include "figure/timeline.h"

static const double most_words = 0.58; /* of the width: what stands left of the axis */

/* Between a name and the date behind it. */
static double date_gap(const ent_i_page_t *page, double when)
{
    return when > 0 ? 1.2 * page->look->label : 0;
}

static ent_i_style_t row_style(const ent_i_page_t *page, bool bold)
{
    return (ent_i_style_t){page->look->label, bold, page->options->language};
}

double ent_i_time_width(ent_i_page_t *page, const char *text, bool bold)
{
    ent_i_style_t style = row_style(page, bold);

    return text[0] != '\0' ? ent_i_font_set(&page->font, text, &style).width : 0;
}

/* Between a name and its tail, which are texts of their own: no blank at the end of one would
 * survive in a browser. */
static double tail_gap(const ent_i_page_t *page, const ent_i_time_row_t *row)
{
    return row->tail[0] != '\0' ? 0.3 * page->look->label : 0;
}

/* What a row's own words take, without its date. */
static double words_width(ent_i_page_t *page, const ent_i_time_row_t *row)
{
    double tail = ent_i_time_width(page, row->tail, false);

    if (row->kind == ENT_TIME_COUNT)
        return fmax(ent_i_time_width(page, row->name, true), tail);
    return ent_i_time_width(page, row->name, row->bold) +
           ent_i_time_width(page, row->other, row->bold) + tail + tail_gap(page, row);
}

/* Names reach to the dates of their own rows: a long name and a long date seldom meet in one. */
ent_i_time_columns_t ent_i_time_columns(ent_i_timeline_t *line)
{
    ent_i_page_t *page = line->page;
    ent_i_time_columns_t columns = {0};
    double arrow = 16 * page->look->line;

    for (size_t i = 0; i < line->row_count; i++) {
        const ent_i_time_row_t *row = &line->row[i];
        double when = ent_i_time_width(page, row->when, false);

        if (row->left_out || row->kind == ENT_TIME_HEADING)
            continue;
        columns.when = fmax(columns.when, when);
        columns.both = fmax(columns.both, words_width(page, row) + date_gap(page, when) + when);
    }
    columns.when = fmin(columns.when, 0.2 * page->plot.width);
    columns.both = fmin(columns.both, most_words * page->plot.width);
    line->left = page->plot.x + columns.both + page->look->label + arrow / 2;
    line->right = page->plot.x + page->plot.width - arrow;
    return columns;
}

void ent_i_time_text(ent_i_page_t *page, const char *text, ent_i_point_t at, ent_i_anchor_t anchor,
                     bool bold, bool soft, const char *class)
{
    ent_i_style_t style = row_style(page, bold);

    style.language = ent_i_text_language(text, page->options->language);
    at.y += 0.36 * style.size;
    if (text[0] != '\0')
        ent_i_scene_text(page->scene, &page->font, text, at, anchor, &style,
                         ent_i_ink(page->options->theme, soft ? ENT_SOFT_INK : ENT_INK))
            ->class
            = class;
}

/* Cuts a text to a width. */
static const char *cut(ent_i_page_t *page, const char *text, bool bold, double width)
{
    ent_i_style_t style = row_style(page, bold);
    const char *line = text;

    if (text[0] != '\0' && ent_i_font_set(&page->font, text, &style).width > width &&
        ent_i_font_break(&page->font, page->scene, &line, 1, text, &style, width) == 0)
        return "";
    return line;
}

/* Of two names that are too long together, each is cut. */
static const char *row_name(ent_i_page_t *page, const ent_i_time_row_t *row, double width)
{
    double first = ent_i_time_width(page, row->name, row->bold);
    double second = ent_i_time_width(page, row->other, row->bold);

    if (second > 0 && first + second > width) {
        first = fmin(first, fmax(width / 2, width - second));
        second = width - first;
    }
    return ent_i_scene_printf(page->scene, "%s%s",
                              cut(page, row->name, row->bold, second > 0 ? first + 0.01 : width),
                              cut(page, row->other, row->bold, second + 0.01));
}

void ent_i_time_words(const ent_i_timeline_t *line, const ent_i_time_row_t *row,
                      const ent_i_time_columns_t *columns, double pitch)
{
    ent_i_page_t *page = line->page;
    bool count = row->kind == ENT_TIME_COUNT;
    double spare = columns->both - words_width(page, row) - date_gap(page, columns->when);
    const char *when = cut(page, row->when, false, fmax(columns->when, spare) + 0.01);
    double dated = ent_i_time_width(page, when, false);
    double room = columns->both - dated - date_gap(page, dated);
    double x = page->plot.x;
    double y = count ? row->y - 0.52 * pitch : row->y;
    double tail =
        count ? 0 : fmin(ent_i_time_width(page, row->tail, false) + tail_gap(page, row), room);
    const char *name = row_name(page, row, room - tail + 0.01);

    ent_i_time_text(page, name, (ent_i_point_t){x, y}, ENT_ANCHOR_START, row->bold, false, "label");
    if (count)
        ent_i_time_text(page, cut(page, row->tail, false, room + 0.01),
                        (ent_i_point_t){x, row->y + 0.48 * pitch}, ENT_ANCHOR_START, false, true,
                        "count");
    else
        ent_i_time_text(
            page, cut(page, row->tail, false, tail - tail_gap(page, row) + 0.01),
            (ent_i_point_t){x + ent_i_time_width(page, name, row->bold) + tail_gap(page, row), y},
            ENT_ANCHOR_START, false, true, "count");
    ent_i_time_text(page, when, (ent_i_point_t){x + columns->both, y}, ENT_ANCHOR_END, false, true,
                    "date");
}
