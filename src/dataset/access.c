/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What others may ask of a data set. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

bool ent_dataset_takes_file(const char *name)
{
    return ent_i_role_of_file(name) != ENT_ROLE_COUNT || strcmp(name, "datapackage.json") == 0;
}

const char *ent_dataset_path(const ent_dataset_t *dataset)
{
    return dataset->path;
}

const char *ent_dataset_called(const ent_dataset_t *dataset)
{
    return dataset->called;
}

size_t ent_dataset_actor_count(const ent_dataset_t *dataset)
{
    return dataset->actor_count;
}

const ent_actor_t *ent_dataset_actor(const ent_dataset_t *dataset, ent_id_t actor)
{
    return &dataset->actor[actor];
}

static const char *cell_of(const ent_dataset_t *dataset, size_t row, const char *column)
{
    const char *text = ent_i_row_texts(dataset, row);
    const ent_i_sheet_t *sheet;

    if (text == NULL)
        return NULL;
    sheet = &dataset->sheet[dataset->row[row].table];
    for (size_t c = 0; c < sheet->column_count; c++)
        if (ent_i_is_column_key(column, sheet->column[c].key))
            return ent_i_row_text(dataset, row, c);
    return NULL;
}

const char *ent_dataset_attribute(const ent_dataset_t *dataset, ent_id_t actor, const char *column)
{
    const ent_actor_t *of = &dataset->actor[actor];

    if (ent_i_is_column_key(column, "id"))
        return of->id;
    if (ent_i_is_column_key(column, "name"))
        return of->name;
    if (ent_i_is_column_key(column, "kind"))
        return ent_kind_name(of->kind);
    return cell_of(dataset, dataset->actor_row[actor], column);
}

size_t ent_dataset_attribute_count(const ent_dataset_t *dataset)
{
    return dataset->attribute_count;
}

const char *ent_dataset_attribute_name(const ent_dataset_t *dataset, size_t index)
{
    return dataset->attribute[index];
}

const char *ent_dataset_name(const ent_dataset_t *dataset, ent_id_t actor, const char *language)
{
    const char *name = NULL;
    char column[40];

    if (language != NULL && strlen(language) < sizeof column - 6) {
        strcpy(column, "name_");
        strcpy(column + 5, language);
        name = cell_of(dataset, dataset->actor_row[actor], column);
    }
    return name != NULL && *name != '\0' ? name : dataset->actor[actor].name;
}

const char *ent_dataset_alias(const ent_dataset_t *dataset, ent_id_t actor, size_t index,
                              size_t *row)
{
    for (size_t i = 0; i < dataset->index.count; i++) {
        const ent_i_entry_t *entry = &dataset->index.entry[i];

        if (entry->actor != actor || !ent_i_index_is_alias(dataset, entry) || index-- > 0)
            continue;
        if (row != NULL)
            *row = entry->row;
        return entry->key;
    }
    return NULL;
}

size_t ent_dataset_called_count(const ent_dataset_t *dataset)
{
    return dataset->index.count;
}

const char *ent_dataset_called_at(const ent_dataset_t *dataset, size_t index, ent_id_t *actor)
{
    *actor = dataset->index.entry[index].actor;
    return dataset->index.entry[index].key;
}

size_t ent_dataset_record_count(const ent_dataset_t *dataset)
{
    return dataset->record_count;
}

const char *ent_dataset_record_attribute(const ent_dataset_t *dataset, ent_id_t record,
                                         const char *column)
{
    const ent_record_t *of = ent_dataset_record(dataset, record);
    const char *text = NULL;

    for (size_t r = 0; r < of->row_count; r++) {
        const char *cell = cell_of(dataset, of->row[r], column);

        if (cell != NULL && (text == NULL || *text == '\0'))
            text = cell;
    }
    return text;
}

size_t ent_dataset_table_count(const ent_dataset_t *dataset)
{
    return dataset->sheet_count;
}

const ent_table_t *ent_dataset_table(const ent_dataset_t *dataset, ent_id_t table)
{
    return &dataset->sheet[table].shown;
}

size_t ent_dataset_companion_count(const ent_dataset_t *dataset)
{
    return dataset->companion_count;
}

const ent_companion_t *ent_dataset_companion(const ent_dataset_t *dataset, size_t companion)
{
    return &dataset->companion[companion];
}

size_t ent_dataset_row_count(const ent_dataset_t *dataset)
{
    return dataset->row_count;
}

size_t ent_dataset_fault_count(const ent_dataset_t *dataset)
{
    return dataset->fault_count;
}

const ent_fault_t *ent_dataset_fault(const ent_dataset_t *dataset, size_t fault)
{
    return &dataset->fault[fault].shown;
}

size_t ent_dataset_error_count(const ent_dataset_t *dataset)
{
    return dataset->error_count;
}

size_t ent_dataset_claim_count(const ent_dataset_t *dataset)
{
    return dataset->claim_count;
}

const ent_claim_t *ent_dataset_claim(const ent_dataset_t *dataset, size_t claim)
{
    return &dataset->claim[claim];
}

size_t ent_dataset_contradiction_count(const ent_dataset_t *dataset)
{
    return dataset->contradiction_count;
}

const ent_contradiction_t *ent_dataset_contradiction(const ent_dataset_t *dataset,
                                                     size_t contradiction)
{
    return &dataset->contradiction[contradiction];
}

size_t ent_dataset_source_count(const ent_dataset_t *dataset)
{
    return dataset->source_count;
}

const ent_source_t *ent_dataset_source(const ent_dataset_t *dataset, size_t source)
{
    return &dataset->source[source];
}

const char *ent_kind_name(ent_kind_t kind)
{
    static const char *const names[ENT_KIND_COUNT] = {
        [ENT_KIND_CITY] = "city",
        [ENT_KIND_NETWORK] = "network",
        [ENT_KIND_ORGANISATION] = "organisation",
        [ENT_KIND_EVENT] = "event",
        [ENT_KIND_ACTOR] = "actor",
        [ENT_KIND_AGREEMENT] = "agreement",
    };
    return (unsigned)kind < ENT_KIND_COUNT ? names[kind] : "unknown";
}

const char *ent_tie_kind_name(ent_tie_kind_t kind)
{
    static const char *const names[ENT_TIE_KIND_COUNT] = {
        [ENT_TIE_MEMBERSHIP] = "membership",
        [ENT_TIE_AGREEMENT] = "agreement",
        [ENT_TIE_ATTENDANCE] = "attendance",
        [ENT_TIE_EDGE] = "edge",
    };
    return (unsigned)kind < ENT_TIE_KIND_COUNT ? names[kind] : "unknown";
}

const char *ent_tie_status_name(ent_tie_status_t status)
{
    static const char *const names[ENT_TIE_STATUS_COUNT] = {
        [ENT_STATUS_ACTIVE] = "active",       [ENT_STATUS_PLANNED] = "planned",
        [ENT_STATUS_EXPIRED] = "expired",     [ENT_STATUS_TERMINATED] = "terminated",
        [ENT_STATUS_WITHDRAWN] = "withdrawn", [ENT_STATUS_DISPUTED] = "disputed",
    };
    return (unsigned)status < ENT_TIE_STATUS_COUNT ? names[status] : "unknown";
}

const char *ent_row_state_name(ent_row_state_t state)
{
    static const char *const names[ENT_ROW_STATE_COUNT] = {
        [ENT_ROW_USED] = "used",         [ENT_ROW_MERGED] = "merged", [ENT_ROW_ASIDE] = "set aside",
        [ENT_ROW_REJECTED] = "rejected", [ENT_ROW_BLANK] = "blank",
    };
    return (unsigned)state < ENT_ROW_STATE_COUNT ? names[state] : "unknown";
}
