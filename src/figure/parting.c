/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/parting.h"

#include <stdlib.h>
#include <string.h>

#include "entente/group.h"
#include "figure/words.h"
#include "network/network_i.h"

enum { LONGEST_VALUE = 40 };

/* Actors and ties that all runs for groups may go through, about half a second, and the runs that
 * are made of any network. */
enum { MOST_WORK = 500000, LEAST_RUNS = 10 };

/* A vertex and its text, or a value in the making. */
typedef struct said {
    const char *text;
    size_t count;
    ent_id_t rank; /* among the values, commonest first */
} said_t;

static int commonest_first(const void *left, const void *right)
{
    const said_t *a = left;
    const said_t *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->text, b->text);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(((const said_t *)left)->text, ((const said_t *)right)->text);
}

/* The text of an attribute of a vertex: NULL when nobody has the column, "" when not given. */
static const char *attribute_of(const ent_network_t *network, ent_id_t vertex, const char *column)
{
    ent_id_t actor = ent_network_actor(network, vertex);

    if (actor == ENT_NONE)
        return NULL;
    return ent_dataset_attribute(ent_network_dataset(network), actor, column);
}

static ent_status_t check_attribute(const ent_network_t *network, const char *column,
                                    ent_error_t *err)
{
    if (network->dataset == NULL)
        return ent_i_fail(err, ENT_EINVAL,
                          "A network without tables has no attribute '%s' to tell actors apart by; "
                          "use kind or group.",
                          column);
    if (network->actor_count == 0)
        return ENT_OK;
    for (size_t v = 0; v < network->actor_count; v++) {
        if (attribute_of(network, (ent_id_t)v, column) != NULL)
            return ENT_OK;
    }
    return ent_i_fail(
        err, ENT_EINVAL,
        "No table of actors has a column '%s' to tell actors apart by; use kind, group, "
        "country, region or a column's name.",
        column);
}

/* Sorts the texts, keeps each once with its count and ranks them; returns how many there are. */
static size_t rank_values(said_t *said, size_t given)
{
    size_t values = 0;

    qsort(said, given, sizeof *said, by_text);
    for (size_t i = 0; i < given; i++) {
        if (values > 0 && strcmp(said[values - 1].text, said[i].text) == 0)
            said[values - 1].count++;
        else
            said[values++] = said[i];
    }
    qsort(said, values, sizeof *said, commonest_first);
    for (size_t i = 0; i < values; i++)
        said[i].rank = (ent_id_t)i;
    return values;
}

/* What the tables call the values in the figure's language: "region_es" beside "region", taken from
 * the first actor that has a value and says it. */
static void translate(ent_i_parting_t *parting, const ent_network_t *network, const char *column,
                      ent_i_scene_t *scene)
{
    const char *language = scene->language != NULL ? scene->language : "en";
    const char *other = NULL;
    bool *said = ent_i_arena_alloc(&scene->arena, parting->count * sizeof *said + 1);

    if (said == NULL) {
        scene->failed = true;
        return;
    }
    memset(said, 0, parting->count * sizeof *said);
    other = ent_i_scene_printf(scene, "%s_%.*s", column, (int)strcspn(language, "-"), language);
    for (size_t v = 0; v < network->actor_count; v++) {
        ent_id_t value = parting->of[v];
        const char *cell =
            value == ENT_NONE || said[value] ? NULL : attribute_of(network, (ent_id_t)v, other);

        if (cell == NULL || cell[0] == '\0')
            continue;
        parting->value[value].text = ent_i_scene_name(scene, cell, LONGEST_VALUE);
        said[value] = true;
    }
}

static ent_status_t part_by_column(ent_i_parting_t *parting, const ent_network_t *network,
                                   const char *column, ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = network->actor_count;
    const char **text = NULL;
    said_t *said = NULL;
    size_t given = 0;

    ENT_TRY(check_attribute(network, column, err));
    ENT_TRY(ent_i_alloc(&text, n, sizeof *text, err));
    ENT_TRY(ent_i_alloc(&said, n, sizeof *said, err));
    for (size_t v = 0; v < n; v++) {
        const char *cell = attribute_of(network, (ent_id_t)v, column);

        text[v] = cell != NULL ? ent_i_scene_name(scene, cell, LONGEST_VALUE) : "";
        if (text[v][0] != '\0')
            said[given++] = (said_t){.text = text[v], .count = 1};
    }
    parting->count = rank_values(said, given);
    ENT_TRY(ent_i_alloc(&parting->value, parting->count, sizeof *parting->value, err));
    for (size_t i = 0; i < parting->count; i++)
        parting->value[i] = (ent_i_value_t){said[i].text, said[i].count};
    qsort(said, parting->count, sizeof *said, by_text);
    for (size_t v = 0; v < n; v++) {
        said_t key = {.text = text[v]};
        const said_t *found = bsearch(&key, said, parting->count, sizeof *said, by_text);

        parting->of[v] = found != NULL ? found->rank : ENT_NONE;
    }
    translate(parting, network, column, scene);

cleanup:
    free(text);
    free(said);
    return status;
}

ent_status_t ent_i_parting_groups(ent_groups_t **groups, const ent_network_t *network,
                                  const ent_figure_options_t *options, ent_error_t *err)
{
    ent_group_options_t how;
    size_t most = MOST_WORK / (network->actor_count + network->tie_count + 1);

    ent_group_options_init(&how);
    how.seed = options->seed;
    if (most < how.runs)
        how.runs = most > LEAST_RUNS ? most : LEAST_RUNS;
    if (options->layout == ENT_LAYOUT_MATRIX && network->directed)
        how.method = ENT_GROUP_COMPONENTS;
    return ent_groups_find(groups, network, &how, err);
}

/* Groups keep their numbers: the largest is group 1. */
static ent_status_t part_by_group(ent_i_parting_t *parting, const ent_network_t *network,
                                  const ent_figure_options_t *options, ent_i_scene_t *scene,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_groups_t *found = NULL;
    const ent_groups_t *groups = options->groups;

    if (groups == NULL) {
        ENT_TRY(ent_i_parting_groups(&found, network, options, err));
        groups = found;
    }
    ENT_TRY(ent_i_alloc(&parting->value, groups->count, sizeof *parting->value, err));
    parting->count = groups->count;
    for (size_t g = 0; g < groups->count; g++)
        parting->value[g] = (ent_i_value_t){
            ent_i_say(scene, ENT_SAY_GROUP, ent_i_say_count(scene, g + 1), NULL, NULL),
            groups->size[g]};
    for (size_t v = 0; v < network->actor_count; v++)
        parting->of[v] = (ent_id_t)groups->of[v];

cleanup:
    ent_groups_free(found);
    return status;
}

ent_status_t ent_i_parting_init(ent_i_parting_t *parting, const ent_network_t *network,
                                const char *by, const ent_figure_options_t *options,
                                ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&parting->of, network->actor_count, sizeof *parting->of, err));
    if (strcmp(by, "group") == 0)
        ENT_TRY(part_by_group(parting, network, options, scene, err));
    else
        ENT_TRY(part_by_column(parting, network, by, scene, err));

cleanup:
    return status;
}

void ent_i_parting_free(ent_i_parting_t *parting)
{
    free(parting->value);
    free(parting->of);
    *parting = (ent_i_parting_t){0};
}
