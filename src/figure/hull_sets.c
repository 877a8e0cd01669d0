/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which marks the outlines go about. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "figure/parting.h"
#include "figure/plan.h"
#include "network/network_i.h"

/* A set that may get an outline. */
typedef struct candidate {
    size_t count; /* marks */
    size_t place; /* of the value, or the vertex of the network */
} candidate_t;

/* Sets by vertex of a network are many and may overlap: whoever belongs to one is listed by pair.
 */
typedef struct belonging {
    ent_id_t network;
    ent_id_t mark;
} belonging_t;

typedef struct belongings {
    belonging_t *pair;
    size_t count;
    size_t capacity;
} belongings_t;

static ent_status_t add_set(ent_i_plan_t *plan, ent_i_hull_set_t set,
                            const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (plan->hull_count == ent_i_palette_count(options)) {
        plan->hull_more++;
        return ENT_OK;
    }
    ENT_TRY(ent_i_alloc(&set.member, plan->mark_count, sizeof *set.member, err));
    plan->hull[plan->hull_count++] = set;

cleanup:
    return status;
}

static bool is_number(const char *text)
{
    char *end = NULL;

    g_ascii_strtod(text, &end);
    return end != text && *end == '\0';
}

/* Refuses a column of measured numbers, as of inhabitants: equal ones are equal by chance. */
static ent_status_t check_values(const ent_i_parting_t *parting,
                                 const ent_figure_options_t *options, ent_error_t *err)
{
    size_t numbers = 0;

    for (size_t i = 0; i < parting->count; i++)
        numbers += is_number(parting->value[i].text);
    if (numbers < parting->count || numbers <= ent_i_palette_count(options))
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "A hull goes about actors that share a value, but '%s' is a column of %zu "
                      "different numbers; take group, kind, network, country, region or another "
                      "column of few values.",
                      options->hull, numbers);
}

/* Values have the colours that marks would have by them. */
static ent_status_t sets_by_value(ent_i_plan_t *plan, const ent_network_t *network,
                                  const ent_figure_options_t *options, ent_i_scene_t *scene,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_parting_t parting = {0};
    size_t *drawn = NULL;

    ENT_TRY(ent_i_parting_init(&parting, network, options->hull, options, scene, err));
    ENT_TRY(check_values(&parting, options, err));
    ENT_TRY(ent_i_alloc(&drawn, parting.count, sizeof *drawn, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (parting.of[plan->mark[i].vertex] != ENT_NONE)
            drawn[parting.of[plan->mark[i].vertex]]++;
    }
    for (size_t value = 0; value < parting.count; value++) {
        size_t sets = plan->hull_count;
        ent_i_hull_set_t set = {.name = parting.value[value].text,
                                .vertex = ENT_NONE,
                                .color = ent_i_palette(options, value),
                                .count = drawn[value]};

        if (drawn[value] < 2)
            continue;
        if (value >= ent_i_palette_count(options)) {
            plan->hull_more++;
            continue;
        }
        ENT_TRY(add_set(plan, set, options, err));
        for (size_t i = 0; i < plan->mark_count && plan->hull_count > sets; i++)
            plan->hull[sets].member[i] = parting.of[plan->mark[i].vertex] == (ent_id_t)value;
    }

cleanup:
    ent_i_parting_free(&parting);
    free(drawn);
    return status;
}

static ent_status_t add_pair(belongings_t *all, ent_id_t network, ent_id_t mark, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(all->pair, all->count, all->capacity, err));
    all->pair[all->count++] = (belonging_t){network, mark};

cleanup:
    return status;
}

static int by_network(const void *left, const void *right)
{
    const belonging_t *a = left;
    const belonging_t *b = right;

    if (a->network != b->network)
        return a->network < b->network ? -1 : 1;
    return a->mark < b->mark ? -1 : a->mark > b->mark;
}

/* Who belongs to which network by a membership that counts; a network that is drawn is with its
 * members. Each pair once. */
static ent_status_t list_memberships(belongings_t *all, const ent_i_plan_t *plan,
                                     const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t kept = 0;

    for (size_t t = 0; t < network->tie_count; t++) {
        for (size_t i = 0; i < ent_network_tie_record_count(network, t); i++) {
            const ent_record_t *record =
                ent_dataset_record(network->dataset, ent_network_tie_record(network, t, i));
            ent_id_t of = record->kind == ENT_TIE_MEMBERSHIP
                              ? ent_network_vertex(network, record->party[1])
                              : ENT_NONE;
            ent_id_t member =
                of != ENT_NONE ? ent_network_vertex(network, record->party[0]) : ENT_NONE;

            if (member == ENT_NONE || plan->mark_of[member] == ENT_NONE)
                continue;
            ENT_TRY(add_pair(all, of, plan->mark_of[member], err));
            if (plan->mark_of[of] != ENT_NONE)
                ENT_TRY(add_pair(all, of, plan->mark_of[of], err));
        }
    }
    if (all->count > 0)
        qsort(all->pair, all->count, sizeof *all->pair, by_network);
    for (size_t i = 0; i < all->count; i++) {
        if (kept == 0 || by_network(&all->pair[kept - 1], &all->pair[i]) != 0)
            all->pair[kept++] = all->pair[i];
    }
    all->count = kept;

cleanup:
    return status;
}

static int largest_first(const void *left, const void *right)
{
    const candidate_t *a = left;
    const candidate_t *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* Whether its members wear a ring that says the same as an outline. */
static bool is_badge(const ent_i_plan_t *plan, ent_id_t network)
{
    for (size_t b = 0; b < plan->badge_count; b++) {
        if (plan->badge[b].vertex == network)
            return true;
    }
    return false;
}

static ent_status_t sets_by_network(ent_i_plan_t *plan, const ent_network_t *network,
                                    const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    belongings_t all = {0};
    candidate_t *candidate = NULL;
    size_t candidates = 0;

    ENT_TRY(list_memberships(&all, plan, network, err));
    ENT_TRY(ent_i_alloc(&candidate, network->actor_count, sizeof *candidate, err));
    for (size_t i = 0; i < all.count; i++) {
        if (i == 0 || all.pair[i].network != all.pair[i - 1].network)
            candidate[candidates++] = (candidate_t){0, (size_t)all.pair[i].network};
        candidate[candidates - 1].count++;
    }
    qsort(candidate, candidates, sizeof *candidate, largest_first);
    for (size_t c = 0; c < candidates && candidate[c].count > 1; c++) {
        size_t sets = plan->hull_count;
        bool others = c > 0 || (c + 1 < candidates && candidate[c + 1].count > 1);
        ent_i_hull_set_t set = {.vertex = (ent_id_t)candidate[c].place,
                                .color = ent_i_palette(options, sets),
                                .count = candidate[c].count};

        if (others && is_badge(plan, set.vertex))
            continue;
        ENT_TRY(add_set(plan, set, options, err));
        for (size_t i = 0; i < all.count && plan->hull_count > sets; i++) {
            if (all.pair[i].network == set.vertex)
                plan->hull[sets].member[all.pair[i].mark] = true;
        }
    }

cleanup:
    free(all.pair);
    free(candidate);
    return status;
}

ent_status_t ent_i_plan_hulls(ent_i_plan_t *plan, const ent_network_t *network,
                              const ent_figure_options_t *options, ent_i_scene_t *scene,
                              ent_error_t *err)
{
    if (options->hull == NULL)
        return ENT_OK;
    if (strcmp(options->hull, "network") == 0)
        return sets_by_network(plan, network, options, err);
    return sets_by_value(plan, network, options, scene, err);
}
