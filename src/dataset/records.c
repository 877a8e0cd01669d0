/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a row of ties goes: into a record of its own, or into one that an earlier row made. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/unicode.h"
#include "dataset/dataset_i.h"

void ent_i_record_append(ent_i_load_t *load, ent_id_t record, size_t row)
{
    const ent_i_tie_t *tie = &load->dataset->tie[record];
    ent_i_merge_t *merge = &load->merge[tie->more];

    load->row_next[merge->last_row] = row + 1;
    merge->last_row = row;
    load->dataset->row[row].of = record;
    ent_i_row_merged(load, row, tie->row);
}

static ent_status_t keep_given(ent_i_judge_t *judge, ent_i_merge_t *merge,
                               const ent_i_cell_t *given, ent_error_t *err)
{
    merge->given = ent_i_arena_alloc(&judge->load->dataset->arena, ENT_RULE_MAX * sizeof *given);
    if (merge->given == NULL)
        return ent_i_no_memory(err);
    memcpy(merge->given, given, ent_i_role_info(judge->sheet->role)->rule_count * sizeof *given);
    return ENT_OK;
}

static ent_status_t keep_terms(ent_i_load_t *load, ent_id_t number, const ent_record_t *record,
                               ent_error_t *err)
{
    ent_i_terms_t terms = {.weight = record->weight, .start = record->start, .end = record->end};
    uint32_t more = 0;
    ent_status_t status = ent_i_terms_keep(load, &terms, &more, err);

    load->dataset->tie[number].more = more;
    return status;
}

ent_status_t ent_i_record_add(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                              const ent_i_cell_t *given, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_dataset_t *dataset = load->dataset;
    const ent_record_t *record = &draft->record;
    ent_id_t number = (ent_id_t)dataset->record_count;
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(dataset->tie, dataset->record_count, dataset->tie_capacity, err));
    dataset->tie[number] = (ent_i_tie_t){.row = (uint32_t)judge->row};
    ent_i_tie_take(&dataset->tie[number], record);
    if (given != NULL || !ent_i_is_plain(judge->sheet, record))
        ENT_TRY(ent_i_record_keep(load, number, record, err));
    else
        ENT_TRY(keep_terms(load, number, record, err));
    if (given != NULL)
        ENT_TRY(keep_given(judge, &load->merge[dataset->tie[number].more], given, err));
    for (size_t i = 0; i < record->party_count; i++)
        load->seen[record->party[i]] = true;
    dataset->row[judge->row].of = number;
    dataset->record_count++;

cleanup:
    return status;
}

ent_status_t ent_i_record_open(ent_i_load_t *load, ent_id_t number, ent_record_t **record,
                               ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    ent_record_t plain;

    if (!dataset->tie[number].is_whole) {
        ent_i_record_whole(dataset, number, &plain);
        ENT_TRY(ent_i_record_keep(load, number, &plain, err));
    }
    *record = &dataset->whole[dataset->tie[number].more];

cleanup:
    return status;
}

/* Whether two cells of one rule say the same, however they are written. */
static bool same_value(ent_i_load_t *load, const ent_i_rule_t *rule, const char *a, const char *b)
{
    ent_i_text_t both[2] = {0};
    bool same;

    ent_i_state_value(load, rule, a, &both[0]);
    ent_i_state_value(load, rule, b, &both[1]);
    if (both[0].failed || both[1].failed)
        load->no_memory = true;
    same = load->no_memory || (both[0].size == both[1].size &&
                               memcmp(both[0].bytes, both[1].bytes, both[0].size) == 0);
    ent_i_text_free(&both[0]);
    ent_i_text_free(&both[1]);
    return same;
}

/* Fills what the earlier rows of an agreement left empty; what both give must be the same. */
static bool fill_given(ent_i_judge_t *judge, ent_i_cell_t *given, const ent_i_cell_t *cell)
{
    const ent_i_role_info_t *info = ent_i_role_info(judge->sheet->role);
    bool good = true;

    for (size_t r = 0; r < info->rule_count; r++) {
        const ent_i_rule_t *rule = &info->rule[r];
        bool has = cell[r].text != NULL && *cell[r].text != '\0';

        if (!has || (rule->flags & (ENT_RULE_EVIDENCE | ENT_RULE_LIST)) != 0)
            continue;
        if (given[r].text == NULL || *given[r].text == '\0')
            given[r] = cell[r];
        else if ((rule->flags & ENT_RULE_PARTY) == 0 && strcmp(rule->name, "id") != 0 &&
                 !same_value(judge->load, rule, given[r].text, cell[r].text))
            good =
                ent_i_reject(judge, &cell[r],
                             "the agreement has the %s %s here and %s at line %u; rows of one id "
                             "are one agreement: make them equal, or give another id",
                             rule->name, ent_i_quote(judge->load, cell[r].text),
                             ent_i_quote(judge->load, given[r].text), (unsigned)given[r].line);
    }
    return good;
}

static size_t unite_parties(ent_id_t *both, const ent_record_t *a, const ent_record_t *b)
{
    size_t count = a->party_count;

    memcpy(both, a->party, a->party_count * sizeof *both);
    for (size_t i = 0; i < b->party_count; i++) {
        size_t at = 0;

        while (at < count && both[at] != b->party[i])
            at++;
        if (at == count)
            both[count++] = b->party[i];
    }
    return count;
}

/* Adds a row to the agreement of the same id. */
static ent_status_t unite(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                          const ent_i_cell_t *cell, ent_id_t held, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    uint32_t number = load->dataset->tie[held].more;
    ent_record_t *record = &load->dataset->whole[number];
    ent_i_cell_t given[ENT_RULE_MAX];
    ent_i_tie_draft_t whole;
    ent_id_t *both;

    memcpy(given, load->merge[number].given, sizeof given);
    if (!fill_given(judge, given, cell) || !ent_i_read_tie(judge, given, &whole))
        return ent_i_memory(load, err);
    both = ent_i_arena_alloc(&load->dataset->arena,
                             (record->party_count + draft->record.party_count) * sizeof *both);
    if (both == NULL)
        return ent_i_no_memory(err);
    whole.record.event = *record->event != '\0' ? record->event : draft->record.event;
    whole.record.on_behalf_of =
        *record->on_behalf_of != '\0' ? record->on_behalf_of : draft->record.on_behalf_of;
    whole.record.party = both;
    whole.record.party_count = unite_parties(both, record, &draft->record);
    for (size_t i = 0; i < whole.record.party_count; i++)
        load->seen[both[i]] = true;
    *record = whole.record;
    ent_i_tie_take(&load->dataset->tie[held], record);
    memcpy(load->merge[number].given, given, sizeof given);
    ent_i_record_append(load, held, judge->row);
    return ENT_OK;
}

static ent_status_t place_agreement(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                                    const ent_i_cell_t *cell, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_id_t held = (ent_id_t)load->dataset->record_count;
    ent_id_t number = held;
    ent_status_t status = ENT_OK;

    load->scratch.size = 0;
    ent_i_text_printf(&load->scratch, "agreement %s", draft->record.id);
    if (load->scratch.failed)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_names_add(load->same, load->scratch.bytes, number, &held, err));
    if (held == number)
        ENT_TRY(ent_i_record_add(judge, draft, cell, err));
    else
        ENT_TRY(unite(judge, draft, cell, held, err));

cleanup:
    return status;
}

ent_status_t ent_i_record_place(ent_i_judge_t *judge, ent_i_tie_draft_t *draft,
                                const ent_i_cell_t cell[ENT_RULE_MAX], ent_error_t *err)
{
    if (draft->record.kind == ENT_TIE_AGREEMENT && *draft->record.id != '\0')
        return place_agreement(judge, draft, cell, err);
    return ent_i_record_add(judge, draft, NULL, err);
}
