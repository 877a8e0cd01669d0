/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Soft outlines about sets of marks. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"
#include "layout/hull.h"

static const double pad = 4.5;      /* points between a mark and its outline */
static const double longest = 0.24; /* link inside an outline, by the plot's diagonal */
static const double fill_alpha = 0.13;
static const double line_alpha = 0.75;

static const char *name_of(ent_i_page_t *page, const ent_i_hull_set_t *set)
{
    ent_i_mark_t mark = {.vertex = set->vertex};

    return set->name != NULL ? set->name : ent_i_mark_name(page, &mark);
}

static void paint(const ent_i_page_t *page, ent_i_item_t *item, ent_i_color_t color)
{
    ent_i_item_fill(item, ent_i_faded(color, fill_alpha));
    ent_i_item_stroke(item, ent_i_faded(ent_i_lettering(page->options, color), line_alpha),
                      0.7 * page->look->line);
}

const char *ent_i_hulls_by(ent_i_page_t *page)
{
    const char *hull = page->options->hull;

    if (strcmp(hull, "network") == 0)
        return ent_i_say(page->scene, (ent_i_word_t)(ENT_SAY_KIND + ENT_KIND_NETWORK), NULL, NULL,
                         NULL);
    return ent_i_spoken(page, hull);
}

/* The marks' colours say which outline is which. */
static bool is_colored(const ent_i_page_t *page)
{
    const char *by = page->options->color_by;

    return by != NULL && strcmp(by, page->options->hull) == 0;
}

const char *ent_i_hulls_list(ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    const char *list = "";

    for (size_t h = 0; h < plan->hull_count && !is_colored(page); h++) {
        size_t members = 0;

        for (size_t i = 0; i < plan->mark_count; i++)
            members += plan->hull[h].member[i] && page->shown[i];
        list = ent_i_scene_printf(page->scene, "%s%s%s – %s", list, h > 0 ? "; " : "",
                                  name_of(page, &plan->hull[h]),
                                  ent_i_say_count(page->scene, members));
    }
    return list;
}

void ent_i_legend_hulls(ent_i_legend_t *legend, ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    const char *heading = NULL;
    ent_i_entry_t *entry = NULL;

    if (plan->hull_count == 0)
        return;
    heading = ent_i_say(page->scene, ENT_SAY_HULL, ent_i_hulls_by(page), NULL, NULL);
    if (is_colored(page)) {
        entry = ent_i_legend_add(legend, ENT_SWATCH_HULL, heading);
        entry->color = ent_i_ink(page->options->theme, ENT_OTHER);
        entry->radius = 0.5 * page->look->legend;
        return;
    }
    ent_i_legend_add(legend, ENT_SWATCH_NONE, heading)->heading = true;
    for (size_t h = 0; h < plan->hull_count; h++) {
        entry = ent_i_legend_add(legend, ENT_SWATCH_HULL, name_of(page, &plan->hull[h]));
        entry->color = plan->hull[h].color;
        entry->radius = 0.5 * page->look->legend;
    }
}

void ent_i_draw_hull_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t middle)
{
    enum { CORNERS = 16 };
    ent_i_point_t point[CORNERS];

    for (size_t i = 0; i < CORNERS; i++) { /* a box with round ends */
        double angle = 6.28318530717958648 * ((double)i + 0.5) / CORNERS;

        point[i].x = middle.x + entry->radius * (0.75 * cos(angle) + (cos(angle) > 0 ? 0.5 : -0.5));
        point[i].y = middle.y + entry->radius * 0.9 * sin(angle);
    }
    paint(page, ent_i_scene_path(page->scene, point, CORNERS, true), entry->color);
}

/* The marks on the page, as the outlines see them. */
typedef struct crowd {
    ent_i_hull_discs_t discs;
    ent_i_point_t *at;
    double *radius;
    bool *member;
    size_t *mark; /* by disc */
} crowd_t;

static void crowd_free(crowd_t *crowd)
{
    free(crowd->at);
    free(crowd->radius);
    free(crowd->member);
    free(crowd->mark);
}

static ent_status_t crowd_init(crowd_t *crowd, const ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&crowd->at, marks, sizeof *crowd->at, err));
    ENT_TRY(ent_i_alloc(&crowd->radius, marks, sizeof *crowd->radius, err));
    ENT_TRY(ent_i_alloc(&crowd->member, marks, sizeof *crowd->member, err));
    ENT_TRY(ent_i_alloc(&crowd->mark, marks, sizeof *crowd->mark, err));
    for (size_t i = 0; i < marks; i++) {
        if (!page->shown[i])
            continue;
        crowd->at[count] = page->at[i];
        crowd->radius[count] = ent_i_mark_edge(page, &page->plan.mark[i]);
        crowd->mark[count++] = i;
    }
    crowd->discs =
        (ent_i_hull_discs_t){.at = crowd->at,
                             .radius = crowd->radius,
                             .member = crowd->member,
                             .count = count,
                             .pad = pad * page->look->line,
                             .longest = longest * hypot(page->plot.width, page->plot.height)};

cleanup:
    return status;
}

/* Keeps an outline on the page: marks may stand at the plot's edge. */
static void clamp(ent_i_lines_t *rings, const ent_i_page_t *page)
{
    double hair = 0.4 * page->look->line;

    for (size_t i = 0; i < rings->point_count; i++) {
        ent_i_point_t *at = &rings->point[i];

        at->x = fmin(fmax(at->x, hair), page->scene->width - hair);
        at->y = fmin(fmax(at->y, page->plot.y - 0.5 * page->look->subtitle),
                     page->plot.y + page->plot.height + 0.6 * page->look->legend);
    }
}

static bool is_free(const ent_i_page_t *page, const crowd_t *crowd, const ent_i_box_t *box)
{
    const ent_i_box_t *plot = &page->plot;

    if (box->x < plot->x || box->y < plot->y || box->x + box->width > plot->x + plot->width ||
        box->y + box->height > plot->y + plot->height)
        return false;
    if (page->reach > 0 &&
        hypot(fabs(box->x + box->width / 2 - page->middle.x) + box->width / 2,
              fabs(box->y + box->height / 2 - page->middle.y) + box->height / 2) > page->reach)
        return false;
    for (size_t i = 0; i < page->blocked_count; i++) {
        if (ent_i_boxes_meet(box, &page->blocked[i], 1))
            return false;
    }
    for (size_t i = 0; i < crowd->discs.count; i++) {
        if (ent_i_box_meets_disc(box, crowd->at[i], crowd->radius[i], 0.8))
            return false;
    }
    return true;
}

/* Twice the area of a ring: its sign says which way it runs. */
static double area_of(const ent_i_point_t *ring, size_t count)
{
    double area = 0;

    for (size_t i = 0; i < count; i++) {
        ent_i_point_t next = ring[(i + 1) % count];

        area += ring[i].x * next.y - next.x * ring[i].y;
    }
    return area;
}

/* A box of that size that touches the ring from outside at one of its points. */
static ent_i_box_t box_beside(const ent_i_point_t *ring, size_t count, size_t at, double width,
                              double height)
{
    ent_i_point_t before = ring[(at + count - 1) % count];
    ent_i_point_t behind = ring[(at + 1) % count];
    double sign = area_of(ring, count) > 0 ? 1 : -1;
    double x = sign * (behind.y - before.y);
    double y = -sign * (behind.x - before.x);
    double length = fmax(hypot(x, y), 1e-9);

    x = ring[at].x + x / length * (width / 2 + 0.8);
    y = ring[at].y + y / length * (height / 2 + 0.8);
    return (ent_i_box_t){x - width / 2, y - height / 2, width, height};
}

/* Writes the name at the rim of the largest ring: at its top, then down both sides. */
static void draw_name(ent_i_page_t *page, const crowd_t *crowd, const ent_i_hull_set_t *set,
                      const ent_i_lines_t *rings)
{
    ent_i_style_t style = {page->look->label, true, page->options->language};
    const char *text = ent_i_scene_name(page->scene, name_of(page, set), 40);
    ent_i_extent_t extent = ent_i_font_set(&page->font, text, &style);
    double height = extent.ascent + extent.descent;
    size_t count = rings->run_count > 0 ? rings->end[0] : 0;
    size_t highest = 0;

    for (size_t i = 1; i < count; i++) {
        if (rings->point[i].y < rings->point[highest].y)
            highest = i;
    }
    for (size_t step = 0; step < count; step++) {
        size_t off = (step + 1) / 2;
        size_t i = (highest + (step % 2 == 1 ? off : count - off)) % count;
        ent_i_box_t box = box_beside(rings->point, count, i, extent.width, height);
        ent_i_item_t *item = NULL;

        if (!is_free(page, crowd, &box))
            continue;
        item =
            ent_i_scene_text(page->scene, &page->font, text,
                             (ent_i_point_t){box.x + extent.width / 2, box.y + extent.ascent},
                             ENT_ANCHOR_MIDDLE, &style, ent_i_lettering(page->options, set->color));
        item->class = "hull-name";
        item->halo = true;
        ent_i_page_block(page, &box);
        return;
    }
}

ent_status_t ent_i_draw_hulls(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    crowd_t crowd = {0};
    ent_i_lines_t rings[ENT_PALETTE_COUNT] = {{0}};
    const ent_i_plan_t *plan = &page->plan;

    page->outlined = true;
    if (plan->hull_count == 0)
        return ENT_OK;
    ENT_TRY(crowd_init(&crowd, page, err));
    ent_i_scene_open(page->scene, "hulls");
    for (size_t h = 0; h < plan->hull_count; h++) {
        ent_i_item_t *item = NULL;

        for (size_t i = 0; i < crowd.discs.count; i++)
            crowd.member[i] = plan->hull[h].member[crowd.mark[i]];
        ENT_TRY(ent_i_hull(&rings[h], &crowd.discs, err));
        clamp(&rings[h], page);
        if (rings[h].run_count == 0)
            continue;
        item = ent_i_scene_runs(page->scene, &rings[h], true);
        item->class = "hull";
        item->title = ent_i_scene_printf(page->scene, "%s (%zu)", name_of(page, &plan->hull[h]),
                                         plan->hull[h].count);
        paint(page, item, plan->hull[h].color);
    }
    for (size_t h = 0; h < plan->hull_count && !(page->tones_named && is_colored(page)); h++)
        draw_name(page, &crowd, &plan->hull[h], &rings[h]);
    ent_i_scene_close(page->scene);

cleanup:
    for (size_t h = 0; h < ENT_PALETTE_COUNT; h++)
        ent_i_lines_free(&rings[h]);
    crowd_free(&crowd);
    return status;
}
