/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A circle with names about it: each beside its place, in two columns that follow the circle, with
 * a leader where it had to give way; or, where they are many, turned and on rays. */
#ifndef ENT_FIGURE_RIM_H
#define ENT_FIGURE_RIM_H

#include "figure/page.h"

/* A name at the rim. */
typedef struct ent_i_tag {
    ent_i_label_t label;
    double angle;      /* clockwise from the top, radians */
    size_t rank;       /* 0: the last to be left out */
    ent_id_t vertex;   /* whose name it is; ENT_NONE: of an arc */
    double reach;      /* where its leader begins, from the middle */
    double half;       /* of the arc that it names, radians: it may stand beside any part of it */
    const char *count; /* on the line of its name; NULL: none */
    bool left;         /* of the circle */
    bool placed;
    double y; /* of its middle */
} ent_i_tag_t;

typedef struct ent_i_rim {
    ent_i_point_t center;
    double radius; /* of all that is drawn; names stand outside */
    ent_i_tag_t *tag;
    size_t count;
    double farthest; /* that a name may stand above or below its place; 0: as far as it must */
    size_t always;   /* ranks below this are never left out for that */
    double height;   /* that the names of one side may take */
    ent_i_tag_t **side[2]; /* those placed at the right and at the left, downwards */
    size_t side_count[2];
    bool rays;      /* the names stand on rays, all of them */
    double letters; /* their size there */
} ent_i_rim_t;

void ent_i_rim_free(ent_i_rim_t *rim);

/* Where a place on the circle is. */
ent_i_point_t ent_i_on_circle(ent_i_point_t center, double radius, double angle);

/* Makes a part of a ring between two angles and two radii. */
ent_i_item_t *ent_i_draw_sector(ent_i_scene_t *scene, ent_i_point_t center, double inner,
                                double outer, double from, double to);

/* Sets the last line of a tag's label, a number, behind its name. */
void ent_i_tag_join(ent_i_tag_t *tag, ent_i_page_t *page);

/* Sets the circle into the plot, as large as the names beside it allow. Of names that find no room
 * the least important are left out and counted, and so are those that others would push farther
 * from their places than they may stand. Needs the tags' angles. */
ent_status_t ent_i_rim_fit(ent_i_rim_t *rim, ent_i_page_t *page, ent_error_t *err);

/* rim_rays.c: names on rays. */

/* Whether all names have room on rays, `step` radians apart, in a plot as wide as the page's and
 * that high; sets the largest radius and the size of letters, not below `least`. */
bool ent_i_rim_rays(ent_i_rim_t *rim, const ent_i_page_t *page, double height, double least,
                    double step);
/* Sets the circle into the middle of the plot. */
void ent_i_rim_center(ent_i_rim_t *rim, const ent_i_page_t *page);
/* How long a name of a height may be on its ray. */
double ent_i_rim_room(const ent_i_rim_t *rim, const ent_i_page_t *page, const ent_i_tag_t *tag,
                      double height);
void ent_i_rim_label_rays(const ent_i_rim_t *rim, ent_i_page_t *page);

/* Draws the names, on rays or with leaders from `reach`. */
void ent_i_rim_label(const ent_i_rim_t *rim, ent_i_page_t *page);

#endif
