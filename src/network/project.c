/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Projections: cities by the networks that they share, networks by their shared members.
 *
 * Who is in which network is a two-mode network of its own, the incidence, whose vertices are the
 * actors of the data set. A middle is what two vertices share. */
#include <stdlib.h>
#include <string.h>

#include "network/shares.h"
#include "network/view.h"

/* The vertex's side and the middle's of a membership; false when it joins nothing here. */
static bool take_sides(ent_i_view_t *view, const ent_i_tie_t *tie, ent_id_t *vertex,
                       ent_id_t *middle)
{
    bool to_cities = view->options->view == ENT_VIEW_CITIES;

    *vertex = tie->party[to_cities ? 0 : 1];
    *middle = tie->party[to_cities ? 1 : 0];
    if (view->network->vertex[*vertex] == ENT_NONE || view->left_out[*middle])
        return false;
    if ((ent_i_view_kind(view, *middle) == ENT_KIND_NETWORK) == to_cities)
        return true;
    view->same_mode++; /* a network that is a member of a network */
    return false;
}

static ent_status_t make_incidence(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_links_t links = {0};

    ENT_TRY(ent_i_alloc(&view->incidence, 1, sizeof *view->incidence, err));
    view->incidence->actor_count = view->actor_count;
    for (size_t i = 0; i < view->record_count; i++) {
        const ent_i_tie_t *tie = ent_i_view_tie(view, i);
        ent_i_link_t link = {.class = ENT_I_LINK_ONCE, .record = (ent_id_t)i, .weight = 1};

        if (tie->kind == ENT_TIE_MEMBERSHIP && ent_i_view_counts(view, i) &&
            take_sides(view, tie, &link.a, &link.b))
            ENT_TRY(ent_i_links_add(&links, link, err));
    }
    ENT_TRY(ent_i_network_merge(view->incidence, &links, false, true, err));
    ENT_TRY(ent_i_network_index(view->incidence, err));

cleanup:
    free(links.link);
    return status;
}

static bool is_middle(const ent_i_view_t *view, size_t actor)
{
    return view->network->vertex[actor] == ENT_NONE;
}

/* The middle that makes most pairs, and how many pairs all make, each counted by itself. */
static double estimate(const ent_i_view_t *view, ent_id_t *largest, double *largest_pairs)
{
    double pairs = 0;

    *largest = ENT_NONE;
    *largest_pairs = 0;
    for (size_t i = 0; i < view->actor_count; i++) {
        double size = (double)ent_i_degree(view->incidence, (ent_id_t)i);
        double made = size * (size - 1) / 2;

        if (!is_middle(view, i) || made <= 0)
            continue;
        pairs += made;
        if (made > *largest_pairs) {
            *largest = (ent_id_t)i;
            *largest_pairs = made;
        }
    }
    return pairs;
}

static ent_status_t check_size(const ent_i_view_t *view, double pairs, ent_id_t largest,
                               double largest_pairs, ent_error_t *err)
{
    const ent_actor_t *actor;

    if (pairs <= (double)view->options->max_projected_edges)
        return ENT_OK;
    actor = ent_dataset_actor(view->dataset, largest);
    return ent_i_fail(err, ENT_ELIMIT,
                      "The projection '%s' would make up to %.0f ties, past the limit of %llu; "
                      "%s alone makes %.0f. Leave it out with --without %s, use --view "
                      "affiliations, or raise --max-projected-edges.",
                      ent_view_name(view->options->view), pairs,
                      (unsigned long long)view->options->max_projected_edges, actor->name,
                      largest_pairs, actor->id);
}

/* Shared of all that either has. */
static double jaccard(const ent_network_t *incidence, ent_id_t a, ent_id_t b, double shared)
{
    size_t either = ent_i_degree(incidence, a) + ent_i_degree(incidence, b);

    return shared / ((double)either - shared);
}

static ent_status_t tie_shares(ent_i_view_t *view, ent_id_t actor, const ent_i_shares_t *shares,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < shares->count; i++) {
        ent_id_t other = shares->other[i];
        double weight = shares->weight[other];

        if (view->options->projection == ENT_PROJECTION_JACCARD)
            weight = jaccard(view->incidence, actor, other, weight);
        ENT_TRY(ent_i_links_add(&view->links,
                                (ent_i_link_t){.a = view->network->vertex[actor],
                                               .b = view->network->vertex[other],
                                               .class = ENT_I_LINK_ONCE,
                                               .record = ENT_NONE,
                                               .weight = weight},
                                err));
    }

cleanup:
    return status;
}

static ent_status_t tie_all(ent_i_view_t *view, ent_error_t *err)
{
    bool newman = view->options->projection == ENT_PROJECTION_NEWMAN;
    ent_status_t status = ENT_OK;
    ent_i_shares_t shares = {0};

    ENT_TRY(ent_i_shares_init(&shares, view->incidence, err));
    for (size_t i = 0; i < view->network->actor_count; i++) {
        ent_id_t actor = view->network->actor[i];

        ent_i_shares_gather(&shares, view->incidence, actor, newman);
        ENT_TRY(tie_shares(view, actor, &shares, err));
    }

cleanup:
    ent_i_shares_free(&shares);
    return status;
}

ent_status_t ent_i_view_project(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t largest;
    double largest_pairs, pairs;

    ENT_TRY(make_incidence(view, err));
    pairs = estimate(view, &largest, &largest_pairs);
    ENT_TRY(check_size(view, pairs, largest, largest_pairs, err));
    if (view->options->backbone != ENT_BACKBONE_NONE)
        return ent_i_view_backbone(view, err);
    ENT_TRY(tie_all(view, err));
    view->dominant = largest;
    view->dominant_ties = (size_t)largest_pairs;

cleanup:
    return status;
}

/* The memberships of both ends in every middle that they share, into `out` unless it is NULL.
 * Returns how many. */
static size_t shared_records(const ent_i_view_t *view, size_t tie, ent_id_t *out)
{
    const ent_network_t *incidence = view->incidence;
    ent_id_t a = view->network->actor[view->network->a[tie]];
    ent_id_t b = view->network->actor[view->network->b[tie]];
    size_t i = incidence->offset[a];
    size_t j = incidence->offset[b];
    size_t count = 0;

    while (i < incidence->offset[a + 1] && j < incidence->offset[b + 1]) {
        if (incidence->neighbour[i] != incidence->neighbour[j]) {
            if (incidence->neighbour[i] < incidence->neighbour[j])
                i++;
            else
                j++;
            continue;
        }
        for (int end = 0; end < 2; end++) {
            ent_id_t via = incidence->via[end == 0 ? i : j];
            size_t records = ent_network_tie_record_count(incidence, (size_t)via);

            for (size_t k = 0; out != NULL && k < records; k++)
                out[count + k] = ent_network_tie_record(incidence, (size_t)via, k);
            count += records;
        }
        i++;
        j++;
    }
    return count;
}

/* With --parallel=keep an agreement is a tie of its own beside the shared networks'. */
static bool is_shared(const ent_i_view_t *view, size_t tie)
{
    return view->options->parallel != ENT_PARALLEL_KEEP ||
           ent_network_tie_record_count(view->network, tie) == 0;
}

ent_status_t ent_i_view_project_records(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = view->network;
    uint32_t *offset = NULL;
    ent_id_t *record = NULL;
    size_t records = 0;

    ENT_TRY(ent_i_alloc(&offset, network->tie_count + 1, sizeof *offset, err));
    for (size_t i = 0; i < network->tie_count; i++) {
        records += ent_network_tie_record_count(network, i) +
                   (is_shared(view, i) ? shared_records(view, i, NULL) : 0);
        ENT_TRY(ent_i_check_records(records, err));
        offset[i + 1] = (uint32_t)records;
    }
    ENT_TRY(ent_i_alloc(&record, records, sizeof *record, err));
    for (size_t i = 0; i < network->tie_count; i++) {
        ent_id_t *at = &record[offset[i]];

        if (is_shared(view, i))
            at += shared_records(view, i, at);
        for (size_t j = 0; j < ent_network_tie_record_count(network, i); j++)
            *at++ = ent_network_tie_record(network, i, j);
        qsort(&record[offset[i]], offset[i + 1] - offset[i], sizeof *record, ent_i_compare_ids);
    }
    free(network->record_offset);
    free(network->record);
    network->record_offset = offset;
    network->record = record;
    return ENT_OK;

cleanup:
    free(offset);
    free(record);
    return status;
}
