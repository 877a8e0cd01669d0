/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A finished layout, turned, scaled and moved as a whole towards where some of it stood. */
#include <math.h>
#include <stdlib.h>

#include "layout/graph.h"

/* Turns that are tried beside the one of least squares. */
enum { TURNS = 24 };

static const double two_pi = 6.28318530717958648;
static const double least_scale = 0.85; /* names need the room that they were given */

typedef struct aligner {
    ent_i_point_t *position;
    const ent_i_point_t *was;
    const double *radius;
    ent_id_t *member; /* those with ties: the known ones first */
    size_t count;
    size_t known;
    double largest; /* radius */
    ent_i_box_t box;
    ent_i_point_t from; /* means of the known ones: where they are and where they stood */
    ent_i_point_t to;
} aligner_t;

typedef struct move {
    bool mirrored;
    double angle;
    double scale;
    ent_i_point_t middle; /* where `from` goes */
    double error;         /* sum of squares */
} move_t;

static ent_i_point_t turned(const aligner_t *aligner, size_t i, const move_t *move)
{
    const ent_i_point_t *at = &aligner->position[aligner->member[i]];
    double x = (at->x - aligner->from.x) * (move->mirrored ? -1 : 1);
    double y = at->y - aligner->from.y;

    return (ent_i_point_t){move->scale * (x * cos(move->angle) - y * sin(move->angle)),
                           move->scale * (x * sin(move->angle) + y * cos(move->angle))};
}

/* The turn that brings the known ones nearest to where they stood. */
static double best_angle(const aligner_t *aligner, bool mirrored)
{
    const move_t none = {.mirrored = mirrored, .scale = 1};
    double along = 0, across = 0;

    for (size_t i = 0; i < aligner->known; i++) {
        const ent_i_point_t *was = &aligner->was[aligner->member[i]];
        ent_i_point_t at = turned(aligner, i, &none);

        along += at.x * (was->x - aligner->to.x) + at.y * (was->y - aligner->to.y);
        across += at.x * (was->y - aligner->to.y) - at.y * (was->x - aligner->to.x);
    }
    return atan2(across, along);
}

/* Bounds of all that has ties, about `from`. */
static void bound(ent_i_point_t *low, ent_i_point_t *high, const aligner_t *aligner,
                  const move_t *move, bool discs)
{
    *low = (ent_i_point_t){INFINITY, INFINITY};
    *high = (ent_i_point_t){-INFINITY, -INFINITY};
    for (size_t i = 0; i < aligner->count; i++) {
        ent_i_point_t at = turned(aligner, i, move);
        double reach = discs ? aligner->radius[aligner->member[i]] : 0;

        low->x = fmin(low->x, at.x - reach);
        low->y = fmin(low->y, at.y - reach);
        high->x = fmax(high->x, at.x + reach);
        high->y = fmax(high->y, at.y + reach);
    }
}

/* The scale of least squares for a turn, as far as all stay in the box; false where it would have
 * to be too small. */
static bool find_scale(const aligner_t *aligner, move_t *move)
{
    double drawn = 0, wanted = 0, most = 0;
    ent_i_point_t low, high;

    move->scale = 1;
    bound(&low, &high, aligner, move, false);
    most = fmin((aligner->box.width - 2 * aligner->largest) / fmax(high.x - low.x, 1e-9),
                (aligner->box.height - 2 * aligner->largest) / fmax(high.y - low.y, 1e-9));
    for (size_t i = 0; i < aligner->known; i++) {
        const ent_i_point_t *was = &aligner->was[aligner->member[i]];
        ent_i_point_t at = turned(aligner, i, move);

        drawn += at.x * at.x + at.y * at.y;
        wanted += at.x * (was->x - aligner->to.x) + at.y * (was->y - aligner->to.y);
    }
    move->scale = fmin(fmax(drawn > 0 ? wanted / drawn : 1, least_scale), most);
    return move->scale >= least_scale;
}

/* Moves towards the known ones' mean as far as all stay in the box, and measures the error. */
static void find_middle(const aligner_t *aligner, move_t *move)
{
    const ent_i_box_t *box = &aligner->box;
    ent_i_point_t low, high;

    bound(&low, &high, aligner, move, true);
    move->middle.x = fmin(fmax(aligner->to.x, box->x - low.x), box->x + box->width - high.x);
    move->middle.y = fmin(fmax(aligner->to.y, box->y - low.y), box->y + box->height - high.y);
    move->error = 0;
    for (size_t i = 0; i < aligner->known; i++) {
        const ent_i_point_t *was = &aligner->was[aligner->member[i]];
        ent_i_point_t at = turned(aligner, i, move);

        at.x += move->middle.x - was->x;
        at.y += move->middle.y - was->y;
        move->error += at.x * at.x + at.y * at.y;
    }
}

/* As it lies, only moved, or else whatever turn of it comes nearer. */
static move_t find_move(const aligner_t *aligner)
{
    move_t best = {.scale = 1};

    find_middle(aligner, &best);
    for (int mirrored = 0; mirrored < 2 && aligner->known > 2; mirrored++) {
        for (int i = -1; i < TURNS; i++) {
            move_t move = {.mirrored = mirrored == 1, .angle = two_pi * i / TURNS};

            if (i < 0)
                move.angle = best_angle(aligner, move.mirrored);
            if (!find_scale(aligner, &move))
                continue;
            find_middle(aligner, &move);
            if (move.error < best.error * (1 - 1e-9))
                best = move;
        }
    }
    return best;
}

/* Finds who has ties, and the room that those without leave at the foot. */
static ent_status_t aligner_init(aligner_t *aligner, const ent_i_layout_graph_t *graph,
                                 const bool *known, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t adjacency = {0};
    double bottom = aligner->box.y + aligner->box.height, lowest = -INFINITY;

    for (size_t v = 0; v < graph->vertex_count; v++)
        aligner->largest = fmax(aligner->largest, graph->radius[v]);
    ENT_TRY(ent_i_adjacency_init(&adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(ent_i_alloc(&aligner->member, graph->vertex_count, sizeof *aligner->member, err));
    for (int pass = 0; pass < 2; pass++) {
        for (size_t v = 0; v < graph->vertex_count; v++) {
            if (adjacency.offset[v + 1] == adjacency.offset[v])
                bottom =
                    fmin(bottom, aligner->position[v].y - graph->radius[v] - 2 * aligner->largest);
            else if (known[v] == (pass == 0))
                aligner->member[aligner->count++] = (ent_id_t)v;
        }
        if (pass == 0)
            aligner->known = aligner->count;
    }
    for (size_t i = 0; i < aligner->count; i++) {
        ent_id_t v = aligner->member[i];

        lowest = fmax(lowest, aligner->position[v].y + graph->radius[v]);
        if (i < aligner->known) {
            aligner->from.x += aligner->position[v].x / (double)aligner->known;
            aligner->from.y += aligner->position[v].y / (double)aligner->known;
            aligner->to.x += aligner->was[v].x / (double)aligner->known;
            aligner->to.y += aligner->was[v].y / (double)aligner->known;
        }
    }
    aligner->box.height = fmax(bottom, lowest) - aligner->box.y;

cleanup:
    ent_i_adjacency_free(&adjacency);
    return status;
}

ent_status_t ent_i_layout_align(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                const bool *known, const ent_i_point_t *was, const ent_i_box_t *box,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    aligner_t aligner = {.position = position, .was = was, .radius = graph->radius, .box = *box};
    move_t move;

    ENT_TRY(aligner_init(&aligner, graph, known, err));
    if (aligner.known == 0)
        goto cleanup;
    move = find_move(&aligner);
    for (size_t i = 0; i < aligner.count; i++) {
        ent_i_point_t at = turned(&aligner, i, &move);

        position[aligner.member[i]] = (ent_i_point_t){at.x + move.middle.x, at.y + move.middle.y};
    }

cleanup:
    free(aligner.member);
    return status;
}
