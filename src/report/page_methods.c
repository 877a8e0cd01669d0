/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's methods: views, and the definition and reference of every measure that it shows. */
#include <stdlib.h>

#include "report/html.h"
#include "report/paper.h"

static void put_work(ent_i_html_t *page, const ent_reference_t *reference)
{
    ent_blob_t words = {0};

    if (ent_cite_text(&words, reference->key, NULL) == ENT_OK)
        ent_i_html_text(page, words.bytes);
    else
        page->text.failed = true;
    ent_blob_free(&words);
    if (reference->doi[0] != '\0') {
        ent_i_text_t url = {0};

        ent_i_text_printf(&url, "https://doi.org/%s", reference->doi);
        ent_i_html_put(page, ", ");
        ent_i_html_link(page, url.bytes != NULL ? url.bytes : "", NULL);
        page->text.failed = page->text.failed || url.failed;
        ent_i_text_free(&url);
    }
}

static void put_reference(ent_i_html_t *page, const ent_measure_t *measure)
{
    const char *remark = ent_cite_remark(measure->cite);
    const ent_reference_t *reference;
    size_t i = 0;

    ent_i_html_put(page, "<td>");
    for (; (reference = ent_cite_at(measure->cite, i)) != NULL; i++) {
        ent_i_html_put(page, i > 0 ? "; " : "");
        put_work(page, reference);
    }
    if (remark[0] != '\0') {
        ent_i_html_put(page, i > 0 ? "; " : "");
        ent_i_html_text(page, remark);
    }
    ent_i_html_put(page, "</td>");
}

static void put_measures(ent_i_html_t *page, const bool *shown)
{
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_METHODS_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_MEASURE, false);
    ent_i_html_head(page, ENT_MSG_COL_DEFINITION, false);
    ent_i_html_head(page, ENT_MSG_COL_UNDEFINED, false);
    ent_i_html_head(page, ENT_MSG_COL_REFERENCE, false);
    ent_i_html_headed(page);
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *measure = ent_measure_at(i);

        if (!shown[i])
            continue;
        ent_i_html_row(page);
        ent_i_html_row_head(page, measure->name);
        ent_i_html_cell(page, measure->definition);
        ent_i_html_cell(page, measure->undefined);
        put_reference(page, measure);
        ent_i_html_row_end(page);
    }
    ent_i_html_table_end(page);
}

static void put_views(ent_i_html_t *page)
{
    static const ent_i_message_t views[ENT_REPORT_VIEWS] = {
        [ENT_VIEW_WHOLE] = ENT_MSG_VIEW_WHOLE,
        [ENT_VIEW_AGREEMENTS] = ENT_MSG_VIEW_AGREEMENTS,
        [ENT_VIEW_AFFILIATIONS] = ENT_MSG_VIEW_AFFILIATIONS};

    ent_i_html_put(page, "<ul>\n");
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (page->report->view[v].network != NULL)
            ent_i_html_element(page, "li", views[v]);
    }
    ent_i_html_put(page, "</ul>\n");
}

/* To be copied into a paper, with the file of its references. */
static void put_paper(ent_i_html_t *page)
{
    ent_i_html_element(page, "h3", ENT_MSG_PAPER);
    ent_i_html_put(page, "<p class=\"paper\">");
    ent_i_html_text(page, page->report->paper);
    ent_i_html_put(page, "</p>\n<p><a href=\"methods.txt\">methods.txt</a> "
                         "<a href=\"references.bib\">references.bib</a></p>\n");
}

ent_status_t ent_i_html_methods(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_report_t *report = page->report;
    bool *shown = NULL;

    ENT_TRY(ent_i_alloc(&shown, ent_measure_count(), sizeof *shown, err));
    ENT_TRY(ent_i_paper_measures(shown, report, err));
    ent_i_html_section(page, "methods", ENT_MSG_METHODS);
    put_views(page);
    ent_i_html_put(page, "<p>");
    ent_i_html_say(page, ENT_MSG_METHODS_TEXT, ent_i_count_text(report->options->runs).text,
                   ent_i_count_text((size_t)report->options->seed).text, (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    put_paper(page);
    put_measures(page, shown);
    ent_i_html_section_end(page);

cleanup:
    free(shown);
    return status;
}
