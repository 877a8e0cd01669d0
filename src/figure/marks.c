/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing one actor, one tie. */
#include <math.h>
#include <string.h>

#include "figure/page.h"
#include "network/network_i.h"

/* More ties than these grow fainter, so that a crowd of them keeps its shades; agreements and
 * memberships, which are darker, sooner, but only by their own number. */
static const double many = 8000;
static const double many_ahead = 4000;

static const double least_outline = 0.15; /* points; of a mark of thousands: nobody sees less */
static const double two_pi = 6.28318530717958648;

/* Corners of a regular shape that has the area of a disc, and where its first corner points. */
typedef struct corners {
    size_t count;
    double reach; /* of a corner, for a disc of radius 1 */
    double first; /* angle of the first corner, in turns; 0.75 is up */
} corners_t;

static corners_t corners_of(ent_kind_t kind)
{
    switch (kind) {
    case ENT_KIND_NETWORK:
        return (corners_t){6, 1.0996, 0.75};
    case ENT_KIND_ORGANISATION:
        return (corners_t){4, 1.2533, 0.75};
    case ENT_KIND_EVENT:
        return (corners_t){3, 1.5551, 0.75};
    case ENT_KIND_AGREEMENT:
        return (corners_t){4, 1.2533, 0.625};
    case ENT_KIND_CITY:
    case ENT_KIND_ACTOR:
    case ENT_KIND_COUNT:
        break;
    }
    return (corners_t){0};
}

ent_i_item_t *ent_i_draw_mark(ent_i_scene_t *scene, ent_kind_t kind, ent_i_point_t center,
                              double radius)
{
    corners_t corners = corners_of(kind);
    ent_i_point_t point[6];

    if (corners.count == 0)
        return ent_i_scene_circle(scene, center, radius);
    for (size_t i = 0; i < corners.count; i++) {
        double angle = two_pi * (corners.first + (double)i / (double)corners.count);

        point[i].x = center.x + radius * corners.reach * cos(angle);
        point[i].y = center.y + radius * corners.reach * sin(angle);
    }
    return ent_i_scene_path(scene, point, corners.count, true);
}

double ent_i_mark_edge(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    corners_t corners = corners_of(mark->kind);
    double edge = mark->radius * (corners.count > 0 ? corners.reach : 1);

    for (size_t b = 0; b < page->plan.badge_count; b++) {
        if ((mark->badges >> b & 1) != 0)
            edge = fmax(edge, mark->radius + (1.9 + 1.5 * (double)b) * page->look->line);
    }
    return edge + 0.5 * page->look->line;
}

/* In proportion to the weight, where the strongest tie is no wider for that than can be drawn; else
 * in even steps from the weakest to the strongest. */
static double weight_factor(const ent_i_plan_t *plan, double weight)
{
    static const double least = 0.75, most = 2.6;
    double ratio = plan->most_weight / plan->least_weight;
    double share = (weight - plan->least_weight) / (plan->most_weight - plan->least_weight);

    if (!(ratio > 1) || !isfinite(ratio) || !isfinite(share))
        return 1;
    return least + (fmin(least * ratio, most) - least) * fmax(0, share);
}

void ent_i_dash_by_status(ent_i_item_t *item, ent_tie_status_t status, double line)
{
    static const double planned[4] = {3.4, 2.2, 3.4, 2.2};
    static const double disputed[4] = {4.2, 1.5, 0.9, 1.5};

    for (int i = 0; i < 4 && ent_i_is_doubtful(status); i++)
        item->dash[i] = (status == ENT_STATUS_PLANNED ? planned : disputed)[i] * line;
}

void ent_i_style_line(ent_i_item_t *item, const ent_i_page_t *page, ent_i_stroke_t stroke,
                      ent_tie_status_t status, double weight)
{
    static const struct {
        double width;
        ent_i_ink_t color;
        double alpha;
        double dash[2];
    } look[ENT_STROKE_COUNT] = {
        [ENT_STROKE_SHARED] = {0.5, ENT_LINE_SHARED, 0.55, {0, 0}},
        [ENT_STROKE_EDGE] = {0.7, ENT_LINE_EDGE, 0.6, {0, 0}},
        [ENT_STROKE_ATTENDANCE] = {0.65, ENT_LINE_ATTENDANCE, 0.8, {0.9, 1.5}},
        [ENT_STROKE_MEMBERSHIP] = {0.55, ENT_LINE_MEMBERSHIP, 0.85, {0, 0}},
        [ENT_STROKE_AGREEMENT] = {1.15, ENT_LINE_AGREEMENT, 0.9, {0, 0}},
    };
    const size_t *count = page->plan.stroke_count;
    size_t ahead = count[ENT_STROKE_AGREEMENT] + count[ENT_STROKE_MEMBERSHIP];
    bool is_ahead = stroke == ENT_STROKE_AGREEMENT || stroke == ENT_STROKE_MEMBERSHIP;
    double fade = is_ahead ? fmin(1, many_ahead / fmax(1, (double)ahead))
                           : fmin(1, many / fmax(1, (double)page->plan.link_count));
    double scale = page->look->line * page->width_scale;

    if (is_ahead)
        scale = fmax(scale, 0.4 * fade * page->look->line);

    ent_i_item_stroke(
        item,
        ent_i_faded(ent_i_ink(page->options->theme, look[stroke].color),
                    look[stroke].alpha *
                        fmax(page->tie_alpha > 0 ? fmin(fade, page->tie_alpha) : fade, 0.1)),
        look[stroke].width * scale * weight_factor(&page->plan, weight));
    for (int i = 0; i < 4; i++)
        item->dash[i] = look[stroke].dash[i % 2] * scale;
    ent_i_dash_by_status(item, status, page->look->line);
}

void ent_i_draw_dot(ent_i_page_t *page, ent_i_point_t center, double radius, ent_i_color_t fill)
{
    ent_i_item_t *item = ent_i_scene_circle(page->scene, center, 0.4 * radius);

    ent_i_item_fill(item, ent_i_upon(page->options, fill));
    item->class = "dot";
}

void ent_i_draw_badge(ent_i_page_t *page, ent_i_point_t center, double radius, size_t badge)
{
    double line = page->look->line;
    ent_i_item_t *item =
        ent_i_scene_circle(page->scene, center, radius + (1.5 + 1.5 * (double)badge) * line);

    ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_BADGE), 0.75 * line);
    item->class = "badge";
}

const char *ent_i_mark_name(ent_i_page_t *page, const ent_i_mark_t *mark)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    ent_id_t actor = ent_network_actor(page->network, mark->vertex);
    const char *name = NULL;

    if (dataset != NULL && actor != ENT_NONE)
        name = ent_dataset_name(dataset, actor, page->options->language);
    if (name == NULL || name[0] == '\0')
        name = ent_network_vertex_name(page->network, mark->vertex);
    if (name[0] == '\0' && dataset == NULL)
        return ent_i_scene_printf(page->scene, "%d", (int)mark->vertex + 1);
    return ent_i_scene_name(page->scene, name, 80);
}

const char *ent_i_mark_title(ent_i_page_t *page, const ent_i_mark_t *mark)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    ent_id_t actor = ent_network_actor(page->network, mark->vertex);
    const char *country = "";
    const char *kind =
        ent_i_say(page->scene, (ent_i_word_t)(ENT_SAY_KIND + (int)mark->kind), NULL, NULL, NULL);
    const char *measure = page->plan.size_name;
    double size = mark->value; /* the layout's own measure, where it has one */

    if (measure == NULL) {
        measure = page->plan.size_by;
        size = page->plan.value[mark->vertex];
    }
    if (dataset != NULL && actor != ENT_NONE)
        country = ent_dataset_actor(dataset, actor)->country;
    return ent_i_scene_printf(
        page->scene, "%s (%s%s%s), %s%s%s %s", ent_i_mark_name(page, mark), kind,
        country[0] != '\0' ? ", " : "", ent_i_scene_name(page->scene, country, 8),
        mark->toned != NULL ? mark->toned : "", mark->toned != NULL ? ", " : "", measure,
        isnan(size) ? "" : ent_i_say_number(page->scene, size, 4));
}

/* "mou 2025-04", "president", … : what one record says. */
static const char *record_title(ent_i_page_t *page, const ent_record_t *record)
{
    ent_i_scene_t *scene = page->scene;
    const char *what = record->kind == ENT_TIE_AGREEMENT ? record->type : record->role;
    const char *when = record->signed_text[0] != '\0' ? record->signed_text : record->from_text;

    if (what[0] == '\0')
        what = ent_tie_kind_name(record->kind);
    what = ent_i_scene_name(scene, what, 60);
    if (when[0] != '\0')
        what = ent_i_scene_printf(scene, "%s %s", what, ent_i_scene_name(scene, when, 24));
    if (record->status != ENT_STATUS_ACTIVE)
        what = ent_i_scene_printf(scene, "%s (%s)", what, ent_tie_status_name(record->status));
    return what;
}

const char *ent_i_link_title(ent_i_page_t *page, const ent_i_link_t *link)
{
    enum { MOST = 3 };
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    size_t count =
        link->tie != ENT_NONE ? ent_network_tie_record_count(page->network, (size_t)link->tie) : 1;
    const char *text =
        ent_i_scene_printf(page->scene, "%s – %s", ent_i_mark_name(page, &page->plan.mark[link->a]),
                           ent_i_mark_name(page, &page->plan.mark[link->b]));

    for (size_t i = 0; dataset != NULL && i < count && i < MOST; i++) {
        ent_id_t id = link->tie != ENT_NONE
                          ? ent_network_tie_record(page->network, (size_t)link->tie, i)
                          : link->record;

        text = ent_i_scene_printf(page->scene, "%s%s %s", text, i == 0 ? ":" : ";",
                                  record_title(page, ent_dataset_record(dataset, id)));
    }
    if (count > MOST)
        text = ent_i_scene_printf(page->scene, "%s; …", text);
    return text;
}

/* The class of a tie: its kind and, where it is dashed, why. */
const char *ent_i_tie_class(const ent_i_link_t *link)
{
    static const char *const kind[ENT_STROKE_COUNT][3] = {
        [ENT_STROKE_SHARED] = {"tie shared", "tie shared planned", "tie shared disputed"},
        [ENT_STROKE_EDGE] = {"tie edge", "tie edge planned", "tie edge disputed"},
        [ENT_STROKE_ATTENDANCE] = {"tie attendance", "tie attendance planned",
                                   "tie attendance disputed"},
        [ENT_STROKE_MEMBERSHIP] = {"tie membership", "tie membership planned",
                                   "tie membership disputed"},
        [ENT_STROKE_AGREEMENT] = {"tie agreement", "tie agreement planned",
                                  "tie agreement disputed"},
    };

    return kind[link->stroke][link->status == ENT_STATUS_PLANNED    ? 1
                              : link->status == ENT_STATUS_DISPUTED ? 2
                                                                    : 0];
}

void ent_i_name_link(ent_i_page_t *page, ent_i_item_t *item, const ent_i_link_t *link)
{
    item->class = ent_i_tie_class(link);
    if (link->tie != ENT_NONE)
        item->id = ent_i_scene_printf(page->scene, "t%d", (int)link->tie);
    else
        item->id = ent_i_scene_printf(page->scene, "r%d-%d-%d", (int)link->record,
                                      (int)page->plan.mark[link->a].vertex,
                                      (int)page->plan.mark[link->b].vertex);
}

/* What stands about a mark: those folded into it, rings of networks that it belongs to. */
static void draw_surroundings(ent_i_page_t *page, size_t index)
{
    const ent_i_mark_t *mark = &page->plan.mark[index];

    if (mark->fan)
        ent_i_draw_fan(page, index);
    else if (ent_i_has_rays(page, mark))
        ent_i_draw_rays(page, index);
    for (size_t b = 0; b < page->plan.badge_count; b++) {
        if ((mark->badges >> b & 1) != 0)
            ent_i_draw_badge(page, page->at[index], mark->radius, b);
    }
}

static void draw_mark(ent_i_page_t *page, size_t index)
{
    ent_i_scene_t *scene = page->scene;
    const ent_i_mark_t *mark = &page->plan.mark[index];
    bool named = page->plan.mark_count <= ENT_MOST_TITLES;
    double outline = 0.5 * page->look->line * page->width_scale;
    const char *title = named ? ent_i_mark_title(page, mark) : NULL;
    ent_i_item_t *item = ent_i_draw_mark(scene, mark->kind, page->at[index], mark->radius);

    if (named)
        item->id = ent_i_scene_printf(scene, "n%d", (int)mark->vertex);
    item->class = ent_kind_name(mark->kind);
    item->actor = ent_i_scene_copy(scene, ent_network_vertex_id(page->network, mark->vertex));
    item->title = title;
    if (isnan(mark->value)) { /* hollow: no area is its own */
        ent_i_item_fill(item, ent_i_ink(page->options->theme, ENT_PAPER));
        ent_i_item_stroke(item, ent_i_lettering(page->options, mark->color),
                          0.7 * page->look->line);
        return;
    }
    ent_i_item_fill(item, mark->color);
    if (named || outline >= least_outline)
        ent_i_item_stroke(item, ent_i_outline(page->options, mark->color), outline);
    if (mark->dotted)
        ent_i_draw_dot(page, page->at[index], mark->radius, mark->color);
}

void ent_i_draw_marks(ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    bool crowd = plan->mark_count > ENT_MOST_TITLES; /* which the SVG writes in one piece */

    ent_i_scene_open(page->scene, "actors");
    for (size_t i = 0; crowd && i < plan->mark_count; i++) {
        if (page->shown[i])
            draw_surroundings(page, i);
    }
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (!page->shown[i])
            continue;
        if (!crowd)
            draw_surroundings(page, i);
        draw_mark(page, i);
    }
    ent_i_scene_close(page->scene);
}
