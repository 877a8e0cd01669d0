/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the vertices of a network are called. */
#include "network/network_i.h"

const char *ent_network_vertex_id(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return "";
    if (network->actor[vertex] == ENT_NONE)
        return network->star[vertex];
    return ent_dataset_actor(network->dataset, network->actor[vertex])->id;
}

const char *ent_network_vertex_name(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return "";
    if (network->actor[vertex] == ENT_NONE)
        return network->star[vertex];
    return ent_dataset_actor(network->dataset, network->actor[vertex])->name;
}

ent_kind_t ent_network_vertex_kind(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return ENT_KIND_ACTOR;
    if (network->actor[vertex] == ENT_NONE)
        return ENT_KIND_AGREEMENT;
    return ent_dataset_actor(network->dataset, network->actor[vertex])->kind;
}
