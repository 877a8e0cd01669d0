/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of ent_network_t, for the library's own modules: compressed sparse rows.
 *
 * Invariants: ties sorted by (a, b); undirected ties have a < b; no tie joins a vertex to itself;
 * one tie a pair unless built with --parallel=keep; every weight finite and > 0. The neighbours of
 * v are neighbour[offset[v]] … neighbour[offset[v + 1] - 1], ascending, each with the tie that
 * leads there. Directed: these are the targets of v, and in_* the sources. Undirected: in_* are
 * NULL. */
#ifndef ENT_NETWORK_NETWORK_I_H
#define ENT_NETWORK_NETWORK_I_H

#include "base/memory.h"
#include "entente/backbone.h"

struct ent_network {
    size_t actor_count;
    size_t tie_count;
    ent_id_t *a; /* by tie */
    ent_id_t *b;
    double *weight;
    size_t *offset;      /* actor_count + 1 */
    ent_id_t *neighbour; /* 2 * tie_count, or tie_count when directed */
    ent_id_t *via;       /* tie of each neighbour */
    size_t *in_offset;
    ent_id_t *in_neighbour;
    ent_id_t *in_via;
    unsigned char *mode; /* by vertex; NULL for one mode */
    bool directed;
    bool weighted; /* some weight differs from 1 */
    bool simple;   /* no parallel ties */

    const ent_dataset_t *dataset; /* NULL when built from ties */
    ent_network_options_t options;
    ent_id_t *actor;   /* by vertex; NULL when built from ties */
    ent_id_t *vertex;  /* by actor of the data set */
    const char **star; /* by vertex: id of the agreement at the centre of a star; NULL when none */
    uint32_t *record_offset;  /* tie_count + 1; NULL where each tie has one record */
    ent_id_t *record;         /* NULL when built from ties */
    ent_backbone_t *backbone; /* NULL without; its ends are actors of the data set */
    ent_id_t *aside;
    size_t aside_count;
    char **note;
    size_t note_count;
    ent_i_arena_t arena; /* notes, copies of option strings, names of stars */
};

/* For qsort() and bsearch() of ent_id_t. */
int ent_i_compare_ids(const void *left, const void *right);

/* The kind of a record of the network's data set. */
ent_tie_kind_t ent_i_record_kind(const ent_network_t *network, ent_id_t record);

/* As ent_i_selection_awaits(); false in a network without a data set. */
bool ent_i_network_awaits(const ent_network_t *network, ent_id_t record);

static inline size_t ent_i_degree(const ent_network_t *network, ent_id_t vertex)
{
    return network->offset[vertex + 1] - network->offset[vertex];
}

/* Where the records of a tie begin, which those of the one before end at. */
static inline size_t ent_i_records_at(const ent_network_t *network, size_t tie)
{
    return network->record_offset != NULL ? network->record_offset[tie] : tie;
}

/* Fails with the column of the actors' tables that is nearest to one that none has. The data set
 * may be NULL. */
ent_status_t ent_i_unknown_column(const ent_dataset_t *dataset, const char *column,
                                  ent_error_t *err);

#endif
