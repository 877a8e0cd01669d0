/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records as ties, and whole. */
#include "dataset/tie.h"

#include <math.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

/* A plain record that somebody asked for. Several threads may ask at once. */
struct ent_i_written {
    ent_record_t record;
    size_t row;
    atomic_uchar state;
};

enum { UNWRITTEN, IN_WRITING, WRITTEN };

const ent_i_tie_t *ent_i_dataset_tie(const ent_dataset_t *dataset, ent_id_t record)
{
    return &dataset->tie[record];
}

ent_i_terms_t ent_i_dataset_terms(const ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];
    const ent_record_t *whole;

    if (!tie->is_whole)
        return dataset->terms[tie->more];
    whole = &dataset->whole[tie->more];
    return (ent_i_terms_t){.weight = whole->weight, .start = whole->start, .end = whole->end};
}

size_t ent_i_dataset_shares(const ent_dataset_t *dataset)
{
    return ent_i_shares(dataset->record_count, dataset->threads);
}

ent_tie_kind_t ent_dataset_record_kind(const ent_dataset_t *dataset, ent_id_t record)
{
    return (ent_tie_kind_t)dataset->tie[record].kind;
}

ent_tie_status_t ent_dataset_record_status(const ent_dataset_t *dataset, ent_id_t record)
{
    return (ent_tie_status_t)dataset->tie[record].status;
}

const ent_id_t *ent_dataset_record_parties(const ent_dataset_t *dataset, ent_id_t record,
                                           size_t *count)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    *count = tie->is_whole ? dataset->whole[tie->more].party_count : 2;
    return tie->is_whole ? dataset->whole[tie->more].party : tie->party;
}

void ent_i_tie_take(ent_i_tie_t *tie, const ent_record_t *record)
{
    tie->party[0] = record->party[0];
    tie->party[1] = record->party[1];
    tie->kind = (unsigned)record->kind & 15U;
    tie->status = (unsigned)record->status & 15U;
    tie->directed = record->directed;
}

static uint32_t hash_terms(const ent_i_terms_t *terms)
{
    static const uint64_t p = UINT64_C(0xD6E8FEB86659FD93);
    uint64_t hash;

    memcpy(&hash, &terms->weight, sizeof hash);
    hash = (hash ^ hash >> 32) * p + (uint32_t)terms->start.first;
    hash = (hash ^ hash >> 32) * p + (uint32_t)terms->start.last;
    hash = (hash ^ hash >> 32) * p + (uint32_t)terms->end.first;
    hash = (hash ^ hash >> 32) * p + (uint32_t)terms->end.last;
    hash = (hash ^ hash >> 32) * p;
    return (uint32_t)(hash >> 32);
}

static bool same_period(const ent_period_t *a, const ent_period_t *b)
{
    return a->known == b->known && a->first == b->first && a->last == b->last;
}

static bool same_terms(const ent_i_terms_t *a, const ent_i_terms_t *b)
{
    return memcmp(&a->weight, &b->weight, sizeof a->weight) == 0 &&
           same_period(&a->start, &b->start) && same_period(&a->end, &b->end);
}

ent_status_t ent_i_terms_keep(ent_i_load_t *load, const ent_i_terms_t *terms, uint32_t *number,
                              ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    uint32_t hash = hash_terms(terms);
    ent_status_t status = ENT_OK;
    ent_i_slot_t *slot;

    ENT_TRY(ent_i_slots_reserve(&load->terms, err));
    slot = ent_i_slots_first(&load->terms, hash);
    while (slot->item != 0 && !same_terms(&dataset->terms[slot->item - 1], terms))
        slot = ent_i_slots_next(&load->terms, slot);
    if (slot->item == 0) {
        ENT_TRY(ENT_GROW(dataset->terms, dataset->terms_count, dataset->terms_capacity, err));
        ent_i_slots_put(&load->terms, slot, hash, dataset->terms_count);
        dataset->terms[dataset->terms_count++] = *terms;
    }
    *number = slot->item - 1;

cleanup:
    return status;
}

/* The binding of the column whose date is at `offset` of a draft; NULL where the role has none. */
static const ent_i_binding_t *date_binding(const ent_i_sheet_t *sheet, size_t offset)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);

    for (size_t r = 0; r < info->rule_count; r++)
        if (info->rule[r].parse == ent_i_parse_date && info->rule[r].offset == offset)
            return &sheet->bound[r];
    return NULL;
}

static bool is_joined(const ent_i_sheet_t *sheet, size_t offset)
{
    const ent_i_binding_t *bound = date_binding(sheet, offset);

    return bound != NULL && bound->count > 1;
}

bool ent_i_is_plain(const ent_i_sheet_t *sheet, const ent_record_t *record)
{
    const char *const text[] = {
        record->id,    record->type,   record->role,        record->signed_by, record->on_behalf_of,
        record->event, record->topics, record->reported_by, record->source,    record->note};

    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        if (*text[i] != '\0')
            return false;
    return record->party_count == 2 && record->term_months == 0 && isnan(record->confidence) &&
           !is_joined(sheet, offsetof(ent_i_tie_draft_t, signed_on)) &&
           !is_joined(sheet, offsetof(ent_i_tie_draft_t, from)) &&
           !is_joined(sheet, offsetof(ent_i_tie_draft_t, to));
}

static const char *date_text(const ent_dataset_t *dataset, size_t row, size_t offset)
{
    const ent_i_sheet_t *sheet = &dataset->sheet[dataset->row[row].table];
    const ent_i_binding_t *bound = date_binding(sheet, offset);

    return bound == NULL || bound->count == 0 ? "" : ent_i_row_text(dataset, row, bound->column[0]);
}

static void write_plain(const ent_dataset_t *dataset, ent_id_t number, ent_record_t *record)
{
    const ent_i_tie_t *tie = &dataset->tie[number];
    const ent_i_terms_t *terms = &dataset->terms[tie->more];
    ent_i_tie_draft_t blank;

    ent_i_tie_blank(&blank, (ent_tie_kind_t)tie->kind);
    *record = blank.record;
    record->party = tie->party;
    record->party_count = 2;
    record->directed = tie->directed;
    if (dataset->repeats != NULL)
        record->repeats = dataset->repeats[number];
    record->status = (ent_tie_status_t)tie->status;
    record->start = terms->start;
    record->end = terms->end;
    record->signed_text = date_text(dataset, tie->row, offsetof(ent_i_tie_draft_t, signed_on));
    record->from_text = date_text(dataset, tie->row, offsetof(ent_i_tie_draft_t, from));
    record->to_text = date_text(dataset, tie->row, offsetof(ent_i_tie_draft_t, to));
    record->weight = terms->weight;
}

void ent_i_record_whole(const ent_dataset_t *dataset, ent_id_t record, ent_record_t *out)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    if (tie->is_whole)
        *out = dataset->whole[tie->more];
    else
        write_plain(dataset, record, out);
}

ent_status_t ent_i_record_keep(ent_i_load_t *load, ent_id_t number, const ent_record_t *record,
                               ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    ent_id_t *party = NULL;

    ENT_TRY(ENT_GROW(dataset->whole, dataset->whole_count, dataset->whole_capacity, err));
    ENT_TRY(ENT_GROW(load->merge, dataset->whole_count, load->merge_capacity, err));
    party = ent_i_arena_alloc(&dataset->arena, record->party_count * sizeof *party);
    if (party == NULL)
        return ent_i_no_memory(err);
    memcpy(party, record->party, record->party_count * sizeof *party);
    dataset->whole[dataset->whole_count] = *record;
    dataset->whole[dataset->whole_count].party = party;
    load->merge[dataset->whole_count] = (ent_i_merge_t){.last_row = dataset->tie[number].row};
    dataset->tie[number].is_whole = true;
    dataset->tie[number].more = (uint32_t)dataset->whole_count++;

cleanup:
    return status;
}

ent_status_t ent_i_records_open(ent_dataset_t *dataset, ent_error_t *err)
{
    return ent_i_alloc(&dataset->written, dataset->record_count, sizeof *dataset->written, err);
}

static const ent_record_t *write_once(const ent_dataset_t *dataset, ent_id_t record)
{
    struct ent_i_written *written = &dataset->written[record];
    unsigned char state = UNWRITTEN;

    if (atomic_load_explicit(&written->state, memory_order_acquire) == WRITTEN)
        return &written->record;
    if (atomic_compare_exchange_strong(&written->state, &state, IN_WRITING)) {
        write_plain(dataset, record, &written->record);
        written->row = dataset->tie[record].row;
        written->record.row = &written->row;
        written->record.row_count = 1;
        atomic_store_explicit(&written->state, WRITTEN, memory_order_release);
    }
    while (atomic_load_explicit(&written->state, memory_order_acquire) != WRITTEN)
        ; /* another thread is writing these few words */
    return &written->record;
}

const ent_record_t *ent_dataset_record(const ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    return tie->is_whole ? &dataset->whole[tie->more] : write_once(dataset, record);
}
