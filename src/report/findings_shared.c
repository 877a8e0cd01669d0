/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A finding about members: whether pairs share more networks than chance explains. */
#include "entente/backbone.h"
#include "report/findings.h"

/* A projection of more pairs than this is not made for one sentence. */
enum { PAIRS_AT_MOST = 500000 };

/* The projection of the memberships in the report, as a backbone; NULL where it would be too large
 * or the model cannot be fitted: then there is nothing to say. */
static ent_status_t project(ent_network_t **network, const ent_i_report_t *report, ent_error_t *err)
{
    ent_network_options_t options = report->options->network;
    ent_error_t own = {0};
    ent_status_t status;

    options.view = ENT_VIEW_CITIES;
    options.backbone = ENT_BACKBONE_SDSM_EC;
    options.correction = ENT_CORRECTION_BH;
    options.directed = false;
    if (options.max_projected_edges > PAIRS_AT_MOST)
        options.max_projected_edges = PAIRS_AT_MOST;
    status = ent_network_new(network, report->dataset, &options, &own);
    if (status == ENT_OK || status == ENT_ELIMIT)
        return ENT_OK;
    return ent_i_fail(err, status, "%s", own.message);
}

static ent_status_t say(ent_i_report_t *report, const ent_backbone_t *backbone, ent_error_t *err)
{
    const ent_i_viewed_t projected = {.name = ent_view_name(ENT_VIEW_CITIES)};
    ent_i_text_t text = {0};

    ent_i_message_put(&text, report->language,
                      backbone->kept > 0 ? ENT_MSG_SHARED_MORE : ENT_MSG_SHARED_BY_CHANCE,
                      ent_i_count_text(backbone->pair_count).text,
                      ent_i_count_text(backbone->kept).text, (char *)NULL);
    report->backbone = backbone->model;
    report->correction = backbone->correction;
    return ent_i_finding_add(report, "shared", "pairs with p_bh < 0.05 by sdsm-ec", &projected,
                             (double)backbone->kept, &text, err);
}

ent_status_t ent_i_find_shared(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = NULL;

    /* Around one actor the pairs are no sample of any model. */
    if (report->view[ENT_VIEW_AFFILIATIONS].network == NULL ||
        report->options->network.focus != ENT_NONE)
        return ENT_OK;
    ENT_TRY(project(&network, report, err));
    if (network != NULL && ent_network_backbone(network)->pair_count > 0)
        ENT_TRY(say(report, ent_network_backbone(network), err));

cleanup:
    ent_network_free(network);
    return status;
}
