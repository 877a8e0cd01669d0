/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sources, what they are named by, and claims. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

static ent_status_t read_source(ent_i_judge_t *judge, ent_error_t *err)
{
    ent_dataset_t *dataset = judge->load->dataset;
    ent_i_source_draft_t draft = {
        .source = {.id = "", .title = "", .publisher = "", .date = "", .url = "", .note = ""}};
    ent_i_cell_t cell[ENT_RULE_MAX];
    ent_status_t status = ENT_OK;

    ent_i_gather(judge, cell);
    ent_i_read_draft(judge, cell, &draft);
    if (strchr(draft.source.id, ';') != NULL)
        ent_i_reject(judge, &cell[0],
                     "the id %s has a semicolon, which separates sources; choose another id",
                     ent_i_quote(judge->load, draft.source.id));
    else if (ent_i_names_find(judge->load->sources, draft.source.id) != ENT_NONE)
        ent_i_reject(judge, &cell[0],
                     "the id %s is taken by an earlier row; every source needs an id of its own: "
                     "change one, or remove the row",
                     ent_i_quote(judge->load, draft.source.id));
    if (judge->failed)
        return ENT_OK;
    ENT_TRY(ent_i_names_add(judge->load->sources, draft.source.id, (ent_id_t)dataset->source_count,
                            NULL, err));
    if (draft.dated.cell.text != NULL)
        draft.source.date = draft.dated.cell.text;
    ENT_TRY(ENT_GROW(dataset->source, dataset->source_count, dataset->source_capacity, err));
    dataset->source[dataset->source_count++] = draft.source;

cleanup:
    return status;
}

static int compare_sources(const void *left, const void *right)
{
    return strcmp(((const ent_source_t *)left)->id, ((const ent_source_t *)right)->id);
}

ent_status_t ent_i_read_sources(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        if (dataset->row[judge.row].state == ENT_ROW_USED)
            ENT_TRY(read_source(&judge, err));
        ENT_TRY(ent_i_memory(load, err));
    }
    ent_i_tell_forms(load, sheet);
    ENT_TRY(ent_i_memory(load, err));
    if (dataset->source_count > 1)
        qsort(dataset->source, dataset->source_count, sizeof *dataset->source, compare_sources);

cleanup:
    return status;
}

/* Warns once of each source that sources.csv does not list. */
static void check_source(ent_i_judge_t *judge, const char *item, size_t size)
{
    ent_i_load_t *load = judge->load;
    const char *key = ent_i_key(load, ent_i_keep(load, item, size));
    const char *near = NULL;

    if (ent_i_names_find(load->sources, key) != ENT_NONE ||
        ent_i_names_find(load->missing, key) != ENT_NONE)
        return;
    if (ent_i_names_add(load->missing, key, 0, NULL, NULL) != ENT_OK) {
        load->no_memory = true;
        return;
    }
    if (load->dataset->source_count > 0 && load->suggestions_left > 0) {
        const char **ids =
            ent_i_arena_alloc(&load->dataset->arena, load->dataset->source_count * sizeof *ids);

        load->suggestions_left--;
        for (size_t i = 0; ids != NULL && i < load->dataset->source_count; i++)
            ids[i] = load->dataset->source[i].id;
        near = ids == NULL ? NULL : ent_i_nearest(key, ids, load->dataset->source_count);
    }
    ent_i_warn(judge, NULL, "the source %s is not in sources.csv%s%s; add it there, or correct it",
               ent_i_quote(load, key), near != NULL ? ", did you mean " : "",
               near != NULL ? ent_i_quote(load, near) : "");
}

void ent_i_check_sources(ent_i_judge_t *judge, const char *list)
{
    const char *item;
    size_t size;

    if (judge->load->has[ENT_ROLE_SOURCES])
        while (ent_i_list_next(&list, &item, &size))
            check_source(judge, item, size);
}

/* The same subject, property, value and day said again, if only by another source. */
static ent_status_t same_claim(ent_i_judge_t *judge, const ent_claim_t *claim, bool *same,
                               ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_i_text_t *key = &load->scratch;
    ent_id_t held = (ent_id_t)judge->row;
    ent_status_t status = ENT_OK;

    key->size = 0;
    ent_i_text_printf(key, "claim\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s", claim->subject,
                      claim->property, claim->value, claim->as_of_text, claim->source, claim->note);
    if (key->failed)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_names_add(load->same, key->bytes, held, &held, err));
    *same = held != (ent_id_t)judge->row;
    if (*same)
        ent_i_row_merged(load, judge->row, (size_t)held);

cleanup:
    return status;
}

static ent_status_t read_claim(ent_i_judge_t *judge, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_dataset_t *dataset = load->dataset;
    ent_i_claim_draft_t draft = {
        .claim = {.property = "", .value = "", .source = "", .note = "", .as_of_text = ""}};
    ent_i_cell_t cell[ENT_RULE_MAX];
    ent_status_t status = ENT_OK;
    bool same = false;
    ent_i_found_t found;

    ent_i_gather(judge, cell);
    draft.as_of.date = ent_i_date_unknown();
    ent_i_read_draft(judge, cell, &draft);
    draft.claim.subject = *cell[0].text == '\0' ? NULL : ent_i_read_key(judge, &cell[0], "subject");
    if (judge->failed)
        return ENT_OK;
    ENT_TRY(ent_i_index_match(&dataset->index, draft.claim.subject, false, &found, err));
    if (found.match == ENT_MATCH_EXACT)
        draft.claim.subject = dataset->actor[found.actor].id;
    draft.claim.value = ent_i_key(load, draft.claim.value);
    draft.claim.as_of = (ent_period_t){.first = draft.as_of.date.first,
                                       .last = draft.as_of.date.last,
                                       .known = draft.as_of.date.known};
    if (draft.as_of.cell.text != NULL)
        draft.claim.as_of_text = draft.as_of.cell.text;
    draft.claim.row = judge->row;
    ENT_TRY(same_claim(judge, &draft.claim, &same, err));
    ent_i_check_sources(judge, draft.claim.source);
    if (same)
        return ent_i_memory(load, err);
    ENT_TRY(ENT_GROW(dataset->claim, dataset->claim_count, dataset->claim_capacity, err));
    dataset->claim[dataset->claim_count++] = draft.claim;

cleanup:
    return status;
}

ent_status_t ent_i_read_claims(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        if (load->dataset->row[judge.row].state == ENT_ROW_USED)
            ENT_TRY(read_claim(&judge, err));
        ENT_TRY(ent_i_memory(load, err));
    }
    ent_i_tell_forms(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}
