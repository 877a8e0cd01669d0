/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbering partitions, and modularity. */
#include "group/partition.h"

#include <math.h>
#include <stdlib.h>

#include "network/network_i.h"

size_t ent_i_partition_number(ent_id_t *label, size_t count, ent_id_t *scratch)
{
    ent_id_t groups = 0;

    for (size_t i = 0; i < count; i++)
        scratch[i] = ENT_NONE;
    for (size_t i = 0; i < count; i++) {
        if (scratch[label[i]] == ENT_NONE)
            scratch[label[i]] = groups++;
        label[i] = scratch[label[i]];
    }
    return (size_t)groups;
}

typedef struct sized {
    size_t size;
    ent_id_t group;
} sized_t;

static int compare_sized(const void *left, const void *right)
{
    const sized_t *x = left;
    const sized_t *y = right;

    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    return (x->group > y->group) - (x->group < y->group);
}

ent_status_t ent_i_partition_sort(ent_id_t *label, size_t count, size_t *size, size_t groups,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    sized_t *sized = NULL;
    ent_id_t *rank = NULL;

    ENT_TRY(ent_i_alloc(&sized, groups, sizeof *sized, err));
    ENT_TRY(ent_i_alloc(&rank, groups, sizeof *rank, err));
    for (size_t i = 0; i < groups; i++)
        sized[i].group = (ent_id_t)i;
    for (size_t i = 0; i < count; i++)
        sized[label[i]].size++;
    qsort(sized, groups, sizeof *sized, compare_sized);
    for (size_t i = 0; i < groups; i++) {
        rank[sized[i].group] = (ent_id_t)i;
        size[i] = sized[i].size;
    }
    for (size_t i = 0; i < count; i++)
        label[i] = rank[label[i]];

cleanup:
    free(sized);
    free(rank);
    return status;
}

void ent_i_partition_list(const ent_id_t *label, size_t count, size_t groups, size_t *begin,
                          ent_id_t *member)
{
    for (size_t i = 0; i < count; i++)
        begin[label[i] + 1]++;
    for (size_t i = 1; i <= groups; i++)
        begin[i] += begin[i - 1];
    for (size_t i = count; i-- > 0;)
        member[--begin[label[i] + 1]] = (ent_id_t)i;
    for (size_t i = 0; i < groups; i++)
        begin[i] = begin[i + 1];
    begin[groups] = count;
}

ent_status_t ent_i_modularity_init(ent_i_modularity_t *modularity, const ent_network_t *network,
                                   bool weighted, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;

    *modularity = (ent_i_modularity_t){.network = network, .weighted = weighted};
    ENT_TRY(ent_i_alloc(&modularity->strength, actors, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&modularity->inside, actors, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&modularity->ends[0], actors, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&modularity->ends[1], actors, sizeof(double), err));
    for (size_t i = 0; i < network->tie_count; i++) {
        double weight = weighted ? network->weight[i] : 1;

        modularity->strength[network->a[i]] += weight;
        modularity->strength[network->b[i]] += weight;
        modularity->total += weight;
    }

cleanup:
    return status;
}

void ent_i_modularity_free(ent_i_modularity_t *modularity)
{
    free(modularity->strength);
    free(modularity->inside);
    free(modularity->ends[0]);
    free(modularity->ends[1]);
}

double ent_i_modularity_of(const ent_i_modularity_t *modularity, const ent_id_t *label,
                           size_t groups, double resolution)
{
    const ent_network_t *network = modularity->network;
    double total = modularity->total;
    double sum = 0;

    if (network->tie_count == 0)
        return NAN;
    for (size_t i = 0; i < groups; i++)
        modularity->inside[i] = modularity->ends[0][i] = modularity->ends[1][i] = 0;
    for (size_t i = 0; i < network->tie_count; i++) {
        if (label[network->a[i]] == label[network->b[i]])
            modularity->inside[label[network->a[i]]] +=
                modularity->weighted ? network->weight[i] : 1;
    }
    for (size_t i = 0; i < network->actor_count; i++)
        modularity->ends[network->mode != NULL && network->mode[i] == 1][label[i]] +=
            modularity->strength[i];
    for (size_t i = 0; i < groups; i++) {
        double expected =
            network->mode != NULL
                ? modularity->ends[0][i] / total * (modularity->ends[1][i] / total)
                : modularity->ends[0][i] / (2 * total) * (modularity->ends[0][i] / (2 * total));

        sum += modularity->inside[i] / total - resolution * expected;
    }
    return sum;
}
