/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What there is to tell about the input: faults that reject a row, warnings and notes. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

/* Columns of a quoted datum, past which it is cut. */
enum { QUOTE_COLUMNS = 60, MESSAGE_SIZE = 1200 };

ent_status_t ent_i_memory(const ent_i_load_t *load, ent_error_t *err)
{
    return load->no_memory ? ent_i_no_memory(err) : ENT_OK;
}

const char *ent_i_keep(ent_i_load_t *load, const char *text, size_t size)
{
    const char *kept = size == 0 ? "" : ent_i_arena_text(&load->dataset->arena, text, size);

    if (kept == NULL)
        load->no_memory = true;
    return kept != NULL ? kept : "";
}

const char *ent_i_quote(ent_i_load_t *load, const char *text)
{
    ent_i_text_t shown = {0};
    const char *kept = "";

    ent_i_text_putc(&shown, '\'');
    ent_i_text_shown(&shown, text, strlen(text), QUOTE_COLUMNS);
    ent_i_text_putc(&shown, '\'');
    if (shown.failed)
        load->no_memory = true;
    else
        kept = ent_i_keep(load, shown.bytes, shown.size);
    ent_i_text_free(&shown);
    return kept;
}

const char *ent_i_place(ent_i_load_t *load, size_t row)
{
    const ent_i_row_t *at = &load->dataset->row[row];
    char line[24];
    ent_i_text_t shown = {0};
    const char *kept = "";

    ent_i_text_puts(&shown, load->dataset->sheet[at->table].shown.file);
    snprintf(line, sizeof line, ":%u", (unsigned)at->line);
    ent_i_text_puts(&shown, line);
    if (shown.failed)
        load->no_memory = true;
    else
        kept = ent_i_keep(load, shown.bytes, shown.size);
    ent_i_text_free(&shown);
    return kept;
}

/* Adds one fault; returns its message, kept. */
ENT_PRINTF(4, 0)
static const char *add(ent_i_load_t *load, size_t order, ent_fault_t shown, const char *format,
                       va_list args)
{
    ent_dataset_t *dataset = load->dataset;
    char message[MESSAGE_SIZE];
    int length = vsnprintf(message, sizeof message, format, args);
    size_t size = length < 0 ? 0 : (size_t)length;

    if (size >= sizeof message)
        size = sizeof message - 1;
    shown.message = ent_i_keep(load, message, ent_i_utf8_valid_prefix(message, size));
    if (ENT_GROW(dataset->fault, dataset->fault_count, dataset->fault_capacity, NULL) != ENT_OK) {
        load->no_memory = true;
        return shown.message;
    }
    dataset->fault[dataset->fault_count] =
        (ent_i_fault_t){.shown = shown, .order = order, .made = dataset->fault_count};
    dataset->fault_count++;
    if (shown.severity == ENT_ERROR)
        dataset->error_count++;
    return shown.message;
}

static size_t order_of(const ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    return (size_t)(sheet - load->dataset->sheet);
}

/* The place of a cell, or of the row where the cell is none of the file's. */
static ent_fault_t at(const ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_severity_t severity)
{
    bool placed = cell != NULL && cell->line > 0;
    uint32_t line = judge->row == ENT_NO_ROW ? judge->sheet->header_line
                                             : judge->load->dataset->row[judge->row].line;

    return (ent_fault_t){.file = judge->sheet->shown.file,
                         .line = placed ? cell->line : line,
                         .column = placed ? cell->column : 1,
                         .severity = severity};
}

bool ent_i_reject(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *format, ...)
{
    ent_i_row_t *row;
    const char *message;
    va_list args;

    va_start(args, format);
    message = add(judge->load, order_of(judge->load, judge->sheet), at(judge, cell, ENT_ERROR),
                  format, args);
    va_end(args);
    judge->failed = true;
    if (judge->row == ENT_NO_ROW)
        return false;
    row = &judge->load->dataset->row[judge->row];
    if (row->state != ENT_ROW_REJECTED)
        ent_i_row_reason(judge->load, judge->row, message);
    row->state = ENT_ROW_REJECTED;
    return false;
}

void ent_i_warn(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(judge->load, order_of(judge->load, judge->sheet), at(judge, cell, ENT_WARNING), format,
        args);
    va_end(args);
}

void ent_i_tell(ent_i_load_t *load, const ent_i_sheet_t *sheet, ent_severity_t severity,
                uint32_t line, uint32_t column, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(load, order_of(load, sheet),
        (ent_fault_t){
            .file = sheet->shown.file, .line = line, .column = column, .severity = severity},
        format, args);
    va_end(args);
}

void ent_i_tell_file(ent_i_load_t *load, const char *file, ent_severity_t severity,
                     const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(load, SIZE_MAX, (ent_fault_t){.file = file, .severity = severity}, format, args);
    va_end(args);
}

void ent_i_tell_forms(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    if (load->variant > 0)
        ent_i_tell(load, sheet, ENT_NOTE, 0, 0,
                   "%zu spelling%s of names %s read in canonical form (Unicode NFC, single blanks)",
                   load->variant, load->variant == 1 ? "" : "s",
                   load->variant == 1 ? "was" : "were");
    load->variant = 0;
}

static int compare_faults(const void *left, const void *right)
{
    const ent_i_fault_t *a = left;
    const ent_i_fault_t *b = right;

    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->order == SIZE_MAX && strcmp(a->shown.file, b->shown.file) != 0)
        return strcmp(a->shown.file, b->shown.file);
    if (a->shown.line != b->shown.line)
        return a->shown.line < b->shown.line ? -1 : 1;
    if (a->shown.column != b->shown.column)
        return a->shown.column < b->shown.column ? -1 : 1;
    return a->made < b->made ? -1 : a->made > b->made;
}

void ent_i_faults_sort(ent_dataset_t *dataset)
{
    if (dataset->fault_count > 1)
        qsort(dataset->fault, dataset->fault_count, sizeof *dataset->fault, compare_faults);
}
