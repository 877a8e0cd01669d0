/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing index.html: HTML5 that is well-formed XML as well, static, self-contained, without
 * scripts. Everything from the data goes through ent_i_html_text(). */
#ifndef ENT_REPORT_HTML_H
#define ENT_REPORT_HTML_H

#include "document/message.h"
#include "report/report_i.h"

typedef struct ent_i_html {
    ent_i_text_t text;
    const ent_i_report_t *report;
} ent_i_html_t;

/* Our own markup, as it is. */
void ent_i_html_put(ent_i_html_t *page, const char *markup);
/* Text from anywhere, escaped for content and for quoted attributes; characters that XML forbids
 * become U+FFFD. */
void ent_i_html_text(ent_i_html_t *page, const char *text);
void ent_i_html_say(ent_i_html_t *page, ent_i_message_t message, ...) __attribute__((sentinel));
/* <TAG>message</TAG>. */
void ent_i_html_element(ent_i_html_t *page, const char *tag, ent_i_message_t message);
/* A name, kept apart from its surroundings' direction. */
void ent_i_html_name(ent_i_html_t *page, const char *name);
/* A link where the address is http or https, else the address as text; `label` NULL: the address.
 */
void ent_i_html_link(ent_i_html_t *page, const char *url, const char *label);

/* <section id="ID"><h2>heading</h2> and its end. */
void ent_i_html_section(ent_i_html_t *page, const char *id, ent_i_message_t heading);
void ent_i_html_section_end(ent_i_html_t *page);

/* A table: caption open, caption done (its text goes between), heads, rows of cells, end. */
void ent_i_html_table(ent_i_html_t *page);
void ent_i_html_captioned(ent_i_html_t *page);
void ent_i_html_head(ent_i_html_t *page, ent_i_message_t heading, bool number);
void ent_i_html_head_text(ent_i_html_t *page, const char *heading, bool number);
void ent_i_html_headed(ent_i_html_t *page);
void ent_i_html_row(ent_i_html_t *page);
void ent_i_html_row_end(ent_i_html_t *page);
/* The cell that names its row. */
void ent_i_html_row_head(ent_i_html_t *page, const char *text);
void ent_i_html_cell(ent_i_html_t *page, const char *text);
/* A number of four significant digits; empty for NaN. */
void ent_i_html_number(ent_i_html_t *page, double number);
void ent_i_html_count(ent_i_html_t *page, size_t number);
void ent_i_html_table_end(ent_i_html_t *page);

/* The cells of one claim: value, as of, source, note; and their heads. */
void ent_i_html_claim_heads(ent_i_html_t *page);
void ent_i_html_claim(ent_i_html_t *page, const ent_claim_t *claim);

/* The parts of the page, in their order, each in a file of its name. */
void ent_i_html_figures(ent_i_html_t *page);
ent_status_t ent_i_html_ranks(ent_i_html_t *page, ent_error_t *err);
ent_status_t ent_i_html_expand(ent_i_html_t *page, ent_error_t *err);
ent_status_t ent_i_html_groups(ent_i_html_t *page, ent_error_t *err);
ent_status_t ent_i_html_chance(ent_i_html_t *page, ent_error_t *err);
void ent_i_html_quality(ent_i_html_t *page);
ent_status_t ent_i_html_coverage(ent_i_html_t *page, ent_error_t *err);
ent_status_t ent_i_html_methods(ent_i_html_t *page, ent_error_t *err);
void ent_i_html_sources(ent_i_html_t *page);

/* The page's style sheet. */
extern const char ent_i_html_style[];

#endif
