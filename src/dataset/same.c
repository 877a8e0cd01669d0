/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows state the same, whoever says so and however it is written.
 *
 * A statement is its role, its parties and what each column but those of evidence says, as bytes.
 * Only records of one kind and pair can state the same, and few share a pair: they alone are looked
 * at, once all records stand in order of their pairs. Of a pair's records an index keeps a hash of
 * each statement; those of one hash are compared by stating the record's first row again, so that
 * no statement is kept. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

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
static void state_row(ent_i_load_t *load, size_t row, const ent_id_t *party, size_t count,
                      ent_i_text_t *out)
{
    const char *text = ent_i_row_texts(load->dataset, row);
    const ent_i_sheet_t *sheet = &load->dataset->sheet[load->dataset->row[row].table];

    ent_i_text_putc(out, (char)('A' + (int)sheet->role));
    ent_i_text_add(out, (const char *)&count, sizeof count);
    ent_i_text_add(out, (const char *)party, count * sizeof *party);
    for (size_t c = 0; c < sheet->column_count; c++, text = ent_i_next_text(text)) {
        const ent_i_rule_t *rule = sheet->column[c].rule;

        if (rule == NULL || (rule->flags & (ENT_RULE_EVIDENCE | ENT_RULE_PARTY)) == 0)
            ent_i_state_value(load, rule, text, out);
    }
}

/* An edge states its direction and its ends alone. */
static void state(ent_i_load_t *load, ent_id_t record, ent_i_text_t *out)
{
    const ent_i_tie_t *tie = ent_i_dataset_tie(load->dataset, record);
    size_t count;
    const ent_id_t *party = ent_dataset_record_parties(load->dataset, record, &count);

    out->size = 0;
    if (tie->kind == ENT_TIE_EDGE)
        ent_i_text_putc(out, tie->directed ? '1' : '0');
    else
        state_row(load, tie->row, party, count, out);
    load->no_memory = load->no_memory || out->failed;
}

/* *held is the record in the index that states what `record` does, or else `record`, which is in
 * it now. `text` has room for two statements. */
static ent_status_t look_up(ent_i_load_t *load, ent_i_slots_t *stated, ent_id_t record,
                            ent_i_text_t text[2], ent_id_t *held, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_slot_t *slot;
    uint32_t hash;

    state(load, record, &text[0]);
    ENT_TRY(ent_i_memory(load, err));
    ENT_TRY(ent_i_slots_reserve(stated, err));
    hash = (uint32_t)ent_i_hash(text[0].bytes, text[0].size);
    slot = ent_i_slots_first(stated, hash);
    for (; slot->item != 0; slot = ent_i_slots_next(stated, slot)) {
        *held = (ent_id_t)(slot->item - 1);
        state(load, *held, &text[1]);
        ENT_TRY(ent_i_memory(load, err));
        if (text[0].size == text[1].size && memcmp(text[0].bytes, text[1].bytes, text[0].size) == 0)
            return ENT_OK;
    }
    *held = record;
    ent_i_slots_put(stated, slot, hash, (size_t)record);

cleanup:
    return status;
}

/* Rows that say the same may write it differently; the least text stands, whatever their order. */
static void keep_least(const char **kept, const char *text)
{
    if (strcmp(text, *kept) < 0)
        *kept = text;
}

static void keep_least_texts(ent_record_t *record, const ent_record_t *again)
{
    keep_least(&record->type, again->type);
    keep_least(&record->role, again->role);
    keep_least(&record->signed_text, again->signed_text);
    keep_least(&record->from_text, again->from_text);
    keep_least(&record->to_text, again->to_text);
    keep_least(&record->signed_by, again->signed_by);
    keep_least(&record->topics, again->topics);
}

/* A row that states again what another does joins its record. An edge is merged in the account, yet
 * stays a record for its weight. */
static ent_status_t join(ent_i_load_t *load, ent_id_t held, ent_id_t again, ent_error_t *err)
{
    const ent_i_tie_t *tie = load->dataset->tie;
    ent_status_t status = ENT_OK;
    ent_record_t *record;
    ent_record_t other;

    if (tie[again].kind == ENT_TIE_EDGE) {
        ent_i_row_repeated(load, tie[again].row, tie[held].row);
        return ENT_OK;
    }
    ent_i_record_whole(load->dataset, again, &other);
    ENT_TRY(ent_i_record_open(load, held, &record, err));
    ent_i_record_append(load, held, tie[again].row);
    keep_least_texts(record, &other);

cleanup:
    return status;
}

/* Whether a record is one row's, which says all of it: not an agreement with an id, whose rows have
 * found each other, nor a cell of a matrix. */
static bool is_of_one_row(const ent_i_load_t *load, ent_id_t record)
{
    const ent_i_tie_t *tie = &load->dataset->tie[record];
    const ent_i_row_t *row = &load->dataset->row[tie->row];

    return (!tie->is_whole || load->merge[tie->more].given == NULL) &&
           load->dataset->sheet[row->table].role != ENT_ROLE_MATRIX;
}

/* Closes the gaps that records have left which joined others: behind each run, so many as its count
 * has shrunk by. Runs of which one is left are none any more. */
static size_t close_gaps(ent_id_t *order, size_t count, ent_i_alikes_t *runs,
                         const uint32_t *before)
{
    size_t to = 0;
    size_t from = 0;
    size_t kept = 0;

    for (size_t r = 0; r < runs->count; r++) {
        ent_i_alike_t run = runs->run[r];
        size_t taken = run.first + run.count - from;

        memmove(&order[to], &order[from], taken * sizeof *order);
        to += taken;
        from = run.first + before[r];
        run.first = (uint32_t)(to - run.count);
        if (run.count > 1)
            runs->run[kept++] = run;
    }
    memmove(&order[to], &order[from], (count - from) * sizeof *order);
    runs->count = kept;
    return to + count - from;
}

/* Unites those of one pair; the first run->count of its places are left. */
static ent_status_t unite_run(ent_i_load_t *load, ent_id_t *order, ent_i_alike_t *run,
                              ent_i_slots_t *stated, ent_i_text_t text[2], ent_error_t *err)
{
    const ent_i_tie_t *tie = load->dataset->tie;
    ent_status_t status = ENT_OK;
    size_t end = run->first + run->count;
    size_t kept = run->first;

    ent_i_slots_empty(stated);
    for (size_t i = run->first; i < end; i++) {
        ent_id_t held = order[i];

        if (is_of_one_row(load, order[i])) {
            ENT_TRY(ent_i_row_go_on(i, err));
            ENT_TRY(look_up(load, stated, order[i], text, &held, err));
        }
        if (held != order[i])
            ENT_TRY(join(load, held, order[i], err));
        if (held == order[i] || tie[held].kind == ENT_TIE_EDGE)
            order[kept++] = order[i];
    }
    run->count = (uint32_t)(kept - run->first);

cleanup:
    return status;
}

ent_status_t ent_i_same_unite(ent_i_load_t *load, ent_id_t *order, size_t *count,
                              ent_i_alikes_t *runs, ent_error_t *err)
{
    ent_i_text_t text[2] = {{0}};
    ent_status_t status = ENT_OK;
    ent_i_slots_t stated = {0}; /* by the records of one pair */
    uint32_t *before = NULL;

    ENT_TRY(ent_i_alloc(&before, runs->count, sizeof *before, err));
    for (size_t r = 0; r < runs->count; r++) {
        before[r] = runs->run[r].count;
        ENT_TRY(unite_run(load, order, &runs->run[r], &stated, text, err));
    }
    *count = close_gaps(order, *count, runs, before);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    ent_i_text_free(&text[0]);
    ent_i_text_free(&text[1]);
    ent_i_slots_free(&stated);
    free(before);
    return status;
}
