/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --map: which columns of a table feed which of ours, "source=city1+country1,target=…". */
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

static const char expected[] = "expected --map source=COLUMN,target=COLUMN, where COLUMN may be "
                               "several joined by '+' and source may be written ties.source";

/* Takes the text up to any of `stops`; *rest points at the stop or the end. */
static const char *take(ent_i_load_t *load, const char **rest, const char *stops)
{
    size_t size = strcspn(*rest, stops);
    const char *begin = *rest;

    *rest += size;
    while (size > 0 && *begin == ' ')
        begin++, size--;
    while (size > 0 && begin[size - 1] == ' ')
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

/* All the columns that a table may have, for a suggestion. */
static const char *nearest_target(const char *word)
{
    const char *names[ENT_ROLE_COUNT * ENT_RULE_MAX];
    size_t count = 0;

    for (int role = 0; role < ENT_ROLE_COUNT; role++) {
        const ent_i_role_info_t *info = ent_i_role_info((ent_i_role_t)role);

        for (size_t i = 0; i < info->rule_count; i++)
            names[count++] = info->rule[i].name;
    }
    return ent_i_nearest(word, names, count);
}

static ent_status_t read_target(ent_i_load_t *load, ent_i_mapping_t *mapping, const char *text,
                                ent_error_t *err)
{
    const char *dot = strchr(text, '.');
    const char *name = dot == NULL ? text : dot + 1;
    const char *near;

    if (dot != NULL)
        mapping->table = ent_i_keep(load, text, (size_t)(dot - text));
    mapping->target = ent_i_column_key(load, name);
    if (load->no_memory)
        return ent_i_no_memory(err);
    if (ent_i_any_role_has(mapping->table, mapping->target))
        return ENT_OK;
    near = nearest_target(mapping->target);
    return ent_i_fail(err, ENT_EINVAL, "--map: no table has a column %s%s%s; %s.",
                      ent_i_quote(load, text), near != NULL ? ", did you mean " : "",
                      near != NULL ? ent_i_quote(load, near) : "", expected);
}

/* One `target=source+source`; *rest is left behind it. */
static ent_status_t read_mapping(ent_i_load_t *load, ent_i_mapping_t *mapping, const char **rest,
                                 ent_error_t *err)
{
    const char *target = take(load, rest, "=,");
    size_t most = 1;

    if (load->no_memory)
        return ent_i_no_memory(err);
    if (**rest != '=' || *target == '\0')
        return ent_i_fail(err, ENT_EINVAL, "--map: found %s without '='; %s.",
                          ent_i_quote(load, target), expected);
    for (const char *c = *rest; *c != '\0' && *c != ','; c++)
        most += *c == '+';
    mapping->source = ent_i_arena_alloc(&load->dataset->arena, most * sizeof *mapping->source);
    if (mapping->source == NULL)
        return ent_i_no_memory(err);
    do {
        const char *source;

        ++*rest;
        source = take(load, rest, "+,");
        if (load->no_memory)
            return ent_i_no_memory(err);
        if (*source == '\0')
            return ent_i_fail(err, ENT_EINVAL, "--map: %s has no column behind it; %s.",
                              ent_i_quote(load, target), expected);
        mapping->source[mapping->source_count++] = source;
    } while (**rest == '+');
    return read_target(load, mapping, target, err);
}

ent_status_t ent_i_map_parse(ent_i_load_t *load, ent_error_t *err)
{
    const char *rest = load->options->map;
    size_t most = 1;

    if (rest == NULL)
        return ENT_OK;
    for (const char *c = rest; *c != '\0'; c++)
        most += *c == ',';
    load->mapping = ent_i_arena_alloc(&load->dataset->arena, most * sizeof *load->mapping);
    if (load->mapping == NULL)
        return ent_i_no_memory(err);
    for (;;) {
        ent_i_mapping_t *mapping = &load->mapping[load->mapping_count];
        ent_status_t status = read_mapping(load, mapping, &rest, err);

        if (status != ENT_OK)
            return status;
        for (size_t i = 0; i < load->mapping_count; i++)
            if (strcmp(load->mapping[i].target, mapping->target) == 0 &&
                (load->mapping[i].table == NULL || mapping->table == NULL ||
                 strcmp(load->mapping[i].table, mapping->table) == 0))
                return ent_i_fail(err, ENT_EINVAL, "--map names %s twice; name each column once.",
                                  ent_i_quote(load, mapping->target));
        load->mapping_count++;
        if (*rest == '\0')
            return ent_i_memory(load, err);
        rest++;
    }
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

/* A mapping was left over: says which column is not there. A table whose header could not be read
 * may well have it, and has its own message. */
static ent_status_t refuse(ent_i_load_t *load, const ent_i_mapping_t *mapping, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;

    for (size_t t = 0; t < dataset->sheet_count; t++) {
        const ent_i_sheet_t *sheet = &dataset->sheet[t];

        if (ent_i_role_rule(sheet->role, mapping->target, true) == NULL ||
            (mapping->table != NULL &&
             strcmp(mapping->table, ent_i_role_info(sheet->role)->name) != 0))
            continue;
        if (sheet->column_count == 0)
            return ENT_OK;
        for (size_t i = 0; i < mapping->source_count; i++) {
            const char **names;
            const char *near;

            if (ent_i_find_column(sheet, mapping->source[i]) != NULL)
                continue;
            names = ent_i_arena_alloc(&dataset->arena, (sheet->column_count + 1) * sizeof *names);
            if (names == NULL)
                return ent_i_no_memory(err);
            for (size_t c = 0; c < sheet->column_count; c++)
                names[c] = sheet->column[c].name;
            near = ent_i_nearest(mapping->source[i], names, sheet->column_count);
            return ent_i_fail_at(
                err, ENT_EINVAL, sheet->shown.file, sheet->header_line, 1,
                "--map %s: there is no column %s%s%s; the columns are %s.", mapping->target,
                ent_i_quote(load, mapping->source[i]), near != NULL ? ", did you mean " : "",
                near != NULL ? ent_i_quote(load, near) : "", ent_i_columns_list(load, sheet));
        }
    }
    return ent_i_fail(err, ENT_EINVAL,
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
