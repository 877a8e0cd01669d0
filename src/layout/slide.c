/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/slide.h"

#include <math.h>
#include <stdlib.h>

#include "base/watch.h"
#include "layout/stress.h"

/* Spots that are tried about the one that is wanted: so many directions on rings at so many
 * shares of the way that is to be gone. */
enum { DIRECTIONS = 16, RINGS = 8 };

/* Vertices of a component that slides, and looks at pairs in all rounds. */
enum { MOST_VERTICES = 1000, MOST_LOOKS = 20000000 };

static const double enough = 2e-3; /* of a tie's length: rounds end when nothing moves further */
static const double hair = 1e-9;

typedef struct slide {
    ent_i_point_t *position;
    const ent_i_box_t *room;
    size_t count;
    const ent_i_box_t *page;
    double gap;
    double *inverse; /* 1/d, by distance */
    size_t *near;    /* rooms that may be in the way */
    size_t near_count;
    ent_i_point_t turn[DIRECTIONS];
} slide_t;

/* A component: its first vertex and their distances. */
typedef struct part {
    size_t first;
    size_t count;
    const int32_t *distance;
    double scale; /* drawn length of a tie at which the stress is least */
} part_t;

static double drawn(const slide_t *slide, size_t i, size_t k)
{
    double x = slide->position[i].x - slide->position[k].x;
    double y = slide->position[i].y - slide->position[k].y;

    return sqrt(x * x + y * y);
}

static void find_scale(part_t *part, const slide_t *slide)
{
    double squares = 0, sum = 0;

    for (size_t i = 0; i < part->count; i++) {
        for (size_t k = i + 1; k < part->count; k++) {
            double ratio = drawn(slide, part->first + i, part->first + k) *
                           slide->inverse[part->distance[i * part->count + k]];

            squares += ratio * ratio;
            sum += ratio;
        }
    }
    part->scale = sum > 0 ? squares / sum : 1;
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* The area that a room at a spot would share with another. */
static double shared(const slide_t *slide, size_t v, ent_i_point_t at, size_t u)
{
    const ent_i_box_t *a = &slide->room[v];
    const ent_i_box_t *b = &slide->room[u];
    ent_i_point_t other = slide->position[u];
    double x = smaller(at.x + a->x + a->width, other.x + b->x + b->width) -
               larger(at.x + a->x, other.x + b->x) + slide->gap;
    double y = 0;

    if (!(x > 0))
        return 0;
    y = smaller(at.y + a->y + a->height, other.y + b->y + b->height) -
        larger(at.y + a->y, other.y + b->y) + slide->gap;
    return y > 0 ? x * y : 0;
}

/* Notes the rooms that one could meet within a reach of a spot. */
static void look_about(slide_t *slide, size_t v, ent_i_point_t at, double reach)
{
    const ent_i_box_t *room = &slide->room[v];
    double left = at.x + room->x - reach - slide->gap;
    double right = at.x + room->x + room->width + reach + slide->gap;
    double top = at.y + room->y - reach - slide->gap;
    double bottom = at.y + room->y + room->height + reach + slide->gap;

    slide->near_count = 0;
    for (size_t u = 0; u < slide->count; u++) {
        double x = slide->position[u].x + slide->room[u].x;
        double y = slide->position[u].y + slide->room[u].y;
        bool across = (x < right) & (x + slide->room[u].width > left);
        bool along = (y < bottom) & (y + slide->room[u].height > top);

        /* without a branch, which would be a guess; there is room, as it itself is left out */
        slide->near[slide->near_count] = u;
        slide->near_count += (size_t)(across & along & (u != v));
    }
}

static double crush(const slide_t *slide, size_t v, ent_i_point_t at, double most)
{
    double sum = 0;

    for (size_t i = 0; i < slide->near_count && sum <= most; i++)
        sum += shared(slide, v, at, slide->near[i]);
    return sum;
}

static bool is_within(const slide_t *slide, size_t v, ent_i_point_t at)
{
    const ent_i_box_t *room = &slide->room[v];
    const ent_i_box_t *page = slide->page;

    return at.x + room->x >= page->x - hair && at.y + room->y >= page->y - hair &&
           at.x + room->x + room->width <= page->x + page->width + hair &&
           at.y + room->y + room->height <= page->y + page->height + hair;
}

/* Moves a vertex to the free spot nearest to the wanted one; returns how far. What it adds to the
 * stress is least at the wanted spot and grows with the distance from it, so nearer is better. */
static double move(slide_t *slide, const part_t *part, size_t own)
{
    size_t v = part->first + own;
    ent_i_point_t goal =
        ent_i_stress_goal(slide->position + part->first, part->distance + own * part->count,
                          part->count, own, part->scale);
    ent_i_point_t from = slide->position[v];
    double way = hypot(goal.x - from.x, goal.y - from.y);
    double most = 0;

    if (way < enough * part->scale)
        return 0;
    look_about(slide, v, goal, way);
    most = crush(slide, v, from, INFINITY) + hair;
    for (int ring = 0; ring < RINGS; ring++) {
        for (int i = 0; i < (ring == 0 ? 1 : DIRECTIONS); i++) {
            const ent_i_point_t *turn = &slide->turn[i];
            double x = (from.x - goal.x) * ring / RINGS;
            double y = (from.y - goal.y) * ring / RINGS;
            ent_i_point_t at = {goal.x + x * turn->x - y * turn->y,
                                goal.y + x * turn->y + y * turn->x};

            if (is_within(slide, v, at) && crush(slide, v, at, most) <= most) {
                slide->position[v] = at;
                return hypot(at.x - from.x, at.y - from.y);
            }
        }
    }
    return 0;
}

/* From the side on which a vertex stands, left and right by turns. */
static void set_turns(slide_t *slide)
{
    const double step = 6.28318530717958648 / DIRECTIONS;

    for (int i = 0; i < DIRECTIONS; i++) {
        double angle = step * (i % 2 == 0 ? i / 2 : -(i + 1) / 2);

        slide->turn[i] = (ent_i_point_t){cos(angle), sin(angle)};
    }
}

ent_status_t ent_i_spans_init(ent_i_spans_t *spans, const ent_i_adjacency_t *graph,
                              const ent_i_components_t *components, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t part = {0};

    ENT_TRY(ent_i_alloc(&spans->distance, components->count, sizeof(int32_t *), err));
    spans->count = components->count;
    for (size_t c = 0; c < components->count; c++) {
        size_t n = components->first[c + 1] - components->first[c];

        if (n < 3 || n > MOST_VERTICES)
            continue;
        ENT_TRY(ent_i_adjacency_part(&part, graph, components, c, err));
        ENT_TRY(ent_i_alloc(&spans->distance[c], n * n, sizeof(int32_t), err));
        ENT_TRY(ent_i_all_distances(spans->distance[c], &part, err));
        ent_i_adjacency_free(&part);
    }

cleanup:
    ent_i_adjacency_free(&part);
    return status;
}

void ent_i_spans_free(ent_i_spans_t *spans)
{
    for (size_t c = 0; c < spans->count; c++)
        free(spans->distance[c]);
    free(spans->distance);
    *spans = (ent_i_spans_t){0};
}

double ent_i_spans_stress(const ent_i_spans_t *spans, const ent_i_point_t *position,
                          const ent_i_components_t *components)
{
    double stress = 0, pairs = 0;

    for (size_t c = 0; c < spans->count; c++) {
        const ent_i_point_t *at = position + components->first[c];
        size_t n = components->first[c + 1] - components->first[c];
        double sum = 0, squares = 0;

        for (size_t i = 0; spans->distance[c] != NULL && i < n; i++) {
            for (size_t k = i + 1; k < n; k++) {
                double ratio =
                    hypot(at[i].x - at[k].x, at[i].y - at[k].y) / spans->distance[c][i * n + k];

                sum += ratio;
                squares += ratio * ratio;
            }
        }
        if (squares > 0) {
            double count = (double)n * (double)(n - 1) / 2;

            stress += count - sum * sum / squares;
            pairs += count;
        }
    }
    return pairs > 0 ? stress / pairs : 0;
}

static ent_status_t slide_part(slide_t *slide, part_t *part, size_t rounds, ent_error_t *err)
{
    size_t most = MOST_LOOKS / (part->count * slide->count + 1);
    double furthest = INFINITY;

    for (size_t round = 0; round < rounds && round < most && furthest > 0; round++) {
        ent_status_t status = ent_i_go_on(err);

        if (status != ENT_OK)
            return status;
        furthest = 0;
        find_scale(part, slide);
        for (size_t i = 0; i < part->count; i++)
            furthest = fmax(furthest, move(slide, part, i));
    }
    return ENT_OK;
}

ent_status_t ent_i_slide(ent_i_point_t *position, const ent_i_box_t *room, size_t count,
                         const ent_i_components_t *components, const ent_i_spans_t *spans,
                         const ent_i_box_t *page, double gap, size_t rounds, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    slide_t slide = {.position = position, .room = room, .count = count, .page = page, .gap = gap};

    set_turns(&slide);
    ENT_TRY(ent_i_alloc(&slide.near, count, sizeof *slide.near, err));
    ENT_TRY(ent_i_alloc(&slide.inverse, count + 1, sizeof *slide.inverse, err));
    for (size_t d = 1; d <= count; d++)
        slide.inverse[d] = 1 / (double)d;
    for (size_t c = 0; c < components->count && components->first[c] < count; c++) {
        part_t part = {.first = components->first[c],
                       .count = components->first[c + 1] - components->first[c],
                       .distance = spans->distance[c]};

        if (part.distance != NULL)
            ENT_TRY(slide_part(&slide, &part, rounds, err));
    }

cleanup:
    free(slide.near);
    free(slide.inverse);
    return status;
}
