/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's tables of ranks: the first of each view, and the brokers. */
#include <stdlib.h>

#include "document/rank.h"
#include "report/html.h"

enum { ROWS_SHOWN = 10 };

static const char *const broker_measures[] = {"betweenness",    "dependents", "constraint",
                                              "effective_size", "ei_index",   "broker_total",
                                              "broker_total_z", "degree"};

static void put_row(ent_i_html_t *page, const ent_i_viewed_t *view, const ent_i_place_t *place)
{
    ent_i_html_row(page);
    ent_i_html_number(page, ent_i_place_rank(place));
    ent_i_html_row_head(page, ent_i_report_name(page->report, view, place->vertex));
    ent_i_html_cell(page, ent_i_viewed_country(view, place->vertex));
}

static void put_heads(ent_i_html_t *page, const char *const *measures, size_t count)
{
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_RANK, true);
    ent_i_html_head(page, ENT_MSG_COL_NAME, false);
    ent_i_html_head(page, ENT_MSG_COL_COUNTRY, false);
    for (size_t i = 0; i < count; i++)
        ent_i_html_head_text(page, measures[i], true);
    ent_i_html_headed(page);
}

static ent_status_t put_view(ent_i_html_t *page, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_network_actor_count(view->network);
    size_t shown = actors < ROWS_SHOWN ? actors : ROWS_SHOWN;
    const ent_measure_t **list = NULL;
    const char **name = NULL;
    ent_i_place_t *place = NULL;
    size_t count;

    ENT_TRY(ent_i_alloc(&list, ent_measure_count(), sizeof *list, err));
    ENT_TRY(ent_i_alloc(&name, ent_measure_count(), sizeof *name, err));
    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ENT_TRY(ent_measure_list(list, &count, NULL, view->network, err));
    for (size_t i = 0; i < count; i++)
        name[i] = list[i]->name;
    ent_i_rank(place, ent_i_viewed_values(view, name[0]), actors, list[0]->ascending);
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_TOP_OF_VIEW, view->name, name[0], ent_i_count_text(shown).text,
                   ent_i_count_text(actors).text, (char *)NULL);
    put_heads(page, name, count);
    for (size_t i = 0; i < shown; i++) {
        put_row(page, view, &place[i]);
        for (size_t m = 0; m < count; m++)
            ent_i_html_number(page, ent_i_viewed_value(view, name[m], place[i].vertex));
        ent_i_html_row_end(page);
    }
    ent_i_html_table_end(page);

cleanup:
    free(list);
    free(name);
    free(place);
    return status;
}

static void put_broker_table(ent_i_html_t *page, const ent_i_viewed_t *view,
                             const ent_i_place_t *place, size_t count, size_t brokers)
{
    size_t measures = sizeof broker_measures / sizeof broker_measures[0];

    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_BROKERS_CAPTION, view->name, ent_i_count_text(count).text,
                   ent_i_count_text(brokers).text, (char *)NULL);
    put_heads(page, broker_measures, measures);
    for (size_t i = 0; i < count; i++) {
        put_row(page, view, &place[i]);
        for (size_t m = 0; m < measures; m++)
            ent_i_html_number(page, ent_i_viewed_value(view, broker_measures[m], place[i].vertex));
        ent_i_html_row_end(page);
    }
    ent_i_html_table_end(page);
}

static ent_status_t put_brokers(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = page->report->lead;
    size_t actors = ent_network_actor_count(view->network);
    size_t brokers = 0;
    size_t shown;
    ent_i_place_t *place = NULL;

    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ent_i_rank(place, ent_i_viewed_values(view, "betweenness"), actors, false);
    while (brokers < actors && place[brokers].value > 0)
        brokers++;
    shown = brokers < ROWS_SHOWN ? brokers : ROWS_SHOWN;
    ent_i_html_section(page, "brokers", ENT_MSG_BROKERS);
    if (brokers > 0)
        put_broker_table(page, view, place, shown, brokers);
    else
        ent_i_html_element(page, "p", ENT_MSG_NO_BROKERS);
    ent_i_html_section_end(page);

cleanup:
    free(place);
    return status;
}

ent_status_t ent_i_html_ranks(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_report_t *report = page->report;

    ent_i_html_section(page, "ranks", ENT_MSG_RANKS);
    if (ent_network_actor_count(report->lead->network) == 0)
        ent_i_html_element(page, "p", ENT_MSG_NO_ACTORS);
    else
        ENT_TRY(put_view(page, report->lead, err));
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (report->view[v].network != NULL && &report->view[v] != report->lead)
            ENT_TRY(put_view(page, &report->view[v], err));
    }
    ent_i_html_section_end(page);
    ENT_TRY(put_brokers(page, err));

cleanup:
    return status;
}
