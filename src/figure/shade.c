/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Very many thin lines of one colour on a picture. Each lets through a share of what lies below
 * it; the shares are multiplied for each pixel, and the colour is laid on once, at the end. So a
 * hundred thousand faint lines keep their shades, which eight bits would round away one by one, and
 * it takes a tenth of the time of as many strokes. */
#include <math.h>
#include <stdlib.h>

#include "figure/draw.h"

enum { MOST_PIECES = 16 }; /* of a curve, drawn as lines */

typedef struct sheet {
    float *clear; /* by pixel: the share of what lies below that is still seen */
    long width;
    long height;
} sheet_t;

/* A line seen along its longer side: cells follow each other by `along` in that direction and by
 * `across` in the other. */
typedef struct course {
    double from, to; /* in cells */
    double start;    /* across, at `from` */
    double slope;
    double half; /* of what it covers across */
    long along;
    long across;
    long cells; /* along */
    long rows;  /* across */
} course_t;

/* Covers what lies across one cell from `low` to `high`. */
static void cover(float *cell, const course_t *course, double low, double high, double share)
{
    long first = 0, last = 0;

    low = low > 0 ? low : 0;
    high = high < (double)course->rows ? high : (double)course->rows;
    if (!(low < high))
        return;
    first = (long)low;
    last = (long)high;
    cell += first * course->across;
    if (first == last) {
        *cell *= (float)(1 - share * (high - low));
        return;
    }
    *cell *= (float)(1 - share * ((double)(first + 1) - low));
    for (long row = first + 1; row < last; row++) {
        cell += course->across;
        *cell *= (float)(1 - share);
    }
    if (last < course->rows)
        cell[course->across] *= (float)(1 - share * (high - (double)last));
}

static void follow(float *clear, const course_t *course, double alpha)
{
    long first = course->from > 0 ? (long)course->from : 0;
    double middle = course->start + course->slope * ((double)first + 0.5 - course->from);
    float *cell = clear + first * course->along;

    for (long at = first; at < course->cells && (double)at < course->to; at++) {
        double begin = (double)at > course->from ? (double)at : course->from;
        double end = (double)(at + 1) < course->to ? (double)(at + 1) : course->to;

        cover(cell, course, middle - course->half, middle + course->half, alpha * (end - begin));
        middle += course->slope;
        cell += course->along;
    }
}

static void shade_line(sheet_t *sheet, ent_i_point_t from, ent_i_point_t to, double width,
                       double alpha)
{
    bool steep = fabs(to.y - from.y) > fabs(to.x - from.x);
    course_t course = {
        .along = 1, .across = sheet->width, .cells = sheet->width, .rows = sheet->height};
    ent_i_point_t a = from, b = to;

    if (steep) {
        course = (course_t){
            .along = sheet->width, .across = 1, .cells = sheet->height, .rows = sheet->width};
        a = (ent_i_point_t){from.y, from.x};
        b = (ent_i_point_t){to.y, to.x};
    }
    if (a.x > b.x) {
        ent_i_point_t swap = a;

        a = b;
        b = swap;
    }
    if (b.x - a.x < 1e-6 || b.x <= 0)
        return;
    course.from = a.x;
    course.to = b.x;
    course.start = a.y;
    course.slope = (b.y - a.y) / (b.x - a.x);
    course.half = width * sqrt(1 + course.slope * course.slope) / 2;
    follow(sheet->clear, &course, alpha);
}

static uint32_t mix(uint32_t below, double color, double clear, int shift)
{
    double under = (double)(below >> shift & 0xFF);

    return (uint32_t)lround(color * 255 * (1 - clear) + under * clear) << shift;
}

static void lay_on(const sheet_t *sheet, cairo_surface_t *surface, ent_i_color_t color)
{
    unsigned char *data = cairo_image_surface_get_data(surface);
    long stride = cairo_image_surface_get_stride(surface);

    for (long y = 0; y < sheet->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + y * stride);

        for (long x = 0; x < sheet->width; x++) {
            double clear = (double)sheet->clear[y * sheet->width + x];

            if (clear < 1)
                row[x] = mix(row[x], color.red, clear, 16) | mix(row[x], color.green, clear, 8) |
                         mix(row[x], color.blue, clear, 0);
        }
    }
}

static ent_i_point_t pixel_at(const ent_i_point_t curve[4], double t, double scale)
{
    ent_i_point_t at = ent_i_curve_at(curve, t);

    return (ent_i_point_t){scale * at.x, scale * at.y};
}

/* How many lines a curve is drawn as, so that hardly any is off by a quarter of a pixel: by how
 * far its controls are from where those of a straight line are. */
static int pieces_of(const ent_i_point_t curve[4], double scale)
{
    double bend = fabs(3 * curve[1].x - 2 * curve[0].x - curve[3].x) +
                  fabs(3 * curve[1].y - 2 * curve[0].y - curve[3].y) +
                  fabs(3 * curve[2].x - 2 * curve[3].x - curve[0].x) +
                  fabs(3 * curve[2].y - 2 * curve[3].y - curve[0].y);
    double pieces = ceil(sqrt(0.5 * bend * scale));

    return pieces < 1 ? 1 : pieces < MOST_PIECES ? (int)pieces : MOST_PIECES;
}

static void shade_curve(sheet_t *sheet, const ent_i_point_t curve[4], double scale, double width,
                        double alpha)
{
    int pieces = pieces_of(curve, scale);
    ent_i_point_t from = pixel_at(curve, 0, scale);

    for (int i = 1; i <= pieces; i++) {
        ent_i_point_t to = pixel_at(curve, (double)i / pieces, scale);

        shade_line(sheet, from, to, width, alpha);
        from = to;
    }
}

bool ent_i_shade_lines(cairo_surface_t *surface, const ent_i_item_t *item, double scale)
{
    sheet_t sheet = {.width = cairo_image_surface_get_width(surface),
                     .height = cairo_image_surface_get_height(surface)};
    size_t span = ent_i_span(item->shape);
    size_t pixels = (size_t)sheet.width * (size_t)sheet.height;

    sheet.clear = malloc((pixels + 1) * sizeof *sheet.clear);
    if (sheet.clear == NULL)
        return false;
    for (size_t i = 0; i < pixels; i++)
        sheet.clear[i] = 1;
    for (size_t i = 0; i + span <= item->point_count; i += span) {
        const ent_i_point_t *point = &item->point[i];

        if (item->shape == ENT_SHAPE_CURVE) {
            shade_curve(&sheet, point, scale, item->line_width * scale, item->stroke.alpha);
            continue;
        }
        shade_line(&sheet, (ent_i_point_t){point[0].x * scale, point[0].y * scale},
                   (ent_i_point_t){point[1].x * scale, point[1].y * scale},
                   item->line_width * scale, item->stroke.alpha);
    }
    cairo_surface_flush(surface);
    lay_on(&sheet, surface, item->stroke);
    cairo_surface_mark_dirty(surface);
    free(sheet.clear);
    return true;
}
