/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence of records that several rows state: lists united, notes one behind the other, in an
 * order that does not depend on the rows'. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

/* The pieces of one column, gathered from the rows of one record. */
typedef struct pieces {
    const char **text;
    size_t count;
    size_t capacity;
} pieces_t;

static ent_status_t add_piece(pieces_t *pieces, const char *text, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(pieces->text, pieces->count, pieces->capacity, err);

    if (status == ENT_OK)
        pieces->text[pieces->count++] = text;
    return status;
}

static ent_status_t add_list(ent_i_load_t *load, pieces_t *pieces, const char *list, bool names,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *item;
    size_t size;

    while (ent_i_list_next(&list, &item, &size)) {
        const char *kept = ent_i_keep(load, item, size);

        ENT_TRY(add_piece(pieces, names ? ent_i_id_of(load, kept) : kept, err));
    }

cleanup:
    return status;
}

static int compare_pieces(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *join(ent_i_load_t *load, pieces_t *pieces, const char *between)
{
    ent_i_text_t text = {0};
    const char *kept = "";

    if (pieces->count == 0)
        return "";
    qsort(pieces->text, pieces->count, sizeof *pieces->text, compare_pieces);
    for (size_t i = 0; i < pieces->count; i++) {
        if (i > 0 && strcmp(pieces->text[i], pieces->text[i - 1]) == 0)
            continue;
        if (i > 0)
            ent_i_text_puts(&text, between);
        ent_i_text_puts(&text, pieces->text[i]);
    }
    if (text.failed)
        load->no_memory = true;
    else
        kept = ent_i_keep(load, text.bytes, text.size);
    ent_i_text_free(&text);
    return kept;
}

/* The column `name` of all rows of a record. */
static ent_status_t unite(ent_i_load_t *load, ent_id_t record, const char *name, const char **out,
                          ent_error_t *err)
{
    size_t row = load->dataset->tie[record].row;
    ent_i_sheet_t *sheet = &load->dataset->sheet[load->dataset->row[row].table];
    const ent_i_rule_t *rule = ent_i_role_rule(sheet->role, name, false);
    bool note = strcmp(name, "note") == 0;
    ent_status_t status = ENT_OK;
    pieces_t pieces = {0};

    for (; rule != NULL && row != ENT_NO_ROW; row = ent_i_next_row(load, row)) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = row};
        ent_i_cell_t cell[ENT_RULE_MAX];
        const char *text;

        ent_i_gather(&judge, cell);
        text = cell[rule - ent_i_role_info(sheet->role)->rule].text;
        if (text == NULL || *text == '\0')
            continue;
        if (note)
            ENT_TRY(add_piece(&pieces, text, err));
        else
            ENT_TRY(add_list(load, &pieces, text, strcmp(name, "reported_by") == 0, err));
    }
    *out = join(load, &pieces, note ? " / " : ";");

cleanup:
    free(pieces.text);
    return status;
}

ent_status_t ent_i_unite_evidence(ent_i_load_t *load, const ent_id_t *order, size_t count,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < count && load->dataset->whole_count > 0; i++) {
        const ent_i_tie_t *tie = &load->dataset->tie[order[i]];
        ent_record_t *record;

        if (!tie->is_whole || load->merge[tie->more].last_row == tie->row)
            continue;
        record = &load->dataset->whole[tie->more];
        ENT_TRY(unite(load, order[i], "source", &record->source, err));
        ENT_TRY(unite(load, order[i], "note", &record->note, err));
        if (record->kind == ENT_TIE_AGREEMENT) {
            ENT_TRY(unite(load, order[i], "reported_by", &record->reported_by, err));
            ENT_TRY(unite(load, order[i], "topics", &record->topics, err));
        }
    }
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}
