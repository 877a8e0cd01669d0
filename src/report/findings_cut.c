/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about dependence: whose loss would cut off whom in the largest component. */
#include <stdlib.h>

#include "document/rank.h"
#include "report/findings.h"

enum { RANKS_TOLD = 3, CUTS_TOLD = 6, NAMES_SHOWN = 6 };

/* A forest of vertices: `parent` leads to the first vertex of each piece. */
static ent_id_t root_of(ent_id_t *parent, ent_id_t vertex)
{
    while (parent[vertex] != vertex) {
        parent[vertex] = parent[parent[vertex]];
        vertex = parent[vertex];
    }
    return vertex;
}

/* Joins the ends of every tie that does not touch `without` (ENT_NONE: of every tie). */
static void join_pieces(ent_id_t *parent, const ent_network_t *network, ent_id_t without)
{
    for (size_t i = 0; i < ent_network_actor_count(network); i++)
        parent[i] = (ent_id_t)i;
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        ent_tie_t tie = ent_network_tie(network, i);
        ent_id_t a = root_of(parent, tie.a);
        ent_id_t b = root_of(parent, tie.b);

        if (tie.a == without || tie.b == without || a == b)
            continue;
        if (a < b)
            parent[b] = a;
        else
            parent[a] = b;
    }
}

typedef struct cut {
    ent_id_t *whole; /* pieces with everybody */
    ent_id_t *left;  /* pieces without one actor */
    size_t *size;    /* of the pieces in `left`, by root */
    const char **name;
    size_t count; /* who is cut off */
} cut_t;

static void free_cut(cut_t *cut)
{
    free(cut->whole);
    free(cut->left);
    free(cut->size);
    free(cut->name);
}

static ent_status_t alloc_cut(cut_t *cut, size_t actors, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&cut->whole, actors, sizeof *cut->whole, err));
    ENT_TRY(ent_i_alloc(&cut->left, actors, sizeof *cut->left, err));
    ENT_TRY(ent_i_alloc(&cut->size, actors, sizeof *cut->size, err));
    ENT_TRY(ent_i_alloc(&cut->name, actors, sizeof *cut->name, err));

cleanup:
    return status;
}

/* Names whom the loss of `lost` cuts off from the largest piece that remains of its component. */
static void name_cut_off(cut_t *cut, const ent_i_report_t *report, const ent_i_viewed_t *view,
                         ent_id_t lost)
{
    size_t actors = ent_network_actor_count(view->network);
    ent_id_t component = root_of(cut->whole, lost);
    ent_id_t largest = ENT_NONE;

    join_pieces(cut->left, view->network, lost);
    for (size_t i = 0; i < actors; i++)
        cut->size[i] = 0;
    for (size_t i = 0; i < actors; i++)
        cut->size[root_of(cut->left, (ent_id_t)i)]++;
    for (size_t i = 0; i < actors; i++) {
        ent_id_t piece = root_of(cut->left, (ent_id_t)i);

        if ((ent_id_t)i == lost || root_of(cut->whole, (ent_id_t)i) != component)
            continue;
        if (largest == ENT_NONE || cut->size[piece] > cut->size[largest])
            largest = piece;
    }
    cut->count = 0;
    for (size_t i = 0; i < actors; i++) {
        ent_id_t vertex = (ent_id_t)i;

        if (vertex != lost && root_of(cut->whole, vertex) == component &&
            root_of(cut->left, vertex) != largest)
            cut->name[cut->count++] = ent_i_report_name(report, view, vertex);
    }
}

static ent_status_t tell_cut(ent_i_report_t *report, const ent_i_viewed_t *view, cut_t *cut,
                             ent_id_t lost, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t names = {0};
    ent_i_text_t text = {0};

    name_cut_off(cut, report, view, lost);
    if (cut->count == 0)
        return ENT_OK;
    ent_i_message_put_list(&names, report->language, cut->name, cut->count, NAMES_SHOWN);
    ent_i_message_put(&text, report->language, ENT_MSG_CUT_OFF,
                      ent_i_report_name(report, view, lost), ent_i_count_text(cut->count).text,
                      names.bytes != NULL ? names.bytes : "", (char *)NULL);
    text.failed = text.failed || names.failed;
    ENT_TRY(
        ent_i_finding_add(report, "cut-off", "dependents", view, (double)cut->count, &text, err));

cleanup:
    ent_i_text_free(&names);
    return status;
}

/* How many places to tell of: the first ranks, each whole, so that nobody is named and an equal
 * passed over; a rank that all its actors would make too long is left to brokers.csv. */
static size_t count_told(const ent_i_place_t *place, size_t count)
{
    size_t told = 0;
    size_t next;

    for (size_t i = 0; i < count && place[i].value > 0 && place[i].rank <= RANKS_TOLD; i = next) {
        next = i + 1;
        while (next < count && place[next].rank == place[i].rank)
            next++;
        if (next > CUTS_TOLD)
            break;
        told = next;
    }
    return told;
}

ent_status_t ent_i_find_cuts(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const double *dependents = ent_i_viewed_values(view, "dependents");
    size_t actors = ent_network_actor_count(view->network);
    ent_i_place_t *place = NULL;
    size_t told;
    cut_t cut = {0};

    if (dependents == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ENT_TRY(alloc_cut(&cut, actors, err));
    ent_i_rank(place, dependents, actors, false);
    join_pieces(cut.whole, view->network, ENT_NONE);
    told = count_told(place, actors);
    for (size_t i = 0; i < told; i++)
        ENT_TRY(tell_cut(report, view, &cut, place[i].vertex, err));

cleanup:
    free_cut(&cut);
    free(place);
    return status;
}
