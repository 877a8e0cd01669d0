/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One actor: who it is, its ties with the rows and sources behind them, its ranks, its group, and
 * what the sources disagree on about it. */
#ifndef ENTENTE_PROFILE_H
#define ENTENTE_PROFILE_H

#include "entente/group.h"
#include "entente/measure.h"
#include "entente/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_profile ent_profile_t;

typedef struct ent_profile_options {
    ent_network_options_t network; /**< selection and rules; `view` only where `view_given` */
    bool view_given; /**< false: agreements where the actor has such a tie, else whole */
    ent_measure_options_t measure;
    const char *measures; /**< as `--measure`, for each view that has them; NULL: the defaults */
    size_t runs;          /**< of the group method: barber in two modes, else leiden */
    uint64_t seed;
    const char *language; /**< en, es or ko: of the text and of names */
} ent_profile_options_t;

/** The defaults of the network, the measures and the report; English. */
ENT_API ent_status_t ent_profile_options_init(ent_profile_options_t *options,
                                              const ent_dataset_t *dataset, ent_error_t *err);

/**
 * Gathers what is known of an actor.
 *
 * Ties are those of any status and date between actors that the options leave in, each with whether
 * it counts. Ranks are those of ent_rank_sheet() in the views whole, agreements and affiliations,
 * where they have ties and hold the actor, and in the view of the neighbours. Neighbours and group
 * are of one view. Contradictions touch the actor where their subject is the actor itself, an
 * agreement of its, an event where it was or where it signed, or a network that it is tied to.
 *
 * @param profile receives the profile, for the caller to free with ent_profile_free(); the data set
 *        and the strings of `options` must outlive it
 * @param options NULL for the defaults
 * @return ENT_EINVAL when the options leave the actor out, or for a measure that no view has;
 *         ENT_ELIMIT; ENT_ENOMEM; ENT_EIGRAPH
 */
ENT_API ent_status_t ent_profile_new(ent_profile_t **profile, const ent_dataset_t *dataset,
                                     ent_id_t actor, const ent_profile_options_t *options,
                                     ent_error_t *err);
ENT_API_VOID void ent_profile_free(ent_profile_t *profile);

/** The view of its neighbours and its group. */
ENT_API_VOID ent_view_t ent_profile_view(const ent_profile_t *profile);

/** For a person: lines of at most 80 columns, words longer than that apart; long lists are cut,
 * with the count of the rest. */
ENT_API ent_status_t ent_profile_text(const ent_profile_t *profile, ent_blob_t *blob,
                                      ent_error_t *err);

/** The whole of it as one JSON object, `schema` "entente/profile/1". */
ENT_API ent_status_t ent_profile_json(const ent_profile_t *profile, ent_blob_t *blob,
                                      ent_error_t *err);

/** Its ties, in the columns of a report's ties.csv. */
ENT_API ent_status_t ent_profile_sheet(ent_sheet_t **sheet, const ent_profile_t *profile,
                                       ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
