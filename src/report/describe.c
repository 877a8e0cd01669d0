/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one network shows, for the words of its figure: those of the findings that can be seen. */
#include <stdlib.h>
#include <string.h>

#include "report/findings.h"

/* Actors times ties: larger networks are described by what is counted at once. */
static const double most_work = 2e7;

/* Findings that a picture shows, the first first. */
static const char *const seen[] = {"joiner", "partners", "bridge", "region-pair",
                                   "pieces", "isolates", "groups"};

static bool says(const ent_i_report_t *report, const char *key)
{
    for (size_t i = 0; i < report->finding_count; i++) {
        if (strcmp(report->finding[i].key, key) == 0)
            return true;
    }
    return false;
}

static void put_findings(ent_i_text_t *text, const ent_i_report_t *report)
{
    for (size_t k = 0; k < sizeof seen / sizeof *seen; k++) {
        for (size_t i = 0; i < report->finding_count; i++) {
            const ent_i_finding_t *finding = &report->finding[i];

            if (strcmp(finding->key, seen[k]) != 0)
                continue;
            /* the network that joins most members is who has most neighbours */
            if (strcmp(finding->key, "partners") != 0 || !says(report, "joiner"))
                ent_i_text_printf(text, "%s\n", finding->text);
        }
    }
}

ent_status_t ent_i_report_describe(ent_i_text_t *text, const ent_i_report_t *report,
                                   ent_view_t kind, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_report_t part = {.dataset = report->dataset, .language = report->language};

    /* the findings are about the view that leads, and about members where they are in view */
    part.view[kind] = report->view[kind];
    part.lead = &part.view[kind];
    ENT_TRY(ent_i_find_places(&part, err));
    ENT_TRY(ent_i_find_shape(&part, err));
    put_findings(text, &part);

cleanup:
    free(part.finding);
    ent_i_arena_free(&part.arena);
    return status;
}

ent_status_t ent_network_describe(ent_blob_t *blob, const ent_network_t *network,
                                  const ent_groups_t *groups, const char *language,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_report_t report = {.dataset = ent_network_dataset(network), .language = language};
    ent_view_t view = ent_network_view(network);
    const ent_measure_t *measure[2] = {NULL};
    double work = (double)ent_network_actor_count(network) * (double)ent_network_tie_count(network);
    ent_i_viewed_t *viewed = NULL;
    ent_measure_options_t options;
    ent_i_text_t text = {0};

    if (view > ENT_VIEW_AFFILIATIONS) /* projections, events: a network like any */
        view = ENT_VIEW_WHOLE;
    viewed = &report.view[view];
    viewed->network = (ent_network_t *)network; /* only read */
    viewed->groups = (ent_groups_t *)groups;
    viewed->name = ent_view_name(view);
    viewed->measure = measure;
    if (!ent_network_is_directed(network)) /* which has no degree, but one of either direction */
        measure[viewed->measure_count++] = ent_measure_find("degree");
    if (work <= most_work)
        measure[viewed->measure_count++] = ent_measure_find("betweenness");
    ent_measure_options_init(&options);
    if (!ent_network_is_directed(network)) { /* findings are of ties that two share */
        ENT_TRY(ent_i_viewed_measure(viewed, &options, err));
        if (work <= most_work)
            ENT_TRY(ent_network_summarise(network, &viewed->summary, &options, err));
        ENT_TRY(ent_i_report_describe(&text, &report, view, err));
    }
    ENT_TRY(ent_i_text_finish(&text, blob, err));

cleanup:
    ent_i_text_free(&text);
    free(viewed->value);
    return status;
}
