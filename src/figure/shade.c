/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Very many thin lines of one colour on a picture. Each lets through a share of what lies below
 * it; the shares are multiplied for each pixel, and the colour is laid on once, at the end. So a
 * hundred thousand faint lines keep their shades, which eight bits would round away one by one, and
 * it takes a tenth of the time of as many strokes. */
#include <math.h>
#include <stdlib.h>

#include "figure/draw.h"

enum { PIECES = 10 }; /* of a curve, drawn as lines */

typedef struct sheet {
    float *clear; /* by pixel: the share of what lies below that is still seen */
    long width;
    long height;
} sheet_t;

/* How much of the cell from `at` to `at` + 1 lies between two ends. */
static double overlap(double at, double from, double to)
{
    double end = at + 1 < to ? at + 1 : to;
    double begin = at > from ? at : from;

    return end > begin ? end - begin : 0;
}

/* Covers a column of the line, or a row of a steep one, from `low` to `high`. */
static void cover(sheet_t *sheet, bool steep, long along, double low, double high, double share)
{
    long most = steep ? sheet->width : sheet->height;
    long first = low > 0 ? (long)low : 0;
    long last = high < 0 ? -1 : (long)high;

    for (long across = first; across <= last && across < most; across++) {
        long at = steep ? along * sheet->width + across : across * sheet->width + along;

        sheet->clear[at] *= (float)(1 - share * overlap((double)across, low, high));
    }
}

static void shade_line(sheet_t *sheet, ent_i_point_t from, ent_i_point_t to, double width,
                       double alpha)
{
    bool steep = fabs(to.y - from.y) > fabs(to.x - from.x);
    double x0 = steep ? from.y : from.x, y0 = steep ? from.x : from.y;
    double x1 = steep ? to.y : to.x, y1 = steep ? to.x : to.y;
    long most = steep ? sheet->height : sheet->width;
    double slope = 0, half = 0;

    if (x0 > x1) {
        double swap = x0;

        x0 = x1;
        x1 = swap;
        swap = y0;
        y0 = y1;
        y1 = swap;
    }
    if (x1 - x0 < 1e-6)
        return;
    slope = (y1 - y0) / (x1 - x0);
    half = width * sqrt(1 + slope * slope) / 2;
    for (long x = (long)fmax(0, floor(x0)); x < most && (double)x < x1; x++) {
        double y = y0 + slope * ((double)x + 0.5 - x0);

        cover(sheet, steep, x, y - half, y + half, alpha * overlap((double)x, x0, x1));
    }
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

/* A curve as short lines. */
static void shade_curve(sheet_t *sheet, const ent_i_point_t curve[4], double scale, double width,
                        double alpha)
{
    ent_i_point_t from = pixel_at(curve, 0, scale);

    for (int i = 1; i <= PIECES; i++) {
        ent_i_point_t to = pixel_at(curve, (double)i / PIECES, scale);

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
