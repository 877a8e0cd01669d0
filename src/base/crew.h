/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Processes that do one job together, on one machine or on many.
 *
 * Each member of a crew runs the same code on the same input and so holds the same results. Only
 * long loops are shared out: a member does its stretch of the items, then all hand one another what
 * they have made. An item's bytes do not depend on who made it, so no result depends on how many
 * members there are. Only member 0 writes. A process that has joined no crew is alone in one of
 * its own, in which nothing of this costs anything.
 *
 * What shares out work is called by one thread of each member, and by all members in one order. */
#ifndef ENT_BASE_CREW_H
#define ENT_BASE_CREW_H

#include "base/error.h"

typedef struct ent_i_crew {
    size_t me;
    size_t count;
    /* Hands round items of `width` bytes, of which each member has its stretch; afterwards all
     * have all. Where a member has failed or left, all fail with its status and message. */
    ent_status_t (*give)(void *context, void *items, size_t count, size_t width, ent_error_t *err);
    /* Tells all the bytes of one member, in the same way. */
    ent_status_t (*tell)(void *context, size_t member, void *bytes, size_t size, ent_error_t *err);
    /* Fails unless all come with the same key; `what` says what differs. */
    ent_status_t (*agree)(void *context, uint64_t key, const char *what, ent_error_t *err);
    void *context;
} ent_i_crew_t;

/* A stretch of items: from … to - 1. */
typedef struct ent_i_stretch {
    size_t from;
    size_t to;
} ent_i_stretch_t;

/* The crew that this process is in; never NULL. */
const ent_i_crew_t *ent_i_crew(void);
/* Joins a crew, borrowed; NULL leaves it. Once, before there is any work: this is for a program
 * that is made of several processes. */
void ent_i_crew_join(const ent_i_crew_t *crew);

/* Between the two this thread shares out nothing: what it does is one item of work that is shared
 * out already. They nest. */
void ent_i_crew_part(void);
void ent_i_crew_meet(void);

/* Whether this process writes files: all but one member of a crew do not. */
bool ent_i_crew_writes(void);

/* Which of `count` items a member does, and which of them this process does. */
ent_i_stretch_t ent_i_crew_stretch_of(size_t member, size_t members, size_t count);
ent_i_stretch_t ent_i_crew_stretch(size_t count);
/* Makes the items of all members known to all. A member that has failed need not come here. */
ent_status_t ent_i_crew_give(void *items, size_t count, size_t width, ent_error_t *err);
/* Makes the bytes of one member known to all. */
ent_status_t ent_i_crew_tell(size_t member, void *bytes, size_t size, ent_error_t *err);
/* Fails with ENT_EIO where the members have not the same bytes before them. */
ent_status_t ent_i_crew_agree(const void *bytes, size_t size, const char *what, ent_error_t *err);

#endif
