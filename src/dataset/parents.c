/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The columns of actors that name another actor: a network's parent, an organisation's city. They
 * are no ties; a name that nobody bears is told once every actor is known, and a network that
 * belongs to itself, at once or by way of others, is rejected. */
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

enum { SHOWN = 4 }; /* of a circle */

/* By actor. */
typedef struct family {
    ent_id_t *parent; /* or ENT_NONE */
    ent_i_cell_t *cell;
    size_t *walk; /* the walk that came by first, + 1 */
    bool *circle;
} family_t;

static ent_status_t open_family(family_t *family, size_t actors, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&family->parent, actors, sizeof *family->parent, err));
    ENT_TRY(ent_i_alloc(&family->cell, actors, sizeof *family->cell, err));
    ENT_TRY(ent_i_alloc(&family->walk, actors, sizeof *family->walk, err));
    ENT_TRY(ent_i_alloc(&family->circle, actors, sizeof *family->circle, err));
    for (size_t i = 0; i < actors; i++)
        family->parent[i] = ENT_NONE;

cleanup:
    return status;
}

static void close_family(family_t *family)
{
    free(family->parent);
    free(family->cell);
    free(family->walk);
    free(family->circle);
}

/* Looks up every name of the sheet; keeps the parents of networks. */
static void read_names(ent_i_load_t *load, ent_i_sheet_t *sheet, family_t *family)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);

    for (size_t i = 0; !sheet->broken && i < sheet->shown.rows; i++) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};
        ent_id_t actor = ent_i_row_actor(&load->dataset->row[judge.row]);
        ent_i_cell_t cell[ENT_RULE_MAX];

        if (load->dataset->row[judge.row].state != ENT_ROW_USED)
            continue;
        ent_i_gather(&judge, cell);
        for (size_t r = 0; r < info->rule_count; r++) {
            const ent_i_rule_t *rule = &info->rule[r];

            if (rule->parse != ent_i_parse_cell || cell[r].text == NULL || *cell[r].text == '\0')
                continue;
            family->parent[actor] =
                ent_i_resolve_softly(&judge, &cell[r], cell[r].text, rule->name);
            family->cell[actor] = cell[r];
        }
    }
}

/* Walks up from every actor; a walk that comes upon itself has found a circle. */
static bool find_circles(family_t *family, size_t actors)
{
    bool found = false;

    for (size_t i = 0; i < actors; i++) {
        ent_id_t at = (ent_id_t)i;

        for (; at != ENT_NONE && family->walk[at] == 0; at = family->parent[at])
            family->walk[at] = i + 1;
        if (at == ENT_NONE || family->walk[at] != i + 1)
            continue;
        for (; !family->circle[at]; at = family->parent[at])
            family->circle[at] = true;
        found = true;
    }
    return found;
}

static void reject_circle(ent_i_judge_t *judge, const family_t *family, ent_id_t actor)
{
    ent_i_load_t *load = judge->load;
    const char *id = ent_i_quote(load, load->dataset->actor[actor].id);
    ent_i_text_t way = {0};
    size_t shown = 0;

    if (family->parent[actor] == actor) {
        ent_i_reject(judge, &family->cell[actor],
                     "the network %s is its own parent; name the network that it belongs to, or "
                     "leave the cell empty",
                     id);
        return;
    }
    for (ent_id_t at = family->parent[actor]; at != actor; at = family->parent[at])
        if (shown++ < SHOWN)
            ent_i_text_printf(&way, "%s%s", way.size > 0 ? ", " : "",
                              ent_i_quote(load, load->dataset->actor[at].id));
    if (way.failed)
        load->no_memory = true;
    else
        ent_i_reject(judge, &family->cell[actor],
                     "the network %s is above itself, by way of %s%s; correct the parent of one of "
                     "them",
                     id, way.bytes, shown > SHOWN ? ", …" : "");
    ent_i_text_free(&way);
}

/* Takes rejected actors back: ties that name them can then point at the row. */
static ent_status_t withdraw(ent_i_load_t *load, const family_t *family, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < dataset->row_count; i++) {
        ent_i_row_t *row = &dataset->row[i];
        ent_id_t actor = ent_i_row_actor(row);
        ent_i_judge_t judge = {.load = load, .sheet = &dataset->sheet[row->table], .row = i};

        if (actor == ENT_NONE || !family->circle[actor])
            continue;
        if (row->state == ENT_ROW_USED)
            ent_i_reject(&judge, NULL,
                         "the id %s is described by %s, which is rejected; mend that row first",
                         ent_i_quote(load, dataset->actor[actor].id),
                         ent_i_place(load, dataset->actor_row[actor]));
        load->seen[actor] = false;
        row->of = ENT_NONE;
    }
    for (size_t i = 0; i < dataset->index.count; i++) {
        ent_i_entry_t *entry = &dataset->index.entry[i];

        if (entry->actor == ENT_NONE || !family->circle[entry->actor])
            continue;
        entry->row = (uint32_t)dataset->actor_row[entry->actor];
        entry->actor = ENT_NONE;
        entry->rank = ENT_RANK_REJECTED;
    }
    ent_i_names_free(load->known); /* it may hold them */
    load->known = NULL;
    ENT_TRY(ent_i_names_new(&load->known, err));

cleanup:
    return status;
}

ent_status_t ent_i_check_parents(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    family_t family = {0};

    ENT_TRY(open_family(&family, dataset->actor_count, err));
    read_names(load, sheet, &family);
    load->folded = 0;
    load->folded_example = NULL;
    if (find_circles(&family, dataset->actor_count)) {
        for (size_t i = 0; i < sheet->shown.rows; i++) {
            ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};
            ent_id_t actor = ent_i_row_actor(&dataset->row[judge.row]);

            if (actor != ENT_NONE && family.circle[actor])
                reject_circle(&judge, &family, actor);
        }
        ENT_TRY(withdraw(load, &family, err));
    }
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    close_family(&family);
    return status;
}
