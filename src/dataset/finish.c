/* SPDX-License-Identifier: GPL-2.0-or-later */
/* After the last row: actors and records in their final order, which no row order shows in. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "dataset/dataset_i.h"

static int compare_actors(const void *left, const void *right, void *data)
{
    const ent_dataset_t *dataset = data;

    return strcmp(dataset->actor[*(const ent_id_t *)left].id,
                  dataset->actor[*(const ent_id_t *)right].id);
}

/* Where actors are made from ties, an alias may have made one that no tie names. */
static void refuse_unnamed(ent_i_load_t *load)
{
    ent_dataset_t *dataset = load->dataset;

    for (size_t i = 0; i < dataset->row_count; i++) {
        ent_row_t *row = &dataset->row[i];
        ent_i_judge_t judge = {.load = load, .sheet = &dataset->sheet[row->table], .row = i};

        if (row->actor == ENT_NONE || load->seen[row->actor])
            continue;
        ent_i_reject(&judge, NULL,
                     "the id %s is named by no tie; expected the name of an actor: correct it, or "
                     "remove the row",
                     ent_i_quote(load, dataset->actor[row->actor].id));
    }
}

/* Applies `place` (old index to new, or ENT_NONE) wherever an actor is named. */
static void renumber(ent_dataset_t *dataset, const ent_id_t *place)
{
    for (size_t i = 0; i < dataset->row_count; i++)
        if (dataset->row[i].actor != ENT_NONE)
            dataset->row[i].actor = place[dataset->row[i].actor];
    for (size_t i = 0; i < dataset->index.count; i++) {
        ent_i_entry_t *entry = &dataset->index.entry[i];

        if (entry->actor != ENT_NONE)
            entry->actor = place[entry->actor];
        if (entry->actor == ENT_NONE)
            entry->rank = ENT_RANK_REJECTED;
    }
    for (size_t i = 0; i < dataset->record_count; i++)
        for (size_t p = 0; p < 2; p++)
            dataset->tie[i].party[p] = place[dataset->tie[i].party[p]];
    for (size_t i = 0; i < dataset->whole_count; i++) {
        ent_id_t *party = (ent_id_t *)dataset->whole[i].party;

        for (size_t p = 0; p < dataset->whole[i].party_count; p++)
            party[p] = place[party[p]];
    }
}

static ent_status_t sort_actors(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    ent_id_t *order = NULL;
    ent_id_t *place = NULL;
    ent_actor_t *actor = NULL;
    size_t *row = NULL;
    size_t kept = 0;

    refuse_unnamed(load);
    ENT_TRY(ent_i_alloc(&order, dataset->actor_count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&place, dataset->actor_count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&actor, dataset->actor_count, sizeof *actor, err));
    ENT_TRY(ent_i_alloc(&row, dataset->actor_count, sizeof *row, err));
    for (size_t i = 0; i < dataset->actor_count; i++) {
        place[i] = ENT_NONE;
        if (load->seen[i])
            order[kept++] = (ent_id_t)i;
    }
    qsort_r(order, kept, sizeof *order, compare_actors, dataset);
    for (size_t i = 0; i < kept; i++) {
        place[order[i]] = (ent_id_t)i;
        actor[i] = dataset->actor[order[i]];
        row[i] = dataset->actor_row[order[i]];
    }
    if (kept > 0) {
        memcpy(dataset->actor, actor, kept * sizeof *actor);
        memcpy(dataset->actor_row, row, kept * sizeof *row);
    }
    dataset->actor_count = kept;
    renumber(dataset, place);

cleanup:
    free(order);
    free(place);
    free(actor);
    free(row);
    return status;
}

static int compare_ids(const void *left, const void *right)
{
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    return (a > b) - (a < b);
}

static int compare_rows(const void *left, const void *right, void *data)
{
    return ent_i_compare_rows(data, *(const size_t *)left, *(const size_t *)right);
}

/* The rows of a record as an array. */
static ent_status_t list_rows(ent_i_load_t *load, size_t number, ent_record_t *record,
                              ent_error_t *err)
{
    size_t first = load->dataset->tie[number].row;
    size_t count = 0;
    size_t *list;

    for (size_t row = first; row != ENT_NO_ROW; row = ent_i_next_row(load, row))
        count++;
    list = ent_i_arena_alloc(&load->dataset->arena, count * sizeof *list);
    if (list == NULL)
        return ent_i_no_memory(err);
    record->row = list;
    record->row_count = count;
    for (size_t row = first; row != ENT_NO_ROW; row = ent_i_next_row(load, row))
        *list++ = row;
    if (count > 1)
        qsort_r(list - count, count, sizeof *list, compare_rows, load->dataset);
    return ENT_OK;
}

/* The rows of whole records, and undirected parties in order of id. */
static ent_status_t lay_out(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < dataset->record_count; i++) {
        ent_i_tie_t *tie = &dataset->tie[i];
        bool ordered =
            tie->kind != ENT_TIE_AGREEMENT && (tie->kind != ENT_TIE_EDGE || tie->directed);
        size_t count;
        ent_id_t *party = (ent_id_t *)ent_i_dataset_parties(dataset, (ent_id_t)i, &count);

        if (tie->whole > 0)
            ENT_TRY(list_rows(load, i, &dataset->whole[tie->whole - 1], err));
        if (!ordered)
            qsort(party, count, sizeof *party, compare_ids);
        tie->party[0] = party[0];
        tie->party[1] = party[1];
    }

cleanup:
    return status;
}

static int compare_parties(const ent_record_t *a, const ent_record_t *b)
{
    for (size_t i = 0; i < a->party_count && i < b->party_count; i++)
        if (a->party[i] != b->party[i])
            return a->party[i] < b->party[i] ? -1 : 1;
    if (a->party_count != b->party_count)
        return a->party_count < b->party_count ? -1 : 1;
    return (int)a->directed - (int)b->directed;
}

/* Unknown dates come last. */
static int compare_periods(const ent_period_t *a, const ent_period_t *b)
{
    if (a->known != b->known)
        return a->known ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->last > b->last) - (a->last < b->last);
}

/* NaN comes last. */
static int compare_numbers(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a > b) - (a < b);
}

static int compare_words(const ent_record_t *a, const ent_record_t *b)
{
    const char *const left[] = {a->id,           a->type,   a->role,        a->signed_by,
                                a->on_behalf_of, a->event,  a->topics,      a->signed_text,
                                a->from_text,    a->source, a->reported_by, a->note};
    const char *const right[] = {b->id,           b->type,   b->role,        b->signed_by,
                                 b->on_behalf_of, b->event,  b->topics,      b->signed_text,
                                 b->from_text,    b->source, b->reported_by, b->note};
    int order = 0;

    for (size_t i = 0; order == 0 && i < sizeof left / sizeof *left; i++)
        order = strcmp(left[i], right[i]);
    return order;
}

/* The first of its rows, in order of content. */
static size_t row_of(const ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    return tie->whole > 0 ? dataset->whole[tie->whole - 1].row[0] : tie->row;
}

/* Of one pair: most of what there is to sort is in order by it. */
static int compare_records(const void *left, const void *right, void *data)
{
    const ent_dataset_t *dataset = data;
    ent_record_t a, b;
    int order;

    ent_i_record_whole(dataset, *(const ent_id_t *)left, &a);
    ent_i_record_whole(dataset, *(const ent_id_t *)right, &b);
    order = compare_parties(&a, &b);
    if (order == 0)
        order = compare_periods(&a.start, &b.start);
    if (order == 0)
        order = compare_periods(&a.end, &b.end);
    if (order == 0)
        order = compare_words(&a, &b);
    if (order == 0)
        order = (int)a.status - (int)b.status;
    if (order == 0)
        order = compare_numbers(a.weight, b.weight);
    if (order == 0)
        order = compare_numbers(a.confidence, b.confidence);
    return order != 0 ? order
                      : ent_i_compare_rows(dataset, row_of(dataset, *(const ent_id_t *)left),
                                           row_of(dataset, *(const ent_id_t *)right));
}

static bool same_pair(const ent_i_tie_t *a, const ent_i_tie_t *b)
{
    return a->kind == b->kind && a->party[0] == b->party[0] && a->party[1] == b->party[1];
}

/* Edges of one pair stand together now: the first is the tie, the others repeat it. */
static void mark_repeats(ent_dataset_t *dataset)
{
    ent_id_t first = ENT_NONE;

    for (size_t i = 0; i < dataset->record_count; i++) {
        ent_i_tie_t *tie = &dataset->tie[i];

        if (tie->kind != ENT_TIE_EDGE)
            continue;
        if (first != ENT_NONE && same_pair(&dataset->tie[first], tie) &&
            dataset->tie[first].directed == tie->directed)
            tie->repeats = first;
        else
            first = (ent_id_t)i;
        if (tie->whole > 0)
            dataset->whole[tie->whole - 1].repeats = tie->repeats;
    }
}

static bool is_same_weight(double a, double b)
{
    return isnan(a) ? isnan(b) : a == b;
}

/* Pairs of actors to which rows give more than one weight. Called once edges of a pair stand
 * together. */
static void tell_reweighted(ent_i_load_t *load)
{
    const ent_dataset_t *dataset = load->dataset;
    const ent_i_sheet_t *sheet = NULL;
    ent_id_t counted = ENT_NONE;
    size_t pairs = 0;

    for (size_t i = 0; i < dataset->record_count; i++) {
        const ent_i_tie_t *tie = &dataset->tie[i];

        if (tie->repeats == ENT_NONE || tie->repeats == counted ||
            is_same_weight(tie->weight, dataset->tie[tie->repeats].weight))
            continue;
        counted = tie->repeats;
        sheet = &dataset->sheet[dataset->row[row_of(dataset, (ent_id_t)i)].table];
        pairs++;
    }
    if (pairs > 0)
        ent_i_tell(load, sheet, ENT_WARNING, 0, 0,
                   "%zu pair%s of actors %s more than one weight; --parallel says what becomes of "
                   "them (default: their sum)",
                   pairs, pairs == 1 ? "" : "s", pairs == 1 ? "has" : "have");
}

/* Orders the records by one party, equal ones as they are. */
static ent_status_t order_by_party(const ent_dataset_t *dataset, ent_id_t *order, ent_id_t *key,
                                   size_t party, ent_error_t *err)
{
    for (size_t i = 0; i < dataset->record_count; i++)
        key[i] = dataset->tie[i].party[party];
    return ent_i_sort_by_key(order, dataset->record_count, key, dataset->actor_count, err);
}

/* Fills `order` by kind, then the first two parties, then all else, which few records need. */
static ent_status_t order_records(ent_dataset_t *dataset, ent_id_t *order, ent_error_t *err)
{
    size_t count = dataset->record_count;
    const ent_i_tie_t *tie = dataset->tie;
    ent_status_t status = ENT_OK;
    ent_id_t *key = NULL;
    size_t end;

    ENT_TRY(ent_i_alloc(&key, count, sizeof *key, err));
    for (size_t i = 0; i < count; i++)
        order[i] = (ent_id_t)i;
    ENT_TRY(order_by_party(dataset, order, key, 1, err));
    ENT_TRY(order_by_party(dataset, order, key, 0, err));
    for (size_t i = 0; i < count; i++)
        key[i] = tie[i].kind;
    ENT_TRY(ent_i_sort_by_key(order, count, key, ENT_TIE_KIND_COUNT, err));
    for (size_t first = 0; first < count; first = end) {
        end = first + 1;
        while (end < count && same_pair(&tie[order[first]], &tie[order[end]]))
            end++;
        if (end - first > 1)
            qsort_r(&order[first], end - first, sizeof *order, compare_records, dataset);
    }

cleanup:
    free(key);
    return status;
}

/* Leads the rows of a record to where it stands now. */
static void lead_rows(ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];
    const ent_record_t *whole = tie->whole > 0 ? &dataset->whole[tie->whole - 1] : NULL;
    size_t count = whole != NULL ? whole->row_count : 1;

    for (size_t r = 0; r < count; r++) {
        ent_row_t *row = &dataset->row[whole != NULL ? whole->row[r] : tie->row];

        if (row->record != ENT_NONE)
            row->record = record;
    }
}

/* Puts tie order[i] into place i, for every i, along the cycles; `order` is spent. */
static void permute(ent_i_tie_t *tie, ent_id_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ent_i_tie_t first = tie[i];
        size_t at = i;

        if (order[i] == (ent_id_t)i)
            continue;
        while (order[at] != (ent_id_t)i) {
            size_t from = (size_t)order[at];

            tie[at] = tie[from];
            order[at] = (ent_id_t)at;
            at = from;
        }
        tie[at] = first;
        order[at] = (ent_id_t)at;
    }
}

static ent_status_t sort_records(ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *order = NULL;

    ENT_TRY(ent_i_alloc(&order, dataset->record_count, sizeof *order, err));
    ENT_TRY(order_records(dataset, order, err));
    permute(dataset->tie, order, dataset->record_count);
    for (size_t i = 0; i < dataset->record_count; i++)
        lead_rows(dataset, (ent_id_t)i);
    mark_repeats(dataset);

cleanup:
    free(order);
    return status;
}

/* The default as-of date: the newest first day among ties that are not planned, and claims. */
static void find_newest_day(ent_dataset_t *dataset)
{
    int32_t newest = ENT_DAY_MIN;

    for (size_t i = 0; i < dataset->record_count; i++) {
        const ent_i_tie_t *tie = &dataset->tie[i];

        if (tie->start_known && tie->status != ENT_STATUS_PLANNED && tie->start[0] > newest &&
            tie->start[0] != ENT_DAY_MAX)
            newest = tie->start[0];
    }
    for (size_t i = 0; i < dataset->claim_count; i++)
        if (dataset->claim[i].as_of.known && dataset->claim[i].as_of.first > newest &&
            dataset->claim[i].as_of.first != ENT_DAY_MAX)
            newest = dataset->claim[i].as_of.first;
    dataset->newest_day = newest;
}

static bool has_attribute(const ent_i_load_t *load, const char *key)
{
    for (size_t i = 0; i < load->dataset->attribute_count; i++)
        if (strcmp(ent_i_column_key((ent_i_load_t *)load, load->dataset->attribute[i]), key) == 0)
            return true;
    return false;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Whether ent_actor_t holds what the column says. */
static bool is_held(const ent_i_column_t *column)
{
    return column->rule != NULL && column->rule->parse != ent_i_parse_date &&
           column->rule->parse != ent_i_parse_cell;
}

static ent_status_t list_attributes(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t t = 0; t < dataset->sheet_count; t++) {
        const ent_i_sheet_t *sheet = &dataset->sheet[t];

        if (ent_i_role_info(sheet->role)->duty != ENT_DUTY_ACTORS || sheet->broken)
            continue;
        for (size_t c = 0; c < sheet->column_count; c++) {
            const ent_i_column_t *column = &sheet->column[c];

            if (is_held(column) || *column->key == '\0' || has_attribute(load, column->key))
                continue;
            ENT_TRY(ENT_GROW(dataset->attribute, dataset->attribute_count,
                             dataset->attribute_capacity, err));
            dataset->attribute[dataset->attribute_count++] = column->name;
        }
    }
    if (dataset->attribute_count > 1)
        qsort(dataset->attribute, dataset->attribute_count, sizeof *dataset->attribute,
              compare_texts);

cleanup:
    return status;
}

/* What rows were judged with, before the records' own memory moves. */
static void drop_indices(ent_i_load_t *load)
{
    ent_i_names_free(load->known);
    ent_i_names_free(load->same);
    ent_i_same_free(&load->stated);
    free(load->row_next);
    free(load->merge);
    load->known = load->same = NULL;
    load->row_next = NULL;
    load->merge = NULL;
}

ent_status_t ent_i_finish(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_unite_evidence(load, err));
    ENT_TRY(sort_actors(load, err));
    ENT_TRY(lay_out(load, err));
    drop_indices(load);
    ENT_TRY(sort_records(dataset, err));
    ENT_TRY(ent_i_records_open(dataset, err));
    tell_reweighted(load);
    find_newest_day(dataset);
    ENT_TRY(list_attributes(load, err));
    ENT_TRY(ent_i_find_contradictions(dataset, err));
    ENT_TRY(ent_i_find_near(load, err));
    ENT_TRY(ent_i_memory(load, err));
    ent_i_faults_sort(dataset);

cleanup:
    return status;
}
