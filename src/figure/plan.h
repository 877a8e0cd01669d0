/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a figure draws of a network: which actors and ties, which are folded or shown as a mark of
 * others, how large, in which colour. No positions yet. */
#ifndef ENT_FIGURE_PLAN_H
#define ENT_FIGURE_PLAN_H

#include "entente/figure.h"
#include "figure/style.h"

/* How a tie is drawn. */
typedef enum ent_i_stroke {
    ENT_STROKE_SHARED, /* of a projection; drawn first, so the others lie on top */
    ENT_STROKE_EDGE,
    ENT_STROKE_ATTENDANCE,
    ENT_STROKE_MEMBERSHIP,
    ENT_STROKE_AGREEMENT,
    ENT_STROKE_COUNT
} ent_i_stroke_t;

/* Networks drawn as marks on their members; more than these are drawn as hubs. */
enum { ENT_MOST_BADGES = 3 };

typedef struct ent_i_mark {
    ent_id_t vertex;
    ent_kind_t kind;
    double value; /* what its area shows; NaN where undefined */
    double radius;
    ent_i_color_t color;
    bool dotted;                /* its colour comes with a dot */
    const char *toned;          /* what its colour says; NULL: its kind */
    unsigned badges;            /* bit by badge: it belongs to that network */
    size_t folded;              /* members tied to it alone, counted instead of drawn */
    ent_kind_t folded_kind;     /* of all of them, or actor */
    ent_i_color_t folded_color; /* of all of them, else a grey that stands for none */
    const char *folded_toned;   /* what that colour says; NULL as above, or where it is the grey */
    bool fan;                   /* the folded ones are drawn as dots beside it */
    size_t rank;                /* 0: most important */
    bool tied;                  /* some tie of it is drawn */
    bool party;                 /* to an agreement that is drawn, dashed ones included */
    bool member;                /* by a membership that is drawn and counts */
} ent_i_mark_t;

typedef struct ent_i_link {
    ent_id_t a; /* marks */
    ent_id_t b;
    ent_i_stroke_t stroke;
    ent_tie_status_t status; /* planned and disputed are dashed */
    double weight;
    double bend;     /* 0, or its place among several ties of one pair: … -1, 0, 1 … or halves;
                        positive on the right of the way from `a` to `b` */
    size_t siblings; /* ties of the pair, this one included */
    ent_id_t tie;    /* of the network; ENT_NONE for a record that does not count */
    ent_id_t record; /* of such a one */
} ent_i_link_t;

/* A member that is a dot beside the network that it alone is tied to. */
typedef struct ent_i_fan {
    ent_i_mark_t mark;
    ent_id_t hub; /* mark */
    ent_id_t tie;
    ent_i_stroke_t stroke;
} ent_i_fan_t;

typedef struct ent_i_badge {
    ent_id_t vertex;
    size_t members;
    size_t unseen; /* of them, those not shown for want of another tie */
} ent_i_badge_t;

/* One colour of the legend. */
typedef struct ent_i_tone {
    const char *name;
    ent_i_color_t color;
    bool dotted;
    size_t count; /* actors of the network that it stands for */
    bool drawn;   /* for some that are seen */
} ent_i_tone_t;

/* Marks that an outline goes about. */
typedef struct ent_i_hull_set {
    const char *name; /* NULL: that of the network `vertex` */
    ent_id_t vertex;
    ent_i_color_t color;
    bool *member; /* by mark */
    size_t count;
} ent_i_hull_set_t;

typedef struct ent_i_plan {
    ent_i_mark_t *mark;
    size_t mark_count;
    ent_i_fan_t *fan; /* by vertex; counted among neither marks nor links nor hidden ties */
    size_t fan_count;
    ent_i_link_t *link;
    size_t link_count;
    size_t link_capacity;
    ent_id_t *link_a; /* by link, for layouts: filled by ent_i_plan_graph() */
    ent_id_t *link_b;
    ent_i_badge_t badge[ENT_MOST_BADGES];
    size_t badge_count;
    ent_id_t *mark_of; /* by vertex; ENT_NONE: not drawn */
    double *value;     /* by vertex */
    const char *size_by;
    const char *size_name; /* as the legend says it */
    double largest;        /* value */
    double unit;           /* radius of value 1, in points, before the least radius */
    double least_radius;
    ent_i_tone_t tone[ENT_PALETTE_COUNT + 2]; /* with "other" and "not given"; none by kind */
    size_t tone_count;
    ent_i_hull_set_t hull[ENT_PALETTE_COUNT];
    size_t hull_count;
    size_t hull_more;     /* sets of two actors or more for which the palette has no colour */
    size_t hidden_ties;   /* of the network: to badges and of folded members */
    size_t thinned;       /* of the hidden ones, those that are not of the backbone */
    size_t hidden_asides; /* planned or disputed memberships of badges, not drawn */
    size_t folded;        /* actors */
    size_t unseen;        /* actors */
    size_t stroke_count[ENT_STROKE_COUNT]; /* links drawn so */
    bool status_used[ENT_TIE_STATUS_COUNT];
    bool kind_used[ENT_KIND_COUNT];
    bool reciprocal; /* two ties of one pair point to each other */
    bool parallel;   /* two of one pair do not */
    double least_weight;
    double most_weight;
} ent_i_plan_t;

/* Fills a zeroed plan; `scene` owns the names. Every tie of the network is a link or counted in
 * `hidden_ties`. */
ent_status_t ent_i_plan_make(ent_i_plan_t *plan, const ent_network_t *network,
                             const ent_figure_options_t *options, ent_i_scene_t *scene,
                             ent_error_t *err);
void ent_i_plan_free(ent_i_plan_t *plan);

/* Leaves out the marks that are not to be kept, with their links, which count as hidden. Those that
 * hang on one network or event alone are folded into it. */
ent_status_t ent_i_plan_keep(ent_i_plan_t *plan, const bool *keep, ent_error_t *err);

/* The marks and links as a layout sees them; the plan owns the arrays. */
ent_status_t ent_i_plan_graph(ent_i_plan_t *plan, ent_i_layout_graph_t *graph, ent_error_t *err);

/* Planned or disputed: drawn dashed. */
static inline bool ent_i_is_doubtful(ent_tie_status_t status)
{
    return status == ENT_STATUS_PLANNED || status == ENT_STATUS_DISPUTED;
}

/* Counts one more member instead of drawing it. */
static inline void ent_i_mark_fold(ent_i_mark_t *mark, ent_kind_t kind)
{
    mark->folded_kind = mark->folded == 0 || mark->folded_kind == kind ? kind : ENT_KIND_ACTOR;
    mark->folded++;
}

/* Radii for a page that has `area` for the marks. */
void ent_i_plan_sizes(ent_i_plan_t *plan, const ent_i_look_t *look, double area);

/* Colours of the marks and the legend's tones; `hub_of`: by vertex, the one that it is folded into
 * if it is not drawn. */
ent_status_t ent_i_plan_colors(ent_i_plan_t *plan, const ent_network_t *network,
                               const ent_id_t *hub_of, const ent_figure_options_t *options,
                               ent_i_scene_t *scene, ent_error_t *err);

/* hull_sets.c: the sets of options->hull, of two marks or more each; in the order of the parting's
 * values, networks from the one with most marks. The marks are made. */
ent_status_t ent_i_plan_hulls(ent_i_plan_t *plan, const ent_network_t *network,
                              const ent_figure_options_t *options, ent_i_scene_t *scene,
                              ent_error_t *err);

#endif
