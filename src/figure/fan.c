/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Members tied to one network alone: all as dots in arcs beside it, or a few rays for them. */
#include <math.h>
#include <stdlib.h>

#include "figure/page.h"
#include "layout/spokes.h"

static const double two_pi = 6.28318530717958648;
static const double spread = 3.5;  /* radians of an arc */
static const double dot = 1;       /* points: radius */
static const double spacing = 2.9; /* between the middles of dots, and between arcs */
static const double off = 4;       /* the first arc's dots from the mark's edge */

enum { RAYS = 7 };                    /* that stand for members, however many */
static const double ray_spread = 1.7; /* radians of them */

static double arc_radius(const ent_i_page_t *page, const ent_i_mark_t *mark, size_t arc)
{
    return ent_i_mark_edge(page, mark) + (off + spacing * (double)arc) * page->look->line;
}

static size_t room_on(const ent_i_page_t *page, double radius)
{
    return (size_t)(spread * radius / (spacing * page->look->line)) + 1;
}

double ent_i_fan_reach(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    size_t left = mark->folded;
    size_t arc = 0;

    while (left > room_on(page, arc_radius(page, mark, arc)))
        left -= room_on(page, arc_radius(page, mark, arc++));
    return arc_radius(page, mark, arc) + (dot + 0.4) * page->look->line;
}

/* The middle of the widest angle without a tie. */
static double free_angle(const ent_i_page_t *page, size_t mark)
{
    const ent_i_plan_t *plan = &page->plan;
    ent_i_spoke_t *spoke = NULL;
    size_t count = 0;
    double middle = 0;

    if (ent_i_alloc(&spoke, plan->link_count, sizeof *spoke, NULL) != ENT_OK) {
        page->scene->failed = true;
        return 0;
    }
    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];
        ent_id_t other = (size_t)link->a == mark ? link->b : link->a;

        if ((size_t)link->a == mark || (size_t)link->b == mark)
            spoke[count++] = (ent_i_spoke_t){other, atan2(page->at[other].y - page->at[mark].y,
                                                          page->at[other].x - page->at[mark].x)};
    }
    if (count > 0) {
        ent_i_spokes_order(spoke, count);
        middle = (spoke[count - 1].angle + spoke[0].angle) / 2 + two_pi / 2;
    }
    free(spoke);
    return middle;
}

/* Half of the angle that the innermost arc takes, which none exceeds. */
static double half_spread(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    double radius = arc_radius(page, mark, 0);
    size_t room = room_on(page, radius);
    size_t dots = mark->folded < room ? mark->folded : room;

    return (spacing * (double)(dots - 1) / 2 + 2 * dot) * page->look->line / radius;
}

bool ent_i_has_rays(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    return mark->folded > 0 && !mark->fan && page->options->layout == ENT_LAYOUT_FORCE;
}

void ent_i_draw_rays(ent_i_page_t *page, size_t index)
{
    const ent_i_mark_t *mark = &page->plan.mark[index];
    ent_i_point_t at = page->at[index];
    double line = page->look->line;
    double middle = free_angle(page, index);

    for (int i = 0; i < RAYS; i++) {
        double angle = middle + ray_spread * ((i + 0.5) / RAYS - 0.5);
        double far = mark->radius + 6.5 * line;
        ent_i_point_t end = {at.x + far * cos(angle), at.y + far * sin(angle)};
        ent_i_item_t *item = ent_i_scene_line(page->scene, at, end);

        item->class = "tie folded";
        ent_i_style_line(item, page, ENT_STROKE_MEMBERSHIP, ENT_STATUS_ACTIVE,
                         page->plan.least_weight);
        item = ent_i_scene_circle(page->scene, end, 0.9 * line);
        item->class = "folded";
        ent_i_item_fill(item, mark->folded_color);
    }
}

ent_i_point_t ent_i_lead_end(const ent_i_page_t *page, size_t hub, ent_i_point_t end)
{
    const ent_i_mark_t *mark = &page->plan.mark[hub];
    ent_i_point_t center = page->at[hub];
    double angle = atan2(end.y - center.y, end.x - center.x);
    double edge = ent_i_mark_edge(page, mark);
    double half = 0;

    /* On a map nobody is folded, and in an inset a mark stands elsewhere than on the page. */
    if (page->options->layout == ENT_LAYOUT_MAP)
        return end;
    if (mark->fan)
        half = half_spread(page, mark);
    else if (ent_i_has_rays(page, mark))
        half = ray_spread / 2 + 0.15;
    if (half > 0 && fabs(remainder(angle - free_angle(page, hub), two_pi)) < half)
        return end;
    return (ent_i_point_t){center.x + edge * cos(angle), center.y + edge * sin(angle)};
}

/* The next member of a hub's fan from `from` on; the count of all at the end. */
static size_t next_member(const ent_i_plan_t *plan, size_t from, size_t hub)
{
    while (from < plan->fan_count && (size_t)plan->fan[from].hub != hub)
        from++;
    return from;
}

static void draw_ray(ent_i_page_t *page, const ent_i_fan_t *member, ent_i_point_t end)
{
    ent_i_point_t at = page->at[member->hub];
    double length = fmax(hypot(end.x - at.x, end.y - at.y), 1e-9);
    double edge = ent_i_mark_edge(page, &page->plan.mark[member->hub]) / length;
    ent_i_point_t start = {at.x + edge * (end.x - at.x), at.y + edge * (end.y - at.y)};
    ent_i_item_t *item = ent_i_scene_line(page->scene, start, end);

    item->class = "tie membership fan";
    item->id = ent_i_scene_printf(page->scene, "t%d", (int)member->tie);
    ent_i_style_line(item, page, member->stroke, ENT_STATUS_ACTIVE, page->plan.least_weight);
    item->line_width *= 0.5;
}

static void draw_dot(ent_i_page_t *page, const ent_i_fan_t *member, ent_i_point_t at)
{
    const ent_i_mark_t *mark = &member->mark;
    const char *title = ent_i_mark_title(page, mark);
    ent_i_item_t *item = ent_i_draw_mark(page->scene, mark->kind, at, dot * page->look->line);

    item->id = ent_i_scene_printf(page->scene, "n%d", (int)mark->vertex);
    item->class = "fan";
    item->actor = ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
    item->title = title;
    ent_i_item_fill(item, mark->color);
}

void ent_i_draw_fan(ent_i_page_t *page, size_t hub)
{
    const ent_i_mark_t *mark = &page->plan.mark[hub];
    ent_i_point_t center = page->at[hub];
    double middle = free_angle(page, hub);

    for (int dots = 0; dots < 2; dots++) { /* the rays below all dots */
        size_t member = next_member(&page->plan, 0, hub);
        size_t left = mark->folded;

        for (size_t arc = 0; left > 0; arc++) {
            double radius = arc_radius(page, mark, arc);
            size_t room = room_on(page, radius);
            size_t here = left < room ? left : room;
            double step = spacing * page->look->line / radius;

            for (size_t i = 0; i < here && member < page->plan.fan_count; i++) {
                double angle = middle + step * ((double)i - ((double)here - 1) / 2);
                ent_i_point_t at = {center.x + radius * cos(angle), center.y + radius * sin(angle)};

                if (dots == 0)
                    draw_ray(page, &page->plan.fan[member], at);
                else
                    draw_dot(page, &page->plan.fan[member], at);
                member = next_member(&page->plan, member + 1, hub);
            }
            left -= here;
        }
    }
}
