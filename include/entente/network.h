/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network: one view of a data set on a date, or one built from ties. Immutable once built. */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include "entente/dataset.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_network ent_network_t;

/** One tie between two different actors of a network. */
typedef struct ent_tie {
    ent_id_t a; /**< undirected: a < b */
    ent_id_t b;
    double weight; /**< strength of the tie, > 0 and finite; no unit */
} ent_tie_t;

typedef enum ent_view {
    ENT_VIEW_WHOLE,        /**< all actors, all ties */
    ENT_VIEW_AGREEMENTS,   /**< the parties of agreements, agreements only */
    ENT_VIEW_AFFILIATIONS, /**< members and networks, two modes */
    ENT_VIEW_CITIES,       /**< cities (where there are none, the members of networks), tied by
                                shared networks and direct agreements */
    ENT_VIEW_NETWORKS,     /**< networks, tied by shared members and direct agreements */
    ENT_VIEW_EVENTS,       /**< participants and events, two modes */
    ENT_VIEW_COUNT
} ent_view_t;

typedef enum ent_parallel {
    ENT_PARALLEL_DEFAULT,
    ENT_PARALLEL_SUM,
    ENT_PARALLEL_COUNT,
    ENT_PARALLEL_KEEP
} ent_parallel_t;
typedef enum ent_multiparty { ENT_MULTIPARTY_CLIQUE, ENT_MULTIPARTY_STAR } ent_multiparty_t;
typedef enum ent_expand { ENT_EXPAND_NONE, ENT_EXPAND_MEMBERS, ENT_EXPAND_BOTH } ent_expand_t;
typedef enum ent_projection {
    ENT_PROJECTION_COUNT,
    ENT_PROJECTION_NEWMAN,
    ENT_PROJECTION_JACCARD
} ent_projection_t;

/** Against what the ties of a projection are tested; see entente/backbone.h. */
typedef enum ent_backbone_model {
    ENT_BACKBONE_NONE,
    ENT_BACKBONE_HYPERGEOMETRIC,
    ENT_BACKBONE_SDSM,
    ENT_BACKBONE_SDSM_EC,
    ENT_BACKBONE_MODEL_COUNT
} ent_backbone_model_t;
/** What is done about testing many pairs. */
typedef enum ent_correction {
    ENT_CORRECTION_NONE,
    ENT_CORRECTION_HOLM, /**< the chance that any pair is kept by chance is below alpha */
    ENT_CORRECTION_BH,   /**< Benjamini and Hochberg: the expected share of pairs kept by chance */
    ENT_CORRECTION_COUNT
} ent_correction_t;

typedef struct ent_network_options {
    ent_view_t view;
    ent_selection_t selection;
    ent_parallel_t parallel; /**< default: sum where a weight is given, else count; memberships and
                                  attendances of one pair are one tie of weight 1 in any case */
    ent_multiparty_t multiparty; /**< star: not in projections, where each pair is tied */
    ent_expand_t expand;
    ent_projection_t projection;
    ent_backbone_model_t backbone; /**< views cities and networks: keep the ties by shared networks
                                        or members that are more than chance, each with weight 1,
                                        and no others; a `focus` is taken afterwards */
    double alpha;                  /**< of the backbone, 0 to 1 */
    ent_correction_t correction;
    const char *where; /**< "kind=city,country=KR", or NULL: every column must match; one that is
                            given twice may match either value */
    const ent_id_t *without; /**< actors of the data set to leave out */
    size_t without_count;
    ent_id_t focus;     /**< actor of the data set, or ENT_NONE */
    int hops;           /**< ties from the focus; 1 is its neighbours */
    bool hops_doubtful; /**< planned and disputed ties lead on from the focus too, though they do
                             not count: figures draw them dashed */
    uint64_t max_projected_edges;
    bool directed; /**< keep the direction of edges.csv (the data set must be opened so too) */
} ent_network_options_t;

/** Defaults: whole, count or sum, clique, none, count, no backbone (alpha 0.05, uncorrected), no
 *  filter, 20 million. `selection` is the
 *  data set's default. */
ENT_API ent_status_t ent_network_options_init(ent_network_options_t *options,
                                              const ent_dataset_t *dataset, ent_error_t *err);

/**
 * Builds one view of a data set.
 *
 * Vertices are in order of actor id, ties in order of their ends. Which they are depends on no
 * date: the view `agreements` has every actor that some agreement names, tied today or not. The
 * data set must outlive the network; the strings and arrays of `options` need not.
 *
 * @return ENT_ELIMIT for a projection, or agreements of many parties, that would pass
 *         `max_projected_edges` (with the count and the remedy); ENT_EINVAL for a `where` that
 *         names no column, a `focus` outside the view, `directed` in another view than whole, or a
 *         `backbone` in another than cities and networks;
 *         ENT_EDATA for weights whose sum overflows; ENT_ENOMEM
 *
 * Time: O(actors + ties log ties); a projection O(sum of squared network sizes).
 */
ENT_API ent_status_t ent_network_new(ent_network_t **network, const ent_dataset_t *dataset,
                                     const ent_network_options_t *options, ent_error_t *err);

/**
 * Builds a network of `actor_count` actors without names from ties; parallel ties are merged,
 * their weights summed.
 *
 * @param mode NULL for a one-mode network; else 0 or 1 for each actor
 * @return ENT_EINVAL for an id out of range, a tie of an actor with itself or within one mode, or
 *         a weight that is not positive and finite; ENT_ENOMEM
 */
ENT_API ent_status_t ent_network_from_ties(ent_network_t **network, size_t actor_count,
                                           const ent_tie_t *ties, size_t tie_count,
                                           const unsigned char *mode, bool directed,
                                           ent_error_t *err);

ENT_API_VOID void ent_network_free(ent_network_t *network);

ENT_API_VOID size_t ent_network_actor_count(const ent_network_t *network);
ENT_API_VOID size_t ent_network_tie_count(const ent_network_t *network);
ENT_API_VOID ent_tie_t ent_network_tie(const ent_network_t *network, size_t tie);
ENT_API_VOID bool ent_network_is_two_mode(const ent_network_t *network);
ENT_API_VOID bool ent_network_is_directed(const ent_network_t *network);
/** 0: members, participants (or one-mode); 1: networks, events. */
ENT_API_VOID int ent_network_mode(const ent_network_t *network, ent_id_t vertex);
ENT_API_VOID ent_view_t ent_network_view(const ent_network_t *network);
/** The data set it is a view of; NULL when built from ties. */
ENT_API_VOID const ent_dataset_t *ent_network_dataset(const ent_network_t *network);
/** The options it was built with; NULL when built from ties. */
ENT_API_VOID const ent_network_options_t *ent_network_options(const ent_network_t *network);
/** The data set's actor behind a vertex; ENT_NONE for the centre of a multi-party star. */
ENT_API_VOID ent_id_t ent_network_actor(const ent_network_t *network, ent_id_t vertex);
/** The vertex of a data set's actor; ENT_NONE when it is not in the view. */
ENT_API_VOID ent_id_t ent_network_vertex(const ent_network_t *network, ent_id_t actor);
/** What to call a vertex: id, name and kind; never NULL ("" when built from ties). */
ENT_API_VOID const char *ent_network_vertex_id(const ent_network_t *network, ent_id_t vertex);
ENT_API_VOID const char *ent_network_vertex_name(const ent_network_t *network, ent_id_t vertex);
ENT_API_VOID ent_kind_t ent_network_vertex_kind(const ent_network_t *network, ent_id_t vertex);

/** The data set's records behind a tie, in their order. */
ENT_API_VOID size_t ent_network_tie_record_count(const ent_network_t *network, size_t tie);
ENT_API_VOID ent_id_t ent_network_tie_record(const ent_network_t *network, size_t tie,
                                             size_t index);

/** Records that would tie two actors of the view but do not count (set aside by status or date);
 *  figures may draw them dashed. */
ENT_API_VOID size_t ent_network_aside_count(const ent_network_t *network);
ENT_API_VOID ent_id_t ent_network_aside(const ent_network_t *network, size_t index);

/** Sentences that a reader of any result of this network must know ("3 ties have no date …"). */
ENT_API_VOID size_t ent_network_note_count(const ent_network_t *network);
ENT_API_VOID const char *ent_network_note(const ent_network_t *network, size_t index);

/** "whole", "agreements", … ; never NULL. */
ENT_API_VOID const char *ent_view_name(ent_view_t view);

#ifdef __cplusplus
}
#endif

#endif
