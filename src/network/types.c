/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/types.h"

#include <stdlib.h>

/* A realm that nobody of the other mode has, by mode. */
enum { ELSEWHERE = -2 };

typedef struct entry {
    size_t degree;
    ent_id_t realm;
    ent_id_t vertex;
} entry_t;

static int compare_entries(const void *left, const void *right)
{
    const entry_t *x = left;
    const entry_t *y = right;

    if (x->degree != y->degree)
        return x->degree < y->degree ? -1 : 1;
    if (x->realm != y->realm)
        return x->realm < y->realm ? -1 : 1;
    return (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

/* The realms of one mode's vertices that have a tie, sorted. */
static size_t list_realms(const ent_network_t *network, const ent_id_t *realm, int mode,
                          ent_id_t *list)
{
    size_t count = 0;

    for (size_t i = 0; realm != NULL && i < network->actor_count; i++)
        if (network->mode[i] == mode && ent_i_degree(network, (ent_id_t)i) > 0)
            list[count++] = realm[i];
    if (count > 0)
        qsort(list, count, sizeof *list, ent_i_compare_ids);
    return count;
}

static size_t list_entries(const ent_network_t *network, const ent_id_t *realm, int mode,
                           const ent_id_t *others, size_t other_count, entry_t *entry)
{
    size_t count = 0;

    for (size_t i = 0; i < network->actor_count; i++) {
        size_t degree = ent_i_degree(network, (ent_id_t)i);
        ent_id_t own = realm != NULL ? realm[i] : ENT_NONE;

        if (network->mode[i] != mode || degree == 0)
            continue;
        if (own != ENT_NONE && (other_count == 0 || bsearch(&own, others, other_count, sizeof own,
                                                            ent_i_compare_ids) == NULL))
            own = ELSEWHERE - mode;
        entry[count++] = (entry_t){degree, own, (ent_id_t)i};
    }
    if (count > 0)
        qsort(entry, count, sizeof *entry, compare_entries);
    return count;
}

static ent_status_t take(ent_i_types_t *types, const entry_t *entry, size_t count, size_t actors,
                         ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    types->members = count;
    for (size_t i = 0; i < count; i++)
        types->count += i == 0 || entry[i].degree != entry[i - 1].degree ||
                        entry[i].realm != entry[i - 1].realm;
    ENT_TRY(ent_i_alloc(&types->size, types->count, sizeof *types->size, err));
    ENT_TRY(ent_i_alloc(&types->degree, types->count, sizeof *types->degree, err));
    ENT_TRY(ent_i_alloc(&types->realm, types->count, sizeof *types->realm, err));
    ENT_TRY(ent_i_alloc(&types->of, actors, sizeof *types->of, err));
    for (size_t i = 0; i < actors; i++)
        types->of[i] = ENT_NONE;
    for (size_t i = 0, type = 0; i < count; i++) {
        if (i > 0 &&
            (entry[i].degree != entry[i - 1].degree || entry[i].realm != entry[i - 1].realm))
            type++;
        types->size[type]++;
        types->degree[type] = entry[i].degree;
        types->realm[type] = entry[i].realm;
        types->of[entry[i].vertex] = (ent_id_t)type;
    }

cleanup:
    return status;
}

ent_status_t ent_i_types_make(ent_i_types_t types[2], const ent_network_t *network,
                              const ent_id_t *realm, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *others = NULL;
    entry_t *entry = NULL;

    ENT_TRY(ent_i_alloc(&others, network->actor_count, sizeof *others, err));
    ENT_TRY(ent_i_alloc(&entry, network->actor_count, sizeof *entry, err));
    for (int mode = 0; mode < 2; mode++) {
        size_t other_count = list_realms(network, realm, 1 - mode, others);
        size_t count = list_entries(network, realm, mode, others, other_count, entry);

        ENT_TRY(take(&types[mode], entry, count, network->actor_count, err));
    }

cleanup:
    free(others);
    free(entry);
    return status;
}

void ent_i_types_free(ent_i_types_t types[2])
{
    for (int mode = 0; mode < 2; mode++) {
        free(types[mode].size);
        free(types[mode].degree);
        free(types[mode].realm);
        free(types[mode].of);
    }
}
