/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A finished network: what it tells, and its end. */
#include <stdlib.h>

#include "dataset/tie.h"
#include "network/network_i.h"

void ent_network_free(ent_network_t *network)
{
    if (network == NULL)
        return;
    free(network->a);
    free(network->b);
    free(network->weight);
    free(network->offset);
    free(network->neighbour);
    free(network->via);
    free(network->in_offset);
    free(network->in_neighbour);
    free(network->in_via);
    free(network->mode);
    free(network->actor);
    free(network->vertex);
    free(network->star);
    free(network->record_offset);
    free(network->record);
    ent_backbone_free(network->backbone);
    free(network->aside);
    free(network->note);
    ent_i_arena_free(&network->arena);
    free(network);
}

size_t ent_network_actor_count(const ent_network_t *network)
{
    return network->actor_count;
}

size_t ent_network_tie_count(const ent_network_t *network)
{
    return network->tie_count;
}

ent_tie_t ent_network_tie(const ent_network_t *network, size_t tie)
{
    return (ent_tie_t){network->a[tie], network->b[tie], network->weight[tie]};
}

bool ent_network_is_two_mode(const ent_network_t *network)
{
    return network->mode != NULL;
}

bool ent_network_is_directed(const ent_network_t *network)
{
    return network->directed;
}

int ent_network_mode(const ent_network_t *network, ent_id_t vertex)
{
    return network->mode != NULL ? network->mode[vertex] : 0;
}

ent_view_t ent_network_view(const ent_network_t *network)
{
    return network->options.view;
}

const ent_dataset_t *ent_network_dataset(const ent_network_t *network)
{
    return network->dataset;
}

const ent_network_options_t *ent_network_options(const ent_network_t *network)
{
    return network->dataset != NULL ? &network->options : NULL;
}

ent_id_t ent_network_actor(const ent_network_t *network, ent_id_t vertex)
{
    return network->actor != NULL ? network->actor[vertex] : ENT_NONE;
}

ent_id_t ent_network_vertex(const ent_network_t *network, ent_id_t actor)
{
    return network->vertex != NULL ? network->vertex[actor] : ENT_NONE;
}

size_t ent_network_tie_record_count(const ent_network_t *network, size_t tie)
{
    if (network->record == NULL)
        return 0;
    return ent_i_records_at(network, tie + 1) - ent_i_records_at(network, tie);
}

ent_id_t ent_network_tie_record(const ent_network_t *network, size_t tie, size_t index)
{
    return network->record[ent_i_records_at(network, tie) + index];
}

ent_tie_kind_t ent_i_record_kind(const ent_network_t *network, ent_id_t record)
{
    return ent_dataset_record_kind(network->dataset, record);
}

const ent_backbone_t *ent_network_backbone(const ent_network_t *network)
{
    return network->backbone;
}

bool ent_i_network_awaits(const ent_network_t *network, ent_id_t record)
{
    const ent_network_options_t *how = ent_network_options(network);

    return how != NULL && network->dataset != NULL &&
           ent_i_selection_awaits(&how->selection, network->dataset, record);
}

size_t ent_network_aside_count(const ent_network_t *network)
{
    return network->aside_count;
}

ent_id_t ent_network_aside(const ent_network_t *network, size_t index)
{
    return network->aside[index];
}

size_t ent_network_note_count(const ent_network_t *network)
{
    return network->note_count;
}

const char *ent_network_note(const ent_network_t *network, size_t index)
{
    return network->note[index];
}

const char *ent_view_name(ent_view_t view)
{
    static const char *const names[ENT_VIEW_COUNT] = {
        [ENT_VIEW_WHOLE] = "whole",   [ENT_VIEW_AGREEMENTS] = "agreements",
        [ENT_VIEW_CITIES] = "cities", [ENT_VIEW_AFFILIATIONS] = "affiliations",
        [ENT_VIEW_EVENTS] = "events", [ENT_VIEW_NETWORKS] = "networks",
    };

    return (unsigned)view < ENT_VIEW_COUNT ? names[view] : "unknown";
}
