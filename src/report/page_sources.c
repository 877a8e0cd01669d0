/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's list of sources, and of the files of the report. */
#include <string.h>

#include "report/html.h"

static void put_source(ent_i_html_t *page, const ent_source_t *source)
{
    ent_i_html_row(page);
    ent_i_html_row_head(page, source->id);
    ent_i_html_put(page, "<td>");
    ent_i_html_link(page, source->url, source->title[0] != '\0' ? source->title : NULL);
    ent_i_html_put(page, "</td>");
    ent_i_html_cell(page, source->publisher);
    ent_i_html_cell(page, source->date);
    ent_i_html_cell(page, source->note);
    ent_i_html_row_end(page);
}

static void put_sources(ent_i_html_t *page)
{
    const ent_dataset_t *dataset = page->report->dataset;

    ent_i_html_section(page, "sources", ENT_MSG_SOURCES);
    if (ent_dataset_source_count(dataset) == 0) {
        ent_i_html_element(page, "p", ENT_MSG_NO_SOURCES);
        ent_i_html_section_end(page);
        return;
    }
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_SOURCES_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_SOURCE, false);
    ent_i_html_head(page, ENT_MSG_COL_TITLE, false);
    ent_i_html_head(page, ENT_MSG_COL_PUBLISHER, false);
    ent_i_html_head(page, ENT_MSG_COL_DATE, false);
    ent_i_html_head(page, ENT_MSG_COL_NOTE, false);
    ent_i_html_headed(page);
    for (size_t i = 0; i < ent_dataset_source_count(dataset); i++)
        put_source(page, ent_dataset_source(dataset, i));
    ent_i_html_table_end(page);
    ent_i_html_section_end(page);
}

static void put_file(ent_i_html_t *page, const char *name)
{
    ent_i_text_printf(&page->text, "<li><a href=\"%s\">%s</a></li>\n", name, name);
}

void ent_i_html_sources(ent_i_html_t *page)
{
    put_sources(page);
    ent_i_html_section(page, "files", ENT_MSG_FILES);
    ent_i_html_put(page, "<ul>\n");
    for (size_t i = 0; i < page->report->output_count; i++) {
        if (strchr(page->report->output[i].name, '/') == NULL)
            put_file(page, page->report->output[i].name);
    }
    put_file(page, "manifest.json");
    ent_i_html_put(page, "</ul>\n");
    ent_i_html_element(page, "p", ENT_MSG_EXCEL);
    ent_i_html_section_end(page);
}
