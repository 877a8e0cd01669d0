/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/blocs.h"

#include <stdlib.h>
#include <string.h>

#include "figure/words.h"
#include "network/network_i.h"

/* A value while blocs are chosen. */
typedef struct candidate {
    size_t value; /* of the parting */
    ent_i_bloc_t bloc;
    bool own; /* it may have a bloc of its own */
} candidate_t;

static int most_tied_first(const void *left, const void *right)
{
    const candidate_t *a = left;
    const candidate_t *b = right;

    if (a->bloc.total != b->bloc.total)
        return a->bloc.total > b->bloc.total ? -1 : 1;
    return a->value < b->value ? -1 : a->value > b->value;
}

const char *ent_i_blocs_default(const ent_network_t *network)
{
    for (size_t v = 0; v < network->actor_count && network->dataset != NULL; v++) {
        ent_id_t actor = ent_network_actor(network, (ent_id_t)v);
        const char *country =
            actor == ENT_NONE ? NULL : ent_dataset_attribute(network->dataset, actor, "country");

        if (country != NULL && country[0] != '\0')
            return "country";
    }
    return network->directed ? "kind" : "group"; /* groups are defined without directions only */
}

/* Countries by their names, where we know them in the figure's language. */
static const char *spoken(ent_i_scene_t *scene, const char *by, const char *text)
{
    const char *name = strcmp(by, "country") == 0 ? ent_country_name(text, scene->language) : NULL;

    return name != NULL ? ent_i_scene_copy(scene, name) : text;
}

/* Parts the actors by kind, as ent_i_parting_init() does by other things. */
static ent_status_t part_by_kind(ent_i_parting_t *parting, const ent_network_t *network,
                                 ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&parting->of, network->actor_count, sizeof *parting->of, err));
    ENT_TRY(ent_i_alloc(&parting->value, ENT_KIND_COUNT, sizeof *parting->value, err));
    parting->count = ENT_KIND_COUNT;
    for (size_t k = 0; k < ENT_KIND_COUNT; k++)
        parting->value[k].text =
            ent_i_say(scene, (ent_i_word_t)(ENT_SAY_KINDS + (int)k), NULL, NULL, NULL);
    for (size_t v = 0; v < network->actor_count; v++) {
        parting->of[v] = (ent_id_t)ent_network_vertex_kind(network, (ent_id_t)v);
        parting->value[parting->of[v]].count++;
    }

cleanup:
    return status;
}

/* The values as candidates, with their colours and ties. */
static void describe(candidate_t *candidate, const ent_i_parting_t *parting,
                     const ent_network_t *network, const ent_figure_options_t *options,
                     ent_i_scene_t *scene)
{
    const char *by = options->color_by;
    bool kinds = strcmp(by, "kind") == 0;
    size_t least = strcmp(by, "group") == 0 ? 2 : 1; /* as marks are coloured */

    for (size_t i = 0; i < parting->count; i++) {
        bool colored = i < ent_i_palette_count(options) && parting->value[i].count >= least;

        candidate[i] = (candidate_t){.value = i, .own = kinds || colored};
        candidate[i].bloc = (ent_i_bloc_t){
            .name = spoken(scene, by, parting->value[i].text),
            .actors = parting->value[i].count,
            .values = 1,
            .color = kinds ? ent_i_kind_color(options, (ent_kind_t)i)
                           : ent_i_palette(options, colored ? i : ent_i_palette_count(options))};
    }
    for (size_t t = 0; t < network->tie_count; t++) {
        ent_id_t a = parting->of[network->a[t]], b = parting->of[network->b[t]];

        if (a != ENT_NONE)
            candidate[a].bloc.total += network->weight[t];
        if (b != ENT_NONE && b != a)
            candidate[b].bloc.total += network->weight[t];
    }
}

/* Gives the first candidates blocs; `become` says by value which. */
static void take(ent_i_blocs_t *blocs, const candidate_t *candidate, size_t count, size_t most,
                 size_t *become, ent_i_color_t grey, ent_i_scene_t *scene)
{
    ent_i_bloc_t rest = {.color = grey};
    size_t left = 0;

    for (size_t i = 0; i < count; i++)
        left += candidate[i].own && candidate[i].bloc.actors > 0;
    if (left == most + 1)
        most++; /* one alone is no rest */
    for (size_t i = 0; i < count; i++) {
        const ent_i_bloc_t *own = &candidate[i].bloc;

        if (own->actors == 0)
            continue;
        if (candidate[i].own && blocs->count < most) {
            become[candidate[i].value] = blocs->count;
            blocs->bloc[blocs->count++] = *own;
            continue;
        }
        become[candidate[i].value] = SIZE_MAX;
        rest.actors += own->actors;
        rest.values++;
    }
    blocs->rest = SIZE_MAX;
    if (rest.values > 0) {
        rest.name =
            ent_i_say(scene, ENT_SAY_OTHER, ent_i_say_count(scene, rest.values), NULL, NULL);
        blocs->rest = blocs->count;
        blocs->bloc[blocs->count++] = rest;
    }
    for (size_t i = 0; i < count; i++) {
        size_t *own = &become[candidate[i].value];

        *own = *own == SIZE_MAX ? blocs->rest : *own;
    }
}

static void count_ties(ent_i_blocs_t *blocs, const ent_network_t *network)
{
    for (size_t i = 0; i < blocs->count; i++)
        blocs->bloc[i].total = 0;
    for (size_t t = 0; t < network->tie_count; t++) {
        ent_i_bloc_t *a = &blocs->bloc[blocs->of[network->a[t]]];
        ent_i_bloc_t *b = &blocs->bloc[blocs->of[network->b[t]]];

        a->total += network->weight[t];
        a->ties++;
        if (a == b) {
            a->within += network->weight[t];
            a->ties_within++;
        } else {
            b->total += network->weight[t];
            b->ties++;
        }
        blocs->missing_ties +=
            a == blocs->bloc + blocs->missing || b == blocs->bloc + blocs->missing;
    }
}

ent_status_t ent_i_blocs_find(ent_i_blocs_t *blocs, const ent_network_t *network,
                              const ent_figure_options_t *options, ent_i_choice_t choice,
                              size_t most, ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_parting_t parting = {0};
    candidate_t *candidate = NULL;
    size_t *become = NULL;
    size_t missing = 0;

    if (strcmp(options->color_by, "kind") == 0)
        ENT_TRY(part_by_kind(&parting, network, scene, err));
    else
        ENT_TRY(ent_i_parting_init(&parting, network, options->color_by, options, scene, err));
    ENT_TRY(ent_i_alloc(&candidate, parting.count, sizeof *candidate, err));
    ENT_TRY(ent_i_alloc(&become, parting.count, sizeof *become, err));
    ENT_TRY(ent_i_alloc(&blocs->of, network->actor_count, sizeof *blocs->of, err));
    ENT_TRY(ent_i_alloc(&blocs->bloc, parting.count + 2, sizeof *blocs->bloc, err));
    describe(candidate, &parting, network, options, scene);
    if (choice == ENT_CHOOSE_TIED) {
        for (size_t i = 0; i < parting.count; i++)
            candidate[i].own = true;
        qsort(candidate, parting.count, sizeof *candidate, most_tied_first);
    }
    take(blocs, candidate, parting.count, most, become,
         ent_i_palette(options, ent_i_palette_count(options)), scene);
    for (size_t v = 0; v < network->actor_count; v++) {
        missing += parting.of[v] == ENT_NONE;
        blocs->of[v] = parting.of[v] == ENT_NONE ? blocs->count : become[parting.of[v]];
    }
    blocs->missing = blocs->count;
    if (missing > 0)
        blocs->bloc[blocs->count++] =
            (ent_i_bloc_t){.name = ent_i_say(scene, ENT_SAY_NOT_GIVEN, NULL, NULL, NULL),
                           .color = ent_i_not_given(options),
                           .actors = missing,
                           .values = 1};
    count_ties(blocs, network);

cleanup:
    ent_i_parting_free(&parting);
    free(candidate);
    free(become);
    return status;
}

void ent_i_blocs_free(ent_i_blocs_t *blocs)
{
    free(blocs->bloc);
    free(blocs->of);
    memset(blocs, 0, sizeof *blocs);
}

ent_status_t ent_i_blocs_table(double **table, const ent_i_blocs_t *blocs,
                               const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(table, blocs->count * blocs->count, sizeof **table, err));
    for (size_t t = 0; t < network->tie_count; t++) {
        size_t a = blocs->of[network->a[t]], b = blocs->of[network->b[t]];

        (*table)[a * blocs->count + b] += network->weight[t];
        if (a != b)
            (*table)[b * blocs->count + a] += network->weight[t];
    }

cleanup:
    return status;
}
