/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's coverage: what is counted here beside every claim of it, and where the agreements
 * come from. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "report/coverage.h"
#include "report/html.h"
#include "report/tables.h"

static void put_coverage(ent_i_html_t *page, const ent_i_coverage_t *coverage)
{
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_COVERAGE_CAPTION,
                   ent_i_report_actor_name(page->report, coverage->actor), coverage->property,
                   ent_i_count_text(coverage->counted).text, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_THEN, true);
    ent_i_html_head(page, ENT_MSG_COL_SHARE, true);
    ent_i_html_claim_heads(page);
    ent_i_html_headed(page);
    for (size_t i = 0; i < coverage->claim_count; i++) {
        const ent_claim_t *claim = ent_dataset_claim(page->report->dataset, coverage->claim[i]);
        double share = ent_i_coverage_share(coverage->then[i], claim);

        ent_i_html_row(page);
        ent_i_html_count(page, coverage->then[i]);
        ent_i_text_printf(&page->text, "<td class=\"n\">%s</td>",
                          isnan(share) ? "" : ent_i_percent_text(share).text);
        ent_i_html_claim(page, claim);
        ent_i_html_row_end(page);
    }
    ent_i_html_table_end(page);
}

/* Marks the sources that an agreement names; false when it names none. */
static bool mark_sources(bool *used, const ent_dataset_t *dataset, const char *list)
{
    bool any = false;
    const char *id;
    size_t size;

    while (ent_i_list_next(&list, &id, &size)) {
        const ent_source_t *source = ent_i_source_find(dataset, id, size);

        for (size_t i = 0; source != NULL && i < ent_dataset_source_count(dataset); i++)
            used[i] = used[i] || ent_dataset_source(dataset, i) == source;
        any = any || source != NULL;
    }
    return any;
}

/* Where the agreements that count come from. */
typedef struct origin {
    size_t agreements;
    size_t unsourced;
    size_t sources;
    size_t publishers;
} origin_t;

static ent_status_t find_origin(origin_t *origin, const ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t sources = ent_dataset_source_count(report->dataset);
    const char **publisher = NULL;
    bool *used = NULL;

    *origin = (origin_t){0};
    ENT_TRY(ent_i_alloc(&used, sources, sizeof *used, err));
    ENT_TRY(ent_i_alloc(&publisher, sources, sizeof *publisher, err));
    for (size_t i = 0; i < ent_dataset_record_count(report->dataset); i++) {
        const ent_record_t *record = ent_dataset_record(report->dataset, (ent_id_t)i);

        if (record->kind != ENT_TIE_AGREEMENT || !ent_i_counts(report->selection, record) ||
            !ent_i_report_concerns(report, record))
            continue;
        origin->agreements++;
        origin->unsourced += !mark_sources(used, report->dataset, record->source);
    }
    for (size_t i = 0; i < sources; i++) {
        if (used[i])
            publisher[origin->sources++] = ent_dataset_source(report->dataset, i)->publisher;
    }
    origin->publishers = ent_i_count_distinct(publisher, origin->sources);

cleanup:
    free(used);
    free(publisher);
    return status;
}

static ent_status_t put_origin(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double both = page->report->lead->summary.reported_by_both;
    origin_t origin;

    ENT_TRY(find_origin(&origin, page->report, err));
    if (origin.agreements == 0)
        return ENT_OK;
    ent_i_html_put(page, "<p>");
    ent_i_html_say(page, ENT_MSG_COVERAGE_SOURCES, ent_i_count_text(origin.agreements).text,
                   ent_i_count_text(origin.sources).text, ent_i_count_text(origin.publishers).text,
                   (char *)NULL);
    ent_i_html_put(page, " ");
    if (origin.unsourced > 0)
        ent_i_html_say(page, ENT_MSG_COVERAGE_UNSOURCED, ent_i_count_text(origin.unsourced).text,
                       (char *)NULL);
    ent_i_html_put(page, " ");
    if (!isnan(both))
        ent_i_html_say(page, ENT_MSG_COVERAGE_ONE_SIDED, ent_i_percent_text(both).text,
                       (char *)NULL);
    ent_i_html_put(page, "</p>\n");

cleanup:
    return status;
}

/* The sentences of the findings that tell of coverage, again where their numbers stand. */
static void put_sentences(ent_i_html_t *page)
{
    for (size_t i = 0; i < page->report->finding_count; i++) {
        const ent_i_finding_t *finding = &page->report->finding[i];

        if (strcmp(finding->key, "coverage") != 0)
            continue;
        ent_i_html_put(page, "<p>");
        ent_i_html_text(page, finding->text);
        ent_i_html_put(page, "</p>\n");
    }
}

/* What the data set itself says of its coverage: the claims of that property, in their words. */
static void put_told(ent_i_html_t *page)
{
    const ent_dataset_t *dataset = page->report->dataset;

    for (size_t i = 0; i < ent_dataset_claim_count(dataset); i++) {
        const ent_claim_t *claim = ent_dataset_claim(dataset, i);

        if (strcmp(claim->property, "coverage") != 0)
            continue;
        ent_i_html_put(page, "<p>");
        ent_i_html_text(page, claim->value);
        ent_i_html_put(page, ".</p>\n");
    }
}

ent_status_t ent_i_html_coverage(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_coverages_t coverages = {0};
    size_t begin;

    ENT_TRY(ent_i_coverage_find(&coverages, page->report, err));
    ent_i_html_section(page, "coverage", ENT_MSG_COVERAGE_HEADING);
    begin = page->text.size;
    put_sentences(page);
    put_told(page);
    ENT_TRY(put_origin(page, err));
    for (size_t i = 0; i < coverages.count; i++)
        put_coverage(page, &coverages.item[i]);
    if (page->text.size == begin)
        ent_i_html_element(page, "p", ENT_MSG_NO_COVERAGE);
    ent_i_html_section_end(page);

cleanup:
    ent_i_coverage_free(&coverages);
    return status;
}
