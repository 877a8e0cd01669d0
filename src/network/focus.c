/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What lies around one actor. */
#include <stdlib.h>

#include "network/view.h"

/* Puts the neighbours of a vertex that are not reached yet at the end of the queue. */
static size_t reach(const size_t *offset, const ent_id_t *neighbour, ent_id_t from, int *hops,
                    ent_id_t *queue, size_t count)
{
    for (size_t i = offset[from]; i < offset[from + 1]; i++) {
        if (hops[neighbour[i]] >= 0)
            continue;
        hops[neighbour[i]] = hops[from] + 1;
        queue[count++] = neighbour[i];
    }
    return count;
}

/* The same by planned and disputed records that do not count. */
static size_t reach_doubtful(const ent_i_view_t *view, ent_id_t from, int *hops, ent_id_t *queue,
                             size_t count)
{
    const ent_network_t *network = view->network;
    ent_id_t actor = network->actor[from];

    for (size_t r = 0; actor != ENT_NONE && r < view->record_count; r++) {
        bool among = false;
        size_t parties;
        const ent_id_t *party = ent_i_view_parties(view, r, &parties);

        if ((ent_i_view_kinds(view) & 1U << ent_i_view_tie(view, r)->kind) == 0 ||
            !ent_i_selection_awaits(&view->options->selection, view->dataset, (ent_id_t)r))
            continue;
        for (size_t p = 0; p < parties; p++)
            among |= party[p] == actor;
        for (size_t p = 0; among && p < parties; p++) {
            ent_id_t other = network->vertex[party[p]];

            if (other == ENT_NONE || hops[other] >= 0 || !ent_i_view_may_tie(network, from, other))
                continue;
            hops[other] = hops[from] + 1;
            queue[count++] = other;
        }
    }
    return count;
}

/* Ties from the focus by vertex, whatever their direction; -1 beyond the hops. */
static ent_status_t walk(const ent_i_view_t *view, ent_id_t focus, int *hops, ent_error_t *err)
{
    const ent_network_t *network = view->network;
    int most = view->options->hops;
    ent_id_t *queue = NULL;
    ent_status_t status = ent_i_alloc(&queue, network->actor_count, sizeof *queue, err);
    size_t count = 0;

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < network->actor_count; i++)
        hops[i] = -1;
    hops[focus] = 0;
    queue[count++] = focus;
    for (size_t i = 0; i < count && hops[queue[i]] < most; i++) {
        count = reach(network->offset, network->neighbour, queue[i], hops, queue, count);
        if (network->directed)
            count = reach(network->in_offset, network->in_neighbour, queue[i], hops, queue, count);
        if (view->options->hops_doubtful)
            count = reach_doubtful(view, queue[i], hops, queue, count);
    }
    free(queue);
    return ENT_OK;
}

/* Closes the gaps between the vertices that stay; `moved` receives their new numbers. */
static void keep_vertices(ent_i_view_t *view, const int *hops, ent_id_t *moved)
{
    ent_network_t *network = view->network;
    ent_id_t kept = 0;

    for (size_t i = 0; i < network->actor_count; i++) {
        ent_id_t actor = network->actor[i];

        moved[i] = hops[i] >= 0 ? kept : ENT_NONE;
        if (actor != ENT_NONE)
            network->vertex[actor] = moved[i];
        if (moved[i] == ENT_NONE)
            continue;
        network->actor[kept] = actor;
        if (network->star != NULL)
            network->star[kept] = network->star[i];
        if (network->mode != NULL)
            network->mode[kept] = network->mode[i];
        kept++;
    }
    network->actor_count = (size_t)kept;
}

/* New numbers rise as the old ones did, so the ties stay in order. */
static void keep_ties(ent_network_t *network, const ent_id_t *moved)
{
    size_t kept = 0;
    uint32_t records = 0;

    for (size_t i = 0; i < network->tie_count; i++) {
        size_t first = ent_i_records_at(network, i);
        size_t end = ent_i_records_at(network, i + 1);
        ent_id_t a = moved[network->a[i]];
        ent_id_t b = moved[network->b[i]];

        if (a == ENT_NONE || b == ENT_NONE)
            continue;
        network->a[kept] = a;
        network->b[kept] = b;
        network->weight[kept] = network->weight[i];
        if (network->record_offset != NULL)
            network->record_offset[kept] = records;
        kept++;
        for (size_t j = first; j < end; j++)
            network->record[records++] = network->record[j];
    }
    if (network->record_offset != NULL)
        network->record_offset[kept] = records;
    network->tie_count = kept;
}

ent_status_t ent_i_view_focus(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = view->network;
    ent_id_t focus = network->vertex[view->options->focus];
    ent_id_t *moved = NULL;
    int *hops = NULL;

    if (focus == ENT_NONE)
        return ent_i_fail(err, ENT_EINVAL,
                          "%s is not among the actors of the view '%s' with these filters, so "
                          "there is nothing around it; choose another --view.",
                          ent_dataset_actor(view->dataset, view->options->focus)->name,
                          ent_view_name(view->options->view));
    ENT_TRY(ent_i_alloc(&hops, network->actor_count, sizeof *hops, err));
    ENT_TRY(ent_i_alloc(&moved, network->actor_count, sizeof *moved, err));
    ENT_TRY(walk(view, focus, hops, err));
    keep_vertices(view, hops, moved);
    keep_ties(network, moved);
    ENT_TRY(ent_i_network_index(network, err));

cleanup:
    free(hops);
    free(moved);
    return status;
}
