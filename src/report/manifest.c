/* SPDX-License-Identifier: GPL-2.0-or-later */
/* manifest.json: what went in, under which options and versions, and what came out. It holds no
 * time, host name or absolute path, so equal runs write equal manifests. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "document/json.h"
#include "measure/versions.h"
#include "report/manifest.h"
#include "report/report_i.h"
#include "table/csv.h"

static void put_number_version(ent_i_json_t *json, json_t *object, const char *name, int major,
                               int minor, int micro)
{
    char text[48];

    snprintf(text, sizeof text, "%d.%d.%d", major, minor, micro);
    ent_i_json_text(json, object, name, text);
}

/* The libraries as they run, not as they were when Entente was built. */
static void put_versions(ent_i_json_t *json)
{
    json_t *object = ent_i_json_object(json, json->root, "program");
    int fontconfig = ent_i_fontconfig_version();

    ent_i_json_text(json, object, "name", "entente");
    ent_i_json_text(json, object, "version", ent_version());
    object = ent_i_json_object(json, json->root, "libraries");
    ent_i_json_text(json, object, "cairo", ent_i_cairo_version());
    put_number_version(json, object, "fontconfig", fontconfig / 10000, fontconfig / 100 % 100,
                       fontconfig % 100);
    put_number_version(json, object, "glib", (int)glib_major_version, (int)glib_minor_version,
                       (int)glib_micro_version);
    ent_i_json_text(json, object, "igraph", ent_i_igraph_version());
    ent_i_json_text(json, object, "jansson", jansson_version_str());
    ent_i_json_text(json, object, "libcsv", ent_i_csv_version());
    ent_i_json_text(json, object, "pango", ent_i_pango_version());
}

static void put_fonts(ent_i_json_t *json, const ent_i_report_t *report)
{
    json_t *list = ent_i_json_array(json, json->root, "fonts");

    for (size_t i = 0; i < report->faces.count; i++) {
        const ent_i_face_t *face = &report->faces.face[i];
        json_t *object = ent_i_json_object(json, list, NULL);

        ent_i_json_text(json, object, "family", face->family);
        ent_i_json_text(json, object, "style", face->style);
        ent_i_json_text(json, object, "file", face->file);
        ent_i_json_number(json, object, "version", ent_i_face_version(face));
    }
}

static void put_text_or_null(ent_i_json_t *json, json_t *object, const char *key, const char *text)
{
    if (text != NULL)
        ent_i_json_text(json, object, key, text);
    else
        ent_i_json_null(json, object, key);
}

static void put_selection(ent_i_json_t *json, json_t *object, const ent_i_report_t *report)
{
    json_t *list;

    put_text_or_null(json, object, "as_of", report->as_of[0] != '\0' ? report->as_of : NULL);
    ent_i_json_bool(json, object, "as_of_given", report->selection->as_of_given);
    list = ent_i_json_array(json, object, "include");
    for (unsigned s = ENT_STATUS_ACTIVE + 1; s < ENT_TIE_STATUS_COUNT; s++) {
        if ((report->selection->include & (1U << s)) != 0)
            ent_i_json_text(json, list, NULL, ent_tie_status_name((ent_tie_status_t)s));
    }
}

static void put_network(ent_i_json_t *json, json_t *object, const ent_i_report_t *report)
{
    const ent_network_options_t *network = &report->options->network;
    json_t *list;

    ent_i_json_text(json, object, "parallel", ent_i_parallel_words[network->parallel]);
    ent_i_json_text(json, object, "multiparty", ent_i_multiparty_words[network->multiparty]);
    ent_i_json_text(json, object, "expand", ent_i_expand_words[network->expand]);
    ent_i_json_text(json, object, "projection", ent_i_projection_words[network->projection]);
    ent_i_json_size(json, object, "max_projected_edges", (size_t)network->max_projected_edges);
    put_text_or_null(json, object, "where", network->where);
    list = ent_i_json_array(json, object, "without");
    for (size_t i = 0; i < network->without_count; i++)
        ent_i_json_text(json, list, NULL,
                        ent_dataset_actor(report->dataset, network->without[i])->id);
    put_text_or_null(
        json, object, "focus",
        network->focus != ENT_NONE ? ent_dataset_actor(report->dataset, network->focus)->id : NULL);
    if (network->focus != ENT_NONE)
        ent_i_json_size(json, object, "hops", (size_t)network->hops);
    ent_i_json_bool(json, object, "directed", network->directed);
}

void ent_i_manifest_options(ent_i_json_t *json, const ent_i_report_t *report)
{
    const ent_report_options_t *options = report->options;
    const ent_dataset_options_t *dataset = options->dataset;
    json_t *object = ent_i_json_object(json, json->root, "options");

    put_text_or_null(json, object, "encoding", dataset != NULL ? dataset->encoding : NULL);
    put_text_or_null(json, object, "map", report->map);
    put_text_or_null(json, object, "decimal", dataset != NULL ? dataset->decimal : NULL);
    ent_i_json_bool(json, object, "lax_quotes", dataset != NULL && dataset->lax_quotes);
    ent_i_json_bool(json, object, "matrix", dataset != NULL && dataset->matrix);
    put_selection(json, object, report);
    put_network(json, object, report);
    ent_i_json_text(json, object, "weight", ent_i_weight_words[options->measure.weight]);
    put_text_or_null(json, object, "by", options->measure.by);
    ent_i_json_size(json, object, "runs", options->runs);
    ent_i_json_size(json, object, "draws", options->measure.draws);
    ent_i_json_size(json, object, "seed", (size_t)options->seed);
    ent_i_json_size(json, object, "source_date_epoch", (size_t)options->date);
    ent_i_json_text(json, object, "lang", report->language);
    put_text_or_null(json, object, "title", options->title);
    ent_i_json_bool(json, object, "keep_going", options->keep_going);
}

static void put_input(ent_i_json_t *json, json_t *list, const ent_i_report_t *report,
                      ent_id_t index)
{
    const ent_table_t *table = ent_dataset_table(report->dataset, index);
    json_t *object = ent_i_json_object(json, list, NULL);
    ent_account_t account;

    ent_dataset_account(report->dataset, &account, index, report->selection);
    ent_i_json_text(json, object, "file", table->file);
    ent_i_json_text(json, object, "role", table->role);
    ent_i_json_text(json, object, "sha256", table->sha256);
    ent_i_json_size(json, object, "bytes", table->bytes);
    ent_i_json_size(json, object, "rows", account.rows);
    ent_i_json_size(json, object, "used", account.state[ENT_ROW_USED]);
    ent_i_json_size(json, object, "merged", account.state[ENT_ROW_MERGED]);
    ent_i_json_size(json, object, "set_aside", account.state[ENT_ROW_ASIDE]);
    ent_i_json_size(json, object, "rejected", account.state[ENT_ROW_REJECTED]);
    ent_i_json_size(json, object, "blank", account.state[ENT_ROW_BLANK]);
}

/* Without its folder, which may be anywhere. */
static void put_companion(ent_i_json_t *json, json_t *list, const ent_companion_t *companion)
{
    const char *slash = strrchr(companion->file, '/');
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "file", slash != NULL ? slash + 1 : companion->file);
    ent_i_json_text(json, object, "role", companion->role);
    ent_i_json_text(json, object, "sha256", companion->sha256);
    ent_i_json_size(json, object, "bytes", companion->bytes);
}

static void put_outputs(ent_i_json_t *json, const ent_i_report_t *report)
{
    json_t *list = ent_i_json_array(json, json->root, "outputs");

    for (size_t i = 0; i < report->output_count; i++) {
        const ent_i_output_t *output = &report->output[i];
        json_t *object = ent_i_json_object(json, list, NULL);

        ent_i_json_text(json, object, "file", output->name);
        ent_i_json_text(json, object, "sha256", output->sha256);
        ent_i_json_size(json, object, "bytes", output->blob.size);
    }
}

static void put_formula_rule(ent_i_json_t *json)
{
    ent_i_json_text(
        json, json->root, "excel_rule",
        "In excel/, text whose first character after blanks is one of = + - @ TAB CR LF "
        "(or a full-width form of the first four) has an apostrophe put before it; "
        "take that apostrophe off to have the text back. Numbers are as they are. The "
        "tables outside excel/ are exact.");
}

/* Whether `file` is a table that was read, or was named before fault `end`. */
static bool is_known(const ent_dataset_t *dataset, const char *file, size_t end)
{
    for (size_t i = 0; i < ent_dataset_table_count(dataset); i++) {
        if (strcmp(ent_dataset_table(dataset, (ent_id_t)i)->file, file) == 0)
            return true;
    }
    for (size_t i = 0; i < end; i++) {
        if (strcmp(ent_dataset_fault(dataset, i)->file, file) == 0)
            return true;
    }
    return false;
}

/* Files of DATA that were not read: the page names them, so it depends on which they are. */
static void put_left_out(ent_i_json_t *json, const ent_dataset_t *dataset)
{
    json_t *list = ent_i_json_array(json, json->root, "left_out");

    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(dataset, i);

        if (fault->line == 0 && fault->file[0] != '\0' && !is_known(dataset, fault->file, i))
            ent_i_json_text(json, list, NULL, fault->file);
    }
}

void ent_i_manifest_head(ent_i_json_t *json, const ent_i_report_t *report)
{
    json_t *list;

    ent_i_json_text(json, json->root, "schema", ENT_MANIFEST_SCHEMA);
    put_versions(json);
    ent_i_json_text(json, json->root, "command", "report");
    ent_i_json_text(json, json->root, "data", report->way);
    ent_i_manifest_options(json, report);
    put_formula_rule(json);
    list = ent_i_json_array(json, json->root, "inputs");
    for (size_t i = 0; i < ent_dataset_table_count(report->dataset); i++)
        put_input(json, list, report, (ent_id_t)i);
    for (size_t i = 0; i < ent_dataset_companion_count(report->dataset); i++)
        put_companion(json, list, ent_dataset_companion(report->dataset, i));
    put_left_out(json, report->dataset);
}

ent_status_t ent_i_report_manifest(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_json_t json = {0};
    ent_blob_t blob = {0};

    ENT_TRY(ent_i_faces_add_names(&report->faces, report->dataset, report->language, err));
    ent_i_json_open(&json);
    ent_i_manifest_head(&json, report);
    put_fonts(&json, report);
    put_outputs(&json, report);
    ENT_TRY(ent_i_json_finish(&json, &blob, err));
    ENT_TRY(ent_i_report_add(report, "manifest.json", &blob, err));

cleanup:
    ent_i_json_free(&json);
    ent_blob_free(&blob);
    return status;
}
