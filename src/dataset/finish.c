/* SPDX-License-Identifier: GPL-2.0-or-later */
/* After the last row: actors and records in their final order, which no row order shows in. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "dataset/dataset_i.h"

/* Where actors are made from ties, an alias may have made one that no tie names. */
static void refuse_unnamed(ent_i_load_t *load)
{
    ent_dataset_t *dataset = load->dataset;

    if (dataset->actor_count == 0 || memchr(load->seen, false, dataset->actor_count) == NULL)
        return;
    for (size_t i = 0; i < dataset->row_count; i++) {
        ent_i_row_t *row = &dataset->row[i];
        ent_id_t actor = ent_i_row_actor(row);
        ent_i_judge_t judge = {.load = load, .sheet = &dataset->sheet[row->table], .row = i};

        if (actor == ENT_NONE || load->seen[actor])
            continue;
        ent_i_reject(&judge, NULL,
                     "the id %s is named by no tie; expected the name of an actor: correct it, or "
                     "remove the row",
                     ent_i_quote(load, dataset->actor[actor].id));
    }
}

/* An actor, and the first bytes of its id as a number that compares as they do. */
typedef struct keyed {
    uint64_t start;
    ent_id_t actor;
} keyed_t;

static keyed_t keyed(const ent_dataset_t *dataset, ent_id_t actor)
{
    const unsigned char *id = (const unsigned char *)dataset->actor[actor].id;
    keyed_t made = {.actor = actor};
    int byte = 0;

    for (; byte < 8 && id[byte] != '\0'; byte++)
        made.start = made.start << 8 | id[byte];
    for (; byte < 8; byte++)
        made.start <<= 8;
    return made;
}

static int compare_actors(const void *left, const void *right, void *data)
{
    const ent_dataset_t *dataset = data;
    const keyed_t *a = left;
    const keyed_t *b = right;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return strcmp(dataset->actor[a->actor].id, dataset->actor[b->actor].id);
}

/* How actors are numbered: those that are kept, in order of id. */
typedef struct numbering {
    ent_id_t *order; /* their numbers in order of reading */
    ent_id_t *place; /* from those to the final ones, or ENT_NONE */
    size_t count;
} numbering_t;

static ent_status_t number_actors(ent_i_load_t *load, numbering_t *numbering, ent_error_t *err)
{
    const ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    keyed_t *order = NULL;
    size_t kept = 0;

    ENT_TRY(ent_i_alloc(&order, dataset->actor_count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&numbering->order, dataset->actor_count, sizeof *numbering->order, err));
    ENT_TRY(ent_i_alloc(&numbering->place, dataset->actor_count, sizeof *numbering->place, err));
    for (size_t i = 0; i < dataset->actor_count; i++) {
        numbering->place[i] = ENT_NONE;
        if (load->seen[i])
            order[kept++] = keyed(dataset, (ent_id_t)i);
    }
    qsort_r(order, kept, sizeof *order, compare_actors, load->dataset);
    for (size_t i = 0; i < kept; i++) {
        numbering->order[i] = order[i].actor;
        numbering->place[order[i].actor] = (ent_id_t)i;
    }
    numbering->count = kept;

cleanup:
    free(order);
    return status;
}

static int compare_ids(const void *left, const void *right)
{
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    return (a > b) - (a < b);
}

/* The parties of a record under their final numbers; undirected ones in order. */
static void renumber_record(ent_dataset_t *dataset, ent_id_t record, const ent_id_t *place)
{
    ent_i_tie_t *tie = &dataset->tie[record];
    bool ordered = tie->kind != ENT_TIE_AGREEMENT && (tie->kind != ENT_TIE_EDGE || tie->directed);
    size_t count;
    ent_id_t *party = (ent_id_t *)ent_dataset_record_parties(dataset, record, &count);

    for (size_t p = 0; p < count; p++)
        party[p] = place[party[p]];
    if (!ordered && count > 2)
        qsort(party, count, sizeof *party, compare_ids);
    else if (!ordered && party[0] > party[1]) {
        ent_id_t other = party[0];

        party[0] = party[1];
        party[1] = other;
    }
    tie->party[0] = party[0];
    tie->party[1] = party[1];
}

/* The newest first day that a record says, unless it is planned. */
static int32_t day_of(const ent_dataset_t *dataset, ent_id_t record)
{
    ent_period_t start = ent_i_dataset_terms(dataset, record).start;

    return start.known && dataset->tie[record].status != ENT_STATUS_PLANNED &&
                   start.first != ENT_DAY_MAX
               ? start.first
               : ENT_DAY_MIN;
}

/* Threads go through a share of the records each. */
typedef struct sweep {
    ent_dataset_t *dataset;
    const ent_id_t *place; /* of actors; NULL: look for the newest day */
    int32_t *newest;       /* by share */
    size_t shares;
} sweep_t;

static void sweep_share(void *context, size_t share)
{
    const sweep_t *sweep = context;
    size_t records = sweep->dataset->record_count;
    size_t end = records * (share + 1) / sweep->shares;
    int32_t newest = ENT_DAY_MIN;

    for (size_t i = records * share / sweep->shares; i < end; i++) {
        int32_t day = ENT_DAY_MIN;

        if (sweep->place != NULL)
            renumber_record(sweep->dataset, (ent_id_t)i, sweep->place);
        else
            day = day_of(sweep->dataset, (ent_id_t)i);
        newest = day > newest ? day : newest;
    }
    if (sweep->newest != NULL)
        sweep->newest[share] = newest;
}

static void renumber_parties(ent_dataset_t *dataset, const ent_id_t *place)
{
    sweep_t sweep = {.dataset = dataset, .place = place, .shares = ent_i_dataset_shares(dataset)};

    ent_i_spread(sweep_share, &sweep, sweep.shares, (int)sweep.shares);
}

/* The rows that describe actors: of ties, those of a matrix alone do. */
static void move_rows(ent_dataset_t *dataset, const ent_i_sheet_t *sheet,
                      const numbering_t *numbering)
{
    size_t rows = sheet->shown.rows;

    if (ent_i_role_info(sheet->role)->duty == ENT_DUTY_TIES && sheet->role != ENT_ROLE_MATRIX)
        rows = 0;
    for (size_t i = 0; i < rows; i++) {
        ent_i_row_t *row = &dataset->row[sheet->row_first + i];

        if (row->is_actor && row->of != ENT_NONE)
            row->of = numbering->place[row->of];
    }
}

/* Everything else that names actors. */
static ent_status_t move_actors(ent_dataset_t *dataset, const numbering_t *numbering,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_actor_t *actor = NULL;
    size_t *row = NULL;

    ENT_TRY(ent_i_alloc(&actor, numbering->count, sizeof *actor, err));
    ENT_TRY(ent_i_alloc(&row, numbering->count, sizeof *row, err));
    for (size_t i = 0; i < numbering->count; i++) {
        actor[i] = dataset->actor[numbering->order[i]];
        row[i] = dataset->actor_row[numbering->order[i]];
    }
    free(dataset->actor);
    free(dataset->actor_row);
    dataset->actor = actor;
    dataset->actor_row = row;
    dataset->actor_count = dataset->actor_capacity = numbering->count;
    dataset->actor_row_capacity = numbering->count;
    actor = NULL;
    row = NULL;
    for (size_t t = 0; t < dataset->sheet_count; t++)
        move_rows(dataset, &dataset->sheet[t], numbering);
    for (size_t i = 0; i < dataset->index.count; i++) {
        ent_i_entry_t *entry = &dataset->index.entry[i];

        if (entry->actor != ENT_NONE)
            entry->actor = numbering->place[entry->actor];
        if (entry->actor == ENT_NONE)
            entry->rank = ENT_RANK_REJECTED;
    }

cleanup:
    free(actor);
    free(row);
    return status;
}

static int compare_rows(const void *left, const void *right, void *data)
{
    return ent_i_compare_rows(data, *(const size_t *)left, *(const size_t *)right);
}

/* The rows of a record as an array. */
static ent_status_t list_rows(ent_i_load_t *load, ent_id_t number, ent_record_t *record,
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

static ent_status_t list_all_rows(ent_i_load_t *load, const ent_id_t *order, size_t count,
                                  ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < count && dataset->whole_count > 0; i++) {
        const ent_i_tie_t *tie = &dataset->tie[order[i]];

        if (tie->is_whole)
            ENT_TRY(list_rows(load, order[i], &dataset->whole[tie->more], err));
    }

cleanup:
    return status;
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

    for (size_t i = 0; dataset->repeats != NULL && i < dataset->record_count; i++) {
        ent_id_t first = dataset->repeats[i];

        if (first == ENT_NONE || first == counted ||
            is_same_weight(ent_i_dataset_terms(dataset, (ent_id_t)i).weight,
                           ent_i_dataset_terms(dataset, first).weight))
            continue;
        counted = first;
        sheet = &dataset->sheet[dataset->row[ent_i_first_row(dataset, (ent_id_t)i)].table];
        pairs++;
    }
    if (pairs > 0)
        ent_i_tell(load, sheet, ENT_WARNING, 0, 0,
                   "%zu pair%s of actors %s more than one weight; --parallel says what becomes of "
                   "them (default: their sum)",
                   pairs, pairs == 1 ? "" : "s", pairs == 1 ? "has" : "have");
}

/* The default as-of date: the newest first day among ties that are not planned, and claims. */
static ent_status_t find_newest_day(ent_dataset_t *dataset, ent_error_t *err)
{
    sweep_t sweep = {.dataset = dataset, .shares = ent_i_dataset_shares(dataset)};
    ent_status_t status = ent_i_alloc(&sweep.newest, sweep.shares, sizeof *sweep.newest, err);
    int32_t newest = ENT_DAY_MIN;

    if (status != ENT_OK)
        return status;
    ent_i_spread(sweep_share, &sweep, sweep.shares, (int)sweep.shares);
    for (size_t i = 0; i < sweep.shares; i++)
        newest = sweep.newest[i] > newest ? sweep.newest[i] : newest;
    free(sweep.newest);
    for (size_t i = 0; i < dataset->claim_count; i++)
        if (dataset->claim[i].as_of.known && dataset->claim[i].as_of.first > newest &&
            dataset->claim[i].as_of.first != ENT_DAY_MAX)
            newest = dataset->claim[i].as_of.first;
    dataset->newest_day = newest;
    return ENT_OK;
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
    ent_i_slots_free(&load->terms);
    free(load->row_next);
    free(load->merge);
    load->known = load->same = NULL;
    load->row_next = NULL;
    load->merge = NULL;
}

/* Numbers the actors; makes one record of rows that state the same; puts all in order. Until actors
 * move, names lead to them as they did when their rows were judged. */
static ent_status_t settle(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    size_t count = dataset->record_count;
    ent_status_t status = ENT_OK;
    int threads = load->options->threads;
    numbering_t numbering = {0};
    ent_i_alikes_t runs = {0};
    ent_id_t *order = NULL;

    refuse_unnamed(load);
    ENT_TRY(number_actors(load, &numbering, err));
    renumber_parties(dataset, numbering.place);
    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_order_pairs(dataset, order, numbering.count, threads, &runs, err));
    ENT_TRY(ent_i_same_unite(load, order, &count, &runs, err));
    ENT_TRY(ent_i_unite_evidence(load, order, count, err));
    ENT_TRY(list_all_rows(load, order, count, err));
    drop_indices(load);
    ENT_TRY(move_actors(dataset, &numbering, err));
    ENT_TRY(ent_i_order_records(dataset, order, count, &runs, threads, err));

cleanup:
    free(numbering.order);
    free(numbering.place);
    free(order);
    ent_i_alike_free(&runs);
    return status;
}

ent_status_t ent_i_finish(ent_i_load_t *load, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    ENT_TRY(settle(load, err));
    ENT_TRY(ent_i_records_open(dataset, err));
    tell_reweighted(load);
    ENT_TRY(find_newest_day(dataset, err));
    ENT_TRY(list_attributes(load, err));
    ENT_TRY(ent_i_find_contradictions(dataset, err));
    ENT_TRY(ent_i_find_near(load, err));
    ENT_TRY(ent_i_memory(load, err));
    ent_i_faults_sort(dataset);
    ent_i_reasons_sort(dataset);

cleanup:
    return status;
}
