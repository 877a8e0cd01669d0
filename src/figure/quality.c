/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/quality.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/graph.h"

/* Above these, a number that takes the square of them is given for so many only. */
enum { MOST_CROSSED = 4000, MOST_SOURCES = 60 };

static double turn(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool share_an_end(const ent_i_link_t *a, const ent_i_link_t *b)
{
    return a->a == b->a || a->a == b->b || a->b == b->a || a->b == b->b;
}

static bool is_shown(const ent_i_page_t *page, const ent_i_link_t *link)
{
    return page->shown[link->a] && page->shown[link->b];
}

/* Whether half circles on one line cross: each begins inside the other. */
static bool interleave(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c, ent_i_point_t d)
{
    double from = fmin(a.x + a.y, b.x + b.y), to = fmax(a.x + a.y, b.x + b.y);
    double first = c.x + c.y, last = d.x + d.y;

    return (first > from && first < to) != (last > from && last < to);
}

static bool cross(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c, ent_i_point_t d)
{
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

static size_t count_crossings(const ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    size_t links = plan->link_count < MOST_CROSSED ? plan->link_count : MOST_CROSSED;
    size_t crossings = 0;
    bool arcs = page->options->layout == ENT_LAYOUT_ARC;

    for (size_t i = 0; i < links; i++) {
        ent_i_point_t a = page->at[plan->link[i].a];
        ent_i_point_t b = page->at[plan->link[i].b];

        for (size_t k = i + 1; k < links; k++) {
            ent_i_point_t c = page->at[plan->link[k].a];
            ent_i_point_t d = page->at[plan->link[k].b];

            if (is_shown(page, &plan->link[i]) && is_shown(page, &plan->link[k]) &&
                !share_an_end(&plan->link[i], &plan->link[k]))
                crossings += arcs ? interleave(a, b, c, d) : cross(a, b, c, d);
        }
    }
    return crossings;
}

/* A mark that is drawn. */
typedef struct disc {
    ent_i_point_t at;
    double radius;
} disc_t;

static int from_left(const void *left, const void *right)
{
    const disc_t *a = left;
    const disc_t *b = right;

    return (a->at.x > b->at.x) - (a->at.x < b->at.x);
}

/* From left to right, each disc with those so near that they may be nearer than any yet. */
static ent_status_t find_gap(double *gap, const ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;
    double least = INFINITY, largest = 0;
    disc_t *disc = NULL;
    size_t discs = 0;

    ENT_TRY(ent_i_alloc(&disc, plan->mark_count, sizeof *disc, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (page->shown[i])
            disc[discs++] = (disc_t){page->at[i], plan->mark[i].radius};
        largest = fmax(largest, plan->mark[i].radius);
    }
    if (discs > 1)
        qsort(disc, discs, sizeof *disc, from_left);
    for (size_t i = 0; i < discs; i++) {
        for (size_t k = i + 1;
             k < discs && disc[k].at.x - disc[i].at.x - disc[i].radius - largest < least; k++)
            least = fmin(least, hypot(disc[i].at.x - disc[k].at.x, disc[i].at.y - disc[k].at.y) -
                                    disc[i].radius - disc[k].radius);
    }
    *gap = isfinite(least) ? least / ENT_POINTS_A_MM : NAN;

cleanup:
    free(disc);
    return status;
}

/* Mean of (s · drawn distance − distance in ties)² / distance² over the pairs of one component, at
 * the scale s that makes it least. */
static ent_status_t find_stress(double *stress, const ent_i_page_t *page,
                                const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    size_t step = n > MOST_SOURCES * 10 ? n / MOST_SOURCES : 1;
    ent_id_t *queue = NULL;
    int32_t *distance = NULL;
    double drawn_drawn = 0, drawn_true = 0, pairs = 0;

    ENT_TRY(ent_i_alloc(&queue, n, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&distance, n, sizeof *distance, err));
    for (size_t v = 0; v < n; v += step) {
        ent_i_adjacency_distances(graph, distance, queue, (ent_id_t)v);
        for (size_t u = 0; u < n; u++) {
            if (u != v && distance[u] > 0 && page->shown[u] && page->shown[v]) {
                double drawn = hypot(page->at[u].x - page->at[v].x, page->at[u].y - page->at[v].y) /
                               distance[u];

                drawn_drawn += drawn * drawn;
                drawn_true += drawn;
                pairs++;
            }
        }
    }
    *stress =
        pairs > 0 && drawn_drawn > 0 ? 1 - drawn_true * drawn_true / drawn_drawn / pairs : NAN;

cleanup:
    free(queue);
    free(distance);
    return status;
}

/* The share of the page's area that the box of the largest component takes. */
static ent_status_t find_share(double *share, const ent_i_page_t *page,
                               const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_components_t components = {0};
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    ENT_TRY(ent_i_components_init(&components, graph, err));
    for (size_t i = 0; components.count > 0 && i < components.first[1]; i++) {
        ent_id_t m = components.member[i];
        double radius = page->plan.mark[m].radius;

        if (!page->shown[m])
            continue;
        left = fmin(left, page->at[m].x - radius);
        top = fmin(top, page->at[m].y - radius);
        right = fmax(right, page->at[m].x + radius);
        bottom = fmax(bottom, page->at[m].y + radius);
    }
    *share = left < right
                 ? (right - left) * (bottom - top) / (page->scene->width * page->scene->height)
                 : 0;

cleanup:
    ent_i_components_free(&components);
    return status;
}

ent_status_t ent_i_quality(ent_figure_quality_t *quality, const ent_i_page_t *page,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;
    ent_i_adjacency_t graph = {0};
    ent_id_t *a = NULL;
    ent_id_t *b = NULL;

    memset(quality, 0, sizeof *quality);
    ENT_TRY(ent_i_alloc(&a, plan->link_count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, plan->link_count, sizeof *b, err));
    for (size_t i = 0; i < plan->link_count; i++) {
        a[i] = plan->link[i].a;
        b[i] = plan->link[i].b;
    }
    ENT_TRY(ent_i_adjacency_init(&graph, plan->mark_count, plan->link_count, a, b, err));
    ENT_TRY(ent_i_scene_overlaps(&quality->label_overlaps, page->scene, err));
    quality->clipped = ent_i_scene_clipped(page->scene);
    quality->missing_glyphs = page->font.missing;
    quality->labels_left_out = page->names_left_out;
    quality->crossings = count_crossings(page);
    ENT_TRY(find_gap(&quality->min_gap, page, err));
    ENT_TRY(find_stress(&quality->stress, page, &graph, err));
    ENT_TRY(find_share(&quality->largest_component_share, page, &graph, err));

cleanup:
    free(a);
    free(b);
    ent_i_adjacency_free(&graph);
    return status;
}
