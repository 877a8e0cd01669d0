/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours of marks: by kind, or by the values of an attribute or the groups of the network. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "figure/parting.h"
#include "figure/plan.h"
#include "figure/words.h"

/* The tones of an attribute's values. */
typedef struct tones {
    size_t *of; /* by value */
    size_t missing;
} tones_t;

static size_t add_tone(ent_i_plan_t *plan, const char *name, ent_i_color_t color, bool dotted,
                       size_t count)
{
    plan->tone[plan->tone_count] =
        (ent_i_tone_t){.name = name, .color = color, .dotted = dotted, .count = count};
    return plan->tone_count++;
}

/* The marks, and behind them the members of fans. */
static ent_i_mark_t *any_mark(ent_i_plan_t *plan, size_t index)
{
    return index < plan->mark_count ? &plan->mark[index]
                                    : &plan->fan[index - plan->mark_count].mark;
}

/* Gives the first values of the parting a colour each, if two actors or more (of an attribute: one)
 * have it; the others share one. */
static void make_tones(ent_i_plan_t *plan, tones_t *tones, const ent_i_parting_t *parting,
                       size_t actors, const ent_figure_options_t *options, ent_i_scene_t *scene)
{
    size_t colors = ent_i_palette_count(options);
    size_t least = strcmp(options->color_by, "group") == 0 ? 2 : 1;
    size_t others = 0, other = 0, missing = actors;

    for (size_t i = 0; i < parting->count; i++) {
        const ent_i_value_t *value = &parting->value[i];

        missing -= value->count;
        tones->of[i] = SIZE_MAX;
        if (i < colors && value->count >= least) {
            tones->of[i] = add_tone(plan, value->text, ent_i_palette(options, i),
                                    ent_i_palette_dotted(options, i), value->count);
        } else {
            other += value->count;
            others++;
        }
    }
    for (size_t i = 0; i < parting->count; i++) {
        if (tones->of[i] == SIZE_MAX)
            tones->of[i] = plan->tone_count;
    }
    if (others > 0)
        add_tone(plan, ent_i_say(scene, ENT_SAY_OTHER, ent_i_say_count(scene, others), NULL, NULL),
                 ent_i_palette(options, colors), ent_i_palette_dotted(options, colors), other);
    if (missing > 0)
        tones->missing = add_tone(plan, ent_i_say(scene, ENT_SAY_NOT_GIVEN, NULL, NULL, NULL),
                                  ent_i_not_given(options), false, missing);
}

static void set_tone(ent_i_mark_t *mark, const ent_i_plan_t *plan, const tones_t *tones,
                     const ent_i_parting_t *parting)
{
    ent_id_t value = parting->of[mark->vertex];
    const ent_i_tone_t *tone = &plan->tone[value == ENT_NONE ? tones->missing : tones->of[value]];

    mark->color = tone->color;
    mark->dotted = tone->dotted;
    mark->toned = tone->name;
}

/* Keeps a tone's place in the legend. */
static void show_tone(ent_i_plan_t *plan, const char *name)
{
    for (size_t i = 0; i < plan->tone_count; i++)
        plan->tone[i].drawn |= plan->tone[i].name == name;
}

static bool is_same(ent_i_color_t a, ent_i_color_t b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Gives the mark that members are folded into their colour, as long as all have the same. */
static void fold_color(ent_i_mark_t *hub, const ent_i_mark_t *member,
                       const ent_figure_options_t *options)
{
    bool first = hub->folded_color.alpha == 0;
    /* too small for a dot or an outline */
    bool plain = !member->dotted && !is_same(member->color, ent_i_ink(options->theme, ENT_PAPER));

    if (first ? plain
              : plain && is_same(hub->folded_color, member->color) &&
                    hub->folded_toned == member->toned) {
        hub->folded_color = member->color;
        hub->folded_toned = member->toned;
    } else {
        hub->folded_color = ent_i_ink(options->theme, ENT_OTHER);
        hub->folded_toned = NULL;
    }
}

/* Colours all that is drawn, rays for folded members too. */
static void color_all(ent_i_plan_t *plan, const ent_network_t *network, const ent_id_t *hub_of,
                      const ent_figure_options_t *options, const tones_t *tones,
                      const ent_i_parting_t *parting)
{
    for (size_t i = 0; i < plan->mark_count + plan->fan_count; i++) {
        ent_i_mark_t *mark = any_mark(plan, i);

        mark->color = ent_i_kind_color(options, mark->kind);
        if (tones != NULL)
            set_tone(mark, plan, tones, parting);
        show_tone(plan, mark->toned);
    }
    for (size_t v = 0; v < ent_network_actor_count(network); v++) {
        ent_kind_t kind = ent_network_vertex_kind(network, (ent_id_t)v);
        ent_i_mark_t member = {.vertex = (ent_id_t)v, .color = ent_i_kind_color(options, kind)};

        if (hub_of[v] == ENT_NONE || plan->mark_of[hub_of[v]] == ENT_NONE ||
            plan->mark_of[v] != ENT_NONE)
            continue;
        if (tones != NULL)
            set_tone(&member, plan, tones, parting);
        fold_color(&plan->mark[plan->mark_of[hub_of[v]]], &member, options);
    }
    for (size_t i = 0; i < plan->mark_count; i++)
        show_tone(plan, plan->mark[i].folded_toned);
}

ent_status_t ent_i_plan_colors(ent_i_plan_t *plan, const ent_network_t *network,
                               const ent_id_t *hub_of, const ent_figure_options_t *options,
                               ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *by = options->color_by != NULL ? options->color_by : "kind";
    ent_i_parting_t parting = {0};
    tones_t tones = {0};

    if (strcmp(by, "kind") == 0) {
        color_all(plan, network, hub_of, options, NULL, NULL);
        return ENT_OK;
    }
    ENT_TRY(ent_i_parting_init(&parting, network, by, options, scene, err));
    ENT_TRY(ent_i_alloc(&tones.of, parting.count, sizeof *tones.of, err));
    make_tones(plan, &tones, &parting, ent_network_actor_count(network), options, scene);
    color_all(plan, network, hub_of, options, &tones, &parting);

cleanup:
    free(tones.of);
    ent_i_parting_free(&parting);
    return status;
}
