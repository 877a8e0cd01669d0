/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the first ranks differ when an agreement with a network is read as one of the network, of
 * its members, or of both. */
#include <stdlib.h>

#include "document/rank.h"
#include "report/html.h"

enum { ROWS_SHOWN = 10, READINGS = 3 };

typedef struct reading {
    ent_network_t *network;
    ent_i_place_t *place; /* by degree */
    size_t count;
} reading_t;

static void free_reading(reading_t *reading)
{
    ent_network_free(reading->network);
    free(reading->place);
}

static ent_status_t read_as(reading_t *reading, const ent_i_report_t *report, ent_expand_t expand,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_options_t options = report->options->network;
    const ent_measure_t *degree = ent_measure_find("degree");
    double *value = NULL;

    options.view = ENT_VIEW_AGREEMENTS;
    options.expand = expand;
    ENT_TRY(ent_network_new(&reading->network, report->dataset, &options, err));
    reading->count = ent_network_actor_count(reading->network);
    ENT_TRY(ent_i_alloc(&value, reading->count, sizeof *value, err));
    ENT_TRY(ent_i_alloc(&reading->place, reading->count, sizeof *reading->place, err));
    ENT_TRY(
        ent_measure_compute(reading->network, value, &degree, 1, &report->options->measure, err));
    ent_i_rank(reading->place, value, reading->count, false);

cleanup:
    free(value);
    return status;
}

/* Whether some agreement that counts has a party that is a network. */
static bool expandable(const ent_i_report_t *report)
{
    const ent_network_t *agreements = report->view[ENT_VIEW_AGREEMENTS].network;

    if (agreements == NULL || ent_network_is_directed(agreements) ||
        report->view[ENT_VIEW_AFFILIATIONS].network == NULL)
        return false;
    for (size_t i = 0; i < ent_network_tie_count(agreements); i++) {
        ent_tie_t tie = ent_network_tie(agreements, i);

        if (ent_network_vertex_kind(agreements, tie.a) == ENT_KIND_NETWORK ||
            ent_network_vertex_kind(agreements, tie.b) == ENT_KIND_NETWORK)
            return true;
    }
    return false;
}

/* "(3) Gongju, 7". */
static void put_place(ent_i_html_t *page, const reading_t *reading, size_t index)
{
    const ent_i_viewed_t view = {.network = reading->network};
    const ent_i_place_t *place = reading->place + index;

    ent_i_html_put(page, "<td>");
    if (index < reading->count && place->value > 0) {
        ent_i_text_printf(&page->text, "(%s) ",
                          ent_i_number_text(ent_i_place_rank(place), 12).text);
        ent_i_html_name(page, ent_i_report_name(page->report, &view, place->vertex));
        ent_i_text_printf(&page->text, ", %s", ent_i_number_text(place->value, 12).text);
    }
    ent_i_html_put(page, "</td>");
}

static void put_table(ent_i_html_t *page, const reading_t *reading)
{
    static const char *const names[READINGS] = {
        [ENT_EXPAND_NONE] = "none", [ENT_EXPAND_MEMBERS] = "members", [ENT_EXPAND_BOTH] = "both"};

    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_EXPAND_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    for (size_t i = 0; i < READINGS; i++)
        ent_i_html_head_text(page, names[i], false);
    ent_i_html_headed(page);
    for (size_t row = 0; row < ROWS_SHOWN; row++) {
        ent_i_html_row(page);
        for (size_t i = 0; i < READINGS; i++)
            put_place(page, &reading[i], row);
        ent_i_html_row_end(page);
    }
    ent_i_html_table_end(page);
}

ent_status_t ent_i_html_expand(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    reading_t reading[READINGS] = {{0}};

    if (!expandable(page->report))
        return ENT_OK;
    for (int i = 0; i < READINGS; i++)
        ENT_TRY(read_as(&reading[i], page->report, (ent_expand_t)i, err));
    ent_i_html_section(page, "expand", ENT_MSG_EXPAND);
    ent_i_html_element(page, "p", ENT_MSG_EXPAND_TEXT);
    put_table(page, reading);
    ent_i_html_section_end(page);

cleanup:
    for (size_t i = 0; i < READINGS; i++)
        free_reading(&reading[i]);
    return status;
}
