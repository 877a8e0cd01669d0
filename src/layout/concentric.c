/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices on rings by a value, the highest in the middle, turned so that ties are short. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/graph.h"
#include "layout/spokes.h"

/* Above these vertices ties alone pull, not all distances. */
enum { MOST_STRESSED = 600, ROUNDS = 60, EASING = 40 };

static const double pi = 3.14159265358979323846;
static const double air = 1.25;         /* of a disc: what it takes of its ring */
static const double opened = 0.8;       /* of the way to even directions */
static const double most_taken = 0.85;  /* of a ring, by its discs */
static const double undefined_at = 0.9; /* radius that is left where some have no value */

/* One vertex with a value; in order of it. */
typedef struct valued {
    ent_id_t vertex;
    double value;
} valued_t;

typedef struct rings {
    const ent_i_layout_graph_t *graph;
    ent_i_adjacency_t adjacency;
    valued_t *valued; /* the highest first */
    size_t count;     /* of them */
    double *radius;   /* by vertex: of its ring */
    ent_i_spoke_t *spoke;
    int32_t *distance; /* by pair, where all are stressed */
    ent_id_t *queue;
    ent_i_point_t center;
    double outer; /* radius for the lowest value */
    double least; /* value there */
    double most;  /* in the middle */
} rings_t;

static void rings_free(rings_t *rings)
{
    ent_i_adjacency_free(&rings->adjacency);
    free(rings->valued);
    free(rings->radius);
    free(rings->spoke);
    free(rings->distance);
    free(rings->queue);
}

static int highest_first(const void *left, const void *right)
{
    const valued_t *a = left;
    const valued_t *b = right;

    if (a->value < b->value || a->value > b->value)
        return a->value > b->value ? -1 : 1;
    return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

static ent_status_t rings_init(rings_t *rings, const ent_i_layout_graph_t *graph,
                               const double *value, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;

    rings->graph = graph;
    ENT_TRY(ent_i_adjacency_init(&rings->adjacency, n, graph->tie_count, graph->a, graph->b, err));
    ENT_TRY(ent_i_alloc(&rings->valued, n, sizeof *rings->valued, err));
    ENT_TRY(ent_i_alloc(&rings->radius, n, sizeof *rings->radius, err));
    ENT_TRY(ent_i_alloc(&rings->spoke, n, sizeof *rings->spoke, err));
    ENT_TRY(ent_i_alloc(&rings->queue, n, sizeof *rings->queue, err));
    for (size_t v = 0; v < n; v++) {
        if (isfinite(value[v]))
            rings->valued[rings->count++] = (valued_t){(ent_id_t)v, value[v]};
    }
    qsort(rings->valued, rings->count, sizeof *rings->valued, highest_first);
    rings->most = rings->count > 0 ? rings->valued[0].value : 0;
    rings->least = rings->count > 0 ? rings->valued[rings->count - 1].value : 0;
    if (rings->least > 0 && rings->least <= 0.25 * rings->most)
        rings->least = 0; /* a scale that begins at nothing is read more easily */

cleanup:
    return status;
}

static double reach_of(const rings_t *rings, ent_id_t vertex)
{
    return rings->graph->radius[vertex];
}

/* The radius of a value: in proportion to what it lacks of the highest. Several highest ones stand
 * on a small ring, one stands in the middle. */
static double scaled(const rings_t *rings, double value, double inner)
{
    if (rings->most <= rings->least)
        return rings->count > 1 ? 0.7 * rings->outer : 0;
    return inner + (rings->outer - inner) * (rings->most - value) / (rings->most - rings->least);
}

/* The radius of the highest value. */
static double inner_radius(const rings_t *rings)
{
    double need = 0;
    size_t first = 0;

    for (; first < rings->count && rings->valued[first].value == rings->most; first++)
        need += 2 * air * reach_of(rings, rings->valued[first].vertex);
    return first > 1 ? fmax(need / (2 * pi), 0.12 * rings->outer) : 0;
}

/* Whether discs on rings in proportion to their values have room beside each other. */
static bool fits_scale(const rings_t *rings, double inner)
{
    for (size_t i = 0; i < rings->count; i++) {
        double own = scaled(rings, rings->valued[i].value, inner);
        double reach = reach_of(rings, rings->valued[i].vertex);
        double need = 0;

        for (size_t k = 0; k < rings->count; k++) {
            double other = reach_of(rings, rings->valued[k].vertex);

            if (fabs(scaled(rings, rings->valued[k].value, inner) - own) < reach + other)
                need += 2 * air * other;
        }
        if (own < reach ? need > 2 * air * reach * 1.01 : need > most_taken * 2 * pi * own)
            return false;
    }
    return true;
}

/* 1, 2 or 5 times a power of ten, not below x. */
static double round_step(double x)
{
    double power = pow(10, floor(log10(x)));

    return x <= power * (1 + 1e-9)       ? power
           : x <= 2 * power * (1 + 1e-9) ? 2 * power
           : x <= 5 * power * (1 + 1e-9) ? 5 * power
                                         : 10 * power;
}

/* Rings at round values; of whole values at whole ones. */
static void mark_scale(ent_i_rings_t *out, const rings_t *rings, double inner)
{
    bool whole = true;
    double span = rings->most - rings->least;
    double step = 0;

    for (size_t i = 0; i < rings->count; i++)
        whole &= rings->valued[i].value == floor(rings->valued[i].value);
    if (rings->count == 0)
        return;
    if (span <= 0) {
        out->ring[out->count++] =
            (ent_i_ring_t){scaled(rings, rings->most, inner), rings->most, rings->most};
        return;
    }
    step = round_step(span / 5);
    if (whole)
        step = fmax(step, 1);
    for (double k = floor(rings->most / step); k * step >= rings->least - 1e-9 * span; k--) {
        double radius = scaled(rings, k * step, inner);

        if (radius > 0.02 * rings->outer && out->count < ENT_MOST_RINGS)
            out->ring[out->count++] = (ent_i_ring_t){radius, k * step, k * step};
    }
}

/* Sets each vertex on a ring of its own value. */
static void stand_on_scale(rings_t *rings, ent_i_rings_t *out, double inner)
{
    out->scale = true;
    for (size_t i = 0; i < rings->count; i++)
        rings->radius[rings->valued[i].vertex] = scaled(rings, rings->valued[i].value, inner);
    mark_scale(out, rings, inner);
}

/* Vertices first … last - 1 in the order of their values share a band between two radii, in as few
 * rows as they need. */
static void fill_band(rings_t *rings, size_t first, size_t last, double inner, double outer)
{
    double need = 0, widest = 0;
    size_t rows = 0;
    double room = 0;

    for (size_t i = first; i < last; i++) {
        need += 2 * air * reach_of(rings, rings->valued[i].vertex);
        widest = fmax(widest, reach_of(rings, rings->valued[i].vertex));
    }
    for (room = 0; room < need && rows < last - first;) {
        rows++;
        room = 0;
        for (size_t r = 0; r < rows; r++)
            room +=
                most_taken * 2 * pi * (inner + (outer - inner) * ((double)r + 0.5) / (double)rows);
    }
    if (inner <= 0 && last - first == 1) {
        rings->radius[rings->valued[first].vertex] = 0;
        return;
    }
    for (size_t r = 0, i = first; r < rows; r++) { /* each row as full as the others */
        double radius = inner + (outer - inner) * ((double)r + 0.5) / (double)rows;
        double share = need * most_taken * 2 * pi * radius / room;

        for (double used = 0; i < last && (used < share || r + 1 == rows); i++) {
            used += 2 * air * reach_of(rings, rings->valued[i].vertex);
            rings->radius[rings->valued[i].vertex] = radius;
        }
    }
}

/* Bands of values that crowd, each wide enough for those in it: the discs are spread evenly over
 * the page, so a band's radius is the root of the share of them that are inside. Equal values stay
 * in one band. */
static void stand_in_bands(rings_t *rings, ent_i_rings_t *out)
{
    enum { BANDS = 5 };
    double whole = 0, sum = 0, inner = 0;
    size_t first = 0;

    for (size_t i = 0; i < rings->count; i++)
        whole += pow(reach_of(rings, rings->valued[i].vertex), 2);
    for (size_t i = 0; i < rings->count; i++) {
        size_t bands = out->count;
        double outer;
        bool ends = i + 1 == rings->count || rings->valued[i + 1].value < rings->valued[i].value;

        sum += pow(reach_of(rings, rings->valued[i].vertex), 2);
        outer = rings->outer * sqrt(sum / whole);
        if (!ends || (i + 1 < rings->count && outer < rings->outer * (double)(bands + 1) / BANDS))
            continue;
        fill_band(rings, first, i + 1, inner, outer);
        out->ring[out->count++] =
            (ent_i_ring_t){outer, rings->valued[i].value, rings->valued[first].value};
        inner = outer;
        first = i + 1;
    }
}

/* Those without a value stand on the outermost ring, on several where they are many; the others
 * have what is left. */
static void stand_outside(rings_t *rings, ent_i_rings_t *out, const double *value, double outer)
{
    size_t n = rings->graph->vertex_count;
    double need = 0, reach = 0;
    size_t rows = 0, placed = 0;

    rings->outer = outer;
    for (size_t v = 0; v < n; v++) {
        if (!isfinite(value[v])) {
            need += 2 * air * rings->graph->radius[v];
            reach = fmax(reach, rings->graph->radius[v]);
        }
    }
    if (rings->count == n)
        return;
    out->undefined = outer;
    rows = (size_t)fmin(ceil(need / (most_taken * 2 * pi * 0.8 * outer)), 0.3 * outer / reach);
    rows = rows < 1 ? 1 : rows;
    for (size_t v = 0; v < n; v++) {
        if (!isfinite(value[v]))
            rings->radius[v] = outer - 2.1 * reach * (double)(placed++ % rows);
    }
    rings->outer = fmin(undefined_at * outer, outer - 2.1 * reach * (double)rows);
}

/* Distances of all pairs, where there are not too many. */
static ent_status_t find_distances(rings_t *rings, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = rings->graph->vertex_count;

    if (n > MOST_STRESSED)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&rings->distance, n * n, sizeof *rings->distance, err));
    for (size_t v = 0; v < n; v++)
        ent_i_adjacency_distances(&rings->adjacency, rings->distance + v * n, rings->queue,
                                  (ent_id_t)v);

cleanup:
    return status;
}

/* Where the other vertices ask one to stand: as far from each as its distance in ties. */
static ent_i_point_t wanted_by_all(const rings_t *rings, const ent_i_point_t *position, size_t v,
                                   double length)
{
    size_t n = rings->graph->vertex_count;
    double total = 0;
    ent_i_point_t sum = {0, 0};

    for (size_t u = 0; u < n; u++) {
        int32_t d = rings->distance[v * n + u];
        double dx = position[v].x - position[u].x, dy = position[v].y - position[u].y;
        double apart = fmax(hypot(dx, dy), 1e-6);
        double weight;

        if (u == v || d <= 0)
            continue;
        weight = 1 / ((double)d * d);
        sum.x += weight * (position[u].x + dx / apart * length * d);
        sum.y += weight * (position[u].y + dy / apart * length * d);
        total += weight;
    }
    return total > 0 ? (ent_i_point_t){sum.x / total, sum.y / total} : position[v];
}

/* The middle of the neighbours. */
static ent_i_point_t wanted_by_ties(const rings_t *rings, const ent_i_point_t *position, size_t v)
{
    size_t begin = rings->adjacency.offset[v], end = rings->adjacency.offset[v + 1];
    ent_i_point_t sum = {0, 0};

    for (size_t i = begin; i < end; i++) {
        sum.x += position[rings->adjacency.neighbour[i]].x;
        sum.y += position[rings->adjacency.neighbour[i]].y;
    }
    return end > begin
               ? (ent_i_point_t){sum.x / (double)(end - begin), sum.y / (double)(end - begin)}
               : position[v];
}

static void turn_to(const rings_t *rings, ent_i_point_t *position, size_t v, ent_i_point_t to)
{
    double dx = to.x - rings->center.x, dy = to.y - rings->center.y;
    double length = hypot(dx, dy);

    if (length < 1e-9) { /* nobody asks for a direction: keep it, or take one by number */
        dx = position[v].x - rings->center.x;
        dy = position[v].y - rings->center.y;
        length = hypot(dx, dy);
    }
    if (length < 1e-9) {
        dx = cos(2.399963229728653 * (double)v);
        dy = sin(2.399963229728653 * (double)v);
        length = 1;
    }
    position[v].x = rings->center.x + rings->radius[v] * dx / length;
    position[v].y = rings->center.y + rings->radius[v] * dy / length;
}

/* Turns the vertices on their rings as ties and distances ask: stress majorization of which only
 * the direction of each step is taken. */
static void turn_all(const rings_t *rings, ent_i_point_t *position)
{
    size_t n = rings->graph->vertex_count;
    double length = 0, pairs = 0;

    for (size_t t = 0; t < rings->graph->tie_count; t++) {
        const ent_i_point_t *a = &position[rings->graph->a[t]], *b = &position[rings->graph->b[t]];

        length += hypot(a->x - b->x, a->y - b->y);
        pairs++;
    }
    length = pairs > 0 ? fmax(length / pairs, 0.3 * rings->outer) : 0;
    for (size_t v = 0; v < n; v++)
        turn_to(rings, position, v, position[v]);
    for (size_t round = 0; round < ROUNDS && (rings->distance != NULL || round < 4); round++) {
        for (size_t v = 0; v < n; v++) {
            if (rings->radius[v] > 0 && rings->adjacency.offset[v] < rings->adjacency.offset[v + 1])
                turn_to(rings, position, v,
                        rings->distance != NULL ? wanted_by_all(rings, position, v, length)
                                                : wanted_by_ties(rings, position, v));
        }
    }
}

static int lowest_first(const void *left, const void *right)
{
    const valued_t *a = left;
    const valued_t *b = right;

    if (a->value < b->value || a->value > b->value)
        return a->value < b->value ? -1 : 1;
    return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

/* Distances turn most vertices to one side of the target where those in its middle are tied to all:
 * opens the crowd to all sides. The order about the middle stays, and something of the gaps. */
static void open_round(const rings_t *rings, ent_i_point_t *position)
{
    ent_i_spoke_t *spoke = rings->spoke;
    size_t count = 0;
    double shift = 0;

    for (size_t v = 0; v < rings->graph->vertex_count; v++) {
        if (rings->radius[v] > 0)
            spoke[count++] = (ent_i_spoke_t){(ent_id_t)v, atan2(position[v].y - rings->center.y,
                                                                position[v].x - rings->center.x)};
    }
    if (count < 2)
        return;
    ent_i_spokes_order(spoke, count);
    for (size_t i = 0; i < count; i++) /* turned as little as can be on the whole */
        shift += (spoke[i].angle - 2 * pi * (double)i / (double)count) / (double)count;
    for (size_t i = 0; i < count; i++) {
        size_t v = (size_t)spoke[i].vertex;
        double even = 2 * pi * (double)i / (double)count + shift;
        double angle = (1 - opened) * spoke[i].angle + opened * even;

        position[v] = (ent_i_point_t){rings->center.x + rings->radius[v] * cos(angle),
                                      rings->center.y + rings->radius[v] * sin(angle)};
    }
}

/* Moves those of one ring apart. */
static void spread_rings(rings_t *rings, ent_i_point_t *position, valued_t *order)
{
    size_t n = rings->graph->vertex_count;

    for (size_t v = 0; v < n; v++)
        order[v] = (valued_t){(ent_id_t)v, rings->radius[v]};
    qsort(order, n, sizeof *order, lowest_first);
    for (size_t first = 0, last; first < n; first = last) {
        double radius = order[first].value;
        double reach = 0;

        for (last = first; last < n && order[last].value - radius < 1e-9 * rings->outer; last++) {
            ent_id_t v = order[last].vertex;

            reach = fmax(reach, reach_of(rings, v));
            rings->spoke[last - first] = (ent_i_spoke_t){
                v, atan2(position[v].y - rings->center.y, position[v].x - rings->center.x)};
        }
        if (radius <= 0)
            continue;
        ent_i_spokes_spread(rings->spoke, last - first, 2 * asin(fmin(air * reach / radius, 1)));
        for (size_t i = 0; i < last - first; i++) {
            const ent_i_spoke_t *spoke = &rings->spoke[i];

            position[spoke->vertex] = (ent_i_point_t){rings->center.x + radius * cos(spoke->angle),
                                                      rings->center.y + radius * sin(spoke->angle)};
        }
    }
}

static void rotate(const rings_t *rings, ent_i_point_t *position, size_t v, double by)
{
    double dx = position[v].x - rings->center.x, dy = position[v].y - rings->center.y;

    position[v].x = rings->center.x + dx * cos(by) - dy * sin(by);
    position[v].y = rings->center.y + dx * sin(by) + dy * cos(by);
}

/* Turns neighbours on different rings out of each other's way. */
static void ease(const rings_t *rings, ent_i_point_t *position)
{
    size_t n = rings->graph->vertex_count;
    bool moved = true;

    for (int round = 0; round < EASING && moved; round++) {
        moved = false;
        for (size_t v = 0; v < n; v++) {
            for (size_t u = v + 1; u < n; u++) {
                double need = 1.05 * (reach_of(rings, (ent_id_t)v) + reach_of(rings, (ent_id_t)u));
                double dx = position[u].x - position[v].x, dy = position[u].y - position[v].y;
                double cross, by;

                if (dx * dx + dy * dy >= need * need || rings->radius[v] <= 0 ||
                    rings->radius[u] <= 0)
                    continue;
                cross = (position[v].x - rings->center.x) * (position[u].y - rings->center.y) -
                        (position[v].y - rings->center.y) * (position[u].x - rings->center.x);
                by =
                    0.55 * (need - hypot(dx, dy)) / fmax(rings->radius[v], rings->radius[u]) + 1e-6;
                rotate(rings, position, u, cross >= 0 ? by : -by);
                rotate(rings, position, v, cross >= 0 ? -by : by);
                moved = true;
            }
        }
    }
}

ent_status_t ent_i_layout_concentric(ent_i_point_t *position, ent_i_rings_t *out,
                                     const ent_i_layout_graph_t *graph, const double *value,
                                     const ent_i_box_t *box, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    rings_t rings = {0};
    valued_t *order = NULL;
    double outer = fmin(box->width, box->height) / 2;
    double inner = 0;

    *out = (ent_i_rings_t){0};
    ENT_TRY(rings_init(&rings, graph, value, err));
    ENT_TRY(ent_i_alloc(&order, n, sizeof *order, err));
    ENT_TRY(find_distances(&rings, err));
    rings.center = (ent_i_point_t){box->x + box->width / 2, box->y + box->height / 2};
    stand_outside(&rings, out, value, outer);
    inner = inner_radius(&rings);
    if (n <= MOST_STRESSED && fits_scale(&rings, inner))
        stand_on_scale(&rings, out, inner);
    else
        stand_in_bands(&rings, out);
    ENT_TRY(ent_i_layout_force(position, graph, box, NULL, err));
    turn_all(&rings, position);
    open_round(&rings, position);
    spread_rings(&rings, position, order);
    if (n <= MOST_STRESSED)
        ease(&rings, position);

cleanup:
    rings_free(&rings);
    free(order);
    return status;
}
