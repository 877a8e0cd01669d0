/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a figure says in one of its places. */
#ifndef ENT_TESTS_UNIT_TEXT_OF_H
#define ENT_TESTS_UNIT_TEXT_OF_H

#include <stdio.h>
#include <string.h>

#include "figure/figure_i.h"
#include "figure/scene.h"
#include "unit/unit.h"

/* All text of a class, a blank between lines. */
static inline void text_of(char *out, size_t size, const ent_figure_t *figure, const char *class)
{
    const ent_i_scene_t *scene = ent_i_figure_scene(figure);
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (item->shape == ENT_SHAPE_TEXT && item->class != NULL && strcmp(item->class, class) == 0)
            used +=
                (size_t)snprintf(out + used, size - used, "%s%s", used > 0 ? " " : "", item->text);
        assert_true(used < size);
    }
}

#endif
