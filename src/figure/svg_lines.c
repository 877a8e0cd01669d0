/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of one look as an SVG: trails through the points that they share take half of the bytes,
 * and a curve that is a straight line or a parabola, to a tenth of a point, less than a cubic. */
#include <math.h>

#include "figure/svg_i.h"
#include "figure/trails.h"

/* Trails that one path takes, until there are so many paths. Lines of one path do not darken each
 * other. */
enum { TRAILS_A_PATH = 100, MOST_PATHS = 64 };

static const double off = 0.1; /* points: what numbers are rounded to */

/* Makes a curve as simple as it looks; returns the number of its points. */
static size_t simplify(ent_i_point_t point[4])
{
    ent_i_point_t control;

    if (ent_i_curve_is_straight(point, off)) {
        point[1] = point[3];
        return 2;
    }
    if (!ent_i_curve_parabola(&control, point, off))
        return 4;
    point[1] = control;
    point[2] = point[3];
    return 3;
}

static void put_trail(ent_i_text_t *out, const ent_i_trails_t *trails, size_t trail)
{
    static const char letter[] = {[2] = 'l', [3] = 'q', [4] = 'c'};
    char command = '\0';

    for (size_t i = trails->first[trail]; i < trails->first[trail + 1]; i++) {
        ent_i_point_t point[4];
        size_t count = 2;
        bool says = false;

        ent_i_trails_line(point, trails, i);
        if (trails->item->shape == ENT_SHAPE_CURVE)
            count = simplify(point);
        if (command == '\0') {
            ent_i_text_putc(out, 'M');
            ent_i_svg_step(out, point[0], 0, 0, true);
        }
        says = command != letter[count];
        command = letter[count];
        if (says)
            ent_i_text_putc(out, command);
        for (size_t k = 1; k < count; k++)
            ent_i_svg_step(out, point[k], lround(point[0].x * 10), lround(point[0].y * 10),
                           says && k == 1);
    }
}

void ent_i_svg_lines(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    ent_i_trails_t trails;
    size_t paths = 0;

    if (ent_i_trails_init(&trails, item) != ENT_OK) {
        out->failed = true;
        goto cleanup;
    }
    paths = trails.count / TRAILS_A_PATH + 1;
    paths = paths < MOST_PATHS ? paths : MOST_PATHS;
    ent_i_text_puts(out, "<g");
    ent_i_svg_identity(out, scene, item);
    ent_i_svg_paint(out, item);
    ent_i_text_puts(out, ">\n");
    for (size_t path = 0; path < paths; path++) {
        ent_i_text_puts(out, "<path d=\"");
        for (size_t trail = path; trail < trails.count; trail += paths)
            put_trail(out, &trails, trail);
        ent_i_text_puts(out, "\"/>\n");
    }
    ent_i_text_puts(out, "</g>\n");

cleanup:
    ent_i_trails_free(&trails);
}
