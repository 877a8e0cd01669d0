/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network diagram: stress layout, agreements in front. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"
#include "figure/rows.h"
#include "network/positions.h"

/* Marks are made smaller by this factor at a time, or by its square, down to a share. */
static const double shrink = 0.75;
static const double least_shrunk = 0.17;
static const double strained = 3; /* far beyond what counts as kept */

/* Where most are not named, rooms for the few would only drive these out of the crowd. */
static bool are_roomed(const ent_i_page_t *page, const ent_i_named_t *names)
{
    return 4 * names->roomed > page->plan.mark_count;
}

/* Room for each mark with its name below it. */
static void set_rooms(ent_i_box_t *room, double *radius, const ent_i_page_t *page,
                      const ent_i_named_t *names)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double reach = ent_i_mark_reach(page, &page->plan.mark[i]);

        radius[i] = reach;
        room[i] = (ent_i_box_t){-reach, -reach, 2 * reach, 2 * reach};
    }
    for (size_t i = 0; i < names->roomed && are_roomed(page, names); i++) {
        ent_i_box_t *own = &room[names->mark[i]];

        if (!page->plan.mark[names->mark[i]].tied) { /* in a row: the name at the right */
            own->width += names->label[i].width + 2;
            own->height = fmax(own->height, names->label[i].height);
            own->y = -own->height / 2;
            continue;
        }
        own->width = fmax(own->width, names->label[i].width + 2);
        own->x = -own->width / 2;
        own->height += names->label[i].height + 1;
    }
}

/* Where most are not named, as in a crowd of small components: room above these for the names of
 * those that are always named, and for a leader. */
static void set_heads(ent_i_box_t *head, const ent_i_page_t *page, const ent_i_named_t *names)
{
    for (size_t i = 0; i < names->count && i < ENT_ALWAYS_NAMED; i++)
        head[names->mark[i]] = (ent_i_box_t){0, 0, names->label[i].width + page->look->label,
                                             names->label[i].height + 0.5 * page->look->label};
}

/* Whether a mark stands in a box: one of an earlier figure may stand anywhere. */
static bool is_stood_on(const ent_i_page_t *page, const ent_i_box_t *box)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double reach = ent_i_mark_reach(page, &page->plan.mark[i]);
        ent_i_point_t at = page->at[i];

        if (at.x + reach > box->x && at.x - reach < box->x + box->width && at.y + reach > box->y &&
            at.y - reach < box->y + box->height)
            return true;
    }
    return false;
}

/* Where the row of isolates begins: with the first line of all, or, where marks have kept their
 * places, with the lowest: an isolate that had ties may stand anywhere above. */
static ent_i_point_t find_row(const ent_i_page_t *page, bool kept)
{
    ent_i_point_t row = {INFINITY, INFINITY};
    double lowest = -INFINITY;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (!page->plan.mark[i].tied)
            lowest = fmax(lowest, page->at[i].y);
    }
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (page->plan.mark[i].tied || (kept && page->at[i].y < lowest - 0.5))
            continue;
        row.x = fmin(row.x, page->at[i].x - page->plan.mark[i].radius);
        row.y = fmin(row.y, page->at[i].y);
    }
    return row;
}

/* Says at the left of the row of isolates what they are, where there is room. */
static void draw_isolates_caption(ent_i_page_t *page, bool kept)
{
    ent_i_style_t style = {page->look->label, false, page->options->language};
    const ent_network_options_t *options = ent_network_options(page->network);
    bool dated = options != NULL && options->selection.dated;
    const char *text = NULL;
    double width = 0;
    ent_i_box_t box;
    ent_i_point_t row = find_row(page, kept);
    bool folded = false; /* a network in the row has members, counted beside it */
    size_t lines = ent_i_has_lost(page) ? 2 : 1;
    size_t count = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (!page->plan.mark[i].tied)
            folded |= page->plan.mark[i].folded > 0;
        count += !page->plan.mark[i].tied;
    }
    text = ent_i_say(page->scene,
                     folded  ? ENT_SAY_APART
                     : dated ? ENT_SAY_NOT_IN_FORCE
                             : ENT_SAY_ISOLATES,
                     NULL, NULL, NULL);
    width = ent_i_font_set(&page->font, text, &style).width;
    if (!isfinite(row.y) || page->plan.link_count == 0 || row.x < page->inner.x + 1.2 * width)
        return;
    box = (ent_i_box_t){page->inner.x, row.y - 0.6 * style.size, width,
                        1.2 * style.size * (double)lines};
    if (is_stood_on(page, &box))
        return;
    for (size_t i = 0; i < lines; i++) {
        ent_i_point_t at = {box.x, row.y + (0.36 + 1.2 * (double)i) * style.size};
        const char *line = i == 0 ? text : ent_i_say_count(page->scene, count);

        ent_i_scene_text(page->scene, &page->font, line, at, ENT_ANCHOR_START, &style,
                         ent_i_ink(page->options->theme, ENT_SOFT_INK))
            ->class
            = "isolates";
    }
    ent_i_page_block(page, &box);
}

/* Where an actor of an earlier figure stands in this one. One of a scene keeps its place on the
 * page, in its proportion where the page has another size; one of a table is fitted into the plot,
 * all with one scale. */
static ent_i_point_t place_of(const ent_i_page_t *page, const ent_positions_t *positions,
                              ent_id_t vertex)
{
    const ent_i_box_t *plot = &page->plot;
    double x = positions->x[vertex];
    double y = positions->y[vertex];
    double scale = 0;

    if (positions->is_page) {
        if (fabs(positions->width - page->scene->width) < 0.01 &&
            fabs(positions->height - page->scene->height) < 0.01)
            return (ent_i_point_t){x, y};
        return (ent_i_point_t){x / positions->width * page->scene->width,
                               y / positions->height * page->scene->height};
    }
    scale = 0.94 * fmin(plot->width / fmax(positions->width, 1e-9),
                        plot->height / fmax(positions->height, 1e-9));
    return (ent_i_point_t){
        plot->x + plot->width / 2 + scale * (x - positions->left - positions->width / 2),
        plot->y + plot->height / 2 + scale * (y - positions->top - positions->height / 2)};
}

/* Warns of marks that stand on others: on a smaller page the same places are nearer. */
static void warn_of_touching(ent_i_page_t *page)
{
    const ent_i_mark_t *mark = page->plan.mark;
    size_t touching = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        for (size_t k = 0; k < page->plan.mark_count; k++) {
            double x = page->at[i].x - page->at[k].x, y = page->at[i].y - page->at[k].y;
            double least = mark[i].radius + mark[k].radius;

            if (i != k && x * x + y * y < least * least) {
                touching++;
                break;
            }
        }
    }
    if (touching > 0)
        ent_i_page_warn(page, ent_i_say(page->scene, ENT_SAY_TOUCHING,
                                        ent_i_say_count(page->scene, touching), NULL, NULL));
}

/* Lays out by an earlier figure. Where it had most of the marks these stay; where it had few,
 * places about them would be a wreck: all are laid out as without it, then turned and moved towards
 * it. */
static ent_status_t follow_positions(bool *kept, ent_i_page_t *page,
                                     const ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_positions_t *positions = page->options->positions;
    size_t marks = page->plan.mark_count, count = 0;
    ent_i_point_t *was = NULL;
    bool *known = NULL;

    ENT_TRY(ent_i_alloc(&known, marks, sizeof *known, err));
    ENT_TRY(ent_i_alloc(&was, marks, sizeof *was, err));
    for (size_t i = 0; i < marks; i++) {
        ent_id_t vertex = page->plan.mark[i].vertex;

        known[i] = positions->known[vertex];
        if (known[i])
            was[i] = place_of(page, positions, vertex);
        count += known[i];
    }
    *kept = 2 * count > marks;
    if (*kept) {
        for (size_t i = 0; i < marks; i++)
            page->at[i] = was[i];
        ENT_TRY(ent_i_layout_keep(page->at, graph, known, &page->plot, err));
        goto cleanup;
    }
    ENT_TRY(ent_i_layout_force(page->at, graph, &page->plot, NULL, err));
    if (count == 0)
        goto cleanup;
    ENT_TRY(ent_i_layout_align(page->at, graph, known, was, &page->plot, err));
    ent_i_page_warn(page,
                    ent_i_say(page->scene, ENT_SAY_FEW_KNOWN, ent_i_say_count(page->scene, count),
                              ent_i_say_count(page->scene, marks), NULL));

cleanup:
    free(was);
    free(known);
    return status;
}

/* Lays out, as often as it takes with smaller marks, all by one factor: rather these than ties that
 * seem to run between strangers, as in a chain that is longer than the page. Marks end at the size
 * that breaks least. */
static ent_status_t place_marks(ent_i_page_t *page, const ent_i_named_t *names, ent_i_box_t *room,
                                double *radius, ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_point_t *best = NULL;
    double least = INFINITY, factor = 1, best_factor = 1;

    ENT_TRY(ent_i_alloc(&best, graph->vertex_count, sizeof *best, err));
    for (double strain = 0, step = 1; least > 1 && step * factor > least_shrunk;
         step = strain > strained ? shrink * shrink : shrink) {
        if (step < 1)
            ent_i_rows_shrink(page, step, 0);
        factor *= step;
        set_rooms(room, radius, page, names);
        ENT_TRY(ent_i_layout_force(page->at, graph, &page->plot, &strain, err));
        if (strain < least) {
            least = strain;
            best_factor = factor;
            memcpy(best, page->at, graph->vertex_count * sizeof *best);
        }
    }
    if (graph->vertex_count > 0)
        memcpy(page->at, best, graph->vertex_count * sizeof *best);
    if (best_factor > factor)
        ent_i_rows_shrink(page, best_factor / factor, 0);
    page->resized = best_factor < 1;

cleanup:
    free(best);
    return status;
}

static ent_status_t lay_out(ent_i_page_t *page, const ent_i_named_t *names,
                            ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_box_t *room = NULL;
    ent_i_box_t *head = NULL;
    double *radius = NULL;
    bool kept = false;

    ENT_TRY(ent_i_alloc(&room, graph->vertex_count, sizeof *room, err));
    ENT_TRY(ent_i_alloc(&head, graph->vertex_count, sizeof *head, err));
    ENT_TRY(ent_i_alloc(&radius, graph->vertex_count, sizeof *radius, err));
    set_rooms(room, radius, page, names);
    graph->radius = radius;
    graph->room = room;
    if (!are_roomed(page, names)) {
        set_heads(head, page, names);
        graph->head = head;
    }
    if (page->options->positions != NULL)
        ENT_TRY(follow_positions(&kept, page, graph, err));
    else
        ENT_TRY(place_marks(page, names, room, radius, graph, err));
    if (kept)
        warn_of_touching(page);
    draw_isolates_caption(page, kept);

cleanup:
    free(room);
    free(head);
    free(radius);
    return status;
}

ent_status_t ent_i_compose_force(ent_i_page_t *page, ent_error_t *err)
{
    return ent_i_diagram_compose(page, lay_out, err);
}
