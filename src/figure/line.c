/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One straight or gently bent line on a picture. For a colour that lets others through, cairo asks
 * pixman anew for each row of pixels that a stroke crosses; here each pixel is mixed at once, in a
 * twentieth of the time. */
#include <math.h>

#include "figure/draw.h"

static const double steepest =
    1.2; /* along the longer side, so that one cut across is a column's */

enum { PIECES = 24, MOST_PIXELS = 16 }; /* of a curve, drawn as lines; across */

/* A way seen along its longer side, in pixels. */
typedef struct course {
    ent_i_point_t point[PIECES + 1];
    size_t count;
    uint32_t *pixel;
    size_t along; /* from one pixel to the next */
    size_t across;
    long cells; /* along */
    long rows;  /* across */
} course_t;

typedef struct ink {
    uint32_t red_blue;
    uint32_t green;
    double share; /* of 256 */
} ink_t;

static uint32_t byte_of(double share)
{
    return (uint32_t)lround(255 * share);
}

static void mix(uint32_t *pixel, const ink_t *ink, double share)
{
    uint32_t over = (uint32_t)(ink->share * share + 0.5);
    uint32_t under = 256 - over;
    uint32_t red_blue = (*pixel & 0xFF00FF) * under + ink->red_blue * over + 0x800080;
    uint32_t green = (*pixel & 0x00FF00) * under + ink->green * over + 0x008000;

    *pixel = (*pixel & 0xFF000000) | (red_blue >> 8 & 0xFF00FF) | (green >> 8 & 0x00FF00);
}

/* Covers what lies across one cell from `low` to `high`. */
static void cover(const course_t *course, long at, double low, double high, const ink_t *ink,
                  double share)
{
    uint32_t *cell = course->pixel + (size_t)at * course->along;

    low = ent_i_larger(low, 0);
    high = ent_i_smaller(high, (double)course->rows);
    if (!(low < high))
        return;
    for (long row = (long)low; (double)row < high; row++)
        mix(cell + (size_t)row * course->across, ink, share * ent_i_in_cell(row, low, high));
}

static void draw(const course_t *course, double width, const ink_t *ink)
{
    double from = course->point[0].x, to = course->point[course->count - 1].x;
    long first = from > 0 ? (long)from : 0;
    long last = to < (double)course->cells ? (long)ceil(to) : course->cells;
    size_t piece = 0;
    double slope = 0, half = 0;

    for (long at = first, found = -1; at < last; at++) {
        double begin = ent_i_larger((double)at, from);
        double end = ent_i_smaller((double)(at + 1), to);
        double middle = (begin + end) / 2;
        const ent_i_point_t *point = NULL;

        while (piece + 2 < course->count && course->point[piece + 1].x < middle)
            piece++;
        point = &course->point[piece];
        if (found != (long)piece) {
            slope = (point[1].y - point[0].y) / (point[1].x - point[0].x);
            half = width * sqrt(1 + slope * slope) / 2;
            found = (long)piece;
        }
        middle = point[0].y + slope * (middle - point[0].x);
        cover(course, at, middle - half, middle + half, ink, end - begin);
    }
}

/* Whether a step goes along and not too far across. */
static bool runs_on(ent_i_point_t from, ent_i_point_t to)
{
    return to.x - from.x > 1e-3 && fabs(to.y - from.y) <= steepest * (to.x - from.x);
}

/* A point of the way in pixels, its longer side first and upwards. */
static ent_i_point_t seen(ent_i_point_t at, double scale, bool steep)
{
    return steep ? (ent_i_point_t){scale * at.y, scale * at.x}
                 : (ent_i_point_t){scale * at.x, scale * at.y};
}

/* False where it bends too much. */
static bool find_course(course_t *course, const ent_i_item_t *item, double scale, bool steep)
{
    size_t span = ent_i_span(item->shape);
    ent_i_point_t end[4];
    bool back;

    for (size_t i = 0; i < span; i++)
        end[i] = seen(item->point[i], scale, steep);
    back = end[span - 1].x < end[0].x;
    for (size_t i = 0; back && i < span / 2; i++) {
        ent_i_point_t swap = end[i];

        end[i] = end[span - 1 - i];
        end[span - 1 - i] = swap;
    }
    for (size_t i = 0; i + 1 < span; i++)
        if (!runs_on(end[i], end[i + 1]))
            return false;
    course->count = span == 2 ? 2 : PIECES + 1;
    for (size_t i = 0; i < course->count; i++)
        course->point[i] =
            span == 2 ? end[i] : ent_i_curve_at(end, (double)i / (double)(course->count - 1));
    return true;
}

bool ent_i_draw_line(cairo_surface_t *surface, const ent_i_item_t *item, double scale)
{
    size_t span = ent_i_span(item->shape);
    double width = item->line_width * scale;
    const ent_i_color_t *color = &item->stroke;
    ink_t ink = {.share = 256 * color->alpha};
    course_t course;
    bool steep;

    if (item->filled || item->closed || item->dash[0] > 0 || item->run_count != 1 ||
        item->point_count != span || color->alpha >= 1 || width > MOST_PIXELS)
        return false;
    steep = fabs(item->point[span - 1].y - item->point[0].y) >
            fabs(item->point[span - 1].x - item->point[0].x);
    if (!find_course(&course, item, scale, steep))
        return false;
    cairo_surface_flush(surface);
    course.pixel = (uint32_t *)(void *)cairo_image_surface_get_data(surface);
    course.along = 1;
    course.across = (size_t)cairo_image_surface_get_stride(surface) / sizeof *course.pixel;
    course.cells = cairo_image_surface_get_width(surface);
    course.rows = cairo_image_surface_get_height(surface);
    if (steep) {
        size_t down = course.across;
        long height = course.rows;

        course.across = course.along;
        course.along = down;
        course.rows = course.cells;
        course.cells = height;
    }
    ink.red_blue = byte_of(color->red) << 16 | byte_of(color->blue);
    ink.green = byte_of(color->green) << 8;
    draw(&course, width, &ink);
    cairo_surface_mark_dirty(surface);
    return true;
}
