/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The header of a table: which of its columns feed which rule. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

/* Headers are listed in messages up to this many. */
enum { LISTED = 12 };

const char *ent_i_column_key(ent_i_load_t *load, const char *name)
{
    const char *key = ent_i_key(load, name);
    char *lower = ent_i_arena_text(&load->dataset->arena, key, strlen(key));

    if (lower == NULL) {
        load->no_memory = true;
        return "";
    }
    for (char *c = lower; *c != '\0'; c++) {
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c + ('a' - 'A'));
        else if (*c == ' ' || *c == '-')
            *c = '_';
    }
    return lower;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

bool ent_i_is_column_key(const char *word, const char *key)
{
    for (; *word != '\0' && *key != '\0'; word++, key++)
        if ((*word == ' ' || *word == '-' ? '_' : lower(*word)) != *key)
            return false;
    return *word == *key;
}

/* Most texts are told from a key by their first letter, which no mark behind it makes another
 * letter of ASCII. */
static bool begins_otherwise(const char *text, const char *key)
{
    char first = lower(*text);
    bool known = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');

    return known && (unsigned char)*key < 0x80 && first != *key;
}

bool ent_i_is_header_text(const char *text, const char *key, bool *failed)
{
    char *named;
    bool same;

    if (begins_otherwise(text, key))
        return false;
    if (ent_i_name_is_key(text))
        return ent_i_is_column_key(text, key);
    named = ent_i_name_key(text);
    if (named == NULL) {
        *failed = true;
        return false;
    }
    same = ent_i_is_column_key(named, key);
    free(named);
    return same;
}

bool ent_i_is_header_record(const ent_i_sheet_t *sheet, const ent_i_record_t *record, bool *failed)
{
    for (size_t c = 0; c < sheet->column_count; c++)
        if (!ent_i_is_header_text(record->field[c].text, sheet->column[c].key, failed))
            return false;
    return true;
}

bool ent_i_is_blank_record(const ent_i_record_t *record)
{
    if (record->state != ENT_RECORD_ROW)
        return record->state == ENT_RECORD_BLANK;
    for (size_t i = 0; i < record->field_count; i++)
        if (record->field[i].size > 0 || record->field[i].quoted)
            return false;
    return true;
}

const char *ent_i_columns_list(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    ent_i_text_t list = {0};
    const char *kept = "";

    for (size_t i = 0; i < sheet->column_count && i < LISTED; i++)
        ent_i_text_printf(&list, "%s%s", i > 0 ? ", " : "",
                          ent_i_quote(load, sheet->column[i].name));
    if (sheet->column_count > LISTED)
        ent_i_text_printf(&list, " and %zu more", sheet->column_count - LISTED);
    if (list.failed)
        load->no_memory = true;
    else
        kept = ent_i_keep(load, list.bytes, list.size);
    ent_i_text_free(&list);
    return kept;
}

const ent_i_column_t *ent_i_find_column(const ent_i_sheet_t *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->column[i].key, name) == 0 || strcmp(sheet->column[i].name, name) == 0)
            return &sheet->column[i];
    return NULL;
}

static ent_status_t read_columns(ent_i_load_t *load, ent_i_sheet_t *sheet,
                                 const ent_i_record_t *record, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    sheet->header_line = record->line;
    sheet->column =
        ent_i_arena_alloc(&load->dataset->arena, record->field_count * sizeof *sheet->column);
    if (sheet->column == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_grow(&load->cell, &load->cell_capacity, record->field_count, sizeof *load->cell,
                       err));
    for (size_t i = 0; i < record->field_count; i++) {
        const ent_i_field_t *field = &record->field[i];

        sheet->column[i].name = ent_i_key(load, ent_i_keep(load, field->text, field->size));
        sheet->column[i].key = ent_i_column_key(load, field->text);
        sheet->column[i].column = field->column;
    }
    sheet->column_count = record->field_count;
    status = ent_i_memory(load, err);

cleanup:
    return status;
}

static void check_duplicates(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        const ent_i_column_t *column = &sheet->column[i];
        size_t j = 0;

        if (*column->key == '\0') {
            ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, column->column,
                       "column %zu has no name; name it in the header to keep its cells", i + 1);
            continue;
        }
        while (j < i && strcmp(sheet->column[j].key, column->key) != 0)
            j++;
        if (j == i)
            continue;
        ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, column->column,
                   "the header names %s twice (columns %zu and %zu); rename or remove one of them",
                   ent_i_quote(load, column->name), j + 1, i + 1);
        sheet->broken = true;
    }
}

static bool feeds(ent_i_load_t *load, const ent_i_sheet_t *sheet, ent_i_role_t role,
                  const char *target)
{
    const ent_i_rule_t *rule = ent_i_role_rule(role, target, true);

    if (ent_i_map_find(load, role, target) != NULL)
        return true;
    for (size_t i = 0; i < sheet->column_count; i++)
        if (ent_i_role_rule(role, sheet->column[i].key, false) == rule)
            return true;
    return false;
}

/* One file of ties is what its columns say it is; ENT_ROLE_COUNT where they do not. */
static ent_i_role_t role_of_columns(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    if (feeds(load, sheet, ENT_ROLE_TIES, "source") && feeds(load, sheet, ENT_ROLE_TIES, "target"))
        return ENT_ROLE_TIES;
    if (feeds(load, sheet, ENT_ROLE_MEMBERSHIPS, "member") &&
        feeds(load, sheet, ENT_ROLE_MEMBERSHIPS, "network"))
        return ENT_ROLE_MEMBERSHIPS;
    if (feeds(load, sheet, ENT_ROLE_ATTENDANCE, "participant") &&
        feeds(load, sheet, ENT_ROLE_ATTENDANCE, "event"))
        return ENT_ROLE_ATTENDANCE;
    if (feeds(load, sheet, ENT_ROLE_AGREEMENTS, "parties") ||
        (feeds(load, sheet, ENT_ROLE_AGREEMENTS, "party_a") &&
         feeds(load, sheet, ENT_ROLE_AGREEMENTS, "party_b")))
        return ENT_ROLE_AGREEMENTS;
    return ENT_ROLE_COUNT;
}

/* What one file is that has no columns of ours is for its rows to say. */
static ent_status_t find_role(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    sheet->role = load->options->matrix ? ENT_ROLE_MATRIX : role_of_columns(load, sheet);
    if (sheet->role == ENT_ROLE_COUNT)
        status = ent_i_matrix_recognise(load, sheet, csv, err);
    sheet->shown.role = ent_i_role_info(sheet->role)->name;
    return status;
}

/* Binds the columns that --map names, if the table has all of them. */
static ent_status_t bind_mapped(ent_i_load_t *load, ent_i_sheet_t *sheet, size_t rule,
                                ent_error_t *err)
{
    const ent_i_rule_t *rules = ent_i_role_info(sheet->role)->rule;
    ent_i_mapping_t *mapping = ent_i_map_find(load, sheet->role, rules[rule].name);
    ent_i_binding_t *bound = &sheet->bound[rule];

    if (mapping == NULL && rules[rule].also != NULL)
        mapping = ent_i_map_find(load, sheet->role, rules[rule].also);
    if (mapping == NULL)
        return ENT_OK;
    bound->column =
        ent_i_arena_alloc(&load->dataset->arena, mapping->source_count * sizeof *bound->column);
    if (bound->column == NULL)
        return ent_i_no_memory(err);
    for (size_t i = 0; i < mapping->source_count; i++) {
        const ent_i_column_t *column = ent_i_find_column(sheet, mapping->source[i]);

        if (column == NULL)
            column = ent_i_find_column(sheet, ent_i_column_key(load, mapping->source[i]));
        if (column == NULL) {
            bound->count = 0;
            return ENT_OK;
        }
        bound->column[bound->count++] = (size_t)(column - sheet->column);
        sheet->column[column - sheet->column].rule = &rules[rule];
    }
    mapping->used = true;
    return ENT_OK;
}

static ent_status_t bind_one(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_i_rule_t *rule,
                             size_t column, ent_error_t *err)
{
    ent_i_binding_t *bound = &sheet->bound[rule - ent_i_role_info(sheet->role)->rule];

    if (bound->count > 0)
        return ENT_OK;
    bound->column = ent_i_arena_alloc(&load->dataset->arena, sizeof *bound->column);
    if (bound->column == NULL)
        return ent_i_no_memory(err);
    bound->column[bound->count++] = column;
    sheet->column[column].rule = rule;
    return ENT_OK;
}

static ent_status_t bind(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);
    ent_status_t status = ENT_OK;

    for (size_t r = 0; r < info->rule_count; r++)
        ENT_TRY(bind_mapped(load, sheet, r, err));
    if (sheet->role == ENT_ROLE_MATRIX) /* its headers are names of networks */
        return bind_one(load, sheet, info->rule, 0, err);
    for (size_t c = 0; c < sheet->column_count; c++) {
        const ent_i_rule_t *rule = ent_i_role_rule(sheet->role, sheet->column[c].key, false);

        if (rule != NULL && sheet->column[c].rule == NULL)
            ENT_TRY(bind_one(load, sheet, rule, c, err));
    }
    if (sheet->role == ENT_ROLE_TIES && sheet->column_count == 2 &&
        (sheet->bound[0].count == 0 || sheet->bound[1].count == 0)) {
        sheet->bound[0].count = sheet->bound[1].count = 0;
        ENT_TRY(bind_one(load, sheet, &info->rule[0], 0, err));
        ENT_TRY(bind_one(load, sheet, &info->rule[1], 1, err));
    }

cleanup:
    return status;
}

static bool is_bound(const ent_i_sheet_t *sheet, const char *name)
{
    const ent_i_rule_t *rule = ent_i_role_rule(sheet->role, name, true);

    return sheet->bound[rule - ent_i_role_info(sheet->role)->rule].count > 0;
}

/* Whether --map asked for a column that is not there: then that is the message. */
static bool map_is_pending(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    for (size_t i = 0; i < load->mapping_count; i++)
        if (!load->mapping[i].used &&
            ent_i_role_rule(sheet->role, load->mapping[i].target, true) != NULL)
            return true;
    return false;
}

static void missing_column(ent_i_load_t *load, ent_i_sheet_t *sheet, const char *name)
{
    const char *names[ENT_RULE_MAX * 4];
    size_t count = 0;
    const char *near;

    for (size_t i = 0; i < sheet->column_count && count < ENT_RULE_MAX * 4; i++)
        if (sheet->column[i].rule == NULL)
            names[count++] = sheet->column[i].name;
    near = ent_i_nearest(name, names, count);
    ent_i_tell(load, sheet, ENT_ERROR, sheet->header_line, 1,
               "the column '%s' is missing; the columns are %s; %s%s%s or name it with --map "
               "%s=COLUMN",
               name, ent_i_columns_list(load, sheet), near != NULL ? "did you mean " : "add it",
               near != NULL ? ent_i_quote(load, near) : "", near != NULL ? "? Rename it" : "",
               name);
    sheet->broken = true;
}

static void check_required(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);

    if (map_is_pending(load, sheet)) {
        sheet->broken = true;
        return;
    }
    if (sheet->role == ENT_ROLE_TIES &&
        (sheet->bound[0].count == 0 || sheet->bound[1].count == 0)) {
        ent_i_tell(
            load, sheet, ENT_ERROR, sheet->header_line, 1,
            "found the columns %s; expected 'source' and 'target', or exactly two columns of "
            "names; name them with --map source=COLUMN,target=COLUMN, or pass --matrix for a table "
            "of members by networks",
            ent_i_columns_list(load, sheet));
        sheet->broken = true;
        return;
    }
    if (sheet->role == ENT_ROLE_AGREEMENTS && !is_bound(sheet, "parties") &&
        !(is_bound(sheet, "party_a") && is_bound(sheet, "party_b"))) {
        missing_column(load, sheet, is_bound(sheet, "party_a") ? "party_b" : "party_a");
        return;
    }
    for (size_t r = 0; r < info->rule_count; r++)
        if ((info->rule[r].flags & ENT_RULE_REQUIRED) != 0 && sheet->bound[r].count == 0)
            missing_column(load, sheet, info->rule[r].name);
}

/* A column that nearly has one of our names was probably meant to have it. */
static void check_strangers(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);

    for (size_t c = 0; c < sheet->column_count; c++) {
        const ent_i_column_t *column = &sheet->column[c];
        const char *names[ENT_RULE_MAX];
        size_t count = 0;
        const char *near;

        if (column->rule != NULL || *column->key == '\0' || strlen(column->key) < 4)
            continue;
        for (size_t r = 0; r < info->rule_count; r++)
            if (sheet->bound[r].count == 0 && (info->rule[r].flags & ENT_RULE_MAP_ONLY) == 0)
                names[count++] = info->rule[r].name;
        near = ent_i_nearest(column->key, names, count);
        if (near != NULL)
            ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, column->column,
                       "the column %s is unknown and kept as an attribute; if you mean '%s', "
                       "rename it",
                       ent_i_quote(load, column->name), near);
    }
}

ent_status_t ent_i_header_read(ent_i_load_t *load, ent_i_sheet_t *sheet,
                               const ent_i_record_t *record, ent_i_csv_t *csv, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (record->state == ENT_RECORD_FAULT) {
        sheet->header_line = record->line;
        ent_i_tell(load, sheet, ENT_ERROR, record->fault_line, record->fault_column,
                   "the header cannot be read: %s", record->fault);
        sheet->broken = true;
        return ent_i_memory(load, err);
    }
    ENT_TRY(read_columns(load, sheet, record, err));
    if (load->single)
        ENT_TRY(find_role(load, sheet, csv, err));
    if (sheet->role != ENT_ROLE_MATRIX)
        check_duplicates(load, sheet);
    ENT_TRY(bind(load, sheet, err));
    if (!sheet->broken)
        check_required(load, sheet);
    if (sheet->role == ENT_ROLE_MATRIX)
        ent_i_matrix_check_header(load, sheet);
    else if (!sheet->broken)
        check_strangers(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}
