/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A wide incidence matrix: a row a member, a column a network, a cell the grade of the membership.
 *
 * One row states several ties, so a row of the ledger leads to its member, and the record of each
 * tie to the row. */
#include <string.h>

#include "base/number.h"
#include "base/unicode.h"
#include "dataset/dataset_i.h"

/* Of ten filled cells or rows so many may be at fault in a table that is recognised unasked. */
enum { IN_TEN = 10 };

/* What the rows below a header look like. */
typedef struct look {
    size_t rows;
    size_t repeated; /* rows whose first cell is an earlier one's */
    size_t grades;   /* cells beside the first column that are one digit, … */
    size_t others;   /* … or anything else but empty */
    bool named;      /* some first cell is no number */
} look_t;

static bool is_digit(const char *text)
{
    return text[0] >= '0' && text[0] <= '9' && text[1] == '\0';
}

static ent_status_t look_at(look_t *look, ent_i_names_t *members, const ent_i_record_t *record,
                            ent_error_t *err)
{
    ent_id_t number = (ent_id_t)look->rows;
    ent_id_t held = number;
    ent_status_t status = ent_i_names_add(members, record->field[0].text, number, &held, err);
    double value;

    look->rows++;
    look->repeated += held != number;
    look->named = look->named || !ent_i_number_parse(&value, record->field[0].text);
    for (size_t i = 1; i < record->field_count; i++) {
        const char *text = record->field[i].text;

        look->grades += is_digit(text);
        look->others += *text != '\0' && !is_digit(text);
    }
    return status;
}

/* Reads ahead to the end, and back. */
static ent_status_t look_ahead(look_t *look, ent_i_csv_t *csv, ent_error_t *err)
{
    ent_i_csv_place_t place = ent_i_csv_tell(csv);
    ent_i_names_t *members = NULL;
    ent_i_record_t record;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_names_new(&members, err));
    do {
        ENT_TRY(ent_i_csv_next(csv, &record, err));
        if (record.state == ENT_RECORD_ROW)
            ENT_TRY(look_at(look, members, &record, err));
    } while (record.state != ENT_RECORD_END);
    ent_i_csv_seek(csv, &place);

cleanup:
    ent_i_names_free(members);
    return status;
}

static bool is_few(size_t few, size_t many)
{
    return few * IN_TEN <= many;
}

static bool has_column_of_ours(const ent_i_sheet_t *sheet)
{
    for (size_t c = 1; c < sheet->column_count; c++)
        if (ent_i_any_role_has(NULL, sheet->column[c].key))
            return true;
    return false;
}

ent_status_t ent_i_matrix_recognise(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                                    ent_error_t *err)
{
    look_t look = {0};
    ent_status_t status = ENT_OK;

    sheet->role = ENT_ROLE_TIES;
    if (sheet->column_count < 2 || load->mapping_count > 0 || has_column_of_ours(sheet))
        return ENT_OK;
    ENT_TRY(look_ahead(&look, csv, err));
    if (sheet->column_count > 2 && look.named && look.grades > 0 &&
        is_few(look.others, look.grades + look.others) && is_few(look.repeated, look.rows))
        sheet->role = ENT_ROLE_MATRIX;
    if (sheet->column_count > 2 || !look.named || look.grades == 0 || look.others > 0)
        return ENT_OK;
    ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, sheet->column[1].column,
               "the column %s holds digits only, so the table may be an incidence matrix of one "
               "network or two columns of names; say which: --matrix, or --map "
               "source=COLUMN,target=COLUMN",
               ent_i_quote(load, sheet->column[1].name));
    sheet->broken = true;

cleanup:
    return status;
}

void ent_i_matrix_check_header(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    size_t networks = 0;

    for (size_t i = 0; i < sheet->column_count; i++) {
        const ent_i_column_t *column = &sheet->column[i];
        size_t j = 0;

        if (column->rule != NULL)
            continue;
        networks++;
        if (*column->name == '\0') {
            ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, column->column,
                       "column %zu has no name; write the network's in the header, or remove the "
                       "column",
                       i + 1);
            continue;
        }
        while (j < i &&
               (sheet->column[j].rule != NULL || strcmp(sheet->column[j].name, column->name) != 0))
            j++;
        if (j == i)
            continue;
        ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, column->column,
                   "the header names the network %s twice (columns %zu and %zu); rename or remove "
                   "one of them",
                   ent_i_quote(load, column->name), j + 1, i + 1);
        sheet->broken = true;
    }
    if (networks > 0)
        return;
    ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, 1,
               "found one column; expected the members in the first and a network in each of the "
               "others");
    sheet->broken = true;
}

static ent_i_cell_t member_cell(ent_i_judge_t *judge)
{
    ent_i_cell_t cell[ENT_RULE_MAX];

    ent_i_gather(judge, cell);
    return cell[0];
}

/* The network of each column that names one, all of them actors even without a member. */
static ent_status_t make_networks(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = ENT_NO_ROW};

    sheet->network =
        ent_i_arena_alloc(&load->dataset->arena, sheet->column_count * sizeof *sheet->network);
    if (sheet->network == NULL)
        return ent_i_no_memory(err);
    for (size_t c = 0; c < sheet->column_count; c++) {
        const ent_i_column_t *column = &sheet->column[c];
        ent_i_cell_t cell = {
            .text = column->name, .line = sheet->header_line, .column = column->column};

        sheet->network[c] = ENT_NONE;
        if (column->rule != NULL || *column->name == '\0')
            continue;
        sheet->network[c] = ent_i_resolve(&judge, &cell, "network", ENT_KIND_NETWORK);
        if (sheet->network[c] == ENT_NONE)
            continue;
        load->dataset->actor[sheet->network[c]].kind = ENT_KIND_NETWORK;
        load->seen[sheet->network[c]] = true;
    }
    sheet->broken = judge.failed;
    return ent_i_memory(load, err);
}

/* A table whose rows are its columns is one of another kind: actors by actors. */
static void check_modes(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    size_t both = 0;
    size_t networks = 0;

    for (size_t i = 0; i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        if (load->dataset->row[judge.row].state == ENT_ROW_USED)
            both += ent_i_index_find(&load->dataset->index,
                                     ent_i_key(load, member_cell(&judge).text)) != ENT_NONE;
    }
    for (size_t c = 0; c < sheet->column_count; c++)
        networks += sheet->network[c] != ENT_NONE;
    if (both < 2 || both * 2 < networks)
        return;
    ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, 1,
               "%zu of %zu columns bear the names of rows; expected members in the rows and "
               "networks in the columns: write ties among actors of one kind as rows of "
               "source,target",
               both, networks);
    sheet->broken = true;
}

/* Grades other than 0 and 1 are worth keeping. */
static bool is_graded(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    for (size_t i = 0; i < sheet->shown.rows; i++) {
        const ent_i_cell_t *cell = ent_i_row_cells(load, sheet->row_first + i);
        double grade;

        for (size_t c = 0; cell != NULL && c < sheet->column_count; c++)
            if (sheet->network[c] != ENT_NONE &&
                ent_i_read_number(load->dataset, &grade, cell[c].text) && grade > 0 && grade != 1)
                return true;
    }
    return false;
}

static void tell_reading(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    size_t networks = 0;

    for (size_t c = 0; c < sheet->column_count; c++)
        networks += sheet->network[c] != ENT_NONE;
    ent_i_tell(load, sheet, ENT_NOTE, sheet->header_line, 0,
               "the table is read as an incidence matrix of %zu network%s%s", networks,
               networks == 1 ? "" : "s",
               load->options->matrix ? "" : "; --map source=COLUMN,target=COLUMN reads it as ties");
}

ent_status_t ent_i_matrix_prepare(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (sheet->broken)
        return ENT_OK;
    ENT_TRY(make_networks(load, sheet, err));
    if (!sheet->broken)
        check_modes(load, sheet);
    for (size_t i = 0; sheet->broken && i < sheet->shown.rows; i++)
        ent_i_row_unusable(load, sheet->row_first + i);
    sheet->graded = is_graded(load, sheet);
    if (!sheet->broken)
        tell_reading(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}

/* The grade in a cell; false and a rejected row where there is none. */
static bool read_grade(ent_i_judge_t *judge, const ent_i_cell_t *cell, size_t column, double *grade)
{
    const char *name = judge->sheet->column[column].name;

    *grade = 0;
    if (*cell->text == '\0')
        return true;
    if (!ent_i_read_number(judge->load->dataset, grade, cell->text) || *grade < 0)
        return ent_i_reject(judge, cell,
                            "found %s in the column of the network %s; expected 0 or nothing for "
                            "no membership, 1 or a grade above 0 for one: correct it",
                            ent_i_quote(judge->load, cell->text), ent_i_quote(judge->load, name));
    if (*grade > 0 && *name == '\0')
        return ent_i_reject(judge, cell,
                            "the column %zu of this membership has no name; write the network's "
                            "in the header",
                            column + 1);
    return true;
}

static void judge_grades(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t member)
{
    const ent_i_sheet_t *sheet = judge->sheet;

    for (size_t c = 0; c < sheet->column_count; c++) {
        double grade;

        if (sheet->column[c].rule != NULL || !read_grade(judge, &cell[c], c, &grade))
            continue;
        if (member != ENT_NONE && sheet->network[c] == member && grade > 0)
            ent_i_reject(judge, &cell[c],
                         "the network %s is a member of itself here; expected 0: correct the cell "
                         "or the name",
                         ent_i_quote(judge->load, sheet->column[c].name));
    }
}

static bool same_grades(const ent_i_judge_t *judge, size_t row)
{
    const ent_dataset_t *dataset = judge->load->dataset;
    const char *left = ent_i_row_texts(dataset, judge->row);
    const char *right = ent_i_row_texts(dataset, row);

    for (size_t c = 0; c < judge->sheet->column_count; c++) {
        double a = 0;
        double b = 0;

        (void)ent_i_read_number(dataset, &a, left);
        (void)ent_i_read_number(dataset, &b, right);
        if (a != b && judge->sheet->network[c] != ENT_NONE)
            return false;
        left = ent_i_next_text(left);
        right = ent_i_next_text(right);
    }
    return true;
}

/* Whether the member has a row already; the row is merged or rejected then. */
static ent_status_t meet_earlier(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t member,
                                 bool *met, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_id_t held = (ent_id_t)judge->row;
    ent_status_t status = ENT_OK;

    load->scratch.size = 0;
    ent_i_text_printf(&load->scratch, "member %d", (int)member);
    if (load->scratch.failed)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_names_add(load->same, load->scratch.bytes, held, &held, err));
    *met = held != (ent_id_t)judge->row;
    if (*met && same_grades(judge, (size_t)held))
        ent_i_row_merged(load, judge->row, (size_t)held);
    else if (*met)
        ent_i_reject(judge, cell,
                     "the member %s has another row, %s, with other grades; make one row of the "
                     "two",
                     ent_i_quote(load, cell->text), ent_i_place(load, (size_t)held));

cleanup:
    return status;
}

static ent_status_t add_memberships(ent_i_judge_t *judge, ent_id_t member, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    const ent_i_sheet_t *sheet = judge->sheet;
    const ent_i_cell_t *cell = ent_i_row_cells(load, judge->row);
    ent_status_t status = ENT_OK;

    for (size_t c = 0; c < sheet->column_count; c++) {
        ent_id_t party[2] = {member, sheet->network[c]};
        ent_i_tie_draft_t draft;
        double grade = 0;

        if (sheet->network[c] == ENT_NONE ||
            !ent_i_read_number(load->dataset, &grade, cell[c].text) || grade <= 0)
            continue;
        ent_i_tie_blank(&draft, ENT_TIE_MEMBERSHIP);
        draft.record.party = party;
        draft.record.party_count = 2;
        if (sheet->graded) {
            char role[ENT_NUMBER_SIZE + 8] = "grade ";

            ent_i_number_format(role + strlen(role), grade);
            draft.record.role = ent_i_keep(load, role, strlen(role));
        }
        ENT_TRY(ent_i_record_add(judge, &draft, NULL, err));
    }

cleanup:
    return status;
}

ent_status_t ent_i_read_matrix_row(ent_i_judge_t *judge, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_i_cell_t cell = member_cell(judge);
    ent_status_t status = ENT_OK;
    ent_id_t member = ENT_NONE;
    bool met = false;

    if (*cell.text == '\0')
        ent_i_reject(judge, &cell, "the row has no member; write who it is in the first column");
    else
        member = ent_i_resolve(judge, &cell, "member", ENT_KIND_COUNT);
    judge_grades(judge, ent_i_row_cells(load, judge->row), member);
    if (judge->failed)
        return ent_i_memory(load, err);
    ENT_TRY(meet_earlier(judge, &cell, member, &met, err));
    if (judge->failed)
        return ENT_OK;
    if (load->dataset->actor[member].kind == ENT_KIND_NETWORK)
        ent_i_warn(judge, &cell,
                   "the member %s is a network of this table as well and read as one with it; "
                   "rename one of them if they are two",
                   ent_i_quote(load, cell.text));
    if (!met)
        ENT_TRY(add_memberships(judge, member, err));
    load->seen[member] = true;
    ent_i_row_describe(&load->dataset->row[judge->row], member);

cleanup:
    return status;
}
