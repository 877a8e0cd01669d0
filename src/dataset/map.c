/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --map: which columns of a table feed which of ours, "source=city1+country1,target=…", or a file
 * with one of these a line, below the table's name: "[cities.csv]". */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/unicode.h"
#include "dataset/dataset_i.h"
#include "dataset/map.h"

#define FILE_LIMIT ((size_t)1 << 20)

static const char expected[] = "expected --map source=COLUMN,target=COLUMN, where COLUMN may be "
                               "several joined by '+' and source may be written ties.source";
static const char expected_line[] =
    "expected a line such as name=COLUMN, where COLUMN may be several joined by '+' (in double "
    "quotes where it has a plus), below a table's name in brackets";

/* What is being read: the option's text, or one line of a file. */
typedef struct map_text {
    const char *rest;
    const char *start;  /* of the line */
    const char *file;   /* NULL: the option */
    uint32_t line;      /* in the file */
    const char *table;  /* of the section, or NULL */
    const char *target; /* ends a target … */
    const char *source; /* … and a source */
} map_text_t;

ENT_PRINTF(3, 4)
static ent_status_t fail_map(const map_text_t *text, ent_error_t *err, const char *format, ...)
{
    char message[600];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (text->file == NULL)
        return ent_i_fail(err, ENT_EINVAL, "--map: %s; %s.", message, expected);
    return ent_i_fail_at(err, ENT_EINVAL, text->file, text->line,
                         (uint64_t)(text->rest - text->start) + 1, "%s; %s.", message,
                         expected_line);
}

/* Takes the text up to any of `stops`; text->rest points at the stop or the end. Stops in double
 * quotes belong to the text. */
static const char *take(ent_i_load_t *load, map_text_t *text, const char *stops)
{
    const char *begin = text->rest + strspn(text->rest, " \t");
    const char *closing = *begin == '"' ? strchr(begin + 1, '"') : NULL;
    size_t size;

    if (closing != NULL && strchr(stops, closing[1 + strspn(closing + 1, " \t")]) != NULL) {
        text->rest = closing + 1 + strspn(closing + 1, " \t");
        return ent_i_keep(load, begin + 1, (size_t)(closing - begin) - 1);
    }
    size = strcspn(begin, stops);
    text->rest = begin + size;
    while (size > 0 && strchr(" \t", begin[size - 1]) != NULL)
        size--;
    return ent_i_keep(load, begin, size);
}

bool ent_i_any_role_has(const char *table, const char *target)
{
    for (int role = 0; role < ENT_ROLE_COUNT; role++)
        if ((table == NULL || strcmp(table, ent_i_role_info((ent_i_role_t)role)->name) == 0) &&
            ent_i_role_rule((ent_i_role_t)role, target, true) != NULL)
            return true;
    return false;
}

/* The column that was meant, among those that the table (any: NULL) may have. */
static const char *nearest_target(const char *table, const char *word)
{
    const char *names[ENT_ROLE_COUNT * ENT_RULE_MAX];
    size_t count = 0;

    for (int role = 0; role < ENT_ROLE_COUNT; role++) {
        const ent_i_role_info_t *info = ent_i_role_info((ent_i_role_t)role);

        for (size_t i = 0; i < info->rule_count; i++)
            if (table == NULL || strcmp(table, info->name) == 0)
                names[count++] = info->rule[i].name;
    }
    return ent_i_nearest(word, names, count);
}

static ent_status_t read_target(ent_i_load_t *load, ent_i_mapping_t *mapping,
                                const map_text_t *text, const char *target, ent_error_t *err)
{
    const char *dot = strchr(target, '.');
    const char *name = dot == NULL ? target : dot + 1;
    const char *near;

    mapping->table = text->table;
    if (dot != NULL)
        mapping->table = ent_i_keep(load, target, (size_t)(dot - target));
    mapping->target = ent_i_column_key(load, name);
    if (load->no_memory)
        return ent_i_no_memory(err);
    if (ent_i_any_role_has(mapping->table, mapping->target))
        return ENT_OK;
    near = nearest_target(text->table, mapping->target);
    return fail_map(
        text, err, "%s%s has a column %s%s%s", text->table != NULL ? "no table of " : "no table",
        text->table != NULL ? text->table : "", ent_i_quote(load, target),
        near != NULL ? ", did you mean " : "", near != NULL ? ent_i_quote(load, near) : "");
}

/* One `target=source+source`; text->rest is left behind it. */
static ent_status_t read_mapping(ent_i_load_t *load, ent_i_mapping_t *mapping, map_text_t *text,
                                 ent_error_t *err)
{
    map_text_t begin = *text;
    const char *target = take(load, text, text->target);
    size_t most = 1;

    mapping->file = text->file;
    mapping->line = text->line;
    if (load->no_memory)
        return ent_i_no_memory(err);
    if (*text->rest != '=' || *target == '\0')
        return fail_map(&begin, err, "found %s without '='", ent_i_quote(load, target));
    for (const char *c = text->rest; *c != '\0'; c++)
        most += *c == '+';
    mapping->source = ent_i_arena_alloc(&load->dataset->arena, most * sizeof *mapping->source);
    if (mapping->source == NULL)
        return ent_i_no_memory(err);
    do {
        const char *source;

        text->rest++;
        source = take(load, text, text->source);
        if (load->no_memory)
            return ent_i_no_memory(err);
        if (*source == '\0')
            return fail_map(text, err, "%s has no column behind it", ent_i_quote(load, target));
        mapping->source[mapping->source_count++] = source;
    } while (*text->rest == '+');
    return read_target(load, mapping, &begin, target, err);
}

static bool is_same_target(const ent_i_mapping_t *a, const ent_i_mapping_t *b)
{
    return strcmp(a->target, b->target) == 0 &&
           (a->table == NULL || b->table == NULL || strcmp(a->table, b->table) == 0);
}

static ent_status_t add_mapping(ent_i_load_t *load, map_text_t *text, ent_error_t *err)
{
    ent_i_mapping_t *mapping = &load->mapping[load->mapping_count];
    map_text_t begin = *text;
    ent_status_t status = read_mapping(load, mapping, text, err);

    for (size_t i = 0; status == ENT_OK && i < load->mapping_count; i++)
        if (is_same_target(&load->mapping[i], mapping))
            status = fail_map(&begin, err, "%s is named twice", ent_i_quote(load, mapping->target));
    load->mapping_count += status == ENT_OK;
    return status;
}

/* Room for as many mappings as the text has `separator`s, and one. */
static ent_status_t make_room(ent_i_load_t *load, const char *text, char separator,
                              ent_error_t *err)
{
    size_t most = 1;

    for (const char *c = text; *c != '\0'; c++)
        most += *c == separator;
    load->mapping = ent_i_arena_alloc(&load->dataset->arena, most * sizeof *load->mapping);
    return load->mapping != NULL ? ENT_OK : ent_i_no_memory(err);
}

/* "[cities.csv]" or "[cities]". */
static ent_status_t read_section(ent_i_load_t *load, map_text_t *text, ent_error_t *err)
{
    const char *names[ENT_ROLE_COUNT];
    map_text_t begin = *text;
    size_t length;
    char *name;
    const char *near;

    text->rest++;
    name = (char *)take(load, text, "]");
    if (load->no_memory)
        return ent_i_no_memory(err);
    if (*text->rest != ']' || text->rest[1 + strspn(text->rest + 1, " \t")] != '\0')
        return fail_map(&begin, err, "found a bracket without its pair");
    length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".csv") == 0)
        name[length - 4] = '\0';
    for (int role = 0; role < ENT_ROLE_COUNT; role++) {
        names[role] = ent_i_role_info((ent_i_role_t)role)->name;
        if (strcmp(name, names[role]) == 0) {
            text->table = names[role];
            return ENT_OK;
        }
    }
    near = ent_i_nearest(name, names, ENT_ROLE_COUNT);
    return fail_map(&begin, err, "there is no table %s%s%s", ent_i_quote(load, name),
                    near != NULL ? ", did you mean " : "", near != NULL ? near : "");
}

static ent_status_t read_line(ent_i_load_t *load, map_text_t *text, ent_error_t *err)
{
    text->rest += strspn(text->rest, " \t");
    if (*text->rest == '\0' || *text->rest == '#')
        return ENT_OK;
    return *text->rest == '[' ? read_section(load, text, err) : add_mapping(load, text, err);
}

/* The lines of a file, whose bytes are kept as text without NUL. */
static ent_status_t read_lines(ent_i_load_t *load, const char *bytes, const char *file,
                               ent_error_t *err)
{
    map_text_t text = {.file = file, .target = "=", .source = "+"};
    ent_status_t status = make_room(load, bytes, '\n', err);

    while (status == ENT_OK && *bytes != '\0') {
        size_t size = strcspn(bytes, "\n");
        size_t body = size > 0 && bytes[size - 1] == '\r' ? size - 1 : size;

        text.line++;
        text.start = text.rest = ent_i_keep(load, bytes, body);
        status = read_line(load, &text, err);
        bytes += bytes[size] == '\n' ? size + 1 : size;
    }
    return status;
}

static ent_status_t read_file(ent_i_load_t *load, const char *path, ent_error_t *err)
{
    const char *file = ent_i_keep(load, path, strlen(path));
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    const char *begin;
    size_t valid;

    ENT_TRY(ent_i_file_read(&blob, path, FILE_LIMIT, err));
    ENT_TRY(ent_i_companion_add(load, file, "map", &blob, err));
    valid = ent_i_utf8_valid_prefix(blob.bytes, blob.size);
    if (valid < blob.size) {
        uint64_t line = 1;
        uint64_t column = 1;

        for (size_t i = 0; i < valid; i++) {
            column = blob.bytes[i] == '\n' ? 1 : column + 1;
            line += blob.bytes[i] == '\n';
        }
        status = ent_i_fail_at(err, ENT_EINVAL, file, line, column,
                               "byte 0x%02X is not UTF-8; save the file of --map as UTF-8.",
                               (unsigned char)blob.bytes[valid]);
        goto cleanup;
    }
    begin = blob.bytes + (strncmp(blob.bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
    ENT_TRY(read_lines(load, begin, file, err));
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    ent_blob_free(&blob);
    return status;
}

bool ent_i_map_is_file(const char *map)
{
    size_t before = strcspn(map, "=");

    return map[before] == '\0' || memchr(map, '/', before) != NULL;
}

ent_status_t ent_i_map_parse(ent_i_load_t *load, ent_error_t *err)
{
    map_text_t text = {.rest = load->options->map, .target = "=,", .source = "+,"};
    ent_status_t status = ENT_OK;

    if (text.rest == NULL)
        return ENT_OK;
    if (ent_i_map_is_file(text.rest) && access(text.rest, F_OK) != 0)
        return fail_map(&text, err, "found %s %s '=', and there is no such file",
                        ent_i_quote(load, text.rest),
                        strchr(text.rest, '=') == NULL ? "without" : "with '/' in front of");
    if (ent_i_map_is_file(text.rest))
        return read_file(load, text.rest, err);
    ENT_TRY(make_room(load, text.rest, ',', err));
    for (;;) {
        ENT_TRY(add_mapping(load, &text, err));
        if (*text.rest == '\0')
            return ent_i_memory(load, err);
        text.rest++;
    }

cleanup:
    return status;
}

ent_i_mapping_t *ent_i_map_find(ent_i_load_t *load, ent_i_role_t role, const char *target)
{
    for (size_t i = 0; i < load->mapping_count; i++) {
        ent_i_mapping_t *mapping = &load->mapping[i];

        if (strcmp(mapping->target, target) == 0 &&
            (mapping->table == NULL || strcmp(mapping->table, ent_i_role_info(role)->name) == 0))
            return mapping;
    }
    return NULL;
}

/* Says that a mapping's column is not there, at its line or at the table's header. */
static ent_status_t refuse_column(ent_i_load_t *load, const ent_i_mapping_t *mapping,
                                  const ent_i_sheet_t *sheet, const char *source, ent_error_t *err)
{
    bool filed = mapping->file != NULL;
    const char **names =
        ent_i_arena_alloc(&load->dataset->arena, (sheet->column_count + 1) * sizeof *names);
    const char *near;

    if (names == NULL)
        return ent_i_no_memory(err);
    for (size_t c = 0; c < sheet->column_count; c++)
        names[c] = sheet->column[c].name;
    near = ent_i_nearest(source, names, sheet->column_count);
    return ent_i_fail_at(err, ENT_EINVAL, filed ? mapping->file : sheet->shown.file,
                         filed ? mapping->line : sheet->header_line, 1,
                         "--map %s: %s%s has no column %s%s%s; the columns are %s.",
                         mapping->target, filed ? "" : "the table ", sheet->shown.file,
                         ent_i_quote(load, source), near != NULL ? ", did you mean " : "",
                         near != NULL ? ent_i_quote(load, near) : "",
                         ent_i_columns_list(load, sheet));
}

/* A mapping was left over: says which column is not there. A table whose header could not be read
 * may well have it, and has its own message. */
static ent_status_t refuse(ent_i_load_t *load, const ent_i_mapping_t *mapping, ent_error_t *err)
{
    const ent_dataset_t *dataset = load->dataset;

    for (size_t t = 0; t < dataset->sheet_count; t++) {
        const ent_i_sheet_t *sheet = &dataset->sheet[t];

        if (ent_i_role_rule(sheet->role, mapping->target, true) == NULL ||
            (mapping->table != NULL &&
             strcmp(mapping->table, ent_i_role_info(sheet->role)->name) != 0))
            continue;
        if (sheet->column_count == 0)
            return ENT_OK;
        for (size_t i = 0; i < mapping->source_count; i++)
            if (ent_i_find_column(sheet, mapping->source[i]) == NULL &&
                ent_i_find_column(sheet, ent_i_column_key(load, mapping->source[i])) == NULL)
                return refuse_column(load, mapping, sheet, mapping->source[i], err);
    }
    return ent_i_fail_at(err, ENT_EINVAL, mapping->file, mapping->line, mapping->line > 0,
                         "--map: no table of this data set can have a column %s; remove it.",
                         ent_i_quote(load, mapping->target));
}

ent_status_t ent_i_map_check(ent_i_load_t *load, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; status == ENT_OK && i < load->mapping_count; i++)
        if (!load->mapping[i].used)
            status = refuse(load, &load->mapping[i], err);
    return status;
}
