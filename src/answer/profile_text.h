/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of a profile, in its parts. */
#ifndef ENT_ANSWER_PROFILE_TEXT_H
#define ENT_ANSWER_PROFILE_TEXT_H

#include "answer/profile_i.h"
#include "document/prose.h"

/* A blank line, the heading, and a line under it. */
void ent_i_profile_heading(ent_i_prose_t *prose, ent_i_message_t message, ...)
    __attribute__((sentinel));

/* profile_ties.c: the ties by type. */
void ent_i_profile_put_ties(ent_i_prose_t *prose, const ent_profile_t *profile);
/* profile_evidence.c: the contradictions, and the sources that the prose cites. */
void ent_i_profile_put_disputes(ent_i_prose_t *prose, const ent_profile_t *profile);
void ent_i_profile_put_sources(ent_i_prose_t *prose, const ent_dataset_t *dataset);

#endif
