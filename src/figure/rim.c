/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/rim.h"

#include <math.h>
#include <stdlib.h>

static const double pi = 3.14159265358979323846;
static const double smallest = 0.13; /* radius, of the plot's width, whatever the names */
static const double air = 1.12;      /* of a name's height: what it takes of its side */

ent_i_point_t ent_i_on_circle(ent_i_point_t center, double radius, double angle)
{
    return (ent_i_point_t){center.x + radius * sin(angle), center.y - radius * cos(angle)};
}

ent_i_item_t *ent_i_draw_sector(ent_i_scene_t *scene, ent_i_point_t center, double inner,
                                double outer, double from, double to)
{
    enum { MOST = 120 };
    ent_i_point_t point[2 * MOST + 2];
    size_t steps = (size_t)ceil((to - from) / (2 * pi) * MOST);

    steps = steps < 1 ? 1 : steps > MOST ? MOST : steps;
    for (size_t i = 0; i <= steps; i++) {
        double angle = from + (to - from) * (double)i / (double)steps;

        point[i] = ent_i_on_circle(center, outer, angle);
        point[2 * steps + 1 - i] = ent_i_on_circle(center, inner, angle);
    }
    return ent_i_scene_path(scene, point, 2 * steps + 2, true);
}

void ent_i_rim_free(ent_i_rim_t *rim)
{
    free(rim->tag);
    free(rim->side[0]);
    free(rim->side[1]);
}

static int by_angle(const void *left, const void *right)
{
    const ent_i_tag_t *a = *(ent_i_tag_t *const *)left;
    const ent_i_tag_t *b = *(ent_i_tag_t *const *)right;

    if (a->angle != b->angle)
        return a->angle < b->angle ? -1 : 1;
    return a->vertex < b->vertex ? -1 : a->vertex > b->vertex; /* an arc before its first */
}

static int by_rank(const void *left, const void *right)
{
    const ent_i_tag_t *a = *(ent_i_tag_t *const *)left;
    const ent_i_tag_t *b = *(ent_i_tag_t *const *)right;

    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static void leave_out(ent_i_page_t *page, const ent_i_tag_t *tag)
{
    if (tag->vertex == ENT_NONE) { /* an arc, whose colour nothing else explains */
        page->unnamed++;
        return;
    }
    page->names_left_out++;
    page->unnamed += page->plan.mark[page->plan.mark_of[tag->vertex]].rank < ENT_ALWAYS_NAMED;
}

/* Takes names in order of importance while they fit on their side. */
static void choose(ent_i_rim_t *rim, ent_i_tag_t **tag, ent_i_page_t *page)
{
    double used[2] = {0, 0};

    for (size_t i = 0; i < rim->count; i++)
        tag[i] = &rim->tag[i];
    qsort(tag, rim->count, sizeof(ent_i_tag_t *), by_rank);
    for (size_t i = 0; i < rim->count; i++) {
        double height = air * tag[i]->label.height;
        double *side = &used[tag[i]->left];

        tag[i]->placed = *side + height <= rim->height;
        if (tag[i]->placed)
            *side += height;
        else
            leave_out(page, tag[i]);
    }
}

/* Sets the names of one side below each other, each as near as it can to its place: pools of those
 * that would be too near take their mean (least squares). */
static void spread(ent_i_tag_t **tag, size_t count, double top, double bottom)
{
    double ahead = 0; /* heights above the tag's middle, together */
    double whole = 0;

    for (size_t i = 0; i < count; i++)
        whole += air * tag[i]->label.height;
    for (size_t i = 0; i < count; i++) { /* as if they had no height */
        double height = air * tag[i]->label.height;

        tag[i]->y -= ahead + height / 2;
        ahead += height;
    }
    for (size_t i = 0; i < count;) {
        size_t begin = i, end = i + 1;
        double mean = tag[i]->y;

        while (begin > 0 && tag[begin - 1]->y > mean) {
            size_t from = begin - 1;

            while (from > 0 && tag[from - 1]->y == tag[begin - 1]->y)
                from--;
            mean = (mean * (double)(end - begin) + tag[begin - 1]->y * (double)(begin - from)) /
                   (double)(end - from);
            begin = from;
        }
        for (size_t k = begin; k < end; k++)
            tag[k]->y = mean;
        i = end;
    }
    ahead = 0;
    for (size_t i = 0; i < count; i++) {
        double height = air * tag[i]->label.height;

        tag[i]->y = fmin(fmax(tag[i]->y, top), bottom - whole) + ahead + height / 2;
        ahead += height;
    }
}

/* How far from the middle line a name begins: outside an ellipse about the circle. */
static double beside(const ent_i_rim_t *rim, const ent_i_page_t *page, const ent_i_tag_t *tag)
{
    double across = rim->radius + 1.3 * page->look->label;
    double up = fmax(across, rim->height / 2);
    double off = fmax(fabs(tag->y - rim->center.y) - tag->label.height / 2, 0);

    return fmax(across * sqrt(fmax(1 - off * off / (up * up), 0)), 0.5 * page->look->label);
}

/* Where the names of both sides stand about a circle of some radius; false when one of them would
 * leave the plot. */
static bool set_sides(ent_i_rim_t *rim, const ent_i_page_t *page, double radius)
{
    double top = rim->center.y - rim->height / 2;
    bool fits = true;

    rim->radius = radius;
    for (size_t s = 0; s < 2; s++) {
        for (size_t i = 0; i < rim->side_count[s]; i++)
            rim->side[s][i]->y = rim->center.y - radius * cos(rim->side[s][i]->angle);
        spread(rim->side[s], rim->side_count[s], top, top + rim->height);
        for (size_t i = 0; i < rim->side_count[s]; i++) {
            const ent_i_tag_t *tag = rim->side[s][i];

            fits &= beside(rim, page, tag) + 0.3 * page->look->label + tag->label.width <=
                    page->plot.width / 2;
        }
    }
    return fits;
}

/* How much farther from its place a name stands than it may. */
static double excess_of(const ent_i_rim_t *rim, const ent_i_tag_t *tag)
{
    double own = rim->radius * fabs(sin(tag->angle)) * sin(fmin(tag->half, pi / 2));

    return fabs(tag->y - rim->center.y + rim->radius * cos(tag->angle)) - own - rim->farthest;
}

static bool touch(const ent_i_tag_t *upper, const ent_i_tag_t *lower)
{
    return lower->y - upper->y < air * (upper->label.height + lower->label.height) / 2 + 0.01;
}

/* The least important name that can be left out of those pushed together with one that stands too
 * far off; `count`: none. */
static size_t find_pusher(const ent_i_rim_t *rim, ent_i_tag_t *const *tag, size_t count, size_t far)
{
    size_t begin = far, end = far + 1, found = count;

    while (begin > 0 && touch(tag[begin - 1], tag[begin]))
        begin--;
    while (end < count && touch(tag[end - 1], tag[end]))
        end++;
    for (size_t i = begin; i < end && end - begin > 1; i++) {
        if (tag[i]->rank >= rim->always && (found == count || tag[i]->rank > tag[found]->rank))
            found = i;
    }
    return found;
}

/* Leaves out names of one side, one by one, until the others stand near enough. */
static void leave_out_far(ent_i_rim_t *rim, ent_i_page_t *page, size_t s)
{
    ent_i_tag_t **tag = rim->side[s];

    for (;;) {
        size_t count = rim->side_count[s], out = count;
        double most = 0;

        for (size_t i = 0; i < count; i++) {
            double excess = excess_of(rim, tag[i]);
            size_t pusher = excess > most ? find_pusher(rim, tag, count, i) : count;

            if (pusher == count)
                continue;
            most = excess;
            out = pusher;
        }
        if (out == count)
            return;
        tag[out]->placed = false;
        page->names_left_out++;
        for (size_t i = out; i + 1 < count; i++)
            tag[i] = tag[i + 1];
        rim->side_count[s]--;
        set_sides(rim, page, rim->radius);
    }
}

ent_status_t ent_i_rim_fit(ent_i_rim_t *rim, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_box_t *plot = &page->plot;
    double least = fmin(smallest * plot->width, 0.4 * plot->height);
    double radius = fmax(
        fmin(plot->width / 2 - 4 * page->look->label, plot->height / 2 - 0.8 * page->look->label),
        least);
    ent_i_tag_t **tag = NULL;

    rim->center = (ent_i_point_t){plot->x + plot->width / 2, plot->y + plot->height / 2};
    rim->height = plot->height;
    ENT_TRY(ent_i_alloc(&tag, rim->count, sizeof(ent_i_tag_t *), err));
    for (size_t s = 0; s < 2; s++)
        ENT_TRY(ent_i_alloc(&rim->side[s], rim->count, sizeof(ent_i_tag_t *), err));
    for (size_t i = 0; i < rim->count; i++)
        rim->tag[i].left = rim->tag[i].angle >= pi;
    choose(rim, tag, page);
    qsort(tag, rim->count, sizeof(ent_i_tag_t *), by_angle);
    for (size_t i = 0; i < rim->count; i++) {
        if (tag[i]->placed && !tag[i]->left)
            rim->side[0][rim->side_count[0]++] = tag[i];
    }
    for (size_t i = rim->count; i-- > 0;) { /* downwards is backwards on the left */
        if (tag[i]->placed && tag[i]->left)
            rim->side[1][rim->side_count[1]++] = tag[i];
    }
    while (!set_sides(rim, page, radius) && radius > least)
        radius = fmax(0.98 * radius, least);
    for (size_t s = 0; s < 2 && rim->farthest > 0; s++)
        leave_out_far(rim, page, s);

cleanup:
    free(tag);
    return status;
}

/* From a name to the number behind it, in sizes of the letters. */
static const double before_count = 0.45;

static double width_of_count(const ent_i_tag_t *tag, ent_i_page_t *page)
{
    ent_i_style_t style = {page->look->label, false, page->options->language};

    return tag->count == NULL ? 0
                              : before_count * page->look->label +
                                    ent_i_font_set(&page->font, tag->count, &style).width;
}

void ent_i_tag_join(ent_i_tag_t *tag, ent_i_page_t *page)
{
    ent_i_label_t *label = &tag->label;

    tag->count = label->line[--label->line_count];
    label->width = 0;
    for (size_t i = 0; i < label->line_count; i++) {
        ent_i_style_t style = {page->look->label, label->bold, label->language};
        double width = ent_i_font_set(&page->font, label->line[i], &style).width;

        if (i + 1 == label->line_count)
            width += width_of_count(tag, page);
        label->width = fmax(label->width, width);
    }
    label->height = label->line_height * (double)label->line_count;
}

/* The number behind a name: right of it, or, left of the circle, between it and the circle. */
static void draw_count(ent_i_page_t *page, const ent_i_tag_t *tag, ent_i_point_t at,
                       const char *actor)
{
    const ent_i_label_t *label = &tag->label;
    ent_i_style_t style = {page->look->label, label->bold, label->language};
    ent_i_item_t *item = NULL;

    if (!tag->left)
        at.x += ent_i_font_set(&page->font, label->line[label->line_count - 1], &style).width +
                before_count * page->look->label;
    style = (ent_i_style_t){page->look->label, false, page->options->language};
    item = ent_i_scene_text(page->scene, &page->font, tag->count, at,
                            tag->left ? ENT_ANCHOR_END : ENT_ANCHOR_START, &style,
                            ent_i_ink(page->options->theme, ENT_SOFT_INK));
    item->class = "count";
    item->actor = actor;
}

static void draw_tag(const ent_i_rim_t *rim, ent_i_page_t *page, const ent_i_tag_t *tag)
{
    double away = beside(rim, page, tag);
    ent_i_point_t from = ent_i_on_circle(rim->center, tag->reach, tag->angle);
    ent_i_point_t at = {rim->center.x + (tag->left ? -away : away), tag->y};
    double top = tag->y - tag->label.height / 2;
    const char *actor = "";

    if (hypot(at.x - from.x, at.y - from.y) > 0.8 * page->look->label) {
        ent_i_point_t to = {at.x + (tag->left ? 1 : -1) * 0.15 * page->look->label, at.y};

        ent_i_draw_leader(page, from, to);
    }
    if (tag->vertex != ENT_NONE)
        actor = ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, tag->vertex));
    else
        actor = ent_i_scene_printf(page->scene, "%s", tag->label.line[0]);
    for (size_t i = 0; i < tag->label.line_count; i++) {
        bool soft = i >= tag->label.soft;
        ent_i_style_t style = {page->look->label, tag->label.bold && !soft,
                               i >= tag->label.counts ? page->options->language
                                                      : tag->label.language};
        ent_i_point_t line = {at.x + (tag->left ? -1 : 1) * 0.25 * page->look->label,
                              top + tag->label.ascent + tag->label.line_height * (double)i};
        ent_i_item_t *item = NULL;

        if (tag->count != NULL && i + 1 == tag->label.line_count) {
            draw_count(page, tag, line, actor);
            line.x -= tag->left ? width_of_count(tag, page) : 0;
        }
        item = ent_i_scene_text(page->scene, &page->font, tag->label.line[i], line,
                                tag->left ? ENT_ANCHOR_END : ENT_ANCHOR_START, &style,
                                ent_i_ink(page->options->theme, soft ? ENT_SOFT_INK : ENT_INK));

        item->class = soft ? "count" : "label";
        item->actor = actor;
    }
}

void ent_i_rim_label(const ent_i_rim_t *rim, ent_i_page_t *page)
{
    if (rim->rays) {
        ent_i_rim_label_rays(rim, page);
        return;
    }
    ent_i_scene_open(page->scene, "labels");
    for (size_t s = 0; s < 2; s++) {
        for (size_t i = 0; i < rim->side_count[s]; i++)
            draw_tag(rim, page, rim->side[s][i]);
    }
    ent_i_scene_close(page->scene);
}
