/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about places: who has most partners, who bridges, which network joins most members,
 * and which network stands in everybody's way. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/findings.h"

enum { NAMES_SHOWN = 4 };

static bool lead_is_agreements(const ent_i_report_t *report)
{
    return report->lead == &report->view[ENT_VIEW_AGREEMENTS];
}

/* Where everybody has the same value there is no leader to name. */
static bool all_lead(const ent_i_viewed_t *view, const ent_i_leaders_t *leaders)
{
    return leaders->count == ent_network_actor_count(view->network);
}

static void say_leaders(ent_i_text_t *text, const ent_i_report_t *report,
                        const ent_i_leaders_t *leaders, ent_i_message_t one, ent_i_message_t many)
{
    ent_i_text_t names = {0};

    ent_i_message_put_list(&names, report->language, leaders->name, leaders->count, NAMES_SHOWN);
    ent_i_message_put(text, report->language, leaders->count == 1 ? one : many,
                      names.bytes != NULL ? names.bytes : "",
                      ent_i_number_text(leaders->value, 4).text,
                      ent_i_count_text(leaders->count).text, (char *)NULL);
    text->failed = text->failed || names.failed;
    ent_i_text_free(&names);
}

static ent_status_t find_partners(ent_i_report_t *report, ent_i_leaders_t *leaders,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    bool agreements = lead_is_agreements(report);
    const double *degree = ent_i_viewed_values(view, "degree");
    ent_i_text_t text = {0};

    if (degree == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_leaders_find(leaders, report, view, degree, -1, err));
    if (!(leaders->value > 0) || all_lead(view, leaders))
        return ENT_OK;
    say_leaders(&text, report, leaders, agreements ? ENT_MSG_PARTNERS : ENT_MSG_NEIGHBOURS,
                agreements ? ENT_MSG_PARTNERS_SHARED : ENT_MSG_NEIGHBOURS_SHARED);
    ENT_TRY(ent_i_finding_add(report, "partners", "degree", view, leaders->value, &text, err));

cleanup:
    return status;
}

static bool same_leaders(const ent_i_leaders_t *a, const ent_i_leaders_t *b)
{
    return a->count == b->count && memcmp(a->vertex, b->vertex, a->count * sizeof *a->vertex) == 0;
}

/* Told only where counting agreements, not partners, puts somebody else first. */
static ent_status_t find_agreements(ent_i_report_t *report, const ent_i_leaders_t *partners,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const double *agreements = ent_i_viewed_values(view, "agreements");
    ent_i_leaders_t leaders = {0};
    ent_i_text_t text = {0};

    if (!lead_is_agreements(report) || agreements == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_leaders_find(&leaders, report, view, agreements, -1, err));
    if (!(leaders.value > 0) || all_lead(view, &leaders) || same_leaders(&leaders, partners))
        goto cleanup;
    say_leaders(&text, report, &leaders, ENT_MSG_AGREEMENTS, ENT_MSG_AGREEMENTS);
    ENT_TRY(ent_i_finding_add(report, "agreements", "agreements", view, leaders.value, &text, err));

cleanup:
    ent_i_leaders_free(&leaders);
    return status;
}

/* Counts each actor's neighbours in another region than its own. */
static ent_status_t count_abroad(double **count, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(count, ent_network_actor_count(view->network), sizeof **count, err));
    for (size_t i = 0; i < ent_network_tie_count(view->network); i++) {
        ent_tie_t tie = ent_network_tie(view->network, i);
        const char *a = ent_i_viewed_region(view, tie.a);
        const char *b = ent_i_viewed_region(view, tie.b);

        if (a[0] == '\0' || b[0] == '\0' || strcmp(a, b) == 0)
            continue;
        (*count)[tie.a]++;
        (*count)[tie.b]++;
    }

cleanup:
    return status;
}

static ent_status_t find_abroad(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    ent_i_leaders_t leaders = {0};
    ent_i_text_t text = {0};
    double *count = NULL;

    ENT_TRY(count_abroad(&count, view, err));
    ENT_TRY(ent_i_leaders_find(&leaders, report, view, count, -1, err));
    if (!(leaders.value > 0) || all_lead(view, &leaders))
        goto cleanup;
    say_leaders(&text, report, &leaders, ENT_MSG_ABROAD, ENT_MSG_ABROAD);
    ENT_TRY(ent_i_finding_add(report, "abroad", "ties to other regions", view, leaders.value, &text,
                              err));

cleanup:
    ent_i_leaders_free(&leaders);
    free(count);
    return status;
}

static ent_status_t find_bridge(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const double *betweenness = ent_i_viewed_values(view, "betweenness");
    double actors = (double)ent_network_actor_count(view->network);
    double pairs = (actors - 1) * (actors - 2);
    ent_i_leaders_t leaders = {0};
    ent_i_text_t names = {0};
    ent_i_text_t text = {0};

    if (betweenness == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_leaders_find(&leaders, report, view, betweenness, -1, err));
    if (!(leaders.value > 0) || all_lead(view, &leaders))
        goto cleanup;
    if (!ent_network_is_directed(view->network))
        pairs /= 2;
    ent_i_message_put_list(&names, report->language, leaders.name, leaders.count, NAMES_SHOWN);
    ent_i_message_put(
        &text, report->language, ENT_MSG_BRIDGE, names.bytes != NULL ? names.bytes : "",
        ent_i_percent_text(leaders.value / pairs).text, ent_i_number_text(leaders.value, 4).text,
        ent_i_count_text(leaders.count).text, (char *)NULL);
    text.failed = text.failed || names.failed;
    ENT_TRY(ent_i_finding_add(report, "bridge", "betweenness", view, leaders.value, &text, err));

cleanup:
    ent_i_text_free(&names);
    ent_i_leaders_free(&leaders);
    return status;
}

static ent_status_t find_joiner(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = &report->view[ENT_VIEW_AFFILIATIONS];
    ent_i_leaders_t leaders = {0};
    ent_i_text_t names = {0};
    ent_i_text_t text = {0};

    if (view->network == NULL)
        return ENT_OK;
    ENT_TRY(
        ent_i_leaders_find(&leaders, report, view, ent_i_viewed_values(view, "degree"), 1, err));
    if (!(leaders.value > 0) || leaders.count == view->summary.mode_actors[1])
        goto cleanup;
    ent_i_message_put_list(&names, report->language, leaders.name, leaders.count, NAMES_SHOWN);
    ent_i_message_put(&text, report->language, ENT_MSG_JOINER,
                      names.bytes != NULL ? names.bytes : "",
                      ent_i_number_text(leaders.value, 12).text,
                      ent_i_count_text(view->summary.mode_actors[0]).text,
                      ent_i_count_text(leaders.count).text, (char *)NULL);
    text.failed = text.failed || names.failed;
    ENT_TRY(ent_i_finding_add(report, "joiner", "degree", view, leaders.value, &text, err));

cleanup:
    ent_i_text_free(&names);
    ent_i_leaders_free(&leaders);
    return status;
}

/* A network that over half of all shortest paths of the view `whole` pass through hides the rest:
 * the reader is told how to look behind it. */
static ent_status_t find_dominant(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = &report->view[ENT_VIEW_WHOLE];
    const double *share = ent_i_viewed_values(view, "betweenness_normalised");
    ent_i_text_t text = {0};

    for (size_t i = 0; share != NULL && i < ent_network_actor_count(view->network); i++) {
        ent_id_t vertex = (ent_id_t)i;

        if (!(share[i] > 0.5) || ent_network_vertex_kind(view->network, vertex) != ENT_KIND_NETWORK)
            continue;
        ent_i_message_put(
            &text, report->language,
            report->view[ENT_VIEW_AGREEMENTS].network != NULL ? ENT_MSG_DOMINANT
                                                              : ENT_MSG_DOMINANT_ALONE,
            ent_i_report_name(report, view, vertex), ent_i_percent_text(share[i]).text,
            ent_network_vertex_id(view->network, vertex), (char *)NULL);
        ENT_TRY(ent_i_note_add(report, "dominant", "betweenness_normalised", view, share[i], &text,
                               err));
    }

cleanup:
    return status;
}

ent_status_t ent_i_find_places(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_leaders_t partners = {0};

    ENT_TRY(find_partners(report, &partners, err));
    ENT_TRY(find_agreements(report, &partners, err));
    ENT_TRY(find_bridge(report, err));
    ENT_TRY(find_abroad(report, err));
    ENT_TRY(find_joiner(report, err));
    ENT_TRY(find_dominant(report, err));

cleanup:
    ent_i_leaders_free(&partners);
    return status;
}
