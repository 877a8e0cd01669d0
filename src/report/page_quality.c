/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's data quality: the account of every table, what was found in them, and what the
 * sources disagree on. */
#include <string.h>

#include "base/unicode.h"
#include "report/html.h"
#include "report/tables.h"

enum { FAULTS_SHOWN = 200 };

static void put_account(ent_i_html_t *page, const char *name, const ent_account_t *account)
{
    ent_i_html_row(page);
    ent_i_html_row_head(page, name);
    ent_i_html_count(page, account->rows);
    for (size_t state = 0; state < ENT_ROW_STATE_COUNT; state++)
        ent_i_html_count(page, account->state[state]);
    ent_i_html_row_end(page);
}

static void put_accounts(ent_i_html_t *page)
{
    static const ent_i_message_t heads[] = {ENT_MSG_COL_ROWS,     ENT_MSG_COL_USED,
                                            ENT_MSG_COL_MERGED,   ENT_MSG_COL_SET_ASIDE,
                                            ENT_MSG_COL_REJECTED, ENT_MSG_COL_BLANK};
    const ent_i_report_t *report = page->report;
    ent_i_text_t all = {0};
    ent_account_t account;

    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_ACCOUNTS_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_FILE, false);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        ent_i_html_head(page, heads[i], true);
    ent_i_html_headed(page);
    for (size_t i = 0; i < ent_dataset_table_count(report->dataset); i++) {
        ent_dataset_account(report->dataset, &account, (ent_id_t)i, report->selection);
        put_account(page, ent_dataset_table(report->dataset, (ent_id_t)i)->file, &account);
    }
    ent_dataset_account(report->dataset, &account, ENT_NONE, report->selection);
    ent_i_message_put(&all, report->language, ENT_MSG_ALL_TABLES, (char *)NULL);
    put_account(page, all.bytes != NULL ? all.bytes : "", &account);
    ent_i_html_table_end(page);
    page->text.failed = page->text.failed || all.failed;
    ent_i_text_free(&all);
}

static void put_fault(ent_i_html_t *page, const ent_fault_t *fault)
{
    static const char *const severity[] = {
        [ENT_NOTE] = "note", [ENT_WARNING] = "warning", [ENT_ERROR] = "error"};

    ent_i_html_row(page);
    ent_i_html_cell(page, severity[fault->severity]);
    ent_i_html_cell(page, fault->file);
    ent_i_html_cell(page, fault->line > 0 ? ent_i_count_text(fault->line).text : "");
    ent_i_html_cell(page, fault->message);
    ent_i_html_row_end(page);
}

static void put_faults(ent_i_html_t *page)
{
    const ent_dataset_t *dataset = page->report->dataset;
    size_t count = ent_dataset_fault_count(dataset);
    size_t shown = count < FAULTS_SHOWN ? count : FAULTS_SHOWN;

    if (count == 0) {
        ent_i_html_element(page, "p", ENT_MSG_NO_FAULTS);
        return;
    }
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_FAULTS_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_SEVERITY, false);
    ent_i_html_head(page, ENT_MSG_COL_FILE, false);
    ent_i_html_head(page, ENT_MSG_COL_LINE, false);
    ent_i_html_head(page, ENT_MSG_COL_MESSAGE, false);
    ent_i_html_headed(page);
    for (size_t i = 0; i < shown; i++)
        put_fault(page, ent_dataset_fault(dataset, i));
    ent_i_html_table_end(page);
    if (shown < count) {
        ent_i_html_put(page, "<p>");
        ent_i_html_say(page, ENT_MSG_MORE_ROWS, ent_i_count_text(count - shown).text,
                       "entente check", (char *)NULL);
        ent_i_html_put(page, "</p>\n");
    }
}

/* One source of a claim: its title with a link, its date; the id where nothing describes it. */
static void put_source(ent_i_html_t *page, const char *id, size_t size)
{
    const ent_source_t *source = ent_i_source_find(page->report->dataset, id, size);
    ent_i_text_t shown = {0};

    if (source != NULL && source->title[0] != '\0')
        ent_i_text_puts(&shown, source->title);
    else
        ent_i_text_add(&shown, id, size);
    page->text.failed = page->text.failed || shown.failed;
    if (source != NULL && source->url[0] != '\0' && !shown.failed)
        ent_i_html_link(page, source->url, shown.bytes);
    else if (!shown.failed)
        ent_i_html_text(page, shown.bytes);
    ent_i_text_free(&shown);
    if (source != NULL && source->date[0] != '\0') {
        ent_i_html_put(page, ", ");
        ent_i_html_text(page, source->date);
    }
}

void ent_i_html_claim(ent_i_html_t *page, const ent_claim_t *claim)
{
    const char *rest = claim->source;
    const char *id;
    size_t size;

    ent_i_html_put(page, "<th scope=\"row\">");
    ent_i_html_name(page, claim->value);
    ent_i_html_put(page, "</th><td class=\"date\">");
    ent_i_html_text(page, claim->as_of_text);
    ent_i_html_put(page, "</td><td>");
    for (bool first = true; ent_i_list_next(&rest, &id, &size); first = false) {
        ent_i_html_put(page, first ? "" : "; ");
        put_source(page, id, size);
    }
    ent_i_html_put(page, "</td>");
    ent_i_html_cell(page, claim->note);
}

void ent_i_html_claim_heads(ent_i_html_t *page)
{
    ent_i_html_head(page, ENT_MSG_COL_VALUE, false);
    ent_i_html_head(page, ENT_MSG_COL_DATE, false);
    ent_i_html_head(page, ENT_MSG_COL_SOURCE, false);
    ent_i_html_head(page, ENT_MSG_COL_NOTE, false);
}

/* What they disagree on stands once, beside all that is said of it. */
static void put_contradiction(ent_i_html_t *page, const ent_contradiction_t *contradiction)
{
    const ent_i_report_t *report = page->report;
    const char *subject = ent_i_report_subject(report, contradiction->subject);

    if (subject == NULL) {
        page->text.failed = true;
        return;
    }
    ent_i_html_put(page, "<tbody>\n");
    for (size_t i = 0; i < contradiction->claim_count; i++) {
        ent_i_html_row(page);
        if (i == 0) {
            ent_i_text_printf(&page->text, "<th scope=\"rowgroup\" rowspan=\"%zu\">",
                              contradiction->claim_count);
            ent_i_html_say(page, ENT_MSG_CONTRADICTION, subject, contradiction->property,
                           (char *)NULL);
            ent_i_html_put(page, "</th>");
        }
        ent_i_html_claim(page, ent_dataset_claim(report->dataset, contradiction->claim[i]));
        ent_i_html_row_end(page);
    }
    ent_i_html_put(page, "</tbody>\n");
}

static void put_contradictions(ent_i_html_t *page)
{
    const ent_dataset_t *dataset = page->report->dataset;
    size_t count = ent_dataset_contradiction_count(dataset);

    ent_i_html_element(page, "h3", ENT_MSG_CONTRADICTIONS_HEADING);
    if (count == 0) {
        ent_i_html_element(page, "p", ENT_MSG_NO_CONTRADICTIONS);
        return;
    }
    ent_i_html_put(page, "<div class=\"wide\"><table>\n<caption>");
    ent_i_html_say(page, ENT_MSG_CONTRADICTIONS_CAPTION, ent_i_count_text(count).text,
                   (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_SUBJECT, false);
    ent_i_html_claim_heads(page);
    ent_i_html_put(page, "</tr></thead>\n");
    for (size_t i = 0; i < count; i++)
        put_contradiction(page, ent_dataset_contradiction(dataset, i));
    ent_i_html_put(page, "</table></div>\n");
}

void ent_i_html_quality(ent_i_html_t *page)
{
    ent_i_html_section(page, "quality", ENT_MSG_QUALITY);
    put_accounts(page);
    put_faults(page);
    put_contradictions(page);
    ent_i_html_section_end(page);
}
