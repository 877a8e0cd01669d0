/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a page holds its picture, and what is tried until it does. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure/page.h"
#include "figure/quality.h"

/* Of a network with more marks than these only few larger pages are tried. */
enum { LARGE = 2000 };

static const double growth = 1.08; /* from one page that is tried to the next */
static const double growth_of_large = 1.5;
static const double most_growth = 5;

/* Whether nothing is cut off or on top of another, and the names are there that must be. */
static ent_status_t holds(bool *answer, const ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t overlaps = 0;

    *answer = !page->cramped && page->unnamed == 0 && ent_i_scene_clipped(page->scene) == 0;
    if (*answer)
        ENT_TRY(ent_i_scene_overlaps(&overlaps, page->scene, err));
    *answer = *answer && overlaps == 0;

cleanup:
    return status;
}

/* Composes anew what may have been composed before. */
static ent_status_t try_page(ent_i_page_t *page, ent_i_scene_t *scene, ent_i_warnings_t *warnings,
                             const ent_network_t *network, const ent_figure_options_t *options,
                             ent_i_tight_t tight, ent_error_t *err)
{
    ent_i_page_free(page);
    ent_i_scene_free(scene);
    *page = (ent_i_page_t){.tight = tight};
    warnings->count = 0;
    ent_i_page_init(page, scene, warnings, network, options);
    return ent_i_page_compose(page, err);
}

/* Looks for a size that is large enough, in whole mm; 0 by 0 where none is found. */
static ent_status_t find_size(double size[2], const ent_i_page_t *refused, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_figure_options_t options = *refused->options;
    ent_i_page_t page = {0};
    ent_i_scene_t scene = {0};
    ent_i_warnings_t warnings = {0};
    bool enough = false;
    double step = refused->plan.mark_count > LARGE ? growth_of_large : growth;

    size[0] = size[1] = 0;
    for (double by = step; by < most_growth; by *= step) {
        options.width = ceil(by * refused->look->width / ENT_POINTS_A_MM - 1e-6);
        options.height = ceil(by * refused->look->height / ENT_POINTS_A_MM - 1e-6);
        if (fmax(options.width, options.height) > ENT_MOST_SIDE)
            break;
        ENT_TRY(try_page(&page, &scene, &warnings, refused->network, &options, ENT_TIGHT_COUNT - 1,
                         err));
        ENT_TRY(holds(&enough, &page, err));
        if (enough) {
            size[0] = options.width;
            size[1] = options.height;
            break;
        }
    }

cleanup:
    ent_i_page_free(&page);
    ent_i_scene_free(&scene);
    free(warnings.text);
    return status;
}

static ent_status_t refuse(const ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double width = page->look->width / ENT_POINTS_A_MM;
    double height = page->look->height / ENT_POINTS_A_MM;
    double size[2];
    char larger[60] = "a larger one";

    ENT_TRY(find_size(size, page, err));
    if (size[0] > 0)
        snprintf(larger, sizeof larger, "one of %.0f by %.0f mm, which is enough", size[0],
                 size[1]);
    if (page->cramped)
        ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                           "Title, legend and notes leave no room for a picture on a page of %.0f "
                           "by %.0f mm; take %s, a shorter title and notes, or no legend.",
                           width, height, larger));
    ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                       "A page of %.0f by %.0f mm has no room for the names that must stand on it, "
                       "of groups and of the %d actors of highest rank; take %s, another layout, "
                       "or no legend.",
                       width, height, ENT_ALWAYS_NAMED, larger));

cleanup:
    return status;
}

ent_status_t ent_i_page_fit(ent_i_page_t *page, ent_i_scene_t *scene, ent_i_warnings_t *warnings,
                            const ent_network_t *network, const ent_figure_options_t *options,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_tight_t end = options->width > 0 ? ENT_TIGHT_COUNT : ENT_TIGHT_NOT + 1;
    bool enough = false;
    ent_i_tight_t found = ENT_TIGHT_COUNT; /* the first that holds, if with stumps of names */

    for (ent_i_tight_t tight = ENT_TIGHT_NOT; tight < end; tight++) {
        ENT_TRY(try_page(page, scene, warnings, network, options, tight, err));
        if (options->width == 0)
            break;
        ENT_TRY(holds(&enough, page, err));
        if (enough && page->stumps == 0)
            goto cleanup;
        if (enough && found == ENT_TIGHT_COUNT)
            found = tight;
    }
    if (found < ENT_TIGHT_COUNT && found + 1 < end)
        ENT_TRY(try_page(page, scene, warnings, network, options, found, err));
    else if (page->cramped || (options->width > 0 && !enough))
        ENT_TRY(refuse(page, err));

cleanup:
    return status;
}
