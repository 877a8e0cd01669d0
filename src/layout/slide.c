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

enum { BLOCK = 16 }; /* vertices that are looked at together: hardly any is near */

static const double enough = 2e-3; /* of a tie's length: rounds end when nothing moves further */
static const double hair = 1e-9;
static const double rounding = 1e-2; /* points, more than floats of a page's size lose */

typedef struct slide {
    ent_i_point_t *position;
    const ent_i_box_t *room;
    size_t count;
    const ent_i_box_t *page;
    double gap;
    ent_i_stands_t stands; /* where they are */
    float *left;           /* by vertex, about: the edges of its room where it is */
    float *right;
    float *top;
    float *bottom;
    size_t *near; /* those whose rooms may be */
    size_t near_count;
    ent_i_point_t turn[DIRECTIONS];
} slide_t;

/* A component: its first vertex and how near its vertices are. */
typedef struct part {
    size_t first;
    size_t count;
    const float *nearness;
    double scale; /* drawn length of a tie at which the stress is least */
} part_t;

/* The sums over all pairs of a component. */
static ent_i_ratios_t all_ratios(const ent_i_point_t *at, const float *nearness, size_t n)
{
    ent_i_ratios_t all = {0};

    for (size_t i = 0; i < n; i++) {
        ent_i_ratios_t one = ent_i_stress_ratios(at[i], at, nearness + i * n, i);

        all.sum += one.sum;
        all.squares += one.squares;
    }
    return all;
}

static void find_scale(part_t *part, const slide_t *slide)
{
    ent_i_ratios_t all = all_ratios(slide->position + part->first, part->nearness, part->count);

    part->scale = all.sum > 0 ? all.squares / all.sum : 1;
}

/* The area that a room at a spot would share with another. */
static double shared(const slide_t *slide, size_t v, ent_i_point_t at, size_t u)
{
    const ent_i_box_t *a = &slide->room[v];
    const ent_i_box_t *b = &slide->room[u];
    ent_i_point_t other = slide->position[u];
    double x = ent_i_smaller(at.x + a->x + a->width, other.x + b->x + b->width) -
               ent_i_larger(at.x + a->x, other.x + b->x) + slide->gap;
    double y = 0;

    if (!(x > 0))
        return 0;
    y = ent_i_smaller(at.y + a->y + a->height, other.y + b->y + b->height) -
        ent_i_larger(at.y + a->y, other.y + b->y) + slide->gap;
    return y > 0 ? x * y : 0;
}

static void note_edges(slide_t *slide, size_t v)
{
    const ent_i_box_t *room = &slide->room[v];
    ent_i_point_t at = slide->position[v];

    ent_i_stands_set(&slide->stands, v, at);
    slide->left[v] = (float)(at.x + room->x);
    slide->right[v] = (float)(at.x + room->x + room->width);
    slide->top[v] = (float)(at.y + room->y);
    slide->bottom[v] = (float)(at.y + room->y + room->height);
}

/* Notes the rooms that one could meet within a reach of a spot, and by the rounding of floats some
 * that it could not. */
static void look_about(slide_t *slide, size_t v, ent_i_point_t at, double reach)
{
    const ent_i_box_t *room = &slide->room[v];
    float left = (float)(at.x + room->x - reach - slide->gap - rounding);
    float right = (float)(at.x + room->x + room->width + reach + slide->gap + rounding);
    float top = (float)(at.y + room->y - reach - slide->gap - rounding);
    float bottom = (float)(at.y + room->y + room->height + reach + slide->gap + rounding);

    slide->near_count = 0;
    for (size_t first = 0; first < slide->count; first += BLOCK) {
        size_t end = slide->count - first < BLOCK ? slide->count : first + BLOCK;
        int32_t met[BLOCK] = {0};
        int32_t any = 0;

        for (size_t u = first; u < end; u++) {
            met[u - first] = (slide->left[u] < right) & (slide->right[u] > left) &
                             (slide->top[u] < bottom) & (slide->bottom[u] > top);
            any |= met[u - first];
        }
        for (size_t u = first; any != 0 && u < end; u++) {
            slide->near[slide->near_count] = u; /* without a branch, which would be a guess */
            slide->near_count += (size_t)met[u - first] & (size_t)(u != v);
        }
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
    const ent_i_stands_t stands = {slide->stands.x + part->first, slide->stands.y + part->first};
    ent_i_point_t goal = ent_i_stress_goal(&stands, part->nearness + own * part->count, part->count,
                                           own, part->scale);
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
                note_edges(slide, v);
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

    ENT_TRY(ent_i_alloc(&spans->nearness, components->count, sizeof(float *), err));
    spans->count = components->count;
    for (size_t c = 0; c < components->count; c++) {
        size_t n = components->first[c + 1] - components->first[c];

        if (n < 3 || n > MOST_VERTICES)
            continue;
        ENT_TRY(ent_i_adjacency_part(&part, graph, components, c, err));
        ENT_TRY(ent_i_alloc(&spans->nearness[c], n * n, sizeof(float), err));
        ENT_TRY(ent_i_all_nearness(spans->nearness[c], &part, err));
        ent_i_adjacency_free(&part);
    }

cleanup:
    ent_i_adjacency_free(&part);
    return status;
}

void ent_i_spans_free(ent_i_spans_t *spans)
{
    for (size_t c = 0; c < spans->count; c++)
        free(spans->nearness[c]);
    free(spans->nearness);
    *spans = (ent_i_spans_t){0};
}

double ent_i_spans_stress(const ent_i_spans_t *spans, const ent_i_point_t *position,
                          const ent_i_components_t *components)
{
    double stress = 0, pairs = 0;

    for (size_t c = 0; c < spans->count; c++) {
        const ent_i_point_t *at = position + components->first[c];
        size_t n = components->first[c + 1] - components->first[c];
        ent_i_ratios_t all = {0};

        if (spans->nearness[c] != NULL)
            all = all_ratios(at, spans->nearness[c], n);
        if (all.squares > 0) {
            double count = (double)n * (double)(n - 1) / 2;

            stress += count - all.sum * all.sum / all.squares;
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
            furthest = ent_i_larger(furthest, move(slide, part, i));
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
    ENT_TRY(ent_i_stands_new(&slide.stands, position, count, err));
    ENT_TRY(ent_i_alloc(&slide.left, count, sizeof *slide.left, err));
    ENT_TRY(ent_i_alloc(&slide.right, count, sizeof *slide.right, err));
    ENT_TRY(ent_i_alloc(&slide.top, count, sizeof *slide.top, err));
    ENT_TRY(ent_i_alloc(&slide.bottom, count, sizeof *slide.bottom, err));
    ENT_TRY(ent_i_alloc(&slide.near, count, sizeof *slide.near, err));
    for (size_t v = 0; v < count; v++)
        note_edges(&slide, v);
    for (size_t c = 0; c < components->count && components->first[c] < count; c++) {
        part_t part = {.first = components->first[c],
                       .count = components->first[c + 1] - components->first[c],
                       .nearness = spans->nearness[c]};

        if (part.nearness != NULL)
            ENT_TRY(slide_part(&slide, &part, rounds, err));
    }

cleanup:
    free(slide.left);
    free(slide.right);
    free(slide.top);
    free(slide.bottom);
    ent_i_stands_free(&slide.stands);
    free(slide.near);
    return status;
}
