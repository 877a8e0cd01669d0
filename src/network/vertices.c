/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The vertices of a view: which there are, with the centres of stars, and what they are called. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "network/view.h"

/* The centre of a star: an agreement of more than two parties, as a vertex. */
typedef struct star {
    ent_id_t record;
    const char *id;
} star_t;

typedef struct stars {
    star_t *star;
    size_t count;
    size_t capacity;
} stars_t;

/* How many different vertices a record would have around it, counted to two. */
static size_t count_spokes(ent_i_view_t *view, ent_id_t record)
{
    size_t count;
    const ent_id_t *party = ent_i_view_parties(view, (size_t)record, &count);
    ent_id_t seen = ENT_NONE;

    for (size_t i = 0; i < count; i++) {
        ent_i_side_t side = ent_i_view_side(view, party[i]);

        for (size_t j = 0; j < ent_i_side_size(&side); j++) {
            ent_id_t actor = ent_i_side_at(&side, j);

            if (!view->chosen[actor] || actor == seen)
                continue;
            if (seen != ENT_NONE)
                return 2;
            seen = actor;
        }
    }
    return seen != ENT_NONE;
}

static ent_status_t find_stars(ent_i_view_t *view, stars_t *stars, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < view->record_count; i++) {
        size_t parties;

        (void)ent_i_view_parties(view, i, &parties);
        if (ent_i_view_tie(view, i)->kind != ENT_TIE_AGREEMENT || parties < 3 ||
            !ent_i_view_counts(view, i))
            continue;
        if (ent_i_view_projected(view)) {
            view->not_starred++;
            continue;
        }
        if (count_spokes(view, (ent_id_t)i) < 2)
            continue;
        ENT_TRY(ENT_GROW(stars->star, stars->count, stars->capacity, err));
        stars->star[stars->count++] = (star_t){
            .record = (ent_id_t)i, .id = ent_dataset_record(view->dataset, (ent_id_t)i)->id};
    }

cleanup:
    return status;
}

/* An id that nobody has: the one wanted, behind as many "agreement " as it takes. */
static ent_status_t claim_id(ent_i_view_t *view, ent_i_names_t *taken, star_t *star,
                             const char *wanted, ent_error_t *err)
{
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};
    ent_status_t status = ENT_OK;

    ent_i_text_puts(&text, wanted);
    ENT_TRY(ent_i_text_finish(&text, &blob, err));
    while (ent_i_names_find(taken, blob.bytes) != ENT_NONE) {
        ent_i_text_printf(&text, "agreement %s", blob.bytes);
        ent_blob_free(&blob);
        ENT_TRY(ent_i_text_finish(&text, &blob, err));
    }
    ENT_TRY(ent_i_names_add(taken, blob.bytes, 0, NULL, err));
    star->id = ent_i_arena_text(&view->network->arena, blob.bytes, blob.size);
    if (star->id == NULL)
        status = ent_i_no_memory(err);

cleanup:
    ent_i_text_free(&text);
    ent_blob_free(&blob);
    return status;
}

/* Agreements with an id of their own come first, so that no made one takes it from them. */
static ent_status_t name_stars(ent_i_view_t *view, stars_t *stars, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_names_t *taken = NULL;
    char made[32];
    int number = 0;

    ENT_TRY(ent_i_names_new(&taken, err));
    for (size_t i = 0; i < view->actor_count; i++)
        ENT_TRY(ent_i_names_add(taken, ent_dataset_actor(view->dataset, (ent_id_t)i)->id, 0, NULL,
                                err));
    for (size_t i = 0; i < stars->count; i++) {
        if (stars->star[i].id[0] != '\0')
            ENT_TRY(claim_id(view, taken, &stars->star[i], stars->star[i].id, err));
    }
    for (size_t i = 0; i < stars->count; i++) {
        if (stars->star[i].id[0] != '\0')
            continue;
        snprintf(made, sizeof made, "agreement %d", ++number);
        ENT_TRY(claim_id(view, taken, &stars->star[i], made, err));
    }

cleanup:
    ent_i_names_free(taken);
    return status;
}

static int compare_stars(const void *left, const void *right)
{
    const star_t *x = left;
    const star_t *y = right;

    return strcmp(x->id, y->id);
}

static ent_status_t make_room(ent_i_view_t *view, size_t stars, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = view->network;

    network->actor_count = stars;
    for (size_t i = 0; i < view->actor_count; i++)
        network->actor_count += view->chosen[i];
    if (network->actor_count > INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "A network holds at most %d actors.", INT32_MAX);
    ENT_TRY(ent_i_alloc(&network->actor, network->actor_count, sizeof *network->actor, err));
    ENT_TRY(ent_i_alloc(&network->vertex, view->actor_count, sizeof *network->vertex, err));
    if (stars > 0) {
        ENT_TRY(ent_i_alloc(&network->star, network->actor_count, sizeof *network->star, err));
        ENT_TRY(ent_i_alloc(&view->star, view->record_count, sizeof *view->star, err));
    }

cleanup:
    return status;
}

/* Merges actors, which the data set has in order of id, with the stars. */
static void number(ent_i_view_t *view, const stars_t *stars)
{
    ent_network_t *network = view->network;
    ent_id_t vertex = 0;
    size_t star = 0;

    for (size_t i = 0; i <= view->actor_count; i++) {
        bool end = i == view->actor_count;
        const char *id = end ? "" : ent_dataset_actor(view->dataset, (ent_id_t)i)->id;

        while (star < stars->count && (end || strcmp(stars->star[star].id, id) < 0)) {
            view->star[stars->star[star].record] = vertex;
            network->star[vertex] = stars->star[star++].id;
            network->actor[vertex++] = ENT_NONE;
        }
        if (end)
            break;
        network->vertex[i] = view->chosen[i] ? vertex : ENT_NONE;
        if (view->chosen[i])
            network->actor[vertex++] = (ent_id_t)i;
    }
}

static ent_status_t set_modes(ent_i_view_t *view, ent_error_t *err)
{
    ent_network_t *network = view->network;
    ent_kind_t second =
        view->options->view == ENT_VIEW_AFFILIATIONS ? ENT_KIND_NETWORK : ENT_KIND_EVENT;
    ent_status_t status = ent_i_alloc(&network->mode, network->actor_count, 1, err);

    for (size_t i = 0; status == ENT_OK && i < network->actor_count; i++)
        network->mode[i] = ent_i_view_kind(view, network->actor[i]) == second;
    return status;
}

ent_status_t ent_i_view_vertices(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    stars_t stars = {0};

    if (view->options->multiparty == ENT_MULTIPARTY_STAR &&
        (ent_i_view_kinds(view) & 1U << ENT_TIE_AGREEMENT) != 0)
        ENT_TRY(find_stars(view, &stars, err));
    if (stars.count > 0) {
        ENT_TRY(name_stars(view, &stars, err));
        qsort(stars.star, stars.count, sizeof *stars.star, compare_stars);
    }
    ENT_TRY(make_room(view, stars.count, err));
    for (size_t i = 0; view->star != NULL && i < view->record_count; i++)
        view->star[i] = ENT_NONE;
    number(view, &stars);
    if (view->options->view == ENT_VIEW_AFFILIATIONS || view->options->view == ENT_VIEW_EVENTS)
        ENT_TRY(set_modes(view, err));

cleanup:
    free(stars.star);
    return status;
}

const char *ent_network_vertex_id(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return "";
    if (network->actor[vertex] == ENT_NONE)
        return network->star[vertex];
    return ent_dataset_actor(network->dataset, network->actor[vertex])->id;
}

const char *ent_network_vertex_name(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return "";
    if (network->actor[vertex] == ENT_NONE)
        return network->star[vertex];
    return ent_dataset_actor(network->dataset, network->actor[vertex])->name;
}

ent_kind_t ent_network_vertex_kind(const ent_network_t *network, ent_id_t vertex)
{
    if (network->actor == NULL)
        return ENT_KIND_ACTOR;
    if (network->actor[vertex] == ENT_NONE)
        return ENT_KIND_AGREEMENT;
    return ent_dataset_actor(network->dataset, network->actor[vertex])->kind;
}
