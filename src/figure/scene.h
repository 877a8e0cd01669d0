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
    ENT_SHAPE_CURVE,  /* points: runs of a start and then threes: two controls, the cubic's end */
    ENT_SHAPE_TEXT,   /* text at a baseline */
    ENT_SHAPE_GROUP,  /* opens a group: id, class, title */
    ENT_SHAPE_GROUP_END
} ent_i_shape_t;

typedef enum ent_i_anchor { ENT_ANCHOR_START, ENT_ANCHOR_MIDDLE, ENT_ANCHOR_END } ent_i_anchor_t;

typedef struct ent_i_item {
    ent_i_shape_t shape;
    const char *id;    /* unique in the scene, an XML name made by us (without prefix); NULL */
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
    bool each; /* the runs are lines or curves of their own, which darken each other where they
                  cross */
    bool filled;
    bool stroked;
    ent_i_color_t fill;
    ent_i_color_t stroke;
    double line_width;
    double dash[4]; /* on, off, on, off; all 0: solid */
    const char *text;
    const char *language; /* BCP 47; NULL */
    double font_size;
    bool bold;
    bool halo; /* an outline of paper behind the letters */
    ent_i_anchor_t anchor;
    double turn;       /* of text, about `center`: degrees, clockwise */
    ent_i_box_t box;   /* of text: its ink and advance box on the page, from the font's metrics */
    double text_width; /* advance of the whole line, for textLength */
} ent_i_item_t;

typedef struct ent_i_scene {
    double width; /* points */
    double height;
    ent_i_color_t paper; /* behind everything */
    const char *title;
    const char *description;
    const char *brief; /* the description in at most 150 letters */
    const char *language;
    int64_t date;       /* that a document must carry, seconds since 1970 */
    const char *prefix; /* of every id, so that two figures may stand in one page */
    ent_i_item_t *item;
    size_t item_count;
    size_t item_capacity;
    ent_i_arena_t arena; /* owns all that items point to */
    bool failed;         /* memory ran out: sticky, see ent_i_scene_status() */
    ent_i_item_t lost;   /* what a caller may write to after that */
} ent_i_scene_t;

/* Points of one of the lines or curves of an item that has `each`. */
static inline size_t ent_i_span(ent_i_shape_t shape)
{
    return shape == ENT_SHAPE_CURVE ? 4 : 2;
}

#define ENT_HALO 0.85 /* how opaque the paper behind letters is */

static const ent_i_color_t ent_i_no_color = {0, 0, 0, 0};

void ent_i_scene_free(ent_i_scene_t *scene);

/* Drawing goes on after memory ran out, to no effect; ask once, when the scene is composed. */
ent_status_t ent_i_scene_status(const ent_i_scene_t *scene, ent_error_t *err);

/* Appends an empty item and returns it for the caller to fill in, valid until the next one. Never
 * NULL. */
ent_i_item_t *ent_i_scene_add(ent_i_scene_t *scene, ent_i_shape_t shape);

ent_i_item_t *ent_i_scene_circle(ent_i_scene_t *scene, ent_i_point_t center, double radius);
/* One run of points, copied. */
ent_i_item_t *ent_i_scene_path(ent_i_scene_t *scene, const ent_i_point_t *point, size_t count,
                               bool closed);
/* Several runs, copied. */
ent_i_item_t *ent_i_scene_runs(ent_i_scene_t *scene, const ent_i_lines_t *runs, bool closed);
/* Several runs of cubic curves, copied. */
ent_i_item_t *ent_i_scene_curves(ent_i_scene_t *scene, const ent_i_lines_t *curves);
ent_i_item_t *ent_i_scene_line(ent_i_scene_t *scene, ent_i_point_t from, ent_i_point_t to);
ent_i_item_t *ent_i_scene_curve(ent_i_scene_t *scene, const ent_i_point_t point[4]);
/* Lines (paths) or curves of their own, copied: ent_i_span() points each. */
ent_i_item_t *ent_i_scene_each(ent_i_scene_t *scene, ent_i_shape_t shape,
                               const ent_i_point_t *point, size_t count);
/* Opens a group; every one must be closed. */
ent_i_item_t *ent_i_scene_open(ent_i_scene_t *scene, const char *class);
void ent_i_scene_close(ent_i_scene_t *scene);

ent_i_color_t ent_i_faded(ent_i_color_t color, double alpha);

/* Sets the item's outline. */
void ent_i_item_stroke(ent_i_item_t *item, ent_i_color_t color, double width);
void ent_i_item_fill(ent_i_item_t *item, ent_i_color_t color);
/* Turns level text about its anchor, its box too: at -90 degrees it reads upwards. */
void ent_i_item_turn(ent_i_item_t *item, double degrees);

/* Text owned by the scene: a copy, a formatted one. "" when memory ran out. */
const char *ent_i_scene_copy(ent_i_scene_t *scene, const char *text);
const char *ent_i_scene_printf(ent_i_scene_t *scene, const char *format, ...) ENT_PRINTF(2, 3);

/* A name as it may be drawn: no control characters, no directions but its own letters', at most
 * 8 marks on a letter, at most `most` letters. Owned by the scene. */
const char *ent_i_scene_name(ent_i_scene_t *scene, const char *name, size_t most);

/* The page box that an item covers, its line width included. */
ent_i_box_t ent_i_item_box(const ent_i_item_t *item);

#endif
