/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A view held against chance: rewired ties, permuted attributes. */
#include <string.h>

#include "report/report_i.h"

static bool somebody_has(const ent_network_t *network, const char *column)
{
    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        ent_id_t actor = ent_network_actor(network, (ent_id_t)i);
        const char *text = actor != ENT_NONE
                               ? ent_dataset_attribute(ent_network_dataset(network), actor, column)
                               : NULL;

        if (text != NULL && text[0] != '\0')
            return true;
    }
    return false;
}

static bool is_there(const ent_i_viewed_t *view, const char *attribute)
{
    for (size_t i = 0; i < view->mixing_count; i++)
        if (strcmp(view->mixing[i]->attribute, attribute) == 0)
            return true;
    return false;
}

/* Whether a view can be mixed by an attribute; the groups found go by the name of group. */
static bool is_usable(const ent_i_viewed_t *view, const char *attribute,
                      const ent_measure_options_t *options)
{
    if (attribute == NULL || is_there(view, attribute))
        return false;
    return somebody_has(view->network, attribute) ||
           (strcmp(attribute, "group") == 0 && options->group != NULL);
}

ent_status_t ent_i_viewed_chance(ent_i_viewed_t *view, const ent_report_options_t *options,
                                 ent_error_t *err)
{
    const char *const attributes[ENT_REPORT_MIXINGS] = {"country", "region", "kind",
                                                        options->measure.by};
    ent_measure_options_t own = options->measure;
    ent_status_t status = ENT_OK;

    own.seed = options->seed;
    own.group = view->groups != NULL ? view->groups->of : NULL;
    ENT_TRY(ent_network_compare(view->network, &view->comparison, &own, err));
    for (size_t i = 0; i < ENT_REPORT_MIXINGS; i++) {
        if (!is_usable(view, attributes[i], &own))
            continue;
        ENT_TRY(ent_network_mixing(&view->mixing[view->mixing_count], view->network, attributes[i],
                                   &own, err));
        view->mixing_count++;
    }

cleanup:
    return status;
}
