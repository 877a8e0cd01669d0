/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a name in a tie to an actor: found, made, or refused with what to do. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

ent_status_t ent_i_actor_add(ent_i_load_t *load, const ent_actor_t *actor, size_t row,
                             ent_id_t *made, ent_error_t *err)
{
    const uint32_t hash[2] = {ent_i_index_hash(actor->id), ent_i_index_hash(actor->name)};

    return ent_i_actor_put(load, actor, hash, row, made, err);
}

ent_status_t ent_i_actor_put(ent_i_load_t *load, const ent_actor_t *actor, const uint32_t hash[2],
                             size_t row, ent_id_t *made, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(dataset->actor, dataset->actor_count, dataset->actor_capacity, err));
    ENT_TRY(ENT_GROW(dataset->actor_row, dataset->actor_count, dataset->actor_row_capacity, err));
    ENT_TRY(ENT_GROW(load->seen, dataset->actor_count, load->seen_capacity, err));
    *made = (ent_id_t)dataset->actor_count;
    dataset->actor[*made] = *actor;
    dataset->actor_row[*made] = row;
    load->seen[*made] = row != ENT_NO_ROW;
    dataset->actor_count++;
    ENT_TRY(ent_i_index_put(dataset, actor->id, hash[0], ENT_RANK_ID, *made, row, err));
    if (hash[0] != hash[1] || strcmp(actor->id, actor->name) != 0)
        ENT_TRY(ent_i_index_put(dataset, actor->name, hash[1], ENT_RANK_NAME, *made, row, err));

cleanup:
    return status;
}

ent_id_t ent_i_actor_make(ent_i_judge_t *judge, const char *key)
{
    ent_i_load_t *load = judge->load;
    ent_id_t made = ENT_NONE;
    ent_actor_t actor = {.id = key,
                         .name = key,
                         .kind = ENT_KIND_ACTOR,
                         .country = "",
                         .region = "",
                         .latitude = NAN,
                         .longitude = NAN,
                         .source = "",
                         .table = ENT_NONE};

    if (ent_i_actor_add(load, &actor, ENT_NO_ROW, &made, NULL) != ENT_OK) {
        load->no_memory = true;
        judge->failed = true;
        return ENT_NONE;
    }
    return made;
}

/* Whether a name that nobody bears may become an actor: where no table could list it. */
static bool may_make(const ent_i_load_t *load, ent_kind_t kind)
{
    if (kind == ENT_KIND_NETWORK)
        return load->makes || (!load->has[ENT_ROLE_NETWORKS] && !load->has[ENT_ROLE_NODES]);
    if (kind == ENT_KIND_EVENT)
        return load->makes || (!load->has[ENT_ROLE_EVENTS] && !load->has[ENT_ROLE_NODES]);
    return load->makes || !(load->has[ENT_ROLE_CITIES] || load->has[ENT_ROLE_NETWORKS] ||
                            load->has[ENT_ROLE_ORGANISATIONS] || load->has[ENT_ROLE_NODES]);
}

/* The file of an actor table that could not be used and may have listed who is missed; or NULL. */
static const char *unread_actors(const ent_dataset_t *dataset)
{
    for (size_t i = 0; i < dataset->sheet_count; i++) {
        const ent_i_sheet_t *sheet = &dataset->sheet[i];

        if (sheet->broken && ent_i_role_info(sheet->role)->duty == ENT_DUTY_ACTORS)
            return sheet->shown.file;
    }
    return NULL;
}

static void refuse_unknown(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *key,
                           const char *what)
{
    ent_i_load_t *load = judge->load;
    const char *near = NULL;
    const char *unread = unread_actors(load->dataset);
    const char *id = "";
    ent_id_t actor = ENT_NONE;

    if (unread != NULL) {
        ent_i_reject(judge, cell,
                     "the %s %s is no actor's id, name or alias; it may stand in %s, which cannot "
                     "be used: mend that table first",
                     what, ent_i_quote(load, cell->text), unread);
        return;
    }
    if (load->suggestions_left > 0) {
        load->suggestions_left--;
        if (ent_i_index_nearest(&load->dataset->index, key, &near, &actor, NULL) != ENT_OK)
            load->no_memory = true;
        if (near != NULL && strcmp(load->dataset->actor[actor].id, near) != 0)
            id = ent_i_quote(load, load->dataset->actor[actor].id);
    }
    if (near == NULL)
        ent_i_reject(judge, cell,
                     "the %s %s is no actor's id, name or alias; correct it, or add the actor to "
                     "its table",
                     what, ent_i_quote(load, cell->text));
    else
        ent_i_reject(
            judge, cell,
            "the %s %s is no actor's id, name or alias; did you mean %s%s%s%s? Correct it, "
            "or add the actor to its table",
            what, ent_i_quote(load, cell->text), ent_i_quote(load, near),
            *id != '\0' ? " (id " : "", id, *id != '\0' ? ")" : "");
}

static void refuse_several(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what,
                           const ent_i_found_t *found)
{
    ent_i_text_t ids = {0};

    ent_i_index_bearers(judge->load->dataset, found, &ids);
    if (ids.failed)
        judge->load->no_memory = true;
    else
        ent_i_reject(judge, cell,
                     "the %s %s names more than one actor: %s; a name is not a key, write the id",
                     what, ent_i_quote(judge->load, cell->text), ids.size > 0 ? ids.bytes : "");
    ent_i_text_free(&ids);
}

static void refuse_rejected(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what,
                            ent_id_t entry)
{
    size_t row = ent_i_entry_row(&judge->load->dataset->index.entry[entry]);

    ent_i_reject(judge, cell,
                 "the %s %s is described by %s, which is rejected; mend that row first", what,
                 ent_i_quote(judge->load, cell->text),
                 row == ENT_NO_ROW ? "a row" : ent_i_place(judge->load, row));
}

/* Looks a name up, counts folded matches and remembers what was found. */
static ent_i_found_t look_up(ent_i_judge_t *judge, const char *text, const char *key)
{
    ent_i_load_t *load = judge->load;
    ent_i_found_t found;

    if (ent_i_index_match(&load->dataset->index, key, !load->makes, &found, NULL) != ENT_OK)
        load->no_memory = true;
    if (found.match == ENT_MATCH_FOLDED) {
        load->folded++;
        if (load->folded_example == NULL || strcmp(key, load->folded_example) < 0)
            load->folded_example = key;
    } else if (found.match == ENT_MATCH_EXACT &&
               ent_i_names_add(load->known, text, found.actor, NULL, NULL) != ENT_OK) {
        load->no_memory = true;
    }
    return found;
}

/* Most cells are the key of one actor, and no more is to be said of them. */
static ent_id_t known(const ent_i_load_t *load, const char *text)
{
    ent_id_t actor = ENT_NONE;

    if (ent_i_name_is_key(text))
        actor = ent_i_index_only(&load->dataset->index, text);
    return actor != ENT_NONE ? actor : ent_i_names_find(load->known, text);
}

ent_id_t ent_i_resolve(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what,
                       ent_kind_t kind)
{
    ent_i_load_t *load = judge->load;
    ent_id_t actor = known(load, cell->text);
    ent_i_found_t found;
    const char *key;

    if (actor != ENT_NONE)
        return actor;
    key = ent_i_read_key(judge, cell, what);
    if (key == NULL)
        return ENT_NONE;
    found = look_up(judge, cell->text, key);
    switch (found.match) {
    case ENT_MATCH_EXACT:
    case ENT_MATCH_FOLDED:
        return found.actor;
    case ENT_MATCH_SEVERAL:
        refuse_several(judge, cell, what, &found);
        return ENT_NONE;
    case ENT_MATCH_REJECTED:
        refuse_rejected(judge, cell, what, found.entry);
        return ENT_NONE;
    case ENT_MATCH_NONE:
        break;
    }
    if (may_make(load, kind))
        return ent_i_actor_make(judge, key);
    refuse_unknown(judge, cell, key, what);
    return ENT_NONE;
}

const char *ent_i_id_of(ent_i_load_t *load, const char *name)
{
    const char *key = ent_i_key(load, name);
    ent_i_found_t found;

    if (ent_i_index_match(&load->dataset->index, key, true, &found, NULL) != ENT_OK)
        load->no_memory = true;
    return found.match == ENT_MATCH_EXACT || found.match == ENT_MATCH_FOLDED
               ? load->dataset->actor[found.actor].id
               : key;
}

ent_id_t ent_i_resolve_softly(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *name,
                              const char *what)
{
    ent_i_load_t *load = judge->load;
    const char *key = ent_i_key(load, name);
    ent_i_found_t found = look_up(judge, name, key);
    const char *near = NULL;

    switch (found.match) {
    case ENT_MATCH_EXACT:
    case ENT_MATCH_FOLDED:
        return found.actor;
    case ENT_MATCH_SEVERAL:
        ent_i_warn(judge, cell, "the name %s in '%s' is borne by more than one actor; write the id",
                   ent_i_quote(load, key), what);
        return ENT_NONE;
    case ENT_MATCH_REJECTED:
    case ENT_MATCH_NONE:
        break;
    }
    if (load->makes || *key == '\0')
        return ENT_NONE;
    if (load->suggestions_left > 0) {
        load->suggestions_left--;
        if (ent_i_index_nearest(&load->dataset->index, key, &near, NULL, NULL) != ENT_OK)
            load->no_memory = true;
    }
    ent_i_warn(judge, cell, "%s in '%s' is no actor's id, name or alias%s%s%s",
               ent_i_quote(load, key), what, near != NULL ? "; did you mean " : "",
               near != NULL ? ent_i_quote(load, near) : "", near != NULL ? "?" : "");
    return ENT_NONE;
}
