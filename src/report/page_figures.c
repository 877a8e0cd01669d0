/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's figures: the SVG of each, inline, or why there is none. */
#include <string.h>

#include "report/html.h"

static void put_absent(ent_i_html_t *page, const ent_i_figure_t *figure)
{
    ent_i_text_t heading = {0};

    ent_i_message_put(&heading, page->report->language, figure->heading, (char *)NULL);
    ent_i_html_put(page, "<p class=\"absent\">");
    ent_i_html_say(page, ENT_MSG_FIGURE_ABSENT, heading.bytes != NULL ? heading.bytes : "",
                   figure->reason, (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    page->text.failed = page->text.failed || heading.failed;
    ent_i_text_free(&heading);
}

static void put_files(ent_i_html_t *page, const char *name)
{
    static const char *const suffixes[] = {"svg", "pdf", "png", "alt.txt"};

    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        ent_i_text_printf(&page->text, "%s<a href=\"%s.%s\">%s.%s</a>", i > 0 ? ", " : " ", name,
                          suffixes[i], name, suffixes[i]);
    ent_i_html_put(page, ".");
}

/* The document without its XML declaration. Its ids begin with its layout and view, so those of
 * two figures differ; its own title and description name it to a screen reader. */
static void put_svg(ent_i_html_t *page, const ent_blob_t *svg)
{
    const char *element = strstr(svg->bytes, "<svg");

    if (element != NULL)
        ent_i_text_add(&page->text, element, svg->size - (size_t)(element - svg->bytes));
}

static void put_figure(ent_i_html_t *page, const ent_i_figure_t *figure)
{
    ent_i_text_printf(&page->text, "<figure id=\"figure-%s\">\n", figure->name);
    ent_i_html_element(page, "h3", figure->heading);
    put_svg(page, &figure->svg);
    ent_i_html_put(page, "<figcaption>");
    ent_i_html_text(page, figure->alt);
    ent_i_html_put(page, " ");
    ent_i_html_text(page, figure->warnings);
    ent_i_html_put(page, " ");
    ent_i_html_say(page, ENT_MSG_FIGURE_FILES, figure->view, (char *)NULL);
    put_files(page, figure->name);
    ent_i_html_put(page, "</figcaption>\n</figure>\n");
}

void ent_i_html_figures(ent_i_html_t *page)
{
    ent_i_html_section(page, "figures", ENT_MSG_FIGURES);
    for (size_t i = 0; i < page->report->figure_count; i++) {
        const ent_i_figure_t *figure = &page->report->figure[i];

        if (figure->reason != NULL)
            put_absent(page, figure);
        else
            put_figure(page, figure);
    }
    ent_i_html_section_end(page);
}
