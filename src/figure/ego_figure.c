/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One actor in the middle, what lies about it on rings by distance. */
#include <math.h>
#include <stdlib.h>

#include "figure/page.h"

enum { RING_POINTS = 96 };

static const double widest_ellipse = 1.9; /* its width by its height */

ent_id_t ent_i_focus_vertex(const ent_network_t *network)
{
    const ent_network_options_t *options = ent_network_options(network);

    return options == NULL || options->focus == ENT_NONE
               ? ENT_NONE
               : ent_network_vertex(network, options->focus);
}

/* The middle is named before all others. */
static void put_first(ent_i_plan_t *plan, size_t mark)
{
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[i].rank += plan->mark[i].rank < plan->mark[mark].rank;
    plan->mark[mark].rank = 0;
}

/* Room for each mark with its name below it. */
static void set_rooms(ent_i_box_t *room, const ent_i_page_t *page, const ent_i_named_t *names)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double reach = ent_i_mark_reach(page, &page->plan.mark[i]);

        room[i] = (ent_i_box_t){-reach, -reach, 2 * reach, 2 * reach};
    }
    for (size_t i = 0; i < names->count; i++) {
        ent_i_box_t *own = &room[names->mark[i]];

        own->width = fmax(own->width, names->label[i].width + 2);
        own->x = -own->width / 2;
        own->height += names->label[i].height + 1;
    }
}

/* The plot without the room that names outside the last ring take. */
static ent_i_box_t box_of_rings(const ent_i_page_t *page, const ent_i_box_t *room, size_t middle)
{
    double width = 0;
    double height = 0;
    ent_i_box_t box = page->plot;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double reach = -room[i].y;

        if (i == middle)
            continue;
        width = fmax(width, room[i].width + (room[i].width > 2 * reach ? reach : -reach));
        height = fmax(height, room[i].height - reach);
    }
    width = fmin(width, 0.22 * box.width);
    height = fmin(height, 0.2 * box.height);
    box.height -= 2 * height;
    box.y += height;
    width = fmax(width, (box.width - widest_ellipse * box.height) / 2);
    box.width -= 2 * width;
    box.x += width;
    return box;
}

static void draw_rings(ent_i_page_t *page, const ent_i_box_t *box, size_t rings)
{
    ent_i_point_t point[RING_POINTS];

    ent_i_scene_open(page->scene, "rings");
    for (size_t r = 1; r <= rings; r++) {
        double part = (double)r / (double)rings / 2;
        ent_i_item_t *item;

        for (size_t i = 0; i < RING_POINTS; i++) {
            double angle = 6.283185307179586 * (double)i / RING_POINTS;

            point[i] = (ent_i_point_t){box->x + box->width * (0.5 + part * cos(angle)),
                                       box->y + box->height * (0.5 + part * sin(angle))};
        }
        item = ent_i_scene_path(page->scene, point, RING_POINTS, true);
        item->class = "ring";
        ent_i_item_stroke(item, ent_i_rgba(ENT_SOFT_INK, 0.25), 0.5 * page->look->line);
    }
    ent_i_scene_close(page->scene);
}

static ent_status_t lay_out(ent_i_page_t *page, size_t middle, const ent_i_named_t *names,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;
    ent_i_box_t *room = NULL;
    ent_id_t *a = NULL;
    ent_id_t *b = NULL;
    ent_i_layout_graph_t graph = {.vertex_count = plan->mark_count, .tie_count = plan->link_count};
    ent_i_box_t box;
    size_t rings;

    ENT_TRY(ent_i_alloc(&room, plan->mark_count, sizeof *room, err));
    ENT_TRY(ent_i_alloc(&a, plan->link_count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, plan->link_count, sizeof *b, err));
    for (size_t i = 0; i < plan->link_count; i++) {
        a[i] = plan->link[i].a;
        b[i] = plan->link[i].b;
    }
    set_rooms(room, page, names);
    graph.a = a;
    graph.b = b;
    graph.room = room;
    box = box_of_rings(page, room, middle);
    ENT_TRY(ent_i_layout_ego(page->at, &rings, &graph, (ent_id_t)middle, &box, err));
    draw_rings(page, &box, rings);

cleanup:
    free(room);
    free(a);
    free(b);
    return status;
}

ent_status_t ent_i_compose_ego(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_named_t names = {0};
    ent_i_legend_t legend = {0};
    size_t middle = (size_t)page->plan.mark_of[ent_i_focus_vertex(page->network)];

    put_first(&page->plan, middle);
    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->legend;
    ENT_TRY(ent_i_named_choose(&names, page, 11 * page->look->label, err));
    ENT_TRY(lay_out(page, middle, &names, err));
    ent_i_draw_links(page);
    ent_i_draw_marks(page);
    ENT_TRY(ent_i_named_draw(page, &names, err));
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->legend});

cleanup:
    ent_i_named_free(&names);
    return status;
}
