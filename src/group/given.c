/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Partitions that come from elsewhere: the groups of a method, the values of an attribute. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entente/partition.h"
#include "group/given.h"
#include "measure/mixing.h"
#include "network/network_i.h"

ent_status_t ent_i_partition_new(ent_partition_t **partition, size_t actors, size_t groups,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_partition_t *made = NULL;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    ENT_TRY(ent_i_alloc(&made->of, actors, sizeof *made->of, err));
    ENT_TRY(ent_i_alloc(&made->name, groups, sizeof *made->name, err));
    made->actor_count = actors;
    made->count = groups;
    for (size_t i = 0; i < actors; i++)
        made->of[i] = ENT_NONE;
    *partition = made;
    made = NULL;

cleanup:
    ent_partition_free(made);
    return status;
}

void ent_partition_free(ent_partition_t *partition)
{
    if (partition == NULL)
        return;
    for (size_t i = 0; partition->name != NULL && i < partition->count; i++)
        free(partition->name[i]);
    free(partition->name);
    free(partition->of);
    free(partition);
}

ent_status_t ent_i_partition_name(ent_partition_t *partition, size_t group, const char *name,
                                  ent_error_t *err)
{
    if (partition->name[group] == NULL)
        partition->name[group] = strdup(name);
    return partition->name[group] != NULL ? ENT_OK : ent_i_no_memory(err);
}

ent_status_t ent_partition_of_groups(ent_partition_t **partition, const ent_groups_t *groups,
                                     ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_partition_t *made = NULL;

    *partition = NULL;
    ENT_TRY(ent_i_partition_new(&made, groups->actor_count, groups->count, err));
    memcpy(made->of, groups->of, groups->actor_count * sizeof *made->of);
    for (size_t g = 0; g < groups->count; g++) {
        char name[24];

        snprintf(name, sizeof name, "%zu", g + 1);
        ENT_TRY(ent_i_partition_name(made, g, name, err));
    }
    *partition = made;
    made = NULL;

cleanup:
    ent_partition_free(made);
    return status;
}

ent_status_t ent_partition_by(ent_partition_t **partition, const ent_network_t *network,
                              const char *column, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_labels_t labels = {0};
    ent_partition_t *made = NULL;

    *partition = NULL;
    ENT_TRY(ent_i_labels_read(&labels, network, column, err));
    if (!labels.known)
        ENT_TRY(ent_i_unknown_column(network->dataset, column, err));
    ENT_TRY(ent_i_partition_new(&made, network->actor_count, labels.count, err));
    for (size_t i = 0; i < network->actor_count; i++) {
        ent_id_t actor = ent_network_actor(network, (ent_id_t)i);

        if (labels.of[i] == ENT_NONE)
            continue;
        made->of[i] = labels.of[i];
        ENT_TRY(ent_i_partition_name(made, (size_t)labels.of[i],
                                     ent_dataset_attribute(network->dataset, actor, column), err));
    }
    *partition = made;
    made = NULL;

cleanup:
    ent_i_labels_free(&labels);
    ent_partition_free(made);
    return status;
}
