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
        ent_i_item_stroke(item, ent_i_faded(ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.25),
                          0.5 * page->look->line);
    }
    ent_i_scene_close(page->scene);
}

/* Counts the rings before the legend is made. */
static ent_status_t count_rings(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_layout_graph_t graph = {0};

    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(ent_i_layout_ego_rings(&page->rings, &page->last_apart, &graph,
                                   page->plan.mark_of[ent_i_focus_vertex(page->network)], err));

cleanup:
    return status;
}

static const char *say_number(ent_i_page_t *page, ent_i_word_t word, size_t first, size_t last)
{
    return ent_i_say(page->scene, word, ent_i_say_count(page->scene, first),
                     ent_i_say_count(page->scene, last), NULL);
}

/* What each ring holds, the far ones together. */
static void explain_rings(ent_i_legend_t *legend, ent_i_page_t *page)
{
    size_t near = page->rings - page->last_apart; /* rings that ties lead to */

    for (size_t r = 1; r <= near && r <= 3; r++) {
        bool many = r == 3 && near > 3;
        ent_i_word_t word = r == 1   ? ENT_SAY_RING_PARTNERS
                            : r == 2 ? ENT_SAY_RING_SECOND
                            : many   ? ENT_SAY_RINGS_AWAY
                                     : ENT_SAY_RING_AWAY;

        ent_i_legend_add(legend, ENT_SWATCH_RING, say_number(page, word, r, near))->ring = r;
    }
    if (page->last_apart)
        ent_i_legend_add(legend, ENT_SWATCH_RING,
                         ent_i_say(page->scene, ENT_SAY_RING_APART, NULL, NULL, NULL))
            ->ring = page->rings;
}

static ent_status_t lay_out(ent_i_page_t *page, const ent_i_named_t *names,
                            ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t middle = page->plan.mark_of[ent_i_focus_vertex(page->network)];
    ent_i_box_t *room = NULL;
    ent_i_box_t box;
    size_t rings;

    ENT_TRY(ent_i_alloc(&room, graph->vertex_count, sizeof *room, err));
    set_rooms(room, page, names);
    graph->room = room;
    box = box_of_rings(page, room, (size_t)middle);
    ENT_TRY(ent_i_layout_ego(page->at, &rings, graph, middle, &box, err));
    draw_rings(page, &box, rings);

cleanup:
    free(room);
    return status;
}

ent_status_t ent_i_check_ego(const ent_network_t *network, ent_error_t *err)
{
    if (ent_i_focus_vertex(network) != ENT_NONE)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "The layout 'ego' draws what lies about one actor: name it with "
                      "`--focus ACTOR`.");
}

ent_status_t ent_i_compose_ego(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    put_first(&page->plan, (size_t)page->plan.mark_of[ent_i_focus_vertex(page->network)]);
    ENT_TRY(count_rings(page, err));
    page->explain = explain_rings;
    ENT_TRY(ent_i_diagram_compose(page, lay_out, err));

cleanup:
    return status;
}
