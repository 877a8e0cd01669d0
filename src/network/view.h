/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One view of a data set in the making, and the steps that make it, in their order. */
#ifndef ENT_NETWORK_VIEW_H
#define ENT_NETWORK_VIEW_H

#include <math.h>

#include "dataset/tie.h"
#include "entente/backbone.h"
#include "network/build.h"

typedef struct ent_i_view {
    const ent_dataset_t *dataset;
    const ent_network_options_t *options;
    size_t actor_count; /* of the data set */
    size_t record_count;
    unsigned char *judged; /* by record: its ent_count_t */
    unsigned judgements;   /* bits 1 << ent_count_t of those that there are */
    bool *left_out;        /* by actor: named by --without */
    bool *filtered;        /* by actor: kept out by --where */
    bool *chosen;          /* by actor: it is a vertex */
    size_t *member_offset; /* by actor, + 1: the members that count of a network */
    ent_id_t *member;
    ent_id_t *star;           /* by record: the vertex at the centre of its star; NULL without */
    ent_network_t *incidence; /* projections: who is in which network, by actors of the data set */
    ent_i_links_t links;
    ent_network_t *network; /* in the making */

    bool no_cities;      /* the view cities has the members of networks, as there are no cities */
    double agreed_pairs; /* ties that agreements of many make at most */
    size_t same_mode;    /* records left out as they join one mode to itself */
    size_t memberless;   /* agreements with a network whose members are not known */
    size_t not_starred;  /* agreements of many in a projection, which has no stars */
    ent_id_t dominant;   /* actor that makes over half of a projection's ties, or ENT_NONE */
    size_t dominant_ties;
    size_t projected_ties;
    size_t not_projected; /* agreements that a backbone leaves out */
    size_t national;      /* networks closed to members of other countries */
    size_t national_open; /* national networks with a foreign member all the same */
    size_t unplaced;      /* members without a country */
} ent_i_view_t;

/* Who and what counts: fills judged, left_out, filtered, and chosen with whom the view holds. */
ent_status_t ent_i_view_choose(ent_i_view_t *view, ent_error_t *err);

/* The members that stand for a network when its agreements are expanded: fills member_offset and
 * member, and chooses those that the view agreements gains. Then takes out of `chosen` whom the
 * filter and --without keep out. */
ent_status_t ent_i_view_members(ent_i_view_t *view, ent_error_t *err);

/* Numbers the vertices, with those of stars, in order of id. */
ent_status_t ent_i_view_vertices(ent_i_view_t *view, ent_error_t *err);

/* Gathers the links of the records that count. */
ent_status_t ent_i_view_links(ent_i_view_t *view, ent_error_t *err);

/* One record's part in the tie of two vertices. */
ent_i_link_t ent_i_view_link(const ent_i_view_t *view, ent_id_t a, ent_id_t b, ent_id_t record);

/* Makes the ties where the records that count come in their order; else *made is false, and nothing
 * is made. */
ent_status_t ent_i_view_straight(ent_i_view_t *view, bool keep, bool *made, ent_error_t *err);

/* Gathers the links that a projection has by shared networks or members. */
ent_status_t ent_i_view_project(ent_i_view_t *view, ent_error_t *err);

/* Gathers of these links the ones that are more than chance; part of ent_i_view_project(). */
ent_status_t ent_i_view_backbone(ent_i_view_t *view, ent_error_t *err);

/* Says what the backbone kept, if there is one. */
void ent_i_view_put_backbone(ent_i_text_t *text, const ent_i_view_t *view);

/* Adds the memberships behind the ties of a projection, once they are merged. */
ent_status_t ent_i_view_project_records(ent_i_view_t *view, ent_error_t *err);

/* Leaves what lies within options->hops of options->focus. */
ent_status_t ent_i_view_focus(ent_i_view_t *view, ent_error_t *err);

/* Lists the records that would tie two actors of the view but do not count. */
ent_status_t ent_i_view_aside(ent_i_view_t *view, ent_error_t *err);

/* Writes the notes. */
ent_status_t ent_i_view_notes(ent_i_view_t *view, ent_error_t *err);

/* Bits 1 << ent_tie_kind_t of the records that tie vertices of the view directly: of a backbone,
 * none. */
unsigned ent_i_view_kinds(const ent_i_view_t *view);

static inline bool ent_i_view_projected(const ent_i_view_t *view)
{
    return view->options->view == ENT_VIEW_CITIES || view->options->view == ENT_VIEW_NETWORKS;
}

static inline bool ent_i_view_counts(const ent_i_view_t *view, size_t record)
{
    return view->judged[record] <= ENT_COUNTS_UNDATED;
}

static inline const ent_i_tie_t *ent_i_view_tie(const ent_i_view_t *view, size_t record)
{
    return ent_i_dataset_tie(view->dataset, (ent_id_t)record);
}

static inline const ent_id_t *ent_i_view_parties(const ent_i_view_t *view, size_t record,
                                                 size_t *count)
{
    return ent_dataset_record_parties(view->dataset, (ent_id_t)record, count);
}

/* Whether a record counts and is of one of these kinds. */
static inline bool ent_i_view_wants(const ent_i_view_t *view, unsigned kinds, size_t record)
{
    return ent_i_view_counts(view, record) &&
           (kinds & 1U << ent_i_view_tie(view, record)->kind) != 0;
}

/* Whether a record has other than the two parties that its tie names. */
static inline bool ent_i_view_is_of_many(const ent_i_view_t *view, size_t record)
{
    size_t count = 2;

    if (ent_i_view_tie(view, record)->is_whole)
        (void)ent_i_view_parties(view, record, &count);
    return count != 2;
}

static inline bool ent_i_is_weight(double weight)
{
    return isfinite(weight) && weight > 0;
}

static inline ent_kind_t ent_i_view_kind(const ent_i_view_t *view, ent_id_t actor)
{
    return ent_dataset_actor(view->dataset, actor)->kind;
}

/* Whether a record of the view's kinds would tie two given actors: not inside one mode. */
static inline bool ent_i_view_may_tie(const ent_network_t *network, ent_id_t a, ent_id_t b)
{
    return network->mode == NULL || network->mode[a] != network->mode[b];
}

/* What stands for one party of an agreement: itself, its members, or both. */
typedef struct ent_i_side {
    ent_id_t self; /* or ENT_NONE */
    const ent_id_t *member;
    size_t count; /* of members */
} ent_i_side_t;

ent_i_side_t ent_i_view_side(const ent_i_view_t *view, ent_id_t party);

static inline size_t ent_i_side_size(const ent_i_side_t *side)
{
    return side->count + (side->self != ENT_NONE);
}

static inline ent_id_t ent_i_side_at(const ent_i_side_t *side, size_t index)
{
    return index < side->count ? side->member[index] : side->self;
}

/* A filter such as "kind=city,country=KR". */
typedef struct ent_i_where ent_i_where_t;

ent_status_t ent_i_where_new(ent_i_where_t **where, const char *text, const ent_dataset_t *dataset,
                             ent_error_t *err);
ent_status_t ent_i_where_match(const ent_i_where_t *where, const ent_dataset_t *dataset,
                               ent_id_t actor, bool *matches, ent_error_t *err);
void ent_i_where_free(ent_i_where_t *where);

#endif
