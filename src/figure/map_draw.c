/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sea, land, arcs and marks of one map, main or enlarged. */
#include <math.h>

#include "figure/map_i.h"

/* Points: a line leaves its way by no more, where there are few, many and very many. */
static const double fine = 0.03, coarse = 0.2, coarsest = 0.8;
static const size_t crowded = 2000, flooded = 20000;
static const double stride = 0.1; /* radians: how far apart points of one of many lines are … */
static const double longest_stride = 0.16; /* … and of one of very many */

static const double clear = 150;     /* lines: where there are more, each is fainter … */
static const double faintest = 0.14; /* … down to this */

static ent_status_t draw_ground(ent_i_page_t *page, const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_t frame = {0};
    ent_i_lines_t land = {0};
    ent_i_lines_t borders = {0};
    ent_i_item_t *item = NULL;

    ENT_TRY(ent_i_map_frame(&frame, map, err));
    ENT_TRY(ent_i_map_land(&land, map, err));
    item = ent_i_scene_runs(page->scene, &frame, true);
    item->class = "sea";
    ent_i_item_fill(item, ent_i_ink(page->options->theme, ENT_SEA));
    if (land.run_count > 0) { /* else in mid-ocean */
        item = ent_i_scene_runs(page->scene, &land, true);
        item->class = "land";
        ent_i_item_fill(item, ent_i_ink(page->options->theme, ENT_LAND));
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_LAND), 0.25 * page->look->line);
    }
    if (page->options->borders) {
        ENT_TRY(ent_i_map_borders(&borders, map, err));
        item = ent_i_scene_runs(page->scene, &borders, false);
        item->class = "borders";
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_BORDER),
                          0.45 * page->look->line);
    }
    item = ent_i_scene_runs(page->scene, &frame, true);
    item->class = "frame";
    ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_FRAME), 0.4 * page->look->line);

cleanup:
    ent_i_lines_free(&frame);
    ent_i_lines_free(&land);
    ent_i_lines_free(&borders);
    return status;
}

/* The head of an arrow, where the tie ends on this map and not at its edge. */
static void draw_head(ent_i_atlas_t *atlas, const ent_i_map_t *map, const ent_i_link_t *link,
                      ent_i_lines_t *curves, ent_i_color_t color)
{
    ent_i_page_t *page = atlas->page;
    ent_i_point_t target =
        ent_i_map_project(map, atlas->latitude[link->b], atlas->longitude[link->b]);
    ent_i_point_t *last = curves->point + curves->point_count - 4;

    if (ent_network_is_directed(page->network) && link->tie != ENT_NONE &&
        hypot(last[3].x - target.x, last[3].y - target.y) < coarse)
        ent_i_draw_arrow(page, last, page->plan.mark[link->b].radius, color);
}

/* A great circle for itself, which a pointer can find. */
static void draw_arc(ent_i_atlas_t *atlas, const ent_i_link_t *link, const ent_i_lines_t *curves,
                     const ent_i_item_t *look, bool main_map)
{
    ent_i_page_t *page = atlas->page;
    bool said = page->plan.link_count <= ENT_MOST_TITLES;
    const char *title = said ? ent_i_link_title(page, link) : NULL;
    ent_i_item_t *item = ent_i_scene_curves(page->scene, curves);

    item->title = title;
    ent_i_style_line(item, page, link->stroke, link->status, link->weight);
    item->stroke = look->stroke;
    ent_i_name_link(page, item, link);
    if (!main_map)
        item->id = NULL; /* the main map has it */
}

/* The curves of a great circle among those of its look; false where these are too many looks. */
static bool keep_arc(ent_i_crowd_t *crowd, ent_i_page_t *page, const ent_i_lines_t *curves,
                     const ent_i_item_t *look)
{
    for (size_t r = 0, p = 0; r < curves->run_count; p = curves->end[r++]) {
        for (; p + 3 < curves->end[r]; p += 3) {
            if (!ent_i_crowd_add(crowd, page, look, &curves->point[p]))
                return false;
        }
    }
    return true;
}

static ent_status_t draw_arcs(ent_i_atlas_t *atlas, const ent_i_map_t *map, bool main_map,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    ent_i_lines_t curves = {0};
    ent_i_crowd_t crowd = {0};
    size_t count = page->plan.link_count;
    ent_i_map_t ways = *map;
    double most = count > flooded ? coarsest : count > crowded ? coarse : fine;
    double fade = 0.8 * sqrt(fmin(1, clear / fmax(1, (double)count)));

    if (count > crowded && map->whole)
        ways.step = count > flooded ? longest_stride : stride;
    ent_i_scene_open(page->scene, "ties");
    for (size_t i = 0; i < count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];
        ent_i_item_t look = {.shape = ENT_SHAPE_CURVE};

        if (!ent_i_map_shows(atlas, link))
            continue;
        ENT_TRY(ent_i_map_curves(&curves, atlas, &ways, link, most, err));
        ent_i_style_line(&look, page, link->stroke, link->status, link->weight);
        look.stroke.alpha = fmax(fmin(look.stroke.alpha, faintest), fade * look.stroke.alpha);
        look.class = ent_i_tie_class(link);
        if (curves.run_count > 0)
            draw_head(atlas, map, link, &curves, look.stroke);
        if (curves.run_count > 0 &&
            (count <= ENT_MOST_TITLES || !keep_arc(&crowd, page, &curves, &look)))
            draw_arc(atlas, link, &curves, &look, main_map);
        ent_i_lines_free(&curves);
    }

cleanup:
    ent_i_crowd_draw(&crowd, page);
    ent_i_scene_close(page->scene);
    ent_i_lines_free(&curves);
    return status;
}

/* A pole lies on the edge of the world's map, but for rounding. */
static bool lies_in(const ent_i_box_t *box, ent_i_point_t at)
{
    static const double rounding = 0.01;

    return at.x >= box->x - rounding && at.x <= box->x + box->width + rounding &&
           at.y >= box->y - rounding && at.y <= box->y + box->height + rounding;
}

/* Dots first, so that parties lie on top. */
static void draw_places(ent_i_atlas_t *atlas, const ent_i_map_t *map, bool main_map)
{
    ent_i_page_t *page = atlas->page;
    ent_i_scene_t *scene = page->scene;
    bool named = page->plan.mark_count <= ENT_MOST_TITLES;

    ent_i_scene_open(scene, "actors");
    for (int front = 0; front < 2; front++) {
        for (size_t i = 0; i < page->plan.mark_count; i++) {
            const ent_i_mark_t *mark = &page->plan.mark[i];
            ent_i_point_t at;
            const char *title = NULL;
            ent_i_item_t *item = NULL;

            if (!page->shown[i] || atlas->prominent[i] != (front == 1))
                continue;
            at = ent_i_map_project(map, atlas->latitude[i], atlas->longitude[i]);
            if (!lies_in(&map->box, at))
                continue;
            title = named ? ent_i_mark_title(page, mark) : NULL;
            item = ent_i_draw_mark(scene, mark->kind, at, mark->radius);
            item->title = title;
            item->class = front == 1 ? ent_kind_name(mark->kind) : "dot";
            item->actor =
                ent_i_scene_copy(scene, ent_network_vertex_id(page->network, mark->vertex));
            if (main_map && named)
                item->id = ent_i_scene_printf(scene, "n%d", (int)mark->vertex);
            ent_i_item_fill(item, mark->color);
            if (front == 1 && (atlas->lines || page->plan.tone_count > 0))
                ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_PAPER),
                                  0.5 * atlas->crowd * page->look->line);
            else if (mark->badges != 0 || mark->member)
                item->fill.alpha = 0.55;
            else
                item->fill = ent_i_ink(page->options->theme, ENT_OTHER);
        }
    }
    ent_i_scene_close(scene);
}

ent_status_t ent_i_draw_map(ent_i_atlas_t *atlas, const ent_i_map_t *map, int inset,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(draw_ground(atlas->page, map, err));
    ENT_TRY(draw_arcs(atlas, map, inset < 0, err));
    draw_places(atlas, map, inset < 0);

cleanup:
    return status;
}
