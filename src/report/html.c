/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Markup of the page: escaping by context, sections and tables. */
#include <math.h>
#include <string.h>

#include "report/html.h"

#define REPLACEMENT "\xEF\xBF\xBD"

void ent_i_html_put(ent_i_html_t *page, const char *markup)
{
    ent_i_text_puts(&page->text, markup);
}

/* U+FFFE and U+FFFF are EF BF BE and EF BF BF; input is valid UTF-8, so no surrogates. */
static bool is_forbidden(const char *at)
{
    unsigned char byte = (unsigned char)at[0];

    if (byte < 0x20 && byte != '\t' && byte != '\n')
        return true;
    return byte == 0xEF && (unsigned char)at[1] == 0xBF && (unsigned char)at[2] >= 0xBE;
}

static const char *entity(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void ent_i_html_text(ent_i_html_t *page, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (is_forbidden(at)) {
            ent_i_html_put(page, REPLACEMENT);
            at += (unsigned char)*at == 0xEF ? 2 : 0;
        } else if (entity(*at) != NULL) {
            ent_i_html_put(page, entity(*at));
        } else {
            ent_i_text_putc(&page->text, *at);
        }
    }
}

void ent_i_html_say(ent_i_html_t *page, ent_i_message_t message, ...)
{
    ent_i_text_t text = {0};
    va_list arguments;

    va_start(arguments, message);
    ent_i_message_put_arguments(&text, page->report->language, message, arguments);
    va_end(arguments);
    if (text.failed)
        page->text.failed = true;
    else
        ent_i_html_text(page, text.size > 0 ? text.bytes : "");
    ent_i_text_free(&text);
}

void ent_i_html_element(ent_i_html_t *page, const char *tag, ent_i_message_t message)
{
    ent_i_text_printf(&page->text, "<%s>", tag);
    ent_i_html_say(page, message, (char *)NULL);
    ent_i_text_printf(&page->text, "</%s>\n", tag);
}

void ent_i_html_name(ent_i_html_t *page, const char *name)
{
    ent_i_html_put(page, "<bdi>");
    ent_i_html_text(page, name);
    ent_i_html_put(page, "</bdi>");
}

static bool is_web_address(const char *url)
{
    return strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
}

void ent_i_html_link(ent_i_html_t *page, const char *url, const char *label)
{
    bool link = is_web_address(url);

    if (link) {
        ent_i_html_put(page, "<a href=\"");
        ent_i_html_text(page, url);
        ent_i_html_put(page, "\" rel=\"noreferrer\">");
    }
    ent_i_html_text(page, label != NULL ? label : url);
    if (link)
        ent_i_html_put(page, "</a>");
}

void ent_i_html_section(ent_i_html_t *page, const char *id, ent_i_message_t heading)
{
    ent_i_text_printf(&page->text, "<section id=\"%s\">\n", id);
    ent_i_html_element(page, "h2", heading);
}

void ent_i_html_section_end(ent_i_html_t *page)
{
    ent_i_html_put(page, "</section>\n");
}

void ent_i_html_table(ent_i_html_t *page)
{
    ent_i_html_put(page, "<div class=\"wide\"><table>\n<caption>");
}

void ent_i_html_captioned(ent_i_html_t *page)
{
    ent_i_html_put(page, "</caption>\n<thead><tr>");
}

void ent_i_html_head_text(ent_i_html_t *page, const char *heading, bool number)
{
    ent_i_html_put(page, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    for (size_t size; *heading != '\0'; heading += size) { /* it may break behind each '_' */
        ent_i_text_t part = {0};

        size = strcspn(heading, "_");
        size += heading[size] == '_';
        ent_i_text_add(&part, heading, size);
        ent_i_html_text(page, part.bytes != NULL ? part.bytes : "");
        ent_i_html_put(page, heading[size] != '\0' ? "<wbr/>" : "");
        page->text.failed = page->text.failed || part.failed;
        ent_i_text_free(&part);
    }
    ent_i_html_put(page, "</th>");
}

void ent_i_html_head(ent_i_html_t *page, ent_i_message_t heading, bool number)
{
    ent_i_html_put(page, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    ent_i_html_say(page, heading, (char *)NULL);
    ent_i_html_put(page, "</th>");
}

void ent_i_html_headed(ent_i_html_t *page)
{
    ent_i_html_put(page, "</tr></thead>\n<tbody>\n");
}

void ent_i_html_row(ent_i_html_t *page)
{
    ent_i_html_put(page, "<tr>");
}

void ent_i_html_row_end(ent_i_html_t *page)
{
    ent_i_html_put(page, "</tr>\n");
}

void ent_i_html_row_head(ent_i_html_t *page, const char *text)
{
    ent_i_html_put(page, "<th scope=\"row\" class=\"name\">");
    ent_i_html_name(page, text);
    ent_i_html_put(page, "</th>");
}

void ent_i_html_cell(ent_i_html_t *page, const char *text)
{
    ent_i_html_put(page, "<td>");
    ent_i_html_text(page, text);
    ent_i_html_put(page, "</td>");
}

void ent_i_html_number(ent_i_html_t *page, double number)
{
    ent_i_text_printf(&page->text, "<td class=\"n\">%s</td>",
                      isnan(number) ? "" : ent_i_number_text(number, 4).text);
}

void ent_i_html_count(ent_i_html_t *page, size_t number)
{
    ent_i_text_printf(&page->text, "<td class=\"n\">%zu</td>", number);
}

void ent_i_html_table_end(ent_i_html_t *page)
{
    ent_i_html_put(page, "</tbody>\n</table></div>\n");
}
