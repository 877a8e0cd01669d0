/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colours of marks: by kind, or by the values of an attribute or the groups of the network. */
#include <stdlib.h>
#include <string.h>

#include "figure/parting.h"
#include "figure/plan.h"
#include "figure/words.h"

/* What a value's marks look like, and how many there are. */
typedef struct look {
    size_t tone; /* of the plan */
    size_t drawn;
    bool own; /* it has a colour of its own */
} look_t;

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
static ent_status_t color_by_value(ent_i_plan_t *plan, const ent_i_parting_t *parting, size_t least,
                                   const ent_figure_options_t *options, ent_i_scene_t *scene,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t colors = ent_i_palette_count(options);
    look_t *look = NULL;
    size_t other = 0, others = 0, missing = 0;
    size_t tone_of_other = 0, tone_of_missing = 0;

    ENT_TRY(ent_i_alloc(&look, parting->count, sizeof *look, err));
    for (size_t i = 0; i < plan->mark_count + plan->fan_count; i++) {
        ent_id_t value = parting->of[any_mark(plan, i)->vertex];

        if (value == ENT_NONE)
            missing++;
        else
            look[value].drawn++;
    }
    for (size_t i = 0; i < parting->count; i++) {
        look[i].own = i < colors && parting->value[i].count >= least;
        if (look[i].own && look[i].drawn > 0) {
            look[i].tone = add_tone(plan, parting->value[i].text, ent_i_palette(options, i),
                                    ent_i_palette_dotted(options, i), look[i].drawn);
        } else if (!look[i].own) {
            other += look[i].drawn;
            others++;
        }
    }
    if (other > 0)
        tone_of_other = add_tone(
            plan, ent_i_say(scene, ENT_SAY_OTHER, ent_i_say_count(scene, others), NULL, NULL),
            ent_i_palette(options, colors), ent_i_palette_dotted(options, colors), other);
    if (missing > 0)
        tone_of_missing = add_tone(plan, ent_i_say(scene, ENT_SAY_NOT_GIVEN, NULL, NULL, NULL),
                                   ent_i_not_given(options), false, missing);
    for (size_t i = 0; i < plan->mark_count + plan->fan_count; i++) {
        ent_i_mark_t *mark = any_mark(plan, i);
        ent_id_t value = parting->of[mark->vertex];
        size_t tone = value == ENT_NONE ? tone_of_missing
                      : look[value].own ? look[value].tone
                                        : tone_of_other;

        mark->color = plan->tone[tone].color;
        mark->dotted = plan->tone[tone].dotted;
        mark->toned = plan->tone[tone].name;
    }

cleanup:
    free(look);
    return status;
}

ent_status_t ent_i_plan_colors(ent_i_plan_t *plan, const ent_network_t *network,
                               const ent_figure_options_t *options, ent_i_scene_t *scene,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *by = options->color_by != NULL ? options->color_by : "kind";
    ent_i_parting_t parting = {0};

    for (size_t i = 0; i < plan->mark_count + plan->fan_count; i++)
        any_mark(plan, i)->color = ent_i_kind_color(options, any_mark(plan, i)->kind);
    if (strcmp(by, "kind") == 0)
        return ENT_OK;
    ENT_TRY(ent_i_parting_init(&parting, network, by, options, scene, err));
    ENT_TRY(color_by_value(plan, &parting, strcmp(by, "group") == 0 ? 2 : 1, options, scene, err));

cleanup:
    ent_i_parting_free(&parting);
    return status;
}
