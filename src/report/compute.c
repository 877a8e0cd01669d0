/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The views of a report with their measures, groups and summaries, each computed once. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "report/report_i.h"

/* Participation needs groups; every other measure of the table is always there. */
static bool computable(const ent_measure_t *measure, const ent_i_viewed_t *view)
{
    if ((measure->modes & ent_measure_mode(view->network)) == 0)
        return false;
    return view->groups != NULL || strncmp(measure->name, "participation", 13) != 0;
}

static ent_status_t choose_measures(ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&view->measure, ent_measure_count(), sizeof *view->measure, err));
    for (size_t i = 0; i < ent_measure_count(); i++) {
        if (computable(ent_measure_at(i), view))
            view->measure[view->measure_count++] = ent_measure_at(i);
    }

cleanup:
    return status;
}

ent_status_t ent_i_viewed_measure(ent_i_viewed_t *view, const ent_measure_options_t *options,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_measure_options_t measure = *options;
    size_t actors = ent_network_actor_count(view->network);

    measure.group = view->groups != NULL ? view->groups->of : NULL;
    ENT_TRY(ent_i_alloc(&view->value, view->measure_count * actors, sizeof *view->value, err));
    ENT_TRY(ent_measure_compute(view->network, view->value, view->measure, view->measure_count,
                                &measure, err));
    for (size_t i = 0; i < view->measure_count * actors; i++)
        view->value[i] = ent_i_number_round(view->value[i]);

cleanup:
    return status;
}

ent_status_t ent_i_viewed_group(ent_i_viewed_t *view, size_t runs, uint64_t seed, int threads,
                                ent_error_t *err)
{
    ent_group_options_t group;

    if (ent_network_is_directed(view->network))
        return ENT_OK;
    ent_group_options_init(&group);
    group.runs = runs;
    group.seed = seed;
    group.threads = threads;
    return ent_groups_find(&view->groups, view->network, &group, err);
}

static ent_status_t find_cores(ent_i_viewed_t *view, uint64_t seed, ent_error_t *err)
{
    ent_core_options_t options;
    ent_status_t status = ENT_OK;

    if (ent_network_is_directed(view->network) || ent_network_is_two_mode(view->network))
        return ENT_OK;
    ent_core_options_init(&options);
    options.seed = seed;
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT && status == ENT_OK; p++) {
        options.pattern = (ent_core_pattern_t)p;
        status = ent_core_find(&view->core[p], view->network, &options, err);
    }
    return status;
}

void ent_i_viewed_free(ent_i_viewed_t *view)
{
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_core_free(view->core[p]);
    for (size_t i = 0; i < view->mixing_count; i++)
        ent_mixing_free(view->mixing[i]);
    ent_groups_free(view->groups);
    ent_network_free(view->network);
    free(view->measure);
    free(view->value);
    *view = (ent_i_viewed_t){0};
}

ent_status_t ent_i_viewed_open(ent_i_viewed_t *view, const ent_dataset_t *dataset,
                               const ent_network_options_t *options, ent_view_t kind,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_options_t own = *options;

    own.view = kind;
    own.directed = own.directed && kind == ENT_VIEW_WHOLE; /* the others have none */
    ENT_TRY(ent_network_new(&view->network, dataset, &own, err));
    view->name = ent_view_name(kind);
    if (kind != ENT_VIEW_WHOLE && ent_network_tie_count(view->network) == 0)
        ent_i_viewed_free(view);

cleanup:
    return status;
}

static ent_status_t compute_view(ent_i_report_t *report, ent_view_t kind, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_viewed_t *view = &report->view[kind];
    const ent_report_options_t *options = report->options;

    ENT_TRY(ent_i_viewed_open(view, report->dataset, &options->network, kind, err));
    if (view->network == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_viewed_group(view, options->runs, options->seed, options->measure.threads, err));
    ENT_TRY(find_cores(view, options->seed, err));
    ENT_TRY(choose_measures(view, err));
    ENT_TRY(ent_i_viewed_measure(view, &options->measure, err));
    ENT_TRY(ent_network_summarise(view->network, &view->summary, &options->measure, err));
    ENT_TRY(ent_i_viewed_chance(view, options, err));

cleanup:
    return status;
}

ent_status_t ent_i_report_compute(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (int kind = 0; kind < ENT_REPORT_VIEWS; kind++)
        ENT_TRY(compute_view(report, (ent_view_t)kind, err));
    report->lead = report->view[ENT_VIEW_AGREEMENTS].network != NULL
                       ? &report->view[ENT_VIEW_AGREEMENTS]
                       : &report->view[ENT_VIEW_WHOLE];

cleanup:
    return status;
}

void ent_i_report_free(ent_i_report_t *report)
{
    for (int kind = 0; kind < ENT_REPORT_VIEWS; kind++)
        ent_i_viewed_free(&report->view[kind]);
    for (size_t i = 0; i < report->figure_count; i++)
        ent_blob_free(&report->figure[i].svg);
    for (size_t i = 0; i < report->output_count; i++)
        ent_blob_free(&report->output[i].blob);
    ent_i_faces_free(&report->faces);
    free(report->output);
    free(report->finding);
    ent_i_arena_free(&report->arena);
    *report = (ent_i_report_t){0};
}

bool ent_i_network_concerns(const ent_network_t *whole, const ent_record_t *record)
{
    size_t present = 0;

    for (size_t i = 0; i < record->party_count; i++)
        present += ent_network_vertex(whole, record->party[i]) != ENT_NONE;
    return present > 1;
}

bool ent_i_report_concerns(const ent_i_report_t *report, const ent_record_t *record)
{
    return ent_i_network_concerns(report->view[ENT_VIEW_WHOLE].network, record);
}

const double *ent_i_viewed_values(const ent_i_viewed_t *view, const char *measure)
{
    size_t actors = view->network != NULL ? ent_network_actor_count(view->network) : 0;

    for (size_t i = 0; i < view->measure_count; i++) {
        if (strcmp(view->measure[i]->name, measure) == 0)
            return view->value + i * actors;
    }
    return NULL;
}

double ent_i_viewed_value(const ent_i_viewed_t *view, const char *measure, ent_id_t vertex)
{
    const double *values = ent_i_viewed_values(view, measure);

    return values != NULL && vertex != ENT_NONE ? values[vertex] : (double)NAN;
}

const char *ent_i_viewed_region(const ent_i_viewed_t *view, ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(view->network, vertex);

    if (actor == ENT_NONE)
        return "";
    return ent_dataset_actor(ent_network_dataset(view->network), actor)->region;
}

const char *ent_i_viewed_country(const ent_i_viewed_t *view, ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(view->network, vertex);

    if (actor == ENT_NONE)
        return "";
    return ent_dataset_actor(ent_network_dataset(view->network), actor)->country;
}

const char *ent_i_report_actor_name(const ent_i_report_t *report, ent_id_t actor)
{
    return ent_dataset_name(report->dataset, actor, report->language);
}

const char *ent_i_report_subject(const ent_i_report_t *report, const char *subject)
{
    ent_id_t actor;
    ent_status_t status = ent_dataset_find(report->dataset, &actor, subject, NULL);

    if (status == ENT_ENOMEM)
        return NULL;
    return status == ENT_OK ? ent_i_report_actor_name(report, actor) : subject;
}

const char *ent_i_report_name(const ent_i_report_t *report, const ent_i_viewed_t *view,
                              ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(view->network, vertex);

    return actor != ENT_NONE ? ent_i_report_actor_name(report, actor)
                             : ent_network_vertex_name(view->network, vertex);
}

ent_status_t ent_i_report_keep(ent_i_report_t *report, const char **kept, ent_i_text_t *text,
                               ent_error_t *err)
{
    bool failed = text->failed;

    *kept = failed
                ? NULL
                : ent_i_arena_text(&report->arena, text->size > 0 ? text->bytes : "", text->size);
    ent_i_text_free(text);
    return *kept != NULL ? ENT_OK : ent_i_no_memory(err);
}

ent_status_t ent_i_report_add(ent_i_report_t *report, const char *name, ent_blob_t *blob,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_output_t *output;

    ENT_TRY(ENT_GROW(report->output, report->output_count, report->output_capacity, err));
    output = &report->output[report->output_count++];
    *output = (ent_i_output_t){.name = name, .blob = *blob};
    *blob = (ent_blob_t){0};
    ent_i_sha256(output->sha256, output->blob.bytes, output->blob.size);

cleanup:
    return status;
}

static ent_status_t add_form(ent_i_report_t *report, const char *folder, const char *name,
                             const ent_sheet_t *sheet, ent_format_t format, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    ent_i_text_t path = {0};
    const char *kept;

    ent_i_text_printf(&path, "%s%s.csv", folder, name);
    ENT_TRY(ent_i_report_keep(report, &kept, &path, err));
    ENT_TRY(ent_sheet_write(sheet, &blob, format, err));
    ENT_TRY(ent_i_report_add(report, kept, &blob, err));

cleanup:
    ent_blob_free(&blob);
    return status;
}

ent_status_t ent_i_report_add_sheet(ent_i_report_t *report, const char *name, ent_sheet_t **sheet,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(add_form(report, "", name, *sheet, ENT_FORMAT_CSV, err));
    ENT_TRY(add_form(report, "excel/", name, *sheet, ENT_FORMAT_EXCEL, err));

cleanup:
    ent_sheet_free(*sheet);
    *sheet = NULL;
    return status;
}
