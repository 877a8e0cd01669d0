/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a legend stands: in rows below the picture, or in one or two columns at its right. */
#include <math.h>

#include "figure/page.h"

enum { MOST_COLUMNS = 2 };

/* Of the page's width, at most, for one column and for each of two. */
static const double column_share[MOST_COLUMNS] = {0.24, 0.19};
static const double column_gap = 1.5;  /* between two, in sizes of type */
static const double line_step = 1.2;   /* of the size of type */
static const double least_plot = 0.25; /* of the page's height */

static ent_i_style_t style_of(const ent_i_page_t *page, const ent_i_entry_t *entry)
{
    return (ent_i_style_t){page->look->legend, entry->heading, page->options->language};
}

static void break_entry(ent_i_entry_t *entry, ent_i_page_t *page, double indent, double width)
{
    ent_i_style_t style = style_of(page, entry);

    entry->indent = indent;
    entry->line_count = ent_i_font_break(&page->font, page->scene, entry->line, ENT_ENTRY_LINES,
                                         entry->text, &style, fmax(width - indent, 4 * style.size));
    entry->width = 0;
    for (size_t i = 0; i < entry->line_count; i++)
        entry->width =
            fmax(entry->width, ent_i_font_set(&page->font, entry->line[i], &style).width);
    entry->width += indent;
}

static double entry_height(const ent_i_page_t *page, const ent_i_entry_t *entry)
{
    double size = page->look->legend;

    return fmax(2 * entry->radius + 0.4 * size,
                (line_step * (double)entry->line_count + 0.35) * size);
}

/* Between the swatch and its text. */
static double indent_of(const ent_i_page_t *page, const ent_i_entry_t *entry)
{
    double swatch = ent_i_swatch_width(page, entry);

    return swatch > 0 ? swatch + 0.4 * page->look->legend : 0;
}

/* Behind an entry in a row. */
static double gap_behind(const ent_i_entry_t *entry, double size)
{
    return (entry->heading ? 0.8 : 1.5) * size;
}

/* What stays on one row: a heading with the swatches of its kind behind it where they fit on one,
 * else with the first of them. */
static double section_width(const ent_i_legend_t *legend, size_t from, double size, double most)
{
    const ent_i_entry_t *entry = &legend->entry[from];
    double width = entry->width;
    double least = width;

    for (size_t i = from + 1; entry->heading && i < legend->count; i++) {
        if (legend->entry[i].heading || legend->entry[i].swatch != legend->entry[from + 1].swatch)
            break;
        width += gap_behind(&legend->entry[i - 1], size) + legend->entry[i].width;
        if (i == from + 1)
            least = width;
    }
    return width <= most ? width : least;
}

/* Rows as wide as the page; returns their height. */
static double flow_rows(ent_i_legend_t *legend, ent_i_page_t *page, double width)
{
    double size = page->look->legend;
    double x = 0, y = 0, tallest = 0;
    size_t row = 0; /* first entry of the row */

    for (size_t i = 0; i < legend->count; i++)
        break_entry(&legend->entry[i], page, indent_of(page, &legend->entry[i]), width);
    for (size_t i = 0; i <= legend->count; i++) {
        ent_i_entry_t *entry = &legend->entry[i];
        double needed = i < legend->count ? section_width(legend, i, size, width) : 0;

        if (i == legend->count || (x > 0 && x + needed > width)) {
            for (size_t k = row; k < i; k++)
                legend->entry[k].at.y = y + tallest / 2;
            y += tallest;
            x = 0;
            tallest = 0;
            row = i;
        }
        if (i == legend->count)
            break;
        entry->at.x = x;
        x += entry->width + gap_behind(entry, size);
        tallest = fmax(tallest, entry_height(page, entry));
    }
    return y;
}

/* The entry behind a heading and those of its kind, or behind one that has no heading. */
static size_t section_end(const ent_i_legend_t *legend, size_t from)
{
    size_t end = from + 1;

    while (legend->entry[from].heading && end < legend->count && !legend->entry[end].heading &&
           legend->entry[end].swatch == legend->entry[from + 1].swatch)
        end++;
    return end;
}

/* Sets entries one below the other, their texts aligned; returns the height. */
static double flow_part(ent_i_legend_t *legend, ent_i_page_t *page, size_t first, size_t last,
                        double most)
{
    double indent = 0, y = 0;

    for (size_t i = first; i < last; i++)
        indent = fmax(indent, indent_of(page, &legend->entry[i]));
    for (size_t i = first; i < last; i++) {
        ent_i_entry_t *entry = &legend->entry[i];
        double height = 0;

        break_entry(entry, page, entry->swatch == ENT_SWATCH_NONE ? 0 : indent, most);
        height = entry_height(page, entry);
        if (entry->heading && i > first)
            y += 0.5 * page->look->legend;
        entry->at = (ent_i_point_t){legend->column, y + height / 2};
        y += height;
    }
    return y;
}

static double widest_of(const ent_i_legend_t *legend, size_t first, size_t last)
{
    double width = 0;

    for (size_t i = first; i < last; i++)
        width = fmax(width, legend->entry[i].width);
    return width;
}

/* In so many columns, sections whole and the columns as even as these allow; returns the height,
 * sets the width. */
static double flow_columns(ent_i_legend_t *legend, ent_i_page_t *page, size_t columns)
{
    double most = column_share[columns - 1] * page->inner.width;
    size_t count = legend->count, second = count;
    double best = INFINITY;

    legend->column = 0;
    for (size_t i = 0; columns > 1 && i < count; i = section_end(legend, i)) {
        double height =
            fmax(flow_part(legend, page, 0, i, most), flow_part(legend, page, i, count, most));

        if (height < best) {
            best = height;
            second = i;
        }
    }
    best = flow_part(legend, page, 0, second, most);
    legend->column = widest_of(legend, 0, second);
    if (second == count)
        return best;
    legend->column += column_gap * page->look->legend;
    best = fmax(best, flow_part(legend, page, second, count, most));
    legend->column += widest_of(legend, second, count);
    return best;
}

/* How much of a plot is of use. */
static double use_of(const ent_i_page_t *page, double width, double height)
{
    /* in its heights, the width up to which a layout uses a plot; 0: any */
    static const double most[ENT_LAYOUT_COUNT] = {
        [ENT_LAYOUT_BIPARTITE] = 1.6, [ENT_LAYOUT_EGO] = 1.6,   [ENT_LAYOUT_CONCENTRIC] = 1.6,
        [ENT_LAYOUT_MATRIX] = 1.4,    [ENT_LAYOUT_CHORD] = 1.5, [ENT_LAYOUT_CIRCLE] = 1.6};
    double widest = most[page->options->layout];

    return (widest > 0 ? fmin(width, widest * height) : width) * height;
}

/* Whether a column serves the picture better than rows of a height. */
static bool is_better_beside(const ent_i_legend_t *legend, const ent_i_page_t *page, double plot,
                             double rows, double column)
{
    double width = page->plot.width - legend->column - 2 * page->look->legend;

    if (page->options->legend == ENT_LEGEND_BELOW || column > plot || width < legend->column)
        return false;
    if (page->options->legend == ENT_LEGEND_AUTO && page->options->layout == ENT_LAYOUT_MAP)
        return false; /* the world is wide, and a list stands beside it */
    return page->options->legend == ENT_LEGEND_BESIDE ||
           use_of(page, width, plot) >
               use_of(page, page->plot.width, plot - rows - page->look->legend);
}

void ent_i_legend_flow(ent_i_legend_t *legend, ent_i_page_t *page, double width)
{
    double plot = page->plot.height - ent_i_page_foot_height(page);
    double rows = 0;

    if (page->options->legend == ENT_LEGEND_NONE)
        legend->count = 0;
    if (legend->settled) {
        double column = legend->column;

        if (legend->beside) {
            legend->tall = flow_columns(legend, page, legend->columns);
            page->plot.width -= fmax(0, legend->column - column); /* for an entry that came since */
        } else {
            legend->height = flow_rows(legend, page, width);
        }
        return;
    }
    legend->settled = true;
    rows = flow_rows(legend, page, width);
    for (size_t n = 1; n <= MOST_COLUMNS && legend->count > 0 && !legend->beside; n++) {
        legend->tall = flow_columns(legend, page, n);
        legend->beside = is_better_beside(legend, page, plot, rows, legend->tall);
        legend->columns = n;
    }
    legend->tall = legend->beside ? legend->tall : 0;
    if (legend->beside) {
        page->plot.width -= legend->column + 2 * page->look->legend;
        rows = 0;
    } else {
        rows = flow_rows(legend, page, width);
    }
    if (plot - rows < least_plot * page->scene->height) {
        page->cramped = true;
        legend->count = 0;
        rows = 0;
    }
    legend->height = rows;
}

void ent_i_legend_again(ent_i_legend_t *legend, ent_i_page_t *page)
{
    double height = legend->height, column = legend->column;
    double tall = fmax(legend->tall, page->plot.height);
    double width = page->plot.width;

    for (size_t i = 0; i < 2; i++) {
        page->plot.width = width;
        ent_i_legend_make(legend, page);
        ent_i_legend_flow(legend, page, page->inner.width);
        if (legend->height <= height && legend->column <= column && legend->tall <= tall)
            break;
        legend->brief = true; /* that the marks are small takes more words than samples do */
    }
    legend->height = height;
}

void ent_i_legend_draw(const ent_i_legend_t *legend, ent_i_page_t *page, ent_i_point_t corner)
{
    double size = page->look->legend;

    if (legend->beside)
        corner = (ent_i_point_t){page->inner.x + page->inner.width - legend->column, page->plot.y};
    ent_i_scene_open(page->scene, "legend");
    for (size_t i = 0; i < legend->count; i++) {
        const ent_i_entry_t *entry = &legend->entry[i];
        ent_i_style_t style = style_of(page, entry);
        ent_i_point_t at = {corner.x + entry->at.x, corner.y + entry->at.y};
        double spare = entry->indent - indent_of(page, entry); /* of a column's swatches */

        ent_i_draw_swatch(page, entry, (ent_i_point_t){at.x + fmax(0, spare / 2), at.y});
        at.x += entry->indent;
        /* half the height of capitals below the middle */
        at.y += 0.36 * size - line_step * size * ((double)entry->line_count - 1) / 2;
        for (size_t k = 0; k < entry->line_count; k++) {
            ent_i_scene_text(
                page->scene, &page->font, entry->line[k], at, ENT_ANCHOR_START, &style,
                ent_i_ink(page->options->theme, entry->heading ? ENT_SOFT_INK : ENT_INK))
                ->class
                = "legend";
            at.y += line_step * size;
        }
    }
    ent_i_scene_close(page->scene);
}
