/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The backbone of a view: a projection of which the ties stay that are more than chance. */
#include <stdlib.h>
#include <strings.h>

#include "network/view.h"

/* A network that its tables call national and give a country: its members are from there. */
static bool is_national(const ent_i_view_t *view, ent_id_t actor)
{
    const char *scope = ent_dataset_attribute(view->dataset, actor, "scope");

    return ent_i_view_kind(view, actor) == ENT_KIND_NETWORK && scope != NULL &&
           strcasecmp(scope, "national") == 0 &&
           ent_dataset_actor(view->dataset, actor)->country[0] != '\0';
}

/* A number for a country, from its two letters. */
static ent_id_t realm_of(const ent_i_view_t *view, ent_id_t actor)
{
    const char *country = ent_dataset_actor(view->dataset, actor)->country;

    if (country[0] == '\0')
        return ENT_NONE;
    return (ent_id_t)((unsigned char)country[0] * 256 + (unsigned char)country[1]);
}

/* Whether all members of a network that are known to be from somewhere are from its country. */
static bool is_closed(const ent_i_view_t *view, ent_id_t network, const ent_id_t *realm)
{
    const ent_network_t *incidence = view->incidence;

    for (size_t i = incidence->offset[network]; i < incidence->offset[network + 1]; i++) {
        ent_id_t member = realm[incidence->neighbour[i]];

        if (member != ENT_NONE && member != realm[network])
            return false;
    }
    return true;
}

/* Countries bind members and national networks. A national network with a foreign member is not
 * closed to others, and binds nobody. */
static void set_realms(ent_i_view_t *view, ent_id_t *realm)
{
    for (size_t i = 0; i < view->actor_count; i++) {
        ent_id_t actor = (ent_id_t)i;
        bool member = ent_i_view_kind(view, actor) != ENT_KIND_NETWORK;

        realm[i] = member || is_national(view, actor) ? realm_of(view, actor) : ENT_NONE;
        if (member && realm[i] == ENT_NONE && ent_i_degree(view->incidence, actor) > 0)
            view->unplaced++;
    }
    for (size_t i = 0; i < view->actor_count; i++) {
        ent_id_t actor = (ent_id_t)i;

        if (ent_i_view_kind(view, actor) != ENT_KIND_NETWORK || realm[i] == ENT_NONE ||
            ent_i_degree(view->incidence, actor) == 0)
            continue;
        if (is_closed(view, actor, realm)) {
            view->national++;
        } else {
            realm[i] = ENT_NONE;
            view->national_open++;
        }
    }
}

/* Direct agreements that the view has without a backbone. */
static void count_agreements(ent_i_view_t *view)
{
    for (size_t i = 0; i < view->record_count; i++) {
        size_t parties = 0;
        size_t count;
        const ent_id_t *party = ent_i_view_parties(view, i, &count);

        if (ent_i_view_tie(view, i)->kind != ENT_TIE_AGREEMENT || !ent_i_view_counts(view, i))
            continue;
        for (size_t j = 0; j < count; j++)
            parties += view->network->vertex[party[j]] != ENT_NONE;
        view->not_projected += parties > 1;
    }
}

static ent_status_t tie_kept(ent_i_view_t *view, const ent_backbone_t *backbone, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < backbone->pair_count; i++) {
        const ent_pair_t *pair = &backbone->pair[i];

        if (pair->kept)
            ENT_TRY(ent_i_links_add(&view->links,
                                    (ent_i_link_t){.a = view->network->vertex[pair->a],
                                                   .b = view->network->vertex[pair->b],
                                                   .class = ENT_I_LINK_ONCE,
                                                   .record = ENT_NONE,
                                                   .weight = 1},
                                    err));
    }

cleanup:
    return status;
}

ent_status_t ent_i_view_backbone(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *incidence = view->incidence;
    ent_backbone_options_t options;
    ent_id_t *realm = NULL;

    ent_backbone_options_init(&options);
    options.model = view->options->backbone;
    options.alpha = view->options->alpha;
    options.correction = view->options->correction;
    ENT_TRY(ent_i_alloc(&incidence->mode, view->actor_count, sizeof *incidence->mode, err));
    for (size_t i = 0; i < view->actor_count; i++)
        incidence->mode[i] = view->network->vertex[i] == ENT_NONE;
    if (options.model == ENT_BACKBONE_SDSM_EC) {
        ENT_TRY(ent_i_alloc(&realm, view->actor_count, sizeof *realm, err));
        set_realms(view, realm);
        options.realm = realm;
    }
    ENT_TRY(ent_backbone_find(&view->network->backbone, incidence, &options, err));
    ENT_TRY(tie_kept(view, view->network->backbone, err));
    count_agreements(view);

cleanup:
    free(realm);
    return status;
}

static void put_kept(ent_i_text_t *text, const ent_i_view_t *view, const ent_backbone_t *backbone)
{
    static const char *const corrections[ENT_CORRECTION_COUNT] = {
        "uncorrected", "after Holm's correction", "after Benjamini and Hochberg's correction"};
    bool cities = view->options->view == ENT_VIEW_CITIES;

    ent_i_text_printf(text,
                      "%zu of the %zu pairs that share a %s share more than chance explains (%s, p "
                      "< %g, %s, %zu tests)%s.",
                      backbone->kept, backbone->pair_count, cities ? "network" : "member",
                      ent_backbone_model_name(backbone->model), backbone->alpha,
                      corrections[backbone->correction], backbone->tests,
                      backbone->kept > 0 ? "; these are tied, each with weight 1"
                                         : ", so nobody is tied");
}

static void put_realms(ent_i_text_t *text, const ent_i_view_t *view)
{
    if (view->national == 0)
        ent_i_text_puts(text, " No network is closed to other countries (scope national, with a "
                              "country), so this is the model sdsm.");
    else
        ent_i_text_printf(text, " %zu national network%s closed to members of other countries.",
                          view->national, view->national == 1 ? " is" : "s are");
    if (view->national_open > 0)
        ent_i_text_printf(text, " %zu national network%s a foreign member and %s taken as open.",
                          view->national_open, view->national_open == 1 ? " has" : "s have",
                          view->national_open == 1 ? "is" : "are");
    if (view->national > 0 && view->unplaced > 0)
        ent_i_text_printf(text, " %zu member%s no country and may join any.", view->unplaced,
                          view->unplaced == 1 ? " has" : "s have");
}

void ent_i_view_put_backbone(ent_i_text_t *text, const ent_i_view_t *view)
{
    const ent_backbone_t *backbone = view->network->backbone;
    bool one = view->not_projected == 1;

    if (backbone == NULL)
        return;
    put_kept(text, view, backbone);
    if (backbone->model == ENT_BACKBONE_SDSM_EC)
        put_realms(text, view);
    if (view->not_projected > 0)
        ent_i_text_printf(text,
                          " A backbone is of the projection alone: %zu agreement%s left out; the "
                          "view agreements has %s.",
                          view->not_projected, one ? " is" : "s are", one ? "it" : "them");
}
