/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of actors, and the other names of actors. */
#include <math.h>
#include <string.h>

#include "dataset/ahead_actors.h"

/* By the cells, as one of them may be at fault itself. */
static void check_place(ent_i_judge_t *judge, const ent_i_cell_t cell[ENT_RULE_MAX])
{
    const ent_i_role_info_t *info = ent_i_role_info(judge->sheet->role);
    const char *given = NULL;
    const char *empty = NULL;

    for (size_t r = 0; r < info->rule_count; r++) {
        const ent_i_rule_t *rule = &info->rule[r];

        if (rule->parse != ent_i_parse_latitude && rule->parse != ent_i_parse_longitude)
            continue;
        if (cell[r].text != NULL && *cell[r].text != '\0')
            given = rule->name;
        else
            empty = rule->name;
    }
    if (given != NULL && empty != NULL)
        ent_i_reject(judge, NULL, "found a %s without %s; expected both or none: complete the pair",
                     given, empty);
}

static void check_period(ent_i_judge_t *judge, const ent_i_dated_t *start, const ent_i_dated_t *end)
{
    if (start->date.known && end->date.known && end->date.last < start->date.first)
        ent_i_reject(judge, &end->cell, "the end %s lies before the start %s; correct one of them",
                     ent_i_quote(judge->load, end->cell.text),
                     ent_i_quote(judge->load, start->cell.text));
}

/* The entry of the row that bears an id, or ENT_NONE. */
static ent_id_t entry_of_id(const ent_i_index_t *index, const char *id, uint32_t hash)
{
    ent_id_t entry = ent_i_index_look(index, id, hash);

    while (entry != ENT_NONE && (index->entry[entry].rank != ENT_RANK_ID))
        entry = index->entry[entry].next;
    return entry;
}

bool ent_i_id_is_taken(const ent_dataset_t *dataset, const char *id, uint32_t hash)
{
    return entry_of_id(&dataset->index, id, hash) != ENT_NONE;
}

/* An id is unique over all tables: the first row that bears it keeps it. */
static void check_id(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *id)
{
    const ent_i_index_t *index = &judge->load->dataset->index;
    ent_id_t entry = entry_of_id(index, id, ent_i_index_hash(id));

    if (entry != ENT_NONE)
        ent_i_reject(judge, cell,
                     "the id %s is taken by %s; every actor needs an id of its own: change one, or "
                     "remove the row",
                     ent_i_quote(judge->load, id),
                     ent_i_place(judge->load, ent_i_entry_row(&index->entry[entry])));
}

bool ent_i_is_language_column(const ent_i_column_t *column)
{
    return column->rule == NULL && strncmp(column->key, "name_", 5) == 0 && column->key[5] != '\0';
}

static ent_status_t add_languages(ent_i_judge_t *judge, ent_id_t actor, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    const ent_i_cell_t *cell = ent_i_row_cells(load, judge->row);
    ent_status_t status = ENT_OK;

    for (size_t c = 0; c < judge->sheet->column_count; c++) {
        const char *key;

        if (!ent_i_is_language_column(&judge->sheet->column[c]) || *cell[c].text == '\0')
            continue;
        key = ent_i_key(load, cell[c].text);
        if (*key != '\0' && strcmp(key, load->dataset->actor[actor].name) != 0)
            ENT_TRY(ent_i_index_add(load->dataset, key, ENT_RANK_LANGUAGE, actor, judge->row, err));
    }

cleanup:
    return status;
}

/* A rejected row still says who was meant, so that ties that name it can point at it. */
static ent_status_t add_rejected(ent_i_judge_t *judge, const ent_i_actor_draft_t *draft,
                                 ent_error_t *err)
{
    ent_dataset_t *dataset = judge->load->dataset;
    ent_status_t status = ENT_OK;

    if (*draft->id != '\0')
        ENT_TRY(ent_i_index_add(dataset, draft->id, ENT_RANK_REJECTED, ENT_NONE, judge->row, err));
    if (*draft->name != '\0' && strcmp(draft->name, draft->id) != 0)
        ENT_TRY(
            ent_i_index_add(dataset, draft->name, ENT_RANK_REJECTED, ENT_NONE, judge->row, err));

cleanup:
    return status;
}

static ent_status_t read_actor(ent_i_judge_t *judge, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_i_actor_draft_t draft = {.id = "",
                                 .name = "",
                                 .country = "",
                                 .region = "",
                                 .source = "",
                                 .latitude = NAN,
                                 .longitude = NAN};
    ent_i_cell_t cell[ENT_RULE_MAX];
    ent_status_t status = ENT_OK;
    ent_id_t made = ENT_NONE;

    ent_i_gather(judge, cell);
    ent_i_read_draft(judge, cell, &draft);
    check_place(judge, cell);
    check_period(judge, &draft.start, &draft.end);
    if (*draft.id != '\0')
        check_id(judge, &cell[0], draft.id);
    if (*draft.name == '\0')
        draft.name = draft.id;
    if (judge->failed)
        return add_rejected(judge, &draft, err);
    ENT_TRY(ent_i_actor_add(load,
                            &(ent_actor_t){
                                .id = draft.id,
                                .name = draft.name,
                                .kind = (ent_kind_t)ent_i_role_info(judge->sheet->role)->kind,
                                .country = draft.country,
                                .region = draft.region,
                                .latitude = draft.latitude,
                                .longitude = draft.longitude,
                                .source = draft.source,
                                .table = (ent_id_t)load->dataset->row[judge->row].table,
                                .line = load->dataset->row[judge->row].line,
                            },
                            judge->row, &made, err));
    ent_i_row_describe(&load->dataset->row[judge->row], made);
    ENT_TRY(add_languages(judge, made, err));
    ent_i_check_sources(judge, draft.source);

cleanup:
    return status;
}

/* Room for the actors of a table and their ids and names, which are many or none to speak of. */
static ent_status_t make_room(ent_i_load_t *load, const ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    size_t actors = dataset->actor_count + sheet->shown.rows;
    ent_status_t status = ENT_OK;

    ENT_TRY(
        ent_i_grow(&dataset->actor, &dataset->actor_capacity, actors, sizeof *dataset->actor, err));
    ENT_TRY(ent_i_grow(&dataset->actor_row, &dataset->actor_row_capacity, actors,
                       sizeof *dataset->actor_row, err));
    ent_i_scattered(dataset->actor, dataset->actor_capacity * sizeof *dataset->actor);
    ENT_TRY(ent_i_grow(&load->seen, &load->seen_capacity, actors, sizeof *load->seen, err));
    ENT_TRY(ent_i_index_reserve(&dataset->index, 2 * sheet->shown.rows, err));

cleanup:
    return status;
}

ent_status_t ent_i_read_actors(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_i_ahead_actors_t *ahead = NULL;
    ent_status_t status = ENT_OK;
    bool taken = false;

    ENT_TRY(make_room(load, sheet, err));
    ENT_TRY(ent_i_ahead_actors_new(&ahead, load, sheet, err));
    for (size_t i = 0; i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        ENT_TRY(ent_i_row_go_on(i, err));
        ENT_TRY(ent_i_ahead_actors_take(ahead, i, &taken, err));
        if (!taken && load->dataset->row[judge.row].state == ENT_ROW_USED)
            ENT_TRY(read_actor(&judge, err));
        ENT_TRY(ent_i_memory(load, err));
    }
    ent_i_tell_forms(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    ent_i_ahead_actors_free(ahead);
    return status;
}

/* Whose alias it would be. Where actors are made from ties, the alias may come first. */
static ent_id_t find_id(ent_i_judge_t *judge, const ent_i_cell_t *cell)
{
    ent_i_load_t *load = judge->load;
    const ent_i_index_t *index = &load->dataset->index;
    const char *key = *cell->text == '\0' ? NULL : ent_i_read_key(judge, cell, "id");
    ent_id_t entry = key == NULL ? ENT_NONE : ent_i_index_find(index, key);
    ent_id_t actor = ENT_NONE;
    const char *near = NULL;

    if (key == NULL)
        return ENT_NONE;
    for (ent_id_t at = entry; at != ENT_NONE; at = index->entry[at].next)
        if (index->entry[at].rank == ENT_RANK_ID)
            return index->entry[at].actor;
    for (ent_id_t at = entry; at != ENT_NONE; at = index->entry[at].next)
        if (index->entry[at].rank == ENT_RANK_REJECTED) {
            ent_i_reject(
                judge, cell, "the id %s is described by %s, which is rejected; mend that row first",
                ent_i_quote(load, key), ent_i_place(load, ent_i_entry_row(&index->entry[at])));
            return ENT_NONE;
        }
    if (load->makes)
        return ent_i_actor_make(judge, key);
    if (ent_i_index_nearest(index, key, &near, &actor, NULL) != ENT_OK)
        load->no_memory = true;
    ent_i_reject(judge, cell, "the id %s is no actor's%s%s%s; aliases.csv names actors by id",
                 ent_i_quote(load, key), near != NULL ? "; did you mean " : "",
                 near != NULL ? ent_i_quote(load, load->dataset->actor[actor].id) : "",
                 near != NULL ? "?" : "");
    return ENT_NONE;
}

/* An alias leads to one actor: no other may bear it as id, name or alias. Gives the row that
 * stated the same alias before, or ENT_NO_ROW. */
static size_t check_alias(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *alias,
                          ent_id_t actor)
{
    ent_i_load_t *load = judge->load;
    const ent_dataset_t *dataset = load->dataset;
    size_t before = ENT_NO_ROW;

    for (ent_id_t entry = ent_i_index_find(&dataset->index, alias); entry != ENT_NONE;
         entry = dataset->index.entry[entry].next) {
        const ent_i_entry_t *at = &dataset->index.entry[entry];

        if (at->rank >= ENT_RANK_LANGUAGE)
            continue;
        if (at->actor == actor) {
            if (ent_i_index_is_alias(dataset, at))
                before = at->row;
            continue;
        }
        ent_i_reject(judge, cell,
                     "the alias %s of %s is also a name of %s%s%s; an alias leads to one actor: "
                     "remove it, or name the actor differently",
                     ent_i_quote(load, alias), ent_i_quote(load, dataset->actor[actor].id),
                     ent_i_quote(load, dataset->actor[at->actor].id),
                     ent_i_entry_row(at) != ENT_NO_ROW ? " at " : "",
                     ent_i_entry_row(at) != ENT_NO_ROW ? ent_i_place(load, at->row) : "");
        return ENT_NO_ROW;
    }
    return before;
}

static ent_status_t read_alias(ent_i_judge_t *judge, ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_i_alias_draft_t draft = {0};
    ent_i_cell_t cell[ENT_RULE_MAX];
    const char *alias;
    ent_id_t actor;
    size_t before;

    ent_i_gather(judge, cell);
    ent_i_read_draft(judge, cell, &draft);
    alias = *cell[0].text == '\0' ? NULL : ent_i_read_key(judge, &cell[0], "alias");
    actor = find_id(judge, &cell[1]);
    if (alias == NULL || actor == ENT_NONE)
        return ENT_OK;
    before = check_alias(judge, &cell[0], alias, actor);
    if (judge->failed)
        return ENT_OK;
    ent_i_row_describe(&load->dataset->row[judge->row], actor);
    if (before != ENT_NO_ROW) {
        ent_i_row_merged(load, judge->row, before);
        return ENT_OK;
    }
    return ent_i_index_add(load->dataset, alias, ENT_RANK_NAME, actor, judge->row, err);
}

ent_status_t ent_i_read_aliases(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        if (load->dataset->row[judge.row].state == ENT_ROW_USED)
            ENT_TRY(read_alias(&judge, err));
        ENT_TRY(ent_i_memory(load, err));
    }
    ent_i_tell_forms(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    return status;
}
