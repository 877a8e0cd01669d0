/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What measures share within one call: the network laid out for them, and results that more than
 * one of them needs, each made when it is first asked for. */
#ifndef ENT_MEASURE_MEASURE_I_H
#define ENT_MEASURE_MEASURE_I_H

#include "engine/distances.h"
#include "entente/measure.h"
#include "network/network_i.h"

/* Who is tied to whom, with parallel ties and directions laid together. The neighbours of v are
 * neighbour[offset[v]] … neighbour[offset[v + 1] - 1], ascending, each once. An undirected network
 * without parallel ties has all of it in its own rows, which then stand here. */
typedef struct ent_i_adjacency {
    size_t *offset;
    ent_id_t *neighbour;
    ent_id_t *entry; /* by place: where in `weight` its strength is; NULL: at that place */
    double *weight;  /* strength of all ties with the neighbour */
    double *ties;    /* by place: how many there are; NULL: one each */
} ent_i_adjacency_t;

/* Connected components (of a directed network: whatever the directions). */
typedef struct ent_i_components {
    ent_id_t *of;
    size_t *size;
    size_t count;
    size_t largest; /* size of the largest; 0 without actors */
} ent_i_components_t;

/* What the removal of an actor or a tie would cut. */
typedef struct ent_i_cuts {
    unsigned char *articulation;
    size_t *dependents;  /* actors cut off from the largest piece that remains of the component */
    ent_id_t *bridge_to; /* by actor: the other end of a bridge, seen from one of its ends */
    size_t bridges;
} ent_i_cuts_t;

/* The leading eigenvector of each component, largest entry 1; isolates 0. */
typedef struct ent_i_leading {
    double *vector;
    double *value; /* eigenvalue of each component */
    double largest;
} ent_i_leading_t;

/* Which of the results that exist in more than one form. */
enum {
    ENT_I_PLAIN,
    ENT_I_WEIGHTED,
    ENT_I_BACKWARDS, /* distances to the actor, in a directed network */
    ENT_I_FORM_COUNT
};

typedef struct ent_i_context {
    const ent_network_t *network;
    ent_measure_options_t options;
    size_t actors;

    ent_i_adjacency_t adjacency;
    ent_i_components_t components;
    ent_i_reach_t *reach[ENT_I_FORM_COUNT];
    ent_i_cuts_t cuts;
    ent_i_leading_t leading[2];
    size_t *triangles; /* by actor */
    double *betweenness[2];
    double *betweenness_error[2]; /* of a sample */
    double *brokers;              /* by form, role and actor; see brokerage.c */
} ent_i_context_t;

/* Fills values[actor count] with one measure. */
typedef ent_status_t ent_i_measure_fn(ent_i_context_t *context, double *values, ent_error_t *err);

/* The function behind a row of the table; NULL for a row that is not of the table. */
ent_i_measure_fn *ent_i_measure_function(const ent_measure_t *measure);

void ent_i_context_init(ent_i_context_t *context, const ent_network_t *network,
                        const ent_measure_options_t *options);
void ent_i_context_free(ent_i_context_t *context);

/* Each makes its part of the context unless it is there. */
ent_status_t ent_i_need_adjacency(ent_i_context_t *context, ent_error_t *err);
ent_status_t ent_i_need_components(ent_i_context_t *context, ent_error_t *err);
ent_status_t ent_i_need_reach(ent_i_context_t *context, int form, ent_error_t *err);
ent_status_t ent_i_need_cuts(ent_i_context_t *context, ent_error_t *err);
ent_status_t ent_i_need_leading(ent_i_context_t *context, int form, ent_error_t *err);
ent_status_t ent_i_need_triangles(ent_i_context_t *context, ent_error_t *err);
ent_status_t ent_i_need_betweenness(ent_i_context_t *context, int form, ent_error_t *err);

/* Four times the four-cycles over the paths of three ties; NaN without any. Needs the adjacency of
 * a network of two modes. */
ent_status_t ent_i_robins_alexander(double *value, const ent_i_context_t *context,
                                    ent_error_t *err);

/* The strength of all ties behind a place of the adjacency. */
static inline double ent_i_strength_at(const ent_i_adjacency_t *adjacency, size_t place)
{
    return adjacency->weight[adjacency->entry != NULL ? (size_t)adjacency->entry[place] : place];
}

static inline size_t ent_i_neighbours(const ent_i_context_t *context, size_t actor)
{
    return context->adjacency.offset[actor + 1] - context->adjacency.offset[actor];
}

ent_i_measure_fn ent_i_degree_values;
ent_i_measure_fn ent_i_agreements;
ent_i_measure_fn ent_i_strength;
ent_i_measure_fn ent_i_degree_normalised;
ent_i_measure_fn ent_i_degree_two_mode;
ent_i_measure_fn ent_i_degree_in;
ent_i_measure_fn ent_i_degree_out;

ent_i_measure_fn ent_i_betweenness;
ent_i_measure_fn ent_i_betweenness_normalised;
ent_i_measure_fn ent_i_betweenness_weighted;
ent_i_measure_fn ent_i_betweenness_weighted_normalised;
ent_i_measure_fn ent_i_betweenness_two_mode;

ent_i_measure_fn ent_i_closeness_harmonic;
ent_i_measure_fn ent_i_closeness_harmonic_sum;
ent_i_measure_fn ent_i_closeness_harmonic_component;
ent_i_measure_fn ent_i_closeness_component;
ent_i_measure_fn ent_i_closeness_wasserman_faust;
ent_i_measure_fn ent_i_closeness_unreachable_n;
ent_i_measure_fn ent_i_closeness_freeman;
ent_i_measure_fn ent_i_closeness_harmonic_weighted;
ent_i_measure_fn ent_i_closeness_component_weighted;
ent_i_measure_fn ent_i_closeness_two_mode;
ent_i_measure_fn ent_i_closeness_harmonic_in;
ent_i_measure_fn ent_i_closeness_harmonic_out;
ent_i_measure_fn ent_i_eccentricity;

ent_i_measure_fn ent_i_eigenvector;
ent_i_measure_fn ent_i_eigenvector_component;
ent_i_measure_fn ent_i_eigenvector_weighted;
ent_i_measure_fn ent_i_eigenvector_two_mode;
ent_i_measure_fn ent_i_pagerank;
ent_i_measure_fn ent_i_pagerank_weighted;

ent_i_measure_fn ent_i_coreness;
ent_i_measure_fn ent_i_clustering;
ent_i_measure_fn ent_i_constraint;
ent_i_measure_fn ent_i_constraint_weighted;
ent_i_measure_fn ent_i_effective_size;
ent_i_measure_fn ent_i_efficiency;
ent_i_measure_fn ent_i_effective_size_weighted;
ent_i_measure_fn ent_i_efficiency_weighted;
ent_i_measure_fn ent_i_hierarchy;
ent_i_measure_fn ent_i_hierarchy_weighted;
ent_i_measure_fn ent_i_participation;
ent_i_measure_fn ent_i_participation_weighted;
ent_i_measure_fn ent_i_ei_index;
ent_i_measure_fn ent_i_ei_index_expected;
ent_i_measure_fn ent_i_ei_index_p;
ent_i_measure_fn ent_i_broker_coordinator;
ent_i_measure_fn ent_i_broker_consultant;
ent_i_measure_fn ent_i_broker_gatekeeper;
ent_i_measure_fn ent_i_broker_representative;
ent_i_measure_fn ent_i_broker_liaison;
ent_i_measure_fn ent_i_broker_total;
ent_i_measure_fn ent_i_broker_coordinator_expected;
ent_i_measure_fn ent_i_broker_consultant_expected;
ent_i_measure_fn ent_i_broker_gatekeeper_expected;
ent_i_measure_fn ent_i_broker_representative_expected;
ent_i_measure_fn ent_i_broker_liaison_expected;
ent_i_measure_fn ent_i_broker_total_expected;
ent_i_measure_fn ent_i_broker_coordinator_z;
ent_i_measure_fn ent_i_broker_consultant_z;
ent_i_measure_fn ent_i_broker_gatekeeper_z;
ent_i_measure_fn ent_i_broker_representative_z;
ent_i_measure_fn ent_i_broker_liaison_z;
ent_i_measure_fn ent_i_broker_total_z;
ent_i_measure_fn ent_i_articulation;
ent_i_measure_fn ent_i_dependents;

#endif
