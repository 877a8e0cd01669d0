/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table into memory, and a row of it into a draft. */
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

enum { ROWS_TOLD = 1 << 14 };

/* The first field that is one too many, or the last of too few. */
static ent_i_cell_t odd_field(const ent_i_sheet_t *sheet, const ent_i_record_t *record)
{
    size_t odd =
        record->field_count > sheet->column_count ? sheet->column_count : record->field_count - 1;

    return (ent_i_cell_t){.line = record->field[odd].line, .column = record->field[odd].column};
}

static void judge_width(ent_i_judge_t *judge, const ent_i_record_t *record)
{
    const ent_i_sheet_t *sheet = judge->sheet;
    ent_i_cell_t odd = odd_field(sheet, record);
    bool shorter = record->field_count < sheet->column_count;

    ent_i_reject(judge, &odd, "the row has %zu field%s, the header %zu; %s", record->field_count,
                 record->field_count == 1 ? "" : "s", sheet->column_count,
                 shorter ? "add what is missing, or the separators of empty fields"
                         : "remove what is too much, or quote the field that holds a separator");
}

static ent_status_t read_row(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_i_record_t *record,
                             ent_error_t *err)
{
    bool blank = ent_i_is_blank_record(record);
    ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = load->dataset->row_count};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_row_add(load, sheet, record->line, blank ? ENT_ROW_BLANK : ENT_ROW_USED, err));
    if (record->state == ENT_RECORD_FAULT) {
        ent_i_cell_t at = {.line = record->fault_line, .column = record->fault_column};

        ent_i_reject(&judge, &at, "%s", record->fault);
    } else if (!blank && sheet->broken) {
        ent_i_row_unusable(load, judge.row);
    } else if (!blank && record->field_count != sheet->column_count) {
        judge_width(&judge, record);
    } else if (!blank && ent_i_is_header_record(sheet, record, &load->no_memory)) {
        ent_i_reject(&judge, NULL,
                     "the header is repeated here; expected a row: remove it (were two files "
                     "joined?)");
    } else if (!blank) {
        ENT_TRY(
            ent_i_cells_pack(sheet, &load->dataset->row[judge.row], record, &sheet->cells, err));
    }
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}

/* What the reader had to say about the file. */
static void take_warnings(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv)
{
    for (size_t i = 0; i < ent_i_csv_warning_count(csv); i++) {
        uint32_t line = 0;
        const char *message = ent_i_csv_warning(csv, i, &line);

        ent_i_tell(load, sheet, ENT_WARNING, line, 0, "%s", message);
    }
    if (ent_i_csv_lax_count(csv) > 0)
        ent_i_tell(load, sheet, ENT_NOTE, 0, 0,
                   "%zu field%s with a quote inside %s taken as text, as --lax-quotes says",
                   ent_i_csv_lax_count(csv), ent_i_csv_lax_count(csv) == 1 ? "" : "s",
                   ent_i_csv_lax_count(csv) == 1 ? "was" : "were");
    sheet->shown.sha256 = ent_i_keep(load, ent_i_csv_sha256(csv), strlen(ent_i_csv_sha256(csv)));
    sheet->shown.bytes = ent_i_csv_size(csv);
}

/* Blank lines may stand before the header. */
static ent_status_t find_header(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                                ent_i_record_t *record, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_csv_next(csv, record, err));
    while (ent_i_is_blank_record(record)) {
        ENT_TRY(ent_i_row_add(load, sheet, record->line, ENT_ROW_BLANK, err));
        ENT_TRY(ent_i_csv_next(csv, record, err));
    }

cleanup:
    return status;
}

/* Reads record by record until the text has been read up to `end`. */
static ent_status_t read_records(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                                 ent_i_pieces_t *pieces, size_t end, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_record_t record = {0};

    while (record.state != ENT_RECORD_END && ent_i_csv_tell(csv).at < end) {
        ENT_TRY(ent_i_row_go_on(load->dataset->row_count, err));
        if (load->dataset->row_count % ROWS_TOLD == 0)
            ent_i_pieces_tell(pieces, ent_i_csv_tell(csv).at);
        ENT_TRY(ent_i_csv_next(csv, &record, err));
        if (record.state != ENT_RECORD_END)
            ENT_TRY(read_row(load, sheet, &record, err));
    }

cleanup:
    return status;
}

/* Reads what has been cut. */
static ent_status_t read_pieces(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                                ent_i_pieces_t *pieces, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_status_t ended;
    size_t end = 0;

    pieces->told = ent_i_csv_tell(csv).at;
    ent_i_task_begin(&pieces->task, "reading", "bytes", ent_i_csv_left(csv));
    while (pieces->next < pieces->count) {
        ENT_TRY(ent_i_pieces_read(load, sheet, csv, pieces, &end, err));
        ENT_TRY(read_records(load, sheet, csv, pieces, end, err));
    }
    ENT_TRY(read_records(load, sheet, csv, pieces, SIZE_MAX, err));

cleanup:
    ended = ent_i_task_end(&pieces->task, err);
    return status == ENT_OK ? ended : status;
}

static ent_status_t read_rows(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_pieces_t pieces = {0};

    ENT_TRY(ent_i_pieces_cut(load, sheet, csv, &pieces, err));
    ENT_TRY(read_pieces(load, sheet, csv, &pieces, err));

cleanup:
    free(pieces.piece);
    return status;
}

ent_status_t ent_i_sheet_read(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_record_t record = {0};
    size_t before;

    sheet->row_first = load->dataset->row_count;
    ENT_TRY(find_header(load, sheet, csv, &record, err));
    if (record.state == ENT_RECORD_END) {
        ent_i_tell(load, sheet, ENT_ERROR, 1, 1,
                   "found no header, only blank lines; expected the names of the columns");
        sheet->broken = true;
    } else {
        ENT_TRY(ent_i_header_read(load, sheet, &record, csv, err));
    }
    before = sheet->shown.rows;
    ENT_TRY(read_rows(load, sheet, csv, err));
    if (!sheet->broken && sheet->shown.rows == before)
        ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, 1,
                   "the table has a header and no rows");
    take_warnings(load, sheet, csv);
    ent_i_find_grouped(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}

/* The cell of a rule that several columns feed: "City, Country", empty parts skipped. */
static ent_i_cell_t join(ent_i_load_t *load, const ent_i_cell_t *row, const ent_i_binding_t *bound)
{
    ent_i_cell_t joined = row[bound->column[0]];

    load->scratch.size = 0;
    for (size_t i = 0; i < bound->count; i++) {
        const ent_i_cell_t *part = &row[bound->column[i]];

        if (*part->text == '\0')
            continue;
        if (load->scratch.size > 0)
            ent_i_text_puts(&load->scratch, ", ");
        else
            joined = *part;
        ent_i_text_puts(&load->scratch, part->text);
    }
    if (load->scratch.failed)
        load->no_memory = true;
    joined.text = load->scratch.failed || load->scratch.size == 0
                      ? ""
                      : ent_i_keep(load, load->scratch.bytes, load->scratch.size);
    return joined;
}

void ent_i_gather(ent_i_judge_t *judge, ent_i_cell_t cell[ENT_RULE_MAX])
{
    const ent_i_cell_t *row = ent_i_row_cells(judge->load, judge->row);
    size_t count = ent_i_role_info(judge->sheet->role)->rule_count;

    for (size_t r = 0; r < count; r++) {
        const ent_i_binding_t *bound = &judge->sheet->bound[r];

        if (bound->count == 0)
            cell[r] = (ent_i_cell_t){0};
        else if (bound->count == 1)
            cell[r] = row[bound->column[0]];
        else
            cell[r] = join(judge->load, row, bound);
    }
}

bool ent_i_read_draft(ent_i_judge_t *judge, const ent_i_cell_t cell[ENT_RULE_MAX], void *draft)
{
    const ent_i_role_info_t *info = ent_i_role_info(judge->sheet->role);
    bool good = true;

    for (size_t r = 0; r < info->rule_count; r++) {
        const ent_i_rule_t *rule = &info->rule[r];

        if (cell[r].text == NULL)
            continue;
        if (*cell[r].text != '\0')
            good &= rule->parse(judge, &cell[r], rule, (char *)draft + rule->offset);
        else if ((rule->flags & ENT_RULE_REQUIRED) != 0)
            good =
                ent_i_reject(judge, &cell[r], "'%s' is empty; every row must fill it", rule->name);
    }
    return good;
}
