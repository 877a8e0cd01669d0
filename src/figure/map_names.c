/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names on maps. */
#include <stdlib.h>

#include "figure/map_i.h"

/* Discs that no name may cover; leaders may cross the dots, as they recede. */
static size_t find_discs(const ent_i_atlas_t *atlas, const ent_i_map_t *map, ent_i_point_t *disc,
                         double *radius, bool *soft)
{
    const ent_i_page_t *page = atlas->page;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        disc[i] = (ent_i_point_t){-1e6, -1e6};
        radius[i] = 0;
        soft[i] = !atlas->prominent[i];
        if (page->shown[i]) {
            disc[i] = ent_i_map_project(map, atlas->latitude[i], atlas->longitude[i]);
            radius[i] = page->plan.mark[i].radius;
        }
    }
    return page->plan.mark_count;
}

ent_status_t ent_i_name_map(ent_i_atlas_t *atlas, const ent_i_map_t *map, int inset,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    size_t marks = page->plan.mark_count;
    size_t *ranked = NULL;
    ent_i_label_t *label = NULL;
    ent_i_point_t *disc = NULL;
    ent_i_point_t *segment = NULL;
    double *radius = NULL;
    bool *soft = NULL;
    ent_i_box_t blocked[3 * ENT_MOST_INSETS + 1];
    ent_i_ground_t ground = {.page = map->box, .gap = 0.7 * page->look->line};
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&ranked, marks, sizeof *ranked, err));
    ENT_TRY(ent_i_alloc(&label, marks, sizeof *label, err));
    ENT_TRY(ent_i_alloc(&disc, marks, sizeof *disc, err));
    ENT_TRY(ent_i_alloc(&radius, marks, sizeof *radius, err));
    ENT_TRY(ent_i_alloc(&soft, marks, sizeof *soft, err));
    for (size_t r = 0; r < marks; r++) {
        size_t i = atlas->ranked[r];

        if (!page->shown[i] || !atlas->prominent[i] || atlas->inset_of[i] != inset)
            continue;
        if (count == ENT_MOST_PLACES) {
            page->names_left_out++;
        } else {
            ranked[count] = i;
            ent_i_label_make(&label[count++], page, &page->plan.mark[i], 12 * page->look->label);
        }
    }
    ground.disc_count = find_discs(atlas, map, disc, radius, soft);
    ground.disc = disc;
    ground.soft = soft;
    ground.radius = radius;
    for (size_t i = 0; i < atlas->inset_count && inset < 0; i++) {
        blocked[ground.blocked_count++] = atlas->inset[i].frame;
        blocked[ground.blocked_count++] = ent_i_inset_letter(atlas, &atlas->inset[i], false);
        if (atlas->inset[i].afloat)
            blocked[ground.blocked_count++] = atlas->inset[i].panel;
    }
    if (inset >= 0)
        blocked[ground.blocked_count++] = ent_i_inset_letter(atlas, &atlas->inset[inset], true);
    if (inset < 0 && atlas->bar.width > 0)
        blocked[ground.blocked_count++] = atlas->bar;
    ground.blocked = blocked;
    ENT_TRY(ent_i_map_segments(&segment, &ground.segment_count, atlas, map, err));
    ground.segment = segment;
    ENT_TRY(ent_i_page_label(page, label, ranked, count, &ground, NULL, err));

cleanup:
    free(ranked);
    free(label);
    free(disc);
    free(radius);
    free(soft);
    free(segment);
    return status;
}
