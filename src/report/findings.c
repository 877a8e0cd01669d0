/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings: sentences about the data, each with its measure, view and value. */
#include "report/findings.h"

#include <math.h>
#include <stdlib.h>

static ent_status_t add(ent_i_report_t *report, const ent_i_finding_t *finding, ent_i_text_t *text,
                        ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *kept;

    ENT_TRY(ENT_GROW(report->finding, report->finding_count, report->finding_capacity, err));
    ENT_TRY(ent_i_report_keep(report, &kept, text, err));
    report->finding[report->finding_count] = *finding;
    report->finding[report->finding_count].text = kept;
    report->finding_count++;

cleanup:
    ent_i_text_free(text);
    return status;
}

ent_status_t ent_i_finding_add(ent_i_report_t *report, const char *key, const char *measure,
                               const ent_i_viewed_t *view, double value, ent_i_text_t *text,
                               ent_error_t *err)
{
    const ent_i_finding_t finding = {
        .key = key, .measure = measure, .view = view != NULL ? view->name : "", .value = value};

    return add(report, &finding, text, err);
}

ent_status_t ent_i_note_add(ent_i_report_t *report, const char *key, const char *measure,
                            const ent_i_viewed_t *view, double value, ent_i_text_t *text,
                            ent_error_t *err)
{
    const ent_i_finding_t finding = {.key = key,
                                     .measure = measure,
                                     .view = view != NULL ? view->name : "",
                                     .value = value,
                                     .note = true};

    return add(report, &finding, text, err);
}

static double largest(const ent_i_viewed_t *view, const double *values, int mode)
{
    double most = NAN;

    for (size_t i = 0; i < ent_network_actor_count(view->network); i++) {
        if (mode >= 0 && ent_network_mode(view->network, (ent_id_t)i) != mode)
            continue;
        if (!isnan(values[i]) && !(values[i] <= most))
            most = values[i];
    }
    return most;
}

ent_status_t ent_i_leaders_find(ent_i_leaders_t *leaders, const ent_i_report_t *report,
                                const ent_i_viewed_t *view, const double *values, int mode,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_network_actor_count(view->network);

    *leaders = (ent_i_leaders_t){.value = largest(view, values, mode)};
    ENT_TRY(ent_i_alloc(&leaders->name, actors, sizeof *leaders->name, err));
    ENT_TRY(ent_i_alloc(&leaders->vertex, actors, sizeof *leaders->vertex, err));
    for (size_t i = 0; i < actors; i++) {
        ent_id_t vertex = (ent_id_t)i;

        if (mode >= 0 && ent_network_mode(view->network, vertex) != mode)
            continue;
        if (!(values[i] >= leaders->value))
            continue;
        leaders->vertex[leaders->count] = vertex;
        leaders->name[leaders->count++] = ent_i_report_name(report, view, vertex);
    }

cleanup:
    return status;
}

void ent_i_leaders_free(ent_i_leaders_t *leaders)
{
    free(leaders->name);
    free(leaders->vertex);
    *leaders = (ent_i_leaders_t){0};
}

ent_status_t ent_i_report_find(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_find_places(report, err));
    ENT_TRY(ent_i_find_shape(report, err));
    ENT_TRY(ent_i_find_shared(report, err));
    ENT_TRY(ent_i_find_cuts(report, err));
    ENT_TRY(ent_i_find_data(report, err));

cleanup:
    return status;
}
