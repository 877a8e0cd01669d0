/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the placing of labels is made of: the page in cells, and the places of each label. */
#ifndef ENT_FIGURE_PLACE_I_H
#define ENT_FIGURE_PLACE_I_H

#include "figure/place.h"

/* The page in square cells. */
typedef struct ent_i_cells {
    ent_i_box_t page;
    double side;
    size_t columns;
    size_t rows;
} ent_i_cells_t;

/* Columns x0 … x1 and rows y0 … y1 that a box touches. */
typedef struct ent_i_range {
    size_t x0, x1, y0, y1;
} ent_i_range_t;

ent_i_cells_t ent_i_cells(const ent_i_box_t *page, double side);
ent_i_range_t ent_i_cells_of(const ent_i_cells_t *cells, const ent_i_box_t *box);

/* place_ground.c: what stands still on the page. */
struct ent_i_terrain {
    const ent_i_ground_t *ground;
    ent_i_cells_t cells;
    size_t *first; /* by cell, one more: of `disc` */
    size_t *disc;  /* that touch the cell */
    ent_i_cells_t fine;
    double *ink; /* length of ties above and left of each corner of the fine cells */
};

/* Whether a box lies on the page and touches no disc and no blocked box; `own` may come near. */
bool ent_i_terrain_is_free(const ent_i_terrain_t *terrain, const ent_i_box_t *box, size_t own);
/* How far from a box the nearest disc other than `own` is, soft ones apart; at most `most`. */
double ent_i_terrain_nearest(const ent_i_terrain_t *terrain, const ent_i_box_t *box, size_t own,
                             double most);
/* Whether a leader touches no disc but its own, soft ones and those that its own touches apart. */
bool ent_i_terrain_lets_pass(const ent_i_terrain_t *terrain, ent_i_point_t from, ent_i_point_t to,
                             size_t own);
/* The length of the ties under a box, in points; of very many ties 0. */
double ent_i_terrain_ink(const ent_i_terrain_t *terrain, const ent_i_box_t *box);

/* A place for a label. */
typedef struct ent_i_spot {
    ent_i_box_t box;
    double cost;
    bool leader;
    unsigned char shape;
    ent_i_point_t from;
    ent_i_point_t to;
} ent_i_spot_t;

/* place_spots.c: the places of all labels, each label's from the cheapest. */
typedef struct ent_i_spots {
    ent_i_spot_t *spot;
    size_t *first; /* by label, one more */
} ent_i_spots_t;

ent_status_t ent_i_spots_init(ent_i_spots_t *spots, const ent_i_wish_t *wish, size_t count,
                              const ent_i_terrain_t *terrain, ent_error_t *err);
void ent_i_spots_free(ent_i_spots_t *spots);
/* The page box of a place with its leader. */
ent_i_box_t ent_i_spot_reach(const ent_i_spot_t *spot);
/* Whether two labels cannot take these places together. */
bool ent_i_spots_clash(const ent_i_spot_t *a, const ent_i_spot_t *b, const ent_i_ground_t *ground);

#endif
