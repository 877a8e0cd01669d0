/* SPDX-License-Identifier: GPL-2.0-or-later */
/* index.html: its frame, key numbers and findings; the other sections have files of their own. */
#include "report/html.h"

#include <stdlib.h>
#include <string.h>

#include "report/coverage.h"

/* Base64 of the 32 bytes that a hexadecimal SHA-256 stands for. */
static void hash_source(char out[45], const char *sha256)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char byte[33] = {0};

    for (size_t i = 0; i < 32; i++) {
        char digits[3] = {sha256[2 * i], sha256[2 * i + 1], '\0'};

        byte[i] = (unsigned char)strtoul(digits, NULL, 16);
    }
    for (size_t i = 0; i < 11; i++) {
        unsigned long three = (unsigned long)byte[3 * i] << 16 |
                              (unsigned long)byte[3 * i + 1] << 8 | byte[3 * i + 2];

        for (size_t k = 0; k < 4; k++)
            out[4 * i + k] = letters[three >> (18 - 6 * k) & 63];
    }
    out[43] = '='; /* 32 bytes are ten threes and two */
    out[44] = '\0';
}

/* No script, no request: only this style sheet and images within the page. */
static void put_head(ent_i_html_t *page)
{
    char sha256[ENT_SHA256_SIZE];
    char hash[45];

    ent_i_sha256(sha256, ent_i_html_style, strlen(ent_i_html_style));
    hash_source(hash, sha256);
    ent_i_html_put(page, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"");
    ent_i_html_text(page, page->report->language);
    ent_i_html_put(page, "\" xml:lang=\"");
    ent_i_html_text(page, page->report->language);
    ent_i_html_put(page, "\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    ent_i_text_printf(&page->text,
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action "
                      "'none'\"/>\n",
                      hash);
    ent_i_html_put(page, "<meta name=\"viewport\" content=\"width=device-width, "
                         "initial-scale=1\"/>\n<title>");
    ent_i_html_text(page, page->report->title);
    ent_i_html_put(page, "</title>\n<style>");
    ent_i_html_put(page, ent_i_html_style);
    ent_i_html_put(page, "</style>\n</head>\n<body>\n");
}

static void put_title(ent_i_html_t *page)
{
    const ent_i_report_t *report = page->report;

    ent_i_html_put(page, "<header>\n<h1>");
    ent_i_html_name(page, report->title);
    ent_i_html_put(page, "</h1>\n<p>");
    if (report->as_of[0] != '\0')
        ent_i_html_say(page, ENT_MSG_AS_OF, report->as_of, (char *)NULL);
    else
        ent_i_html_say(page, ENT_MSG_UNDATED, (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    if (report->rejected > 0) {
        ent_i_html_put(page, "<p class=\"alert\">");
        ent_i_html_say(page, ENT_MSG_REJECTED, ent_i_count_text(report->rejected).text,
                       (char *)NULL);
        ent_i_html_put(page, "</p>\n");
    }
    ent_i_html_put(page, "</header>\n");
}

static void put_navigation(ent_i_html_t *page)
{
    static const struct {
        const char *id;
        ent_i_message_t heading;
    } sections[] = {
        {"findings", ENT_MSG_FINDINGS},     {"figures", ENT_MSG_FIGURES},
        {"ranks", ENT_MSG_RANKS},           {"brokers", ENT_MSG_BROKERS},
        {"groups", ENT_MSG_GROUPS_HEADING}, {"chance", ENT_MSG_CHANCE},
        {"quality", ENT_MSG_QUALITY},       {"coverage", ENT_MSG_COVERAGE_HEADING},
        {"methods", ENT_MSG_METHODS},       {"sources", ENT_MSG_SOURCES},
        {"files", ENT_MSG_FILES},
    };

    ent_i_html_put(page, "<nav><ul>\n");
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        ent_i_text_printf(&page->text, "<li><a href=\"#%s\">", sections[i].id);
        ent_i_html_say(page, sections[i].heading, (char *)NULL);
        ent_i_html_put(page, "</a></li>\n");
    }
    ent_i_html_put(page, "</ul></nav>\n");
}

static void put_key_number(ent_i_html_t *page, ent_i_message_t name, size_t number)
{
    if (number == 0)
        return;
    ent_i_html_put(page, "<div><dt>");
    ent_i_html_say(page, name, (char *)NULL);
    ent_i_text_printf(&page->text, "</dt><dd>%zu</dd></div>\n", number);
}

/* Distinct countries of the actors of the view `whole`. */
static ent_status_t count_countries(size_t *countries, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_network_actor_count(view->network);
    const char **country = NULL;

    *countries = 0;
    ENT_TRY(ent_i_alloc(&country, actors, sizeof *country, err));
    for (size_t i = 0; i < actors; i++) {
        ent_id_t actor = ent_network_actor(view->network, (ent_id_t)i);

        country[i] = actor == ENT_NONE
                         ? ""
                         : ent_dataset_actor(ent_network_dataset(view->network), actor)->country;
    }
    *countries = ent_i_count_distinct(country, actors);

cleanup:
    free(country);
    return status;
}

static ent_status_t put_key_numbers(ent_i_html_t *page, ent_error_t *err)
{
    static const ent_i_message_t kinds[ENT_KIND_COUNT] = {
        [ENT_KIND_CITY] = ENT_MSG_COL_CITIES,
        [ENT_KIND_NETWORK] = ENT_MSG_COL_NETWORKS,
        [ENT_KIND_ORGANISATION] = ENT_MSG_COL_ORGANISATIONS,
        [ENT_KIND_EVENT] = ENT_MSG_COL_EVENTS,
        [ENT_KIND_ACTOR] = ENT_MSG_COL_ACTORS,
    };
    static const ent_i_message_t ties[ENT_TIE_KIND_COUNT] = {
        [ENT_TIE_MEMBERSHIP] = ENT_MSG_COL_MEMBERSHIPS,
        [ENT_TIE_AGREEMENT] = ENT_MSG_COL_AGREEMENTS,
        [ENT_TIE_ATTENDANCE] = ENT_MSG_COL_ATTENDANCES,
        [ENT_TIE_EDGE] = ENT_MSG_COL_EDGES,
    };
    const ent_i_report_t *report = page->report;
    const ent_network_t *whole = report->view[ENT_VIEW_WHOLE].network;
    size_t kind[ENT_KIND_COUNT] = {0};
    size_t tie[ENT_TIE_KIND_COUNT] = {0};
    size_t countries;
    ent_status_t status = count_countries(&countries, &report->view[ENT_VIEW_WHOLE], err);

    for (size_t i = 0; i < ent_network_actor_count(whole); i++)
        kind[ent_network_vertex_kind(whole, (ent_id_t)i)]++;
    for (size_t i = 0; i < ent_dataset_record_count(report->dataset); i++) {
        const ent_record_t *record = ent_dataset_record(report->dataset, (ent_id_t)i);

        tie[record->kind] +=
            ent_i_counts(report->selection, record) && ent_i_report_concerns(report, record);
    }
    if (ent_dataset_actor_count(report->dataset) == 0)
        return status;
    ent_i_html_element(page, "h2", ENT_MSG_KEY_NUMBERS);
    ent_i_html_put(page, "<dl class=\"key\">\n");
    for (size_t i = 0; i <= ENT_KIND_ACTOR; i++)
        put_key_number(page, kinds[i], kind[i]);
    put_key_number(page, ENT_MSG_COL_COUNTRIES, countries);
    for (size_t i = 0; i < ENT_TIE_KIND_COUNT; i++)
        put_key_number(page, ties[i], tie[i]);
    ent_i_html_put(page, "</dl>\n");
    return status;
}

static void put_finding(ent_i_html_t *page, const ent_i_finding_t *finding)
{
    ent_i_text_printf(&page->text, "<li class=\"%s\">", finding->key);
    ent_i_html_text(page, finding->text);
    ent_i_html_put(page, " <small>");
    ent_i_html_text(page, finding->measure);
    if (finding->view[0] != '\0') {
        ent_i_html_put(page, " &#183; ");
        ent_i_html_text(page, finding->view);
    }
    ent_i_text_printf(&page->text, " &#183; %s</small></li>\n",
                      ent_i_number_text(finding->value, 6).text);
}

static size_t put_findings_of(ent_i_html_t *page, bool note)
{
    size_t count = 0;

    for (size_t i = 0; i < page->report->finding_count; i++) {
        if (page->report->finding[i].note != note)
            continue;
        put_finding(page, &page->report->finding[i]);
        count++;
    }
    return count;
}

static bool view_has_note(const ent_i_viewed_t *view, const char *note)
{
    for (size_t i = 0; view->network != NULL && i < ent_network_note_count(view->network); i++) {
        if (strcmp(ent_network_note(view->network, i), note) == 0)
            return true;
    }
    return false;
}

/* A note once, with all the views that it is about, at the first of them. */
static void put_note(ent_i_html_t *page, int first, const char *note)
{
    ent_i_text_t views = {0};

    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (!view_has_note(&page->report->view[v], note))
            continue;
        if (v < first)
            goto cleanup;
        if (views.size > 0)
            ent_i_message_put(&views, page->report->language, ENT_MSG_COMMA, (char *)NULL);
        ent_i_text_puts(&views, page->report->view[v].name);
    }
    ent_i_html_put(page, "<li>");
    ent_i_html_say(page, ENT_MSG_VIEW_NOTE, views.bytes != NULL ? views.bytes : "", note,
                   (char *)NULL);
    ent_i_html_put(page, "</li>\n");

cleanup:
    page->text.failed = page->text.failed || views.failed;
    ent_i_text_free(&views);
}

static void put_view_notes(ent_i_html_t *page)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_network_t *network = page->report->view[v].network;

        for (size_t i = 0; network != NULL && i < ent_network_note_count(network); i++)
            put_note(page, v, ent_network_note(network, i));
    }
}

static void put_findings(ent_i_html_t *page)
{
    bool agreements = page->report->lead == &page->report->view[ENT_VIEW_AGREEMENTS];

    ent_i_html_section(page, "findings", ENT_MSG_FINDINGS);
    ent_i_html_element(page, "p", agreements ? ENT_MSG_LEAD_AGREEMENTS : ENT_MSG_LEAD_WHOLE);
    ent_i_html_put(page, "<ul class=\"findings\">\n");
    if (put_findings_of(page, false) == 0)
        ent_i_html_element(page, "li", ENT_MSG_NO_FINDINGS);
    ent_i_html_put(page, "</ul>\n");
    ent_i_html_element(page, "h3", ENT_MSG_NOTES);
    ent_i_html_put(page, "<ul class=\"findings\">\n");
    put_findings_of(page, true);
    put_view_notes(page);
    ent_i_html_element(page, "li", ENT_MSG_NOTE_ASSOCIATION);
    ent_i_html_put(page, "</ul>\n");
    ent_i_html_section_end(page);
}

ent_status_t ent_i_report_page(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_html_t page = {.report = report};
    ent_blob_t blob = {0};

    put_head(&page);
    put_title(&page);
    put_navigation(&page);
    ent_i_html_put(&page, "<main>\n");
    ENT_TRY(put_key_numbers(&page, err));
    put_findings(&page);
    ent_i_html_figures(&page);
    ENT_TRY(ent_i_html_ranks(&page, err));
    ENT_TRY(ent_i_html_expand(&page, err));
    ENT_TRY(ent_i_html_groups(&page, err));
    ENT_TRY(ent_i_html_chance(&page, err));
    ent_i_html_quality(&page);
    ENT_TRY(ent_i_html_coverage(&page, err));
    ENT_TRY(ent_i_html_methods(&page, err));
    ent_i_html_sources(&page);
    ent_i_html_put(&page, "</main>\n<footer><p>");
    ent_i_html_say(&page, ENT_MSG_MADE_BY, ent_version(), (char *)NULL);
    ent_i_html_put(&page, "</p></footer>\n</body>\n</html>\n");
    ENT_TRY(ent_i_text_finish(&page.text, &blob, err));
    ENT_TRY(ent_i_report_add(report, "index.html", &blob, err));

cleanup:
    ent_i_text_free(&page.text);
    ent_blob_free(&blob);
    return status;
}
