/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours of marks: by kind, or by the values of an attribute or the groups of the network. */
#include <stdlib.h>
#include <string.h>

#include "entente/group.h"
#include "figure/plan.h"
#include "figure/words.h"
#include "network/network_i.h"

/* A value of the attribute and how many marks have it. */
typedef struct value {
    const char *text;
    size_t count;
    ent_i_color_t color;
} value_t;

static int commonest_first(const void *left, const void *right)
{
    const value_t *a = left;
    const value_t *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->text, b->text);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(((const value_t *)left)->text, ((const value_t *)right)->text);
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
                          "A network without tables has no attribute '%s' to colour by; use kind "
                          "or group.",
                          column);
    if (network->actor_count == 0)
        return ENT_OK;
    for (size_t v = 0; v < network->actor_count; v++) {
        if (attribute_of(network, (ent_id_t)v, column) != NULL)
            return ENT_OK;
    }
    return ent_i_fail(
        err, ENT_EINVAL,
        "No table of actors has a column '%s' to colour by; use kind, group, country, "
        "region or a column's name.",
        column);
}

static void add_tone(ent_i_plan_t *plan, const char *name, ent_i_color_t color, size_t count)
{
    if (count > 0)
        plan->tone[plan->tone_count++] =
            (ent_i_tone_t){.name = name, .color = color, .count = count};
}

/* Gives the commonest values a colour each and lists them for the legend; `text` is by mark, ""
 * where not given. */
static ent_status_t color_by_text(ent_i_plan_t *plan, const char *const *text,
                                  const ent_figure_options_t *options, ent_i_scene_t *scene,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    value_t *value = NULL;
    size_t values = 0, given = 0, other = 0, others = 0;

    ENT_TRY(ent_i_alloc(&value, plan->mark_count, sizeof *value, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (text[i][0] != '\0')
            value[given++] = (value_t){.text = text[i], .count = 1};
    }
    qsort(value, given, sizeof *value, by_text);
    for (size_t i = 0; i < given; i++) {
        if (values > 0 && strcmp(value[values - 1].text, value[i].text) == 0)
            value[values - 1].count++;
        else
            value[values++] = value[i];
    }
    qsort(value, values, sizeof *value, commonest_first);
    for (size_t i = 0; i < values; i++) {
        value[i].color = ent_i_palette(options->theme, i);
        if (i < ENT_PALETTE_COUNT) {
            add_tone(plan, value[i].text, value[i].color, value[i].count);
        } else {
            other += value[i].count;
            others++;
        }
    }
    add_tone(plan, ent_i_say(scene, ENT_SAY_OTHER, ent_i_say_count(scene, others), NULL, NULL),
             ent_i_ink(options->theme, ENT_OTHER), other);
    add_tone(plan, ent_i_say(scene, ENT_SAY_NOT_GIVEN, NULL, NULL, NULL),
             ent_i_ink(options->theme, ENT_MISSING), plan->mark_count - given);
    qsort(value, values, sizeof *value, by_text);
    for (size_t i = 0; i < plan->mark_count; i++) {
        value_t key = {.text = text[i]};
        const value_t *found = bsearch(&key, value, values, sizeof *value, by_text);

        plan->mark[i].color = found != NULL ? found->color : ent_i_ink(options->theme, ENT_MISSING);
    }

cleanup:
    free(value);
    return status;
}

static ent_status_t color_by_attribute(ent_i_plan_t *plan, const ent_network_t *network,
                                       const ent_figure_options_t *options, ent_i_scene_t *scene,
                                       ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *column = options->color_by;
    const char **text = NULL;

    ENT_TRY(check_attribute(network, column, err));
    ENT_TRY(ent_i_alloc(&text, plan->mark_count, sizeof *text, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        const char *cell = attribute_of(network, plan->mark[i].vertex, column);

        text[i] = cell != NULL ? ent_i_scene_name(scene, cell, 40) : "";
    }
    ENT_TRY(color_by_text(plan, text, options, scene, err));

cleanup:
    free(text);
    return status;
}

/* Groups keep their numbers: the largest is group 1; groups of one actor are "other". */
static ent_status_t color_by_group(ent_i_plan_t *plan, const ent_network_t *network,
                                   const ent_figure_options_t *options, ent_i_scene_t *scene,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_groups_t *found = NULL;
    const ent_groups_t *groups = options->groups;
    size_t drawn[ENT_PALETTE_COUNT] = {0};
    size_t other = 0, others = 0;

    if (groups == NULL) {
        ent_group_options_t how;

        ent_group_options_init(&how);
        how.seed = options->seed;
        ENT_TRY(ent_groups_find(&found, network, &how, err));
        groups = found;
    }
    for (size_t i = 0; i < plan->mark_count; i++) {
        size_t group = (size_t)groups->of[plan->mark[i].vertex];
        bool own = group < ENT_PALETTE_COUNT && groups->size[group] > 1;

        plan->mark[i].color =
            own ? ent_i_palette(options->theme, group) : ent_i_ink(options->theme, ENT_OTHER);
        if (own)
            drawn[group]++;
        else
            other++;
    }
    for (size_t g = 0; g < groups->count; g++) {
        if (g < ENT_PALETTE_COUNT && groups->size[g] > 1)
            add_tone(plan,
                     ent_i_say(scene, ENT_SAY_GROUP, ent_i_say_count(scene, g + 1), NULL, NULL),
                     ent_i_palette(options->theme, g), drawn[g]);
        else
            others++;
    }
    add_tone(plan, ent_i_say(scene, ENT_SAY_OTHER, ent_i_say_count(scene, others), NULL, NULL),
             ent_i_ink(options->theme, ENT_OTHER), other);

cleanup:
    ent_groups_free(found);
    return status;
}

ent_status_t ent_i_plan_colors(ent_i_plan_t *plan, const ent_network_t *network,
                               const ent_figure_options_t *options, ent_i_scene_t *scene,
                               ent_error_t *err)
{
    const char *by = options->color_by != NULL ? options->color_by : "kind";

    if (strcmp(by, "group") == 0)
        return color_by_group(plan, network, options, scene, err);
    if (strcmp(by, "kind") != 0)
        return color_by_attribute(plan, network, options, scene, err);
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[i].color = ent_i_kind_color(options->theme, plan->mark[i].kind);
    return ENT_OK;
}
