/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tables say of one actor: its ties of any status, its other names, and the contradictions
 * that touch it. */
#include <stdlib.h>
#include <string.h>

#include "answer/profile_i.h"
#include "base/unicode.h"
#include "report/tables.h"

bool ent_i_profile_is_party(const ent_profile_t *profile, const ent_record_t *record)
{
    for (size_t i = 0; i < record->party_count; i++) {
        if (record->party[i] == profile->actor)
            return true;
    }
    return false;
}

static bool lists(const char *list, const char *id)
{
    const char *item;
    size_t size;

    while (ent_i_list_next(&list, &item, &size)) {
        if (size == strlen(id) && memcmp(item, id, size) == 0)
            return true;
    }
    return false;
}

/* An agreement that names the actor without its being a party. */
static bool is_named(const ent_profile_t *profile, const ent_record_t *record)
{
    const char *id = profile->of->id;

    return record->kind == ENT_TIE_AGREEMENT &&
           (strcmp(record->event, id) == 0 || lists(record->on_behalf_of, id));
}

/* Data for the comparison: qsort() passes none. */
typedef struct sorted_tie {
    ent_i_profile_tie_t tie;
    const ent_record_t *record;
} sorted_tie_t;

static int by_kind_then_newest(const void *left, const void *right)
{
    const sorted_tie_t *a = left;
    const sorted_tie_t *b = right;
    int32_t day_a = a->record->start.known ? a->record->start.last : INT32_MIN;
    int32_t day_b = b->record->start.known ? b->record->start.last : INT32_MIN;

    if (a->record->kind != b->record->kind)
        return a->record->kind < b->record->kind ? -1 : 1;
    if (a->tie.named != b->tie.named)
        return a->tie.named ? 1 : -1;
    if (ent_i_profile_counts(&a->tie) != ent_i_profile_counts(&b->tie))
        return ent_i_profile_counts(&a->tie) ? -1 : 1;
    if (day_a != day_b)
        return day_a > day_b ? -1 : 1;
    return (a->tie.record > b->tie.record) - (a->tie.record < b->tie.record);
}

ent_status_t ent_i_profile_ties(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_t *dataset = profile->report.dataset;
    const ent_network_t *whole = profile->view[ENT_VIEW_WHOLE].viewed.network;
    sorted_tie_t *found = NULL;
    size_t count = 0;
    size_t capacity = 0;

    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++) {
        const ent_record_t *record = ent_dataset_record(dataset, (ent_id_t)i);
        bool party = ent_i_profile_is_party(profile, record);

        if ((!party && !is_named(profile, record)) || !ent_i_network_concerns(whole, record))
            continue;
        ENT_TRY(ENT_GROW(found, count, capacity, err));
        found[count++] = (sorted_tie_t){
            .tie = {(ent_id_t)i, ent_selection_judge(profile->report.selection, record), !party},
            .record = record};
    }
    if (count > 1)
        qsort(found, count, sizeof *found, by_kind_then_newest);
    ENT_TRY(ent_i_alloc(&profile->tie, count, sizeof *profile->tie, err));
    for (size_t i = 0; i < count; i++)
        profile->tie[i] = found[i].tie;
    profile->tie_count = count;

cleanup:
    free(found);
    return status;
}

static int by_text(const void *left, const void *right)
{
    const ent_i_profile_alias_t *a = left;
    const ent_i_profile_alias_t *b = right;

    return strcmp(a->text, b->text);
}

ent_status_t ent_i_profile_aliases(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_t *dataset = profile->report.dataset;
    ent_i_profile_alias_t alias;
    size_t capacity = 0;

    while ((alias.text = ent_dataset_alias(dataset, profile->actor, profile->alias_count,
                                           &alias.row)) != NULL) {
        ENT_TRY(ENT_GROW(profile->alias, profile->alias_count, capacity, err));
        profile->alias[profile->alias_count++] = alias;
    }
    if (profile->alias_count > 1)
        qsort(profile->alias, profile->alias_count, sizeof *profile->alias, by_text);

cleanup:
    return status;
}

/* How near an event or network stands: by the ties of the actor to it, and by agreements that it
 * signed there. */
static ent_i_nearness_t near_actor(const ent_profile_t *profile, ent_id_t subject)
{
    const ent_dataset_t *dataset = profile->report.dataset;
    const ent_actor_t *about = ent_dataset_actor(dataset, subject);

    if (subject == profile->actor)
        return ENT_NEAR_SELF;
    if (about->kind != ENT_KIND_EVENT && about->kind != ENT_KIND_NETWORK)
        return ENT_NEAR_NONE;
    for (size_t i = 0; i < profile->tie_count; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, profile->tie[i].record);

        if (profile->tie[i].named)
            continue;
        for (size_t p = 0; p < record->party_count; p++) {
            if (record->party[p] == subject)
                return about->kind == ENT_KIND_EVENT ? ENT_NEAR_EVENT : ENT_NEAR_NETWORK;
        }
        if (about->kind == ENT_KIND_EVENT && strcmp(record->event, about->id) == 0)
            return ENT_NEAR_EVENT;
    }
    return ENT_NEAR_NONE;
}

static ent_i_nearness_t near_agreement(const ent_profile_t *profile, const char *subject)
{
    for (size_t i = 0; i < profile->tie_count; i++) {
        const ent_record_t *record =
            ent_dataset_record(profile->report.dataset, profile->tie[i].record);

        if (record->kind == ENT_TIE_AGREEMENT && strcmp(record->id, subject) == 0)
            return ENT_NEAR_AGREEMENT;
    }
    return ENT_NEAR_NONE;
}

static ent_status_t judge_subject(const ent_profile_t *profile, const char *subject,
                                  ent_i_nearness_t *near, ent_error_t *err)
{
    ent_id_t actor;
    ent_status_t status = ent_dataset_find(profile->report.dataset, &actor, subject, NULL);

    *near = ENT_NEAR_NONE;
    if (status == ENT_ENOMEM)
        return ent_i_no_memory(err);
    *near = status == ENT_OK ? near_actor(profile, actor) : near_agreement(profile, subject);
    return ENT_OK;
}

static int nearest_first(const void *left, const void *right)
{
    const ent_i_profile_dispute_t *a = left;
    const ent_i_profile_dispute_t *b = right;

    if (a->near != b->near)
        return a->near < b->near ? -1 : 1;
    return (a->contradiction > b->contradiction) - (a->contradiction < b->contradiction);
}

ent_status_t ent_i_profile_disputes(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_t *dataset = profile->report.dataset;
    size_t capacity = 0;

    for (size_t i = 0; i < ent_dataset_contradiction_count(dataset); i++) {
        ent_i_nearness_t near;

        ENT_TRY(judge_subject(profile, ent_dataset_contradiction(dataset, i)->subject, &near, err));
        if (near == ENT_NEAR_NONE)
            continue;
        ENT_TRY(ENT_GROW(profile->dispute, profile->dispute_count, capacity, err));
        profile->dispute[profile->dispute_count++] = (ent_i_profile_dispute_t){i, near};
    }
    if (profile->dispute_count > 1)
        qsort(profile->dispute, profile->dispute_count, sizeof *profile->dispute, nearest_first);

cleanup:
    return status;
}

const char *ent_i_nearness_name(ent_i_nearness_t near)
{
    static const char *const names[] = {[ENT_NEAR_SELF] = "actor",
                                        [ENT_NEAR_AGREEMENT] = "agreement",
                                        [ENT_NEAR_EVENT] = "event",
                                        [ENT_NEAR_NETWORK] = "network",
                                        [ENT_NEAR_NONE] = "none"};

    return names[near];
}

ent_status_t ent_profile_sheet(ent_sheet_t **sheet, const ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_ties_open(&table, &profile->report, err);
    for (size_t i = 0; i < profile->tie_count; i++)
        ent_i_ties_row(&table, &profile->report,
                       ent_dataset_record(profile->report.dataset, profile->tie[i].record));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
