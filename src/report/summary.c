/* SPDX-License-Identifier: GPL-2.0-or-later */
/* summary.json: the numbers of each view as a whole, the accounts and the findings. */
#include <string.h>

#include "document/core_doc.h"
#include "document/json.h"
#include "report/manifest.h"
#include "report/report_i.h"

static void put_counts(ent_i_json_t *json, json_t *view, const ent_i_viewed_t *of)
{
    const ent_summary_t *summary = &of->summary;

    ent_i_json_size(json, view, "actors", summary->actors);
    ent_i_json_size(json, view, "ties", summary->ties);
    if (ent_network_is_two_mode(of->network)) {
        json_t *modes = ent_i_json_array(json, view, "mode_actors");

        ent_i_json_size(json, modes, NULL, summary->mode_actors[0]);
        ent_i_json_size(json, modes, NULL, summary->mode_actors[1]);
    }
    ent_i_json_bool(json, view, "two_mode", ent_network_is_two_mode(of->network));
    ent_i_json_bool(json, view, "directed", ent_network_is_directed(of->network));
    ent_i_json_number(json, view, "density", summary->density);
    ent_i_json_size(json, view, "components", summary->components);
    ent_i_json_size(json, view, "giant_component", summary->giant);
    ent_i_json_size(json, view, "isolates", summary->isolates);
    ent_i_json_size(json, view, "bridges", summary->bridges);
    ent_i_json_size(json, view, "articulation_points", summary->articulation_points);
    ent_i_json_number(json, view, "largest_core", summary->largest_core);
}

static void put_shape(ent_i_json_t *json, json_t *view, const ent_summary_t *summary)
{
    ent_i_json_number(json, view, "diameter", summary->diameter);
    ent_i_json_number(json, view, "mean_distance", summary->mean_distance);
    ent_i_json_number(json, view, "global_efficiency", summary->global_efficiency);
    ent_i_json_number(json, view, "transitivity", summary->transitivity);
    ent_i_json_number(json, view, "clustering_mean_zero", summary->clustering_mean_zero);
    ent_i_json_number(json, view, "clustering_mean_skip", summary->clustering_mean_skip);
    ent_i_json_number(json, view, "robins_alexander", summary->robins_alexander);
    ent_i_json_number(json, view, "centralisation_degree", summary->centralisation_degree);
    ent_i_json_number(json, view, "centralisation_betweenness",
                      summary->centralisation_betweenness);
    ent_i_json_number(json, view, "centralisation_closeness", summary->centralisation_closeness);
    ent_i_json_number(json, view, "degree_assortativity", summary->degree_assortativity);
}

static void put_mixing(ent_i_json_t *json, json_t *view, const ent_summary_t *summary)
{
    ent_i_json_number(json, view, "assortativity_country", summary->assortativity_country);
    ent_i_json_number(json, view, "assortativity_region", summary->assortativity_region);
    ent_i_json_number(json, view, "assortativity_kind", summary->assortativity_kind);
    ent_i_json_number(json, view, "ei_country", summary->ei_country);
    ent_i_json_size(json, view, "ei_country_ties", summary->ei_country_ties);
    ent_i_json_number(json, view, "ei_region", summary->ei_region);
    ent_i_json_size(json, view, "ei_region_ties", summary->ei_region_ties);
    ent_i_json_number(json, view, "ei_kind", summary->ei_kind);
    ent_i_json_number(json, view, "reported_by_both", summary->reported_by_both);
}

static void put_chance(ent_i_json_t *json, json_t *parent, const char *key,
                       const ent_chance_t *chance)
{
    json_t *object = ent_i_json_object(json, parent, key);

    ent_i_json_number(json, object, "value", chance->value);
    ent_i_json_number(json, object, "expected", chance->expected);
    ent_i_json_number(json, object, "sd", chance->sd);
    ent_i_json_number(json, object, "z", chance->z);
    ent_i_json_number(json, object, "p", chance->p);
    ent_i_json_number(json, object, "p_low", chance->p_low);
    ent_i_json_number(json, object, "p_high", chance->p_high);
}

/* Why there is no chance beside a number; NULL when there is. */
static void put_left_out(ent_i_json_t *json, json_t *object, bool too_large)
{
    if (too_large)
        ent_i_json_text(json, object, "left_out", "too large for so many draws; see --draws");
    else
        ent_i_json_null(json, object, "left_out");
}

static void put_comparison(ent_i_json_t *json, json_t *view, const ent_i_viewed_t *of,
                           uint64_t seed)
{
    const ent_comparison_t *comparison = &of->comparison;
    json_t *object = ent_i_json_object(json, view, "rewired");
    json_t *numbers;

    ent_i_json_size(json, object, "draws", comparison->draws);
    ent_i_json_size(json, object, "seed", (size_t)seed);
    ent_i_json_size(json, object, "swaps_per_tie", ENT_SWAPS_PER_TIE);
    put_left_out(json, object, comparison->too_large);
    numbers = ent_i_json_object(json, object, "measures");
    for (size_t i = 0; i < comparison->count; i++)
        put_chance(json, numbers, comparison->name[i], &comparison->chance[i]);
}

static void put_mixed_group(ent_i_json_t *json, json_t *groups, const ent_mixing_group_t *group)
{
    json_t *object = ent_i_json_object(json, groups, NULL);

    ent_i_json_text(json, object, "value", group->value);
    ent_i_json_size(json, object, "actors", group->actors);
    ent_i_json_size(json, object, "internal", group->internal);
    ent_i_json_size(json, object, "external", group->external);
    put_chance(json, object, "ei", &group->ei);
}

static void put_permuted(ent_i_json_t *json, json_t *view, const ent_i_viewed_t *of, uint64_t seed)
{
    json_t *list = ent_i_json_array(json, view, "mixing");

    for (size_t i = 0; i < of->mixing_count; i++) {
        const ent_mixing_t *mixing = of->mixing[i];
        json_t *object = ent_i_json_object(json, list, NULL);
        json_t *groups;

        ent_i_json_text(json, object, "attribute", mixing->attribute);
        ent_i_json_size(json, object, "actors", mixing->actors);
        ent_i_json_size(json, object, "missing", mixing->missing);
        ent_i_json_size(json, object, "internal", mixing->internal);
        ent_i_json_size(json, object, "external", mixing->external);
        ent_i_json_size(json, object, "draws", mixing->draws);
        ent_i_json_size(json, object, "seed", (size_t)seed);
        put_left_out(json, object, mixing->too_large);
        put_chance(json, object, "ei", &mixing->ei);
        put_chance(json, object, "assortativity", &mixing->assortativity);
        groups = ent_i_json_array(json, object, "groups");
        for (size_t g = 0; g < mixing->group_count; g++)
            put_mixed_group(json, groups, &mixing->group[g]);
    }
}

static void put_groups(ent_i_json_t *json, json_t *view, const ent_groups_t *groups)
{
    json_t *object;

    if (groups == NULL)
        return;
    object = ent_i_json_object(json, view, "groups");
    ent_i_json_text(json, object, "method", ent_group_method_name(groups->method));
    ent_i_json_size(json, object, "count", groups->count);
    ent_i_json_number(json, object, "modularity", groups->modularity);
    ent_i_json_number(json, object, "modularity_median", groups->modularity_median);
    ent_i_json_size(json, object, "runs", groups->runs);
    ent_i_json_size(json, object, "runs_at_best", groups->runs_at_best);
    ent_i_json_size(json, object, "distinct_optima", groups->distinct_optima);
    ent_i_json_number(json, object, "optimum", groups->optimum);
    ent_i_json_bool(json, object, "proven", groups->proven);
}

static void put_cores(ent_i_json_t *json, json_t *view, const ent_i_viewed_t *of)
{
    json_t *list;

    if (of->core[0] == NULL)
        return;
    list = ent_i_json_array(json, view, "core_periphery");
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_i_core_put(json, list, of->network, of->core[p]);
}

static void put_view(ent_i_json_t *json, json_t *views, const ent_i_viewed_t *view, uint64_t seed)
{
    json_t *object = ent_i_json_object(json, views, view->name);
    json_t *notes;

    put_counts(json, object, view);
    put_shape(json, object, &view->summary);
    put_mixing(json, object, &view->summary);
    put_comparison(json, object, view, seed);
    put_permuted(json, object, view, seed);
    put_groups(json, object, view->groups);
    put_cores(json, object, view);
    notes = ent_i_json_array(json, object, "notes");
    for (size_t i = 0; i < ent_network_note_count(view->network); i++)
        ent_i_json_text(json, notes, NULL, ent_network_note(view->network, i));
}

static void put_finding(ent_i_json_t *json, json_t *list, const ent_i_finding_t *finding)
{
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "key", finding->key);
    ent_i_json_text(json, object, "kind", finding->note ? "note" : "finding");
    ent_i_json_text(json, object, "text", finding->text);
    ent_i_json_text(json, object, "measure", finding->measure);
    ent_i_json_text(json, object, "view", finding->view);
    ent_i_json_number(json, object, "value", finding->value);
}

static void put_account(ent_i_json_t *json, const ent_i_report_t *report)
{
    ent_account_t account;
    json_t *object = ent_i_json_object(json, json->root, "rows");

    ent_dataset_account(report->dataset, &account, ENT_NONE, report->selection);
    ent_i_json_size(json, object, "rows", account.rows);
    ent_i_json_size(json, object, "used", account.state[ENT_ROW_USED]);
    ent_i_json_size(json, object, "merged", account.state[ENT_ROW_MERGED]);
    ent_i_json_size(json, object, "set_aside", account.state[ENT_ROW_ASIDE]);
    ent_i_json_size(json, object, "rejected", account.state[ENT_ROW_REJECTED]);
    ent_i_json_size(json, object, "blank", account.state[ENT_ROW_BLANK]);
}

ent_status_t ent_i_report_summary(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_json_t json = {0};
    ent_blob_t blob = {0};
    json_t *object;

    ent_i_json_open(&json);
    ent_i_json_text(&json, json.root, "schema", "entente/summary/2");
    ent_i_json_text(&json, json.root, "title", report->title);
    if (report->as_of[0] != '\0')
        ent_i_json_text(&json, json.root, "as_of", report->as_of);
    else
        ent_i_json_null(&json, json.root, "as_of");
    ent_i_json_text(&json, json.root, "findings_view", report->lead->name);
    ent_i_manifest_options(&json, report);
    put_account(&json, report);
    ent_i_json_size(&json, json.root, "contradictions",
                    ent_dataset_contradiction_count(report->dataset));
    object = ent_i_json_object(&json, json.root, "views");
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (report->view[v].network != NULL)
            put_view(&json, object, &report->view[v], report->options->seed);
    }
    object = ent_i_json_array(&json, json.root, "findings");
    for (size_t i = 0; i < report->finding_count; i++)
        put_finding(&json, object, &report->finding[i]);
    ENT_TRY(ent_i_json_finish(&json, &blob, err));
    ENT_TRY(ent_i_report_add(report, "summary.json", &blob, err));

cleanup:
    ent_i_json_free(&json);
    ent_blob_free(&blob);
    return status;
}
