/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where labels go: beside their marks in one of several positions, or further off with a leader;
 * never on another label or mark, never off the page. Each label has a list of places where it
 * would meet nothing that stands still, with a price; the labels then take places in the order of
 * importance, make room for one another by chains of moves, and trade places where that is cheaper.
 * Nothing depends on chance. */
#ifndef ENT_FIGURE_PLACE_H
#define ENT_FIGURE_PLACE_H

#include "base/memory.h"
#include "layout/layout.h"

typedef enum ent_i_side { ENT_SIDE_ANY, ENT_SIDE_LEFT, ENT_SIDE_RIGHT } ent_i_side_t;

/* What the leader of a label that must be placed may do; each is a last resort to the one before.
 */
typedef enum ent_i_lead {
    ENT_LEAD_CLEAR, /* go where it meets no mark, no farther than `most` */
    ENT_LEAD_OVER,  /* and over marks */
    ENT_LEAD_FAR    /* and to anywhere on the page */
} ent_i_lead_t;

/* Ways to break one label into lines. */
enum { ENT_MOST_SHAPES = 3 };

/* Ties are looked at where they are fewer: else they cover the page anyway. */
enum { ENT_MOST_SEGMENTS = 200000 };

/* One label that asks for a place. Asked in the order of the array: most important first. */
typedef struct ent_i_wish {
    size_t disc; /* the disc that it belongs to */
    struct {
        double width;
        double height;
    } shape[ENT_MOST_SHAPES]; /* the best liked first */
    size_t shape_count;
    ent_i_side_t side; /* on this side of the disc only */
    bool must;         /* try every place of the page */
    ent_i_lead_t lead; /* what its leader may do, where it must be placed */
    bool may_lead;     /* try short leaders */
    bool placed;
    size_t shape_used;
    bool leader;
    ent_i_box_t box;
    ent_i_point_t from; /* of the leader: on the disc */
    ent_i_point_t to;   /* and on the label */
} ent_i_wish_t;

typedef struct ent_i_ground {
    ent_i_box_t page;
    const ent_i_point_t *disc; /* centres */
    const double *radius;
    size_t disc_count;
    const bool *soft;             /* by disc: leaders may cross it; NULL: none may be crossed */
    const ent_i_point_t *segment; /* in twos: ties, which labels should not cover but may */
    size_t segment_count;
    const ent_i_box_t *blocked; /* boxes that no label may touch */
    size_t blocked_count;
    double gap;    /* between a label and anything else */
    double beside; /* between two labels on one line, which are one name else; at least the gap */
    double lead;   /* length of the longest leader of a label that need not be placed */
    double most;   /* of one that must, unless there is no place on the page so near; 0: of any */
} ent_i_ground_t;

/* What stands on the page, found quickly by place; the ground stays the caller's and must outlive
 * it. */
typedef struct ent_i_terrain ent_i_terrain_t;

ent_status_t ent_i_terrain_new(ent_i_terrain_t **terrain, const ent_i_ground_t *ground,
                               ent_error_t *err);
void ent_i_terrain_free(ent_i_terrain_t *terrain);

/* Places what can be placed; returns ENT_ENOMEM only. */
ent_status_t ent_i_place_labels(ent_i_wish_t *wish, size_t count, const ent_i_terrain_t *terrain,
                                ent_error_t *err);

bool ent_i_boxes_meet(const ent_i_box_t *a, const ent_i_box_t *b, double gap);
/* How far a box is from a disc's edge; negative where they overlap. */
double ent_i_box_to_disc(const ent_i_box_t *box, ent_i_point_t center, double radius);
/* Whether a box comes nearer than `gap` to a disc. */
bool ent_i_box_meets_disc(const ent_i_box_t *box, ent_i_point_t center, double radius, double gap);
/* The length of a segment inside a box. */
double ent_i_length_inside(const ent_i_box_t *box, ent_i_point_t from, ent_i_point_t to);

#endif
