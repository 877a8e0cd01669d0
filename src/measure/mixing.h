/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is tied to whom by an attribute: labels, and how ties run within and between them. */
#ifndef ENT_MEASURE_MIXING_H
#define ENT_MEASURE_MIXING_H

#include "measure/measure_i.h"

/* A label for each actor: equal numbers where the attribute has equal text. */
typedef struct ent_i_labels {
    ent_id_t *of;       /* ENT_NONE where the attribute is missing */
    const char **value; /* by label, ascending; the data set's. NULL for groups */
    size_t count;
    bool known; /* some table of actors has the column */
} ent_i_labels_t;

/* Reads a column; the caller frees with ent_i_labels_free(). A network from ties has none. */
ent_status_t ent_i_labels_read(ent_i_labels_t *labels, const ent_network_t *network,
                               const char *column, ent_error_t *err);
/* Reads the attribute that the context's options name, country unless they do; "group" are the
 * groups of the options. ENT_EINVAL when no table of actors has it. */
ent_status_t ent_i_labels_by(ent_i_labels_t *labels, const ent_i_context_t *context,
                             ent_error_t *err);
void ent_i_labels_free(ent_i_labels_t *labels);

/* Pairs of tied actors that both have a label, by label: within it, and with another. */
void ent_i_count_mixed(size_t *internal, size_t *external, const ent_i_context_t *context,
                       const ent_i_labels_t *labels);

/* (external - internal) / (external + internal); NaN when both are 0. */
double ent_i_ei(size_t internal, size_t external);

/* The same counts for the whole network. */
typedef struct ent_i_mixing {
    size_t internal;
    size_t external;
    double ei;            /* (external - internal) / (external + internal); NaN without pairs */
    double assortativity; /* nominal; NaN without pairs or when all have one label */
} ent_i_mixing_t;

/* Adds up what ent_i_count_mixed() counted. */
void ent_i_mix_counts(ent_i_mixing_t *mixing, const size_t *internal, const size_t *external,
                      size_t labels);

/* Counts and adds up; the context has its adjacency. */
ent_status_t ent_i_mix(ent_i_mixing_t *mixing, const ent_i_context_t *context,
                       const ent_i_labels_t *labels, ent_error_t *err);

#endif
