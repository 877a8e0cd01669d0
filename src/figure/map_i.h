/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of a map figure. */
#ifndef ENT_FIGURE_MAP_I_H
#define ENT_FIGURE_MAP_I_H

#include "figure/page.h"

/* Places that get an enlarged panel of their own. */
enum { ENT_MOST_INSETS = 3 };

/* On one map no more places than these are named. */
enum { ENT_MOST_PLACES = 400 };

typedef struct ent_i_inset {
    ent_i_box_t crowd; /* on the main map: about its places */
    double shape;      /* width by height of the crowd, enlarged */
    ent_i_box_t frame; /* on the main map: what the panel shows */
    ent_i_box_t panel;
    ent_i_map_t map;
    size_t members;
    bool afloat; /* the panel stands on the main map, not below it */
} ent_i_inset_t;

/* A map figure while it is composed. */
typedef struct ent_i_atlas {
    ent_i_page_t *page;
    ent_i_map_t map;
    double *latitude; /* by mark; NaN: no place */
    double *longitude;
    bool *prominent;    /* by mark: named, in front */
    double crowd;       /* 1, or how much smaller marks are where there are many */
    bool lines;         /* some tie has a line or a place in the list */
    size_t *ranked;     /* marks, most important first */
    size_t *arcs;       /* by mark: ties with a line or a place in the list */
    int *inset_of;      /* by mark; -1: none */
    double lowest;      /* latitude of the southernmost place of a line; 90: none */
    size_t lowest_mark; /* where such a line begins */
    ent_i_inset_t inset[ENT_MOST_INSETS];
    size_t inset_count;
    ent_i_box_t bar;    /* the scale; no width: none */
    size_t unseen;      /* ties whose lines are covered by the marks at their ends */
    size_t unseen_note; /* the note that says so, where one does */
} ent_i_atlas_t;

/* Whether a tie is drawn as a line on a map: memberships are not. */
bool ent_i_map_shows(const ent_i_atlas_t *atlas, const ent_i_link_t *link);

/* map_legend.c: the entries of a map, and the sentences on it. */
void ent_i_map_legend(ent_i_atlas_t *atlas, ent_i_legend_t *legend);
void ent_i_map_notes(ent_i_atlas_t *atlas);
/* Says of so many ties that they are not seen; empty for none. */
const char *ent_i_map_say_unseen(const ent_i_atlas_t *atlas);

/* The radius of a member's dot. */
double ent_i_map_dot(const ent_i_page_t *page);

/* map_draw.c: sea, land, lines and marks of one map, main (inset -1) or enlarged. */
ent_status_t ent_i_draw_map(ent_i_atlas_t *atlas, const ent_i_map_t *map, int inset,
                            ent_error_t *err);

/* map_crowd.c */

/* Finds the crowds of the main map and sets their frames. A crowd goes as far as its places are
 * linked; the few of a large one that stand far off are left to the main map. Places at one point
 * are none: to enlarge them shows no more. */
ent_status_t ent_i_find_insets(ent_i_atlas_t *atlas, ent_error_t *err);
/* Whether a box meets the frame of a crowd. */
bool ent_i_meets_frame(const ent_i_atlas_t *atlas, const ent_i_box_t *box);

/* map_inset.c */

/* The height that panels side by side in a room of this width are worth. */
double ent_i_insets_height(const ent_i_atlas_t *atlas, double width);
/* Puts a panel for each on the main map where it hides neither mark nor line; a crowd for which
 * there is no such place gets none. */
ent_status_t ent_i_float_insets(ent_i_atlas_t *atlas, ent_error_t *err);
/* Puts the panels side by side into a room. */
ent_status_t ent_i_fit_insets(ent_i_atlas_t *atlas, const ent_i_box_t *room, ent_error_t *err);
ent_status_t ent_i_draw_insets(ent_i_atlas_t *atlas, ent_error_t *err);
/* Where the letter of a frame stands, on no mark if there is such a place: inside a panel along its
 * edges, beside a corner of a frame on the map. */
ent_i_box_t ent_i_inset_letter(const ent_i_atlas_t *atlas, const ent_i_inset_t *inset, bool inside);

/* map_scale.c: a bar of kilometres on a map of a part of the world. */
void ent_i_map_scale(ent_i_atlas_t *atlas);

/* map_ways.c */

/* The great circle of a tie on a map as runs of cubic curves, off it by no more than `most` points;
 * ties of one pair bent apart. Freed by ent_i_lines_free(). */
ent_status_t ent_i_map_curves(ent_i_lines_t *curves, const ent_i_atlas_t *atlas,
                              const ent_i_map_t *map, const ent_i_link_t *link, double most,
                              ent_error_t *err);

/* How many ties, planned and disputed ones too, have no line that could be seen, neither on the
 * main map nor on an enlarged one: both ends are at one place, or the marks there cover all of it.
 */
ent_status_t ent_i_map_unseen(size_t *count, const ent_i_atlas_t *atlas, ent_error_t *err);

/* map_names.c: names the prominent marks of the main map (inset -1) or of an enlarged one. */
ent_status_t ent_i_name_map(ent_i_atlas_t *atlas, const ent_i_map_t *map, int inset,
                            ent_error_t *err);

/* The ways of a map as short segments, point by point in twos; none where they cover it anyway. */
ent_status_t ent_i_map_segments(ent_i_point_t **segment, size_t *count, const ent_i_atlas_t *atlas,
                                const ent_i_map_t *map, ent_error_t *err);

/* map_list.c: ties with those that have no place, in columns; draws it into a
 * box, or only measures. Returns its height. */
double ent_i_map_list(ent_i_atlas_t *atlas, const ent_i_box_t *box, size_t columns, bool draw);

#endif
