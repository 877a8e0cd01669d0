/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where actors stand: positions for the vertices of a network that a figure draws.
 *
 * A layout sees a plain graph (the figure may have folded or left out vertices) and sizes; it
 * fills positions in points of a page whose inner box is given, y downwards. The same input gives
 * the same positions everywhere. */
#ifndef ENT_LAYOUT_LAYOUT_H
#define ENT_LAYOUT_LAYOUT_H

#include "base/error.h"

typedef struct ent_i_point {
    double x;
    double y;
} ent_i_point_t;

typedef struct ent_i_box {
    double x; /* left */
    double y; /* top */
    double width;
    double height;
} ent_i_box_t;

/* The smaller and the larger of two numbers that are none of them NaN; fmin() and fmax(), which
 * look for that, are calls. */
static inline double ent_i_smaller(double a, double b)
{
    return a < b ? a : b;
}

static inline double ent_i_larger(double a, double b)
{
    return a > b ? a : b;
}

typedef struct ent_i_layout_graph {
    size_t vertex_count;
    size_t tie_count;
    const ent_id_t *a; /* by tie */
    const ent_id_t *b;
    const double *weight;    /* by tie; NULL: all 1 */
    const double *radius;    /* by vertex, points: room that the vertex itself takes */
    const ent_i_box_t *room; /* by vertex, relative to its centre: room with its label; or NULL */
    const ent_i_box_t *head; /* by vertex: size of a name that a small component of it has room for
                                above it; or NULL */
} ent_i_layout_graph_t;

/* The room of a vertex with its label, or of its disc alone, relative to its centre. */
static inline ent_i_box_t ent_i_layout_room(const ent_i_layout_graph_t *graph, size_t v)
{
    double r = graph->radius[v];

    return graph->room != NULL ? graph->room[v] : (ent_i_box_t){-r, -r, 2 * r, 2 * r};
}

/* Stress majorization from a deterministic start, components laid out apart and packed into the
 * box's proportions, then discs (with `room`, where given) pushed apart. Isolates stand in rows.
 * A component of more than a few hundred vertices is drawn by a multilevel method. No chance in it.
 * Rooms shrink where they would break the order of the marks. `strain` (may be NULL) is how much is
 * broken nevertheless: by how much making room raised the stress (ent_i_spans_stress()), and how
 * many more passages through others' discs there are for each tie, by the stress without rooms, but
 * at least 0.02. Up to 1 the order counts as kept. 0 where that is not looked at: without rooms,
 * and with more than 300 tied vertices. */
ent_status_t ent_i_layout_force(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                const ent_i_box_t *box, double *strain, ent_error_t *err);

/* Leaves the vertices that are `known` where `position` has them (within the box) and places the
 * others: beside their neighbours, nearest to those who stand first, where there is room; one with
 * no way to any of them at the freest spot, or, without any tie, at the end of the row of such at
 * the foot. Time O(newcomers · n). */
ent_status_t ent_i_layout_keep(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                               const bool *known, const ent_i_box_t *box, ent_error_t *err);

/* Moves a finished layout, all that has ties as one, to where the known ones come nearest to where
 * they stood (least squares): turned, mirrored and scaled by at least 0.85 where three or more are
 * known, and always within the box and above those without ties. Time O(n). */
ent_status_t ent_i_layout_align(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                const bool *known, const ent_i_point_t *was, const ent_i_box_t *box,
                                ent_error_t *err);

/* Two columns with few crossings (untangle.h): mode 0 left, mode 1 right. */
ent_status_t ent_i_layout_bipartite(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                    const unsigned char *mode, const ent_i_box_t *box,
                                    ent_error_t *err);

/* How many rings ent_i_layout_ego() makes, and whether the last is of those out of reach. */
ent_status_t ent_i_layout_ego_rings(size_t *rings, bool *last_apart,
                                    const ent_i_layout_graph_t *graph, ent_id_t center,
                                    ent_error_t *err);

/* The vertices in one row, `order` by place, so that ties are short and few cross when all are
 * drawn on one side of it. Those of one block (0 to `block_count` - 1) stay together; without
 * blocks, components follow each other from the largest. Needs no sizes. Above some thousand
 * vertices the order is along the longest extent of each component, not improved. */
ent_status_t ent_i_layout_row(ent_id_t *order, const ent_i_layout_graph_t *graph,
                              const size_t *block, size_t block_count, ent_error_t *err);

/* The rows of a matrix: vertices by group, in each by degree, the highest first, then by number. */
ent_status_t ent_i_layout_blocks(ent_id_t *order, const ent_i_layout_graph_t *graph,
                                 const size_t *group, ent_error_t *err);

/* Moves wanted places, ascending, as little as it takes (in squares) to stand a step apart, half a
 * step and more from `first` and `last`, which are at least `count` steps apart. */
ent_status_t ent_i_layout_spread(double *at, size_t count, double step, double first, double last,
                                 ent_error_t *err);

/* `center` in the middle of the box, the others on ellipses about it by their distance in ties, the
 * last one as wide as the box; those out of reach on one ellipse more. Needs `room`. `rings`
 * receives how many there are. */
ent_status_t ent_i_layout_ego(ent_i_point_t *position, size_t *rings,
                              const ent_i_layout_graph_t *graph, ent_id_t center,
                              const ent_i_box_t *box, ent_error_t *err);

/* A ring and what stands on it (on a scale: low = high), or between it and the one before. */
typedef struct ent_i_ring {
    double radius;
    double low;
    double high;
} ent_i_ring_t;

enum { ENT_MOST_RINGS = 12 };

typedef struct ent_i_rings {
    bool scale; /* radii are in proportion to what a value lacks of the highest; else bands */
    ent_i_ring_t ring[ENT_MOST_RINGS];
    size_t count;
    double undefined; /* radius of the ring of those without a value; 0: all have one */
} ent_i_rings_t;

/* Rings about the middle of the box by a value, the highest in the middle, those without a value
 * (not finite) outside: a target diagram. Where discs (`radius`) have room on rings in proportion
 * to their values, they stand so; else in bands of values, of which each is as wide as it needs.
 * Each vertex is turned on its ring as the ties and distances to the others ask.
 * U. Brandes, P. Kenis, D. Wagner, Communicating centrality in policy network drawings, IEEE
 * Transactions on Visualization and Computer Graphics 9 (2003),
 * https://doi.org/10.1109/TVCG.2003.1196010; U. Brandes, C. Pich, More flexible radial layout,
 * Journal of Graph Algorithms and Applications 15 (2011), https://doi.org/10.7155/jgaa.00221 */
ent_status_t ent_i_layout_concentric(ent_i_point_t *position, ent_i_rings_t *rings,
                                     const ent_i_layout_graph_t *graph, const double *value,
                                     const ent_i_box_t *box, ent_error_t *err);

/* The vertices round a circle, `order` by place, so that few straight ties cross; a crossing counts
 * the product of its ties' weights. Those of one block (0 to `block_count` - 1) stand together, the
 * blocks in an order in which few of the ties between them cross; without blocks (NULL) vertex 0
 * stands first. Sifting until nothing gets better, so never worse than the order given; above some
 * thousand vertices there is no time for it. Needs no sizes.
 * M. Baur, U. Brandes, Crossing reduction in circular layouts, Graph-Theoretic Concepts in Computer
 * Science 2004, https://doi.org/10.1007/978-3-540-30559-0_28 */
ent_status_t ent_i_layout_around(ent_id_t *order, const ent_i_layout_graph_t *graph,
                                 const size_t *block, size_t block_count, ent_error_t *err);

/* A part of a circle: angles clockwise from the top, in radians. */
typedef struct ent_i_sector {
    double from;
    double to;
    double total; /* what it stands for */
} ent_i_sector_t;

/* Joins a stretch of arc `a` to one of arc `b`, or lies within one arc; both stretches are as long
 * as it weighs. */
typedef struct ent_i_ribbon {
    size_t a;
    size_t b;
    double weight;
    double from[2]; /* angles on `a` and on `b` */
    double to[2];
} ent_i_ribbon_t;

/* Arcs and ribbons of a symmetric table of count · count weights, of which the diagonal is within
 * an arc and counts once. `gap` is the angle between two arcs. Arcs are in an order in which few
 * ribbons cross, from arc 0 at the top; `ribbon` has room for count · (count + 1) / 2. */
ent_status_t ent_i_layout_chord(ent_i_sector_t *arc, ent_i_ribbon_t *ribbon, size_t *ribbon_count,
                                const double *table, size_t count, double gap, ent_error_t *err);

/* A map: the whole world in Equal Earth about a central meridian, or a part of it in Lambert's
 * azimuthal equal-area projection about the middle of its places. */
typedef struct ent_i_map {
    bool whole;                      /* the whole world, not a part of it */
    double center;                   /* central meridian, degrees */
    double middle;                   /* of a part: latitude of its middle */
    double shape;                    /* height by width of what it has to show; 0: one spot */
    double scale;                    /* points a unit of the projection */
    ent_i_point_t origin;            /* page position of the projection's (0, 0) */
    ent_i_box_t box;                 /* what it may draw in */
    double west, east, south, north; /* what it shows, degrees relative to `center` */
    double step; /* radians between two points of a great circle; 0: as few arcs need */
} ent_i_map_t;

/* The central meridian where the fewest of the ties (pairs of longitudes) are cut, four points that
 * lie near the cut counting as one tie; among equals, where the cut crosses the least land. A
 * multiple of 5 degrees. */
double ent_i_map_center(const double *longitude, size_t count, const ent_id_t *a, const ent_id_t *b,
                        size_t tie_count);

/* Fits into a box a part of the world, where the places lie within 50° of their middle, else the
 * whole world about `center`. A `meridian` that is no NaN is the central one of either. `map->box`
 * is what of the box it fills: a world is twice as wide as high, and a part shows no more than a
 * hemisphere. */
void ent_i_map_fit(ent_i_map_t *map, double center, double meridian, const double *latitude,
                   const double *longitude, size_t count, const ent_i_box_t *box);

/* The same for a close look at places of a map: they fill the box, though it be but 0.1° of the
 * globe. */
void ent_i_map_enlarge(ent_i_map_t *map, const double *latitude, const double *longitude,
                       size_t count, const ent_i_box_t *box);

ent_i_point_t ent_i_map_project(const ent_i_map_t *map, double latitude, double longitude);

/* What the box of a part's map shows, as a box on another map. */
ent_i_box_t ent_i_map_extent(const ent_i_map_t *part, const ent_i_map_t *map);

/* The great circle between two places as runs of page points, cut at the map's edge: `point` holds
 * all, `end` the index behind the last of each run. The caller frees both with free(). */
typedef struct ent_i_lines {
    ent_i_point_t *point;
    size_t point_count;
    size_t *end;
    size_t run_count;
} ent_i_lines_t;
ent_status_t ent_i_map_arc(ent_i_lines_t *runs, const ent_i_map_t *map, double latitude_a,
                           double longitude_a, double latitude_b, double longitude_b,
                           ent_error_t *err);

/* The southernmost latitude on the great circle between two places. */
double ent_i_map_lowest(double latitude_a, double longitude_a, double latitude_b,
                        double longitude_b);

/* The land of the map's part of the world as closed rings of page points (Natural Earth). */
ent_status_t ent_i_map_land(ent_i_lines_t *rings, const ent_i_map_t *map, ent_error_t *err);
/* The borders between countries in the map's part of the world (Natural Earth, de facto), as runs.
 * Coasts are none of them. */
ent_status_t ent_i_map_borders(ent_i_lines_t *runs, const ent_i_map_t *map, ent_error_t *err);
/* The map's frame: the outline of the projected world, or its box. */
ent_status_t ent_i_map_frame(ent_i_lines_t *rings, const ent_i_map_t *map, ent_error_t *err);
/* Runs of cubic curves through runs of points, none of which is off its curve by more than `most`:
 * a start and then threes, two controls and a curve's end. */
ent_status_t ent_i_lines_curve(ent_i_lines_t *curves, const ent_i_lines_t *runs, double most,
                               ent_error_t *err);
/* The square of the distance from a point to the line between two others. */
double ent_i_square_to(ent_i_point_t at, ent_i_point_t from, ent_i_point_t to);
/* Where a cubic is at `t`, from 0 to 1. */
ent_i_point_t ent_i_curve_at(const ent_i_point_t curve[4], double t);
/* Whether a cubic is the straight line between its ends, but for `off`. */
bool ent_i_curve_is_straight(const ent_i_point_t curve[4], double off);
/* The control of the parabola that a cubic is, but for `off`; false where it is none. */
bool ent_i_curve_parabola(ent_i_point_t *control, const ent_i_point_t curve[4], double off);
void ent_i_lines_free(ent_i_lines_t *runs);

#endif
