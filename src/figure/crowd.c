/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ties of a large figure: those of one look are one item of many lines or curves. Nobody could
 * point at one of them, and an item for each would take ten times the memory and the file. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"

/* Widths differ by at least this share of the thinnest, so that there are few looks. */
static const double width_step = 0.1;

static bool same_color(const ent_i_color_t *a, const ent_i_color_t *b)
{
    return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

static bool same_look(const ent_i_item_t *a, const ent_i_item_t *b)
{
    return a->shape == b->shape && a->class == b->class && same_color(&a->stroke, &b->stroke) &&
           a->line_width == b->line_width && memcmp(a->dash, b->dash, sizeof a->dash) == 0;
}

/* The bundle of a look, a new one where there is none; NULL when there are too many. */
static ent_i_bundle_t *bundle_of(ent_i_crowd_t *crowd, const ent_i_item_t *look)
{
    for (size_t i = 0; i < crowd->count; i++) {
        if (same_look(&crowd->bundle[i].look, look))
            return &crowd->bundle[i];
    }
    if (crowd->count == ENT_MOST_LOOKS)
        return NULL;
    crowd->bundle[crowd->count] = (ent_i_bundle_t){.look = *look};
    return &crowd->bundle[crowd->count++];
}

bool ent_i_crowd_add(ent_i_crowd_t *crowd, ent_i_page_t *page, const ent_i_item_t *look,
                     const ent_i_point_t *point)
{
    size_t span = ent_i_span(look->shape);
    double step = width_step * page->look->line * page->width_scale;
    ent_i_item_t rounded = *look;
    ent_i_bundle_t *own = NULL;

    rounded.line_width = fmax(1, round(look->line_width / step)) * step;
    own = bundle_of(crowd, &rounded);
    if (own == NULL)
        return false;
    if (ENT_GROW(own->point, own->count + span - 1, own->capacity, NULL) != ENT_OK) {
        page->scene->failed = true;
        return true;
    }
    memcpy(&own->point[own->count], point, span * sizeof *point);
    own->count += span;
    return true;
}

void ent_i_crowd_draw(ent_i_crowd_t *crowd, ent_i_page_t *page)
{
    for (size_t b = 0; b < crowd->count; b++) {
        const ent_i_bundle_t *bundle = &crowd->bundle[b];
        ent_i_item_t *item = ent_i_scene_each(page->scene, bundle->look.shape, bundle->point,
                                              bundle->count / ent_i_span(bundle->look.shape));

        ent_i_item_stroke(item, bundle->look.stroke, bundle->look.line_width);
        memcpy(item->dash, bundle->look.dash, sizeof item->dash);
        item->class = bundle->look.class;
        free(bundle->point);
    }
    crowd->count = 0;
}

/* Adds a tie to the bundle of its look; false where it has to be drawn by itself. */
static bool bundle_link(ent_i_page_t *page, ent_i_crowd_t *crowd, const ent_i_link_t *link,
                        ent_i_way_t *way, const void *context)
{
    ent_i_item_t look = {.shape = way != NULL ? ENT_SHAPE_CURVE : ENT_SHAPE_PATH};
    ent_i_point_t curve[4] = {page->at[link->a], page->at[link->b]};

    if ((link->bend != 0 && way == NULL) ||
        (ent_network_is_directed(page->network) && link->tie != ENT_NONE))
        return false;
    ent_i_style_line(&look, page, link->stroke, link->status, link->weight);
    look.class = ent_i_tie_class(link);
    if (way != NULL)
        way(curve, page, link, context);
    return ent_i_crowd_add(crowd, page, &look, curve);
}

void ent_i_draw_crowd(ent_i_page_t *page, ent_i_stroke_t stroke, ent_i_way_t *way,
                      const void *context)
{
    const ent_i_plan_t *plan = &page->plan;
    ent_i_crowd_t crowd = {0};

    for (size_t i = 0; i < plan->link_count; i++) {
        if (plan->link[i].stroke == stroke &&
            !bundle_link(page, &crowd, &plan->link[i], way, context))
            ent_i_draw_link(page, &plan->link[i], way, context);
    }
    ent_i_crowd_draw(&crowd, page);
}
