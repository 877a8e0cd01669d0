/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A layout that keeps who stands: only newcomers are placed, beside their neighbours. */
#include <math.h>
#include <stdlib.h>

#include "layout/graph.h"

/* Spots that are tried for a newcomer: on rings about where its neighbours are, if that takes no
 * more than so many looks at others; else newcomers stand about them as seeds do. */
enum { DIRECTIONS = 16, RINGS = 6, MOST_LOOKS = 300000000 };

static const double two_pi = 6.28318530717958648;
static const double on_one_line = 0.5; /* points that two of one row may differ by */
static const double row_gap = 4;       /* points between those in the row */
static const double golden_angle = 2.39996322972865332;

typedef struct keeper {
    ent_i_point_t *position;
    const ent_i_layout_graph_t *graph;
    const ent_i_box_t *box;
    bool *placed;
    double length; /* of a tie, as drawn */
    bool searches; /* newcomers look for a free spot */
} keeper_t;

/* The mean length of ties between vertices that stand; without any what the box suggests. */
static double tie_length(const keeper_t *keeper)
{
    const ent_i_layout_graph_t *graph = keeper->graph;
    double room =
        sqrt(keeper->box->width * keeper->box->height / fmax(1, (double)graph->vertex_count));
    double sum = 0;
    size_t count = 0;

    for (size_t t = 0; t < graph->tie_count; t++) {
        ent_id_t a = graph->a[t], b = graph->b[t];

        if (a != b && keeper->placed[a] && keeper->placed[b]) {
            sum += hypot(keeper->position[a].x - keeper->position[b].x,
                         keeper->position[a].y - keeper->position[b].y);
            count++;
        }
    }
    return fmax(fmin(count > 0 ? sum / (double)count : room, 2.5 * room), 1);
}

static ent_i_point_t within(const keeper_t *keeper, ent_i_point_t at, double reach)
{
    const ent_i_box_t *box = keeper->box;

    at.x = fmin(fmax(at.x, box->x + reach), fmax(box->x + box->width - reach, box->x + reach));
    at.y = fmin(fmax(at.y, box->y + reach), fmax(box->y + box->height - reach, box->y + reach));
    return at;
}

/* How near the closest disc comes; more than `most` counts as that. */
static double clearance(const keeper_t *keeper, size_t v, ent_i_point_t at, double most)
{
    double least = most;

    for (size_t u = 0; u < keeper->graph->vertex_count; u++) {
        if (keeper->placed[u] && u != v)
            least = fmin(least, hypot(keeper->position[u].x - at.x, keeper->position[u].y - at.y) -
                                    keeper->graph->radius[u] - keeper->graph->radius[v]);
    }
    return least;
}

/* The best spot on rings about a point: free before near. */
static ent_i_point_t find_spot(const keeper_t *keeper, size_t v, ent_i_point_t about, double step)
{
    ent_i_point_t best = within(keeper, about, keeper->graph->radius[v]);
    double best_worth = -INFINITY;

    if (!keeper->searches) {
        double angle = golden_angle * (double)v;

        return within(keeper,
                      (ent_i_point_t){about.x + step * cos(angle), about.y + step * sin(angle)},
                      keeper->graph->radius[v]);
    }
    for (int ring = 1; ring <= RINGS; ring++) {
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = two_pi * (i + 0.5 * (ring % 2)) / DIRECTIONS;
            ent_i_point_t at = within(keeper,
                                      (ent_i_point_t){about.x + ring * step * cos(angle),
                                                      about.y + ring * step * sin(angle)},
                                      keeper->graph->radius[v]);
            double worth =
                clearance(keeper, v, at, step) - 0.3 * hypot(at.x - about.x, at.y - about.y);

            if (worth > best_worth + 1e-9) {
                best_worth = worth;
                best = at;
            }
        }
    }
    return best;
}

/* The freest spot of a grid over the box, for one who knows nobody. */
static ent_i_point_t find_free(const keeper_t *keeper, size_t v)
{
    enum { COLUMNS = 24, ROWS = 16 };
    const ent_i_box_t *box = keeper->box;
    double reach = keeper->graph->radius[v];
    ent_i_point_t best = {box->x + box->width / 2, box->y + box->height / 2};
    double most = -INFINITY;

    if (!keeper->searches)
        return find_spot(keeper, v, best, fmin(box->width, box->height) / 3);
    for (int row = ROWS; row-- > 0;) { /* from the foot, where those without ties stand */
        for (int column = 0; column < COLUMNS; column++) {
            ent_i_point_t at = {box->x + box->width * (column + 0.5) / COLUMNS,
                                box->y + box->height * (row + 0.5) / ROWS};
            double worth = clearance(keeper, v, within(keeper, at, reach), keeper->length);

            if (worth > most + 1e-9) {
                most = worth;
                best = within(keeper, at, reach);
            }
        }
    }
    return best;
}

static bool is_alone(const ent_i_adjacency_t *adjacency, size_t v)
{
    return adjacency->offset[v + 1] == adjacency->offset[v];
}

/* Sets one without ties at the end of the row of those who stand at the foot, if there is one and
 * it has room. */
static bool place_in_row(keeper_t *keeper, const ent_i_adjacency_t *adjacency, size_t v)
{
    const ent_i_layout_graph_t *graph = keeper->graph;
    double end = -INFINITY, lowest = -INFINITY;
    ent_i_box_t room = ent_i_layout_room(graph, v);
    ent_i_point_t at = {0, -INFINITY};

    for (size_t u = 0; u < graph->vertex_count; u++) {
        double *y = is_alone(adjacency, u) ? &at.y : &lowest;

        if (keeper->placed[u])
            *y = fmax(*y, keeper->position[u].y);
    }
    if (!isfinite(at.y) || lowest > at.y)
        return false;
    for (size_t u = 0; u < graph->vertex_count; u++) {
        ent_i_box_t taken = ent_i_layout_room(graph, u);

        if (keeper->placed[u] && fabs(keeper->position[u].y - at.y) < on_one_line)
            end = fmax(end, keeper->position[u].x + taken.x + taken.width);
    }
    at.x = end + row_gap - room.x;
    if (at.x + room.x + room.width > keeper->box->x + keeper->box->width ||
        clearance(keeper, v, at, row_gap) < 0)
        return false;
    keeper->position[v] = at;
    keeper->placed[v] = true;
    return true;
}

/* Places one beside the mean of its neighbours that stand. */
static void place_beside(keeper_t *keeper, const ent_i_adjacency_t *adjacency, size_t v)
{
    ent_i_point_t mean = {0, 0};
    double count = 0;

    for (size_t k = adjacency->offset[v]; k < adjacency->offset[v + 1]; k++) {
        ent_id_t u = adjacency->neighbour[k];

        if (keeper->placed[u]) {
            mean.x += keeper->position[u].x;
            mean.y += keeper->position[u].y;
            count++;
        }
    }
    if (count > 0)
        keeper->position[v] = find_spot(keeper, v, (ent_i_point_t){mean.x / count, mean.y / count},
                                        count > 1 ? 0.4 * keeper->length : 0.7 * keeper->length);
    else
        keeper->position[v] = find_free(keeper, v);
    keeper->placed[v] = true;
}

/* Places all that can be reached from those who stand, nearest first. */
static void spread(keeper_t *keeper, const ent_i_adjacency_t *adjacency, ent_id_t *queue,
                   size_t from, size_t count)
{
    for (size_t head = from; head < count; head++) {
        ent_id_t v = queue[head];

        for (size_t k = adjacency->offset[v]; k < adjacency->offset[v + 1]; k++) {
            ent_id_t u = adjacency->neighbour[k];

            if (!keeper->placed[u]) {
                place_beside(keeper, adjacency, (size_t)u);
                queue[count++] = u;
            }
        }
    }
}

ent_status_t ent_i_layout_keep(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                               const bool *known, const ent_i_box_t *box, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t adjacency = {0};
    keeper_t keeper = {.position = position, .graph = graph, .box = box};
    ent_id_t *queue = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_adjacency_init(&adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(ent_i_alloc(&keeper.placed, graph->vertex_count, sizeof *keeper.placed, err));
    ENT_TRY(ent_i_alloc(&queue, graph->vertex_count, sizeof *queue, err));
    for (size_t v = 0; v < graph->vertex_count; v++) {
        if (!known[v])
            continue;
        position[v] = within(&keeper, position[v], graph->radius[v]);
        keeper.placed[v] = true;
        queue[count++] = (ent_id_t)v;
    }
    keeper.length = tie_length(&keeper);
    keeper.searches = (double)(graph->vertex_count - count) * (double)graph->vertex_count <=
                      MOST_LOOKS / (DIRECTIONS * RINGS);
    spread(&keeper, &adjacency, queue, 0, count);
    for (size_t v = 0; v < graph->vertex_count; v++) { /* whole components of newcomers */
        if (keeper.placed[v] || (is_alone(&adjacency, v) && place_in_row(&keeper, &adjacency, v)))
            continue;
        place_beside(&keeper, &adjacency, v);
        queue[0] = (ent_id_t)v;
        spread(&keeper, &adjacency, queue, 0, 1);
    }

cleanup:
    ent_i_adjacency_free(&adjacency);
    free(keeper.placed);
    free(queue);
    return status;
}
