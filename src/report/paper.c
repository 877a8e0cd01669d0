/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a paper on these results has to say of its methods: a paragraph, and the references as
 * BibTeX. */
#include <stdlib.h>
#include <string.h>

#include "entente/backbone.h"
#include "measure/versions.h"
#include "report/paper.h"

/* Measures of the findings and of the brokers' table beside the defaults. */
static const char *const named[] = {
    "agreements", "betweenness_normalised", "dependents",    "effective_size",
    "ei_index",   "broker_total",           "broker_total_z"};

static bool is_named(const ent_measure_t *measure)
{
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        if (strcmp(named[i], measure->name) == 0)
            return true;
    }
    return false;
}

/* Marks what the page shows of a view. */
static ent_status_t mark_view(bool *shown, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_measure_t **list = NULL;
    size_t count;

    ENT_TRY(ent_i_alloc(&list, ent_measure_count(), sizeof *list, err));
    ENT_TRY(ent_measure_list(list, &count, NULL, view->network, err));
    for (size_t i = 0; i < ent_measure_count(); i++) {
        for (size_t k = 0; k < count; k++)
            shown[i] = shown[i] || list[k] == ent_measure_at(i);
        shown[i] = shown[i] || (is_named(ent_measure_at(i)) &&
                                ent_i_viewed_values(view, ent_measure_at(i)->name) != NULL);
    }

cleanup:
    free(list);
    return status;
}

ent_status_t ent_i_paper_measures(bool *shown, const ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (report->view[v].network != NULL)
            ENT_TRY(mark_view(shown, &report->view[v], err));
    }

cleanup:
    return status;
}

/* A paragraph in the making. */
typedef struct paper {
    const ent_i_report_t *report;
    ent_i_text_t text;
    const char **cite; /* of everything that the paragraph names */
    size_t cite_count;
} paper_t;

static const char *bytes(const ent_i_text_t *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

/* "degree (Freeman 1978), betweenness (Freeman 1977; Brandes 2001), …", and notes what is cited. */
static void put_cited(paper_t *paper, ent_i_text_t *list, const char *name, const char *cite)
{
    ent_blob_t authors = {0};

    if (list->size > 0)
        ent_i_message_put(list, paper->report->language, ENT_MSG_COMMA, (char *)NULL);
    ent_i_text_puts(list, name);
    if (ent_cite_short(&authors, cite, NULL) != ENT_OK)
        list->failed = true;
    else if (authors.size > 0)
        ent_i_text_printf(list, " (%s)", authors.bytes);
    ent_blob_free(&authors);
    paper->cite[paper->cite_count++] = cite;
}

static void say_data(paper_t *paper)
{
    const ent_i_report_t *report = paper->report;
    ent_account_t account;

    ent_dataset_account(report->dataset, &account, ENT_NONE, report->selection);
    ent_i_message_put(&paper->text, report->language, ENT_MSG_PAPER_DATA, report->title,
                      ent_i_count_text(account.rows).text,
                      ent_i_count_text(account.state[ENT_ROW_USED]).text, (char *)NULL);
    if (report->as_of[0] != '\0')
        ent_i_message_put(&paper->text, report->language, ENT_MSG_PAPER_AS_OF, report->as_of,
                          (char *)NULL);
}

static void say_views(paper_t *paper)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_i_viewed_t *view = &paper->report->view[v];

        if (view->network == NULL)
            continue;
        ent_i_message_put(&paper->text, paper->report->language, ENT_MSG_PAPER_VIEW, view->name,
                          ent_i_count_text(ent_network_actor_count(view->network)).text,
                          ent_i_count_text(ent_network_tie_count(view->network)).text,
                          (char *)NULL);
    }
}

static void say_measures(paper_t *paper, const bool *shown)
{
    ent_i_text_t list = {0};

    for (size_t i = 0; i < ent_measure_count(); i++) {
        if (shown[i])
            put_cited(paper, &list, ent_measure_at(i)->name, ent_measure_at(i)->cite);
    }
    ent_i_message_put(&paper->text, paper->report->language, ENT_MSG_PAPER_MEASURES, bytes(&list),
                      (char *)NULL);
    paper->text.failed = paper->text.failed || list.failed;
    ent_i_text_free(&list);
}

/* Each method once, in the order of the views. */
static void say_groups(paper_t *paper)
{
    const ent_report_options_t *options = paper->report->options;
    bool said[ENT_GROUP_METHOD_COUNT] = {false};
    ent_i_text_t list = {0};

    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_groups_t *groups = paper->report->view[v].groups;

        if (groups == NULL || said[groups->method])
            continue;
        said[groups->method] = true;
        put_cited(paper, &list, ent_group_method_name(groups->method),
                  ent_group_method_cite(groups->method));
    }
    if (list.size > 0)
        ent_i_message_put(&paper->text, paper->report->language, ENT_MSG_PAPER_GROUPS,
                          ent_i_count_text(options->runs).text,
                          ent_i_count_text((size_t)options->seed).text, bytes(&list), (char *)NULL);
    paper->text.failed = paper->text.failed || list.failed;
    ent_i_text_free(&list);
}

/* Both patterns, where some view has a core. */
static void say_cores(paper_t *paper)
{
    ent_i_text_t list = {0};
    bool some = false;

    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        some = some || paper->report->view[v].core[0] != NULL;
    if (!some)
        return;
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        put_cited(paper, &list, ent_core_pattern_name((ent_core_pattern_t)p), ent_core_cite());
    ent_i_message_put(&paper->text, paper->report->language, ENT_MSG_PAPER_CORE, bytes(&list),
                      (char *)NULL);
    paper->text.failed = paper->text.failed || list.failed;
    ent_i_text_free(&list);
}

static void say_backbone(paper_t *paper)
{
    const ent_i_report_t *report = paper->report;
    ent_i_text_t model = {0};
    ent_i_text_t correction = {0};

    if (report->backbone == ENT_BACKBONE_NONE)
        return;
    put_cited(paper, &model, ent_backbone_model_name(report->backbone),
              ent_backbone_model_cite(report->backbone));
    put_cited(paper, &correction, ent_correction_name(report->correction),
              ent_correction_cite(report->correction));
    ent_i_message_put(&paper->text, report->language, ENT_MSG_PAPER_BACKBONE, bytes(&model),
                      bytes(&correction), (char *)NULL);
    paper->text.failed = paper->text.failed || model.failed || correction.failed;
    ent_i_text_free(&model);
    ent_i_text_free(&correction);
}

/* Whether anything was rewired: without ties a network is its only rewiring. */
static bool has_comparison(const ent_i_report_t *report)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        if (report->view[v].comparison.count > 0 &&
            ent_network_tie_count(report->view[v].network) > 0)
            return true;
    return false;
}

static void say_chance(paper_t *paper)
{
    const ent_i_report_t *report = paper->report;
    ent_i_text_t rewired = {0};
    ent_i_text_t permuted = {0};

    if (!has_comparison(report))
        return;
    put_cited(paper, &rewired, "", "artzy-randrup2005 fosdick2018");
    put_cited(paper, &permuted, "", "krackhardt1988 phipson2010");
    ent_i_message_put(&paper->text, report->language, ENT_MSG_PAPER_CHANCE,
                      ent_i_count_text(report->options->measure.draws).text, bytes(&rewired),
                      bytes(&permuted), ent_i_count_text(ENT_SWAPS_PER_TIE).text, (char *)NULL);
    paper->text.failed = paper->text.failed || rewired.failed || permuted.failed;
    ent_i_text_free(&rewired);
    ent_i_text_free(&permuted);
}

static ent_status_t add_files(paper_t *paper, ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t copy = {0};
    ent_blob_t blob = {0};

    ent_i_text_printf(&copy, "%s\n", bytes(&paper->text));
    copy.failed = copy.failed || paper->text.failed;
    ENT_TRY(ent_i_text_finish(&copy, &blob, err));
    ENT_TRY(ent_i_report_add(report, "methods.txt", &blob, err));
    ENT_TRY(ent_cite_bibtex(&blob, paper->cite, paper->cite_count, err));
    ENT_TRY(ent_i_report_add(report, "references.bib", &blob, err));
    ENT_TRY(ent_i_report_keep(report, &report->paper, &paper->text, err));

cleanup:
    ent_i_text_free(&copy);
    ent_blob_free(&blob);
    return status;
}

ent_status_t ent_i_report_paper(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    paper_t paper = {.report = report};
    bool *shown = NULL;

    ENT_TRY(ent_i_alloc(&shown, ent_measure_count(), sizeof *shown, err));
    ENT_TRY(ent_i_alloc(&paper.cite,
                        ent_measure_count() + ENT_GROUP_METHOD_COUNT + ENT_CORE_PATTERN_COUNT + 4,
                        sizeof *paper.cite, err));
    ENT_TRY(ent_i_paper_measures(shown, report, err));
    say_data(&paper);
    say_views(&paper);
    say_measures(&paper, shown);
    say_groups(&paper);
    say_cores(&paper);
    say_backbone(&paper);
    say_chance(&paper);
    ent_i_message_put(&paper.text, report->language, ENT_MSG_PAPER_PROGRAM, ent_version(),
                      ent_i_igraph_version(), (char *)NULL);
    ENT_TRY(add_files(&paper, report, err));

cleanup:
    ent_i_text_free(&paper.text);
    free(paper.cite);
    free(shown);
    return status;
}
