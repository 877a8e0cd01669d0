/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Very many thin lines of one colour on a picture. Each lets through a share of what lies below
 * it; the shares are multiplied for each pixel, and the colour is laid on once, at the end. So a
 * hundred thousand faint lines keep their shades, which eight bits would round away one by one, and
 * it takes a tenth of the time of as many strokes. */
#include <math.h>
#include <stdlib.h>

#include "base/watch.h"
#include "figure/draw.h"

enum { MOST_PIECES = 16 /* of a curve, drawn as lines */, LINES_AT_ONCE = 1024 };

/* Lines of which nobody sees one among so many: ink across, in points. */
enum { MANY_HAIRS = 20000 };
static const double hair = 0.02;
static const double hazy = 150 / 72.0; /* pixels a point of a picture of them … */
static const double most_hazy = 4e6;   /* … but no more in all */

/* A number for each pixel, those near each other on the picture near each other in memory,
 * whichever way a line runs: in blocks of 4 by 4, and these in tiles of 32 by 32, a page of memory
 * each. */
enum { TILE = 32, CELLS_A_TILE = TILE * TILE };

typedef struct sheet {
    float *clear;   /* the share of what lies below a pixel that is still seen … */
    size_t *column; /* … at the sum of what is here for x … */
    size_t *row;    /* … and here for y */
    long width;
    long height;
    ent_i_point_t origin; /* points: its upper left corner */
    double scale;         /* pixels a point */
} sheet_t;

static void sheet_free(sheet_t *sheet)
{
    free(sheet->clear);
    free(sheet->column);
    free(sheet->row);
}

/* As large as a picture. */
static bool sheet_init(sheet_t *sheet, cairo_surface_t *picture, ent_i_point_t origin, double scale)
{
    size_t width = (size_t)cairo_image_surface_get_width(picture);
    size_t height = (size_t)cairo_image_surface_get_height(picture);
    size_t across = (width + TILE - 1) / TILE, down = (height + TILE - 1) / TILE;
    size_t cells = across * down * CELLS_A_TILE;

    *sheet =
        (sheet_t){.width = (long)width, .height = (long)height, .origin = origin, .scale = scale};
    sheet->clear = malloc(cells * sizeof *sheet->clear);
    sheet->column = malloc(width * sizeof *sheet->column);
    sheet->row = malloc(height * sizeof *sheet->row);
    if (sheet->clear == NULL || sheet->column == NULL || sheet->row == NULL)
        return false;
    for (size_t i = 0; i < cells; i++)
        sheet->clear[i] = 1;
    for (size_t x = 0; x < width; x++)
        sheet->column[x] = x / TILE * CELLS_A_TILE + x % TILE / 4 * 16 + x % 4;
    for (size_t y = 0; y < height; y++)
        sheet->row[y] = y / TILE * across * CELLS_A_TILE + y % TILE / 4 * 128 + y % 4 * 4;
    return true;
}

/* A line seen along its longer side. */
typedef struct course {
    double from, to; /* in cells */
    double start;    /* across, at `from` */
    double slope;
    double half;         /* of what it covers across */
    const size_t *along; /* where cells are, as in a sheet */
    const size_t *across;
    long cells; /* along */
    long rows;  /* across */
} course_t;

/* Covers what lies across one cell from `low` to `high`. */
static void cover(float *cell, const course_t *course, double low, double high, double share)
{
    low = ent_i_larger(low, 0);
    high = ent_i_smaller(high, (double)course->rows);
    if (!(low < high))
        return;
    for (long row = (long)low; (double)row < high; row++)
        cell[course->across[row]] *= (float)(1 - share * ent_i_in_cell(row, low, high));
}

/* Covers a part of one cell along, or all of it. */
static void cover_part(float *clear, const course_t *course, long at, double middle, double share)
{
    double begin = (double)at > course->from ? (double)at : course->from;
    double end = (double)(at + 1) < course->to ? (double)(at + 1) : course->to;

    cover(clear + course->along[at], course, middle - course->half, middle + course->half,
          share * (end - begin));
}

/* The same for whole cells, from one to before another, of a thin line. Without a branch, which
 * would be a guess. */
static void cover_thin(float *clear, const course_t *course, long from, long to, double middle,
                       float share)
{
    float breadth = (float)(2 * course->half);
    double low = middle - course->half;

    for (long at = from; at < to; at++, low += course->slope) {
        long row = (long)low;
        float over = (float)(low - (double)row) + breadth - 1; /* what it covers of the next */
        float *cell = clear + course->along[at];

        over = (over + fabsf(over)) / 2;
        cell[course->across[row]] *= 1 - share * (breadth - over);
        cell[course->across[row + 1]] *= 1 - share * over;
    }
}

/* Whether a line covers two cells across at most, none beyond the sheet. */
static bool is_thin(const course_t *course, double middle)
{
    return course->half <= 0.5 && middle - course->half >= 0 &&
           middle + course->half < (double)(course->rows - 1);
}

static void follow(float *clear, const course_t *course, double alpha)
{
    long first = course->from > 0 ? (long)course->from : 0;
    long last = course->to < (double)course->cells ? (long)ceil(course->to) : course->cells;
    double middle = course->start + course->slope * ((double)first + 0.5 - course->from);
    double beyond = middle + course->slope * (double)(last - first - 1);

    if (last - first > 2 && is_thin(course, middle) && is_thin(course, beyond)) {
        cover_part(clear, course, first, middle, alpha);
        cover_thin(clear, course, first + 1, last - 1, middle + course->slope, (float)alpha);
        first = last - 1;
        middle = beyond;
    }
    for (; first < last; first++, middle += course->slope)
        cover_part(clear, course, first, middle, alpha);
}

static void shade_line(sheet_t *sheet, ent_i_point_t from, ent_i_point_t to, double width,
                       double alpha)
{
    bool steep = fabs(to.y - from.y) > fabs(to.x - from.x);
    course_t course = {
        .along = sheet->column, .across = sheet->row, .cells = sheet->width, .rows = sheet->height};
    ent_i_point_t a = from, b = to;

    if (steep) {
        course = (course_t){.along = sheet->row,
                            .across = sheet->column,
                            .cells = sheet->height,
                            .rows = sheet->width};
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
            double clear = (double)sheet->clear[sheet->column[x] + sheet->row[y]];

            if (clear < 1)
                row[x] = mix(row[x], color.red, clear, 16) | mix(row[x], color.green, clear, 8) |
                         mix(row[x], color.blue, clear, 0);
        }
    }
}

/* The same as a mask: how much of each pixel is covered. */
static void make_mask(const sheet_t *sheet, cairo_surface_t *mask)
{
    unsigned char *data = cairo_image_surface_get_data(mask);
    long stride = cairo_image_surface_get_stride(mask);

    for (long y = 0; y < sheet->height; y++) {
        for (long x = 0; x < sheet->width; x++)
            data[y * stride + x] =
                (unsigned char)lroundf(255 * (1 - sheet->clear[sheet->column[x] + sheet->row[y]]));
    }
}

static ent_i_point_t pixel_of(const sheet_t *sheet, ent_i_point_t at)
{
    return (ent_i_point_t){sheet->scale * (at.x - sheet->origin.x),
                           sheet->scale * (at.y - sheet->origin.y)};
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

/* All its lines, or those before work is cancelled: who draws the scene tells of that. */
static void shade_item(sheet_t *sheet, const ent_i_item_t *item)
{
    size_t span = ent_i_span(item->shape);
    double width = item->line_width * sheet->scale;
    ent_i_task_t task;

    ent_i_task_begin(&task, "drawing lines", "lines", item->run_count);
    for (size_t i = 0, line = 1; i + span <= item->point_count; i += span, line++) {
        const ent_i_point_t *point = &item->point[i];
        int pieces = item->shape == ENT_SHAPE_CURVE ? pieces_of(point, sheet->scale) : 1;
        ent_i_point_t from = pixel_of(sheet, point[0]);

        for (int k = 1; k < pieces; k++) {
            ent_i_point_t to = pixel_of(sheet, ent_i_curve_at(point, (double)k / pieces));

            shade_line(sheet, from, to, width, item->stroke.alpha);
            from = to;
        }
        shade_line(sheet, from, pixel_of(sheet, point[span - 1]), width, item->stroke.alpha);
        if (line % LINES_AT_ONCE == 0 && !ent_i_task_step(&task, LINES_AT_ONCE))
            break;
    }
    (void)ent_i_task_end(&task, NULL);
}

bool ent_i_shade_lines(cairo_surface_t *surface, const ent_i_item_t *item, double scale)
{
    sheet_t sheet;
    bool done = sheet_init(&sheet, surface, (ent_i_point_t){0, 0}, scale);

    if (done) {
        shade_item(&sheet, item);
        cairo_surface_flush(surface);
        lay_on(&sheet, surface, item->stroke);
        cairo_surface_mark_dirty(surface);
    }
    sheet_free(&sheet);
    return done;
}

bool ent_i_is_haze(const ent_i_item_t *item)
{
    return item->run_count > MANY_HAIRS && item->dash[0] <= 0 &&
           item->stroke.alpha * item->line_width < hair;
}

cairo_surface_t *ent_i_make_haze(const ent_i_item_t *item, const ent_i_box_t *box, double *scale)
{
    sheet_t sheet = {0};
    cairo_surface_t *mask = NULL;

    *scale = fmin(hazy, sqrt(most_hazy / fmax(1, box->width * box->height)));
    mask = cairo_image_surface_create(CAIRO_FORMAT_A8, (int)ceil(box->width * *scale),
                                      (int)ceil(box->height * *scale));
    if (cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS &&
        sheet_init(&sheet, mask, (ent_i_point_t){box->x, box->y}, *scale)) {
        shade_item(&sheet, item);
        cairo_surface_flush(mask);
        make_mask(&sheet, mask);
        cairo_surface_mark_dirty(mask);
    } else {
        cairo_surface_destroy(mask);
        mask = NULL;
    }
    sheet_free(&sheet);
    return mask;
}
