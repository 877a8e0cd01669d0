/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows state the same, whoever says so and however it is written.
 *
 * A statement is its role, its parties and what each column but those of evidence says, as bytes.
 * The index keeps a hash of it and the record that it led to; statements of one hash are compared
 * by stating the record's first row again, so that no statement is kept. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

typedef struct ent_i_same_slot {
    uint32_t hash;
    uint32_t record; /* plus one; 0: free */
} slot_t;

static void put_date(ent_i_text_t *out, const ent_i_date_t *date)
{
    const int32_t value[] = {date->first, date->last, date->approximate, date->uncertain};

    ent_i_text_putc(out, 'd');
    ent_i_text_add(out, (const char *)value, sizeof value);
}

static void put_number(ent_i_text_t *out, double number)
{
    ent_i_text_putc(out, 'n');
    ent_i_text_add(out, (const char *)&number, sizeof number);
}

static void put_text(ent_i_text_t *out, const char *text)
{
    ent_i_text_putc(out, 't');
    ent_i_text_add(out, text, strlen(text) + 1);
}

static void put_names(ent_i_load_t *load, ent_i_text_t *out, const char *list)
{
    const char *item;
    size_t size;

    while (ent_i_list_next(&list, &item, &size))
        put_text(out, ent_i_id_of(load, ent_i_keep(load, item, size)));
    ent_i_text_putc(out, ';');
}

/* Dates by their days, numbers by their value, names by whom they lead to. A letter says how many
 * bytes follow, or that a NUL ends them. */
void ent_i_state_value(ent_i_load_t *load, const ent_i_rule_t *rule, const char *text,
                       ent_i_text_t *out)
{
    ent_i_date_t date;
    double number;
    char why[400];

    if (rule != NULL && rule->parse == ent_i_parse_status)
        put_text(out, *text == '\0' ? ent_tie_status_name(ENT_STATUS_ACTIVE)
                                    : ent_i_column_key(load, text));
    else if (rule == NULL || *text == '\0')
        put_text(out, text);
    else if (rule->parse == ent_i_parse_cell)
        put_names(load, out, text);
    else if (rule->parse == ent_i_parse_date && ent_i_date_parse(&date, text, why, sizeof why))
        put_date(out, &date);
    else if (rule->parse != ent_i_parse_text && ent_i_read_number(load->dataset, &number, text))
        put_number(out, number);
    else
        put_text(out, ent_i_key(load, text));
}

/* Every column but those of evidence, and the parties. */
static void state_row(ent_i_load_t *load, size_t row, const ent_record_t *record, ent_i_text_t *out)
{
    const char *text = ent_i_row_texts(load->dataset, row);
    const ent_i_sheet_t *sheet = &load->dataset->sheet[load->dataset->row[row].table];

    ent_i_text_putc(out, (char)('A' + (int)sheet->role));
    ent_i_text_add(out, (const char *)&record->party_count, sizeof record->party_count);
    ent_i_text_add(out, (const char *)record->party, record->party_count * sizeof *record->party);
    for (size_t c = 0; c < sheet->column_count; c++, text = ent_i_next_text(text)) {
        const ent_i_rule_t *rule = sheet->column[c].rule;

        if (rule == NULL || (rule->flags & (ENT_RULE_EVIDENCE | ENT_RULE_PARTY)) == 0)
            ent_i_state_value(load, rule, text, out);
    }
}

static void state(ent_i_load_t *load, size_t row, const ent_record_t *record, ent_i_text_t *out)
{
    if (record->kind != ENT_TIE_EDGE) {
        state_row(load, row, record, out);
        return;
    }
    ent_i_text_putc(out, record->directed ? '1' : '0');
    ent_i_text_add(out, (const char *)record->party, 2 * sizeof *record->party);
}

static bool states_same(ent_i_load_t *load, ent_id_t held, const ent_i_text_t *stated)
{
    const ent_i_tie_t *tie = ent_i_dataset_tie(load->dataset, held);
    ent_record_t record = {.kind = (ent_tie_kind_t)tie->kind, .directed = tie->directed};
    ent_i_text_t again = {0};
    bool same;

    record.party = ent_i_dataset_parties(load->dataset, held, &record.party_count);
    state(load, tie->row, &record, &again);
    load->no_memory = load->no_memory || again.failed;
    same = again.size == stated->size && !again.failed &&
           memcmp(again.bytes, stated->bytes, stated->size) == 0;
    ent_i_text_free(&again);
    return same;
}

static ent_status_t widen(ent_i_same_t *same, ent_error_t *err)
{
    size_t slot_count = same->slot_count == 0 ? 64 : same->slot_count * 2;
    slot_t *slot;
    ent_status_t status = ent_i_alloc(&slot, slot_count, sizeof *slot, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < same->slot_count; i++) {
        size_t at = same->slot[i].hash & (slot_count - 1);

        if (same->slot[i].record == 0)
            continue;
        while (slot[at].record != 0)
            at = (at + 1) & (slot_count - 1);
        slot[at] = same->slot[i];
    }
    free(same->slot);
    same->slot = slot;
    same->slot_count = slot_count;
    return ENT_OK;
}

ent_status_t ent_i_same_record(ent_i_judge_t *judge, const ent_record_t *record, ent_id_t number,
                               ent_id_t *held, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_i_same_t *same = &load->stated;
    ent_i_text_t *stated = &load->scratch;
    ent_status_t status = ENT_OK;
    uint32_t hash;
    size_t at;

    stated->size = 0;
    state(load, judge->row, record, stated);
    if (stated->failed)
        return ent_i_no_memory(err);
    if ((same->count + 1) * 3 > same->slot_count * 2)
        ENT_TRY(widen(same, err));
    hash = (uint32_t)ent_i_hash(stated->bytes, stated->size);
    at = hash & (same->slot_count - 1);
    while (same->slot[at].record != 0 &&
           (same->slot[at].hash != hash ||
            !states_same(load, (ent_id_t)(same->slot[at].record - 1), stated)))
        at = (at + 1) & (same->slot_count - 1);
    *held = number;
    if (same->slot[at].record != 0) {
        *held = (ent_id_t)(same->slot[at].record - 1);
        return ENT_OK;
    }
    same->slot[at] = (slot_t){.hash = hash, .record = (uint32_t)number + 1};
    same->count++;

cleanup:
    return status;
}

void ent_i_same_free(ent_i_same_t *same)
{
    free(same->slot);
    *same = (ent_i_same_t){0};
}
