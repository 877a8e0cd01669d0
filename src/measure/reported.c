/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many agreements all their parties report. */
#include "measure/reported.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Copies the item that begins at *list without the blanks round it and moves on to the next. */
static void next_item(char *item, const char **list)
{
    size_t length = strcspn(*list, ";");
    size_t first = strspn(*list, " \t");
    size_t end = length;

    while (end > first && strchr(" \t", (*list)[end - 1]) != NULL)
        end--;
    if (first > end)
        first = end;
    memcpy(item, *list + first, end - first);
    item[end - first] = '\0';
    *list += length + ((*list)[length] == ';');
}

/* Whether the list names the party; `item` has room for the list. */
static ent_status_t names_party(bool *names, const ent_dataset_t *dataset, const char *list,
                                ent_id_t party, char *item, ent_error_t *err)
{
    *names = false;
    while (*list != '\0' && !*names) {
        ent_id_t actor = ENT_NONE;
        ent_status_t status;

        next_item(item, &list);
        status = item[0] != '\0' ? ent_dataset_find(dataset, &actor, item, NULL) : ENT_OK;
        if (status == ENT_ENOMEM)
            return ent_i_no_memory(err);
        *names = status == ENT_OK && actor == party;
    }
    return ENT_OK;
}

static ent_status_t names_all(bool *all, const ent_dataset_t *dataset, const ent_record_t *record,
                              ent_error_t *err)
{
    char *item = NULL;
    ent_status_t status = ENT_OK;

    *all = true;
    ENT_TRY(ent_i_alloc(&item, strlen(record->reported_by) + 1, sizeof *item, err));
    for (size_t p = 0; *all && p < record->party_count; p++)
        ENT_TRY(names_party(all, dataset, record->reported_by, record->party[p], item, err));

cleanup:
    free(item);
    return status;
}

/* Marks the agreements behind the ties that say who reports them. */
static void mark(unsigned char *says, const ent_network_t *network)
{
    for (size_t t = 0; t < network->tie_count; t++)
        for (size_t r = 0; r < ent_network_tie_record_count(network, t); r++) {
            ent_id_t id = ent_network_tie_record(network, t, r);
            const ent_record_t *record = ent_dataset_record(network->dataset, id);

            says[id] = record->kind == ENT_TIE_AGREEMENT && record->reported_by[0] != '\0';
        }
}

ent_status_t ent_i_reported_by_all(double *share, const ent_network_t *network, ent_error_t *err)
{
    size_t records = network->dataset != NULL ? ent_dataset_record_count(network->dataset) : 0;
    unsigned char *says = NULL;
    size_t said = 0;
    size_t by_all = 0;
    ent_status_t status = ENT_OK;

    *share = NAN;
    if (records == 0)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&says, records, 1, err));
    mark(says, network);
    for (size_t r = 0; r < records; r++) {
        bool all = false;

        if (!says[r])
            continue;
        ENT_TRY(names_all(&all, network->dataset, ent_dataset_record(network->dataset, (ent_id_t)r),
                          err));
        said++;
        by_all += all;
    }
    if (said > 0)
        *share = (double)by_all / (double)said;

cleanup:
    free(says);
    return status;
}
