/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scene: the shapes, text and titles of one figure in points, y downwards, in drawing order.
 * Every back-end (cairo for PDF and PNG, our own writer for SVG, JSON for tests) reads this and
 * nothing else. All numbers are finite: ent_i_scene_* refuse others by assertion. */
#ifndef ENT_FIGURE_SCENE_H
#define ENT_FIGURE_SCENE_H

#include "base/memory.h"
#include "layout/layout.h"

typedef struct ent_i_color {
    double red, green, blue, alpha; /* 0 to 1 */
} ent_i_color_t;

typedef enum ent_i_shape {
    ENT_SHAPE_CIRCLE, /* center, radius */
    ENT_SHAPE_PATH,   /* points: polylines or closed rings, see ends */
    ENT_SHAPE_CURVE,  /* points in threes: quadratic from, control, to */
    ENT_SHAPE_TEXT,   /* text at a baseline */
    ENT_SHAPE_GROUP,  /* opens a group: id, class, title */
    ENT_SHAPE_GROUP_END
} ent_i_shape_t;

typedef enum ent_i_anchor { ENT_ANCHOR_START, ENT_ANCHOR_MIDDLE, ENT_ANCHOR_END } ent_i_anchor_t;

typedef struct ent_i_item {
    ent_i_shape_t shape;
    const char *id;    /* unique in the scene, an XML name made by us; NULL */
    const char *class; /* "tie planned", "city", "label", … ; NULL */
    const char *title; /* what a pointer or a screen reader says; NULL */
    const char *actor; /* id of the actor that it stands for; NULL */
    ent_i_point_t center;
    double radius;
    const ent_i_point_t *point;
    size_t point_count;
    const size_t *end; /* index behind the last point of each run */
    size_t run_count;
    bool closed;
    bool filled;
    bool stroked;
    ent_i_color_t fill;
    ent_i_color_t stroke;
    double line_width;
    double dash[2]; /* 0, 0: solid */
    const char *text;
    const char *language; /* BCP 47; NULL */
    double font_size;
    bool bold;
    bool halo; /* a white outline behind the letters */
    ent_i_anchor_t anchor;
    ent_i_box_t box;   /* of text: its ink and advance box on the page, from the font's metrics */
    double text_width; /* advance of the whole line, for textLength */
} ent_i_item_t;

typedef struct ent_i_scene {
    double width; /* points */
    double height;
    const char *title;
    const char *description;
    const char *language;
    ent_i_item_t *item;
    size_t item_count;
    size_t item_capacity;
    ent_i_arena_t arena; /* owns all that items point to */
} ent_i_scene_t;

#endif
