/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map: members are dots that recede, agreements are arcs, their parties stand out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/map_i.h"

/* Places named where no line says who matters. */
enum { MOST_NAMED = 40 };

static const double dot_radius = 1.15; /* points on a page of a report */
static const double many = 300;        /* in front: of more, marks are smaller, … */
static const double smallest = 0.28;   /* … down to this part */
static const double stands_out = 2.6;  /* as dot_radius: the largest of a crowd */
static const double least_panels = 16; /* sizes of letters: room below that is used for panels */
static const double flattest = 0.6, steepest = 1.3; /* height by width of a part's map */
static const double list_share = 0.27; /* of the page's width, where the list is beside the map */

static void atlas_free(ent_i_atlas_t *atlas)
{
    free(atlas->latitude);
    free(atlas->longitude);
    free(atlas->prominent);
    free(atlas->arcs);
    free(atlas->ranked);
    free(atlas->inset_of);
}

bool ent_i_map_shows(const ent_i_atlas_t *atlas, const ent_i_link_t *link)
{
    return link->stroke != ENT_STROKE_MEMBERSHIP && !isnan(atlas->latitude[link->a]) &&
           !isnan(atlas->latitude[link->b]);
}

static ent_status_t atlas_init(ent_i_atlas_t *atlas, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    size_t marks = page->plan.mark_count;
    size_t placed = 0;

    atlas->page = page;
    ENT_TRY(ent_i_alloc(&atlas->latitude, marks, sizeof *atlas->latitude, err));
    ENT_TRY(ent_i_alloc(&atlas->longitude, marks, sizeof *atlas->longitude, err));
    ENT_TRY(ent_i_alloc(&atlas->prominent, marks, sizeof *atlas->prominent, err));
    ENT_TRY(ent_i_alloc(&atlas->arcs, marks, sizeof *atlas->arcs, err));
    ENT_TRY(ent_i_alloc(&atlas->ranked, marks, sizeof *atlas->ranked, err));
    ENT_TRY(ent_i_alloc(&atlas->inset_of, marks, sizeof *atlas->inset_of, err));
    for (size_t i = 0; i < marks; i++) {
        ent_id_t actor = ent_network_actor(page->network, page->plan.mark[i].vertex);

        atlas->latitude[i] = atlas->longitude[i] = NAN;
        atlas->inset_of[i] = -1;
        if (dataset != NULL && actor != ENT_NONE) {
            atlas->latitude[i] = ent_dataset_actor(dataset, actor)->latitude;
            atlas->longitude[i] = ent_dataset_actor(dataset, actor)->longitude;
        }
        if (isnan(atlas->latitude[i]) || isnan(atlas->longitude[i]))
            atlas->latitude[i] = NAN;
        page->shown[i] = !isnan(atlas->latitude[i]);
        placed += page->shown[i];
    }
    if (placed == 0 && marks > 0)
        ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                           "No actor of this view has a latitude and a longitude, so there is no "
                           "map of it: fill these columns, or take another layout."));

cleanup:
    return status;
}

typedef struct order {
    size_t mark;
    size_t arcs;
    size_t rank;
} order_t;

static int busiest_first(const void *left, const void *right)
{
    const order_t *a = left;
    const order_t *b = right;

    if (a->arcs != b->arcs)
        return a->arcs > b->arcs ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* On a map without a line the most important places are named. */
static void name_some(ent_i_atlas_t *atlas)
{
    size_t named = 0;

    for (size_t i = 0; i < atlas->page->plan.mark_count; i++)
        atlas->lines |= atlas->prominent[i];
    for (size_t i = 0; i < atlas->page->plan.mark_count && !atlas->lines && named < MOST_NAMED;
         i++) {
        size_t mark = atlas->ranked[i];

        atlas->prominent[mark] = atlas->page->shown[mark];
        named += atlas->prominent[mark];
    }
}

/* The area of each mark where no measure was asked for: its agreement partners (dashed lines do not
 * count), or its degree where the view has no agreements. */
static void set_values(ent_i_atlas_t *atlas)
{
    ent_i_plan_t *plan = &atlas->page->plan;
    const ent_i_link_t *last = NULL;
    bool agreements = plan->stroke_count[ENT_STROKE_AGREEMENT] > 0;

    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[i].value =
            !agreements && atlas->arcs[i] > 0 ? plan->value[plan->mark[i].vertex] : 0;
    for (size_t i = 0; agreements && i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];

        if (link->stroke != ENT_STROKE_AGREEMENT || ent_i_is_doubtful(link->status) ||
            (last != NULL && last->a == link->a && last->b == link->b)) /* the same partners */
            continue;
        plan->mark[link->a].value++;
        plan->mark[link->b].value++;
        last = link;
    }
    if (agreements)
        plan->size_name = ent_i_say(atlas->page->scene, ENT_SAY_PARTNERS, NULL, NULL, NULL);
}

/* Counts the lines of each mark and ranks the marks by them. */
static ent_status_t rank_marks(ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_plan_t *plan = &atlas->page->plan;
    bool *stroke_shown = atlas->page->stroke_shown;
    order_t *order = NULL;

    memset(stroke_shown, 0, sizeof atlas->page->stroke_shown);
    memset(plan->status_used, 0, sizeof plan->status_used); /* of lines, not of the list */
    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];

        if (link->stroke == ENT_STROKE_AGREEMENT || ent_i_map_shows(atlas, link)) {
            atlas->arcs[link->a]++;
            atlas->arcs[link->b]++;
        }
        stroke_shown[link->stroke] |= ent_i_map_shows(atlas, link);
        plan->status_used[link->status] |=
            ent_i_is_doubtful(link->status) && ent_i_map_shows(atlas, link);
    }
    if (atlas->page->options->size_by == NULL)
        set_values(atlas);
    ENT_TRY(ent_i_alloc(&order, plan->mark_count, sizeof *order, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        order[i] = (order_t){i, atlas->arcs[i], plan->mark[i].rank};
        if (!atlas->page->shown[i])
            order[i].arcs = 0;
        atlas->prominent[i] = order[i].arcs > 0;
        atlas->page->sized[i] = atlas->prominent[i];
    }
    qsort(order, plan->mark_count, sizeof *order, busiest_first);
    for (size_t i = 0; i < plan->mark_count; i++) {
        plan->mark[order[i].mark].rank = i;
        atlas->ranked[i] = order[i].mark;
    }
    name_some(atlas);

cleanup:
    free(order);
    return status;
}

/* The central meridian from the ties that are drawn. */
static ent_status_t find_center(double *center, const ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &atlas->page->plan;
    double *longitude = NULL;
    ent_id_t *local = NULL;
    ent_id_t *a = NULL;
    ent_id_t *b = NULL;
    size_t places = 0, ties = 0;

    ENT_TRY(ent_i_alloc(&longitude, plan->mark_count, sizeof *longitude, err));
    ENT_TRY(ent_i_alloc(&local, plan->mark_count, sizeof *local, err));
    ENT_TRY(ent_i_alloc(&a, plan->link_count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, plan->link_count, sizeof *b, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        local[i] = (ent_id_t)places;
        if (atlas->page->shown[i])
            longitude[places++] = atlas->longitude[i];
    }
    for (size_t i = 0; i < plan->link_count; i++) {
        if (ent_i_map_shows(atlas, &plan->link[i])) {
            a[ties] = local[plan->link[i].a];
            b[ties++] = local[plan->link[i].b];
        }
    }
    *center = ent_i_map_center(longitude, places, a, b, ties);

cleanup:
    free(longitude);
    free(local);
    free(a);
    free(b);
    return status;
}

/* Finds the southernmost place of the ties that are drawn. */
static void find_lowest(ent_i_atlas_t *atlas)
{
    const ent_i_plan_t *plan = &atlas->page->plan;

    atlas->lowest = 90;
    for (size_t i = 0; i < plan->link_count; i++) {
        size_t a = (size_t)plan->link[i].a, b = (size_t)plan->link[i].b;
        double lowest = 90;

        if (!ent_i_map_shows(atlas, &plan->link[i]) ||
            atlas->latitude[a] + atlas->latitude[b] > 0) /* not by the south */
            continue;
        lowest = ent_i_map_lowest(atlas->latitude[a], atlas->longitude[a], atlas->latitude[b],
                                  atlas->longitude[b]);
        if (lowest < atlas->lowest) {
            atlas->lowest = lowest;
            atlas->lowest_mark = a;
        }
    }
}

/* Fits the main map into a box; `center` is the world's where no other was asked for. */
static ent_status_t fit(ent_i_atlas_t *atlas, double center, const ent_i_box_t *box,
                        ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    double *latitude = NULL;
    double *longitude = NULL;
    size_t places = 0;

    ENT_TRY(ent_i_alloc(&latitude, page->plan.mark_count + 1, sizeof *latitude, err));
    ENT_TRY(ent_i_alloc(&longitude, page->plan.mark_count + 1, sizeof *longitude, err));
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (page->shown[i]) {
            latitude[places] = atlas->latitude[i];
            longitude[places++] = atlas->longitude[i];
        }
    }
    if (atlas->lowest < 90) { /* the map reaches as far as its lines */
        latitude[places] = atlas->lowest;
        longitude[places++] = atlas->longitude[atlas->lowest_mark];
    }
    ent_i_map_fit(&atlas->map, center, page->options->center, latitude, longitude, places, box);
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (page->shown[i])
            page->at[i] = ent_i_map_project(&atlas->map, atlas->latitude[i], atlas->longitude[i]);
    }

cleanup:
    free(latitude);
    free(longitude);
    return status;
}

double ent_i_map_dot(const ent_i_page_t *page)
{
    return dot_radius * page->look->line;
}

/* How much smaller marks are where very many are in front. */
static double crowd_of(const ent_i_atlas_t *atlas)
{
    double front = 0;

    for (size_t i = 0; i < atlas->page->plan.mark_count; i++)
        front += atlas->page->shown[i] && atlas->prominent[i];
    return fmax(smallest, sqrt(fmin(1, many / fmax(front, 1))));
}

/* Radii: dots of one size, parties by their value. */
static void set_sizes(ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;
    ent_i_plan_t *plan = &page->plan;

    ent_i_plan_sizes(plan, page->look, 0.5 * page->plot.width * page->plot.width);
    atlas->crowd = crowd_of(atlas);
    plan->unit *= 0.75;
    if (plan->largest > 0) /* in a crowd the largest still stand out */
        plan->unit = fmax(plan->unit, stands_out * page->look->line / sqrt(plan->largest));
    plan->least_radius = 1.6 * atlas->crowd * page->look->line;
    for (size_t i = 0; i < plan->mark_count; i++) {
        ent_i_mark_t *mark = &plan->mark[i];

        mark->radius = ent_i_map_dot(page);
        if (atlas->prominent[i])
            mark->radius = fmax(plan->least_radius, plan->unit * sqrt(fmax(0, mark->value)));
    }
}

/* Makes the page higher (or lower), where the preset lets it; returns by how much. */
static double grow_page(ent_i_page_t *page, double more)
{
    if (page->look->tallest <= page->look->height)
        return 0;
    more = fmin(more, page->look->tallest - page->scene->height);
    page->scene->height += more;
    page->inner.height += more;
    page->plot.height += more;
    return more;
}

/* Room for enlarged panels between the map and what stands below it. The page takes the height of
 * what is on it. */
static ent_status_t make_panels(ent_i_atlas_t *atlas, const ent_i_box_t *room, double below,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    double gap = page->look->label;
    double wanted = gap;
    double height = ent_i_insets_height(atlas, room->width);
    ent_i_box_t panels = *room;

    if (atlas->inset_count > 0)
        wanted += height + gap;
    below += grow_page(page, wanted - below);
    panels.y = atlas->map.box.y + atlas->map.box.height + gap;
    panels.height = fmin(below - 2 * gap, height);
    ENT_TRY(ent_i_fit_insets(atlas, &panels, err));
    if (atlas->inset_count == 0)
        grow_page(page, gap - below);

cleanup:
    return status;
}

/* Fits the map into its room, up at the top where it is the whole world; what is left below it is
 * for the enlarged panels. */
static ent_status_t fit_in_room(ent_i_atlas_t *atlas, ent_i_box_t room, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_page_t *page = atlas->page;
    double center = atlas->map.center;
    double below = 0;

    room.height -= atlas->page->look->label;
    if (!atlas->map.whole)
        room.height +=
            grow_page(atlas->page,
                      fmin(fmax(atlas->map.shape, flattest), steepest) * room.width - room.height);
    ENT_TRY(fit(atlas, center, &room, err));
    if (atlas->map.whole) {
        below = room.height + atlas->page->look->label - atlas->map.box.height;
        room.height = atlas->map.box.height;
        ENT_TRY(fit(atlas, center, &room, err));
    }
    ENT_TRY(ent_i_find_insets(atlas, err));
    if (atlas->map.whole &&
        (page->look->tallest > page->look->height || below > least_panels * page->look->label))
        ENT_TRY(make_panels(atlas, &room, below, err));
    else
        ENT_TRY(ent_i_float_insets(atlas, err));

cleanup:
    return status;
}

/* Shares out the page: the map from the top, the list below it, or beside it on a page that cannot
 * grow, the legend at the foot. */
static ent_status_t divide(ent_i_atlas_t *atlas, ent_i_legend_t *legend, ent_i_box_t *list,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    ent_i_box_t room = page->plot;

    *list = page->plot;
    if (page->look->tallest > page->look->height) {
        double height = ent_i_map_list(atlas, list, 2, false) + legend->height;

        room.height -= height;
        ENT_TRY(fit_in_room(atlas, room, err));
        list->y = page->plot.y + page->plot.height - height;
    } else {
        list->width *= list_share;
        list->x += page->plot.width - list->width;
        room.height -= legend->height;
        list->height = room.height;
        if (ent_i_map_list(atlas, list, 1, false) > 0)
            room.width -= list->width + page->look->label;
        ENT_TRY(fit_in_room(atlas, room, err));
    }

cleanup:
    return status;
}

/* What an attempt to share out the page changes. */
typedef struct before {
    ent_i_box_t plot, inner;
    double height;
    size_t notes, warnings;
} before_t;

static void start_again(ent_i_atlas_t *atlas, const before_t *before)
{
    ent_i_page_t *page = atlas->page;

    page->plot = before->plot;
    page->inner = before->inner;
    page->scene->height = before->height;
    page->note_count = before->notes;
    page->warnings->count = before->warnings;
    memset(atlas->inset, 0, sizeof atlas->inset);
    atlas->inset_count = 0;
    for (size_t i = 0; i < page->plan.mark_count; i++)
        atlas->inset_of[i] = -1;
}

/* Shares out the page. How many ties are not seen is known only behind it, and the note that says
 * so takes room: so once or twice more where there are any, and the note has the last word. */
static ent_status_t settle(ent_i_atlas_t *atlas, ent_i_legend_t *legend, ent_i_box_t *list,
                           double center, ent_error_t *err)
{
    enum { ATTEMPTS = 3 };
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    before_t before = {page->plot, page->inner, page->scene->height, page->note_count,
                       page->warnings->count};
    size_t said = 0;

    for (int attempt = 0; attempt < ATTEMPTS && (attempt == 0 || said != atlas->unseen);
         attempt++) {
        start_again(atlas, &before);
        *legend = (ent_i_legend_t){0};
        said = atlas->unseen;
        ENT_TRY(fit(atlas, center, &page->plot, err)); /* the notes ask what kind of map it is */
        ent_i_map_notes(atlas);
        ent_i_map_legend(atlas, legend);
        ent_i_legend_flow(legend, page, page->inner.width);
        ent_i_page_reserve_foot(page);
        ENT_TRY(divide(atlas, legend, list, err));
        ENT_TRY(ent_i_map_unseen(&atlas->unseen, atlas, err));
    }
    if (said > 0 && atlas->unseen_note < page->note_count)
        page->note[atlas->unseen_note] = ent_i_map_say_unseen(atlas);
    if (atlas->unseen > 0)
        page->told = ent_i_map_say_unseen(atlas);

cleanup:
    return status;
}

ent_status_t ent_i_compose_map(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_atlas_t atlas = {0};
    ent_i_legend_t legend = {0};
    ent_i_box_t list = {0};
    double center = 0;

    ENT_TRY(atlas_init(&atlas, page, err));
    ENT_TRY(rank_marks(&atlas, err));
    set_sizes(&atlas);
    ENT_TRY(find_center(&center, &atlas, err));
    find_lowest(&atlas);
    ENT_TRY(settle(&atlas, &legend, &list, center, err));
    ENT_TRY(ent_i_draw_map(&atlas, &atlas.map, -1, err));
    ENT_TRY(ent_i_draw_insets(&atlas, err));
    ent_i_map_scale(&atlas);
    ENT_TRY(ent_i_name_map(&atlas, &atlas.map, -1, err));
    ent_i_map_list(&atlas, &list, page->look->tallest > page->look->height ? 2 : 1, true);
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height - legend.height});

cleanup:
    atlas_free(&atlas);
    return status;
}
