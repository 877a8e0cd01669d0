/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two actors that no way connects: who hangs together with each, and what would join them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/path_i.h"
#include "engine/search.h"
#include "network/network_i.h"

#define COMPARE(x, y) (((x) > (y)) - ((x) < (y)))

typedef struct standing {
    size_t degree;
    ent_id_t vertex;
} standing_t;

static int by_degree(const void *left, const void *right)
{
    const standing_t *x = left;
    const standing_t *y = right;

    return x->degree != y->degree ? COMPARE(y->degree, x->degree) : COMPARE(x->vertex, y->vertex);
}

static ent_status_t find_side(ent_path_t *path, int which, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_path_side_t *side = &path->side[which];
    ent_i_search_t search = {0};
    standing_t *key = NULL;

    ENT_TRY(ent_i_search_init(&search, path->network, err));
    ent_i_search_run(&search, path->network, NULL, which == 0 ? path->a : path->b, which == 1);
    ENT_TRY(ent_i_alloc(&key, search.reached, sizeof *key, err));
    ENT_TRY(ent_i_alloc(&side->vertex, search.reached, sizeof *side->vertex, err));
    for (size_t i = 0; i < search.reached; i++)
        key[i] = (standing_t){ent_i_degree(path->network, search.order[i]), search.order[i]};
    qsort(key, search.reached, sizeof *key, by_degree);
    for (size_t i = 0; i < search.reached; i++)
        side->vertex[i] = key[i].vertex;
    side->count = search.reached;
    side->distance = search.distance;
    search.distance = NULL;

cleanup:
    free(key);
    ent_i_search_free(&search);
    return status;
}

static bool on_side(const ent_path_t *path, int side, ent_id_t actor)
{
    ent_id_t vertex = ent_network_vertex(path->network, actor);

    return vertex != ENT_NONE && isfinite(path->side[side].distance[vertex]);
}

/* Whether a record would tie somebody of A's side to somebody of B's. */
static bool crosses(const ent_path_t *path, const ent_record_t *record)
{
    if (path->network->directed && record->directed)
        return on_side(path, 0, record->party[0]) && on_side(path, 1, record->party[1]);
    for (size_t i = 0; i < record->party_count; i++) {
        for (size_t j = 0; j < record->party_count && on_side(path, 0, record->party[i]); j++)
            if (on_side(path, 1, record->party[j]))
                return true;
    }
    return false;
}

static ent_status_t find_aside(ent_path_t *path, ent_error_t *err)
{
    const ent_network_t *network = path->network;
    ent_status_t status = ent_i_alloc(&path->aside, network->aside_count, sizeof *path->aside, err);

    for (size_t i = 0; status == ENT_OK && i < network->aside_count; i++)
        if (crosses(path, ent_dataset_record(path->dataset, network->aside[i])))
            path->aside[path->aside_count++] = network->aside[i];
    return status;
}

/* The pieces of a network, as trees of vertices, and the chain of records between them. By root of
 * a piece: in which round it was reached, by which record, and from which root. */
typedef struct pieces {
    ent_id_t *parent;
    size_t *round;
    ent_id_t *record;
    ent_id_t *from;
} pieces_t;

static ent_id_t root_of(pieces_t *pieces, ent_id_t vertex)
{
    while (pieces->parent[vertex] != vertex) {
        pieces->parent[vertex] = pieces->parent[pieces->parent[vertex]];
        vertex = pieces->parent[vertex];
    }
    return vertex;
}

static ent_status_t find_pieces(pieces_t *pieces, const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;

    ENT_TRY(ent_i_alloc(&pieces->parent, actors, sizeof *pieces->parent, err));
    ENT_TRY(ent_i_alloc(&pieces->round, actors, sizeof *pieces->round, err));
    ENT_TRY(ent_i_alloc(&pieces->record, actors, sizeof *pieces->record, err));
    ENT_TRY(ent_i_alloc(&pieces->from, actors, sizeof *pieces->from, err));
    for (size_t i = 0; i < actors; i++)
        pieces->parent[i] = (ent_id_t)i;
    for (size_t i = 0; i < network->tie_count; i++)
        pieces->parent[root_of(pieces, network->a[i])] = root_of(pieces, network->b[i]);

cleanup:
    return status;
}

/* Reaches on by one record from the pieces that the last round reached. */
static bool reach_on(pieces_t *pieces, const ent_path_t *path, ent_id_t record, size_t round)
{
    const ent_record_t *of = ent_dataset_record(path->dataset, record);
    ent_id_t from = ENT_NONE;
    bool grew = false;

    for (size_t i = 0; i < of->party_count && from == ENT_NONE; i++) {
        ent_id_t vertex = ent_network_vertex(path->network, of->party[i]);

        if (vertex != ENT_NONE && pieces->round[root_of(pieces, vertex)] == round)
            from = root_of(pieces, vertex);
    }
    for (size_t i = 0; i < of->party_count && from != ENT_NONE; i++) {
        ent_id_t vertex = ent_network_vertex(path->network, of->party[i]);
        ent_id_t root = vertex != ENT_NONE ? root_of(pieces, vertex) : from;

        if (pieces->round[root] > 0)
            continue;
        pieces->round[root] = round + 1;
        pieces->record[root] = record;
        pieces->from[root] = from;
        grew = true;
    }
    return grew;
}

/* The fewest records set aside that join A's piece to B's by way of others. */
static ent_status_t find_chain(ent_path_t *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = path->network;
    pieces_t pieces = {0};
    ent_id_t start, end;
    bool grew = true;

    ENT_TRY(find_pieces(&pieces, network, err));
    start = root_of(&pieces, path->a);
    end = root_of(&pieces, path->b);
    pieces.round[start] = 1;
    for (size_t round = 1; grew && pieces.round[end] == 0; round++) {
        grew = false;
        for (size_t i = 0; i < network->aside_count; i++)
            grew = reach_on(&pieces, path, network->aside[i], round) || grew;
    }
    if (pieces.round[end] == 0)
        goto cleanup;
    path->chained = true;
    path->aside_count = pieces.round[end] - 1;
    for (size_t i = path->aside_count; i > 0; i--) {
        path->aside[i - 1] = pieces.record[end];
        end = pieces.from[end];
    }

cleanup:
    free(pieces.parent);
    free(pieces.round);
    free(pieces.record);
    free(pieces.from);
    return status;
}

static ent_status_t add_shared(ent_path_t *path, ent_i_path_shared_t shared, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(path->shared, path->shared_count, path->shared_capacity, err);

    if (status == ENT_OK)
        path->shared[path->shared_count++] = shared;
    return status;
}

static bool counts(const ent_path_t *path, const ent_record_t *record)
{
    return ent_selection_judge(&ent_network_options(path->network)->selection, record) <=
           ENT_COUNTS_UNDATED;
}

static ent_status_t find_ties_outside(ent_path_t *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < ent_dataset_record_count(path->dataset); i++) {
        const ent_record_t *record = ent_dataset_record(path->dataset, (ent_id_t)i);

        if (counts(path, record) && crosses(path, record))
            ENT_TRY(add_shared(
                path, (ent_i_path_shared_t){.record = (ent_id_t)i, .actor = ENT_NONE}, err));
    }

cleanup:
    return status;
}

/* Somebody of a side who takes part in a body. */
typedef struct part {
    ent_id_t body; /* actors of the data set */
    ent_id_t who;
    int side;
    bool other; /* than A or B itself */
} part_t;

static int by_body(const void *left, const void *right)
{
    const part_t *x = left;
    const part_t *y = right;

    if (x->body != y->body)
        return COMPARE(x->body, y->body);
    if (x->side != y->side)
        return COMPARE(x->side, y->side);
    return x->other != y->other ? COMPARE(x->other, y->other) : COMPARE(x->who, y->who);
}

static void take_part(ent_i_path_shared_t *shared, const part_t *part)
{
    size_t *count = part->side == 0 ? &shared->here : &shared->there;
    ent_id_t *first = part->side == 0 ? shared->here_first : shared->there_first;

    if (*count < ENT_PATH_PARTNERS)
        first[*count] = part->who;
    ++*count;
}

static ent_status_t unite_parts(ent_path_t *path, const part_t *part, size_t count,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t next;

    for (size_t i = 0; i < count; i = next) {
        ent_i_path_shared_t shared = {.record = ENT_NONE, .actor = part[i].body};

        for (next = i; next < count && part[next].body == part[i].body; next++)
            if (next == i || by_body(&part[next - 1], &part[next]) != 0)
                take_part(&shared, &part[next]);
        if (shared.here > 0 && shared.there > 0)
            ENT_TRY(add_shared(path, shared, err));
    }

cleanup:
    return status;
}

static ent_status_t find_bodies(ent_path_t *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t records = ent_dataset_record_count(path->dataset);
    part_t *part = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&part, records, sizeof *part, err));
    for (size_t i = 0; i < records; i++) {
        const ent_record_t *record = ent_dataset_record(path->dataset, (ent_id_t)i);
        int side = on_side(path, 1, record->party[0]);

        if ((record->kind != ENT_TIE_MEMBERSHIP && record->kind != ENT_TIE_ATTENDANCE) ||
            !on_side(path, side, record->party[0]) || !counts(path, record))
            continue;
        part[count++] = (part_t){.body = record->party[1],
                                 .who = record->party[0],
                                 .side = side,
                                 .other = ent_network_vertex(path->network, record->party[0]) !=
                                          (side == 0 ? path->a : path->b)};
    }
    if (count > 0)
        qsort(part, count, sizeof *part, by_body);
    ENT_TRY(unite_parts(path, part, count, err));

cleanup:
    free(part);
    return status;
}

/* Of each side the best connected; in two modes, of different modes. */
static void find_central(ent_path_t *path)
{
    const ent_network_t *network = path->network;

    path->central[0] = path->central[1] = ENT_NONE;
    for (size_t i = 0; i < path->side[0].count; i++) {
        for (size_t j = 0; j < path->side[1].count; j++) {
            ent_id_t here = path->side[0].vertex[i];
            ent_id_t there = path->side[1].vertex[j];

            if (network->mode != NULL && network->mode[here] == network->mode[there])
                continue;
            path->central[0] = here;
            path->central[1] = there;
            return;
        }
    }
}

ent_status_t ent_i_path_apart(ent_path_t *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(find_side(path, 0, err));
    ENT_TRY(find_side(path, 1, err));
    ENT_TRY(find_aside(path, err));
    if (path->aside_count == 0 && !path->network->directed)
        ENT_TRY(find_chain(path, err));
    ENT_TRY(find_ties_outside(path, err));
    ENT_TRY(find_bodies(path, err));
    find_central(path);

cleanup:
    return status;
}

size_t ent_i_path_joined(const ent_path_t *path)
{
    return (size_t)path->side[0].distance[path->central[0]] + 1 +
           (size_t)path->side[1].distance[path->central[1]];
}

size_t ent_i_path_degree(const ent_path_t *path, ent_id_t vertex)
{
    return ent_i_degree(path->network, vertex);
}
