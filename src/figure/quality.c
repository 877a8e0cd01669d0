/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/quality.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/graph.h"

/* Above these, a number that takes the square of them is not given, or for so many only. */
enum { MOST_CROSSED = 4000, MOST_SOURCES = 60 };

static double turn(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool share_an_end(const ent_i_drawn_t *drawn, size_t i, size_t k)
{
    const ent_id_t *a = drawn->a;
    const ent_id_t *b = drawn->b;

    return a[i] == a[k] || a[i] == b[k] || b[i] == a[k] || b[i] == b[k];
}

static bool is_shown(const ent_i_drawn_t *drawn, size_t link)
{
    return drawn->shown[drawn->a[link]] && drawn->shown[drawn->b[link]];
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

static double count_crossings(const ent_i_drawn_t *drawn)
{
    size_t links = drawn->link_count;
    size_t crossings = 0;

    if (links > MOST_CROSSED)
        return NAN;
    for (size_t i = 0; i < links; i++) {
        ent_i_point_t a = drawn->at[drawn->a[i]];
        ent_i_point_t b = drawn->at[drawn->b[i]];

        for (size_t k = i + 1; k < links; k++) {
            ent_i_point_t c = drawn->at[drawn->a[k]];
            ent_i_point_t d = drawn->at[drawn->b[k]];

            if (is_shown(drawn, i) && is_shown(drawn, k) && !share_an_end(drawn, i, k))
                crossings += drawn->arcs ? interleave(a, b, c, d) : cross(a, b, c, d);
        }
    }
    return (double)crossings;
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
static ent_status_t find_gap(double *gap, const ent_i_drawn_t *drawn, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double least = INFINITY, largest = 0;
    disc_t *disc = NULL;
    size_t discs = 0;

    ENT_TRY(ent_i_alloc(&disc, drawn->mark_count, sizeof *disc, err));
    for (size_t i = 0; i < drawn->mark_count; i++) {
        if (drawn->shown[i])
            disc[discs++] = (disc_t){drawn->at[i], drawn->radius[i]};
        largest = fmax(largest, drawn->radius[i]);
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
static ent_status_t find_stress(double *stress, const ent_i_drawn_t *drawn,
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
            if (u != v && distance[u] > 0 && drawn->shown[u] && drawn->shown[v]) {
                ent_i_point_t way = {drawn->at[u].x - drawn->at[v].x,
                                     drawn->at[u].y - drawn->at[v].y};
                double each = hypot(way.x, way.y) / distance[u];

                drawn_drawn += each * each;
                drawn_true += each;
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
static ent_status_t find_share(double *share, const ent_i_drawn_t *drawn,
                               const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_components_t components = {0};
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    ENT_TRY(ent_i_components_init(&components, graph, err));
    for (size_t i = 0; components.count > 0 && i < components.first[1]; i++) {
        ent_id_t m = components.member[i];
        double radius = drawn->radius[m];

        if (!drawn->shown[m])
            continue;
        left = fmin(left, drawn->at[m].x - radius);
        top = fmin(top, drawn->at[m].y - radius);
        right = fmax(right, drawn->at[m].x + radius);
        bottom = fmax(bottom, drawn->at[m].y + radius);
    }
    *share = left < right
                 ? (right - left) * (bottom - top) / (drawn->scene->width * drawn->scene->height)
                 : 0;

cleanup:
    ent_i_components_free(&components);
    return status;
}

ent_status_t ent_i_drawn_take(ent_i_drawn_t *drawn, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;

    *drawn = (ent_i_drawn_t){.scene = page->scene,
                             .mark_count = plan->mark_count,
                             .at = page->at,
                             .shown = page->shown,
                             .link_count = plan->link_count,
                             .arcs = page->options->layout == ENT_LAYOUT_ARC,
                             .missing_glyphs = page->font.missing,
                             .names_left_out = page->names_left_out};
    page->at = NULL;
    page->shown = NULL;
    ENT_TRY(ent_i_alloc(&drawn->radius, plan->mark_count, sizeof *drawn->radius, err));
    ENT_TRY(ent_i_alloc(&drawn->a, plan->link_count, sizeof *drawn->a, err));
    ENT_TRY(ent_i_alloc(&drawn->b, plan->link_count, sizeof *drawn->b, err));
    for (size_t i = 0; i < plan->mark_count; i++)
        drawn->radius[i] = plan->mark[i].radius;
    for (size_t i = 0; i < plan->link_count; i++) {
        drawn->a[i] = plan->link[i].a;
        drawn->b[i] = plan->link[i].b;
    }

cleanup:
    return status;
}

void ent_i_drawn_free(ent_i_drawn_t *drawn)
{
    free(drawn->at);
    free(drawn->shown);
    free(drawn->radius);
    free(drawn->a);
    free(drawn->b);
}

ent_status_t ent_i_quality(ent_figure_quality_t *quality, const ent_i_drawn_t *drawn,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t graph = {0};

    memset(quality, 0, sizeof *quality);
    ENT_TRY(ent_i_adjacency_init(&graph, drawn->mark_count, drawn->link_count, drawn->a, drawn->b,
                                 err));
    ENT_TRY(ent_i_scene_overlaps(&quality->label_overlaps, drawn->scene, err));
    quality->clipped = ent_i_scene_clipped(drawn->scene);
    quality->missing_glyphs = drawn->missing_glyphs;
    quality->labels_left_out = drawn->names_left_out;
    quality->crossings = count_crossings(drawn);
    quality->ties_through_marks =
        drawn->link_count > MOST_CROSSED ? NAN : ent_i_scene_through(drawn);
    ENT_TRY(find_gap(&quality->min_gap, drawn, err));
    ENT_TRY(find_stress(&quality->stress, drawn, &graph, err));
    ENT_TRY(find_share(&quality->largest_component_share, drawn, &graph, err));

cleanup:
    ent_i_adjacency_free(&graph);
    return status;
}
