/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan while it is decided: shared by its rooms. */
#ifndef ENT_FIGURE_PLAN_I_H
#define ENT_FIGURE_PLAN_I_H

#include "figure/plan.h"

/* How each tie is drawn, and what else has to be known while deciding. */
typedef struct ent_i_draft {
    const ent_network_t *network;
    const ent_figure_options_t *options;
    ent_i_stroke_t *stroke; /* by tie */
    ent_tie_status_t *status;
    bool *member;         /* by tie: a membership is behind it */
    bool *hidden;         /* by tie */
    size_t *drawn_degree; /* by vertex, dashed records included */
    unsigned *badges;     /* by vertex */
    ent_id_t *pendant_of; /* by vertex: the network that it alone is tied to */
    size_t *pendants;     /* by vertex */
    bool *away;           /* by vertex: not drawn */
    bool crowded;         /* few pendants may stand one by one */
} ent_i_draft_t;

/* plan_folds.c */

/* Networks to which more than half of the actors belong become marks. */
void ent_i_draft_badges(ent_i_plan_t *plan, ent_i_draft_t *draft);
bool ent_i_is_badge(const ent_i_plan_t *plan, size_t vertex);
/* Finds who is tied to one network (or event) alone; after ent_i_draft_asides(). */
void ent_i_draft_pendants(ent_i_draft_t *draft);
/* Whether so many pendants are counted instead of drawn. */
bool ent_i_draft_folds(const ent_i_draft_t *draft, size_t count);
/* Decides who is not drawn: badges without another tie, their members without one, folded ones. */
void ent_i_draft_away(ent_i_plan_t *plan, ent_i_draft_t *draft);

/* plan_ties.c */

/* Reads a tie's records: the strongest kind is drawn; it is dashed when all of that kind are
 * planned or disputed. */
void ent_i_draft_tie(ent_i_draft_t *draft, size_t tie);
/* Counts what is drawn dashed beside the ties. */
ent_status_t ent_i_draft_asides(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err);
/* Adds the links; the marks are made. */
ent_status_t ent_i_draft_links(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err);

/* plan_thin.c: hides what is not of the backbone, where only that is drawn; the marks are made. */
ent_status_t ent_i_draft_thin(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err);

#endif
