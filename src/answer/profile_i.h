/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A profile: what is known of one actor, gathered once and then written as text, JSON or a table.
 */
#ifndef ENT_ANSWER_PROFILE_I_H
#define ENT_ANSWER_PROFILE_I_H

#include "answer/told.h"
#include "entente/profile.h"
#include "report/report_i.h"

/* The views of the report, and one more where --view asks for it. */
enum { ENT_PROFILE_VIEWS = ENT_REPORT_VIEWS + 1 };

/* A tie of the actor, whether it counts or not. */
typedef struct ent_i_profile_tie {
    ent_id_t record;
    ent_count_t count;
    bool named; /* no party: an agreement signed at it, or on its behalf */
} ent_i_profile_tie_t;

/* Its place by one measure of a view. */
typedef struct ent_i_profile_rank {
    const ent_measure_t *measure;
    double value; /* NaN where undefined, and the rank too */
    double rank;
    size_t of;      /* actors that have a rank */
    size_t sharing; /* of them, those with this rank, itself included */
} ent_i_profile_rank_t;

typedef struct ent_i_profile_view {
    ent_i_viewed_t viewed; /* `network` is NULL: the view has no ties or not this actor */
    ent_view_t kind;
    ent_id_t vertex;
    ent_i_profile_rank_t *rank;
    size_t rank_count;
} ent_i_profile_view_t;

/* Another actor at the end of a tie. */
typedef struct ent_i_profile_neighbour {
    ent_id_t vertex;
    double weight;  /* of all ties between the two */
    unsigned kinds; /* bits 1 << ent_tie_kind_t of the records behind; 0: none is (a projection) */
} ent_i_profile_neighbour_t;

/* How near to the actor what a contradiction is about stands; the least is nearest. */
typedef enum ent_i_nearness {
    ENT_NEAR_SELF,
    ENT_NEAR_AGREEMENT,
    ENT_NEAR_EVENT,
    ENT_NEAR_NETWORK,
    ENT_NEAR_NONE
} ent_i_nearness_t;

typedef struct ent_i_profile_dispute {
    size_t contradiction;
    ent_i_nearness_t near;
} ent_i_profile_dispute_t;

typedef struct ent_i_profile_alias {
    const char *text;
    size_t row;
} ent_i_profile_alias_t;

struct ent_profile {
    ent_i_report_t report; /* what the tables of the report read of it: data, selection, language */
    ent_report_options_t report_options;
    ent_profile_options_t options;
    ent_i_told_t told; /* what the text calls actors */
    ent_id_t actor;
    const ent_actor_t *of;
    ent_i_profile_view_t view[ENT_PROFILE_VIEWS];
    const ent_i_profile_view_t *near; /* of neighbours and group */
    ent_i_profile_tie_t *tie;         /* by kind; those that count first, then the newest */
    size_t tie_count;
    ent_i_profile_neighbour_t *neighbour; /* the heaviest first */
    size_t neighbour_count;
    ent_i_profile_dispute_t *dispute; /* the nearest first */
    size_t dispute_count;
    ent_i_profile_alias_t *alias; /* in order of text */
    size_t alias_count;
};

/* profile_facts.c: the parts that need no network. */
ent_status_t ent_i_profile_ties(ent_profile_t *profile, ent_error_t *err);
ent_status_t ent_i_profile_disputes(ent_profile_t *profile, ent_error_t *err);
ent_status_t ent_i_profile_aliases(ent_profile_t *profile, ent_error_t *err);

/* Whether the actor is a party of the record. */
bool ent_i_profile_is_party(const ent_profile_t *profile, const ent_record_t *record);
static inline bool ent_i_profile_counts(const ent_i_profile_tie_t *tie)
{
    return tie->count != ENT_NOT_STATUS && tie->count != ENT_NOT_DATE;
}

/* "self", "agreement", …: what a contradiction is about. */
const char *ent_i_nearness_name(ent_i_nearness_t near);

#endif
