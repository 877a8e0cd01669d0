/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A figure while it is composed: the page, its furniture, the plan and where things stand. */
#ifndef ENT_FIGURE_PAGE_H
#define ENT_FIGURE_PAGE_H

#include "figure/font.h"
#include "figure/place.h"
#include "figure/plan.h"
#include "figure/words.h"

/* Actors that are always named. */
enum { ENT_ALWAYS_NAMED = 10 };

/* Ties of a larger figure say nothing to a pointer: nobody would hit one. */
enum { ENT_MOST_TITLES = 3000 };

/* Lines of a name; one more is for what tells it apart, one for a count. */
enum { ENT_NAME_LINES = 3 };

/* What ent_figure_warning() tells. */
typedef struct ent_i_warnings {
    const char **text;
    size_t count;
    size_t capacity;
} ent_i_warnings_t;

typedef struct ent_i_legend ent_i_legend_t;
typedef struct ent_i_page ent_i_page_t;

/* What gives way on a small page. */
typedef enum ent_i_tight {
    ENT_TIGHT_NOT,
    ENT_TIGHT_TYPE,  /* type, down to the preset's least */
    ENT_TIGHT_NAMES, /* and the names of all but those that are always named */
    ENT_TIGHT_COUNT
} ent_i_tight_t;

struct ent_i_page {
    const ent_network_t *network;
    const ent_figure_options_t *options; /* `chosen` */
    ent_figure_options_t chosen;
    ent_i_tight_t tight;
    const ent_i_look_t *look; /* `own` once something of it had to change */
    ent_i_look_t own;
    ent_i_scene_t *scene;
    ent_i_font_t font;
    ent_i_plan_t plan;
    ent_i_point_t *at;                   /* by mark */
    bool *shown;                         /* by mark: it stands on the page */
    bool *sized;                         /* by mark: its area shows its value */
    bool stroke_shown[ENT_STROKE_COUNT]; /* ties of the kind have a line here */
    ent_i_box_t inner;                   /* the page without its margins */
    ent_i_box_t plot;                    /* what the furniture leaves */
    ent_i_box_t *blocked;                /* no name may touch these */
    size_t blocked_count;
    size_t blocked_capacity;
    size_t names_left_out;
    size_t unnamed;     /* of those that are always named: they found no room */
    size_t stumps;      /* and of these so many found room only when little of them was left */
    size_t name_lines;  /* lines that a name may take, at most ENT_NAME_LINES */
    const char **apart; /* by mark: what tells it from another of the same name; NULL */
    const char **note;  /* sentences for the foot, owned by the scene */
    size_t note_count;
    size_t note_capacity;
    ent_i_warnings_t *warnings;
    bool cramped;         /* title, legend and notes leave no room for a picture */
    bool outlined;        /* the layout has drawn its hulls */
    double tie_alpha;     /* of ties' opacity, where a layout lays many over each other; 0: all */
    double width_scale;   /* of ties' lines: less than 1 where there are very many */
    const char *leaders;  /* who the description names; NULL: the marks of highest rank */
    bool grouped;         /* a cell of the matrix stands for two groups */
    ent_i_point_t middle; /* of a circle within which the names of hulls stay */
    double reach;         /* its radius; 0: they may stand anywhere */
    bool tones_named;     /* what colours mean stands beside them, not in the legend */
    bool resized;         /* the layout has made marks smaller: the legend must follow */
    size_t rings;         /* about the middle; 0 without */
    bool last_apart;      /* the last of them holds those out of reach */
    const char *told;     /* what the layout adds to the picture in words; NULL: nothing */
    /* what the layout itself has to say in the legend; NULL: nothing */
    void (*explain)(ent_i_legend_t *legend, ent_i_page_t *page);
};

/* One entry of a legend. */
typedef enum ent_i_swatch {
    ENT_SWATCH_NONE,
    ENT_SWATCH_MARK,
    ENT_SWATCH_LINE,
    ENT_SWATCH_CURVES, /* two ties of one pair */
    ENT_SWATCH_BADGE,
    ENT_SWATCH_FAN,
    ENT_SWATCH_HULL,
    ENT_SWATCH_RING,
    ENT_SWATCH_BOX,   /* planned or disputed: an outline */
    ENT_SWATCH_CELL,  /* of a matrix */
    ENT_SWATCH_ARROW, /* a bar that goes on, then as wide as twice the radius */
    ENT_SWATCH_WIDTH  /* a band as wide as twice the radius */
} ent_i_swatch_t;

enum { ENT_ENTRY_LINES = 4 };

typedef struct ent_i_entry {
    ent_i_swatch_t swatch;
    const char *text;
    const char *line[ENT_ENTRY_LINES]; /* the text, broken to the legend's width */
    size_t line_count;
    double indent; /* of the text behind `at` */
    double width;  /* of swatch and text */
    bool heading;  /* begins a section */
    ent_kind_t kind;
    double radius;
    ent_i_color_t color;
    bool hollow;
    ent_i_stroke_t stroke;
    ent_tie_status_t status;
    double weight;    /* of a line; 0: the least */
    bool arrow;       /* on a line */
    bool dotted;      /* a mark */
    size_t ring;      /* from the middle, the swatch's own being drawn strong */
    ent_i_point_t at; /* left end, middle of the row */
} ent_i_entry_t;

enum { ENT_MOST_ENTRIES = 48 };

struct ent_i_legend {
    ent_i_entry_t entry[ENT_MOST_ENTRIES];
    size_t count;
    double height; /* to keep free below the plot: 0 for a column beside it */
    bool settled;  /* beside or below: what the first flow decided stays */
    bool beside;
    double tall;    /* height of the columns beside the plot */
    size_t columns; /* beside the plot: one, or two where one would be higher than it */
    double column;  /* their width */
    bool brief;     /* no room to say more of sizes than what they are */
};

/* compose.c: one page, all of it. The page is zeroed; what the options point to is borrowed. */
void ent_i_page_init(ent_i_page_t *page, ent_i_scene_t *scene, ent_i_warnings_t *warnings,
                     const ent_network_t *network, const ent_figure_options_t *options);
ent_status_t ent_i_page_compose(ent_i_page_t *page, ent_error_t *err);
void ent_i_page_free(ent_i_page_t *page);

/* fit.c: composes a page; one of the caller's size tighter and tighter until it holds a picture
 * with the names that must be there, or else refuses it and says what size would do. */
ent_status_t ent_i_page_fit(ent_i_page_t *page, ent_i_scene_t *scene, ent_i_warnings_t *warnings,
                            const ent_network_t *network, const ent_figure_options_t *options,
                            ent_error_t *err);

/* furniture.c: title, subtitle, legend, notes. */

/* Draws the title and subtitle and takes them from the top of the plot. */
void ent_i_page_head(ent_i_page_t *page);
/* Adds a sentence for the foot, or a warning too. */
void ent_i_page_note(ent_i_page_t *page, const char *sentence);
void ent_i_page_warn(ent_i_page_t *page, const char *sentence);
/* Says in the middle of the plot that there is nothing to draw: no actors, no ties. */
void ent_i_page_empty(ent_i_page_t *page, ent_i_word_t word);
/* Keeps names out of a box. */
void ent_i_page_block(ent_i_page_t *page, const ent_i_box_t *box);
/* Takes the room of the notes (and of one that counts names left out) from the plot's foot. */
void ent_i_page_reserve_foot(ent_i_page_t *page);
double ent_i_page_foot_height(ent_i_page_t *page);
void ent_i_page_foot(ent_i_page_t *page);
const char *ent_i_page_subtitle(ent_i_page_t *page);
const char *ent_i_page_title(ent_i_page_t *page);

/* alt.c: the picture in words; the first `hidden` notes say what is not drawn. */
void ent_i_page_describe(ent_i_page_t *page, size_t hidden);

/* legend.c */

/* The name of an attribute or a measure, which tables write with "_". */
const char *ent_i_spoken(ent_i_page_t *page, const char *name);
void ent_i_legend_make(ent_i_legend_t *legend, ent_i_page_t *page);
/* Adds what shapes and colours of marks mean. */
void ent_i_legend_actors(ent_i_legend_t *legend, ent_i_page_t *page);
ent_i_entry_t *ent_i_legend_add(ent_i_legend_t *legend, ent_i_swatch_t swatch, const char *text);
double ent_i_swatch_width(const ent_i_page_t *page, const ent_i_entry_t *entry);
void ent_i_draw_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t at);

/* legend_place.c */

/* Sets the entries' places: in rows of a width, or, the first time taking its width from the plot,
 * in a column beside it. To be called when the head is drawn and the foot not yet reserved. */
void ent_i_legend_flow(ent_i_legend_t *legend, ent_i_page_t *page, double width);
/* Makes the legend again for marks that have become smaller, in the room that it has. */
void ent_i_legend_again(ent_i_legend_t *legend, ent_i_page_t *page);
/* `corner`: of rows; a column has its own place. */
void ent_i_legend_draw(const ent_i_legend_t *legend, ent_i_page_t *page, ent_i_point_t corner);

/* matrix_cells.c: a cell of a matrix, or a sample of one. */
ent_i_item_t *ent_i_draw_cell(ent_i_page_t *page, const ent_i_box_t *box, ent_tie_status_t status,
                              ent_i_color_t color);

/* legend_ties.c */
void ent_i_legend_ties(ent_i_legend_t *legend, ent_i_page_t *page);
void ent_i_draw_tie_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t left,
                           double width);

/* hulls.c: soft outlines about sets of marks. */

/* Their entries, and a note on those left out. */
void ent_i_legend_hulls(ent_i_legend_t *legend, ent_i_page_t *page);
/* Draws them, with their names where there is room, below what is drawn later; the marks have their
 * places. */
ent_status_t ent_i_draw_hulls(ent_i_page_t *page, ent_error_t *err);
/* They in words: "group 1 – 12; group 2 – 9", owned by the scene; "" without any, or where the
 * marks' colours say the same. */
const char *ent_i_hulls_list(ent_i_page_t *page);
/* What the outlines go by, in words. */
const char *ent_i_hulls_by(ent_i_page_t *page);
void ent_i_draw_hull_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t middle);

/* fan.c: members tied to a network alone. */
double ent_i_fan_reach(const ent_i_page_t *page, const ent_i_mark_t *mark);
void ent_i_draw_fan(ent_i_page_t *page, size_t hub);
/* Whether, and how, a few rays stand for members that are counted. */
bool ent_i_has_rays(const ent_i_page_t *page, const ent_i_mark_t *mark);
void ent_i_draw_rays(ent_i_page_t *page, size_t hub);
/* A leader's end, moved from the reach of such members to the mark, unless they are in between. */
ent_i_point_t ent_i_lead_end(const ent_i_page_t *page, size_t hub, ent_i_point_t end);

/* links.c: ties of diagrams, several of one pair bent apart. */

/* Draws all ties; those of a directed network point to their targets. */
void ent_i_draw_links(ent_i_page_t *page);
/* The same on ways of another kind: fills the curve between the middles of a tie's marks. */
typedef void ent_i_way_t(ent_i_point_t curve[4], const ent_i_page_t *page, const ent_i_link_t *link,
                         const void *context);
void ent_i_draw_ways(ent_i_page_t *page, ent_i_way_t *way, const void *context);
void ent_i_draw_link(ent_i_page_t *page, const ent_i_link_t *link, ent_i_way_t *way,
                     const void *context);
/* crowd.c: the ties of a large figure, in few items: the lines or curves of one look are one. */
enum { ENT_MOST_LOOKS = 64 };

typedef struct ent_i_bundle {
    ent_i_item_t look;
    ent_i_point_t *point; /* ent_i_span() each */
    size_t count;
    size_t capacity;
} ent_i_bundle_t;

typedef struct ent_i_crowd {
    ent_i_bundle_t bundle[ENT_MOST_LOOKS];
    size_t count;
} ent_i_crowd_t;

/* The ties of one stroke of a diagram. */
void ent_i_draw_crowd(ent_i_page_t *page, ent_i_stroke_t stroke, ent_i_way_t *way,
                      const void *context);
/* Keeps a line, or a curve by the look's shape, for its look; false where there are too many looks.
 */
bool ent_i_crowd_add(ent_i_crowd_t *crowd, ent_i_page_t *page, const ent_i_item_t *look,
                     const ent_i_point_t *point);
/* Draws all that were kept and lets go of them. */
void ent_i_crowd_draw(ent_i_crowd_t *crowd, ent_i_page_t *page);
/* detour.c: how far a tie bends aside, at its half, to go round marks of others that it would run
 * through; 0: there are none, or no slight bend goes round more of them. */
double ent_i_detour(const ent_i_page_t *page, const ent_i_link_t *link);
/* How far a tie of several of its pair bends aside, in points, on a way of that length. */
double ent_i_bend_of(const ent_i_page_t *page, const ent_i_link_t *link, double length);
/* The way of a tie from the middle of one mark to that of the other, `bend` apart from the straight
 * line at its half. */
void ent_i_bend(ent_i_point_t curve[4], ent_i_point_t from, ent_i_point_t to, double bend);
/* An arrow's head at the end of a way, `back` before its end; cuts the way where the head begins.
 */
void ent_i_draw_arrow(ent_i_page_t *page, ent_i_point_t curve[4], double back, ent_i_color_t color);

/* marks.c: one actor, one tie. */
ent_i_item_t *ent_i_draw_mark(ent_i_scene_t *scene, ent_kind_t kind, ent_i_point_t center,
                              double radius);
/* Doubt is dashed whatever the kind of tie: planned in long dashes, disputed in dash and dot. */
void ent_i_dash_by_status(ent_i_item_t *item, ent_tie_status_t status, double line);
void ent_i_style_line(ent_i_item_t *item, const ent_i_page_t *page, ent_i_stroke_t stroke,
                      ent_tie_status_t status, double weight);
/* How far its shape and rings reach from its middle; an arrow ends there. */
double ent_i_mark_edge(const ent_i_page_t *page, const ent_i_mark_t *mark);
/* The dot in the middle of a mark of that colour. */
void ent_i_draw_dot(ent_i_page_t *page, ent_i_point_t center, double radius, ent_i_color_t fill);
void ent_i_draw_badge(ent_i_page_t *page, ent_i_point_t center, double radius, size_t badge);
void ent_i_draw_marks(ent_i_page_t *page);
/* What a pointer says of an actor or a tie. */
const char *ent_i_mark_title(ent_i_page_t *page, const ent_i_mark_t *mark);
const char *ent_i_link_title(ent_i_page_t *page, const ent_i_link_t *link);
const char *ent_i_mark_name(ent_i_page_t *page, const ent_i_mark_t *mark);
/* Gives a tie's line its class and id. */
const char *ent_i_tie_class(const ent_i_link_t *link);
void ent_i_name_link(ent_i_page_t *page, ent_i_item_t *item, const ent_i_link_t *link);

/* apart.c: finds the marks whose names are the same, and what tells them apart: their countries,
 * their regions, else their ids. */
ent_status_t ent_i_page_tell_apart(ent_i_page_t *page, ent_error_t *err);

/* labels.c */

/* From what a name stands for to the name: a thorn, as no tie has, whose tip ends short of the
 * mark. Strokes are the ties' alone: solid, dotted, dashed, thick and thin have meanings. */
void ent_i_draw_leader(ent_i_page_t *page, ent_i_point_t from, ent_i_point_t to);

/* A label in lines: a name, and the count of what is folded. */
typedef struct ent_i_label {
    const char *line[ENT_NAME_LINES + 2];
    size_t line_count;
    const char *language;
    size_t soft;   /* lines from here on are in a softer tone */
    size_t counts; /* lines from here on are counts */
    bool bold;
    double width;
    double height;
    double line_height;
    double ascent;
} ent_i_label_t;

typedef struct ent_i_label_words {
    const char *name;
    const char *apart; /* what tells it from another of the same name; NULL */
    const char *count; /* below it, in a softer tone; NULL */
    bool bold;
} ent_i_label_words_t;

/* Sets them below each other; the name is broken into lines no wider than `widest`. */
void ent_i_label_set(ent_i_label_t *label, ent_i_page_t *page, const ent_i_label_words_t *words,
                     double widest);
void ent_i_label_make(ent_i_label_t *label, ent_i_page_t *page, const ent_i_mark_t *mark,
                      double widest);
/* Places labels beside their marks and draws them, from the most important; marks[i] has label[i].
 * Where names may stand on any side of their marks, they may be broken in other ways; those of the
 * actors that are always named are cut where nothing else helps. */
ent_status_t ent_i_page_label(ent_i_page_t *page, const ent_i_label_t *label, const size_t *mark,
                              size_t count, const ent_i_ground_t *ground, const ent_i_side_t *side,
                              ent_error_t *err);

/* diagram.c: figures of marks with names beside them and ties between. */

/* Marks that ask for a name, from the most important; with their labels. */
typedef struct ent_i_named {
    size_t *mark; /* by importance */
    ent_i_label_t *label;
    size_t count;
    size_t roomed; /* the first so many get room in the layout */
} ent_i_named_t;

/* Sets where the marks stand in the plot, page->at, and draws what lies behind them. The graph has
 * the ties; its `radius` and `room` are the function's to set. */
typedef ent_status_t ent_i_lay_out_t(ent_i_page_t *page, const ent_i_named_t *names,
                                     ent_i_layout_graph_t *graph, ent_error_t *err);
ent_status_t ent_i_diagram_compose(ent_i_page_t *page, ent_i_lay_out_t *lay_out, ent_error_t *err);
/* Whether the names of the many in rows without ties are left out. */
bool ent_i_has_lost(const ent_i_page_t *page);
/* How far a mark reaches with its rings and the rays of those folded into it. */
double ent_i_mark_reach(const ent_i_page_t *page, const ent_i_mark_t *mark);

/* The vertex of the actor that the network was built about; ENT_NONE without one. */
ent_id_t ent_i_focus_vertex(const ent_network_t *network);

/* How one layout makes a figure. */
typedef struct ent_i_layout {
    const char *name;
    ent_status_t (*check)(const ent_network_t *network, ent_error_t *err); /* NULL: takes any */
    ent_status_t (*compose)(ent_i_page_t *page, ent_error_t *err); /* what stands in the plot */
} ent_i_layout_t;
const ent_i_layout_t *ent_i_layout(ent_layout_t layout);

/* network_figure.c, map_figure.c, columns_figure.c, ego_figure.c, arc_figure.c, timeline_figure.c,
 * concentric_figure.c, circle_figure.c, chord_figure.c, matrix_figure.c */
ent_status_t ent_i_compose_force(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_map(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_check_columns(const ent_network_t *network, ent_error_t *err);
ent_status_t ent_i_compose_columns(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_check_ego(const ent_network_t *network, ent_error_t *err);
ent_status_t ent_i_compose_ego(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_arc(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_check_timeline(const ent_network_t *network, ent_error_t *err);
ent_status_t ent_i_compose_timeline(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_concentric(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_circle(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_chord(ent_i_page_t *page, ent_error_t *err);
ent_status_t ent_i_compose_matrix(ent_i_page_t *page, ent_error_t *err);

#endif
